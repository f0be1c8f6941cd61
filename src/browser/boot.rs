//! What the start-up script was told by the page.

use web_sys::HtmlElement;

use super::dom;

/// The `data-*` attributes of the start-up script; it adds its table to them itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Boot {
    pub base: String,
    pub lang: String,
    pub langs: Vec<String>,
    pub icons: String,
    /// Address of the file list.
    pub index: String,
    /// Address of the program's words.
    pub words: String,
    /// Addresses of the list of models and of the map's places.
    pub models: String,
    pub places: String,
    /// Address of the self-check's numbers and words.
    pub quiz: String,
    /// Key of the page that was served.
    pub key: String,
    /// The portal's name, as titles end with it.
    pub name: String,
}

/// Reads the attributes; `None` on a page that is not ours.
#[must_use]
pub fn read() -> Option<Boot> {
    let script: HtmlElement = dom::by_id("boot")?;
    let data = script.dataset();
    Some(Boot {
        base: data.get("base")?,
        lang: data.get("lang")?,
        langs: data.get("langs")?.split(',').map(Into::into).collect(),
        icons: data.get("icons")?,
        index: data.get("index")?,
        words: data.get("words")?,
        models: data.get("models")?,
        places: data.get("places")?,
        quiz: data.get("quiz")?,
        key: data.get("key")?,
        name: data.get("name")?,
    })
}
