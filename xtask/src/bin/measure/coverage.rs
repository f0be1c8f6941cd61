//! `quiz items`: what the bank holds, competence by competence.

use crate::bank::bank;
use crate::desk::Desk;
use buoc_so::domain::quiz::bank::COMPETENCES;
use buoc_so::domain::quiz::item::{Age, Band, Item, ItemKind, Setting};
use xtask::run::Result;

/// With fewer questions, or all of one band, a competence is too thin.
const FEWEST: usize = 4;

/// Prints a table with a row for each competence, a sum, and what is too thin.
pub(crate) fn items(desk: &mut Desk) -> Result {
    let bank = bank(desk)?;
    desk.arguments.end(&["--bank", "--lang"])?;
    let mut heads: Vec<&str> = Band::ALL.iter().map(|band| band.key()).collect();
    heads.extend(ItemKind::ALL.iter().map(|kind| kind.key()));
    heads.extend(Age::ALL.iter().map(|age| age.key()));
    heads.extend(Setting::ALL.iter().map(|setting| setting.key()));
    heads.push("all");
    println!("bank {} ({})\n", bank.frame.bank, bank.frame.name);
    println!("     {}", heads.iter().map(|head| format!(" {head:>4}")).collect::<String>());
    let mut thin = Vec::new();
    for code in COMPETENCES {
        let own: Vec<&Item> = bank.items.iter().filter(|item| item.competence == code).collect();
        row(code, &own, &heads);
        let is_varied = own.iter().any(|item| own.first().is_some_and(|one| item.band != one.band));
        if own.len() < FEWEST || !is_varied {
            thin.push(code);
        }
    }
    let all: Vec<&Item> = bank.items.iter().collect();
    row("all", &all, &heads);
    if !thin.is_empty() {
        println!("\nfewer than {FEWEST} questions or a single band: {}", thin.join(", "));
    }
    Ok(())
}

fn row(name: &str, items: &[&Item], heads: &[&str]) {
    let count = |is_in: &dyn Fn(&Item) -> bool| items.iter().filter(|item| is_in(item)).count();
    let mut counts = Vec::new();
    counts.extend(Band::ALL.iter().map(|band| count(&|item| item.band == *band)));
    counts.extend(ItemKind::ALL.iter().map(|kind| count(&|item| item.kind == *kind)));
    counts.extend(Age::ALL.iter().map(|age| count(&|item| item.ages.contains(age))));
    counts.extend(Setting::ALL.iter().map(|place| count(&|item| item.settings.contains(place))));
    counts.push(items.len());
    let cell = |(count, head): (&usize, &&str)| {
        let width = head.len().max(4);
        if *count == 0 { format!(" {:>width$}", "·") } else { format!(" {count:>width$}") }
    };
    println!("{name:<5}{}", counts.iter().zip(heads).map(cell).collect::<String>());
}
