//! Calls, messages, pages and posters drawn in text: they grow, wrap and are read aloud.

use crate::domain::interface::RehearsalPage;
use crate::domain::rehearsal::{View, ViewWords};
use crate::domain::tree::Element;

/// The picture of a kind, on the grid of the icons.
fn sign(kind: View) -> &'static str {
    match kind {
        View::Call => {
            "M5 3h4l2 5-3 2a12 12 0 0 0 6 6l2-3 5 2v4a2 2 0 0 1-2 2A17 17 0 0 1 3 5a2 2 0 0 1 2-2z"
        }
        View::Sms => "M3 4h18v13h-9l-5 4v-4H3zM7 9h10M7 12.5h6",
        View::Chat => "M3 3h12v9H9l-4 3v-3H3zM18 8h3v9h-2v3l-4-3H9",
        View::Video => "M3 6h12v12H3zM15 10.5l6-3.5v10l-6-3.5",
        View::Web => "M2.5 4h19v16h-19zM2.5 9h19M5.5 6.5v.01M8.5 6.5v.01",
        View::App => "M7 2h10v20H7zM11 18.5h2",
        View::Poster => {
            "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 20h2"
        }
        View::Paper => "M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h5",
    }
}

/// The three corners and some cells of a QR code that leads nowhere: it cannot be read.
const QR: &str = "M1 1h7v7H1zM2 2v5h5V2zM3 3h3v3H3zM13 1h7v7h-7zM14 2v5h5V2zM15 3h3v3h-3z\
    M1 13h7v7H1zM2 14v5h5v-5zM3 15h3v3H3zM10 1h1v2h-1zM9 4h2v1H9zM10 6h1v3h-1zM1 10h3v1H1z\
    M5 9h2v2H5zM8 10h3v1H8zM12 9h2v2h-2zM15 10h1v2h-1zM17 9h3v1h-3zM18 11h2v2h-2zM10 12h2v2h-2z\
    M13 13h2v1h-2zM10 15h1v3h-1zM12 16h3v2h-3zM16 14h1v3h-1zM18 15h2v1h-2zM10 19h3v1h-3z\
    M15 19h2v1h-2zM18 18h2v2h-2z";

fn picture(class: &str, frame: &str, path: &str) -> Element {
    Element::of("svg", class)
        .with("viewBox", frame)
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .child(Element::new("path").with("d", path))
}

/// What a step shows, as a figure with its label.
pub(super) fn drawing(frame: &RehearsalPage, kind: View, words: &ViewWords) -> Element {
    let (name, label) = match kind {
        View::Call => ("call", &frame.call),
        View::Sms => ("sms", &frame.sms),
        View::Chat => ("chat", &frame.chat),
        View::Video => ("video", &frame.video),
        View::Web => ("web", &frame.web),
        View::App => ("app", &frame.app),
        View::Poster => ("poster", &frame.poster),
        View::Paper => ("paper", &frame.paper),
    };
    let caption = Element::of("figcaption", "msg__label")
        .child(picture("icon", "0 0 24 24", sign(kind)))
        .text(label);
    let mut head =
        Element::of("div", "msg__head").child(Element::of("p", "msg__from").text(&words.from));
    if let Some(meta) = &words.meta {
        head = head.child(Element::of("p", "msg__meta").text(meta));
    }
    let mut body = Element::of("div", "msg__body");
    if kind == View::Poster {
        let code = Element::of("p", "hidden").text(&frame.qr);
        body = body.child(picture("msg__qr", "0 0 21 21", QR)).child(code);
    }
    body = body.children(words.parts.iter().map(|part| Element::of("p", "msg__part").text(part)));
    let named = |class: &str, name: &str, text: &str| {
        Element::of("p", class)
            .child(Element::of("span", "hidden").text(&[name, ": "].concat()))
            .text(text)
    };
    body = body
        .children(words.fields.iter().map(|field| named("msg__field", &frame.field, field)))
        .children(words.buttons.iter().map(|text| named("msg__button", &frame.button, text)));
    Element::of("figure", &["msg msg--", name].concat()).child(caption).child(head).child(body)
}
