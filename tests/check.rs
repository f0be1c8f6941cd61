//! The content checker names each problem with its place and its cure.
#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used)]

#[path = "shelf/files.rs"]
mod shelf;

use shelf::files;

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use buoc_so::domain::check::{
    CountUnit, LooseEnd as End, MessageLang, Problem, ProblemKind as P, Severity, Shelf,
    SyntaxKind as S, check, editor_settings, schemas,
};
use buoc_so::domain::library::Files;
use buoc_so::domain::text::MarkErrorKind;

const VNEID: &str = "vi/explainers/vneid.json";
const FACTS: &str = "shared/facts.json";
const NOTES: &str = "shared/province-notes.json";

/// One slip of the pen: `¦` in `to` marks where the checker should point.
struct Fault {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    is_kind: fn(&P) -> bool,
    what: &'static str,
    cure: &'static str,
    /// What else follows from the slip.
    also: &'static [&'static str],
}

fn seed(files: &mut Files, file: &str, from: &str, to: &str) -> (usize, usize) {
    let text = files.get(file).unwrap();
    assert!(text.contains(from), "{file} holds no {from}");
    let marked = text.replacen(from, to, 1);
    let before = marked.split_once('¦').map_or("", |(before, _)| before);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    files.insert(file.into(), marked.replacen('¦', "", 1));
    (line, column)
}

#[track_caller]
fn check_fault(files: &Files, clean: &[Problem], fault: &Fault) {
    let mut files = files.clone();
    let (line, column) = seed(&mut files, fault.file, fault.from, fault.to);
    let report = check(&files);
    let is_new = |problem: &&Problem| {
        problem.severity == Severity::Error || !clean.iter().any(|old| old.kind == problem.kind)
    };
    let new: Vec<&Problem> = report.problems.iter().filter(is_new).collect();
    let text = report.text(MessageLang::Vietnamese);
    let hit = new.iter().find(|problem| (fault.is_kind)(&problem.kind));
    let hit = hit.unwrap_or_else(|| panic!("{} was not seen: {new:#?}", fault.what));
    let message = hit.words(MessageLang::Vietnamese);
    assert_eq!((hit.file.as_str(), hit.line, hit.column), (fault.file, line, column), "{hit:?}");
    assert!(message.what.contains(fault.what), "{message:?}");
    assert!(message.cure.contains(fault.cure), "{message:?}");
    assert!(!message.why.is_empty() && !message.why.contains('{'), "{message:?}");
    assert!(text.contains(&format!("{}:{line}:{column}: ", fault.file)));
    let english = hit.words(MessageLang::English);
    assert!(english.what != message.what && !english.cure.is_empty(), "{english:?}");
    let others: Vec<String> = new
        .iter()
        .filter(|problem| problem.severity == Severity::Error && problem != &hit)
        .map(|problem| problem.words(MessageLang::Vietnamese).what)
        .collect();
    let is_named = |other: &String| fault.also.iter().any(|also| other.contains(also));
    assert!(others.iter().all(is_named), "{} brings {others:#?}", fault.what);
    let is_there = |also: &&str| others.iter().any(|other| other.contains(*also));
    assert!(fault.also.iter().all(is_there), "{} should bring more than {others:#?}", fault.what);
}

macro_rules! fault {
    ($file:expr, $from:expr => $to:expr, $kind:pat, $what:expr, $cure:expr $(, $also:expr)*) => {
        Fault {
            file: $file,
            from: $from,
            to: $to,
            is_kind: |kind| matches!(kind, $kind),
            what: $what,
            cure: $cure,
            also: &[$($also),*],
        }
    };
}

#[track_caller]
fn check_faults(faults: &[Fault]) {
    static CLEAN: OnceLock<(Files, Vec<Problem>)> = OnceLock::new();
    let (files, clean) = CLEAN.get_or_init(|| {
        let files = files();
        let problems = check(&files).problems;
        (files, problems)
    });
    for fault in faults {
        check_fault(files, clean, fault);
    }
}

#[test]
fn the_authored_content_has_no_error() {
    let report = check(&files());
    let errors: Vec<&Problem> =
        report.problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{}", report.text(MessageLang::Vietnamese));
    println!("{} warnings", report.count(Severity::Warning));
}

#[test]
fn a_slip_in_json_is_named_by_its_cause() {
    check_faults(&[
        fault!(VNEID, "\"slug\": \"vneid\",\n" => "\"slug\": \"vneid\"¦\n",
            P::Syntax(S::MissingComma), "Thiếu dấu phẩy", "Thêm dấu phẩy"),
        fault!("index.json", "\"English\" }\n" => "\"English\" }¦,\n",
            P::Syntax(S::TrailingComma), "Thừa dấu phẩy trước dấu đóng", "sau mục cuối cùng"),
        fault!(VNEID, "\"title\": \"VNeID" => "\"title\": ¦“VNeID",
            P::Syntax(S::CurlyQuote), "Ngoặc kép cong", "Dùng ngoặc kép thẳng"),
        fault!("index.json", "\"code\": \"vi\"" => "\"code\": ¦'vi'",
            P::Syntax(S::SingleQuote), "nháy đơn", "ngoặc kép thẳng"),
        fault!(VNEID, "“người giữ mật khẩu”" => "¦\"người giữ mật khẩu\"",
            P::Syntax(S::InnerQuote), "Có ngoặc kép thẳng nằm giữa câu", "ngoặc cong “…”"),
        fault!(VNEID, "\"task\": \"VNeID dùng làm gì, nhà tôi có cần không?\","
            => "\"task\": ¦\"VNeID dùng làm gì, nhà tôi có cần không?,",
            P::Syntax(S::UnclosedText), "không đóng trên cùng dòng", "Thêm ngoặc kép thẳng"),
        fault!(VNEID, "\"steps\": {\n    \"online\": [" => "\"steps\": ¦{\n    \"online\": ",
            P::Syntax(S::Unclosed { bracket: '{' }), "mở ở đây mà không đóng", "Thêm dấu }"),
        fault!("shared/timeline.json", "\"facts\": [\n      \"mt-03\"\n    ]," => "\"facts\": ¦[\n      \"mt-03\",",
            P::Syntax(S::Unclosed { bracket: '[' }), "Dấu [ mở ở đây", "Thêm dấu ]"),
        fault!(VNEID, "\"summary\"" => "¦\"title\": \"Hai\",\n  \"summary\"",
            P::Syntax(S::DuplicateKey { .. }), "“title” viết hai lần", "Xóa một trong hai"),
        fault!("index.json", "\"schema_version\"" => "¦// bản\n  \"schema_version\"",
            P::Syntax(S::Comment), "không có chú thích", "Xóa chú thích"),
        fault!("index.json", "\"languages\":" => "\"languages\"¦ ",
            P::Syntax(S::MissingColon { .. }), "Thiếu dấu hai chấm", "\"languages\":"),
        fault!("shared/hosts.json", "\"official\"" => "¦official",
            P::Syntax(S::BareKey { .. }), "không có ngoặc kép", "\"official\""),
        fault!(VNEID, "\"quote\": null" => "\"quote\": ¦None",
            P::Syntax(S::BareWord { .. }), "Chữ None", "null viết thường"),
    ]);
}

#[test]
fn letters_that_look_right_but_are_not_are_named() {
    check_faults(&[
        fault!(VNEID, "\"today\": \"Mở" => "\"today\": \"M¦o\u{31b}\u{309}",
            P::NotComposed { .. }, "“ở” viết bằng dấu rời", "Unicode dựng sẵn"),
        fault!(VNEID, "\"today\": \"Mở" => "\"today\": \"¦\u{202e}Mở",
            P::HiddenCharacter { code: 0x202e }, "U+202E", "Xóa ký tự"),
        fault!(VNEID, "\"today\": \"Mở" => "\"today\": \"¦\\u2066Mở",
            P::HiddenCharacter { code: 0x2066 }, "U+2066", "Xóa ký tự"),
        fault!("index.json", "{\n  \"schema" => "¦\u{feff}{\n  \"schema",
            P::ByteOrderMark, "dấu BOM", "“UTF-8”"),
    ]);
}

#[test]
fn a_shape_that_is_not_the_types_is_named() {
    check_faults(&[
        fault!(VNEID, "\"summary\":" => "¦\"sumary\":",
            P::UnknownKey { .. }, "Không có khóa nào tên “sumary”", "Đổi thành “summary”"),
        fault!("shared/channels.json", "{\n    \"id\": \"113\",\n    \"kind\": \"phone\","
            => "¦{\n    \"id\": \"113\",",
            P::MissingKey { .. }, "Thiếu khóa “kind”", "Thêm \"kind\""),
        fault!(FACTS, "\"value\": \"10\"" => "\"value\": ¦10",
            P::WrongType { .. }, "số không ngoặc", "ngoặc kép thẳng"),
        fault!("shared/explainers.json", "\"pillars\": [\"government\", \"economy\", \"society\"]"
            => "\"pillars\": ¦\"government\"",
            P::WrongType { .. }, "phải là danh sách", "ngoặc vuông"),
        fault!(FACTS, "\"status\": \"draft_target\"" => "\"status\": ¦\"draft-target\"",
            P::UnknownChoice { .. }, "“draft-target” không nằm trong", "“draft_target”"),
        fault!(FACTS, "\"as_of\": \"2022-12-22\"" => "\"as_of\": ¦\"22/12/2022\"",
            P::WrongDate { .. }, "“22/12/2022”", "Viết \"2022-12-22\""),
        fault!(FACTS, "\"value\": \"10\"" => "\"value\": ¦\"6,19\"",
            P::WrongDecimal { .. }, "“6,19”", "Viết \"6.19\""),
        fault!("index.json", "\"schema_version\": 1" => "\"schema_version\": ¦2",
            P::WrongNumber { .. }, "không nằm trong khoảng", "Viết số nguyên: 1"),
        fault!(VNEID, "\"cost\": \"" => "\"cost\": ¦\"\", \"x\": \"",
            P::EmptyText, "Chuỗi rỗng", "\"unknown\"", "“x”"),
    ]);
}

#[test]
fn a_mark_that_leads_nowhere_is_named() {
    check_faults(&[
        fault!(VNEID, "{id-03|hơn" => "¦{id-003|hơn",
            P::UnknownId { shelf: Shelf::Fact, .. }, "mã “id-003”", "Đổi thành “id-03”"),
        fault!(VNEID, "{id-03.3|" => "¦{id-03.9|",
            P::NoFigure { number: 9, .. }, "không có số thứ 9", "Đếm lại"),
        fault!(VNEID, "[quầy của xã, phường](explainer:cong-dich-vu-cong)"
            => "¦[quầy của xã, phường](explainer:cong-dich-vu-con)",
            P::UnknownId { shelf: Shelf::Explainer, .. }, "Không có bài", "“cong-dich-vu-cong”"),
        fault!(VNEID, "[quầy của xã, phường](explainer:cong" => "¦[quầy](explain:cong",
            P::UnknownTarget { .. }, "“explain:cong-dich-vu-cong”", "explainer:cong-dich-vu-cong"),
        fault!(VNEID, "\"**Giữ mã.** " => "\"¦**Giữ mã. ",
            P::Mark(MarkErrorKind::OpenStrong), "** mở mà không đóng", "Thêm **"),
        fault!(VNEID, "[quầy của xã, phường](explainer:cong-dich-vu-cong)"
            => "¦[quầy](https://dichvucong-gov.vn)",
            P::UnlistedHost { .. }, "“dichvucong-gov.vn”", "hosts.json"),
        fault!(VNEID, "\"title\": \"VNeID" => "\"title\": ¦\"**VNeID**",
            P::MarkInPlainText, "hiện nguyên văn", "Viết chữ thường"),
    ]);
}

#[test]
fn files_that_do_not_fit_together_are_named() {
    check_faults(&[
        fault!(FACTS, "\"source\": \"baoquangngai-hoi-thao-tu-van-phan-bien\""
            => "\"source\": ¦\"baoquangngai-hoi-thao-tu-van\"",
            P::UnknownId { shelf: Shelf::Source, .. }, "Không có nguồn", "shared/sources.json"),
        fault!("shared/regions.json", "{\"id\": \"dong-nam-bo\","
            => "{\"id\": ¦\"bac-trung-bo\", \"vi\": \"x\", \"en\": \"x\"},\n{\"id\": \"dong-nam-bo\",",
            P::DuplicateId { .. }, "“bac-trung-bo” đã dùng ở dòng", "Đổi một trong hai mã"),
        fault!("en/channels.json", "\"id\": \"113\"" => "\"id\": ¦\"1133\"",
            P::StrayId { .. }, "“1133” không có trong shared/channels.json", "Đổi thành “113”"),
        fault!("en/units.json", "{\n  \"percent\": \"{n}%\"," => "¦{",
            P::LacksId { .. }, "Thiếu mục “percent”", "Thêm mục"),
        fault!(VNEID, "\"id\": \"mat-dien-thoai\"" => "\"id\": ¦\"Mất điện thoại\"",
            P::BadId { .. }, "ký tự không dùng được", "chữ thường không dấu",
            "“mat-dien-thoai” không có trong", "Thiếu mục “Mất điện thoại”"),
        fault!(VNEID, "\"slug\": \"vneid\"" => "\"slug\": ¦\"vnied\"",
            P::WrongSlug { .. }, "khác tên file", "\"vneid\""),
        fault!("vi/facts.json", "\"figures\": [\"trụ cột trong cách xếp nhiệm vụ của tỉnh\"]"
            => "\"figures\": ¦[]",
            P::Unpaired { expected: 1, found: 0, .. }, "Có 0 mục", "đúng 1 mục"),
        fault!(FACTS, "\"as_of\": \"2022-12-22\"" => "\"as_of\": ¦\"2025-12-22\"",
            P::OutsideLife { .. }, "không còn nữa", "-cu"),
        fault!("shared/explainers.json", "\"checked_on\": \"2026-11-22\""
            => "\"checked_on\": ¦\"2027-11-22\"",
            P::AfterEdition { .. }, "muộn hơn", "Sửa ngày này"),
        fault!(FACTS, "{\"value\": \"48\", \"unit\": \"rank\", \"op\": \"=\", \"status\": \"measured\", \"of\": 63}"
            => "¦{\"value\": \"48\", \"unit\": \"rank\", \"op\": \"=\", \"status\": \"measured\"}",
            P::RankBase { found: None }, "không nói trong bao nhiêu", "Thêm \"of\": 63"),
        fault!(FACTS, "\"formula\": \"48 + 10 = 58\"" => "\"formula\": ¦null",
            P::NoFormula, "không có phép tính", "48 + 10 = 58"),
        fault!("en/interface.json", "\"Content updated {date}" => "¦\"Content updated {day}",
            P::Slots { .. }, "{date}", "Giữ nguyên {date}"),
        fault!("en/interface.json", "\"nav\": {\n    \"self_check\": \"Self-check\",\n    \"label\": \"Main sections\",\n    \"home\": \"Home\","
            => "\"nav\": ¦{\n    \"self_check\": \"Self-check\",\n    \"label\": \"Main sections\",",
            P::MissingWord { .. }, "Chưa dịch “home”; người đọc sẽ thấy tiếng Việt: “Trang đầu”",
            "Thêm \"home\""),
    ]);
}

#[test]
fn a_note_on_a_province_that_stands_on_nothing_is_named() {
    check_faults(&[
        fault!(NOTES, "\"as_of\": \"2025\", \"area\"" => "\"as_of\": ¦\"2024\", \"area\"",
            P::OutsideLife { .. }, "“tuyen-quang” chưa có", "-cu"),
        fault!(NOTES, "\"place\": \"dong-nai\"" => "\"place\": ¦\"dong-nay\"",
            P::UnknownId { shelf: Shelf::Place, .. }, "mã “dong-nay”", "“dong-nai”"),
        fault!(NOTES, "\"tq-manh-to\", \"kind\": \"strength\","
            => "¦\"tq-manh-to\", \"kind\": \"problem\", \"area\": \"society\",",
            P::LooseEnd { end: End::ProblemWithoutCause, .. }, "không có nguyên nhân", "follows"),
        fault!(NOTES, "\"tq-manh-to\", \"kind\": \"strength\"" => "¦\"tq-manh-to\", \"kind\": \"cause\"",
            P::LooseEnd { end: End::CauseWithoutSolution, .. }, "không có cách gỡ", "solution",
            "không gắn với khó khăn nào"),
        fault!(NOTES, "\"tq-manh-to\", \"kind\": \"strength\"" => "¦\"tq-manh-to\", \"kind\": \"solution\"",
            P::LooseEnd { end: End::SolutionWithoutCause, .. }, "không gắn với nguyên nhân", "cause"),
        fault!(NOTES, "\"facts\": [\"mt-08\"]" => "\"facts\": ¦[]",
            P::NoteWithoutFact { .. }, "không dẫn dữ kiện nào", "\"unknown\""),
        fault!(NOTES, "\"fact\": \"tq-11\", \"status\": \"unclear\""
            => "\"fact\": \"tq-11\", \"status\": ¦\"done\"",
            P::StatusWithoutFact { .. }, "ghi là “done” mà không có nguồn riêng", "status_fact"),
    ]);
}

#[test]
fn a_text_that_says_more_than_its_source_is_named() {
    check_faults(&[
        fault!(VNEID, "{id-03|hơn 83,5 triệu người}" => "{id-03|¦hơn 85 triệu người}",
            P::WordingNumber { .. }, "không có con số 83,5", "Viết 83,5"),
        fault!(VNEID, "{id-03|hơn 83,5 triệu người}" => "{id-03|¦83,5 triệu người}",
            P::WordingOperator { .. }, "bỏ mất dấu >", "hơn, trên, quá"),
        fault!(VNEID, "\"today\": \"" => "\"today\": ¦\"Vào top 10. ",
            P::TopTen, "không nói đó là dự thảo", "Thêm chữ “dự thảo”"),
        fault!(VNEID, "\"today\": \"" => "\"today\": ¦\"Có 713 món. ",
            P::Forbidden { .. }, "“713” không được xuất hiện", "142, 520 và 51"),
        fault!(VNEID, "\"today\": \"" => "\"today\": ¦\"Vào postmart.com. ",
            P::Forbidden { .. }, "“postmart.com” không được", "postmart.vn"),
        fault!(VNEID, "\"remember\": [" => "\"remember\": ¦[\"**Bốn.** Thêm.\",",
            P::Count { unit: CountUnit::Items, found: 4, .. }, "phải có đúng 3", "Bớt ít nhất 1"),
        fault!(VNEID, "\"summary\": \"VNeID" => "\"summary\": ¦\"Một hai ba bốn năm sáu. VNeID",
            P::Count { unit: CountUnit::Words, .. }, "phải có 1–30", "Bớt ít nhất"),
        fault!("vi/explainers/chuyen-doi-so-la-gi.json", "\"fact\": \"mt-11\",\n      \"items\": ["
            => "\"fact\": \"mt-11\",\n      \"items\": ¦[{\"title\": \"Tám\", \"text\": \"Dạng thứ tám.\"},",
            P::Count { unit: CountUnit::Items, found: 8, .. }, "phải có đúng 7", "Bớt ít nhất 1"),
        fault!(VNEID, "\"today\": \"" => "\"today\": ¦\"Tỉnh đã đạt {qn-04|10}. ",
            P::NoTargetWord { .. }, "là mục tiêu, nhưng đoạn này không nói vậy", "“đích”"),
    ]);
}

#[test]
fn faults_in_several_files_are_all_reported_at_once() {
    let mut files = files();
    let slips = [
        (VNEID, "\"slug\": \"vneid\",\n", "\"slug\": \"vneid\"¦\n"),
        (VNEID, "\"quote\": null", "¦\"quotes\": null"),
        (VNEID, "{id-03|hơn", "¦{id-003|hơn"),
        (FACTS, "\"status\": \"draft_target\"", "\"status\": ¦\"draft\""),
        (FACTS, "\"formula\": \"48 + 10 = 58\"", "\"formula\": ¦null"),
        ("en/home.json", "\"title\"", "¦\"titel\""),
        ("shared/channels.json", "\"fact\": \"kc-01\"", "\"fact\": ¦\"kc-0l\""),
        ("en/explainers/vneid.json", "\"slug\": \"vneid\"", "\"slug\": ¦\"vnied\""),
    ];
    let places: Vec<(&str, (usize, usize))> =
        slips.iter().map(|(file, from, to)| (*file, seed(&mut files, file, from, to))).collect();
    files.remove("en/timeline.json");
    files.insert("vi/glosary.json".into(), "[]".into());
    let report = check(&files);
    let has = |file: &str, line: usize| {
        let mut errors = report.problems.iter().filter(|p| p.severity == Severity::Error);
        errors.any(|problem| (problem.file.as_str(), problem.line) == (file, line))
    };
    for (file, (line, _)) in places {
        assert!(has(file, line), "{file}:{line}\n{}", report.text(MessageLang::Vietnamese));
    }
    assert!(has("en/timeline.json", 1) && has("vi/glosary.json", 1));
    assert_eq!(report.count(Severity::Error), 10, "{}", report.text(MessageLang::English));
}

#[test]
fn a_file_cut_short_anywhere_is_an_error_and_never_a_panic() {
    let all = files();
    for file in ["index.json", VNEID, "en/home.json", "shared/channels.json", "vi/interface.json"] {
        let text = all.get(file).unwrap().trim_end();
        let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let step = cuts.len() / 40 + 1;
        for cut in cuts.iter().step_by(step).chain(cuts.iter().rev().take(5)) {
            let short = Files::from([(file.into(), text.get(..*cut).unwrap().into())]);
            let report = check(&short);
            let is_own = |p: &Problem| p.file == file && p.severity == Severity::Error;
            assert!(report.problems.iter().any(is_own), "{file} cut at {cut}");
        }
    }
    assert!(check(&Files::new()).count(Severity::Error) > 0);
}

#[test]
fn a_stray_sign_anywhere_never_panics() {
    let all = files();
    let signs =
        ["\"", "{", "]", ",,", "\\", "\\u12", "“", "'", "//", "\u{301}", "\n", "**", "[a]("];
    for file in ["index.json", VNEID, "en/units.json", "shared/timeline.json"] {
        let text = all.get(file).unwrap();
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        for (index, at) in places.iter().step_by(places.len() / 90 + 1).enumerate() {
            let mut text = text.clone();
            text.insert_str(*at, signs[index % signs.len()]);
            let report = check(&Files::from([(file.into(), text)]));
            assert!(!report.text(MessageLang::Vietnamese).is_empty());
        }
    }
}

#[test]
fn the_schema_files_are_in_step_with_the_types() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wanted: Vec<_> = schemas()
        .into_iter()
        .map(|(name, text)| (root.join("docs/schema").join(name), text))
        .collect();
    wanted.push((root.join(".vscode/settings.json"), editor_settings()));
    for (path, text) in wanted {
        let written = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        let path = path.display();
        assert!(written == text, "{path} is out of step: run `cargo xtask content schema`");
    }
}
