//! "A model that fits my commune": explainable rules, no learning, no chance.
//!
//! Every rule that holds adds its points and names itself, so that the sentence a
//! reader sees is the reckoning. A kind that needs more network, money or people
//! than there is loses points for each step it is short. Ties go to the better
//! evidence, then the later year, then the id; of each kind only the first is taken,
//! so that three models are three ways.

use super::listing::{Entry, Listing};

/// What a commune says of itself. `None`: did not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Place in the list of scopes.
    pub scope: Option<u16>,
    /// Bit of the terrain.
    pub terrain: Option<u16>,
    /// 0 a little, 1 some, 2 much.
    pub network: Option<u16>,
    pub budget: Option<u16>,
    pub people: Option<u16>,
}

/// Why a model was proposed, or what it is short of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    SameScope,
    SameTerrain,
    NetworkEnough,
    BudgetEnough,
    PeopleEnough,
    Measured,
    NetworkShort,
    BudgetShort,
    PeopleShort,
}

impl Reason {
    /// Points; see the module's words.
    #[must_use]
    pub fn points(self) -> i32 {
        match self {
            Self::SameScope => 30,
            Self::SameTerrain => 20,
            Self::NetworkEnough | Self::BudgetEnough => 15,
            Self::PeopleEnough => 10,
            Self::Measured => 5,
            Self::NetworkShort | Self::BudgetShort | Self::PeopleShort => -20,
        }
    }
}

/// A proposed model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Index of the entry.
    pub entry: usize,
    pub points: i32,
    pub reasons: Vec<Reason>,
}

/// The best models for a wish, at most `n`, best first.
#[must_use]
pub fn best(listing: &Listing, wish: &Wish, n: usize) -> Vec<Match> {
    let mut found: Vec<Match> = Vec::new();
    while found.len() < n {
        let is_taken = |kind: u16| {
            found.iter().any(|one| listing.entries.get(one.entry).is_some_and(|e| e.kind == kind))
        };
        let open = listing.entries.iter().enumerate().filter(|(_, entry)| !is_taken(entry.kind));
        let next = open
            .map(|(index, entry)| (reckon(listing, index, entry, wish), entry))
            .min_by_key(|(one, e)| (-one.points, e.evidence, u16::MAX - e.year, e.id.as_str()));
        match next {
            Some((next, _)) => found.push(next),
            None => break,
        }
    }
    found
}

fn reckon(listing: &Listing, index: usize, entry: &Entry, wish: &Wish) -> Match {
    let mut reasons = Vec::new();
    if wish.scope == Some(entry.scope) {
        reasons.push(Reason::SameScope);
    }
    if wish.terrain.is_some_and(|terrain| entry.terrain & terrain != 0) {
        reasons.push(Reason::SameTerrain);
    }
    let mut short = 0;
    if let Some(kind) = listing.kinds.get(usize::from(entry.kind)) {
        let pairs = [
            (wish.network, kind.network, Reason::NetworkEnough, Reason::NetworkShort),
            (wish.budget, kind.budget, Reason::BudgetEnough, Reason::BudgetShort),
            (wish.people, kind.people, Reason::PeopleEnough, Reason::PeopleShort),
        ];
        for (have, need, enough, lacks) in pairs {
            let Some(have) = have else { continue };
            if need > have {
                short += i32::from(need - have) - 1;
            }
            reasons.push(if need <= have { enough } else { lacks });
        }
    }
    if entry.evidence == 0 {
        reasons.push(Reason::Measured);
    }
    let points = reasons.iter().map(|reason| reason.points()).sum::<i32>();
    Match { entry: index, points: points - 20 * short, reasons }
}

#[cfg(test)]
mod tests {
    use super::super::listing::{Kind, tests::entry};
    use super::*;

    fn listing() -> Listing {
        let kind = |budget, network, people| Kind { name: String::new(), budget, network, people };
        let mut entries =
            vec![entry("a", 0, 0), entry("b", 0, 0), entry("c", 0, 1), entry("d", 0, 2)];
        entries[1].scope = 3;
        entries[2].terrain = 2;
        entries[3].evidence = 2;
        Listing {
            entries,
            kinds: vec![kind(0, 0, 1), kind(2, 2, 2), kind(0, 0, 0)],
            regions: vec![0],
            provinces: vec![String::new()],
            ..Listing::default()
        }
    }

    fn ids(wish: &Wish) -> Vec<usize> {
        best(&listing(), wish, 3).iter().map(|found| found.entry).collect()
    }

    #[test]
    fn what_fits_comes_first_and_each_kind_once() {
        let wish = Wish { scope: Some(3), budget: Some(0), network: Some(0), ..Wish::default() };
        assert_eq!(ids(&wish), [1, 3, 2]);
    }

    #[test]
    fn the_reasons_are_the_reckoning() {
        let wish = Wish { scope: Some(2), terrain: Some(1), people: Some(0), ..Wish::default() };
        for found in best(&listing(), &wish, 3) {
            let sum: i32 = found.reasons.iter().map(|reason| reason.points()).sum();
            assert!(found.points <= sum, "{found:?}");
        }
        let first = &best(&listing(), &wish, 1)[0];
        assert_eq!(first.reasons, [Reason::SameScope, Reason::SameTerrain, Reason::PeopleEnough]);
    }

    #[test]
    fn the_same_wish_gives_the_same_answer() {
        let wish = Wish { network: Some(1), ..Wish::default() };
        assert_eq!(best(&listing(), &wish, 3), best(&listing(), &wish, 3));
    }
}
