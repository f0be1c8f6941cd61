//! Published files, as browsers fetch them: damaged ones are refused or read, and whatever is
//! read can be searched, filtered and drawn.

use std::sync::OnceLock;

use buoc_so::domain::atlas::{AtlasProvince, Measure};
use buoc_so::domain::catalog::Catalog;
use buoc_so::domain::cluster::cluster;
use buoc_so::domain::compose::Composer;
use buoc_so::domain::interface::{AppWords, Phrases};
use buoc_so::domain::json;
use buoc_so::domain::listing::{Facet, Filter, Listing, texts};
use buoc_so::domain::page::Page;
use buoc_so::domain::route::Route;
use buoc_so::domain::search::{Document, Index};
use buoc_so::domain::tree::{Child, Element};
use buoc_so::domain::wire::{Node, Wire, from_json, to_json};

use super::mutate::damaged;
use super::shelf::library;

type Found = (Vec<Document>, Vec<Vec<String>>);
type Models = (Listing, Phrases);
type Places = (Vec<AtlasProvince>, Vec<Measure>);

fn composer() -> Composer<'static> {
    Composer::new(library(), &library().packs[0])
}

/// How many values a node holds, and how many bytes of text.
fn size(node: &Node) -> (usize, usize) {
    let add = |(n, bytes): (usize, usize), (m, more)| (n + m, bytes + more);
    match node {
        Node::Number(_) => (1, 0),
        Node::Text(text) => (1, text.len()),
        Node::List(list) => list.iter().map(size).fold((1, 0), add),
        Node::Map(pairs) => {
            let pairs = pairs.iter().map(|(key, node)| add((0, key.len()), size(node)));
            pairs.fold((1, 0), add)
        }
    }
}

/// Both readers of a damaged text: neither panics, both agree, and what they make is no larger
/// than what they were given. What reads as a value is written and read again unchanged.
#[track_caller]
fn check_reading<T: Wire>(text: &str) -> Option<T> {
    let (small, whole) = (json::read(text), serde_json::from_str::<Node>(text).ok());
    if let Some(node) = &small {
        let (n, bytes) = size(node);
        assert!(n <= text.len() && bytes <= text.len(), "{n} values of {} bytes", text.len());
        assert!(whole.as_ref().is_none_or(|whole| whole == node), "{text}");
    }
    let value = T::unpack(whole?)?;
    let packed = value.pack();
    assert_eq!(T::unpack(packed.clone()).map(|again| again.pack()), Some(packed));
    Some(value)
}

/// Damages a text this often; `act` gets what still reads.
fn check<T: Wire>(text: &str, times: u32, mut act: impl FnMut(T)) -> usize {
    let mut n_read = 0;
    for seed in 0..times {
        if let Some(value) = check_reading::<T>(&damaged(text, seed)) {
            n_read += 1;
            act(value);
        }
    }
    n_read
}

fn walk(tree: &Element) -> usize {
    let inside = tree.inside().iter().map(|child| match child {
        Child::Element(element) => walk(element),
        Child::Span(_) => 1,
    });
    1 + tree.attributes().count() + tree.tag().len().min(1) + inside.sum::<usize>()
}

#[test]
fn a_damaged_page_is_refused_or_drawn() {
    let composer = composer();
    let routes = [
        Route::Home,
        Route::Explainer("vneid".into()),
        Route::Pillar("chinh-quyen-so".into()),
        Route::Timeline,
        Route::Model("dn-tuan-le-2023".into()),
        Route::Province("tuyen-quang".into()),
        Route::Indicator("tuyen-quang-xep-hang".into()),
        Route::Rehearsal("goi-bao-cat-dien".into()),
        Route::SelfCheck,
        Route::Search,
    ];
    let mut n_read = 0;
    for route in routes {
        let text = to_json(&composer.page(&route));
        n_read += check::<Page>(&text, 250, |page| {
            let n: usize = page.trees().iter().map(|tree| walk(tree) + tree.part().len()).sum();
            assert!(n <= text.len() + 200_000);
        });
    }
    assert!(n_read > 100, "{n_read}");
}

#[test]
fn damaged_documents_can_be_searched() {
    let (mut documents, synonyms) = static_documents().clone();
    documents.truncate(40);
    let text = to_json(&(documents, synonyms));
    let n_read = check::<Found>(&text, 400, |(documents, synonyms)| {
        let index = Index::with_synonyms(documents, &synonyms);
        for query in ["chuyen doi so", "\u{111}i\u{1ec7}n", "ddieenj", "x", "\u{202e}"] {
            let outcome = index.search(query, 10);
            assert!(outcome.hits.len() <= 10 && outcome.total <= 400);
        }
    });
    assert!(n_read > 40, "{n_read}");
}

fn static_documents() -> &'static Found {
    static FOUND: OnceLock<Found> = OnceLock::new();
    FOUND.get_or_init(|| {
        let pack = &library().packs[0];
        (Composer::new(library(), pack).search_documents(), pack.interface.synonyms.clone())
    })
}

#[test]
fn a_damaged_list_of_models_can_be_filtered() {
    let words = Phrases::from(&library().packs[0].interface.atlas);
    let text = to_json(&(composer().listing(), words));
    let n_read = check::<Models>(&text, 400, |(listing, words)| {
        let texts = texts(&listing);
        for facet in Facet::ALL {
            for choice in [0, 3, u16::MAX] {
                let mut filter = Filter::default();
                filter.choose(facet, Some(choice));
                filter.ask("xa so");
                assert!(filter.apply(&listing, &texts).len() <= listing.entries.len());
            }
        }
        let points: Vec<(f32, f32)> =
            listing.entries.iter().map(|e| (f32::from(e.x), f32::from(e.y))).collect();
        assert!(cluster(&points, 40.0).list.len() <= points.len());
        assert!(words.get("count").len() <= 100_000);
    });
    assert!(n_read > 40, "{n_read}");
}

#[test]
fn damaged_places_words_and_file_lists_are_refused_or_read() {
    let composer = composer();
    let places = to_json(&(composer.atlas_provinces(), composer.measures()));
    let n_read = check::<Places>(&places, 400, |(provinces, _)| {
        for province in provinces {
            let frame = province.extent.frame();
            assert!(frame.w.is_finite() && frame.h >= 0.0);
        }
    });
    let words = to_json(&library().packs[0].interface.app);
    let n_words = check::<AppWords>(&words, 300, |_| {});
    let catalog = Catalog {
        schema_version: 1,
        content_version: "2026-11-22".into(),
        languages: vec!["vi".into(), "en".into()],
        files: Vec::new(),
    };
    let n_lists = check::<Catalog>(&to_json(&catalog), 300, |catalog| {
        assert!(catalog.path("__proto__").is_none_or(|path| path.starts_with("content/")));
    });
    assert!(n_read > 20 && n_words > 20 && n_lists > 20, "{n_read} {n_words} {n_lists}");
}

#[test]
fn texts_that_turn_around_or_never_end_are_refused() {
    for code in (0x202a..=0x202e).chain(0x2066..=0x2069) {
        let text =
            ["[\"Tuy\u{ea}n ", &char::from_u32(code).unwrap().to_string(), "Quang\"]"].concat();
        assert_eq!(json::read(&text), None, "U+{code:x}");
    }
    assert!(json::read("[\"Tuy\u{ea}n Quang \u{2013} \u{2026}\u{202f}\u{2070}\"]").is_some());
    assert!(json::read(&["[\"", &"a".repeat(100_000), "\"]"].concat()).is_some());
    assert!(json::read(&["[\"", &"a".repeat(100_001), "\"]"].concat()).is_none());
    assert!(json::read(&["[", &"0,".repeat(4_200_000), "0]"].concat()).is_none());
}

#[test]
fn depth_and_breadth_without_end_are_refused_or_read_once() {
    for open in ["[", "{\"a\":", "[[[\"x\",", "[0,["] {
        let text = open.repeat(200_000);
        assert!(json::read(&text).is_none());
        assert!(from_json::<Page>(&text).is_none());
    }
    let wide = ["[", &"0,".repeat(400_000), "0]"].concat();
    let (n, bytes) = json::read(&wide).as_ref().map_or((0, 0), size);
    assert!(n <= wide.len() && bytes == 0);
    assert!(from_json::<Page>(&wide).is_none());
}
