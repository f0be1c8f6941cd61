//! Blocks that hold other blocks.

use leptos::prelude::*;

use crate::domain::page::{Block, Link};
use crate::ui::rich::Draw;

impl Draw<'_> {
    pub(super) fn hero(&self, title: &str, lead: &str, actions: &[Link]) -> AnyView {
        let actions = actions.iter().enumerate().map(|(index, link)| {
            let class = if index == 0 { "button" } else { "button button--quiet" };
            let icon = self.icon(if index == 0 { "next" } else { "search" });
            let href = self.site.href(&link.to);
            view! { <a class=class href=href>{link.text.clone()}" "{icon}</a> }
        });
        view! {
            <section class="hero">
                <div class="wrap">
                    <div class="hero__text stack">
                        <h1 class="hero__title" tabindex="-1">{title.to_owned()}</h1>
                        <p class="lead">{lead.to_owned()}</p>
                        <div class="cluster">{actions.collect_view()}</div>
                    </div>
                </div>
                {self.scene()}
            </section>
        }
        .into_any()
    }

    pub(super) fn band(&self, tone: &str, body: &[Block]) -> AnyView {
        let class = if tone == "tint" { "band band--tint" } else { "band" };
        view! {
            <div class=class>
                <div class="wrap stack stack--l">{self.blocks(body)}</div>
            </div>
        }
        .into_any()
    }

    pub(super) fn split(&self, main: &[Block], side: &[Block]) -> AnyView {
        view! {
            <div class="sidebar">
                <div class="sidebar__main stack stack--l">{self.blocks(main)}</div>
                <div class="sidebar__side sidebar__side--stay stack">{self.blocks(side)}</div>
            </div>
        }
        .into_any()
    }

    pub(super) fn section(
        &self,
        id: &str,
        title: &str,
        icon: &str,
        tone: &str,
        body: &[Block],
    ) -> AnyView {
        let class = match tone {
            "danger" => "stack note note--danger",
            "today" => "stack note note--today",
            "plain" => "stack note note--plain",
            "info" => "stack note",
            "card" => "card",
            _ => "stack",
        };
        let heading = match tone {
            "hidden-title" => "hidden",
            "card" => "title-s",
            _ => "",
        };
        let heading = (!heading.is_empty()).then_some(heading);
        let icon = (!icon.is_empty()).then(|| self.icon(icon));
        let body = self.blocks(body);
        let title = title.to_owned();
        let label = ["h-", id].concat();
        let id = id.to_owned();
        let labelled = label.clone();
        view! {
            <section class=class id=id aria-labelledby=labelled>
                <h2 class=heading id=label>{icon}" "{title}</h2>
                {body}
            </section>
        }
        .into_any()
    }

    pub(super) fn card(&self, kicker: &str, title: &str, body: &[Block]) -> AnyView {
        view! {
            <section class="card">
                <p class="small quiet">{kicker.to_owned()}</p>
                <h2>{title.to_owned()}</h2>
                {self.blocks(body)}
            </section>
        }
        .into_any()
    }

    pub(super) fn fold(&self, id: &str, summary: &str, lens: &str, body: &[Block]) -> AnyView {
        let id = (!id.is_empty()).then(|| id.to_owned());
        let lens = (!lens.is_empty()).then(|| lens.to_owned());
        view! {
            <details class="fold" id=id data-lens=lens>
                <summary>{summary.to_owned()}</summary>
                <div class="fold__body stack">{self.blocks(body)}</div>
            </details>
        }
        .into_any()
    }

    pub(super) fn lenses(&self, label: &str, choices: &[(String, String)]) -> AnyView {
        let choices = choices.iter().map(|(key, text)| {
            let href = if key.is_empty() { "?".into() } else { ["?ai=", key].concat() };
            view! { <a class="chip" href=href data-choice=key.clone()>{text.clone()}</a> }
        });
        view! {
            <nav class="stack stack--s screen" aria-label=label.to_owned()>
                <p class="small quiet">{label.to_owned()}</p>
                <div class="cluster cluster--s">{choices.collect_view()}</div>
            </nav>
        }
        .into_any()
    }
}
