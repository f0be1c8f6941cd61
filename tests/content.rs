//! The authored content reads, and every page of it can be made.
#![allow(clippy::unwrap_used)]

#[path = "shelf/files.rs"]
mod shelf;

use shelf::files;

use buoc_so::domain::compose::Composer;
use buoc_so::domain::library::Library;
use buoc_so::domain::page::Page;
use buoc_so::domain::wire;

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

#[test]
fn each_question_for_leaders_says_what_follows_from_each_of_three_answers() {
    let library = Library::load(&files()).unwrap();
    for pack in &library.packs {
        let questions = &pack.pages["leader"].sections;
        assert_eq!(questions.len(), 10, "{}", pack.lang);
        for question in questions {
            assert_eq!(question.items.len(), 3, "{}: {}", pack.lang, question.id);
        }
    }
}
