//! The words after `cargo xtask`.

use crate::run::{Result, fail};

/// What is left to read of the command line.
pub struct Arguments(Vec<String>);

impl Arguments {
    pub fn new(words: Vec<String>) -> Self {
        Self(words)
    }

    /// Takes the first word that is left.
    pub fn command(&mut self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.remove(0))
    }

    /// Takes the first word that is left, when it is not an option.
    pub fn word(&mut self) -> Option<String> {
        if self.0.first()?.starts_with("--") { None } else { self.command() }
    }

    /// Takes `name`, and tells whether it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|word| word != name);
        self.0.len() < before
    }

    /// Whether `name` is there, with or without a value; takes nothing.
    pub fn has(&self, name: &str) -> bool {
        let is_it = |word: &String| {
            word.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
        };
        self.0.iter().any(is_it)
    }

    /// Takes `name value` or `name=value`.
    pub fn value(&mut self, name: &str) -> Result<Option<String>> {
        let joined = |word: &str| Some(word.strip_prefix(name)?.strip_prefix('=')?.to_owned());
        if let Some(index) = self.0.iter().position(|word| joined(word).is_some()) {
            return Ok(joined(&self.0.remove(index)));
        }
        let Some(index) = self.0.iter().position(|word| word == name) else { return Ok(None) };
        self.0.remove(index);
        if index < self.0.len() && !self.0[index].starts_with("--") {
            return Ok(Some(self.0.remove(index)));
        }
        fail(format!("`{name}` needs a value after it: see `cargo xtask help`."))
    }

    /// All words that nobody took, for a program that reads them itself.
    pub fn rest(self) -> Vec<String> {
        self.0
    }

    /// Refuses whatever nobody took.
    pub fn end(&self, known: &[&str]) -> Result {
        let Some(word) = self.0.first() else { return Ok(()) };
        let hint =
            nearest(word, known).map_or(String::new(), |near| format!(" Did you mean `{near}`?"));
        fail(format!("`{word}` is not understood here.{hint} See `cargo xtask help`."))
    }
}

/// The known word that is closest to a mistyped one, when it is close.
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let near = known.iter().map(|name| (distance(word, name), *name)).min()?;
    (near.0 <= 2 && near.0 < word.chars().count()).then_some(near.1)
}

/// How many letters to add, drop or change.
fn distance(from: &str, to: &str) -> usize {
    let to = to.chars().collect::<Vec<_>>();
    let mut row = (0..=to.len()).collect::<Vec<_>>();
    for letter in from.chars() {
        let mut diagonal = row[0];
        row[0] += 1;
        for (index, other) in to.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[index + 1];
            row[index + 1] = changed.min(diagonal + 1).min(row[index] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(text: &str) -> Arguments {
        Arguments::new(text.split_whitespace().map(String::from).collect())
    }

    #[test]
    fn a_value_follows_its_name() {
        for text in ["--port 81 --dev", "--dev --port=81"] {
            let mut arguments = arguments(text);
            assert_eq!(arguments.value("--port").unwrap().as_deref(), Some("81"), "{text}");
            assert!(arguments.has("--dev") && arguments.flag("--dev"), "{text}");
            assert!(!arguments.has("--dev") && !arguments.has("--port"), "{text}");
            assert!(arguments.end(&[]).is_ok(), "{text}");
        }
        assert!(arguments("--port").value("--port").is_err());
        assert!(arguments("--port --dev").value("--port").is_err());
    }

    #[test]
    fn a_slip_is_answered_with_the_nearest_word() {
        let known = ["serve", "build", "check"];
        for (word, wanted) in [
            ("sevre", Some("serve")),
            ("biuld", Some("build")),
            ("chek", Some("check")),
            ("xyz", None),
        ] {
            assert_eq!(nearest(word, &known), wanted, "{word}");
        }
        let failure = arguments("--prot").end(&["--port"]).unwrap_err();
        assert!(failure.0.contains("`--port`"), "{failure}");
    }
}
