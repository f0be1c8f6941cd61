//! Local models: a page each, one list for all views, three proposals that can be explained.
#![allow(clippy::unwrap_used)]

#[path = "shelf/files.rs"]
mod shelf;

use buoc_so::domain::compose::Composer;
use buoc_so::domain::listing::{Facet, Filter, texts};
use buoc_so::domain::matching::{Wish, best};
use buoc_so::domain::page::{Block, Page, plain};
use buoc_so::domain::route::Route;
use shelf::library;

/// Title and text of every section of a page, in order.
fn sections(blocks: &[Block]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Split { main, side } => {
                found.extend(sections(main));
                found.extend(sections(side));
            }
            Block::Section { id, body, .. } => found.push((id.clone(), text(body))),
            _ => {}
        }
    }
    found
}

fn text(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Text(rich) | Block::Small(rich) => out.push_str(&plain(rich)),
            Block::Terms(terms) => terms.iter().for_each(|(term, words)| {
                out.push_str(&plain(term));
                out.push_str(&plain(words));
            }),
            Block::Rows(rows) => rows.iter().for_each(|row| out.push_str(&row.title)),
            _ => {}
        }
    }
    out
}

fn page(composer: &Composer<'_>, id: &str) -> Page {
    composer.page(&Route::Model(id.into()))
}

#[test]
fn every_model_says_what_it_did_what_came_of_it_and_where_it_stumbled() {
    let library = library();
    assert_eq!(library.models.len(), 129);
    for pack in &library.packs {
        let composer = Composer::new(library, pack);
        let unknown = &pack.interface.models.not_shared;
        for model in &library.models {
            let page = page(&composer, &model.id);
            let sections = sections(&page.blocks);
            for id in ["what", "results", "facts", "proof", "stumbles", "identity", "takes"] {
                let found = sections.iter().find(|(own, _)| own == id);
                assert!(found.is_some_and(|(_, text)| !text.is_empty()), "{} {id}", model.id);
            }
            let figures = page.passports.iter().filter(|p| p.fact == format!("m-{}", model.id));
            assert!(figures.count() >= model.figures.len().min(1), "{}", model.id);
            let words = pack.models.iter().find(|words| words.id == model.id).unwrap();
            let stumbles = &sections.iter().find(|(id, _)| id == "stumbles").unwrap().1;
            assert_eq!(words.stumbles == "unknown", stumbles == unknown, "{}", model.id);
        }
    }
}

#[test]
fn the_list_the_map_and_the_pages_count_the_same_models() {
    let library = library();
    let composer = Composer::new(library, &library.packs[0]);
    let listing = composer.listing();
    let texts = texts(&listing);
    assert_eq!(Filter::default().apply(&listing, &texts).len(), 129);
    let mut by_province = 0;
    for (index, province) in library.provinces.today.iter().enumerate() {
        let mut filter = Filter::default();
        filter.choose(Facet::Province, Some(index as u16));
        let kept = filter.apply(&listing, &texts).len();
        assert_eq!(kept, composer.model_count(&province.id), "{}", province.id);
        by_province += kept;
    }
    assert_eq!(by_province, 129);
    let mut filter = Filter::default();
    filter.ask("hung yen lop");
    assert!(filter.apply(&listing, &texts).len() < 129);
}

#[test]
fn the_four_fields_of_the_source_articles_hold_models() {
    let library = library();
    for sector in ["trade-tourism", "agriculture", "health", "education"] {
        assert!(library.models.iter().any(|model| model.sector.key() == sector), "{sector}");
    }
}

#[test]
fn a_commune_gets_the_same_three_models_each_with_reasons() {
    let library = library();
    let listing = Composer::new(library, &library.packs[0]).listing();
    let wish = Wish {
        scope: Some(3),
        terrain: Some(1),
        network: Some(0),
        budget: Some(0),
        people: Some(1),
    };
    let three = best(&listing, &wish, 3);
    assert_eq!(three.len(), 3);
    assert_eq!(three, best(&listing, &wish, 3));
    assert!(three.iter().all(|found| !found.reasons.is_empty()));
    assert!(three.windows(2).all(|pair| pair[0].points >= pair[1].points));
}

#[test]
fn the_model_of_a_figure_has_its_source_and_its_caution() {
    let library = library();
    for pack in &library.packs {
        let composer = Composer::new(library, pack);
        for passport in library.models.iter().flat_map(|model| page(&composer, &model.id).passports)
        {
            assert!(!passport.title.is_empty() && passport.rows.len() >= 3, "{}", passport.fact);
        }
    }
}
