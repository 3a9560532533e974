//! An advisor's drafts of notes: kept by a button or by the script, listed for nobody else, gone on with where they stopped.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Path};
use askama::Template;
use serde::Deserialize;

use super::{
    form::{Errors, FormData},
    glance,
    guard::Conn,
    notes::{Index as Notes, NoteForm},
    page::{Frame, Reply, html, ok, see_other},
};
use crate::model::{
    advisee::Advisee,
    draft::{Draft, Listed},
    id::{DraftId, StudentId},
    person::Advisor,
};

/// As much of a draft as its list shows, in characters.
const EXCERPT: usize = 160;

#[derive(Template)]
#[template(path = "drafts/index.html")]
struct Index {
    frame: Frame,
    drafts: Vec<Listed>,
}

/// One's own drafts.
///
/// # Errors
/// When the database is away.
pub async fn index(advisor: Advisor, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let drafts = Draft::all(&advisor, &mut conn).await?;
    ok(&Index { frame, drafts })
}

/// Keeps what is in the form of a note, whatever is wrong with it. The script asks for a line to show; the button leads
/// to the draft.
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
    if form.body.trim().is_empty() {
        let mut errors = Errors::default();
        errors.add("body", "draft-missing");
        let record = advisee.opened(&advisor, &mut conn).await?;
        let page = Notes::of(record, form, errors, &advisor, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let saved = Draft::save(&advisor, &advisee, &form.typed(), form.form_key, &mut conn).await?;
    match saved {
        Some((_, at)) if form.by == "script" => {
            let words = format!("Draft saved {}", frame.time(&at));
            Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(words))
        }
        Some((id, _)) => see_other(format!("/drafts/{id}?done=note-draft-saved")),
        None => see_other(advisee.path()),
    }
}

/// A draft in its form, beside the notes about the same student.
///
/// # Errors
/// 404 for anybody else's draft, and one about a student out of reach.
pub async fn edit(advisor: Advisor, id: Path<DraftId>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    let draft = Draft::of(&advisor, *id, &mut conn).await?;
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&advisor, draft.student_id, &mut conn).await?;
        return answer;
    }
    let record = Advisee::open(&advisor, draft.student_id, &mut conn).await?;
    let saved_at = draft.saved_at;
    let page = Notes::of(record, draft.into(), Errors::default(), &advisor, frame, &mut conn).await?;
    ok(&page.with_draft(saved_at))
}

/// The button sends nothing but itself.
#[derive(Deserialize)]
pub struct Nothing {}

/// Throws a draft away.
///
/// # Errors
/// 404 for anybody else's.
pub async fn discard(advisor: Advisor, id: Path<DraftId>, _: FormData<Nothing>, mut conn: Conn) -> Reply {
    Draft::discard(&advisor, *id, &mut conn).await?;
    see_other("/drafts?done=draft-discarded")
}

impl Index {
    /// How a draft begins.
    fn excerpt(&self, draft: &Listed) -> String {
        let mut words = draft.body.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((at, _)) = words.char_indices().nth(EXCERPT) {
            words.truncate(at);
            words.push('…');
        }
        words
    }
}
