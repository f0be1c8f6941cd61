//! Makes the static site: every route in every language, hashed assets, page data.
//!
//! `prerender --trunk DIR --content DIR --out DIR [--base /x/] [--policy TEXT]`

#[path = "prerender/assets.rs"]
mod assets;
#[path = "prerender/boot.rs"]
mod boot;
#[path = "prerender/document.rs"]
mod document;
#[path = "prerender/offline.rs"]
mod offline;
#[path = "prerender/publish.rs"]
mod publish;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use buoc_so::domain::library::{Files, LoadError};

/// Where to read and write, and the base path of the site.
struct Options {
    trunk: PathBuf,
    public: PathBuf,
    out: PathBuf,
    base: String,
    /// The content policy that each page says itself; empty where the host says it.
    policy: String,
}

fn main() -> ExitCode {
    match options().and_then(|options| publish::publish(&options)) {
        Ok(summary) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("prerender: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Result<Options, String> {
    let mut options = Options {
        trunk: "target/site/trunk".into(),
        public: "public".into(),
        out: "dist".into(),
        base: "/".into(),
        policy: String::new(),
    };
    let mut args = env::args().skip(1);
    while let Some(name) = args.next() {
        let value = args.next().ok_or_else(|| format!("`{name}` needs a value"))?;
        match name.as_str() {
            "--trunk" => options.trunk = value.into(),
            "--public" => options.public = value.into(),
            "--content" => {
                let parent = Path::new(&value).parent().unwrap_or(Path::new("."));
                options.public = parent.into();
            }
            "--out" => options.out = value.into(),
            "--base" => options.base = value,
            "--policy" => options.policy = value,
            _ => return Err(format!("unknown option `{name}`")),
        }
    }
    if !options.base.starts_with('/') || !options.base.ends_with('/') {
        return Err(format!("the base `{}` must start and end with `/`", options.base));
    }
    Ok(options)
}

/// All JSON files below a folder, by their path with `/`.
fn content_files(root: &Path) -> Result<Files, String> {
    let mut files = Files::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        for entry in entries {
            let path = entry.map_err(|e| e.to_string())?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "json") {
                let text =
                    fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
                let name = path.strip_prefix(root).map_err(|e| e.to_string())?;
                files.insert(name.to_string_lossy().replace('\\', "/"), text);
            }
        }
    }
    Ok(files)
}

fn describe(errors: &[LoadError]) -> String {
    let lines = errors.iter().map(|e| format!("{}:{}:{} {}", e.file, e.line, e.column, e.reason));
    let lines: Vec<String> = lines.collect();
    format!(
        "the content does not read; `cargo xtask content check` says more\n{}",
        lines.join("\n")
    )
}
