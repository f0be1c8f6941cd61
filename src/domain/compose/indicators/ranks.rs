//! Ranks of provinces: the trend on each base, and the pillars.

use super::super::super::chart::rank::{
    RankPanel, RankPoint, RankSeries, RankWords, key, rank_chart,
};
use super::super::super::chart::sentence::{Move, fill_rich, strongest};
use super::super::super::chart::strip::{StripPoint, StripRow, pillar_strip};
use super::super::super::fact::Status;
use super::super::super::indicator::FigureAt;
use super::super::super::indicator::number::Number;
use super::super::super::indicator::ranks::{self, Aspect, PILLARS};
use super::super::super::interface::fill;
use super::super::super::page::{Rich, Span};
use super::super::super::passport::place_words;
use super::super::super::place::IndexYear;
use super::super::super::tree::Element;
use super::super::Draft;
use super::table::{plot, says};

/// The first base of the index, and the base since the mergers (T1).
const BASES: [u16; 2] = [63, 34];
/// The round from which 34 places are ranked.
const FIRST_OF_34: u16 = 2024;

/// Ranks of one place on one base.
struct Ranked<'a> {
    place: String,
    numbers: Vec<(u16, Number<'a>)>,
}

impl<'a> Draft<'a> {
    /// Index years of a province of today or before.
    fn index_years(&self, place: &str) -> &'a [IndexYear] {
        let found = self.library().provinces.index_years().find(|(id, _)| *id == place);
        found.map_or(&[], |(_, years)| years)
    }

    /// Known figures of one kind, by year.
    pub(super) fn aspect(&self, place: &str, aspect: Aspect) -> Vec<(u16, Number<'a>)> {
        let figures = ranks::figures(self.index_years(place));
        let fact = ranks::fact_id(place);
        let mut found = Vec::new();
        for (index, (date, kind, _)) in figures.iter().enumerate() {
            let at = FigureAt { fact: fact.clone(), number: index + 1 };
            if *kind == aspect
                && let Some(number) = self.number_at(&at)
            {
                found.push((date.year(), number));
            }
        }
        found.sort_by_key(|(year, _)| *year);
        found
    }

    /// The old places and the place of today that belong together.
    pub(super) fn units(&self, place: &str) -> (Vec<String>, Option<String>) {
        let provinces = &self.library().provinces;
        match provinces.today.iter().find(|province| province.id == place) {
            Some(today) => (today.merged_from.clone(), Some(today.id.clone())),
            None => {
                let former = provinces.former.iter().find(|former| former.id == place);
                (vec![place.into()], former.map(|former| former.successor.clone()))
            }
        }
    }

    fn ranked(&self, place: &str) -> Ranked<'a> {
        let name = place_words(self.library(), self.words(), place);
        Ranked { place: name, numbers: self.aspect(place, Aspect::Rank) }
    }

    /// The trend of a place and its relatives on both bases; `None` when no rank is known.
    pub(super) fn rank_trend(&mut self, id: &str, place: &str) -> Option<Element> {
        let (former, today) = self.units(place);
        let old: Vec<Ranked<'a>> = former.iter().map(|place| self.ranked(place)).collect();
        let new: Vec<Ranked<'a>> = today.iter().map(|place| self.ranked(place)).collect();
        let all = old.iter().chain(&new);
        let numbers: Vec<Number<'a>> =
            all.flat_map(|ranked| ranked.numbers.iter().map(|(_, n)| n.clone())).collect();
        if numbers.is_empty() {
            return None;
        }
        let texts = &self.words().indicators;
        let mut sentence = Vec::new();
        for (ranked, of) in
            old.iter().map(|r| (r, BASES[0])).chain(new.iter().map(|r| (r, BASES[1])))
        {
            sentence.extend(self.rank_sentence(ranked, of));
        }
        let panels = [self.panel(&old, BASES[0]), self.panel(&new, BASES[1])];
        let unknown = &self.words().headings.unknown;
        let words = RankWords { higher: &texts.higher, derived: &texts.derived, unknown };
        let mut inside = vec![rank_chart(&panels, words, &says(id))];
        if old.len() > 1 {
            let names = old.iter().enumerate().map(|(shape, ranked)| {
                Element::of("li", "cluster cluster--s").child(key(shape)).text(&ranked.place)
            });
            inside.push(Element::of("ul", "cluster small").children(names));
        }
        let mut hint = [texts.lower_is_higher.as_str(), " ", &texts.breaks].concat();
        if numbers.iter().any(|number| number.figure.status == Status::Derived) {
            hint = [&hint, " ", &texts.derived_hint].concat();
        }
        inside.push(Element::of("p", "small quiet read").text(&hint));
        inside.extend(self.number_table(&numbers));
        Some(plot(id, sentence, inside))
    }

    fn panel(&self, places: &[Ranked<'_>], of: u16) -> RankPanel {
        let years = places.iter().flat_map(|p| p.numbers.iter().map(|(year, _)| *year));
        let years: Vec<u16> = years.collect();
        let span = (years.iter().min().copied(), years.iter().max().copied());
        let years = match span {
            (Some(first), Some(last)) => (first..=last).collect(),
            _ if of == BASES[1] => vec![FIRST_OF_34],
            _ => vec![FIRST_OF_34 - 1],
        };
        let series = places.iter().map(|ranked| RankSeries {
            name: ranked.place.clone(),
            points: ranked.numbers.iter().map(|(year, number)| point(*year, number)).collect(),
        });
        let title = fill(&self.words().indicators.base_panel, "of", &of.to_string());
        RankPanel { of, years, series: series.collect(), title }
    }

    fn rank_sentence(&mut self, ranked: &Ranked<'_>, of: u16) -> Rich {
        let texts = &self.words().indicators;
        let place = [Span::T(ranked.place.clone())];
        let (Some((from, first)), Some((to, last))) =
            (ranked.numbers.first(), ranked.numbers.last())
        else {
            let of = [Span::T(of.to_string())];
            let mut rich = fill_rich(&texts.rank_none, &[("place", &place), ("of", &of)]);
            rich.push(Span::T(" ".into()));
            return rich;
        };
        let mut list = Vec::new();
        for (index, (year, number)) in ranked.numbers.iter().enumerate() {
            if index > 0 {
                list.push(Span::T(", ".into()));
            }
            list.push(self.show(number, Some(ranks::short(&number.figure))));
            let mut when = [" (", &year.to_string()].concat();
            if number.figure.status == Status::Derived {
                when.push_str(", ");
                when.push_str(&texts.derived);
            }
            when.push(')');
            list.push(Span::T(when));
        }
        let mut rich = fill_rich(&texts.rank_list, &[("place", &place), ("list", &list)]);
        rich.push(Span::T(" ".into()));
        if from != to {
            let moved = Move::between(first.figure.value.value(), last.figure.value.value());
            let change = match moved {
                Move::Up(n) => fill(&texts.up, "n", &n.to_string()),
                Move::Down(n) => fill(&texts.down, "n", &n.to_string()),
                Move::Same => texts.same.clone(),
            };
            let text = fill(&texts.rank_change, "from", &from.to_string());
            let text = fill(&fill(&text, "to", &to.to_string()), "change", &change);
            rich.push(Span::T(text));
            rich.push(Span::T(" ".into()));
        }
        rich
    }

    /// The pillars of a place in its last two known years; `None` when none is known.
    pub(super) fn pillar_strip(&mut self, id: &str, place: &str) -> Option<Element> {
        let texts = &self.words().indicators;
        let pillars = PILLARS.map(|pillar| (pillar, self.aspect(place, pillar)));
        let of = pillars.iter().flat_map(|(_, list)| list).find_map(|(_, n)| n.figure.of)?;
        let mut years: Vec<u16> =
            pillars.iter().flat_map(|(_, list)| list.iter().map(|(year, _)| *year)).collect();
        years.sort_unstable();
        years.dedup();
        let shown = years.split_off(years.len().saturating_sub(2));
        let mut sentence = Vec::new();
        for year in &shown {
            let of_year = pillars.iter().filter_map(|(pillar, list)| {
                let (_, number) = list.iter().find(|(y, _)| y == year)?;
                Some((*pillar, number))
            });
            let of_year: Vec<_> = of_year.collect();
            sentence.extend(self.strongest_sentence(*year, &of_year));
        }
        let unknown = self.words().headings.unknown.clone();
        if pillars.iter().any(|(_, list)| list.is_empty()) {
            sentence.push(Span::T([&unknown, "."].concat()));
        }
        let rows = pillars.iter().map(|(pillar, list)| {
            let points = list.iter().filter(|(year, _)| shown.contains(year));
            let points: Vec<StripPoint> = points.map(|(year, n)| strip_point(*year, n)).collect();
            let mut name = capital(ranks::pillar_name(self.words(), *pillar));
            if points.is_empty() {
                name.push_str(": ");
                name.push_str(&unknown.to_lowercase());
            }
            StripRow { name, points }
        });
        let rows: Vec<StripRow> = rows.collect();
        let last = fill(&texts.rank_last, "of", &of.to_string());
        let chart = pillar_strip(&rows, of, (&last, &texts.rank_first), &says(id));
        let numbers = pillars.iter().flat_map(|(_, list)| list.iter());
        let numbers: Vec<Number<'a>> = numbers
            .filter(|(year, _)| shown.contains(year))
            .map(|(_, number)| number.clone())
            .collect();
        let mut inside = vec![chart];
        inside.extend(self.number_table(&numbers));
        Some(plot(id, sentence, inside))
    }

    /// "Năm 2022, mạnh nhất: xã hội số (19/63)." when all three are known.
    fn strongest_sentence(&mut self, year: u16, of_year: &[(Aspect, &Number<'_>)]) -> Rich {
        let values: Vec<f64> =
            of_year.iter().map(|(_, number)| number.figure.value.value()).collect();
        if values.len() < PILLARS.len() {
            return Vec::new();
        }
        let Some((pillar, number)) = strongest(&values).and_then(|index| of_year.get(index)) else {
            return Vec::new();
        };
        let words = self.words();
        let rank = [self.show(number, Some(ranks::short(&number.figure)))];
        let pillar = [Span::T(ranks::pillar_name(words, *pillar).into())];
        let year = [Span::T(year.to_string())];
        let values: [(&str, &[Span]); 3] = [("year", &year), ("pillar", &pillar), ("rank", &rank)];
        let mut rich = fill_rich(&words.indicators.strongest, &values);
        rich.push(Span::T(" ".into()));
        rich
    }
}

fn point(year: u16, number: &Number<'_>) -> RankPoint {
    RankPoint {
        year,
        rank: number.figure.value.value(),
        text: ranks::short(&number.figure),
        is_derived: number.figure.status == Status::Derived,
    }
}

fn strip_point(year: u16, number: &Number<'_>) -> StripPoint {
    let text = [&ranks::short(&number.figure), " (", &year.to_string(), ")"].concat();
    StripPoint { year, rank: number.figure.value.value(), text }
}

/// A word with a capital first letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
