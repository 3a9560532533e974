//! A student's results: the list, one with every point behind it, and its letter.

mod advice;
pub(super) mod answers;
mod around;
mod changes;
mod jobs;
mod parts;
pub mod shares;
mod show;
mod since;
mod tried;
mod way;
pub(super) mod words;

use actix_web::{HttpRequest, web::Path};
use askama::Template;
use serde::Deserialize;

pub(super) use self::way::{Way, way};
pub use self::{advice::AdviceCard, show::show};
use super::{
    error::Error,
    form::FormData,
    guard::Conn,
    page::{Frame, Reply, ok, see_other},
    state,
};
use crate::model::{
    attempt::Attempt,
    fit::{Outcome, Reason},
    id::{FormKey, ResultId},
    person::Student,
    recommendation::{self, SentAgain},
    respondent::Respondent,
    result::{self, Past, StoredResult},
    trial,
};

#[derive(Template)]
#[template(path = "results/index.html")]
struct Index {
    frame: Frame,
    results: Vec<Past>,
    is_open: bool,
}

/// All results, newest first.
///
/// # Errors
/// When the database is away.
pub async fn index(student: Student, frame: Frame, mut conn: Conn) -> Reply {
    let results = StoredResult::history(&student, &mut conn).await?;
    let is_open = Attempt::open_of(&student, &mut conn).await?.is_some();
    ok(&Index { frame, results, is_open })
}

impl Index {
    fn heading(&self, past: &Past) -> String {
        self.frame.t.say(words::heading_key(past.outcome, past.reason == Some(Reason::Conflict))).to_string()
    }

    fn points(&self, past: &Past) -> String {
        match past.outcome {
            Outcome::Insufficient => self.frame.t.say("results-no-points").to_string(),
            _ => self.frame.t.say("results-points").set("hi", past.hi).set("him", past.him).to_string(),
        }
    }
}

/// From which result to go on, if from one.
#[derive(Deserialize)]
pub struct Again {
    #[serde(default)]
    result: String,
}

/// Begins again: empty, or from a result with too few answers with the answers that were given.
///
/// # Errors
/// 404 for another person's result.
pub async fn again(respondent: Respondent, form: FormData<Again>, mut conn: Conn) -> Reply {
    let named = match form.0.result.parse() {
        Ok(id) => Some(ResultId(id)),
        Err(_) if form.0.result.is_empty() => None,
        Err(_) => return Err(Error::NotFound),
    };
    let student = match respondent {
        Respondent::Student(student) => student,
        visitor => return visitor_again(&visitor, named, conn).await,
    };
    let before = match named {
        Some(id) => Some(StoredResult::of(&student, id, &mut conn).await?),
        None => None,
    };
    let unfinished = match before.filter(|result| result.fit.outcome == Outcome::Insufficient) {
        Some(result) => Some(Attempt::of(&student, result.attempt_id, &mut conn).await?),
        None => None,
    };
    Attempt::again(&student, unfinished.as_ref(), &mut conn).await?;
    see_other(if unfinished.is_some() { "/questions/check" } else { "/questions" })
}

/// A visitor goes on with answers that were too few; to begin anew they start over.
async fn visitor_again(visitor: &Respondent, named: Option<ResultId>, mut conn: Conn) -> Reply {
    let Some(id) = named else { return see_other("/questions") };
    let here = show::here(visitor)?;
    let (_, fit) = trial::fit_of(here, id, &mut conn).await?;
    if fit.outcome != Outcome::Insufficient {
        return see_other(result::path(id));
    }
    trial::go_on(here, id, &mut conn).await?;
    see_other("/questions/check")
}

/// The key of the page's form: pressing twice sends one letter.
#[derive(Deserialize)]
pub struct SendAgain {
    #[serde(default)]
    key: FormKey,
}

/// Sends the letter again, three times an hour at most.
///
/// # Errors
/// 404 for another person's result.
pub async fn send_again(
    student: Student,
    id: Path<ResultId>,
    form: FormData<SendAgain>,
    req: HttpRequest,
    mut conn: Conn,
) -> Reply {
    let result = StoredResult::of(&student, *id, &mut conn).await?;
    let post = &state::shared(&req).post;
    let sent = recommendation::send_again(&student, &result, form.0.key, post, &mut conn).await?;
    post.ring();
    let done = match sent {
        SentAgain::Queued => "letter-queued",
        SentAgain::TooMany => "letter-limit",
        SentAgain::Wordless => "letter-wordless",
    };
    see_other(format!("{}?done={done}#letter", result.path()))
}
