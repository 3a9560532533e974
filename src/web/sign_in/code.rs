//! The second step of signing in: a code of the authenticator app, or the one in a letter.

use actix_web::{HttpRequest, http::StatusCode, web::Query};
use askama::Template;
use serde::Deserialize;

use super::{Onward, complete, home_of, path_or_empty};
use crate::{
    model::{
        account::Account,
        half_sign_in::{self, HalfSignIn, Owes},
        throttle::Codes,
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
#[template(path = "sign_in/code.html")]
pub(super) struct Code {
    pub(super) frame: Frame,
    pub(super) is_mailed: bool,
    pub(super) next: String,
    pub(super) kept: String,
    pub(super) errors: Errors,
}

/// The code as it is posted.
#[derive(Deserialize)]
pub struct Form {
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
    #[serde(default)]
    kept: String,
}

/// The form for the code.
///
/// # Errors
/// When the database is away.
pub async fn new(req: HttpRequest, onward: Query<Onward>, frame: Frame) -> Reply {
    let next = path_or_empty(&onward.next);
    match half(&req).await? {
        Some(half) => ok(&Code {
            frame,
            is_mailed: half.owes() == Owes::Mail,
            next,
            kept: String::new(),
            errors: Errors::default(),
        }),
        None => see_other("/sign-in"),
    }
}

async fn half(req: &HttpRequest) -> Result<Option<HalfSignIn>, Error> {
    let Some(token) = session::cookie(req) else { return Ok(None) };
    Ok(half_sign_in::behind(&token, &mut *state::pool(req).get().await?).await?)
}

/// Checks the code; the right one signs in. Five tries in five minutes, whichever code it is.
///
/// # Errors
/// [`Error::TooMany`] beyond that.
pub async fn create(form: FormData<Form>, req: HttpRequest, frame: Frame) -> Reply {
    let FormData(mut form) = form;
    form.kept = kept::genuine(&req, form.kept);
    let (Some(half), Some(token)) = (half(&req).await?, session::cookie(&req)) else { return see_other("/sign-in") };
    let next = path_or_empty(&form.next);
    let mut conn = state::pool(&req).get().await?;
    let codes = Codes::of(half.person_id);
    codes.begin(&mut conn).await?;
    if !half.takes(&form.code, &token, &state::shared(&req).post, &mut conn).await? {
        let mut errors = Errors::default();
        errors.add("code", "code-refused");
        let page = Code { frame, is_mailed: half.owes() == Owes::Mail, next, kept: form.kept, errors };
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    codes.succeeded(&mut conn).await?;
    let account = Account::with_id(half.person_id, &mut conn).await?;
    let next = if next.is_empty() { home_of(half.role()).to_owned() } else { next };
    match complete((&account, &half.verified), half.from, &req, &frame, (&form.kept, &next), &mut conn).await? {
        Some(answer) => Ok(answer),
        None => see_other("/sign-in"),
    }
}
