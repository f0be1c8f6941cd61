//! The map: borders, both archipelagos in every drawing, counts, and how much it weighs.
#![allow(clippy::unwrap_used)]

#[path = "shelf/files.rs"]
mod shelf;

use shelf::files;

use std::collections::BTreeSet;

use buoc_so::domain::choropleth::NO_DATA;
use buoc_so::domain::compose::Composer;
use buoc_so::domain::geometry::{Frame, Plane, Position, Topology, project};
use buoc_so::domain::interface::Phrases;
use buoc_so::domain::json;
use buoc_so::domain::library::Library;
use buoc_so::domain::model::Model;
use buoc_so::domain::page::{Page, Span, plain};
use buoc_so::domain::route::Route;
use buoc_so::domain::tree::{Child, Element};
use buoc_so::domain::wire::{self, Wire};

/// The authored content with `n` made-up models, spread unevenly over the provinces.
fn library(n: usize) -> Library {
    let mut library = Library::load(&files()).unwrap();
    let ids: Vec<String> = library.provinces.today.iter().map(|p| p.id.clone()).collect();
    let model = |i: usize| -> Model {
        let province = &ids[i * i % 31 % ids.len()];
        let text = format!(
            r#"{{"id": "m{i}", "province": "{province}", "former": null, "year": "2024",
            "year_basis": "stated", "pillar": "society", "kind": "x", "sector": "community",
            "scope": "commune", "evidence": "told", "source": "x", "strength": "press",
            "confidence": "sourced"}}"#
        );
        serde_json::from_str(&text).unwrap()
    };
    library.models = (0..n).map(model).collect();
    library
}

/// Every element of a tree, itself first.
fn all(tree: &Element) -> Vec<&Element> {
    let mut found = vec![tree];
    for child in tree.inside() {
        if let Child::Element(element) = child {
            found.extend(all(element));
        }
    }
    found
}

fn words(tree: &Element) -> String {
    let child = |child: &Child| match child {
        Child::Element(element) => words(element),
        Child::Span(span) => plain(std::slice::from_ref(span)),
    };
    tree.inside().iter().map(child).collect()
}

fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attributes().find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// Everything a reader can see or hear of a tree.
fn said(tree: &Element) -> String {
    let labels = all(tree).into_iter().filter_map(|e| attribute(e, "aria-label"));
    let labels: Vec<&str> = labels.collect();
    [words(tree), labels.join(" ")].join(" ")
}

/// Addresses of a tree: links of elements and of text.
fn links(tree: &Element) -> Vec<String> {
    let mut found = Vec::new();
    for element in all(tree) {
        found.extend(attribute(element, "href").map(String::from));
        found.extend(element.inside().iter().filter_map(|child| match child {
            Child::Span(Span::A(to, _)) => Some(to.clone()),
            _ => None,
        }));
    }
    found
}

fn provinces(addresses: &[String]) -> BTreeSet<&str> {
    addresses.iter().filter(|to| to.contains("/tinh/")).map(String::as_str).collect()
}

#[track_caller]
fn check_archipelagos(tree: &Element, what: &str) {
    let said = said(tree);
    for name in ["Hoàng Sa", "Trường Sa"] {
        assert!(said.contains(name), "{what} lacks {name}");
    }
}

#[test]
fn every_drawing_names_both_archipelagos() {
    let library = library(129);
    for pack in &library.packs {
        let composer = Composer::new(&library, pack);
        let figure = composer.map_figure();
        check_archipelagos(&figure, "the map");
        for key in ["hs", "ts", "true"] {
            let of_key = |e: &&Element| attribute(e, "data-box") == Some(key);
            let group = all(&figure).into_iter().find(of_key).unwrap();
            assert!(words(group).contains(" Sa"), "{key}");
            assert!(all(group).iter().filter(|e| e.tag() == "circle").count() >= 12, "{key}");
        }
        check_archipelagos(&composer.tile_map(), "the tile map");
        check_archipelagos(&composer.province_list(), "the list");
        for province in library.provinces.today.iter().map(|p| p.id.as_str()).chain(["none"]) {
            let thumb = composer.map_thumb(province);
            check_archipelagos(&thumb, "a small map");
            assert!(words(&thumb).contains("Hoàng Sa"), "readable in the drawing");
        }
    }
    let vi = Composer::new(&library, &library.packs[0]);
    for unit in ["(TP. Đà Nẵng)", "(tỉnh Khánh Hòa)"] {
        for tree in [vi.map_figure(), vi.tile_map(), vi.province_list(), vi.map_thumb("hue")] {
            assert!(said(&tree).contains(unit), "{unit}");
        }
    }
}

#[test]
fn every_province_is_a_link_in_the_map_the_tiles_and_the_list() {
    let library = library(3);
    let composer = Composer::new(&library, &library.packs[0]);
    for tree in [composer.map_figure(), composer.tile_map(), composer.province_list()] {
        let links = links(&tree);
        assert_eq!(provinces(&links).len(), 34);
        assert!(provinces(&links).contains("/tinh/tuyen-quang/"));
    }
    let figure = composer.map_figure();
    let sheet = all(&figure).into_iter().find(|e| e.tag() == "svg").unwrap();
    let links: Vec<&Element> = all(sheet).into_iter().filter(|e| e.tag() == "a").collect();
    assert_eq!(links.len(), 34 + 4);
    assert!(links.iter().all(|link| attribute(link, "tabindex") == Some("-1")));
    assert_eq!(attribute(sheet, "viewBox"), Some("24 2 520 950"));
}

#[test]
fn every_path_is_whole_numbers_and_closed() {
    let library = library(0);
    let composer = Composer::new(&library, &library.packs[0]);
    let mut trees = vec![composer.map_figure()];
    trees.extend(library.provinces.today.iter().map(|p| composer.map_thumb(&p.id)));
    for tree in &trees {
        for path in all(tree).into_iter().filter(|e| e.tag() == "path") {
            let d = attribute(path, "d").unwrap();
            let is_part = |c: char| c.is_ascii_digit() || "Ml -z".contains(c);
            assert!(d.len() > 10 && d.chars().all(is_part), "{d}");
            if attribute(path, "class") == Some("land") {
                assert_eq!(d.matches('M').count(), d.matches('z').count(), "{d}");
            }
        }
        for element in all(tree) {
            for name in ["x", "y", "cx", "cy", "r", "width", "height"] {
                let Some(value) = attribute(element, name) else { continue };
                assert!(value.parse::<f64>().unwrap().is_finite(), "{name}={value}");
            }
        }
    }
}

#[test]
fn the_numbers_on_the_map_add_up_to_all_models() {
    for n in [0, 1, 40, 129] {
        let library = library(n);
        let composer = Composer::new(&library, &library.packs[0]);
        let figure = composer.map_figure();
        let is_badge = |e: &&Element| attribute(e, "data-kind") == Some("badge");
        let badges: Vec<&Element> = all(&figure).into_iter().filter(is_badge).collect();
        let counts: Vec<usize> = badges.iter().map(|badge| words(badge).parse().unwrap()).collect();
        assert_eq!(counts.iter().sum::<usize>(), n);
        assert!(counts.iter().all(|count| *count > 0));
        let levels = all(&figure).into_iter().filter_map(|e| attribute(e, "data-level"));
        let shaded = levels.filter(|level| *level != "0").count();
        assert!(n == 0 || shaded >= badges.len());
    }
}

#[test]
fn names_fit_without_touching_and_most_are_there() {
    let library = library(0);
    let composer = Composer::new(&library, &library.packs[0]);
    let figure = composer.map_figure();
    let shown = |near: &str| -> BTreeSet<String> {
        let of = |e: &&Element| attribute(e, "data-near") == Some(near);
        let group = all(&figure).into_iter().find(of).unwrap();
        let codes = all(group).into_iter().filter_map(|e| attribute(e, "data-code"));
        codes.map(String::from).collect()
    };
    println!("{} names from afar, {} from near", shown("far").len(), shown("near").len());
    assert!(shown("far").len() >= 20, "{:?}", shown("far"));
    assert_eq!(shown("near").len(), 34);
}

#[test]
fn what_the_map_can_be_coloured_by_says_what_it_does_not_know() {
    let library = library(129);
    for pack in &library.packs {
        let composer = Composer::new(&library, pack);
        let measures = composer.measures();
        assert_eq!(measures[0].key, "models");
        for measure in &measures {
            assert_eq!(measure.levels.len(), 34);
            let has_gaps = measure.levels.contains(&NO_DATA);
            let gap = &pack.interface.map.no_data;
            assert_eq!(has_gaps, measure.classes.last() == Some(gap), "{}", measure.key);
            let n_classes = (measure.classes.len() - usize::from(has_gaps)) as u16;
            assert!(n_classes <= 5 && !measure.note.contains('{'), "{}", measure.note);
            let is_level = |level: &u16| *level < n_classes || *level == NO_DATA;
            assert!(measure.levels.iter().all(is_level));
        }
        let ranks = &measures[1];
        let known = ranks.levels.iter().filter(|level| **level != NO_DATA).count();
        let authored = library.provinces.today.iter().filter(|p| !p.dti.is_empty()).count();
        assert_eq!(known, authored);
        let place = |id: &str| library.provinces.today.iter().position(|p| p.id == id).unwrap();
        assert_eq!(ranks.levels[place("ha-noi")], 4);
        assert_eq!(ranks.levels[place("cao-bang")], 0);
        assert_eq!(ranks.levels[place("tuyen-quang")], NO_DATA);
    }
}

#[test]
fn the_files_of_lists_and_maps_are_read_as_they_were_written() {
    fn check<T: Wire + PartialEq>(value: &T) {
        let read = json::read(&wire::to_json(value)).and_then(T::unpack);
        assert!(read.as_ref() == Some(value));
    }
    let library = library(0);
    for pack in &library.packs {
        let composer = Composer::new(&library, pack);
        let words = Phrases::from(&pack.interface.atlas);
        assert_eq!(words.get("none"), pack.interface.atlas.none);
        assert_eq!(words.get("no such words"), "");
        check(&(composer.listing(), words));
        check(&(composer.atlas_provinces(), composer.measures()));
    }
}

#[test]
fn neighbours_are_mutual_and_the_58_real_pairs() {
    let library = library(0);
    let provinces = Composer::new(&library, &library.packs[0]).atlas_provinces();
    let mut n_pairs = 0;
    for (index, province) in provinces.iter().enumerate() {
        for neighbour in &province.neighbours {
            let back = &provinces[usize::from(*neighbour)].neighbours;
            assert!(back.contains(&(index as u16)), "{}", province.id);
            n_pairs += 1;
        }
        let frame = province.extent.frame();
        let anchor = Plane { x: f64::from(province.x) / 10.0, y: f64::from(province.y) / 10.0 };
        assert!(frame.holds(anchor) && Frame::FULL.covers(frame), "{}", province.id);
    }
    assert_eq!(n_pairs, 2 * 58);
    let hue = provinces.iter().find(|p| p.id == "hue").unwrap();
    let names: Vec<&str> =
        hue.neighbours.iter().map(|i| provinces[usize::from(*i)].id.as_str()).collect();
    assert_eq!(names, ["quang-tri", "da-nang"]);
}

fn at(lon: f64, lat: f64) -> Plane {
    project(Position { lon, lat })
}

#[track_caller]
fn check_place(topology: &Topology, lon: f64, lat: f64, code: &str) {
    let at = at(lon, lat);
    let place = topology.at(at).map(|place| topology.places[place].code.as_str());
    assert_eq!(place, Some(code));
    assert_eq!(topology.nearest(at).map(|(_, distance)| distance), Some(0.0));
}

#[test]
fn towns_lie_in_their_provinces() {
    let atlas = library(0).atlas;
    for topology in [&atlas.low, &atlas.mid] {
        assert_eq!(topology.places.len(), 34);
        check_place(topology, 105.8542, 21.0285, "01");
        check_place(topology, 105.214, 21.823, "08");
        check_place(topology, 106.7009, 10.7769, "79");
        check_place(topology, 107.1, 16.75, "44");
        check_place(topology, 103.98, 10.23, "91");
    }
    assert_eq!(atlas.mid.at(at(110.5, 14.0)), None);
    let (nearest, distance) = atlas.mid.nearest(at(109.4, 13.78)).unwrap();
    assert_eq!(atlas.mid.places[nearest].code, "52");
    assert!((5.0..25.0).contains(&distance), "{distance}");
}

#[test]
fn today_and_before_share_their_borders() {
    let atlas = library(0).atlas;
    let former = atlas.low.former_borders();
    assert!(former.starts_with('M') && !former.contains('z'));
    assert_eq!(former.matches('M').count(), 31);
    let outline = atlas.low.outline();
    assert_eq!(outline.matches('M').count(), outline.matches('z').count());
    let plain = atlas.low.plainer(45.0, 60.0, 8);
    assert_eq!(plain.places.len(), 34);
    assert!(plain.outline().len() < outline.len() / 3);
    for (place, was) in plain.places.iter().zip(&atlas.low.places) {
        assert_eq!(place.code, was.code);
    }
}

#[test]
fn a_damaged_topology_is_refused() {
    let files = files();
    let text = &files["map/vn-lo.plane.topo.json"];
    assert!(serde_json::from_str::<Topology>(text).is_ok());
    for (from, to) in [
        ("[[[0,1,2,", "[[[0,9999,2,"),
        ("[[[0,1,2,", "[[[0,2,"),
        ("\"scale\":[0.25,0.25]", "\"scale\":[0.25,0.5]"),
        ("\"attribution\"", "\"atribution\""),
    ] {
        let broken = text.replace(from, to);
        assert_ne!(&broken, text);
        assert!(serde_json::from_str::<Topology>(&broken).is_err(), "{from} -> {to}");
    }
}

#[test]
fn maps_stay_light() {
    let library = library(129);
    for pack in &library.packs {
        let composer = Composer::new(&library, pack);
        let page = composer.page(&Route::Map);
        assert_eq!(page.trees().len(), 3);
        let read: Option<Page> = wire::from_json(&wire::to_json(&page));
        assert_eq!(read.as_ref(), Some(&page));
        let size = wire::to_json(&composer.map_figure()).len();
        println!("{}: map: {size} bytes", pack.lang);
        assert!(size < 36_000, "{size}");
        let thumbs = library.provinces.today.iter().map(|p| composer.map_thumb(&p.id));
        let sizes: Vec<usize> = thumbs.map(|thumb| wire::to_json(&thumb).len()).collect();
        println!("small maps: {:?}..{:?} bytes", sizes.iter().min(), sizes.iter().max());
        assert!(sizes.iter().all(|size| *size < 6_000), "{sizes:?}");
    }
}
