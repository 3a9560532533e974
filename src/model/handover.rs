//! Handing over: an advisor's students go to a colleague, or wait in the unassigned queue.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::{
    assignment,
    audit::{self, Action},
    error::Result,
    id::{PersonId, StudentId},
    person::Role,
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

/// Ends all open periods of an advisor. Their students go to `heir`, else to the unassigned queue; each move leaves its
/// trace. The caller holds [`assignment::one_at_a_time`].
///
/// # Errors
/// When the database fails.
pub async fn hand_over(
    leaving: PersonId,
    heir: Option<PersonId>,
    by: PersonId,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let of_theirs = student::table.filter(student::advisor_id.eq(leaving)).select(student::person_id);
    let students: Vec<StudentId> = of_theirs.load(conn).await?;
    assignment::clear_desk(leaving, conn).await?;
    match heir {
        Some(heir) => give_all(&students, heir, by, conn).await,
        None => {
            let about: Vec<_> = students.iter().map(|student| (Some(leaving.0), Some(*student))).collect();
            audit::record_all(Some(by), Action::Unassigned, "person", &about, conn).await
        }
    }
}

/// Opens a period with `heir` for each of these students, who have no advisor at this moment.
async fn give_all(students: &[StudentId], heir: PersonId, by: PersonId, conn: &mut AsyncPgConnection) -> Result<()> {
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
    Ok(())
}
