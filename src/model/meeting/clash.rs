//! What stands in the way of a meeting: the advisor has another one then.

use diesel::{
    QueryableByName,
    prelude::*,
    sql_query,
    sql_types::{Bool, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use jiff_diesel::ToDiesel as _;

use super::{Meeting, Slot};
use crate::model::{error::Result, id::MeetingId, person::Advisor};

/// The meeting that stands in the way.
#[derive(QueryableByName)]
pub struct Clash {
    /// The student's name, where the advisor may know it.
    #[diesel(sql_type = Nullable<Text>)]
    pub student: Option<String>,
    /// When it begins.
    #[diesel(sql_type = Timestamptz, deserialize_as = jiff_diesel::Timestamp)]
    pub starts_at: Timestamp,
    /// When it ends.
    #[diesel(sql_type = Timestamptz, deserialize_as = jiff_diesel::Timestamp)]
    pub ends_at: Timestamp,
}

const CLASH: &str =
    "select case when $2 or student.advisor_id = $1 or student.advisor_id is null then full_name end as student,
        starts_at, ends_at
    from meeting join student on student.person_id = meeting.student_id join person on person.id = meeting.student_id
    where meeting.advisor_id = $1 and state = 'set' and meeting.id <> $3
      and tstzrange(starts_at, ends_at) && tstzrange($4, $5)
    order by starts_at limit 1";

impl Meeting {
    /// The meeting that stands in the way of a slot, `but` this one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn clash(
        advisor: &Advisor,
        slot: &Slot,
        but: MeetingId,
        conn: &mut AsyncPgConnection,
    ) -> Result<Option<Clash>> {
        Ok(sql_query(CLASH)
            .bind::<SqlUuid, _>(advisor.id())
            .bind::<Bool, _>(advisor.is_lead())
            .bind::<SqlUuid, _>(but)
            .bind::<Timestamptz, _>(slot.starts_at.to_diesel())
            .bind::<Timestamptz, _>(slot.ends_at.to_diesel())
            .get_result(conn)
            .await
            .optional()?)
    }
}
