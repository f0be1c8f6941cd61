//! Text over the network, from the portal's own files.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

use super::dom;
use crate::domain::wire::MOST_BYTES;

/// Why a file did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// No answer at all.
    Offline,
    /// The host answered with this status.
    Status(u16),
    /// The body broke off or was something else, such as a log-in page.
    Body,
}

/// The text of a JSON file; a copy that the browser kept may be damaged, so that a second try asks the host.
///
/// # Errors
/// No network, a status that is not 2xx, or a body that is not JSON by its type.
pub async fn text(url: &str, is_second: bool) -> Result<String, FetchError> {
    let init = RequestInit::new();
    if is_second {
        init.set_cache(RequestCache::Reload);
    }
    let answer = JsFuture::from(dom::window().fetch_with_str_and_init(url, &init)).await;
    let response: Response =
        answer.map_err(|_| FetchError::Offline)?.dyn_into().map_err(|_| FetchError::Body)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let kind = response.headers().get("content-type").ok().flatten().unwrap_or_default();
    if kind.contains("html") {
        return Err(FetchError::Body);
    }
    let body = response.text().map_err(|_| FetchError::Body)?;
    let body = JsFuture::from(body).await.map_err(|_| FetchError::Body)?;
    body.as_string().filter(|text| text.len() <= MOST_BYTES).ok_or(FetchError::Body)
}
