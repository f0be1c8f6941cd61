//! The map as a file: a drawing or a picture of the full frame, with title, legend and credit.
//!
//! A picture is painted shape by shape on a canvas: loading a drawing into an image would
//! need a looser content policy, and some browsers refuse to give such pictures out.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Element, HtmlAnchorElement, HtmlCanvasElement,
    Path2d, Url,
};

use super::map::Map;
use crate::browser::dom;
use crate::domain::interface::fill;

/// Pixels of a picture; the drawing's units are the full frame's.
const WIDTH: u32 = 2000;
const HEIGHT: u32 = 2720;
const SCALE: f64 = 2.0;
/// Where the map begins below the title, and the legend below the map, in units.
const MAP_TOP: f64 = 80.0;
const LEGEND_TOP: f64 = 1290.0;
/// Ink, sea, land by level, and the fill of land without data: paper is always light.
const INK: &str = "#1a1f3a";
const SEA: &str = "#e9edfb";
const LEVELS: [&str; 5] = ["#fffefa", "#efe8da", "#cbc6c4", "#8d8c98", "#4a4d61"];
const NO_DATA: &str = "#f7d9a8";

/// A mark of the picture.
enum Mark {
    Shape { d: String, fill: String, is_dashed: bool },
    Dot { x: f64, y: f64, r: f64, fill: &'static str },
    Words { x: f64, y: f64, size: f64, is_middle: bool, text: String },
}

fn number(element: &Element, name: &str) -> f64 {
    js_sys::parse_float(&element.get_attribute(name).unwrap_or_default())
}

fn text_of(figure: &Element, part: &str) -> String {
    let found = figure.query_selector(&["[data-part=\"", part, "\"]"].concat()).ok().flatten();
    found.and_then(|found| found.text_content()).unwrap_or_default()
}

fn fill_of(level: &str) -> String {
    let at = level.parse::<usize>().ok().and_then(|level| LEVELS.get(level));
    at.map_or(NO_DATA, |colour| colour).to_owned()
}

/// Everything a picture shows, from the map as it stands; `grid` is the size of a step of paths.
fn marks(map: &Map) -> (f64, Vec<Mark>) {
    let mut marks = Vec::new();
    let svg = &map.svg;
    let lands = dom::all(svg, ".map__lands");
    let grid = lands.first().and_then(|lands| lands.get_attribute("transform"));
    let grid =
        grid.map_or(1.0, |text| js_sys::parse_float(text.strip_prefix("scale(").unwrap_or(&text)));
    for land in dom::all(svg, ".land") {
        let d = land.get_attribute("d").unwrap_or_default();
        let fill = fill_of(&land.get_attribute("data-level").unwrap_or_default());
        marks.push(Mark::Shape { d, fill, is_dashed: false });
    }
    for former in dom::all(svg, "g[data-key=\"former\"]:not([hidden]) path") {
        let d = former.get_attribute("d").unwrap_or_default();
        marks.push(Mark::Shape { d, fill: String::new(), is_dashed: true });
    }
    let dots = "[data-kind=\"isles\"] circle, [data-box=\"true\"] circle";
    for dot in dom::all(svg, dots) {
        let (x, y, r) = (number(&dot, "cx"), number(&dot, "cy"), number(&dot, "r"));
        marks.push(Mark::Dot { x, y, r, fill: INK });
    }
    for badge in dom::all(svg, "[data-kind=\"badge\"]:not([hidden])") {
        let (Some(dot), Some(text)) = (badge.first_element_child(), badge.last_element_child())
        else {
            continue;
        };
        let (x, y) = (number(&dot, "cx"), number(&dot, "cy"));
        marks.push(Mark::Dot { x, y, r: 10.5, fill: "#ffffff" });
        let text = text.text_content().unwrap_or_default();
        marks.push(Mark::Words { x, y: y + 5.0, size: 14.0, is_middle: true, text });
    }
    for label in dom::all(svg, "[data-box=\"true\"] text") {
        let (x, y) = (number(&label, "x"), number(&label, "y"));
        let text = label.text_content().unwrap_or_default();
        marks.push(Mark::Words { x, y, size: 26.0, is_middle: true, text });
    }
    (grid, marks)
}

/// Title, legend and credit, in units below and above the map.
fn frame(map: &Map) -> Vec<Mark> {
    let figure = &map.figure;
    let words =
        |y: f64, size: f64, text: String| Mark::Words { x: 24.0, y, size, is_middle: false, text };
    let title = map.data.words.get("map_title").to_owned();
    let mut measure = text_of(figure, "measure");
    let n_shown = map.kept.borrow().len();
    if n_shown < map.data.listing.entries.len() {
        let shown = fill(map.data.words.get("filtered"), "n", &n_shown.to_string());
        measure = [&measure, ". ", &shown].concat();
    }
    let mut marks = vec![words(42.0, 32.0, title), words(70.0, 20.0, measure)];
    let mut x = 24.0;
    for item in dom::all(figure, "[data-part=\"legend\"] > li") {
        let swatch = item.first_element_child();
        let level = swatch.and_then(|swatch| swatch.get_attribute("data-level"));
        let d = ["M", &(x as u32).to_string(), " 1290h30v20h-30z"].concat();
        let fill = fill_of(&level.unwrap_or_default());
        marks.push(Mark::Shape { d, fill, is_dashed: false });
        let text = item.text_content().unwrap_or_default();
        let text = text.trim_ascii().to_owned();
        let wide = 50.0 + 9.5 * text.chars().count() as f64;
        marks.push(Mark::Words {
            x: x + 38.0,
            y: LEGEND_TOP + 16.0,
            size: 16.0,
            is_middle: false,
            text,
        });
        x += wide;
    }
    let small = dom::all(figure, "figcaption > p:last-child");
    let mut credit = small.first().and_then(|p| p.text_content()).unwrap_or_default();
    if n_shown < map.data.listing.entries.len()
        && let Some((date, rest)) = credit.split_once(':')
        && let Some((_, rest)) = rest.split_once('.')
    {
        credit = [date, ".", rest].concat();
    }
    for (line, text) in lines(&credit, 110).into_iter().enumerate() {
        marks.push(words(LEGEND_TOP + 44.0 + 18.0 * line as f64, 14.0, text));
    }
    marks
}

/// Text in lines of at most so many letters.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let Some(line) = lines.last_mut() else { break };
        if line.chars().count() + word.chars().count() > most {
            lines.push(word.to_owned());
        } else {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.iter().map(|line| line.trim_ascii().to_owned()).collect()
}

/// Saves a drawing.
pub(super) fn save_svg(map: &Map) {
    let (grid, marks) = marks(map);
    let mut out = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 1360\" font-family=\"sans-serif\" fill=\"",
    );
    out.push_str(INK);
    out.push_str("\"><path fill=\"#fff\" d=\"M0 0h1000v1360H0z\"/>");
    frame(map).iter().for_each(|mark| push(&mut out, mark, 1.0));
    out.push_str("<g transform=\"translate(0 80)\"><path fill=\"");
    out.push_str(SEA);
    out.push_str("\" d=\"M0 0h1000v1188H0z\"/>");
    marks.iter().for_each(|mark| push(&mut out, mark, grid));
    out.push_str("</g></svg>");
    let parts = Array::of1(&out.into());
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &kind) {
        save(&blob, "ban-do.svg");
    }
}

fn escape(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            _ => out.push(letter),
        }
    }
    out
}

fn push(out: &mut String, mark: &Mark, grid: f64) {
    use crate::domain::geometry::{decimals, short};
    let mut parts: Vec<String> = Vec::new();
    match mark {
        Mark::Shape { d, fill, is_dashed } => {
            let grid = ["\" transform=\"scale(", &decimals(grid, 4), ")"].concat();
            let style = if *is_dashed {
                "\" fill=\"none\" stroke=\"#1a1f3a\" stroke-dasharray=\"3 3"
            } else {
                "\" stroke=\"#7a7163"
            };
            let fill = if fill.is_empty() { String::new() } else { ["\" fill=\"", fill].concat() };
            let rule = "\" fill-rule=\"evenodd\" vector-effect=\"non-scaling-stroke";
            parts.extend([
                "<path d=\"".into(),
                d.clone(),
                grid,
                style.into(),
                fill,
                rule.into(),
                "\"/>".into(),
            ]);
        }
        Mark::Dot { x, y, r, fill } => {
            parts.extend(["<circle cx=\"".into(), short(*x), "\" cy=\"".into(), short(*y)]);
            parts.extend(["\" r=\"".into(), short(*r), "\" fill=\"".into(), (*fill).into()]);
            parts.push("\" stroke=\"#1a1f3a\"/>".into());
        }
        Mark::Words { x, y, size, is_middle, text } => {
            let anchor = if *is_middle { "\" text-anchor=\"middle" } else { "" };
            parts.extend(["<text x=\"".into(), short(*x), "\" y=\"".into(), short(*y)]);
            parts.extend(["\" font-size=\"".into(), short(*size), anchor.into(), "\">".into()]);
            parts.extend([escape(text), "</text>".into()]);
        }
    }
    parts.iter().for_each(|part| out.push_str(part));
}

/// Saves a picture.
pub(super) fn save_png(map: &Map) {
    let Ok(canvas) = dom::document().create_element("canvas") else { return };
    let Ok(canvas) = canvas.dyn_into::<HtmlCanvasElement>() else { return };
    canvas.set_width(WIDTH);
    canvas.set_height(HEIGHT);
    let Ok(Some(context)) = canvas.get_context("2d") else { return };
    let Ok(paper) = context.dyn_into::<CanvasRenderingContext2d>() else { return };
    let _ = paper.scale(SCALE, SCALE);
    paper.set_fill_style_str("#fff");
    paper.fill_rect(0.0, 0.0, 1000.0, 1360.0);
    frame(map).iter().for_each(|mark| paint(&paper, mark, 1.0));
    let _ = paper.translate(0.0, MAP_TOP);
    paper.set_fill_style_str(SEA);
    paper.fill_rect(0.0, 0.0, 1000.0, 1188.0);
    let (grid, marks) = marks(map);
    marks.iter().for_each(|mark| paint(&paper, mark, grid));
    let done = Closure::once_into_js(|blob: wasm_bindgen::JsValue| {
        if let Ok(blob) = blob.dyn_into::<Blob>() {
            save(&blob, "ban-do.png");
        }
    });
    let _ = canvas.to_blob(done.unchecked_ref());
}

fn paint(paper: &CanvasRenderingContext2d, mark: &Mark, grid: f64) {
    match mark {
        Mark::Shape { d, fill, is_dashed } => {
            let Ok(path) = Path2d::new_with_path_string(d) else { return };
            paper.save();
            let _ = paper.scale(grid, grid);
            paper.set_line_width(1.0 / grid);
            paper.set_stroke_style_str(if *is_dashed { INK } else { "#7a7163" });
            if !fill.is_empty() {
                paper.set_fill_style_str(fill);
                paper.fill_with_path_2d_and_winding(&path, web_sys::CanvasWindingRule::Evenodd);
            }
            if *is_dashed {
                let dash = 3.0 / grid;
                let _ = paper.set_line_dash(&Array::of2(&dash.into(), &dash.into()));
            }
            paper.stroke_with_path(&path);
            paper.restore();
        }
        Mark::Dot { x, y, r, fill } => {
            paper.begin_path();
            let _ = paper.arc(*x, *y, *r, 0.0, std::f64::consts::TAU);
            paper.set_fill_style_str(fill);
            paper.fill();
            paper.set_stroke_style_str(INK);
            paper.stroke();
        }
        Mark::Words { x, y, size, is_middle, text } => {
            let font = [&(*size as u32).to_string(), "px sans-serif"].concat();
            paper.set_font(&font);
            paper.set_text_align(if *is_middle { "center" } else { "left" });
            paper.set_fill_style_str(INK);
            let _ = paper.fill_text(text, *x, *y);
        }
    }
}

/// Hands a file to the reader.
fn save(blob: &Blob, name: &str) {
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return };
    if let Ok(link) = dom::document().create_element("a")
        && let Ok(link) = link.dyn_into::<HtmlAnchorElement>()
    {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    dom::after(1000, move || {
        let _ = Url::revoke_object_url(&url);
    });
}
