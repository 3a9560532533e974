//! Sudo mode: before an act that matters, somebody who is signed in shows once more that it is them.

use actix_web::{HttpMessage as _, HttpRequest, http::StatusCode, web::Query};
use askama::Template;
use serde::Deserialize;

use super::{Onward, home_of, path_or_empty};
use crate::{
    model::{
        account::Account,
        email::Email,
        password::Password,
        person::Member,
        second_factor,
        session::{self as sessions, Session},
        throttle::{Codes, SignIn},
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        kept,
        page::{Frame, Reply, html, ok, see_other},
        session, state,
    },
};

#[derive(Template)]
#[template(path = "sign_in/again.html")]
pub(super) struct Again {
    frame: Frame,
    has_factor: bool,
    next: String,
    kept: String,
    errors: Errors,
}

impl Again {
    /// The page, in place of the answer to a form.
    pub(super) fn asked(req: &HttpRequest, frame: Frame, next: String, kept: String) -> Self {
        let has_factor = req.extensions().get::<Session>().is_some_and(|here| here.has_factor);
        Self { frame, has_factor, next, kept, errors: Errors::default() }
    }
}

/// The password or a code, as it is posted.
#[derive(Deserialize)]
pub struct Form {
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
    #[serde(default)]
    kept: String,
}

/// The form.
///
/// # Errors
/// When the page cannot be rendered.
pub async fn new(member: Member, here: Session, onward: Query<Onward>, frame: Frame) -> Reply {
    let next = path_or_empty(&onward.next);
    if here.is_confirmed {
        return see_other(if next.is_empty() { home_of(member.person().role) } else { &next });
    }
    ok(&Again { frame, has_factor: here.has_factor, next, kept: String::new(), errors: Errors::default() })
}

/// Checks it. The right one opens sudo mode for ten minutes, under a new cookie.
///
/// # Errors
/// [`Error::TooMany`] after too many wrong ones.
pub async fn create(member: Member, here: Session, form: FormData<Form>, req: HttpRequest, frame: Frame) -> Reply {
    let FormData(mut form) = form;
    form.kept = kept::genuine(&req, form.kept);
    let next = path_or_empty(&form.next);
    let is_them = if here.has_factor && !form.code.trim().is_empty() {
        code_fits(&member, &form.code, &req).await?
    } else {
        password_fits(&member, &form.password, &req).await?
    };
    if !is_them {
        let mut errors = Errors::default();
        if form.code.trim().is_empty() {
            errors.add("password", "password-refused");
        } else {
            errors.add("code", "code-refused");
        }
        let page = Again { frame, has_factor: here.has_factor, next, kept: form.kept, errors };
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let before = session::cookie(&req).ok_or(Error::SignedOut)?;
    // Another tab may have been asked and answered in the same moment: then its cookie is the new one.
    let Some(token) = sessions::confirm(&before, &mut *state::pool(&req).get().await?).await? else {
        return see_other(if next.is_empty() { "/account" } else { &next });
    };
    let next = if next.is_empty() { home_of(member.person().role) } else { &next };
    let mut answer = kept::onward(&req, member.id(), &form.kept, next);
    session::put(&mut answer, &state::shared(&req).config, &token);
    Ok(answer.finish())
}

async fn code_fits(member: &Member, code: &str, req: &HttpRequest) -> Result<bool, Error> {
    let mut conn = state::pool(req).get().await?;
    let codes = Codes::of(member.id());
    codes.begin(&mut conn).await?;
    let fits = second_factor::proves(member.id(), code, &state::shared(req).post.secret, &mut conn).await?;
    if fits {
        codes.succeeded(&mut conn).await?;
    }
    Ok(fits)
}

async fn password_fits(member: &Member, password: &str, req: &HttpRequest) -> Result<bool, Error> {
    let shared = state::shared(req);
    let email = Email::parse(&member.person().email).map_err(|_| Error::NotFound)?;
    let attempt = SignIn::of(email.key(), session::ip_of(req), &shared.config.campus_networks);
    // The connection goes back before the hashing.
    let account = {
        let mut conn = state::pool(req).get().await?;
        attempt.begin(&mut conn).await?;
        Account::with_id(member.id(), &mut conn).await?
    };
    let verdict = shared.hasher.verify(Password::typed(password), Some(account.password_hash)).await?;
    if verdict.fits {
        attempt.succeeded(&mut *state::pool(req).get().await?).await?;
    }
    Ok(verdict.fits)
}
