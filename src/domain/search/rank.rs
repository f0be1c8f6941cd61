//! Ranking: which documents answer a query, and in which order.
//!
//! Method: every document adds up, over the words of the query, rarity times strength
//! times field weight, and is scaled by the square of the share of the query it covers.
//! The best of them are then read word by word: neighbours in the query that are
//! neighbours in the text, and titles that say little else, count extra.

use super::index::{Index, N_FIELDS, TITLE, WEIGHTS};
use super::query::{MAX_TERMS, Query};
use super::term::{SURE, Term};
use core::ops::Range;

/// The result of ranking.
#[derive(Default)]
pub(super) struct Ranking {
    /// Score and document number, best first.
    pub(super) best: Vec<(u32, u32)>,
    /// Documents that cover enough of the query.
    pub(super) total: usize,
    /// Whether some document holds every word that says something.
    pub(super) is_whole: bool,
    /// Whether some document holds every such word for sure, not merely one like it.
    pub(super) is_sure: bool,
}

/// Documents read word by word, at least.
const N_READ: usize = 100;

/// What one document has gathered so far.
#[derive(Clone, Copy, Default)]
struct Tally {
    score: u32,
    /// Rarity of the words found, times how surely they were, in percent.
    cover: u32,
    n_found: u32,
    n_sure: u32,
    /// For the word at hand: strength times weight, shifted left by 8, plus strength.
    best: u32,
}

/// The best `limit` documents for a query.
pub(super) fn rank(index: &Index, query: &Query, limit: usize) -> Ranking {
    let mut tallies = vec![Tally::default(); index.n_documents()];
    let rarities: Vec<u32> =
        query.terms.iter().map(|term| add_term(index, term, &mut tallies)).collect();
    let whole = (rarities.iter().sum::<u32>() * FULL).max(1);
    let best_cover = tallies.iter().map(|tally| tally.cover).max().unwrap_or(0);
    let n_telling = query.terms.iter().filter(|term| !term.is_light).count();
    let mut ranking = Ranking::default();
    let mut greatest = 0;
    for tally in &mut tallies {
        if tally.cover * 2 < best_cover {
            tally.score = 0;
        }
        tally.score = by_cover(tally.score, tally.cover, whole);
        greatest = greatest.max(tally.score);
        ranking.total += usize::from(tally.score > 0);
        ranking.is_whole |= tally.n_found as usize == n_telling;
        ranking.is_sure |= tally.n_sure as usize == n_telling;
    }
    let bar = bar(&tallies, greatest, limit.max(N_READ));
    let answers = answers(index, query);
    let mut n_ties = 0;
    for (number, tally) in tallies.iter().enumerate().filter(|(_, tally)| tally.score >= bar.start)
    {
        n_ties += usize::from(tally.score < bar.end);
        if tally.score >= bar.end || n_ties <= limit.max(N_READ) {
            let bonus = bonus(index, query, &answers, &rarities, number);
            let score = tally.score.saturating_add(by_cover(bonus, tally.cover, whole));
            let place = ranking.best.partition_point(|&(better, _)| better >= score);
            if place < limit {
                ranking.best.truncate(limit - 1);
                ranking.best.insert(place, (score, number as u32));
            }
        }
    }
    ranking
}

/// The cover of a word found for sure, and of one like it.
const FULL: u32 = 10;
const PARTIAL: u32 = 7;

/// A score times the square of the share of the query covered.
fn by_cover(score: u32, cover: u32, whole: u32) -> u32 {
    let share = u64::from(cover) * 256 / u64::from(whole);
    ((u64::from(score) * share) >> 8) as u32
}

/// Adds one word to the tallies of all documents; returns its rarity.
fn add_term(index: &Index, term: &Term, tallies: &mut [Tally]) -> u32 {
    for (form, strength) in term.matches() {
        for (document, weight) in index.postings.of(form) {
            if let Some(tally) = tallies.get_mut(document) {
                tally.best = tally.best.max((strength * weight) << 8 | strength);
            }
        }
    }
    let is_sure = |tally: &&Tally| tally.best & 0xFF >= SURE.into();
    let is_found = |tally: &&Tally| tally.best > 0;
    let n_found = match tallies.iter().filter(is_sure).count() {
        0 => tallies.iter().filter(is_found).count(),
        n_sure => n_sure,
    };
    let rarity = rarity(tallies.len(), n_found) / if term.is_light { 4 } else { 1 } + 1;
    for tally in tallies.iter_mut().filter(|tally| tally.best > 0) {
        let strength = tally.best & 0xFF;
        tally.score += rarity * (tally.best >> 8) / 16;
        tally.cover += rarity * if strength >= SURE.into() { FULL } else { PARTIAL };
        if !term.is_light {
            tally.n_found += 1;
            tally.n_sure += u32::from(strength >= SURE.into());
        }
        tally.best = 0;
    }
    rarity
}

/// Sixteen times the binary logarithm of one plus documents per document found.
fn rarity(n_documents: usize, n_found: usize) -> u32 {
    let ratio = (16 * (n_documents + n_found) / n_found.max(1)) as u32;
    let whole = ratio.max(1).ilog2();
    16 * (whole.saturating_sub(4)) + ((ratio << 4 >> whole) & 15)
}

/// The scores of the last few of the best `n_wanted` documents; better ones lie above.
fn bar(tallies: &[Tally], greatest: u32, n_wanted: usize) -> Range<u32> {
    let step = greatest / 256 + 1;
    let mut counts = [0_usize; 256];
    for tally in tallies.iter().filter(|tally| tally.score > 0) {
        if let Some(count) = counts.get_mut((tally.score / step) as usize) {
            *count += 1;
        }
    }
    let mut n_above = 0;
    for (place, count) in counts.iter().enumerate().rev() {
        n_above += count;
        if n_above >= n_wanted {
            let start = place as u32 * step;
            return start.max(1)..start + step;
        }
    }
    1..1
}

/// For each form, one bit for each word of the query that it answers.
fn answers(index: &Index, query: &Query) -> Vec<u16> {
    let mut answers = vec![0; index.lexicon.len()];
    for (place, term) in query.terms.iter().enumerate() {
        for (form, _) in term.matches() {
            if let Some(answer) = answers.get_mut(form) {
                *answer |= 1 << place;
            }
        }
    }
    answers
}

/// What neighbouring words weigh, besides what their field weighs.
const NEIGHBOURS: u32 = 220;

/// What reading a document word by word adds to its score.
fn bonus(index: &Index, query: &Query, answers: &[u16], rarities: &[u32], document: usize) -> u32 {
    let mut pairs = [0_u32; MAX_TERMS];
    let mut in_title = [0_u32; MAX_TERMS];
    let mut n_title_matches = 0;
    for (field, &weight) in (0..N_FIELDS).zip(&WEIGHTS) {
        let mut last = [0_u32; MAX_TERMS];
        let mut last_answer = 0;
        for &form in index.field(document, field) {
            let answer = answers.get(form as usize).copied().unwrap_or(0);
            if answer == 0 {
                last_answer = 0;
                continue;
            }
            if last_answer == 0 {
                last = [0; MAX_TERMS];
            }
            last_answer = answer;
            let mut before = (0, 0);
            let slots = last.iter_mut().zip(&mut pairs).zip(&mut in_title);
            for (term, ((last, pair), title)) in query.terms.iter().zip(slots) {
                let now = u32::from(term.strength(form as usize));
                let neighbours = now.min(before.0).max(before.1.min(*last) / 4);
                *pair = (*pair).max(neighbours * (weight + NEIGHBOURS));
                before = (core::mem::replace(last, now), now);
                if field == TITLE {
                    *title = (*title).max(now);
                }
            }
            n_title_matches += u32::from(field == TITLE);
        }
    }
    let n_title = index.field(document, TITLE).len().max(1) as u32;
    let mut total = 0;
    let mut before = 0;
    for ((&rarity, pair), title) in rarities.iter().zip(pairs).zip(in_title) {
        total += (rarity + before) / 2 * pair / 16;
        total += rarity * title * n_title_matches / n_title * WEIGHTS[TITLE] / 16;
        before = rarity;
    }
    total
}
