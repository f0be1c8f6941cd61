//! What people and addresses bring in: any text at all.

use std::sync::OnceLock;

use buoc_so::domain::compose::Composer;
use buoc_so::domain::date::Date;
use buoc_so::domain::decimal::Decimal;
use buoc_so::domain::digits::number;
use buoc_so::domain::fold::{compose, fold, has_words};
use buoc_so::domain::interface::fill;
use buoc_so::domain::json;
use buoc_so::domain::listing::{Filter, Listing, texts};
use buoc_so::domain::route::{Address, AddressMode, Route};
use buoc_so::domain::search::Index;
use buoc_so::domain::telex::{telex, vni};
use buoc_so::domain::text::{Mark, marks, plain, target};
use proptest::prelude::*;

use super::mutate::BAD;
use super::shelf::library;

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let pack = &library().packs[0];
        let mut documents = Composer::new(library(), pack).search_documents();
        documents.truncate(120);
        Index::with_synonyms(documents, &pack.interface.synonyms)
    })
}

fn listing() -> &'static (Listing, Vec<String>) {
    static LISTING: OnceLock<(Listing, Vec<String>)> = OnceLock::new();
    LISTING.get_or_init(|| {
        let listing = Composer::new(library(), &library().packs[0]).listing();
        let texts = texts(&listing);
        (listing, texts)
    })
}

/// Any text, with the pieces that readers look for more often than chance brings them.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "\\PC{0,8}".boxed(),
        2 => ".{0,6}".boxed(),
        2 => prop::sample::select(BAD.to_vec()).prop_map(String::from).boxed(),
        3 => prop::sample::select(vec![
            "**", "[", "](", ")", "{", "}", "|", ".", "{kt-01", "term:", "/", "#", "?", "-", "&q=",
            "giai-thich", "en", "index.html", "dd", "aa", "w", "s", "9", "\u{1ec7}", "\u{323}",
        ])
        .prop_map(String::from)
        .boxed(),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Letters of all marks; no mark makes words out of nothing.
fn n_letters(marks: &[Mark]) -> usize {
    let letters = |mark: &Mark| match mark {
        Mark::Plain(text) | Mark::Link { label: text, .. } => text.len(),
        Mark::Strong(inner) => n_letters(inner),
        Mark::Figure { fact, wording, .. } => fact.len() + wording.as_ref().map_or(0, String::len),
    };
    marks.iter().map(letters).sum()
}

proptest! {
    #![proptest_config(super::cases(800))]

    #[test]
    fn any_text_is_marked_text_or_an_error_at_its_place(text in any_text()) {
        match marks(&text) {
            Ok(marks) => {
                prop_assert!(n_letters(&marks) <= text.len());
                prop_assert!(plain(&marks).len() <= text.len());
            }
            Err(error) => prop_assert!(text.is_char_boundary(error.offset) && error.offset < text.len()),
        }
        let _ = target(&text);
    }

    #[test]
    fn any_text_is_an_address_or_none(text in any_text(), base in "/([a-z]{1,5}/){0,2}") {
        let modes = [AddressMode::Path { base: base.clone() }, AddressMode::Hash];
        for mode in modes {
            for href in [text.clone(), [&base, text.as_str()].concat(), ["#/", &text].concat()] {
                let Some(address) = Address::parse(&href, &mode, &["vi", "en"]) else { continue };
                let again = address.href(&mode, "vi");
                let path = again.split(['?', '#']).next().unwrap_or("");
                prop_assert!(!path.contains("..") && !path.contains('\\') && path.is_ascii(), "{}", again);
                prop_assert!(!path.get(1..).unwrap_or("").contains("//"), "{}", again);
            }
        }
        if let Route::Explainer(slug) | Route::Model(slug) | Route::Province(slug) = Route::parse(&text) {
            prop_assert!(slug.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
        }
    }

    #[test]
    fn any_text_can_be_searched_for(text in any_text()) {
        let outcome = index().search(&text, 10);
        prop_assert!(outcome.hits.len() <= 10);
        let shown = outcome.hits.iter().flat_map(|hit| hit.title.iter().chain(&hit.snippet));
        prop_assert!(shown.map(|part| part.text.len()).sum::<usize>() < 20_000);
    }

    #[test]
    fn any_text_filters_the_list(text in any_text()) {
        let (listing, texts) = listing();
        let mut filter = Filter::default();
        filter.ask(&text);
        let kept = filter.apply(listing, texts);
        prop_assert!(kept.len() <= listing.entries.len());
        prop_assert!(!filter.is_open() || kept.len() == listing.entries.len());
    }

    #[test]
    fn letters_are_folded_and_keyed_without_growing(text in any_text()) {
        prop_assert!(compose(&text).len() <= text.len());
        let folded = fold(&text);
        // Lower case of a few letters of other scripts is a byte longer, never more.
        prop_assert!(folded.chars().count() <= text.chars().count());
        let _ = has_words(&folded, &text);
        for word in text.split_whitespace() {
            for meant in [telex(word), vni(word)].into_iter().flatten() {
                prop_assert!(meant.chars().count() <= word.chars().count());
            }
        }
    }

    #[test]
    fn any_text_is_a_number_or_none(text in prop_oneof![any_text(), "[-+0-9.]{0,30}".boxed(), "[0-9+-]{4}-[0-9+-]{2}(-[0-9+-]{2})?".boxed()]) {
        if let Ok(date) = Date::try_from(text.clone()) {
            prop_assert_eq!(String::from(date), text.clone());
            prop_assert!(date.first_day() <= date.last_day());
        }
        if let Ok(decimal) = Decimal::try_from(text.clone()) {
            prop_assert!(decimal.value().is_finite());
            prop_assert!(decimal.display(".", ",").chars().count() <= 2 * text.len());
        }
        if let Some(n) = number(&text) {
            prop_assert_eq!(u32::try_from(text.parse::<u64>().unwrap()).ok(), Some(n));
        }
        let _ = json::read(&text);
    }

    #[test]
    fn a_template_is_filled_once(text in any_text(), value in any_text()) {
        let filled = fill(&text, "n", &value);
        let n_slots = text.matches("{n}").count();
        prop_assert!(filled.len() <= text.len() + n_slots * value.len());
        prop_assert!(n_slots > 0 || filled == text);
    }
}

/// A million signs where a few are expected: as many steps as signs, or the rest is not read.
#[test]
fn a_text_without_end_is_read_in_one_go() {
    let start = std::time::Instant::now();
    let (listing, texts) = listing();
    for piece in [
        "a",
        "s",
        "w",
        "d9",
        "x ",
        "\u{301}",
        "ddooir",
        "1",
        "kh\u{1ed1}i ",
        "{",
        "[",
        "**a",
        "u\u{31b}",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        assert!(index().search(&text, 10).hits.len() <= 10);
        let mut filter = Filter::default();
        filter.ask(&text);
        assert!(filter.apply(listing, texts).len() <= listing.entries.len());
        let _ =
            (marks(&text), target(&text), fill(&text, "n", "x"), compose(&text), json::read(&text));
        let _ = (Route::parse(&text), Date::try_from(text.clone()), Decimal::try_from(text));
    }
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn a_search_text_as_long_as_a_book_understands_no_more_than_a_line() {
    let outcome = index().search(&"chuyen doi so ".repeat(10_000), 10);
    assert!(outcome.understood.is_none_or(|text| text.len() < 400));
}
