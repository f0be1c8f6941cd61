//! Lists, steps, pairs and rows.

use leptos::prelude::*;

use crate::domain::page::{Link, Rich, Row};
use crate::ui::rich::Draw;

impl Draw<'_> {
    pub(super) fn list(&self, ordered: bool, items: &[Rich]) -> AnyView {
        let items = items.iter().map(|item| view! { <li>{self.rich(item)}</li> }).collect_view();
        if ordered {
            view! { <ol class="list list--numbers read">{items}</ol> }.into_any()
        } else {
            view! { <ul class="list read">{items}</ul> }.into_any()
        }
    }

    pub(super) fn terms(&self, terms: &[(Rich, Rich)]) -> AnyView {
        let terms = terms.iter().map(|(term, text)| {
            view! {
                <dt>{self.rich(term)}</dt>
                <dd>{self.rich(text)}</dd>
            }
        });
        view! { <dl class="facts">{terms.collect_view()}</dl> }.into_any()
    }

    pub(super) fn steps(&self, steps: &[(Rich, Rich)]) -> AnyView {
        let steps = steps.iter().enumerate().map(|(index, (action, why))| {
            view! {
                <li class="step">
                    <span class="step__no" aria-hidden="true">{(index + 1).to_string()}</span>
                    <strong>{self.rich(action)}</strong>
                    <p>{self.rich(why)}</p>
                </li>
            }
        });
        view! { <ol class="stack read">{steps.collect_view()}</ol> }.into_any()
    }

    pub(super) fn myths(&self, myth: &str, truth: &str, pairs: &[(Rich, Rich)]) -> AnyView {
        let pairs = pairs.iter().map(|(said, so)| {
            view! {
                <div class="card card--pair read">
                    <p class="tag tag--care">{self.icon("cross")}" "{myth.to_owned()}</p>
                    <p class="quiet">"\u{201c}"{self.rich(said)}"\u{201d}"</p>
                    <p class="tag tag--soc">{self.icon("check")}" "{truth.to_owned()}</p>
                    <p>{self.rich(so)}</p>
                </div>
            }
        });
        pairs.collect_view().into_any()
    }

    pub(super) fn quote(&self, text: &str, by: &Rich) -> AnyView {
        view! {
            <figure class="quote read">
                <blockquote><p>{text.to_owned()}</p></blockquote>
                <figcaption class="small quiet">{self.rich(by)}</figcaption>
            </figure>
        }
        .into_any()
    }

    pub(super) fn rows(&self, rows: &[Row]) -> AnyView {
        let rows = rows.iter().map(|row| self.row(row)).collect_view();
        view! { <ul>{rows}</ul> }.into_any()
    }

    fn row(&self, row: &Row) -> AnyView {
        let id = (!row.id.is_empty()).then(|| row.id.clone());
        let patch = (!row.icon.is_empty()).then(|| self.patch(&row.icon, &row.tone));
        let chevron = (!row.to.is_empty()).then(|| self.icon("chevron"));
        view! {
            <li class="row" id=id>
                {patch}
                <div class="row__body">{self.row_words(row)}</div>
                {chevron}
            </li>
        }
        .into_any()
    }

    fn row_words(&self, row: &Row) -> AnyView {
        let kicker = (!row.kicker.is_empty())
            .then(|| view! { <p class="small quiet">{row.kicker.clone()}</p> });
        let title = if row.title.is_empty() {
            None
        } else if row.to.is_empty() {
            Some(view! { <h3>{row.title.clone()}</h3> }.into_any())
        } else {
            Some(self.link(&row.to, &row.title, "row__link"))
        };
        let text = (!row.text.is_empty()).then(|| view! { <p>{self.rich(&row.text)}</p> });
        let more =
            row.more.iter().map(|line| view! { <p class="small quiet">{self.rich(line)}</p> });
        view! {
            {kicker}
            {title}
            {text}
            {self.tags(&row.tags)}
            {more.collect_view()}
        }
        .into_any()
    }

    pub(super) fn moments(&self, rows: &[Row]) -> AnyView {
        let rows = rows.iter().map(|row| {
            let state = (row.tone == "unknown").then_some("unknown");
            let words = Row { kicker: String::new(), ..row.clone() };
            view! {
                <li class="slot" id=row.id.clone() data-state=state>
                    <p class="slot__time">{row.kicker.clone()}</p>
                    <div class="row__body stack stack--s">{self.row_words(&words)}</div>
                </li>
            }
        });
        view! { <ol class="stack read">{rows.collect_view()}</ol> }.into_any()
    }

    pub(super) fn phones(&self, links: &[Link]) -> AnyView {
        let links = links.iter().enumerate().map(|(index, link)| {
            let class = if index == 0 { "button button--danger" } else { "button button--quiet" };
            let icon = self.icon("phone");
            view! { <a class=class href=link.to.clone()>{icon}" "{link.text.clone()}</a> }
        });
        view! { <div class="cluster">{links.collect_view()}</div> }.into_any()
    }
}
