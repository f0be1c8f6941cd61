//! The marks of authored text: strong, links, figures.

/// What a link points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Explainer(String),
    Term(String),
    Document(String),
    Organisation(String),
    Pillar(String),
    Page(String),
    Phone(String),
    Web(String),
}

/// A piece of authored text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    Plain(String),
    Strong(Vec<Mark>),
    Link {
        label: String,
        target: Target,
    },
    /// Fact id, figure number from 1, and the author's own wording.
    Figure {
        fact: String,
        number: usize,
        wording: Option<String>,
    },
}

/// Why a text cannot be read; the byte offset says where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkError {
    pub offset: usize,
    pub kind: MarkErrorKind,
}

/// What is wrong with a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkErrorKind {
    OpenStrong,
    OpenFigure,
    OpenLink,
    EmptyLabel,
    UnknownTarget,
    FigureNumber,
}

/// Reads the target of a link.
#[must_use]
pub fn target(text: &str) -> Option<Target> {
    if text.starts_with("https://") {
        return Some(Target::Web(text.into()));
    }
    let (kind, rest) = text.split_once(':')?;
    let id = || Some(String::from(rest)).filter(|id| is_id(id));
    match kind {
        "explainer" => id().map(Target::Explainer),
        "term" => id().map(Target::Term),
        "document" => id().map(Target::Document),
        "organisation" => id().map(Target::Organisation),
        "pillar" => id().map(Target::Pillar),
        "page" => id().map(Target::Page),
        "tel" => Some(Target::Phone(rest.into()))
            .filter(|_| (1..=15).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_digit())),
        _ => None,
    }
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// Reads an authored text into its marks.
///
/// # Errors
/// The first mark that is not closed or does not read.
pub fn marks(text: &str) -> Result<Vec<Mark>, MarkError> {
    read(text, 0)
}

fn read(text: &str, base: usize) -> Result<Vec<Mark>, MarkError> {
    let mut marks = Vec::new();
    let mut plain = 0;
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['*', '[', '{'])) {
        let start = at + found;
        let rest = text.get(start..).unwrap_or("");
        let fail = |kind| MarkError { offset: base + start, kind };
        let (mark, length) = if let Some(inner) = rest.strip_prefix("**") {
            let end = inner.find("**").ok_or(fail(MarkErrorKind::OpenStrong))?;
            (Mark::Strong(read(inner.get(..end).unwrap_or(""), base + start + 2)?), end + 4)
        } else if let Some(inner) = rest.strip_prefix('{') {
            let end = inner.find('}').ok_or(fail(MarkErrorKind::OpenFigure))?;
            (figure(inner.get(..end).unwrap_or("")).map_err(fail)?, end + 2)
        } else if let Some(inner) = rest.strip_prefix('[') {
            let middle = inner.find("](").ok_or(fail(MarkErrorKind::OpenLink))?;
            let address = inner.get(middle + 2..).unwrap_or("");
            let end = address.find(')').ok_or(fail(MarkErrorKind::OpenLink))?;
            let label = inner.get(..middle).unwrap_or("");
            if label.trim().is_empty() {
                return Err(fail(MarkErrorKind::EmptyLabel));
            }
            let target = target(address.get(..end).unwrap_or(""));
            let target = target.ok_or(fail(MarkErrorKind::UnknownTarget))?;
            (Mark::Link { label: label.into(), target }, middle + end + 4)
        } else {
            at = start + 1;
            continue;
        };
        push_plain(&mut marks, text.get(plain..start));
        marks.push(mark);
        at = start + length;
        plain = at;
    }
    push_plain(&mut marks, text.get(plain..));
    Ok(marks)
}

fn push_plain(marks: &mut Vec<Mark>, text: Option<&str>) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        marks.push(Mark::Plain(text.into()));
    }
}

fn figure(inner: &str) -> Result<Mark, MarkErrorKind> {
    let (id, wording) = match inner.split_once('|') {
        Some((id, wording)) => (id, Some(wording)),
        None => (inner, None),
    };
    let (fact, number) = match id.split_once('.') {
        Some((fact, number)) => {
            (fact, number.parse().ok().filter(|number| (1..100).contains(number)))
        }
        None => (id, Some(1)),
    };
    let number = number.ok_or(MarkErrorKind::FigureNumber)?;
    if !is_id(fact) || wording.is_some_and(|wording| wording.trim().is_empty()) {
        return Err(MarkErrorKind::EmptyLabel);
    }
    Ok(Mark::Figure { fact: fact.into(), number, wording: wording.map(Into::into) })
}

/// The words of marks as readers see them, figures by their wording only.
#[must_use]
pub fn plain(marks: &[Mark]) -> String {
    let mut out = String::new();
    for mark in marks {
        match mark {
            Mark::Plain(text) | Mark::Link { label: text, .. } => out.push_str(text),
            Mark::Strong(inner) => out.push_str(&plain(inner)),
            Mark::Figure { wording, .. } => out.push_str(wording.as_deref().unwrap_or("0")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_fails(text: &str, offset: usize, kind: MarkErrorKind) {
        assert_eq!(marks(text), Err(MarkError { offset, kind }), "{text}");
    }

    #[test]
    fn marks_read_in_order() {
        let read = marks("**Gọi {kc-01|113}** ở [đây](term:otp), 2*3 {qt-08.2}.").unwrap();
        let figure = |fact: &str, number, wording: Option<&str>| Mark::Figure {
            fact: fact.into(),
            number,
            wording: wording.map(Into::into),
        };
        let expected = vec![
            Mark::Strong(vec![Mark::Plain("Gọi ".into()), figure("kc-01", 1, Some("113"))]),
            Mark::Plain(" ở ".into()),
            Mark::Link { label: "đây".into(), target: Target::Term("otp".into()) },
            Mark::Plain(", 2*3 ".into()),
            figure("qt-08", 2, None),
            Mark::Plain(".".into()),
        ];
        assert_eq!(read, expected);
    }

    #[test]
    fn an_open_mark_is_an_error_at_its_place() {
        check_fails("a **b", 2, MarkErrorKind::OpenStrong);
        check_fails("xin {kt-01", 4, MarkErrorKind::OpenFigure);
        check_fails("[a](b", 0, MarkErrorKind::OpenLink);
        check_fails("[](term:otp)", 0, MarkErrorKind::EmptyLabel);
        check_fails("**x [a](javascript:alert)**", 4, MarkErrorKind::UnknownTarget);
        check_fails("{kt-01.0}", 0, MarkErrorKind::FigureNumber);
    }
}
