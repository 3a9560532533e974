//! Starting over: a visitor deletes what they answered in this browser, after a page that asks.

use actix_web::{HttpResponse, http::header};
use askama::Template;

use super::{
    error::Error,
    guard::Conn,
    page::{Frame, Reply, ok, see_other},
};
use crate::model::{adoption::Earlier, respondent::Respondent, session::Anonymous, trial};

#[derive(Template)]
#[template(path = "questions/removal.html")]
struct Removal {
    frame: Frame,
    earlier: Option<Earlier>,
}

/// Asks first: one press too many would cost eight minutes.
///
/// # Errors
/// 404 for students, who answer again instead.
pub async fn removal(respondent: Respondent, frame: Frame, mut conn: Conn) -> Reply {
    let here = visitor(&respondent)?;
    let Some(attempt) = here.and_then(|here| here.attempt) else { return see_other("/questions") };
    let earlier = Earlier::of(attempt, &mut conn).await?;
    ok(&Removal { frame, earlier })
}

/// Deletes them, and has the browser forget what it kept of them.
///
/// # Errors
/// 404 for students.
pub async fn remove(respondent: Respondent, mut conn: Conn) -> Reply {
    if let Some(here) = visitor(&respondent)? {
        trial::delete(here.id, &mut conn).await?;
    }
    let mut answer = HttpResponse::SeeOther();
    answer.insert_header((header::CLEAR_SITE_DATA, "\"cache\", \"storage\""));
    Ok(answer.insert_header((header::LOCATION, "/questions?done=started-over")).finish())
}

fn visitor(respondent: &Respondent) -> Result<Option<Anonymous>, Error> {
    match respondent {
        Respondent::Visitor(here) => Ok(*here),
        Respondent::Student(_) => Err(Error::NotFound),
    }
}
