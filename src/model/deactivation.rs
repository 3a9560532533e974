//! Closing the account of somebody on the staff: signed out at once, their words stay, their students go on.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::{
    assignment,
    audit::{self, Action},
    error::{Error, Result},
    id::{PersonId, StudentId},
    people::StaffMember,
    person::{Admin, Role},
    session,
};
use crate::schema::{assignment as period, audit as trace, desk, invitation, person, student};

/// Rows written by one statement; Postgres takes 65,535 values in one.
const ROWS_AT_ONCE: usize = 2000;

/// Why an account stays open, as a message key: the last admin and oneself.
#[must_use]
pub fn refusal(admin: PersonId, member: PersonId, role: Role, active_admins: usize) -> Option<&'static str> {
    match role {
        Role::Admin if active_admins <= 1 => Some("deactivation-of-last-admin"),
        _ if admin == member => Some("deactivation-of-oneself"),
        _ => None,
    }
}

/// What came of it.
pub enum Answer {
    /// The account is closed.
    Closed,
    /// It stays open; the message key says why.
    Refused(&'static str),
    /// The advisor who should get the students is not there.
    NobodyToGiveTo,
}

/// Closes an account. The students wait in the unassigned queue, or go to `heir`, an active advisor.
///
/// # Errors
/// [`Error::NotFound`] when there is no such active member of the staff, or the admin is none any more.
pub async fn close(
    admin: &Admin,
    member: PersonId,
    heir: Option<PersonId>,
    conn: &mut AsyncPgConnection,
) -> Result<Answer> {
    conn.transaction(async |conn| {
        assignment::one_at_a_time(conn).await?;
        let admins = lock_admins(conn).await?;
        if !admins.contains(&admin.id()) {
            return Err(Error::NotFound);
        }
        // The lock also waits for whoever is giving this advisor a student right now.
        person::table.find(member).select(person::id).for_update().first::<PersonId>(conn).await?;
        let leaving = StaffMember::with_id(member, conn).await?;
        if let Some(key) = refusal(admin.id(), member, leaving.role(), admins.len()) {
            return Ok(Answer::Refused(key));
        }
        if let Some(heir) = heir
            && (heir == member || !is_active_advisor(heir, conn).await?)
        {
            return Ok(Answer::NobodyToGiveTo);
        }
        diesel::update(person::table.find(member)).set(person::deactivated_at.eq(now)).execute(conn).await?;
        session::end_all_of(member, conn).await?;
        // What they invited and nobody took up yet goes with them.
        diesel::delete(
            invitation::table.filter(invitation::invited_by.eq(member)).filter(invitation::accepted_at.is_null()),
        )
        .execute(conn)
        .await?;
        audit::record(Some(admin.id()), Action::Deactivated, "person", Some(member.0), None, conn).await?;
        let students = student::table
            .filter(student::advisor_id.eq(member))
            .select(student::person_id)
            .load::<StudentId>(conn)
            .await?;
        assignment::clear_desk(member, conn).await?;
        if let Some(heir) = heir {
            give_all(&students, heir, admin.id(), conn).await?;
        }
        Ok(Answer::Closed)
    })
    .await
}

/// All active admins, held until the transaction ends: two admins cannot close each other's account at once.
async fn lock_admins(conn: &mut AsyncPgConnection) -> Result<Vec<PersonId>> {
    Ok(person::table
        .filter(person::role.eq(Role::Admin.code()))
        .filter(person::deactivated_at.is_null())
        .order(person::id)
        .select(person::id)
        .for_update()
        .load(conn)
        .await?)
}

async fn is_active_advisor(id: PersonId, conn: &mut AsyncPgConnection) -> Result<bool> {
    let found = person::table
        .find(id)
        .filter(person::role.eq(Role::Advisor.code()))
        .filter(person::deactivated_at.is_null())
        .select(person::id)
        .for_update()
        .first::<PersonId>(conn)
        .await
        .optional()?;
    Ok(found.is_some())
}

/// Opens a period with `heir` for each of these students, who have no advisor at this moment.
async fn give_all(
    students: &[StudentId],
    heir: PersonId,
    given_by: PersonId,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    assignment::set_up_desk(heir, conn).await?;
    for some in students.chunks(ROWS_AT_ONCE) {
        let periods = some.iter().map(|student_id| {
            (
                period::id.eq(Uuid::now_v7()),
                period::student_id.eq(student_id),
                period::advisor_id.eq(heir),
                period::given_by.eq(given_by),
            )
        });
        diesel::insert_into(period::table).values(periods.collect::<Vec<_>>()).execute(conn).await?;
        let traces = some.iter().map(|student_id| {
            (
                trace::id.eq(Uuid::now_v7()),
                trace::actor_id.eq(given_by),
                trace::action.eq(Action::Assigned.code()),
                trace::subject.eq("person"),
                trace::subject_id.eq(heir.0),
                trace::student_id.eq(student_id),
            )
        });
        diesel::insert_into(trace::table).values(traces.collect::<Vec<_>>()).execute(conn).await?;
        diesel::update(student::table.filter(student::person_id.eq_any(some)))
            .set(student::advisor_id.eq(heir))
            .execute(conn)
            .await?;
    }
    let many = i32::try_from(students.len()).expect("a desk counts its students in 32 bits");
    diesel::update(desk::table.find(heir))
        .set((desk::students.eq(desk::students + many), desk::last_given_at.eq(now)))
        .execute(conn)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_oneself_nor_the_last_admin() {
        let (me, other) = (PersonId::new(), PersonId::new());
        assert_eq!(refusal(me, me, Role::Admin, 2), Some("deactivation-of-oneself"));
        assert_eq!(refusal(me, me, Role::Admin, 1), Some("deactivation-of-last-admin"));
        assert_eq!(refusal(me, other, Role::Admin, 2), None);
        assert_eq!(refusal(me, other, Role::Advisor, 1), None);
        assert_eq!(refusal(me, other, Role::Lead, 1), None);
    }
}
