//! Tables that sort and narrow.

use std::cmp::Ordering;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

use crate::browser::dom;
use crate::domain::fold::fold;

/// Something happened in a table's part.
pub(super) fn hear(part: &HtmlElement, event: &Event) {
    match event.type_().as_str() {
        "click" => {
            if let Some(button) = dom::closest::<HtmlElement>(event, "button[data-sort]") {
                sort(&button);
            }
        }
        "input" => {
            let input = event.target().and_then(|target| target.dyn_into().ok());
            if let Some(input) = input {
                narrow(part, &input);
            }
        }
        "submit" => event.prevent_default(),
        _ => {}
    }
}

/// Sorts by the column of a header button; a second press turns the order round.
fn sort(button: &Element) {
    let Ok(Some(header)) = button.closest("th") else { return };
    let Some(column) = header.parent_element().map(|row| {
        let cells = dom::all(&row, ":scope > *");
        cells.iter().position(|cell| *cell == header).unwrap_or(0)
    }) else {
        return;
    };
    let is_up = header.get_attribute("aria-sort").as_deref() == Some("ascending");
    let Ok(Some(table)) = header.closest("table") else { return };
    for other in dom::all(&table, "th[aria-sort]") {
        let _ = other.set_attribute("aria-sort", "none");
    }
    let _ = header.set_attribute("aria-sort", if is_up { "descending" } else { "ascending" });
    let Ok(Some(body)) = table.query_selector("tbody") else { return };
    let mut rows: Vec<Row> = Vec::new();
    for row in dom::all(&body, ":scope > tr") {
        let cells = dom::all(&row, ":scope > *");
        let cell = cells.get(column);
        let text = cell
            .and_then(|cell| cell.get_attribute("data-value").or_else(|| cell.text_content()))
            .unwrap_or_default();
        let row = Row { number: js_sys::parse_float(&text), text: fold(&text), row };
        // A hundred rows: putting each in its place needs no sorting code of its own.
        let place = rows.iter().position(|other| row.order(other, is_up) == Ordering::Less);
        rows.insert(place.unwrap_or(rows.len()), row);
    }
    for row in &rows {
        let _ = body.append_child(&row.row);
    }
}

/// A row and what it is sorted by: `NaN` is no number.
struct Row {
    number: f64,
    text: String,
    row: Element,
}

impl Row {
    /// What is not known stands last, whichever way.
    fn order(&self, other: &Self, is_down: bool) -> Ordering {
        let order = match (self.number.is_nan(), other.number.is_nan()) {
            (false, true) => return Ordering::Less,
            (true, false) => return Ordering::Greater,
            (true, true) => self.text.cmp(&other.text),
            _ => self.number.partial_cmp(&other.number).unwrap_or(Ordering::Equal),
        };
        if is_down { order.reverse() } else { order }
    }
}

/// Hides the rows that lack a typed word.
fn narrow(part: &Element, input: &HtmlInputElement) {
    let asked = fold(&input.value());
    let words: Vec<&str> = asked.split(' ').filter(|word| !word.is_empty()).collect();
    let mut n_rows = 0;
    for row in dom::all(part, "tbody > tr") {
        let text = fold(&row.text_content().unwrap_or_default()).replace('\n', " ");
        let fits = words.iter().all(|word| text.split(' ').any(|part| part.starts_with(word)));
        let _ = row.toggle_attribute_with_force("hidden", !fits);
        n_rows += usize::from(fits);
    }
    if let Ok(Some(none)) = part.query_selector("[data-part=\"none\"]") {
        let _ = none.toggle_attribute_with_force("hidden", n_rows > 0);
    }
}
