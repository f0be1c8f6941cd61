//! Blocks that hold other blocks.

use leptos::prelude::*;

use crate::domain::page::{Block, Link};
use crate::ui::element::El;
use crate::ui::rich::Draw;

impl Draw<'_> {
    pub(super) fn hero(&self, title: &str, lead: &str, actions: &[Link]) -> AnyView {
        let actions = actions.iter().enumerate().map(|(index, link)| {
            let (class, icon) =
                if index == 0 { ("button", "next") } else { ("button button--quiet", "search") };
            self.anchor(&link.to, class).text(&link.text).child(self.icon(icon)).view()
        });
        let title = El::of("h1", "hero__title").attr("tabindex", "-1").text(title).view();
        let words = El::of("div", "hero__text stack")
            .child(title)
            .child(El::of("p", "lead").text(lead).view())
            .child(El::of("div", "cluster").children(actions).view());
        El::of("section", "hero")
            .child(El::of("div", "wrap").child(words.view()).view())
            .child(self.picture("hero__art", "scene", "0 0 1440 420", "xMaxYMax slice"))
            .view()
    }

    pub(super) fn band(&self, tone: &str, body: &[Block]) -> AnyView {
        let class = if tone == "tint" { "band band--tint" } else { "band" };
        let inner = self.blocks(El::of("div", "wrap stack stack--l"), body);
        El::of("div", class).child(inner.view()).view()
    }

    pub(super) fn split(&self, main: &[Block], side: &[Block]) -> AnyView {
        let main = self.blocks(El::of("div", "sidebar__main stack stack--l"), main);
        let side = self.blocks(El::of("div", "sidebar__side sidebar__side--stay stack"), side);
        El::of("div", "sidebar").child(main.view()).child(side.view()).view()
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
            "channels" => "card card--channels",
            "summary" => "stack note note--plain summary",
            "numbers" => "card card--channels card--numbers",
            _ => "stack",
        };
        let heading = match tone {
            "hidden-title" => "hidden",
            "channels" | "numbers" => "title-s",
            _ => "",
        };
        let icon = (!icon.is_empty()).then(|| self.icon(icon));
        let gap = if icon.is_some() { " " } else { "" };
        let heading = El::of("h2", heading).maybe(icon).text(gap).text(title).view();
        self.blocks(El::of("section", class).attr("id", id).child(heading), body).view()
    }

    pub(super) fn card(&self, kicker: &str, title: &str, body: &[Block]) -> AnyView {
        let card = El::of("section", "card")
            .child(El::of("p", "small quiet").text(kicker).view())
            .child(El::new("h2").text(title).view());
        self.blocks(card, body).view()
    }

    pub(super) fn fold(&self, id: &str, summary: &str, lens: &str, body: &[Block]) -> AnyView {
        El::of("details", "fold")
            .attr("id", id)
            .attr("data-lens", lens)
            .child(El::new("summary").text(summary).view())
            .child(self.blocks(El::of("div", "fold__body stack"), body).view())
            .view()
    }

    pub(super) fn lenses(
        &self,
        label: &str,
        choices: &[(String, String)],
        folds: &[Block],
    ) -> AnyView {
        let choices = choices.iter().map(|(key, text)| {
            let choice = if key.is_empty() { "all" } else { key };
            El::of("a", "chip")
                .attr("href", &["?ai=", choice].concat())
                .attr("data-choice", choice)
                .text(text)
                .view()
        });
        let picker = El::of("nav", "stack stack--s screen")
            .attr("aria-label", label)
            .child(El::of("p", "small quiet").text(label).view())
            .child(El::of("div", "cluster cluster--s").children(choices).view());
        self.blocks(El::of("div", "stack stack--s").child(picker.view()), folds).view()
    }
}
