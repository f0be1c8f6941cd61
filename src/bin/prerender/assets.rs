//! Files with their hash in the name.

use sha2::{Digest, Sha256, Sha384};
use std::fs;
use std::path::Path;

/// The assets every page refers to, as addresses below the base.
#[cfg_attr(test, derive(Default))]
pub(crate) struct Assets {
    pub(crate) style: Sheet,
    /// What every page runs before anything is drawn.
    pub(crate) first: Inline,
    pub(crate) js: String,
    pub(crate) wasm: String,
    pub(crate) wasm_integrity: String,
    /// The part of the program for lists, maps and tables, and its styles.
    pub(crate) atlas_js: String,
    pub(crate) atlas_wasm: String,
    pub(crate) atlas_integrity: String,
    pub(crate) atlas_style: Sheet,
    /// The styles of rehearsals and drawn messages.
    pub(crate) practice_style: Sheet,
    /// The part for the self-check, and its styles.
    pub(crate) quiz_js: String,
    pub(crate) quiz_wasm: String,
    pub(crate) quiz_integrity: String,
    pub(crate) quiz_style: Sheet,
    pub(crate) icons: String,
    pub(crate) favicon: String,
}

/// One program of the portal: its script, its WebAssembly and what this must hash to.
#[derive(Clone, Copy)]
pub(crate) struct Program<'a> {
    pub(crate) js: &'a str,
    pub(crate) wasm: &'a str,
    pub(crate) integrity: &'a str,
}

impl Assets {
    /// What every page needs.
    pub(crate) fn core(&self) -> Program<'_> {
        Program { js: &self.js, wasm: &self.wasm, integrity: &self.wasm_integrity }
    }

    /// The part for lists, maps and tables.
    pub(crate) fn atlas(&self) -> Program<'_> {
        Program { js: &self.atlas_js, wasm: &self.atlas_wasm, integrity: &self.atlas_integrity }
    }

    /// The part for the self-check.
    pub(crate) fn quiz(&self) -> Program<'_> {
        Program { js: &self.quiz_js, wasm: &self.quiz_wasm, integrity: &self.quiz_integrity }
    }
}

/// Words that stand in a page, and how its content policy names them.
#[cfg_attr(test, derive(Default))]
pub(crate) struct Inline {
    pub(crate) text: String,
    pub(crate) source: String,
}

impl Inline {
    fn new(text: String) -> Self {
        let source = format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())));
        Inline { text, source }
    }
}

/// A style sheet: it stands in pages, and lies beside them for those that come to need it later.
#[cfg_attr(test, derive(Default))]
pub(crate) struct Sheet {
    pub(crate) name: &'static str,
    /// Path below the base.
    pub(crate) path: String,
    pub(crate) inline: Inline,
}

impl Sheet {
    fn publish(out: &Path, name: &'static str, text: String) -> Result<Self, String> {
        if text.contains("</") {
            return Err(format!(
                "the style sheet `{name}` holds `</`, which would end it in a page"
            ));
        }
        let path = hashed(out, name, "css", text.as_bytes())?;
        Ok(Sheet { name, path, inline: Inline::new(text) })
    }
}

/// The first 16 hex digits of a SHA-256.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// A subresource-integrity value.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | u32::from(*group.get(at).unwrap_or(&0)));
        for (at, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let digit = char::from(DIGITS[(bits >> shift & 63) as usize]);
            out.push(if at > group.len() { '=' } else { digit });
        }
    }
    out
}

/// Reads a file, or says which one is missing.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn text(path: &Path) -> Result<String, String> {
    String::from_utf8(read(path)?).map_err(|error| format!("{}: {error}", path.display()))
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

/// A script without its lines of explanation.
fn plain(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Copies styles, scripts, wasm and pictures under hashed names.
pub(crate) fn publish(trunk: &Path, public: &Path, out: &Path) -> Result<Assets, String> {
    let page = String::from_utf8_lossy(&read(&trunk.join("index.html"))?).into_owned();
    let mut style = String::new();
    for tag in page.split("<link").skip(1).filter(|tag| tag.contains("stylesheet")) {
        let name = attribute(tag, "href")?.trim_start_matches(['.', '/']);
        style.push_str(&text(&trunk.join(name))?);
        style.push('\n');
    }
    let js_name = attribute(&page, "data-js")?.trim_start_matches(['.', '/']);
    let wasm_name = attribute(&page, "data-wasm")?.trim_start_matches(['.', '/']);
    let wasm = read(&trunk.join(wasm_name))?;
    let js = read(&trunk.join(js_name))?;
    let atlas_wasm = read(&trunk.join("atlas_bg.wasm"))?;
    let atlas_js = read(&trunk.join("atlas.js"))?;
    let sheet = |name| -> Result<Sheet, String> {
        let text = text(&trunk.join([name, ".css"].concat()))?;
        Sheet::publish(out, name, tight(&text))
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
        style: Sheet::publish(out, "style", style)?,
        first: Inline::new(plain(&text(&public.join("boot/first.js"))?)),
        js: hashed(out, "app", "js", &js)?,
        wasm_integrity: integrity(&wasm),
        wasm: hashed(out, "app", "wasm", &wasm)?,
        icons: hashed(out, "icons", "svg", &read(&public.join("icons/icons.svg"))?)?,
        favicon: hashed(out, "favicon", "svg", &read(&public.join("icons/favicon.svg"))?)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_written_as_browsers_read_them() {
        for (bytes, wanted) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v")] {
            assert_eq!(base64(bytes.as_bytes()), wanted);
        }
        let empty = Inline::new(String::new());
        assert_eq!(empty.source, "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }

    #[test]
    fn a_script_keeps_its_lines_and_loses_its_explanations() {
        assert_eq!(
            plain("// a\n  (function () {\n\n    b(); // c\n  })();\n"),
            "(function () {\nb(); // c\n})();"
        );
    }
}
