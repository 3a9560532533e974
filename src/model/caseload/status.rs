//! Where a student stands: the first that applies, so that the queue says what to do and not everything that is so. The
//! database has the same rule, `status_of`, by which it keeps `standing.status`; a test holds the two together.

use crate::model::{advice::Verdict, fit::Outcome};

/// Days without a saved answer after which a begun attempt is stalled.
pub const STALLED_DAYS: i32 = 7;

/// What decides it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    /// A letter to them failed, and none of its kind came after it.
    pub has_failed_letter: bool,
    /// They asked for a call, or for another time of one that is set.
    pub asks_for_call: bool,
    /// A meeting is set that nobody has said the outcome of.
    pub has_meeting: bool,
    /// An open follow-up was due before today.
    pub is_overdue: bool,
    /// What their newest result says.
    pub outcome: Option<Outcome>,
    /// Whether nobody has written a note, planned a follow-up or given advice since that result.
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
    /// They want to talk.
    AskedForCall,
    /// A meeting has its time.
    MeetingSet,
    /// Something that was promised is late.
    FollowUpOverdue,
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
    /// Not here yet: an invitation that nobody has taken up.
    Invited,
}

impl Status {
    /// All of them, the first that applies first.
    pub const ALL: [Self; 12] = [
        Self::MailFailed,
        Self::AskedForCall,
        Self::MeetingSet,
        Self::FollowUpOverdue,
        Self::Changed,
        Self::CloseCall,
        Self::NewResult,
        Self::PlanAgreed,
        Self::Stalled,
        Self::InProgress,
        Self::NotStarted,
        Self::Invited,
    ];

    /// The first that applies to a student.
    #[must_use]
    pub fn of(facts: &Facts) -> Self {
        let differs = facts.verdict.zip(facts.outcome).map(|(verdict, outcome)| verdict.differs_from(outcome));
        match facts {
            Facts { has_failed_letter: true, .. } => Self::MailFailed,
            Facts { asks_for_call: true, .. } => Self::AskedForCall,
            Facts { has_meeting: true, .. } => Self::MeetingSet,
            Facts { is_overdue: true, .. } => Self::FollowUpOverdue,
            _ if differs == Some(true) => Self::Changed,
            Facts { is_waiting: true, verdict: None, outcome: Some(Outcome::Either), .. } => Self::CloseCall,
            Facts { is_waiting: true, verdict: None, outcome: Some(_), .. } => Self::NewResult,
            _ if differs == Some(false) => Self::PlanAgreed,
            Facts { untouched: Some(days), .. } if *days >= STALLED_DAYS => Self::Stalled,
            Facts { untouched: Some(_), .. } | Facts { outcome: Some(_), .. } => Self::InProgress,
            _ => Self::NotStarted,
        }
    }

    /// Its chip, its word in the address and in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::MailFailed => "mail-failed",
            Self::AskedForCall => "asked-for-a-call",
            Self::MeetingSet => "meeting-set",
            Self::FollowUpOverdue => "follow-up-overdue",
            Self::Changed => "changed-by-you",
            Self::CloseCall => "close-call",
            Self::NewResult => "new-result",
            Self::PlanAgreed => "plan-agreed",
            Self::Stalled => "stalled",
            Self::InProgress => "in-progress",
            Self::NotStarted => "not-started",
            Self::Invited => "invited",
        }
    }

    /// What advisors read.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::MailFailed => "Mail failed",
            Self::AskedForCall => "Asked for a call",
            Self::MeetingSet => "Meeting set",
            Self::FollowUpOverdue => "Follow-up overdue",
            Self::Changed => "Changed by an advisor",
            Self::CloseCall => "Close call",
            Self::NewResult => "New result",
            Self::PlanAgreed => "Plan agreed",
            Self::Stalled => "Stalled",
            Self::InProgress => "In progress",
            Self::NotStarted => "Not started",
            Self::Invited => "Invited",
        }
    }

    /// The status with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
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
    fn what_is_late_or_asked_for_comes_before_what_was_decided() {
        let decided = Facts { verdict: Some(Verdict::Hi), ..with_result(Outcome::HimClear) };
        let overdue = Facts { is_overdue: true, ..decided };
        assert_eq!(Status::of(&overdue), Status::FollowUpOverdue);
        let set = Facts { has_meeting: true, ..overdue };
        assert_eq!(Status::of(&set), Status::MeetingSet);
        // Somebody who asks for another time waits for an answer, although a time is set.
        let asked = Facts { asks_for_call: true, ..set };
        assert_eq!(Status::of(&asked), Status::AskedForCall);
        assert_eq!(Status::of(&Facts { has_failed_letter: true, ..asked }), Status::MailFailed);
    }

    #[test]
    fn a_retake_does_not_hide_a_new_result() {
        let facts = Facts { untouched: Some(30), ..with_result(Outcome::HiClear) };
        assert_eq!(Status::of(&facts), Status::NewResult);
    }

    #[test]
    fn a_status_is_read_back() {
        for status in Status::ALL {
            assert_eq!(Status::parse(status.code()), Some(status));
        }
        assert_eq!(Status::parse("late"), None);
    }
}
