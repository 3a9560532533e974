//! Follow-ups and meetings in a copy.

use diesel::{pg::Pg, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};
use jiff_diesel::ToDiesel as _;
use serde::Serialize;

use crate::{
    model::{error::Result, id::StudentId},
    schema::{follow_up, meeting, person},
};

/// Something to do.
#[derive(Serialize, Queryable, Selectable)]
#[diesel(table_name = follow_up, check_for_backend(Pg))]
pub struct FollowUpCopy {
    /// When it was planned.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
    /// By whom.
    pub author: String,
    /// What is to be done.
    pub words: String,
    /// By when.
    #[diesel(deserialize_as = jiff_diesel::Date)]
    pub due_on: Date,
    /// Whether the student sees it in the portal.
    pub is_shared: bool,
    /// `open`, `done` or `cancelled`.
    pub state: String,
    /// What came of it.
    pub outcome: String,
    /// When.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub settled_at: Option<Timestamp>,
}

/// A call asked for, or a meeting.
#[derive(Serialize, Queryable, Selectable)]
#[diesel(table_name = meeting, check_for_backend(Pg))]
pub struct MeetingCopy {
    /// When it was asked for or set.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
    /// `asked`, `set`, `attended`, `no_show`, `cancelled` or `withdrawn`.
    pub state: String,
    /// What it is about.
    pub reason: String,
    /// Parts of the day that suited.
    pub day_parts: Vec<String>,
    /// When it suited, in words.
    pub good_times: String,
    /// With whom.
    #[diesel(select_expression = person::full_name.nullable())]
    pub advisor: Option<String>,
    /// When it begins.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub starts_at: Option<Timestamp>,
    /// When it ends.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub ends_at: Option<Timestamp>,
    /// Where.
    pub place: Option<String>,
    /// Why another time was asked for.
    pub move_words: String,
    /// Why it was cancelled.
    pub cancel_words: String,
    /// When it was held, missed, cancelled or withdrawn.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub settled_at: Option<Timestamp>,
}

/// Those the student sees; with a release also the others, as far as they were planned when it was decided.
pub(super) async fn follow_ups(
    student: StudentId,
    released: Option<Timestamp>,
    conn: &mut AsyncPgConnection,
) -> Result<Vec<FollowUpCopy>> {
    let planned_until = released.unwrap_or(Timestamp::UNIX_EPOCH).to_diesel();
    Ok(follow_up::table
        .filter(follow_up::student_id.eq(student))
        .filter(follow_up::is_shared.or(follow_up::created_at.le(planned_until)))
        .order((follow_up::created_at.desc(), follow_up::id.desc()))
        .select(FollowUpCopy::as_select())
        .load(conn)
        .await?)
}

/// All of them.
pub(super) async fn meetings(student: StudentId, conn: &mut AsyncPgConnection) -> Result<Vec<MeetingCopy>> {
    Ok(meeting::table
        .left_join(person::table.on(meeting::advisor_id.eq(person::id.nullable())))
        .filter(meeting::student_id.eq(student))
        .order((meeting::created_at.desc(), meeting::id.desc()))
        .select(MeetingCopy::as_select())
        .load(conn)
        .await?)
}
