//! What keeps a file from being JSON.

/// Why a file is not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxKind {
    Empty,
    MissingComma,
    TrailingComma,
    ExtraComma,
    CurlyQuote,
    SingleQuote,
    /// A straight quote inside a text.
    InnerQuote,
    UnclosedText,
    Unclosed {
        bracket: char,
    },
    /// Something follows the last bracket.
    AfterEnd,
    DuplicateKey {
        key: String,
    },
    Comment,
    MissingColon {
        key: String,
    },
    MissingValue {
        key: String,
    },
    BareKey {
        key: String,
    },
    BareWord {
        word: String,
    },
    BadNumber {
        found: String,
    },
    BadEscape {
        found: char,
    },
    ControlInText {
        code: u32,
    },
    Unexpected {
        found: char,
    },
    TooDeep,
}
