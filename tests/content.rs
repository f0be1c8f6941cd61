//! The authored content reads, and every page of it can be made.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use buoc_so::domain::compose::Composer;
use buoc_so::domain::library::{Files, Library};
use buoc_so::domain::page::Page;
use buoc_so::domain::wire;

fn files() -> Files {
    fn walk(dir: &Path, root: &Path, files: &mut Files) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, root, files);
            } else if path.extension().is_some_and(|ending| ending == "json") {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content");
    let mut files = Files::new();
    walk(&root, &root, &mut files);
    files
}

#[test]
fn every_authored_file_reads() {
    let errors = Library::load(&files()).err().unwrap_or_default();
    let lines: Vec<String> =
        errors.iter().map(|e| format!("{}:{}:{} {}", e.file, e.line, e.column, e.reason)).collect();
    assert!(errors.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn every_page_is_made_and_survives_the_journey_to_the_browser() {
    let library = Library::load(&files()).unwrap();
    for pack in &library.packs {
        let composer = Composer::new(&library, pack);
        for route in composer.routes() {
            let page = composer.page(&route);
            assert!(!page.title.is_empty() && page.blocks.len() + page.passports.len() > 0);
            let read: Option<Page> = wire::from_json(&wire::to_json(&page));
            assert_eq!(read, Some(page), "{route:?}");
        }
    }
}
