//! Handing over: students go from one advisor to another, or wait in the unassigned queue.

use diesel::{
    dsl::now,
    prelude::*,
    sql_query,
    sql_types::{Array, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::{
    assignment,
    audit::{self, Action},
    error::Result,
    id::{PersonId, StudentId},
    meeting,
    person::Role,
    post::Post,
};
use crate::schema::{assignment as period, desk, person, student};

/// Rows written by one statement; Postgres takes 65,535 values in one.
const ROWS_AT_ONCE: usize = 2000;

/// Whether somebody may get the students of a colleague who leaves: another active advisor, who stays one until the
/// transaction ends.
///
/// # Errors
/// When the database fails.
pub async fn may_inherit(heir: PersonId, leaving: PersonId, conn: &mut AsyncPgConnection) -> Result<bool> {
    let found = person::table
        .find(heir)
        .filter(person::id.ne(leaving))
        .filter(person::role.eq(Role::Advisor.code()))
        .filter(person::deactivated_at.is_null())
        .select(person::id)
        .for_update()
        .first::<PersonId>(conn)
        .await
        .optional()?;
    Ok(found.is_some())
}

/// Whether students may be moved to somebody: an active advisor or lead advisor, who stays one until the transaction ends.
///
/// # Errors
/// When the database fails.
pub async fn may_receive(id: PersonId, conn: &mut AsyncPgConnection) -> Result<bool> {
    let found = person::table
        .find(id)
        .filter(person::role.eq_any([Role::Advisor.code(), Role::Lead.code()]))
        .filter(person::deactivated_at.is_null())
        .select(person::id)
        .for_update()
        .first::<PersonId>(conn)
        .await
        .optional()?;
    Ok(found.is_some())
}

/// Somebody students may be moved to.
#[derive(Queryable)]
pub struct Receiver {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub full_name: String,
    /// How many students they have.
    pub students: Option<i32>,
}

/// More advisors than a school has.
const MOST_RECEIVERS: i64 = 500;

/// All active advisors and lead advisors, by name.
///
/// # Errors
/// When the database fails.
pub async fn receivers(conn: &mut AsyncPgConnection) -> Result<Vec<Receiver>> {
    Ok(person::table
        .left_join(desk::table)
        .filter(person::role.eq_any([Role::Advisor.code(), Role::Lead.code()]))
        .filter(person::deactivated_at.is_null())
        .order((person::full_name, person::id))
        .select((person::id, person::full_name, desk::students.nullable()))
        .limit(MOST_RECEIVERS)
        .load(conn)
        .await?)
}

/// Moves these students, whoever has them, to `to` or to the unassigned queue; each move leaves its trace. The caller
/// holds [`assignment::one_at_a_time`] and the students.
///
/// # Errors
/// When the database fails.
pub async fn move_all(
    students: &[StudentId],
    to: Option<PersonId>,
    by: PersonId,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    sql_query(
        "update desk set students = desk.students - leaving.many
           from (select advisor_id, count(*)::int as many from student
                  where person_id = any($1) and advisor_id is not null group by advisor_id) leaving
          where desk.advisor_id = leaving.advisor_id",
    )
    .bind::<Array<SqlUuid>, _>(students.to_vec())
    .execute(conn)
    .await?;
    diesel::update(period::table.filter(period::student_id.eq_any(students)).filter(period::until.is_null()))
        .set(period::until.eq(now))
        .execute(conn)
        .await?;
    if let Some(to) = to {
        return give_all(students, to, by, post, conn).await;
    }
    let before: Vec<(Option<PersonId>, StudentId)> = student::table
        .filter(student::person_id.eq_any(students))
        .select((student::advisor_id, student::person_id))
        .load(conn)
        .await?;
    diesel::update(student::table.filter(student::person_id.eq_any(students)))
        .set(student::advisor_id.eq(None::<PersonId>))
        .execute(conn)
        .await?;
    let about: Vec<_> = before.iter().map(|(theirs, student)| (theirs.map(|id| id.0), Some(*student))).collect();
    audit::record_all(Some(by), Action::Unassigned, "person", &about, conn).await
}

/// Ends all open periods of an advisor. Their students go to `heir`, else to the unassigned queue; each move leaves its
/// trace. The caller holds [`assignment::one_at_a_time`].
///
/// # Errors
/// When the database fails.
pub async fn hand_over(
    leaving: PersonId,
    heir: Option<PersonId>,
    by: PersonId,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let of_theirs = student::table.filter(student::advisor_id.eq(leaving)).select(student::person_id);
    let students: Vec<StudentId> = of_theirs.load(conn).await?;
    assignment::clear_desk(leaving, conn).await?;
    match heir {
        Some(heir) => give_all(&students, heir, by, post, conn).await,
        None => {
            let about: Vec<_> = students.iter().map(|student| (Some(leaving.0), Some(*student))).collect();
            audit::record_all(Some(by), Action::Unassigned, "person", &about, conn).await
        }
    }
}

/// Opens a period with `heir` for each of these students, who have no advisor at this moment; their meetings go along.
async fn give_all(
    students: &[StudentId],
    heir: PersonId,
    by: PersonId,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    assignment::set_up_desk(heir, conn).await?;
    for some in students.chunks(ROWS_AT_ONCE) {
        let periods = some.iter().map(|student_id| {
            (
                period::id.eq(Uuid::now_v7()),
                period::student_id.eq(student_id),
                period::advisor_id.eq(heir),
                period::given_by.eq(by),
            )
        });
        diesel::insert_into(period::table).values(periods.collect::<Vec<_>>()).execute(conn).await?;
    }
    diesel::update(student::table.filter(student::person_id.eq_any(students)))
        .set(student::advisor_id.eq(heir))
        .execute(conn)
        .await?;
    let about: Vec<_> = students.iter().map(|student| (Some(heir.0), Some(*student))).collect();
    audit::record_all(Some(by), Action::Assigned, "person", &about, conn).await?;
    let many = i32::try_from(students.len()).expect("a desk counts its students in 32 bits");
    diesel::update(desk::table.find(heir))
        .set((desk::students.eq(desk::students + many), desk::last_given_at.eq(now)))
        .execute(conn)
        .await?;
    meeting::pass_on(students, heir, by, post, conn).await
}
