//! Indicators keep the rules of truth on their pages and in their files.
#![allow(clippy::unwrap_used)]

#[path = "shelf/files.rs"]
mod shelf;

use shelf::files;

use buoc_so::domain::compose::Composer;
use buoc_so::domain::library::{Library, Pack};
use buoc_so::domain::page::{Page, Span, plain};
use buoc_so::domain::route::Route;
use buoc_so::domain::search::Index;
use buoc_so::domain::tree::{Child, Element};

fn library() -> Library {
    Library::load(&files()).unwrap()
}

fn composer(library: &Library) -> Composer<'_> {
    Composer::new(library, &library.packs[0])
}

fn page(library: &Library, id: &str) -> Page {
    composer(library).page(&Route::Indicator(id.into()))
}

/// Every element, with the base of the group it stands in and the drawing it belongs to.
fn walk<'a>(
    tree: &'a Element,
    base: Option<&'a str>,
    found: &mut Vec<(&'a Element, Option<&'a str>)>,
) {
    let base = attribute(tree, "data-base").or(base);
    found.push((tree, base));
    for child in tree.inside() {
        if let Child::Element(element) = child {
            walk(element, base, found);
        }
    }
}

fn elements(page: &Page) -> Vec<(&Element, Option<&str>)> {
    let mut found = Vec::new();
    page.trees().into_iter().for_each(|tree| walk(tree, None, &mut found));
    found
}

fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attributes().find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// The words inside an element, in order.
fn words(element: &Element) -> String {
    let mut text = String::new();
    for child in element.inside() {
        match child {
            Child::Element(inside) => {
                text.push(' ');
                text.push_str(&words(inside));
            }
            Child::Span(span) => text.push_str(&plain(std::slice::from_ref(span))),
        }
    }
    text
}

fn all_words(page: &Page) -> String {
    page.trees().into_iter().map(words).collect::<Vec<_>>().join("\n")
}

fn sentences(page: &Page) -> Vec<String> {
    let captions = elements(page).into_iter().filter(|(e, _)| e.tag() == "figcaption");
    captions.map(|(element, _)| words(element)).collect()
}

/// Left and right end of a panel of a drawing, from its field.
fn field(drawing: &[(&Element, Option<&str>)], base: &str) -> Option<(f64, f64)> {
    let number = |e: &Element, name| attribute(e, name).unwrap().parse::<f64>().unwrap();
    let is_field = |e: &Element| attribute(e, "class") == Some("chart__field");
    let found = drawing.iter().find(|(e, of)| *of == Some(base) && is_field(e));
    found.map(|(e, _)| (number(e, "x"), number(e, "x") + number(e, "width")))
}

/// Checks that each line stays in the panel of its base; gives the bases of the panels.
#[track_caller]
fn check_lines(page: &Page) -> Vec<String> {
    let mut bases = Vec::new();
    for (drawing, _) in elements(page).into_iter().filter(|(e, _)| e.tag() == "svg") {
        let mut inside = Vec::new();
        walk(drawing, None, &mut inside);
        let panels = ["63", "34"].into_iter().filter(|base| field(&inside, base).is_some());
        bases.extend(panels.map(String::from));
        for (element, base) in &inside {
            let is_drawn = matches!(element.tag(), "path" | "line" | "polyline");
            let is_line = attribute(element, "class").is_some_and(|c| c.starts_with("chart__line"));
            if !is_drawn || !is_line {
                continue;
            }
            let Some((left, right)) = field(&inside, base.expect("a line has a base")) else {
                continue;
            };
            let d = attribute(element, "d").unwrap();
            for pair in d.split(['M', 'L']).filter(|pair| !pair.is_empty()) {
                let x: f64 = pair.split(' ').next().unwrap().parse().unwrap();
                assert!(left <= x && x <= right, "{d} leaves the panel of {base:?}");
            }
        }
    }
    bases
}

#[test]
fn no_line_joins_two_bases_on_any_page() {
    let library = library();
    for indicator in &library.indicators {
        check_lines(&page(&library, &indicator.id));
    }
    for province in &library.provinces.today {
        let page = composer(&library).province_ranks(&province.id);
        assert_eq!(check_lines(&page), ["63", "34"], "{}", province.id);
    }
}

#[test]
fn each_chart_is_named_by_its_sentence() {
    let library = library();
    for pack in &library.packs {
        for indicator in &library.indicators {
            let route = Route::Indicator(indicator.id.clone());
            let page = Composer::new(&library, pack).page(&route);
            for (element, _) in elements(&page) {
                if element.tag() != "svg" || attribute(element, "role") != Some("img") {
                    continue;
                }
                let by = attribute(element, "aria-labelledby").unwrap();
                let named =
                    elements(&page).into_iter().filter(|(e, _)| attribute(e, "id") == Some(by));
                let texts: Vec<String> = named.map(|(e, _)| words(e)).collect();
                assert!(texts.len() == 1 && !texts[0].contains(['{', '}']), "{by}: {texts:?}");
            }
        }
    }
}

#[test]
fn the_ranks_of_tuyen_quang_read_44_58_48_38() {
    let library = library();
    let page = page(&library, "tuyen-quang-xep-hang");
    let sentence = &sentences(&page)[0];
    assert!(
        sentence.contains("44/63 (2020), 58/63 (2021, suy ra), 48/63 (2022), 38/63 (2023)"),
        "{sentence}"
    );
    assert!(sentence.contains("tăng 6 bậc") && sentence.contains("trên 34: chưa có thông tin"));
    assert!(sentences(&page)[1].contains("Năm 2022, mạnh nhất: xã hội số (19/63)."));
    let row =
        elements(&page).into_iter().find(|(e, _)| e.tag() == "tr" && words(e).contains("58/63"));
    let row = row.unwrap().0;
    assert_eq!(attribute(row, "data-status"), Some("derived"));
    assert!(words(row).contains("Suy ra: 48 + 10 = 58"), "{}", words(row));
    let passport = page.passports.iter().find(|p| p.title == "hạng 58/63").unwrap();
    assert!(page.citation(passport).contains("48 + 10 = 58"));
}

#[test]
fn gap_and_pace_equal_the_hand_values() {
    let library = library();
    let page = page(&library, "tuyen-quang-kinh-te-so");
    let sentence = &sentences(&page)[0];
    for part in
        ["6,19% GRDP", "khoảng 20% GRDP", "13,81 điểm %", "3,40 điểm % mỗi năm", "0,17 điểm %"]
    {
        assert!(sentence.contains(part), "{part} in {sentence}");
    }
    let text = all_words(&page);
    assert!(text.contains("mục tiêu định tính") && text.contains("20 − 6,19 = 13,81"), "{text}");
    assert!(text.contains("(30 − 6,19) ÷ 7 ≈ 3,40"), "{text}");
}

#[test]
fn sentences_change_with_the_numbers() {
    let mut files = files();
    let facts = files.get_mut("shared/facts.json").unwrap();
    *facts = facts.replacen(
        "\"6.19\", \"unit\": \"percent-grdp\"",
        "\"9.19\", \"unit\": \"percent-grdp\"",
        1,
    );
    let places = files.get_mut("shared/provinces.json").unwrap();
    *places = places.replacen(
        "\"government\": 47, \"economy\": 54, \"society\": 19",
        "\"government\": 19, \"economy\": 54, \"society\": 47",
        1,
    );
    let library = Library::load(&files).unwrap();
    let target = page(&library, "tuyen-quang-kinh-te-so");
    let sentence = &sentences(&target)[0];
    assert!(sentence.contains("10,81 điểm %") && sentence.contains("2,97 điểm %"), "{sentence}");
    let ranks = page(&library, "tuyen-quang-xep-hang");
    assert!(sentences(&ranks)[1].contains("Năm 2022, mạnh nhất: chính quyền số (19/63)."));
}

/// Text of a block that says a target as words, with what stands around it.
#[track_caller]
fn check_target_words(text: &str) {
    let is_told = ["đích", "mục tiêu", "Đích", "Mục tiêu"].iter().any(|word| text.contains(word));
    assert!(is_told || !(text.contains("20%") || text.contains("20 %")), "{text}");
}

#[test]
fn twenty_per_cent_is_always_called_a_target() {
    let library = library();
    let page = page(&library, "tuyen-quang-kinh-te-so");
    for (element, _) in elements(&page) {
        if matches!(element.tag(), "td" | "p" | "li" | "text" | "figcaption" | "span") {
            check_target_words(&words(element));
        }
    }
    let words = library.packs[0].indicator("tuyen-quang-kinh-te-so").unwrap();
    words.notes.iter().chain([&words.summary]).for_each(|text| check_target_words(text));
}

#[test]
fn the_draft_of_quang_ngai_is_always_called_one() {
    let library = library();
    let page = page(&library, "quang-ngai-muc-tieu");
    let text = all_words(&page);
    assert!(text.contains("tháng 12 năm 2022") && text.contains("ngày 30 tháng 9 năm 2023"));
    for (element, _) in elements(&page) {
        let text = words(element);
        if matches!(element.tag(), "td" | "p" | "text") && text.contains("nhóm 10") {
            assert!(text.to_lowercase().contains("dự thảo"), "{text}");
        }
    }
    let sentence = &sentences(&page)[0];
    assert!(sentence.contains("đích dự thảo 12/2022: 11 bậc"), "{sentence}");
    assert!(!text.to_lowercase().contains("top 10"));
}

#[test]
fn products_of_several_markets_are_never_added() {
    let library = library();
    for pack in &library.packs {
        let composer = Composer::new(&library, pack);
        for (path, bytes) in composer.downloads() {
            let text = String::from_utf8(bytes).unwrap();
            assert!(!text.contains("713") && !text.contains("postmart.com"), "{path}");
        }
        for indicator in &library.indicators {
            let page = composer.page(&Route::Indicator(indicator.id.clone()));
            let text = format!("{page:?}");
            assert!(!text.contains("713") && !text.contains("postmart.com"), "{}", indicator.id);
        }
    }
    let shop = page(&library, "quang-tri-thuong-mai");
    assert!(sentences(&shop)[0].contains("khoảng 50,8% (suy ra)"), "{:?}", sentences(&shop));
}

fn download(library: &Library, pack: &Pack, name: &str) -> String {
    let files = Composer::new(library, pack).downloads();
    let (_, bytes) = files.into_iter().find(|(path, _)| path.ends_with(name)).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn bounds_and_cautions_travel_with_the_numbers() {
    let library = library();
    let page = page(&library, "quang-tri-2022");
    assert!(all_words(&page).contains("hơn 90%") && all_words(&page).contains("đừng so hai số"));
    let csv = download(&library, &library.packs[0], "/quang-tri-2022.csv");
    let line = csv.lines().find(|line| line.contains(",90,percent,")).unwrap();
    assert!(line.contains(",90,percent,>,measured,"), "{line}");
    assert!(line.contains("63 (until 2025-06-30)") && line.contains("quangtri.gov.vn"), "{line}");
    assert!(
        csv.lines().any(|line| line.contains(",80,percent,") && line.contains("đừng so hai số"))
    );
    let json = download(&library, &library.packs[0], "/quang-tri-2022.json");
    let sheet: serde_json::Value = serde_json::from_str(&json).unwrap();
    let records = sheet["records"].as_array().unwrap();
    assert_eq!(sheet["decimal"], ".");
    assert!(records.iter().any(|r| r["op"] == ">" && r["value"] == "90"), "{records:?}");
    assert_eq!(records.len(), csv.lines().count() - 1);
}

#[test]
fn the_file_of_tuyen_quang_says_what_a_journalist_needs() {
    let library = library();
    let csv = download(&library, &library.packs[0], "/tuyen-quang-kinh-te-so.csv");
    assert!(csv.starts_with(
        "\u{feff}indicator,measure,place,place_valid,year,value,unit,op,status,rank_base,geo_basis,"
    ));
    let rows = [
        ",2025,20,percent-grdp,≈,target,",
        ",2023,6.19,percent-grdp,=,estimate,",
        ",13.81,percent-points,≈,derived,",
    ];
    for row in rows {
        assert!(csv.contains(row), "{row}\n{csv}");
    }
    assert!(
        csv.contains("20 − 6.19 = 13.81") && csv.lines().skip(1).all(|line| line.ends_with(",."))
    );
    let path = "/chi-so/tuyen-quang-kinh-te-so/tuyen-quang-kinh-te-so.csv";
    let link = page(&library, "tuyen-quang-kinh-te-so");
    let link = elements(&link)
        .into_iter()
        .any(|(e, _)| attribute(e, "href") == Some(path) && attribute(e, "download").is_some());
    assert!(link);
}

#[test]
fn the_journalist_finds_the_indicator_first() {
    let library = library();
    for pack in &library.packs {
        let documents = Composer::new(&library, pack).search_documents();
        let index = Index::with_synonyms(documents.clone(), &pack.interface.synonyms);
        let queries =
            ["kinh te so tuyen quang 20", "kinh tế số Tuyên Quang 20", "kinh te so tuyen quang"];
        for query in queries.iter().filter(|_| pack.lang == "vi") {
            let hits = index.search(query, 5).hits;
            let ids: Vec<&str> =
                hits.iter().map(|hit| documents[hit.document].id.as_str()).collect();
            assert_eq!(ids.first(), Some(&"tuyen-quang-kinh-te-so"), "{query}: {ids:?}");
        }
    }
}

#[test]
fn every_number_of_a_table_has_its_passport() {
    let library = library();
    for indicator in &library.indicators {
        let page = page(&library, &indicator.id);
        for (element, _) in elements(&page) {
            if attribute(element, "class") != Some("numbers__n") {
                continue;
            }
            let spans = element.inside().iter().filter_map(|child| match child {
                Child::Span(Span::F(index, _)) => Some(*index),
                _ => None,
            });
            let spans: Vec<u16> = spans.collect();
            assert_eq!(spans.len(), 1, "{}", words(element));
            assert!(page.passports.get(usize::from(spans[0])).is_some());
        }
    }
}

#[test]
fn the_comparison_covers_all_places_and_names_its_gaps() {
    let library = library();
    let page = page(&library, "so-sanh-tinh");
    let rows = |id: &str| {
        let body = elements(&page).into_iter().find(|(e, _)| attribute(e, "id") == Some(id));
        body.unwrap().0.inside().len()
    };
    assert_eq!((rows("rows-today"), rows("rows-former")), (34, 63));
    for (element, _) in elements(&page) {
        if element.tag() == "td" {
            assert!(!words(element).trim().is_empty(), "an empty cell");
        }
    }
    let text = format!("{:?}", page.blocks);
    assert!(text.contains("của 63 trên 63 tỉnh, thành"), "coverage of 2022");
}
