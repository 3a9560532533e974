//! Where a student stands: the first that applies, so that the queue says what to do and not everything that is so.

use crate::model::{advice::Verdict, fit::Outcome};

/// Days without a saved answer after which a begun attempt is stalled.
pub const STALLED_DAYS: i32 = 7;

/// What decides it.
#[derive(Clone, Copy, Default)]
pub struct Facts {
    /// A letter to them failed, and none of its kind came after it.
    pub has_failed_letter: bool,
    /// What their newest result says.
    pub outcome: Option<Outcome>,
    /// Whether nobody has written a note or given advice since that result.
    pub is_waiting: bool,
    /// The advice that stands on it.
    pub verdict: Option<Verdict>,
    /// Days since the attempt under way was saved; nothing when none is.
    pub untouched: Option<i32>,
}

/// Where a student stands (product notes, F15).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// A letter does not reach them.
    MailFailed,
    /// An advisor says something else than the result.
    Changed,
    /// A result that names no program, and nobody has dealt with it.
    CloseCall,
    /// Any other result that nobody has dealt with.
    NewResult,
    /// An advisor agrees with the result.
    PlanAgreed,
    /// Begun, and untouched for a week.
    Stalled,
    /// Begun, or a result that is still talked over.
    InProgress,
    /// Nothing begun.
    NotStarted,
}

impl Status {
    /// The first that applies.
    #[must_use]
    pub fn of(facts: &Facts) -> Self {
        let differs = facts.verdict.zip(facts.outcome).map(|(verdict, outcome)| verdict.differs_from(outcome));
        match facts {
            Facts { has_failed_letter: true, .. } => Self::MailFailed,
            _ if differs == Some(true) => Self::Changed,
            Facts { is_waiting: true, verdict: None, outcome: Some(Outcome::Either), .. } => Self::CloseCall,
            Facts { is_waiting: true, verdict: None, outcome: Some(_), .. } => Self::NewResult,
            _ if differs == Some(false) => Self::PlanAgreed,
            Facts { untouched: Some(days), .. } if *days >= STALLED_DAYS => Self::Stalled,
            Facts { untouched: Some(_), .. } | Facts { outcome: Some(_), .. } => Self::InProgress,
            _ => Self::NotStarted,
        }
    }

    /// Its chip.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::MailFailed => "mail-failed",
            Self::Changed => "changed-by-you",
            Self::CloseCall => "close-call",
            Self::NewResult => "new-result",
            Self::PlanAgreed => "plan-agreed",
            Self::Stalled => "stalled",
            Self::InProgress => "in-progress",
            Self::NotStarted => "not-started",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_result(outcome: Outcome) -> Facts {
        Facts { outcome: Some(outcome), is_waiting: true, ..Facts::default() }
    }

    #[test]
    fn a_student_moves_from_nothing_to_a_plan() {
        let mut facts = Facts::default();
        assert_eq!(Status::of(&facts), Status::NotStarted);
        facts.untouched = Some(0);
        assert_eq!(Status::of(&facts), Status::InProgress);
        facts.untouched = Some(6);
        assert_eq!(Status::of(&facts), Status::InProgress);
        facts.untouched = Some(7);
        assert_eq!(Status::of(&facts), Status::Stalled);
        facts = with_result(Outcome::HimClear);
        assert_eq!(Status::of(&facts), Status::NewResult);
        facts.is_waiting = false;
        assert_eq!(Status::of(&facts), Status::InProgress);
        facts.verdict = Some(Verdict::Agree);
        assert_eq!(Status::of(&facts), Status::PlanAgreed);
    }

    #[test]
    fn only_a_result_that_names_no_program_is_a_close_call() {
        assert_eq!(Status::of(&with_result(Outcome::Either)), Status::CloseCall);
        assert_eq!(Status::of(&with_result(Outcome::HiLean)), Status::NewResult);
        assert_eq!(Status::of(&with_result(Outcome::Insufficient)), Status::NewResult);
    }

    #[test]
    fn other_advice_shows_and_advice_that_says_the_same_is_a_plan() {
        let advised =
            |outcome, verdict| Status::of(&Facts { verdict: Some(verdict), is_waiting: false, ..with_result(outcome) });
        assert_eq!(advised(Outcome::HimClear, Verdict::Hi), Status::Changed);
        assert_eq!(advised(Outcome::HimClear, Verdict::Him), Status::PlanAgreed);
        assert_eq!(advised(Outcome::Either, Verdict::Agree), Status::PlanAgreed);
        assert_eq!(advised(Outcome::Insufficient, Verdict::Either), Status::Changed);
    }

    #[test]
    fn mail_that_fails_comes_before_everything() {
        let facts = Facts { has_failed_letter: true, verdict: Some(Verdict::Hi), ..with_result(Outcome::HimClear) };
        assert_eq!(Status::of(&facts), Status::MailFailed);
    }

    #[test]
    fn a_retake_does_not_hide_a_new_result() {
        let facts = Facts { untouched: Some(30), ..with_result(Outcome::HiClear) };
        assert_eq!(Status::of(&facts), Status::NewResult);
    }
}
