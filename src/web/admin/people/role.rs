//! Giving somebody on the staff another role.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use diesel_async::AsyncPgConnection;
use jiff::Timestamp;
use serde::Deserialize;

use super::{ROLES, heir, heirs_of, path};
use crate::{
    model::{
        admins::{Refusal, refusal},
        deactivation::Answer,
        id::PersonId,
        people::{Counts, Listed},
        person::{Admin, Role},
        role_change::{self, StaffRole},
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
#[template(path = "admin/people/role.html")]
struct Edit {
    frame: Frame,
    path: String,
    one: Listed,
    refusal: Option<&'static str>,
    heirs: Vec<(String, String)>,
    form: Form,
    errors: Errors,
}

/// The role, and who gets the students of somebody who is no advisor any more.
#[derive(Deserialize)]
pub struct Form {
    #[serde(default)]
    role: String,
    #[serde(default)]
    to: String,
}

/// The roles, what changing means, and the button.
///
/// # Errors
/// [`Error::NotFound`] when nobody active on the staff has this id.
pub async fn edit(Sudo(admin): Sudo<Admin>, id: Path<PersonId>, frame: Frame, mut conn: Conn) -> Reply {
    let one = on_the_staff(*id, &mut conn).await?;
    let form = Form { role: one.role().code().to_owned(), to: String::new() };
    ok(&page(&admin, one, form, Errors::default(), frame, &mut conn).await?)
}

/// Gives the role. The last admin and oneself keep theirs.
///
/// # Errors
/// [`Error::NotFound`] when nobody active on the staff has this id.
pub async fn update(
    Sudo(admin): Sudo<Admin>,
    id: Path<PersonId>,
    req: HttpRequest,
    form: FormData<Form>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let one = on_the_staff(*id, &mut conn).await?;
    let mut errors = frame.errors();
    let role = errors.take("role", StaffRole::parse(&form.role));
    let heir = errors.take("to", heir(&form.to));
    if let (Some(role), Some(heir), true) = (role, heir, errors.is_empty()) {
        let post = &state::shared(&req).post;
        let at = frame.setting.local(Timestamp::now()).datetime();
        match role_change::change(&admin, one.id, role, heir, at, post, &mut conn).await? {
            Answer::Done => {
                post.ring();
                return see_other(format!("{}?done=role-changed", path(one.id)));
            }
            // The page finds the same words and shows no button.
            Answer::Refused(_) => {}
            Answer::NobodyToGiveTo => errors.add("to", "advisor-unknown"),
        }
    }
    let page = page(&admin, one, form, errors, frame, &mut conn).await?;
    html(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn on_the_staff(id: PersonId, conn: &mut AsyncPgConnection) -> Result<Listed, Error> {
    let one = Listed::with_id(id, conn).await?;
    if one.is_closed() || one.role() == Role::Student { Err(Error::NotFound) } else { Ok(one) }
}

async fn page(
    admin: &Admin,
    one: Listed,
    form: Form,
    errors: Errors,
    frame: Frame,
    conn: &mut AsyncPgConnection,
) -> Result<Edit, Error> {
    let refusal = refusal(admin.id(), one.id, one.role(), Counts::admins(conn).await?).map(|why| match why {
        Refusal::Oneself => "role-of-oneself",
        Refusal::LastAdmin => "role-of-last-admin",
    });
    let has_students = one.students.is_some_and(|students| students > 0);
    let heirs = if has_students { heirs_of(one.id, conn).await? } else { Vec::new() };
    Ok(Edit { path: path(one.id), frame, one, refusal, heirs, form, errors })
}

impl Edit {
    /// What they are now, after "is" or "stays".
    fn is_now(&self) -> &'static str {
        match self.one.role() {
            Role::Advisor => "an advisor",
            Role::Lead => "a lead advisor",
            Role::Admin => "an admin",
            Role::Student => "a student",
        }
    }
}
