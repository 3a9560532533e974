//! A student's own copy: everything held about them that they may read, whole, as one value for a page and for a program.

mod contacts;
mod desk;
mod fits;
mod links;
mod notes;

use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use serde::Serialize;

pub use self::{
    contacts::{AddressChange, LetterCopy, Period, SessionCopy},
    desk::{FollowUpCopy, MeetingCopy},
    fits::{AdviceCopy, AnswerCopy, AttemptCopy, PointsCopy, ResultCopy},
    links::FamilyLink,
    notes::{AddendumCopy, EarlierCopy, NoteCopy},
};
use super::{
    audit::{self, Action},
    disclosure::Disclosure,
    error::Result,
    glass::{self, Opening},
    outcome::Outcome,
    person::Student,
    profile::Profile,
    request::{Request, State},
    roster::Listed,
    setting::Setting,
};
use crate::{
    language::Language,
    schema::{person, second_factor},
};

/// Everything, in the order one reads it. It does not print itself.
#[derive(Serialize)]
pub struct RecordCopy {
    /// The school whose record this is.
    pub school: String,
    /// When the copy was made.
    pub made_at: Timestamp,
    /// Name, address and the account's days.
    pub person: Account,
    /// What the student told about themselves.
    pub profile: ProfileCopy,
    /// Their advisors, the present one first.
    pub advisors: Vec<Period>,
    /// Ways through the questionnaire with every answer, the newest first.
    pub attempts: Vec<AttemptCopy>,
    /// Results with every point and all advice, the newest first.
    pub results: Vec<ResultCopy>,
    /// Links by which they show a result to others.
    pub family_links: Vec<FamilyLink>,
    /// Notes: those for the student too, or all of them where they were released.
    pub notes: Vec<NoteCopy>,
    /// How many notes there are besides.
    pub notes_not_in_this_copy: OtherNotes,
    /// Follow-ups: those the student sees, or all of them where notes were released.
    pub follow_ups: Vec<FollowUpCopy>,
    /// Calls asked for and meetings, the newest first.
    pub meetings: Vec<MeetingCopy>,
    /// Letters with their exact words, without one-time links.
    pub letters: Vec<LetterCopy>,
    /// What the student asked for, and the answers.
    pub requests: Vec<RequestCopy>,
    /// What left the school about the student.
    pub disclosures: Vec<Disclosure>,
    /// What the school's own list says under their address.
    pub school_list: Vec<Listed>,
    /// What became of the student, what stands first.
    pub outcomes: Vec<Outcome>,
    /// Who opened the record, by role.
    pub openings: Vec<Opening>,
    /// Browsers they are signed in with.
    pub sessions: Vec<SessionCopy>,
    /// Changes of their email address.
    pub address_changes: Vec<AddressChange>,
}

/// The account.
#[derive(Serialize)]
pub struct Account {
    /// As they or their school wrote it.
    pub full_name: String,
    /// Where letters go.
    pub email: String,
    /// The language they read.
    pub language: String,
    /// Since when it is theirs.
    pub created_at: Timestamp,
    /// When they were last here.
    pub last_seen_at: Option<Timestamp>,
    /// Since when a second factor guards it.
    pub second_factor_since: Option<Timestamp>,
}

/// The profile in its codes.
#[derive(Serialize)]
pub struct ProfileCopy {
    /// What was told.
    #[serde(flatten)]
    pub told: Profile,
    /// When it was saved.
    pub saved_at: Option<Timestamp>,
}

/// Notes that are not for the student to read unless they are released.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
pub struct OtherNotes {
    /// For advisors.
    pub advisors: i64,
    /// For their author and lead advisors.
    pub restricted: i64,
}

impl OtherNotes {
    /// All of them.
    #[must_use]
    pub fn count(self) -> i64 {
        self.advisors + self.restricted
    }
}

/// A request with its answer.
#[derive(Serialize)]
pub struct RequestCopy {
    /// `notes`, `correction` or `erasure`.
    pub about: &'static str,
    /// `open`, `withdrawn`, `granted` or `denied`.
    pub state: &'static str,
    /// What is wrong, or why they ask.
    pub words: String,
    /// What it should say.
    pub should_say: String,
    /// When.
    pub asked_at: Timestamp,
    /// When the answer was owed.
    pub due_at: Timestamp,
    /// When it came.
    pub decided_at: Option<Timestamp>,
    /// Why.
    pub reason: String,
    /// The student's answer to it.
    pub statement: String,
}

impl RequestCopy {
    /// The key of the sentence for where it stands.
    #[must_use]
    pub fn state_key(&self) -> &'static str {
        match self.state {
            "open" => "request-state-open",
            "withdrawn" => "request-state-withdrawn",
            "granted" => "request-state-granted",
            _ => "request-state-denied",
        }
    }
}

impl From<Request> for RequestCopy {
    fn from(request: Request) -> Self {
        Self {
            about: request.kind().word(),
            state: match request.state() {
                State::Open => "open",
                State::Withdrawn => "withdrawn",
                State::Decided(decision) => decision.code(),
            },
            words: request.words,
            should_say: request.should_say,
            asked_at: request.asked_at,
            due_at: request.due_at,
            decided_at: request.decided_at,
            reason: request.reason,
            statement: request.statement,
        }
    }
}

#[derive(Queryable)]
struct Dates {
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    created_at: Timestamp,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    last_seen_at: Option<Timestamp>,
}

impl RecordCopy {
    /// Makes the copy, and writes down that it was taken.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take(student: &Student, setting: &Setting, conn: &mut AsyncPgConnection) -> Result<Self> {
        conn.transaction(async |conn| {
            let id = student.student_id();
            audit::record(Some(student.id()), Action::TookCopy, "student", Some(id.0), Some(id), conn).await?;
            let released = Request::released(id, conn).await?.map(|(written_until, _)| written_until);
            let (told, saved_at) = Profile::of(id, conn).await?;
            Ok(Self {
                school: setting.school.clone(),
                made_at: Timestamp::now(),
                person: account(student, conn).await?,
                profile: ProfileCopy { told, saved_at },
                advisors: contacts::periods(id, conn).await?,
                attempts: fits::attempts(id, Language::of(&student.person().locale), conn).await?,
                results: fits::results(id, released.is_some(), conn).await?,
                notes: notes::notes(id, released, conn).await?,
                notes_not_in_this_copy: notes::other_notes(id, released, conn).await?,
                family_links: links::all(id, conn).await?,
                follow_ups: desk::follow_ups(id, released, conn).await?,
                meetings: desk::meetings(id, conn).await?,
                letters: contacts::letters(student.id(), conn).await?,
                requests: Request::of(id, conn).await?.into_iter().map(RequestCopy::from).collect(),
                disclosures: Disclosure::about(id, conn).await?,
                school_list: Listed::of(&student.person().email, conn).await?,
                outcomes: Outcome::all_of(id, conn).await?,
                openings: glass::all(id, conn).await?,
                sessions: contacts::sessions(student.id(), conn).await?,
                address_changes: contacts::address_changes(student.id(), conn).await?,
            })
        })
        .await
    }
}

async fn account(student: &Student, conn: &mut AsyncPgConnection) -> Result<Account> {
    let who = student.person();
    let dates: Dates =
        person::table.find(who.id).select((person::created_at, person::last_seen_at)).first(conn).await?;
    let second_factor_since: Option<jiff_diesel::Timestamp> =
        second_factor::table.find(who.id).select(second_factor::created_at).first(conn).await.optional()?;
    Ok(Account {
        full_name: who.full_name.clone(),
        email: who.email.clone(),
        language: who.locale.clone(),
        created_at: dates.created_at,
        last_seen_at: dates.last_seen_at,
        second_factor_since: second_factor_since.map(|at| at.to_jiff()),
    })
}
