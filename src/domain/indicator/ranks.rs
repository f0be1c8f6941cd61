//! Index ranks of provinces as facts, so that each rank has its passport (T1, T10).

use super::super::date::Date;
use super::super::decimal::Decimal;
use super::super::fact::{Fact, FactWords, Figure, Op, Status};
use super::super::interface::{Interface, fill};
use super::super::place::{IndexYear, Provinces};

/// What of an index year a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    Rank,
    Value,
    Government,
    Economy,
    Society,
}

/// The three pillars, in the order of the page.
pub const PILLARS: [Aspect; 3] = [Aspect::Government, Aspect::Economy, Aspect::Society];

/// The id of the fact that a place's index years belong to.
#[must_use]
pub fn fact_id(place: &str) -> String {
    ["hang-", place].concat()
}

/// Whether an id is one of [`fact_id`].
#[must_use]
pub fn is_fact(id: &str) -> bool {
    id.starts_with("hang-")
}

/// Every known figure of a place's index years, in the order of its fact.
#[must_use]
pub fn figures(years: &[IndexYear]) -> Vec<(Date, Aspect, Figure)> {
    let mut found = Vec::new();
    for year in years {
        let pillar = |rank: Option<u16>| rank.and_then(|n| Decimal::try_from(n.to_string()).ok());
        let pillars = year.pillars.as_ref();
        let values = [
            (Aspect::Rank, year.rank.clone()),
            (Aspect::Value, year.value.clone()),
            (Aspect::Government, pillars.and_then(|p| pillar(p.government))),
            (Aspect::Economy, pillars.and_then(|p| pillar(p.economy))),
            (Aspect::Society, pillars.and_then(|p| pillar(p.society))),
        ];
        let known = values.into_iter().filter_map(|(aspect, value)| Some((aspect, value?)));
        found.extend(known.map(|(aspect, value)| (year.year, aspect, figure(year, aspect, value))));
    }
    found
}

fn figure(year: &IndexYear, aspect: Aspect, value: Decimal) -> Figure {
    let formula = year.formula.clone().filter(|_| aspect == Aspect::Rank);
    let is_pillar = PILLARS.contains(&aspect);
    let pillars_source = year.pillars_source.clone().filter(|_| is_pillar);
    Figure {
        value,
        unit: if aspect == Aspect::Value { "index" } else { "rank" }.into(),
        op: Op::Equal,
        status: if formula.is_some() { Status::Derived } else { Status::Measured },
        due: None,
        as_of: Some(year.year),
        place: None,
        of: (aspect != Aspect::Value).then_some(year.of),
        formula,
        confidence: Some(year.confidence),
        source: pillars_source.or_else(|| year.source.clone()),
    }
}

/// The facts of all places with index years.
#[must_use]
pub fn facts(provinces: &Provinces) -> Vec<Fact> {
    let facts = provinces.index_years().filter_map(|(place, years)| {
        let figures: Vec<Figure> = figures(years).into_iter().map(|(_, _, f)| f).collect();
        let newest = years.iter().max_by_key(|year| year.year.first_day())?;
        Some(Fact {
            id: fact_id(place),
            topic: "ranks".into(),
            place: place.into(),
            as_of: Some(newest.year),
            source: newest.source.clone().unwrap_or_default(),
            confidence: newest.confidence,
            verified_on: None,
            figures,
        })
    });
    facts.filter(|fact| !fact.figures.is_empty()).collect()
}

/// The words of [`facts`] in one language.
#[must_use]
pub fn words(provinces: &Provinces, interface: &Interface) -> Vec<FactWords> {
    let texts = &interface.indicators;
    let words = provinces.index_years().filter_map(|(id, years)| {
        let figures = figures(years);
        let of = years.first()?.of;
        let life = provinces.life(id)?;
        let place = match life.to {
            Some(_) => fill(&interface.passports.before_2025, "name", life.name),
            None => life.name.into(),
        };
        let say = |template: &str, date: Date| {
            fill(&fill(template, "place", &place), "year", &date.year().to_string())
        };
        let label = |(date, aspect, _): &(Date, Aspect, Figure)| match aspect {
            Aspect::Rank => say(&texts.rank_label, *date),
            Aspect::Value => say(&texts.value_label, *date),
            pillar => {
                fill(&say(&texts.pillar_label, *date), "pillar", pillar_name(interface, *pillar))
            }
        };
        let caution = if of == 34 { &texts.caution_34 } else { &texts.caution_63 };
        let listed = figures.iter().filter(|(_, aspect, _)| *aspect == Aspect::Rank);
        let listed: Vec<String> =
            listed.map(|(date, _, figure)| in_list(interface, *date, figure)).collect();
        Some(FactWords {
            id: fact_id(id),
            statement: fill(
                &say(&texts.rank_statement, years.first()?.year),
                "list",
                &listed.join(", "),
            ),
            figures: figures.iter().map(label).collect(),
            caution: Some(caution.clone()),
        })
    });
    words.filter(|words| !words.figures.is_empty()).collect()
}

fn in_list(interface: &Interface, date: Date, figure: &Figure) -> String {
    let mut text = short(figure);
    text.push_str(" (");
    text.push_str(&date.year().to_string());
    if figure.status == Status::Derived {
        text.push_str(", ");
        text.push_str(&interface.statuses.derived.to_lowercase());
    }
    text.push(')');
    text
}

/// A rank with its base: "48/63".
#[must_use]
pub fn short(figure: &Figure) -> String {
    let mut text = figure.value.display("", ".");
    if let Some(of) = figure.of {
        text.push('/');
        text.push_str(&of.to_string());
    }
    text
}

/// The name of a pillar in lower case, to stand inside a sentence.
#[must_use]
pub fn pillar_name(interface: &Interface, aspect: Aspect) -> &str {
    match aspect {
        Aspect::Government => &interface.indicators.government,
        Aspect::Economy => &interface.indicators.economy,
        _ => &interface.indicators.society,
    }
}
