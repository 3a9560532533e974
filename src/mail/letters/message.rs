//! A letter in an advisor's own words.

use askama::Template;

use super::{Parts, Sheet};

#[derive(Template)]
#[template(path = "letters/message.html")]
struct MessageHtml<'a>(&'a Told<'a>);

#[derive(Template)]
#[template(path = "letters/message.txt")]
struct MessageText<'a>(&'a Told<'a>);

struct Told<'a> {
    sheet: &'a Sheet<'a>,
    author: &'a str,
    subject: &'a str,
    /// Lines of one paragraph run on; an empty line ends it.
    paragraphs: Vec<String>,
}

impl Told<'_> {
    fn say(&self, key: &str) -> String {
        self.sheet.t.say(key).set("author", self.author).set("school", self.sheet.school).to_string()
    }
}

pub(super) fn message(sheet: &Sheet<'_>, author: &str, subject: &str, words: &str) -> askama::Result<Parts> {
    let one = |paragraph: &str| paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let paragraphs = words.split("\n\n").map(one).filter(|paragraph| !paragraph.is_empty()).collect();
    let told = Told { sheet, author, subject, paragraphs };
    Ok((subject.to_owned(), MessageText(&told).render()?, MessageHtml(&told).render()?))
}
