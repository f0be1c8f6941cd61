//! Files with their hash in the name.

use sha2::{Digest, Sha256, Sha384};
use std::fs;
use std::path::Path;

/// The assets every page refers to, as addresses below the base.
#[cfg_attr(test, derive(Default))]
pub(crate) struct Assets {
    pub(crate) style: String,
    pub(crate) js: String,
    pub(crate) wasm: String,
    pub(crate) wasm_integrity: String,
    /// The part of the program for lists, maps and tables, and its styles.
    pub(crate) atlas_js: String,
    pub(crate) atlas_wasm: String,
    pub(crate) atlas_integrity: String,
    pub(crate) atlas_style: String,
    /// The styles of rehearsals and drawn messages.
    pub(crate) practice_style: String,
    /// The part for the self-check, and its styles.
    pub(crate) quiz_js: String,
    pub(crate) quiz_wasm: String,
    pub(crate) quiz_integrity: String,
    pub(crate) quiz_style: String,
    pub(crate) icons: String,
    pub(crate) favicon: String,
}

/// The first 16 hex digits of a SHA-256.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// A subresource-integrity value.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digest = Sha384::digest(bytes);
    let mut out = String::from("sha384-");
    for group in digest.chunks(3) {
        let bits = group.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte));
        for shift in [18, 12, 6, 0] {
            out.push(char::from(DIGITS[(bits >> shift & 63) as usize]));
        }
    }
    out
}

/// Reads a file, or says which one is missing.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes `assets/<name>-<hash>.<ending>` and gives its path below the base.
pub(crate) fn hashed(out: &Path, name: &str, ending: &str, bytes: &[u8]) -> Result<String, String> {
    let path = format!("assets/{name}-{}.{ending}", hash(bytes));
    write(&out.join(&path), bytes)?;
    Ok(path)
}

/// What an attribute is set to in a tag of Trunk's page, quoted or not.
fn attribute<'a>(html: &'a str, name: &str) -> Result<&'a str, String> {
    let missing = || format!("Trunk's page has no `{name}`");
    let (_, rest) = html.split_once(&format!("{name}=")).ok_or_else(missing)?;
    let value = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"').map(|(value, _)| value),
        None => rest.split([' ', '>']).next(),
    };
    value.ok_or_else(missing)
}

/// A style sheet without comments and line ends.
fn tight(sheet: &str) -> String {
    let mut out = String::new();
    for (index, part) in sheet.split("/*").enumerate() {
        let code =
            if index == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) };
        code.lines().for_each(|line| out.push_str(line.trim()));
    }
    out
}

/// Copies styles, scripts, wasm and pictures under hashed names.
pub(crate) fn publish(trunk: &Path, public: &Path, out: &Path) -> Result<Assets, String> {
    let page = String::from_utf8_lossy(&read(&trunk.join("index.html"))?).into_owned();
    let mut style = Vec::new();
    for tag in page.split("<link").skip(1).filter(|tag| tag.contains("stylesheet")) {
        let name = attribute(tag, "href")?.trim_start_matches(['.', '/']);
        style.extend(read(&trunk.join(name))?);
        style.push(b'\n');
    }
    let js_name = attribute(&page, "data-js")?.trim_start_matches(['.', '/']);
    let wasm_name = attribute(&page, "data-wasm")?.trim_start_matches(['.', '/']);
    let wasm = read(&trunk.join(wasm_name))?;
    let js = read(&trunk.join(js_name))?;
    let atlas_wasm = read(&trunk.join("atlas_bg.wasm"))?;
    let atlas_js = read(&trunk.join("atlas.js"))?;
    let sheet = |name: &str| -> Result<String, String> {
        let file = [name, ".css"].concat();
        let sheet = tight(&String::from_utf8_lossy(&read(&trunk.join(file))?));
        hashed(out, name, "css", sheet.as_bytes())
    };
    let quiz_wasm = read(&trunk.join("quiz_bg.wasm"))?;
    let quiz_js = read(&trunk.join("quiz.js"))?;
    Ok(Assets {
        quiz_integrity: integrity(&quiz_wasm),
        quiz_wasm: hashed(out, "quiz", "wasm", &quiz_wasm)?,
        quiz_js: hashed(out, "quiz", "js", &quiz_js)?,
        quiz_style: sheet("quiz")?,
        atlas_integrity: integrity(&atlas_wasm),
        atlas_wasm: hashed(out, "atlas", "wasm", &atlas_wasm)?,
        atlas_js: hashed(out, "atlas", "js", &atlas_js)?,
        atlas_style: sheet("atlas")?,
        practice_style: sheet("practice")?,
        style: hashed(out, "style", "css", &style)?,
        js: hashed(out, "app", "js", &js)?,
        wasm_integrity: integrity(&wasm),
        wasm: hashed(out, "app", "wasm", &wasm)?,
        icons: hashed(out, "icons", "svg", &read(&public.join("icons/icons.svg"))?)?,
        favicon: hashed(out, "favicon", "svg", &read(&public.join("icons/favicon.svg"))?)?,
    })
}
