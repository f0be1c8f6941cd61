//! Where links may lead: one table for authored addresses, one for page data.

use buoc_so::domain::compose::Composer;
use buoc_so::domain::page::{Page, Span};
use buoc_so::domain::route::may_follow;
use buoc_so::domain::source::{Hosts, host};
use buoc_so::domain::text::{Target, target};
use buoc_so::domain::tree::{Child, Element};
use serde_json::Value;

use super::shelf::library;

fn hosts() -> Hosts {
    let press = ["vtcnews.vn", "www.nhandan.vn", "e.vnexpress.net"].map(String::from).to_vec();
    Hosts { official: vec!["postmart.vn".into()], press }
}

/// Addresses that become links, and those that look as if they should.
const AUTHORED: [(&str, bool); 58] = [
    ("https://dichvucong.gov.vn", true),
    ("https://dichvucong.gov.vn/", true),
    ("https://dichvucong.gov.vn/p/home/dvc-trang-chu.html?a=b&c=%20d#e", true),
    ("https://www.tuyenquang.gov.vn/vi/x", true),
    ("https://gov.vn/", true),
    ("https://vtcnews.vn/bai-viet.html", true),
    ("https://www.vtcnews.vn/", true),
    ("https://nhandan.vn", true),
    ("https://postmart.vn?x", true),
    ("https://postmart.vn#x", true),
    ("https://vtcnews.vn/chuyen-doi-so-(DTI)-2020", true),
    ("https://vtcnews.vn/a:b@c", true),
    ("http://dichvucong.gov.vn", false),
    ("http://vtcnews.vn/x", false),
    ("HTTPS://dichvucong.gov.vn", false),
    ("//dichvucong.gov.vn", false),
    ("dichvucong.gov.vn", false),
    ("ftp://dichvucong.gov.vn", false),
    ("javascript:alert(1)", false),
    ("JaVaScRiPt:alert(1)", false),
    ("javascript://dichvucong.gov.vn/%0aalert(1)", false),
    ("java\nscript:alert(1)", false),
    (" javascript:alert(1)", false),
    ("data:text/html,<script>alert(1)</script>", false),
    ("data:text/html;base64,PHNjcmlwdD4=", false),
    ("vbscript:x", false),
    ("blob:https://dichvucong.gov.vn/x", false),
    ("view-source:https://dichvucong.gov.vn", false),
    ("https://evil-gov.vn/", false),
    ("https://evilgov.vn/", false),
    ("https://gov.vn.evil.com/", false),
    ("https://dichvucong.gov.vn.evil.com/", false),
    ("https://evil.com/.gov.vn", false),
    ("https://evil.com?.gov.vn", false),
    ("https://evil.com#.gov.vn", false),
    ("https://evil.com\\.gov.vn", false),
    ("https://vtcnews.vn.evil.com/", false),
    ("https://notvtcnews.vn/", false),
    ("https://user@dichvucong.gov.vn/", false),
    ("https://dichvucong.gov.vn@evil.com/", false),
    ("https://dichvucong.gov.vn:pass@evil.com/", false),
    ("https://dichvucong.gov.vn:80@evil.com/", false),
    ("https://dichvucong.gov.vn:8443/", false),
    ("https://dichvucong.gov.vn:443/", false),
    ("https://dichvucong.gov.vn./", false),
    ("https://.gov.vn/", false),
    ("https://-.gov.vn/", false),
    ("https://a..gov.vn/", false),
    ("https://xn--dchvucong-k1a.gov.vn/", false),
    ("https://d\u{1ecb}chvucong.gov.vn/", false),
    ("https://dichvucong.g\u{43e}v.vn/", false),
    ("https://dichvucong\u{3002}gov\u{3002}vn/", false),
    ("https://127.0.0.1/", false),
    ("https://[::1]/", false),
    ("https://2130706433/", false),
    ("https://dichvucong.gov.vn/\u{202e}moc.live", false),
    ("https://dichvucong.gov.vn/a b", false),
    ("https://dichvucong.gov.vn/\t\r\n", false),
];

#[test]
fn only_secured_addresses_of_listed_and_state_hosts_become_links() {
    let hosts = hosts();
    for (url, expected) in AUTHORED {
        assert_eq!(hosts.allow(url), expected, "{url:?}");
        let is_web = matches!(target(url), Some(Target::Web(_)));
        assert!(is_web || !expected, "{url:?}");
    }
    let long = ["https://dichvucong.gov.vn/", &"x".repeat(100_000)].concat();
    assert!(!hosts.allow(&long));
    assert!(!hosts.allow(&["https://", &"a.".repeat(300), "gov.vn"].concat()));
}

#[test]
fn a_listed_host_is_the_host_and_not_what_looks_like_it() {
    assert_eq!(host("https://www.vtcnews.vn/x"), Some("vtcnews.vn"));
    // Where a source was read may be an address without a key; it is named, not linked.
    assert_eq!(host("http://vtcnews.vn/x"), Some("vtcnews.vn"));
    assert!(hosts().knows("http://vtcnews.vn/x") && !hosts().knows("http://evil.com/x"));
    for url in ["https://10.0.0.1/", "https://localhost/", "https://0x7f.1/", "https://a.b.c1/"] {
        assert_eq!(host(url), None, "{url}");
    }
}

#[test]
fn telephone_numbers_are_digits_and_not_many() {
    for (text, expected) in [
        ("tel:113", true),
        ("tel:19001010", true),
        ("tel:", false),
        ("tel:+84123", false),
        ("tel:113;phone-context=evil", false),
        ("tel:113,,1", false),
        ("tel:*21*0900000000#", false),
        ("tel:\u{661}\u{661}\u{663}", false),
        ("tel:1234567890123456", false),
        ("TEL:113", false),
        ("sms:113", false),
        ("mailto:a@b.gov.vn", false),
    ] {
        assert_eq!(target(text).is_some(), expected, "{text}");
    }
}

/// Links of page data: what the browser may follow.
const PAGE_DATA: [(&str, bool); 25] = [
    ("/", true),
    ("/en/giai-thich/vneid/?ai=student#today", true),
    ("/tim/?q=%C4%91i%E1%BB%87n", true),
    ("#today", true),
    ("?x=1", true),
    ("https://dichvucong.gov.vn/x", true),
    ("tel:113", true),
    ("javascript:alert(1)", false),
    ("JavaScript:alert(1)", false),
    ("\u{1}javascript:alert(1)", false),
    ("java\tscript:alert(1)", false),
    (" javascript:alert(1)", false),
    ("data:text/html,x", false),
    ("vbscript:x", false),
    ("blob:x", false),
    ("file:///etc/passwd", false),
    ("http://dichvucong.gov.vn", false),
    ("//evil.com/", false),
    ("/\\evil.com/", false),
    ("/\t/evil.com/", false),
    ("\\\\evil.com", false),
    ("evil.com", false),
    ("", false),
    ("/a b", false),
    ("https://gov.vn\u{7f}", false),
];

#[test]
fn page_data_leads_nowhere_that_runs_or_hides() {
    for (to, expected) in PAGE_DATA {
        assert_eq!(may_follow(to), expected, "{to:?}");
    }
}

fn spans<'a>(spans: &'a [Span], found: &mut Vec<&'a str>) {
    for span in spans {
        match span {
            Span::A(to, _) => found.push(to),
            Span::B(inner) => self::spans(inner, found),
            Span::T(_) | Span::F(..) => {}
        }
    }
}

fn trees<'a>(tree: &'a Element, found: &mut Vec<&'a str>) {
    let is_link = |(name, _): &(&str, &str)| matches!(*name, "href" | "action");
    // Pictures are named, not addressed.
    if tree.tag() != "use" {
        found.extend(tree.attributes().filter(is_link).map(|(_, value)| value));
    }
    for child in tree.inside() {
        match child {
            Child::Element(element) => trees(element, found),
            Child::Span(span) => spans(std::slice::from_ref(span), found),
        }
    }
}

/// Every text of page data that starts like an address, wherever it stands.
fn addresses(node: &Value, found: &mut Vec<String>) {
    match node {
        Value::String(text) if text.contains("://") && !text.contains(' ') => {
            found.push(text.clone());
        }
        Value::Array(list) => list.iter().for_each(|node| addresses(node, found)),
        _ => {}
    }
}

pub(crate) fn check_page(page: &Page) -> usize {
    let mut found = Vec::new();
    page.trees().iter().for_each(|tree| trees(tree, &mut found));
    found.iter().for_each(|to| assert!(may_follow(to), "{to:?}"));
    let text = buoc_so::domain::wire::to_json(page);
    let mut outside = Vec::new();
    addresses(&serde_json::from_str(&text).unwrap(), &mut outside);
    outside.iter().for_each(|to| assert!(may_follow(to), "{to:?}"));
    found.len() + outside.len()
}

#[test]
fn every_link_of_every_page_may_be_followed() {
    let mut n_links = 0;
    for pack in &library().packs {
        let composer = Composer::new(library(), pack);
        n_links +=
            composer.routes().iter().map(|route| check_page(&composer.page(route))).sum::<usize>();
    }
    assert!(n_links > 1000, "{n_links}");
}
