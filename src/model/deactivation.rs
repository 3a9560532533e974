//! Closing an account, and opening it again: signed out at once, the words stay, an advisor's students go on.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::civil::DateTime;

use super::{
    account::Account,
    admins::{self, Refusal, refusal},
    assignment,
    audit::{self, Action},
    error::{Error, Result},
    half_sign_in,
    handover::{hand_over, may_inherit},
    id::{PersonId, StudentId},
    invitation,
    letter::{AccountChange, Letter},
    people::Listed,
    person::{Admin, Role},
    post::{Post, to_account},
    session,
    token::{self, Purpose},
};
use crate::schema::person;

/// What came of it.
pub enum Answer {
    /// It is done.
    Done,
    /// It may not be.
    Refused(Refusal),
    /// The advisor who should get the students is not there.
    NobodyToGiveTo,
}

/// Closes an account. An advisor's students wait in the unassigned queue, or go to `heir`, an active advisor; a student
/// stays with their own advisor.
///
/// # Errors
/// [`Error::NotFound`] when nobody active has this id, or the admin is none any more.
pub async fn close(
    admin: &Admin,
    id: PersonId,
    heir: Option<PersonId>,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<Answer> {
    conn.transaction(async |conn| {
        assignment::one_at_a_time(conn).await?;
        let admins = admins::hold(admin, conn).await?;
        let leaving = held(id, conn).await?;
        if let Some(refusal) = refusal(admin.id(), id, leaving.role(), admins) {
            return Ok(Answer::Refused(refusal));
        }
        if let Some(heir) = heir
            && !may_inherit(heir, id, conn).await?
        {
            return Ok(Answer::NobodyToGiveTo);
        }
        diesel::update(person::table.find(id)).set(person::deactivated_at.eq(now)).execute(conn).await?;
        shut(id, conn).await?;
        record(admin, Action::Deactivated, &leaving, conn).await?;
        if leaving.role() != Role::Student {
            invitation::withdraw_staff_of(id, admin.id(), conn).await?;
            hand_over(id, heir, admin.id(), post, conn).await?;
        }
        Ok(Answer::Done)
    })
    .await
}

/// Opens a closed account again, with the role and the password it had. An advisor begins without students. A letter tells
/// them, `at` this moment on the school's clock.
///
/// # Errors
/// [`Error::NotFound`] when nobody closed has this id, or the admin is none any more.
pub async fn reopen(
    admin: &Admin,
    id: PersonId,
    at: DateTime,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    conn.transaction(async |conn| {
        admins::hold(admin, conn).await?;
        let opened = diesel::update(person::table.find(id).filter(person::deactivated_at.is_not_null()))
            .set(person::deactivated_at.eq(None::<jiff_diesel::Timestamp>))
            .execute(conn)
            .await?;
        if opened == 0 {
            return Err(Error::NotFound);
        }
        let back = Listed::with_id(id, conn).await?;
        record(admin, Action::Reopened, &back, conn).await?;
        let letter = Letter::AccountChanged { what: AccountChange::Reopened, at };
        post.put(to_account(&letter, &Account::with_id(id, conn).await?), conn).await?;
        Ok(())
    })
    .await
}

/// Somebody active, who stays as they are until the transaction ends. It also waits for whoever is giving this advisor a
/// student right now.
pub(super) async fn held(id: PersonId, conn: &mut AsyncPgConnection) -> Result<Listed> {
    let active = person::table.find(id).filter(person::deactivated_at.is_null());
    active.select(person::id).for_update().first::<PersonId>(conn).await?;
    Listed::with_id(id, conn).await
}

/// Ends whatever lets somebody in without their password: sessions, sign-ins under way, links in letters.
async fn shut(id: PersonId, conn: &mut AsyncPgConnection) -> Result<()> {
    session::end_all_of(id, conn).await?;
    half_sign_in::end_all_of(id, conn).await?;
    token::revoke_of(id, &[Purpose::Reset, Purpose::Email, Purpose::UndoEmail], conn).await
}

async fn record(admin: &Admin, action: Action, about: &Listed, conn: &mut AsyncPgConnection) -> Result<()> {
    let student = (about.role() == Role::Student).then_some(StudentId(about.id.0));
    audit::record(Some(admin.id()), action, "person", Some(about.id.0), student, conn).await
}
