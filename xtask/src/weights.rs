//! What a reader downloads, against what we promised.

use crate::compress::{beside, brotli, files_below};
use crate::html::{Tag, tags};
use crate::offline;
use crate::run::{Failure, Result, Workspace, at, fail};
use crate::server::Site;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const FIRST_VISIT: u64 = 140_000;
const WASM: u64 = 105_000;
const CSS: u64 = 6_000;
const EXPLAINER: u64 = 12_000;
/// A page that says the content policy itself, with the hashes of what stands in it, which no packing makes shorter.
const POLICY: u64 = 250;
/// The map's page and data and their style, beside what every page needs.
const MAP: u64 = 45_000;
/// Filters, matching, tables and the map with its files: see ARCHITECTURE.md for the map's share.
const PART: u64 = 30_000;
/// Engine, screens and QR codes of the self-check.
const QUIZ: u64 = 72_000;
/// The questions of one domain in one language.
const QUESTIONS: u64 = 14_000;
const STYLE_SOURCES: u64 = 24_000;

/// One promise and what became of it, in bytes.
struct Weight {
    what: String,
    size: u64,
    budget: u64,
}

/// Prints the table; a promise that is broken, or a file that is missing, is a failure.
pub fn check(workspace: &Workspace, site: &Site) -> Result {
    let n_references = references(site)?;
    let n_kept = offline::check(site)?;
    let first = first_visit(site)?;
    let of_kind = |kind: &str| {
        let of_kind = first.iter().filter(|(file, _)| file.extension().is_some_and(|e| e == kind));
        of_kind.map(|(_, size)| size).sum::<u64>()
    };
    let (explainer, size) = heaviest_explainer(site)?;
    let mut sources = files_below(&workspace.path("style"))?;
    sources.retain(|file| file.extension().is_some_and(|extension| extension == "css"));
    // The sheets of lists and maps, of rehearsals and of the self-check are no part of the five; they have budgets
    // of their own in tests/tidy.rs.
    let own = ["atlas.css", "practice.css", "quiz.css"];
    sources.retain(|file| file.file_name().is_none_or(|name| own.iter().all(|own| name != *own)));
    let raw = sources.iter().map(|file| plain_size(file)).sum::<Result<u64>>()?;
    let named = |name: &str, kinds: &[&str]| -> Result<u64> {
        let mut files = files_below(&site.folder.join("assets"))?;
        files.retain(|file| {
            let is_kind = file.extension().is_some_and(|e| kinds.iter().any(|kind| e == *kind));
            let own = file.file_name().and_then(|own| own.to_str());
            is_kind && own.is_some_and(|own| own.starts_with(name))
        });
        files.iter().map(|file| wire_size(file)).sum()
    };
    let style = named("style-", &["css"])?;
    let part = named("atlas-", &["js", "wasm"])?;
    let quiz = named("quiz-", &["js", "wasm"])?;
    let questions = heaviest_questions(site)?;
    let total = first.iter().map(|(_, size)| size).sum();
    let n_files = first.len();
    let weights = [
        Weight {
            what: format!("first visit, {n_files} files (br)"),
            size: total,
            budget: FIRST_VISIT,
        },
        Weight { what: "wasm (br)".into(), size: of_kind("wasm"), budget: WASM },
        Weight { what: "CSS (br)".into(), size: style, budget: CSS },
        Weight {
            what: "map page beyond the shell (br)".into(),
            size: map_page(site)?,
            budget: MAP,
        },
        Weight { what: "part for lists and maps (br)".into(), size: part, budget: PART },
        Weight { what: "part for the self-check (br)".into(), size: quiz, budget: QUIZ },
        Weight {
            what: "heaviest domain of questions (br)".into(),
            size: questions,
            budget: QUESTIONS,
        },
        Weight {
            what: format!("heaviest explainer, {explainer} (br)"),
            size,
            budget: EXPLAINER + if site.is_own_guard { POLICY } else { 0 },
        },
        Weight {
            what: format!("{} style files (raw)", sources.len()),
            size: raw,
            budget: STYLE_SOURCES,
        },
    ];
    println!("    bytes  first visit to the front page");
    for (file, size) in &first {
        println!("{size:>9}  {}", file.strip_prefix(&site.folder).unwrap_or(file).display());
    }
    println!("\n{:<60} {:>9} {:>9} {:>6}", "weight", "bytes", "budget", "share");
    for Weight { what, size, budget } in &weights {
        let mark = if size > budget { "  OVER" } else { "" };
        println!("{what:<60} {size:>9} {budget:>9} {:>5}%{mark}", size * 100 / budget);
    }
    println!(
        "{n_references} references to files checked, {n_kept} files for reading without a network"
    );
    let over = weights.iter().filter(|weight| weight.size > weight.budget);
    let over = over.map(|weight| weight.what.as_str()).collect::<Vec<_>>();
    if over.is_empty() && of_kind("wasm") > 0 && style > 0 {
        return Ok(());
    }
    if over.is_empty() {
        return fail(
            "The front page fetches no wasm or no style: look at `<style>` and `<script id=\"boot\">` in dist/index.html.",
        );
    }
    fail(format!(
        "Over budget: {}; make it lighter, or argue for a new budget in xtask/src/weights.rs.",
        over.join("; ")
    ))
}

/// The weight of the heaviest file of questions.
fn heaviest_questions(site: &Site) -> Result<u64> {
    let mut files = files_below(&site.folder.join("content"))?;
    files.retain(|file| {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or("");
        name.starts_with("quiz-d") && name.ends_with(".json")
    });
    let sizes = files.iter().map(|file| wire_size(file)).collect::<Result<Vec<u64>>>()?;
    sizes.into_iter().max().ok_or_else(|| Failure("The site holds no questions.".into()))
}

/// The files that the front page fetches before the reader does anything, and their sizes on the wire.
fn first_visit(site: &Site) -> Result<Vec<(PathBuf, u64)>> {
    let index = site.folder.join("index.html");
    let html = fs::read_to_string(&index).map_err(at(&index))?;
    let mut files = BTreeSet::from([index]);
    for url in tags(&html).iter().flat_map(fetched) {
        let file = file_of(site, url).ok_or_else(|| lost(site, "index.html", url))?;
        if file.extension().is_some_and(|extension| extension == "js") {
            let script = fs::read_to_string(&file).map_err(at(&file))?;
            for (section, key, url) in table(&script) {
                // The other parts, and what is searched, come only with pages that hold one.
                let later = [
                    "styleStyle",
                    "atlasJs",
                    "atlasWasm",
                    "quizJs",
                    "quizWasm",
                    "models",
                    "places",
                    "quiz",
                    "search",
                    "touch",
                    "manifest",
                ];
                let is_later = later.contains(&key.as_str());
                if matches!(section.as_str(), "all" | "vi") && !is_later && is_file(&url) {
                    let named = || lost(site, "boot.js", &url);
                    files.insert(file_of(site, &url).ok_or_else(named)?);
                }
            }
        }
        files.insert(file);
    }
    files.into_iter().map(|file| wire_size(&file).map(|size| (file, size))).collect()
}

/// The addresses that a browser fetches on its own because of this tag.
fn fetched<'a>(tag: &'a Tag<'a>) -> Vec<&'a str> {
    let attributes = tag.attributes.iter().copied();
    let values = match tag.name {
        "link" => {
            let rels = tag.get("rel").unwrap_or("").split_whitespace();
            let is_fetched = rels.into_iter().any(|rel| {
                matches!(rel, "stylesheet" | "preload" | "modulepreload" | "icon" | "manifest")
            });
            attributes.filter(|(name, _)| is_fetched && *name == "href").collect::<Vec<_>>()
        }
        "script" => attributes.filter(|(name, _)| *name == "src").collect(),
        "img" | "source" | "video" | "audio" => {
            attributes.filter(|(name, _)| matches!(*name, "src" | "poster")).collect()
        }
        "use" | "image" => attributes.filter(|(name, _)| *name == "href").collect(),
        _ => Vec::new(),
    };
    let without_fragment = |value: &'a str| value.split_once('#').map_or(value, |(url, _)| url);
    values
        .into_iter()
        .map(|(_, value)| without_fragment(value))
        .filter(|url| is_file(url))
        .collect()
}

/// Whether a value is an address of a local file: other values are plain words.
fn is_file(url: &str) -> bool {
    url.starts_with('/') && url.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

/// Section, key and value of every entry of the table in the start-up script.
fn table(script: &str) -> Vec<(String, String, String)> {
    let json = script.split_once("const site = ").map_or("", |(_, rest)| rest);
    let (mut depth, mut texts, mut entries) = (0, Vec::new(), Vec::new());
    let mut section = String::new();
    let mut letters = json.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            '"' => {
                let mut text = String::new();
                while let Some(letter) = letters.next().filter(|letter| *letter != '"') {
                    text.push(if letter == '\\' { letters.next().unwrap_or(' ') } else { letter });
                }
                if depth == 1 {
                    section = text;
                } else {
                    texts.push(text);
                }
            }
            _ => {}
        }
        if let [key, value] = texts.as_slice() {
            entries.push((section.clone(), key.clone(), value.clone()));
            texts.clear();
        }
        if depth == 0 {
            break;
        }
    }
    entries
}

fn file_of(site: &Site, url: &str) -> Option<PathBuf> {
    let path = url.split_once('?').map_or(url, |(path, _)| path).strip_prefix(&site.base)?;
    Some(site.folder.join(path)).filter(|file| file.is_file())
}

fn lost(site: &Site, page: &str, url: &str) -> Failure {
    Failure(format!(
        "`{page}` refers to `{url}`, which is not in {} below `{}`: the prerenderer and its files disagree.",
        site.folder.display(),
        site.base
    ))
}

/// Checks that what every page refers to exists; returns how many references there were.
fn references(site: &Site) -> Result<usize> {
    let mut n_references = 0;
    for page in files_below(&site.folder)? {
        if page.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let html = fs::read_to_string(&page).map_err(at(&page))?;
        let name = page.strip_prefix(&site.folder).unwrap_or(&page).display().to_string();
        for url in tags(&html).iter().flat_map(fetched) {
            file_of(site, url).ok_or_else(|| lost(site, &name, url))?;
            n_references += 1;
        }
    }
    Ok(n_references)
}

/// What the map's page costs beside the shell: its HTML, its data and the sheet of maps.
fn map_page(site: &Site) -> Result<u64> {
    let mut size = own_size(&site.folder.join("ban-do/index.html"))?;
    let data = files_below(&site.folder.join("content/vi"))?;
    let sheets = files_below(&site.folder.join("assets"))?;
    for file in data.iter().chain(&sheets) {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or("");
        let of = |start: &str, end: &str| name.starts_with(start) && name.ends_with(end);
        if of("models-", ".json") || of("map-", ".json") || of("atlas-", ".css") {
            size += wire_size(file)?;
        }
    }
    Ok(size)
}

/// The explainer whose page and data together weigh the most.
fn heaviest_explainer(site: &Site) -> Result<(String, u64)> {
    let mut heaviest = None;
    for data in files_below(&site.folder.join("content"))? {
        let Some((lang, slug)) = explainer_key(&site.folder, &data) else { continue };
        let pages = [format!("{lang}/giai-thich/{slug}"), format!("giai-thich/{slug}")];
        let pages = pages.map(|page| site.folder.join(page).join("index.html"));
        let Some(page) = pages.iter().find(|page| page.is_file()) else {
            return fail(format!(
                "The explainer `{lang}/{slug}` has data but no page in {}.",
                site.folder.display()
            ));
        };
        let size = own_size(page)? + wire_size(&data)?;
        if heaviest.as_ref().is_none_or(|(_, most)| size > *most) {
            heaviest = Some((format!("{lang}/{slug}"), size));
        }
    }
    heaviest
        .ok_or_else(|| Failure("No explainer was written to content/<lang>/giai-thich/.".into()))
}

/// `content/<lang>/giai-thich/<slug>-<hash>.json` is the data of an explainer.
fn explainer_key(folder: &Path, data: &Path) -> Option<(String, String)> {
    let path = data.strip_prefix(folder.join("content")).ok()?.to_str()?.replace('\\', "/");
    let (lang, name) = path.strip_suffix(".json")?.split_once("/giai-thich/")?;
    let (slug, _) = name.rsplit_once('-')?;
    Some((lang.into(), slug.into()))
}

/// A page without the styles and the script that it carries: they are the shell's, and weighed with it.
fn own_size(page: &Path) -> Result<u64> {
    let mut html = fs::read_to_string(page).map_err(at(page))?;
    for [start, end] in [["<style ", "</style>"], ["<script>", "</script>"]] {
        while let Some((before, rest)) = html.split_once(start) {
            let after = rest.split_once(end).map_or("", |(_, after)| after);
            html = [before, after].concat();
        }
    }
    Ok(brotli(html.as_bytes()).map_err(at(page))?.len() as u64)
}

fn wire_size(file: &Path) -> Result<u64> {
    let packed = beside(file, "br");
    plain_size(if packed.is_file() { &packed } else { file })
}

fn plain_size(file: &Path) -> Result<u64> {
    Ok(fs::metadata(file).map_err(at(file))?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_visit_is_what_the_browser_fetches_unasked() {
        let html = "<link rel=stylesheet href=/a.css><link rel=alternate href=/en/x.html>\
                    <link rel=canonical href=https://x/a.html><a href=/b.html>\
                    <script id=boot src=/boot.js data-lang=vi ></script>\
                    <svg><use href=/icons.svg#home></svg>";
        let tags = tags(html);
        let urls = tags.iter().flat_map(fetched).collect::<Vec<_>>();
        assert_eq!(urls, ["/a.css", "/boot.js", "/icons.svg"]);
    }

    #[test]
    fn the_table_of_the_start_up_script_is_read() {
        let script = "const site = {\"all\":{\"js\":\"/a.js\",\"x\":\"say \\\"hi\\\"\"},\"vi\":{\"words\":\"/w.json\"}}; const other = \"no\";";
        let of = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        let wanted =
            [of("all", "js", "/a.js"), of("all", "x", "say \"hi\""), of("vi", "words", "/w.json")];
        assert_eq!(table(script), wanted);
    }

    #[test]
    fn the_data_of_an_explainer_is_known_by_its_path() {
        let folder = Path::new("dist");
        let key = |path: &str| explainer_key(folder, &folder.join("content").join(path));
        let wanted = Some(("vi".into(), "y-te-so".into()));
        assert_eq!(key("vi/giai-thich/y-te-so-0123456789ab.json"), wanted);
        assert_eq!(key("vi/tim-0123456789ab.json"), None);
        assert_eq!(key("vi/giai-thich/y-te-so-0123456789ab.json.br"), None);
    }
}
