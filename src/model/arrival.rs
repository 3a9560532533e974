//! The last step of signing in: all that the account asks for was shown.

use std::net::IpAddr;

use diesel_async::{AsyncConnection as _, AsyncPgConnection};
use jiff::civil::DateTime;

use super::{
    account::{Account, still_has},
    adoption,
    error::Result,
    half_sign_in,
    id::SessionId,
    known_device,
    person::Role,
    post::Post,
    preference, session,
    throttle::network_of,
    token::Token,
};

/// Somebody at the door.
pub struct Arrival<'a> {
    /// Whose account.
    pub account: &'a Account,
    /// The hash of the password as it was verified.
    pub verified: &'a str,
    /// What their browser calls itself.
    pub browser: &'a str,
    /// Where they come from.
    pub ip: IpAddr,
    /// When, on the school's clock.
    pub at: DateTime,
    /// The session or half sign-in that the browser had until now.
    pub before: Option<&'a Token>,
    /// The session without a person that it had, in which they may have answered.
    pub from: Option<SessionId>,
}

/// Somebody signed in.
pub struct Arrived {
    /// For the cookie.
    pub token: Token,
    /// Whether they brought answers that they gave here before, and have to say whether to keep them.
    pub brings_answers: bool,
}

impl Arrival<'_> {
    /// Signs them in under a new token for the cookie. A reset, another password or a closed account that came in between
    /// wins: then there is none. Staff get a letter about a new place.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sign_in(&self, post: &Post, conn: &mut AsyncPgConnection) -> Result<Option<Arrived>> {
        conn.transaction(async |conn| {
            if !still_has(self.account.id, self.verified, conn).await? {
                return Ok(None);
            }
            let token = session::begin(self.account.id, self.browser, conn).await?;
            if let Some(from) = self.from {
                preference::carry(from, self.account.id, conn).await?;
            }
            let brings_answers = match self.from {
                Some(from) if self.account.role() == Role::Student => adoption::carry(from, &token, conn).await?,
                Some(from) => adoption::forget(from, conn).await.map(|()| false)?,
                None => false,
            };
            if let Some(before) = self.before {
                session::end(before, conn).await?;
                half_sign_in::end(before, conn).await?;
            }
            known_device::tell(self.account, self.browser, network_of(self.ip), self.at, post, conn).await?;
            Ok(Some(Arrived { token, brings_answers }))
        })
        .await
    }
}
