//! One person as admins know them: how they sign in and what they are. Nothing of anybody's record.

use actix_web::web::Path;
use askama::Template;

use super::path;
use crate::{
    model::{id::PersonId, people::Listed, person::Admin, person::Role},
    web::{
        guard::Conn,
        page::{Frame, Reply, ok},
    },
};

#[derive(Template)]
#[template(path = "admin/people/show.html")]
struct Show {
    frame: Frame,
    path: String,
    one: Listed,
    is_oneself: bool,
}

/// The page.
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] when there is nobody of this id.
pub async fn show(admin: Admin, id: Path<PersonId>, frame: Frame, mut conn: Conn) -> Reply {
    let one = Listed::with_id(*id, &mut conn).await?;
    ok(&Show { frame, path: path(one.id), is_oneself: one.id == admin.id(), one })
}

impl Show {
    /// The tab they are on.
    fn list(&self) -> &'static str {
        match self.one.role() {
            _ if self.one.is_closed() => "/admin/people?tab=deactivated",
            Role::Student => "/admin/people?tab=students",
            _ => "/admin/people",
        }
    }

    fn is_staff(&self) -> bool {
        self.one.role() != Role::Student
    }
}
