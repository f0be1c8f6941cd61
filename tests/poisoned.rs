//! The prerenderer, given authored files that nobody checked: it refuses them, or nothing that
//! runs, leads astray or hides comes into the site.
#![allow(clippy::unwrap_used)]

#[path = "shelf/files.rs"]
mod shelf;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use buoc_so::domain::door::is_hidden;
use shelf::files;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("poisoned").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What Trunk would have made, in a few bytes.
fn program(name: &str) -> PathBuf {
    let trunk = folder(&[name, "-trunk"].concat());
    let page = "<link rel=\"stylesheet\" href=\"/base.css\"><link data-js=\"/a.js\" data-wasm=\"/a.wasm\">";
    fs::write(trunk.join("index.html"), page).unwrap();
    let parts = ["a.js", "a.wasm", "atlas.js", "atlas_bg.wasm", "quiz.js", "quiz_bg.wasm"];
    let sheets = ["base.css", "atlas.css", "practice.css", "quiz.css"];
    for name in parts.iter().chain(&sheets) {
        fs::write(trunk.join(name), "/**/").unwrap();
    }
    trunk
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let place = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &place);
        } else {
            fs::copy(&path, &place).unwrap();
        }
    }
}

/// The site made of poisoned files, or what the prerenderer says.
fn site(name: &str, poisons: &[(&str, &str, &str)]) -> Result<PathBuf, String> {
    let (public, out) = (folder(&[name, "-public"].concat()), folder(&[name, "-out"].concat()));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    for part in ["boot", "icons"] {
        copy(&root.join(part), &public.join(part));
    }
    let mut files = files();
    for (file, from, to) in poisons {
        let text = files.get(*file).unwrap();
        assert!(text.contains(from), "{file} holds no {from}");
        let text = text.replacen(from, to, 1);
        files.insert((*file).into(), text);
    }
    for (file, text) in files {
        let place = public.join("content").join(file);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
    let made = Command::new(env!("CARGO_BIN_EXE_prerender"))
        .args(["--trunk".as_ref(), program(name).as_os_str()])
        .args(["--public".as_ref(), public.as_os_str(), "--out".as_ref(), out.as_os_str()])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&made.stderr).into_owned();
    assert!(!said.contains("panicked"), "{said}");
    if made.status.success() { Ok(out) } else { Err(said) }
}

/// Every written file below a folder with one of these endings.
fn written(folder: &Path, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(written(&path, endings));
        } else if path.extension().is_some_and(|e| endings.contains(&e.to_str().unwrap())) {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

/// What stands in quotation marks behind a name, everywhere in an HTML text.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let sign = [" ", name, "=\""].concat();
    html.split(sign.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The script that each page carries, without its explanations.
fn first() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/boot/first.js");
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

const TITLE: &str = "\"title\": \"VNeID";
const VNEID: &str = "vi/explainers/vneid.json";

#[test]
fn nothing_poisonous_comes_into_the_site() {
    let poisons = [
        (
            VNEID,
            TITLE,
            "\"title\": \"<script>alert(1)</script>\\\"><img src=x onerror=alert(1)>\\u202e VNeID",
        ),
        (
            VNEID,
            "\"today\": \"",
            "\"today\": \"[a](javascript:alert(1)) [b](https://dichvucong.gov.vn:x@evil.com/) ",
        ),
        ("shared/sources.json", "\"url\": \"https://", "\"url\": \"javascript://"),
        (
            "vi/home.json",
            "\"title\": \"",
            "\"title\": \"</title><script>alert(2)</script>\\u0000\\u2066",
        ),
        (
            "index.json",
            "https://buocso.example",
            "https://buocso.example\\\"><script>alert(3)</script>",
        ),
    ];
    let out = site("words", &poisons).unwrap();
    let pages = written(&out, &["html"]);
    assert!(pages.len() > 100);
    let boot = |tag: &&str| tag.starts_with("script id=\"boot\" src=\"/assets/boot-");
    let first = format!("script>{}", first());
    for (name, html) in &pages {
        let tags: Vec<&str> = html.split('<').collect();
        let scripts = tags.iter().filter(|tag| tag.starts_with("script"));
        let scripts: Vec<&str> = scripts.copied().filter(|tag| !boot(tag)).collect();
        assert_eq!(
            scripts,
            [first.as_str()],
            "{name}: the script that each page carries, and no other"
        );
        assert!(!tags.iter().any(|tag| tag.starts_with("img")), "{name}: a picture");
        for to in attributes(html, "href").into_iter().chain(attributes(html, "src")) {
            let starts = ["/", "#", "https://", "tel:", "?"];
            let is_fine = starts.iter().any(|start| to.starts_with(start));
            assert!(is_fine && !to.starts_with("//") && !to.contains("evil.com"), "{name}: {to}");
        }
    }
    let data = written(&out, &["json", "xml", "csv", "txt"]);
    for (name, text) in pages.iter().chain(&data) {
        // A table for spreadsheets begins with a mark on purpose.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        assert!(!text.contains(is_hidden), "{name}: a hidden character");
        assert!(!text.contains("\"javascript:"), "{name}");
    }
    let (_, page) =
        pages.iter().find(|(name, _)| name.ends_with("-out/giai-thich/vneid/index.html")).unwrap();
    assert!(page.contains("&lt;script>alert(1)") || page.contains("&lt;script&gt;alert(1)"));
}

#[test]
fn ids_that_lead_out_of_the_folder_are_refused() {
    let slug = "../../../../escaped";
    let poisons = [
        ("shared/models.json", "\"id\": \"", "\"id\": \"../../../../escaped"),
        ("vi/models.json", "\"id\": \"", "\"id\": \"../../../../escaped"),
        ("en/models.json", "\"id\": \"", "\"id\": \"../../../../escaped"),
    ];
    let said = site("ids", &poisons).unwrap_err();
    assert!(said.contains("cannot be an address") && said.contains(slug), "{said}");
    let said = site("languages", &[("index.json", "\"code\": \"en\"", "\"code\": \"../en\"")]);
    assert!(said.unwrap_err().contains("language code"));
}

#[test]
fn what_no_reader_could_use_is_refused() {
    let long = ["\"title\": \"", &"a".repeat(10_000_000), "VNeID"].concat();
    let said = site("long", &[(VNEID, TITLE, &long)]).unwrap_err();
    assert!(said.contains("vneid.json") && said.contains("Bytes"), "{said}");
    let models = ["[", &r#"{"id": "m"},"#.repeat(100_000)].concat();
    let said = site("many", &[("shared/models.json", "[", &models)]).unwrap_err();
    assert!(said.contains("models.json") && said.contains("Items"), "{said}");
}
