//! The advisor's word on a result as its student reads it: above the points, never instead of them.

use super::{super::page::Frame, words};
use crate::model::{
    advice::{Advice, Verdict},
    fit::Fit,
};

/// The advisor's word on one result.
pub struct AdviceCard {
    /// Such as "Your advisor suggests health informatics".
    pub heading: String,
    /// The advisor's words; may be empty.
    pub words: String,
    /// Why, said to the student.
    pub reason: Option<String>,
    /// Who says so.
    pub author: String,
    /// Since when.
    pub day: String,
}

impl AdviceCard {
    /// The card of advice on this fit.
    #[must_use]
    pub fn of(advice: &Advice, fit: &Fit, frame: &Frame) -> Self {
        let named = fit.outcome.side().map_or("either", words::code);
        let verdict = match advice.verdict() {
            Verdict::Agree => named,
            other => other.code(),
        };
        let reason = |code: &str| frame.t.say(&format!("advice-reason-{}", code.replace('_', "-"))).to_string();
        Self {
            heading: frame.t.say("advice-heading").set("verdict", verdict).to_string(),
            words: advice.words.clone(),
            reason: advice.reason().map(|known| reason(known.code())),
            author: advice.author.clone(),
            day: frame.day(&advice.created_at),
        }
    }
}
