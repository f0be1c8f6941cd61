//! The pages of provinces: all there, old units apart, figures with their sources.
#![allow(clippy::unwrap_used)]

#[path = "shelf/files.rs"]
mod shelf;

use shelf::{files, library};

use buoc_so::domain::compose::Composer;
use buoc_so::domain::interface::fill;
use buoc_so::domain::library::{Library, Pack};
use buoc_so::domain::page::{Block, Page, Rich, Row, plain};
use buoc_so::domain::passport::date_words;
use buoc_so::domain::province_notes::CommitmentStatus;
use buoc_so::domain::route::Route;
use buoc_so::domain::search::Index;
use buoc_so::domain::tree::{Child, Element};

fn province(pack: &Pack, id: &str) -> Page {
    Composer::new(library(), pack).page(&Route::Province(id.into()))
}

/// The texts of a page, one line a paragraph, row or item.
fn lines(blocks: &[Block]) -> Vec<String> {
    fn tree(element: &Element, lines: &mut Vec<String>) {
        let mut own = String::new();
        for child in element.inside() {
            match child {
                Child::Element(child) => tree(child, lines),
                Child::Span(span) => own.push_str(&plain(std::slice::from_ref(span))),
            }
        }
        lines.push(own);
    }
    let row = |row: &Row| {
        let tags: Vec<&str> = row.tags.iter().map(|tag| tag.text.as_str()).collect();
        let more: Vec<String> = row.more.iter().map(|line| plain(line)).collect();
        [&row.kicker, &row.title, &plain(&row.text), &tags.join(" "), &more.join(" ")]
            .map(String::as_str)
            .join(" ")
    };
    let pair = |(a, b): &(Rich, Rich)| [plain(a), plain(b)].join(" ");
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Header(header) => {
                found.push([&header.title, " ", &plain(&header.lead)].concat())
            }
            Block::Split { main, side } => {
                found.extend(lines(main));
                found.extend(lines(side));
            }
            Block::Section { title, body, .. } | Block::Fold { summary: title, body, .. } => {
                found.push(title.clone());
                found.extend(lines(body));
            }
            Block::Text(text) | Block::Small(text) => found.push(plain(text)),
            Block::List { items, .. } => found.extend(items.iter().map(|item| plain(item))),
            Block::Terms(terms) => found.extend(terms.iter().map(pair)),
            Block::Rows(rows) => found.extend(rows.iter().map(row)),
            Block::Tree(element) => tree(element, &mut found),
            _ => {}
        }
    }
    found
}

fn section<'a>(blocks: &'a [Block], wanted: &str) -> Option<&'a [Block]> {
    blocks.iter().find_map(|block| match block {
        Block::Section { id, body, .. } if id == wanted => Some(body.as_slice()),
        Block::Split { main, side } => section(main, wanted).or_else(|| section(side, wanted)),
        _ => None,
    })
}

#[test]
fn every_province_has_a_page_in_every_language() {
    for pack in &library().packs {
        assert_eq!(library().provinces.today.len(), 34);
        for place in &library().provinces.today {
            let page = province(pack, &place.id);
            let name = if pack.lang == "vi" { &place.name } else { &place.name_en };
            assert!(page.title.contains(name), "{}", page.title);
            for part in ["summary", "models", "documents"] {
                let part = section(&page.blocks, part).unwrap();
                assert!(!lines(part).concat().trim().is_empty(), "{}", place.id);
            }
            let numbers = page.passports.iter().filter(|p| p.fact == place.fact_id()).count();
            assert_eq!(numbers, 2, "people and area of {}", place.id);
        }
    }
}

#[test]
fn what_nobody_knows_is_said_to_be_unknown() {
    for pack in &library().packs {
        let text = lines(&province(pack, "lai-chau").blocks).join("\n");
        let unknown = &pack.interface.headings.unknown;
        assert!(text.matches(unknown.as_str()).count() >= 4, "{text}");
    }
}

#[test]
fn a_merged_province_names_its_former_units_with_their_dates() {
    let provinces = &library().provinces;
    for pack in &library().packs {
        for place in provinces.today.iter().filter(|place| place.valid_from.is_some()) {
            let page = province(pack, &place.id);
            let Some(Block::Split { main, .. }) = page.blocks.first() else { panic!("no head") };
            let head = lines(main).concat();
            let since = date_words(&pack.interface, place.valid_from.unwrap());
            assert!(head.contains(&since), "{head}");
            let rows = lines(section(&page.blocks, "truoc-2025").unwrap());
            for unit in provinces.units(place) {
                let until = date_words(&pack.interface, unit.valid_to.unwrap());
                let badge = fill(&pack.interface.passports.before_2025, "name", &unit.name);
                let is_it = |row: &String| row.contains(&badge) && row.contains(&until);
                assert!(head.contains(&unit.name) && rows.iter().any(is_it), "{}", unit.id);
            }
        }
    }
}

#[test]
fn every_old_name_is_found_and_leads_to_todays_page() {
    let pack = library().packs.first().unwrap();
    let documents = Composer::new(library(), pack).search_documents();
    let index = Index::with_synonyms(documents, &pack.interface.synonyms);
    for unit in &library().provinces.former {
        let hits = index.search(&unit.name, 3).hits;
        let page = ["/tinh/", &unit.successor, "/"].concat();
        let leads = hits.iter().filter_map(|hit| index.document(hit));
        let mut leads = leads.filter(|document| document.kind == "place");
        assert!(leads.any(|document| document.href.starts_with(&page)), "{}", unit.name);
    }
}

/// What `seeds-rows.md` asks of the five source provinces.
const EXPECTED: [(&str, &[&str]); 5] = [
    (
        "quang-ngai",
        &[
            "qn-02", "qn-03", "qn-04", "qn-05", "qn-06", "qn-08", "qn-09", "qn-10", "qn-20",
            "qn-21", "qn-23", "qn-24", "dti-12",
        ],
    ),
    (
        "tuyen-quang",
        &[
            "tq-01", "tq-02", "tq-03", "tq-04", "tq-05", "tq-06", "tq-07", "tq-08", "tq-09",
            "tq-10", "tq-11", "tq-13", "tq-14", "tq-15", "tq-20", "tq-21", "tq-22", "tq-23",
            "tq-24", "tq-25", "tq-26",
        ],
    ),
    ("da-nang", &["mt-08", "mt-09", "dti-09", "dti-17", "hc-04"]),
    ("dong-nai", &["dn-08", "dn-10", "dn-11", "dn-20", "dti-13", "hc-03"]),
    (
        "quang-tri",
        &[
            "qt-02", "qt-03", "qt-04", "qt-05", "qt-06", "qt-07", "qt-08", "qt-09", "qt-10",
            "qt-11", "qt-12", "qt-13", "qt-16", "qt-20", "qt-21", "qt-22", "qt-23", "qt-24",
            "qt-25", "qt-26", "qt-27", "dti-13",
        ],
    ),
];

#[test]
fn the_source_provinces_carry_what_their_sources_say() {
    for pack in &library().packs {
        for (id, facts) in EXPECTED {
            let page = province(pack, id);
            for fact in facts {
                let has = page.passports.iter().any(|passport| passport.fact == *fact);
                assert!(has, "{id} lacks {fact}");
            }
        }
    }
}

#[test]
fn a_promise_is_unclear_until_a_source_says_more() {
    let made: CommitmentStatus = serde_json::from_str("\"unclear\"").unwrap();
    assert_eq!(made, CommitmentStatus::default());
    for commitment in &library().province_notes.commitments {
        let shown = commitment.status_fact.is_some();
        assert!(shown || commitment.status == CommitmentStatus::Unclear, "{}", commitment.id);
    }
    let pack = library().packs.first().unwrap();
    let page = province(pack, "tuyen-quang");
    let promises = lines(section(&page.blocks, "commitments").unwrap()).join("\n");
    assert!(promises.contains("chưa rõ"), "{promises}");
}

#[test]
fn a_target_is_called_one_wherever_it_stands() {
    let pack = library().packs.first().unwrap();
    for (id, number) in
        [("tuyen-quang", "20% GRDP"), ("quang-ngai", "nhóm 10"), ("quang-ngai", "nhóm 20")]
    {
        let mut seen = 0;
        for line in lines(&province(pack, id).blocks) {
            if line.contains(number) {
                seen += 1;
                let line = line.to_lowercase();
                assert!(line.contains("mục tiêu"), "{line}");
                assert!(!line.contains("nhóm 10") || line.contains("dự thảo"), "{line}");
            }
        }
        assert!(seen > 0, "{number} is not on the page of {id}");
    }
}

/// The content with models: id, province, evidence.
fn with_models(models: &[(&str, &str, &str)]) -> Library {
    let mut files = files();
    let data: Vec<String> = models
        .iter()
        .map(|(id, province, evidence)| {
            format!(
                r#"{{"id": "{id}", "province": "{province}", "former": null, "year": "unknown",
                "year_basis": "none", "pillar": "society", "kind": "to-cong-nghe-so",
                "sector": "community", "scope": "village", "evidence": "{evidence}",
                "source": "own-knowledge", "strength": "press", "confidence": "single_source"}}"#
            )
        })
        .collect();
    let words: Vec<String> = models
        .iter()
        .map(|(id, ..)| {
            format!(
                r#"{{"id": "{id}", "name": "Name {id}", "place": "Place {id}", "summary": "x",
                "who": "x", "figures": [], "caution": null, "stumbles": "unknown",
                "identity": "unknown"}}"#
            )
        })
        .collect();
    files.insert("shared/models.json".into(), format!("[{}]", data.join(",")));
    for lang in ["vi", "en"] {
        files.insert(format!("{lang}/models.json"), format!("[{}]", words.join(",")));
    }
    Library::load(&files).unwrap()
}

#[test]
fn the_nearest_models_are_the_provinces_own_and_then_the_regions() {
    let models = [
        ("a-told", "tuyen-quang", "told"),
        ("b-counted", "tuyen-quang", "counted"),
        ("c-near", "lao-cai", "told"),
        ("d-far", "ca-mau", "measured"),
    ];
    let library = with_models(&models);
    let pack = library.packs.first().unwrap();
    let composer = Composer::new(&library, pack);
    let page = composer.page(&Route::Province("tuyen-quang".into()));
    let summary = lines(section(&page.blocks, "summary").unwrap()).join("\n");
    let places: Vec<usize> = ["Name b-counted", "Name a-told", "Name c-near"]
        .iter()
        .map(|name| summary.find(name).unwrap())
        .collect();
    assert!(places.is_sorted() && !summary.contains("Name d-far"), "{summary}");
    let own = lines(section(&page.blocks, "models").unwrap()).join("\n");
    assert!(own.contains("Name a-told") && !own.contains("Name c-near"), "{own}");
    let list = lines(&composer.page(&Route::Provinces).blocks);
    assert!(list.contains(&fill(&pack.interface.province_page.model_count, "n", "2")));
}

#[test]
fn both_archipelagos_stand_on_the_list_with_their_provinces() {
    for pack in &library().packs {
        let page = Composer::new(library(), pack).page(&Route::Provinces);
        let islands = lines(section(&page.blocks, "islands").unwrap());
        let is_there = |names: [&str; 2]| {
            islands.iter().any(|line| names.iter().all(|name| line.contains(name)))
        };
        assert!(is_there(["Hoàng Sa", "Đà Nẵng"]) && is_there(["Trường Sa", "Khánh Hòa"]));
        let list = lines(&page.blocks);
        for place in &library().provinces.today {
            let name = if pack.lang == "vi" { &place.name } else { &place.name_en };
            assert!(list.contains(name), "{name}");
        }
    }
}
