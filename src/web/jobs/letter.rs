//! A letter in one's own words to chosen students: written here, looked at and begun on its job's page.

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
    job::{self, Job, MESSAGE_LIMIT, MessageWords, Subject, Work},
    person::Advisor,
    selection::Selection,
};

/// The letter as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MessageForm {
    subject: String,
    words: String,
    form_key: FormKey,
}

#[derive(Template)]
#[template(path = "jobs/letter.html")]
struct New {
    frame: Frame,
    selection: Selection,
    message: MessageForm,
    errors: Errors,
}

impl New {
    /// How long words are that are too long.
    fn length(&self) -> String {
        match self.message.words.replace("\r\n", "\n").trim().chars().count() {
            count if count > MESSAGE_LIMIT => {
                format!("Your words have {count} characters, {} too many.", count - MESSAGE_LIMIT)
            }
            _ => String::new(),
        }
    }
}

/// The form.
///
/// # Errors
/// 404 for somebody else's selection.
pub async fn new(advisor: Advisor, id: Path<SelectionId>, frame: Frame, mut conn: Conn) -> Reply {
    let selection = Selection::of(&advisor, *id, &mut conn).await?;
    ok(&New { frame, selection, message: MessageForm::default(), errors: Errors::default() })
}

/// Keeps it, and shows what each student would get.
///
/// # Errors
/// 404 for somebody else's selection.
pub async fn create(
    advisor: Advisor,
    id: Path<SelectionId>,
    form: FormData<MessageForm>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(message) = form;
    let selection = Selection::of(&advisor, *id, &mut conn).await?;
    let mut errors = frame.errors();
    let subject = errors.take("subject", Subject::parse(&message.subject));
    let words = errors.take("words", MessageWords::parse(&message.words));
    let (Some(subject), Some(words), true) = (subject, words, errors.is_empty()) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &New { frame, selection, message, errors });
    };
    let work = Work::letter(subject, words);
    match Job::draft(&advisor, &selection, &work, message.form_key, &mut conn).await? {
        Some(id) => see_other(job::path(id)),
        None => see_other("/caseload?done=nobody-chosen"),
    }
}
