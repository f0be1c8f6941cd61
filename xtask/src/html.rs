//! The little of HTML that we read back from our own pages: tags and their attributes.

/// A start tag: its name and its attributes, in order.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    pub name: &'a str,
    pub attributes: Vec<(&'a str, &'a str)>,
}

impl Tag<'_> {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

/// The start tags of a page, outside comments.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
        } else if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (tag, left) = tag(after);
            tags.push(tag);
            rest = left;
        }
    }
    tags
}

/// What stands between each `start` and the next `end`.
pub fn between<'a>(html: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(start).skip(1).filter_map(move |rest| Some(rest.split_once(end)?.0))
}

fn tag(text: &str) -> (Tag<'_>, &str) {
    let (name, mut rest) = text.split_at(text.find(ends_name).unwrap_or(text.len()));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return (Tag { name, attributes }, rest);
        }
        let end = rest.find(|c| c == '=' || ends_name(c)).unwrap_or(rest.len()).max(1);
        let (name, left) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let (value, left) = left.trim_start().strip_prefix('=').map_or(("", left), value);
        attributes.push((name, value));
        rest = left;
    }
}

fn value(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    text.split_at(text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len()))
}

fn ends_name(c: char) -> bool {
    c.is_whitespace() || matches!(c, '>' | '/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_a_browser_reads_them() {
        let html = "<!doctype html><!-- <link href=no> --><link rel=stylesheet href='/a.css'/>\
                    <p>2 < 3</p><script id=\"boot\" data-js=\"/a.js\" async></script>";
        let tags = tags(html);
        let names = tags.iter().map(|tag| tag.name).collect::<Vec<_>>();
        assert_eq!(names, ["link", "p", "script"]);
        assert_eq!(tags[0].attributes, [("rel", "stylesheet"), ("href", "/a.css")]);
        assert_eq!(tags[2].get("data-js"), Some("/a.js"));
        assert_eq!(tags[2].get("async"), Some(""));
        assert_eq!(tags[2].get("src"), None);
    }

    #[test]
    fn broken_html_still_ends() {
        for html in ["<", "<a", "<a =", "<a x=\"", "<!--", "<a \u{111}=\u{111}"] {
            let _ = tags(html);
        }
    }
}
