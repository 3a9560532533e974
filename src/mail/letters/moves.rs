//! The letter to an advisor whose students were moved: how many, not who.

use askama::Template;

use super::{Parts, Sheet};

#[derive(Template)]
#[template(path = "letters/students_moved.html")]
struct MovedHtml<'a>(&'a Told<'a>);

#[derive(Template)]
#[template(path = "letters/students_moved.txt")]
struct MovedText<'a>(&'a Told<'a>);

struct Told<'a> {
    sheet: &'a Sheet<'a>,
    lines: Vec<String>,
    page: String,
}

pub(super) fn moved(sheet: &Sheet<'_>, by: &str, came: usize, left: usize, to: Option<&str>) -> askama::Result<Parts> {
    let say = |key: &str, many: usize| {
        sheet.t.say(key).set("by", by).set("many", many).set("to", to.unwrap_or_default()).to_string()
    };
    let mut lines = Vec::new();
    if came > 0 {
        lines.push(say("letter-moved-came", came));
    }
    match to {
        _ if left == 0 => {}
        Some(_) => lines.push(say("letter-moved-left", left)),
        None => lines.push(say("letter-moved-waiting", left)),
    }
    let told = Told { sheet, lines, page: sheet.page("/caseload") };
    Ok((sheet.say("letter-moved-subject"), MovedText(&told).render()?, MovedHtml(&told).render()?))
}
