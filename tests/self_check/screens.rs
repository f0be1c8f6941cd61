//! Screens: every question in every language, asked and answered.

use buoc_so::domain::compose::Composer;
use buoc_so::domain::page::{Span, plain};
use buoc_so::domain::quiz::answer::Answer;
use buoc_so::domain::quiz::attempt::{Attempt, Mode};
use buoc_so::domain::quiz::item::ItemKind;
use buoc_so::domain::quiz::random::Random;
use buoc_so::domain::quiz::report::Report;
use buoc_so::domain::quiz::screen::feedback::Feedback;
use buoc_so::domain::quiz::screen::question::Ask;
use buoc_so::domain::quiz::screen::{flat, result};
use buoc_so::domain::tree::{Child, Element};

use super::{answer, deck, finished, plan, shelf};

/// All elements of a tree, outermost first.
fn elements(tree: &Element) -> Vec<&Element> {
    let mut found = vec![tree];
    for child in tree.inside() {
        if let Child::Element(child) = child {
            found.extend(elements(child));
        }
    }
    found
}

fn text(tree: &Element) -> String {
    let mut out = String::new();
    for child in tree.inside() {
        match child {
            Child::Element(child) => out.push_str(&text(child)),
            Child::Span(span) => out.push_str(&plain(std::slice::from_ref::<Span>(span))),
        }
    }
    out
}

fn of<'a>(tree: &'a Element, tag: &str) -> Vec<&'a Element> {
    elements(tree).into_iter().filter(|element| element.tag() == tag).collect()
}

fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attributes().find(|(own, _)| *own == name).map(|(_, value)| value)
}

#[test]
fn every_question_asks_in_its_legend_and_chooses_nothing_itself() {
    let deck = deck();
    let library = shelf::library();
    let attempt = Attempt::new(&deck, plan(Mode::Full, 4));
    for pack in &library.packs {
        let composer = Composer::new(library, pack);
        let guide = composer.guide(Vec::new());
        for row in &deck.rows {
            let questions = composer.questions(row.domain as u8 + 1);
            let question = questions.iter().find(|question| question.no == row.no).unwrap();
            let shown = attempt.shown(row);
            let ask = Ask { say: &guide.say, question, row, shown: &shown, n: 7, of: 18 };
            let page = ask.page();
            let legend = of(&page, "legend").into_iter().next().unwrap();
            assert_eq!(text(of(legend, "h1")[0]), flat(&question.stem));
            assert!(elements(&page).iter().all(|e| attribute(e, "checked").is_none()));
            let submit =
                elements(&page).into_iter().filter(|e| attribute(e, "type") == Some("submit"));
            assert_eq!(submit.count(), 1, "one main button");
            let words = text(&page);
            let unknown = guide.say.get("dont_know");
            assert_eq!(words.matches(unknown).count(), 1, "{} {}", pack.lang, question.stem);
            for (option, _) in &question.options {
                assert!(words.contains(&flat(option)), "{option}");
            }
            if row.key().kind == ItemKind::Single {
                let labels = of(&page, "label");
                assert_eq!(text(labels.last().unwrap()), unknown, "not knowing comes last");
            }
        }
    }
}

#[test]
fn every_answer_is_explained_option_by_option() {
    let deck = deck();
    let library = shelf::library();
    let attempt = Attempt::new(&deck, plan(Mode::Full, 4));
    let mut random = Random::new(1);
    for pack in &library.packs {
        let composer = Composer::new(library, pack);
        let guide = composer.guide(Vec::new());
        for row in &deck.rows {
            let questions = composer.questions(row.domain as u8 + 1);
            let question = questions.iter().find(|question| question.no == row.no).unwrap();
            let shown = attempt.shown(row);
            let right = answer(row, true, &mut random);
            let wrong = answer(row, false, &mut random);
            for given in [right, wrong, Answer::Unknown] {
                let page = Feedback {
                    say: &guide.say,
                    question,
                    row,
                    answer: &given,
                    shown: &shown,
                    n: 7,
                    of: 18,
                    is_old: false,
                    has_next: true,
                    has_result: false,
                }
                .page();
                let words = text(&page);
                for (_, feedback) in &question.options {
                    assert!(words.contains(&flat(feedback)), "{feedback}");
                }
                assert!(words.contains(&flat(&question.next)));
                let verdict =
                    elements(&page).into_iter().find(|e| attribute(e, "id") == Some("verdict"));
                let word = match (&given, given.is_right(&row.key())) {
                    (Answer::Unknown, _) => "unknown",
                    (_, true) => "right",
                    (_, false) => "wrong",
                };
                assert_eq!(text(verdict.unwrap()).trim(), guide.say.get(word));
                if given == Answer::Unknown {
                    assert!(words.contains(&flat(&question.dont_know)));
                }
            }
        }
    }
}

#[test]
fn a_result_names_a_lesson_a_person_and_a_place_for_each_step() {
    let deck = deck();
    let library = shelf::library();
    for pack in &library.packs {
        let composer = Composer::new(library, pack);
        let guide = composer.guide(Vec::new());
        for (mode, chance) in [(Mode::Full, 0.4), (Mode::Full, 0.0), (Mode::Quick, 0.5)] {
            let mut plan = plan(mode, 21);
            plan.beliefs = [1, 2, 3, 4, 1, 2];
            let attempt = finished(&deck, plan, chance);
            let report = Report::of(&attempt);
            let questions = |domain| composer.questions(domain);
            let steps: Vec<_> = report
                .steps
                .iter()
                .map(|row| {
                    let folder = questions(row.domain as u8 + 1);
                    folder.into_iter().find(|question| question.no == row.no).unwrap()
                })
                .collect();
            let page = result::View {
                guide: &guide,
                deck: &deck,
                report: &report,
                steps: &steps,
                before: None,
                day: "2026-11-22",
                code: attempt.short_code(),
                address: "https://x.example/ket-qua/#KNS".into(),
                is_own: true,
            }
            .page();
            let words = text(&page);
            assert!(words.contains(guide.say.get("not_official")), "T14");
            for question in &steps {
                assert!(words.contains(&flat(&question.next)));
                assert!(words.contains(&question.lesson.1));
            }
            for name in ["step_person", "step_place"] {
                assert_eq!(words.matches(guide.say.get(name)).count(), steps.len(), "{name}");
            }
            assert!(words.contains(&attempt.short_code()));
            // Half filled words would show their braces.
            assert!(!words.contains('{') && !words.contains('}'), "{words}");
        }
    }
}
