//! House rules that a machine can check.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files with these endings below a folder, as path and text.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path, found) } else { found.push(path) }
        }
    }
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    let is_wanted = |path: &PathBuf| {
        path.extension().is_some_and(|ending| endings.contains(&ending.to_str().unwrap()))
    };
    let read = |path: PathBuf| {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(path).unwrap())
    };
    paths.into_iter().filter(is_wanted).map(read).collect()
}

#[track_caller]
fn check_absent(folder: &str, words: &[&str]) {
    for (name, text) in files(folder, &["rs"]) {
        for (index, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            for word in words {
                assert!(
                    !code.contains(word),
                    "{name}:{}: `{word}` does not belong here",
                    index + 1
                );
            }
        }
    }
}

#[test]
fn the_domain_is_pure() {
    let outside = ["leptos", "web_sys", "js_sys", "gloo", "wasm_bindgen", "std::fs", "std::env"];
    check_absent("src/domain", &outside);
    let impure = ["std::time", "std::net", "std::thread", "Instant", "SystemTime", "rand::"];
    check_absent("src/domain", &impure);
    check_absent("src/domain", &["crate::browser", "crate::ui"]);
}

#[test]
fn the_browser_layer_knows_no_views() {
    check_absent("src/browser", &["leptos", "crate::ui"]);
}

#[test]
fn nothing_writes_markup() {
    let words = [
        "inner_html",
        "outer_html",
        "insert_adjacent_html",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "createContextualFragment",
        "DOMParser",
        "document.write",
        "srcdoc",
        "eval(",
        "new Function",
    ];
    // In scripts, comments count as well: no line is worth an exception.
    for (name, text) in files("src", &["rs"]).into_iter().chain(files("public/boot", &["js"])) {
        for word in words {
            assert!(!text.contains(word), "{name}: `{word}` makes markup or code of a text");
        }
    }
}

#[test]
fn source_code_is_ascii_but_for_letters_and_messages() {
    let exempt = [
        "src/domain/fold.rs",
        "src/domain/telex.rs",
        "src/domain/check/words.rs",
        "src/domain/check/quiz/words.rs",
    ];
    for (name, text) in files("src", &["rs"]) {
        if exempt.contains(&name.as_str()) {
            continue;
        }
        let body = text.split("#[cfg(test)]").next().unwrap();
        for (index, line) in body.lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            assert!(code.is_ascii(), "{name}:{}: words belong in public/content", index + 1);
        }
    }
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    for folder in ["src", "xtask/src", "tests", "style", "public/boot"] {
        for (name, text) in files(folder, &["rs", "css", "js", "mjs", "ts"]) {
            let n_lines = text.lines().count();
            assert!(n_lines <= 400, "{name} has {n_lines} lines");
        }
    }
}

#[test]
fn colours_live_in_tokens_alone() {
    for (name, text) in files("style", &["css"]) {
        if name == "style/tokens.css" {
            continue;
        }
        for (index, line) in text.lines().enumerate() {
            let is_colour = ["#", "rgb(", "hsl("].iter().any(|mark| {
                line.match_indices(mark).any(|(at, _)| {
                    let rest = &line[at + mark.len()..];
                    *mark != "#"
                        || rest.chars().take(3).filter(char::is_ascii_hexdigit).count() == 3
                })
            });
            assert!(!is_colour, "{name}:{}: a colour outside tokens.css", index + 1);
        }
    }
}

#[test]
fn only_utilities_insist() {
    for (name, text) in files("style", &["css"]) {
        let insists = text.contains("!important");
        assert!(!insists || name == "style/utilities.css", "{name} says !important");
    }
}

#[test]
fn the_style_files_stay_within_their_weight() {
    let mut files = files("style", &["css"]);
    for (own, budget) in [
        ("style/atlas.css", 12 * 1024),
        ("style/practice.css", 8 * 1024),
        ("style/quiz.css", 6 * 1024),
    ] {
        let at = files.iter().position(|(name, _)| name == own).unwrap();
        let (_, sheet) = files.remove(at);
        assert!(sheet.len() < budget, "{} bytes of {own}", sheet.len());
    }
    assert_eq!(files.len(), 5);
    let n_bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    assert!(n_bytes <= 24 * 1024, "{n_bytes} bytes of CSS");
}

#[test]
fn no_grab_bag_modules() {
    let bags = ["utils", "helpers", "common", "manager", "misc"];
    for (name, _) in files("src", &["rs"]) {
        let stem = Path::new(&name).file_stem().unwrap().to_str().unwrap();
        assert!(!bags.contains(&stem) && !stem.ends_with("_v2"), "{name}");
    }
}

#[test]
fn nobody_leaves_a_note_instead_of_a_mend() {
    let notes = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    for (name, text) in files("src", &["rs"]).into_iter().chain(files("style", &["css"])) {
        for note in notes {
            assert!(!text.contains(note), "{name} holds a {note}");
        }
    }
}
