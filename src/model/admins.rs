//! The admins among themselves: nobody changes their own account, and one admin always stays.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::{
    error::{Error, Result},
    id::PersonId,
    person::{Admin, Role},
};
use crate::schema::person;

/// Why an admin may not change somebody's account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is their own.
    Oneself,
    /// It is that of the only admin.
    LastAdmin,
}

/// Whether an admin may close somebody's account, or give it another role.
#[must_use]
pub fn refusal(admin: PersonId, other: PersonId, role: Role, active_admins: usize) -> Option<Refusal> {
    match role {
        Role::Admin if active_admins <= 1 => Some(Refusal::LastAdmin),
        _ if admin == other => Some(Refusal::Oneself),
        _ => None,
    }
}

/// How many admins there are. All of them are held until the transaction ends: two admins cannot close each other's
/// account at once.
///
/// # Errors
/// [`Error::NotFound`] when this admin is none any more.
pub async fn hold(admin: &Admin, conn: &mut AsyncPgConnection) -> Result<usize> {
    let admins: Vec<PersonId> = person::table
        .filter(person::role.eq(Role::Admin.code()))
        .filter(person::deactivated_at.is_null())
        .order(person::id)
        .select(person::id)
        .for_update()
        .load(conn)
        .await?;
    if admins.contains(&admin.id()) { Ok(admins.len()) } else { Err(Error::NotFound) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_oneself_nor_the_last_admin() {
        let (me, other) = (PersonId::new(), PersonId::new());
        assert_eq!(refusal(me, me, Role::Admin, 2), Some(Refusal::Oneself));
        assert_eq!(refusal(me, me, Role::Admin, 1), Some(Refusal::LastAdmin));
        assert_eq!(refusal(me, other, Role::Admin, 2), None);
        assert_eq!(refusal(me, other, Role::Advisor, 1), None);
        assert_eq!(refusal(me, other, Role::Lead, 1), None);
        assert_eq!(refusal(me, other, Role::Student, 1), None);
    }
}
