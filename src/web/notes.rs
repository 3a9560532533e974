//! An advisor's notes about a student: the form that says who will read, and what was written before.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;

use super::{
    form::{Errors, FormData},
    glance,
    guard::Conn,
    page::{Frame, Reply, html, ok, see_other},
};
use crate::model::{
    advisee::{Advisee, Record},
    error::Result,
    id::{FormKey, StudentId},
    note::{Contact, How, NOTE_LIMIT, Note, NoteBody, NoteLevel, Readers, Topic, contact_date},
    person::Advisor,
};

/// The form as it is posted.
#[derive(Deserialize)]
#[serde(default)]
pub struct NoteForm {
    pub(super) body: String,
    pub(super) level: String,
    pub(super) contact_on: String,
    pub(super) contact_how: String,
    pub(super) topic: String,
    pub(super) form_key: FormKey,
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
            form_key: FormKey::new(),
        }
    }
}

/// A form about a student with everything it shows; also a part of the record's page.
pub struct NoteFields {
    /// As typed.
    pub form: NoteForm,
    /// What is wrong.
    pub errors: Errors,
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
        Ok(Self { form, errors, readers: Readers::of(record, advisor, conn).await? })
    }

    pub(super) fn levels(&self) -> Vec<LevelChoice> {
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

    pub(super) fn ways(&self) -> Vec<(&'static str, &'static str)> {
        std::iter::once(("", "Not said")).chain(How::ALL.iter().map(|how| (how.code(), how.title()))).collect()
    }

    pub(super) fn topics(&self) -> Vec<(&'static str, &'static str)> {
        std::iter::once(("", "Not said")).chain(Topic::ALL.iter().map(|topic| (topic.code(), topic.title()))).collect()
    }

    /// How long a note is that is too long.
    pub(super) fn length(&self) -> String {
        match self.form.body.replace("\r\n", "\n").trim().chars().count() {
            count if count > NOTE_LIMIT => {
                let more = count - NOTE_LIMIT;
                format!("This note has {},{:03} characters, {more} too many.", count / 1000, count % 1000)
            }
            _ => String::new(),
        }
    }
}

#[derive(Template)]
#[template(path = "notes/index.html")]
struct Index {
    frame: Frame,
    record: Record,
    fields: NoteFields,
    notes: Vec<Note>,
}

/// The notes, with the form for a new one.
///
/// # Errors
/// 404 for a student out of reach.
pub async fn index(advisor: Advisor, id: Path<StudentId>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&advisor, *id, &mut conn).await?;
        return answer;
    }
    let record = Advisee::open(&advisor, *id, &mut conn).await?;
    ok(&page(record, NoteForm::default(), Errors::default(), &advisor, frame, &mut conn).await?)
}

/// Writes a note.
///
/// # Errors
/// 404 for a student out of reach.
pub async fn create(
    advisor: Advisor,
    id: Path<StudentId>,
    form: FormData<NoteForm>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let advisee = Advisee::of(&advisor, *id, &mut conn).await?;
    let mut errors = frame.errors();
    let today = frame.setting.local(Timestamp::now()).date();
    let body = errors.take("body", NoteBody::parse(&form.body));
    let contact = Contact {
        on: errors.take("contact_on", contact_date(&form.contact_on, today)).flatten(),
        how: errors.take("contact_how", How::parse(&form.contact_how)).flatten(),
        topic: errors.take("topic", Topic::parse(&form.topic)).flatten(),
    };
    let level = errors.take("level", NoteLevel::parse(&form.level));
    let (Some(body), Some(level), true) = (body, level, errors.is_empty()) else {
        let record = advisee.opened(&advisor, &mut conn).await?;
        let page = page(record, form, errors, &advisor, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    Note::write(&advisor, &advisee, &body, level, contact, form.form_key, &mut conn).await?;
    see_other(format!("{}?done=note-saved", advisee.path()))
}

async fn page(
    record: Record,
    form: NoteForm,
    errors: Errors,
    advisor: &Advisor,
    frame: Frame,
    conn: &mut Conn,
) -> Result<Index> {
    let notes = Note::about(&record, advisor, conn).await?;
    let fields = NoteFields::of(form, errors, &record, advisor, conn).await?;
    Ok(Index { frame, record, fields, notes })
}
