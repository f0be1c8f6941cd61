//! What the work needs, installed when missing; a second run finds it all and takes no time.

use crate::run::{
    Failure, Result, Workspace, announce, at, cure, fail, run_and_keep, speaks_of_network,
};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

const WASM: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
const OLDEST_NODE: u32 = 20;
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Everything `build` needs.
pub fn for_build(workspace: &Workspace) -> Result {
    wasm_target(workspace)?;
    npm_packages(workspace)?;
    // Trunk's own releases do not build against today's newest crates: its lock file is part of the version.
    from_crates(
        workspace,
        &Crate { name: "trunk", program: "trunk", version: TRUNK, locked: true },
    )?;
    let version = locked_version(&workspace.read("Cargo.lock")?, "wasm-bindgen")?;
    from_crates(
        workspace,
        &Crate {
            name: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &version,
            locked: false,
        },
    )
}

/// `rustfmt` and `clippy`, which a minimal toolchain lacks.
pub fn for_check(workspace: &Workspace) -> Result {
    wasm_target(workspace)?;
    let has = |part: &str| workspace.ask("cargo", &[part, "--version"]).is_some();
    if has("fmt") && has("clippy") {
        return Ok(());
    }
    rustup(workspace, "Install rustfmt and clippy", &["component", "add", "rustfmt", "clippy"])
}

fn wasm_target(workspace: &Workspace) -> Result {
    let Some(folder) = workspace.ask("rustc", &["--print", "target-libdir", "--target", WASM])
    else {
        return fail(format!("`rustc` is missing: {}", cure("rustc")));
    };
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    rustup(workspace, "Install the wasm target", &["target", "add", WASM])
}

fn rustup(workspace: &Workspace, title: &str, args: &[&str]) -> Result {
    let transcript = run_and_keep(title, &mut workspace.command("rustup", args))?;
    if transcript.success { Ok(()) } else { not_installed(title, &transcript.text) }
}

/// What drives the browser and shrinks the programs.
pub fn npm_packages(workspace: &Workspace) -> Result {
    let Some(version) = workspace.ask("node", &["--version"]) else {
        return fail(format!("`node` is missing: {}", cure("node")));
    };
    if major(&version).is_some_and(|major| major < OLDEST_NODE) {
        return fail(format!("Node.js {} is too old: {}", version.trim(), cure("node")));
    }
    let wanted = workspace.read("package-lock.json")?;
    let stamp = workspace.path("node_modules/.buoc-so");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let title = "Install the npm packages (binaryen, Playwright, axe)";
    let mut command = workspace.command(NPM, &["ci", "--no-audit", "--no-fund"]);
    // The tests drive the system's Chromium; Playwright's own browsers are 400 MB nobody opens.
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    let transcript = run_and_keep(title, &mut command)?;
    if !transcript.success {
        return not_installed(title, &transcript.text);
    }
    fs::write(&stamp, wanted).map_err(at(&stamp))
}

/// A program that is compiled once into `.tools`.
struct Crate<'a> {
    name: &'a str,
    program: &'a str,
    version: &'a str,
    locked: bool,
}

fn from_crates(workspace: &Workspace, wanted: &Crate) -> Result {
    let program = workspace.path(program_path(wanted.program));
    let stamp = workspace.path(format!(".tools/{}.version", wanted.name));
    if program.is_file() {
        if fs::read_to_string(&stamp).is_ok_and(|version| version == wanted.version) {
            return Ok(());
        }
        let answer = workspace.ask(&program.to_string_lossy(), &["--version"]).unwrap_or_default();
        if answer.split_whitespace().any(|word| word == wanted.version) {
            return fs::write(&stamp, wanted.version).map_err(at(&stamp));
        }
    }
    let title = format!(
        "Install {} {} into .tools (compiled once; takes some minutes)",
        wanted.name, wanted.version
    );
    // Kept outside `target`, so that an interrupted installation goes on where it stopped.
    let (tools, scratch) = (workspace.path(".tools"), workspace.path(".tools/build"));
    let mut command =
        workspace.command("cargo", &["install", wanted.name, "--version", wanted.version]);
    command.arg("--force").arg("--root").arg(&tools).arg("--target-dir").arg(&scratch);
    if wanted.locked {
        command.arg("--locked");
    }
    let transcript = run_and_keep(&title, &mut command)?;
    if !transcript.success {
        return not_installed(&title, &transcript.text);
    }
    let _ = fs::remove_dir_all(&scratch);
    fs::write(&stamp, wanted.version).map_err(at(&stamp))
}

/// The path of a compiled tool, below the root.
pub fn program_path(program: &str) -> String {
    format!(".tools/bin/{program}{}", env::consts::EXE_SUFFIX)
}

fn not_installed<T>(title: &str, text: &str) -> Result<T> {
    if speaks_of_network(text) {
        return fail(format!(
            "No network: \"{title}\" could not download; connect to the internet and run this again (later runs work offline)."
        ));
    }
    fail(format!("\"{title}\" failed: the lines above say why; cure that and run this again."))
}

/// The version of a package in `Cargo.lock`.
fn locked_version(lock: &str, package: &str) -> Result<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version =
        lines.next().and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(String::from).ok_or_else(|| {
        Failure(format!(
            "Cargo.lock names no `{package}`: run `cargo generate-lockfile` and try again."
        ))
    })
}

fn major(version: &str) -> Option<u32> {
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

/// `cargo-deny`, tried once: the words say why it is not there.
pub fn cargo_deny(workspace: &Workspace) -> std::result::Result<(), String> {
    if workspace.ask("cargo-deny", &["--version"]).is_some() {
        return Ok(());
    }
    let tried = workspace.path(".tools/cargo-deny.failed");
    if tried.is_file() {
        return Err(format!(
            "cargo-deny did not install earlier; delete {} to try again",
            tried.display()
        ));
    }
    let version = "0.20.2";
    let wanted = Crate { name: "cargo-deny", program: "cargo-deny", version, locked: true };
    from_crates(workspace, &wanted).map_err(|failure| {
        let _ = fs::write(&tried, &failure.0);
        failure.0
    })
}

/// The browser that the tests drive, and its WebDriver.
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

pub fn chromium(workspace: &Workspace) -> Result<Chromium> {
    if let Some(found) = find_chromium() {
        return Ok(found);
    }
    let packages = ["chromium", "chromium-driver", "fonts-noto-core"];
    from_debian(workspace, "Install Chromium from Debian", &packages)?;
    if let Some(found) = find_chromium() {
        return Ok(found);
    }
    fail(
        "Chromium or its driver is missing: run `sudo apt-get install chromium chromium-driver fonts-noto-core`, or set CHROMIUM and CHROMEDRIVER to their paths.",
    )
}

/// What reads the PDFs that the tests print.
pub fn pdf_reader(workspace: &Workspace) -> Result {
    let is_there = || on_path(&["pdftotext"]).is_some();
    if is_there() {
        return Ok(());
    }
    from_debian(workspace, "Install poppler-utils from Debian", &["poppler-utils"])?;
    if is_there() {
        return Ok(());
    }
    fail("`pdftotext` is missing: run `sudo apt-get install poppler-utils`.")
}

/// A web server, which Debian keeps where only root looks.
pub fn server(name: &str) -> Option<PathBuf> {
    let at_home = || Some(Path::new("/usr/sbin").join(name)).filter(|path| path.is_file());
    on_path(&[name]).or_else(at_home)
}

/// Installs packages where that is ours to do: on Debian, as root.
pub fn from_debian(workspace: &Workspace, title: &str, packages: &[&str]) -> Result {
    let is_debian = Path::new("/usr/bin/apt-get").is_file();
    let is_root = workspace.ask("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    if !is_debian || !is_root {
        return Ok(());
    }
    announce(title);
    for step in [vec!["update", "-q"], [&["install", "-y", "-q"], packages].concat()] {
        let mut command = workspace.command("apt-get", &step);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        let transcript = run_and_keep(&format!("apt-get {}", step.join(" ")), &mut command)?;
        if !transcript.success {
            return not_installed(title, &transcript.text);
        }
    }
    Ok(())
}

fn find_chromium() -> Option<Chromium> {
    let browser = find("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?;
    let driver = find("CHROMEDRIVER", &["chromedriver"])?;
    Some(Chromium { browser, driver })
}

fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file()) {
        return Some(path);
    }
    on_path(names)
}

fn on_path(names: &[&str]) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    let folders = env::split_paths(&folders).collect::<Vec<_>>();
    let paths = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    paths.into_iter().find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_the_version_of_wasm_bindgen() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").unwrap(), "0.2.130");
        assert!(locked_version(lock, "absent").is_err());
    }

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
