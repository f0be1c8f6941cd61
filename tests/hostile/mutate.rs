//! Ways to damage a JSON text, each chosen by a seed.

use buoc_so::domain::quiz::random::Random;
use serde_json::{Map, Value, json};

/// Characters and words that have broken readers before.
pub(crate) const BAD: [&str; 24] = [
    "\u{202e}",
    "\u{2066}",
    "\u{200f}",
    "\u{61c}",
    "\u{feff}",
    "\u{0}",
    "\u{7f}",
    "e\u{302}\u{323}",
    "\u{301}",
    "\u{10ffff}",
    "\u{1f468}\u{200d}\u{1f469}",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "**",
    "{",
    "{kt-01.99999999999999999999}",
    "__proto__",
    "../../../../etc/passwd",
    "NaN",
    "unknown",
    "=cmd|' /C calc'!A0",
    "",
];

/// A text with one to three kinds of damage; the same for the same seed.
pub(crate) fn damaged(text: &str, seed: u32) -> String {
    let mut random = Random::new(seed);
    let mut text = text.to_owned();
    for _ in 0..=random.below(3) {
        text = if random.below(3) == 0 {
            letters(&text, &mut random)
        } else {
            match serde_json::from_str::<Value>(&text) {
                Ok(mut tree) => {
                    values(&mut tree, &mut random);
                    tree.to_string()
                }
                Err(_) => letters(&text, &mut random),
            }
        };
    }
    text
}

/// A place between two characters.
fn place(text: &str, random: &mut Random) -> usize {
    let mut at = random.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Damage that does not know JSON.
fn letters(text: &str, random: &mut Random) -> String {
    let (a, b) = (place(text, random), place(text, random));
    let (from, to) = (a.min(b), a.max(b));
    let near = (from + 40).min(text.len());
    let near = (from..=near).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(from);
    let signs = "\"{}[],:\\0-9.eE\u{301}\u{201d}'/*\n\t";
    let sign = signs.chars().nth(random.below(signs.chars().count())).unwrap_or('"');
    let mut out = text.to_owned();
    match random.below(10) {
        0 => out.truncate(from),
        1 => out.replace_range(from..near, ""),
        2 => out.insert_str(to, text.get(from..near).unwrap_or("")),
        3 => out.insert(from, sign),
        4 => {
            if let Some(c) = out.get(from..).and_then(|rest| rest.chars().next()) {
                let flipped = char::from(c as u8 ^ (1 << random.below(7)) & 0x7f);
                out.replace_range(from..from + c.len_utf8(), &flipped.to_string());
            }
        }
        5 => out.insert(0, '\u{feff}'),
        6 => out = apart(&out),
        7 => out.insert_str(from, BAD[random.below(BAD.len())]),
        8 => {
            // A line twice: a key twice.
            let end = text.get(from..).and_then(|rest| rest.find('\n')).map(|n| from + n + 1);
            let line = end.and_then(|end| text.get(end..)).and_then(|rest| rest.split('\n').next());
            let line = [line.unwrap_or(""), "\n"].concat();
            out.insert_str(end.unwrap_or(from), &line);
        }
        _ => {
            let depth = [40, 200, 5000][random.below(3)];
            out.insert_str(from, &["[", "{\"a\":"][random.below(2)].repeat(depth));
        }
    }
    out
}

/// Vietnamese letters with their marks apart.
fn apart(text: &str) -> String {
    let pairs =
        [("\u{1ec7}", "e\u{302}\u{323}"), ("\u{1ed1}", "o\u{302}\u{301}"), ("\u{e0}", "a\u{300}")];
    pairs.iter().fold(text.to_owned(), |text, (whole, parts)| text.replace(whole, parts))
}

/// Another value at a place of the tree that chance picks: a leaf, or something on the way.
fn values(node: &mut Value, random: &mut Random) {
    let n_inside = match node {
        Value::Array(list) => list.len(),
        Value::Object(map) => map.len(),
        _ => 0,
    };
    if n_inside == 0 || random.below(8) == 0 {
        return change(node, random);
    }
    let at = random.below(n_inside);
    let inside = match node {
        Value::Array(list) => list.get_mut(at),
        Value::Object(map) => map.values_mut().nth(at),
        _ => None,
    };
    if let Some(inside) = inside {
        values(inside, random);
    }
}

fn change(node: &mut Value, random: &mut Random) {
    match (node, random.below(4)) {
        (Value::Object(map), 0..=2) => keys(map, random),
        (Value::Array(list), 0..=2) => items(list, random),
        (Value::String(text), 0..=1) => {
            let at = place(text, random);
            text.insert_str(at, BAD[random.below(BAD.len())]);
        }
        (node, _) => *node = other(random),
    }
}

fn keys(map: &mut Map<String, Value>, random: &mut Random) {
    let Some(key) = map.keys().nth(random.below(map.len())).cloned() else { return };
    let taken = map.remove(&key).unwrap_or_default();
    match random.below(4) {
        0 => {}
        1 => drop(map.insert("__proto__".into(), taken)),
        2 => drop(map.insert(key, other(random))),
        _ => {
            map.insert(key, taken);
            map.insert(BAD[random.below(BAD.len())].into(), other(random));
        }
    }
}

fn items(list: &mut Vec<Value>, random: &mut Random) {
    if list.is_empty() {
        list.push(other(random));
        return;
    }
    let (a, b) = (random.below(list.len()), random.below(list.len()));
    match random.below(5) {
        0 => list.clear(),
        1 => drop(list.remove(a)),
        2 => list.swap(a, b),
        3 => {
            let again = list[a].clone();
            // A few hundred at most: what grows without end has tests of its own.
            list.extend(std::iter::repeat_n(again, [1, 3, 300][random.below(3)]));
        }
        _ => list[a] = other(random),
    }
}

/// A value nobody asked for.
fn other(random: &mut Random) -> Value {
    match random.below(16) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-1),
        3 => json!(0),
        4 => json!(1e308),
        5 => json!(u64::MAX),
        6 => json!(65_535),
        7 => json!(65_536),
        8 => json!(0.1),
        9 => json!("NaN"),
        10 => json!([]),
        11 => json!({}),
        12 => json!("x".repeat(70_000)),
        13 => (0..60).fold(json!("deep"), |inner, _| json!([inner])),
        14 => json!({"__proto__": {"polluted": 1}}),
        _ => json!(BAD[random.below(BAD.len())]),
    }
}

#[test]
fn the_same_seed_damages_alike() {
    let text = r#"{"a": [1, "hai", {"b": null}], "c": "d"}"#;
    assert_eq!(damaged(text, 7), damaged(text, 7));
    let all: std::collections::BTreeSet<String> = (0..200).map(|n| damaged(text, n)).collect();
    assert!(all.len() > 150, "{}", all.len());
}
