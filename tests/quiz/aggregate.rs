//! Domains, classes, forms and questions: the numbers of R and of exhaustive counting.

use crate::vectors::{
    bank20, check_all_near, check_near, list, number, numbers, text, vectors, whole,
};
use buoc_so::domain::quiz::class::group;
use buoc_so::domain::quiz::estimate::Estimate;
use buoc_so::domain::quiz::level::level;
use buoc_so::domain::quiz::profile::{DomainAnswer, profile};
use buoc_so::domain::quiz::response::Parameters;
use buoc_so::domain::quiz::statistics::{Stratum, item_statistics, mantel_haenszel};
use buoc_so::domain::quiz::summed::table;

#[test]
fn domains_have_the_moments_of_the_joint_posterior() {
    let bank = bank20();
    for case in list(&vectors()["domain_profile"]["cases"]) {
        let pattern = text(&case["responses"]);
        let answers: Vec<DomainAnswer> = bank
            .iter()
            .zip(pattern.chars())
            .filter(|(_, sign)| *sign != '.')
            .map(|(item, sign)| DomainAnswer {
                domain: item.domain,
                parameters: item.parameters,
                is_right: sign == '1',
            })
            .collect();
        let profile = profile(&answers);
        check_near(profile.overall.theta, number(&case["theta"]), pattern);
        check_near(profile.overall.se, number(&case["se"]), pattern);
        for (domain, wanted) in profile.domains.iter().zip(list(&case["domains"])) {
            check_near(domain.mean, number(&wanted["mean"]), pattern);
            check_near(domain.sd, number(&wanted["sd"]), pattern);
            check_near(domain.above_zero, number(&wanted["P_ge_0"]), pattern);
        }
    }
}

#[test]
fn a_class_is_the_mean_of_its_people() {
    let case = &vectors()["class_aggregate"];
    let people: Vec<Estimate> = list(&case["people_theta_se"])
        .iter()
        .map(|pair| Estimate { theta: number(&pair[0]), se: number(&pair[1]) })
        .collect();
    let group = group(&people);
    check_all_near(&group.levels, &numbers(&case["share_by_level_soft"]), "shares");
    check_near(group.mean, number(&case["mean_theta"]), "mean");
    let count = |wanted: u8| people.iter().filter(|one| level(one.theta) == wanted).count();
    let counted = [1, 2, 3, 4].map(|wanted| count(wanted) as f64 / people.len() as f64);
    check_all_near(&counted, &numbers(&case["share_by_counting"]), "counted");
    assert!(group.may_be_shown());
}

#[test]
fn a_class_of_nobody_has_no_shares() {
    let group = group(&[]);
    assert_eq!((group.n_people, group.levels, group.mean), (0, [0.0; 4], 0.0));
    assert!(!group.may_be_shown());
}

#[test]
fn the_table_of_a_form_is_that_of_all_its_patterns() {
    let case = &vectors()["sum_score_form10"];
    let bank = bank20();
    let find = |id: &str| bank.iter().find(|item| item.id == id).unwrap().parameters;
    let items: Vec<Parameters> = list(&case["items"]).iter().map(|id| find(text(id))).collect();
    let table = table(&items);
    let wanted = list(&case["rows_raw_share_theta_sd"]);
    assert_eq!(table.len(), wanted.len());
    for (raw, (row, wanted)) in table.iter().zip(wanted).enumerate() {
        assert_eq!(raw, whole(&wanted[0]));
        check_near(row.share, number(&wanted[1]), "share");
        check_near(row.estimate.theta, number(&wanted[2]), "theta");
        check_near(row.estimate.se, number(&wanted[3]), "se");
    }
}

#[test]
fn questions_have_the_correlations_of_r() {
    let case = &vectors()["item_stats"];
    let rows: Vec<Vec<Option<bool>>> = list(&case["X"])
        .iter()
        .map(|row| list(row).iter().map(|sign| sign.as_u64().map(|sign| sign == 1)).collect())
        .collect();
    let statistics = item_statistics(&rows);
    let wanted = list(&case["per_item_n_p_rest_rpb"]);
    assert_eq!(statistics.len(), wanted.len());
    for (found, wanted) in statistics.iter().zip(wanted) {
        assert_eq!(found.n_answers, whole(&wanted[0]));
        check_near(found.p, number(&wanted[1]), "p");
        check_near(found.rest.unwrap(), number(&wanted[2]), "rest");
    }
}

#[test]
fn groups_are_compared_as_r_does() {
    let case = &vectors()["mantel_haenszel"];
    let strata: Vec<Stratum> = list(&case["strata_refRight_refWrong_focRight_focWrong"])
        .iter()
        .map(|cells| Stratum {
            reference_right: number(&cells[0]),
            reference_wrong: number(&cells[1]),
            focal_right: number(&cells[2]),
            focal_wrong: number(&cells[3]),
        })
        .collect();
    let found = mantel_haenszel(&strata).unwrap();
    check_near(found.alpha, number(&case["alpha"]), "alpha");
    check_near(found.delta, number(&case["delta_MH"]), "delta");
    check_near(found.chi_squared, number(&case["chi2_cc"]), "chi squared");
    assert!(found.needs_review());
}
