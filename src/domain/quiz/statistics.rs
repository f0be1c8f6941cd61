//! How questions fared with the people who answered them.

/// How one question fared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemStatistics {
    pub n_answers: usize,
    /// The share of right answers, 0 to 1; 0 without answers.
    pub p: f64,
    /// Pearson correlation of right answers with the share right among the person's other
    /// answers, -1 to 1; `None` when one of the two does not vary.
    pub rest: Option<f64>,
}

/// One for each question; a row holds a person's answers, `None` where not asked.
///
/// Reference: Lord and Novick (1968), *Statistical theories of mental test scores*, on the
/// point-biserial correlation with the rest score.
#[must_use]
pub fn item_statistics(rows: &[Vec<Option<bool>>]) -> Vec<ItemStatistics> {
    let n_items = rows.iter().map(Vec::len).max().unwrap_or(0);
    (0..n_items).map(|item| one_item(rows, item)).collect()
}

fn one_item(rows: &[Vec<Option<bool>>], item: usize) -> ItemStatistics {
    let own = |row: &Vec<Option<bool>>| row.get(item).copied().flatten();
    let n_answers = rows.iter().filter_map(own).count();
    let n_right = rows.iter().filter_map(own).filter(|is_right| *is_right).count();
    let pair = |row: &Vec<Option<bool>>| {
        let x = f64::from(u8::from(own(row)?));
        let others = row.iter().flatten();
        let (n, n_right) = (others.clone().count(), others.filter(|is_right| **is_right).count());
        (n > 1).then(|| (x, (n_right as f64 - x) / (n as f64 - 1.0)))
    };
    let pairs: Vec<(f64, f64)> = rows.iter().filter_map(pair).collect();
    let p = n_right as f64 / n_answers.max(1) as f64;
    ItemStatistics { n_answers, p, rest: correlation(&pairs) }
}

/// `r = sum (x - mx)(y - my) / sqrt(sum (x - mx)^2 sum (y - my)^2)`
fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let n = pairs.len() as f64;
    let mx = pairs.iter().map(|(x, _)| x).sum::<f64>() / n;
    let my = pairs.iter().map(|(_, y)| y).sum::<f64>() / n;
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (x, y) in pairs {
        xx += (x - mx) * (x - mx);
        yy += (y - my) * (y - my);
        xy += (x - mx) * (y - my);
    }
    // Equal numbers may differ from their mean in the last digit.
    (xx > 1e-12 && yy > 1e-12).then(|| xy / (xx * yy).sqrt())
}

/// Answers of people with about the same score: how many of each group were right and wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stratum {
    pub reference_right: f64,
    pub reference_wrong: f64,
    pub focal_right: f64,
    pub focal_wrong: f64,
}

/// Whether a question treats two groups of equal score alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MantelHaenszel {
    /// The common odds ratio; 1 is fair, above 1 favours the reference group.
    pub alpha: f64,
    /// `-2.35 ln alpha`, the scale of ETS; negative is harder for the focal group.
    pub delta: f64,
    /// Chi squared with one degree of freedom and continuity correction.
    pub chi_squared: f64,
}

impl MantelHaenszel {
    /// Whether a person should look at the question: `|delta| >= 1.5` and significant at 5 %.
    #[must_use]
    pub fn needs_review(&self) -> bool {
        self.delta.abs() >= 1.5 && self.chi_squared >= 3.841_458_820_694_124
    }
}

/// Mantel and Haenszel's test over strata; `None` where the odds ratio or the variance is not
/// defined, as when a group has no wrong answers at all. Strata with fewer than two people
/// say nothing.
///
/// `alpha = sum(A D / N) / sum(B C / N)`,
/// `chi2 = (|sum A - sum E(A)| - 1/2)^2 / sum Var(A)`; reference: Holland and Thayer (1988),
/// *Differential item performance and the Mantel-Haenszel procedure*.
#[must_use]
pub fn mantel_haenszel(strata: &[Stratum]) -> Option<MantelHaenszel> {
    let (mut above, mut below, mut excess, mut variance) = (0.0, 0.0, 0.0, 0.0);
    for stratum in strata {
        let Stratum { reference_right, reference_wrong, focal_right, focal_wrong } = *stratum;
        let (reference, focal) = (reference_right + reference_wrong, focal_right + focal_wrong);
        let (right, wrong) = (reference_right + focal_right, reference_wrong + focal_wrong);
        let n = reference + focal;
        if n < 2.0 {
            continue;
        }
        above += reference_right * focal_wrong / n;
        below += reference_wrong * focal_right / n;
        excess += reference_right - reference * right / n;
        variance += reference * focal * right * wrong / (n * n * (n - 1.0));
    }
    let is_defined = above > 0.0 && below > 0.0 && variance > 0.0;
    is_defined.then(|| {
        let alpha = above / below;
        let corrected = (excess.abs() - 0.5).max(0.0);
        let chi_squared = corrected * corrected / variance;
        MantelHaenszel { alpha, delta: -2.35 * alpha.ln(), chi_squared }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_vary_has_no_correlation() {
        let rows = [vec![Some(true), Some(true)], vec![Some(true), Some(false)], vec![None]];
        let statistics = item_statistics(&rows);
        assert_eq!(statistics[0], ItemStatistics { n_answers: 2, p: 1.0, rest: None });
        assert_eq!(statistics[1], ItemStatistics { n_answers: 2, p: 0.5, rest: None });
        assert_eq!(item_statistics(&[]), []);
    }

    #[test]
    fn a_group_without_wrong_answers_cannot_be_compared() {
        let stratum = |focal_wrong| Stratum {
            reference_right: 10.0,
            reference_wrong: 0.0,
            focal_right: 8.0,
            focal_wrong,
        };
        assert_eq!(mantel_haenszel(&[stratum(2.0)]), None);
        assert_eq!(mantel_haenszel(&[stratum(0.0)]), None);
        assert_eq!(mantel_haenszel(&[]), None);
    }
}
