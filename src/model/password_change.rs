//! A new password: whatever the old one opened is closed, and a letter tells its owner.

use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{
    account::Account,
    audit::{self, Action},
    error::{Error, Result},
    half_sign_in,
    id::PersonId,
    letter::Letter,
    post::{Post, to_account},
    session::{self, Session},
    token::{self, Purpose},
};
use crate::schema::person;

/// Writes the hash of a new password in the caller's transaction. One-time links end, and sign-ins under way.
///
/// # Errors
/// [`Error::NotFound`] when the account is closed.
pub(super) async fn write(id: PersonId, hash: &str, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    let changed = diesel::update(person::table.find(id).filter(person::deactivated_at.is_null()))
        .set(person::password_hash.eq(hash))
        .execute(conn)
        .await?;
    if changed == 0 {
        return Err(Error::NotFound);
    }
    // The link that undoes a change of address stays: it is for the day somebody else did both.
    token::revoke_of(id, &[Purpose::Reset, Purpose::Email], conn).await?;
    half_sign_in::end_all_of(id, conn).await?;
    audit::record(Some(id), Action::ChangedPassword, "person", Some(id.0), None, conn).await?;
    let account = Account::with_id(id, conn).await?;
    post.put(to_account(&Letter::PasswordChanged, &account), conn).await?;
    Ok(())
}

/// A new password by its owner, who stays signed in here and nowhere else.
///
/// # Errors
/// When the database fails.
pub async fn by_owner(here: &Session, hash: &str, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    conn.transaction(async |conn| {
        write(here.person.id, hash, post, conn).await?;
        session::end_others(here, conn).await
    })
    .await
}

/// The same password with a hash of today's parameters, if it still is the password.
///
/// # Errors
/// When the database fails.
pub async fn renew_hash(id: PersonId, before: &str, hash: &str, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::update(person::table.find(id).filter(person::password_hash.eq(before)))
        .set(person::password_hash.eq(hash))
        .execute(conn)
        .await?;
    Ok(())
}
