//! Writes the whole site.

use std::fs;

use leptos::prelude::*;

use buoc_so::domain::catalog::{Catalog, PublishedFile, SCHEMA_VERSION, content_path, page_key};
use buoc_so::domain::compose::Composer;
use buoc_so::domain::interface::{Phrases, fill};
use buoc_so::domain::library::{Files, Library, Pack};
use buoc_so::domain::page::{Block, Page, Span};
use buoc_so::domain::passport::date_words;
use buoc_so::domain::route::{Address, AddressMode, Route};
use buoc_so::domain::tree::{PRACTICE, QUIZ};
use buoc_so::domain::wire::{MOST_BYTES, Wire, to_json};
use buoc_so::ui::blocks::page_view;
use buoc_so::ui::frame::Frame;
use buoc_so::ui::rich::Draw;
use buoc_so::ui::site::{SearchWords, Site};

use crate::assets::{self, Assets, Program, Sheet};
use crate::document::{Document, escape};
use crate::{Options, boot, content_files, describe, offline};

/// A language's pages, and where the program's words, the models and the places lie.
type Edition<'a> = (&'a Pack, Vec<(Route, Page)>, [String; 5]);

/// The site while it is written.
struct Publisher<'a> {
    options: &'a Options,
    library: &'a Library,
    /// The same content on a day that never changes: what differs from it by its date alone is not new.
    timeless: &'a Library,
    assets: Assets,
    files: Vec<PublishedFile>,
    n_pages: usize,
}

/// The key of a page below its language.
fn key_below(pack: &Pack, route: &Route) -> String {
    page_key(&pack.lang, route).split_off(pack.lang.len() + 1)
}

/// The content as of a day that is the same in every edition.
fn without_day(mut content: Files) -> Files {
    const NAME: &str = "\"content_version\": \"";
    if let Some(index) = content.get_mut("index.json")
        && let Some(at) = index.find(NAME)
        && let Some(day) = index.get(at + NAME.len()..at + NAME.len() + 10)
    {
        *index = index.replacen(day, "2000-01-01", 1);
    }
    content
}

/// Makes the site; says in one line what was made.
pub(crate) fn publish(options: &Options) -> Result<String, String> {
    let content = content_files(&options.public.join("content"))?;
    let library = Library::load(&content).map_err(|errors| describe(&errors))?;
    let timeless = Library::load(&without_day(content)).map_err(|errors| describe(&errors))?;
    if options.out.exists() {
        fs::remove_dir_all(&options.out).map_err(|e| format!("{}: {e}", options.out.display()))?;
    }
    let assets = assets::publish(&options.trunk, &options.public, &options.out)?;
    let mut publisher = Publisher {
        options,
        library: &library,
        timeless: &timeless,
        assets,
        files: Vec::new(),
        n_pages: 0,
    };
    publisher.run()?;
    let n_files = publisher.files.len();
    Ok(format!("{} pages and {n_files} data files in {}", publisher.n_pages, options.out.display()))
}

impl Publisher<'_> {
    fn run(&mut self) -> Result<(), String> {
        let library = self.library;
        let mut pages: Vec<Edition<'_>> = Vec::new();
        for pack in &library.packs {
            let composer = Composer::new(library, pack);
            let mut made = Vec::new();
            for route in composer.routes() {
                let page = composer.page(&route);
                if route != Route::NotFound {
                    self.data(&page_key(&pack.lang, &route), &page)?;
                }
                made.push((route, page));
            }
            let timeless = self.timeless.packs.iter().find(|still| still.lang == pack.lang);
            let timeless = timeless.map(|still| Composer::new(self.timeless, still));
            let found = made.iter().filter(|(route, _)| *route != Route::NotFound);
            let titles = found.map(|(route, page)| {
                let still = timeless.as_ref().map(|composer| to_json(&composer.page(route)));
                let digest = assets::hash(still.unwrap_or_default().as_bytes());
                (key_below(pack, route), (page.title.clone(), digest))
            });
            let titles: Vec<(String, (String, String))> = titles.collect();
            self.data(&[&pack.lang, "/titles"].concat(), &titles)?;
            for (path, bytes) in composer.downloads() {
                self.write(path.trim_start_matches('/'), &bytes)?;
            }
            let search = (composer.search_documents(), pack.interface.synonyms.clone());
            let search = self.data(&[&pack.lang, "/search"].concat(), &search)?;
            let listing = (composer.listing(), Phrases::from(&pack.interface.atlas));
            let models = self.data(&[&pack.lang, "/models"].concat(), &listing)?;
            let places = (composer.atlas_provinces(), composer.measures());
            let places = self.data(&[&pack.lang, "/map"].concat(), &places)?;
            let words = self.data(&[&pack.lang, "/words"].concat(), &pack.interface.app)?;
            let mut folders = Vec::new();
            for domain in 1..=6 {
                let key = format!("{}/quiz-d{domain}", pack.lang);
                folders.push(self.data(&key, &composer.questions(domain))?);
            }
            let books = (composer.deck(), composer.guide(folders));
            let quiz = self.data(&[&pack.lang, "/quiz"].concat(), &books)?;
            pages.push((pack, made, [words, models, places, quiz, search]));
        }
        let index = self.index()?;
        let words: Vec<(&Pack, &[String; 5])> =
            pages.iter().map(|(pack, _, words)| (*pack, words)).collect();
        let Options { public, out, base, .. } = self.options;
        let offline = offline::publish(self.options, &library.packs, self.default_lang())?;
        let parts = (&self.assets, &offline);
        let boot = boot::publish(public, out, base, parts, library, &index, &words)?;
        for (pack, made, _) in &pages {
            self.frame(pack, &boot)?;
            for (route, page) in made {
                self.page(pack, route, page, &boot)?;
            }
        }
        self.sitemap(&pages)?;
        let origin = &library.edition.origin;
        let robots =
            format!("User-agent: *\nAllow: /\nSitemap: {origin}{}sitemap.xml\n", self.options.base);
        self.write("robots.txt", robots.as_bytes())
    }

    /// Writes below the folder of the site and nowhere else, whatever ids are made of.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), String> {
        let is_letter = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_');
        let is_name = |name: &str| !name.starts_with('.') && name.bytes().all(is_letter);
        if !path.split('/').all(|name| !name.is_empty() && is_name(name)) {
            return Err(format!("an id that cannot be an address: {path:?}"));
        }
        assets::write(&self.options.out.join(path), bytes)
    }

    /// Writes page data under a hashed name; gives its path below the base.
    fn data<T: Wire>(&mut self, key: &str, value: &T) -> Result<String, String> {
        let json = to_json(value).into_bytes();
        if json.len() > MOST_BYTES {
            return Err(format!(
                "{key}: more than {MOST_BYTES} bytes, which no browser would read"
            ));
        }
        let hash = assets::hash(&json);
        let path = content_path(key, &hash);
        self.write(&path, &json)?;
        let bytes = u32::try_from(json.len()).map_err(|e| e.to_string())?;
        self.files.push(PublishedFile { key: key.into(), hash, bytes });
        Ok(path)
    }

    fn index(&mut self) -> Result<String, String> {
        let catalog = Catalog {
            schema_version: SCHEMA_VERSION,
            content_version: String::from(self.library.edition.content_version),
            languages: self.library.edition.languages.iter().map(|l| l.code.clone()).collect(),
            files: self.files.clone(),
        };
        let json = to_json(&catalog).into_bytes();
        let path = content_path("index", &assets::hash(&json));
        self.write(&path, &json)?;
        Ok(path)
    }

    fn default_lang(&self) -> &str {
        self.library.edition.languages.default_code()
    }

    /// The app path of a route in a language.
    fn app_path(&self, lang: &str, route: &Route) -> String {
        let mode = AddressMode::Path { base: "/".into() };
        Address::new(lang, route.clone()).href(&mode, self.default_lang())
    }

    fn page(
        &mut self,
        pack: &Pack,
        route: &Route,
        page: &Page,
        (boot, boot_integrity): &(String, String),
    ) -> Result<(), String> {
        let languages = &self.library.edition.languages;
        let lost = *route == Route::NotFound;
        let target = if lost { &Route::Home } else { route };
        let alternates: Vec<(String, String)> = languages
            .iter()
            .map(|language| (language.code.clone(), self.app_path(&language.code, target)))
            .collect();
        let path = if lost { String::new() } else { self.app_path(&pack.lang, route) };
        let body = self.body(pack, route, page, &path);
        let site_name = &pack.interface.site.name;
        let key = page_key(&pack.lang, route);
        let html = Document {
            lang: &pack.lang,
            base: &self.options.base,
            policy: &self.options.policy,
            origin: &self.library.edition.origin,
            title: format!("{} \u{2013} {site_name}", page.title),
            description: &page.description,
            path: &path,
            alternates: &alternates,
            assets: &self.assets,
            words: &pack.interface,
            boot,
            boot_integrity,
            key: &key,
            body: &body,
            carries_styles: true,
            sheets: self.sheets(page),
            program: self.program(&body),
        }
        .html();
        let file = match (lost, pack.lang == self.default_lang()) {
            (true, true) => "404.html".to_owned(),
            (true, false) => format!("{}/404.html", pack.lang),
            _ => format!("{}index.html", path.trim_start_matches('/')),
        };
        self.n_pages += 1;
        self.write(&file, html.as_bytes())
    }

    /// The frame without a page, for pages that are kept on the device: the program draws into it.
    fn frame(
        &mut self,
        pack: &Pack,
        (boot, boot_integrity): &(String, String),
    ) -> Result<(), String> {
        let words = &pack.interface;
        let wait = vec![Span::T(words.app.loading.clone())];
        let page = Page {
            title: words.site.name.clone(),
            description: words.site.description.clone(),
            blocks: vec![Block::Text(wait)],
            passports: Vec::new(),
            labels: Vec::new(),
        };
        let html = Document {
            policy: &self.options.policy,
            lang: &pack.lang,
            base: &self.options.base,
            origin: &self.library.edition.origin,
            title: page.title.clone(),
            description: &page.description,
            path: "",
            alternates: &[],
            assets: &self.assets,
            words,
            boot,
            boot_integrity,
            key: "",
            body: &self.body(pack, &Route::NotFound, &page, ""),
            // It comes from the device, where the sheet lies beside it: fewer bytes to keep, and to bring anew.
            carries_styles: false,
            sheets: Vec::new(),
            program: self.assets.core(),
        }
        .html();
        let folder = self.app_path(&pack.lang, &Route::Home);
        self.write(&format!("{}khung.html", folder.trim_start_matches('/')), html.as_bytes())
    }

    /// Styles that the page needs beside those of every page.
    fn sheets(&self, page: &Page) -> Vec<&Sheet> {
        let Assets { atlas_style, practice_style, quiz_style, .. } = &self.assets;
        let mut sheets: Vec<&Sheet> = Vec::new();
        for tree in page.trees() {
            let wanted: &[&Sheet] = match tree.part() {
                PRACTICE => &[practice_style],
                QUIZ => &[practice_style, quiz_style],
                _ => &[atlas_style],
            };
            sheets.extend(wanted);
        }
        sheets.sort_unstable_by_key(|sheet| sheet.name);
        sheets.dedup_by_key(|sheet| sheet.name);
        sheets
    }

    /// The program that a page starts first: a part that makes it comes before the core (`boot.js`).
    fn program(&self, body: &str) -> Program<'_> {
        let holds = |part: &str| body.contains(&format!("data-part=\"{part}\""));
        if holds(QUIZ) {
            self.assets.quiz()
        } else if holds("atlas") || holds("table") {
            self.assets.atlas()
        } else {
            self.assets.core()
        }
    }

    fn body(&self, pack: &Pack, route: &Route, page: &Page, path: &str) -> String {
        let site = self.site(pack);
        let date = date_words(&pack.interface, self.library.edition.content_version);
        let others = self.library.edition.languages.iter().filter(|l| l.code != pack.lang);
        let target = if *route == Route::NotFound { &Route::Home } else { route };
        let frame = Frame {
            draw: Draw { site: &site, passports: &page.passports },
            words: &pack.interface,
            route,
            others: others
                .map(|l| (l.code.clone(), l.name.clone(), self.app_path(&l.code, target)))
                .collect(),
            updated: fill(&pack.interface.site.updated, "date", &date),
            printed: fill(&pack.interface.site.print_note, "date", &date),
            address: format!(
                "{}{}{}",
                self.library.edition.origin,
                self.options.base,
                path.trim_start_matches('/')
            ),
        };
        let owner = Owner::new();
        let html = owner.with(|| frame.view(page_view(&site, page)).to_html());
        html.replace("<!>", "")
    }

    fn site(&self, pack: &Pack) -> Site {
        let words = &pack.interface;
        Site {
            mode: AddressMode::Path { base: self.options.base.clone() },
            lang: pack.lang.clone(),
            codes: self.library.edition.languages.iter().map(|l| l.code.clone()).collect(),
            icons: format!("{}{}", self.options.base, self.assets.icons),
            search: SearchWords {
                label: words.app.search_label.clone(),
                button: words.app.search_button.clone(),
                hint: words.app.search_hint.clone(),
                share: words.app.share.clone(),
                listen: words.app.listen.clone(),
                print: words.app.print.clone(),
            },
        }
    }

    fn sitemap(&self, pages: &[Edition<'_>]) -> Result<(), String> {
        let mut xml = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        let edition = &self.library.edition;
        let day = String::from(edition.content_version);
        for (pack, made, _) in pages {
            for (route, _) in made.iter().filter(|(route, _)| *route != Route::NotFound) {
                let path = self.app_path(&pack.lang, route);
                let path = path.trim_start_matches('/');
                let place = escape(&format!("{}{}{path}", edition.origin, self.options.base));
                xml.push_str(&format!("<url><loc>{place}</loc><lastmod>{day}</lastmod></url>\n"));
            }
        }
        xml.push_str("</urlset>\n");
        self.write("sitemap.xml", xml.as_bytes())
    }
}
