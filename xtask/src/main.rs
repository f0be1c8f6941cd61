//! `cargo xtask`: everything one does with the portal besides writing it.

use std::path::Path;
use std::process::{Command, ExitCode};
use xtask::arguments::{self, Arguments};
use xtask::run::{Failure, Result, Workspace, fail};
use xtask::server::Site;
use xtask::{bench, build, check, hosts, licences, serve, test};

const HELP: &str = "\
cargo xtask <command>

  serve [--dev] [--port 8080] [--base /sub/path/] [--no-build] [--dist DIR]
            Install what is missing, build the release and serve it with the production headers.
            --dev: a quick build, made again whenever a source changes.
  build [--base /sub/path/] [--dist DIR] [--meta-policy]
            Write the release to dist/, compressed and weighed.
            --meta-policy: each page says the content policy itself, for hosts that send no headers.
  check     Formatting, clippy on every target, house rules.
  test      check, every test, the content, the release and its weights, the browser tests.
  hosts [--base /sub/path/] [--dist DIR]
            The browser tests on nginx and Caddy, started from the files in deploy/, with a site that is built.
  bench [--runs 5] [--profile p3g|p4g|desktop|p3g-open|all] [--only NAME] [--dist DIR] [--trace]
        [--json FILE] [--markdown docs/benchmarks.md]
            Measure the release in dist/ on slow lines: see docs/benchmarks.md.
            NAME: first, home, quiz, map, search, second, offline, actions, points, next.
  bench --lighthouse | --domain | --line
            Lighthouse on five pages; the benches of the domain; a test of the slow line itself.
  licences  Write docs/licences.md: every dependency with its version and licence.
  content check [DIR] [--lang en]
            Read every content file; name each problem with its line and its cure.
  content schema
            Write the JSON Schema files that editors' programs use.
  quiz score --items items.json --patterns patterns.txt
            Estimates of patterns of 1, 0 and . (not asked), a line of JSON each.
  quiz score [--bank DIR] --responses responses.txt
            The same from lines of `item_id=option,…`: a, a+b (sets), b>a>c (orders),
            scam+p1+p2, genuine, unsure (messages), ? (does not know).
  quiz path --items items.json --answers all_right|all_wrong|FILE [--seed 1] [--k 5] [--nmax 18]
            The questions of a session, a line of JSON each.
  quiz encode [JSON] · quiz decode [CODE]
            Short and long result codes; from stdin without a word.
  quiz simulate [--items items.json | --bank DIR] [--n 2000] [--seed 1]
            How well invented people are measured.
  quiz items [--bank DIR]
            Questions by competence, band, type, age and setting.
  help      These lines.
";

const COMMANDS: [&str; 10] =
    ["serve", "build", "check", "test", "hosts", "bench", "licences", "content", "quiz", "help"];
const CONTENT_COMMANDS: [&str; 2] = ["content check", "content schema"];

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.0.is_empty() {
                eprintln!("{failure}");
            }
            ExitCode::FAILURE
        }
    }
}

fn start() -> Result {
    let mut arguments = Arguments::new(std::env::args().skip(1).collect());
    if arguments.flag("--help") || arguments.flag("-h") {
        return help();
    }
    let Some(command) = arguments.command() else { return help() };
    match command.as_str() {
        "serve" => {
            let (is_dev, builds) = (arguments.flag("--dev"), !arguments.flag("--no-build"));
            let port = arguments.value("--port")?.unwrap_or_else(|| "8080".into());
            let Ok(port) = port.parse() else {
                return fail(format!(
                    "`{port}` is not a port: try `cargo xtask serve --port 8081`."
                ));
            };
            let (folder, base) = (arguments.value("--dist")?, arguments.value("--base")?);
            arguments.end(&["--dev", "--no-build", "--port", "--dist", "--base"])?;
            let workspace = Workspace::find()?;
            let site = build::site(&workspace, folder.as_deref(), base.as_deref())?;
            serve::serve(&workspace, serve::Plan { port, is_dev, builds, site })
        }
        "build" => {
            let is_own_guard = arguments.flag("--meta-policy");
            let (folder, base) = (arguments.value("--dist")?, arguments.value("--base")?);
            arguments.end(&["--dist", "--base", "--meta-policy"])?;
            let workspace = Workspace::find()?;
            let site = build::site(&workspace, folder.as_deref(), base.as_deref())?;
            build::release(&workspace, &Site { is_own_guard, ..site })
        }
        "check" | "test" => {
            arguments.end(&[])?;
            let workspace = Workspace::find()?;
            if command == "check" { check::check(&workspace) } else { test::test(&workspace) }
        }
        "hosts" => {
            let (folder, base) = (arguments.value("--dist")?, arguments.value("--base")?);
            arguments.end(&["--dist", "--base"])?;
            let base = build::base(base.as_deref().unwrap_or("/"))?;
            let folder = folder.as_deref().unwrap_or("dist");
            hosts::hosts(&Workspace::find()?, &hosts::Place { folder, base: &base })
        }
        "licences" => {
            arguments.end(&[])?;
            licences::write(&Workspace::find()?)
        }
        "bench" => measure(arguments),
        "content" => content(arguments),
        "quiz" => quiz(arguments),
        "help" => help(),
        unknown => {
            let hint = arguments::nearest(unknown, &COMMANDS);
            let hint = hint.map_or(String::new(), |near| format!(" Did you mean `{near}`?"));
            fail(format!(
                "There is no command `{unknown}`.{hint} `cargo xtask help` lists them all."
            ))
        }
    }
}

/// Reads what is to be measured; the script refuses values that it does not know.
fn measure(mut arguments: Arguments) -> Result {
    const VALUES: [&str; 5] = ["--runs", "--profile", "--only", "--json", "--markdown"];
    const FLAGS: [&str; 4] = ["--trace", "--line", "--domain", "--lighthouse"];
    let mut words = Vec::new();
    for name in VALUES {
        let Some(value) = arguments.value(name)? else { continue };
        let is_file = matches!(name, "--json" | "--markdown");
        let value = if is_file { absolute(&value) } else { value };
        words.push(format!("{name}={value}"));
    }
    let flags = FLAGS.into_iter().filter(|name| arguments.flag(name)).map(String::from);
    words.extend(flags.collect::<Vec<_>>());
    let folder = arguments.value("--dist")?;
    arguments.end(&[&VALUES[..], &FLAGS, &["--dist"]].concat())?;
    let is_domain = words.iter().any(|word| word == "--domain");
    let workspace = Workspace::find()?;
    let site = build::site(&workspace, folder.as_deref(), None)?;
    bench::bench(&workspace, bench::Plan { site, is_domain, words })
}

/// Hands over to the checker, a program of its own.
fn content(mut arguments: Arguments) -> Result {
    let command = arguments.command().unwrap_or_default();
    let mut words = vec![command.clone()];
    match command.as_str() {
        "check" => {
            words.extend(arguments.value("--lang")?.map(|lang| format!("--lang={lang}")));
            words.extend(arguments.word().map(|folder| absolute(&folder)));
        }
        "schema" => {}
        unknown => return no_command(&format!("content {unknown}"), &CONTENT_COMMANDS),
    }
    arguments.end(&["--lang"])?;
    hand_over(check::content(&Workspace::find()?, &words))
}

/// Hands over to the engine of the self-check, which reads files where the caller stands.
fn quiz(arguments: Arguments) -> Result {
    let mut words = arguments.rest();
    words.push(format!("--from={}", absolute(".")));
    hand_over(check::quiz(&Workspace::find()?, &words))
}

fn hand_over(mut program: Command) -> Result {
    match program.status() {
        Ok(status) if status.success() => Ok(()),
        // The program has said what there is to say.
        Ok(_) => fail(""),
        Err(error) => Err(Failure(format!("`cargo` did not start: {error}."))),
    }
}

/// What the caller means by a folder, whatever folder the checker starts in.
fn absolute(folder: &str) -> String {
    std::path::absolute(Path::new(folder)).map_or(folder.into(), |path| path.display().to_string())
}

fn no_command(unknown: &str, known: &[&str]) -> Result {
    let hint = arguments::nearest(unknown, known);
    let hint = hint.map_or(String::new(), |near| format!(" Did you mean `{near}`?"));
    let unknown = unknown.trim();
    fail(format!("There is no command `{unknown}`.{hint} `cargo xtask help` lists them all."))
}

fn help() -> Result {
    print!("{HELP}");
    Ok(())
}
