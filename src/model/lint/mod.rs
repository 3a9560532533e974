//! What an editor should look at before a text goes to readers: each finding says where, why, and whether it keeps the text
//! from being published.
//!
//! `blocks` a text in its stretches · `grade` how hard they are to read · `rules` each rule · `numbers` figures however they
//! are written · `balance` one career beside the other

mod balance;
mod blocks;
pub mod grade;
mod numbers;
mod rules;

pub use self::{
    balance::{beside, other_career},
    rules::Rule,
};

use self::blocks::Block;
use crate::language::Language;

/// Findings that are shown; a text with more is read again after these are mended.
const MOST: usize = 40;

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing.
    pub rule: Rule,
    /// The headings it stands under; empty for the whole text.
    pub place: String,
    /// The words in question, or a measure.
    pub said: String,
}

impl Finding {
    /// Whether it keeps the text from being published; others only warn.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.rule.blocks()
    }
}

/// A page's text with what stands beside it.
#[derive(Clone, Copy)]
pub struct Text<'a> {
    /// Which page.
    pub slug: &'a str,
    /// What it is written in.
    pub language: Language,
    /// What stands beside the text and can show no figure of ours.
    pub title: &'a str,
    /// As the title.
    pub lead: &'a str,
    /// As the title.
    pub hint: &'a str,
    /// The text, Markdown.
    pub body: &'a str,
}

/// What is to be looked at in a text, those that block first.
#[must_use]
pub fn findings(text: &Text<'_>) -> Vec<Finding> {
    let Text { slug, language, title, lead, hint, body } = *text;
    let blocks = blocks::of(body);
    let mut found = if language == Language::English { rules::whole(&blocks) } else { Vec::new() };
    for (name, words) in [("Heading", title), ("Lead", lead), ("Line beside the button", hint)] {
        rules::beside(
            &Block { section: name.to_owned(), part: String::new(), text: words.to_owned() },
            text,
            &mut found,
        );
    }
    for block in &blocks {
        rules::look(block, is_about_work(slug), text, &mut found);
    }
    found.dedup();
    found.sort_by_key(|finding| !finding.blocks());
    found.truncate(MOST);
    found
}

/// Whether a page speaks about the careers and the programs: there every figure must be one of ours.
fn is_about_work(slug: &str) -> bool {
    ["landing", "compare", "programs"].contains(&slug) || balance::CAREERS.contains(&slug)
}
