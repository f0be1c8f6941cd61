//! The adapters against a real browser.
#![cfg(all(target_arch = "wasm32", feature = "web"))]
#![allow(clippy::unwrap_used)]

use buoc_so::browser::fetch::{self, FetchError};
use buoc_so::browser::{dom, share, speech, storage, travel};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

wasm_bindgen_test_configure!(run_in_browser);

fn body() -> HtmlElement {
    dom::document().body().unwrap()
}

fn local() -> web_sys::Storage {
    dom::window().local_storage().unwrap().unwrap()
}

#[wasm_bindgen_test]
fn erasing_takes_our_keys_and_leaves_those_of_others() {
    local().set_item("buoc-so.theme", "dark").unwrap();
    local().set_item("khac", "1").unwrap();
    let kept = storage::kept();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].key, "theme");
    assert_eq!(kept[0].n_bytes, "buoc-so.theme".len() + "dark".len());
    storage::erase();
    assert!(storage::kept().is_empty());
    assert_eq!(local().get_item("khac").unwrap().as_deref(), Some("1"));
    local().remove_item("khac").unwrap();
}

#[wasm_bindgen_test]
fn only_addresses_of_this_host_are_ours() {
    let origin = dom::window().location().origin().unwrap();
    let own = [origin.as_str(), "/en/tim/?q=a#b"].concat();
    assert_eq!(travel::within(&own).as_deref(), Some("/en/tim/?q=a#b"));
    assert_eq!(travel::within("https://dichvucong.gov.vn/"), None);
    assert_eq!(travel::within("tel:113"), None);
}

#[wasm_bindgen_test]
fn the_scroll_position_travels_with_the_entry() {
    travel::keep_scroll();
    let state = dom::window().history().unwrap().state().unwrap();
    assert_eq!(travel::kept_scroll(&state), Some(travel::scroll_y()));
    assert_eq!(travel::kept_scroll(&wasm_bindgen::JsValue::NULL), None);
}

#[wasm_bindgen_test]
fn a_heading_can_be_focused_without_scrolling() {
    let heading = dom::document().create_element("h1").unwrap();
    heading.set_id("tieu-de");
    body().append_child(&heading).unwrap();
    let heading: HtmlElement = dom::by_id("tieu-de").unwrap();
    dom::focus_quietly(&heading);
    assert_eq!(dom::document().active_element().unwrap().id(), "tieu-de");
    heading.remove();
}

#[wasm_bindgen_test]
async fn a_missing_file_is_told_from_a_missing_network() {
    let missing = fetch::text("/khong-co-tep-nay.json", false).await.unwrap_err();
    assert!(matches!(missing, FetchError::Status(404) | FetchError::Body), "{missing:?}");
    let nowhere = fetch::text("http://127.0.0.1:9/", false).await.unwrap_err();
    assert_eq!(nowhere, FetchError::Offline);
}

#[wasm_bindgen_test]
async fn copying_and_speaking_never_panic_where_they_are_not_allowed() {
    let _ = share::copy("chữ").await;
    assert!(!speech::is_available("xx"));
    assert!(!speech::speak("xx", &["chữ".into()]));
    speech::stop();
}
