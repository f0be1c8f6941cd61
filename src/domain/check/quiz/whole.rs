//! The bank as a whole: broad enough, balanced, and without a habit that gives keys away.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::quiz::bank::COMPETENCES;
use super::super::super::quiz::item::{Band, ItemKind, Verdict};
use super::super::desk::{Desk, Findings};
use super::texts::Words;
use super::{Entry, FRAME, N_DOMAINS, QuizFault, domain_file, problem};

/// Questions that the first bank has at least (`quiz/design.md` §2).
const FEWEST: usize = 134;
const FEWEST_OF_COMPETENCE: usize = 4;
/// Public services and personal data are asked about most.
const MAIN: [&str; 2] = ["2.3", "4.2"];
const FEWEST_OF_MAIN: usize = 8;
const FEWEST_ENEMIES: usize = 20;
/// Per cent of the questions with one choice whose key may be the longest option.
const MOST_LONGEST: usize = 40;
/// How many questions a message names.
const NAMED: usize = 5;

/// Checks what no single question can tell.
pub(super) fn check(desk: &Desk, entries: &[Entry], words: &[Words], found: &mut Findings) {
    let mut fault = |file: &str, fault| {
        let offset = desk.tree(file).map_or(0, |root| root.start);
        found.at(file, offset, problem("", fault));
    };
    if entries.len() < FEWEST {
        fault(FRAME, QuizFault::FewItems { found: entries.len() });
    }
    for code in COMPETENCES {
        let own = || entries.iter().filter(|entry| entry.item.competence == code);
        let least = if MAIN.contains(&code) { FEWEST_OF_MAIN } else { FEWEST_OF_COMPETENCE };
        let file = domain_file("shared", code.bytes().next().map_or(0, |digit| digit - b'0'));
        let (n, code) = (own().count(), String::from(code));
        if n < least {
            fault(&file, QuizFault::FewOfCompetence { code: code.clone(), found: n, least });
        }
        let bands: BTreeSet<&str> = own().map(|entry| entry.item.band.key()).collect();
        if bands.len() == 1 {
            fault(&file, QuizFault::OneBand { code });
        }
    }
    for domain in 1..=N_DOMAINS {
        for band in Band::ALL {
            if !entries.iter().any(|entry| entry.domain == domain && entry.item.band == *band) {
                let file = domain_file("shared", domain);
                fault(&file, QuizFault::NoBand { domain, band: band.key() });
            }
        }
    }
    let pairs: BTreeSet<(&str, &str)> = entries
        .iter()
        .flat_map(|entry| entry.item.enemies.iter().map(|id| (entry.item.id.as_str(), id.as_str())))
        .map(|(one, other)| if one < other { (one, other) } else { (other, one) })
        .collect();
    if pairs.len() < FEWEST_ENEMIES {
        fault(FRAME, QuizFault::FewEnemies { found: pairs.len() });
    }
    let count =
        |verdict| entries.iter().filter(|entry| entry.item.verdict == Some(verdict)).count();
    let (scam, genuine) = (count(Verdict::Scam), count(Verdict::Genuine));
    if scam.abs_diff(genuine) > 1 {
        fault(FRAME, QuizFault::UnevenSpots { scam, genuine });
    }
    for words in words {
        if let Some(longest) = longest_keys(entries, words) {
            fault(FRAME, longest);
        }
    }
}

/// The questions with one choice whose key no other option is longer than, when too many.
fn longest_keys(entries: &[Entry], words: &Words) -> Option<QuizFault> {
    let (mut of, mut longest) = (0, Vec::new());
    for Entry { item, .. } in entries.iter().filter(|entry| entry.item.kind == ItemKind::Single) {
        let Some(words) = words.items.get(&item.id) else { continue };
        let lengths: BTreeMap<&String, usize> = words
            .options
            .iter()
            .map(|(name, option)| (name, option.text.chars().count()))
            .collect();
        let key = item.key.first().and_then(|key| lengths.get(key));
        of += 1;
        if key.is_some() && key == lengths.values().max() {
            longest.push(item.id.clone());
        }
    }
    let found = longest.len();
    longest.truncate(NAMED);
    let lang = words.lang.clone();
    let fault = QuizFault::LongestKeys { lang, found, of, items: longest };
    (found * 100 > of * MOST_LONGEST).then_some(fault)
}
