//! Indicators: the overview, each one, and the files to take away.

mod comparison;
mod ranks;
mod table;
mod target;

use super::super::fact::Status;
use super::super::indicator::export::{csv, json};
use super::super::indicator::{Indicator, IndicatorWords, Part, PartKind, PartWords};
use super::super::page::{Block, Header, Link, Page, Row, Span, plain as plain_text};
use super::super::passport::{place_words, status_word, tags};
use super::super::place::Province;
use super::super::route::Route;
use super::super::tree::Element;
use super::explainer::{plain, section};
use super::{Composer, Draft};

pub(super) use comparison::TableWords;

/// The ending of each file to take away.
const FILES: [&str; 2] = ["csv", "json"];

/// The app path of an indicator's file: `/chi-so/x/x.csv`.
fn file_path(composer: &Composer<'_>, id: &str, ending: &str) -> String {
    [&composer.to(Route::Indicator(id.into())), id, ".", ending].concat()
}

/// Every indicator's files: app path and bytes.
pub(super) fn downloads(composer: &Composer<'_>) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for indicator in &composer.library.indicators {
        let id = &indicator.id;
        let mut draft = Draft::new(composer);
        let Some(page) = draft.indicator(id) else { continue };
        let mut records = std::mem::take(&mut draft.records);
        records.iter_mut().for_each(|record| record.indicator.clone_from(id));
        let [table, data] = FILES.map(|ending| file_path(composer, id, ending));
        let lang = &composer.pack.lang;
        files.push((table, csv(&records)));
        files.push((data, json(composer.library, lang, (id, &page.title), &records)));
    }
    files
}

impl Draft<'_> {
    pub(super) fn indicators(&mut self) -> Option<Page> {
        let page = self.pack().pages.get("indicators")?;
        let mut blocks = vec![Block::Header(self.page_header(page))];
        let mut tiles = Vec::new();
        for indicator in &self.library().indicators {
            if let Some(words) = self.pack().indicator(&indicator.id) {
                tiles.push(self.tile(indicator, words));
            }
        }
        let list = Element::of("ul", "grid").children(tiles);
        let title = &self.words().indicators.all;
        blocks.push(section("all", title, "", "hidden-title", vec![Block::Tree(list)]));
        blocks.extend(self.plain_sections(page));
        blocks.push(self.source_list());
        Some(self.finish(&page.title, &page.description, blocks))
    }

    fn tile(&mut self, indicator: &Indicator, words: &IndicatorWords) -> Element {
        let to = self.composer.to(Route::Indicator(words.id.clone()));
        let link = Element::new("a").with("href", to).text(&words.title);
        let summary = self.rich(&words.summary);
        let places = indicator.provinces.iter();
        let places: Vec<String> =
            places.map(|id| place_words(self.library(), self.words(), id)).collect();
        let place = match places.as_slice() {
            [] => self.words().passports.whole_country.clone(),
            places => places.join(", "),
        };
        Element::of("li", "card")
            .child(Element::of("p", "small quiet").text(&place))
            .child(Element::of("h3", "title-s").child(link))
            .child(Element::new("p").rich(summary))
    }

    pub(super) fn indicator(&mut self, id: &str) -> Option<Page> {
        let indicator = self.library().indicator(id)?;
        let words = self.pack().indicator(id)?;
        let texts = &self.words().indicators;
        let lead = self.rich(&words.summary);
        let description = plain_text(&lead);
        let header = Header {
            back: Some(Link { to: self.composer.to(Route::Indicators), text: texts.all.clone() }),
            tags: indicator.pillars.iter().map(|pillar| self.pillar_tag(*pillar)).collect(),
            title: words.title.clone(),
            lead,
            meta: Vec::new(),
            tools: true,
        };
        let mut main = vec![Block::Header(header)];
        for part in &indicator.parts {
            if let Some(words) = words.parts.iter().find(|words| words.id == part.id) {
                main.extend(self.part(part, words));
            }
        }
        let notes = self.riches(&words.notes);
        let notes = vec![Block::List { ordered: false, items: notes }];
        main.push(section("notes", &texts.notes, "", "info", notes));
        let side = self.beside(indicator);
        let wide = indicator.parts.iter().any(|part| part.kind == PartKind::Comparison);
        let sources = self.source_list();
        let blocks = if wide {
            main.into_iter().chain(side).chain([sources]).collect()
        } else {
            main.push(sources);
            vec![Block::Split { main, side }]
        };
        Some(self.finish(&words.title, &description, blocks))
    }

    fn part(&mut self, part: &Part, words: &PartWords) -> Vec<Block> {
        let mut body: Vec<Block> = Vec::new();
        if let Some(text) = &words.text {
            body.push(Block::Text(self.rich(text)));
        }
        let place = part.place.as_deref().unwrap_or("");
        let drawn = match part.kind {
            PartKind::RankTrend => self.rank_trend(&part.id, place),
            PartKind::PillarStrip => self.pillar_strip(&part.id, place),
            PartKind::TargetGap => self.target_gap(part),
            PartKind::TargetHistory => self.target_history(part, words),
            PartKind::Share => self.share(part, words),
            PartKind::Measures => self.measures(part, words),
            PartKind::Cards => Some(self.cards(part, words)),
            PartKind::Statements => Some(self.statements(part)),
            PartKind::Comparison => {
                return body.into_iter().chain(self.comparison()).collect();
            }
        };
        match drawn {
            Some(tree) => body.push(Block::Tree(tree)),
            None => body.push(Block::Text(plain(&self.words().headings.unknown))),
        }
        vec![section(&part.id, &words.title, "", "", body)]
    }

    /// Numbers side by side, each with its status and caution; nothing adds them up (T5).
    fn cards(&mut self, part: &Part, words: &PartWords) -> Element {
        let mut cards = Vec::new();
        for (index, list) in part.series.iter().enumerate() {
            let numbers = self.numbers_at(list);
            self.keep(&numbers);
            let mut card = Element::of("li", "card tile");
            if let Some(name) = words.names.get(index) {
                card = card.child(Element::of("h3", "title-s").text(name));
            }
            for number in &numbers {
                let wording = self.wording(number);
                let value = self.show(number, wording);
                let badges = tags(self.words(), number.fact, Some(&number.figure));
                let badges = badges.into_iter().map(|tag| Element::of("li", "tag").text(&tag.text));
                card = card
                    .child(Element::of("p", "tile__n").span(value))
                    .child(Element::new("p").text(&number.label))
                    .child(Element::of("ul", "cluster cluster--s").children(badges));
            }
            let cautions = self.cautions(&numbers);
            cards.push(card.children(cautions));
        }
        Element::of("ul", "grid").children(cards)
    }

    /// Facts in words: a target without a number gets no tick and no bar.
    fn statements(&mut self, part: &Part) -> Element {
        let mut items = Vec::new();
        for id in &part.facts {
            let library = self.library();
            let Some(fact) = library.fact(id) else { continue };
            let Some((line, _, caution)) = self.fact_line(id) else { continue };
            let is_target = fact.topic == "targets";
            let mut item =
                Element::of("li", "slot").child(Element::of("p", "cluster__grow").rich(line));
            if is_target && fact.figures.is_empty() {
                let status = [
                    status_word(self.words(), Status::Target),
                    ": ",
                    &self.words().indicators.qualitative,
                ];
                item = item.child(Element::of("span", "tag").text(&status.concat()));
            }
            if !caution.is_empty() {
                item = item.child(Element::of("p", "small quiet").rich(caution));
            }
            items.push(item);
        }
        Element::of("ul", "stack stack--s").children(items)
    }

    /// Files, provinces, documents and explainers of an indicator.
    fn beside(&mut self, indicator: &Indicator) -> Vec<Block> {
        let texts = &self.words().indicators;
        let links = FILES.map(|ending| {
            let words = if ending == "csv" { &texts.download_csv } else { &texts.download_json };
            let name = ["buoc-so-", &indicator.id, ".", ending].concat();
            let link = Element::of("a", "button button--quiet")
                .with("href", file_path(self.composer, &indicator.id, ending))
                .with("download", name)
                .text(words);
            Element::new("li").child(link)
        });
        let files = Element::of("ul", "cluster screen").children(links);
        let body = vec![Block::Tree(files), Block::Small(plain(&texts.download_note))];
        let mut blocks = vec![section("files", &texts.download, "", "plain", body)];
        let places = indicator.provinces.iter().map(|id| {
            let name = place_words(self.library(), self.words(), id);
            vec![Span::A(self.composer.to(Route::Province(id.clone())), name)]
        });
        let documents = indicator.documents.iter().filter_map(|id| {
            let data = self.library().documents.iter().find(|document| document.id == *id)?;
            let words = self.pack().documents.iter().find(|words| words.id == *id)?;
            let to = self.composer.to_fragment(Route::Documents, id);
            let title = Span::T([": ", &words.title].concat());
            Some(vec![Span::A(to, data.number.clone()), title])
        });
        let links: Vec<_> = places.chain(documents).collect();
        let rows = indicator.explainers.iter().filter_map(|slug| self.explainer_row(slug));
        let rows = rows.map(|known| Row { kicker: String::new(), ..known });
        let mut body = vec![Block::Rows(rows.collect())];
        if !links.is_empty() {
            body.insert(0, Block::List { ordered: false, items: links });
        }
        blocks.push(section("more", &texts.more, "", "", body));
        blocks
    }

    /// Ranks of a province and of the provinces it was made from, for its page; nothing
    /// when no rank is known.
    pub(super) fn rank_section(&mut self, province: &Province) -> Vec<Block> {
        let mut body = Vec::new();
        body.extend(self.rank_trend("rank-trend", &province.id).map(Block::Tree));
        let (former, today) = self.units(&province.id);
        for place in today.iter().chain(&former) {
            let id = ["pillars-", place].concat();
            if let Some(strip) = self.pillar_strip(&id, place) {
                let name = place_words(self.library(), self.words(), place);
                let head = Element::new("h3").text(&name);
                body.push(Block::Tree(Element::of("div", "stack").child(head).child(strip)));
            }
        }
        if body.is_empty() {
            return body;
        }
        let to = self.composer.to(Route::Indicators);
        body.push(Block::Small(vec![Span::A(to, self.words().indicators.all.clone())]));
        vec![section("ranks", &self.words().indicators.rank_section, "", "", body)]
    }
}
