//! What the old article said, beside what holds today: historical claims and the live ones that answer the same fact.

use crate::{
    language::Language,
    model::claim::{Checked, Claim},
};

/// One statement of the article.
pub struct Said {
    /// What it was about.
    pub label: String,
    /// The tag of the language it is told in.
    pub lang: &'static str,
    /// `hi`, `him`, `both` or `none`.
    pub program: String,
    /// Its words or its figure.
    pub words: String,
    /// The basis of a figure; empty for words.
    pub basis: String,
    /// What was wrong with it.
    pub note: String,
    /// What answers it today.
    pub today: Vec<Answer>,
}

/// What holds today.
pub struct Answer {
    /// What it is about.
    pub label: String,
    /// The fact or the figure.
    pub words: String,
    /// The basis of a figure; empty for words.
    pub basis: String,
}

/// Every statement of the article among these claims, in the article's order.
#[must_use]
pub fn said(claims: &[Claim]) -> Vec<Said> {
    let mut told: Vec<&Claim> = claims.iter().filter(|claim| is_of_article(claim)).collect();
    told.sort_by_key(|claim| (claim.fact.clone(), claim.key.clone()));
    let one = |claim: &&Claim| Said {
        label: claim.label_words().to_owned(),
        lang: claim.language().code(),
        program: claim.program.clone(),
        words: claim.value_words(),
        basis: basis(claim),
        note: claim.note_words().to_owned(),
        today: claims.iter().filter(|live| answers(live, claim)).map(answer).collect(),
    };
    told.iter().map(one).collect()
}

/// Whether the article said this.
#[must_use]
pub fn is_of_article(claim: &Claim) -> bool {
    claim.historical && claim.fact.is_some()
}

fn answers(live: &Claim, told: &Claim) -> bool {
    let sides = |program: &str| matches!(program, "hi" | "him");
    // Words answer words; a figure answers only what was said about pay or growth, or the answers would bury the page.
    let is_fitting =
        live.value.is_none() || (live.topic == told.topic && matches!(told.topic.as_str(), "pay" | "growth"));
    let is_same_side = !sides(&told.program) || !sides(&live.program) || live.program == told.program;
    !live.historical && live.fact == told.fact && is_same_side && is_fitting && live.checked != Checked::NotConfirmed
}

fn answer(live: &Claim) -> Answer {
    Answer { label: live.label_words().to_owned(), words: live.value_words(), basis: basis(live) }
}

fn basis(claim: &Claim) -> String {
    if claim.value.is_some() { claim.basis_words() } else { String::new() }
}

/// When a claim was read at its source, and when it is read again.
#[must_use]
pub fn checks(claim: &Claim, language: Language) -> (String, String) {
    let day = |date: Option<jiff::civil::Date>| date.map(|date| language.day(date)).unwrap_or_default();
    (day(claim.reviewed_on), day(claim.review_due))
}
