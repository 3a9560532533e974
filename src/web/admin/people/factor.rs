//! Taking off the second step of somebody who lost both the phone and the recovery codes.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use diesel_async::AsyncPgConnection;
use jiff::Timestamp;

use super::path;
use crate::{
    model::{id::PersonId, people::Listed, person::Admin, second_factor},
    web::{
        error::Error,
        form::Errors,
        guard::{Conn, Sudo},
        page::{Frame, Reply, html, ok, see_other},
        state,
    },
};

#[derive(Template)]
#[template(path = "admin/people/factor.html")]
struct Removal {
    frame: Frame,
    path: String,
    one: Listed,
    errors: Errors,
}

/// What it means, and the button.
///
/// # Errors
/// [`Error::NotFound`] when it is one's own, or nobody has this id.
pub async fn removal(Sudo(admin): Sudo<Admin>, id: Path<PersonId>, frame: Frame, mut conn: Conn) -> Reply {
    let one = somebody_else(&admin, *id, &mut conn).await?;
    if !one.has_factor {
        return see_other(path(one.id));
    }
    ok(&Removal { path: path(one.id), frame, one, errors: Errors::default() })
}

/// Takes it off: they sign in with the password alone, and where it is required set up another at once. A
/// letter tells them.
///
/// # Errors
/// [`Error::NotFound`] when it is one's own, or nobody has this id.
pub async fn remove(
    Sudo(admin): Sudo<Admin>,
    id: Path<PersonId>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let one = somebody_else(&admin, *id, &mut conn).await?;
    let errors = frame.errors();
    if !errors.is_empty() {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &Removal { path: path(one.id), frame, one, errors });
    }
    let post = &state::shared(&req).post;
    let at = frame.setting.local(Timestamp::now()).datetime();
    second_factor::take_off(one.id, admin.id(), at, post, &mut conn).await?;
    post.ring();
    see_other(format!("{}?done=their-factor-off", path(one.id)))
}

/// One's own is taken off at one's own account, where it is held against the school's rule.
async fn somebody_else(admin: &Admin, id: PersonId, conn: &mut AsyncPgConnection) -> Result<Listed, Error> {
    if id == admin.id() {
        return Err(Error::NotFound);
    }
    Ok(Listed::with_id(id, conn).await?)
}
