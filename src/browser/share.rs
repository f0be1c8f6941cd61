//! Sharing and copying.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

use super::dom;

/// How a text left the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    Shared,
    Copied,
    /// The reader closed the panel.
    Declined,
    Failed,
}

/// Copies a text; false where the device does not allow it.
pub async fn copy(text: &str) -> bool {
    let navigator: JsValue = dom::window().navigator().into();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap_or(JsValue::UNDEFINED);
    let Some(write) = method(&clipboard, "writeText") else { return false };
    match write.call1(&clipboard, &text.into()).map(JsCast::dyn_into::<Promise>) {
        Ok(Ok(promise)) => JsFuture::from(promise).await.is_ok(),
        _ => false,
    }
}

/// Opens the device's own sharing panel, or copies where there is none.
pub async fn share(title: &str, text: &str, url: &str) -> Sent {
    let navigator = dom::window().navigator();
    if method(navigator.as_ref(), "share").is_some() {
        let data = ShareData::new();
        data.set_title(title);
        data.set_text(text);
        data.set_url(url);
        return match JsFuture::from(navigator.share_with_data(&data)).await {
            Ok(_) => Sent::Shared,
            Err(_) => Sent::Declined,
        };
    }
    if copy(&[text, " ", url].concat()).await { Sent::Copied } else { Sent::Failed }
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    if !object.is_object() {
        return None;
    }
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}
