//! A meeting: a student asks for a call, an advisor sets a time, it is held or not.

mod agenda;
mod ask;
mod book;
mod clash;
mod pass_on;
pub mod remind;
mod slot;
mod stage;
mod tell;

use diesel::{pg::Pg, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

pub use self::{
    agenda::{Agenda, Item, week_of},
    ask::{Asked, NewAsk},
    book::{Booked, Held},
    clash::Clash,
    pass_on::pass_on,
    slot::{DURATIONS, Slot, moment},
    stage::{DayPart, State},
    tell::gone,
};
use super::{
    advisee::{Advisee, Record},
    error::Result,
    id::{MeetingId, PersonId, StudentId},
    mark,
    note::plain,
    person::{Advisor, Student},
};
use crate::schema::{meeting, person};

/// The longest reason, in characters.
pub const REASON_LIMIT: usize = 1000;
/// The longest of the other texts.
pub const WORDS_LIMIT: usize = 500;
/// Meetings of one student that a page shows, the newest.
const MOST_SHOWN: i64 = 50;

/// A text that somebody typed about a meeting. It does not print itself.
#[derive(Default)]
pub struct Said(String);

impl Said {
    /// Takes a text as typed, at most `limit` characters; it may be empty.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(raw: &str, limit: usize) -> std::result::Result<Self, &'static str> {
        let words = plain(raw, "meeting-malformed")?;
        match words.chars().count() {
            count if count <= limit => Ok(Self(words)),
            _ if limit == REASON_LIMIT => Err("meeting-reason-too-long"),
            _ => Err("meeting-too-long"),
        }
    }

    /// The same, and somebody must have typed something.
    ///
    /// # Errors
    /// The message key.
    pub fn required(raw: &str, limit: usize, missing: &'static str) -> std::result::Result<Self, &'static str> {
        match Self::parse(raw, limit)? {
            said if said.0.is_empty() => Err(missing),
            said => Ok(said),
        }
    }
}

/// A meeting as its student and whoever reaches the student see it. It does not print itself.
#[derive(Queryable, Selectable)]
#[diesel(table_name = meeting, check_for_backend(Pg))]
pub struct Meeting {
    /// Which.
    pub id: MeetingId,
    /// Whose.
    pub student_id: StudentId,
    state: String,
    /// What it is about.
    pub reason: String,
    day_parts: Vec<String>,
    /// When it suits the student, in their words.
    pub good_times: String,
    /// When the student asked for it.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub asked_at: Option<Timestamp>,
    /// With whom it is set.
    pub advisor_id: Option<PersonId>,
    /// Their name.
    #[diesel(select_expression = person::full_name.nullable())]
    pub advisor: Option<String>,
    /// When it begins.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub starts_at: Option<Timestamp>,
    /// When it ends.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub ends_at: Option<Timestamp>,
    /// Where, or the link.
    pub place: Option<String>,
    /// How often it was changed.
    pub sequence: i32,
    /// When the student asked for another time.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub move_asked_at: Option<Timestamp>,
    /// Why, in the student's words.
    pub move_words: String,
    /// When it was held, missed, cancelled or withdrawn.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub settled_at: Option<Timestamp>,
    settled_by: Option<PersonId>,
    /// Why it was cancelled.
    pub cancel_words: String,
    /// When it was asked for or set.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of_student(student: StudentId) -> _ {
    let advisor = meeting::advisor_id.eq(person::id.nullable());
    meeting::table.left_join(person::table.on(advisor)).filter(meeting::student_id.eq(student))
}

impl Meeting {
    /// Those of a record, the newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn about(record: &Record, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Self::of(record.id, conn).await
    }

    /// The student's own, the newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn own(student: &Student, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Self::of(student.student_id(), conn).await
    }

    async fn of(student: StudentId, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(of_student(student)
            .order((meeting::created_at.desc(), meeting::id.desc()))
            .limit(MOST_SHOWN)
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// What a student waits for: the next meeting that is not over, else the open ask for one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn next_of(student: &Student, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let is_set = meeting::state.eq(State::Set.code()).and(meeting::ends_at.gt(diesel::dsl::now).assume_not_null());
        Ok(of_student(student.student_id())
            .filter(meeting::state.eq(State::Asked.code()).or(is_set))
            .order((meeting::starts_at.asc().nulls_last(), meeting::id))
            .select(Self::as_select())
            .first(conn)
            .await
            .optional()?)
    }

    /// One of the student's own.
    ///
    /// # Errors
    /// [`super::error::Error::NotFound`] for anybody else's.
    pub async fn own_one(student: &Student, id: MeetingId, conn: &mut AsyncPgConnection) -> Result<Self> {
        Self::one(student.student_id(), id, conn).await
    }

    /// One with its student, if this advisor reaches the student.
    ///
    /// # Errors
    /// [`super::error::Error::NotFound`] for one of somebody else's student.
    pub async fn reached(advisor: &Advisor, id: MeetingId, conn: &mut AsyncPgConnection) -> Result<(Self, Advisee)> {
        let student: StudentId = meeting::table.find(id).select(meeting::student_id).first(conn).await?;
        let advisee = Advisee::of(advisor, student, conn).await?;
        Ok((Self::one(student, id, conn).await?, advisee))
    }

    async fn one(student: StudentId, id: MeetingId, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(of_student(student).filter(meeting::id.eq(id)).select(Self::as_select()).first(conn).await?)
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        State::parse(&self.state).expect("the table's check allows only our states")
    }

    /// The parts of the day that suit the student.
    #[must_use]
    pub fn day_parts(&self) -> Vec<DayPart> {
        self.day_parts.iter().filter_map(|code| DayPart::parse(code)).collect()
    }

    /// Whether it waits for a time.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.state() == State::Asked
    }

    /// Whether it is set and has not begun at this moment.
    #[must_use]
    pub fn is_ahead(&self, moment: &Timestamp) -> bool {
        self.state() == State::Set && self.starts_at.is_some_and(|starts_at| starts_at > *moment)
    }

    /// Whether it is set and has begun, and nobody has said how it was.
    #[must_use]
    pub fn wants_outcome(&self, moment: &Timestamp) -> bool {
        self.state() == State::Set && !self.is_ahead(moment)
    }

    /// How many minutes it takes.
    #[must_use]
    pub fn minutes(&self) -> i64 {
        self.starts_at.zip(self.ends_at).map_or(0, |(from, to)| to.duration_since(from).as_secs() / 60)
    }

    /// Whether the student cancelled it, and not the school.
    #[must_use]
    pub fn was_cancelled_by_student(&self) -> bool {
        self.settled_by == Some(PersonId::from(self.student_id))
    }

    /// A mark of how it stands: whoever saves a time has seen it so, or somebody else was faster. The number of changes is
    /// not enough: setting the first time counts as none.
    #[must_use]
    pub fn mark(&self) -> String {
        let moments = [self.starts_at, self.ends_at, self.move_asked_at].map(|at| at.map(|at| at.to_string()));
        let host = self.advisor_id.map(|id| id.to_string());
        let rest = [Some(self.state.clone()), Some(self.sequence.to_string()), host, self.place.clone()];
        mark::of(rest.into_iter().chain(moments).map(Option::unwrap_or_default))
    }

    /// Its address.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/meetings/{}", self.id)
    }
}
