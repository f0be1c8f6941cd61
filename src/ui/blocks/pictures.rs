//! Drawings: the scene, doors, pillar marks, patches and the target bar.

use leptos::prelude::*;

use crate::domain::page::{Door, Gauge};
use crate::ui::element::El;
use crate::ui::rich::Draw;

/// Width of the target bar in drawing units; shares are thousandths of it.
const BAR: u32 = 340;

impl Draw<'_> {
    /// An icon on a woven square.
    pub(crate) fn patch(&self, icon: &str, tone: &str) -> AnyView {
        let class = match tone {
            "danger" => "patch patch--danger",
            "eco" => "patch patch--eco",
            "soc" => "patch patch--soc",
            _ => "patch",
        };
        El::of("span", class).child(self.icon(icon)).view()
    }

    pub(super) fn doors(&self, doors: &[Door]) -> AnyView {
        let doors = doors.iter().map(|door| {
            let art = ["door-", &door.art].concat();
            let title = if door.to.is_empty() {
                door.title.clone().into_any()
            } else {
                self.link(&door.to, &door.title, "card__link")
            };
            El::of("article", if door.to.is_empty() { "card" } else { "card card--door" })
                .child(self.picture("card__art", &art, "0 0 400 120", "xMidYMid slice"))
                .child(El::new("h3").child(title).view())
                .child(self.text("p", "", &door.text))
                .child(El::of("p", "small quiet").text(&door.meta).view())
                .view()
        });
        El::of("div", "grid").children(doors).view()
    }

    pub(super) fn marks(&self, doors: &[Door]) -> AnyView {
        let doors = doors.iter().map(|door| {
            let title = El::new("h3").child(self.link(&door.to, &door.title, "")).view();
            let words = El::of("div", "row__body stack stack--s")
                .child(title)
                .child(self.text("p", "", &door.text));
            El::of("div", "cluster cluster--top")
                .child(self.mark(&door.art, "mark mark--big"))
                .child(words.view())
                .view()
        });
        El::of("div", "grid").children(doors).view()
    }

    /// What is measured against what is aimed at; late is not a colour (T13).
    pub(super) fn gauge(&self, gauge: &Gauge) -> AnyView {
        let at = |share: u16| u32::from(share) * BAR / 1000;
        let now = at(gauge.now.0);
        // The farthest flag flies highest, so that no pole runs through a name.
        let flags = gauge.targets.iter().rev().enumerate().map(|(index, (share, text))| {
            let x = at(*share) + 10;
            let y = 26 + 22 * index as u32;
            let pole = ["M", &x.to_string(), " 130V", &y.to_string()].concat();
            let flag = ["M", &x.to_string(), " ", &y.to_string(), "h-16l5 6-5 6h16z"].concat();
            view! {
                <path class="chart__pole" d=pole></path>
                <path class="chart__flag" d=flag></path>
                <text x=(x - 22).to_string() y=(y + 11).to_string() text-anchor="end">{text.clone()}</text>
            }
        });
        view! {
            <svg class="chart" viewBox="0 0 360 172" role="img" aria-label=gauge.label.clone()>
                <rect class="chart__track" x="10" y="100" width=BAR.to_string() height="30"></rect>
                <rect class="chart__bar" x="10" y="100" width=now.to_string() height="30"></rect>
                {flags.collect_view()}
                <text class="chart__now" x="10" y="92">{gauge.now.1.clone()}</text>
                <text class="chart__end" x="10" y="150">{gauge.start.clone()}</text>
                <text class="chart__end" x="350" y="150" text-anchor="end">{gauge.end.clone()}</text>
            </svg>
        }
        .into_any()
    }
}
