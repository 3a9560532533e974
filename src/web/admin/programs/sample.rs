//! The path of a made-up student through a draft: what a change of the catalog does to the steps, before anyone reads it.

use crate::{
    model::{
        fit::{Outcome, example::Example},
        offer::Offer,
        program::Notices,
    },
    web::{
        page::Frame,
        results::{Way, way},
    },
};

/// A sample student's way.
pub(super) struct Sample {
    /// Who: a code of the worked examples.
    pub student: String,
    /// Who may be chosen: code and words.
    pub students: Vec<(String, String)>,
    /// The steps; none where the draft has no program.
    pub way: Option<Way>,
}

impl Sample {
    /// The way of a student through what a draft offers; the first student, where none of that name is known.
    pub fn of(student: &str, offer: Option<&Offer>, frame: &Frame) -> Self {
        let has_plans = |one: &&Example| one.context.education.is_some() && one.context.years.is_some();
        let all: Vec<_> = Example::all().iter().filter(has_plans).collect();
        let chosen = all.iter().find(|one| one.id == student).or(all.first()).copied();
        // No page of a draft can be opened yet: the steps carry no links.
        let no_pages = Notices::none();
        let way =
            chosen.zip(offer).and_then(|(one, offer)| way(offer, Outcome::Either, &one.context, &no_pages, frame));
        Self {
            student: chosen.map(|one| one.id.clone()).unwrap_or_default(),
            students: all.into_iter().map(|one| (one.id.clone(), told(one, frame))).collect(),
            way,
        }
    }
}

/// "Ben: Some college, 40 credits, 4 years, full time".
fn told(one: &Example, frame: &Frame) -> String {
    let plans = &one.context;
    let mut words = Vec::new();
    if let Some(education) = plans.education {
        words.push(frame.t.say(&format!("education-{}", education.code().replace('_', "-"))).to_string());
    }
    if let Some(credits) = plans.credits.filter(|credits| *credits > 0) {
        words.push(format!("{credits} {} credits", plans.unit.map_or("quarter", |unit| unit.code())).replace('_', " "));
    }
    if let Some(years) = plans.years {
        words.push(if years == 1 { "1 year".to_owned() } else { format!("{years} years") });
    }
    if let Some(pace) = plans.pace {
        words.push(format!("{} time", pace.code()));
    }
    format!("{}: {}", one.name, words.join(", "))
}
