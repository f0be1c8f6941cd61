//! Building the index, and what it holds.

use super::lexicon::{Interner, Lexicon};
use super::postings::{Postings, slice};
use super::query::Query;
use super::rank::rank;
use super::snippet;
use super::words::Words;
use super::{Document, Hit, Outcome};
use crate::domain::fold::compose;

/// Everything that can be found, ready to be asked.
pub struct Index {
    documents: Vec<Document>,
    pub(super) lexicon: Lexicon,
    pub(super) postings: Postings,
    /// The forms of all documents in reading order, `GAP` between unrelated phrases.
    tokens: Vec<u32>,
    /// For each document, where its four fields start in `tokens`; one more entry ends the last.
    fields_start: Vec<u32>,
}

/// Parts of a document, in the order they weigh.
pub(super) const N_FIELDS: usize = 4;
pub(super) const TITLE: usize = 0;
/// What a word weighs in the title, the keywords, the lead and the body.
pub(super) const WEIGHTS: [u32; N_FIELDS] = [200, 170, 90, 60];
/// Titles of more words than this weigh less per word.
const SHORT_TITLE: usize = 8;
/// Characters of a query that are read: nobody types more, and an address may hold a million.
const LONGEST: usize = 200;
const GAP: u32 = u32::MAX;
const MAX_DOCUMENTS: usize = 1 << 24;

impl Index {
    /// The index of these documents; texts may be in any Unicode normal form.
    pub fn build(documents: Vec<Document>) -> Index {
        Index::with_synonyms(documents, &[])
    }

    /// The index of these documents, where a phrase also counts as the others of its group.
    pub fn with_synonyms(mut documents: Vec<Document>, synonyms: &[Vec<String>]) -> Index {
        documents.truncate(MAX_DOCUMENTS);
        let mut builder = Builder {
            interner: Interner::new(),
            tokens: Vec::new(),
            folded: String::new(),
            synonyms: Vec::new(),
        };
        builder.synonyms = synonyms.iter().map(|group| builder.phrases(group)).collect();
        let mut fields_start = Vec::with_capacity(documents.len() * N_FIELDS + 1);
        for document in &mut documents {
            let texts = [&mut document.title, &mut document.lead, &mut document.body];
            for text in texts.into_iter().chain(&mut document.keywords) {
                *text = compose(text);
            }
            builder.add(document, &mut fields_start);
        }
        fields_start.push(builder.tokens.len() as u32);

        let Builder { interner, mut tokens, .. } = builder;
        let (lexicon, places) = interner.sorted();
        for token in &mut tokens {
            *token = places.get(*token as usize).copied().unwrap_or(GAP);
        }
        let postings = Postings::new(lexicon.len(), &|visit| {
            for place in 0..fields_start.len() - 1 {
                let words = slice(&fields_start, &tokens, place, 1);
                visit(((place / N_FIELDS) as u32, weight(place % N_FIELDS, words.len()), words));
            }
        });
        Index { documents, lexicon, postings, tokens, fields_start }
    }

    /// The documents that answer a text as typed, best first, at most `limit` of them.
    pub fn search(&self, text: &str, limit: usize) -> Outcome {
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
        let mut query = Query::read(text.get(..end).unwrap_or(text), &self.lexicon);
        let mut ranking = rank(self, &query, limit);
        if !ranking.is_sure {
            let wider = query.widened(&self.lexicon);
            let of_wider = rank(self, &wider, limit);
            if of_wider.is_whole {
                (query, ranking) = (wider, of_wider);
            }
        }
        let hit = |&(score, number): &(u32, u32)| {
            let document = self.documents.get(number as usize)?;
            let fields = [0, 1, 2, 3].map(|field| self.field(number as usize, field));
            let (title, snippet) = snippet::of(document, fields, &query);
            Some(Hit { document: number as usize, score, title, snippet })
        };
        let best = ranking.best.first().map_or(usize::MAX, |&(_, number)| number as usize);
        let first = best.saturating_mul(N_FIELDS);
        let best = slice(&self.fields_start, &self.tokens, first, N_FIELDS);
        Outcome {
            hits: ranking.best.iter().filter_map(hit).collect(),
            total: ranking.total,
            understood: query.understood(best, &self.lexicon),
        }
    }

    /// The document of a hit; nothing if the hit comes from another index.
    pub fn document(&self, hit: &Hit) -> Option<&Document> {
        self.documents.get(hit.document)
    }

    /// Memory the index takes besides the documents' own text, in bytes.
    pub fn bytes(&self) -> usize {
        let n_numbers = self.tokens.len() + self.fields_start.len();
        self.lexicon.bytes() + self.postings.bytes() + 4 * n_numbers
    }

    pub(super) fn n_documents(&self) -> usize {
        self.documents.len()
    }

    /// The forms of one field of a document, in reading order.
    pub(super) fn field(&self, document: usize, field: usize) -> &[u32] {
        slice(&self.fields_start, &self.tokens, document * N_FIELDS + field, 1)
    }
}

/// What each word of a field weighs; the more words a title has, the less.
fn weight(field: usize, n_words: usize) -> u32 {
    let [title, _, lead, _] = WEIGHTS;
    if field == TITLE && n_words > SHORT_TITLE {
        lead + (title - lead) * SHORT_TITLE as u32 / n_words as u32
    } else {
        WEIGHTS.get(field).copied().unwrap_or(0)
    }
}

/// A group of phrases that mean the same, each a list of form numbers.
type Synonyms = Vec<Vec<u32>>;

struct Builder {
    interner: Interner,
    tokens: Vec<u32>,
    folded: String,
    synonyms: Vec<Synonyms>,
}

impl Builder {
    fn phrases(&mut self, group: &[String]) -> Synonyms {
        let phrase = |text: &String| {
            self.read(&compose(text));
            core::mem::take(&mut self.tokens)
        };
        group.iter().map(phrase).filter(|phrase| !phrase.is_empty()).collect()
    }

    fn add(&mut self, document: &Document, fields_start: &mut Vec<u32>) {
        let title = self.tokens.len();
        fields_start.push(title as u32);
        self.read(&document.title);
        let keywords = self.tokens.len();
        fields_start.push(keywords as u32);
        for keyword in &document.keywords {
            self.tokens.push(GAP);
            self.read(keyword);
        }
        self.add_synonyms(title);
        for text in [&document.lead, &document.body] {
            let start = self.tokens.len();
            fields_start.push(start as u32);
            self.read(text);
            self.add_synonyms(start);
        }
    }

    fn read(&mut self, text: &str) {
        let mut words = Words::new(text);
        while let Some(word) = words.read(&mut self.folded) {
            self.tokens.push(self.interner.number(&self.folded, word.accents));
        }
    }

    /// Appends the synonyms of every phrase found from `start` on.
    fn add_synonyms(&mut self, start: usize) {
        let end = self.tokens.len();
        for group in &self.synonyms {
            let is_found = |phrase: &&Vec<u32>| {
                let text = self.tokens.get(start..end).unwrap_or_default();
                text.windows(phrase.len()).any(|words| words == phrase.as_slice())
            };
            let Some(found) = group.iter().position(|phrase| is_found(&phrase)) else { continue };
            for (place, phrase) in group.iter().enumerate() {
                if place != found {
                    self.tokens.push(GAP);
                    self.tokens.extend_from_slice(phrase);
                }
            }
        }
    }
}
