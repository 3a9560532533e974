//! The daily letter about follow-ups: to each owner with something overdue or due today, once a day, from the office's hour
//! on. It names students and leads to their pages; what is to be done stays in the portal.

use diesel::{
    QueryableByName,
    prelude::*,
    sql_query,
    sql_types::{BigInt, Date as SqlDate, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};
use jiff_diesel::ToDiesel as _;

use crate::{
    model::{
        account::Account,
        error::Result,
        id::{PersonId, StudentId},
        letter::{Letter, Owed},
        outbox,
        post::{Post, to_account},
        setting::Setting,
    },
    schema::digest,
};

/// Owners written to in one batch.
const BATCH: i64 = 20;
/// Follow-ups that one letter lists.
const MOST_LISTED: usize = 30;

/// The day whose letters are due at this moment: today on the school's clock, from the office's hour on. An hour that the
/// clocks skip is the next one there is, and of an hour that comes twice the first counts.
#[must_use]
pub fn day_due(moment: Timestamp, setting: &Setting) -> Option<Date> {
    let local = setting.local(moment);
    let hour = i8::try_from(setting.digest_hour).ok()?;
    let from = local.date().at(hour, 0, 0, 0).to_zoned(local.time_zone().clone()).ok()?;
    (from.timestamp() <= moment).then(|| local.date())
}

#[derive(QueryableByName)]
struct Owner {
    #[diesel(sql_type = SqlUuid)]
    owner_id: PersonId,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    student_id: StudentId,
    #[diesel(sql_type = Text)]
    student: String,
    #[diesel(sql_type = SqlDate, deserialize_as = jiff_diesel::Date)]
    due_on: Date,
    #[diesel(sql_type = BigInt)]
    all: i64,
}

const OWNERS: &str = "select owner_id from follow_up join person on person.id = owner_id
    where state = 'open' and due_on <= $1 and deactivated_at is null
      and not exists (select from digest where digest.owner_id = follow_up.owner_id and day = $1)
    group by owner_id order by owner_id limit $2";

const DUE: &str = "select student_id, person.full_name as student, due_on, count(*) over () as all
    from follow_up join person on person.id = student_id
    where owner_id = $1 and state = 'open' and due_on <= $2 order by due_on, follow_up.id limit $3";

/// Writes to the next few owners who have not had this day's letter. Says how many; fewer than asked for are the last.
///
/// # Errors
/// When the database fails.
pub async fn write(day: Date, post: &Post, conn: &mut AsyncPgConnection) -> Result<usize> {
    let owners: Vec<Owner> =
        sql_query(OWNERS).bind::<SqlDate, _>(day.to_diesel()).bind::<BigInt, _>(BATCH).load(conn).await?;
    for owner in &owners {
        conn.transaction(async |conn| write_to(owner.owner_id, day, post, conn).await).await?;
    }
    if !owners.is_empty() {
        post.ring();
    }
    Ok(owners.len())
}

/// One owner's letter. Whoever writes the day's row first writes the letter: another instance waits for that row, and
/// finds it.
async fn write_to(owner: PersonId, day: Date, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    let first = diesel::insert_into(digest::table)
        .values((digest::owner_id.eq(owner), digest::day.eq(day.to_diesel())))
        .on_conflict_do_nothing()
        .execute(conn)
        .await?;
    let rows: Vec<Row> = sql_query(DUE)
        .bind::<SqlUuid, _>(owner)
        .bind::<SqlDate, _>(day.to_diesel())
        .bind::<BigInt, _>(i64::try_from(MOST_LISTED).expect("a small number"))
        .load(conn)
        .await?;
    if first == 0 || rows.is_empty() {
        return Ok(());
    }
    let about: Vec<StudentId> = rows.iter().map(|row| row.student_id).collect();
    let more = rows.as_slice().first().map_or(0, |row| row.all) - i64::try_from(rows.len()).unwrap_or(0);
    let owed = |row: Row| Owed { student: row.student, path: super::path(row.student_id), due_on: row.due_on };
    let (overdue, today) = rows.into_iter().map(owed).partition(|owed| owed.due_on < day);
    let letter = Letter::FollowUpDigest { day, overdue, today, more };
    let account = Account::with_id(owner, conn).await?;
    let id = post.put(to_account(&letter, &account), conn).await?;
    Ok(outbox::name_students(id, &about, conn).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(moment: &str, hour: i16) -> Option<String> {
        let setting = Setting { zone: "America/Chicago".into(), digest_hour: hour, ..Setting::before_any() };
        day_due(moment.parse().unwrap(), &setting).map(|day| day.to_string())
    }

    #[test]
    fn letters_are_due_from_the_offices_hour_on_until_the_day_ends_at_the_school() {
        assert_eq!(due("2026-11-27T12:59:59Z", 7), None);
        assert_eq!(due("2026-11-27T13:00:00Z", 7), Some("2026-11-27".into()));
        assert_eq!(due("2026-11-28T05:59:59Z", 7), Some("2026-11-27".into()));
        assert_eq!(due("2026-11-28T06:00:00Z", 7), None, "a new day has begun at the school");
        assert_eq!(due("2026-11-28T06:00:00Z", 0), Some("2026-11-28".into()));
    }

    #[test]
    fn seven_is_seven_on_the_days_the_clocks_change() {
        // The night of 8 March 2026 has no two o'clock; 1 November has two ones.
        assert_eq!(due("2026-03-08T11:59:59Z", 7), None);
        assert_eq!(due("2026-03-08T12:00:00Z", 7), Some("2026-03-08".into()));
        assert_eq!(due("2026-11-01T12:59:59Z", 7), None);
        assert_eq!(due("2026-11-01T13:00:00Z", 7), Some("2026-11-01".into()));
    }

    #[test]
    fn an_hour_that_is_skipped_comes_with_the_next_and_one_that_comes_twice_with_the_first() {
        assert_eq!(due("2026-03-08T07:59:59Z", 2), None, "a second before the clocks jump");
        assert_eq!(due("2026-03-08T08:00:00Z", 2), Some("2026-03-08".into()), "three o'clock in summer time");
        assert_eq!(due("2026-11-01T05:59:59Z", 1), None);
        assert_eq!(due("2026-11-01T06:00:00Z", 1), Some("2026-11-01".into()), "one o'clock for the first time");
        assert_eq!(due("2026-11-01T07:30:00Z", 1), Some("2026-11-01".into()), "and for the second, the same day");
    }
}
