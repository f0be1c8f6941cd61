//! `quiz encode` and `quiz decode`: result codes and what they hold.

use crate::desk::{Desk, Text};
use buoc_so::domain::quiz::code::{Long, LongAnswer, Reading, Short, VERSION};
use buoc_so::domain::quiz::estimate::Estimate;
use serde_json::{Map, Value, json};
use std::fmt::Display;
use std::io::Read;
use xtask::run::{Failure, Result};

const DOMAINS: [&str; 6] = ["d1", "d2", "d3", "d4", "d5", "d6"];
const SHORT: [&str; 12] =
    ["ver", "mode", "theta", "se", "d1", "d2", "d3", "d4", "d5", "d6", "seat", "tag"];
const LONG: [&str; 7] = ["ver", "mode", "bank", "seat", "tag", "seed", "answers"];

/// Prints the code of the fields: a long one when there are answers.
pub(crate) fn encode(desk: &mut Desk) -> Result {
    let word = desk.arguments.word();
    desk.arguments.end(&["--lang"])?;
    let (name, text) = match word {
        Some(text) => ("JSON".into(), text),
        None => ("stdin".into(), input()?),
    };
    let text = Text { name, text };
    let value: Value = desk.json(&text)?;
    let Value::Object(map) = value else {
        return desk.refuse(&text.line(1), "fields-object", &[]);
    };
    let fields = Fields { desk, place: text.line(1), map };
    let code = if fields.map.contains_key("answers") {
        fields.known(&LONG)?;
        fields.long()?.encode()
    } else {
        fields.known(&SHORT)?;
        fields.short()?.encode()
    };
    println!("{code}");
    Ok(())
}

fn input() -> Result<String> {
    let mut text = String::new();
    let read = std::io::stdin().read_to_string(&mut text);
    read.map_err(|error| Failure(format!("stdin: {error}.")))?;
    Ok(text)
}

/// The fields of a code to be made.
struct Fields<'a> {
    desk: &'a Desk,
    place: String,
    map: Map<String, Value>,
}

impl Fields<'_> {
    fn known(&self, names: &[&str]) -> Result {
        match self.map.keys().find(|name| !names.contains(&name.as_str())) {
            Some(name) => self.desk.refuse(&self.place, "field-stranger", &[name]),
            None => Ok(()),
        }
    }

    fn number(&self, name: &str, least: u32, most: u32) -> Result<u32> {
        let Some(value) = self.map.get(name) else {
            return self.desk.refuse(&self.place, "field-missing", &[&name, &least, &most]);
        };
        match value.as_u64().and_then(|number| u32::try_from(number).ok()) {
            Some(number) if (least..=most).contains(&number) => Ok(number),
            _ => {
                let details: [&dyn Display; 4] = [&name, &least, &most, value];
                self.desk.refuse(&self.place, "field-range", &details)
            }
        }
    }

    /// A number of at most eight bits.
    fn small(&self, name: &str, most: u8) -> Result<u8> {
        Ok(self.number(name, 0, u32::from(most))? as u8)
    }

    /// The version may be left out, but not be another.
    fn version(&self) -> Result {
        if self.map.contains_key("ver") {
            self.number("ver", u32::from(VERSION), u32::from(VERSION))?;
        }
        Ok(())
    }

    fn short(&self) -> Result<Short> {
        self.version()?;
        let mut domains = [0; 6];
        for (state, name) in domains.iter_mut().zip(DOMAINS) {
            *state = self.small(name, 3)?;
        }
        Ok(Short {
            mode: self.small("mode", 3)?,
            theta: self.small("theta", 63)?,
            se: self.small("se", 7)?,
            domains,
            seat: self.small("seat", 63)?,
            tag: self.small("tag", 255)?,
        })
    }

    fn long(&self) -> Result<Long> {
        self.version()?;
        let list = self.map.get("answers").and_then(Value::as_array);
        let answers = list.filter(|list| list.len() <= 63);
        let answers = answers.and_then(|list| list.iter().map(pair).collect());
        let Some(answers) = answers else {
            return self.desk.refuse(&self.place, "code-answers", &[]);
        };
        Ok(Long {
            mode: self.small("mode", 15)?,
            bank: self.number("bank", 0, 4095)? as u16,
            seat: self.small("seat", 63)?,
            tag: self.small("tag", 255)?,
            seed: self.number("seed", 0, u32::MAX)?,
            answers,
        })
    }
}

fn pair(value: &Value) -> Option<LongAnswer> {
    let [number, response] = value.as_array()?.as_slice() else { return None };
    let number = u16::try_from(number.as_u64()?).ok().filter(|number| *number < 512)?;
    let response = u8::try_from(response.as_u64()?).ok().filter(|response| *response < 128)?;
    Some(LongAnswer { number, response })
}

/// Prints what a short or long code holds. A code that is refused is an answer too.
pub(crate) fn decode(desk: &mut Desk) -> Result {
    let mut words = Vec::new();
    while let Some(word) = desk.arguments.word() {
        words.push(word);
    }
    desk.arguments.end(&["--lang"])?;
    let typed = if words.is_empty() { input()? } else { words.join(" ") };
    let is_long =
        typed.trim_start().get(..3).is_some_and(|start| start.eq_ignore_ascii_case("KNS"));
    let reading = if is_long { read_long(&typed) } else { read_short(&typed) };
    println!("{reading}");
    Ok(())
}

fn read_long(typed: &str) -> Value {
    let Some(long) = Long::decode(typed) else {
        return json!({ "status": "refused", "kind": "long" });
    };
    let answers: Vec<[u16; 2]> =
        long.answers.iter().map(|answer| [answer.number, u16::from(answer.response)]).collect();
    let fields = json!({
        "ver": VERSION, "mode": long.mode, "bank": long.bank, "seat": long.seat,
        "tag": long.tag, "seed": long.seed, "answers": answers,
    });
    json!({ "status": "ok", "kind": "long", "code": long.encode(), "fields": fields })
}

fn read_short(typed: &str) -> Value {
    let (status, short) = match Short::decode(typed) {
        Reading::Right(short) => ("ok", short),
        Reading::Proposal(_, short) => ("proposed", short),
        Reading::Refused => return json!({ "status": "refused", "kind": "short" }),
    };
    let Estimate { theta, se } = short.estimate();
    json!({
        "status": status, "kind": "short", "code": short.encode(),
        "fields": fields(&short), "theta": theta, "se": se,
    })
}

fn fields(short: &Short) -> Value {
    let mut map = Map::new();
    let mut set = |name: &str, value: u8| map.insert(name.into(), value.into());
    set("ver", VERSION);
    set("mode", short.mode);
    set("theta", short.theta);
    set("se", short.se);
    for (name, state) in DOMAINS.iter().zip(short.domains) {
        set(name, state);
    }
    set("seat", short.seat);
    set("tag", short.tag);
    Value::Object(map)
}
