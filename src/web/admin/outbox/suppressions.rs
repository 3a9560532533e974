//! Addresses that the mail server refused: since when, its words, and lifting that with a reason.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;

use super::{PATH, path};
use crate::{
    model::{
        id::SuppressionId,
        keyset::Turn,
        outbox::desk::{Sought, Tray},
        person::Admin,
        suppression::{self, Suppression},
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
        state,
    },
};

#[derive(Template)]
#[template(path = "admin/outbox/suppressions.html")]
struct Index {
    frame: Frame,
    list: Vec<Suppression>,
    previous: Option<String>,
    next: Option<String>,
    /// Whose form came back, with what was typed.
    typed: Option<(SuppressionId, String)>,
    errors: Errors,
}

/// Which page.
#[derive(Deserialize)]
pub struct Turned {
    after: Option<SuppressionId>,
    before: Option<SuppressionId>,
}

/// Why an address is written to again.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LiftForm {
    reason: String,
}

/// The addresses, the latest refused first.
///
/// # Errors
/// When the database is away.
pub async fn index(_admin: Admin, turned: Query<Turned>, frame: Frame, mut conn: Conn) -> Reply {
    let turn = Turn::of(turned.after, turned.before);
    ok(&Index::around(turn, None, Errors::default(), frame, &mut conn).await?)
}

/// Has an address written to again.
///
/// # Errors
/// [`Error::NotFound`] when there is none with this id.
pub async fn lift(
    admin: Admin,
    id: Path<SuppressionId>,
    form: FormData<LiftForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let one = Suppression::with_id(*id, &mut conn).await?;
    let (mut errors, field) = (frame.errors(), field(&one));
    let reason = errors.take(&field, suppression::reason(&form.reason));
    let Some(reason) = reason.filter(|_| errors.is_empty()) else {
        let typed = Some((one.id, form.reason));
        let page = Index::around(Turn::First, typed, errors, frame, &mut conn).await?;
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    Suppression::lift(&admin, one.id, &reason, &mut conn).await?;
    state::shared(&req).post.ring();
    see_other(format!("{PATH}/suppressions?done=suppression-lifted"))
}

/// The id of the field of one's form.
fn field(one: &Suppression) -> String {
    format!("reason-{}", one.id)
}

impl Index {
    async fn around(
        turn: Turn<SuppressionId>,
        typed: Option<(SuppressionId, String)>,
        errors: Errors,
        frame: Frame,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self, Error> {
        let page = Suppression::page(turn, conn).await?;
        let (previous, next) = page.neighbours(&format!("{PATH}/suppressions"), |one| one.id.to_string());
        Ok(Self { frame, list: page.rows, previous, next, typed, errors })
    }

    fn typed_for(&self, one: &Suppression) -> &str {
        self.typed.as_ref().filter(|(id, _)| *id == one.id).map_or("", |(_, reason)| reason)
    }

    /// The letters that wait for it.
    fn held(&self, one: &Suppression) -> String {
        path(&Sought { tray: Tray::Held, email: one.email_key.clone() })
    }

    fn field(&self, one: &Suppression) -> String {
        field(one)
    }
}
