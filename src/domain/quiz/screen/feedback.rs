//! What follows an answer: right or not, why, and one thing to do today.

use super::super::super::interface::{Phrases, fill};
use super::super::super::tree::Element;
use super::super::answer::{Answer, Decision};
use super::super::deck::{Question, Row};
use super::super::item::ItemKind;
use super::question::head;
use super::{button, count, flat, icon, line, rich, share};

/// What a page of feedback needs.
pub struct Feedback<'a> {
    pub say: &'a Phrases,
    pub question: &'a Question,
    pub row: &'a Row,
    pub answer: &'a Answer,
    /// Places in the bank in the order they were shown.
    pub shown: &'a [u8],
    pub n: usize,
    /// How many there are about; 0 when there is no end.
    pub of: usize,
    /// Whether it is looked at again later.
    pub is_old: bool,
    /// Whether another question follows.
    pub has_next: bool,
    /// Whether enough is answered for a result.
    pub has_result: bool,
}

/// A row of what could be chosen, with how it stands.
fn row(state: &str, name: &str, text: &str, notes: Vec<Element>) -> Element {
    let body = Element::of("div", "row__body stack stack--s").child(line("", text)).children(notes);
    Element::of("li", "choice").with("data-state", state).child(icon(name)).child(body)
}

fn strong(text: &str) -> Element {
    Element::of("p", "small strong").text(text)
}

impl Feedback<'_> {
    /// The whole page below the portal's frame.
    #[must_use]
    pub fn page(&self) -> Element {
        let say = self.say;
        let page = Element::of("div", "read read--mid stack stack--l")
            .with("data-kind", "feedback")
            .child(head(say, self.n, self.of))
            .child(Element::of("h1", "title-s").rich(rich(&self.question.stem)))
            .child(self.verdict());
        let page = match self.is_old {
            true => page.child(line("small quiet", say.get("read_only"))),
            false => page,
        };
        let each = Element::of("section", "stack")
            .child(Element::of("h3", "title-s").text(say.get("each")))
            .child(Element::of("ul", "stack stack--s").children(self.rows()));
        page.child(each).child(self.today()).child(self.actions())
    }

    fn verdict(&self) -> Element {
        let say = self.say;
        let key = self.row.key();
        let (class, icon_name, word) = match self.answer {
            Answer::Unknown => ("note note--plain", "hand", "unknown"),
            answer if answer.is_right(&key) => ("note note--right", "check", "right"),
            answer if answer.is_judged_right(&key) => ("note note--today", "check", "nearly"),
            _ => ("note note--today", "retry", "wrong"),
        };
        let heading = Element::of("h2", "title-m")
            .with("id", "verdict")
            .with("tabindex", "-1")
            .child(icon(icon_name))
            .text(" ")
            .text(say.get(word));
        let note = Element::of("section", class)
            .with("aria-labelledby", "verdict")
            .with("data-state", word)
            .child(heading);
        let mut lines = Vec::new();
        match self.answer {
            Answer::Unknown => lines.push(self.question.dont_know.clone()),
            Answer::One(place) => lines.push(self.feedback(*place).into()),
            Answer::Judged(decision, marks) => {
                let text = self.question.verdicts.get(*decision as usize);
                lines.extend(text.cloned());
                let n_signs = key.bits.count_ones() as usize;
                if n_signs > 0 && *decision == Decision::Scam {
                    let n = (marks & key.bits).count_ones() as usize;
                    lines.push(share(say, "marked", n, n_signs));
                }
            }
            _ => {}
        }
        if !self.question.explain.is_empty() {
            lines.push(self.question.explain.clone());
        }
        note.children(lines.iter().map(|text| line("", text)))
    }

    fn feedback(&self, place: u8) -> &str {
        self.question.options.get(usize::from(place)).map_or("", |(_, feedback)| feedback)
    }

    fn text(&self, place: u8) -> &str {
        self.question.options.get(usize::from(place)).map_or("", |(text, _)| text)
    }

    fn rows(&self) -> Vec<Element> {
        match self.row.key().kind {
            ItemKind::Single | ItemKind::Multi | ItemKind::Tap => {
                self.shown.iter().map(|place| self.choice(*place)).collect()
            }
            ItemKind::Order => self.places(),
            ItemKind::Match => self.pairs(),
            ItemKind::Spot => {
                (0..self.question.options.len()).map(|n| self.piece(n as u8)).collect()
            }
        }
    }

    /// Whether the person chose this option.
    fn chose(&self, place: u8) -> bool {
        match self.answer {
            Answer::One(chosen) => *chosen == place,
            Answer::Set(bits) | Answer::Judged(_, bits) => bits & 1 << place != 0,
            _ => false,
        }
    }

    fn choice(&self, place: u8) -> Element {
        let say = self.say;
        let is_key = self.row.key().bits & 1 << place != 0;
        let (state, name, word) = match (is_key, self.chose(place)) {
            (true, true) => ("right", "check", "yours_right"),
            (true, false) => ("right", "check", "key"),
            (false, true) => ("wrong", "cross", "yours"),
            (false, false) => ("", "next", ""),
        };
        let mut notes = Vec::new();
        if !word.is_empty() {
            notes.push(strong(say.get(word)));
        }
        notes.push(line("small", self.feedback(place)));
        row(state, name, self.text(place), notes)
    }

    fn piece(&self, place: u8) -> Element {
        let is_sign = self.row.key().bits & 1 << place != 0;
        let (state, name, word) = match (is_sign, self.chose(place)) {
            (true, true) => ("right", "check", "sign"),
            (true, false) => ("wrong", "alert", "sign_missed"),
            (false, true) => ("wrong", "cross", "sign_false"),
            (false, false) => ("", "next", "no_sign"),
        };
        let notes = vec![strong(self.say.get(word)), line("small", self.feedback(place))];
        row(state, name, self.text(place), notes)
    }

    fn places(&self) -> Vec<Element> {
        let given = match self.answer {
            Answer::Places(places) => places.as_slice(),
            _ => &[],
        };
        (0..self.question.options.len() as u8)
            .map(|place| {
                let is_right = given.get(usize::from(place)) == Some(&place);
                let (state, name) = match (given.is_empty(), is_right) {
                    (true, _) => ("", "next"),
                    (_, true) => ("right", "check"),
                    (_, false) => ("wrong", "retry"),
                };
                let where_to = count(self.say, "right_place", usize::from(place) + 1);
                let notes = vec![strong(&where_to), line("small", self.feedback(place))];
                row(state, name, self.text(place), notes)
            })
            .collect()
    }

    fn pairs(&self) -> Vec<Element> {
        let say = self.say;
        let partner = |place: u8| {
            flat(self.question.partners.get(usize::from(place)).map_or("", String::as_str))
        };
        (0..self.question.options.len() as u8)
            .map(|place| {
                let given = match self.answer {
                    Answer::Places(places) => places.get(usize::from(place)).copied(),
                    _ => None,
                };
                let right = strong(&fill(say.get("right_partner"), "name", &partner(place)));
                let mut notes = vec![right];
                let (state, name) = match given {
                    None => ("", "next"),
                    Some(given) if given == place => ("right", "check"),
                    Some(given) => {
                        let yours = fill(say.get("your_partner"), "name", &partner(given));
                        notes.push(Element::of("p", "small").text(&yours));
                        ("wrong", "retry")
                    }
                };
                notes.push(line("small", self.feedback(place)));
                row(state, name, self.text(place), notes)
            })
            .collect()
    }

    fn today(&self) -> Element {
        let say = self.say;
        let (to, title) = &self.question.lesson;
        let heading = Element::of("h3", "title-s").child(icon("star")).text(" ");
        let lesson = Element::of("p", "small")
            .text(say.get("lesson"))
            .text(" ")
            .child(Element::new("a").with("href", to).text(title));
        Element::of("section", "note")
            .child(heading.text(say.get("today")))
            .child(line("", &self.question.next))
            .child(lesson)
    }

    fn actions(&self) -> Element {
        let say = self.say;
        let main = |key: &str, word: &str| {
            button("button", key, say.get(word)).text(" ").child(icon("next"))
        };
        let quiet = |key: &str, word: &str| button("button button--quiet", key, say.get(word));
        let actions = Element::of("div", "cluster");
        if self.of == 0 {
            return actions.child(main("next", "next")).child(quiet("stop", "stop"));
        }
        match (self.has_next, self.has_result) {
            (true, true) => {
                actions.child(main("next", "next")).child(quiet("result", "result_now"))
            }
            (true, false) => actions.child(main("next", "next")),
            (false, _) => actions.child(main("result", "see_result")),
        }
    }
}
