//! The letter about what a student asked for: that there is an answer, and where it stands. The answer itself is not in it.

use askama::Template;

use super::{Parts, Sheet};

#[derive(Template)]
#[template(path = "letters/request_decided.html")]
struct DecidedHtml<'a>(&'a Sheet<'a>, &'a str, &'a str);

#[derive(Template)]
#[template(path = "letters/request_decided.txt")]
struct DecidedText<'a>(&'a Sheet<'a>, &'a str, &'a str);

pub(super) fn decided(sheet: &Sheet<'_>, about: &str) -> askama::Result<Parts> {
    let why = sheet.t.say("letter-decided-why").set("about", about).set("school", sheet.school).to_string();
    let (subject, page) = (sheet.say("letter-decided-subject"), sheet.page("/account/data"));
    Ok((subject, DecidedText(sheet, &why, &page).render()?, DecidedHtml(sheet, &why, &page).render()?))
}
