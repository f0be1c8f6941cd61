//! The HTML around a page: head, start-up script, body.

use buoc_so::domain::interface::Interface;

use crate::assets::{Assets, Program, Sheet};

/// One HTML file in the making.
pub(crate) struct Document<'a> {
    pub(crate) lang: &'a str,
    pub(crate) base: &'a str,
    /// See `Options`.
    pub(crate) policy: &'a str,
    pub(crate) origin: &'a str,
    pub(crate) title: String,
    pub(crate) description: &'a str,
    /// App path of the page; empty for the error page.
    pub(crate) path: &'a str,
    /// The page in every language: code and app path.
    pub(crate) alternates: &'a [(String, String)],
    pub(crate) assets: &'a Assets,
    pub(crate) words: &'a Interface,
    /// Path below the base of the start-up script, and its integrity.
    pub(crate) boot: &'a str,
    pub(crate) boot_integrity: &'a str,
    /// Key of this page's data.
    pub(crate) key: &'a str,
    pub(crate) body: &'a str,
    /// Whether the styles stand in the page, as where it comes over a slow line, and not beside it.
    pub(crate) carries_styles: bool,
    /// Styles beside those of every page.
    pub(crate) sheets: Vec<&'a Sheet>,
    /// The program that the page starts first.
    pub(crate) program: Program<'a>,
}

/// Text for an attribute or an element.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

impl Document<'_> {
    /// The whole file.
    pub(crate) fn html(&self) -> String {
        let mut html = String::from("<!doctype html>\n");
        html.push_str(&format!("<html lang=\"{}\">\n<head>\n", escape(self.lang)));
        html.push_str("<meta charset=\"utf-8\">\n");
        html.push_str(&self.guard());
        // Before the styles, so that the program is asked for while the page is still coming.
        html.push_str(&self.boot());
        html.push_str(&format!("<script>{}</script>\n", self.assets.first.text));
        html.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.push_str(&format!("<title>{}</title>\n", escape(&self.title)));
        // In the page and not beside it: on a slow line a file more is 0.4 s more before anything is seen.
        for Sheet { name, path, inline } in self.styles() {
            if self.carries_styles {
                html.push_str(&format!("<style data-style=\"{name}\">{}</style>\n", inline.text));
            } else {
                html.push_str(&self.link("stylesheet", path));
            }
        }
        html.push_str(&self.described());
        html.push_str(&self.link("icon", &self.assets.favicon));
        html.push_str("</head>\n<body>\n");
        html.push_str(self.body);
        html.push_str("\n</body>\n</html>\n");
        html
    }

    fn styles(&self) -> impl Iterator<Item = &Sheet> {
        [&self.assets.style].into_iter().chain(self.sheets.iter().copied())
    }

    /// The policy as an element, with what stands in this page. It guards what comes after it, and so comes before all
    /// that is fetched.
    fn guard(&self) -> String {
        if self.policy.is_empty() {
            return String::new();
        }
        let styles: String =
            self.styles().map(|sheet| format!(" {}", sheet.inline.source)).collect();
        let scripts = format!(" {}", self.assets.first.source);
        let policy = self.policy.replace("{scripts}", &scripts).replace("{styles}", &styles);
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n", escape(&policy))
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    fn link(&self, rel: &str, path: &str) -> String {
        format!("<link rel=\"{rel}\" href=\"{}\">\n", self.at(path))
    }

    fn public(&self, path: &str) -> String {
        escape(&format!("{}{}{}", self.origin, self.base, path.trim_start_matches('/')))
    }

    fn described(&self) -> String {
        let mut head = String::new();
        let mut meta = |kind: &str, name: &str, content: &str| {
            head.push_str(&format!("<meta {kind}=\"{name}\" content=\"{content}\">\n"));
        };
        meta("name", "description", &escape(self.description));
        meta("property", "og:type", "article");
        meta("property", "og:site_name", &escape(&self.words.site.name));
        meta("property", "og:title", &escape(&self.title));
        meta("property", "og:description", &escape(self.description));
        meta("property", "og:locale", &escape(self.lang));
        if self.path.is_empty() {
            meta("name", "robots", "noindex");
            return head;
        }
        meta("property", "og:url", &self.public(self.path));
        let canonical = self.public(self.path);
        head.push_str(&format!("<link rel=\"canonical\" href=\"{canonical}\">\n"));
        for (code, path) in self.alternates {
            let href = self.public(path);
            let code = escape(code);
            head.push_str(&format!(
                "<link rel=\"alternate\" hreflang=\"{code}\" href=\"{href}\">\n"
            ));
        }
        head
    }

    /// The start-up script; what it has to know beside its table (`boot::table`), and what `first.js` asks for.
    fn boot(&self) -> String {
        let Program { js, wasm, integrity } = self.program;
        format!(
            "<script id=\"boot\" src=\"{}\" integrity=\"{}\" data-lang=\"{}\" data-key=\"{}\" \
             data-js=\"{}\" data-wasm=\"{}\" data-integrity=\"{integrity}\" defer></script>\n",
            self.at(self.boot),
            self.boot_integrity,
            escape(self.lang),
            escape(self.key),
            self.at(js),
            self.at(wasm),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(policy: &str) -> String {
        let (mut assets, words) = (Assets::default(), Interface::default());
        assets.first.source = "'sha256-a'".into();
        assets.style.inline.source = "'sha256-b'".into();
        assets.atlas_style.inline.source = "'sha256-c'".into();
        let document = Document {
            lang: "vi",
            base: "/",
            policy,
            origin: "https://example.gov.vn",
            title: String::new(),
            description: "",
            path: "/",
            alternates: &[],
            assets: &assets,
            words: &words,
            boot: "boot.js",
            boot_integrity: "",
            key: "vi/home",
            body: "",
            carries_styles: true,
            sheets: vec![&assets.atlas_style],
            program: assets.core(),
        };
        document.html()
    }

    #[test]
    fn a_page_says_no_policy_where_the_host_says_it() {
        assert!(!page("").contains("http-equiv"));
    }

    #[test]
    fn a_policy_in_the_page_comes_before_all_that_it_guards() {
        let html = page("script-src 'self'{scripts}; style-src 'self'{styles}");
        let element = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self' 'sha256-a'; \
                       style-src 'self' 'sha256-b' 'sha256-c'\">\n";
        assert_eq!(html.matches(element).count(), 1);
        let (before, _) = html.split_once(element).unwrap();
        assert!(!["<link", "<script", "<style"].iter().any(|tag| before.contains(tag)), "{before}");
    }

    #[test]
    fn a_policy_cannot_end_its_own_attribute() {
        assert!(page("\"><script>").contains("content=\"&quot;&gt;&lt;script&gt;\">"));
    }
}
