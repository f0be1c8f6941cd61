//! Ranking: which documents answer a query, and in which order.
//!
//! Method: every document adds up, over the words of the query, rarity times strength
//! times field weight, and is scaled by the square of the share of the query it covers.
//! The best of them are then read word by word: neighbours in the query that are
//! neighbours in the text, and titles that say little else, count extra.

use super::index::{Index, N_FIELDS, TITLE, WEIGHTS};
use super::query::{MAX_TERMS, Query, SURE, Term};

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
        if tally.cover * 10 < best_cover * 7 {
            tally.score = 0;
        }
        tally.score = by_cover(tally.score, tally.cover, whole);
        greatest = greatest.max(tally.score);
        ranking.total += usize::from(tally.score > 0);
        ranking.is_whole |= tally.n_found as usize == n_telling;
        ranking.is_sure |= tally.n_sure as usize == n_telling;
    }
    let threshold = threshold(&tallies, greatest, limit.max(N_READ));
    let mut keys: Vec<u64> = Vec::new();
    for (number, tally) in tallies.iter().enumerate() {
        if tally.score >= threshold {
            let bonus = bonus(index, query, &rarities, number);
            let score = tally.score.saturating_add(by_cover(bonus, tally.cover, whole));
            keys.push(u64::from(!score) << 32 | number as u64);
        }
    }
    keys.sort_unstable();
    keys.truncate(limit);
    ranking.best = keys.iter().map(|&key| (!((key >> 32) as u32), key as u32)).collect();
    ranking
}

/// The cover of a word found for sure.
const FULL: u32 = 100;

/// A score times the square of the share of the query covered.
fn by_cover(score: u32, cover: u32, whole: u32) -> u32 {
    let share = u64::from(cover) * 256 / u64::from(whole);
    (u64::from(score) * share >> 8) as u32
}

/// Adds one word to the tallies of all documents; returns its rarity.
fn add_term(index: &Index, term: &Term, tallies: &mut [Tally]) -> u32 {
    for (form, strength) in term.matches() {
        for (document, weight) in index.postings(form) {
            if let Some(tally) = tallies.get_mut(document) {
                tally.best = tally.best.max(strength * weight << 8 | strength);
            }
        }
    }
    let n_found = tallies.iter().filter(|tally| tally.best > 0).count();
    let rarity = rarity(tallies.len(), n_found) / if term.is_light { 4 } else { 1 } + 1;
    for tally in tallies.iter_mut().filter(|tally| tally.best > 0) {
        let strength = tally.best & 0xFF;
        tally.score += rarity * (tally.best >> 8) / 16;
        tally.cover += rarity * FULL.min(strength + 60);
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

/// The least score of roughly the best `n_wanted` documents.
fn threshold(tallies: &[Tally], greatest: u32, n_wanted: usize) -> u32 {
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
            return (place as u32 * step).max(1);
        }
    }
    1
}

/// What neighbouring words weigh, besides what their field weighs.
const NEIGHBOURS: u32 = 140;

/// What reading a document word by word adds to its score.
fn bonus(index: &Index, query: &Query, rarities: &[u32], document: usize) -> u32 {
    let mut pairs = [0_u32; MAX_TERMS];
    let mut in_title = [0_u32; MAX_TERMS];
    let mut n_title_matches = 0;
    for (field, &weight) in (0..N_FIELDS).zip(&WEIGHTS) {
        let mut last = [0_u32; MAX_TERMS];
        for &form in index.field(document, field) {
            let mut now = [0_u32; MAX_TERMS];
            let mut before = (0, 0);
            let slots = now.iter_mut().zip(&last).zip(pairs.iter_mut().zip(&mut in_title));
            let mut is_match = false;
            for (term, ((now, &last), (pair, title))) in query.terms.iter().zip(slots) {
                *now = term.strength(form as usize).into();
                let forward = (*now).min(before.0);
                let backward = last.min(before.1) / 4;
                *pair = (*pair).max(forward.max(backward) * (weight + NEIGHBOURS));
                before = (last, *now);
                if field == TITLE && *now > 0 {
                    *title = (*title).max(*now);
                    is_match = true;
                }
            }
            n_title_matches += u32::from(is_match);
            last = now;
        }
    }
    let n_title = index.field(document, TITLE).len().max(1) as u32;
    let mut total = 0;
    let mut before = 0;
    for ((&rarity, pair), title) in rarities.iter().zip(pairs).zip(in_title) {
        total += (rarity + before) / 2 * pair / 16;
        total += rarity * title * n_title_matches / n_title * 200 / 16;
        before = rarity;
    }
    total
}
