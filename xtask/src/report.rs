//! What was tried and how it went: one table, one last line.

use crate::run::{Failure, Result, Transcript, Workspace, fail, run, run_and_keep};
use std::process::Command;
use std::time::{Duration, Instant};

/// How many tests went well and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u32,
    pub failed: u32,
}

enum Outcome {
    Done(Tally),
    Failed(Failure),
    NotRun(String),
}

struct Row {
    step: String,
    outcome: Outcome,
    time: Duration,
}

/// Collects the steps in the order in which they ran.
#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
    /// The first lines of each failed test: a log may be read from its end alone.
    failed: Vec<String>,
}

impl Report {
    /// Runs a step and tells whether it went well; a failure does not stop what follows.
    pub fn step(&mut self, step: &str, work: impl FnOnce() -> Result<Tally>) -> bool {
        let start = Instant::now();
        let outcome = match work() {
            Ok(tally) => Outcome::Done(tally),
            Err(failure) => {
                println!("{failure}");
                Outcome::Failed(failure)
            }
        };
        let went_well = matches!(outcome, Outcome::Done(Tally { failed: 0, .. }));
        self.rows.push(Row { step: step.into(), outcome, time: start.elapsed() });
        went_well
    }

    /// A step that is one command, and counts as one check.
    pub fn command(&mut self, step: &str, workspace: &Workspace, words: &str) -> bool {
        self.step(step, || match run(step, &mut command(workspace, words)) {
            Ok(()) => Ok(Tally { passed: 1, failed: 0 }),
            Err(_) => fail(format!("the lines of this step say why; to repeat it: `{words}`")),
        })
    }

    /// A step that is a test program, and counts as many checks as it has tests.
    pub fn tests(&mut self, step: &str, command: &mut Command) -> bool {
        let mut failed = Vec::new();
        let went_well = self.step(step, || {
            let transcript = run_and_keep(step, command)?;
            failed = failed_tests(&transcript.text);
            Ok(tally(&transcript))
        });
        self.failed.append(&mut failed);
        went_well
    }

    pub fn not_run(&mut self, step: &str, why: impl Into<String>) {
        let outcome = Outcome::NotRun(why.into());
        self.rows.push(Row { step: step.into(), outcome, time: Duration::ZERO });
    }

    /// Prints the table and, last, `N passed, N failed`.
    pub fn finish(self) -> Result {
        let width = self.rows.iter().map(|row| row.step.len()).max().unwrap_or(0);
        println!("\n{:<width$}  {:>8}  result", "step", "seconds");
        let mut total = Tally::default();
        for Row { step, outcome, time } in &self.rows {
            let (result, tally) = match outcome {
                Outcome::Done(tally) if tally.failed > 0 => {
                    (format!("FAILED: {} of {}", tally.failed, tally.passed + tally.failed), *tally)
                }
                Outcome::Done(Tally { passed: 1, .. }) => {
                    ("ok".into(), Tally { passed: 1, failed: 0 })
                }
                Outcome::Done(tally) => (format!("ok: {} tests", tally.passed), *tally),
                Outcome::Failed(failure) => {
                    (format!("FAILED: {failure}"), Tally { passed: 0, failed: 1 })
                }
                Outcome::NotRun(why) => (format!("not run: {why}"), Tally::default()),
            };
            println!("{step:<width$}  {:>8.1}  {result}", time.as_secs_f32());
            total.passed += tally.passed;
            total.failed += tally.failed;
        }
        for test in &self.failed {
            println!("\n{test}");
        }
        println!("\n{} passed, {} failed", total.passed, total.failed);
        // The last line says it all: nothing is added to it.
        if total.failed == 0 { Ok(()) } else { Err(Failure(String::new())) }
    }
}

/// A command from its words, none of which holds a space.
pub fn command(workspace: &Workspace, words: &str) -> Command {
    let mut words = words.split_whitespace();
    let program = words.next().unwrap_or_default();
    workspace.command(program, &words.collect::<Vec<_>>())
}

/// Reads the counts that Rust's test programs and Playwright print.
fn tally(transcript: &Transcript) -> Tally {
    let mut tally = Tally::default();
    for line in transcript.text.lines().map(str::trim) {
        let Some(counts) =
            line.split_once("test result:").map(|(_, counts)| counts).or_else(|| is_count(line))
        else {
            continue;
        };
        tally.passed += count(counts, "passed");
        tally.failed += count(counts, "failed") + count(counts, "flaky");
    }
    // What ends badly without a failed test did not come as far as its tests.
    if !transcript.success && tally.failed == 0 {
        tally.failed = 1;
    }
    tally
}

/// How many lines tell why a test failed.
const WHY: usize = 12;

/// `test a::b ... FAILED` of Rust, and `  1) file › title` of Playwright with its first lines.
fn failed_tests(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>();
    let starts = lines.iter().enumerate().filter_map(|(at, line)| {
        let (number, title) = line.trim().split_once(") ").unwrap_or_default();
        if number.parse::<u32>().is_ok() && title.contains(" › ") {
            Some(lines[at..].iter().take(WHY).copied().collect::<Vec<_>>().join("\n"))
        } else {
            line.ends_with(" ... FAILED").then(|| line.to_string())
        }
    });
    starts.collect()
}

/// Playwright's last lines: `12 passed (3.4s)`, `1 failed`.
fn is_count(line: &str) -> Option<&str> {
    let (number, word) = line.split_once(' ')?;
    let word = word.split(' ').next()?;
    (number.parse::<u32>().is_ok() && matches!(word, "passed" | "failed" | "flaky")).then_some(line)
}

fn count(counts: &str, word: &str) -> u32 {
    let words =
        counts.split([' ', ';', '.', ',']).filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let pair = words.windows(2).find(|pair| pair[1] == word);
    pair.and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_counted_from_what_the_programs_print() {
        let cases = [
            (
                true,
                "test result: ok. 12 passed; 0 failed; 1 ignored;\ntest result: ok. 3 passed; 0 failed;",
                15,
                0,
            ),
            (false, "test result: FAILED. 2 passed; 1 failed; 0 ignored", 2, 1),
            (true, "Running 5 tests using 2 workers\n  5 passed (3.4s)", 5, 0),
            (false, "  1 failed\n    [phone] > home.spec.mjs\n  4 passed (9.1s)", 4, 1),
            (true, "  1 flaky\n  4 passed (9.1s)", 4, 1),
            (false, "error[E0425]: cannot find value", 0, 1),
            (true, "we passed by", 0, 0),
        ];
        for (success, text, passed, failed) in cases {
            let transcript = Transcript { success, text: text.into() };
            assert_eq!(tally(&transcript), Tally { passed, failed }, "{text}");
        }
    }

    #[test]
    fn failed_tests_are_named_again_at_the_end() {
        let text = "test a::b ... ok\ntest a::c ... FAILED\n\n  1) home.spec.mjs:3:1 › it opens ──\n\n    Error: closed\n";
        let named =
            ["test a::c ... FAILED", "  1) home.spec.mjs:3:1 › it opens ──\n    Error: closed"];
        assert_eq!(failed_tests(text), named);
        assert!(failed_tests("1) a list\n  4 passed (9.1s)").is_empty());
    }
}
