//! Signing in and out.

pub mod again;
pub mod code;
pub mod way_in;

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, http::header, web::Query};
use askama::Template;
use diesel_async::AsyncPgConnection;
use jiff::Timestamp;
use serde::Deserialize;

use self::code::Code;
use super::{
    error::Error,
    form::{Errors, FormData},
    guard::{Anyone, Conn, anonymous},
    kept,
    page::{Frame, Reply, html, ok, see_other},
    session, state,
};
use crate::model::{
    account::Account,
    arrival::Arrival,
    email::Email,
    half_sign_in::{self, Owes},
    id::SessionId,
    password::Password,
    password_change,
    person::Role,
    second_factor, session as sessions, throttle,
};

#[derive(Template)]
#[template(path = "sign_in/new.html")]
struct New {
    frame: Frame,
    email: String,
    next: String,
    /// The fields of a form that waits, sealed; empty without one.
    kept: String,
    errors: Errors,
    /// Whether somebody's session ran out under their hands.
    is_back_soon: bool,
}

/// Where to go on after signing in.
#[derive(Deserialize)]
pub struct Onward {
    /// A path of ours, or anything: [`path_or_empty`] decides.
    #[serde(default)]
    pub next: String,
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
    #[serde(default)]
    kept: String,
}

/// The form.
///
/// # Errors
/// When the page cannot be rendered.
pub async fn new(anyone: Anyone, onward: Query<Onward>, frame: Frame) -> Reply {
    let next = path_or_empty(&onward.next);
    match anyone.0 {
        Some(person) => see_other(if next.is_empty() { home_of(person.role) } else { &next }),
        None => {
            let (email, kept, errors) = (String::new(), String::new(), Errors::default());
            ok(&New { frame, email, next, kept, errors, is_back_soon: false })
        }
    }
}

/// Checks address and password; which of the two was wrong is not told, and an unknown address takes as long as a known one.
/// An account with a second factor, or with too many failures today, goes on to the code.
///
/// # Errors
/// When the database or the hashing threads are too busy.
pub async fn create(form: FormData<SignIn>, req: HttpRequest, frame: Frame) -> Reply {
    let FormData(mut form) = form;
    let shared = state::shared(&req);
    let next = path_or_empty(&form.next);
    form.kept = kept::genuine(&req, form.kept);
    let Ok(email) = Email::parse(&form.email) else { return refused(frame, form, next) };
    let attempt = throttle::SignIn::of(email.key(), session::ip_of(&req), &shared.config.campus_networks);

    // The connection goes back before the hashing, which takes far longer than the query.
    let (account, is_under_attack) = {
        let mut conn = state::pool(&req).get().await?;
        let is_under_attack = attempt.begin(&mut conn).await?;
        (Account::with_email(&email, &mut conn).await?, is_under_attack)
    };
    let hash = account.as_ref().map(|account| account.password_hash.clone());
    let verdict = shared.hasher.verify(Password::typed(&form.password), hash).await?;
    let Some(mut account) = account.filter(|_| verdict.fits) else { return refused(frame, form, next) };

    let mut conn = state::pool(&req).get().await?;
    attempt.succeeded(&mut conn).await?;
    if let Some(renewed) = verdict.renewed {
        password_change::renew_hash(account.id, &account.password_hash, &renewed, &mut conn).await?;
        account.password_hash = renewed;
    }
    let owes = match second_factor::standing(account.id, &mut conn).await? {
        Some(_) => Some(Owes::Factor),
        None => is_under_attack.then_some(Owes::Mail),
    };
    if let Some(owes) = owes {
        return half_way(&account, owes, form.kept, next, &req, frame, &mut conn).await;
    }
    let onward = if next.is_empty() { home_of(account.role()) } else { &next };
    let from = anonymous(&req).map(|here| here.id);
    match complete((&account, &account.password_hash), from, &req, &frame, (&form.kept, onward), &mut conn).await? {
        Some(answer) => Ok(answer),
        None => refused(frame, form, next),
    }
}

/// The same page again, with the address and without the password.
fn refused(frame: Frame, form: SignIn, next: String) -> Reply {
    let mut errors = Errors::default();
    errors.add("email", "sign-in-refused");
    let page = New { frame, email: form.email, next, kept: form.kept, errors, is_back_soon: false };
    html(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// The password was right; now the code. A form that waits stays in the page.
async fn half_way(
    account: &Account,
    owes: Owes,
    kept: String,
    next: String,
    req: &HttpRequest,
    frame: Frame,
    conn: &mut AsyncPgConnection,
) -> Reply {
    let shared = state::shared(req);
    // What they answered here before waits for them; a session of somebody ends.
    let from = anonymous(req).map(|here| here.id);
    if let (None, Some(before)) = (from, session::cookie(req)) {
        sessions::end(&before, conn).await?;
    }
    let Some(token) = half_sign_in::begin(account, owes, from, &shared.post, conn).await? else {
        return see_other("/sign-in");
    };
    shared.post.ring();
    let mut answer = HttpResponse::SeeOther();
    if !kept.is_empty() {
        answer = HttpResponse::Ok();
    }
    session::put(&mut answer, &shared.config, &token);
    if kept.is_empty() {
        return Ok(answer.insert_header((header::LOCATION, way_in::with_next("/sign-in/code", &next))).finish());
    }
    let page = Code { frame, is_mailed: owes == Owes::Mail, next, kept, errors: Errors::default() };
    Ok(answer.content_type("text/html; charset=utf-8").body(page.render()?))
}

/// Signs in for good and leads on; nothing when the account changed in between. `verified` is the hash that was verified,
/// `from` the session without a person that the browser had; `onward` is a sealed form, if one waits, and the address to go
/// to. Who brings answers is asked about them first.
async fn complete(
    (account, verified): (&Account, &str),
    from: Option<SessionId>,
    req: &HttpRequest,
    frame: &Frame,
    onward: (&str, &str),
    conn: &mut AsyncPgConnection,
) -> Result<Option<HttpResponse>, Error> {
    let shared = state::shared(req);
    let (browser, before) = (session::device_of(req), session::cookie(req));
    let arrival = Arrival {
        account,
        verified,
        browser: &browser,
        ip: session::ip_of(req),
        at: frame.setting.local(Timestamp::now()).datetime(),
        before: before.as_ref(),
        from,
    };
    let Some(arrived) = arrival.sign_in(&shared.post, conn).await? else { return Ok(None) };
    shared.post.ring();
    let asked = way_in::with_next("/earlier-answers", onward.1);
    let place = if arrived.brings_answers { &asked } else { onward.1 };
    let mut answer = kept::onward(req, account.id, onward.0, place);
    session::put(&mut answer, &shared.config, &arrived.token);
    Ok(Some(answer.finish()))
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
        Role::Admin => "/admin",
    }
}

/// A path of this site, or nothing: one leading slash, no backslash, no control characters.
#[must_use]
pub fn path_or_empty(raw: &str) -> String {
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
