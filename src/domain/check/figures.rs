//! Figures: dates inside a place's life, ranks with their base, derived numbers with
//! their arithmetic, a label for each figure.

use super::super::date::Date;
use super::super::fact::{Fact, FactWords, Status};
use super::super::place::{FormerProvince, IndexYear, Province, Provinces};
use super::super::reference::{Document, Organisation, OrganisationWords};
use super::desk::{Desk, Findings};
use super::kind::ProblemKind;
use super::source::Node;

const FACTS: &str = "shared/facts.json";
const PROVINCES: &str = "shared/provinces.json";
const ORGANISATIONS: &str = "shared/organisations.json";
/// The index counts 63 places to 2023, 34 since (T1).
const LAST_YEAR_OF_63: u16 = 2023;

/// Checks every figure.
pub(super) fn check(desk: &Desk, found: &mut Findings) {
    for (list, expected) in [("today.*.dti.*", 34), ("former.*.dti.*", 63)] {
        for (node, year) in desk.records::<IndexYear>(PROVINCES, list) {
            base(node, &year, expected, found);
        }
    }
    let provinces = provinces(desk);
    for (node, fact) in desk.records::<Fact>(FACTS, "*") {
        let life = |node, place: &str, date| outside_life(&provinces, node, place, date);
        found.extend(life(node.seek("as_of"), &fact.place, fact.as_of).map(|k| at(FACTS, k)));
        for (index, figure) in fact.figures.iter().enumerate() {
            let node = node.seek(&format!("figures.{index}"));
            if figure.place.is_some() || figure.as_of.is_some() {
                let place = figure.place.as_deref().unwrap_or(&fact.place);
                let on = if figure.as_of.is_some() { "as_of" } else { "place" };
                let date = figure.as_of.or(fact.as_of);
                found.extend(life(node.seek(on), place, date).map(|kind| at(FACTS, kind)));
            }
            if figure.unit == "rank" && !matches!(figure.of, Some(63 | 34)) {
                found.of(FACTS, node.seek("of"), ProblemKind::RankBase { found: figure.of });
            }
            let formula = figure.formula.as_deref().unwrap_or("");
            if figure.status == Status::Derived && formula.trim().is_empty() {
                found.of(FACTS, node.seek("formula"), ProblemKind::NoFormula);
            }
        }
    }
    for (node, document) in desk.records::<Document>("shared/documents.json", "*") {
        let kind = outside_life(&provinces, node.seek("date"), &document.place, document.date);
        found.extend(kind.map(|kind| at("shared/documents.json", kind)));
    }
    dates_of_checks(desk, found);
    labels(desk, found);
}

/// The places whose records read.
pub(super) fn provinces(desk: &Desk) -> Provinces {
    let today: Vec<(&Node, Province)> = desk.records(PROVINCES, "today.*");
    let former: Vec<(&Node, FormerProvince)> = desk.records(PROVINCES, "former.*");
    Provinces {
        today: today.into_iter().map(|(_, place)| place).collect(),
        former: former.into_iter().map(|(_, place)| place).collect(),
    }
}

fn at(file: &str, (offset, kind): (usize, ProblemKind)) -> super::desk::Finding {
    super::desk::Finding { file: file.into(), offset, kind }
}

/// Today's places rank among 34, the former ones among 63 (T1).
fn base(node: &Node, year: &IndexYear, expected: u16, found: &mut Findings) {
    let kind = match year.of {
        of if !matches!(of, 63 | 34) => ProblemKind::RankBase { found: Some(of) },
        of if of != expected => ProblemKind::BaseOfList { found: of, expected },
        63 if year.year.year() > LAST_YEAR_OF_63 => {
            ProblemKind::BaseOfYear { year: year.year.year() }
        }
        _ => return,
    };
    found.of(PROVINCES, node.seek("of"), kind);
}

/// What is wrong with a date at a place that was not there yet, or no more (T2).
pub(super) fn outside_life(
    provinces: &Provinces,
    node: &Node,
    place: &str,
    date: Option<Date>,
) -> Option<(usize, ProblemKind)> {
    let (life, date) = (provinces.life(place)?, date?);
    let kind = ProblemKind::OutsideLife {
        place: place.into(),
        date: date.into(),
        from: life.from.map(String::from),
        to: life.to.map(String::from),
    };
    (!life.contains(date)).then_some((node.start, kind))
}

/// Nobody read, counted or checked anything after the day of the edition.
fn dates_of_checks(desk: &Desk, found: &mut Findings) {
    let edition = desk.text("index.json", "content_version").map(String::from);
    let Some(edition) = edition.and_then(|text| Date::try_from(text).ok()) else { return };
    let dates = [
        (FACTS, "*.verified_on"),
        ("shared/channels.json", "*.verified_on"),
        ("shared/explainers.json", "*.checked_on"),
        // What was published, counted or begun lies behind us, too.
        ("shared/sources.json", "*.published"),
        (FACTS, "*.as_of"),
        (FACTS, "*.figures.*.as_of"),
        ("shared/models.json", "*.year"),
    ];
    for (file, path) in dates {
        for (node, date) in desk.records::<Date>(file, path) {
            if date.first_day() > edition.last_day() {
                let (date, edition) = (String::from(date), String::from(edition));
                found.of(file, node, ProblemKind::AfterEdition { date, edition });
            }
        }
    }
}

/// As many labels as figures, as many former names as dates.
fn labels(desk: &Desk, found: &mut Findings) {
    let facts = desk.records::<Fact>(FACTS, "*");
    let organisations = desk.records::<Organisation>(ORGANISATIONS, "*");
    for lang in &desk.langs {
        let file = format!("{lang}/facts.json");
        for (node, words) in desk.records::<FactWords>(&file, "*") {
            let Some((_, fact)) = facts.iter().find(|(_, fact)| fact.id == words.id) else {
                continue;
            };
            let (expected, labels) = (fact.figures.len(), words.figures.len());
            if expected != labels {
                let kind = ProblemKind::Unpaired { expected, found: labels, other: FACTS.into() };
                found.of(&file, node.seek("figures"), kind);
            }
        }
        let file = format!("{lang}/organisations.json");
        for (node, words) in desk.records::<OrganisationWords>(&file, "*") {
            let data = organisations.iter().find(|(_, data)| data.id == words.id);
            let Some((_, data)) = data else { continue };
            let (expected, names) = (data.former.len(), words.former.len());
            if expected != names {
                let other = String::from(ORGANISATIONS);
                let kind = ProblemKind::Unpaired { expected, found: names, other };
                found.of(&file, node.seek("former"), kind);
            }
        }
    }
}
