//! Giving somebody on the staff another role: an act of another admin, never one's own.

use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::civil::DateTime;

use super::{
    account::Account,
    admins::{self, refusal},
    assignment,
    audit::{self, Action},
    deactivation::{Answer, held},
    error::{Error, Result},
    handover::{hand_over, may_inherit},
    id::PersonId,
    invitation,
    letter::{AccountChange, Letter},
    person::{Admin, Role},
    post::{Post, to_account},
    session,
};
use crate::schema::person;

/// Gives somebody on the staff another role. They are signed out everywhere at once. Whoever is no advisor any more hands
/// their students over: to `heir`, else to the unassigned queue. A letter tells them, `at` this
/// moment on the school's clock.
///
/// # Errors
/// [`Error::NotFound`] when nobody active on the staff has this id, or the admin is none any more.
pub async fn change(
    admin: &Admin,
    id: PersonId,
    to: StaffRole,
    heir: Option<PersonId>,
    at: DateTime,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<Answer> {
    conn.transaction(async |conn| {
        assignment::one_at_a_time(conn).await?;
        let admins = admins::hold(admin, conn).await?;
        let member = held(id, conn).await?;
        if member.role() == Role::Student {
            return Err(Error::NotFound);
        }
        if let Some(refusal) = refusal(admin.id(), id, member.role(), admins) {
            return Ok(Answer::Refused(refusal));
        }
        if member.role() == to.0 {
            return Ok(Answer::Done);
        }
        if let Some(heir) = heir
            && !may_inherit(heir, id, conn).await?
        {
            return Ok(Answer::NobodyToGiveTo);
        }
        diesel::update(person::table.find(id)).set(person::role.eq(to.0.code())).execute(conn).await?;
        session::end_all_of(id, conn).await?;
        audit::record(Some(admin.id()), to.action(), "person", Some(id.0), None, conn).await?;
        match to.0 {
            Role::Advisor => assignment::set_up_desk(id, conn).await?,
            _ => hand_over(id, heir, admin.id(), post, conn).await?,
        }
        if member.role() == Role::Admin {
            invitation::withdraw_staff_of(id, admin.id(), conn).await?;
        }
        let letter = Letter::AccountChanged { what: to.news(), at };
        post.put(to_account(&letter, &Account::with_id(id, conn).await?), conn).await?;
        Ok(Answer::Done)
    })
    .await
}

/// A role that somebody on the staff may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaffRole(Role);

impl StaffRole {
    /// The role behind a code.
    ///
    /// # Errors
    /// The message key, for no role and for a student's.
    pub fn parse(code: &str) -> std::result::Result<Self, &'static str> {
        Role::parse(code).filter(|role| role.is_staff()).map(Self).ok_or("role-missing")
    }

    /// The role.
    #[must_use]
    pub fn role(self) -> Role {
        self.0
    }

    fn news(self) -> AccountChange {
        match self.0 {
            Role::Advisor => AccountChange::MadeAdvisor,
            Role::Lead => AccountChange::MadeLead,
            Role::Admin => AccountChange::MadeAdmin,
            Role::Student => unreachable!("parse takes only roles of the staff"),
        }
    }

    fn action(self) -> Action {
        match self.0 {
            Role::Advisor => Action::MadeAdvisor,
            Role::Lead => Action::MadeLead,
            Role::Admin => Action::MadeAdmin,
            Role::Student => unreachable!("parse takes only roles of the staff"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_made_a_student() {
        assert_eq!(StaffRole::parse("lead").map(StaffRole::role), Ok(Role::Lead));
        for code in ["student", "", "Admin", "root"] {
            assert_eq!(StaffRole::parse(code), Err("role-missing"), "{code}");
        }
    }
}
