//! One note: its text, the ones before it, what was added; its author edits it for a day and adds to it afterwards.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;

use super::{NoteFields, NoteForm, form::length};
use crate::{
    model::{
        advisee::{Advisee, Record},
        error::{Error, Result},
        id::{FormKey, NoteId, StudentId},
        note::{Earlier, Edited, Note, NoteBody},
        page_history::{Change, Line, difference},
        person::Advisor,
    },
    web::{
        form::{Errors, FormData},
        glance,
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
        state,
    },
};

/// What is added, as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AddendumForm {
    body: String,
    form_key: FormKey,
}

/// What was saved meanwhile, and how the form differs from it.
struct Conflict {
    theirs: String,
    lines: Vec<Line>,
    is_too_late: bool,
}

#[derive(Template)]
#[template(path = "notes/show.html")]
struct Show {
    frame: Frame,
    record: Record,
    note: Note,
    earlier: Vec<Earlier>,
    is_lead: bool,
    /// The form to edit it, where one may.
    fields: Option<NoteFields>,
    addendum: AddendumForm,
    errors: Errors,
    conflict: Option<Conflict>,
    /// What its author typed while a lead removed it.
    lost: Option<String>,
}

/// The note.
///
/// # Errors
/// 404 for a note that one may not read.
pub async fn show(
    advisor: Advisor,
    ids: Path<(StudentId, NoteId)>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let (student, id) = ids.into_inner();
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&advisor, student, &mut conn).await?;
        return answer;
    }
    let record = Advisee::open(&advisor, student, &mut conn).await?;
    let note = Note::of(&record, &advisor, id, &mut conn).await?;
    ok(&Show::of(record, note, None, Errors::default(), &advisor, frame, &mut conn).await?)
}

/// Gives the note another text.
///
/// # Errors
/// 404 for a note of somebody else; 409 with both texts when it was changed meanwhile, or the time to edit is over, and
/// with what was typed when it was removed.
pub async fn update(
    advisor: Advisor,
    ids: Path<(StudentId, NoteId)>,
    form: FormData<NoteForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let ((student, id), FormData(form)) = (ids.into_inner(), form);
    let advisee = Advisee::of(&advisor, student, &mut conn).await?;
    let note = Note::of_author(&advisee, &advisor, id, &mut conn).await?;
    if note.removal().is_some() {
        return removed(advisee, &advisor, id, form.body, frame, &mut conn).await;
    }
    let mut errors = frame.errors();
    let today = frame.setting.local(Timestamp::now()).date();
    let Some(said) = form.read(today, &mut errors) else {
        let record = advisee.opened(&advisor, &mut conn).await?;
        let page = Show::of(record, note, Some(form), errors, &advisor, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let post = &state::shared(&req).post;
    let edited = Note::edit(&advisor, &advisee, id, form.seen, &said.note(), form.form_key, post, &mut conn).await;
    let edited = match edited {
        Ok(edited) => edited,
        Err(error) => return removed_just_now(error, (student, id), &advisor, form.body, frame, &mut conn).await,
    };
    match edited {
        Edited::Saved => {
            post.ring();
            see_other(format!("{}?done=note-saved", note.path()))
        }
        Edited::Stale | Edited::TooLate => {
            let record = advisee.opened(&advisor, &mut conn).await?;
            let note = Note::of(&record, &advisor, id, &mut conn).await?;
            let is_too_late = matches!(edited, Edited::TooLate);
            let yours = form.body.replace("\r\n", "\n");
            let lines = difference(&note.body, &yours);
            let conflict = Conflict { theirs: note.body.clone(), lines, is_too_late };
            let form = NoteForm { seen: note.number, form_key: FormKey::new(), ..form };
            let addendum = AddendumForm { body: if is_too_late { yours } else { String::new() }, ..Default::default() };
            let page = Show::of(record, note, Some(form), Errors::default(), &advisor, frame, &mut conn).await?;
            html(StatusCode::CONFLICT, &Show { conflict: Some(conflict), addendum, ..page })
        }
    }
}

/// Adds to the note.
///
/// # Errors
/// 404 for a note of somebody else; 409 while it may still be edited, and with what was typed when it was removed.
pub async fn add(
    advisor: Advisor,
    ids: Path<(StudentId, NoteId)>,
    form: FormData<AddendumForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let ((student, id), FormData(form)) = (ids.into_inner(), form);
    let advisee = Advisee::of(&advisor, student, &mut conn).await?;
    let note = Note::of_author(&advisee, &advisor, id, &mut conn).await?;
    if note.removal().is_some() {
        return removed(advisee, &advisor, id, form.body, frame, &mut conn).await;
    }
    let mut errors = frame.errors();
    let body = NoteBody::parse(&form.body).map_err(|key| if key == "note-missing" { "addendum-missing" } else { key });
    let body = errors.take("body", body);
    let (Some(body), true) = (body, errors.is_empty()) else {
        let record = advisee.opened(&advisor, &mut conn).await?;
        let page = Show::of(record, note, None, errors, &advisor, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &Show { addendum: form, ..page });
    };
    let post = &state::shared(&req).post;
    match Note::add(&advisor, &advisee, id, &body, form.form_key, post, &mut conn).await {
        Ok(()) => {
            post.ring();
            see_other(format!("{}?done=addendum-saved", note.path()))
        }
        Err(error) => removed_just_now(error, (student, id), &advisor, form.body, frame, &mut conn).await,
    }
}

/// The page of a note that a lead removed, with what its author typed meanwhile.
async fn removed(
    advisee: Advisee,
    advisor: &Advisor,
    id: NoteId,
    typed: String,
    frame: Frame,
    conn: &mut Conn,
) -> Reply {
    let record = advisee.opened(advisor, conn).await?;
    let note = Note::of(&record, advisor, id, conn).await?;
    let page = Show::of(record, note, None, Errors::default(), advisor, frame, conn).await?;
    html(StatusCode::CONFLICT, &Show { lost: Some(typed), ..page })
}

/// The same when it was removed between the look and the act; else the error stands.
async fn removed_just_now(
    error: Error,
    (student, id): (StudentId, NoteId),
    advisor: &Advisor,
    typed: String,
    frame: Frame,
    conn: &mut Conn,
) -> Reply {
    let advisee = Advisee::of(advisor, student, conn).await?;
    let note = Note::of_author(&advisee, advisor, id, conn).await?;
    if note.removal().is_none() {
        return Err(error.into());
    }
    removed(advisee, advisor, id, typed, frame, conn).await
}

impl Show {
    async fn of(
        record: Record,
        note: Note,
        form: Option<NoteForm>,
        errors: Errors,
        advisor: &Advisor,
        frame: Frame,
        conn: &mut Conn,
    ) -> Result<Self> {
        let fields = if note.may_be_edited() {
            let form = form.unwrap_or_else(|| NoteForm::of(&note));
            let mut fields = NoteFields::of(form, errors.clone(), &record, advisor, conn).await?;
            fields.edits = Some((record.id, note.id));
            Some(fields)
        } else {
            None
        };
        Ok(Self {
            earlier: note.earlier(&record, advisor, conn).await?,
            is_lead: advisor.is_lead(),
            frame,
            record,
            note,
            fields,
            addendum: AddendumForm::default(),
            errors,
            conflict: None,
            lost: None,
        })
    }

    /// Until when it may be edited.
    fn editable_until(&self) -> String {
        self.frame.moment(&(self.note.created_at + jiff::SignedDuration::from_hours(24)))
    }

    /// How long a text is that is too long.
    fn length(&self) -> String {
        match &self.fields {
            Some(fields) => fields.length(),
            None => length(&self.addendum.body),
        }
    }
}
