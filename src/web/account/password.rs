//! A new password for one's own account.

use actix_web::{HttpRequest, http::StatusCode};
use askama::Template;
use serde::Deserialize;

use crate::{
    model::{
        password::Password,
        password_change,
        person::{Member, Person},
        session::Session,
    },
    web::{
        form::{Errors, FormData},
        guard::Sudo,
        page::{Frame, Reply, html, ok, see_other},
        state,
    },
};

#[derive(Template)]
#[template(path = "account/password.html")]
struct Edit {
    frame: Frame,
    email: String,
    errors: Errors,
}

/// The new password, as it is posted.
#[derive(Deserialize)]
pub struct Form {
    #[serde(default)]
    password: String,
}

/// The form.
///
/// # Errors
/// When the page cannot be rendered.
pub async fn edit(Sudo(member): Sudo<Member>, frame: Frame) -> Reply {
    ok(&Edit { frame, email: member.person().email.clone(), errors: Errors::default() })
}

/// Changes it; everywhere else one is signed out.
///
/// # Errors
/// When the database or the hashing threads are too busy.
pub async fn update(
    Sudo(member): Sudo<Member>,
    here: Session,
    form: FormData<Form>,
    req: HttpRequest,
    frame: Frame,
) -> Reply {
    let shared = state::shared(&req);
    let Person { full_name, email, .. } = member.person();
    let mut errors = frame.errors();
    let about = ["signpost", &frame.school, full_name, email];
    let typed = errors.take("password", Password::parse(&form.0.password, &about));
    // A password that came back from the sign-in page may be somebody else's word: it is typed again.
    let Some(password) = typed.filter(|_| errors.is_empty()) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &Edit { frame, email: email.clone(), errors });
    };
    let hash = shared.hasher.hash(password).await?;
    password_change::by_owner(&here, &hash, &shared.post, &mut *state::pool(&req).get().await?).await?;
    shared.post.ring();
    see_other("/account?done=own-password-changed")
}
