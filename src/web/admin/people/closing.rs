//! Closing somebody's account, and opening it again.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use diesel_async::AsyncPgConnection;
use jiff::Timestamp;
use serde::Deserialize;

use super::{heir, heirs_of, path};
use crate::{
    model::{
        admins::{Refusal, refusal},
        deactivation::{self, Answer},
        id::PersonId,
        people::{Counts, Listed},
        person::{Admin, Role},
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::{Conn, Sudo},
        page::{Frame, Reply, html, ok, see_other},
        state,
    },
};

#[derive(Template)]
#[template(path = "admin/people/deactivation.html")]
struct Deactivation {
    frame: Frame,
    path: String,
    one: Listed,
    refusal: Option<&'static str>,
    heirs: Vec<(String, String)>,
    to: String,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "admin/people/reopening.html")]
struct Reopening {
    frame: Frame,
    path: String,
    one: Listed,
    errors: Errors,
}

/// Who gets the students of somebody who leaves.
#[derive(Deserialize)]
pub struct Heir {
    #[serde(default)]
    to: String,
}

/// What closing an account means, and the button.
///
/// # Errors
/// [`Error::NotFound`] when there is nobody of this id.
pub async fn deactivation(Sudo(admin): Sudo<Admin>, id: Path<PersonId>, frame: Frame, mut conn: Conn) -> Reply {
    let one = Listed::with_id(*id, &mut conn).await?;
    if one.is_closed() {
        return see_other(path(one.id));
    }
    ok(&leaving(&admin, one, String::new(), Errors::default(), frame, &mut conn).await?)
}

/// Closes an account. The last admin and oneself stay.
///
/// # Errors
/// [`Error::NotFound`] when there is nobody of this id.
pub async fn deactivate(
    Sudo(admin): Sudo<Admin>,
    id: Path<PersonId>,
    form: FormData<Heir>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(Heir { to }) = form;
    let post = &state::shared(&req).post;
    let one = Listed::with_id(*id, &mut conn).await?;
    if one.is_closed() {
        return see_other(path(one.id));
    }
    let mut errors = frame.errors();
    if let (Some(heir), true) = (errors.take("to", heir(&to)), errors.is_empty()) {
        match deactivation::close(&admin, one.id, heir, post, &mut conn).await? {
            Answer::Done => {
                post.ring();
                return see_other(format!("{}?done=deactivated", path(one.id)));
            }
            // The page finds the same words and shows no button.
            Answer::Refused(_) => {}
            Answer::NobodyToGiveTo => errors.add("to", "advisor-unknown"),
        }
    }
    let page = leaving(&admin, one, to, errors, frame, &mut conn).await?;
    html(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn leaving(
    admin: &Admin,
    one: Listed,
    to: String,
    errors: Errors,
    frame: Frame,
    conn: &mut AsyncPgConnection,
) -> Result<Deactivation, Error> {
    let refusal = refusal(admin.id(), one.id, one.role(), Counts::admins(conn).await?).map(|why| match why {
        Refusal::Oneself => "deactivation-of-oneself",
        Refusal::LastAdmin => "deactivation-of-last-admin",
    });
    let heirs = if one.students.is_some() { heirs_of(one.id, conn).await? } else { Vec::new() };
    Ok(Deactivation { path: path(one.id), frame, one, refusal, heirs, to, errors })
}

/// What opening an account again means, and the button.
///
/// # Errors
/// [`Error::NotFound`] when there is nobody of this id.
pub async fn reopening(_admin: Sudo<Admin>, id: Path<PersonId>, frame: Frame, mut conn: Conn) -> Reply {
    let one = Listed::with_id(*id, &mut conn).await?;
    if !one.is_closed() {
        return see_other(path(one.id));
    }
    ok(&Reopening { path: path(one.id), frame, one, errors: Errors::default() })
}

/// Opens an account again.
///
/// # Errors
/// [`Error::NotFound`] when there is nobody of this id.
pub async fn reopen(
    Sudo(admin): Sudo<Admin>,
    id: Path<PersonId>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let one = Listed::with_id(*id, &mut conn).await?;
    if !one.is_closed() {
        return see_other(path(one.id));
    }
    let errors = frame.errors();
    if !errors.is_empty() {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &Reopening { path: path(one.id), frame, one, errors });
    }
    let post = &state::shared(&req).post;
    let at = frame.setting.local(Timestamp::now()).datetime();
    deactivation::reopen(&admin, one.id, at, post, &mut conn).await?;
    post.ring();
    see_other(format!("{}?done=reopened", path(one.id)))
}

impl Deactivation {
    fn is_student(&self) -> bool {
        self.one.role() == Role::Student
    }
}
