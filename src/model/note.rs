//! An advisor's note about a student: part of the student's record, read by whom its level says.

mod addendum;
pub(super) mod contact;
mod edit;
mod read;
mod readers;
mod removal;
pub mod seen;
mod write;

use diesel::sql_types::{Bool, Text, Uuid as SqlUuid};

pub use self::{
    addendum::Addendum,
    contact::{Contact, How, Topic, contact_date},
    edit::{Earlier, Edited},
    read::{Note, Removal},
    readers::Readers,
    removal::{Removed, removal_reason},
    write::NewNote,
};
use super::id::{NoteId, PersonId, StudentId};
use crate::schema::note;

/// The longest note, in characters.
pub const NOTE_LIMIT: usize = 20_000;
/// Notes that a page shows, the newest.
const MOST_SHOWN: i64 = 200;
/// For this long the author may edit a note; judged by the database's clock.
const IS_FRESH: &str = "note.created_at > now() - interval '24 hours'";

/// Who may read a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteLevel {
    /// The student too.
    Student,
    /// Whoever is the student's advisor, and lead advisors.
    Advisors,
    /// Its author and lead advisors.
    Restricted,
}

impl NoteLevel {
    /// All of them, the widest first.
    pub const ALL: [Self; 3] = [Self::Student, Self::Advisors, Self::Restricted];

    /// Its value in forms and in storage.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Student => "student",
            Self::Advisors => "advisors",
            Self::Restricted => "restricted",
        }
    }

    /// The level with this code.
    ///
    /// # Errors
    /// The message key. There is no default here: a form that says nothing must not decide who reads a note.
    pub fn parse(code: &str) -> std::result::Result<Self, &'static str> {
        Self::ALL.into_iter().find(|level| level.code() == code).ok_or("note-level-unknown")
    }
}

/// The text of a note. It does not print itself.
pub struct NoteBody(String);

impl NoteBody {
    /// Takes a text as typed, with line breaks; at most [`NOTE_LIMIT`] characters.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(raw: &str) -> std::result::Result<Self, &'static str> {
        let body = plain(raw, "note-malformed")?;
        match body.chars().count() {
            0 => Err("note-missing"),
            1..=NOTE_LIMIT => Ok(Self(body)),
            _ => Err("note-too-long"),
        }
    }

    /// Its words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text of several lines as we keep it: browsers send a line break as two characters and count it as one.
pub(super) fn plain(raw: &str, malformed: &'static str) -> std::result::Result<String, &'static str> {
    let text = raw.replace("\r\n", "\n");
    let text = text.trim();
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(malformed);
    }
    Ok(text.to_owned())
}

diesel::define_sql_function! {
    /// The one rule of which notes somebody on the staff may read within their reach.
    fn note_readable(level: Text, author_id: SqlUuid, reader: SqlUuid, is_lead: Bool) -> Bool;
}

/// True for the notes this reader may read among those of a record: restricted ones are for their author and leads.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn readable(reader: PersonId, is_lead: bool) -> _ {
    note_readable(note::level, note::author_id, reader, is_lead)
}

/// The address of a note.
#[must_use]
pub fn path(student: StudentId, id: NoteId) -> String {
    format!("{}/notes/{id}", super::advisee::path(student))
}

#[cfg(test)]
mod tests;
