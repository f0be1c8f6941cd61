//! The start-up script with its table: what is the same on every page.

use std::collections::BTreeMap;
use std::path::Path;

use buoc_so::domain::library::{Library, Pack};

use crate::assets::{self, Assets};
use crate::offline::Offline;

/// Where the table goes in `boot.js`.
const MARK: &str = "{/*site*/}";

/// Writes the script; gives its path below the base and its integrity.
///
/// `index` is the path of the file list; `words` are each language's paths of the program's
/// words, of the list of models, of the map's places, of the self-check and of the search.
pub(crate) fn publish(
    public: &Path,
    out: &Path,
    base: &str,
    (assets, offline): (&Assets, &Offline),
    library: &Library,
    index: &str,
    words: &[(&Pack, &[String; 5])],
) -> Result<(String, String), String> {
    let script = assets::read(&public.join("boot/boot.js"))?;
    let script = String::from_utf8(script).map_err(|error| error.to_string())?;
    if !script.contains(MARK) {
        return Err(format!("boot.js has no `{MARK}` for the site's table"));
    }
    let at = |path: &str| format!("{base}{path}");
    let codes: Vec<&str> = library.edition.languages.iter().map(|l| l.code.as_str()).collect();
    let mut table: BTreeMap<&str, BTreeMap<&str, String>> = BTreeMap::new();
    table.insert(
        "all",
        BTreeMap::from([
            ("js", at(&assets.js)),
            ("wasm", at(&assets.wasm)),
            ("wasmIntegrity", assets.wasm_integrity.clone()),
            ("atlasJs", at(&assets.atlas_js)),
            ("atlasWasm", at(&assets.atlas_wasm)),
            ("atlasIntegrity", assets.atlas_integrity.clone()),
            ("styleStyle", at(&assets.style.path)),
            ("atlasStyle", at(&assets.atlas_style.path)),
            ("practiceStyle", at(&assets.practice_style.path)),
            ("quizJs", at(&assets.quiz_js)),
            ("quizWasm", at(&assets.quiz_wasm)),
            ("quizIntegrity", assets.quiz_integrity.clone()),
            ("quizStyle", at(&assets.quiz_style.path)),
            ("index", at(index)),
            ("offline", at(&offline.script)),
            ("touch", at(&offline.touch)),
            ("date", library.edition.content_version.into()),
            ("icons", at(&assets.icons)),
            ("base", base.to_owned()),
            ("langs", codes.join(",")),
        ]),
    );
    for (pack, [words, models, places, quiz, search]) in words {
        let recovery = &pack.interface.recovery;
        table.insert(
            &pack.lang,
            BTreeMap::from([
                ("words", at(words)),
                ("models", at(models)),
                ("places", at(places)),
                ("quiz", at(quiz)),
                ("search", at(search)),
                ("manifest", at(offline.manifests.get(&pack.lang).map_or("", String::as_str))),
                ("name", pack.interface.site.name.clone()),
                ("failed", recovery.failed.clone()),
                ("old", recovery.old.clone()),
                ("panic", recovery.panic.clone()),
                ("again", recovery.again.clone()),
                ("reload", recovery.reload.clone()),
                ("close", recovery.close.clone()),
            ]),
        );
    }
    let table = serde_json::to_string(&table).map_err(|error| error.to_string())?;
    let script = script.replace(MARK, &table);
    let path = assets::hashed(out, "boot", "js", script.as_bytes())?;
    Ok((path, assets::integrity(script.as_bytes())))
}
