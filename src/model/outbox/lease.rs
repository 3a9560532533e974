//! Letters in a carrier's hands: taken for two minutes, settled only while the lease is still theirs.

use diesel::{
    dsl::{self, IntervalDsl, now},
    pg::sql_types::Timestamptz,
    prelude::*,
    sql_types::{BigInt, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;
use uuid::Uuid;

use super::{State, backoff};
use crate::{
    model::{
        id::{LetterId, RevisionId},
        letter::Sender,
        suppression,
    },
    schema::{claim_revision, letter, letter_claim, letter_try},
};

/// After this many tries a letter that the server keeps deferring has failed.
pub const MOST_TRIES: i16 = 8;

/// One statement, so that two carriers never hold one row. `any(array(…))` runs the inner select exactly once; letters
/// that are `sending` past their lease belonged to a carrier that died.
const LEASE: &str = "update letter set state = 'sending', lease = $2, leased_until = now() + interval '2 minutes'
    where id = any(array(
        select id from letter
        where state in ('queued', 'deferred', 'sending') and next_try_at <= now()
            and (state <> 'sending' or leased_until < now())
        order by next_try_at limit $1 for update skip locked))
    returning *, extract(epoch from now() - created_at)::bigint as age";

/// A letter in this carrier's hands.
#[derive(Clone, QueryableByName)]
#[diesel(table_name = letter)]
pub struct Leased {
    /// The letter's id.
    pub id: LetterId,
    /// Its kind as the table spells it.
    pub kind: String,
    /// The recipient's full name.
    pub to_name: String,
    /// The recipient's address.
    pub to_email: String,
    /// The address answers go to.
    pub reply_to: Option<String>,
    /// The recipient's language.
    pub locale: String,
    /// The facts, and once written the `from` line.
    pub facts: serde_json::Value,
    /// The one-time link's token, sealed for this row.
    pub sealed_token: Option<Vec<u8>>,
    /// Fixed when it was queued.
    pub message_id: String,
    /// Tries settled so far.
    pub tries: i16,
    /// The words, once written.
    pub subject: Option<String>,
    /// The text, once written.
    pub body_text: Option<String>,
    /// The HTML, once written.
    pub body_html: Option<String>,
    /// The calendar file, where the letter has one and once it is written.
    pub calendar: Option<String>,
    /// When it was queued.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: jiff::Timestamp,
    /// Seconds since it was queued, by the database's clock.
    #[diesel(sql_type = BigInt)]
    pub age: i64,
    /// Whose hands it is in.
    pub(crate) lease: Option<Uuid>,
}

/// A letter's words as they are stored and sent, with `[link removed]` where a one-time link belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The sender line, kept so that later tries have the same one.
    pub from: Sender,
    /// One line.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// The calendar file, for letters about a meeting.
    pub calendar: Option<String>,
}

impl Leased {
    /// Takes up to `most` due letters for two minutes, oldest due first.
    ///
    /// # Errors
    /// The database's.
    pub async fn take(most: i64, owner: Uuid, conn: &mut AsyncPgConnection) -> QueryResult<Vec<Self>> {
        diesel::sql_query(LEASE).bind::<BigInt, _>(most).bind::<SqlUuid, _>(owner).load(conn).await
    }

    /// The words stored at the first writing.
    #[must_use]
    pub fn written(&self) -> Option<Written> {
        Some(Written {
            from: serde_json::from_value(self.facts.get("from")?.clone()).ok()?,
            subject: self.subject.clone()?,
            text: self.body_text.clone()?,
            html: self.body_html.clone()?,
            calendar: self.calendar.clone(),
        })
    }

    /// The figures of this letter that readers may not see on a day: their last one has passed since it was queued. From now on
    /// the letter tells them to nobody.
    ///
    /// # Errors
    /// The database's.
    pub async fn forget_expired(&self, today: Date, conn: &mut AsyncPgConnection) -> QueryResult<Vec<RevisionId>> {
        let ended = claim_revision::table
            .filter(claim_revision::expires_on.lt(jiff_diesel::Date::from(today)))
            .select(claim_revision::id);
        let told = letter_claim::table.filter(letter_claim::letter_id.eq(self.id));
        diesel::delete(told.filter(letter_claim::revision_id.eq_any(ended)))
            .returning(letter_claim::revision_id)
            .get_results(conn)
            .await
    }

    /// Stores the words, once; `false` when the lease ran out or they were stored before.
    ///
    /// # Errors
    /// The database's.
    pub async fn store_words(&self, words: &Written, conn: &mut AsyncPgConnection) -> QueryResult<bool> {
        let mut facts = self.facts.clone();
        if let Some(facts) = facts.as_object_mut() {
            let from = serde_json::json!({ "name": words.from.name, "email": words.from.email });
            facts.insert("from".to_owned(), from);
        }
        let rows = diesel::update(letter::table.filter(self.ours()).filter(letter::body_text.is_null()))
            .set((
                letter::facts.eq(facts),
                letter::subject.eq(&words.subject),
                letter::body_text.eq(&words.text),
                letter::body_html.eq(&words.html),
                letter::calendar.eq(&words.calendar),
            ))
            .execute(conn)
            .await?;
        Ok(rows == 1)
    }

    /// The mail server took it; the sealed token is erased. `false` when the lease was no longer ours.
    ///
    /// # Errors
    /// The database's.
    pub async fn accept(&self, words: &str, conn: &mut AsyncPgConnection) -> QueryResult<bool> {
        self.settle(State::Accepted, words, conn).await
    }

    /// It cannot go out; the sealed token is erased. `false` when the lease was no longer ours.
    ///
    /// # Errors
    /// The database's.
    pub async fn fail(&self, words: &str, conn: &mut AsyncPgConnection) -> QueryResult<bool> {
        self.settle(State::Failed, words, conn).await
    }

    /// The mail server refused the address for good: it failed, and letters to that address are held from now on. `false` when
    /// the lease was no longer ours.
    ///
    /// # Errors
    /// The database's.
    pub async fn refuse(&self, words: &str, conn: &mut AsyncPgConnection) -> QueryResult<bool> {
        conn.transaction(async |conn| {
            let is_ours = self.fail(words, conn).await?;
            if is_ours {
                suppression::begin(&self.to_email, words, conn).await?;
            }
            Ok(is_ours)
        })
        .await
    }

    /// Not now: tried again after [`backoff`], at the eighth time failed. `false` when the lease was no longer ours.
    ///
    /// # Errors
    /// The database's.
    pub async fn defer(&self, words: &str, chance: f64, conn: &mut AsyncPgConnection) -> QueryResult<bool> {
        let tries = self.tries + 1;
        if tries >= MOST_TRIES {
            return self.fail(words, conn).await;
        }
        let seconds = i32::try_from(backoff(tries, chance).as_secs()).unwrap_or(900);
        conn.transaction(async |conn| {
            let rows = diesel::update(letter::table.filter(self.ours()))
                .set((
                    letter::state.eq(State::Deferred.as_str()),
                    letter::tries.eq(tries),
                    letter::next_try_at.eq(now.into_sql::<Timestamptz>() + seconds.seconds()),
                    letter::lease.eq(None::<Uuid>),
                    letter::leased_until.eq(None::<jiff_diesel::Timestamp>),
                    letter::server_words.eq(words),
                ))
                .execute(conn)
                .await?;
            self.remember(rows, State::Deferred, words, conn).await
        })
        .await
    }

    /// Keeps it back, for the reason given. No try is counted.
    ///
    /// # Errors
    /// The database's.
    pub async fn hold(&self, words: &str, conn: &mut AsyncPgConnection) -> QueryResult<bool> {
        self.let_go(State::Held, Some(words), conn).await
    }

    /// Gives it back untried, for the next carrier to take at once.
    ///
    /// # Errors
    /// The database's.
    pub async fn release(&self, conn: &mut AsyncPgConnection) -> QueryResult<bool> {
        let state = if self.tries == 0 { State::Queued } else { State::Deferred };
        self.let_go(state, None, conn).await
    }

    async fn let_go(&self, state: State, words: Option<&str>, conn: &mut AsyncPgConnection) -> QueryResult<bool> {
        let rows = diesel::update(letter::table.filter(self.ours()))
            .set((
                letter::state.eq(state.as_str()),
                letter::lease.eq(None::<Uuid>),
                letter::leased_until.eq(None::<jiff_diesel::Timestamp>),
                words.map(|words| letter::server_words.eq(words)),
            ))
            .execute(conn)
            .await?;
        Ok(rows == 1)
    }

    async fn settle(&self, state: State, words: &str, conn: &mut AsyncPgConnection) -> QueryResult<bool> {
        conn.transaction(async |conn| {
            let rows = diesel::update(letter::table.filter(self.ours()))
                .set((
                    letter::state.eq(state.as_str()),
                    letter::tries.eq(self.tries + 1),
                    letter::settled_at.eq(now.into_sql::<Timestamptz>().nullable()),
                    letter::sealed_token.eq(None::<Vec<u8>>),
                    letter::lease.eq(None::<Uuid>),
                    letter::leased_until.eq(None::<jiff_diesel::Timestamp>),
                    letter::server_words.eq(words),
                ))
                .execute(conn)
                .await?;
            self.remember(rows, state, words, conn).await
        })
        .await
    }

    /// True for the row as long as it is ours.
    fn ours(&self) -> dsl::And<dsl::Eq<letter::id, LetterId>, dsl::Eq<letter::lease, Option<Uuid>>> {
        letter::id.eq(self.id).and(letter::lease.eq(self.lease))
    }

    async fn remember(
        &self,
        rows: usize,
        state: State,
        words: &str,
        conn: &mut AsyncPgConnection,
    ) -> QueryResult<bool> {
        if rows == 0 {
            return Ok(false);
        }
        diesel::insert_into(letter_try::table)
            .values((
                letter_try::letter_id.eq(self.id),
                letter_try::number.eq(self.tries + 1),
                letter_try::state.eq(state.as_str()),
                letter_try::words.eq(words),
            ))
            .execute(conn)
            .await?;
        Ok(true)
    }
}
