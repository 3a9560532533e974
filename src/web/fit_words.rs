//! A fit in the few words of staff pages, such as "HIM by 62, clear".

use crate::model::{
    advice::Verdict,
    fit::{Outcome, Reason, Side},
};

/// A fit in a row: what matters, then the rest.
#[derive(Debug, PartialEq, Eq)]
pub struct FitWords {
    /// Such as "HIM by 62" or "Too close".
    pub lead: String,
    /// Such as "clear" or "HI by 19".
    pub more: String,
}

impl FitWords {
    /// The words for an outcome; `points` are positive toward health informatics.
    #[must_use]
    pub fn of(outcome: Outcome, reason: Option<Reason>, points: i16, answered: i16, item_count: i16) -> Self {
        let (lead, more) = match (outcome, reason) {
            (Outcome::Insufficient, _) => ("Not enough answers".to_owned(), format!("{answered} of {item_count}")),
            (Outcome::Either, Some(Reason::Conflict)) => ("Either".to_owned(), format!("{}, conflict", by(points))),
            (Outcome::Either, _) => ("Too close".to_owned(), by(points)),
            (named, _) => (by(points), if named.is_clear() { "clear" } else { "lean" }.to_owned()),
        };
        Self { lead, more }
    }

    /// Both in one sentence part, such as "Not enough answers · 16 of 24".
    #[must_use]
    pub fn line(&self) -> String {
        format!("{} · {}", self.lead, self.more)
    }
}

/// By how much one side leads.
#[must_use]
pub fn by(points: i16) -> String {
    match points {
        0 => "even".to_owned(),
        1.. => format!("HI by {points}"),
        _ => format!("HIM by {}", points.unsigned_abs()),
    }
}

/// The chip of a result.
#[must_use]
pub fn band(outcome: Outcome, reason: Option<Reason>) -> &'static str {
    match (outcome, reason) {
        (Outcome::Insufficient, _) => "not-enough",
        (Outcome::Either, Some(Reason::Conflict)) => "conflict",
        (Outcome::Either, _) => "either",
        (outcome, _) if outcome.is_clear() => "clear",
        _ => "lean",
    }
}

/// What an advisor says, beside the result it is about.
#[must_use]
pub fn verdict(verdict: Verdict, outcome: Outcome) -> &'static str {
    match (verdict, outcome.side()) {
        (Verdict::Agree, Some(Side::Hi)) => "Agree: health informatics",
        (Verdict::Agree, Some(Side::Him)) => "Agree: health information management",
        (Verdict::Agree, None) => "Agree: either",
        (Verdict::Hi, Some(Side::Him)) => "Health informatics instead",
        (Verdict::Hi, _) => "Health informatics",
        (Verdict::Him, Some(Side::Hi)) => "Health information management instead",
        (Verdict::Him, _) => "Health information management",
        (Verdict::Either, _) => "Either, we will talk",
    }
}

/// Advice in the timeline, where the result it is about stands on its own line.
#[must_use]
pub fn advised(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agree => "Agreed with the result",
        Verdict::Hi => "Advised health informatics",
        Verdict::Him => "Advised health information management",
        Verdict::Either => "Advised either",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_who_leads_and_how_clearly() {
        let line = |outcome, reason, points| FitWords::of(outcome, reason, points, 24, 24).line();
        assert_eq!(line(Outcome::HimClear, None, -62), "HIM by 62 · clear");
        assert_eq!(line(Outcome::HiLean, None, 29), "HI by 29 · lean");
        assert_eq!(line(Outcome::Either, Some(Reason::Balanced), 19), "Too close · HI by 19");
        assert_eq!(line(Outcome::Either, Some(Reason::NoOpinion), 0), "Too close · even");
        assert_eq!(line(Outcome::Either, Some(Reason::Conflict), 26), "Either · HI by 26, conflict");
        assert_eq!(FitWords::of(Outcome::Insufficient, None, 4, 16, 24).line(), "Not enough answers · 16 of 24");
    }

    #[test]
    fn a_lead_that_the_wish_to_supervise_lowered_is_a_lean() {
        assert_eq!(FitWords::of(Outcome::HiLean, None, 50, 24, 24).line(), "HI by 50 · lean");
    }
}
