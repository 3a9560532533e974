//! The same follow-up for each chosen student.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;

use super::super::{
    form::{Errors, FormData},
    guard::Conn,
    page::{Frame, Reply, html, ok, see_other},
};
use crate::model::{
    follow_up::{Task, due_date},
    id::{FormKey, SelectionId},
    job::{self, Job, Work},
    person::Advisor,
    selection::Selection,
};

/// The follow-up as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FollowUpForm {
    words: String,
    due_on: String,
    is_shared: String,
    form_key: FormKey,
}

#[derive(Template)]
#[template(path = "jobs/follow_up.html")]
struct New {
    frame: Frame,
    selection: Selection,
    task: FollowUpForm,
    errors: Errors,
}

/// The form.
///
/// # Errors
/// 404 for somebody else's selection.
pub async fn new(advisor: Advisor, id: Path<SelectionId>, frame: Frame, mut conn: Conn) -> Reply {
    let selection = Selection::of(&advisor, *id, &mut conn).await?;
    ok(&New { frame, selection, task: FollowUpForm::default(), errors: Errors::default() })
}

/// Keeps it, and shows what would be planned for each.
///
/// # Errors
/// 404 for somebody else's selection.
pub async fn create(
    advisor: Advisor,
    id: Path<SelectionId>,
    form: FormData<FollowUpForm>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(task) = form;
    let selection = Selection::of(&advisor, *id, &mut conn).await?;
    let today = frame.setting.local(Timestamp::now()).date();
    let mut errors = frame.errors();
    let words = errors.take("words", Task::parse(&task.words));
    let due_on = errors.take("due_on", due_date(&task.due_on, today));
    let (Some(words), Some(due_on), true) = (words, due_on, errors.is_empty()) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &New { frame, selection, task, errors });
    };
    let work = Work::follow_up(&words, due_on, !task.is_shared.is_empty());
    match Job::draft(&advisor, &selection, &work, task.form_key, &mut conn).await? {
        Some(id) => see_other(job::path(id)),
        None => see_other("/caseload?done=nobody-chosen"),
    }
}
