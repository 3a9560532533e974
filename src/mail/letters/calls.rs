//! The letter about a call that was asked for and does not come about: that it is closed, and where to ask again. What the
//! advisor wrote is not in it.

use askama::Template;

use super::{Parts, Sheet};

#[derive(Template)]
#[template(path = "letters/call_closed.html")]
struct ClosedHtml<'a>(&'a Sheet<'a>, &'a str, &'a str);

#[derive(Template)]
#[template(path = "letters/call_closed.txt")]
struct ClosedText<'a>(&'a Sheet<'a>, &'a str, &'a str);

impl Sheet<'_> {
    fn of_call(&self, key: &str, advisor: &str) -> String {
        self.t.say(key).set("advisor", advisor).set("school", self.school).to_string()
    }
}

pub(super) fn closed(sheet: &Sheet<'_>, advisor: &str, path: &str) -> askama::Result<Parts> {
    let (subject, page) = (sheet.of_call("letter-call-subject", advisor), sheet.page(path));
    Ok((subject, ClosedText(sheet, advisor, &page).render()?, ClosedHtml(sheet, advisor, &page).render()?))
}
