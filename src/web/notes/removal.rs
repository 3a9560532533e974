//! A lead advisor removes a note: the page that says what goes, and the act.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use serde::Deserialize;

use crate::{
    model::{
        advisee::{Advisee, Record},
        error::Result,
        id::{NoteId, StudentId},
        note::{Note, Removed, removal_reason},
        person::Lead,
    },
    web::{
        form::{Errors, FormData},
        glance,
        guard::{Conn, Sudo},
        page::{Frame, Reply, html, ok, see_other},
    },
};

/// The reason as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RemovalForm {
    reason: String,
}

#[derive(Template)]
#[template(path = "notes/removal.html")]
struct Edit {
    frame: Frame,
    record: Record,
    note: Note,
    form: RemovalForm,
    errors: Errors,
}

/// The page with the form.
///
/// # Errors
/// 404 when there is no such note.
pub async fn edit(
    Sudo(lead): Sudo<Lead>,
    ids: Path<(StudentId, NoteId)>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let (student, id) = ids.into_inner();
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&lead.as_advisor(), student, &mut conn).await?;
        return answer;
    }
    let record = Advisee::open(&lead.as_advisor(), student, &mut conn).await?;
    ok(&page(record, id, RemovalForm::default(), Errors::default(), &lead, frame, &mut conn).await?)
}

/// Removes the note.
///
/// # Errors
/// 404 when there is no such note.
pub async fn create(
    Sudo(lead): Sudo<Lead>,
    ids: Path<(StudentId, NoteId)>,
    form: FormData<RemovalForm>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let ((student, id), FormData(form)) = (ids.into_inner(), form);
    let advisee = Advisee::of(&lead.as_advisor(), student, &mut conn).await?;
    let mut errors = frame.errors();
    let reason = errors.take("reason", removal_reason(&form.reason));
    if let (Some(reason), true) = (reason, errors.is_empty()) {
        match Note::remove(&lead, &advisee, id, &reason, &mut conn).await? {
            Removed::Gone => return see_other(format!("{}?done=note-removed", advisee.path())),
            Removed::AskedFor => errors.add("reason", "note-is-asked-for"),
        }
    }
    let record = advisee.opened(&lead.as_advisor(), &mut conn).await?;
    let page = page(record, id, form, errors, &lead, frame, &mut conn).await?;
    html(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn page(
    record: Record,
    id: NoteId,
    form: RemovalForm,
    errors: Errors,
    lead: &Lead,
    frame: Frame,
    conn: &mut Conn,
) -> Result<Edit> {
    let note = Note::of(&record, &lead.as_advisor(), id, conn).await?;
    Ok(Edit { frame, record, note, form, errors })
}
