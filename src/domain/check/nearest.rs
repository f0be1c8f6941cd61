//! The word somebody most likely meant.

/// Bytes of a word that may be a slip.
const LONGEST: usize = 100;

/// The candidate fewest keystrokes away, when it is near enough to be meant.
pub(super) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    // Nobody mistypes a whole sentence for an id, and the table below grows with the square.
    if word.len() > LONGEST {
        return None;
    }
    let budget = (word.chars().count() / 3).clamp(1, 4);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST)
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= budget)
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

/// Insertions, deletions, replacements and swaps of neighbours between two words.
///
/// Method: optimal string alignment, three rows of the table at a time.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().flat_map(char::to_lowercase).collect();
    let b: Vec<char> = b.chars().flat_map(char::to_lowercase).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut cost = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                cost = cost.min(before[j - 1] + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_the_word_meant() {
        let ids = ["vneid", "chu-ky-so", "hoc-ba-so"];
        let check = |word: &str, expected: Option<&str>| {
            assert_eq!(nearest(word, ids).as_deref(), expected, "{word}");
        };
        check("vnied", Some("vneid"));
        check("VNeID", Some("vneid"));
        check("chu-ki-so", Some("chu-ky-so"));
        check("tin-gia", None);
    }
}
