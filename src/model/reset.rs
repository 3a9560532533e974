//! A forgotten password: a link to the account's own address, and a new password that ends every session.

use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{
    account::Account,
    email::Email,
    error::{Error, Result},
    id::PersonId,
    letter::Letter,
    outbox::NewLetter,
    password_change,
    post::{Post, to_account},
    session, throttle,
    token::{self, Purpose, Token},
};
use crate::schema::person;

/// Sends the link, if somebody has the address and has had fewer than three within the hour. Either way nobody can tell.
///
/// # Errors
/// When the database fails.
pub async fn ask(email: &Email, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    conn.transaction(async |conn| {
        if !throttle::may_write("reset", email.key(), conn).await? {
            return Ok(());
        }
        match Account::with_email(email, conn).await? {
            // In a transaction of its own, as what is undone.
            Some(account) => conn.transaction(async |conn| write_to(&account, email, post, conn).await).await,
            None => pretend(email, post, conn).await,
        }
    })
    .await
}

async fn write_to(account: &Account, email: &Email, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    let link = token::issue(Purpose::Reset, email.key(), Some(account.id), conn).await?;
    let letter = NewLetter { token: Some(link.expose()), ..to_account(&Letter::Reset, account) };
    post.put(letter, conn).await?;
    Ok(())
}

/// The same work for an address that nobody has, undone at once: how long it takes must not tell.
async fn pretend(email: &Email, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    let undone = conn.transaction(async |conn| {
        let link = token::issue(Purpose::Reset, email.key(), None, conn).await?;
        let letter = NewLetter {
            letter: &Letter::Reset,
            person_id: None,
            result_id: None,
            to_name: "",
            to_email: email.typed(),
            reply_to: None,
            locale: "en",
            token: Some(link.expose()),
            form_key: None,
        };
        post.put(letter, conn).await?;
        Err::<(), _>(Error::NotFound)
    });
    match undone.await {
        Ok(()) | Err(Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Whose password a link may change, for the page with the form and the words it may not be.
///
/// # Errors
/// When the database fails.
pub async fn account_behind(link: &Token, conn: &mut AsyncPgConnection) -> Result<Option<(String, String)>> {
    let Some(bound) = token::look(Purpose::Reset, link, conn).await? else { return Ok(None) };
    Ok(person::table
        .filter(person::email_key.eq(&bound.email_key))
        .filter(person::deactivated_at.is_null())
        .select((person::full_name, person::email))
        .first(conn)
        .await
        .optional()?)
}

/// Uses the link: the password is changed and all sessions end. A second factor stays on.
///
/// # Errors
/// [`Error::NotFound`] when the link is used, expired or unknown.
pub async fn change(link: &Token, password_hash: &str, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
    conn.transaction(async |conn| {
        let bound = token::spend(Purpose::Reset, link, conn).await?.ok_or(Error::NotFound)?;
        let id: PersonId = bound.person_id.ok_or(Error::NotFound)?;
        // The link was for this address: one that the account no longer has opens nothing.
        person::table
            .find(id)
            .filter(person::email_key.eq(&bound.email_key))
            .select(person::id)
            .first::<PersonId>(conn)
            .await?;
        password_change::write(id, password_hash, post, conn).await?;
        session::end_all_of(id, conn).await
    })
    .await
}
