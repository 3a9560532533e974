//! What was planned with a student, in the timeline: follow-ups and meetings, each from the day somebody wrote it down.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

use crate::{
    model::{advisee::Record, error::Result, follow_up::State as PromiseState, meeting::State as MeetingState},
    schema::{follow_up, meeting, person},
};

/// Something somebody promised to do.
#[derive(Queryable)]
pub struct Promised {
    pub(super) id: Uuid,
    /// Who wrote it down.
    pub author: String,
    /// What it is.
    pub words: String,
    #[diesel(deserialize_as = jiff_diesel::Date)]
    /// By when.
    pub due_on: Date,
    /// Whether the student sees it too.
    pub is_shared: bool,
    state: String,
    /// What came of it.
    pub outcome: String,
}

impl Promised {
    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> PromiseState {
        PromiseState::parse(&self.state).expect("the table's check allows only our states")
    }
}

/// A meeting that was asked for or set.
#[derive(Queryable)]
pub struct Met {
    pub(super) id: Uuid,
    state: String,
    /// What it is about.
    pub reason: String,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    /// When, once that is set.
    pub starts_at: Option<Timestamp>,
    /// Where.
    pub place: Option<String>,
    /// With whom.
    pub with: Option<String>,
    /// Why it was cancelled.
    pub cancel_words: String,
}

impl Met {
    /// What staff read of where it stands.
    #[must_use]
    pub fn words(&self) -> &'static str {
        match MeetingState::parse(&self.state).expect("the table's check allows only our states") {
            MeetingState::Asked => "Asked for a call",
            MeetingState::Set => "Meeting set",
            MeetingState::Attended => "Meeting held",
            MeetingState::NoShow => "Did not come to a meeting",
            MeetingState::Cancelled => "Meeting cancelled",
            MeetingState::Withdrawn => "Asked for a call, and took it back",
        }
    }
}

pub(super) async fn promises(ids: &[Uuid], record: &Record, conn: &mut AsyncPgConnection) -> Result<Vec<Promised>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(follow_up::table
        .filter(follow_up::id.eq_any(ids))
        .filter(follow_up::student_id.eq(record.id))
        .select((
            follow_up::id,
            follow_up::author,
            follow_up::words,
            follow_up::due_on,
            follow_up::is_shared,
            follow_up::state,
            follow_up::outcome,
        ))
        .load(conn)
        .await?)
}

pub(super) async fn meetings(ids: &[Uuid], record: &Record, conn: &mut AsyncPgConnection) -> Result<Vec<Met>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(meeting::table
        .left_join(person::table.on(person::id.nullable().eq(meeting::advisor_id)))
        .filter(meeting::id.eq_any(ids))
        .filter(meeting::student_id.eq(record.id))
        .select((
            meeting::id,
            meeting::state,
            meeting::reason,
            meeting::starts_at,
            meeting::place,
            person::full_name.nullable(),
            meeting::cancel_words,
        ))
        .load(conn)
        .await?)
}
