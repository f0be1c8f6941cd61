//! The program: it adopts the page that was served and redraws only what changes.
//!
//! The served page stays as it is, so nothing flashes, moves or loses focus.
//! Views draw a page from its data from the first link that is followed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::boot::{self, Boot};
use crate::browser::{dom, speech};
use crate::domain::route::{Address, AddressMode};
use crate::ui::outlet::Outlet;
use crate::ui::shelf::Shelf;
use crate::ui::site::{SearchWords, Site};
use crate::ui::{clicks, device, journey, search_panel};

/// What the running program shares between its parts.
pub(crate) struct App {
    pub(crate) boot: Boot,
    pub(crate) shelf: Shelf,
    /// The page that stands, by its key.
    pub(crate) key: RefCell<String>,
    /// Counts journeys: a late answer of an earlier one is dropped.
    pub(crate) journeys: Cell<u32>,
    pub(crate) outlet: Outlet,
}

impl App {
    /// How this site writes its addresses, with the words that pages hold.
    pub(crate) fn site(&self) -> Site {
        let words = self.shelf.words_now().unwrap_or_default();
        Site {
            mode: AddressMode::Path { base: self.boot.base.clone() },
            lang: self.boot.lang.clone(),
            codes: self.boot.langs.clone(),
            icons: self.boot.icons.clone(),
            search: SearchWords {
                label: words.search_label.clone(),
                button: words.search_button.clone(),
                hint: words.search_hint.clone(),
                share: words.share.clone(),
                listen: words.listen.clone(),
                print: words.print.clone(),
            },
        }
    }

    /// Reads an address of this portal: path, query and fragment.
    pub(crate) fn address(&self, href: &str) -> Option<Address> {
        let mode = AddressMode::Path { base: self.boot.base.clone() };
        let codes: Vec<&str> = self.boot.langs.iter().map(String::as_str).collect();
        Address::parse(href, &mode, &codes)
    }
}

/// Starts the program on the page that was served.
pub fn start() {
    let Some(boot) = boot::read() else { return };
    let shelf = Shelf::new(&boot.base, &boot.index, &boot.words);
    let key = RefCell::new(boot.key.clone());
    let app = Rc::new(App { boot, shelf, key, journeys: Cell::new(0), outlet: Outlet::default() });
    clicks::listen(&app);
    journey::listen(&app);
    voices(&app);
    spawn_local(async move {
        if app.shelf.words().await.is_ok() {
            islands(&app);
        }
        if app.key.borrow().is_empty() {
            journey::arrive(&app);
        }
    });
}

/// Brings the interactive parts of the standing page to life.
pub(crate) fn islands(app: &Rc<App>) {
    search_panel::mount(app);
    device::mount_on(app);
}

/// Offers reading aloud where the device has a voice for the language.
fn voices(app: &Rc<App>) {
    let lang = app.boot.lang.clone();
    let offer = move || {
        if speech::is_available(&lang)
            && let Some(root) = dom::document().document_element()
        {
            let _ = root.set_attribute("data-voice", "true");
        }
    };
    offer();
    speech::on_voices(offer);
}

/// Mounts a view into an emptied element and lets it live with the page.
pub(crate) fn mount(element: web_sys::HtmlElement, view: impl FnOnce() -> AnyView + 'static) {
    element.set_text_content(None);
    mount_to(element, view).forget();
}
