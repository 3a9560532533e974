//! What only the calendar changes: a follow-up that is overdue from today on, a questionnaire left lying for a week.

use diesel::{sql_query, sql_types::BigInt};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::model::error::Result;

/// One batch of the students whose day has come; those held by somebody are kept by them. Gives how many there were.
///
/// # Errors
/// When the database fails.
pub async fn turn_with_the_calendar(most: i64, conn: &mut AsyncPgConnection) -> Result<usize> {
    let turned = sql_query(
        "select stand_again(student_id) from (
             select student_id from standing where turns_at <= now() order by turns_at limit $1
             for update skip locked) due",
    );
    Ok(turned.bind::<BigInt, _>(most).execute(conn).await?)
}
