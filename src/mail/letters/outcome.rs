//! The letter that asks what became of a student.

use askama::Template;
use jiff::civil::Date;

use super::{Parts, Sheet};

#[derive(Template)]
#[template(path = "letters/outcome_question.html")]
struct QuestionHtml<'a>(&'a Sheet<'a>, &'a str, &'a str);

#[derive(Template)]
#[template(path = "letters/outcome_question.txt")]
struct QuestionText<'a>(&'a Sheet<'a>, &'a str, &'a str);

pub(super) fn question(sheet: &Sheet<'_>, result_on: Date) -> askama::Result<Parts> {
    let day = sheet.t.language().day(result_on);
    let why = sheet.t.say("letter-outcome-why").set("day", day).set("school", sheet.school).to_string();
    let page = sheet.page("/outcome");
    let subject = sheet.say("letter-outcome-subject");
    Ok((subject, QuestionText(sheet, &why, &page).render()?, QuestionHtml(sheet, &why, &page).render()?))
}
