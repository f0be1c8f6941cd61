//! Before the first question: how, what a person believes, and going on where one stopped.

use super::super::super::interface::Phrases;
use super::super::super::tree::Element;
use super::super::attempt::Mode;
use super::super::guide::Guide;
use super::super::item::Age;
use super::{button, line, share};

/// A labelled list of choices.
fn select(name: &str, label: &str, choices: &[(String, String)]) -> Element {
    let option =
        |(value, text): &(String, String)| Element::new("option").with("value", value).text(text);
    let list = Element::of("select", "field__box")
        .with("name", name)
        .with("autocomplete", "off")
        .children(choices.iter().map(option));
    Element::of("label", "field").text(label).child(list)
}

/// The form of the start page, drawn natively; its buttons wait for the program.
#[must_use]
pub fn form(guide: &Guide) -> Element {
    let say = &guide.say;
    let words = |name: &str| say.get(name).to_owned();
    let domains: Vec<(String, String)> = guide
        .domains
        .iter()
        .enumerate()
        .map(|(n, domain)| (n.to_string(), domain.name.clone()))
        .collect();
    let mut ages = vec![(String::new(), words("age_all"))];
    ages.extend(
        Age::ALL.iter().map(|age| (age.key().into(), words(&["age_", age.key()].concat()))),
    );
    let card = |mode: Mode| {
        let key = ["mode_", mode.key()].concat();
        let name = say.get(&key);
        let go = button("button", "start", say.get("start_button"))
            .with("data-value", mode.key())
            .with("aria-label", [say.get("start_button"), ": ", name].concat());
        let card = Element::of("li", "card")
            .child(Element::of("h3", "title-s").text(name))
            .child(line("", say.get(&[&key, "_text"].concat())));
        let card = match mode {
            Mode::Domain => card.child(select("domain", say.get("domain_label"), &domains)),
            _ => card,
        };
        card.child(Element::of("p", "card__go").with("data-needs", "quiz").child(go))
    };
    Element::of("div", "stack")
        .with("data-part", "quiz")
        .with("data-kind", "check")
        .with("data-words", say.get("failed"))
        .with("data-text", say.get("retry"))
        .child(Element::of("div", "stack").with("id", "quiz-resume"))
        .child(Element::of("p", "note note--today").with("id", "quiz-loss").with("role", "status"))
        .child(Element::new("h2").text(say.get("start_title")))
        .child(
            Element::of("p", "quiet")
                .with("id", "quiz-status")
                .with("role", "status")
                .rich(super::rich(say.get("waiting"))),
        )
        .child(Element::of("ul", "grid grid--quiz").children(Mode::ALL.map(card)))
        .child(Element::of("div", "read").child(select("age", say.get("age_label"), &ages)))
}

/// The offer to go on, or to look at the result again.
#[must_use]
pub fn resume(say: &Phrases, n_answers: usize, of: usize, is_done: bool) -> Element {
    let title = match of {
        0 => super::count(say, "progress_practice", n_answers + 1),
        _ => share(say, "resume_title", (n_answers + 1).min(of), of),
    };
    let actions = Element::of("div", "cluster");
    let (title, actions) = match is_done {
        true => {
            let result = button("button", "result", say.get("see_result"));
            (say.get("take").to_owned(), actions.child(result))
        }
        false => (title, actions.child(button("button", "resume", say.get("resume")))),
    };
    let again = button("button button--quiet", "restart", say.get("restart"));
    Element::of("section", "note")
        .child(Element::of("h2", "title-s").text(&title))
        .child(actions.child(again))
}

/// What a person believes of each domain, or of one.
#[must_use]
pub fn beliefs(guide: &Guide, which: Option<u8>) -> Element {
    let say = &guide.say;
    let group = |n: usize| {
        let domain = guide.domains.get(n);
        let legend = Element::of("legend", "legend")
            .child(Element::of("span", "strong").text(guide.domain(n)))
            .text(". ")
            .text(domain.map_or("", |domain| &domain.belief));
        let choice = |(value, text): (usize, &String)| {
            let input = Element::new("input")
                .with("type", "radio")
                .with("name", ["belief", &n.to_string()].concat())
                .with("value", value + 1);
            Element::of("label", "choice choice--slim")
                .child(input)
                .child(Element::of("span", "row__body").text(text))
        };
        Element::of("fieldset", "stack stack--s").child(legend).child(
            Element::of("div", "grid grid--m")
                .children(guide.beliefs.iter().enumerate().map(choice)),
        )
    };
    let groups: Vec<Element> = match which {
        Some(domain) => vec![group(usize::from(domain))],
        None => (0..guide.domains.len()).map(group).collect(),
    };
    let skip = || button("button button--quiet", "skip", say.get("belief_skip"));
    let go = Element::of("button", "button").with("type", "submit").text(say.get("belief_go"));
    Element::of("form", "read read--mid stack stack--l")
        .with("data-kind", "beliefs")
        .with("autocomplete", "off")
        .child(Element::new("h1").text(say.get("belief_title")))
        .child(line("quiet", say.get("belief_note")))
        .child(Element::of("div", "cluster").child(skip()))
        .children(groups)
        .child(Element::of("div", "cluster").child(go).child(skip()))
}

/// Said when questions do not come.
#[must_use]
pub fn failed(say: &Phrases) -> Element {
    Element::of("div", "read read--mid stack")
        .with("role", "alert")
        .child(Element::of("h1", "title-m").text(say.get("failed")))
        .child(Element::of("div", "cluster").child(button("button", "retry", say.get("retry"))))
}

/// The form that opens a result by its code, drawn natively.
#[must_use]
pub fn open(guide: &Guide) -> Element {
    let say = &guide.say;
    let input = Element::of("input", "field__box field__box--code")
        .with("name", "code")
        .with("autocomplete", "off")
        // An address with a whole result may be pasted, too.
        .with("maxlength", "400")
        .with("aria-describedby", "code-hint");
    let form = Element::of("form", "stack read")
        .with("data-kind", "code")
        .child(Element::of("label", "field").text(say.get("open_field")).child(input))
        .child(line("small quiet", say.get("open_hint")).with("id", "code-hint"))
        .child(Element::of("p", "cluster").with("data-needs", "quiz").child(
            Element::of("button", "button").with("type", "submit").text(say.get("open_button")),
        ));
    Element::of("div", "stack")
        .with("data-part", "quiz")
        .with("data-kind", "open")
        .with("data-words", say.get("failed"))
        .with("data-text", say.get("retry"))
        .child(Element::new("h2").text(say.get("open_title")))
        .child(form)
        .child(Element::of("div", "stack").with("id", "quiz-status").with("role", "status"))
}
