//! What makes the portal installable and readable without a network: the script that says so, and the manifests.
//! The service worker itself is written when all files of a release stand (`xtask/src/offline.rs`).

use std::collections::BTreeMap;

use serde_json::{Value, json};

use buoc_so::domain::library::Pack;
use buoc_so::domain::wire::Node;

use crate::Options;
use crate::assets;

/// Where the words go in `offline.js`.
const MARK: &str = "{/*words*/}";
/// Colours of the header and of the paper, as in `style/tokens.css`.
const THEME: (&str, &str) = ("#1e2759", "#fff9ec");

/// Paths below the base of what belongs to installing the portal.
pub(crate) struct Offline {
    pub(crate) script: String,
    pub(crate) touch: String,
    /// By language.
    pub(crate) manifests: BTreeMap<String, String>,
}

/// Writes the script with its words, the icons and a manifest for each language.
pub(crate) fn publish(options: &Options, packs: &[Pack], default: &str) -> Result<Offline, String> {
    let Options { public, out, base, .. } = options;
    let icon = |name: &str| {
        let bytes = assets::read(&public.join("icons").join([name, ".png"].concat()))?;
        assets::hashed(out, name, "png", &bytes)
    };
    let (small, large, mask) = (icon("icon-192")?, icon("icon-512")?, icon("icon-mask-512")?);
    let mut words = BTreeMap::new();
    let mut manifests = BTreeMap::new();
    for pack in packs {
        words.insert(pack.lang.as_str(), words_of(pack));
        let home =
            if pack.lang == default { base.clone() } else { format!("{base}{}/", pack.lang) };
        let picture = |path: &str, size: &str, purpose: &str| json!({ "src": format!("{base}{path}"), "sizes": size, "type": "image/png", "purpose": purpose });
        let manifest = json!({
            "name": pack.interface.site.name,
            "short_name": pack.interface.site.name,
            "description": pack.interface.site.description,
            "lang": pack.lang,
            "dir": "ltr",
            "id": home,
            "start_url": home,
            "scope": base,
            "display": "standalone",
            "theme_color": THEME.0,
            "background_color": THEME.1,
            "icons": [
                picture(&small, "192x192", "any"),
                picture(&large, "512x512", "any"),
                picture(&mask, "512x512", "maskable"),
            ],
        });
        let name = ["manifest-", &pack.lang].concat();
        let path = assets::hashed(out, &name, "webmanifest", manifest.to_string().as_bytes())?;
        manifests.insert(pack.lang.clone(), path);
    }
    let script = assets::read(&public.join("boot/offline.js"))?;
    let script = String::from_utf8(script).map_err(|error| error.to_string())?;
    if !script.contains(MARK) {
        return Err(format!("offline.js has no `{MARK}` for its words"));
    }
    let script = script.replace(MARK, &json!(words).to_string());
    let script = assets::hashed(out, "offline", "js", script.as_bytes())?;
    Ok(Offline { script, touch: icon("touch-180")?, manifests })
}

/// The words of one language, with what dates are written with.
fn words_of(pack: &Pack) -> Value {
    let mut words = serde_json::Map::new();
    for (name, word) in pack.interface.offline.pairs() {
        if let Node::Text(text) = word {
            words.insert(name, text.into());
        }
    }
    words.insert("day".into(), pack.interface.dates.day.clone().into());
    words.insert("months".into(), pack.interface.months.clone().into());
    words.into()
}
