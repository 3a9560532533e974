//! Erasing a student: everything about them goes in one transaction. What stays leads nowhere: a tally of outcomes, the ids
//! in the audit, the clocks of requests without a word.

use diesel::{
    prelude::*,
    sql_query,
    sql_types::{Array, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{
    assignment,
    audit::{self, Action},
    error::Result,
    id::{PersonId, StudentId},
    meeting,
    person::Role,
    post::Post,
    throttle,
};
use crate::schema::{person, student};

/// The addresses that are the student's alone: today's, and those of changes that were done. One that they only asked for
/// may be anybody's.
const ADDRESSES: &str = "select key from (
        select email_key from person where id = $1
        union select old_key from email_change where person_id = $1 and done_at is not null
        union select new_key from email_change where person_id = $1 and done_at is not null) as theirs (key)
    where not exists (select from person other where other.email_key = key and other.id <> $1)";

/// Results are counted by month, the month of UTC, and by what they were made with.
const TALLY: &str = "insert into erased_outcome (questionnaire_id, scoring, outcome, month, count)
    select questionnaire_id, scoring, outcome, date_trunc('month', created_at at time zone 'UTC')::date, count(*)::int
      from result where student_id = $1 group by 1, 2, 3, 4
    on conflict (questionnaire_id, scoring, outcome, month) do update set count = erased_outcome.count + excluded.count";

/// The desk of their advisor has one student less.
const FREE_DESK: &str = "update desk set students = greatest(students - 1, 0)
    where advisor_id = (select advisor_id from student where person_id = $1)";

/// Copies outside the database go as well: the carrier sees to it.
const SHRED: &str = "insert into shred (letter_id)
    select id from letter
     where person_id = $1 or result_id in (select id from result where student_id = $1)
        or (person_id is null and lower(to_email) = any($2))
        or id in (select letter_id from letter_about where student_id = $1)
    on conflict do nothing";

/// Letters to staff that name the student.
const ABOUT: &str = "delete from letter where id in (select letter_id from letter_about where student_id = $1)";

/// What hangs on an address and not on the person. The rest goes with the person's row.
const BY_ADDRESS: [&str; 7] = [
    "delete from letter where person_id is null and lower(to_email) = any($1)",
    "delete from token where email_key = any($1)",
    "delete from registration where email_key = any($1)",
    "delete from invitation where email_key = any($1)",
    "delete from suppression where email_key = any($1)",
    "delete from roster_entry where email_key = any($1)",
    "delete from roster_line where email_key = any($1) or lower(before ->> 'email') = any($1)",
];

/// That somebody asked, and when it was decided, stays countable.
const CLEAR_REQUESTS: &str =
    "update data_request set student_id = null, words = '', should_say = '', reason = '', statement = ''
    where student_id = $1";

#[derive(QueryableByName)]
struct Address {
    #[diesel(sql_type = Text)]
    key: String,
}

/// Holds a student's rows until the transaction ends: what is written about them is there before, or waits and finds nobody.
/// The record first, as whoever writes about it takes them.
///
/// # Errors
/// [`super::error::Error::NotFound`] when there is no such student (any more).
pub async fn hold(id: StudentId, conn: &mut AsyncPgConnection) -> Result<()> {
    student::table.find(id).select(student::person_id).for_update().first::<StudentId>(conn).await?;
    let who = person::table.find(PersonId::from(id)).filter(person::role.eq(Role::Student.code()));
    who.select(person::id).for_update().first::<PersonId>(conn).await?;
    Ok(())
}

/// Erases a student, whoever decided it; nobody when the time to keep them was over. A letter that is in the carrier's
/// hands at this moment may still arrive, since it left the house before.
///
/// # Errors
/// [`super::error::Error::NotFound`] when there is no such student (any more).
pub async fn erase(id: StudentId, by: Option<PersonId>, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    conn.transaction(async |conn| {
        assignment::one_at_a_time(conn).await?;
        hold(id, conn).await?;
        let addresses: Vec<Address> = sql_query(ADDRESSES).bind::<SqlUuid, _>(id.0).load(conn).await?;
        let addresses: Vec<String> = addresses.into_iter().map(|address| address.key).collect();

        sql_query(TALLY).bind::<SqlUuid, _>(id.0).execute(conn).await?;
        sql_query(FREE_DESK).bind::<SqlUuid, _>(id.0).execute(conn).await?;
        sql_query(SHRED).bind::<SqlUuid, _>(id.0).bind::<Array<Text>, _>(&addresses).execute(conn).await?;
        sql_query(ABOUT).bind::<SqlUuid, _>(id.0).execute(conn).await?;
        meeting::gone(id, post, conn).await?;
        for statement in BY_ADDRESS {
            sql_query(statement).bind::<Array<Text>, _>(&addresses).execute(conn).await?;
        }
        throttle::forget(PersonId::from(id), &addresses, conn).await?;
        sql_query(CLEAR_REQUESTS).bind::<SqlUuid, _>(id.0).execute(conn).await?;
        diesel::delete(student::table.find(id)).execute(conn).await?;
        diesel::delete(person::table.find(PersonId::from(id))).execute(conn).await?;
        audit::record(by, Action::Erased, "student", Some(id.0), Some(id), conn).await
    })
    .await
}
