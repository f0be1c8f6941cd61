//! The marks of every text: whether they read, and whether links lead somewhere.

use super::super::indicator::FigureAt;
use super::super::source::{Hosts, host};
use super::super::text::{self, Mark, MarkErrorKind, Target};
use super::desk::{Desk, Findings};
use super::ids::Ids;
use super::kind::{ProblemKind, Shelf};
use super::nearest::nearest;
use super::source::Node;

/// Keys whose values are ids, addresses or signs, not texts.
const SIGNS: [&str; 8] = ["id", "slug", "fact", "term", "explainer", "icon", "tone", "see"];
/// Keys whose texts are shown as they stand.
const PLAIN: [&str; 22] = [
    "aliases",
    "buttons",
    "by",
    "choice",
    "description",
    "doors_title",
    "fields",
    "figures",
    "former",
    "from",
    "issuer",
    "keywords",
    "kicker",
    "meta",
    "name",
    "names",
    "parts",
    "pillars_title",
    "statement",
    "task",
    "tasks_title",
    "title",
];
/// Endings that make a word with a full stop look like an address.
const ENDINGS: [&str; 16] = [
    "app", "cc", "club", "com", "edu", "gov", "icu", "info", "io", "me", "net", "online", "org",
    "top", "vn", "xyz",
];

/// Whether a value under this key is a text people read.
pub(super) fn is_text(key: &str) -> bool {
    !SIGNS.contains(&key)
}

/// Whether a text under this key may carry marks.
pub(super) fn is_rich(key: &str) -> bool {
    is_text(key) && !PLAIN.contains(&key)
}

/// Checks the marks of every text.
pub(super) fn check(desk: &Desk, ids: &Ids, found: &mut Findings) {
    let hosts: Vec<(&Node, Hosts)> = desk.records("shared/hosts.json", "");
    let check = Check { desk, ids, hosts: hosts.into_iter().next().map(|(_, hosts)| hosts) };
    for (file, _, root) in desk.prose() {
        for (key, node) in root.texts() {
            match node.text() {
                Some(text) if key == "see" => check.address(file, node, text, 0, found),
                Some(text) if key == "term" && file.ends_with("/glossary.json") => {
                    check.plain_hosts(file, node, text, found);
                }
                Some(text) if is_text(key) => check.text(file, key, node, text, found),
                _ => {}
            }
        }
    }
    let file = "shared/indicators.json";
    for path in ["*.parts.*.series.*.*", "*.parts.*.targets.*"] {
        for (node, at) in desk.records::<FigureAt>(file, path) {
            let miss = check.figure(&at.fact, at.number).filter(|_| at.number != 1);
            miss.into_iter().for_each(|kind| found.of(file, node.seek("number"), kind));
        }
    }
    let addresses =
        [("shared/sources.json", "*.url", ""), ("shared/channels.json", "*.address", "https://")];
    for (file, path, scheme) in addresses {
        for node in desk.tree(file).map(|root| root.all(path)).unwrap_or_default() {
            // A channel may be a telephone number.
            let is_number = |text: &&str| text.bytes().all(|b| b.is_ascii_digit());
            let text = node.text().filter(|text| scheme.is_empty() || !is_number(text));
            let address = text.map(|text| [scheme, text].concat());
            // Where a source was read may be an address without a key: it is named, not linked.
            let is_named = |url: &String| {
                scheme.is_empty() && check.hosts.as_ref().is_some_and(|hosts| hosts.knows(url))
            };
            let address = address.filter(|url| !is_named(url));
            if let Some(host) = address.and_then(|url| check.unlisted(&url)) {
                found.of(file, node, ProblemKind::UnlistedHost { host });
            }
        }
    }
}

struct Check<'a> {
    desk: &'a Desk<'a>,
    ids: &'a Ids,
    hosts: Option<Hosts>,
}

impl Check<'_> {
    fn text(&self, file: &str, key: &str, node: &Node, text: &str, found: &mut Findings) {
        let place = |offset| self.place(file, node, offset);
        match text::marks(text) {
            Err(error) if error.kind == MarkErrorKind::UnknownTarget => {
                let rest = text.get(error.offset..).unwrap_or("");
                let address = rest.split_once("](").and_then(|(_, rest)| rest.split_once(')'));
                let address = address.map_or("", |(address, _)| address);
                found.at(file, place(error.offset), unknown_target(address));
            }
            Err(error) => found.at(file, place(error.offset), ProblemKind::Mark(error.kind)),
            Ok(marks) => {
                if !is_rich(key) && marks.iter().any(|mark| !matches!(mark, Mark::Plain(_))) {
                    found.of(file, node, ProblemKind::MarkInPlainText);
                }
                self.marks(file, node, text, &marks, found);
                self.plain_hosts(file, node, &text::plain(&marks), found);
            }
        }
    }

    /// Where in the file a byte of a text stands.
    fn place(&self, file: &str, node: &Node, offset: usize) -> usize {
        self.desk.sources.get(file).map_or(node.start, |source| source.inside(node, offset))
    }

    fn marks(&self, file: &str, node: &Node, text: &str, marks: &[Mark], found: &mut Findings) {
        for mark in marks {
            let (signs, kind) = match mark {
                Mark::Plain(_) => continue,
                Mark::Strong(inner) => {
                    self.marks(file, node, text, inner, found);
                    continue;
                }
                Mark::Link { label, target } => (vec![format!("[{label}](")], self.miss(target)),
                Mark::Figure { fact, number, .. } => {
                    let numbered = format!("{{{fact}.{number}");
                    let signs = vec![numbered, format!("{{{fact}|"), format!("{{{fact}}}")];
                    (signs, self.figure(fact, *number))
                }
            };
            if let Some(kind) = kind {
                let offset = signs.iter().find_map(|sign| text.find(sign)).unwrap_or(0);
                found.at(file, self.place(file, node, offset), kind);
            }
        }
    }

    fn address(&self, file: &str, node: &Node, text: &str, offset: usize, found: &mut Findings) {
        let kind = match text::target(text) {
            Some(target) => self.miss(&target),
            None => Some(unknown_target(text)),
        };
        kind.into_iter().for_each(|kind| found.at(file, self.place(file, node, offset), kind));
    }

    fn miss(&self, target: &Target) -> Option<ProblemKind> {
        let (shelf, id) = match target {
            Target::Explainer(id) => (Shelf::Explainer, id),
            Target::Term(id) => (Shelf::Term, id),
            Target::Document(id) => (Shelf::Document, id),
            Target::Organisation(id) => (Shelf::Organisation, id),
            Target::Pillar(id) => (Shelf::Pillar, id),
            Target::Page(id) => (Shelf::Page, id),
            Target::Phone(_) => return None,
            Target::Web(url) => {
                return self.unlisted(url).map(|host| ProblemKind::UnlistedHost { host });
            }
        };
        self.ids.miss(shelf, id)
    }

    fn figure(&self, fact: &str, number: usize) -> Option<ProblemKind> {
        if let Some(miss) = self.ids.miss(Shelf::Fact, fact) {
            return Some(miss);
        }
        let facts = self.desk.tree("shared/facts.json")?;
        let is_it = |node: &&Node| node.get("id").and_then(Node::text) == Some(fact);
        let count = facts.items().iter().find(is_it)?.get("figures")?.items().len();
        let kind = ProblemKind::NoFigure { fact: fact.into(), number, count };
        (number > count.max(1)).then_some(kind)
    }

    /// The host of an address that must not become a link (T16).
    fn unlisted(&self, url: &str) -> Option<String> {
        let hosts = self.hosts.as_ref()?;
        let name = host(url);
        let is_fine = hosts.allow(url) || name.is_some_and(|name| name.ends_with(".example"));
        (!is_fine).then(|| name.unwrap_or(url).into())
    }

    /// Addresses written as words: people type them, so they count as links.
    fn plain_hosts(&self, file: &str, node: &Node, text: &str, found: &mut Findings) {
        for host in hosts(text) {
            let host = self.unlisted(&["https://", &host].concat());
            host.into_iter()
                .for_each(|host| found.of(file, node, ProblemKind::MentionedHost { host }));
        }
    }
}

/// Names of hosts in a text, in small letters.
pub(super) fn hosts(text: &str) -> Vec<String> {
    let mut hosts = Vec::new();
    for word in text.split_whitespace().filter(|word| word.contains('.')) {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let name = word.rsplit("//").next().unwrap_or(word).split('/').next().unwrap_or(word);
        let is_address = |(head, ending): (&str, &str)| {
            ENDINGS.contains(&ending) && head.chars().next_back().is_some_and(char::is_alphanumeric)
        };
        if name.to_lowercase().rsplit_once('.').is_some_and(is_address) {
            hosts.push(name.to_lowercase());
        }
    }
    hosts
}

fn unknown_target(address: &str) -> ProblemKind {
    let kinds = ["explainer", "term", "document", "organisation", "pillar", "page", "tel"];
    let (kind, rest) = address.split_once(':').unwrap_or((address, ""));
    let meant = if kinds.contains(&kind) { None } else { nearest(kind, kinds) };
    let suggestion = meant.map(|kind| format!("{kind}:{rest}"));
    ProblemKind::UnknownTarget { address: address.into(), suggestion }
}
