//! The letter about an advisor's word on a result: that there is one, and where. What it says is not in it.

use askama::Template;

use super::{Parts, Sheet};

#[derive(Template)]
#[template(path = "letters/advice_changed.html")]
struct ChangedHtml<'a>(&'a Told<'a>);

#[derive(Template)]
#[template(path = "letters/advice_changed.txt")]
struct ChangedText<'a>(&'a Told<'a>);

struct Told<'a> {
    sheet: &'a Sheet<'a>,
    author: &'a str,
    page: String,
    subject: String,
    why: String,
}

impl Told<'_> {
    fn say(&self, key: &str) -> String {
        self.sheet.t.say(key).set("author", self.author).set("school", self.sheet.school).to_string()
    }
}

pub(super) fn changed(sheet: &Sheet<'_>, author: &str, result_path: &str, is_first: bool) -> askama::Result<Parts> {
    let blank = Told { sheet, author, page: sheet.page(result_path), subject: String::new(), why: String::new() };
    let (subject, why) = match is_first {
        true => ("letter-advice-subject", "letter-advice-why"),
        false => ("letter-advice-subject-again", "letter-advice-why-again"),
    };
    let told = Told { subject: blank.say(subject), why: blank.say(why), ..blank };
    Ok((told.subject.clone(), ChangedText(&told).render()?, ChangedHtml(&told).render()?))
}
