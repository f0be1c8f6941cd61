//! Every address of the portal, as a type.

use serde::{Deserialize, Serialize};

/// A place in the portal, without its language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Route {
    Home,
    Explainers,
    Explainer(String),
    Pillar(String),
    Glossary,
    Documents,
    Timeline,
    Map,
    Models,
    Model(String),
    Provinces,
    Province(String),
    /// Communes of a province, with the units they were made of.
    Communes(String),
    Indicators,
    Indicator(String),
    Rehearsals,
    Rehearsal(String),
    SelfCheck,
    Result,
    Search,
    Sources,
    Privacy,
    Accessibility,
    NotFound,
}

impl Route {
    /// The routes that exist whatever the content, in menu order.
    pub const ALL: [Self; 17] = [
        Self::Home,
        Self::Explainers,
        Self::Glossary,
        Self::Documents,
        Self::Timeline,
        Self::Map,
        Self::Models,
        Self::Provinces,
        Self::Indicators,
        Self::Rehearsals,
        Self::SelfCheck,
        Self::Result,
        Self::Search,
        Self::Sources,
        Self::Privacy,
        Self::Accessibility,
        Self::NotFound,
    ];

    /// Reads a path below the language prefix, with or without outer slashes.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let path = path.trim_matches('/');
        let (head, tail) = path.split_once('/').unwrap_or((path, ""));
        match (head, tail) {
            ("", "") => Self::Home,
            ("giai-thich", "") => Self::Explainers,
            ("giai-thich", slug) if is_slug(slug) => Self::Explainer(slug.into()),
            ("tru-cot", slug) if is_slug(slug) => Self::Pillar(slug.into()),
            ("thuat-ngu", "") => Self::Glossary,
            ("van-ban", "") => Self::Documents,
            ("dong-thoi-gian", "") => Self::Timeline,
            ("ban-do", "") => Self::Map,
            ("mo-hinh", "") => Self::Models,
            ("mo-hinh", id) if is_slug(id) => Self::Model(id.into()),
            ("tinh", "") => Self::Provinces,
            ("tinh", slug) if is_slug(slug) => Self::Province(slug.into()),
            ("xa-phuong", slug) if is_slug(slug) => Self::Communes(slug.into()),
            ("chi-so", "") => Self::Indicators,
            ("chi-so", id) if is_slug(id) => Self::Indicator(id.into()),
            ("tap-duot", "") => Self::Rehearsals,
            ("tap-duot", slug) if is_slug(slug) => Self::Rehearsal(slug.into()),
            ("tu-danh-gia", "") => Self::SelfCheck,
            ("ket-qua", "") => Self::Result,
            ("tim", "") => Self::Search,
            ("nguon", "") => Self::Sources,
            ("rieng-tu", "") => Self::Privacy,
            ("tro-nang", "") => Self::Accessibility,
            _ => Self::NotFound,
        }
    }

    /// The path below the language prefix: `""` or `giai-thich/vneid/`.
    #[must_use]
    pub fn path(&self) -> String {
        let (folder, slug) = match self {
            Self::Home => return String::new(),
            Self::Explainers => ("giai-thich", ""),
            Self::Explainer(slug) => ("giai-thich", slug.as_str()),
            Self::Pillar(slug) => ("tru-cot", slug.as_str()),
            Self::Glossary => ("thuat-ngu", ""),
            Self::Documents => ("van-ban", ""),
            Self::Timeline => ("dong-thoi-gian", ""),
            Self::Map => ("ban-do", ""),
            Self::Models => ("mo-hinh", ""),
            Self::Model(id) => ("mo-hinh", id.as_str()),
            Self::Provinces => ("tinh", ""),
            Self::Province(slug) => ("tinh", slug.as_str()),
            Self::Communes(slug) => ("xa-phuong", slug.as_str()),
            Self::Indicators => ("chi-so", ""),
            Self::Indicator(id) => ("chi-so", id.as_str()),
            Self::Rehearsals => ("tap-duot", ""),
            Self::Rehearsal(slug) => ("tap-duot", slug.as_str()),
            Self::SelfCheck => ("tu-danh-gia", ""),
            Self::Result => ("ket-qua", ""),
            Self::Search => ("tim", ""),
            Self::Sources => ("nguon", ""),
            Self::Privacy => ("rieng-tu", ""),
            Self::Accessibility => ("tro-nang", ""),
            Self::NotFound => ("404", ""),
        };
        let mut path = String::from(folder);
        path.push('/');
        if !slug.is_empty() {
            path.push_str(slug);
            path.push('/');
        }
        path
    }
}

fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// Whether a link of page data may be followed: a path of the portal, a place on the page, a
/// telephone number or a secured address. Nothing that runs (`javascript:`), no path that a
/// browser takes for another host (`//`, `/\\`), no sign that it leaves out before it looks.
#[must_use]
pub fn may_follow(to: &str) -> bool {
    let starts = ["/", "#", "?", "https://", "tel:"];
    let is_seen = |byte: u8| byte > b' ' && byte != b'\\' && byte != 0x7f;
    to.bytes().all(is_seen) && !to.starts_with("//") && starts.iter().any(|s| to.starts_with(s))
}

/// A route in a language, with what follows `?` and `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub lang: String,
    pub route: Route,
    /// After `?`, without it; may be empty.
    pub query: String,
    /// After `#`, without it; may be empty.
    pub fragment: String,
}

/// How addresses are written on this host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressMode {
    /// Real paths below a base that starts and ends with `/`.
    Path { base: String },
    /// `#/...`: one file that opens from a folder.
    Hash,
}

impl Address {
    /// The address of `route` in `lang`.
    #[must_use]
    pub fn new(lang: &str, route: Route) -> Self {
        Self { lang: lang.into(), route, query: String::new(), fragment: String::new() }
    }

    /// The text of a link: `/base/en/giai-thich/vneid/?ai=student#today`.
    #[must_use]
    pub fn href(&self, mode: &AddressMode, default_lang: &str) -> String {
        let mut href = match mode {
            AddressMode::Path { base } => base.clone(),
            AddressMode::Hash => String::from("#/"),
        };
        if self.lang != default_lang {
            href.push_str(&self.lang);
            href.push('/');
        }
        href.push_str(&self.route.path());
        if !self.query.is_empty() {
            href.push('?');
            href.push_str(&self.query);
        }
        if !self.fragment.is_empty() {
            href.push('#');
            href.push_str(&self.fragment);
        }
        href
    }

    /// Reads what `href` writes; `None` when the text lies outside the portal.
    ///
    /// `codes` are the language codes on offer, default first.
    #[must_use]
    pub fn parse(href: &str, mode: &AddressMode, codes: &[&str]) -> Option<Self> {
        let rest = match mode {
            AddressMode::Path { base } => match href.strip_prefix(base.as_str()) {
                Some(rest) => rest,
                None if href.len() + 1 == base.len() && base.starts_with(href) => "",
                None => return None,
            },
            AddressMode::Hash => href.strip_prefix("#/")?,
        };
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let (head, tail) = path.split_once('/').unwrap_or((path, ""));
        let (lang, path) = match codes.iter().skip(1).find(|code| **code == head) {
            Some(code) => (*code, tail),
            None => (codes.first().copied().unwrap_or(""), path),
        };
        Some(Self {
            lang: lang.into(),
            route: Route::parse(path),
            query: query.into(),
            fragment: fragment.into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODES: [&str; 2] = ["vi", "en"];

    fn routes() -> Vec<Route> {
        let mut routes = Route::ALL.to_vec();
        routes.pop();
        routes.push(Route::Explainer("vneid".into()));
        routes.push(Route::Pillar("xa-hoi-so".into()));
        routes.push(Route::Model("tq-to-cns".into()));
        routes.push(Route::Province("tuyen-quang".into()));
        routes.push(Route::Communes("tuyen-quang".into()));
        routes.push(Route::Indicator("tuyen-quang-xep-hang".into()));
        routes.push(Route::Rehearsal("goi-bao-cat-dien".into()));
        routes
    }

    #[track_caller]
    fn check_round_trip(mode: &AddressMode) {
        for lang in CODES {
            for route in routes() {
                let mut address = Address::new(lang, route);
                address.query = "q=điện".into();
                address.fragment = "viec".into();
                let href = address.href(mode, "vi");
                assert_eq!(Address::parse(&href, mode, &CODES), Some(address), "{href}");
            }
        }
    }

    #[test]
    fn every_address_reads_back_as_it_was_written() {
        check_round_trip(&AddressMode::Path { base: "/".into() });
        check_round_trip(&AddressMode::Path { base: "/so/cong/".into() });
        check_round_trip(&AddressMode::Hash);
    }

    #[test]
    fn a_base_without_its_last_slash_is_home() {
        let mode = AddressMode::Path { base: "/so/".into() };
        assert_eq!(Address::parse("/so", &mode, &CODES).unwrap().route, Route::Home);
        assert_eq!(Address::parse("/khac/", &mode, &CODES), None);
    }

    #[test]
    fn unknown_paths_are_not_found() {
        for path in ["la", "giai-thich/A B", "tru-cot/", "giai-thich/a/b", "../x"] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
    }
}
