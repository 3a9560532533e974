//! The slot letters are put into: what one needs to queue a letter, and the bell that tells the carrier.

use std::sync::Arc;

use diesel_async::AsyncPgConnection;
use tokio::sync::Notify;

use super::{
    account::Account,
    error::Result,
    id::LetterId,
    letter::Letter,
    outbox::{self, NewLetter},
    secret::{Secret, TooShort},
};

/// Held by whoever may queue letters.
#[derive(Clone)]
pub struct Post {
    /// Seals the tokens of one-time links while they wait.
    pub secret: Secret,
    /// The domain of our Message-IDs.
    pub domain: String,
    /// Rung when something was queued.
    pub bell: Arc<Notify>,
}

impl Post {
    /// The slot of this installation.
    ///
    /// # Errors
    /// When the secret is too short.
    pub fn new(secret: &str, domain: &str) -> std::result::Result<Self, TooShort> {
        Ok(Self { secret: Secret::new(secret)?, domain: domain.to_owned(), bell: Arc::new(Notify::new()) })
    }

    /// Queues a letter in the caller's transaction.
    ///
    /// # Errors
    /// When the database fails; then the cause must not happen either.
    pub async fn put(&self, new: NewLetter<'_>, conn: &mut AsyncPgConnection) -> Result<LetterId> {
        Ok(outbox::enqueue(new, &self.secret, &self.domain, conn).await?)
    }

    /// Queues letters without a form's key in the caller's transaction.
    ///
    /// # Errors
    /// As [`Self::put`].
    pub async fn put_all(&self, new: &[NewLetter<'_>], conn: &mut AsyncPgConnection) -> Result<()> {
        Ok(outbox::enqueue_all(new, &self.secret, &self.domain, conn).await?)
    }

    /// Wakes the carrier. Call it after the commit: earlier it would find nothing.
    pub fn ring(&self) {
        self.bell.notify_one();
    }
}

/// A letter to somebody with an account.
#[must_use]
pub fn to_account<'a>(letter: &'a Letter, account: &'a Account) -> NewLetter<'a> {
    NewLetter {
        letter,
        person_id: Some(account.id),
        result_id: None,
        to_name: &account.full_name,
        to_email: &account.email,
        reply_to: None,
        locale: &account.locale,
        token: None,
        form_key: None,
    }
}
