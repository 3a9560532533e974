//! The form of a page: raw strings in, words out.

use serde::Deserialize;

use super::super::{
    day, line,
    theirs::{Line, differences, line as line_of},
};
use crate::{
    model::{
        id::FormKey,
        page::Page,
        page_revision::{LONGEST, Words},
    },
    web::form::Errors,
};

/// The longest line beside the text.
const LONGEST_LINE: usize = 600;

/// A page as it is typed.
#[derive(Deserialize, Default, Clone)]
pub struct PageForm {
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub lead: String,
    #[serde(default)]
    pub hint: String,
    #[serde(default)]
    pub body: String,
    #[serde(default)]
    pub author: String,
    #[serde(default)]
    pub employer: String,
    #[serde(default)]
    pub relationship: String,
    #[serde(default)]
    pub content_type: String,
    #[serde(default)]
    pub review_due: String,
    #[serde(default)]
    pub why: String,
    /// The day and hour from which readers see it.
    #[serde(default)]
    pub on: String,
    #[serde(default)]
    pub at: String,
    /// The number of the revision the form was filled from.
    #[serde(default)]
    pub seen: i32,
    #[serde(default)]
    pub form_key: FormKey,
    /// Which button: `preview`, `save`, `publish` or `schedule`.
    #[serde(default, rename = "do")]
    pub wish: String,
}

impl PageForm {
    /// The form of a revision, with nothing changed yet.
    pub fn of(page: &Page) -> Self {
        Self {
            title: page.title.clone(),
            lead: page.lead.clone(),
            hint: page.hint.clone(),
            body: page.body.clone(),
            author: page.author.clone(),
            employer: page.employer.clone(),
            relationship: page.relationship.clone(),
            content_type: page.content_type.clone(),
            review_due: page.review_due.map(|day| day.to_string()).unwrap_or_default(),
            why: String::new(),
            on: String::new(),
            at: String::new(),
            seen: page.number,
            form_key: FormKey::new(),
            wish: String::new(),
        }
    }

    /// What it says beside the text where another form says something else.
    pub fn beside_text(&self, other: &Self) -> Vec<Line> {
        differences(&self.lines(), &other.lines())
    }

    fn lines(&self) -> [Line; 8] {
        [
            line_of("Heading", &self.title),
            line_of("Lead", &self.lead),
            line_of("Line beside the button", &self.hint),
            line_of("Author", &self.author),
            line_of("Employer", &self.employer),
            line_of("Tie to the programs", &self.relationship),
            line_of("Content type", &self.content_type),
            line_of("Day of the next check", &self.review_due),
        ]
    }

    /// What it says and why, or what cannot be kept of it.
    pub fn read(&self, errors: &mut Errors) -> Option<(Words, String)> {
        let title = errors.take("title", needed(line(&self.title, LONGEST_LINE), "page-title-missing"));
        let lead = errors.take("lead", line(&self.lead, LONGEST_LINE));
        let body = errors.take("body", text(&self.body));
        let hint = errors.take("hint", line(&self.hint, LONGEST_LINE));
        let author = errors.take("author", needed(line(&self.author, LONGEST_LINE), "page-author-missing"));
        let employer = errors.take("employer", line(&self.employer, LONGEST_LINE));
        let relationship = errors.take("relationship", line(&self.relationship, LONGEST_LINE));
        let is_kind = ["editorial", "ad"].contains(&self.content_type.as_str());
        let kind = errors.take("content_type", is_kind.then(|| self.content_type.clone()).ok_or("page-type-missing"));
        let review_due = errors.take("review_due", day(&self.review_due));
        let why = errors.take("why", line(&self.why, LONGEST_LINE));
        let words = Words {
            title: title?,
            lead: lead?,
            hint: hint?,
            body: body?,
            author: author?,
            employer: employer?,
            relationship: relationship?,
            content_type: kind?,
            review_due: review_due?,
        };
        Some((words, why?))
    }

    /// The text with the line ends of every other text.
    pub fn body_lines(&self) -> String {
        self.body.replace("\r\n", "\n").replace('\r', "\n")
    }
}

fn needed(text: Result<String, &'static str>, missing: &'static str) -> Result<String, &'static str> {
    text.and_then(|text| if text.is_empty() { Err(missing) } else { Ok(text) })
}

/// The text of a page: browsers send line ends as CR LF, and we keep LF.
fn text(raw: &str) -> Result<String, &'static str> {
    let text = raw.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim_end();
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
        return Err("text-malformed");
    }
    if text.chars().count() > LONGEST { Err("text-too-long") } else { Ok(text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_lines_and_nothing_unseen() {
        assert_eq!(text("one\r\ntwo\r\n\r\n").as_deref(), Ok("one\ntwo"));
        assert_eq!(text("a\u{8}"), Err("text-malformed"));
        assert_eq!(text(&"x".repeat(LONGEST + 1)), Err("text-too-long"));
    }

    #[test]
    fn a_page_needs_a_title_an_author_and_a_kind() {
        let mut errors = Errors::default();
        assert!(PageForm::default().read(&mut errors).is_none());
        let fields: Vec<_> = errors.list().into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["title", "author", "content_type"]);
    }
}
