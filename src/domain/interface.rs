//! The words of the frame: `interface.json`, one typed struct.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::wire::{Node, Wire};

pub(crate) fn pick(pairs: &[(String, Node)], name: &str) -> String {
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
            pub fn from_pairs(pairs: &[(String, $crate::domain::wire::Node)]) -> Self {
                Self { $($field: $crate::domain::interface::pick(pairs, stringify!($field))),* }
            }

            /// Every word with its name.
            #[must_use]
            pub fn pairs(&self) -> Vec<(String, $crate::domain::wire::Node)> {
                use $crate::domain::wire::Node;
                vec![$((stringify!($field).into(), Node::Text(self.$field.clone()))),*]
            }
        }
    };
}

pub(crate) use words;

words! {
    /// The portal's name and the words around every page.
    Site { name, tagline, description, promise, updated, skip, print_note }
}
words! {
    /// The menu and the footer.
    Nav { label, home, self_check, map, models, provinces, indicators, explainers, glossary, documents, timeline, rehearsals, search, often, often_scam,
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
    /// The pages of local models.
    Models { filter_title, filter_note, words, words_hint, all, reset, pillar, sector, scope,
             region, province, year, evidence, kind, terrain, year_unknown, count, list_title,
             back, on_map, what, results, no_results, facts, place, today, then, when, who,
             year_stated, year_inferred, strength, source, proof, takes, takes_note, budget,
             network, people, difficulty, low, medium, high, hard_low, hard_medium, hard_high,
             stumbles, not_shared, identity, related, same_kind, same_province, same_sector, learn,
             fit_title, fit_lead, fit_scope, fit_terrain, fit_network, fit_budget, fit_people,
             fit_any, fit_button, network_low, network_medium, network_high, budget_low,
             budget_medium, budget_high, people_low, people_medium, people_high, map_note,
             leader_yes, leader_partly, leader_no }
}
words! {
    /// What the part of the program for lists and maps says.
    AtlasWords { count, none, none_help, more, year_unknown, in_province, none_in_province,
                 open_province, neighbours, close, fit_none, fit_why, fit_scope, fit_terrain,
                 fit_network, fit_budget, fit_people, fit_measured, fit_network_short,
                 fit_budget_short, fit_people_short, fit_but, fit_facts, filtered, not_shared, map_title }
}
words! {
    /// The pages of provinces.
    ProvincePage { title_city, title_province, lead_merged, lead_same, description, on_map, merged_from,
          centre, population, area, basis_resolution, basis_register, measure_caution, contents,
          summary, summary_note, print_line, stand, see_ranks, promised, lacking, nearest,
          targets, targets_note, results, estimates, recorded, events, chains, chains_note,
          problem, cause, solution, infrastructure, commitments, commitments_note, due, due_by,
          made, status, unclear, under_way, done, strengths, barriers, barriers_note,
          barriers_elsewhere, gaps, gaps_note, helps, roles, plan, plan_note, now, step, steady,
          models, no_models, model_count, near, documents, units, unit_life, unit_facts, islands,
          hoang_sa, hoang_sa_text, truong_sa, truong_sa_text, map, joint, merged_short,
          same_short, former_names, now_in, communes, communes_label, communes_title, communes_text, communes_text_zones,
          communes_filter, communes_none, communes_note, commune_now, commune_before,
          commune_part }
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
               search_count, search_one, search_none, search_none_help, search_wait, search_failed,
               search_short, search_more, kind_explainer, kind_term, kind_document, kind_fact,
               kind_place, kind_organisation, kind_model, kind_indicator, kind_rehearsal, device_keys, device_none,
               device_bytes, device_requests, device_foreign, device_erase, device_erased,
               theme_key, text_key, lens_key, quiz_key, other_key }
}

words! {
    /// What is kept on the device, new editions, and the state of the line.
    Offline { title, kept_none, kept_never, kept_core, kept_lang, kept_all, saving, thrifty, mark_kept, mark_saving, close, pages, save_all, failed, off,
              off_short, age_today, age_yesterday, age_days, update, update_now, update_later, check, found, newest,
              install, news, news_short, news_none }
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
words! {
    /// Indicators: charts, their sentences, tables and files.
    Indicators { rank_statement, rank_label, value_label, pillar_label, caution_63, caution_34,
                 government, economy, society, base_panel, higher, derived, lower_is_higher, derived_hint,
                 rank_list, rank_change, rank_none, up, down, same, breaks, strongest, rank_last,
                 rank_first, target_now, target_pace, target_flag, target_in, target_draft, gap, gap_label,
                 pace_label, observed_label, history, history_gap, history_gap_label,
                 history_none, share, share_label, measures, not_compared, qualitative,
                 column_value, column_status, column_place, column_what, column_pillars,
                 column_other, column_from, column_now, table, comparison_63, comparison_34,
                 sort, filter, filter_none, coverage_63, coverage_34, all, notes, more, download, download_csv, download_json, download_note,
                 rank_section }
}

words! {
    /// Rehearsals: the list, the frame of a step, the end of a scene.
    RehearsalPage { banner, recognise, recognise_note, calm, calm_note, minutes, audience,
                    everyone, elders, families, traders, workers, teaches, start_note, go_on,
                    ask, good, care, back, again, others, step_no, to_step, to_close, scam, genuine, done,
                    signs, habits, stop, stop_text, check, check_text, tell, tell_text, lesson,
                    real_title, real_text, try_title, try_text,
                    call, sms, chat, video, web, app, poster, paper, qr, field, button }
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

/// Words by name, as a part of the program looks them up: fewer bytes than a field each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrases(Vec<String>);

impl From<&AtlasWords> for Phrases {
    fn from(words: &AtlasWords) -> Self {
        Self::from_pairs(words.pairs())
    }
}

impl Phrases {
    /// Words by name.
    #[must_use]
    pub fn from_pairs(pairs: Vec<(String, Node)>) -> Self {
        let text = |node| String::unpack(node).unwrap_or_default();
        Self(pairs.into_iter().flat_map(|(name, node)| [name, text(node)]).collect())
    }

    /// The words of this name; empty when there are none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        let mut pairs = self.0.chunks_exact(2);
        pairs.find_map(|pair| if pair[0] == name { Some(&*pair[1]) } else { None }).unwrap_or("")
    }
}

impl Wire for Phrases {
    fn pack(&self) -> Node {
        self.0.pack()
    }

    fn unpack(node: Node) -> Option<Self> {
        Vec::unpack(node).map(Self)
    }
}

/// Names of the choices that models are sorted by, by key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choices {
    pub sectors: BTreeMap<String, String>,
    pub scopes: BTreeMap<String, String>,
    pub terrains: BTreeMap<String, String>,
    pub evidence: BTreeMap<String, String>,
    /// What each level of evidence means, in full.
    pub evidence_long: BTreeMap<String, String>,
    pub strengths: BTreeMap<String, String>,
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
    pub models: Models,
    pub choices: Choices,
    pub atlas: AtlasWords,
    pub map: MapWords,
    pub province_page: ProvincePage,
    pub indicators: Indicators,
    pub rehearsal: RehearsalPage,
    pub recovery: Recovery,
    pub offline: Offline,
    pub app: AppWords,
}

/// What stands before and behind the first sign of this kind.
///
/// By bytes, not by a search for text: that search is 4 kB of the program.
#[must_use]
pub fn cut(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Fills `{name}` in a template.
#[must_use]
pub fn fill(template: &str, name: &str, value: &str) -> String {
    let mut out = String::with_capacity(template.len() + value.len());
    let mut rest = template;
    while let Some((before, after)) = cut(rest, b'{') {
        out.push_str(before);
        // Only here, not anywhere behind: a thousand open braces are a thousand short looks.
        match after.strip_prefix(name).and_then(|tail| tail.strip_prefix('}')) {
            Some(tail) => {
                out.push_str(value);
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn only_the_named_gap_is_filled() {
        assert_eq!(fill("{n} of {m}, {n}", "n", "3"), "3 of {m}, 3");
        assert_eq!(fill("{ {n}", "n", "{n}"), "{ {n}");
        assert_eq!(fill("none", "n", "3"), "none");
    }
}
