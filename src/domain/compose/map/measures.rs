//! What the map can be coloured by: classes, levels and where the numbers come from.

use super::super::super::atlas::Measure;
use super::super::super::choropleth::{NO_DATA, class_of, natural_classes, rank_classes};
use super::super::super::interface::fill;
use super::super::super::passport::{confidence_word, date_words};
use super::super::super::place::{IndexYear, Province};
use super::super::Composer;

/// Shades beside the empty one.
const N_SHADES: usize = 4;
/// The index year whose ranks count today's provinces (T1).
const RANK_YEAR: u16 = 2024;
const RANK_BASE: u16 = 34;

impl Composer<'_> {
    /// Everything the map can be coloured by; the first is what it shows at the start.
    ///
    /// Levels stand in the order of today's provinces.
    #[must_use]
    pub fn measures(&self) -> Vec<Measure> {
        let mut measures = vec![self.models_measure()];
        measures.extend(self.rank_measure());
        measures
    }

    /// Number of models: none is level 0, the rest in natural classes.
    pub(super) fn models_measure(&self) -> Measure {
        let words = self.map_words();
        let provinces = self.library.provinces.today.iter();
        let count = |province: &Province| self.model_count(&province.id) as u32;
        let counts: Vec<u32> = provinces.map(count).collect();
        let some: Vec<u32> = counts.iter().copied().filter(|count| *count > 0).collect();
        let classes = natural_classes(&some, N_SHADES);
        let level = |count: &u32| class_of(*count, &classes).map_or(0, |class| class + 1);
        let named = classes.iter().map(|(first, last)| match first == last {
            true => self.count_words(*first as usize),
            false => range(&words.count_range, *first, *last),
        });
        let date = date_words(self.words(), self.library.edition.content_version);
        Measure {
            key: "models".into(),
            title: words.models_title.clone(),
            note: fill(&words.models_note, "date", &date),
            classes: std::iter::once(words.count_none.clone()).chain(named).collect(),
            levels: counts.iter().map(level).collect(),
        }
    }

    /// Ranks of the index: the darker, the nearer to the first; `None` when none is known.
    fn rank_measure(&self) -> Option<Measure> {
        let words = self.map_words();
        let provinces = &self.library.provinces.today;
        let years: Vec<Option<&IndexYear>> = provinces.iter().map(ranked).collect();
        let known: Vec<&IndexYear> = years.iter().copied().flatten().collect();
        let first = known.first()?;
        let mut classes = rank_classes(RANK_BASE, N_SHADES as u16 + 1);
        classes.reverse();
        let level = |year: &Option<&IndexYear>| {
            let rank = year.and_then(|year| year.rank.as_ref());
            let rank = rank.map(|rank| rank.value() as u32);
            rank.and_then(|rank| class_of(rank, &classes)).unwrap_or(NO_DATA)
        };
        let mut sources: Vec<&str> = Vec::new();
        for source in known.iter().filter_map(|year| self.library.source(year.source.as_deref()?)) {
            if !source.publisher.is_empty() && !sources.contains(&source.publisher.as_str()) {
                sources.push(&source.publisher);
            }
        }
        let weakest = known.iter().map(|year| year.confidence).max_by_key(|c| c.needs_badge());
        let confidence = confidence_word(self.words(), weakest.unwrap_or(first.confidence));
        let note = fill(&words.rank_note, "of", &RANK_BASE.to_string());
        let note = fill(&note, "n", &known.len().to_string());
        let note = fill(&note, "sources", &sources.join(", "));
        let shades = classes.iter().map(|(a, b)| range(&words.rank_class, *a, *b));
        let gap = (known.len() < provinces.len()).then(|| words.no_data.clone());
        Some(Measure {
            key: "dti-2024".into(),
            title: words.rank_title.clone(),
            note: fill(&note, "confidence", &confidence.to_lowercase()),
            classes: shades.chain(gap).collect(),
            levels: years.iter().map(level).collect(),
        })
    }
}

/// A province's rank in the year and base the map shows.
fn ranked(province: &Province) -> Option<&IndexYear> {
    let is_shown = |year: &&IndexYear| {
        year.year.year() == RANK_YEAR && year.of == RANK_BASE && year.rank.is_some()
    };
    province.dti.iter().find(is_shown)
}

fn range(template: &str, first: u32, last: u32) -> String {
    fill(&fill(template, "from", &first.to_string()), "to", &last.to_string())
}
