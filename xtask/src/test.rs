//! Everything we can try, from the smallest rule to the browser.

use crate::hosts::{self, Place};
use crate::licences;
use crate::report::{Report, Tally, command};
use crate::run::{
    Failure, Result, Workspace, announce, at, fail, run, run_and_keep, speaks_of_network,
};
use crate::tools::{self, Chromium};
use crate::{build, check};
use std::fs;

/// Where the release for a host's sub-folder goes, and the folder on that host.
const SUB: (&str, &str) = ("target/site/sub", "/so/cong/");

/// A release that follows the first one.
const NEXT: &str = "target/site/next";
const GUARDED: &str = "target/site/guarded";

pub fn test(workspace: &Workspace) -> Result {
    let mut report = Report::default();
    tools::for_build(workspace)?;
    let chromium = tools::chromium(workspace)?;
    tools::pdf_reader(workspace)?;
    check::steps(workspace, &mut report)?;
    native(workspace, &mut report);
    browser(workspace, &mut report, &chromium);
    report.step("content", || {
        match run("content", &mut check::content(workspace, &["check".into()])) {
            Ok(()) => Ok(Tally { passed: 1, failed: 0 }),
            Err(_) => {
                fail("the problems are named above; to repeat it: `cargo xtask content check`")
            }
        }
    });
    licences(workspace, &mut report);
    licences::audit(workspace, &mut report);
    release(workspace, &mut report, &chromium);
    report.finish()
}

fn native(workspace: &Workspace, report: &mut Report) {
    let tests = [
        ("native tests", "--no-default-features"),
        ("native tests, schema", "--no-default-features --features schema"),
        (
            "native tests, prerenderer",
            "--no-default-features --features ssr --bin prerender --test poisoned",
        ),
        ("xtask tests", "--package xtask --all-features"),
    ];
    for (step, words) in tests {
        let words = format!("cargo test --no-fail-fast {words}");
        report.tests(step, &mut command(workspace, &words));
    }
    report.step("the domain knows no Leptos", || {
        announce("cargo tree --no-default-features --edges normal");
        let words = ["tree", "--no-default-features", "--edges", "normal"];
        match workspace.ask("cargo", &words) {
            None => fail("`cargo tree` failed: run it yourself to see why."),
            Some(tree) if tree.contains("leptos") => {
                fail("Leptos is in the tree without a feature: make the dependency optional in Cargo.toml.")
            }
            Some(_) => Ok(Tally { passed: 1, failed: 0 }),
        }
    });
}

fn browser(workspace: &Workspace, report: &mut Report, chromium: &Chromium) {
    let step = "tests in the browser";
    if !workspace.path("tests/browser.rs").is_file() {
        report.step(step, || fail("tests/browser.rs is missing: restore it."));
        return;
    }
    let settings = workspace.path(".tools/webdriver.json");
    let binary = chromium.browser.to_string_lossy().replace('\\', "\\\\");
    let words = format!(
        "{{\"goog:chromeOptions\": {{\"binary\": \"{binary}\", \"args\": [{}]}}}}",
        CHROMIUM_FLAGS.map(|flag| format!("\"{flag}\"")).join(", ")
    );
    if let Err(failure) = fs::write(&settings, words).map_err(at(&settings)) {
        report.step(step, || Err(failure));
        return;
    }
    let words = "cargo test --target wasm32-unknown-unknown --features web --test browser";
    let mut tests = command(workspace, words);
    let runner = workspace.path(tools::program_path("wasm-bindgen-test-runner"));
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    tests.env("CHROMEDRIVER", &chromium.driver);
    tests.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    tests.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    tests.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    report.tests(step, &mut tests);
}

/// Headless, as root, and silent on the network.
const CHROMIUM_FLAGS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
];

fn licences(workspace: &Workspace, report: &mut Report) {
    let step = "cargo deny";
    if let Err(why) = tools::cargo_deny(workspace) {
        return report.not_run(step, why);
    }
    let mut offline = false;
    report.step(step, || {
        let whole = run_and_keep(step, &mut command(workspace, "cargo-deny check"))?;
        if whole.success {
            return Ok(Tally { passed: 1, failed: 0 });
        }
        offline = speaks_of_network(&whole.text) || whole.text.contains("advisory database");
        if !offline {
            return fail("`cargo deny check` found something: the lines above name it.");
        }
        let rest = "cargo-deny check licenses bans sources";
        let rest = run_and_keep("Without the advisories", &mut command(workspace, rest))?;
        if rest.success {
            return Ok(Tally { passed: 1, failed: 0 });
        }
        Err(Failure("`cargo deny check` found something: the lines above name it.".into()))
    });
    if offline {
        report.not_run("cargo deny, advisories", "the advisory database could not be downloaded");
    }
}

fn release(workspace: &Workspace, report: &mut Report, chromium: &Chromium) {
    let (folder, base) = SUB;
    let builds = [
        ("release build and weights", "Playwright and axe", "dist", "/"),
        ("release build below /so/cong/", "Playwright below /so/cong/", folder, base),
    ];
    for (build_step, play_step, folder, base) in builds {
        let built = report.step(build_step, || {
            let site = build::site(workspace, Some(folder), Some(base))?;
            build::release(workspace, &site)?;
            Ok(Tally { passed: 1, failed: 0 })
        });
        if !built {
            report.not_run(play_step, "the build failed");
            continue;
        }
        if base == "/" {
            let more = report.step("a second release, and one for hosts without headers", || {
                build::next(workspace, NEXT)?;
                build::guarded(workspace, GUARDED)?;
                Ok(Tally { passed: 2, failed: 0 })
            });
            if !more {
                report.not_run(play_step, "the second release failed");
                continue;
            }
        }
        let mut play = command(workspace, "node node_modules/@playwright/test/cli.js test");
        play.env("CHROMIUM", &chromium.browser).env("PORTAL_BASE", base).env("PORTAL_DIST", folder);
        play.env("PORTAL_NEXT", NEXT).env("PORTAL_GUARDED", GUARDED);
        report.tests(play_step, &mut play);
        hosts::steps(workspace, report, chromium, &Place { folder, base });
    }
}
