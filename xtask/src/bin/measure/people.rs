//! `quiz simulate`: how well invented people are measured.

use crate::bank;
use crate::desk::Desk;
use crate::questions::{Domains, questions};
use buoc_so::domain::quiz::select::{Candidate, Rules};
use buoc_so::domain::quiz::simulate::{Outcome, Truth, simulate};
use serde_json::{Value, json};
use xtask::run::Result;

/// One JSON object for each condition, with what was simulated.
pub(crate) fn people(desk: &mut Desk) -> Result {
    let n_people = desk.number("--n", 2000, [1, 1_000_000])? as usize;
    let seed = desk.number("--seed", 1, [0, u32::MAX])?;
    let bank = match desk.arguments.value("--items")? {
        Some(items) => questions(desk, &items, Domains::Needed)?,
        None => bank::questions(&bank::bank(desk)?),
    };
    desk.arguments.end(&["--n", "--seed", "--items", "--bank", "--lang"])?;
    for (condition, truth) in [("launch", Truth::LAUNCH), ("as_believed", Truth::AS_BELIEVED)] {
        let outcome = simulate(&bank, &Rules::FULL, &truth, n_people, seed);
        println!("{}", report(condition, &truth, &bank, &outcome));
    }
    Ok(())
}

fn report(condition: &str, truth: &Truth, bank: &[Candidate], outcome: &Outcome) -> Value {
    let most = outcome.exposure.iter().copied().fold(0.0, f64::max);
    let item = outcome.exposure.iter().position(|share| *share == most);
    let item = item.and_then(|item| bank.get(item)).map(|item| item.id.as_str());
    let n_never = outcome.exposure.iter().filter(|share| **share == 0.0).count();
    json!({
        "condition": condition,
        "simulated": {
            "people": outcome.n_people, "ability": "N(0,1)", "items": bank.len(),
            "true b - b": format!("N(0, {}^2)", truth.b_sd),
            "true a / a": format!("exp(N({}, {}^2))", truth.a_log_mean, truth.a_log_sd),
            "rules": format!("{} to {} questions, SE {}, best {}",
                Rules::FULL.n_min, Rules::FULL.n_max, Rules::FULL.se_stop, Rules::FULL.n_best),
        },
        "mean_length": outcome.mean_length, "rmse": outcome.rmse, "bias": outcome.bias,
        "correlation": outcome.correlation, "mean_se": outcome.mean_se,
        "exact_level": outcome.exact, "within_one": outcome.within_one,
        "single_level": outcome.single, "single_level_right": outcome.single_right,
        "most_exposed": { "item": item, "share": most }, "never_asked": n_never,
    })
}
