//! Waiting letters: rows written in the transaction of their cause, taken by one carrier at a time, settled with the
//! mail server's own words.

pub mod desk;
mod lease;
mod sent;
mod status;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::SignedDuration;

pub use self::{
    lease::{Leased, MOST_TRIES, Written},
    sent::{Again, ExactCopy, Sent, Try},
    status::{LetterState, State},
};
use super::{
    id::{FormKey, LetterId, PersonId, ResultId, RevisionId, StudentId},
    letter::Letter,
    secret::{Seal, Secret},
};
use crate::schema::{letter, letter_about, letter_claim, shred};

/// A letter about to be queued.
pub struct NewLetter<'a> {
    /// The kind and its facts.
    pub letter: &'a Letter,
    /// Whose letter it is; goes with them when they are erased.
    pub person_id: Option<PersonId>,
    /// The result it tells about.
    pub result_id: Option<ResultId>,
    /// The recipient's full name.
    pub to_name: &'a str,
    /// The recipient's stored address.
    pub to_email: &'a str,
    /// The address answers go to.
    pub reply_to: Option<&'a str>,
    /// The recipient's language.
    pub locale: &'a str,
    /// The plain token of the one-time link; sealed before it is stored.
    pub token: Option<&'a str>,
    /// The form that asked for it: the same key queues one letter.
    pub form_key: Option<FormKey>,
}

#[derive(Insertable)]
#[diesel(table_name = letter)]
struct Row<'a> {
    id: LetterId,
    kind: &'a str,
    person_id: Option<PersonId>,
    result_id: Option<ResultId>,
    to_name: &'a str,
    to_email: &'a str,
    reply_to: Option<&'a str>,
    locale: &'a str,
    facts: serde_json::Value,
    sealed_token: Option<Vec<u8>>,
    message_id: String,
    form_key: Option<FormKey>,
}

impl<'a> Row<'a> {
    fn of(new: &NewLetter<'a>, secret: &Secret, message_domain: &str) -> QueryResult<Self> {
        let id = LetterId::new();
        let facts =
            serde_json::to_value(new.letter).map_err(|e| diesel::result::Error::SerializationError(e.into()))?;
        Ok(Self {
            id,
            kind: new.letter.kind(),
            person_id: new.person_id,
            result_id: new.result_id,
            to_name: new.to_name,
            to_email: new.to_email,
            reply_to: new.reply_to,
            locale: new.locale,
            facts,
            sealed_token: new.token.map(|token| secret.seal(Seal::Link, id.0, token.as_bytes())),
            message_id: format!("<{id}@{message_domain}>"),
            form_key: new.form_key,
        })
    }
}

#[derive(Insertable)]
#[diesel(table_name = letter_claim)]
struct Told {
    letter_id: LetterId,
    revision_id: RevisionId,
}

/// Queues a letter inside the caller's transaction; its Message-ID, `<id@domain>`, is fixed here. A form key that has
/// queued one already gives that letter's id and queues nothing.
///
/// # Errors
/// The database's; the caller's transaction is then lost and no letter goes out.
pub async fn enqueue(
    new: NewLetter<'_>,
    secret: &Secret,
    message_domain: &str,
    conn: &mut AsyncPgConnection,
) -> QueryResult<LetterId> {
    let row = Row::of(&new, secret, message_domain)?;
    let id = row.id;
    let queued =
        diesel::insert_into(letter::table).values(row).on_conflict(letter::form_key).do_nothing().execute(conn).await?;
    if queued == 0 {
        return letter::table.filter(letter::form_key.eq(new.form_key)).select(letter::id).first(conn).await;
    }
    let told: Vec<_> =
        new.letter.revisions().into_iter().map(|revision_id| Told { letter_id: id, revision_id }).collect();
    if !told.is_empty() {
        diesel::insert_into(letter_claim::table).values(told).execute(conn).await?;
    }
    Ok(id)
}

/// Says which students a letter to staff names, inside the caller's transaction: it goes when one of them is erased.
///
/// # Errors
/// The database's.
pub async fn name_students(id: LetterId, students: &[StudentId], conn: &mut AsyncPgConnection) -> QueryResult<()> {
    let rows: Vec<_> =
        students.iter().map(|student| (letter_about::letter_id.eq(id), letter_about::student_id.eq(student))).collect();
    diesel::insert_into(letter_about::table).values(rows).on_conflict_do_nothing().execute(conn).await?;
    Ok(())
}

/// Gives the letters of this kind that an account came alive by to its person, inside the caller's transaction: they are in
/// their copy and go with them, whatever their address becomes.
///
/// # Errors
/// The database's.
pub async fn give_to(
    person_id: PersonId,
    kind: &str,
    email_key: &str,
    conn: &mut AsyncPgConnection,
) -> QueryResult<()> {
    let early = letter::table.filter(letter::person_id.is_null()).filter(letter::kind.eq(kind));
    diesel::update(early.filter(lower(letter::to_email).eq(email_key)))
        .set(letter::person_id.eq(person_id))
        .execute(conn)
        .await?;
    Ok(())
}

diesel::define_sql_function! {
    /// Small letters, as addresses are compared.
    fn lower(text: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

/// Letters whose copies must go as well, a few at a time; they are off the list when the caller's transaction commits.
///
/// # Errors
/// The database's.
pub async fn to_shred(conn: &mut AsyncPgConnection) -> QueryResult<Vec<LetterId>> {
    let some = shred::table.order(shred::since).limit(100).for_update().skip_locked().select(shred::letter_id);
    let letters: Vec<LetterId> = some.load(conn).await?;
    if !letters.is_empty() {
        diesel::delete(shred::table.filter(shred::letter_id.eq_any(&letters))).execute(conn).await?;
    }
    Ok(letters)
}

/// Queues letters that tell no figures, all by one statement. Each must be its own act: no form keys are looked at.
///
/// # Errors
/// As [`enqueue`].
pub async fn enqueue_all(
    new: &[NewLetter<'_>],
    secret: &Secret,
    message_domain: &str,
    conn: &mut AsyncPgConnection,
) -> QueryResult<()> {
    let rows = new.iter().map(|new| Row::of(new, secret, message_domain)).collect::<QueryResult<Vec<_>>>()?;
    diesel::insert_into(letter::table).values(rows).execute(conn).await?;
    Ok(())
}

/// How long to wait after the n-th failed try: 1, 2, 4, 8, then 15 minutes. `chance` in 0..=1 spreads it by ± 20 %, so
/// that a hundred letters deferred together do not come back together.
#[must_use]
pub fn backoff(tries: i16, chance: f64) -> SignedDuration {
    let minutes = [1, 2, 4, 8].get(usize::try_from(tries - 1).unwrap_or(0)).copied().unwrap_or(15);
    SignedDuration::from_mins(minutes).mul_f64(0.8 + 0.4 * chance.clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_wait_1_2_4_8_then_15_minutes_give_or_take_a_fifth() {
        let waits: Vec<_> = (1..=8).map(|tries| backoff(tries, 0.5).as_secs()).collect();
        assert_eq!(waits, [60, 120, 240, 480, 900, 900, 900, 900]);
        assert_eq!((backoff(1, 0.0).as_secs(), backoff(1, 1.0).as_secs()), (48, 72));
        assert_eq!(backoff(5, 7.0).as_secs(), 1080);
    }
}
