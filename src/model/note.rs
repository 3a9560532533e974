//! An advisor's note about a student: part of the student's record, read by whom its level says.

pub(super) mod contact;
mod readers;

use diesel::{pg::Pg, prelude::*, sql_types::Bool};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};
use jiff_diesel::ToDiesel as _;

pub use self::{
    contact::{Contact, How, Topic, contact_date},
    readers::Readers,
};
use super::{
    advisee::{Advisee, Record},
    audit::{self, Action},
    error::{Error, Result},
    id::{FormKey, NoteId, PersonId},
    person::{Advisor, Role, Student},
};
use crate::schema::note;

/// The longest note, in characters.
pub const NOTE_LIMIT: usize = 20_000;
/// Notes that a page shows, the newest.
const MOST_SHOWN: i64 = 200;

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

/// A note as its readers see it. It does not print itself.
#[derive(Queryable, Selectable)]
#[diesel(table_name = note, check_for_backend(Pg))]
pub struct Note {
    /// Which.
    pub id: NoteId,
    /// Who wrote it.
    pub author_id: PersonId,
    /// The author's name as it was.
    pub author: String,
    author_role: String,
    level: String,
    /// Its text.
    pub body: String,
    #[diesel(deserialize_as = jiff_diesel::NullableDate)]
    /// The day of the contact it tells of.
    pub contact_on: Option<Date>,
    contact_how: Option<String>,
    topic: Option<String>,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    /// When it was written.
    pub created_at: Timestamp,
}

/// The notes an advisor may read among those of a record: restricted ones are for their author and leads.
fn readable(advisor: &Advisor) -> Box<dyn BoxableExpression<note::table, Pg, SqlType = Bool>> {
    if advisor.is_lead() {
        Box::new(note::id.is_not_null())
    } else {
        Box::new(note::level.ne(NoteLevel::Restricted.code()).or(note::author_id.eq(advisor.id())))
    }
}

impl Note {
    /// Writes a note into a student's record. The same form is the same note, however often it is sent.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the student was moved out of reach meanwhile; [`Error::Conflict`] when the form's key
    /// belongs to another note.
    pub async fn write(
        advisor: &Advisor,
        advisee: &Advisee,
        body: &NoteBody,
        level: NoteLevel,
        contact: Contact,
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<NoteId> {
        conn.transaction(async |conn| {
            advisee.hold(advisor, conn).await?;
            let id = NoteId::new();
            let written = diesel::insert_into(note::table)
                .values((
                    (note::id.eq(id), note::student_id.eq(advisee.id)),
                    (note::author_id.eq(advisor.id()), note::author.eq(&advisor.person().full_name)),
                    note::author_role.eq(advisor.person().role.code()),
                    (note::level.eq(level.code()), note::body.eq(&body.0)),
                    note::contact_on.eq(contact.on.map(|day| day.to_diesel())),
                    note::contact_how.eq(contact.how.map(How::code)),
                    note::topic.eq(contact.topic.map(Topic::code)),
                    note::form_key.eq(form_key),
                ))
                .on_conflict(note::form_key)
                .do_nothing()
                .execute(conn)
                .await?;
            if written == 0 {
                return Self::by_form(advisor, advisee, form_key, conn).await;
            }
            audit::record(Some(advisor.id()), Action::WroteNote, "note", Some(id.0), Some(advisee.id), conn).await?;
            Ok(id)
        })
        .await
    }

    async fn by_form(
        advisor: &Advisor,
        advisee: &Advisee,
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<NoteId> {
        note::table
            .filter(note::form_key.eq(form_key))
            .filter(note::author_id.eq(advisor.id()))
            .filter(note::student_id.eq(advisee.id))
            .select(note::id)
            .first(conn)
            .await
            .optional()?
            .ok_or(Error::Conflict)
    }

    /// The notes in a record that this advisor may read, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn about(record: &Record, advisor: &Advisor, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(note::table
            .filter(note::student_id.eq(record.id))
            .filter(readable(advisor))
            .order((note::created_at.desc(), note::id.desc()))
            .limit(MOST_SHOWN)
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// The notes that were written for the student too, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn shared_with(student: &Student, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(note::table
            .filter(note::student_id.eq(student.student_id()))
            .filter(note::level.eq(NoteLevel::Student.code()))
            .order((note::created_at.desc(), note::id.desc()))
            .limit(MOST_SHOWN)
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// Who may read it.
    #[must_use]
    pub fn level(&self) -> NoteLevel {
        NoteLevel::parse(&self.level).expect("the table's check allows only our levels")
    }

    /// What the author was then.
    #[must_use]
    pub fn role(&self) -> &str {
        match Role::parse(&self.author_role) {
            Some(role) => role.title(),
            None => &self.author_role,
        }
    }

    /// How advisor and student were in touch, and about what, for the line under it.
    #[must_use]
    pub fn contact_words(&self) -> Vec<&'static str> {
        let how = self.contact_how.as_deref().and_then(|code| How::parse(code).ok().flatten()).map(How::title);
        let topic = self.topic.as_deref().and_then(|code| Topic::parse(code).ok().flatten()).map(Topic::title);
        how.into_iter().chain(topic).collect()
    }
}

#[cfg(test)]
mod tests;
