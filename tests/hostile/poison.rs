//! A poisoned pack of authored files: the editor is told of every poison, and what is forced
//! through all the same is refused or harmless.

use buoc_so::domain::compose::Composer;
use buoc_so::domain::door::is_hidden;
use buoc_so::domain::library::{Files, Library};
use buoc_so::domain::route::Route;
use buoc_so::domain::wire::to_json;

use super::links::check_page;
use super::shelf::files;

/// One poison: a text of a file replaced by another.
pub(crate) struct Poison {
    pub(crate) file: &'static str,
    pub(crate) from: &'static str,
    pub(crate) to: String,
    /// What the editor reads, in Vietnamese; empty when nothing is wrong to a reader of words.
    #[cfg_attr(not(feature = "schema"), allow(dead_code))]
    pub(crate) what: &'static str,
    /// Whether the loader takes it.
    pub(crate) loads: bool,
}

fn poison(
    file: &'static str,
    from: &'static str,
    to: impl Into<String>,
    what: &'static str,
) -> Poison {
    Poison { file, from, to: to.into(), what, loads: true }
}

fn refused(poison: Poison) -> Poison {
    Poison { loads: false, ..poison }
}

/// A title that stands in the list, on its page, in the search file and in the head of a page.
const TITLE: &str = "\"title\": \"VNeID";
const VNEID: &str = "vi/explainers/vneid.json";
const NAME: &str = "\"name\": \"Tuy\u{ea}n Quang\"";

pub(crate) fn poisons() -> Vec<Poison> {
    let title = |text: &str| ["\"title\": \"", text, " VNeID"].concat();
    let long = "a".repeat(10_000_000);
    let models = vec![r#"{"id": "m"}"#; 100_000].join(",");
    vec![
        poison(VNEID, TITLE, title("<script>alert(1)</script>"), "th\u{1ebb} HTML"),
        poison(VNEID, TITLE, title("\\\"><img src=x onerror=alert(1)>"), "th\u{1ebb} HTML"),
        poison(VNEID, TITLE, title("\\u202egnp.exe"), "U+202E"),
        poison(VNEID, TITLE, title("\u{202e}gnp.exe"), "U+202E"),
        poison(VNEID, TITLE, title("\u{200b}\u{2066}\u{61c}\\u0000\\b"), "U+"),
        poison(
            VNEID,
            "\"today\": \"",
            "\"today\": \"[a](javascript:alert(1)) ",
            "javascript:alert",
        ),
        poison(VNEID, "\"today\": \"", "\"today\": \"[a](data:text/html,x) ", "data:text"),
        poison(
            VNEID,
            "\"today\": \"",
            "\"today\": \"[a](https://dichvucong.gov.vn:x@evil.com/) ",
            "evil.com",
        ),
        poison(VNEID, "\"today\": \"", "\"today\": \"[a](https://evil-gov.vn/) ", "evil-gov.vn"),
        poison(VNEID, "\"slug\": \"vneid\"", "\"slug\": \"../../vneid\"", "vneid"),
        refused(poison(VNEID, TITLE, title(&long), "byte")),
        refused(poison("shared/models.json", "[", ["[", &models, ","].concat(), "anh s\u{e1}ch")),
        refused(poison("shared/models.json", "[", ["[", &"[".repeat(60)].concat(), "t\u{1ea7}ng")),
        poison(
            "shared/sources.json",
            "\"url\": \"https://",
            "\"url\": \"javascript://",
            "javascript:",
        ),
        poison("shared/sources.json", "\"url\": \"https://", "\"url\": \"https://user@", "user@"),
        poison(
            "shared/sources.json",
            "\"published\": \"20",
            "\"published\": \"22",
            "mu\u{1ed9}n h\u{1a1}n",
        ),
        poison("shared/provinces.json", NAME, "\"name\": \"Tuy\u{ea}n\u{202e} Quang\"", "U+202E"),
        poison(
            "index.json",
            "https://buocso.example",
            "javascript:alert(1)//",
            "\u{111}\u{1ecb}a ch\u{1ec9} c\u{1ee7}a trang",
        ),
        poison(
            "index.json",
            "https://buocso.example",
            "https://a\\\"><script>",
            "\u{111}\u{1ecb}a ch\u{1ec9} c\u{1ee7}a trang",
        ),
        refused(poison("index.json", "\"code\": \"en\"", "\"code\": \"../../en\"", "en")),
        refused(poison("index.json", "\"code\": \"en\"", "\"code\": \"\\\"><script>\"", "script")),
        poison(
            "shared/explainers.json",
            "\"slug\": \"vneid\"",
            "\"slug\": \"../../../tmp/x\"",
            "tmp/x",
        ),
    ]
}

/// The authored files with one poison.
pub(crate) fn poisoned(all: &Files, poison: &Poison) -> Files {
    let mut files = all.clone();
    let text = files.get(poison.file).unwrap();
    assert!(text.contains(poison.from), "{} holds no {}", poison.file, poison.from);
    let text = text.replacen(poison.from, &poison.to, 1);
    files.insert(poison.file.into(), text);
    files
}

/// The pages on which a poison can come up, and their lists.
fn touched() -> [Route; 6] {
    let (slug, province) = (String::from("vneid"), String::from("tuyen-quang"));
    let lists = [Route::Home, Route::Explainers, Route::Provinces, Route::Sources];
    let [home, explainers, provinces, sources] = lists;
    [home, explainers, provinces, sources, Route::Explainer(slug), Route::Province(province)]
}

#[test]
fn what_is_forced_past_the_checker_is_refused_or_harmless() {
    let all = files();
    for poison in poisons() {
        let start: String = poison.to.chars().take(60).collect();
        let library = match Library::load(&poisoned(&all, &poison)) {
            Ok(library) => library,
            Err(errors) => {
                // A page's own words lie under its slug: another slug has none.
                let is_missing = errors.iter().any(|error| error.reason == "missing file");
                assert!(!poison.loads || is_missing, "{start}: {errors:?}");
                continue;
            }
        };
        assert!(poison.loads, "{}: {start}", poison.file);
        let pack = &library.packs[0];
        let composer = Composer::new(&library, pack);
        let mut text = String::new();
        for route in touched() {
            let page = composer.page(&route);
            check_page(&page);
            text.push_str(&to_json(&page));
        }
        text.push_str(&to_json(&(composer.search_documents(), pack.interface.synonyms.clone())));
        let read: serde_json::Value =
            serde_json::from_str(&["[", &text.replace("][", "],["), "]"].concat()).unwrap();
        assert!(!read.to_string().contains(is_hidden), "{start}");
        assert!(!text.contains("\"javascript:") && !text.contains("\"data:text"), "{start}");
    }
}

#[cfg(feature = "schema")]
#[test]
fn the_editor_is_told_of_every_poison_in_both_languages() {
    use buoc_so::domain::check::{MessageLang, Severity, check};
    let all = files();
    let frame = ["index.json", "shared/hosts.json", "vi/interface.json"];
    for poison in poisons() {
        let start: String = poison.to.chars().take(60).collect();
        let mut few = poisoned(&all, &poison);
        few.retain(|name, _| frame.contains(&name.as_str()) || name == poison.file);
        let report = check(&few);
        let is_it = |p: &&buoc_so::domain::check::Problem| {
            p.file == poison.file
                && p.severity == Severity::Error
                && p.words(MessageLang::Vietnamese).what.contains(poison.what)
        };
        let text = || report.text(MessageLang::Vietnamese).chars().take(4000).collect::<String>();
        let problem = report.problems.iter().find(is_it);
        let problem = problem.unwrap_or_else(|| panic!("{}: {start}\n{}", poison.file, text()));
        assert!(problem.line >= 1 && problem.column >= 1);
        for lang in [MessageLang::Vietnamese, MessageLang::English] {
            let words = problem.words(lang);
            assert!(words.what.len() < 400 && !words.cure.is_empty(), "{words:?}");
        }
    }
}
