//! The questionnaire: a page a part, the check page, and handing it in. What is next is derived from the answers.

pub mod check;
mod posted;
mod standing;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
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
    guard::Conn,
    page::{Frame, Reply, html, ok, see_other},
    session, state,
};
use crate::model::{
    attempt::Attempt,
    questionnaire::{Version, journey::Step},
    respondent::Respondent,
    throttle, trial,
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

/// On to where they stand: the first part that was never saved, then the check page.
///
/// # Errors
/// When the database is away.
pub async fn index(respondent: Respondent, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(attempt) = respondent.open_attempt(&mut conn).await? {
        return see_other(address_of(attempt.journey().next()));
    }
    if let Some(result) = respondent.handed_in(&mut conn).await? {
        return see_other(after_handing_in(&respondent, &result));
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
    let standing = match Standing::of(&respondent, &mut conn).await? {
        Named::Open(standing) => standing,
        Named::Submitted(path) => return see_other(after_handing_in(&respondent, &path)),
    };
    let to_check = from.from == "check";
    let standing = standing.told(frame.language, &mut conn).await?;
    ok(&standing.page(*part, to_check, Errors::default(), None, (&respondent, frame))?)
}

/// Commits a page of answers before the next is shown. A single tap, sent by the script, is answered with a word.
///
/// # Errors
/// 404 for another person's attempt; a submitted one leads to its result.
pub async fn answer(
    respondent: Respondent,
    part: Path<i16>,
    form: FormData<Vec<(String, String)>>,
    req: HttpRequest,
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
        let standing = standing.told(frame.language, &mut conn).await?;
        let page = standing.page(*part, form.to_check, errors, Some(&form.raw), (&respondent, frame))?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let whole_page = (!form.is_tap).then_some(*part);
    let mut cookie = None;
    let saved = match standing {
        Standing::Begun(attempt) => {
            let id = attempt.id;
            match attempt.save(whole_page, &said, &mut conn).await.map_err(Error::from) {
                Err(Error::Conflict) => return see_other(result_of(&respondent, id, &mut conn).await?),
                saved => saved?,
            }
        }
        Standing::Fresh(version) => match &respondent {
            Respondent::Student(student) => {
                Attempt::begin_with(student, version.id, whole_page, &said, &mut conn).await?
            }
            Respondent::Visitor(here) => {
                let campus = &state::shared(&req).config.campus_networks;
                throttle::may_try(session::ip_of(&req), campus, &mut conn).await?;
                let (attempt, token) = trial::begin_with(*here, version.id, whole_page, &said, &mut conn).await?;
                cookie = token;
                attempt
            }
        },
    };
    let mut answer = HttpResponse::build(if form.is_tap { StatusCode::OK } else { StatusCode::SEE_OTHER });
    if let Some(token) = cookie {
        session::put(&mut answer, &state::shared(&req).config, &token);
    }
    if form.is_tap {
        let words = frame.t.say("saved-at").set("at", frame.time(&saved.saved_at)).to_string();
        return Ok(answer.content_type("text/plain; charset=utf-8").body(words));
    }
    let place = match (form.leaves, form.to_check) {
        (true, _) if respondent.student().is_some() => "/home".to_owned(),
        (true, _) => "/?done=kept-a-day".to_owned(),
        (_, true) => "/questions/check".to_owned(),
        _ => address_of(saved.journey().after(*part)),
    };
    Ok(answer.insert_header((header::LOCATION, place)).finish())
}

/// Students find all their results; a visitor has one.
fn after_handing_in<'a>(respondent: &Respondent, result: &'a str) -> &'a str {
    if respondent.student().is_some() { "/results" } else { result }
}

/// Where a step is.
fn address_of(step: Step) -> String {
    match step {
        Step::Part(part) => format!("/questions/{part}"),
        Step::Check => "/questions/check".to_owned(),
    }
}
