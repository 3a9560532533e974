//! Answers that a student gave in this browser before they signed in: they say whether to keep them.

use actix_web::{HttpRequest, http::StatusCode, web::Query};
use askama::Template;
use serde::Deserialize;

use super::{
    form::{Errors, FormData},
    guard::Conn,
    page::{Frame, Reply, html, ok, see_other},
    sign_in::{Onward, path_or_empty},
    state,
};
use crate::model::{
    adoption::{self, Earlier},
    attempt::Attempt,
    error::Error as Refused,
    id::AttemptId,
    person::Student,
    result,
    session::Session,
    trial,
};

/// The open attempt of the account, which keeping the others would replace.
struct Open {
    id: AttemptId,
    answered: i16,
    items: i16,
    date: String,
}

#[derive(Template)]
#[template(path = "earlier_answers/show.html")]
struct Show {
    frame: Frame,
    earlier: Earlier,
    date: String,
    open: Option<Open>,
    next: String,
    errors: Errors,
}

impl Show {
    /// Value, words and what follows from it.
    fn choices(&self) -> [(&'static str, String, String); 2] {
        let t = &self.frame.t;
        let then = match &self.open {
            _ if self.earlier.is_submitted => t.say("earlier-keep-result").to_string(),
            Some(open) => {
                let words = t.say("earlier-keep-instead").set("answered", open.answered).set("items", open.items);
                words.set("date", &open.date).to_string()
            }
            None => t.say("earlier-keep-new").to_string(),
        };
        let leave = t.say("earlier-leave-about").to_string();
        [
            ("yes", t.say("confirm-answers-keep").to_string(), then),
            ("no", t.say("confirm-answers-leave").to_string(), leave),
        ]
    }
}

/// What they say.
#[derive(Deserialize)]
pub struct Choice {
    #[serde(default)]
    keep: String,
    /// The open attempt that the page said would be replaced.
    #[serde(default)]
    instead: String,
    #[serde(default)]
    next: String,
}

/// The question; nobody who has brought nothing is asked.
///
/// # Errors
/// When the database is away.
pub async fn show(student: Student, here: Session, onward: Query<Onward>, frame: Frame, mut conn: Conn) -> Reply {
    let next = path_or_empty(&onward.next);
    let Some(earlier) = brought(&here, &mut conn).await? else { return see_other(or_home(&next)) };
    ok(&page(&student, earlier, next, Errors::default(), frame, &mut conn).await?)
}

/// Keeps or deletes them. The account's own open attempt goes only where the page said so.
///
/// # Errors
/// When the database is away.
pub async fn update(
    student: Student,
    here: Session,
    form: FormData<Choice>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let next = path_or_empty(&form.0.next);
    let Some(earlier) = brought(&here, &mut conn).await? else { return see_other(or_home(&next)) };
    let mut errors = Errors::default();
    match form.0.keep.as_str() {
        "yes" => {
            let (id, is_submitted) = (earlier.id, earlier.is_submitted);
            let instead = form.0.instead.parse().ok().map(AttemptId);
            let post = &state::shared(&req).post;
            match adoption::keep(id, &student, instead, &frame.setting, post, &mut conn).await {
                Err(Refused::Conflict) => errors.add("keep", "earlier-changed"),
                kept => {
                    kept?;
                    post.ring();
                    let place = if is_submitted { result::path(trial::result_id(id)) } else { "/questions".to_owned() };
                    return see_other(format!("{place}?done=answers-kept"));
                }
            }
        }
        "no" => {
            adoption::leave(earlier.id, &mut conn).await?;
            return see_other(or_home(&next));
        }
        _ => errors.add("keep", "earlier-choose"),
    }
    html(StatusCode::UNPROCESSABLE_ENTITY, &page(&student, earlier, next, errors, frame, &mut conn).await?)
}

async fn brought(here: &Session, conn: &mut Conn) -> Result<Option<Earlier>, Refused> {
    match here.brought {
        Some(attempt) => Earlier::of(attempt, conn).await,
        None => Ok(None),
    }
}

fn or_home(next: &str) -> &str {
    if next.is_empty() { "/home" } else { next }
}

async fn page(
    student: &Student,
    earlier: Earlier,
    next: String,
    errors: Errors,
    frame: Frame,
    conn: &mut Conn,
) -> Result<Show, Refused> {
    let own = if earlier.is_submitted { None } else { Attempt::open_of(student, conn).await? };
    let open = own.map(|attempt| {
        let progress = attempt.journey().progress();
        let date = frame.moment(&attempt.saved_at);
        Open { id: attempt.id, answered: progress.answered, items: progress.items, date }
    });
    Ok(Show { date: frame.moment(&earlier.saved_at), earlier, open, next, errors, frame })
}
