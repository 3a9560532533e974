//! A forgotten password: asking for a link, and the page behind it.

use std::time::Duration;

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use serde::Deserialize;
use tokio::time::{Instant, sleep_until};

use super::{
    error::Error,
    form::{Errors, FormData},
    guard::Conn,
    page::{Frame, Reply, html, ok, see_other},
    registrations::dead,
    session, state,
};
use crate::model::{email::Email, password::Password, reset, throttle, token::Token};

/// Writing the letter takes some milliseconds, and sending it takes the machine from whoever asks next: the answer comes when
/// both are over, for everybody alike (`make bench` compares known and unknown addresses).
const NO_SOONER: Duration = Duration::from_millis(50);

#[derive(Template)]
#[template(path = "passwords/forgot.html")]
struct Forgot {
    frame: Frame,
    email: String,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "passwords/sent.html")]
struct Sent {
    frame: Frame,
}

#[derive(Template)]
#[template(path = "passwords/reset.html")]
struct Reset {
    frame: Frame,
    path: String,
    email: String,
    errors: Errors,
}

/// The address of somebody who forgot.
#[derive(Deserialize)]
pub struct Address {
    #[serde(default)]
    email: String,
}

/// The new password.
#[derive(Deserialize)]
pub struct NewPassword {
    #[serde(default)]
    password: String,
}

/// The form for the address.
///
/// # Errors
/// When the page cannot be rendered.
pub async fn forgot(frame: Frame) -> Reply {
    ok(&Forgot { frame, email: String::new(), errors: Errors::default() })
}

/// Sends the link, if there is somebody to send it to. The answer is the same.
///
/// # Errors
/// When the database is away.
pub async fn ask(form: FormData<Address>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    let mut errors = Errors::default();
    let Some(email) = errors.take("email", Email::parse(&form.0.email)) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &Forgot { frame, email: form.0.email, errors });
    };
    let shared = state::shared(&req);
    throttle::may_bother_strangers(session::ip_of(&req), &shared.config.campus_networks, &mut conn).await?;
    let due = Instant::now() + NO_SOONER;
    let post = &shared.post;
    reset::ask(&email, post, &mut conn).await?;
    post.ring();
    // Neither the pool nor its next visitor waits with us.
    drop(conn);
    sleep_until(due).await;
    see_other("/password/forgot/sent")
}

/// "Look in your mail."
///
/// # Errors
/// When the page cannot be rendered.
pub async fn sent(frame: Frame) -> Reply {
    ok(&Sent { frame })
}

/// The form behind the link.
///
/// # Errors
/// When the database is away.
pub async fn edit(token: Path<String>, frame: Frame, mut conn: Conn) -> Reply {
    match account_behind(&token, &mut conn).await? {
        Some((_, email)) => ok(&Reset { path: frame.path.clone(), frame, email, errors: Errors::default() }),
        None => dead(frame, "/password/forgot"),
    }
}

/// Changes the password, ends all sessions, and leads to signing in.
///
/// # Errors
/// When the database or the hashing threads are too busy.
pub async fn update(token: Path<String>, form: FormData<NewPassword>, req: HttpRequest, frame: Frame) -> Reply {
    let shared = state::shared(&req);
    let found = account_behind(&token, &mut *state::pool(&req).get().await?).await?;
    let (Some((name, email)), Some(link)) = (found, Token::given(&token)) else {
        return dead(frame, "/password/forgot");
    };
    let mut errors = Errors::default();
    let about = ["signpost", &frame.school, &name, &email];
    let Some(password) = errors.take("password", Password::parse(&form.0.password, &about)) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &Reset { path: frame.path.clone(), frame, email, errors });
    };
    let password_hash = shared.hasher.hash(password).await?;
    let mut conn = state::pool(&req).get().await?;
    match reset::change(&link, &password_hash, &shared.post, &mut conn).await.map_err(Error::from) {
        Ok(()) => {
            shared.post.ring();
            see_other("/sign-in?done=password-changed")
        }
        Err(Error::NotFound) => dead(frame, "/password/forgot"),
        Err(error) => Err(error),
    }
}

async fn account_behind(
    token: &str,
    conn: &mut diesel_async::AsyncPgConnection,
) -> Result<Option<(String, String)>, Error> {
    match Token::given(token) {
        Some(link) => Ok(reset::account_behind(&link, conn).await?),
        None => Ok(None),
    }
}
