//! The words of the frame: `interface.json`, one typed struct.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::wire::{Node, Wire};

fn pick(pairs: &[(String, Node)], name: &str) -> String {
    match pairs.iter().find(|(key, _)| key == name) {
        Some((_, Node::Text(text))) => text.clone(),
        _ => String::new(),
    }
}

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($field:ident),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $(pub $field: String),* }

        impl $name {
            /// The words by name; a missing one stays empty.
            #[must_use]
            pub fn from_pairs(pairs: &[(String, Node)]) -> Self {
                Self { $($field: pick(pairs, stringify!($field))),* }
            }

            /// Every word with its name.
            #[must_use]
            pub fn pairs(&self) -> Vec<(String, Node)> {
                vec![$((stringify!($field).into(), Node::Text(self.$field.clone()))),*]
            }
        }
    };
}

words! {
    /// The portal's name and the words around every page.
    Site { name, tagline, description, promise, updated, skip, print_note }
}
words! {
    /// The menu and the footer.
    Nav { label, home, explainers, glossary, documents, timeline, search, often, often_scam,
          often_papers, often_place, about, privacy, accessibility, sources, numbers }
}
words! {
    /// The reader's choices.
    Settings { title, theme, theme_auto, theme_light, theme_dark, text, text_100, text_130,
               text_150, text_200, note }
}
words! {
    /// Reader lenses.
    Lenses { label, all, student, official, business, student_title, official_title,
             business_title }
}
words! {
    /// Headings of explainers and pillars.
    Headings { remember, what, me, live, work, make, steps, offline, cost, time, help, myths,
               myth, truth, today, figures, related, sources, contents, reading, checked,
               channels, channel_checked, channel_stale, banner, why_me, here, attempt,
               explainers, unknown,
               needs_script }
}
words! {
    /// Shelves of explainers.
    Groups { understand, paperwork, livelihood, safety, learning }
}
words! {
    /// Tags of explainers.
    Tags { money, otp, id, government, economy, society }
}
words! {
    /// Operators, written before a number.
    Ops { equal, above, at_least, below, at_most, about }
}
words! {
    /// Statuses of figures.
    Statuses { draft_target, target, measured, estimate, expected, derived, rule, stated }
}
words! {
    /// Strengths of sources.
    Confidences { sourced, single_source, unconfirmed, own_knowledge }
}
words! {
    /// Rows of a passport.
    Passports { statement, label, status, due, as_of, place, base, formula, confidence, caution,
                source, published, verified, whole_country, before_2025, base_63, base_34,
                no_date, no_source }
}
words! {
    /// Document statuses.
    DocumentStatuses { in_force, unknown, draft, replaced, expired }
}
words! {
    /// Words of the reference shelves.
    Shelves { issuer, effective, example, see, former, former_unknown, organisations, terms,
              province_today, province_former, province_same, city, province, centre }
}
words! {
    /// Dates; `{d}`, `{m}` and `{y}` are filled in.
    Dates { day, month, year, unknown }
}
words! {
    /// Signs of numbers.
    Numbers { group, point }
}
words! {
    /// Words of the recovery bar, shown by the start-up script.
    Recovery { failed, old, panic, again, reload, close }
}
words! {
    /// Words the running program says; the browser fetches only these.
    AppWords { loading, slow, title_error, error_offline, error_missing, error_broken,
               error_version, retry, full_page, arrived, close, copied, copy_failed, cite,
               cite_read, report, report_text, share, share_failed, listen, print, listen_stop,
               listen_hint, search_label, search_button, search_hint, search_understood,
               search_count, search_one, search_none, search_none_help, search_wait,
               search_failed, search_short, search_more, kind_explainer, kind_term, kind_document,
               kind_fact, kind_place, kind_organisation, device_keys, device_none, device_bytes,
               device_requests, device_foreign, device_erase, device_erased, theme_key, text_key,
               lens_key, other_key }
}

words! {
    /// Words of maps, tile maps and lists of provinces.
    MapWords { sentence, tools, more, zoom_in, zoom_out, whole, full, former, png, svg, print, region,
               place, colour, whole_country, choose_place, sea, hoang_sa, hoang_sa_of, truong_sa,
               truong_sa_of, hoang_sa_short, truong_sa_short, credit, simplified, counted,
               former_name, no_data, legend, count, count_one, count_none, count_range,
               models_title, models_note, rank_title, rank_note, rank_class, map_title,
               tiles_title, tiles_note, list_title, thumb }
}

impl Wire for AppWords {
    fn pack(&self) -> Node {
        Node::Map(self.pairs())
    }

    fn unpack(node: Node) -> Option<Self> {
        match node {
            Node::Map(pairs) => Some(Self::from_pairs(&pairs)),
            _ => None,
        }
    }
}

/// Everything `interface.json` holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Interface {
    pub site: Site,
    pub nav: Nav,
    pub settings: Settings,
    pub lenses: Lenses,
    pub headings: Headings,
    pub groups: Groups,
    pub tags: Tags,
    pub ops: Ops,
    pub statuses: Statuses,
    pub confidences: Confidences,
    pub passports: Passports,
    pub document_statuses: DocumentStatuses,
    pub shelves: Shelves,
    pub dates: Dates,
    pub numbers: Numbers,
    /// January to December.
    pub months: Vec<String>,
    /// Groups of words and phrases that search takes for one another.
    pub synonyms: Vec<Vec<String>>,
    /// Names of the topics that facts are grouped by.
    pub topics: BTreeMap<String, String>,
    pub map: MapWords,
    pub recovery: Recovery,
    pub app: AppWords,
}

/// Fills `{name}` in a template.
#[must_use]
pub fn fill(template: &str, name: &str, value: &str) -> String {
    let mut mark = String::with_capacity(name.len() + 2);
    mark.push('{');
    mark.push_str(name);
    mark.push('}');
    template.replace(&mark, value)
}
