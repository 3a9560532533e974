//! What became of a student: the page behind the letter that asks, where one tap answers.

pub mod lists;
pub mod record;
pub mod report;

use actix_web::http::StatusCode;
use askama::Template;
use diesel_async::AsyncPgConnection;
use jiff::{Timestamp, civil::Date};
use serde::Deserialize;

use super::{
    error::Error,
    form::{Errors, FormData},
    guard::Conn,
    page::{Frame, Reply, html, ok, see_other},
};
use crate::model::{
    id::FormKey,
    outcome::{self, Outcome, Way},
    person::Student,
    result::StoredResult,
};

#[derive(Template)]
#[template(path = "outcomes/show.html")]
struct Show {
    frame: Frame,
    /// The day of the newest result.
    day: String,
    told: Option<Outcome>,
    form_key: FormKey,
    errors: Errors,
}

/// The button that was tapped.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Tap {
    way: String,
    form_key: FormKey,
}

/// The question with its answers. Opening it answers nothing.
///
/// # Errors
/// When the database is away.
pub async fn show(student: Student, frame: Frame, mut conn: Conn) -> Reply {
    match Show::of(&student, Errors::default(), frame, &mut conn).await? {
        Some(page) => ok(&page),
        None => see_other("/home"),
    }
}

/// Takes the answer.
///
/// # Errors
/// When the database is away.
pub async fn create(student: Student, form: FormData<Tap>, frame: Frame, mut conn: Conn) -> Reply {
    let FormData(form) = form;
    let mut errors = frame.errors();
    let way = errors.take("way", Way::parse(&form.way));
    let (Some(way), true) = (way, errors.is_empty()) else {
        return match Show::of(&student, errors, frame, &mut conn).await? {
            Some(page) => html(StatusCode::UNPROCESSABLE_ENTITY, &page),
            None => see_other("/home"),
        };
    };
    outcome::answer(&student, way, today(&frame), form.form_key, &mut conn).await?;
    see_other("/outcome?done=outcome-told")
}

impl Show {
    /// Nothing for somebody without a result.
    async fn of(
        student: &Student,
        errors: Errors,
        frame: Frame,
        conn: &mut AsyncPgConnection,
    ) -> Result<Option<Self>, Error> {
        let id = student.student_id();
        let Some(result) = StoredResult::newest_of(id, conn).await? else { return Ok(None) };
        let told = Outcome::all_of(id, conn).await?.into_iter().next();
        let day = frame.day(&result.created_at);
        Ok(Some(Self { frame, day, told, form_key: FormKey::new(), errors }))
    }
}

/// Today on the school's clock.
fn today(frame: &Frame) -> Date {
    frame.setting.local(Timestamp::now()).date()
}
