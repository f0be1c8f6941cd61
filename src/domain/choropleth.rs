//! Classes of a coloured map: where one shade ends and the next begins.
//!
//! Counts are cut by natural breaks (Fisher and Jenks): of all ways to cut the sorted
//! values into `n` runs, the one with the smallest sum of squares around the means of the
//! runs. Ranks are cut into equal parts of their base, so that the classes say nothing
//! about how far apart places are. Few classes, one hue, from light to dark: they stay
//! apart in grey, in print and for every eye.

/// The level of a place without data.
pub const NO_DATA: u16 = 9;

/// Runs of values that belong together, as their first and last value, ascending.
///
/// At most `n` runs; as many as there are different values when those are fewer.
#[must_use]
pub fn natural_classes(values: &[u32], n: usize) -> Vec<(u32, u32)> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let mut different = sorted.clone();
    different.dedup();
    let n = n.min(different.len());
    if n == 0 {
        return Vec::new();
    }
    let costs = costs(&sorted);
    let cost = |from: usize, to: usize| costs.get(from).and_then(|row| row.get(to)).copied();
    let size = sorted.len();
    // best[k][j]: the least cost of k + 1 runs over the first j values, and where the last begins.
    let mut best: Vec<Vec<(f64, usize)>> = Vec::with_capacity(n);
    best.push((0..=size).map(|j| (cost(0, j).unwrap_or(f64::INFINITY), 0)).collect());
    for k in 1..n {
        let Some(before) = best.last() else { break };
        let row = (0..=size).map(|j| {
            let starts = (k..j).filter(|i| sorted.get(i - 1) != sorted.get(*i));
            let cuts = starts.filter_map(|i| Some((before.get(i)?.0 + cost(i, j)?, i)));
            cuts.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((f64::INFINITY, j))
        });
        let row = row.collect();
        best.push(row);
    }
    let mut classes = Vec::with_capacity(n);
    let mut end = size;
    for row in best.iter().rev() {
        let start = row.get(end).map_or(0, |(_, start)| *start);
        let run = sorted.get(start..end).unwrap_or_default();
        classes.extend(run.first().copied().zip(run.last().copied()));
        end = start;
    }
    classes.reverse();
    classes
}

/// Sums of squares around the mean of every run `from..to` of sorted values.
fn costs(sorted: &[u32]) -> Vec<Vec<f64>> {
    let run = |from: usize| {
        let mut row = vec![f64::INFINITY; from];
        row.push(0.0);
        let (mut sum, mut squares) = (0.0, 0.0);
        for (n, value) in sorted.iter().skip(from).enumerate() {
            let value = f64::from(*value);
            sum += value;
            squares += value * value;
            row.push(squares - sum * sum / (n + 1) as f64);
        }
        row
    };
    (0..sorted.len()).map(run).collect()
}

/// Ranks 1 to `of` in `n` parts as equal as can be, the first parts the larger ones.
#[must_use]
pub fn rank_classes(of: u16, n: u16) -> Vec<(u32, u32)> {
    let mut classes = Vec::new();
    let mut first = 1;
    for part in 0..n {
        let size = u32::from(of / n) + u32::from(part < of % n);
        if size > 0 {
            classes.push((first, first + size - 1));
        }
        first += size;
    }
    classes
}

/// The class a value falls into; `None` outside all of them.
#[must_use]
pub fn class_of(value: u32, classes: &[(u32, u32)]) -> Option<u16> {
    let place = classes.iter().position(|(first, last)| (*first..=*last).contains(&value))?;
    u16::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_lie_together_share_a_class() {
        let values = [1, 1, 2, 2, 2, 9, 10, 11, 30];
        assert_eq!(natural_classes(&values, 3), [(1, 2), (9, 11), (30, 30)]);
        assert_eq!(natural_classes(&values, 1), [(1, 30)]);
    }

    #[test]
    fn the_order_of_places_changes_nothing() {
        assert_eq!(natural_classes(&[7, 1, 3, 1, 8], 2), natural_classes(&[1, 1, 3, 7, 8], 2));
    }

    #[test]
    fn there_are_never_more_classes_than_values() {
        assert_eq!(natural_classes(&[4, 4, 4], 5), [(4, 4)]);
        assert_eq!(natural_classes(&[5, 2], 5), [(2, 2), (5, 5)]);
        assert_eq!(natural_classes(&[], 5), []);
        assert_eq!(natural_classes(&[3], 0), []);
    }

    #[test]
    fn equal_values_are_never_cut_apart() {
        let values: Vec<u32> = (0..40).map(|i| i * i % 7).collect();
        for n in 1..6 {
            let classes = natural_classes(&values, n);
            let all: Vec<Option<u16>> = values.iter().map(|v| class_of(*v, &classes)).collect();
            assert!(all.iter().all(Option::is_some), "{classes:?}");
            assert!(classes.windows(2).all(|pair| pair[0].1 < pair[1].0), "{classes:?}");
        }
    }

    #[test]
    fn ranks_are_cut_into_equal_parts_of_their_base() {
        let expected = [(1, 7), (8, 14), (15, 21), (22, 28), (29, 34)];
        assert_eq!(rank_classes(34, 5), expected);
        assert_eq!(class_of(17, &expected), Some(2));
        assert_eq!(class_of(35, &expected), None);
        assert_eq!(rank_classes(2, 5), [(1, 1), (2, 2)]);
    }
}
