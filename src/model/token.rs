//! One-time links. The token itself is known to the letter alone; we keep its hash.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use diesel::{dsl::sql, prelude::*, sql_types::Timestamptz};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{error::Result, id::PersonId};
use crate::schema::token;

/// What a link is good for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// Confirm an address: 24 hours.
    Confirm,
    /// Choose a new password: 15 minutes.
    Reset,
    /// Take up an invitation: 72 hours.
    Invite,
    /// Confirm the new address of an account: 24 hours.
    Email,
    /// Undo a change of address: 72 hours.
    UndoEmail,
}

impl Purpose {
    /// The code in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Reset => "reset",
            Self::Invite => "invite",
            Self::Email => "email",
            Self::UndoEmail => "undo-email",
        }
    }

    /// When a link made now runs out, by the database's clock.
    fn runs_out(self) -> diesel::expression::SqlLiteral<Timestamptz> {
        sql(match self {
            Self::Confirm | Self::Email => "now() + interval '24 hours'",
            Self::Reset => "now() + interval '15 minutes'",
            Self::Invite | Self::UndoEmail => "now() + interval '72 hours'",
        })
    }
}

/// 32 random bytes as they stand in a link or a cookie. It never prints.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A fresh one.
    #[must_use]
    pub fn random() -> Self {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes).expect("the system's random source works");
        Self(BASE64_URL_SAFE_NO_PAD.encode(bytes))
    }

    /// One that came back to us. Anything but 43 characters of the alphabet is none.
    #[must_use]
    pub fn given(raw: &str) -> Option<Self> {
        let fits = raw.len() == 43 && raw.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        fits.then(|| Self(raw.to_owned()))
    }

    /// What we keep of it.
    #[must_use]
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }

    /// The characters for the link or the cookie.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// What a link was bound to.
#[derive(Queryable, Selectable, Clone)]
#[diesel(table_name = token, check_for_backend(diesel::pg::Pg))]
pub struct Bound {
    /// The address it was sent to.
    pub email_key: String,
    /// Whose account, where there is one.
    pub person_id: Option<PersonId>,
    /// Until when it works.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub expires_at: jiff::Timestamp,
}

/// Makes a link for an address; an older one for the same purpose and account stops working.
///
/// # Errors
/// When the database fails.
pub async fn issue(
    purpose: Purpose,
    email_key: &str,
    person_id: Option<PersonId>,
    conn: &mut AsyncPgConnection,
) -> Result<Token> {
    let older = alive().filter(token::purpose.eq(purpose.code())).filter(token::email_key.eq(email_key));
    diesel::delete(older.filter(token::person_id.is_not_distinct_from(person_id))).execute(conn).await?;
    let fresh = Token::random();
    diesel::insert_into(token::table)
        .values((
            token::id.eq(Uuid::now_v7()),
            token::purpose.eq(purpose.code()),
            token::hash.eq(fresh.hash()),
            token::email_key.eq(email_key),
            token::person_id.eq(person_id),
            token::expires_at.eq(purpose.runs_out()),
        ))
        .execute(conn)
        .await?;
    Ok(fresh)
}

/// Makes a link for each of these addresses, in their order, as [`issue`] does for one.
///
/// # Errors
/// When the database fails.
pub async fn issue_all(purpose: Purpose, email_keys: &[&str], conn: &mut AsyncPgConnection) -> Result<Vec<Token>> {
    diesel::delete(alive().filter(token::purpose.eq(purpose.code())).filter(token::email_key.eq_any(email_keys)))
        .execute(conn)
        .await?;
    let fresh: Vec<Token> = email_keys.iter().map(|_| Token::random()).collect();
    let rows = fresh.iter().zip(email_keys).map(|(fresh, email_key)| {
        (
            token::id.eq(Uuid::now_v7()),
            token::purpose.eq(purpose.code()),
            token::hash.eq(fresh.hash()),
            token::email_key.eq(*email_key),
            token::expires_at.eq(purpose.runs_out()),
        )
    });
    diesel::insert_into(token::table).values(rows.collect::<Vec<_>>()).execute(conn).await?;
    Ok(fresh)
}

/// Ends all links of a purpose for an address.
///
/// # Errors
/// When the database fails.
pub async fn revoke(purpose: Purpose, email_key: &str, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::delete(alive().filter(token::purpose.eq(purpose.code())).filter(token::email_key.eq(email_key)))
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets the used links to an address by which an account came alive: the address may be somebody else's later.
///
/// # Errors
/// When the database fails.
pub async fn forget_used(purpose: Purpose, email_key: &str, conn: &mut AsyncPgConnection) -> Result<()> {
    let used = token::table.filter(token::used_at.is_not_null()).filter(token::person_id.is_null());
    diesel::delete(used.filter(token::purpose.eq(purpose.code())).filter(token::email_key.eq(email_key)))
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends the links of these purposes to somebody's account, wherever they were sent.
///
/// # Errors
/// When the database fails.
pub async fn revoke_of(person_id: PersonId, purposes: &[Purpose], conn: &mut AsyncPgConnection) -> Result<()> {
    let codes = purposes.iter().map(|purpose| purpose.code());
    diesel::delete(alive().filter(token::person_id.eq(person_id)).filter(token::purpose.eq_any(codes)))
        .execute(conn)
        .await?;
    Ok(())
}

/// Looks at a link without using it: for the page with the button.
///
/// # Errors
/// When the database fails.
pub async fn look(purpose: Purpose, given: &Token, conn: &mut AsyncPgConnection) -> Result<Option<Bound>> {
    Ok(alive()
        .filter(token::purpose.eq(purpose.code()))
        .filter(token::hash.eq(given.hash()))
        .filter(token::expires_at.gt(diesel::dsl::now))
        .select(Bound::as_select())
        .first(conn)
        .await
        .optional()?)
}

/// Uses a link up. Of two presses at once one gets it.
///
/// # Errors
/// When the database fails.
pub async fn spend(purpose: Purpose, given: &Token, conn: &mut AsyncPgConnection) -> Result<Option<Bound>> {
    Ok(diesel::update(
        token::table
            .filter(token::used_at.is_null())
            .filter(token::purpose.eq(purpose.code()))
            .filter(token::hash.eq(given.hash()))
            .filter(token::expires_at.gt(diesel::dsl::now)),
    )
    .set(token::used_at.eq(diesel::dsl::now))
    .returning(Bound::as_returning())
    .get_result(conn)
    .await
    .optional()?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn alive() -> _ {
    token::table.filter(token::used_at.is_null())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_comes_back_as_it_went() {
        let secret = Token::random();
        assert_eq!(Token::given(secret.expose()).map(|s| s.hash()), Some(secret.hash()));
        for odd in ["", "short", "ä", &"a".repeat(44), &format!("{}=", "a".repeat(42))] {
            assert!(Token::given(odd).is_none(), "{odd}");
        }
    }
}
