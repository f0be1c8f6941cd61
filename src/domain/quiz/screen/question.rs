//! A question page: one question, native controls, one main button.

use super::super::super::interface::{Phrases, fill};
use super::super::super::tree::Element;
use super::super::deck::{Question, Row};
use super::super::item::ItemKind;
use super::{button, count, drawn, flat, icon, line, rich, share};

/// What a question page needs.
pub struct Ask<'a> {
    pub say: &'a Phrases,
    pub question: &'a Question,
    pub row: &'a Row,
    /// Places in the bank in the order they are shown.
    pub shown: &'a [u8],
    /// Counted from 1.
    pub n: usize,
    /// How many there are about; 0 when there is no end.
    pub of: usize,
}

/// Where we are, and the way back.
pub(super) fn head(say: &Phrases, n: usize, of: usize) -> Element {
    let progress = match of {
        0 => count(say, "progress_practice", n),
        _ => share(say, "progress", n, of),
    };
    let back = Element::of("button", "back back--button")
        .with("type", "button")
        .with("data-key", "back")
        .child(icon("back"))
        .text(say.get("back"));
    let head = Element::of("div", "cluster cluster--apart");
    let head = if n > 1 { head.child(back) } else { head };
    head.child(line("quiet", &progress).with("data-kind", "progress"))
}

/// One row of what can be chosen.
fn choice(kind: &str, name: &str, value: &str, text: &str) -> Element {
    let input = Element::new("input").with("type", kind).with("name", name).with("value", value);
    let text = Element::of("span", "row__body").rich(rich(text));
    Element::of("label", "choice").child(input).child(text)
}

impl Ask<'_> {
    /// The whole page below the portal's frame.
    #[must_use]
    pub fn page(&self) -> Element {
        let say = self.say;
        let form = Element::of("form", "read read--mid stack")
            .with("data-kind", "question")
            .with("autocomplete", "off")
            .child(head(say, self.n, self.of))
            .children(self.body());
        // The main button stays in sight, whatever the size of the text.
        let submit = Element::of("p", "submit")
            .child(Element::of("button", "button").with("type", "submit").text(say.get("answer")));
        let others = Element::of("div", "cluster");
        // One choice says it among its options.
        let others = match self.row.key().kind {
            ItemKind::Single => others,
            _ => others.child(button("button button--quiet", "unknown", say.get("dont_know"))),
        };
        let others = others.child(
            Element::of("button", "button button--quiet")
                .with("type", "button")
                .with("data-action", "listen")
                .with("data-needs", "voice")
                .text(say.get("listen")),
        );
        form.child(submit).child(others).child(line("small quiet", say.get("kept")))
    }

    fn body(&self) -> Vec<Element> {
        let say = self.say;
        match self.row.key().kind {
            ItemKind::Single => {
                let last = choice("radio", "answer", "unknown", say.get("dont_know"));
                let rows = self.choices("radio").chain([last]);
                vec![self.fieldset("hint_single").children(rows)]
            }
            ItemKind::Multi => {
                let rows: Vec<Element> = self.choices("checkbox").collect();
                vec![self.fieldset("hint_multi").children(rows)]
            }
            ItemKind::Order => {
                let rows = self.shown.iter().map(|place| self.mover(*place));
                let list = Element::of("ol", "stack stack--s").with("data-kind", "order");
                let live = Element::of("p", "hidden").with("role", "status").with("id", "moved");
                vec![self.fieldset("hint_order").child(list.children(rows)).child(live)]
            }
            ItemKind::Match => {
                let rows: Vec<Element> =
                    (0..self.question.options.len()).map(|row| self.pair(row)).collect();
                vec![self.fieldset("hint_match").children(rows)]
            }
            ItemKind::Tap => {
                let message = drawn::message(say, self.question, self.pieces());
                vec![self.fieldset("hint_tap").child(message)]
            }
            ItemKind::Spot => self.spot(),
        }
    }

    /// The group with the question as its heading; a place for what is missing comes first.
    fn fieldset(&self, hint: &str) -> Element {
        let heading = Element::of("h1", "title-m").rich(rich(&self.question.stem));
        Element::of("fieldset", "stack")
            .with("aria-describedby", "hint error")
            .child(Element::of("legend", "legend").child(heading))
            .child(line("quiet", self.say.get(hint)).with("id", "hint"))
            .child(Element::of("p", "fault").with("id", "error").with("tabindex", "-1"))
    }

    fn text(&self, place: u8) -> &str {
        self.question.options.get(usize::from(place)).map_or("", |(text, _)| text)
    }

    fn choices(&self, kind: &'static str) -> impl Iterator<Item = Element> {
        self.shown
            .iter()
            .map(move |place| choice(kind, "answer", &place.to_string(), self.text(*place)))
    }

    /// A row that moves by buttons.
    fn mover(&self, place: u8) -> Element {
        let text = self.text(place);
        let name = flat(text);
        let move_by = |key: &str| {
            button(
                "button button--quiet button--slim",
                key,
                if key == "up" { "\u{2191}" } else { "\u{2193}" },
            )
            .with("aria-label", fill(self.say.get(key), "name", &name))
        };
        Element::of("li", "choice choice--move")
            .with("data-value", place)
            .child(Element::of("span", "row__body").rich(rich(text)))
            .child(
                Element::of("span", "cluster cluster--s")
                    .child(move_by("up"))
                    .child(move_by("down")),
            )
    }

    /// A row of `match`: what is given, and a list of partners.
    fn pair(&self, row: usize) -> Element {
        let option =
            |value: &str, text: &str| Element::new("option").with("value", value).text(text);
        let partners = self.shown.iter().map(|place| {
            let partner = self.question.partners.get(usize::from(*place));
            option(&place.to_string(), &flat(partner.map_or("", String::as_str)))
        });
        let select = Element::of("select", "field__box")
            .with("name", ["row", &row.to_string()].concat())
            .child(option("", self.say.get("choose")))
            .children(partners);
        let given = self.question.options.get(row).map_or("", |(text, _)| text);
        let given = Element::of("span", "field__text").rich(rich(given));
        Element::of("label", "field").child(given).child(select)
    }

    /// The pieces of a message as buttons.
    fn pieces(&self) -> Element {
        let pieces = self.question.options.iter().enumerate().map(|(n, (text, _))| {
            let piece = Element::of("button", "msg__part msg__part--mark")
                .with("type", "button")
                .with("data-key", "mark")
                .with("data-value", n)
                .with("aria-pressed", "false")
                .rich(rich(text));
            Element::new("li").child(piece)
        });
        Element::of("ul", "msg__body").children(pieces)
    }

    /// First what it is, then its signs.
    fn spot(&self) -> Vec<Element> {
        let say = self.say;
        let shown = self.question.options.iter().map(|(text, _)| {
            Element::new("li").child(Element::of("p", "msg__part").rich(rich(text)))
        });
        let shown = Element::of("ul", "msg__body").children(shown);
        let decisions = ["verdict_scam", "verdict_genuine", "verdict_unsure"];
        let decisions = decisions
            .iter()
            .enumerate()
            .map(|(n, name)| choice("radio", "answer", &n.to_string(), say.get(name)));
        let first = self
            .fieldset("hint_spot")
            .child(drawn::message(say, self.question, shown))
            .children(decisions);
        let legend = Element::of("legend", "legend strong").text(say.get("hint_marks"));
        let signs = self.question.options.iter().enumerate();
        let signs = signs.map(|(n, (text, _))| choice("checkbox", "sign", &n.to_string(), text));
        let second = Element::of("fieldset", "stack stack--s")
            .with("data-kind", "signs")
            .with("hidden", "")
            .child(legend)
            .children(signs);
        vec![first, second]
    }
}
