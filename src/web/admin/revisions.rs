//! Older versions of a page: one as it was, what changed since, and bringing it back.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;

use super::pages::preview::Preview;
use crate::{
    model::{
        id::FormKey,
        page::Page,
        page_history::{Change, Line, difference},
        page_revision::{Edit, Outcome, Words},
        person::Admin,
    },
    web::{
        error::Error,
        form::FormData,
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

#[derive(Template)]
#[template(path = "admin/pages/revision.html")]
struct Show {
    frame: Frame,
    path: String,
    /// The address of the editor.
    editor: String,
    revision: Page,
    live: Option<Page>,
    preview: Preview,
    /// What differs in it from what readers see.
    changes: Vec<Line>,
    form_key: FormKey,
    /// Figures in it that are not there any more.
    missing: Vec<String>,
}

/// The button's form.
#[derive(Deserialize)]
pub struct Restoration {
    #[serde(default)]
    form_key: FormKey,
}

/// One version of a page.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn show(_admin: Admin, which: Path<(String, i32)>, frame: Frame, mut conn: Conn) -> Reply {
    let (slug, number) = which.into_inner();
    let revision = Page::revision(&slug, number, &mut conn).await?;
    ok(&around(revision, Vec::new(), frame, &mut conn).await?)
}

/// Brings the words of an older version back, as a draft on top of all others.
///
/// # Errors
/// [`Error::NotFound`] when there is none, [`Error::Conflict`] when somebody saved at the same moment.
pub async fn restore(
    admin: Admin,
    which: Path<(String, i32)>,
    form: FormData<Restoration>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let (slug, number) = which.into_inner();
    let revision = Page::revision(&slug, number, &mut conn).await?;
    let edit = Edit {
        seen: Page::newest(&slug, &mut conn).await?.number,
        slug: slug.clone(),
        form_key: form.0.form_key,
        words: Words::of(&revision),
        why: format!("Version {number} again"),
    };
    match edit.save(&admin, &mut conn).await? {
        Outcome::Saved(_) | Outcome::Published(_) => see_other(format!("/admin/pages/{slug}?done=draft-saved")),
        Outcome::Stale(_) => Err(Error::Conflict),
        Outcome::Refused(refusals) => {
            let page = around(revision, refusals.figures, frame, &mut conn).await?;
            html(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

async fn around(
    revision: Page,
    missing: Vec<String>,
    frame: Frame,
    conn: &mut AsyncPgConnection,
) -> Result<Show, Error> {
    let live = Page::live(&revision.slug, conn).await?;
    let changes = live.as_ref().map(|live| difference(&live.body, &revision.body)).unwrap_or_default();
    let preview = Preview::of(&revision.body, conn).await?;
    let editor = format!("/admin/pages/{}", revision.slug);
    let path = format!("{editor}/revisions/{}", revision.number);
    Ok(Show { frame, path, editor, revision, live, preview, changes, form_key: FormKey::new(), missing })
}

impl Show {
    fn version(&self) -> String {
        format!("Version {}", self.revision.number)
    }
}
