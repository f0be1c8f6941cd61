//! Rehearsals: every scene in every language, a banner in each step, no way out before an end.
#![allow(clippy::unwrap_used)]

#[path = "shelf/files.rs"]
mod shelf;

use shelf::library;

use buoc_so::domain::compose::Composer;
use buoc_so::domain::library::Pack;
use buoc_so::domain::page::{Block, Page, Span};
use buoc_so::domain::rehearsal::{End, Rehearsal, SceneKind, Verdict};
use buoc_so::domain::route::Route;
use buoc_so::domain::search::Index;
use buoc_so::domain::tree::{Child, Element};

fn page(pack: &Pack, slug: &str) -> Page {
    Composer::new(library(), pack).page(&Route::Rehearsal(slug.into()))
}

fn attribute<'a>(element: &'a Element, wanted: &str) -> Option<&'a str> {
    element.attributes().find(|(name, _)| *name == wanted).map(|(_, value)| value)
}

/// The steps of a page, in their order.
fn steps(page: &Page) -> Vec<Element> {
    let inside = |tree: &&Element| tree.inside().to_vec();
    let children = page.trees().iter().flat_map(inside).collect::<Vec<_>>();
    let steps = children.into_iter().filter_map(|child| match child {
        Child::Element(element) if element.tag() == "section" => Some(element),
        _ => None,
    });
    steps.collect()
}

fn walk(element: &Element, visit: &mut impl FnMut(&Element, Option<&Span>)) {
    visit(element, None);
    for child in element.inside() {
        match child {
            Child::Element(child) => walk(child, visit),
            Child::Span(span) => visit(element, Some(span)),
        }
    }
}

/// Where the links of an element lead.
fn links(element: &Element) -> Vec<String> {
    fn of_span(span: &Span, found: &mut Vec<String>) {
        match span {
            Span::A(to, _) => found.push(to.clone()),
            Span::B(inner) => inner.iter().for_each(|span| of_span(span, found)),
            Span::F(..) => found.push("passport".into()),
            Span::T(_) => {}
        }
    }
    let mut found = Vec::new();
    walk(element, &mut |element, span| match span {
        Some(span) => of_span(span, &mut found),
        None if element.tag() == "a" => found.extend(attribute(element, "href").map(Into::into)),
        None => {}
    });
    found
}

fn text(element: &Element) -> String {
    let mut out = String::new();
    walk(element, &mut |_, span| {
        if let Some(span) = span {
            out.push_str(&buoc_so::domain::page::plain(std::slice::from_ref(span)));
            out.push(' ');
        }
    });
    out
}

fn scenes() -> impl Iterator<Item = (&'static Pack, &'static Rehearsal)> {
    library().packs.iter().flat_map(|pack| library().rehearsals.iter().map(move |s| (pack, s)))
}

#[test]
fn there_are_scenes_of_every_kind_and_trusting_is_often_right() {
    let count = |kind| library().rehearsals.iter().filter(|scene| scene.kind == kind).count();
    assert!(library().rehearsals.len() >= 12);
    assert!(count(SceneKind::Scam) >= 7 && count(SceneKind::Genuine) >= 3);
    assert_eq!(count(SceneKind::Calm), 2);
}

#[test]
fn every_scene_is_a_tree_with_good_ends_for_good_choices() {
    for scene in &library().rehearsals {
        assert_eq!(scene.faults(), [], "{}", scene.slug);
        for step in &scene.steps {
            let careless = scene.way_to(&step.id).is_some_and(|(_, v)| v == Verdict::Care);
            assert!(!(careless && step.end == Some(End::Safe)), "{} {}", scene.slug, step.id);
        }
        let safe = scene.steps.iter().filter(|step| step.end == Some(End::Safe)).count();
        let mended = scene.steps.iter().filter(|step| step.end == Some(End::Mended)).count();
        assert!(safe >= 1 && mended >= 1, "{}", scene.slug);
    }
}

#[test]
fn every_step_stands_on_the_page_in_the_order_of_the_file() {
    for (pack, scene) in scenes() {
        let page = page(pack, &scene.slug);
        let own = pack.rehearsal(&scene.slug).unwrap();
        let steps = steps(&page);
        assert_eq!(steps.len(), scene.steps.len(), "{}", scene.slug);
        for (index, (drawn, step)) in steps.iter().zip(&scene.steps).enumerate() {
            assert_eq!(attribute(drawn, "id").unwrap(), ["buoc-", &step.id].concat());
            let text = text(drawn);
            let frame = &pack.interface.rehearsal;
            assert!(text.contains(&frame.banner), "{text}");
            assert!(text.contains(&frame.step_no.replace("{n}", &(index + 1).to_string())));
            assert!(text.contains(&own.step(&step.id).unwrap().title));
            for choice in &step.choices {
                let number = scene.number(&choice.to).to_string();
                assert!(text.contains(&frame.to_step.replace("{n}", &number)), "{text}");
            }
            let banner = attribute(drawn, "aria-describedby").unwrap();
            let mut named = false;
            walk(drawn, &mut |element, _| named |= attribute(element, "id") == Some(banner));
            assert!(named && attribute(drawn, "tabindex") == Some("-1"));
        }
    }
}

#[test]
fn nothing_leads_out_of_a_scene_before_its_end() {
    for (pack, scene) in scenes() {
        for (drawn, step) in steps(&page(pack, &scene.slug)).iter().zip(&scene.steps) {
            let links = links(drawn);
            if step.end.is_none() {
                assert!(links.iter().all(|to| to.starts_with("#buoc-")), "{links:?}");
            } else {
                assert!(links.iter().any(|to| to.starts_with("tel:") || to.contains("gov.vn")));
            }
            if let Some((before, _)) = scene.way_to(&step.id) {
                let back = ["#buoc-", &before.id].concat();
                assert!(links.contains(&back), "{} {}", scene.slug, step.id);
            }
        }
    }
}

#[test]
fn an_end_says_how_old_its_numbers_are() {
    for (pack, scene) in scenes() {
        for (drawn, step) in steps(&page(pack, &scene.slug)).iter().zip(&scene.steps) {
            if step.end.is_none() {
                continue;
            }
            let said = text(drawn);
            let words = &pack.interface;
            let frame = &words.rehearsal;
            for habit in [&frame.stop, &frame.check, &frame.tell] {
                assert!(said.contains(habit.as_str()), "{said}");
            }
            let today = library().edition.content_version;
            let channels = library().channels.iter().filter(|c| scene.channels.contains(&c.id));
            if channels.clone().any(|channel| channel.is_stale(today)) {
                assert!(said.contains(words.headings.channel_stale.trim()), "{said}");
            }
            if scene.channels.iter().any(|id| id == "156") {
                let badge = words.confidences.unconfirmed.to_lowercase();
                assert!(said.contains(&badge), "{said}");
            }
        }
    }
}

#[test]
fn the_list_and_search_do_not_tell_how_a_scene_ends() {
    for pack in &library().packs {
        let composer = Composer::new(library(), pack);
        let page = composer.page(&Route::Rehearsals);
        let rows = page.blocks.iter().filter_map(|block| match block {
            Block::Section { id, body, .. } if id == "recognise" => Some(body),
            _ => None,
        });
        let rows = rows.flatten().find_map(|block| match block {
            Block::Rows(rows) => Some(rows),
            _ => None,
        });
        let kinds: Vec<SceneKind> = rows
            .unwrap()
            .iter()
            .map(|row| {
                let slug = row.to.trim_matches('/').rsplit('/').next().unwrap();
                assert!(row.tags.is_empty() && row.tone.is_empty());
                library().rehearsals.iter().find(|scene| scene.slug == slug).unwrap().kind
            })
            .collect();
        let changes = kinds.windows(2).filter(|pair| pair[0] != pair[1]).count();
        assert!(changes >= 6, "scams and true ones stand mixed: {kinds:?}");
        for words in &pack.rehearsals {
            let told = [&words.title, &words.summary, &words.teaches, &words.slug];
            for text in told.map(|text| text.to_lowercase()) {
                for verdict in ["lừa", "giả mạo", "scam", "trick", "genuine"] {
                    assert!(!text.contains(verdict), "{text}");
                }
            }
        }
    }
}

#[test]
fn search_finds_a_scene_by_what_people_call_it() {
    let pack = &library().packs[0];
    let documents = Composer::new(library(), pack).search_documents();
    let index = Index::with_synonyms(documents, &pack.interface.synonyms);
    let found = index.search("giao hang so la", 3);
    let hits = found.hits.iter().filter_map(|hit| index.document(hit));
    let hits: Vec<&str> = hits.map(|document| document.id.as_str()).collect();
    assert!(hits.contains(&"r-nguoi-giao-hang-goi"), "{hits:?}");
}

#[test]
fn an_explainer_leads_to_the_scenes_that_rehearse_it() {
    for pack in &library().packs {
        let composer = Composer::new(library(), pack);
        let page = composer.page(&Route::Explainer("cuoc-goi-lua-dao".into()));
        let Some(Block::Split { main, .. }) = page.blocks.first() else { panic!("no columns") };
        let is_there = |block: &Block| {
            matches!(block, Block::Section { id, body, .. }
            if id == "rehearse" && body.iter().any(|b| matches!(b, Block::List { items, .. } if items.len() >= 2)))
        };
        assert!(main.iter().any(is_there));
    }
}
