//! The letter about a note for the student: that there is one, and where. The note itself is not in it.

use askama::Template;

use super::{Parts, Sheet};

#[derive(Template)]
#[template(path = "letters/shared_note.html")]
struct SharedHtml<'a>(&'a Sheet<'a>, &'a str, &'a str);

#[derive(Template)]
#[template(path = "letters/shared_note.txt")]
struct SharedText<'a>(&'a Sheet<'a>, &'a str, &'a str);

impl Sheet<'_> {
    fn of_note(&self, key: &str, author: &str) -> String {
        self.t.say(key).set("author", author).set("school", self.school).to_string()
    }
}

pub(super) fn shared(sheet: &Sheet<'_>, author: &str) -> askama::Result<Parts> {
    let (subject, page) = (sheet.of_note("letter-note-subject", author), sheet.page("/home"));
    Ok((subject, SharedText(sheet, author, &page).render()?, SharedHtml(sheet, author, &page).render()?))
}
