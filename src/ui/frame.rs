//! The frame around every page: drawn once, natively, and never redrawn by the program.

use leptos::prelude::*;

use crate::domain::interface::Interface;
use crate::domain::route::Route;
use crate::ui::rich::Draw;

/// What the frame of one page needs beside its words.
pub struct Frame<'a> {
    pub draw: Draw<'a>,
    pub words: &'a Interface,
    pub route: &'a Route,
    /// Where the same page lies in other languages: code, name, app path.
    pub others: Vec<(String, String, String)>,
    /// "Nội dung cập nhật ngày …".
    pub updated: String,
    /// "In từ Bước Số, ngày …": stands on paper only.
    pub printed: String,
    /// The public address of the page, for paper.
    pub address: String,
}

impl Frame<'_> {
    /// Everything inside `body`, around the given page.
    #[must_use]
    pub fn view(&self, page: AnyView) -> AnyView {
        view! {
            <div class="page">
                <a class="skip" href="#content">{self.words.site.skip.clone()}</a>
                {self.top()}
                <div id="notice"></div>
                <main class="page__main" id="content" tabindex="-1">{page}</main>
                {self.foot()}
            </div>
            <p class="wait" id="waiting" role="status"></p>
            <p class="hidden" role="status" id="announce"></p>
            <div id="layer"></div>
        }
        .into_any()
    }

    fn href(&self, route: Route) -> String {
        self.draw.site.page(&route.path())
    }

    fn top(&self) -> AnyView {
        let nav = &self.words.nav;
        let links = [
            (Route::Explainers, &nav.explainers),
            (Route::SelfCheck, &nav.self_check),
            (Route::Map, &nav.map),
            (Route::Models, &nav.models),
            (Route::Indicators, &nav.indicators),
            (Route::Glossary, &nav.glossary),
        ];
        let links = links.into_iter().map(|(route, text)| {
            let inside = matches!(
                (&route, self.route),
                (Route::Explainers, Route::Explainer(_))
                    | (Route::SelfCheck, Route::Result)
                    | (Route::Models, Route::Model(_))
                    | (Route::Indicators, Route::Indicator(_))
            );
            let current = match (route == *self.route, inside) {
                (true, _) => Some("page"),
                (_, true) => Some("true"),
                _ => None,
            };
            view! { <a class="top__link" href=self.href(route) aria-current=current>{text.clone()}</a> }
        });
        view! {
            <header class="top">
                <div class="wrap top__row">
                    {self.brand()}
                    <nav class="top__nav" aria-label=nav.label.clone()>{links.collect_view()}</nav>
                    <div class="top__tools">
                        {self.languages()}
                        <a class="top__tool" href=self.href(Route::Search)>
                            {self.draw.icon("search")}
                            <span class="hidden">{nav.search.clone()}</span>
                        </a>
                        {self.settings()}
                    </div>
                </div>
                <div class="hem"></div>
            </header>
        }
        .into_any()
    }

    fn brand(&self) -> AnyView {
        let mark = self.draw.site.picture("brand");
        view! {
            <a class="brand" href=self.href(Route::Home)>
                <svg class="brand__mark" viewBox="0 0 36 36" aria-hidden="true"><use href=mark></use></svg>
                <span>{self.words.site.name.replace(' ', "\u{a0}")}</span>
            </a>
        }
        .into_any()
    }

    fn languages(&self) -> AnyView {
        let links = self.others.iter().map(|(code, name, to)| {
            let href = self.draw.site.href(to);
            view! {
                <a class="top__tool top__tool--word" href=href lang=code.clone() hreflang=code.clone() data-language=code.clone()>
                    {name.clone()}
                </a>
            }
        });
        links.collect_view().into_any()
    }

    /// Text size and colours: native radios, kept by the start-up script.
    fn settings(&self) -> AnyView {
        let words = &self.words.settings;
        let themes =
            [("", &words.theme_auto), ("light", &words.theme_light), ("dark", &words.theme_dark)];
        let sizes = [
            ("", &words.text_100),
            ("130", &words.text_130),
            ("150", &words.text_150),
            ("200", &words.text_200),
        ];
        view! {
            <details class="settings">
                <summary class="top__tool">
                    {self.draw.icon("text")}
                    <span class="hidden">{words.title.clone()}</span>
                </summary>
                <form class="settings__panel stack" data-settings="">
                    {radios("text", &words.text, &sizes)}
                    {radios("theme", &words.theme, &themes)}
                    <p class="small quiet">{words.note.clone()}</p>
                </form>
            </details>
        }
        .into_any()
    }

    fn foot(&self) -> AnyView {
        let nav = &self.words.nav;
        let explainer = |slug: &str| Route::Explainer(slug.into());
        let often = [
            (explainer("cuoc-goi-lua-dao"), &nav.often_scam),
            (explainer("cong-dich-vu-cong"), &nav.often_papers),
            (explainer("tinh-toi-sau-sap-nhap"), &nav.often_place),
            (Route::Rehearsals, &nav.rehearsals),
            (Route::Provinces, &nav.provinces),
            (Route::Timeline, &nav.timeline),
        ];
        let about = [
            (Route::Documents, &nav.documents),
            (Route::Sources, &nav.sources),
            (Route::Privacy, &nav.privacy),
            (Route::Accessibility, &nav.accessibility),
        ];
        let numbers = ["113", "114", "115", "111"].map(|number| {
            let href = ["tel:", number].concat();
            view! { <li><a class="foot__link foot__link--number" href=href>{number}</a></li> }
        });
        view! {
            <footer class="foot">
                <div class="hem"></div>
                <div class="wrap band band--slim stack">
                    <div class="grid grid--s screen">
                        {self.group(&nav.often, &often)}
                        {self.group(&nav.about, &about)}
                        <nav aria-label=nav.numbers.clone()>
                            <h2 class="title-s">{nav.numbers.clone()}</h2>
                            <ul class="cluster">{numbers.into_iter().collect_view()}</ul>
                        </nav>
                    </div>
                    <hr />
                    <p>{self.words.site.promise.clone()}</p>
                    <p>{self.updated.clone()}</p>
                    <p class="paper">{self.printed.clone()}" "<span id="address">{self.address.clone()}</span></p>
                </div>
            </footer>
        }
        .into_any()
    }

    fn group(&self, title: &str, links: &[(Route, &String)]) -> AnyView {
        let links = links.iter().map(|(route, text)| {
            let href = self.href(route.clone());
            view! { <li><a class="foot__link" href=href>{(*text).clone()}</a></li> }
        });
        view! {
            <nav aria-label=title.to_owned()>
                <h2 class="title-s">{title.to_owned()}</h2>
                <ul>{links.collect_view()}</ul>
            </nav>
        }
        .into_any()
    }
}

fn radios(name: &'static str, legend: &str, choices: &[(&'static str, &String)]) -> AnyView {
    let choices = choices.iter().map(|(value, text)| {
        let checked = value.is_empty();
        view! {
            <label class="choice choice--slim">
                <input type="radio" name=name value=*value checked=checked />
                {(*text).clone()}
            </label>
        }
    });
    view! {
        <fieldset class="stack stack--s">
            <legend class="title-s">{legend.to_owned()}</legend>
            <div class="grid grid--s">{choices.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
