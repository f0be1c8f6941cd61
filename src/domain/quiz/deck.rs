//! The bank on its way to the browser: numbers for choosing and scoring, and words by domain.

use super::super::wire::{Items, Node, Wire, wire_structs};
use super::answer::Key;
use super::bank::{Bank, COMPETENCES};
use super::item::{Age, Calibration, Item, ItemKind, Setting, Verdict, View};

/// What the program needs to know of a question to choose and score it.
///
/// Everything is a whole number: choices by their place in their list, sets as bits, the
/// response model in thousandths (difficulty plus ten).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub no: u16,
    /// 0 to 5.
    pub domain: u16,
    /// Place in [`COMPETENCES`].
    pub competence: u16,
    pub band: u16,
    pub kind: u16,
    pub n_options: u16,
    pub key: u16,
    /// 0 scam, 1 genuine, 2 neither.
    pub verdict: u16,
    pub ages: u16,
    pub settings: u16,
    /// Numbers of the enemies.
    pub enemies: Vec<u16>,
    /// a, b + 10, c, d in thousandths.
    pub model: Vec<u16>,
}

/// All questions without words, in the order of their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deck {
    pub bank: u16,
    pub name: String,
    /// Shares of the domains in thousandths.
    pub weights: Vec<u16>,
    pub rows: Vec<Row>,
}

/// A question in words, its options in the order of the bank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    pub no: u16,
    pub stem: String,
    pub from: String,
    /// Place in the list of views; larger when nothing is drawn.
    pub view: u16,
    /// Text and feedback.
    pub options: Vec<(String, String)>,
    /// What belongs to each option of `match`.
    pub partners: Vec<String>,
    /// Feedback on scam, genuine, unsure.
    pub verdicts: Vec<String>,
    pub explain: String,
    pub dont_know: String,
    pub next: String,
    /// App path and title of the page that helps.
    pub lesson: (String, String),
}

wire_structs! {
    Row { no, domain, competence, band, kind, n_options, key, verdict, ages, settings, enemies, model }
    Question { no, stem, from, view, options, partners, verdicts, explain, dont_know, next, lesson }
}

/// Questions that a code can tell apart.
const MOST_ROWS: usize = 512;

impl Wire for Deck {
    fn pack(&self) -> Node {
        Node::List(vec![self.bank.pack(), self.name.pack(), self.weights.pack(), self.rows.pack()])
    }

    /// A question that cannot be asked, or whose number another has, is skipped.
    fn unpack(node: Node) -> Option<Self> {
        let mut items = Items::of(node)?;
        let (bank, name, weights) = (items.take()?, items.take()?, items.take()?);
        let all: Vec<Row> = items.take()?;
        let mut rows: Vec<Row> = Vec::new();
        for row in all.into_iter().take(MOST_ROWS) {
            let is_new = rows.iter().all(|other| other.no != row.no);
            if is_new && row.is_askable() {
                rows.push(row);
            }
        }
        Some(Self { bank, name, weights, rows })
    }
}

fn thousandths(value: f64) -> u16 {
    (value * 1000.0).round() as u16
}

impl Row {
    fn of(item: &Item, bank: &Bank) -> Self {
        let at = |name: &String| item.options.iter().position(|option| option == name);
        let Calibration { a, b, c, d } = item.model();
        let numbers = |id: &String| Some(bank.item(id)?.no);
        Self {
            no: item.no,
            domain: u16::from(item.domain()).saturating_sub(1),
            competence: COMPETENCES.iter().position(|code| *code == item.competence).unwrap_or(0)
                as u16,
            band: item.band as u16,
            kind: item.kind as u16,
            n_options: item.options.len() as u16,
            key: item.key.iter().filter_map(at).fold(0, |bits, n| bits | 1 << n),
            verdict: item.verdict.map_or(2, |verdict| verdict as u16),
            ages: item.ages.iter().fold(0, |bits, age| bits | 1 << *age as u16),
            settings: item.settings.iter().fold(0, |bits, setting| bits | 1 << *setting as u16),
            enemies: item.enemies.iter().filter_map(numbers).collect(),
            model: vec![thousandths(a), thousandths(b + 10.0), thousandths(c), thousandths(d)],
        }
    }

    /// Whether all numbers are those of a question: codes have nine bits for its number and
    /// seven for an answer.
    fn is_askable(&self) -> bool {
        usize::from(self.no) < MOST_ROWS
            && self.domain < 6
            && usize::from(self.kind) < ItemKind::ALL.len()
            && (2..=8).contains(&self.n_options)
    }

    /// What is right for the question.
    #[must_use]
    pub fn key(&self) -> Key {
        Key {
            kind: ItemKind::ALL.get(usize::from(self.kind)).copied().unwrap_or(ItemKind::Single),
            n_options: self.n_options as u8,
            bits: self.key as u8,
            verdict: Verdict::ALL.get(usize::from(self.verdict)).copied(),
        }
    }

    /// Discrimination, difficulty and asymptotes.
    #[must_use]
    pub fn calibration(&self) -> Calibration {
        let part = |n: usize| f64::from(self.model.get(n).copied().unwrap_or(0)) / 1000.0;
        Calibration { a: part(0), b: part(1) - 10.0, c: part(2), d: part(3) }
    }

    /// Whether the question suits this age and place; `None` of the ages suits all.
    #[must_use]
    pub fn suits(&self, age: Option<Age>, setting: Setting) -> bool {
        let fits = age.is_none_or(|age| self.ages & 1 << age as u16 != 0);
        fits && self.settings & 1 << setting as u16 != 0
    }
}

impl Deck {
    /// The bank without its words.
    #[must_use]
    pub fn of(bank: &Bank) -> Self {
        let frame = &bank.frame;
        Self {
            bank: frame.bank,
            name: frame.name.clone(),
            weights: frame.weights.clone(),
            rows: bank.items.iter().map(|item| Row::of(item, bank)).collect(),
        }
    }

    /// The row of this number.
    #[must_use]
    pub fn row(&self, no: u16) -> Option<&Row> {
        self.rows.iter().find(|row| row.no == no)
    }
}

impl Question {
    /// How its message is drawn, when one is.
    #[must_use]
    pub fn view(&self) -> Option<View> {
        View::ALL.get(usize::from(self.view)).copied()
    }
}
