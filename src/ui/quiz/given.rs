//! What a person has put in: read from the controls, nowhere else.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::shelf::Books;
use crate::browser::dom;
use crate::domain::interface::{Phrases, fill};
use crate::domain::quiz::answer::{Answer, Decision, Key};
use crate::domain::quiz::item::ItemKind;

/// The number that an element carries.
fn value(element: &Element) -> Option<u8> {
    element.get_attribute("data-value")?.parse().ok()
}

/// Values of the controls of this name that are chosen.
fn checked(form: &Element, name: &str) -> Vec<String> {
    let inputs = dom::all(form, &["input[name=\"", name, "\"]"].concat());
    let inputs = inputs.into_iter().filter_map(|input| input.dyn_into::<HtmlInputElement>().ok());
    inputs.filter(HtmlInputElement::checked).map(|input| input.value()).collect()
}

/// What is chosen in the list of this name below an element; empty when nothing is.
pub(super) fn chosen(root: &Element, name: &str) -> String {
    let lists = dom::all(root, &["select[name=\"", name, "\"]"].concat());
    let list = lists.into_iter().next().and_then(|list| list.dyn_into::<HtmlSelectElement>().ok());
    list.map(|list| list.value()).unwrap_or_default()
}

/// Numbers of the pieces that are marked, a bit each.
fn marks(form: &Element) -> u8 {
    let marked = dom::all(form, "[data-key=\"mark\"][aria-pressed=\"true\"]");
    marked.iter().filter_map(value).filter(|n| *n < 8).fold(0, |bits, n| bits | 1 << n)
}

/// The answer of a form.
///
/// # Errors
/// The name of the words that say what is missing.
pub(super) fn read(form: &Element, key: &Key) -> Result<Answer, &'static str> {
    match key.kind {
        ItemKind::Single => match checked(form, "answer").first().map(String::as_str) {
            Some("unknown") => Ok(Answer::Unknown),
            Some(text) => text.parse().map(Answer::One).map_err(|_| "error_choose"),
            None => Err("error_choose"),
        },
        ItemKind::Multi => {
            let chosen = checked(form, "answer");
            let chosen = chosen.iter().filter_map(|n| n.parse::<u8>().ok()).filter(|n| *n < 8);
            match chosen.fold(0, |bits, n| bits | 1 << n) {
                0 => Err("error_choose"),
                bits => Ok(Answer::Set(bits)),
            }
        }
        ItemKind::Tap => match marks(form) {
            0 => Err("error_choose"),
            bits => Ok(Answer::Set(bits)),
        },
        ItemKind::Order => {
            let rows = dom::all(form, "[data-kind=\"order\"] > li");
            Ok(Answer::Places(rows.iter().filter_map(value).collect()))
        }
        ItemKind::Match => {
            let row = |n: u8| chosen(form, &["row", &n.to_string()].concat()).parse::<u8>().ok();
            let rows: Option<Vec<u8>> = (0..key.n_options).map(row).collect();
            let rows = rows.filter(|rows| (0..key.n_options).all(|n| rows.contains(&n)));
            rows.map(Answer::Places).ok_or("error_match")
        }
        ItemKind::Spot => {
            let decision = checked(form, "answer").first().and_then(|n| n.parse::<usize>().ok());
            let decision = decision.and_then(|n| Decision::ALL.get(n)).ok_or("error_spot")?;
            let signs = checked(form, "sign");
            let signs = signs.iter().filter_map(|n| n.parse::<u8>().ok()).filter(|n| *n < 5);
            let is_scam = *decision == Decision::Scam;
            let signs = signs.filter(|_| is_scam).fold(0, |bits, n| bits | 1 << n);
            Ok(Answer::Judged(*decision, signs))
        }
    }
}

/// What the person believes of each domain, 1 to 4; 0 where nothing is said.
pub(super) fn beliefs(form: &Element) -> [u8; 6] {
    let mut beliefs = [0; 6];
    for (n, belief) in beliefs.iter_mut().enumerate() {
        let chosen = checked(form, &["belief", &n.to_string()].concat());
        *belief = chosen.first().and_then(|text| text.parse().ok()).unwrap_or(0).min(4);
    }
    beliefs
}

/// Says what is missing, above the options, and moves there.
pub(super) fn complain(form: &Element, say: &Phrases, error: &str) {
    let words = say.get(error);
    dom::set_text("error", words);
    let _ = form.set_attribute("data-state", "error");
    let document = dom::document();
    let title = document.title();
    let sign = say.get("error");
    if !title.starts_with(sign) {
        document.set_title(&[sign, " ", &title].concat());
    }
    if let Some(place) = super::builder::focusable("error") {
        place.scroll_into_view();
        dom::focus_quietly(&place);
    }
}

/// A control changed: the signs of a scam are asked for once it is called one.
pub(super) fn changed(event: &Event) {
    let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    if input.name() != "answer" {
        return;
    }
    let Some(signs) = dom::find::<HtmlElement>("#quiz [data-kind=\"signs\"]") else { return };
    let is_scam = input.value() == "0";
    let _ = match is_scam {
        true => signs.remove_attribute("hidden"),
        false => signs.set_attribute("hidden", ""),
    };
}

/// A button of a question: a mark, or a row that moves.
pub(super) fn pressed(button: &HtmlElement, key: &str, books: Option<&Books>) {
    match key {
        "mark" => {
            let is_on = button.get_attribute("aria-pressed").as_deref() == Some("true");
            let _ = button.set_attribute("aria-pressed", if is_on { "false" } else { "true" });
        }
        "up" | "down" => {
            let Some(row) = button.closest("li").ok().flatten() else { return };
            let moved = match key {
                "up" => row.previous_element_sibling().map(|other| (other, row.clone())),
                _ => row.next_element_sibling().map(|other| (row.clone(), other)),
            };
            // The row that now comes later goes behind the other.
            let Some((later, earlier)) = moved else { return };
            if let Some(list) = row.parent_element() {
                let _ = list.insert_before(&earlier, Some(&later));
                let _ = button.focus();
                let place = dom::all(&list, ":scope > li")
                    .iter()
                    .position(|other| *other == row)
                    .unwrap_or(0);
                let name = dom::all(&row, ".row__body").first().and_then(|e| e.text_content());
                if let Some(books) = books {
                    let words = books.guide.say.get("moved");
                    let words = fill(words, "name", &name.unwrap_or_default());
                    dom::set_text("moved", &fill(&words, "n", &(place + 1).to_string()));
                }
            }
        }
        _ => {}
    }
}
