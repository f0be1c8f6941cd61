//! The engine of the self-check on the command line, for those who check its numbers.

mod bank;
mod codes;
mod coverage;
mod desk;
mod people;
mod questions;
mod score;
mod words;

use desk::Desk;
use std::process::ExitCode;
use xtask::arguments::{self, Arguments};
use xtask::run::{Result, fail};

const COMMANDS: [&str; 6] = ["score", "path", "encode", "decode", "simulate", "items"];

fn main() -> ExitCode {
    match start(Arguments::new(std::env::args().skip(1).collect())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn start(mut arguments: Arguments) -> Result {
    let command = arguments.word().unwrap_or_default();
    let desk = &mut Desk::new(arguments)?;
    match command.as_str() {
        "score" if desk.arguments.has("--responses") => bank::responses(desk),
        "score" => score::patterns(desk),
        "path" => score::path(desk),
        "encode" => codes::encode(desk),
        "decode" => codes::decode(desk),
        "simulate" => people::people(desk),
        "items" => coverage::items(desk),
        unknown => {
            let hint = arguments::nearest(unknown, &COMMANDS);
            let hint = hint.map_or(String::new(), |near| format!(" Did you mean `{near}`?"));
            fail(format!(
                "There is no command `quiz {unknown}`.{hint} `cargo xtask help` lists them all."
            ))
        }
    }
}
