//! "A model that fits my commune": five answers, three models, each with its reasons.

use super::Data;
use super::make::{by, make, model, put};
use crate::browser::address::{self, Address};
use crate::browser::node::{self, Node};
use crate::domain::digits::number;
use crate::domain::interface::{Phrases, fill};
use crate::domain::listing::Facet;
use crate::domain::matching::{Match, Reason, Wish, best};

pub(super) const QUESTIONS: [&str; 5] = ["o-dau", "vung-dat", "mang", "tien", "nguoi"];

/// Answers the questions of the address, so that a link gives the same three.
pub(super) fn restore(data: &Data) {
    let Some(form) = node::find("#content [data-kind=\"fit\"]") else { return };
    let mut asked = false;
    for name in QUESTIONS {
        if let (Some(select), Some(value)) = (select(&form, name), address::query(name)) {
            select.set_value(&value);
            asked = true;
        }
    }
    if asked {
        answer(data, &form);
    }
}

/// Something happened in the form.
pub(super) fn hear(data: &Data, form: &Node, event: &Node, kind: &str) {
    if kind != "submit" {
        return;
    }
    event.prevent();
    let mut address = Address::bare();
    for name in QUESTIONS {
        address.ask(name, &select(form, name).map(|select| select.value()).unwrap_or_default());
    }
    address.keep(&Facet::ALL.map(Facet::name));
    address.keep(&["q"]);
    address.replace("#fit");
    answer(data, form);
}

fn select(form: &Node, name: &str) -> Option<Node> {
    by(form, "select[name", name)
}

/// What was answered, if it is an answer with a number.
fn answered(form: &Node, name: &str) -> Option<(Node, u16)> {
    let option = select(form, name)?.find(":checked")?;
    let number = number(&option.get("data-value")?)?;
    Some((option, number as u16))
}

fn answer(data: &Data, form: &Node) {
    let Some(place) = form.find("[data-kind=\"fits\"]") else { return };
    let number = |name: &str| answered(form, name).map(|(_, number)| number);
    let wish = Wish {
        scope: number("o-dau"),
        terrain: number("vung-dat").map(|bit| 1 << bit),
        network: number("mang"),
        budget: number("tien"),
        people: number("nguoi"),
    };
    place.set_text("");
    if wish == Wish::default() {
        place.append(&make("p", "", data.words.get("fit_none")));
        return;
    }
    let list = make("ol", "stack", "");
    for found in best(&data.listing, &wish, 3) {
        if let Some(card) = card(data, form, &found) {
            list.append(&card);
        }
    }
    place.append(&list);
}

fn card(data: &Data, form: &Node, found: &Match) -> Option<Node> {
    let words = &data.words;
    let entry = data.listing.entries.get(found.entry)?;
    let province = data.listing.provinces.get(usize::from(entry.province))?;
    let place = [entry.place.as_str(), ", ", province].concat();
    let mut why = String::new();
    for (is_good, lead) in [(true, "fit_why"), (false, "fit_but")] {
        let mut mark = words.get(lead);
        let before = why.len();
        for reason in found.reasons.iter().filter(|reason| (reason.points() > 0) == is_good) {
            let reason = say(words, form, *reason);
            let gap = if why.is_empty() { "" } else { " " };
            let gap = if mark == ";" { "" } else { gap };
            [gap, mark, " ", &reason].into_iter().for_each(|part| why.push_str(part));
            mark = ";";
        }
        if why.len() > before {
            why.push('.');
        }
    }
    let kind = data.listing.kinds.get(usize::from(entry.kind));
    let budget = kind.and_then(|kind| data.listing.amounts.get(usize::from(kind.budget)));
    let evidence = data.listing.evidence.get(usize::from(entry.evidence));
    let stumbles = match entry.stumbles.as_str() {
        "" => words.get("not_shared"),
        text => text,
    };
    let facts = fill(words.get("fit_facts"), "budget", budget.map_or("", String::as_str));
    let facts = fill(&facts, "evidence", evidence.map_or("", String::as_str));
    let facts = fill(&facts, "stumbles", stumbles);
    let card = make("li", "card", "");
    let name = model(data, entry);
    let lines = [("small quiet", &place), ("", &why), ("small quiet", &facts)];
    put(&card, &[&name]);
    lines.into_iter().for_each(|(class, text)| card.append(&make("p", class, text)));
    Some(card)
}

fn say(words: &Phrases, form: &Node, reason: Reason) -> String {
    let value = |name: &str| answered(form, name).map(|(option, _)| option.text());
    let (name, value) = match reason {
        Reason::SameScope => ("fit_scope", value("o-dau")),
        Reason::SameTerrain => ("fit_terrain", value("vung-dat")),
        Reason::NetworkEnough => ("fit_network", None),
        Reason::BudgetEnough => ("fit_budget", None),
        Reason::PeopleEnough => ("fit_people", None),
        Reason::Measured => ("fit_measured", None),
        Reason::NetworkShort => ("fit_network_short", None),
        Reason::BudgetShort => ("fit_budget_short", None),
        Reason::PeopleShort => ("fit_people_short", None),
    };
    fill(words.get(name), "value", &value.unwrap_or_default())
}
