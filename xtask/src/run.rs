//! The workspace, and child processes that run in it.

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::io::{self, BufRead, BufReader, ErrorKind, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

/// What went wrong, as one sentence with the cure.
#[derive(Debug)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

pub type Result<T = ()> = std::result::Result<T, Failure>;

pub fn fail<T>(sentence: impl Into<String>) -> Result<T> {
    Err(Failure(sentence.into()))
}

/// Names the file in an input or output error.
pub fn at(path: &Path) -> impl FnOnce(io::Error) -> Failure + '_ {
    move |error| Failure(format!("`{}`: {error}.", path.display()))
}

/// The checkout that every command works on.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    pub fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        match manifest.parent() {
            Some(root) if root.join("Cargo.lock").is_file() && root.join("xtask").is_dir() => {
                Ok(Self { root: root.into() })
            }
            _ => fail(
                "This is not a checkout of the portal: `cd` to the folder that holds Cargo.lock and xtask, then run `cargo xtask` there.",
            ),
        }
    }

    pub fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    pub fn read(&self, relative: &str) -> Result<String> {
        let path = self.path(relative);
        std::fs::read_to_string(&path).map_err(at(&path))
    }

    /// A process that starts in the root and finds our own tools before any other.
    pub fn command(&self, program: &str, args: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(args).current_dir(&self.root).env("PATH", self.search_path());
        command
    }

    fn search_path(&self) -> OsString {
        let ours = [self.path(".tools/bin"), self.path("node_modules/.bin")];
        let inherited = env::var_os("PATH").unwrap_or_default();
        let all = ours.into_iter().chain(env::split_paths(&inherited));
        env::join_paths(all).unwrap_or(inherited)
    }

    /// Runs the command silently and returns what it printed; `None` when it failed.
    pub fn ask(&self, program: &str, args: &[&str]) -> Option<String> {
        let output = self.command(program, args).stdin(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

pub fn announce(title: &str) {
    println!("\n==> {title}");
    let _ = io::stdout().flush();
}

pub fn run(title: &str, command: &mut Command) -> Result {
    announce(title);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => fail(format!("\"{title}\" failed: the lines above say why.")),
        Err(error) => Err(not_started(command, &error)),
    }
}

/// What a process printed, whether it ended well or not.
pub struct Transcript {
    pub success: bool,
    pub text: String,
}

/// Runs the command with its output on the terminal, and keeps a copy.
pub fn run_and_keep(title: &str, command: &mut Command) -> Result<Transcript> {
    announce(title);
    if io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let text = thread::scope(|scope| {
        let words = scope.spawn(|| stdout.map(|pipe| copy_lines(pipe, io::stdout())));
        let troubles = scope.spawn(|| stderr.map(|pipe| copy_lines(pipe, io::stderr())));
        let parts = [words.join(), troubles.join()];
        parts.into_iter().flatten().flatten().collect::<String>()
    });
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    Ok(Transcript { success: status.success(), text })
}

fn copy_lines(pipe: impl Read, mut terminal: impl Write) -> String {
    let mut text = String::new();
    let mut reader = BufReader::new(pipe);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
        let _ = terminal.write_all(&line).and_then(|()| terminal.flush());
        text.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
    text
}

/// Whether a failed download, not a mistake of ours, ended the process.
pub fn speaks_of_network(text: &str) -> bool {
    const SIGNS: [&str; 12] = [
        "ENOTFOUND",
        "EAI_AGAIN",
        "ECONNREFUSED",
        "ETIMEDOUT",
        "ENETUNREACH",
        "Could not resolve",
        "Couldn't resolve",
        "Could not connect",
        "Couldn't connect",
        "could not download",
        "spurious network error",
        "failed to download",
    ];
    SIGNS.iter().any(|sign| text.contains(sign))
}

fn not_started(command: &Command, error: &io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    if error.kind() == ErrorKind::NotFound {
        return Failure(format!("`{program}` is missing: {}", cure(&program)));
    }
    Failure(format!("`{program}` did not start: {error}."))
}

/// Where a program comes from.
pub fn cure(program: &str) -> &'static str {
    match program {
        "node" | "npm" | "npm.cmd" => {
            "install Node.js 20 or newer from https://nodejs.org, then run this again."
        }
        "cargo" | "rustc" | "rustup" => {
            "install Rust from https://rustup.rs, then run this again in a new terminal."
        }
        _ => "install it, or delete the folder .tools and run this again.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_download_error_is_told_from_a_compile_error() {
        assert!(speaks_of_network("npm error code ENOTFOUND"));
        assert!(speaks_of_network("[6] Could not resolve host: index.crates.io"));
        assert!(!speaks_of_network("error[E0308]: mismatched types"));
    }

    #[test]
    fn a_missing_program_is_named_with_its_cure() {
        let error = run("try", &mut Command::new("no-such-program-here")).unwrap_err();
        assert!(error.0.starts_with("`no-such-program-here` is missing:"), "{error}");
    }
}
