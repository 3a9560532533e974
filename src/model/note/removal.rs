//! A lead advisor removes a note, with a reason: its texts go, and a trace stays where it stood.

use diesel::{
    dsl::{exists, now, select},
    prelude::*,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{Note, plain};
use crate::{
    model::{
        advisee::Advisee,
        audit::{self, Action},
        error::Result,
        id::NoteId,
        person::{self, Lead, Role},
    },
    schema::{data_request, note, note_addendum, note_revision},
};

/// The most characters of a reason.
const REASON_LIMIT: usize = 2_000;

/// What came of a removal.
#[derive(Debug, PartialEq, Eq)]
pub enum Removed {
    /// Nobody reads it any more.
    Gone,
    /// The student waits to see all notes: none may be destroyed before that is decided (34 CFR 99.10(e)).
    AskedFor,
}

/// Takes the reason as typed; whoever could read the note will read it.
///
/// # Errors
/// The message key.
pub fn removal_reason(raw: &str) -> std::result::Result<String, &'static str> {
    let reason = plain(raw, "text-malformed")?;
    match reason.chars().count() {
        0 => Err("removal-reason-missing"),
        1..=REASON_LIMIT => Ok(reason),
        _ => Err("text-too-long"),
    }
}

impl Note {
    /// Removes a note. Doing it again changes nothing.
    ///
    /// # Errors
    /// [`crate::model::error::Error::NotFound`] when there is no such note about this student.
    pub async fn remove(
        lead: &Lead,
        advisee: &Advisee,
        id: NoteId,
        reason: &str,
        conn: &mut AsyncPgConnection,
    ) -> Result<Removed> {
        conn.transaction(async |conn| {
            person::still(lead.id(), Role::Lead, conn).await?;
            advisee.hold(&lead.as_advisor(), conn).await?;
            let theirs = note::table.find(id).filter(note::student_id.eq(advisee.id));
            let stands: bool = theirs.select(note::removed_at.is_null()).for_no_key_update().first(conn).await?;
            if !stands {
                return Ok(Removed::Gone);
            }
            let waits = data_request::table
                .filter(data_request::student_id.eq(advisee.id))
                .filter(data_request::kind.eq("see_notes"))
                .filter(data_request::decided_at.is_null())
                .filter(data_request::withdrawn_at.is_null());
            if select(exists(waits)).get_result(conn).await? {
                return Ok(Removed::AskedFor);
            }
            diesel::delete(note_revision::table.filter(note_revision::note_id.eq(id))).execute(conn).await?;
            diesel::delete(note_addendum::table.filter(note_addendum::note_id.eq(id))).execute(conn).await?;
            diesel::update(note::table.find(id))
                .set((
                    note::body.eq(""),
                    note::contact_on.eq(None::<jiff_diesel::Date>),
                    (note::contact_how.eq(None::<&str>), note::topic.eq(None::<&str>)),
                    (note::removed_at.eq(now), note::removed_by.eq(lead.id())),
                    (note::remover.eq(&lead.person().full_name), note::removal_reason.eq(reason)),
                ))
                .execute(conn)
                .await?;
            audit::record(Some(lead.id()), Action::RemovedNote, "note", Some(id.0), Some(advisee.id), conn).await?;
            Ok(Removed::Gone)
        })
        .await
    }
}
