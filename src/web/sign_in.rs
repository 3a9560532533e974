//! Signing in and out.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, http::header, web::Query};
use askama::Template;
use serde::Deserialize;

use super::{
    error::Error,
    form::{Errors, FormData},
    guard::{Anyone, Conn},
    page::{Frame, Reply, html, ok, see_other},
    session, state,
};
use crate::model::{
    email::Email,
    password::Password,
    person::{Account, Role},
    session as sessions, throttle,
};

#[derive(Template)]
#[template(path = "sign_in/new.html")]
struct New {
    frame: Frame,
    email: String,
    next: String,
    errors: Errors,
}

/// Where to go on after signing in.
#[derive(Deserialize)]
pub struct Onward {
    #[serde(default)]
    next: String,
}

/// The form as it is posted.
#[derive(Deserialize)]
pub struct SignIn {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

/// The form.
///
/// # Errors
/// When the page cannot be rendered.
pub async fn new(anyone: Anyone, onward: Query<Onward>, frame: Frame) -> Reply {
    let next = path_or_empty(&onward.next);
    match anyone.0 {
        Some(person) => see_other(if next.is_empty() { home_of(person.role) } else { &next }),
        None => ok(&New { frame, email: String::new(), next, errors: Errors::default() }),
    }
}

/// Checks address and password; which of the two was wrong is not told, and an unknown address takes as long as a known one.
///
/// # Errors
/// When the database or the hashing threads are too busy.
pub async fn create(form: FormData<SignIn>, req: HttpRequest, frame: Frame) -> Reply {
    let FormData(form) = form;
    let shared = state::shared(&req);
    let next = path_or_empty(&form.next);
    let Ok(email) = Email::parse(&form.email) else { return refused(frame, form, next) };
    let attempt = throttle::SignIn::of(email.key(), session::ip_of(&req), &shared.config.campus_networks);

    // The connection goes back before the hashing, which takes far longer than the query.
    let account = {
        let mut conn = state::pool(&req).get().await?;
        attempt.may_try(&mut conn).await?;
        Account::with_email(&email, &mut conn).await?
    };
    let hash = account.as_ref().map(|account| account.password_hash.clone());
    let fits = shared.hasher.verify(Password::typed(&form.password), hash).await?;

    let mut conn = state::pool(&req).get().await?;
    let Some(account) = account.filter(|_| fits) else {
        attempt.failed(&mut conn).await?;
        return refused(frame, form, next);
    };
    attempt.succeeded(&mut conn).await?;
    let begun = sessions::begin_with(account.id, &account.password_hash, &session::device_of(&req), &mut conn).await?;
    let Some(token) = begun else { return refused(frame, form, next) };
    if let Some(before) = session::cookie(&req) {
        sessions::end(&before, &mut conn).await?;
    }
    let onward = if next.is_empty() { home_of(account.role()) } else { &next };
    let mut answer = HttpResponse::SeeOther();
    session::put(&mut answer, &shared.config, &token);
    Ok(answer.insert_header((header::LOCATION, onward)).finish())
}

/// The same page again, with the address and without the password.
fn refused(frame: Frame, form: SignIn, next: String) -> Reply {
    let mut errors = Errors::default();
    errors.add("email", "sign-in-refused");
    html(StatusCode::UNPROCESSABLE_ENTITY, &New { frame, email: form.email, next, errors })
}

/// Signs out here and clears what the browser kept.
///
/// # Errors
/// When the database is away: then nobody was signed out, and the page says so.
pub async fn destroy(req: HttpRequest, mut conn: Conn) -> Reply {
    if let Some(token) = session::cookie(&req) {
        sessions::end(&token, &mut conn).await?;
    }
    let mut answer = HttpResponse::SeeOther();
    session::take_out(&mut answer, &state::shared(&req).config);
    Ok(answer.insert_header((header::LOCATION, "/?done=signed-out")).finish())
}

/// Each role's first page.
#[must_use]
pub fn home_of(role: Role) -> &'static str {
    match role {
        Role::Student => "/home",
        Role::Advisor | Role::Lead => "/caseload",
        Role::Admin => "/admin/claims",
    }
}

/// To the sign-in page, and back to where somebody wanted to go.
pub fn redirect(req: &HttpRequest) -> HttpResponse {
    // A form cannot be posted again by going back to it, so a post leads to the page it stood on, if that is told.
    let wanted = if req.method().is_safe() {
        req.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned()
    } else {
        referring_path(req).unwrap_or_default()
    };
    let next = path_or_empty(&wanted);
    let location = if next.is_empty() {
        "/sign-in".to_owned()
    } else {
        let query = serde_html_form::to_string([("next", next)]).unwrap_or_default();
        format!("/sign-in?{query}")
    };
    HttpResponse::SeeOther().insert_header((header::LOCATION, location)).finish()
}

fn referring_path(req: &HttpRequest) -> Option<String> {
    let from = req.headers().get(header::REFERER)?.to_str().ok()?;
    let config = &state::shared(req).config;
    from.strip_prefix(&config.base()).filter(|rest| rest.starts_with('/')).map(str::to_owned)
}

/// A path of this site, or nothing: one leading slash, no backslash, no control characters.
fn path_or_empty(raw: &str) -> String {
    let is_path = raw.starts_with('/')
        && !raw.starts_with("//")
        && raw.len() <= 2000
        && !raw.contains('\\')
        && !raw.chars().any(char::is_control);
    match raw.parse::<actix_web::http::Uri>() {
        Ok(uri) if is_path && uri.host().is_none() => uri.path_and_query().map(ToString::to_string).unwrap_or_default(),
        _ => String::new(),
    }
}

impl From<Errors> for Error {
    /// A form of ours that cannot be wrong was: it was not typed by a person.
    fn from(_: Errors) -> Self {
        Self::Unreadable
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn onward_is_a_path_of_ours_or_nothing() {
        assert_eq!(path_or_empty("/results/1?x=2"), "/results/1?x=2");
        for odd in [
            "",
            "results",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/a\r\nb",
            "/\u{0}",
            "javascript:alert(1)",
            "\\/evil.example",
        ] {
            assert_eq!(path_or_empty(odd), "", "{odd:?}");
        }
    }
}
