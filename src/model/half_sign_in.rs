//! A sign-in with the right password that still owes a code: of the app, or, after 100 failures in a day, of a letter.
//! It lives ten minutes, and nobody is signed in by it.

use diesel::{dsl::sql, prelude::*, sql_types::Bool};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use sha2::{Digest as _, Sha256};

use super::{
    account::{Account, still_has},
    error::Result,
    id::{PersonId, SessionId},
    letter::Letter,
    outbox::NewLetter,
    person::Role,
    post::{Post, to_account},
    second_factor, throttle,
    token::Token,
};
use crate::schema::{half_sign_in, person};

const ALIVE: &str = "half_sign_in.created_at > now() - interval '10 minutes'";

/// Which code is owed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Owes {
    /// One of the authenticator app, or a recovery code.
    Factor,
    /// The one in the letter.
    Mail,
}

/// Somebody half signed in.
#[derive(Queryable)]
pub struct HalfSignIn {
    /// Whose account.
    pub person_id: PersonId,
    role: String,
    /// The hash of the password they had right.
    pub verified: String,
    code_hash: Option<Vec<u8>>,
    /// The session without a person that the browser had, in which they may have answered.
    pub from: Option<SessionId>,
}

impl HalfSignIn {
    /// What it may become.
    #[must_use]
    pub fn role(&self) -> Role {
        Role::parse(&self.role).expect("the table's check allows only our roles")
    }

    /// Which code it waits for.
    #[must_use]
    pub fn owes(&self) -> Owes {
        if self.code_hash.is_some() { Owes::Mail } else { Owes::Factor }
    }

    /// Whether this is the code it waits for. The app's is used up by it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn takes(&self, typed: &str, token: &Token, post: &Post, conn: &mut AsyncPgConnection) -> Result<bool> {
        match &self.code_hash {
            Some(hash) => {
                let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
                if *hash != hash_of(&digits, token) {
                    return Ok(false);
                }
                // Of two at once one is first.
                Ok(diesel::delete(half_sign_in::table.find(token.hash())).execute(conn).await? == 1)
            }
            None => second_factor::proves(self.person_id, typed, &post.secret, conn).await,
        }
    }
}

/// Begins one, for the cookie; none when the account has changed since its password was verified. A mailed code goes out in
/// the same transaction. `from` is the session without a person that the browser had, whose answers wait for them.
///
/// # Errors
/// When the database fails.
pub async fn begin(
    account: &Account,
    owes: Owes,
    from: Option<SessionId>,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<Option<Token>> {
    conn.transaction(async |conn| {
        if !still_has(account.id, &account.password_hash, conn).await? {
            return Ok(None);
        }
        let token = Token::random();
        // Whoever has the password could have letters sent without end; ten an hour are enough for its owner.
        let code = (owes == Owes::Mail).then(random_code);
        let may_write = code.is_some() && throttle::may_write_codes(account.id, conn).await?;
        diesel::insert_into(half_sign_in::table)
            .values((
                half_sign_in::hash.eq(token.hash()),
                half_sign_in::person_id.eq(account.id),
                half_sign_in::verified.eq(&account.password_hash),
                half_sign_in::owes.eq(if owes == Owes::Mail { "mail" } else { "factor" }),
                half_sign_in::code_hash.eq(code.as_ref().map(|code| hash_of(code, &token))),
                half_sign_in::session_id.eq(from),
            ))
            .execute(conn)
            .await?;
        if let Some(code) = code.as_ref().filter(|_| may_write) {
            post.put(NewLetter { token: Some(code), ..to_account(&Letter::SignInCode, account) }, conn).await?;
        }
        Ok(Some(token))
    })
    .await
}

/// The one behind a cookie, if it is still good.
///
/// # Errors
/// When the database fails.
pub async fn behind(token: &Token, conn: &mut AsyncPgConnection) -> Result<Option<HalfSignIn>> {
    Ok(half_sign_in::table
        .inner_join(person::table)
        .filter(half_sign_in::hash.eq(token.hash()))
        .filter(person::deactivated_at.is_null())
        .filter(sql::<Bool>(ALIVE))
        .select((
            half_sign_in::person_id,
            person::role,
            half_sign_in::verified,
            half_sign_in::code_hash,
            half_sign_in::session_id,
        ))
        .first(conn)
        .await
        .optional()?)
}

/// Ends one: its owner is signed in now.
///
/// # Errors
/// When the database fails.
pub async fn end(token: &Token, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::delete(half_sign_in::table.find(token.hash())).execute(conn).await?;
    Ok(())
}

/// Ends all of somebody's: their password has changed.
///
/// # Errors
/// When the database fails.
pub async fn end_all_of(person_id: PersonId, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::delete(half_sign_in::table.filter(half_sign_in::person_id.eq(person_id))).execute(conn).await?;
    Ok(())
}

/// Eight digits: a guess is right once in a hundred million, and five are allowed.
fn random_code() -> String {
    let number = getrandom::u64().expect("the system's random source works") % 100_000_000;
    format!("{number:08}")
}

fn hash_of(code: &str, token: &Token) -> Vec<u8> {
    Sha256::new().chain_update(token.expose()).chain_update(code).finalize().to_vec()
}
