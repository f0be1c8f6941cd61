//! `quiz score` and `quiz path`: what answers make of a person, and where they lead.

use crate::desk::{Desk, Text};
use crate::questions::{Domains, questions};
use buoc_so::domain::quiz::estimate::{Estimate, Posterior};
use buoc_so::domain::quiz::select::{Answer, Candidate, Next, Rules, Session, Standing};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fmt::Display;
use xtask::run::Result;

const SCORE: &str = "cargo xtask quiz score --items items.json --patterns patterns.txt";
const PATH: &str =
    "cargo xtask quiz path --items items.json --seed 1 --k 5 --nmax 18 --answers all_right";

/// One JSON object for each line of `patterns.txt`.
pub(crate) fn patterns(desk: &mut Desk) -> Result {
    let items = desk.needed("--items", SCORE)?;
    let patterns = desk.needed("--patterns", SCORE)?;
    desk.arguments.end(&["--items", "--patterns", "--lang"])?;
    let questions = questions(desk, &items, Domains::Ignored)?;
    let text = desk.read(&patterns)?;
    let mut out = String::new();
    for line in text.text.lines().filter(|line| !line.trim().is_empty()) {
        let posterior = pattern(desk, &questions, &text, line)?;
        out.push_str(&scored(&posterior).to_string());
        out.push('\n');
    }
    print!("{out}");
    Ok(())
}

/// What is known after all answers: `theta`, `se` and the probabilities of the levels.
pub(crate) fn scored(posterior: &Posterior) -> Value {
    let Estimate { theta, se } = posterior.estimate();
    json!({ "theta": theta, "se": se, "levels": posterior.levels() })
}

fn pattern(desk: &Desk, questions: &[Candidate], text: &Text, line: &str) -> Result<Posterior> {
    let signs: Vec<char> = line.chars().filter(|sign| !sign.is_whitespace()).collect();
    let known = |sign: &char| matches!(sign, '0' | '1' | '.');
    if let Some(place) = signs.iter().position(|sign| !known(sign)) {
        let sign = signs.get(place).copied().unwrap_or_default();
        return desk.refuse(&text.place(line), "pattern-sign", &[&sign, &(place + 1)]);
    }
    if signs.len() != questions.len() {
        let details: [&dyn Display; 2] = [&signs.len(), &questions.len()];
        return desk.refuse(&text.place(line), "pattern-length", &details);
    }
    let mut posterior = Posterior::prior();
    for (question, sign) in questions.iter().zip(signs).filter(|(_, sign)| *sign != '.') {
        posterior.answer(&question.parameters, sign == '1');
    }
    Ok(posterior)
}

/// How the person of a path answers.
enum Answers {
    All(bool),
    /// By the number of the step, from 0.
    Steps(Vec<bool>),
    /// By the id of the question.
    Items(HashMap<String, bool>),
}

/// One JSON object for each question of a session; it goes on to `--nmax`, however precise
/// the estimate becomes.
pub(crate) fn path(desk: &mut Desk) -> Result {
    let items = desk.needed("--items", PATH)?;
    let words = desk.needed("--answers", PATH)?;
    let seed = desk.number("--seed", 1, [0, u32::MAX])?;
    let n_best = desk.number("--k", 5, [1, 10_000])? as usize;
    let n_max = desk.number("--nmax", 18, [1, 10_000])? as usize;
    desk.arguments.end(&["--items", "--answers", "--seed", "--k", "--nmax", "--lang"])?;
    let questions = questions(desk, &items, Domains::Needed)?;
    let (answers, place) = answers(desk, &questions, &words)?;
    let rules = Rules { n_best, n_min: n_max, n_max, ..Rules::FULL };
    let mut session = Session::new(seed);
    let mut out = String::new();
    while let Next::Ask(item) = session.next(&questions, &rules, &|_| Standing::Open) {
        let id = questions.get(item).map(|question| question.id.clone()).unwrap_or_default();
        let is_right = answer(desk, &answers, session.answers().len(), &id, &place)?;
        session.answer(&questions, Answer { item, is_right });
        let Estimate { theta, se } = session.estimate();
        let step = json!({ "item": id, "right": u8::from(is_right), "theta": theta, "se": se });
        out.push_str(&step.to_string());
        out.push('\n');
    }
    print!("{out}");
    Ok(())
}

fn answer(desk: &Desk, answers: &Answers, step: usize, id: &str, place: &str) -> Result<bool> {
    match answers {
        Answers::All(is_right) => Ok(*is_right),
        Answers::Steps(steps) => steps
            .get(step)
            .copied()
            .map_or_else(|| desk.refuse(place, "answers-few", &[&steps.len(), &(step + 1)]), Ok),
        Answers::Items(items) => {
            items.get(id).copied().map_or_else(|| desk.refuse(place, "answers-item", &[&id]), Ok)
        }
    }
}

/// `all_right`, `all_wrong`, or a file: a JSON object by id, a JSON list or plain 0 and 1 by
/// step. With the place that a complaint names.
fn answers(desk: &Desk, questions: &[Candidate], words: &str) -> Result<(Answers, String)> {
    match words {
        "all_right" => return Ok((Answers::All(true), words.into())),
        "all_wrong" => return Ok((Answers::All(false), words.into())),
        _ => {}
    }
    let text = desk.read(words)?;
    let start = text.text.trim_start();
    let place = text.place(start);
    let answers = if start.starts_with('{') {
        let object: HashMap<String, Value> = desk.json(&text)?;
        let mut items = HashMap::new();
        for (id, value) in object {
            if !questions.iter().any(|question| question.id == id) {
                let at = text.text.find(&id).and_then(|start| text.text.get(start..));
                let at = text.place(at.unwrap_or(start));
                return desk.refuse(&at, "answers-stranger", &[&id]);
            }
            let Some(is_right) = sign(&value) else {
                return desk.refuse(&place, "answers-form", &[&value]);
            };
            items.insert(id, is_right);
        }
        Answers::Items(items)
    } else if start.starts_with('[') {
        let list: Vec<Value> = desk.json(&text)?;
        let Some(steps) = list.iter().map(sign).collect() else {
            return desk.refuse(&place, "answers-form", &[&"[ … ]"]);
        };
        Answers::Steps(steps)
    } else {
        let is_between = |sign: &char| sign.is_whitespace() || *sign == ',';
        let signs = start.char_indices().filter(|(_, sign)| !is_between(sign));
        let step = |(index, sign)| match sign {
            '0' => Ok(false),
            '1' => Ok(true),
            other => {
                let at = text.place(start.get(index..).unwrap_or_default());
                desk.refuse(&at, "answers-form", &[&other])
            }
        };
        Answers::Steps(signs.map(step).collect::<Result<_>>()?)
    };
    Ok((answers, place))
}

/// 0, 1, `false` or `true`.
fn sign(value: &Value) -> Option<bool> {
    match value.as_u64() {
        Some(0) => Some(false),
        Some(1) => Some(true),
        Some(_) => None,
        None => value.as_bool(),
    }
}
