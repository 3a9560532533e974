//! The form of a note: raw strings in, a note out; and everything that stands around its fields.

use jiff::{Timestamp, civil::Date};
use serde::Deserialize;

use crate::{
    model::{
        advisee::Record,
        draft::{Draft, Typed},
        error::Result,
        id::{DraftId, FormKey, NoteId, StudentId},
        note::{Contact, How, NOTE_LIMIT, NewNote, Note, NoteBody, NoteLevel, Readers, Topic, contact_date},
        person::Advisor,
    },
    web::{form::Errors, guard::Conn},
};

/// The form as it is posted.
#[derive(Deserialize)]
#[serde(default)]
pub struct NoteForm {
    pub(in crate::web) body: String,
    // Not the usual one where it is missing: an edit must not widen a note by leaving it out.
    #[serde(default = "String::new")]
    pub(in crate::web) level: String,
    pub(in crate::web) contact_on: String,
    pub(in crate::web) contact_how: String,
    pub(in crate::web) topic: String,
    /// The number of the text an edit began from.
    pub(in crate::web) seen: i16,
    pub(in crate::web) form_key: FormKey,
    /// Whether the script sent it.
    pub(in crate::web) by: String,
}

impl Default for NoteForm {
    /// An empty form: for advisors, unless its writer says otherwise.
    fn default() -> Self {
        Self {
            body: String::new(),
            level: NoteLevel::Advisors.code().to_owned(),
            contact_on: String::new(),
            contact_how: String::new(),
            topic: String::new(),
            seen: 0,
            form_key: FormKey::new(),
            by: String::new(),
        }
    }
}

impl From<Draft> for NoteForm {
    fn from(draft: Draft) -> Self {
        Self {
            body: draft.body,
            level: draft.level,
            contact_on: draft.contact_on,
            contact_how: draft.contact_how.unwrap_or_default(),
            topic: draft.topic.unwrap_or_default(),
            form_key: draft.form_key,
            ..Self::default()
        }
    }
}

/// What the form says, once nothing is wrong with it.
pub struct Said {
    body: NoteBody,
    level: NoteLevel,
    contact: Contact,
}

impl Said {
    /// The note of it.
    pub fn note(&self) -> NewNote<'_> {
        NewNote { body: &self.body, level: self.level, contact: self.contact }
    }
}

impl NoteForm {
    /// The form of a note as it stands.
    #[must_use]
    pub fn of(note: &Note) -> Self {
        Self {
            body: note.body.clone(),
            level: note.level().code().to_owned(),
            contact_on: note.contact_on.map(|day| day.to_string()).unwrap_or_default(),
            contact_how: note.how().map_or("", How::code).to_owned(),
            topic: note.topic().map_or("", Topic::code).to_owned(),
            seen: note.number,
            ..Self::default()
        }
    }

    /// Reads it; what is wrong stands in `errors`. `today` is the school's.
    pub fn read(&self, today: Date, errors: &mut Errors) -> Option<Said> {
        let body = errors.take("body", NoteBody::parse(&self.body));
        let contact = Contact {
            on: errors.take("contact_on", contact_date(&self.contact_on, today)).flatten(),
            how: errors.take("contact_how", How::parse(&self.contact_how)).flatten(),
            topic: errors.take("topic", Topic::parse(&self.topic)).flatten(),
        };
        let level = errors.take("level", NoteLevel::parse(&self.level));
        if errors.is_empty() { Some(Said { body: body?, level: level?, contact }) } else { None }
    }

    /// The same as a draft keeps it.
    #[must_use]
    pub fn typed(&self) -> Typed<'_> {
        Typed {
            body: &self.body,
            level: if self.level.is_empty() { NoteLevel::Advisors.code() } else { &self.level },
            contact_on: &self.contact_on,
            contact_how: &self.contact_how,
            topic: &self.topic,
        }
    }
}

/// How long a text is that is too long for a note.
#[must_use]
pub fn length(body: &str) -> String {
    match body.replace("\r\n", "\n").trim().chars().count() {
        count if count > NOTE_LIMIT => {
            let more = count - NOTE_LIMIT;
            format!("This note has {},{:03} characters, {more} too many.", count / 1000, count % 1000)
        }
        _ => String::new(),
    }
}

/// A form about a student with everything it shows; also a part of the record's page.
pub struct NoteFields {
    /// As typed.
    pub form: NoteForm,
    /// What is wrong.
    pub errors: Errors,
    /// When the draft in the form was saved; nothing: it is none.
    pub draft_saved_at: Option<Timestamp>,
    /// The note that is edited; nothing: a new one is written.
    pub(in crate::web) edits: Option<(StudentId, NoteId)>,
    /// How many drafts the author has, about anybody.
    pub(in crate::web) drafts: i64,
    latest: Option<(DraftId, Timestamp)>,
    readers: Readers,
}

/// One level as the form offers it: code, words, drawing, readers by name.
type LevelChoice = (&'static str, &'static str, &'static str, String);

impl NoteFields {
    /// The fields for one student.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn of(
        form: NoteForm,
        errors: Errors,
        record: &Record,
        advisor: &Advisor,
        conn: &mut Conn,
    ) -> Result<Self> {
        let (latest, drafts) = Draft::waiting(advisor, record.id, conn).await?;
        Ok(Self {
            form,
            errors,
            draft_saved_at: None,
            edits: None,
            drafts,
            latest,
            readers: Readers::of(record, advisor, conn).await?,
        })
    }

    /// Where the form goes.
    pub(in crate::web) fn action(&self, record: &Record) -> String {
        self.edits.map_or_else(|| record.notes_path(), |(student, id)| crate::model::note::path(student, id))
    }

    /// The latest draft about this student, unless it is the one in the form.
    pub(in crate::web) fn waiting(&self) -> Option<&(DraftId, Timestamp)> {
        let is_open = self.draft_saved_at.is_some() || self.edits.is_some();
        self.latest.as_ref().filter(|_| !is_open)
    }

    pub(in crate::web) fn levels(&self) -> Vec<LevelChoice> {
        let choice = |level: NoteLevel| {
            let (words, drawing) = match level {
                NoteLevel::Student => ("Student too", "eye"),
                NoteLevel::Advisors => ("Advisors", "users"),
                NoteLevel::Restricted => ("Restricted", "lock"),
            };
            (level.code(), words, drawing, self.readers.at(level))
        };
        NoteLevel::ALL.map(choice).into()
    }

    pub(in crate::web) fn ways(&self) -> Vec<(&'static str, &'static str)> {
        std::iter::once(("", "Not said")).chain(How::ALL.iter().map(|how| (how.code(), how.title()))).collect()
    }

    pub(in crate::web) fn topics(&self) -> Vec<(&'static str, &'static str)> {
        std::iter::once(("", "Not said")).chain(Topic::ALL.iter().map(|topic| (topic.code(), topic.title()))).collect()
    }

    /// How long a note is that is too long.
    pub(in crate::web) fn length(&self) -> String {
        length(&self.form.body)
    }
}
