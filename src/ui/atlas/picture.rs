//! The map as a file: a drawing or a picture of the full frame, with title, legend and credit.
//!
//! A picture is painted shape by shape on a canvas: loading a drawing into an image would
//! need a looser content policy, and some browsers refuse to give such pictures out.

use super::make::by;
use super::map::Map;
use crate::browser::node::{self, Node};
use crate::browser::paper::{self, Paper};
use crate::domain::digits::{digits, number};
use crate::domain::geometry::{decimals, short};
use crate::domain::interface::{cut, fill};

/// Pixels of a picture; the drawing's units are the full frame's.
const WIDTH: f64 = 2000.0;
const HEIGHT: f64 = 2720.0;
const SCALE: f64 = 2.0;
/// Where the map begins below the title, and the legend below the map, in units.
const MAP_TOP: f64 = 80.0;
const LEGEND_TOP: f64 = 1290.0;
/// Ink, borders, sea, land by level, and the fill of land without data: paper is always light.
const INK: &str = "#1a1f3a";
const BORDER: &str = "#7a7163";
const SEA: &str = "#e9edfb";
const LEVELS: [&str; 5] = ["#fffefa", "#efe8da", "#cbc6c4", "#8d8c98", "#4a4d61"];
const NO_DATA: &str = "#f7d9a8";

/// A mark of the picture.
enum Mark {
    /// A shape with or without fill and line; `dash` is 0 for a whole line.
    Shape {
        d: String,
        fill: &'static str,
        line: &'static str,
        dash: f64,
    },
    Dot {
        x: f64,
        y: f64,
        r: f64,
        fill: &'static str,
    },
    Words {
        x: f64,
        y: f64,
        size: f64,
        is_middle: bool,
        text: String,
    },
}

fn size(element: &Node, name: &str) -> f64 {
    node::number(&element.get(name).unwrap_or_default())
}

fn fill_of(level: Option<String>) -> &'static str {
    let level = level.and_then(|level| number(&level));
    level.and_then(|level| LEVELS.get(level as usize)).copied().unwrap_or(NO_DATA)
}

fn plain(d: &str, fill: &'static str) -> Mark {
    Mark::Shape { d: d.into(), fill, line: "", dash: 0.0 }
}

/// Everything on the map as it stands; paths are drawn in steps of the grid.
fn marks(svg: &Node) -> Vec<Mark> {
    let mut marks = Vec::new();
    let path = |land: &Node, fill, line, dash| Mark::Shape {
        d: land.get("d").unwrap_or_default(),
        fill,
        line,
        dash,
    };
    for land in svg.all(".land") {
        marks.push(path(&land, fill_of(land.get("data-level")), BORDER, 0.0));
    }
    for former in svg.all("g[data-key=\"former\"]:not([hidden]) path") {
        marks.push(path(&former, "", INK, 3.0));
    }
    for dot in svg.all("[data-kind=\"isles\"] circle, [data-box=\"true\"] circle") {
        let (x, y, r) = (size(&dot, "cx"), size(&dot, "cy"), size(&dot, "r"));
        marks.push(Mark::Dot { x, y, r, fill: INK });
    }
    for dot in svg.all("[data-kind=\"badge\"]:not([hidden]) > :first-child") {
        let (x, y) = (size(&dot, "cx"), size(&dot, "cy"));
        marks.push(Mark::Dot { x, y, r: 10.5, fill: "#ffffff" });
        let text = dot.step("nextElementSibling").map(|text| text.text()).unwrap_or_default();
        marks.push(Mark::Words { x, y: y + 5.0, size: 14.0, is_middle: true, text });
    }
    for label in svg.all("[data-box=\"true\"] text") {
        let (x, y) = (size(&label, "x"), size(&label, "y"));
        marks.push(Mark::Words { x, y, size: 26.0, is_middle: true, text: label.text() });
    }
    marks
}

/// Paper, title, legend, credit, and the sea, in units below and above the map.
fn frame(map: &Map) -> Vec<Mark> {
    let (figure, words) = (&map.figure, &map.data.words);
    let line = |x, y, size, text: String| Mark::Words { x, y, size, is_middle: false, text };
    let measure = by(figure, "[data-part", "measure");
    let mut measure = measure.map(|measure| measure.text()).unwrap_or_default();
    let n_shown = map.kept().map_or(0, |kept| kept.len());
    let is_whole = n_shown == map.data.listing.entries.len();
    if !is_whole {
        measure.push_str(". ");
        measure.push_str(&fill(words.get("filtered"), "n", &digits(n_shown)));
    }
    let mut marks = vec![
        plain("M0 0h1000v1360H0z", "#fff"),
        plain("M0 80h1000v1188H0z", SEA),
        line(24.0, 42.0, 32.0, words.get("map_title").to_owned()),
        line(24.0, 70.0, 20.0, measure),
    ];
    let mut x = 24.0;
    for item in figure.all("[data-part=\"legend\"] > li") {
        let level = item.step("firstElementChild").and_then(|swatch| swatch.get("data-level"));
        let d = ["M", &digits(x as usize), " 1290h30v20h-30z"].concat();
        marks.push(Mark::Shape { d, fill: fill_of(level), line: BORDER, dash: 0.0 });
        let text = item.text().trim_ascii().to_owned();
        let wide = 50.0 + 9.5 * letters(&text);
        marks.push(line(x + 38.0, LEGEND_TOP + 16.0, 16.0, text));
        x += wide;
    }
    let credit = figure.find("figcaption > p:last-child");
    let mut credit = credit.map(|credit| credit.text()).unwrap_or_default();
    if !is_whole
        && let Some((date, rest)) = cut(&credit, b':')
        && let Some((_, rest)) = cut(rest, b'.')
    {
        credit = [date, ".", rest].concat();
    }
    let mut y = LEGEND_TOP + 44.0;
    for text in lines(&credit, 110.0) {
        marks.push(line(24.0, y, 14.0, text));
        y += 18.0;
    }
    marks
}

fn letters(text: &str) -> f64 {
    text.bytes().filter(|byte| byte & 0xC0 != 0x80).map(|_| 1.0).sum()
}

/// Text in lines of at most so many letters.
fn lines(text: &str, most: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_ascii_whitespace() {
        if letters(&line) + letters(word) > most {
            lines.push(core::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

/// How large a step of the map's paths is.
fn grid(svg: &Node) -> f64 {
    let lands = svg.find(".map__lands").and_then(|lands| lands.get("transform"));
    lands.map_or(1.0, |text| node::number(text.strip_prefix("scale(").unwrap_or(&text)))
}

/// Saves a drawing.
pub(super) fn save_svg(map: &Map) {
    let mut out = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 1360\" font-family=\"sans-serif\" fill=\"#1a1f3a\">",
    );
    frame(map).iter().for_each(|mark| push(&mut out, mark, "", ""));
    out.push_str("<g transform=\"translate(0 80)\">");
    let scale = ["\" transform=\"scale(", &decimals(grid(&map.svg), 4), ")"].concat();
    let rule = "\" fill-rule=\"evenodd";
    marks(&map.svg).iter().for_each(|mark| push(&mut out, mark, &scale, rule));
    out.push_str("</g></svg>");
    paper::save_text(&out, "image/svg+xml", "ban-do.svg");
}

/// Saves a picture.
pub(super) fn save_png(map: &Map) {
    let Some(paper) = Paper::new(WIDTH, HEIGHT) else { return };
    let grid = grid(&map.svg);
    frame(map).iter().for_each(|mark| paint(&paper, mark, 0.0, 1.0));
    marks(&map.svg).iter().for_each(|mark| paint(&paper, mark, MAP_TOP, grid));
    paper.save("ban-do.png");
}

/// Text of a drawing; what would be markup becomes plain.
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

fn push(out: &mut String, mark: &Mark, scale: &str, rule: &str) {
    let text = match mark {
        Mark::Shape { d, fill, line, dash } => {
            let fill = if fill.is_empty() { "none" } else { fill };
            let line = if line.is_empty() { "none" } else { line };
            let dash = if *dash > 0.0 { "\" stroke-dasharray=\"3" } else { rule };
            let thin = "\" vector-effect=\"non-scaling-stroke\"/>";
            ["<path d=\"", d, "\" fill=\"", fill, "\" stroke=\"", line, dash, scale, thin].concat()
        }
        Mark::Dot { x, y, r, fill } => {
            let [x, y, r] = [*x, *y, *r].map(short);
            let end = "\" stroke=\"#1a1f3a\"/>";
            ["<circle cx=\"", &x, "\" cy=\"", &y, "\" r=\"", &r, "\" fill=\"", fill, end].concat()
        }
        Mark::Words { x, y, size, is_middle, text } => {
            let anchor = if *is_middle { "\" text-anchor=\"middle\">" } else { "\">" };
            let ([x, y, size], text) = ([*x, *y, *size].map(short), escape(text));
            let size = ["\" font-size=\"", &size, anchor, &text].concat();
            ["<text x=\"", &x, "\" y=\"", &y, &size, "</text>"].concat()
        }
    };
    out.push_str(&text);
}

fn paint(paper: &Paper, mark: &Mark, top: f64, grid: f64) {
    paper.scale(SCALE, SCALE * top);
    match mark {
        Mark::Shape { d, fill, line, dash } => {
            paper.scale(SCALE * grid, SCALE * top);
            paper.shape(d, fill, line, 1.0 / grid, dash / grid);
        }
        Mark::Dot { x, y, r, fill } => {
            let (r, across) = (short(*r), short(r * 2.0));
            let half = ["a", &r, " ", &r, " 0 1 0 "].concat();
            let start = ["M", &short(x - node::number(&r)), " ", &short(*y)].concat();
            let d = [&start, half.as_str(), &across, " 0", &half, "-", &across, " 0z"].concat();
            paper.shape(&d, fill, INK, 1.0, 0.0);
        }
        Mark::Words { x, y, size, is_middle, text } => {
            let font = [&short(*size), "px sans-serif"].concat();
            paper.words(text, (*x, *y), &font, if *is_middle { "center" } else { "left" }, INK);
        }
    }
}
