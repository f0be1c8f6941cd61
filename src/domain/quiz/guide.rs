//! Everything the self-check says in one language, on its way to the browser.

use super::super::interface::Phrases;
use super::super::wire::wire_structs;
use super::bank::{COMPETENCES, DomainWords, GuideWords};

/// A domain: name, what is asked beforehand, whom to ask, where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Domain {
    pub name: String,
    pub belief: String,
    pub person: String,
    pub place: String,
}

/// A competence: name, what is done well, the step to take.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Competence {
    pub name: String,
    pub well: String,
    pub step: String,
}

/// The words of one language and where the questions lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    pub say: Phrases,
    pub domains: Vec<Domain>,
    /// In the order of the circular.
    pub competences: Vec<Competence>,
    /// Name and text, lowest first.
    pub levels: Vec<(String, String)>,
    /// Answers to a belief, lowest first.
    pub beliefs: Vec<String>,
    /// Paths below the base of the questions, by domain.
    pub folders: Vec<String>,
}

wire_structs! {
    Domain { name, belief, person, place }
    Competence { name, well, step }
    Guide { say, domains, competences, levels, beliefs, folders }
}

impl Guide {
    /// The authored words with the paths of the questions.
    #[must_use]
    pub fn of(words: &GuideWords, folders: Vec<String>) -> Self {
        let domain = |words: &DomainWords| Domain {
            name: words.name.clone(),
            belief: words.belief.clone(),
            person: words.person.clone(),
            place: words.place.clone(),
        };
        let competence = |code: &&str| {
            let words = words.competences.get(*code);
            words.map_or_else(Competence::default, |words| Competence {
                name: words.name.clone(),
                well: words.well.clone(),
                step: words.step.clone(),
            })
        };
        Self {
            say: Phrases::from_pairs(words.phrases.pairs()),
            domains: words.domains.iter().map(domain).collect(),
            competences: COMPETENCES.iter().map(competence).collect(),
            levels: words.levels.iter().map(|l| (l.name.clone(), l.text.clone())).collect(),
            beliefs: words.beliefs.clone(),
            folders,
        }
    }

    /// The domain with this number, counted from 0.
    #[must_use]
    pub fn domain(&self, n: usize) -> &str {
        self.domains.get(n).map_or("", |domain| &domain.name)
    }

    /// The name of a level, 1 to 4.
    #[must_use]
    pub fn level(&self, n: u8) -> &str {
        self.levels.get(usize::from(n).wrapping_sub(1)).map_or("", |(name, _)| name)
    }
}
