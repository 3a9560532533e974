//! The letter that asks what became of a student, 90 days after the result, once.

use diesel::{
    QueryableByName, sql_query,
    sql_types::{BigInt, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use jiff_diesel::ToDiesel as _;

use crate::model::{
    account::Account,
    error::{Error, Result},
    id::{PersonId, StudentId},
    letter::Letter,
    post::{Post, to_account},
    setting::Setting,
};

/// Students asked in one batch.
const BATCH: i64 = 20;

#[derive(QueryableByName)]
struct Due {
    #[diesel(sql_type = SqlUuid)]
    person_id: StudentId,
    #[diesel(sql_type = Timestamptz)]
    newest_result_at: jiff_diesel::Timestamp,
}

/// Whose newest result is 90 days old and no older than half a year, with a recommendation, and nobody knows more.
const DUE: &str = "select student.person_id, student.newest_result_at from student
    join person on person.id = student.person_id and person.deactivated_at is null
    join result on result.id = student.newest_result_id and result.outcome <> 'INSUFFICIENT'
   where student.outcome_asked_at is null
     and student.newest_result_at <= $1 - interval '90 days' and student.newest_result_at > $1 - interval '180 days'
     and not exists (select from outcome where outcome.student_id = student.person_id)
   order by student.newest_result_at limit $2";

/// Whoever marks the row first writes the letter.
const MARK: &str = "update student set outcome_asked_at = now() where person_id = $1 and outcome_asked_at is null";

/// Writes the next few letters that are due at this moment. Says how many.
///
/// # Errors
/// When the database fails.
pub async fn write(moment: Timestamp, setting: &Setting, post: &Post, conn: &mut AsyncPgConnection) -> Result<usize> {
    let due: Vec<Due> =
        sql_query(DUE).bind::<Timestamptz, _>(moment.to_diesel()).bind::<BigInt, _>(BATCH).load(conn).await?;
    for one in &due {
        conn.transaction(async |conn| {
            if sql_query(MARK).bind::<SqlUuid, _>(one.person_id.0).execute(conn).await? == 0 {
                return Ok(());
            }
            let account = Account::with_id(PersonId::from(one.person_id), conn).await?;
            let day = setting.local(one.newest_result_at.to_jiff()).date();
            let letter = Letter::OutcomeQuestion { result_on: day };
            post.put(to_account(&letter, &account), conn).await?;
            Ok::<_, Error>(())
        })
        .await?;
    }
    if !due.is_empty() {
        post.ring();
    }
    Ok(due.len())
}
