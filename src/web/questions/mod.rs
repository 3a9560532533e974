//! The questionnaire: a page a part, the check page, and handing it in. What is next is derived from the answers.

pub mod check;
mod posted;
mod standing;

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use serde::Deserialize;

use self::{
    posted::{Named, Posted, result_of},
    standing::Standing,
};
use super::{
    error::Error,
    form::{Errors, FormData},
    guard::{Conn, Respondent},
    page::{Frame, Reply, html, ok, see_other},
};
use crate::model::{
    attempt::Attempt,
    questionnaire::{Version, journey::Step},
    result::StoredResult,
};

#[derive(Template)]
#[template(path = "questions/none.html")]
struct NothingYet {
    frame: Frame,
}

/// Where the student came from.
#[derive(Deserialize)]
pub struct From {
    #[serde(default)]
    from: String,
}

/// On to where the student stands: the first part that was never saved, then the check page.
///
/// # Errors
/// When the database is away.
pub async fn index(respondent: Respondent, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(attempt) = Attempt::open_of(&respondent, &mut conn).await? {
        return see_other(address_of(attempt.journey().next()));
    }
    if StoredResult::newest_of(respondent.student_id(), &mut conn).await?.is_some() {
        return see_other("/results");
    }
    let published = Version::published(&mut conn).await?;
    match published.and_then(|version| version.sheet.parts().first().copied()) {
        Some(part) => see_other(address_of(Step::Part(part))),
        None => ok(&NothingYet { frame }),
    }
}

/// The page of one part. All parts are open from the start.
///
/// # Errors
/// [`Error::NotFound`] for a part that is none.
pub async fn part(respondent: Respondent, part: Path<i16>, from: Query<From>, frame: Frame, mut conn: Conn) -> Reply {
    let Some(standing) = Standing::of(&respondent, &mut conn).await? else { return see_other("/results") };
    let to_check = from.from == "check";
    ok(&standing.page(*part, to_check, Errors::default(), None, frame)?)
}

/// Commits a page of answers before the next is shown. A single tap, sent by the script, is answered with a word.
///
/// # Errors
/// 404 for another person's attempt; a submitted one leads to its result.
pub async fn answer(
    respondent: Respondent,
    part: Path<i16>,
    form: FormData<Vec<(String, String)>>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let form = Posted::read(&form.0);
    let standing = match form.standing(&respondent, &mut conn).await? {
        Named::Open(standing) => standing,
        Named::Submitted(path) => return see_other(path),
    };
    let items = standing.version().sheet.items_of(*part);
    if items.is_empty() {
        return Err(Error::NotFound);
    }
    let mut errors = Errors::default();
    let said = form.said(&items, &mut errors)?;
    if !errors.is_empty() {
        let page = standing.page(*part, form.to_check, errors, Some(&form.raw), frame)?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let whole_page = (!form.is_tap).then_some(*part);
    let id = match standing {
        Standing::Begun(attempt) => match attempt.save(whole_page, &said, &mut conn).await.map_err(Error::from) {
            Err(Error::Conflict) => return see_other(result_of(attempt.id, &mut conn).await?),
            saved => saved.map(|()| attempt.id)?,
        },
        Standing::Fresh(version) => {
            Attempt::begin_with(&respondent, version.id, whole_page, &said, &mut conn).await?.id
        }
    };
    let saved = Attempt::of(&respondent, id, &mut conn).await?;
    if form.is_tap {
        let words = frame.t.say("saved-at").set("at", frame.time(&saved.saved_at)).to_string();
        return Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(words));
    }
    see_other(match (form.leaves, form.to_check) {
        (true, _) => "/home".to_owned(),
        (_, true) => "/questions/check".to_owned(),
        _ => address_of(saved.journey().after(*part)),
    })
}

/// Where a step is.
fn address_of(step: Step) -> String {
    match step {
        Step::Part(part) => format!("/questions/{part}"),
        Step::Check => "/questions/check".to_owned(),
    }
}
