//! The kinds of letters and the facts each carries. No words: `mail/letters.rs` has them.

mod account;
mod correction;
mod desk;
mod recommendation;

use std::collections::BTreeMap;

use jiff::{
    SignedDuration,
    civil::{Date, DateTime},
};
use serde::{Deserialize, Serialize};

pub use self::{
    account::{AccountChange, FactorChange},
    correction::CorrectionFacts,
    desk::{MeetingChange, MeetingFacts, Owed},
    recommendation::{Figure, NextStep, ProgramFit, RecommendationFacts},
};
use super::id::RevisionId;

/// One letter's facts, as they stand in `letter.facts`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Letter {
    /// Confirm the address of a new account; carries a one-time link.
    Confirm,
    /// Somebody tried to register an address that has an account.
    AlreadyRegistered,
    /// Set a new password; carries a one-time link.
    Reset,
    /// Join; carries a one-time link.
    Invitation {
        /// `student`, `advisor`, `lead` or `admin`.
        role: String,
        /// The inviting admin's full name.
        invited_by: String,
        /// The school's name.
        school: String,
    },
    /// An admin's letter to themselves, to see whether mail works.
    MailTest,
    /// A password was changed, by its owner or by a reset.
    PasswordChanged,
    /// Confirm the new address of an account; carries a one-time link.
    ConfirmEmail,
    /// To the old address: letters go elsewhere now; carries a one-time link that undoes it.
    EmailChanged,
    /// A code that the right password needs after many failures; carries it as a one-time secret.
    SignInCode,
    /// Somebody on the staff signed in at a new place.
    NewSignIn {
        /// What the browser calls itself, in short.
        browser: String,
        /// When, on the school's clock.
        at: DateTime,
    },
    /// An admin gave somebody another role, or opened their account again.
    AccountChanged {
        /// What happened.
        what: AccountChange,
        /// When, on the school's clock.
        at: DateTime,
    },
    /// The second step of signing in was set up, renewed or taken off.
    SecondFactorChanged {
        /// What happened.
        what: FactorChange,
        /// When, on the school's clock.
        at: DateTime,
    },
    /// A result with its reasons, or what is still missing for one.
    Recommendation(Box<RecommendationFacts>),
    /// A lead advisor decided what the student had asked for. The decision and its reason are read after signing in.
    RequestDecided {
        /// `notes`, `correction` or `erasure`.
        about: String,
    },
    /// There is a note for the student, or more of one. What it says is read after signing in.
    SharedNote {
        /// The full name of who wrote it.
        author: String,
    },
    /// A meeting was set, moved or cancelled; brings a calendar file.
    Meeting(Box<MeetingFacts>),
    /// A meeting is a day away.
    MeetingReminder(Box<MeetingFacts>),
    /// An ask for a call was closed without a meeting. What was written about it is read after signing in.
    CallClosed {
        /// The full name of who closed it.
        advisor: String,
        /// Its address within the portal, `/meetings/{id}`.
        path: String,
    },
    /// What an advisor has to do: whom it is about, and where it stands. What is to be done is read after signing in.
    FollowUpDigest {
        /// The day on the school's calendar.
        day: Date,
        /// Whose day is over.
        overdue: Vec<Owed>,
        /// Whose day it is.
        today: Vec<Owed>,
        /// Others that are not listed.
        more: i64,
    },
    /// There is advice on the student's result, or other advice than before. What it says is read after signing in.
    AdviceChanged {
        /// The full name of who gave it.
        author: String,
        /// The address of the result within the portal, `/results/{id}`.
        result_path: String,
        /// Whether there was none before.
        is_first: bool,
    },
    /// A figure that an earlier letter told was corrected since.
    FigureCorrected(Box<CorrectionFacts>),
    /// An advisor's own words to each of a selection of students.
    Message {
        /// The full name of who wrote it.
        author: String,
        /// Its subject.
        subject: String,
        /// Its text.
        words: String,
    },
    /// A letter to somebody who does not exist, sent by admins to themselves to see their own wording.
    Test {
        /// The letter.
        of: Box<Letter>,
        /// The name on it.
        name: String,
        /// The sentences that differ from the shipped ones.
        own: BTreeMap<String, String>,
    },
    /// What became of the student, 90 days after a result. The answer is given after signing in.
    OutcomeQuestion {
        /// The day of the result on the school's calendar.
        result_on: Date,
    },
    /// To an advisor: a lead moved students to them or away from them. Who those are is seen after signing in.
    StudentsMoved {
        /// The full name of who moved them.
        by: String,
        /// How many are theirs now.
        came: usize,
        /// How many are no longer theirs.
        left: usize,
        /// Who has those that left now; nothing: they wait in the unassigned queue.
        to: Option<String>,
    },
}

impl Letter {
    /// The kind as the `letter` table's check spells it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::AlreadyRegistered => "already-registered",
            Self::Reset => "reset",
            Self::Invitation { .. } => "invitation",
            Self::MailTest => "mail-test",
            Self::PasswordChanged => "password-changed",
            Self::ConfirmEmail => "confirm-email",
            Self::EmailChanged => "email-changed",
            Self::SignInCode => "sign-in-code",
            Self::NewSignIn { .. } => "new-sign-in",
            Self::AccountChanged { .. } => "account-changed",
            Self::SecondFactorChanged { .. } => "second-factor-changed",
            Self::Recommendation(_) => "recommendation",
            Self::RequestDecided { .. } => "request-decided",
            Self::SharedNote { .. } => "shared-note",
            Self::Meeting(_) => "meeting",
            Self::MeetingReminder(_) => "meeting-reminder",
            Self::CallClosed { .. } => "call-closed",
            Self::FollowUpDigest { .. } => "follow-up-digest",
            Self::AdviceChanged { .. } => "advice-changed",
            Self::FigureCorrected(_) => "figure-corrected",
            Self::Message { .. } => "message",
            Self::Test { .. } => "test",
            Self::OutcomeQuestion { .. } => "outcome-question",
            Self::StudentsMoved { .. } => "students-moved",
        }
    }

    /// How long the one-time link or code works, counted from the letter's row; `None` without one.
    /// The same lives as the tokens have: confirm 24 h, reset 15 min, invitation 72 h.
    #[must_use]
    pub fn link_life(&self) -> Option<SignedDuration> {
        match self {
            Self::Confirm | Self::ConfirmEmail => Some(SignedDuration::from_hours(24)),
            Self::Reset => Some(SignedDuration::from_mins(15)),
            Self::SignInCode => Some(SignedDuration::from_mins(10)),
            Self::Invitation { .. } | Self::EmailChanged => Some(SignedDuration::from_hours(72)),
            _ => None,
        }
    }

    /// The one secret that a letter brings: a link at `base`, or a code; `None` without one.
    #[must_use]
    pub fn secret_words(&self, base: &str, token: &str) -> Option<String> {
        let path = match self {
            Self::Confirm => "/verify",
            Self::Reset => "/password/reset",
            Self::Invitation { .. } => "/invitations",
            Self::ConfirmEmail => "/account/email/confirmation",
            Self::EmailChanged => "/account/email/reversal",
            Self::SignInCode => return Some(token.to_owned()),
            _ => return None,
        };
        Some(format!("{base}{path}/{token}"))
    }

    /// Whether the address is only claimed so far. Such a letter names nobody: what a stranger typed as a name must
    /// not reach somebody else's mailbox.
    #[must_use]
    pub fn goes_to_an_unproven_address(&self) -> bool {
        matches!(self, Self::Confirm | Self::ConfirmEmail)
    }

    /// The figures it tells.
    #[must_use]
    pub fn figures(&self) -> &[Figure] {
        match self {
            Self::Recommendation(facts) => &facts.figures,
            Self::FigureCorrected(facts) => std::slice::from_ref(&facts.figure),
            _ => &[],
        }
    }

    /// Shows "figure under review" in place of these figures: their last day has passed since the letter was queued.
    pub fn hide(&mut self, expired: &[RevisionId]) {
        let figures = match self {
            Self::Recommendation(facts) => facts.figures.as_mut_slice(),
            Self::FigureCorrected(facts) => std::slice::from_mut(&mut facts.figure),
            _ => return,
        };
        for figure in figures {
            figure.under_review |= expired.contains(&figure.revision_id);
        }
    }

    /// The claim revisions this letter tells, each once.
    #[must_use]
    pub fn revisions(&self) -> Vec<RevisionId> {
        let told = self.figures().iter().filter(|figure| !figure.under_review);
        let mut revisions: Vec<_> = told.map(|figure| figure.revision_id).collect();
        revisions.sort();
        revisions.dedup();
        revisions
    }
}

/// A name with an address: who writes, or who answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// Full name.
    pub name: String,
    /// Email address.
    pub email: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_come_back_as_they_were_and_carry_their_kind() {
        let letter =
            Letter::Invitation { role: "lead".into(), invited_by: "Sam Ortiz".into(), school: "Harbor".into() };
        let mut facts = serde_json::to_value(&letter).unwrap();
        assert_eq!(facts["kind"], letter.kind());
        facts["from"] = "added when the letter was written".into();
        assert_eq!(serde_json::from_value::<Letter>(facts).unwrap(), letter);
        for letter in
            [Letter::Confirm, Letter::AlreadyRegistered, Letter::Reset, Letter::EmailChanged, Letter::SignInCode]
        {
            assert_eq!(serde_json::to_value(&letter).unwrap()["kind"], letter.kind());
        }
    }
}
