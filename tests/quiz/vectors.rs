//! The vectors and the bank they were made with.

use buoc_so::domain::quiz::response::Parameters;
use buoc_so::domain::quiz::select::Candidate;
use serde_json::Value;

/// Two numbers closer than this are the same.
pub(crate) const NEAR: f64 = 1e-6;

pub(crate) fn vectors() -> Value {
    serde_json::from_str(include_str!("../data/quiz-vectors.json")).unwrap()
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

pub(crate) fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    list(value).iter().map(number).collect()
}

pub(crate) fn whole(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// The twenty questions T01 to T20.
pub(crate) fn bank20() -> Vec<Candidate> {
    let candidate = |item: &Value| {
        let value = |name: &str| number(&item[name]);
        Candidate {
            id: text(&item["id"]).into(),
            domain: whole(&item["dom"]),
            parameters: Parameters::new(value("a"), value("b"), value("c"), value("d")).unwrap(),
            enemies: Vec::new(),
        }
    };
    list(&vectors()["bank20"]).iter().map(candidate).collect()
}

#[track_caller]
pub(crate) fn check_near(found: f64, wanted: f64, place: &str) {
    assert!((found - wanted).abs() <= NEAR, "{place}: {found} is not {wanted}");
}

#[track_caller]
pub(crate) fn check_all_near(found: &[f64], wanted: &[f64], place: &str) {
    assert_eq!(found.len(), wanted.len(), "{place}");
    for (found, wanted) in found.iter().zip(wanted) {
        check_near(*found, *wanted, place);
    }
}
