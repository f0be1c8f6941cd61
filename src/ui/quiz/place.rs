//! Where a person is, as the address says it.

use crate::domain::quiz::attempt::{Attempt, Mode};
use crate::domain::quiz::report::Report;

/// Where a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Start,
    Beliefs,
    /// Counted from 1.
    Question(usize),
    Result,
}

impl Place {
    pub(super) fn of(fragment: &str) -> Self {
        match fragment {
            "suy-nghi" => Self::Beliefs,
            "ket-qua" => Self::Result,
            _ => {
                let n = fragment.strip_prefix("cau-").and_then(|n| n.parse().ok());
                n.filter(|n| *n > 0).map_or(Self::Start, Self::Question)
            }
        }
    }

    pub(super) fn fragment(self) -> String {
        match self {
            Self::Start => String::new(),
            Self::Beliefs => "#suy-nghi".into(),
            Self::Question(n) => ["#cau-", &n.to_string()].concat(),
            Self::Result => "#ket-qua".into(),
        }
    }
}

/// The place of an attempt that comes nearest to the one wished for.
pub(super) fn nearest(place: Place, attempt: &Attempt) -> Place {
    let n_answers = attempt.n_answers();
    match place {
        Place::Question(n) if n > n_answers && attempt.next().is_none() => match n_answers {
            0 => Place::Start,
            _ if attempt.plan().mode == Mode::Practice => Place::Start,
            _ => Place::Result,
        },
        Place::Question(n) => Place::Question(n.min(n_answers + 1)),
        Place::Result if n_answers < Report::LEAST => Place::Question(n_answers + 1),
        Place::Result if attempt.plan().mode == Mode::Practice => Place::Start,
        place => place,
    }
}
