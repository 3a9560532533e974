//! What keeps a draft of the catalog from being published, in the words an admin reads.

use jiff::civil::Date;

use super::{CatalogDraft, ladder::DraftLadder, program::DraftProgram};

/// The part of the editor where a fault is put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The program with this slug.
    Program(String),
    /// The ladder with this key.
    Ladder(String),
    /// The version as a whole.
    Whole,
}

/// One reason why a version may not be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it is put right.
    pub place: Place,
    /// What is wrong.
    pub words: String,
}

impl CatalogDraft {
    /// All reasons why it may not be published on a day; empty when it may.
    #[must_use]
    pub fn faults(&self, today: Date) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut add = |place: Place, words: String| faults.push(Fault { place, words });
        for (field, name) in [("hi", "health informatics"), ("him", "health information management")] {
            if !self.programs.iter().any(|one| one.row.field == field) {
                add(Place::Whole, format!("There is no program in {name}. A result that names it would lead nowhere."));
            }
        }
        for program in &self.programs {
            of_program(program, today, &mut |words| add(Place::Program(program.row.slug.clone()), words));
        }
        match self.ladders.iter().filter(|ladder| ladder.era == "current").count() {
            0 => add(Place::Whole, "There is no current ladder: the page of programs would have none.".to_owned()),
            1 => {}
            _ => add(Place::Whole, "There is more than one current ladder. Readers get one.".to_owned()),
        }
        for ladder in &self.ladders {
            of_ladder(ladder, &mut |words| add(Place::Ladder(ladder.key.clone()), words));
        }
        faults
    }
}

fn of_program(program: &DraftProgram, today: Date, add: &mut dyn FnMut(String)) {
    let (row, title) = (&program.row, &program.row.title);
    if row.disclosure_status == "fail" && row.disclosure_url.is_none() {
        add(format!("{title}: its earnings measure fails, and there is no link to the official disclosure."));
    }
    let after_a_degree = matches!(row.award.as_str(), "certificate" | "master");
    if after_a_degree && !matches!(row.entry.as_str(), "bachelor" | "master") {
        add(format!("{title}: it comes after a bachelor’s degree, but asks for less at the start."));
    }
    if !after_a_degree && matches!(row.entry.as_str(), "bachelor" | "master") {
        add(format!("{title}: it asks for a higher degree than it gives."));
    }
    for one in &program.vouched {
        if one.until.is_some_and(|until| until < today) {
            add(format!("{title}: the accreditation by {} has ended.", one.body));
        }
    }
}

fn of_ladder(ladder: &DraftLadder, add: &mut dyn FnMut(String)) {
    let title = &ladder.title;
    if ladder.rungs.is_empty() {
        add(format!("{title}: it has no steps."));
    }
    let ends: Vec<_> = ladder.rungs.iter().filter(|one| !one.rung.adds()).map(|one| one.rung.end_credits).collect();
    if !ends.is_sorted() {
        add(format!("{title}: a step ends at fewer credits than the one below it."));
    }
    let mut units: Vec<_> = ladder.rungs.iter().map(|one| one.rung.credit_system.as_str()).collect();
    units.dedup();
    if units.len() > 1 {
        add(format!("{title}: its steps count quarter and semester credits."));
    }
}
