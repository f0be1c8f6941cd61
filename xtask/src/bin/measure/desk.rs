//! The command line and the files of a command, and how it refuses them.

use crate::words::{Lang, message};
use std::fmt::Display;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use xtask::arguments::Arguments;
use xtask::run::{Failure, Result, fail};

/// What a command works with.
pub(crate) struct Desk {
    pub(crate) arguments: Arguments,
    lang: Lang,
    /// The folder in which the person typed the command.
    from: PathBuf,
}

/// A text and the name of the file or option it came from.
pub(crate) struct Text {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Text {
    /// `name:line` of a part of the text.
    pub(crate) fn place(&self, part: &str) -> String {
        let start = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let before = self.text.as_bytes().get(..start).unwrap_or_default();
        self.line(1 + before.iter().filter(|byte| **byte == b'\n').count())
    }

    /// `name:line`.
    pub(crate) fn line(&self, line: usize) -> String {
        format!("{}:{}", self.name, line.max(1))
    }
}

impl Desk {
    pub(crate) fn new(mut arguments: Arguments) -> Result<Self> {
        let lang = match arguments.value("--lang")?.as_deref() {
            None | Some("vi") => Lang::Vietnamese,
            Some("en") => Lang::English,
            Some(code) => {
                return fail(format!(
                    "`{code}` is not a language of the messages: write `--lang vi` or `--lang en`."
                ));
            }
        };
        let from = arguments.value("--from")?.unwrap_or_else(|| ".".into()).into();
        Ok(Self { arguments, lang, from })
    }

    /// Refuses the input, with the place, the cause and the cure.
    pub(crate) fn refuse<T>(&self, place: &str, name: &str, details: &[&dyn Display]) -> Result<T> {
        let details: Vec<String> = details.iter().map(ToString::to_string).collect();
        Err(Failure(message(self.lang, place, name, &details)))
    }

    /// The value of an option that must be there; `example` shows the command.
    pub(crate) fn needed(&mut self, option: &str, example: &str) -> Result<String> {
        match self.arguments.value(option)? {
            Some(value) => Ok(value),
            None => self.refuse("cargo xtask quiz", "option-missing", &[&option, &example]),
        }
    }

    /// The value of an option as a whole number within bounds.
    pub(crate) fn number(&mut self, option: &str, default: u32, bounds: [u32; 2]) -> Result<u32> {
        let Some(text) = self.arguments.value(option)? else { return Ok(default) };
        let [least, most] = bounds;
        match text.parse() {
            Ok(number) if (least..=most).contains(&number) => Ok(number),
            _ => {
                let details: [&dyn Display; 4] = [&option, &least, &most, &text];
                self.refuse("cargo xtask quiz", "option-number", &details)
            }
        }
    }

    /// A path as the person meant it.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.from.join(path)
    }

    /// The text of a file, without the mark that some editors put first.
    pub(crate) fn read(&self, path: &str) -> Result<Text> {
        self.read_at(&self.path(path), path)
    }

    /// The text of a file that messages call by a name.
    pub(crate) fn read_at(&self, path: &Path, name: &str) -> Result<Text> {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return self.refuse(name, "file-none", &[]);
            }
            Err(error) => return self.refuse(name, "file", &[&error]),
        };
        match String::from_utf8(bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{FEFF}').map_or(text.clone(), String::from);
                Ok(Text { name: name.into(), text })
            }
            Err(error) => {
                let good = error.as_bytes().get(..error.utf8_error().valid_up_to());
                let n_lines = good.unwrap_or_default().iter().filter(|b| **b == b'\n').count();
                self.refuse(&format!("{name}:{}", 1 + n_lines), "utf8", &[])
            }
        }
    }

    /// Parses JSON, and refuses what is none with its line.
    pub(crate) fn json<'a, T: serde::Deserialize<'a>>(&self, text: &'a Text) -> Result<T> {
        serde_json::from_str(&text.text)
            .or_else(|error| self.refuse(&text.line(error.line()), "json", &[&error.column()]))
    }
}
