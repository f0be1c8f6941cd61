//! Search over everything the portal holds, in memory, tolerant of how Vietnamese is typed.
//!
//! Method: words are kept in one sorted list of forms (folded letters, then accents), so
//! an accented word, its unaccented spelling and a prefix are each one range of that list.
//! A query word gives every form a strength; strengths times the weight of the field and
//! the rarity of the word rank the documents, and neighbouring words raise the best ones.

mod index;
mod lexicon;
mod postings;
mod query;
mod rank;
mod snippet;
mod term;
mod typo;
mod words;

use serde::{Deserialize, Serialize};

pub use index::Index;

/// One thing that can be found: an explainer, a fact, a document, a province, a term.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Slug, unique within its kind.
    pub id: String,
    /// What it is, as a slug such as `explainer` or `province`; the engine only carries it.
    pub kind: String,
    /// The name people see; its words weigh most.
    pub title: String,
    /// Where a hit leads.
    pub href: String,
    /// Former names, synonyms, abbreviations, document numbers; found, never shown.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// One or two sentences that introduce it.
    pub lead: String,
    /// The rest of its text; may be empty.
    #[serde(default)]
    pub body: String,
}

/// What a search gave back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Best first, at most as many as asked for.
    pub hits: Vec<Hit>,
    /// How many documents matched in all.
    pub total: usize,
    /// The query as it was read, when that differs from the typed words: Telex or VNI keys
    /// turned into letters, run-together words split, a misspelling replaced.
    pub understood: Option<String>,
}

/// One document found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Place of the document in the list the index was built from.
    pub document: usize,
    /// Rank value without unit; comparable within one outcome only.
    pub score: u32,
    /// The whole title.
    pub title: Vec<Segment>,
    /// The passage that matches best, about 160 characters of the lead or the body.
    pub snippet: Vec<Segment>,
}

/// A run of text that is either highlighted or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The original text, accents and case kept.
    pub text: String,
    /// Whether these words answer the query.
    pub is_highlighted: bool,
}
