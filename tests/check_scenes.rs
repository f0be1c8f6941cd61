//! The content checker and rehearsals: a slip in a scene is named with its place and its cure.
#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used)]

#[path = "shelf/files.rs"]
mod shelf;

use shelf::files;

use std::sync::OnceLock;

use buoc_so::domain::check::{MessageLang, ProblemKind as P, Severity, Shelf, check};
use buoc_so::domain::library::Files;
use buoc_so::domain::rehearsal::SceneFault as F;

const SCENES: &str = "shared/rehearsals.json";
const WORDS: &str = "vi/rehearsals/goi-bao-cat-dien.json";
const ENGLISH: &str = "en/rehearsals/goi-bao-cat-dien.json";

/// One slip: `¦` in `to` marks where the checker should point.
struct Slip(&'static str, &'static str, &'static str, fn(&P) -> bool, &'static str, &'static str);

macro_rules! slip {
    ($file:expr, $from:expr => $to:expr, $kind:pat, $what:expr, $cure:expr) => {
        Slip($file, $from, $to, |kind| matches!(kind, $kind), $what, $cure)
    };
}

#[track_caller]
fn check_slip(Slip(file, from, to, is_kind, what, cure): &Slip) {
    static CLEAN: OnceLock<Files> = OnceLock::new();
    let mut files = CLEAN.get_or_init(files).clone();
    let text = files.get(*file).unwrap();
    assert!(text.contains(from), "{file} holds no {from}");
    let marked = text.replacen(from, to, 1);
    let before = marked.split_once('¦').unwrap().0;
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    files.insert((*file).into(), marked.replacen('¦', "", 1));
    let report = check(&files);
    let problem = report.problems.iter().find(|problem| is_kind(&problem.kind));
    let problem = problem.unwrap_or_else(|| panic!("{what} was not seen"));
    let place = (problem.file.as_str(), problem.line, problem.column);
    assert_eq!(place, (*file, line, column), "{problem:?}");
    assert_eq!(problem.severity, Severity::Error);
    let words = problem.words(MessageLang::Vietnamese);
    assert!(words.what.contains(what) && words.cure.contains(cure), "{words:?}");
    let english = problem.words(MessageLang::English);
    for said in [&words, &english] {
        let all = [said.what.as_str(), &said.why, &said.cure].concat();
        assert!(!said.why.is_empty() && !all.contains('{'), "{said:?}");
    }
    assert!(english.what != words.what && english.cure != words.cure, "{english:?}");
}

#[test]
fn a_scene_that_is_no_tree_is_named() {
    let slips = [
        slip!(SCENES, "\"to\": \"hoa-don\"" => "\"to\": ¦\"hoa-donn\"",
            P::Scene { fault: F::LostChoice(_), .. }, "dẫn tới “hoa-donn”", "thêm bước “hoa-donn”"),
        slip!(SCENES, "{\"id\": \"hoa-don\", \"end\"" => "{\"id\": ¦\"hoa-don-cu\", \"end\"",
            P::Scene { fault: F::Unreachable, .. }, "bước “hoa-don-cu”", "\"to\": \"hoa-don-cu\""),
        slip!(SCENES, "{\"id\": \"khong-nghe\", \"end\": \"safe\"}"
            => "{\"id\": ¦\"khong-nghe\", \"choices\": [{\"to\": \"thoi\", \"verdict\": \"good\"}], \"end\": \"safe\"}",
            P::Scene { fault: F::EndGoesOn, .. }, "vẫn còn lựa chọn", "Xóa \"choices\""),
    ];
    slips.iter().for_each(check_slip);
    check_slip(
        &slip!(SCENES, "{\"id\": \"hoa-don\", \"end\": \"safe\"}" => "{\"id\": ¦\"hoa-don\"}",
        P::Scene { fault: F::DeadEnd, .. }, "không có lựa chọn, cũng không phải chỗ kết", "\"end\": \"safe\""),
    );
    check_slip(&slip!(SCENES,
        "{\"id\": \"hoa-don\", \"end\": \"safe\"},\n      {\"id\": \"goi-lai\", \"choices\": [{\"to\": \"nho-nguoi-nha\""
        => "{\"id\": ¦\"hoa-don\", \"end\": \"safe\"},\n      {\"id\": \"goi-lai\", \"choices\": [{\"to\": \"hoa-don\"",
        P::Scene { fault: F::SeveralWays, .. }, "cùng dẫn tới bước “hoa-don”", "Tách thành hai bước"));
    check_slip(&slip!(SCENES, "{\"id\": \"tat-may\", \"choices\": [{\"to\": \"hoa-don\""
        => "{\"id\": ¦\"tat-may\", \"choices\": [{\"to\": \"tat-may\"",
        P::Scene { fault: F::Circle, .. }, "dẫn vòng về chính nó", "Đổi \"to\""));
}

#[test]
fn words_that_do_not_fit_their_scene_are_named() {
    check_slip(&slip!(ENGLISH, "\"id\": \"hoa-don\"" => "\"id\": ¦\"hoa-donn\"",
        P::StrayId { .. }, "“hoa-donn” không có trong shared/rehearsals.json", "“hoa-don”"));
    check_slip(&slip!(WORDS,
        "    {\n      \"id\": \"khong-nghe\",\n      \"choice\": \"Không nghe, để máy tự tắt\","
        => "    ¦{\n      \"id\": \"khong-nghe\",",
        P::MissingKey { .. }, "Thiếu khóa “choice”", "Thêm \"choice\""));
    check_slip(
        &slip!(WORDS, "      \"id\": \"chuong\"," => "      \"id\": \"chuong\",\n      \"choice\": ¦\"Nghe\",",
        P::Scene { fault: F::StrayChoice, .. }, "Bước đầu “chuong”", "Xóa \"choice\""),
    );
    check_slip(&slip!(WORDS, "      \"id\": \"khong-nghe\","
        => "      \"id\": \"khong-nghe\",\n      \"view\": ¦{ \"from\": \"A\" },",
        P::Scene { fault: F::StrayView, .. }, "có lời cho hình vẽ", "Thêm \"view\""));
    check_slip(&slip!(WORDS, "\"slug\": \"goi-bao-cat-dien\"" => "\"slug\": ¦\"goi-bao\"",
        P::WrongSlug { .. }, "khác tên file", "goi-bao-cat-dien"));
    check_slip(
        &slip!(SCENES, "\"channels\": [\"113\", \"156\"]" => "\"channels\": [¦\"119\", \"156\"]",
        P::UnknownId { shelf: Shelf::Channel, .. }, "kênh chính thức nào mang mã “119”", ""),
    );
    check_slip(
        &slip!(SCENES, "\"lesson\": \"cuoc-goi-lua-dao\"" => "\"lesson\": ¦\"cuoc-goi-lua\"",
        P::UnknownId { shelf: Shelf::Explainer, .. }, "mã “cuoc-goi-lua”", ""),
    );
}

#[test]
fn a_scene_that_leads_out_of_practice_is_named() {
    for (from, to) in [
        ("\"Số lạ\",", "¦\"cskh.dien-luc.vn\","),
        ("\"Số lạ\",", "¦\"0912 345 678\","),
        ("\"Giọng lịch sự, mà giục.\"", "¦\"Vào dien-luc.com ngay.\""),
    ] {
        let slip = Slip(
            WORDS,
            from,
            to,
            |kind| matches!(kind, P::AddressInScene { .. }),
            "không phải kênh chính thức",
            ".example",
        );
        check_slip(&slip);
    }
    for to in [
        "¦\"Gọi [113](tel:113).\"",
        "¦\"Đọc [bài](explainer:vneid).\"",
        "¦\"Mất {ld-04|129 triệu đồng}.\"",
    ] {
        let slip = Slip(
            WORDS,
            "\"Giọng lịch sự, mà giục.\"",
            to,
            |kind| matches!(kind, P::LinkInScene),
            "trong một bước tập",
            "Viết chữ thường",
        );
        check_slip(&slip);
    }
}
