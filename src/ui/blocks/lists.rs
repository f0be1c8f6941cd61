//! Lists, steps, pairs and rows.

use leptos::prelude::*;

use crate::domain::page::{Link, Rich, Row};
use crate::ui::element::El;
use crate::ui::rich::Draw;

impl Draw<'_> {
    pub(super) fn list(&self, ordered: bool, items: &[Rich]) -> AnyView {
        let (tag, class) =
            if ordered { ("ol", "list list--numbers read") } else { ("ul", "list read") };
        El::of(tag, class).children(items.iter().map(|item| self.text("li", "", item))).view()
    }

    pub(super) fn terms(&self, terms: &[(Rich, Rich)]) -> AnyView {
        let parts = terms
            .iter()
            .flat_map(|(term, text)| [self.text("dt", "", term), self.text("dd", "", text)]);
        El::of("dl", "facts").children(parts).view()
    }

    pub(super) fn steps(&self, steps: &[(Rich, Rich)]) -> AnyView {
        let steps = steps.iter().enumerate().map(|(index, (action, why))| {
            let number = (index + 1).to_string();
            El::of("li", "step")
                .child(El::of("span", "step__no").attr("aria-hidden", "true").text(&number).view())
                .child(self.text("strong", "", action))
                .child(self.text("p", "", why))
                .view()
        });
        El::of("ol", "stack read").children(steps).view()
    }

    pub(super) fn myths(&self, myth: &str, truth: &str, pairs: &[(Rich, Rich)]) -> AnyView {
        let tag = |class: &'static str, icon: &str, text: &str| {
            El::of("p", class).child(self.icon(icon)).text(text).view()
        };
        let pairs = pairs.iter().map(|(said, so)| {
            let said = self.fill(El::of("p", "quiet").text("\u{201c}"), said).text("\u{201d}");
            El::of("div", "card card--pair read")
                .child(tag("tag tag--care", "cross", myth))
                .child(said.view())
                .child(tag("tag tag--soc", "check", truth))
                .child(self.text("p", "", so))
                .view()
        });
        El::of("div", "stack").children(pairs).view()
    }

    pub(super) fn quote(&self, text: &str, by: &Rich) -> AnyView {
        let words = El::new("p").text(text).view();
        El::of("figure", "quote read")
            .child(El::new("blockquote").child(words).view())
            .child(self.text("figcaption", "small quiet", by))
            .view()
    }

    pub(super) fn rows(&self, rows: &[Row]) -> AnyView {
        El::new("ul").children(rows.iter().map(|row| self.row(row))).view()
    }

    fn row(&self, row: &Row) -> AnyView {
        let patch = (!row.icon.is_empty()).then(|| self.patch(&row.icon, &row.tone));
        let chevron = (!row.to.is_empty()).then(|| self.icon("chevron"));
        El::of("li", "row")
            .attr("id", &row.id)
            .maybe(patch)
            .child(self.row_words(El::of("div", "row__body"), &row.kicker, row).view())
            .maybe(chevron)
            .view()
    }

    fn row_words(&self, element: El, kicker: &str, row: &Row) -> El {
        let kicker = (!kicker.is_empty()).then(|| El::of("p", "small quiet").text(kicker).view());
        let title = match (row.title.is_empty(), row.to.is_empty()) {
            (true, _) => None,
            (_, true) => Some(El::new("h3").text(&row.title).view()),
            _ => Some(self.link(&row.to, &row.title, "row__link")),
        };
        let text = (!row.text.is_empty()).then(|| self.text("p", "", &row.text));
        element
            .maybe(kicker)
            .maybe(title)
            .maybe(text)
            .maybe(self.tags(&row.tags))
            .children(row.more.iter().map(|line| self.text("p", "small quiet", line)))
    }

    pub(super) fn moments(&self, rows: &[Row]) -> AnyView {
        let rows = rows.iter().map(|row| {
            El::of("li", "slot")
                .attr("id", &row.id)
                .attr("data-state", &row.tone)
                .child(El::of("p", "slot__time").text(&row.kicker).view())
                .child(self.row_words(El::of("div", "row__body stack stack--s"), "", row).view())
                .view()
        });
        El::of("ol", "stack read").children(rows).view()
    }

    pub(super) fn phones(&self, links: &[Link]) -> AnyView {
        let links = links.iter().enumerate().map(|(index, link)| {
            let class = if index == 0 { "button button--danger" } else { "button button--quiet" };
            self.anchor(&link.to, class).child(self.icon("phone")).text(&link.text).view()
        });
        El::of("div", "cluster").children(links).view()
    }
}
