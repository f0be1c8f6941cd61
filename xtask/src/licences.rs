//! `docs/licences.md`: every dependency with its version and licence, and what keeps it in step.

use crate::report::{Report, Tally, command};
use crate::run::{Failure, Result, Workspace, announce, at, fail, run_and_keep, speaks_of_network};
use std::collections::BTreeMap;
use std::fs;

const FILE: &str = "docs/licences.md";
const COMMAND: &str = "cargo xtask licences";

/// The two machines that we build for, as in `deny.toml`.
const TARGETS: [&str; 2] = ["wasm32-unknown-unknown", "x86_64-unknown-linux-gnu"];

/// What Debian brings for tests: package, what it does here, licence.
const DEBIAN: [(&str, &str, &str); 6] = [
    ("chromium", "the browser of the tests", "BSD-3-Clause and others"),
    ("chromium-driver", "drives it for tests in WebAssembly", "BSD-3-Clause and others"),
    ("fonts-noto-core", "letters for it", "OFL-1.1"),
    ("poppler-utils", "reads printed pages", "GPL-2.0-or-later"),
    ("nginx", "tries the files of `deploy/`", "BSD-2-Clause"),
    ("caddy", "tries the files of `deploy/`", "Apache-2.0"),
];

/// Programs that `cargo xtask` compiles into `.tools`: name, what it does, licence.
const PROGRAMS: [(&str, &str, &str); 3] = [
    ("trunk", "gathers the parts of the program", "MIT OR Apache-2.0"),
    ("wasm-bindgen-cli", "joins WebAssembly and JavaScript", "MIT OR Apache-2.0"),
    ("cargo-deny", "reads licences and advisories", "MIT OR Apache-2.0"),
];

/// Name and version, and the licence.
type Shelf = BTreeMap<(String, String), String>;

/// Writes the file anew.
pub fn write(workspace: &Workspace) -> Result {
    let path = workspace.path(FILE);
    fs::write(&path, text(workspace)?).map_err(at(&path))?;
    println!("{FILE} is written");
    Ok(())
}

/// Whether the file says what the lock files say.
pub fn steps(workspace: &Workspace, report: &mut Report) {
    report.step("licences in step", || {
        announce("licences in step");
        let written = workspace.read(FILE).unwrap_or_default().replace("\r\n", "\n");
        if written == text(workspace)? {
            return Ok(Tally { passed: 1, failed: 0 });
        }
        fail(format!("{FILE} is out of step with the lock files: run `{COMMAND}`."))
    });
}

/// Known faults of the npm packages that the build and the tests use.
pub fn audit(workspace: &Workspace, report: &mut Report) {
    let (step, words) = ("npm audit", "npm audit --omit=optional");
    let answer = run_and_keep(step, &mut command(workspace, words));
    let text = answer.as_ref().map_or("", |answer| answer.text.as_str());
    if let Some(why) = unanswered(text) {
        return report.not_run(step, why);
    }
    report.step(step, || match answer?.success {
        true => Ok(Tally { passed: 1, failed: 0 }),
        false => fail(format!("`{words}` found something: the lines above name it.")),
    });
}

/// Why the registry said nothing about faults, when it did not.
fn unanswered(text: &str) -> Option<&'static str> {
    if text.contains("audit endpoint returned an error") {
        return Some("the registry in use answers no question about faults");
    }
    speaks_of_network(text).then_some("the registry could not be reached")
}

fn text(workspace: &Workspace) -> Result<String> {
    let shipped =
        crates(workspace, &TARGETS[..1], "--features web,quiz --edges normal,no-proc-macro")?;
    let mut tools =
        crates(workspace, &TARGETS, "--workspace --all-features --edges normal,build,dev")?;
    tools.retain(|key, _| !shipped.contains_key(key));
    let packages = packages(&workspace.read("package-lock.json")?);
    let mut text = format!(
        "# Licences\n\nWritten by `{COMMAND}` from the lock files; `cargo xtask check` says when it is out of step. `cargo deny` refuses crates of other licences than those in `deny.toml`.\n\nThe portal itself: MIT OR Apache-2.0. Its words, data and drawings: [CONTENT-LICENSE.md](../CONTENT-LICENSE.md), with every source of data.\n"
    );
    let lists = [
        (
            "Crates of the shipped programs",
            "What may be in the WebAssembly that readers fetch.",
            &shipped,
        ),
        (
            "Crates of the tools",
            "The prerenderer, `xtask`, macros, tests and benches; nothing of them is fetched by readers.",
            &tools,
        ),
        (
            "npm packages",
            "For building and testing; nothing of them is fetched by readers.",
            &packages,
        ),
    ];
    for (title, note, shelf) in lists {
        text.push_str(&format!(
            "\n## {title}\n\n{note}\n\n| Name | Version | Licence |\n|---|---|---|\n"
        ));
        for ((name, version), licence) in shelf {
            text.push_str(&format!("| {name} | {version} | {licence} |\n"));
        }
    }
    let asides = [
        (
            "Programs of the build",
            "In the versions that `xtask/src/tools.rs` and `Cargo.lock` name.",
            &PROGRAMS[..],
        ),
        (
            "Debian packages of the tests",
            "In the version of the system; they are run, not passed on.",
            &DEBIAN,
        ),
    ];
    for (title, note, list) in asides {
        text.push_str(&format!(
            "\n## {title}\n\n{note}\n\n| Name | For | Licence |\n|---|---|---|\n"
        ));
        for (name, what, licence) in list {
            text.push_str(&format!("| {name} | {what} | {licence} |\n"));
        }
    }
    Ok(text)
}

/// The crates that cargo names for these targets.
fn crates(workspace: &Workspace, targets: &[&str], which: &str) -> Result<Shelf> {
    let mut shelf = Shelf::new();
    for target in targets {
        let words = format!(
            "tree --locked --no-default-features {which} --target {target} --prefix none --format {{p}}|{{l}}"
        );
        let words: Vec<&str> = words.split(' ').collect();
        let Some(tree) = workspace.ask("cargo", &words) else {
            return Err(Failure("`cargo tree --locked` failed: run it to see why.".into()));
        };
        shelf.extend(tree.lines().filter_map(of_crate));
    }
    if shelf.is_empty() { fail("`cargo tree` names no crate.") } else { Ok(shelf) }
}

/// A line of `cargo tree`: `serde v1.0.0 (proc-macro)|MIT OR Apache-2.0 (*)`; ours are left out.
fn of_crate(line: &str) -> Option<((String, String), String)> {
    let (package, licence) = line.split_once('|')?;
    let mut words = package.split(' ');
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    let licence = licence.trim_end_matches(" (*)").replace('/', " OR ");
    let is_ours = matches!(name, "buoc-so" | "xtask");
    (!is_ours).then(|| ((name.into(), version.into()), licence))
}

/// The packages of a lock file of npm, as npm lays it out: a line for each value.
fn packages(lock: &str) -> Shelf {
    let mut shelf = Shelf::new();
    let mut name = "";
    let mut version = "";
    for line in lock.lines() {
        let value =
            |key: &str| line.trim().strip_prefix(key)?.trim_end_matches(',').strip_suffix('"');
        if let Some(path) = line.strip_prefix("    \"node_modules/") {
            let path = path.split('"').next().unwrap_or("");
            name = path.rsplit("node_modules/").next().unwrap_or(path);
            version = "";
        } else if let Some(found) = value("\"version\": \"").filter(|_| !name.is_empty()) {
            version = found;
        } else if let Some(licence) = value("\"license\": \"").filter(|_| !version.is_empty()) {
            shelf.insert((name.into(), version.into()), licence.into());
        } else if line.starts_with("    }") {
            if !version.is_empty() {
                shelf.entry((name.into(), version.into())).or_insert_with(|| "not stated".into());
            }
            (name, version) = ("", "");
        }
    }
    shelf
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_tree_is_a_crate_and_its_licence() {
        let check = |line: &str, expected: Option<(&str, &str, &str)>| {
            let found = of_crate(line);
            let found = found.as_ref().map(|((n, v), l)| (n.as_str(), v.as_str(), l.as_str()));
            assert_eq!(found, expected, "{line}");
        };
        check("serde v1.0.9|MIT OR Apache-2.0", Some(("serde", "1.0.9", "MIT OR Apache-2.0")));
        check(
            "syn v2.0.1 (proc-macro)|MIT/Apache-2.0 (*)",
            Some(("syn", "2.0.1", "MIT OR Apache-2.0")),
        );
        check("buoc-so v0.1.0 (here)|MIT", None);
        check("", None);
    }

    #[test]
    fn a_lock_file_of_npm_is_read_line_by_line() {
        let lock = "{\n  \"packages\": {\n    \"\": {\n      \"version\": \"9\",\n      \"license\": \"X\"\n    },\n    \"node_modules/@a/b\": {\n      \"version\": \"1.2.3\",\n      \"license\": \"MPL-2.0\",\n      \"engines\": {\n        \"node\": \">=18\"\n      }\n    },\n    \"node_modules/c/node_modules/d\": {\n      \"version\": \"4.0.0\"\n    }\n  }\n}\n";
        let found: Vec<String> =
            packages(lock).into_iter().map(|((n, v), l)| format!("{n} {v} {l}")).collect();
        assert_eq!(found, ["@a/b 1.2.3 MPL-2.0", "d 4.0.0 not stated"]);
    }

    #[test]
    fn a_registry_that_does_not_answer_is_no_fault_of_a_package() {
        assert!(unanswered("npm error audit endpoint returned an error").is_some());
        assert!(unanswered("npm error code ENOTFOUND").is_some());
        assert!(unanswered("2 high severity vulnerabilities").is_none());
    }
}
