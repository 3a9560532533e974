//! The reminder: a letter to the student 24 hours before, once. A meeting set within its last 24 hours has just had its
//! letter and gets no other. Nobody is reminded of a meeting with somebody who has left: whoever took over says what
//! becomes of it.

use diesel::{
    QueryableByName, sql_query,
    sql_types::{BigInt, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use jiff_diesel::ToDiesel as _;

use super::{Meeting, tell};
use crate::model::{
    error::Result,
    id::{MeetingId, StudentId},
    post::Post,
    setting::Setting,
};

/// Meetings told of in one batch.
const BATCH: i64 = 20;

#[derive(QueryableByName)]
struct Due {
    #[diesel(sql_type = SqlUuid)]
    id: MeetingId,
    #[diesel(sql_type = SqlUuid)]
    student_id: StudentId,
}

const DUE: &str = "select id, student_id from meeting
    where state = 'set' and starts_at > $1 and starts_at <= $1 + interval '24 hours'
      and reminded_at is null
      and exists (select from person where person.id = meeting.advisor_id and person.deactivated_at is null)
      and set_at < starts_at - interval '24 hours'
    order by starts_at, id limit $2";

/// Whoever marks the row first writes the letter.
const MARK: &str = "update meeting set reminded_at = now() where id = $1 and state = 'set' and reminded_at is null";

/// Writes the next few reminders that are due at this moment. Says how many.
///
/// # Errors
/// When the database fails.
pub async fn write(moment: Timestamp, setting: &Setting, post: &Post, conn: &mut AsyncPgConnection) -> Result<usize> {
    let due: Vec<Due> =
        sql_query(DUE).bind::<Timestamptz, _>(moment.to_diesel()).bind::<BigInt, _>(BATCH).load(conn).await?;
    for one in &due {
        conn.transaction(async |conn| {
            if sql_query(MARK).bind::<SqlUuid, _>(one.id).execute(conn).await? == 1 {
                let meeting = Meeting::one(one.student_id, one.id, conn).await?;
                tell::reminder(&meeting, setting, post, conn).await?;
            }
            crate::model::error::Result::Ok(())
        })
        .await?;
    }
    if !due.is_empty() {
        post.ring();
    }
    Ok(due.len())
}
