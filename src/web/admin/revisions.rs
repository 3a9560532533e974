//! Older versions of a page: one as it was, what differs between it and any other, and bringing it back.

use actix_web::{
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;

use super::{pages::preview::Preview, today};
use crate::{
    model::{
        id::FormKey,
        page::Page,
        page_history::{Brief, Change, Line, difference, whole},
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
    preview: Preview,
    /// The version it is held against.
    against: Option<Page>,
    /// All versions it can be held against, as choices.
    others: Vec<(String, String)>,
    /// What differs in it from that one.
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

/// Which version to hold it against; what readers see, where none is named.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    against: String,
}

/// One version of a page.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn show(
    _admin: Admin,
    which: Path<(String, i32)>,
    asked: Query<Asked>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let (slug, number) = which.into_inner();
    let revision = Page::revision(&slug, number, &mut conn).await?;
    let against = match asked.against.parse() {
        Ok(other) => Some(Page::revision(&slug, other, &mut conn).await?),
        Err(_) => Page::live(&slug, &mut conn).await?,
    };
    ok(&around(revision, against, Vec::new(), frame, &mut conn).await?)
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
        Outcome::Saved(_) | Outcome::Published(_) | Outcome::Scheduled(_) => {
            see_other(format!("/admin/pages/{slug}?done=draft-saved"))
        }
        Outcome::Stale(_) => Err(Error::Conflict),
        Outcome::Refused(refusals) => {
            let live = Page::live(&slug, &mut conn).await?;
            let page = around(revision, live, refusals.figures, frame, &mut conn).await?;
            html(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

async fn around(
    revision: Page,
    against: Option<Page>,
    missing: Vec<String>,
    frame: Frame,
    conn: &mut AsyncPgConnection,
) -> Result<Show, Error> {
    let against = against.filter(|other| other.number != revision.number);
    let changes = against.as_ref().map(|other| difference(&whole(other), &whole(&revision))).unwrap_or_default();
    let others = Brief::of(&revision.slug, conn).await?.into_iter().filter(|other| other.number != revision.number);
    let others = others.map(|other| {
        let state = if other.status == "live" { ", which readers see" } else { "" };
        (other.number.to_string(), format!("Version {}{state}", other.number))
    });
    let others = others.collect();
    let preview = Preview::of(&revision.body, today(&frame), conn).await?;
    let editor = format!("/admin/pages/{}", revision.slug);
    let path = format!("{editor}/revisions/{}", revision.number);
    Ok(Show { frame, path, editor, revision, preview, against, others, changes, form_key: FormKey::new(), missing })
}

impl Show {
    /// The number of the version it is held against.
    fn against_number(&self) -> String {
        self.against.as_ref().map(|other| other.number.to_string()).unwrap_or_default()
    }

    fn version(&self) -> String {
        format!("Version {}", self.revision.number)
    }
}
