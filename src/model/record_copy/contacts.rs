//! Advisors, letters and sign-ins in a copy.

use diesel::{pg::Pg, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use serde::Serialize;

use crate::{
    model::{
        error::Result,
        id::{LetterId, PersonId, StudentId},
    },
    schema::{assignment, email_change, letter, person, session},
};

/// The time with one advisor.
#[derive(Serialize, Queryable)]
pub struct Period {
    /// The advisor's name.
    pub advisor: String,
    /// From when.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub since: Timestamp,
    /// Until when; nothing: now too.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub until: Option<Timestamp>,
}

/// A letter with its exact words; where a one-time link stood it says `[link removed]`.
#[derive(Serialize, Queryable, Selectable)]
#[diesel(table_name = letter, check_for_backend(Pg))]
pub struct LetterCopy {
    /// Which.
    pub id: LetterId,
    /// Its kind.
    pub kind: String,
    /// Where it went.
    pub to_email: String,
    /// Where it stands, such as `accepted`.
    pub state: String,
    /// What the mail server said last.
    pub server_words: Option<String>,
    /// Its subject; nothing while it waits to be written, and once its words were taken out.
    pub subject: Option<String>,
    /// The text part.
    #[diesel(column_name = body_text)]
    pub text: Option<String>,
    /// The HTML part.
    #[diesel(column_name = body_html)]
    pub html: Option<String>,
    /// When it was queued.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
    /// When the mail server took it, or it was given up.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub settled_at: Option<Timestamp>,
}

/// A browser.
#[derive(Serialize, Queryable, Selectable)]
#[diesel(table_name = session, check_for_backend(Pg))]
pub struct SessionCopy {
    /// What it calls itself.
    pub device: String,
    /// Signed in when.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
    /// Seen last when.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub seen_at: Timestamp,
}

/// A change of address.
#[derive(Serialize, Queryable, Selectable)]
#[diesel(table_name = email_change, check_for_backend(Pg))]
pub struct AddressChange {
    /// The address before.
    #[diesel(column_name = old_email)]
    pub from: String,
    /// The address asked for.
    #[diesel(column_name = new_email)]
    pub to: String,
    /// When it was asked for.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub asked_at: Timestamp,
    /// When it was done.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub done_at: Option<Timestamp>,
    /// When it was undone.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub undone_at: Option<Timestamp>,
}

pub(super) async fn periods(student: StudentId, conn: &mut AsyncPgConnection) -> Result<Vec<Period>> {
    Ok(assignment::table
        .inner_join(person::table.on(person::id.eq(assignment::advisor_id)))
        .filter(assignment::student_id.eq(student))
        .order((assignment::since.desc(), assignment::id.desc()))
        .select((person::full_name, assignment::since, assignment::until))
        .load(conn)
        .await?)
}

/// Those to the account, with those it came alive by. Others to the same address may be somebody else's, who had it before.
pub(super) async fn letters(id: PersonId, conn: &mut AsyncPgConnection) -> Result<Vec<LetterCopy>> {
    Ok(letter::table
        .filter(letter::person_id.eq(id))
        .order(letter::id.desc())
        .select(LetterCopy::as_select())
        .load(conn)
        .await?)
}

pub(super) async fn sessions(id: PersonId, conn: &mut AsyncPgConnection) -> Result<Vec<SessionCopy>> {
    Ok(session::table
        .filter(session::person_id.eq(id))
        .order(session::created_at.desc())
        .select(SessionCopy::as_select())
        .load(conn)
        .await?)
}

pub(super) async fn address_changes(id: PersonId, conn: &mut AsyncPgConnection) -> Result<Vec<AddressChange>> {
    Ok(email_change::table
        .filter(email_change::person_id.eq(id))
        .order(email_change::asked_at.desc())
        .select(AddressChange::as_select())
        .load(conn)
        .await?)
}
