//! The account behind an address, as signing in and letters need it.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::{email::Email, error::Result, id::PersonId, person::Role};
use crate::schema::person;

/// An account that is not closed.
#[derive(Queryable, Selectable)]
#[diesel(table_name = person, check_for_backend(diesel::pg::Pg))]
pub struct Account {
    /// Whose.
    pub id: PersonId,
    role: String,
    /// Where its letters go.
    pub email: String,
    /// Whose name is on them.
    pub full_name: String,
    /// The language of its letters.
    pub locale: String,
    /// argon2id, PHC string.
    pub password_hash: String,
}

impl Account {
    /// The active account with this address.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn with_email(email: &Email, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        Ok(person::table
            .filter(person::email_key.eq(email.key()))
            .filter(person::deactivated_at.is_null())
            .select(Self::as_select())
            .first(conn)
            .await
            .optional()?)
    }

    /// The active account of somebody known.
    ///
    /// # Errors
    /// When it is closed or the database fails.
    pub async fn with_id(id: PersonId, conn: &mut AsyncPgConnection) -> Result<Self> {
        let open = person::table.find(id).filter(person::deactivated_at.is_null());
        Ok(open.select(Self::as_select()).first(conn).await?)
    }

    /// Those of these accounts that are active.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn active(ids: &[PersonId], conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let open = person::table.filter(person::id.eq_any(ids)).filter(person::deactivated_at.is_null());
        Ok(open.select(Self::as_select()).load(conn).await?)
    }

    /// What it may do.
    #[must_use]
    pub fn role(&self) -> Role {
        Role::parse(&self.role).expect("the table's check allows only our roles")
    }
}

/// Whether an open account still has the password that was just verified. Holds the row until the transaction ends, so that
/// no other password comes in between.
///
/// # Errors
/// When the database fails.
pub async fn still_has(id: PersonId, verified: &str, conn: &mut AsyncPgConnection) -> Result<bool> {
    let found: Option<PersonId> = person::table
        .find(id)
        .filter(person::password_hash.eq(verified))
        .filter(person::deactivated_at.is_null())
        .select(person::id)
        // Not a shared lock: signing in writes to this row in the same transaction.
        .for_no_key_update()
        .first(conn)
        .await
        .optional()?;
    Ok(found.is_some())
}
