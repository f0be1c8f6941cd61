//! The content checker and the map: what lies where it cannot lie, and what must not be missing.
#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used)]

#[path = "shelf/files.rs"]
mod shelf;

use shelf::files;

use buoc_so::domain::check::{MessageLang, Problem, ProblemKind as P, Severity, check};
use buoc_so::domain::library::Files;

const MODELS: &str = "shared/models.json";

fn model(id: usize, province: &str, lon: f64, lat: f64) -> String {
    format!(
        r#"{{"id": "m{id}", "province": "{province}", "former": null, "year": "2024",
"year_basis": "stated", "pillar": "society", "kind": "x", "sector": "community",
"scope": "commune", "evidence": "told", "source": "x", "strength": "press",
"confidence": "sourced", "position": {{"lon": {lon}, "lat": {lat}}}}}"#
    )
}

/// The problems of the map when models are these; other problems of made-up models are left out.
fn problems(models: &[String]) -> Vec<Problem> {
    let mut files = files();
    let is_needed = |file: &str| file.starts_with("map/") || file == "shared/provinces.json";
    files.retain(|file, _| is_needed(file));
    files.insert(MODELS.into(), format!("[{}]", models.join(",\n")));
    let is_ours = |problem: &Problem| {
        matches!(
            problem.kind,
            P::PositionOutside { .. }
                | P::PositionElsewhere { .. }
                | P::TooManyModels { .. }
                | P::MapLacks { .. }
                | P::WrongNumber { .. }
                | P::Refused { .. }
        )
    };
    check(&files).problems.into_iter().filter(is_ours).collect()
}

#[track_caller]
fn check_place(province: &str, lon: f64, lat: f64, what: Option<&str>) {
    let found = problems(&[model(1, province, lon, lat)]);
    let Some(what) = what else {
        assert!(found.is_empty(), "{province} {lon} {lat}: {found:#?}");
        return;
    };
    let [problem] = found.as_slice() else { panic!("{province} {lon} {lat}: {found:#?}") };
    assert_eq!((problem.file.as_str(), problem.severity), (MODELS, Severity::Error));
    assert_eq!((problem.line, problem.path.as_str()), (4, "$[0].position"));
    for lang in [MessageLang::Vietnamese, MessageLang::English] {
        let words = problem.words(lang);
        let all = format!("{} {} {}", words.what, words.why, words.cure);
        assert!(!all.contains('{') && words.cure.contains("position"), "{words:?}");
    }
    let words = problem.words(MessageLang::Vietnamese);
    assert!(words.what.contains(what), "{words:?}");
}

#[test]
fn a_model_stands_in_its_province() {
    check_place("ha-noi", 105.85, 21.03, None);
    check_place("tuyen-quang", 104.98, 22.83, None);
    check_place("an-giang", 103.98, 10.23, None);
    check_place("ha-noi", 106.68, 20.86, Some("nằm trong Hải Phòng, không phải Hà Nội"));
    check_place("lam-dong", 109.19, 12.24, Some("nằm trong Khánh Hòa"));
}

#[test]
fn the_sea_near_the_shore_belongs_to_its_province() {
    check_place("gia-lai", 109.35, 13.78, None);
    check_place("gia-lai", 110.2, 13.78, Some("cách Gia Lai khoảng"));
    check_place("hue", 109.35, 13.78, Some("nằm trong Gia Lai"));
}

#[test]
fn islands_and_both_archipelagos_are_land() {
    check_place("da-nang", 112.339, 16.834, None);
    check_place("khanh-hoa", 114.329, 9.886, None);
    check_place("hai-phong", 107.73, 20.13, None);
    check_place("quang-tri", 107.34, 17.16, None);
    check_place("da-nang", 114.329, 9.886, Some("nằm trong Khánh Hòa"));
    check_place("khanh-hoa", 113.5, 14.5, Some("cách Khánh Hòa khoảng"));
}

#[test]
fn places_abroad_and_swapped_numbers_are_named() {
    check_place("quang-tri", 104.75, 16.55, Some("cách Quảng Trị khoảng"));
    check_place("ha-noi", 21.03, 105.85, Some("khoảng 20000 km"));
    check_place("ha-noi", 0.0, 0.0, Some("cách Hà Nội khoảng"));
}

#[test]
fn more_models_than_a_telephone_can_hold_are_refused() {
    let many: Vec<String> = (0..20_001).map(|id| model(id, "hue", 0.0, 0.0)).collect();
    let found = problems(&many);
    let [problem] = found.as_slice() else { panic!("{} problems", found.len()) };
    assert!(matches!(problem.kind, P::TooManyModels { count: 20_001, limit: 20_000 }));
    assert!(problem.words(MessageLang::English).what.contains("20001 models, more than 20000"));
}

#[track_caller]
fn check_lack(file: &str, from: &str, to: &str, name: &str) {
    let mut files = files();
    let text = files.get(file).unwrap();
    assert!(text.contains(from), "{file} holds no {from}");
    let broken = text.replacen(from, to, 1);
    files.insert(file.into(), broken);
    let report = check(&files);
    let lacks = |p: &&Problem| matches!(&p.kind, P::MapLacks { name: lacked } if lacked == name);
    let problem = report.problems.iter().find(lacks);
    let problem = problem.unwrap_or_else(|| panic!("{}", report.text(MessageLang::English)));
    assert_eq!((problem.file.as_str(), problem.severity), (file, Severity::Error));
    assert!(problem.words(MessageLang::Vietnamese).why.contains("Trường Sa"));
}

#[test]
fn a_map_without_a_province_or_an_archipelago_is_refused() {
    check_lack("map/islands.json", "\"id\":\"hoang-sa\"", "\"id\":\"x\"", "hoang-sa");
    check_lack("map/islands.json", "Khánh Hòa\",\"p\":\"56\"", "X\",\"p\":\"48\"", "truong-sa");
    check_lack("map/tiles.json", ",\"truong-sa\":[13,6]", "", "truong-sa");
    check_lack("map/tiles.json", "\"code\":\"46\"", "\"code\":\"47\"", "Huế");
    check_lack("map/labels.json", "\"code\":\"01\"", "\"code\":\"99\"", "Hà Nội");
    for level in ["lo", "mid"] {
        let file = format!("map/vn-{level}.plane.topo.json");
        let of_today = "\"id\":\"48\",\"properties\":{\"name\":\"Đà Nẵng\",\"type\"";
        let renamed = of_today.replace("48", "77");
        check_lack(&file, of_today, &renamed, "Đà Nẵng");
    }
}

#[test]
fn characters_that_turn_text_around_are_refused_everywhere() {
    let all = files();
    for sign in ["\u{202e}", "\u{2067}", "\u{61c}", "\u{200f}", "\u{e0041}", "\\u202d", "\\u061c"] {
        for file in ["vi/home.json", "map/tiles.json", "shared/sources.json"] {
            let mut files = Files::from([(file.into(), all.get(file).unwrap().clone())]);
            let text = files.get(file).unwrap();
            let key = if file.starts_with("map") { "\"name\":\"" } else { "\"title\": \"" };
            assert!(text.contains(key), "{file}");
            let broken = text.replacen(key, &format!("{key}{sign}"), 1);
            files.insert(file.into(), broken);
            let report = check(&files);
            let mut errors = report.problems.iter().filter(|p| p.severity == Severity::Error);
            let is_hidden = |p: &Problem| matches!(p.kind, P::HiddenCharacter { .. });
            assert!(errors.any(|p| is_hidden(p) && p.file == file), "{sign:?} in {file}");
        }
    }
}
