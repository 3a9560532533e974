//! What an advisor knows of a student's way, as part of the record.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use serde::Deserialize;

use super::today;
use crate::{
    model::{
        advisee::{Advisee, Record},
        id::{FormKey, StudentId},
        outcome::{self, Outcome, Way},
        person::Advisor,
    },
    web::{
        form::{Errors, FormData},
        glance,
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

#[derive(Template)]
#[template(path = "outcomes/record.html")]
struct Edit {
    frame: Frame,
    record: Record,
    told: Vec<Outcome>,
    form: Form,
    errors: Errors,
}

/// The form as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    way: String,
    on: String,
    form_key: FormKey,
}

/// What was told, and the form.
///
/// # Errors
/// 404 for a student out of reach.
pub async fn edit(advisor: Advisor, id: Path<StudentId>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&advisor, *id, &mut conn).await?;
        return answer;
    }
    let record = Advisee::open(&advisor, *id, &mut conn).await?;
    let told = Outcome::all_of(record.id, &mut conn).await?;
    let form = Form { on: today(&frame).to_string(), ..Form::default() };
    ok(&Edit { frame, record, told, form, errors: Errors::default() })
}

/// Notes it.
///
/// # Errors
/// 404 for a student out of reach.
pub async fn create(
    advisor: Advisor,
    id: Path<StudentId>,
    form: FormData<Form>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let advisee = Advisee::of(&advisor, *id, &mut conn).await?;
    let mut errors = frame.errors();
    let way = errors.take("way", Way::parse(&form.way));
    let on = errors.take("on", outcome::day(&form.on, today(&frame)));
    if let (Some(way), Some(on), true) = (way, on, errors.is_empty()) {
        outcome::note(&advisor, &advisee, way, on, form.form_key, &mut conn).await?;
        return see_other(format!("{}?done=outcome-noted", advisee.outcome_path()));
    }
    let record = advisee.opened(&advisor, &mut conn).await?;
    let told = Outcome::all_of(record.id, &mut conn).await?;
    html(StatusCode::UNPROCESSABLE_ENTITY, &Edit { frame, record, told, form, errors })
}

impl Edit {
    fn ways(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        Way::ALL.into_iter().map(|way| (way.code(), way.words(), "")).collect()
    }
}
