//! The words of each question: whole in every language, short, plain, and safe to follow.

use std::collections::BTreeMap;

use super::super::super::quiz::item::{Item, ItemKind, ItemWords};
use super::super::super::quiz::screen::flat;
use super::super::desk::{Desk, Findings};
use super::super::marks;
use super::super::nearest::nearest;
use super::super::plain_words::sentences;
use super::super::source::Node;
use super::{Entry, N_DOMAINS, QuizFault, domain_file, problem, words};

/// Syllables of a question before its options.
const MOST_STEM: usize = 45;
/// The end of every official address, and the whole of what some questions teach.
const OFFICIAL: [&str; 2] = [".gov.vn", "gov.vn"];
/// Invented addresses end so, and nobody can ever own one.
const INVENTED: &str = ".example";

/// The words of the questions of one language, by their ids.
pub(super) struct Words {
    pub(super) lang: String,
    pub(super) items: BTreeMap<String, ItemWords>,
}

/// Checks the words of every language and hands them on.
pub(super) fn check(desk: &Desk, entries: &[Entry], found: &mut Findings) -> Vec<Words> {
    let mut all = Vec::new();
    for lang in &desk.langs {
        let mut items = BTreeMap::new();
        for domain in 1..=N_DOMAINS {
            let file = domain_file(lang, domain);
            let own: Vec<&Entry> = entries.iter().filter(|entry| entry.domain == domain).collect();
            pairs(desk, &file, &own, found);
            for (node, words) in desk.records::<ItemWords>(&file, "*") {
                let sheet = Sheet { file: &file, lang, node, words: &words };
                if let Some(entry) = own.iter().find(|entry| entry.item.id == words.id) {
                    sheet.shape(&entry.item, found);
                }
                sheet.language(found);
                items.insert(words.id.clone(), words);
            }
        }
        all.push(Words { lang: lang.clone(), items });
    }
    all
}

/// Every question has words in the file of its domain, and all words a question.
fn pairs(desk: &Desk, file: &str, own: &[&Entry], found: &mut Findings) {
    let Some(root) = desk.tree(file) else { return };
    let texts = root.all("*.id");
    let has = |id: &str| texts.iter().any(|node| node.text() == Some(id));
    for entry in own.iter().filter(|entry| !has(&entry.item.id)) {
        entry.fault("id", QuizFault::NoWords { file: file.into() }, found);
    }
    let shared = domain_file("shared", own.first().map_or(0, |entry| entry.domain));
    let Some(model) = desk.tree(&shared) else { return };
    let ids: Vec<&str> = model.all("*.id").into_iter().filter_map(Node::text).collect();
    for node in texts.iter().filter(|node| node.text().is_some_and(|id| !ids.contains(&id))) {
        let id = node.text().unwrap_or("");
        let suggestion = nearest(id, ids.iter().copied().filter(|id| !has(id)));
        let fault = QuizFault::StrayWords { file: shared.clone(), suggestion };
        found.of(file, node, problem(id, fault));
    }
}

/// The words of one question in one language.
struct Sheet<'a> {
    file: &'a str,
    lang: &'a str,
    node: &'a Node,
    words: &'a ItemWords,
}

impl Sheet<'_> {
    fn fault(&self, at: &Node, fault: QuizFault, found: &mut Findings) {
        found.of(self.file, at, problem(&self.words.id, fault));
    }

    /// The options and texts that a question of this kind has.
    fn shape(&self, item: &Item, found: &mut Findings) {
        let Self { node, words, .. } = self;
        let options = node.seek("options");
        for name in item.options.iter().filter(|name| !words.options.contains_key(*name)) {
            self.fault(options, QuizFault::NoOptionWords { name: name.clone() }, found);
        }
        for option in options.entries().iter().filter(|one| !item.options.contains(&one.key)) {
            let kind = problem(&words.id, QuizFault::StrayOptionWords { name: option.key.clone() });
            found.at(self.file, option.start, kind);
        }
        let (is_match, is_spot) = (item.kind == ItemKind::Match, item.kind == ItemKind::Spot);
        let is_drawn = is_spot || item.kind == ItemKind::Tap;
        // What is put in order or together says nothing as a whole unless this does.
        let is_whole = is_match || item.kind == ItemKind::Order;
        let texts = [
            ("from", is_drawn, !is_drawn, words.from.is_some()),
            ("verdicts", is_spot, !is_spot, words.verdicts.is_some()),
            ("explain", is_whole, false, words.explain.is_some()),
        ];
        for (key, is_needed, is_stray, is_there) in texts {
            if is_needed && !is_there {
                self.fault(node.seek("id"), QuizFault::LacksText { key }, found);
            } else if is_stray && is_there {
                self.fault(node.seek(key), QuizFault::StrayText { key }, found);
            }
        }
        let mut partners: Vec<&str> = Vec::new();
        for option in options.entries() {
            let key = "partner";
            match option.node.get(key) {
                None if is_match => self.fault(&option.node, QuizFault::LacksText { key }, found),
                Some(node) if !is_match => self.fault(node, QuizFault::StrayText { key }, found),
                Some(node) => {
                    let partner = node.text().unwrap_or("");
                    if partners.contains(&partner) {
                        let partner = partner.into();
                        self.fault(node, QuizFault::SamePartner { partner }, found);
                    }
                    partners.push(partner);
                }
                None => {}
            }
        }
    }

    /// Length, plainness and addresses of every text.
    fn language(&self, found: &mut Findings) {
        let stem = self.node.seek("stem");
        let length = syllables(&self.words.stem);
        if length > MOST_STEM {
            self.fault(stem, QuizFault::LongStem { found: length }, found);
        }
        if let Some(word) = hidden_not(&self.words.stem, self.lang) {
            self.fault(stem, QuizFault::HiddenNot { word }, found);
        }
        let most = words::most_syllables(self.lang);
        for (_, node) in self.node.texts().into_iter().filter(|(key, _)| *key != "id") {
            let text = flat(node.text().unwrap_or(""));
            for sentence in sentences(&text) {
                let length = syllables(sentence);
                if length > most {
                    let start: Vec<&str> = sentence.split_whitespace().take(5).collect();
                    let start = start.join(" ");
                    let fault = QuizFault::LongSentence { found: length, most, start };
                    self.fault(node, fault, found);
                }
            }
            let lower = text.to_lowercase();
            if let Some(phrase) = words::ALL_OF_THE_ABOVE.iter().find(|one| lower.contains(**one)) {
                let fault = QuizFault::AllOfTheAbove { found: (*phrase).into() };
                self.fault(node, fault, found);
            }
            for found_address in addresses(&text) {
                self.fault(node, QuizFault::Address { found: found_address }, found);
            }
        }
    }
}

/// Words between spaces: what Vietnamese spelling calls a syllable.
fn syllables(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// The word that turns what is asked around, when it does not stand out.
///
/// Only sentences that ask are looked at: those that end in a question mark, and the last
/// one. What somebody says in the scene is not asked, and a "not" right before a stop or
/// comma asks whether.
fn hidden_not(stem: &str, lang: &str) -> Option<String> {
    let outside: String =
        stem.split(['\u{201c}', '\u{201d}']).step_by(2).collect::<Vec<_>>().join(" ");
    let all: Vec<&str> = sentences(&outside).into_iter().filter(|one| syllables(one) > 0).collect();
    let last = all.last().copied();
    let asking = all.into_iter().filter(|one| one.trim_end().ends_with('?') || Some(*one) == last);
    for sentence in asking {
        for plain in sentence.split("**").step_by(2) {
            let words: Vec<&str> = plain.split_whitespace().collect();
            for (n, word) in words.iter().enumerate() {
                let is_last = word.ends_with([',', '.', '?', '!', ':', ';', '\u{2026}']);
                let next = words.get(n + 1).copied().unwrap_or("");
                let trimmed = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
                if !is_last && words::is_negation(lang, &trimmed, next) {
                    return Some(trimmed);
                }
            }
        }
    }
    None
}

/// Addresses in a text that are neither official nor invented, in small letters.
fn addresses(text: &str) -> Vec<String> {
    let mut hosts = marks::hosts(text);
    // What has a scheme, a path or three letters before its name is an address whatever its end.
    for word in text.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_lowercase();
        let bare = word.rsplit("://").next().unwrap_or(&word);
        let name = bare.split('/').next().unwrap_or(bare);
        let is_name = name.split('.').count() > 1
            && name.split('.').all(|part| {
                !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            })
            && name.bytes().any(|b| b.is_ascii_alphabetic());
        let is_address = word.contains("://") || bare.contains('/') || name.starts_with("www.");
        if is_name && is_address && !hosts.iter().any(|host| host == name) {
            hosts.push(name.into());
        }
    }
    hosts.retain(|host| !OFFICIAL.contains(&host.as_str()) && !host.ends_with(OFFICIAL[0]));
    hosts.retain(|host| !host.ends_with(INVENTED));
    hosts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_by_more_than_its_end() {
        let table: [(&str, &[&str]); 7] = [
            ("Xem dichvucong.gov.vn, .gov.vn, a-gov.vn.example/nop.", &[]),
            ("Mở bit.ly/abc hoặc https://la.la/x.", &["bit.ly", "la.la"]),
            ("www.ngan-hang.shop", &["www.ngan-hang.shop"]),
            ("Vào dichvucong-gov.vn.", &["dichvucong-gov.vn"]),
            ("Tải thiep.pdf ngày 12/5, giá 1.250.000 đồng.", &[]),
            ("Hạng 15/34, 2.5/3, v.v.", &[]),
            ("Viết cho a@b.com", &["a@b.com"]),
        ];
        for (text, expected) in table {
            assert_eq!(addresses(text), expected, "{text}");
        }
    }

    #[test]
    fn a_not_in_what_is_asked_stands_out() {
        let table = [
            ("vi", "Việc nào không nên làm?", Some("không")),
            ("vi", "Việc nào **không** nên làm?", None),
            ("vi", "Máy không lên. Làm gì?", None),
            ("vi", "Muốn biết có tên mình không, làm gì?", None),
            ("vi", "Họ nói: “Sao bạn chưa trả?” Bạn làm gì?", None),
            ("vi", "Xếp để không mất ảnh.", Some("không")),
            ("vi", "Tầng không gian nào rộng nhất?", None),
            ("en", "Which is not safe?", Some("not")),
            ("en", "Which one shouldn't you send?", Some("shouldn't")),
            ("en", "It did not go. Tap two lines.", None),
            ("en", "Is it true or not?", None),
        ];
        for (lang, stem, expected) in table {
            assert_eq!(hidden_not(stem, lang).as_deref(), expected, "{stem}");
        }
    }
}
