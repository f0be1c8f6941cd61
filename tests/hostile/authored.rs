//! Authored files: damaged ones are refused with their place, or read and harmless.

use buoc_so::domain::library::{Files, Library};

use super::mutate::damaged;
use super::shelf::files;

/// How often each authored file is damaged.
const TIMES: u32 = 12;

/// A file and those that decide whether it is read.
fn around(all: &Files, file: &str) -> Files {
    let has_list = |list: &str| {
        let folder = ["/", list, "/"].concat();
        let shared = ["shared/", list, ".json"].concat();
        let text = if file.contains(&folder) { all.get(&shared).cloned() } else { None };
        (shared, text.unwrap_or_else(|| "[]".into()))
    };
    let mut few = Files::from([has_list("explainers"), has_list("rehearsals")]);
    for name in ["index.json", "vi/interface.json", file] {
        let is_wanted = name != "vi/interface.json" || file == "en/interface.json";
        few.extend(all.get(name).filter(|_| is_wanted).map(|text| (name.into(), text.clone())));
    }
    few
}

#[test]
fn no_damage_to_an_authored_file_makes_the_loader_panic() {
    let all = files();
    let mut n_refused = 0;
    for (number, (file, text)) in all.iter().enumerate() {
        let mut few = around(&all, file);
        for time in 0..TIMES {
            few.insert(file.clone(), damaged(text, number as u32 * 1000 + time));
            let errors = Library::load(&few).err().unwrap_or_default();
            n_refused += usize::from(errors.iter().any(|error| error.file == *file));
        }
    }
    let n = all.len() * TIMES as usize;
    println!("{n} damaged files, {n_refused} refused");
    // The others are changed texts, which are any author's right.
    assert!(n > 1500 && n_refused > n / 3, "{n_refused} of {n}");
}

#[test]
fn a_refusal_names_the_file_and_a_line_in_it() {
    let all = files();
    for file in ["shared/facts.json", "vi/home.json", "vi/quiz/d4.json"] {
        let text = all.get(file).unwrap();
        for seed in 0..40 {
            let bad = damaged(text, seed);
            // The end of a file that ends with its line is on the next.
            let n_lines = bad.lines().count();
            let mut few = around(&all, file);
            few.insert(file.into(), bad);
            for error in Library::load(&few).err().unwrap_or_default() {
                assert!(!error.reason.is_empty());
                assert!(error.file != file || error.line <= n_lines + 1, "{error:?}");
            }
        }
    }
}
