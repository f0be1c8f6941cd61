//! The service worker of a release, made of the files that lie in its folder.
//!
//! Its core is what every page needs; the list names everything else, by language, in the order in which it is kept.

use crate::compress::{self, beside, files_below};
use crate::headers::{Inline, security};
use crate::run::{Failure, Result, Workspace, at};
use crate::server::Site;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

const WORKER: &str = "public/boot/worker.js";
const MARK: &str = "{/*release*/}";
/// The frame that pages are drawn into.
const FRAME: &str = "khung.html";

/// What comes first of a language, by the start of its names; the rest follows by name.
const FIRST: [&str; 18] = [
    "giai-thich",
    "thuat-ngu",
    "search",
    "tim",
    "tu-danh-gia",
    "ket-qua",
    "quiz",
    "tap-duot",
    "rieng-tu",
    "ban-do",
    "map",
    "models",
    "tinh-",
    "mo-hinh-",
    "van-ban",
    "dong-thoi-gian",
    "tru-cot",
    "chi-so-",
];

/// A file of the release: path below the base, integrity, bytes on the wire.
struct Entry {
    path: String,
    integrity: String,
    bytes: u64,
}

impl Entry {
    fn json(&self) -> String {
        format!("[\"{}\",\"{}\",{}]", self.path, self.integrity, self.bytes)
    }
}

/// Writes `content/kept-<hash>.json` and `sw.js` for the files that are there.
pub fn publish(workspace: &Workspace, site: &Site) -> Result {
    let old = files_below(&site.folder)?.into_iter().filter(|file| {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or("");
        name.starts_with("kept-") || name.starts_with("sw.js")
    });
    for file in old {
        fs::remove_file(&file).map_err(at(&file))?;
    }
    let boot = boot(site)?;
    let langs = languages(&boot.text)?;
    let (core, rest) = sort(site, &langs)?;
    let groups = rest.iter().map(|(lang, entries)| {
        let entries: Vec<String> = entries.iter().map(Entry::json).collect();
        format!("\"{lang}\":[{}]", entries.join(",\n"))
    });
    let groups = format!("{{{}}}\n", groups.collect::<Vec<_>>().join(",\n"));
    let list_path = format!("content/kept-{}.json", hash(groups.as_bytes()));
    let list_file = site.folder.join(&list_path);
    fs::write(&list_file, &groups).map_err(at(&list_file))?;
    compress::one(&list_file)?;
    let list = entry(site, &list_path)?;
    let core: Vec<String> = core.iter().map(Entry::json).collect();
    let body = format!(
        "date:\"{}\",langs:[{}],core:[{}],list:{}",
        boot.value("date")?,
        langs.iter().map(|lang| format!("\"{lang}\"")).collect::<Vec<_>>().join(","),
        core.join(",\n"),
        list.json()
    );
    let worker = workspace.path(WORKER);
    let script = fs::read_to_string(&worker).map_err(at(&worker))?;
    // Changed headers are a new release, too: a cache keeps them with each file.
    let whole = format!("{body}{script}{:?}", security(&Inline::of(&site.folder)));
    let release = format!("{}-{}", boot.release, &hash(whole.as_bytes())[..8]);
    let script = script.replace(MARK, &format!("{{release:\"{release}\",{body}}}"));
    let path = site.folder.join("sw.js");
    fs::write(&path, script).map_err(at(&path))?;
    compress::one(&path)?;
    println!("release {release}");
    Ok(())
}

/// The start-up script with its table.
struct Boot {
    release: String,
    text: String,
}

impl Boot {
    fn value(&self, key: &str) -> Result<&str> {
        value(&self.text, key)
    }
}

fn boot(site: &Site) -> Result<Boot> {
    let assets = files_below(&site.folder.join("assets"))?;
    let found = assets.into_iter().find_map(|file| {
        let name = file.file_name()?.to_str()?;
        let release = name.strip_prefix("boot-")?.strip_suffix(".js")?.to_owned();
        Some((file, release))
    });
    let (file, release) =
        found.ok_or_else(|| Failure("assets/ holds no start-up script: build again.".into()))?;
    let text = fs::read_to_string(&file).map_err(at(&file))?;
    Ok(Boot { release, text })
}

fn value<'a>(script: &'a str, key: &str) -> Result<&'a str> {
    let start = format!("\"{key}\":\"");
    let rest = script.split_once(&start).map(|(_, rest)| rest);
    let value = rest.and_then(|rest| rest.split_once('"')).map(|(value, _)| value);
    value.ok_or_else(|| Failure(format!("The start-up script does not say `{key}`: build again.")))
}

fn languages(script: &str) -> Result<Vec<String>> {
    Ok(value(script, "langs")?.split(',').map(Into::into).collect())
}

type Groups = Vec<(String, Vec<Entry>)>;

/// The core, and the rest by language.
fn sort(site: &Site, langs: &[String]) -> Result<(Vec<Entry>, Groups)> {
    let default = langs.first().map_or("", String::as_str);
    let mut core = Vec::new();
    let mut rest: Groups = langs.iter().map(|lang| (lang.clone(), Vec::new())).collect();
    for path in kept(site, langs)? {
        let entry = entry(site, &path)?;
        if is_core(&path, langs) {
            core.push(entry);
            continue;
        }
        // Programs and styles of the parts come with the first language.
        let lang = langs.iter().find(|lang| {
            path.starts_with(&format!("{lang}/")) || path.starts_with(&format!("content/{lang}/"))
        });
        let lang = lang.map_or(default, String::as_str);
        if let Some((_, entries)) = rest.iter_mut().find(|(name, _)| name == lang) {
            entries.push(entry);
        }
    }
    for (_, entries) in &mut rest {
        entries.sort_by_key(|entry| (rank(&entry.path), entry.path.clone()));
    }
    Ok((core, rest))
}

/// Paths of all files that can be kept, in order.
fn kept(site: &Site, langs: &[String]) -> Result<BTreeSet<String>> {
    let mut paths = BTreeSet::new();
    for file in files_below(&site.folder)? {
        let path = file.strip_prefix(&site.folder).unwrap_or(&file);
        let path = path.to_string_lossy().replace('\\', "/");
        if is_kept(&path, langs) {
            paths.insert(path);
        }
    }
    Ok(paths)
}

/// Pages are drawn from their data; what robots read and what is made here is not kept.
fn is_kept(path: &str, langs: &[String]) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_packed = name.ends_with(".br") || name.ends_with(".gz");
    let is_page = name.ends_with(".html") && name != FRAME && !is_home(path, langs);
    let is_own = name == "sw.js" || name.starts_with("kept-");
    let is_for_robots = matches!(name, "robots.txt" | "sitemap.xml");
    // Hosts read these; no browser does.
    let is_for_hosts = name.starts_with('_');
    !(is_packed || is_page || is_own || is_for_robots || is_for_hosts)
}

/// The first page of a language.
fn is_home(path: &str, langs: &[String]) -> bool {
    path.strip_suffix("index.html").is_some_and(|folder| {
        folder.is_empty() || langs.iter().any(|lang| folder.strip_suffix('/') == Some(lang))
    })
}

fn is_core(path: &str, langs: &[String]) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let starts = |start: &str| name.starts_with(start);
    if path.starts_with("assets/") {
        return ["style-", "boot-", "offline-", "app-", "icons-", "favicon-"]
            .iter()
            .any(|s| starts(s));
    }
    if let Some(rest) = path.strip_prefix("content/") {
        let of_language = langs.iter().any(|lang| rest.starts_with(&format!("{lang}/")));
        let is_flat = rest.matches('/').count() == usize::from(of_language);
        return is_flat && ["index-", "words-", "home-", "titles-"].iter().any(|s| starts(s));
    }
    name == FRAME || name == "index.html"
}

fn rank(path: &str) -> usize {
    let name = path.trim_start_matches("content/");
    let name = name.split_once('/').map_or(name, |(_, name)| name);
    FIRST.iter().position(|start| name.starts_with(start)).unwrap_or(FIRST.len())
}

/// A home page stands for its folder.
fn entry(site: &Site, path: &str) -> Result<Entry> {
    let file = site.folder.join(path);
    let bytes = fs::read(&file).map_err(at(&file))?;
    let packed = beside(&file, "br");
    let on_wire = if packed.is_file() { &packed } else { &file };
    Ok(Entry {
        path: path.strip_suffix("index.html").unwrap_or(path).into(),
        integrity: integrity(&bytes),
        bytes: fs::metadata(on_wire).map_err(at(on_wire))?.len(),
    })
}

/// Checks that the worker names every file that can be kept, and no other.
pub fn check(site: &Site) -> Result<usize> {
    let path = site.folder.join("sw.js");
    let script = fs::read_to_string(&path).map_err(at(&path))?;
    let list = files_below(&site.folder.join("content"))?;
    let list = list.iter().find(|file| {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or("");
        name.starts_with("kept-") && name.ends_with(".json")
    });
    let list = list.ok_or_else(|| Failure("The site has no list of files to keep.".into()))?;
    let rest = fs::read_to_string(list).map_err(at(list))?;
    let named = |text: &str| -> BTreeSet<(String, String)> {
        let parts = text.split("[\"").skip(1);
        parts
            .filter_map(|part| {
                let (path, rest) = part.split_once("\",\"")?;
                let (integrity, _) = rest.split_once('"')?;
                integrity.starts_with("sha256-").then(|| (path.into(), integrity.into()))
            })
            .collect()
    };
    let mut said = named(&script);
    said.extend(named(&rest));
    let mut there = BTreeSet::new();
    for path in kept(site, &languages(&boot(site)?.text)?)? {
        let entry = entry(site, &path)?;
        there.insert((entry.path, entry.integrity));
    }
    let list_path =
        list.strip_prefix(&site.folder).unwrap_or(list).to_string_lossy().replace('\\', "/");
    let own = entry(site, &list_path)?;
    there.insert((own.path, own.integrity));
    let odd: Vec<&str> = said.symmetric_difference(&there).map(|(path, _)| path.as_str()).collect();
    if odd.is_empty() {
        return Ok(there.len());
    }
    Err(Failure(format!(
        "sw.js and {} disagree about {}: build again.",
        site.folder.display(),
        odd.join(", ")
    )))
}

fn hash(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(bytes).iter().take(8) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn integrity(bytes: &[u8]) -> String {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_packed_forms_are_not_kept() {
        let langs = ["vi".to_owned(), "en".to_owned()];
        for (path, wanted) in [
            ("index.html", true),
            ("en/index.html", true),
            ("khung.html", true),
            ("giai-thich/index.html", false),
            ("404.html", false),
            ("sw.js", false),
            ("_headers", false),
            ("content/vi/a-0123456789abcdef.json.br", false),
            ("content/vi/a-0123456789abcdef.json", true),
            ("chi-so/x.csv", true),
        ] {
            assert_eq!(is_kept(path, &langs), wanted, "{path}");
        }
    }

    #[test]
    fn the_core_is_what_every_page_needs() {
        let langs = ["vi".to_owned(), "en".to_owned()];
        for (path, wanted) in [
            ("assets/boot-0123456789abcdef.js", true),
            ("assets/quiz-0123456789abcdef.wasm", false),
            ("content/index-0123456789abcdef.json", true),
            ("content/vi/words-0123456789abcdef.json", true),
            ("content/en/home-0123456789abcdef.json", true),
            ("content/vi/mo-hinh/home-0123456789abcdef.json", false),
            ("en/khung.html", true),
            ("en/index.html", true),
        ] {
            assert_eq!(is_core(path, &langs), wanted, "{path}");
        }
    }

    #[test]
    fn integrity_is_written_as_browsers_read_it() {
        assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
