//! Taking up an invitation: name and password, then signed in.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, http::header, web::Path};
use askama::Template;
use serde::Deserialize;

use super::{
    error::Error,
    form::{Errors, FormData},
    guard::{Conn, anonymous},
    page::{Frame, Reply, html, ok},
    registrations::dead,
    session, state,
};
use crate::model::{
    adoption,
    invitation::Invitation,
    password::Password,
    person::{FullName, Role},
    session as sessions,
    token::Token,
};

#[derive(Template)]
#[template(path = "invitations/edit.html")]
struct Edit {
    frame: Frame,
    path: String,
    invitation: Invitation,
    name: String,
    errors: Errors,
}

/// What the invited person brings.
#[derive(Deserialize)]
pub struct Form {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
}

/// The form behind the link.
///
/// # Errors
/// When the database is away.
pub async fn edit(token: Path<String>, frame: Frame, mut conn: Conn) -> Reply {
    let Some(link) = Token::given(&token) else { return dead(frame, "/sign-in") };
    match Invitation::behind(&link, &mut conn).await? {
        Some(invitation) => {
            let name = invitation.full_name.clone();
            ok(&Edit { path: frame.path.clone(), frame, invitation, name, errors: Errors::default() })
        }
        None => dead(frame, "/sign-in"),
    }
}

/// Takes it up.
///
/// # Errors
/// When the database or the hashing threads are too busy.
pub async fn update(token: Path<String>, form: FormData<Form>, req: HttpRequest, frame: Frame) -> Reply {
    let FormData(form) = form;
    let shared = state::shared(&req);
    let Some(link) = Token::given(&token) else { return dead(frame, "/sign-in") };
    let found = Invitation::behind(&link, &mut *state::pool(&req).get().await?).await?;
    let Some(invitation) = found else { return dead(frame, "/sign-in") };
    let mut errors = Errors::default();
    let name = errors.take("name", FullName::parse(&form.name));
    let about = ["signpost", &frame.school, form.name.trim(), &invitation.email];
    let password = errors.take("password", Password::parse(&form.password, &about));
    let (Some(name), Some(password)) = (name, password) else {
        return html(
            StatusCode::UNPROCESSABLE_ENTITY,
            &Edit { path: frame.path.clone(), frame, invitation, name: form.name, errors },
        );
    };
    let password_hash = shared.hasher.hash(password).await?;
    let mut conn = state::pool(&req).get().await?;
    match Invitation::take_up(&link, &name, &password_hash, &frame.setting, frame.language, &mut conn)
        .await
        .map_err(Error::from)
    {
        Ok(person_id) => {
            let token = sessions::begin(person_id, &session::device_of(&req), &mut conn).await?;
            if let Some(here) = anonymous(&req) {
                match invitation.role() {
                    Role::Student => drop(adoption::carry(here.id, &token, &mut conn).await?),
                    _ => adoption::forget(here.id, &mut conn).await?,
                }
            }
            let mut answer = HttpResponse::SeeOther();
            session::put(&mut answer, &shared.config, &token);
            // Staff set up the second step first; where it is only offered, that page can be skipped.
            let first = if invitation.role().is_staff() { "/account/second-factor" } else { "/home" };
            Ok(answer.insert_header((header::LOCATION, first)).finish())
        }
        Err(Error::NotFound) => dead(frame, "/sign-in"),
        Err(error) => Err(error),
    }
}
