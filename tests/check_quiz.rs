//! The content checker and the bank of the self-check: one fault per rule, each named at its
//! place.
#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used)]

#[path = "shelf/files.rs"]
mod shelf;

use serde_json::{Value, json};
use std::sync::OnceLock;

use buoc_so::domain::check::{
    MessageLang, Problem, ProblemKind as P, QuizFault as Q, Severity, check,
};
use buoc_so::domain::library::Files;

const D2: &str = "shared/quiz/d2.json";
const D4: &str = "shared/quiz/d4.json";
const D5: &str = "shared/quiz/d5.json";
const BANK: &str = "shared/quiz/bank.json";
const VI4: &str = "vi/quiz/d4.json";
const VI5: &str = "vi/quiz/d5.json";
const EN4: &str = "en/quiz/d4.json";

/// A slip of the pen in a question (or, without an id, in a file): a mark in `to` says where
/// the checker should point.
struct Slip {
    file: &'static str,
    item: &'static str,
    from: &'static str,
    to: &'static str,
    is_fault: fn(&Q) -> bool,
}

macro_rules! slip {
    ($file:expr, $item:expr, $from:expr => $to:expr, $fault:pat) => {
        Slip {
            file: $file,
            item: $item,
            from: $from,
            to: $to,
            is_fault: |fault| matches!(fault, $fault),
        }
    };
}

/// What the bank leads to, and itself; other content would only take time.
fn bank() -> &'static Files {
    static BANK: OnceLock<Files> = OnceLock::new();
    BANK.get_or_init(|| {
        let lists = ["facts", "explainers", "rehearsals"];
        let is_needed = |file: &str| {
            let shared = file.strip_prefix("shared/").and_then(|name| name.strip_suffix(".json"));
            file.contains("/quiz/")
                || file == "index.json"
                || shared.is_some_and(|name| lists.contains(&name))
        };
        let mut files = shelf::files();
        files.retain(|file, _| is_needed(file));
        files
    })
}

/// Writes a slip into its question; where the checker should point: line and column.
fn seed(files: &mut Files, slip: &Slip) -> (usize, usize) {
    let Slip { file, item, from, to, .. } = slip;
    let text = files.get(*file).unwrap();
    let id = format!("\"id\": \"{item}\"");
    // The number of a question stands above its id.
    let start = if item.is_empty() { 0 } else { text.find(&id).unwrap() };
    let start = text[..start].rfind("\n  {\n").unwrap_or(0);
    let own = &text[start..];
    assert!(own.contains(from), "{file} holds no {from} after {item}");
    let marked = [&text[..start], &own.replacen(from, to, 1)].concat();
    let before = marked.split_once('¦').map_or("", |(before, _)| before);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    files.insert((*file).into(), marked.replacen('¦', "", 1));
    (line, column)
}

fn faults(files: &Files) -> Vec<Problem> {
    let is_ours = |problem: &Problem| matches!(problem.kind, P::Quiz { .. });
    check(files).problems.into_iter().filter(is_ours).collect()
}

#[track_caller]
fn check_slip(slip: &Slip) {
    let mut files = bank().clone();
    let (line, column) = seed(&mut files, slip);
    let found = faults(&files);
    let is_it = |problem: &&Problem| match &problem.kind {
        P::Quiz { fault, .. } => {
            (slip.is_fault)(fault) && (problem.file.as_str(), problem.line) == (slip.file, line)
        }
        _ => false,
    };
    let errors = found.iter().filter(|problem| problem.severity == Severity::Error);
    let Some(problem) = found.iter().find(is_it) else {
        panic!("{}:{line} {} was not seen: {:#?}", slip.file, slip.to, errors.collect::<Vec<_>>());
    };
    assert_eq!(problem.column, column, "{problem:?}");
    let [vi, en] = [MessageLang::Vietnamese, MessageLang::English].map(|lang| problem.words(lang));
    for words in [&vi, &en] {
        let all = [words.what.as_str(), &words.why, &words.cure];
        assert!(all.iter().all(|text| !text.is_empty() && !text.contains('{')), "{words:?}");
        assert!(words.what.contains(slip.item), "{words:?} does not name {}", slip.item);
    }
    assert!(vi.what != en.what && vi.why != en.why && vi.cure != en.cure, "{vi:?}");
}

#[track_caller]
fn check_slips(slips: &[Slip]) {
    slips.iter().for_each(check_slip);
}

#[test]
fn the_bank_of_today_has_no_error() {
    let found = faults(&shelf::files());
    let errors: Vec<&Problem> =
        found.iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    // The short list of files hides nothing.
    assert_eq!(found, faults(bank()));
}

#[test]
fn a_question_that_leads_nowhere_is_named() {
    check_slips(&[
        slip!(D4, "d4-sms-phat-nguoi", "\"d4-cong-gia\"" => "¦\"d4-cong-giaa\"",
            Q::UnknownEnemy { suggestion: Some(_), .. }),
        slip!(D4, "d4-chat-nhiem-vu", "\"enemies\": []" => "\"enemies\": [¦\"d4-goi-vu-an\"]",
            Q::OneSidedEnemy { .. }),
        slip!(D4, "d4-goi-vu-an", "\"ld-03\"" => "¦\"ld-003\"",
            Q::UnknownFact { suggestion: Some(_), .. }),
        slip!(D4, "d4-goi-vu-an", "\"ld-03\"" => "¦\"kc-01\"", Q::StaleFact { days: 433, .. }),
        slip!(D4, "d4-chat-nhiem-vu", "\"facts\": []" => "\"facts\": [¦\"ld-06\"]",
            Q::UndatedFact { .. }),
        slip!(D4, "d4-goi-vu-an", "\"giai-thich/cuoc-goi-lua-dao/\""
            => "¦\"giai-thich/cuoc-goi-lua/\"", Q::UnknownLesson { .. }),
        slip!(D4, "d4-sms-phat-nguoi", "\"tap-duot/\"" => "¦\"tap-duot\"",
            Q::UnknownLesson { .. }),
        slip!(BANK, "habit", "\"tap-duot/\"" => "¦\"tap-duot/khong-co/\"",
            Q::UnknownLesson { .. }),
    ]);
}

#[test]
fn a_question_out_of_its_place_is_named() {
    check_slips(&[
        slip!(D4, "d4-goi-vu-an", "\"4.2\"" => "¦\"4.9\"", Q::UnknownCompetence { .. }),
        slip!(D4, "d4-goi-vu-an", "\"4.2\"" => "¦\"2.3\"", Q::OtherDomain { domain: 4, .. }),
        slip!(D5, "", "\"id\": \"d5-" => "\"id\": ¦\"d6-", Q::WrongStart { .. }),
        slip!(D4, "d4-chat-nhiem-vu", "\"no\": 113" => "\"no\": ¦112",
            Q::SameNumber { no: 112, line: 19, .. }),
        slip!(D4, "d4-chat-nhiem-vu", "\"no\": 113" => "\"no\": ¦512", Q::NumberRange { no: 512 }),
        slip!(D4, "d4-chat-nhiem-vu", "\"no\": 113" => "\"no\": ¦0", Q::NumberRange { no: 0 }),
    ]);
    let id = "\"id\": \"d4-chat-nhiem-vu\"";
    let mut files = bank().clone();
    let text = files.get(D4).unwrap().replace(id, "\"id\": \"d4-goi-vu-an\"");
    files.insert(D4.into(), text);
    let same = |p: &Problem| match &p.kind {
        P::Quiz { item, fault: Q::SameId { file, line: 20 } } => {
            item == "d4-goi-vu-an" && file == D4 && p.line == 36
        }
        _ => false,
    };
    assert!(faults(&files).iter().any(same), "{:#?}", faults(&files));
}

#[test]
fn a_question_without_a_fair_key_is_named() {
    let single = "d4-xin-xoa-anh";
    let order = "d4-ban-may-cu";
    check_slips(&[
        slip!(D4, single, "\"key\": [" => "\"key\": ¦[\"a\", \"b\", ", Q::SingleKey { .. }),
        slip!(D4, single, "\"options\": [\"a\", \"b\", \"c\"" => "\"options\": ¦[\"a\", \"b\"",
            Q::OptionCount { found: 2, least: 3, most: 4, .. }),
        slip!(D4, single, "\"options\": [\"a\", \"b\"" => "\"options\": [\"a\", ¦\"a\"",
            Q::OptionTwice { .. }),
        slip!(D4, single, "\"key\": [\"" => "\"key\": [¦\"x", Q::UnknownKey { .. }),
        slip!(D4, single, "\"key\": [" => "\"view\": ¦\"sms\", \"key\": [", Q::StrayField { .. }),
        slip!(D4, "d4-bi-che-gieu", "\"key\": [\"a\", \"c\"]"
            => "\"key\": ¦[\"a\", \"b\", \"c\", \"d\"]", Q::SetKey { found: 4, of: 4 }),
        slip!(D4, "d4-bi-che-gieu", "\"key\": [\"a\", \"c\"]" => "\"key\": ¦[]",
            Q::SetKey { found: 0, .. }),
        slip!(D4, order, "\"options\":" => "\"key\": ¦[\"a\"], \"options\":", Q::StrayKey),
        slip!(D4, "d4-goi-vu-an", "[\"p2\", \"p3\", \"p4\"]" => "¦[\"p2\"]",
            Q::FewSigns { found: 1 }),
        slip!(D4, "d4-goi-vu-an", "[\"p2\", \"p3\", \"p4\"]"
            => "¦[\"p1\", \"p2\", \"p3\", \"p4\"]", Q::AllSigns),
        slip!(D4, "d4-goi-vu-an", "[\"p2\", \"p3\", \"p4\"],\n    \"view\": \"call\",\n    \"verdict\": \"scam\""
            => "¦[\"p2\", \"p3\", \"p4\"],\n    \"view\": \"call\",\n    \"verdict\": \"genuine\"",
            Q::SignsOfGenuine),
        slip!(D4, "d4-bi-che-gieu", "\"id\": \"d4-bi-che-gieu\",\n    \"competence\": \"4.3\",\n    \"band\": \"K1\",\n    \"type\": \"multi\""
            => "\"id\": ¦\"d4-bi-che-gieu\",\n    \"competence\": \"4.3\",\n    \"band\": \"K1\",\n    \"type\": \"tap\"",
            Q::LacksField { key: "view" }),
        slip!(D4, "d4-bi-che-gieu", "\"id\": \"d4-bi-che-gieu\",\n    \"competence\": \"4.3\",\n    \"band\": \"K1\",\n    \"type\": \"multi\""
            => "\"id\": ¦\"d4-bi-che-gieu\",\n    \"competence\": \"4.3\",\n    \"band\": \"K1\",\n    \"type\": \"spot\"",
            Q::LacksField { key: "verdict" }),
    ]);
}

#[test]
fn words_that_do_not_fit_their_question_are_named() {
    let (order, pairs) = ("d4-ban-may-cu", "d5-chon-cong-cu");
    check_slips(&[
        slip!(VI4, "d4-goi-vu-an", "\"id\": \"d4-goi-vu-an\"" => "\"id\": ¦\"d4-goi-vu-ann\"",
            Q::StrayWords { suggestion: Some(_), .. }),
        slip!(EN4, "d4-goi-vu-an", "\"p4\": {" => "¦\"p5\": {", Q::StrayOptionWords { .. }),
        slip!(EN4, "d4-goi-vu-an", "\"options\": {\n      \"p1\"" => "\"options\": ¦{\n      \"p9\"",
            Q::NoOptionWords { .. }),
        slip!(VI4, "d4-goi-vu-an", "\"id\": \"d4-goi-vu-an\",\n    \"stem\": \"Bạn đang nấu cơm thì một số lạ gọi tới. Cuộc gọi này là:\",\n    \"from\": \"Số lạ, chưa có trong danh bạ\",\n"
            => "\"id\": ¦\"d4-goi-vu-an\",\n    \"stem\": \"Bạn đang nấu cơm thì một số lạ gọi tới. Cuộc gọi này là:\",\n",
            Q::LacksText { key: "from" }),
        slip!(VI4, order, "\"dont_know\"" => "\"from\": ¦\"Ai đó\",\n    \"dont_know\"",
            Q::StrayText { key: "from" }),
        slip!(VI4, order, "\"dont_know\""
            => "\"verdicts\": ¦{\"scam\": \"a\", \"genuine\": \"b\", \"unsure\": \"c\"},\n    \"dont_know\"",
            Q::StrayText { key: "verdicts" }),
        slip!(VI4, order, "\"feedback\"" => "\"partner\": ¦\"Ai đó\", \"feedback\"",
            Q::StrayText { key: "partner" }),
        slip!(VI5, pairs, "\"partner\": \"Bản đồ\"" => "\"partner\": ¦\"Báo thức lặp lại\"",
            Q::SamePartner { .. }),
        slip!(VI5, pairs, "\"a\": {\n        \"text\": \"Nhớ giờ uống thuốc mỗi tối\",\n        \"feedback\": \"Việc lặp lại đúng giờ thì để chuông nhắc.\",\n        \"partner\": \"Báo thức lặp lại\"\n"
            => "\"a\": ¦{\n        \"text\": \"Nhớ giờ uống thuốc mỗi tối\",\n        \"feedback\": \"Việc lặp lại đúng giờ thì để chuông nhắc.\"\n",
            Q::LacksText { key: "partner" }),
    ]);
    // What is not written has no place of its own: the question's id in the file that lacks it.
    for (file, item, key) in [(VI5, pairs, "explain"), (VI4, "d4-goi-vu-an", "verdicts")] {
        let mut files = bank().clone();
        let mut questions = read(&files, file);
        let question = questions.iter_mut().find(|question| question["id"] == item).unwrap();
        question.as_object_mut().unwrap().remove(key);
        write(&mut files, file, &questions);
        let line = line_of(&files, file, item);
        let lacks = |p: &Problem| {
            let kind = P::Quiz { item: item.into(), fault: Q::LacksText { key } };
            (p.file.as_str(), p.line, &p.kind) == (file, line, &kind)
        };
        assert!(faults(&files).iter().any(lacks), "{key}: {:#?}", faults(&files));
    }
    let mut files = bank().clone();
    let mut questions = read(&files, EN4);
    questions.retain(|question| question["id"] != order);
    write(&mut files, EN4, &questions);
    let found = faults(&files);
    let kind = P::Quiz { item: order.into(), fault: Q::NoWords { file: EN4.into() } };
    let [problem] = new(&found).try_into().unwrap_or_else(|all| panic!("{all:#?}"));
    let line = line_of(&files, D4, order);
    assert_eq!((problem.file.as_str(), problem.line, &problem.kind), (D4, line, &kind));
}

#[test]
fn a_text_that_hides_something_or_leads_astray_is_named() {
    let item = "d4-sms-phat-nguoi";
    check_slips(&[
        slip!(VI4, item, "\"stem\": \"Nhà" => "\"stem\": ¦\"Một hai ba bốn năm sáu. Một hai ba bốn năm sáu. Một hai ba bốn năm sáu. Một hai ba bốn năm sáu. Một hai ba bốn năm sáu. Nhà",
            Q::LongStem { found: 47 }),
        slip!(VI4, item, "\"feedback\": \"" => "\"feedback\": ¦\"Một hai ba bốn năm sáu một hai ba bốn năm sáu một hai ba bốn năm sáu bảy tám chín. Có",
            Q::LongSentence { found: 21, most: 20, .. }),
        slip!(EN4, item, "\"feedback\": \"" => "\"feedback\": ¦\"One two three four five six one two three four five six one two three four five six one two three four five six seven. ",
            Q::LongSentence { found: 25, most: 24, .. }),
        slip!(VI4, item, "\"text\": \"" => "\"text\": ¦\"Tất cả các ý trên. ", Q::AllOfTheAbove { .. }),
        slip!(EN4, item, "\"text\": \"" => "\"text\": ¦\"None of the above. ", Q::AllOfTheAbove { .. }),
        slip!(VI4, item, "\"stem\": \"Nhà bạn có một chiếc xe máy. Sáng nay bạn nhận tin nhắn này. Tin này là:"
            => "\"stem\": ¦\"Việc nào không nên làm?", Q::HiddenNot { .. }),
        slip!(EN4, "d4-bi-doa-anh", "\"stem\": \"Someone" => "\"stem\": ¦\"What should you not do? Someone",
            Q::HiddenNot { .. }),
        slip!(VI4, item, "\"Nộp tại: csgt-phatnguoi.example/nop" => "¦\"Nộp tại: csgt-phatnguoi.vn/nop",
            Q::Address { .. }),
        slip!(EN4, item, "\"next\": \"" => "\"next\": ¦\"See bit.ly/abc. ", Q::Address { .. }),
    ]);
}

#[test]
fn what_holds_for_all_questions_is_checked() {
    check_slips(&[
        slip!(BANK, "", "\"bank\": 1" => "\"bank\": ¦4096", Q::BankNumber { found: 4096 }),
        slip!(BANK, "", "\"weights\": [150, 200" => "\"weights\": ¦[150, 201",
            Q::Weights { count: 6, sum: 1001 }),
        slip!(BANK, "", "\"weights\": [150, 200" => "\"weights\": ¦[350",
            Q::Weights { count: 5, sum: 1000 }),
        slip!(BANK, "", "\"barriers\": [" => "\"barriers\": ¦[\n{\"id\": \"x\", \"lessons\": []},",
            Q::BarrierCount { found: 9 }),
        slip!("vi/quiz/words.json", "", "\"competences\": {\n    \"1.1\"" => "\"competences\": ¦{\n    \"1.9\"",
            Q::NoCompetenceWords { .. }),
    ]);
}

/// A file of questions and what happens to them.
type Change<'a> = (&'a str, fn(&mut Vec<Value>));

/// Changes the entries of a file of questions; what the bank as a whole then lacks.
#[track_caller]
fn check_whole(changes: &[Change], file: &str, is_fault: fn(&Q) -> bool) {
    let mut files = bank().clone();
    for (file, change) in changes {
        let mut questions = read(&files, file);
        change(&mut questions);
        write(&mut files, file, &questions);
    }
    let found = faults(&files);
    let is_it = |problem: &Problem| match &problem.kind {
        P::Quiz { item, fault } => {
            item.is_empty() && is_fault(fault) && (problem.file.as_str(), problem.line) == (file, 1)
        }
        _ => false,
    };
    assert!(found.iter().any(is_it), "{file}: {:#?}", new(&found));
}

#[test]
fn a_bank_that_is_thin_or_lopsided_is_refused() {
    let fewer = |questions: &mut Vec<Value>| questions.truncate(11);
    check_whole(&[(D2, fewer)], BANK, |fault| matches!(fault, Q::FewItems { .. }));
    let thin = |fault: &Q| matches!(fault, Q::FewOfCompetence { code, found: 0, least: 4 } if code == "2.6");
    check_whole(&[(D2, fewer)], D2, thin);
    let fewer = |questions: &mut Vec<Value>| {
        let at = questions.iter().position(|question| question["competence"] == "2.3").unwrap();
        questions.remove(at);
    };
    let thin = |fault: &Q| matches!(fault, Q::FewOfCompetence { code, found: 7, least: 8 } if code == "2.3");
    check_whole(&[(D2, fewer)], D2, thin);
    let even =
        |questions: &mut Vec<Value>| questions.iter_mut().for_each(|q| q["band"] = "K2".into());
    check_whole(&[(D2, even)], D2, |fault| matches!(fault, Q::OneBand { code } if code == "2.1"));
    check_whole(&[(D2, even)], D2, |fault| matches!(fault, Q::NoBand { domain: 2, band: "K4" }));
    let alone =
        |questions: &mut Vec<Value>| questions.iter_mut().for_each(|q| q["enemies"] = json!([]));
    let files = [1, 2, 3, 4, 5, 6].map(|domain| format!("shared/quiz/d{domain}.json"));
    let all = files.each_ref().map(|file| (file.as_str(), alone as fn(&mut Vec<Value>)));
    check_whole(&all, BANK, |fault| matches!(fault, Q::FewEnemies { found: 0 }));
    let believed = |questions: &mut Vec<Value>| {
        questions
            .iter_mut()
            .filter(|q| q["verdict"] == "scam")
            .for_each(|q| q["verdict"] = "genuine".into());
    };
    check_whole(&[(D4, believed)], BANK, |fault| matches!(fault, Q::UnevenSpots { .. }));
    let long = |questions: &mut Vec<Value>| {
        for question in questions {
            let text = question["options"]["b"]["text"].as_str().map(|text| text.repeat(9));
            text.into_iter().for_each(|text| question["options"]["b"]["text"] = text.into());
        }
    };
    let files = [1, 2, 3, 4, 5, 6].map(|domain| format!("en/quiz/d{domain}.json"));
    let all = files.each_ref().map(|file| (file.as_str(), long as fn(&mut Vec<Value>)));
    check_whole(&all, BANK, |fault| matches!(fault, Q::LongestKeys { lang, .. } if lang == "en"));
}

fn read(files: &Files, file: &str) -> Vec<Value> {
    serde_json::from_str(files.get(file).unwrap()).unwrap()
}

fn write(files: &mut Files, file: &str, questions: &[Value]) {
    files.insert(file.into(), serde_json::to_string_pretty(questions).unwrap());
}

fn line_of(files: &Files, file: &str, item: &str) -> usize {
    let text = files.get(file).unwrap();
    text[..text.find(&format!("\"id\": \"{item}\"")).unwrap()].matches('\n').count() + 1
}

fn new(found: &[Problem]) -> Vec<&Problem> {
    found.iter().filter(|problem| problem.severity == Severity::Error).collect()
}
