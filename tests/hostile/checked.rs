//! The content checker: it reads what no other reader would, names what is wrong and ends.

use std::time::Instant;

use buoc_so::domain::check::{MessageLang, Severity, check};
use buoc_so::domain::library::Files;

use super::mutate::damaged;
use super::shelf::files;

/// How often each authored file is damaged.
const TIMES: u32 = 8;

#[test]
fn no_damage_makes_the_checker_panic_and_every_message_is_whole() {
    let all = files();
    let index = all.get("index.json").unwrap();
    let mut n_named = 0;
    for (number, (file, text)) in all.iter().enumerate() {
        for time in 0..TIMES {
            let mut few = Files::from([("index.json".into(), index.clone())]);
            few.insert(file.clone(), damaged(text, 77_000 + number as u32 * 100 + time));
            let report = check(&few);
            let own = report.problems.iter().filter(|problem| problem.file == *file);
            n_named += usize::from(own.clone().any(|p| p.severity == Severity::Error));
            for problem in own.take(3) {
                for lang in [MessageLang::Vietnamese, MessageLang::English] {
                    let words = problem.words(lang);
                    let empty =
                        words.what.is_empty() || words.why.is_empty() || words.cure.is_empty();
                    assert!(!empty, "{problem:?}");
                }
            }
        }
    }
    let n = all.len() * TIMES as usize;
    println!("{n} damaged files, {n_named} with errors named");
    assert!(n > 1000 && n_named > n / 2);
}

/// One authored file of endless sorts of rubbish; whether the checker says so, and in time.
#[track_caller]
fn check_endless(what: &str, file: &str, text: String) {
    let start = Instant::now();
    let mut few = files();
    few.retain(|name, _| name == "index.json" || name == "vi/interface.json");
    let n_bytes = text.len();
    few.insert(file.into(), text);
    let report = check(&few);
    assert!(
        report.problems.iter().any(|p| p.file == file && p.severity == Severity::Error),
        "{what}"
    );
    assert!(report.problems.len() <= 10_000, "{what}: {} problems", report.problems.len());
    let words = report.text(MessageLang::Vietnamese).len();
    assert!(words < 6_000_000, "{what}: {words} bytes of messages");
    let took = start.elapsed();
    println!("{what}: {n_bytes} bytes, {} problems, {took:?}", report.problems.len());
    assert!(took.as_secs() < 60, "{what}: {took:?}");
}

#[test]
fn a_file_of_rubbish_without_end_is_refused_in_the_time_it_takes_to_read() {
    let shelf = "shared/sources.json";
    check_endless("open lists", shelf, "[".repeat(1_000_000));
    check_endless("open objects", shelf, "{\"a\":".repeat(200_000));
    check_endless("open quotes", shelf, "\"\n".repeat(100_000));
    check_endless("inner quotes", shelf, ["[\"", &"a\" b ".repeat(200_000)].concat());
    check_endless("curly quotes", shelf, "\u{201c}".repeat(300_000));
    check_endless("comments", shelf, "//\n".repeat(100_000));
    check_endless("commas", shelf, ["[", &",".repeat(600_000), "]"].concat());
    check_endless("bare words", shelf, ["[", &"x\n".repeat(60_000), "]"].concat());
    check_endless("numbers", shelf, ["[", &"1.2.3 ".repeat(50_000), "]"].concat());
    check_endless("one number", shelf, ["[", &"9".repeat(900_000), "]"].concat());
    check_endless("backslashes", shelf, ["[\"", &"\\".repeat(900_001), "\"]"].concat());
    check_endless("bad escapes", shelf, ["[\"", &"\\q".repeat(300_000), "\"]"].concat());
    check_endless("hidden letters", shelf, ["[\"", &"\u{202e}".repeat(300_000), "\"]"].concat());
    check_endless("hidden escapes", shelf, ["[\"", &"\\u202e".repeat(150_000), "\"]"].concat());
    check_endless(
        "letters apart",
        shelf,
        ["[\"", &"e\u{302}\u{323}\n".repeat(120_000), "\"]"].concat(),
    );
    check_endless(
        "marks alone",
        shelf,
        ["[\"", &"e\u{302}\u{323}".repeat(120_000), "\"]"].concat(),
    );
    check_endless("one long text", shelf, ["[\"", &"a".repeat(10_000_000), "\"]"].concat());
    check_endless("empty objects", shelf, ["[", &"{},".repeat(200_000), "{}]"].concat());
    let keys: Vec<String> = (0..60_000).map(|n| format!("\"k{n}\":0")).collect();
    check_endless("many keys", shelf, ["[{", &keys.join(","), "}]"].concat());
    check_endless(
        "one key again",
        shelf,
        ["[{", &"\"id\":0,".repeat(120_000), "\"id\":1}]"].concat(),
    );
    check_endless(
        "strange keys",
        shelf,
        ["[{", &"\"titel\":0,".repeat(3_000), "\"id\":1}]"].concat(),
    );
}

#[test]
fn a_scene_of_steps_without_end_is_named_and_not_walked() {
    let step = |n: usize, to: usize| {
        format!(
            r#"{{"id": "b{n}", "choices": [{{"to": "b{to}", "verdict": "plain"}}, {{"to": "b0", "verdict": "plain"}}]}}"#
        )
    };
    let steps: Vec<String> = (0..3000).map(|n| step(n, (n + 1) % 3000)).collect();
    let scene = format!(
        r#"[{{"slug": "x", "kind": "calm", "audience": "everyone", "minutes": 3, "channels": [], "lesson": "vneid", "steps": [{}]}}]"#,
        steps.join(",\n")
    );
    check_endless("a circle of steps", "shared/rehearsals.json", scene);
}
