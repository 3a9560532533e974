//! The way from where a student stands through the steps of a field: what each still asks for, from today's credits and in
//! all. The rests are feasibility's own (field notes, 4f-exact); what a school takes over is the advisor's word.

use super::{Award, Program, credits_q10, feasibility, most_q10, remaining_with};
use crate::model::{
    fit::Side,
    profile::{Education, Profile},
};

/// The way through one field or both, the next step first.
pub struct Path<'a> {
    /// What must come before the first step, where none is open.
    pub gap: Option<Gap<'a>>,
    /// The steps: new awards from the lowest up, then those at a level the student holds.
    pub steps: Vec<Step<'a>>,
}

/// The degree that the first step asks for, and the student does not have.
pub struct Gap<'a> {
    /// What is asked for.
    pub needs: Education,
    /// The shortest way to it at this school, if there is one.
    pub by: Option<Step<'a>>,
}

/// One program on the way.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// Which.
    pub program: &'a Program,
    /// What is left of the program itself from today's credits, in tenths of a quarter credit.
    pub left_q10: i32,
    /// What is left until its award, with the degree that it asks for; nothing where the school has no way to that degree.
    pub in_all_q10: Option<i32>,
    /// The lower degree of the same field on this way, if there is one whose credits come along.
    pub lower: Option<Lower>,
    /// The education it asks for, where the student does not have it yet.
    pub needs: Option<Education>,
    /// Whether the student has more credits than may be brought along.
    pub is_capped: bool,
    /// Whether the student holds an award of this level or a higher one.
    pub is_second: bool,
}

/// The degree before a step, and what it does to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lower {
    /// What is left of the lower degree from today's credits, in tenths of a quarter credit.
    pub left_q10: i32,
    /// What is left of the step once the lower degree is done.
    pub after_q10: i32,
    /// Whether it lies on the straight way, so that both rests add up to the step's own.
    pub is_straight: bool,
}

/// The way through these fields; nothing when education, years or pace were left empty, or the fields have no program.
#[must_use]
pub fn path<'a>(fields: &[Side], catalog: &'a [Program], profile: &Profile) -> Option<Path<'a>> {
    let education = profile.education?;
    let offered = catalog.iter().filter(|program| fields.contains(&program.field));
    let mut steps: Vec<Step> = offered
        .filter(|program| feasibility(program, profile).is_some())
        .map(|program| step(program, catalog, profile, education))
        .filter(|step| !(step.is_second && step.needs.is_some()))
        .collect();
    steps.sort_by_key(|step| (step.is_second, step.program.award));
    for at in 0..steps.len() {
        steps[at].lower = lower_of(&steps, at).map(|lower| after(&steps[at], lower, profile));
    }
    let first = steps.first()?;
    let gap = first.needs.map(|needs| Gap {
        needs,
        by: provider(needs, first.program.field, catalog, profile, education)
            .map(|program| step(program, catalog, profile, education)),
    });
    Some(Path { gap, steps })
}

fn step<'a>(program: &'a Program, catalog: &'a [Program], profile: &Profile, education: Education) -> Step<'a> {
    let own = credits_q10(profile);
    Step {
        program,
        left_q10: remaining_with(program, own),
        in_all_q10: in_all_q10(program, catalog, profile, education),
        lower: None,
        needs: (education < program.entry).then_some(program.entry),
        is_capped: program.award.takes_credits() && own > most_q10(program),
        is_second: program.award.is_held_with(education),
    }
}

/// The next lower degree of the same field among the steps that are new, if credits come along from one to the other.
fn lower_of<'s, 'a>(steps: &'s [Step<'a>], at: usize) -> Option<&'s Step<'a>> {
    let this = &steps[at];
    if this.is_second || !this.program.award.takes_credits() {
        return None;
    }
    steps[..at].iter().rev().find(|step| {
        step.program.field == this.program.field && step.program.award < this.program.award && !step.is_second
    })
}

fn after(this: &Step<'_>, lower: &Step<'_>, profile: &Profile) -> Lower {
    let after_q10 = remaining_with(this.program, credits_q10(profile) + lower.left_q10);
    Lower { left_q10: lower.left_q10, after_q10, is_straight: lower.left_q10 + after_q10 == this.left_q10 }
}

/// What is left until an award from today, by the shortest way through the degree that it asks for.
fn in_all_q10(program: &Program, catalog: &[Program], profile: &Profile, education: Education) -> Option<i32> {
    if program.entry <= education {
        return Some(remaining_with(program, credits_q10(profile)));
    }
    let before = provider(program.entry, program.field, catalog, profile, education)?;
    let taken = in_all_q10(before, catalog, profile, education)?;
    Some(taken + remaining_with(program, credits_q10(profile) + taken))
}

/// The program that gives an education: of the same field if one does, then the shortest.
fn provider<'a>(
    needs: Education,
    field: Side,
    catalog: &'a [Program],
    profile: &Profile,
    education: Education,
) -> Option<&'a Program> {
    let award = match needs {
        Education::Associate => Award::Associate,
        Education::Bachelor => Award::Bachelor,
        Education::Master => Award::Master,
        Education::HighSchool | Education::SomeCollege => return None,
    };
    catalog
        .iter()
        // One that asks for as much as it gives leads nowhere, and asks less at each step back: this ends.
        .filter(|program| program.award == award && program.entry < needs)
        .filter_map(|program| Some((program, in_all_q10(program, catalog, profile, education)?)))
        .min_by_key(|(program, in_all)| (program.field != field, *in_all))
        .map(|(program, _)| program)
}

#[cfg(test)]
mod tests;
