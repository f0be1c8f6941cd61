//! Reading aloud with a voice of the device.

use js_sys::Reflect;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::dom;

fn synthesis() -> Option<SpeechSynthesis> {
    let window = dom::window();
    if !Reflect::has(window.as_ref(), &"speechSynthesis".into()).unwrap_or(false) {
        return None;
    }
    window.speech_synthesis().ok()
}

fn voice(synthesis: &SpeechSynthesis, lang: &str) -> Option<SpeechSynthesisVoice> {
    let voices = synthesis.get_voices().into_iter().map(SpeechSynthesisVoice::from);
    let mut voices = voices.filter(|voice| {
        let code = voice.lang().to_ascii_lowercase();
        let rest = code.strip_prefix(lang);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
    });
    voices.next()
}

/// Whether the device has a real voice for this language.
#[must_use]
pub fn is_available(lang: &str) -> bool {
    synthesis().is_some_and(|synthesis| voice(&synthesis, lang).is_some())
}

/// Calls `act` whenever the list of voices changes.
pub fn on_voices(act: impl FnMut() + 'static) {
    let mut act = act;
    if let Some(synthesis) = synthesis() {
        dom::listen(synthesis.as_ref(), "voiceschanged", move |_| act());
    }
}

/// Speaks pieces one after another; false when nothing can be spoken.
pub fn speak(lang: &str, pieces: &[String]) -> bool {
    let Some(synthesis) = synthesis() else { return false };
    let Some(voice) = voice(&synthesis, lang) else { return false };
    synthesis.cancel();
    for piece in pieces {
        let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(piece) else { return false };
        utterance.set_voice(Some(&voice));
        utterance.set_lang(&voice.lang());
        synthesis.speak(&utterance);
    }
    true
}

/// Whether a voice is speaking or about to.
#[must_use]
pub fn is_speaking() -> bool {
    synthesis().is_some_and(|synthesis| synthesis.speaking() || synthesis.pending())
}

/// Falls silent.
pub fn stop() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}
