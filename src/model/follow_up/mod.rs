//! A follow-up: something somebody promised to do about a student, by a day on the school's calendar.

mod desk;
pub mod digest;
mod plan;

use diesel::{pg::Pg, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};

pub use self::{
    desk::{Due, Mark, Mine, View},
    plan::{Owner, Plan, Settled},
};
use super::{
    advisee::{self, Advisee, Record},
    error::Result,
    id::{FollowUpId, PersonId, StudentId},
    mark,
    note::plain,
    person::Student,
};
use crate::schema::{follow_up, person};

/// The longest task, in characters.
pub const TASK_LIMIT: usize = 500;
/// How many years ahead a day may be: further is a slip of the keys.
const YEARS_AHEAD: i16 = 5;
/// Follow-ups of one record that a page shows, the newest.
const MOST_SHOWN: i64 = 100;
/// The longest outcome, in characters.
pub const OUTCOME_LIMIT: usize = 1000;

/// Where a follow-up stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Still to do.
    Open,
    /// Done.
    Done,
    /// No longer needed.
    Cancelled,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Done, Self::Cancelled];

    /// Its value in forms and in storage.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What is to be done. It does not print itself.
pub struct Task(String);

impl Task {
    /// Takes a text as typed; at most [`TASK_LIMIT`] characters.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(raw: &str) -> std::result::Result<Self, &'static str> {
        let words = plain(raw, "follow-up-malformed")?;
        match words.chars().count() {
            0 => Err("follow-up-missing"),
            1..=TASK_LIMIT => Ok(Self(words)),
            _ => Err("follow-up-too-long"),
        }
    }

    /// Its words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The day it is due.
///
/// # Errors
/// The message key. A new one is not due in the past, nor so far ahead that the year must be a slip of the keys; `today` is
/// the school's.
pub fn due_date(raw: &str, today: Date) -> std::result::Result<Date, &'static str> {
    match raw.trim().parse::<Date>() {
        _ if raw.trim().is_empty() => Err("follow-up-day-missing"),
        Ok(day) if day < today => Err("follow-up-day-past"),
        Ok(day) if day.year() <= today.year() + YEARS_AHEAD => Ok(day),
        Ok(_) => Err("follow-up-day-too-far"),
        Err(_) => Err("follow-up-day-malformed"),
    }
}

/// What came of it, in words; may be left out. It does not print itself.
#[derive(Default)]
pub struct OutcomeWords(String);

impl OutcomeWords {
    /// Takes a text as typed; at most [`OUTCOME_LIMIT`] characters.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(raw: &str) -> std::result::Result<Self, &'static str> {
        let words = plain(raw, "follow-up-malformed")?;
        if words.chars().count() > OUTCOME_LIMIT { Err("follow-up-outcome-too-long") } else { Ok(Self(words)) }
    }
}

/// A follow-up as whoever reaches its student sees it. It does not print itself.
#[derive(Queryable, Selectable)]
#[diesel(table_name = follow_up, check_for_backend(Pg))]
pub struct FollowUp {
    /// Which.
    pub id: FollowUpId,
    /// Who does it; nobody while nobody has the student.
    pub owner_id: Option<PersonId>,
    /// Their name.
    #[diesel(select_expression = person::full_name.nullable())]
    pub owner: Option<String>,
    /// Who planned it: the name as it was.
    pub author: String,
    /// What is to be done.
    pub words: String,
    /// By when.
    #[diesel(deserialize_as = jiff_diesel::Date)]
    pub due_on: Date,
    /// Whether the student sees it too.
    pub is_shared: bool,
    state: String,
    /// What came of it.
    pub outcome: String,
    /// When it was done or cancelled.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub settled_at: Option<Timestamp>,
    /// When it was planned.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
}

#[diesel::dsl::auto_type(no_type_alias)]
fn about(student: StudentId) -> _ {
    let owner = follow_up::owner_id.eq(person::id.nullable());
    follow_up::table.left_join(person::table.on(owner)).filter(follow_up::student_id.eq(student))
}

impl FollowUp {
    /// Those in a record, the open ones first and by their day, then the newest.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn about(record: &Record, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let mut all: Vec<Self> = about(record.id)
            .order((follow_up::created_at.desc(), follow_up::id.desc()))
            .limit(MOST_SHOWN)
            .select(Self::as_select())
            .load(conn)
            .await?;
        all.sort_by_key(|one| (!one.is_open(), one.is_open().then_some(one.due_on)));
        Ok(all)
    }

    /// The open ones in a record, by their day.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open_about(record: &Record, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(about(record.id)
            .filter(follow_up::state.eq(State::Open.code()))
            .order((follow_up::due_on, follow_up::id))
            .limit(MOST_SHOWN)
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// The open ones that are for the student too, by their day.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn shared_with(student: &Student, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(about(student.student_id())
            .filter(follow_up::state.eq(State::Open.code()))
            .filter(follow_up::is_shared)
            .order((follow_up::due_on, follow_up::id))
            .limit(MOST_SHOWN)
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// One in a record.
    ///
    /// # Errors
    /// [`super::error::Error::NotFound`] when it is in another one, or in none.
    pub async fn within(record: &Advisee, id: FollowUpId, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(about(record.id).filter(follow_up::id.eq(id)).select(Self::as_select()).first(conn).await?)
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        State::parse(&self.state).expect("the table's check allows only our states")
    }

    /// Whether it is still to do.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state() == State::Open
    }

    /// A mark of its plan: whoever changes it has seen it so, or somebody else was faster.
    #[must_use]
    pub fn mark(&self) -> String {
        mark_of(&self.words, self.due_on, self.owner_id, self.is_shared)
    }

    /// How far off its day is. `today` is the school's.
    #[must_use]
    pub fn due(&self, today: &Date) -> Due {
        Due::of(self.due_on, *today)
    }
}

/// The mark of a plan: another plan has another.
fn mark_of(words: &str, due_on: Date, owner: Option<PersonId>, is_shared: bool) -> String {
    let owner = owner.map(|id| id.to_string()).unwrap_or_default();
    mark::of([words.to_owned(), due_on.to_string(), owner, is_shared.to_string()])
}

/// The follow-ups of a record.
#[must_use]
pub fn path(student: StudentId) -> String {
    format!("{}/follow-ups", advisee::path(student))
}

#[cfg(test)]
mod tests;
