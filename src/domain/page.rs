//! A page as the views draw it: blocks of finished words, nothing left to look up.
//!
//! `compose` makes pages natively from the authored content; the browser
//! fetches them as JSON and draws them. Every address inside is an app path
//! (`/en/giai-thich/vneid/`), `#id`, `tel:` or an allowed outside address.

use super::tree::Element;
use super::wire::{Items, Node, Wire, wire_enum, wire_structs};

/// A run of text with its marks.
pub type Rich = Vec<Span>;

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain text.
    T(String),
    /// Strong.
    B(Rich),
    /// A link: where to, and its text.
    A(String, String),
    /// A figure or claim: index of its passport, and its text.
    F(u16, String),
}

/// A link on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub to: String,
    pub text: String,
}

/// A short noun in a frame; `tone` is a style name or empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub text: String,
    pub tone: String,
}

/// A list row: a patch with an icon, a title that links, one line, tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Fragment name of the row, or empty.
    pub id: String,
    /// App path or outside address, or empty.
    pub to: String,
    pub icon: String,
    pub tone: String,
    pub kicker: String,
    pub title: String,
    pub text: Rich,
    pub tags: Vec<Tag>,
    /// Further rich lines below the text.
    pub more: Vec<Rich>,
}

/// A door of the home page; `to` is empty while it is being prepared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    pub to: String,
    pub art: String,
    pub title: String,
    pub text: Rich,
    pub meta: String,
}

/// A bar of what is measured against what is aimed at; shares are thousandths of its width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gauge {
    /// The whole picture in one sentence.
    pub label: String,
    pub now: (u16, String),
    pub targets: Vec<(u16, String)>,
    pub start: String,
    pub end: String,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Hero {
        title: String,
        lead: String,
        actions: Vec<Link>,
    },
    Header(Header),
    Band {
        tone: String,
        body: Vec<Block>,
    },
    Split {
        main: Vec<Block>,
        side: Vec<Block>,
    },
    Section {
        id: String,
        title: String,
        icon: String,
        tone: String,
        body: Vec<Block>,
    },
    Card {
        kicker: String,
        title: String,
        body: Vec<Block>,
    },
    Text(Rich),
    Small(Rich),
    Lead(Rich),
    List {
        ordered: bool,
        items: Vec<Rich>,
    },
    Terms(Vec<(Rich, Rich)>),
    Steps(Vec<(Rich, Rich)>),
    Myths {
        myth: String,
        truth: String,
        pairs: Vec<(Rich, Rich)>,
    },
    Quote {
        text: String,
        by: Rich,
    },
    Rows(Vec<Row>),
    Doors(Vec<Door>),
    Marks(Vec<Door>),
    Moments(Vec<Row>),
    Fold {
        id: String,
        summary: String,
        lens: String,
        body: Vec<Block>,
    },
    Phones(Vec<Link>),
    Gauge(Gauge),
    Lenses {
        label: String,
        choices: Vec<(String, String)>,
        folds: Vec<Block>,
    },
    Search,
    Device {
        needs: String,
    },
    /// A drawing, a table or a form.
    Tree(Element),
}

/// The head of a reading page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    pub back: Option<Link>,
    pub tags: Vec<Tag>,
    pub title: String,
    pub lead: Rich,
    /// Icon and text.
    pub meta: Vec<(String, String)>,
    /// Whether the page can be listened to, shared and printed.
    pub tools: bool,
}

/// Where a figure comes from, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passport {
    /// Id of the fact, also its fragment on the sources page.
    pub fact: String,
    pub title: String,
    pub tags: Vec<Tag>,
    /// Index of the label in the page's list, and the text.
    pub rows: Vec<(u16, Rich)>,
}

/// A whole page in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub title: String,
    pub description: String,
    pub blocks: Vec<Block>,
    pub passports: Vec<Passport>,
    /// Labels of passport rows.
    pub labels: Vec<String>,
}

/// The words of rich text, without marks.
#[must_use]
pub fn plain(rich: &[Span]) -> String {
    let mut out = String::new();
    push_plain(rich, &mut out);
    out
}

fn push_plain(rich: &[Span], out: &mut String) {
    for span in rich {
        match span {
            Span::T(text) | Span::A(_, text) | Span::F(_, text) => out.push_str(text),
            Span::B(inner) => push_plain(inner, out),
        }
    }
}

wire_structs! {
    Link { to, text }
    Tag { text, tone }
    Row { id, to, icon, tone, kicker, title, text, tags, more }
    Door { to, art, title, text, meta }
    Gauge { label, now, targets, start, end }
    Header { back, tags, title, lead, meta, tools }
    Passport { fact, title, tags, rows }
    Page { title, description, blocks, passports, labels }
}

/// Plain text travels as a bare string: most spans are plain.
impl Wire for Span {
    fn pack(&self) -> Node {
        let (tag, fields) = match self {
            Self::T(text) => return Node::Text(text.clone()),
            Self::B(inner) => (0, vec![inner.pack()]),
            Self::A(to, text) => (1, vec![to.pack(), text.pack()]),
            Self::F(index, text) => (2, vec![index.pack(), text.pack()]),
        };
        Node::List(std::iter::once(Node::Number(tag)).chain(fields).collect())
    }

    fn unpack(node: Node) -> Option<Self> {
        if let Node::Text(text) = node {
            return Some(Self::T(text));
        }
        let mut items = Items::of(node)?;
        let tag: u16 = items.take()?;
        match tag {
            0 => Some(Self::B(items.take()?)),
            1 => Some(Self::A(items.take()?, items.take()?)),
            2 => Some(Self::F(items.take()?, items.take()?)),
            _ => None,
        }
    }
}

wire_enum! { Block {
    0 Hero { title, lead, actions };
    1 Header(header);
    2 Band { tone, body };
    3 Split { main, side };
    4 Section { id, title, icon, tone, body };
    5 Card { kicker, title, body };
    6 Text(text);
    7 Small(text);
    8 Lead(text);
    9 List { ordered, items };
    10 Terms(terms);
    11 Steps(steps);
    12 Myths { myth, truth, pairs };
    13 Quote { text, by };
    14 Rows(rows);
    15 Doors(doors);
    16 Marks(doors);
    17 Moments(rows);
    18 Fold { id, summary, lens, body };
    19 Phones(links);
    20 Gauge(gauge);
    21 Lenses { label, choices, folds };
    22 Search;
    23 Device { needs };
    24 Tree(element);
} }

/// The trees among blocks, in the order they are drawn.
fn trees<'a>(blocks: &'a [Block], found: &mut Vec<&'a Element>) {
    for block in blocks {
        match block {
            Block::Tree(tree) => found.push(tree),
            Block::Band { body, .. }
            | Block::Section { body, .. }
            | Block::Card { body, .. }
            | Block::Fold { body, .. } => trees(body, found),
            Block::Split { main, side } => {
                trees(main, found);
                trees(side, found);
            }
            _ => {}
        }
    }
}

impl Page {
    /// The trees of the page, in the order they are drawn.
    #[must_use]
    pub fn trees(&self) -> Vec<&Element> {
        let mut found = Vec::new();
        trees(&self.blocks, &mut found);
        found
    }

    /// A figure ready to quote: every row of its passport, with full addresses (T8).
    #[must_use]
    pub fn citation(&self, passport: &Passport) -> String {
        let mut out = passport.title.clone();
        for (label, text) in &passport.rows {
            out.push_str(". ");
            out.push_str(self.labels.get(usize::from(*label)).map_or("", String::as_str));
            out.push_str(": ");
            for span in text {
                match span {
                    Span::A(to, _) => out.push_str(to),
                    span => push_plain(std::slice::from_ref(span), &mut out),
                }
            }
            while out.ends_with(['.', ' ']) {
                out.pop();
            }
        }
        out
    }
}
