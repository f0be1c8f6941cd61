//! Messages and pages drawn in words: they grow with the text and can be read aloud.

use super::super::super::interface::Phrases;
use super::super::super::tree::Element;
use super::super::deck::Question;
use super::super::item::View;
use super::line;

/// The name of a kind of message.
fn name(say: &Phrases, view: View) -> &str {
    say.get(match view {
        View::Sms => "view_sms",
        View::Chat => "view_chat",
        View::Call => "view_call",
        View::Email => "view_email",
        View::Post => "view_post",
        View::Portal => "view_portal",
        View::App => "view_app",
        View::Search => "view_search",
    })
}

/// The style of a kind of message; rehearsals draw with the same ones.
fn style(view: View) -> &'static str {
    match view {
        View::Sms => "msg msg--sms",
        View::Chat | View::Post => "msg msg--chat",
        View::Call => "msg msg--call",
        View::Email => "msg msg--paper",
        View::Portal | View::Search => "msg msg--web",
        View::App => "msg msg--app",
    }
}

/// The frame of a message with its pieces inside.
pub(super) fn message(say: &Phrases, question: &Question, pieces: Element) -> Element {
    let view = question.view().unwrap_or(View::Sms);
    let label = [name(say, view), ". ", say.get("drawn")].concat();
    let from = Element::of("div", "msg__head").child(line("msg__from", &question.from));
    Element::of("div", style(view))
        .with("role", "group")
        .with("aria-label", label)
        .child(line("msg__label", name(say, view)))
        .child(from)
        .child(pieces)
}
