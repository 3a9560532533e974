//! An advisor's notes about a student: the form that says who will read, and what was written before.

mod form;
pub mod removal;
pub mod show;

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use jiff::{Timestamp, civil::Date};
use serde::Deserialize;

pub use self::form::{NoteFields, NoteForm};
use super::{
    form::{Errors, FormData},
    glance,
    guard::Conn,
    page::{Frame, Reply, html, ok, see_other},
    state,
};
use crate::model::{
    advisee::{Advisee, Record},
    draft::Draft,
    error::Result,
    id::StudentId,
    note::{Note, seen},
    person::Advisor,
};

/// What a note begins with.
#[derive(Deserialize)]
pub struct Begun {
    #[serde(default)]
    contact_on: String,
}

/// The notes one may read, with the form for another; also where a draft goes on.
#[derive(Template)]
#[template(path = "notes/index.html")]
pub struct Index {
    frame: Frame,
    record: Record,
    fields: NoteFields,
    notes: Vec<Note>,
}

/// The notes, with the form for a new one.
///
/// # Errors
/// 404 for a student out of reach.
pub async fn index(
    advisor: Advisor,
    id: Path<StudentId>,
    begun: Query<Begun>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&advisor, *id, &mut conn).await?;
        return answer;
    }
    let record = Advisee::open(&advisor, *id, &mut conn).await?;
    // The day comes from the meeting it is about; anything else in its place is left out.
    let contact_on = begun.contact_on.parse::<Date>().map(|day| day.to_string()).unwrap_or_default();
    let form = NoteForm { contact_on, ..NoteForm::default() };
    let page = Index::of(record, form, Errors::default(), &advisor, frame, &mut conn).await?;
    seen::mark(advisor.id(), *id, &mut conn).await?;
    ok(&page)
}

/// Writes a note.
///
/// # Errors
/// 404 for a student out of reach.
pub async fn create(
    advisor: Advisor,
    id: Path<StudentId>,
    form: FormData<NoteForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let advisee = Advisee::of(&advisor, *id, &mut conn).await?;
    let mut errors = frame.errors();
    let today = frame.setting.local(Timestamp::now()).date();
    let Some(said) = form.read(today, &mut errors) else {
        // What came back from the sign-in page waits as a draft, should its writer go away now.
        if errors.came_back() && !form.body.trim().is_empty() {
            Draft::save(&advisor, &advisee, &form.typed(), form.form_key, &mut conn).await?;
        }
        let record = advisee.opened(&advisor, &mut conn).await?;
        let page = Index::of(record, form, errors, &advisor, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let post = &state::shared(&req).post;
    Note::write(&advisor, &advisee, &said.note(), form.form_key, post, &mut conn).await?;
    post.ring();
    see_other(format!("{}?done=note-saved", advisee.path()))
}

impl Index {
    /// The page around a form.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn of(
        record: Record,
        form: NoteForm,
        errors: Errors,
        advisor: &Advisor,
        frame: Frame,
        conn: &mut Conn,
    ) -> Result<Self> {
        let notes = Note::about(&record, advisor, conn).await?;
        let fields = NoteFields::of(form, errors, &record, advisor, conn).await?;
        Ok(Self { frame, record, fields, notes })
    }

    /// The same with the draft in the form.
    #[must_use]
    pub fn with_draft(mut self, saved_at: Timestamp) -> Self {
        self.fields.draft_saved_at = Some(saved_at);
        self
    }
}
