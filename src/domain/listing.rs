//! The list of local models as the browser filters it: rows of small numbers.
//!
//! The same rows feed the list, the map and the matching, so that they cannot
//! disagree: one filter, one order, one count.

use super::fold::{fold, has_words};
use super::wire::{Items, Node, Wire, wire_rows};

/// A model in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: String,
    pub name: String,
    pub place: String,
    /// Index among today's provinces.
    pub province: u16,
    /// Tenths of units of the map's frame; both 0 when only the province is known.
    pub x: u16,
    pub y: u16,
    /// Places in the lists of choices: see [`Facet`].
    pub pillar: u16,
    pub sector: u16,
    pub scope: u16,
    pub evidence: u16,
    /// Index of the kind in [`Listing::kinds`].
    pub kind: u16,
    /// 0 when unknown.
    pub year: u16,
    /// One bit per terrain.
    pub terrain: u16,
    /// What went wrong, as told; empty when nobody has.
    pub stumbles: String,
}

/// What models of a kind take: 0 a little, 1 some, 2 much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    pub name: String,
    pub budget: u16,
    pub network: u16,
    pub people: u16,
}

/// `content/<lang>/models-<hash>.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    pub entries: Vec<Entry>,
    pub kinds: Vec<Kind>,
    /// Region of each of today's provinces, an index among regions.
    pub regions: Vec<u16>,
    /// Names of today's provinces.
    pub provinces: Vec<String>,
    /// Names of the levels of evidence, and of the amounts that a kind takes.
    pub evidence: Vec<String>,
    pub amounts: Vec<String>,
}

wire_rows! {
    Entry { id, name, place, province, x, y, pillar, sector, scope, evidence, kind, year, terrain, stumbles }
    Kind { name, budget, network, people }
}

impl Wire for Listing {
    fn pack(&self) -> Node {
        Node::List(vec![
            self.entries.pack(),
            self.kinds.pack(),
            self.regions.pack(),
            self.provinces.pack(),
            self.evidence.pack(),
            self.amounts.pack(),
        ])
    }

    /// A damaged entry, or one of no known province or kind, is skipped; the others stand.
    fn unpack(node: Node) -> Option<Self> {
        let mut items = Items::of(node)?;
        let mut entries = Items::of(items.next()?)?;
        let mut listing = Self {
            entries: Vec::new(),
            kinds: items.read(),
            regions: items.read(),
            provinces: items.read(),
            evidence: items.read(),
            amounts: items.read(),
        };
        while let Some(entry) = entries.next() {
            let entry = Entry::unpack(entry).filter(|entry| {
                usize::from(entry.province) < listing.provinces.len()
                    && usize::from(entry.kind) < listing.kinds.len()
            });
            listing.entries.extend(entry);
        }
        items.whole(listing)
    }
}

/// What a reader can narrow the list by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    Pillar,
    Sector,
    Scope,
    Region,
    Province,
    Year,
    Evidence,
}

impl Facet {
    /// Every facet, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Pillar,
        Self::Sector,
        Self::Scope,
        Self::Region,
        Self::Province,
        Self::Year,
        Self::Evidence,
    ];

    /// The name in forms and addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pillar => "tru-cot",
            Self::Sector => "linh-vuc",
            Self::Scope => "pham-vi",
            Self::Region => "vung",
            Self::Province => "tinh",
            Self::Year => "nam",
            Self::Evidence => "bang-chung",
        }
    }

    fn of(self, entry: &Entry, listing: &Listing) -> u16 {
        match self {
            Self::Pillar => entry.pillar,
            Self::Sector => entry.sector,
            Self::Scope => entry.scope,
            Self::Region => {
                listing.regions.get(usize::from(entry.province)).copied().unwrap_or(u16::MAX)
            }
            Self::Province => entry.province,
            Self::Year => entry.year,
            Self::Evidence => entry.evidence,
        }
    }
}

/// Characters of a question that are read; an address may bring a million.
const LONGEST: usize = 100;

/// What a reader asked for: a choice per facet, and words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    chosen: [Option<u16>; 7],
    /// Folded words; all must begin a word of the entry.
    words: String,
}

impl Filter {
    /// Narrows by a facet; `None` takes the choice back.
    pub fn choose(&mut self, facet: Facet, choice: Option<u16>) {
        if let Some(place) = self.chosen.get_mut(facet as usize) {
            *place = choice;
        }
    }

    /// The choice of a facet.
    #[must_use]
    pub fn choice(&self, facet: Facet) -> Option<u16> {
        self.chosen.get(facet as usize).copied().flatten()
    }

    /// Narrows by words, typed with or without diacritics.
    pub fn ask(&mut self, text: &str) {
        let text = text.trim_ascii();
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
        self.words = fold(text.get(..end).unwrap_or(text));
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.words.is_empty() && self.chosen.iter().all(Option::is_none)
    }

    /// Indexes of the entries that fit, in the order of the list.
    ///
    /// `texts` are the folded texts of the entries ([`texts`]); they are read only when
    /// words are asked for.
    #[must_use]
    pub fn apply(&self, listing: &Listing, texts: &[String]) -> Vec<u32> {
        let chosen: Vec<(Facet, u16)> = Facet::ALL
            .into_iter()
            .filter_map(|facet| self.choice(facet).map(|choice| (facet, choice)))
            .collect();
        let fits = |index: usize, entry: &Entry| {
            chosen.iter().all(|(facet, choice)| facet.of(entry, listing) == *choice)
                && (self.words.is_empty()
                    || texts.get(index).is_some_and(|text| has_words(text, &self.words)))
        };
        let entries = listing.entries.iter().enumerate();
        let fitting = entries.filter(|(index, entry)| fits(*index, entry));
        fitting.filter_map(|(index, _)| u32::try_from(index).ok()).collect()
    }
}

/// The folded words of each entry: name, place, province and kind.
#[must_use]
pub fn texts(listing: &Listing) -> Vec<String> {
    let text = |entry: &Entry| {
        let province = listing.provinces.get(usize::from(entry.province));
        let kind = listing.kinds.get(usize::from(entry.kind));
        let mut text = entry.name.clone();
        for part in
            [Some(&entry.place), province, kind.map(|kind| &kind.name)].into_iter().flatten()
        {
            text.push(' ');
            text.push_str(part);
        }
        // ASCII signs alone part words here: the tables of all scripts weigh more than this file.
        let is_sign = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric();
        fold(&text).chars().map(|c| if is_sign(c) { ' ' } else { c }).collect()
    };
    listing.entries.iter().map(text).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn entry(id: &str, province: u16, kind: u16) -> Entry {
        Entry {
            id: id.into(),
            name: id.replace('-', " "),
            place: String::from("xa A"),
            province,
            x: 0,
            y: 0,
            pillar: kind % 3,
            sector: 0,
            scope: 2,
            evidence: 0,
            kind,
            year: 2024,
            terrain: 1,
            stumbles: String::new(),
        }
    }

    fn listing() -> Listing {
        let kind = |name: &str| Kind { name: name.into(), budget: 0, network: 1, people: 2 };
        Listing {
            entries: vec![entry("cho-so", 0, 0), entry("lop-hoc", 1, 1), entry("to-so", 1, 2)],
            kinds: vec![kind("Cho"), kind("Lop"), kind("To")],
            regions: vec![0, 3],
            provinces: vec!["Hu\u{1ebf}".into(), "H\u{e0} N\u{1ed9}i".into()],
            ..Listing::default()
        }
    }

    fn kept(change: impl Fn(&mut Filter)) -> Vec<u32> {
        let (listing, mut filter) = (listing(), Filter::default());
        change(&mut filter);
        filter.apply(&listing, &texts(&listing))
    }

    #[test]
    fn a_damaged_entry_is_skipped_and_the_rest_stands() {
        let whole = listing();
        let Node::List(mut parts) = whole.pack() else { panic!("a list") };
        assert_eq!(Listing::unpack(Node::List(parts.clone())), Some(whole.clone()));
        let mut foreign = whole.entries[1].clone();
        foreign.province = 99;
        parts[0] = Node::List(vec![
            whole.entries[0].pack(),
            Node::Text("broken".into()),
            foreign.pack(),
            whole.entries[2].pack(),
        ]);
        let read = Listing::unpack(Node::List(parts)).unwrap();
        assert_eq!(read.entries, [whole.entries[0].clone(), whole.entries[2].clone()]);
    }

    #[test]
    fn an_open_filter_keeps_everything_in_order() {
        assert_eq!(kept(|_| {}), [0, 1, 2]);
        assert!(Filter::default().is_open());
    }

    #[test]
    fn facets_narrow_together() {
        assert_eq!(kept(|f| f.choose(Facet::Province, Some(1))), [1, 2]);
        assert_eq!(kept(|f| f.choose(Facet::Region, Some(0))), [0]);
        assert_eq!(
            kept(|f| {
                f.choose(Facet::Region, Some(3));
                f.choose(Facet::Pillar, Some(2));
            }),
            [2]
        );
    }

    #[test]
    fn words_are_found_without_diacritics_at_the_start_of_words() {
        assert_eq!(kept(|f| f.ask("ha noi lop")), [1]);
        assert_eq!(kept(|f| f.ask("Hu\u{1ebf}")), [0]);
        assert_eq!(kept(|f| f.ask("o")), [0u32; 0]);
    }
}
