//! From sources to the folder that a host serves.

use crate::compress::{self, files_below};
use crate::headers::{Inline, policy_in_page, with_policy};
use crate::run::{Failure, Result, Workspace, announce, at, fail, run};
use crate::server::Site;
use crate::{offline, shorten, tools, weights};
use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

const WASM_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
const TRUNK_FOLDER: &str = "target/site/trunk";

/// What hosts are told: the policy in them names what pages carry in themselves.
const HOST_FILES: [&str; 4] = [
    "deploy/nginx/buoc-so-files.conf",
    "deploy/caddy/buoc-so.caddy",
    "deploy/pages/_headers",
    "deploy/object-store/headers.json",
];

/// The folders and files that the output is made of.
const SOURCES: [&str; 9] = [
    "src",
    "style",
    "public",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "package.json",
    "xtask/src",
];

/// Each source file with its time and size: two equal snapshots give the same output.
pub type Snapshot = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

pub fn snapshot(workspace: &Workspace) -> Result<Snapshot> {
    let mut files = Vec::new();
    for source in SOURCES {
        let path = workspace.path(source);
        if path.is_dir() { files.extend(files_below(&path)?) } else { files.push(path) }
    }
    let about = |file: &PathBuf| fs::metadata(file).ok();
    let entries = files.into_iter().filter_map(|file| {
        let about = about(&file)?;
        Some((file, (about.modified().ok(), about.len())))
    });
    Ok(entries.collect())
}

/// Checks and completes what was given as `--base`.
pub fn base(text: &str) -> Result<String> {
    let inside = text.trim_matches('/');
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~');
    let is_name = |name: &str| !name.is_empty() && name != ".." && name.chars().all(is_plain);
    if inside.is_empty() && text.starts_with('/') {
        return Ok("/".into());
    }
    if !text.starts_with('/') || !inside.split('/').all(is_name) {
        return fail(format!("`{text}` is not a base path: write it as `--base /sub/path/`."));
    }
    Ok(format!("/{inside}/"))
}

/// The whole release, and the check of its weights.
pub fn release(workspace: &Workspace, site: &Site) -> Result {
    make(workspace, site)?;
    announce("Weigh");
    weights::check(workspace, site)
}

/// Program, pages and their compressed forms.
pub fn make(workspace: &Workspace, site: &Site) -> Result {
    let start = Instant::now();
    tools::for_build(workspace)?;
    let before = snapshot(workspace)?;
    forget(workspace, site);
    pages(workspace, site, true)?;
    announce("Compress with brotli and gzip");
    let n_files = compress::folder(&site.folder)?;
    println!("{n_files} files compressed");
    announce("Write the service worker");
    offline::publish(workspace, site)?;
    tell_hosts(workspace, site)?;
    fs::write(stamp(workspace, site), fingerprint(site, &before)).map_err(at(&site.folder))?;
    println!("\n{} is ready ({} s)", site.folder.display(), start.elapsed().as_secs());
    Ok(())
}

/// Writes the policy of these pages into the files of `deploy/`. Where the sources are only tested, they must hold it.
fn tell_hosts(workspace: &Workspace, site: &Site) -> Result {
    let inline = Inline::of(&site.folder);
    for name in HOST_FILES {
        let path = workspace.path(name);
        let old = fs::read_to_string(&path).map_err(at(&path))?;
        let new = with_policy(&old, &inline);
        if new == old {
            continue;
        }
        if env::var_os("CI").is_some() {
            return fail(format!(
                "`{name}` holds the policy of other styles: run `cargo xtask build` and commit it."
            ));
        }
        fs::write(&path, new).map_err(at(&path))?;
        println!("{name} holds the policy of these pages now: commit it, and give it to the host.");
    }
    Ok(())
}

/// A second release of the same program, for tests of updates: a day later, with one page changed.
pub fn next(workspace: &Workspace, folder: &str) -> Result<Site> {
    let public = workspace.path("target/site/next-public");
    let from = workspace.path("public");
    for file in files_below(&from)? {
        let to = public.join(file.strip_prefix(&from).unwrap_or(&file));
        let above = to.parent().unwrap_or(&public);
        fs::create_dir_all(above).map_err(at(above))?;
        fs::copy(&file, &to).map_err(at(&to))?;
    }
    change(&public.join("content/index.json"), "\"content_version\": \"", |rest| {
        let (day, rest) = rest.split_at_checked(10)?;
        Some(format!("{}{rest}", day_after(day)?))
    })?;
    change(&public.join("content/vi/explainers/vneid.json"), "\"live\": \"", |rest| {
        Some(format!("(2) {rest}"))
    })?;
    let site = Site { folder: workspace.path(folder), base: "/".into(), is_own_guard: false };
    write_pages(workspace, &site, &public.join("content"))?;
    offline::publish(workspace, &site)?;
    Ok(site)
}

/// The same release for hosts without headers, for tests: each page says the policy itself.
pub fn guarded(workspace: &Workspace, folder: &str) -> Result<Site> {
    let site = Site { folder: workspace.path(folder), base: "/".into(), is_own_guard: true };
    write_pages(workspace, &site, Path::new("public/content"))?;
    offline::publish(workspace, &site)?;
    Ok(site)
}

/// Rewrites what follows the first place where these words stand.
fn change(path: &Path, words: &str, new: impl Fn(&str) -> Option<String>) -> Result {
    let text = fs::read_to_string(path).map_err(at(path))?;
    let changed = text
        .split_once(words)
        .and_then(|(before, after)| Some([before, words, &new(after)?].concat()));
    let Some(changed) = changed else {
        return fail(format!("`{}` no longer holds `{words}` as expected.", path.display()));
    };
    fs::write(path, changed).map_err(at(path))
}

/// The day after: no later than the 28th, which every month has.
fn day_after(day: &str) -> Option<String> {
    let parts: Vec<u32> = day.split('-').map_while(|part| part.parse().ok()).collect();
    let &[y, m, d] = parts.as_slice() else { return None };
    let (y, m, d) = match (m, d) {
        (_, ..28) => (y, m, d + 1),
        (..12, _) => (y, m + 1, 1),
        _ => (y + 1, 1, 1),
    };
    Some(format!("{y:04}-{m:02}-{d:02}"))
}

/// The program and every page, uncompressed.
pub fn pages(workspace: &Workspace, site: &Site, is_release: bool) -> Result {
    let trunk_folder = workspace.path(TRUNK_FOLDER);
    let mut trunk = workspace.command("trunk", &["build", "--dist"]);
    trunk.arg(&trunk_folder).env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk reads NO_COLOR as a boolean and refuses the usual `1`.
    trunk.env_remove("NO_COLOR").env("RUST_BACKTRACE", "0");
    if is_release {
        trunk.arg("--release").env(WASM_FLAGS, remapped());
    }
    run("Build the program (Trunk, wasm-bindgen)", &mut trunk)?;
    if is_release {
        shorten::programs(workspace, &trunk_folder)?;
    }
    write_pages(workspace, site, Path::new("public/content"))
}

fn write_pages(workspace: &Workspace, site: &Site, content: &Path) -> Result {
    let mut prerender = workspace.command("cargo", &["run", "--no-default-features"]);
    prerender.args(["--features", "ssr", "--bin", "prerender", "--", "--trunk"]);
    prerender.arg(workspace.path(TRUNK_FOLDER)).arg("--content").arg(content);
    prerender.arg("--out").arg(&site.folder);
    prerender.args(["--base", &site.base]);
    if site.is_own_guard {
        prerender.args(["--policy", &policy_in_page()]);
    }
    run("Write every page (prerender)", &mut prerender)
}

/// Panics name source files: without the folders of the machine that built them.
fn remapped() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let sources = home.join("registry").join("src").display().to_string();
    // The flags are parted at spaces.
    if sources.contains(' ') { String::new() } else { format!("--remap-path-prefix={sources}=") }
}

/// Whether the release in this folder was made of the sources as they are.
pub fn is_fresh(workspace: &Workspace, site: &Site) -> Result<bool> {
    let made_of = fs::read_to_string(stamp(workspace, site)).unwrap_or_default();
    let has_page = site.folder.join("index.html").is_file();
    Ok(has_page && made_of == fingerprint(site, &snapshot(workspace)?))
}

fn forget(workspace: &Workspace, site: &Site) {
    let _ = fs::remove_file(stamp(workspace, site));
}

/// Kept outside the folder: a host serves what is inside.
fn stamp(workspace: &Workspace, site: &Site) -> PathBuf {
    let name = site.folder.file_name().unwrap_or_default().to_string_lossy();
    workspace.path(format!("target/site/{name}.made-of"))
}

fn fingerprint(site: &Site, snapshot: &Snapshot) -> String {
    let mut text = format!("{}\n", site.base);
    for (file, (written, size)) in snapshot {
        let _ = writeln!(text, "{} {size} {written:?}", file.display());
    }
    text
}

/// The site that a command works on.
pub fn site(workspace: &Workspace, folder: Option<&str>, base_text: Option<&str>) -> Result<Site> {
    let folder = workspace.path(folder.unwrap_or("dist"));
    Ok(Site { folder, base: base(base_text.unwrap_or("/"))?, is_own_guard: false })
}

/// Refuses to go on with a folder that holds no built site.
pub fn must_exist(folder: &Path) -> Result {
    if folder.join("index.html").is_file() {
        return Ok(());
    }
    Err(Failure(format!("`{}` holds no site: run `cargo xtask build` first.", folder.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_after_is_a_day_of_the_calendar() {
        for (day, wanted) in [
            ("2026-11-22", "2026-11-23"),
            ("2026-11-30", "2026-12-01"),
            ("2026-12-31", "2027-01-01"),
        ] {
            assert_eq!(day_after(day).as_deref(), Some(wanted));
        }
    }

    #[test]
    fn a_base_path_starts_and_ends_with_a_slash() {
        for (text, wanted) in [("/", "/"), ("/so", "/so/"), ("/so/cong/", "/so/cong/")] {
            assert_eq!(base(text).unwrap(), wanted);
        }
        for text in ["", "so/", "https://x/", "/a b/", "/../", "/a//b/", "/a?b/"] {
            assert!(base(text).is_err(), "{text}");
        }
    }
}
