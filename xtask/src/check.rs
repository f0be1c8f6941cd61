//! The fast checks: formatting, clippy on every target, house rules.

use crate::licences;
use crate::report::{Report, command};
use crate::run::{Result, Workspace};
use crate::tools;
use std::process::Command;

pub fn check(workspace: &Workspace) -> Result {
    let mut report = Report::default();
    steps(workspace, &mut report)?;
    report.finish()
}

pub fn steps(workspace: &Workspace, report: &mut Report) -> Result {
    tools::for_check(workspace)?;
    report.command("format", workspace, "cargo fmt --all --check");
    let clippy = [
        ("clippy, domain", "--no-default-features --all-targets"),
        ("clippy, content checker", "--no-default-features --features schema --all-targets"),
        ("clippy, prerenderer", "--no-default-features --features ssr"),
        ("clippy, web on wasm32", "--target wasm32-unknown-unknown --features web"),
        (
            "clippy, lists and maps on wasm32",
            "--target wasm32-unknown-unknown --no-default-features --features browser --bin atlas",
        ),
        (
            "clippy, self-check on wasm32",
            "--target wasm32-unknown-unknown --no-default-features --features quiz --bin quiz",
        ),
        ("clippy, xtask", "--package xtask --all-targets --all-features --no-deps"),
    ];
    for (step, words) in clippy {
        report.command(step, workspace, &format!("cargo clippy {words} -- -D warnings"));
    }
    let tidy = &mut command(workspace, "cargo test --no-default-features --test tidy");
    report.tests("house rules", tidy);
    licences::steps(workspace, report);
    Ok(())
}

/// The content checker with these words; it is compiled when the domain has changed.
pub fn content(workspace: &Workspace, words: &[String]) -> Command {
    with_domain(workspace, "content", words)
}

/// The engine of the self-check with these words; compiled like the checker.
pub fn quiz(workspace: &Workspace, words: &[String]) -> Command {
    with_domain(workspace, "measure", words)
}

fn with_domain(workspace: &Workspace, program: &str, words: &[String]) -> Command {
    let cargo = format!("cargo run --package xtask --features content --bin {program} --");
    let mut cargo = command(workspace, &cargo);
    cargo.args(words);
    cargo
}
