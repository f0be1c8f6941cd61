//! Tables that sort and narrow.

use std::cmp::Ordering;

use crate::browser::node::{self, Node};
use crate::domain::fold::{fold, has_words};

/// Something happened in a table's part.
pub(super) fn hear(part: &Node, event: &Node, kind: &str) {
    match kind {
        "click" => {
            if let Some(header) = event.around("button[data-sort]").and_then(|b| b.closest("th")) {
                sort(&header);
            }
        }
        "input" => {
            if let Some(input) = event.target() {
                narrow(part, &input.value());
            }
        }
        "submit" => event.prevent(),
        _ => {}
    }
}

/// Sorts by the column of a header; a second press turns the order round.
fn sort(header: &Node) {
    let column = header.number("cellIndex") as usize;
    let is_up = header.get("aria-sort").as_deref() == Some("ascending");
    let Some(table) = header.closest("table") else { return };
    for other in table.all("th[aria-sort]") {
        other.set("aria-sort", "none");
    }
    header.set("aria-sort", if is_up { "descending" } else { "ascending" });
    let Some(body) = table.find("tbody") else { return };
    let mut rows: Vec<Row> = Vec::new();
    for row in body.all(":scope > tr") {
        let cells = row.all(":scope > *");
        let text = cells.get(column).map(|cell| cell.get("data-value").unwrap_or(cell.text()));
        let text = text.unwrap_or_default();
        let row = Row { number: node::number(&text), text: fold(&text), row };
        // A hundred rows: putting each in its place needs no sorting code of its own.
        let place = rows.iter().position(|other| row.order(other, is_up) == Ordering::Less);
        rows.insert(place.unwrap_or(rows.len()), row);
    }
    for row in &rows {
        body.append(&row.row);
    }
}

/// A row and what it is sorted by: `NaN` is no number.
struct Row {
    number: f64,
    text: String,
    row: Node,
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
fn narrow(part: &Node, asked: &str) {
    let asked = fold(asked);
    let mut n_rows = 0;
    for row in part.all("tbody > tr") {
        let fits = has_words(&fold(&row.text()), &asked);
        row.toggle("hidden", !fits);
        n_rows += usize::from(fits);
    }
    if let Some(none) = part.find("[data-part=\"none\"]") {
        none.toggle("hidden", n_rows > 0);
    }
}
