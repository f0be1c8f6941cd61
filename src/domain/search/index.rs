//! Building the index, and what it holds.

use super::lexicon::{Interner, Lexicon};
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
    /// For each form, where its postings start; one more entry ends the last.
    postings_start: Vec<u32>,
    /// Document number in the high 24 bits, weight of the word there in the low 8.
    postings: Vec<u32>,
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
const SHORT_TITLE: u32 = 8;
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
        let (postings_start, postings) = post(&lexicon, &tokens, &fields_start);
        Index { documents, lexicon, postings_start, postings, tokens, fields_start }
    }

    /// The documents that answer a text as typed, best first, at most `limit` of them.
    pub fn search(&self, text: &str, limit: usize) -> Outcome {
        let mut query = Query::read(text, &self.lexicon);
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
            let (title, snippet) = snippet::of(document, &query, &self.lexicon);
            Some(Hit { document: number as usize, score, title, snippet })
        };
        Outcome {
            hits: ranking.best.iter().filter_map(hit).collect(),
            total: ranking.total,
            understood: query.understood(),
        }
    }

    /// The document of a hit; nothing if the hit comes from another index.
    pub fn document(&self, hit: &Hit) -> Option<&Document> {
        self.documents.get(hit.document)
    }

    /// Memory the index takes besides the documents' own text, in bytes.
    pub fn bytes(&self) -> usize {
        let lists = [&self.postings_start, &self.postings, &self.tokens, &self.fields_start];
        self.lexicon.bytes() + lists.iter().map(|list| 4 * list.len()).sum::<usize>()
    }

    pub(super) fn n_documents(&self) -> usize {
        self.documents.len()
    }

    /// Where a form occurs: document number and weight.
    pub(super) fn postings(&self, form: usize) -> impl Iterator<Item = (usize, u32)> {
        slice(&self.postings_start, &self.postings, form)
            .iter()
            .map(|&posting| ((posting >> 8) as usize, posting & 0xFF))
    }

    /// The forms of one field of a document, in reading order.
    pub(super) fn field(&self, document: usize, field: usize) -> &[u32] {
        slice(&self.fields_start, &self.tokens, document * N_FIELDS + field)
    }
}

fn slice<'list>(starts: &[u32], list: &'list [u32], place: usize) -> &'list [u32] {
    let ends = starts.get(place).zip(starts.get(place + 1));
    ends.and_then(|(&start, &end)| list.get(start as usize..end as usize)).unwrap_or_default()
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

/// The postings of each form: the weight of its best field, a little more when it repeats.
fn post(lexicon: &Lexicon, tokens: &[u32], fields_start: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let mut occurrences = Vec::with_capacity(tokens.len());
    for place in 0..fields_start.len().saturating_sub(1) {
        let words = slice(fields_start, tokens, place);
        let weight = match (place % N_FIELDS, words.len() as u32) {
            (TITLE, n_words) if n_words > SHORT_TITLE => {
                WEIGHTS[2] + (WEIGHTS[TITLE] - WEIGHTS[2]) * SHORT_TITLE / n_words
            }
            (field, _) => WEIGHTS[field],
        };
        let rest = ((place / N_FIELDS) as u64) << 8 | u64::from(0xFF - weight);
        let forms = words.iter().filter(|&&form| form != GAP);
        occurrences.extend(forms.map(|&form| u64::from(form) << 32 | rest));
    }
    occurrences.sort_unstable();

    let mut starts = Vec::with_capacity(lexicon.len() + 1);
    let mut postings = Vec::new();
    for same in occurrences.chunk_by(|a, b| a >> 8 == b >> 8) {
        let Some(&first) = same.first() else { continue };
        while starts.len() <= (first >> 32) as usize {
            starts.push(postings.len() as u32);
        }
        let repeats = same.len().min(4) as u32 - 1;
        let weight = 0xFF - (first as u32 & 0xFF) + repeats * 6;
        postings.push(first as u32 & !0xFF | weight);
    }
    starts.resize(lexicon.len() + 1, postings.len() as u32);
    (starts, postings)
}
