//! Misspellings: how many keystrokes apart two words are, and words that sound alike.

/// Whether one word becomes the other by at most `budget` insertions, deletions,
/// replacements or swaps of neighbours (optimal string alignment distance).
pub(super) fn is_near(a: &[u8], b: &[u8], budget: u8) -> bool {
    if a.len().abs_diff(b.len()) > usize::from(budget) {
        return false;
    }
    match (a, b) {
        ([x, a @ ..], [y, b @ ..]) if x == y => is_near(a, b, budget),
        _ if budget == 0 => a.is_empty() && b.is_empty(),
        ([x1, x2, a @ ..], [y1, y2, b @ ..])
            if x1 == y2 && x2 == y1 && is_near(a, b, budget - 1) =>
        {
            true
        }
        ([_, rest_a @ ..], [_, rest_b @ ..]) => {
            is_near(rest_a, rest_b, budget - 1)
                || is_near(rest_a, b, budget - 1)
                || is_near(a, rest_b, budget - 1)
        }
        _ => true,
    }
}

/// Onsets that many people pronounce, and so write, alike.
const ALIKE: [(&str, &str); 6] =
    [("s", "x"), ("ch", "tr"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("l", "n")];

/// Whether two words differ only in onsets that sound alike ("xu ly" for "su ly").
pub(super) fn sounds_alike(a: &str, b: &str) -> bool {
    let swaps = |from, to| match (a.strip_prefix(from), b.strip_prefix(to)) {
        (Some(rest_a), Some(rest_b)) => rest_a == rest_b,
        _ => false,
    };
    ALIKE.iter().any(|&(one, other)| swaps(one, other) || swaps(other, one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_distance(a: &str, b: &str, distance: u8) {
        let near = |budget| is_near(a.as_bytes(), b.as_bytes(), budget);
        assert!(near(distance), "{a} {b}");
        assert!(distance == 0 || !near(distance - 1), "{a} {b}");
    }

    #[test]
    fn one_slip_of_the_finger_is_one_step() {
        check_distance("chuyen", "chuyen", 0);
        check_distance("chuyn", "chuyen", 1);
        check_distance("chuyeen", "chuyen", 1);
        check_distance("chuyem", "chuyen", 1);
        check_distance("chueyn", "chuyen", 1);
        check_distance("", "a", 1);
    }

    #[test]
    fn two_slips_are_two_steps() {
        check_distance("internt", "intrenet", 2);
        check_distance("livesteram", "livestrema", 2);
        check_distance("", "ab", 2);
    }

    #[test]
    fn onsets_may_sound_alike() {
        for (a, b) in [("su", "xu"), ("tro", "cho"), ("gia", "da"), ("rao", "giao"), ("lam", "nam")]
        {
            assert!(sounds_alike(a, b) && sounds_alike(b, a), "{a} {b}");
        }
        assert!(!sounds_alike("su", "tu"));
        assert!(!sounds_alike("su", "xa"));
    }
}
