//! Notes on a province: strengths, problems with causes and ways out, promises, gaps.

use super::super::super::interface::fill;
use super::super::super::page::{Block, Rich, Row, Span, Tag};
use super::super::super::passport::date_words;
use super::super::super::province_notes::{
    Area, Commitment, CommitmentStatus, CommitmentWords, Note, NoteKind,
};
use super::super::super::route::Route;
use super::super::super::tree::Element;
use super::super::Draft;
use super::super::explainer::{plain, row, section};
use super::Place;

impl<'a> Draft<'a> {
    /// The notes of a kind about a place.
    pub(super) fn notes(&self, place: &Place<'a>, kind: NoteKind) -> Vec<&'a Note> {
        let notes = self.library().province_notes.notes.iter();
        notes.filter(|note| note.kind == kind && place.holds(&note.place)).collect()
    }

    /// The text of a note, or the words for "unknown" (T4).
    pub(super) fn note_text(&mut self, note: &Note) -> Rich {
        let words = self.pack().province_notes.notes.iter().find(|words| words.id == note.id);
        words.map(|words| self.known(&words.text)).unwrap_or_default()
    }

    /// Whether a note or a promise of the page already tells a fact.
    pub(super) fn is_told(&self, place: &Place<'a>, fact: &String) -> bool {
        let told = &self.library().province_notes;
        let here = |note: &&Note| place.holds(&note.place);
        told.notes.iter().filter(here).any(|note| note.facts.contains(fact))
            || told.commitments.iter().any(|m| place.holds(&m.place) && m.fact == *fact)
    }

    pub(super) fn about(&mut self, place: &Place<'a>) -> Vec<Rich> {
        let notes = self.notes(place, NoteKind::About);
        notes.into_iter().map(|note| self.note_text(note)).collect()
    }

    fn note_row(&mut self, note: &Note) -> Row {
        let text = self.note_text(note);
        let more = vec![self.source_line(&note.facts)];
        let tags = self.old_badge(&note.place).into_iter().collect();
        Row { id: note.id.clone(), text, tags, more, ..row() }
    }

    fn note_rows(&mut self, place: &Place<'a>, kind: NoteKind) -> Vec<Row> {
        let notes = self.notes(place, kind);
        notes.into_iter().map(|note| self.note_row(note)).collect()
    }

    pub(super) fn strengths(&mut self, place: &Place<'a>) -> Option<Block> {
        let rows = self.note_rows(place, NoteKind::Strength);
        let title = &self.words().province_page.strengths;
        (!rows.is_empty()).then(|| section("strengths", title, "", "", vec![Block::Rows(rows)]))
    }

    /// Problems by area, each with its causes and ways out (TQ-06).
    pub(super) fn chains(&mut self, place: &Place<'a>) -> Option<Block> {
        let words = &self.words().province_page;
        let problems = self.notes(place, NoteKind::Problem);
        if problems.is_empty() {
            return None;
        }
        let mut body = vec![Block::Small(plain(&words.chains_note))];
        for area in Area::ALL {
            let own: Vec<&Note> =
                problems.iter().copied().filter(|note| note.area == Some(area)).collect();
            if own.is_empty() {
                continue;
            }
            let id = area_id(area);
            let title = Element::new("h3").with("id", id).text(self.area_word(area));
            let chains: Vec<Element> =
                own.into_iter().map(|problem| self.chain(place, problem)).collect();
            body.push(Block::Tree(Element::of("div", "stack").child(title).children(chains)));
        }
        Some(section("chains", &words.chains, "", "", body))
    }

    fn chain(&mut self, place: &Place<'a>, problem: &'a Note) -> Element {
        let words = &self.words().province_page;
        let follows =
            |note: &&Note, of: &[&Note]| of.iter().any(|before| note.follows.contains(&before.id));
        let causes: Vec<&Note> = self.notes(place, NoteKind::Cause);
        let causes: Vec<&Note> =
            causes.into_iter().filter(|note| follows(note, &[problem])).collect();
        let solutions: Vec<&Note> = self.notes(place, NoteKind::Solution);
        let solutions: Vec<&Note> =
            solutions.into_iter().filter(|note| follows(note, &causes)).collect();
        let parts = [
            (&words.problem, "tag tag--care", vec![problem]),
            (&words.cause, "tag", causes),
            (&words.solution, "tag tag--soc", solutions),
        ];
        let parts: Vec<Element> = parts
            .into_iter()
            .map(|(label, class, notes)| {
                let label = Element::new("p").child(Element::of("span", class).text(label));
                let items: Vec<Element> = notes.into_iter().map(|note| self.item(note)).collect();
                let items = Element::of("ul", "stack stack--s").children(items);
                Element::of("li", "stack stack--s").child(label).child(items)
            })
            .collect();
        Element::of("ol", "card chain").children(parts)
    }

    /// A note as a list item: text, old unit, source.
    fn item(&mut self, note: &Note) -> Element {
        let text = Element::new("p").rich(self.note_text(note));
        let mut item = Element::new("li").child(text);
        if note.facts.is_empty() {
            return item;
        }
        if let Some(badge) = self.old_badge(&note.place) {
            item = item.child(Element::of("p", "small quiet").text(&badge.text));
        }
        item.child(Element::of("p", "small quiet").rich(self.source_line(&note.facts)))
    }

    pub(super) fn area_word(&self, area: Area) -> &'a str {
        let (tags, words) = (&self.words().tags, &self.words().province_page);
        match area {
            Area::Infrastructure => &words.infrastructure,
            Area::Government => &tags.government,
            Area::Economy => &tags.economy,
            Area::Society => &tags.society,
        }
    }

    pub(super) fn promises(&self, place: &Place<'a>) -> Vec<(&'a Commitment, &'a CommitmentWords)> {
        let words = &self.pack().province_notes.commitments;
        let made = self.library().province_notes.commitments.iter();
        made.filter(|made| place.holds(&made.place))
            .filter_map(|made| Some((made, words.iter().find(|words| words.id == made.id)?)))
            .collect()
    }

    /// Every promise with its status in words, "unclear" unless a source says more (TQ-11).
    pub(super) fn commitments(&mut self, place: &Place<'a>) -> Option<Block> {
        let words = &self.words().province_page;
        let mut rows = Vec::new();
        for (made, told) in self.promises(place) {
            let mut facts = vec![made.fact.clone()];
            facts.extend(made.status_fact.clone());
            let mut due = plain(&[&words.due, " "].concat());
            due.extend(self.known(&told.due));
            let mut more = vec![due];
            if let Some(date) = made.made_on {
                let date = date_words(self.words(), date);
                more.push(plain(&fill(&words.made, "date", &date)));
            }
            more.push(self.source_line(&facts));
            let mut tags = vec![self.status_tag(made.status)];
            tags.extend(self.old_badge(&made.place));
            let kicker = told.who.clone();
            let text = self.rich(&told.what);
            rows.push(Row { id: made.id.clone(), kicker, text, tags, more, ..row() });
        }
        let body = vec![Block::Small(plain(&words.commitments_note))];
        (!rows.is_empty()).then(|| {
            let body = body.into_iter().chain([Block::Rows(rows)]).collect();
            section("commitments", &words.commitments, "", "", body)
        })
    }

    pub(super) fn status_tag(&self, status: CommitmentStatus) -> Tag {
        let words = &self.words().province_page;
        let (word, tone) = match status {
            CommitmentStatus::Unclear => (&words.unclear, ""),
            CommitmentStatus::UnderWay => (&words.under_way, "gov"),
            CommitmentStatus::Done => (&words.done, "soc"),
        };
        Tag { text: [&words.status, ": ", &word.to_lowercase()].concat(), tone: tone.into() }
    }

    /// Who gets less, and what helps (QT-14).
    pub(super) fn gaps(&mut self, place: &Place<'a>) -> Option<Block> {
        let words = &self.words().province_page;
        let gaps = self.note_rows(place, NoteKind::Gap);
        if gaps.is_empty() {
            return None;
        }
        let helps = self.note_rows(place, NoteKind::Help);
        let body = vec![
            Block::Small(plain(&words.gaps_note)),
            Block::Rows(gaps),
            Block::Tree(Element::new("h3").text(&words.helps)),
            Block::Rows(helps),
        ];
        Some(section("gaps", &words.gaps, "", "", body))
    }

    /// The plan board: do now, step by step, keep the pace (QT-16).
    pub(super) fn plan(&mut self, place: &Place<'a>) -> Option<Block> {
        let words = &self.words().province_page;
        let columns = [
            (NoteKind::Now, &words.now),
            (NoteKind::Step, &words.step),
            (NoteKind::Steady, &words.steady),
        ];
        let mut board = Element::of("ul", "grid grid--m");
        let mut is_empty = true;
        for (kind, title) in columns {
            let notes = self.notes(place, kind);
            is_empty &= notes.is_empty();
            let items: Vec<Element> = notes.into_iter().map(|note| self.item(note)).collect();
            let items = Element::of("ul", "stack stack--s").children(items);
            board = board.child(
                Element::of("li", "card").child(Element::new("h3").text(title)).child(items),
            );
        }
        let body = vec![Block::Small(plain(&words.plan_note)), Block::Tree(board)];
        (!is_empty).then(|| section("plan", &words.plan, "", "", body))
    }

    /// Barriers of the region: where they were named, in full; elsewhere, a way there (MT-05).
    pub(super) fn barriers(&mut self, place: &Place<'a>) -> Option<Block> {
        let words = &self.words().province_page;
        let notes = self.notes(place, NoteKind::Barrier);
        if let Some(first) = notes.first() {
            let facts = first.facts.clone();
            let items = notes.iter().map(|note| self.note_text(note)).collect();
            let body = vec![
                Block::Small(plain(&words.barriers_note)),
                Block::List { ordered: true, items },
                Block::Small(self.source_line(&facts)),
            ];
            return Some(section("barriers", &words.barriers, "", "", body));
        }
        let regional = self.library().province_notes.regional.iter();
        let near = regional
            .filter(|named| named.regions.contains(&place.province.region))
            .map(|named| Route::Province(named.place.clone()))
            .next()?;
        let to = self.composer.to_fragment(near, "barriers");
        let link = vec![Span::A(to, words.barriers_elsewhere.clone())];
        Some(section("barriers", &words.barriers, "", "", vec![Block::Text(link)]))
    }

    /// Who does what, under today's name and the name of the time (QN-13, T6).
    pub(super) fn roles(&mut self, place: &Place<'a>) -> Option<Block> {
        let mut rows = Vec::new();
        for note in self.notes(place, NoteKind::Role) {
            let mut row = self.note_row(note);
            let shelf = self.library().organisations.iter();
            let data =
                note.organisation.as_ref().and_then(|id| shelf.clone().find(|o| o.id == *id));
            let words = &self.pack().organisations;
            if let Some(data) = data
                && let Some(words) = words.iter().find(|words| words.id == data.id)
            {
                row.title = words.name.clone();
                row.to = self.composer.to_fragment(Route::Glossary, &["o-", &data.id].concat());
                let former = self.former_names(data, words);
                row.more.splice(0..0, former);
            }
            rows.push(row);
        }
        let title = &self.words().province_page.roles;
        (!rows.is_empty()).then(|| section("roles", title, "", "", vec![Block::Rows(rows)]))
    }
}

fn area_id(area: Area) -> &'static str {
    match area {
        Area::Infrastructure => "area-infrastructure",
        Area::Government => "area-government",
        Area::Economy => "area-economy",
        Area::Society => "area-society",
    }
}
