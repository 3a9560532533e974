//! The letter that puts right a figure which an earlier letter told.

use askama::Template;

use super::{Parts, Sheet, recommendation};
use crate::model::letter::CorrectionFacts;

#[derive(Template)]
#[template(path = "letters/figure_corrected.html")]
struct CorrectedHtml<'a>(&'a Told<'a>);

#[derive(Template)]
#[template(path = "letters/figure_corrected.txt")]
struct CorrectedText<'a>(&'a Told<'a>);

struct Told<'a> {
    sheet: &'a Sheet<'a>,
    facts: &'a CorrectionFacts,
    why: String,
    old: String,
    new: String,
    source: String,
    page: String,
}

pub(super) fn corrected(sheet: &Sheet<'_>, facts: &CorrectionFacts) -> askama::Result<Parts> {
    let t = sheet.t;
    let line = |key, value: &str, basis: &str| {
        t.say(key).set("label", &facts.label).set("value", value).set("basis", basis).to_string()
    };
    let new = if facts.figure.under_review {
        t.say("letter-figure-review").set("label", &facts.label).to_string()
    } else {
        line("letter-figure-new", &facts.figure.value, &facts.basis)
    };
    let why = t.say("letter-figure-why").set("date", t.language().day(facts.told_on)).set("school", sheet.school);
    let told = Told {
        sheet,
        facts,
        why: why.to_string(),
        old: line("letter-figure-old", &facts.old_value, &facts.old_basis),
        new,
        source: recommendation::source(t, &facts.figure),
        page: sheet.page(&facts.path),
    };
    Ok((sheet.say("letter-figure-subject"), CorrectedText(&told).render()?, CorrectedHtml(&told).render()?))
}
