//! The bank of questions as editors write it, and answers by the names of its options.

use crate::desk::{Desk, Text};
use crate::score::scored;
use buoc_so::domain::quiz::answer::{Answer, Decision};
use buoc_so::domain::quiz::attempt::candidates;
use buoc_so::domain::quiz::bank::{Bank, Frame};
use buoc_so::domain::quiz::deck::Deck;
use buoc_so::domain::quiz::item::{Item, ItemKind};
use buoc_so::domain::quiz::select::{self, Candidate, Session};
use serde::Deserialize;
use std::collections::HashSet;
use std::path::Path;
use xtask::run::{Result, Workspace};

const SCORE: &str = "cargo xtask quiz score --bank public/content --responses responses.txt";

/// Where the bank lies below a content folder.
const FOLDER: &str = "public/content";
const BELOW: &str = "shared/quiz";

/// As many as a result code has room for.
const MOST_OPTIONS: usize = 7;

/// The bank of a folder, its questions in the order of their ids.
pub(crate) fn bank(desk: &mut Desk) -> Result<Bank> {
    let (folder, name) = match desk.arguments.value("--bank")? {
        Some(folder) => (desk.path(&folder), folder),
        None => (Workspace::find()?.path(FOLDER), FOLDER.into()),
    };
    let is_content = folder.join(BELOW).is_dir();
    let folder = if is_content { folder.join(BELOW) } else { folder };
    let name = if is_content { format!("{name}/{BELOW}") } else { name };
    let frame: Frame = read(desk, &folder, &name, "bank.json")?;
    let mut items: Vec<Item> = Vec::new();
    for domain in 1..=6 {
        items.extend(read::<Vec<Item>>(desk, &folder, &name, &format!("d{domain}.json"))?);
    }
    items.sort_by(|a, b| a.id.cmp(&b.id));
    let is_wrong =
        |item: &&Item| item.options.len() > MOST_OPTIONS || !(1..=6).contains(&item.domain());
    if let Some(item) = items.iter().find(is_wrong) {
        return desk.refuse(&name, "bank-item", &[&item.id]);
    }
    Ok(Bank { frame, items })
}

fn read<T: for<'a> Deserialize<'a>>(
    desk: &Desk,
    folder: &Path,
    name: &str,
    file: &str,
) -> Result<T> {
    let text = desk.read_at(&folder.join(file), &format!("{name}/{file}"))?;
    serde_json::from_str(&text.text)
        .or_else(|error| desk.refuse(&text.line(error.line()), "bank-shape", &[&error.column()]))
}

/// The questions of a bank as the choice sees them, by their real ids.
pub(crate) fn questions(bank: &Bank) -> Vec<Candidate> {
    let mut questions = candidates(&Deck::of(bank));
    for (question, item) in questions.iter_mut().zip(&bank.items) {
        question.id.clone_from(&item.id);
    }
    questions
}

/// One JSON object for each line of `item_id=option,item_id=option`.
pub(crate) fn responses(desk: &mut Desk) -> Result {
    let file = desk.needed("--responses", SCORE)?;
    let bank = bank(desk)?;
    desk.arguments.end(&["--bank", "--responses", "--lang"])?;
    let (deck, questions) = (Deck::of(&bank), questions(&bank));
    let text = desk.read(&file)?;
    let mut out = String::new();
    for line in text.text.lines().filter(|line| !line.trim().is_empty()) {
        let mut session = Session::new(0);
        let (mut seen, mut n_right) = (HashSet::new(), 0);
        for part in line.split(',').filter(|part| !part.trim().is_empty()) {
            let (place, answer) = response(desk, &bank, &text, part)?;
            let Some(row) = deck.rows.get(place) else { continue };
            if !seen.insert(place) {
                return desk.refuse(&text.place(part), "response-twice", &[&part.trim()]);
            }
            let is_right = answer.is_right(&row.key());
            n_right += usize::from(is_right);
            session.answer(&questions, select::Answer { item: place, is_right });
        }
        let mut scored = scored(session.posterior());
        scored["n"] = seen.len().into();
        scored["right"] = n_right.into();
        out.push_str(&scored.to_string());
        out.push('\n');
    }
    print!("{out}");
    Ok(())
}

/// The place of a question in the bank, and the answer to it.
fn response(desk: &Desk, bank: &Bank, text: &Text, part: &str) -> Result<(usize, Answer)> {
    let Some((id, words)) = part.split_once('=') else {
        return desk.refuse(&text.place(part), "response-form", &[&part.trim()]);
    };
    let (id, words) = (id.trim(), words.trim());
    let place = bank.items.iter().position(|item| item.id == id);
    let found = place.and_then(|place| Some((place, bank.items.get(place)?)));
    let Some((place, item)) = found else {
        return desk.refuse(&text.place(part), "answers-stranger", &[&id]);
    };
    match answer(item, words) {
        Some(answer) => Ok((place, answer)),
        None => {
            let names = item.options.join(", ");
            let form = form(item.kind);
            desk.refuse(&text.place(part), "response-option", &[&words, &id, &names, &form])
        }
    }
}

/// How an answer to a question of a kind is written.
fn form(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Single => "a",
        ItemKind::Multi | ItemKind::Tap => "a+b",
        ItemKind::Order | ItemKind::Match => "b>a>c",
        ItemKind::Spot => "scam+p1+p2 | genuine | unsure",
    }
}

/// `?` is "I don't know".
fn answer(item: &Item, words: &str) -> Option<Answer> {
    if words == "?" {
        return Some(Answer::Unknown);
    }
    let place = |name: &str| {
        let place = item.options.iter().position(|option| option == name.trim())?;
        u8::try_from(place).ok()
    };
    let bits = |mut names: std::str::Split<'_, char>| {
        names.try_fold(0_u8, |bits, name| Some(bits | 1 << place(name)?))
    };
    match item.kind {
        ItemKind::Single => place(words).map(Answer::One),
        ItemKind::Multi | ItemKind::Tap => bits(words.split('+')).map(Answer::Set),
        ItemKind::Order | ItemKind::Match => {
            let places: Vec<u8> = words.split('>').map(place).collect::<Option<_>>()?;
            let are_different = places.iter().collect::<HashSet<_>>().len() == places.len();
            (are_different && places.len() == item.options.len()).then_some(Answer::Places(places))
        }
        ItemKind::Spot => {
            let mut names = words.split('+');
            let decision = match names.next()?.trim() {
                "scam" => Decision::Scam,
                "genuine" => Decision::Genuine,
                "unsure" => Decision::Unsure,
                _ => return None,
            };
            Some(Answer::Judged(decision, bits(names)?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(kind: &str) -> Item {
        let text = r#"{"no": 1, "id": "d1-x", "competence": "1.1", "band": "K1", "type": "KIND",
            "ages": [], "settings": [], "lesson": "", "options": ["a", "b", "c"]}"#;
        serde_json::from_str(&text.replace("KIND", kind)).unwrap()
    }

    #[test]
    fn answers_are_written_by_the_names_of_options() {
        let places = |places: [u8; 3]| Some(Answer::Places(places.into()));
        for (kind, words, wanted) in [
            ("single", "b", Some(Answer::One(1))),
            ("single", "?", Some(Answer::Unknown)),
            ("single", "z", None),
            ("multi", "a+c", Some(Answer::Set(0b101))),
            ("tap", "a + b", Some(Answer::Set(0b011))),
            ("multi", "a+", None),
            ("order", "b>a>c", places([1, 0, 2])),
            ("match", "a>b>c", places([0, 1, 2])),
            ("order", "a>a>c", None),
            ("order", "a>b", None),
            ("spot", "scam+a+c", Some(Answer::Judged(Decision::Scam, 0b101))),
            ("spot", "genuine", Some(Answer::Judged(Decision::Genuine, 0))),
            ("spot", "a", None),
        ] {
            assert_eq!(answer(&item(kind), words), wanted, "{kind}: {words}");
        }
    }
}
