//! What an editor should look at before a text goes to readers: each finding says where, why, and whether it keeps the text
//! from being published.
//!
//! `blocks` a text in its stretches · `grade` how hard they are to read · `rules` each rule · `balance` one career beside
//! the other

mod balance;
mod blocks;
pub mod grade;
mod rules;

pub use self::{
    balance::{beside, other_career},
    rules::Rule,
};

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

/// What is to be looked at in a text, those that block first.
#[must_use]
pub fn findings(slug: &str, body: &str) -> Vec<Finding> {
    let blocks = blocks::of(body);
    let mut found = rules::whole(&blocks);
    for block in &blocks {
        rules::look(block, is_about_work(slug), body, &mut found);
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
