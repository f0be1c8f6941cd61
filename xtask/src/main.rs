//! `cargo xtask`: everything one does with the portal besides writing it.

mod arguments;
mod build;
mod compress;
mod headers;
mod html;
mod run;
mod serve;
mod server;
mod tools;
mod weights;

use arguments::Arguments;
use run::{Result, Workspace, fail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  serve [--dev] [--port 8080] [--base /sub/path/] [--no-build] [--dist DIR]
            Install what is missing, build the release and serve it with the production headers.
            --dev: a quick build, made again whenever a source changes.
  build [--base /sub/path/] [--dist DIR]
            Write the release to dist/, compressed and weighed.
  check     Formatting, clippy on every target, house rules.
  test      check, every test, the content, the release and its weights, the browser tests.
  content check [DIR] [--lang en]
            Read every content file; name each problem with its line and its cure.
  content schema
            Write the JSON Schema files that editors' programs use.
  help      These lines.
";

const COMMANDS: [&str; 6] = ["serve", "build", "check", "test", "content", "help"];

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn start() -> Result {
    let mut arguments = Arguments::new(std::env::args().skip(1).collect());
    if arguments.flag("--help") || arguments.flag("-h") {
        return help();
    }
    let Some(command) = arguments.next() else { return help() };
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
            let (folder, base) = (arguments.value("--dist")?, arguments.value("--base")?);
            arguments.end(&["--dist", "--base"])?;
            let workspace = Workspace::find()?;
            build::release(
                &workspace,
                &build::site(&workspace, folder.as_deref(), base.as_deref())?,
            )
        }
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

fn help() -> Result {
    print!("{HELP}");
    Ok(())
}
