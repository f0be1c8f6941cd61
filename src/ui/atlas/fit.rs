//! "A model that fits my commune": five answers, three models, each with its reasons.

use web_sys::{Element, Event, HtmlElement, HtmlSelectElement};

use wasm_bindgen::JsCast;

use super::Data;
use super::list::kept_in_address;
use super::make::{link, make, put};
use crate::browser::{dom, travel};
use crate::domain::interface::{Phrases, fill};
use crate::domain::listing::Facet;
use crate::domain::matching::{Match, Reason, Wish, best};

pub(super) const QUESTIONS: [&str; 5] = ["o-dau", "vung-dat", "mang", "tien", "nguoi"];

/// Answers the questions of the address, so that a link gives the same three.
pub(super) fn restore(data: &Data) {
    let Some(form) = dom::find::<HtmlElement>("#content [data-kind=\"fit\"]") else { return };
    let mut asked = false;
    for name in QUESTIONS {
        if let (Some(select), Some(value)) = (select(&form, name), travel::query(name)) {
            select.set_value(&value);
            asked = true;
        }
    }
    if asked {
        answer(data, &form);
    }
}

/// Something happened in the form.
pub(super) fn hear(data: &Data, form: &HtmlElement, event: &Event) {
    if event.type_() != "submit" {
        return;
    }
    event.prevent_default();
    let mut parts = Vec::new();
    for name in QUESTIONS {
        let value = select(form, name).map(|select| select.value()).unwrap_or_default();
        if !value.is_empty() {
            parts.push([name, "=", &travel::encode(&value)].concat());
        }
    }
    parts.extend(kept_in_address(&Facet::ALL.map(Facet::name)));
    parts.extend(kept_in_address(&["q"]));
    let path = dom::window().location().pathname().unwrap_or_default();
    travel::replace(&[&path, "?", &parts.join("&"), "#fit"].concat());
    answer(data, form);
}

fn select(form: &Element, name: &str) -> Option<HtmlSelectElement> {
    form.query_selector(&["select[name=\"", name, "\"]"].concat()).ok()??.dyn_into().ok()
}

/// The number and the words of an answer.
fn answered(form: &Element, name: &str) -> Option<(u16, String)> {
    let option = select(form, name)?.selected_options().item(0)?;
    let number = option.get_attribute("data-value")?.parse().ok()?;
    Some((number, option.text_content().unwrap_or_default()))
}

fn answer(data: &Data, form: &HtmlElement) {
    let Ok(Some(place)) = form.query_selector("[data-kind=\"fits\"]") else { return };
    let number = |name: &str| answered(form, name).map(|(number, _)| number);
    let wish = Wish {
        scope: number("o-dau"),
        terrain: number("vung-dat").map(|bit| 1 << bit),
        network: number("mang"),
        budget: number("tien"),
        people: number("nguoi"),
    };
    place.set_text_content(None);
    if wish == Wish::default() {
        put(&place, &[&make("p", "", data.words.get("fit_none"))]);
        return;
    }
    let list = make("ol", "stack", "");
    for found in best(&data.listing, &wish, 3) {
        if let Some(card) = card(data, form, &found) {
            put(&list, &[&card]);
        }
    }
    put(&place, &[&list]);
}

fn card(data: &Data, form: &Element, found: &Match) -> Option<Element> {
    let entry = data.listing.entries.get(found.entry)?;
    let href = [&data.models, &entry.id, "/"].concat();
    let province = data.listing.provinces.get(usize::from(entry.province))?;
    let place = [entry.place.as_str(), ", ", province].concat();
    let (good, short): (Vec<Reason>, Vec<Reason>) =
        found.reasons.iter().partition(|reason| reason.points() > 0);
    let text = |reasons: &[Reason]| -> String {
        let parts: Vec<String> = reasons.iter().map(|r| say(&data.words, form, *r)).collect();
        parts.join("; ")
    };
    let mut why = String::new();
    if !good.is_empty() {
        why = [data.words.get("fit_why"), " ", &text(&good), "."].concat();
    }
    if !short.is_empty() {
        why = [&why, " ", data.words.get("fit_but"), " ", &text(&short), "."].concat();
    }
    let kind = data.listing.kinds.get(usize::from(entry.kind));
    let budget = kind.and_then(|kind| data.listing.amounts.get(usize::from(kind.budget)));
    let evidence = data.listing.evidence.get(usize::from(entry.evidence));
    let stumbles = match entry.stumbles.as_str() {
        "" => data.words.get("not_shared"),
        text => text,
    };
    let facts = fill(data.words.get("fit_facts"), "budget", budget.map_or("", String::as_str));
    let facts = fill(&facts, "evidence", evidence.map_or("", String::as_str));
    let facts = fill(&facts, "stumbles", stumbles);
    let card = make("li", "card", "");
    put(
        &card,
        &[
            &link("atlas__link", &href, &entry.name),
            &make("p", "small quiet", &place),
            &make("p", "", why.trim_ascii()),
            &make("p", "small quiet", &facts),
        ],
    );
    Some(card)
}

fn say(words: &Phrases, form: &Element, reason: Reason) -> String {
    let value = |name: &str| answered(form, name).map(|(_, text)| text).unwrap_or_default();
    let name = match reason {
        Reason::SameScope => return fill(words.get("fit_scope"), "value", &value("o-dau")),
        Reason::SameTerrain => return fill(words.get("fit_terrain"), "value", &value("vung-dat")),
        Reason::NetworkEnough => "fit_network",
        Reason::BudgetEnough => "fit_budget",
        Reason::PeopleEnough => "fit_people",
        Reason::Measured => "fit_measured",
        Reason::NetworkShort => "fit_network_short",
        Reason::BudgetShort => "fit_budget_short",
        Reason::PeopleShort => "fit_people_short",
    };
    words.get(name).to_owned()
}
