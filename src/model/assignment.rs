//! Which advisor a student has: given by rule at confirmation, kept as periods.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::{
    advisee::Advisee,
    audit::{self, Action},
    error::{Error, Result},
    id::{PersonId, StudentId},
    meeting,
    person::Advisor,
    post::Post,
    roster,
    setting::Setting,
};
use crate::schema::{assignment, desk, person, student};

/// Gives a student to the active advisor with the fewest students, then to the one least recently given. With nobody to
/// give to, the student waits in the unassigned queue. Leads get no students by rule.
///
/// # Errors
/// When the database fails.
pub async fn give_by_rule(student_id: StudentId, conn: &mut AsyncPgConnection) -> Result<Option<PersonId>> {
    one_at_a_time(conn).await?;
    let advisor: Option<PersonId> = desk::table
        .inner_join(person::table)
        .filter(person::role.eq("advisor"))
        .filter(person::deactivated_at.is_null())
        .order((desk::students.asc(), desk::last_given_at.asc().nulls_first(), desk::advisor_id.asc()))
        .select(desk::advisor_id)
        .for_update()
        .first(conn)
        .await
        .optional()?;
    if let Some(advisor) = advisor {
        give(student_id, advisor, None, conn).await?;
    }
    Ok(advisor)
}

/// Gives a student who just came to the advisor whom the school's list names, else by the school's rule.
///
/// # Errors
/// When the database fails.
pub async fn welcome(
    student_id: StudentId,
    email_key: &str,
    setting: &Setting,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    if let Some(advisor) = roster::advisor_for(email_key, conn).await? {
        one_at_a_time(conn).await?;
        set_up_desk(advisor, conn).await?;
        give(student_id, advisor, None, conn).await
    } else if setting.assign_by == "fewest" {
        give_by_rule(student_id, conn).await.map(drop)
    } else {
        Ok(())
    }
}

/// Opens a period: the student is this advisor's from now on. The student must have none.
///
/// # Errors
/// When the student has an advisor already or the database fails.
pub async fn give(
    student_id: StudentId,
    advisor: PersonId,
    given_by: Option<PersonId>,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let is_active = person::table.find(advisor).filter(person::deactivated_at.is_null()).select(person::id);
    is_active.for_share().first::<PersonId>(conn).await?;
    diesel::insert_into(assignment::table)
        .values((
            assignment::id.eq(Uuid::now_v7()),
            assignment::student_id.eq(student_id),
            assignment::advisor_id.eq(advisor),
            assignment::given_by.eq(given_by),
        ))
        .execute(conn)
        .await?;
    diesel::update(student::table.find(student_id)).set(student::advisor_id.eq(advisor)).execute(conn).await?;
    diesel::update(desk::table.find(advisor))
        .set((desk::students.eq(desk::students + 1), desk::last_given_at.eq(now)))
        .execute(conn)
        .await?;
    audit::record(given_by, Action::Assigned, "person", Some(advisor.0), Some(student_id), conn).await
}

/// Takes a student whom nobody has. Who has the student already keeps them.
///
/// # Errors
/// [`Error::Conflict`] when a colleague has the student by now.
pub async fn take(advisor: &Advisor, advisee: &Advisee, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    match advisee.advisor.as_ref().map(|(id, _)| *id) {
        Some(theirs) if theirs == advisor.id() => return Ok(()),
        Some(_) => return Err(Error::Conflict),
        None => {}
    }
    let taken = conn
        .transaction(async |conn| {
            one_at_a_time(conn).await?;
            set_up_desk(advisor.id(), conn).await?;
            give(advisee.id, advisor.id(), Some(advisor.id()), conn).await?;
            meeting::pass_on(&[advisee.id], advisor.id(), advisor.id(), post, conn).await
        })
        .await;
    match taken {
        // One open period a student: the index knows who was first.
        Err(error) if error.is_duplicate() => Err(Error::Conflict),
        taken => taken,
    }
}

/// Students are given away, and desks cleared, one after the other until the transaction ends: the fewest are then truly
/// the fewest, and nobody gets a student while their account is being closed.
///
/// # Errors
/// When the database fails.
pub async fn one_at_a_time(conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::sql_query("select pg_advisory_xact_lock(7166186)").execute(conn).await?;
    Ok(())
}

/// Gives an advisor a desk, so that students can be given to them.
///
/// # Errors
/// When the database fails.
pub async fn set_up_desk(advisor: PersonId, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::insert_into(desk::table)
        .values(desk::advisor_id.eq(advisor))
        .on_conflict_do_nothing()
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends all open periods of an advisor; their students wait in the unassigned queue.
///
/// # Errors
/// When the database fails.
pub async fn clear_desk(advisor: PersonId, conn: &mut AsyncPgConnection) -> Result<usize> {
    let ended = diesel::update(
        assignment::table.filter(assignment::advisor_id.eq(advisor)).filter(assignment::until.is_null()),
    )
    .set(assignment::until.eq(now))
    .execute(conn)
    .await?;
    diesel::update(student::table.filter(student::advisor_id.eq(advisor)))
        .set(student::advisor_id.eq(None::<PersonId>))
        .execute(conn)
        .await?;
    diesel::update(desk::table.find(advisor)).set(desk::students.eq(0)).execute(conn).await?;
    Ok(ended)
}

/// A student's advisor, as the student sees them.
#[derive(Queryable, Selectable, Clone)]
#[diesel(table_name = person, check_for_backend(diesel::pg::Pg))]
pub struct MyAdvisor {
    /// Their name.
    pub full_name: String,
    /// Where to write to.
    pub email: String,
}

impl MyAdvisor {
    /// The advisor this student has now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(student_id: StudentId, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        Ok(person::table
            .inner_join(student::table.on(student::advisor_id.eq(person::id.nullable())))
            .filter(student::person_id.eq(student_id))
            .select(Self::as_select())
            .first(conn)
            .await
            .optional()?)
    }

    /// The letters in their round picture.
    #[must_use]
    pub fn initials(&self) -> String {
        super::person::initials(&self.full_name)
    }
}
