//! Where letters stand, for the pages that say so.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::{
    model::id::{LetterId, ResultId},
    schema::letter,
};

/// Where a letter stands. "Accepted" is the mail server's word; nobody knows whether it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Waiting for its first try.
    Queued,
    /// In a carrier's hands.
    Sending,
    /// Taken by the mail server.
    Accepted,
    /// Put off by the mail server, or the server was away; tried again later.
    Deferred,
    /// Refused, or put off eight times.
    Failed,
    /// Kept back: this installation writes to one address only, or the mail server refused the address before.
    Held,
}

impl State {
    /// As the table spells it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Accepted => "accepted",
            Self::Deferred => "deferred",
            Self::Failed => "failed",
            Self::Held => "held",
        }
    }
}

impl TryFrom<String> for State {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        [Self::Queued, Self::Sending, Self::Accepted, Self::Deferred, Self::Failed, Self::Held]
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or_else(|| format!("a letter cannot be {text:?}"))
    }
}

/// One letter's state, as pages show it. No body: who may read that is decided elsewhere.
#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = letter)]
pub struct LetterState {
    /// The letter's id.
    pub id: LetterId,
    /// Its kind as the table spells it.
    pub kind: String,
    /// Where it stands.
    #[diesel(deserialize_as = String)]
    pub state: State,
    /// Tries so far.
    pub tries: i16,
    /// Not tried before; of meaning while queued or deferred.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub next_try_at: jiff::Timestamp,
    /// When it was accepted or failed.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub settled_at: Option<jiff::Timestamp>,
    /// What the mail server said last.
    pub server_words: Option<String>,
    /// The recipient's address.
    pub to_email: String,
    /// The subject, once the letter is written.
    pub subject: Option<String>,
    /// When it was queued.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: jiff::Timestamp,
}

impl LetterState {
    /// The letters about one result, newest first.
    ///
    /// # Errors
    /// The database's.
    pub async fn of_result(result: ResultId, conn: &mut AsyncPgConnection) -> QueryResult<Vec<Self>> {
        Self::query().filter(letter::result_id.eq(result)).order(letter::id.desc()).load(conn).await
    }
}
