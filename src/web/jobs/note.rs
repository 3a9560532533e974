//! The same note in the record of each chosen student.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use serde::Deserialize;

use super::super::{
    form::{Errors, FormData},
    guard::Conn,
    page::{Frame, Reply, html, ok, see_other},
};
use crate::model::{
    id::{FormKey, SelectionId},
    job::{self, Job, Work},
    note::{NoteBody, NoteLevel},
    person::Advisor,
    selection::Selection,
};

/// The note as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NoteForm {
    body: String,
    level: String,
    form_key: FormKey,
}

#[derive(Template)]
#[template(path = "jobs/note.html")]
struct New {
    frame: Frame,
    selection: Selection,
    note: NoteForm,
    errors: Errors,
}

impl New {
    /// Who may read it: code, words, more words.
    fn levels(&self) -> [(&'static str, &'static str, &'static str); 3] {
        NoteLevel::ALL.map(|level| match level {
            NoteLevel::Student => (level.code(), "Student too", "A letter tells each that there is a note"),
            NoteLevel::Advisors => (level.code(), "Advisors", "Whoever is the student’s advisor, and leads"),
            NoteLevel::Restricted => (level.code(), "Restricted", "You and lead advisors"),
        })
    }
}

/// The form.
///
/// # Errors
/// 404 for somebody else's selection.
pub async fn new(advisor: Advisor, id: Path<SelectionId>, frame: Frame, mut conn: Conn) -> Reply {
    let selection = Selection::of(&advisor, *id, &mut conn).await?;
    let note = NoteForm { level: NoteLevel::Advisors.code().to_owned(), ..NoteForm::default() };
    ok(&New { frame, selection, note, errors: Errors::default() })
}

/// Keeps it, and shows what each record would get.
///
/// # Errors
/// 404 for somebody else's selection.
pub async fn create(
    advisor: Advisor,
    id: Path<SelectionId>,
    form: FormData<NoteForm>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(note) = form;
    let selection = Selection::of(&advisor, *id, &mut conn).await?;
    let mut errors = frame.errors();
    let body = errors.take("body", NoteBody::parse(&note.body));
    let level = errors.take("level", NoteLevel::parse(&note.level));
    let (Some(body), Some(level), true) = (body, level, errors.is_empty()) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &New { frame, selection, note, errors });
    };
    match Job::draft(&advisor, &selection, &Work::note(&body, level), note.form_key, &mut conn).await? {
        Some(id) => see_other(job::path(id)),
        None => see_other("/caseload?done=nobody-chosen"),
    }
}
