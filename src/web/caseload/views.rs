//! Saved views: a filter of the queue under a name, one's own only.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use diesel_async::AsyncPgConnection;
use serde::Deserialize;

use super::{Asked, show};
use crate::{
    model::{
        caseload::{Turn, Wanted},
        id::{FormKey, SavedViewId},
        person::Advisor,
        saved_view::{MOST, NAME_LIMIT, Refusal, SavedView, ViewName},
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

#[derive(Template)]
#[template(path = "caseload/views.html")]
struct Index {
    frame: Frame,
    views: Vec<View>,
    errors: Errors,
}

/// A view with the form that renames it.
struct View {
    id: SavedViewId,
    name: String,
    typed: String,
    href: String,
    /// Its field in the form, and in the list of errors.
    field: String,
}

/// What is saved under which name.
#[derive(Deserialize)]
pub struct Form {
    #[serde(default)]
    name: String,
    #[serde(default)]
    query: String,
    #[serde(default)]
    form_key: FormKey,
}

/// A name alone.
#[derive(Deserialize)]
pub struct Renaming {
    #[serde(default)]
    name: String,
}

fn words(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NameTaken => "view-name-taken",
        Refusal::Full => "view-full",
    }
}

/// One's own views.
///
/// # Errors
/// When the database is away.
pub async fn index(advisor: Advisor, frame: Frame, mut conn: Conn) -> Reply {
    ok(&Index::of(&advisor, None, Errors::default(), frame, &mut conn).await?)
}

/// Saves what one looks at.
///
/// # Errors
/// When the database is away.
pub async fn create(advisor: Advisor, form: FormData<Form>, frame: Frame, mut conn: Conn) -> Reply {
    let FormData(Form { name, query, form_key }) = form;
    let (wanted, _) = Wanted::read(&query, advisor.is_lead());
    let mut errors = frame.errors();
    if let (Some(parsed), true) = (errors.take("name", ViewName::parse(&name)), errors.is_empty()) {
        match SavedView::save(&advisor, &parsed, &wanted, form_key, &mut conn).await? {
            Ok(()) => {
                let kept = Wanted { filter: wanted.filter.without_name(), ..wanted };
                return see_other(kept.address("done=view-saved"));
            }
            Err(refusal) => errors.add("name", words(refusal)),
        }
    }
    let asked = Asked { wanted, turn: Turn::First, has_unknown: false, has_odd_place: false };
    show(StatusCode::UNPROCESSABLE_ENTITY, advisor, asked, (name, form_key), errors, frame, conn).await
}

/// Gives a view another name.
///
/// # Errors
/// 404 for somebody else's.
pub async fn update(
    advisor: Advisor,
    id: Path<SavedViewId>,
    form: FormData<Renaming>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(Renaming { name }) = form;
    let view = SavedView::with_id(&advisor, *id, &mut conn).await?;
    let mut errors = frame.errors();
    let field = field(view.id);
    if let (Some(parsed), true) = (errors.take(&field, ViewName::parse(&name)), errors.is_empty()) {
        match view.rename(&parsed, &mut conn).await? {
            Ok(()) => return see_other("/caseload/views?done=view-renamed"),
            Err(refusal) => errors.add(&field, words(refusal)),
        }
    }
    let page = Index::of(&advisor, Some((view.id, name)), errors, frame, &mut conn).await?;
    html(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Forgets a view.
///
/// # Errors
/// 404 for somebody else's.
pub async fn destroy(advisor: Advisor, id: Path<SavedViewId>, mut conn: Conn) -> Reply {
    SavedView::with_id(&advisor, *id, &mut conn).await?.forget(&mut conn).await?;
    see_other("/caseload/views?done=view-removed")
}

fn field(id: SavedViewId) -> String {
    format!("name-{id}")
}

impl Index {
    async fn of(
        advisor: &Advisor,
        typed: Option<(SavedViewId, String)>,
        errors: Errors,
        frame: Frame,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self, Error> {
        let view = |view: SavedView| {
            let typed = typed.as_ref().filter(|(id, _)| *id == view.id).map(|(_, typed)| typed.clone());
            View {
                id: view.id,
                typed: typed.unwrap_or_else(|| view.name.clone()),
                name: view.name,
                href: format!("/caseload?{}", view.query),
                field: field(view.id),
            }
        };
        let views = SavedView::of(advisor, conn).await?.into_iter().map(view).collect();
        Ok(Self { frame, views, errors })
    }

    fn most(&self) -> i64 {
        MOST
    }

    fn name_limit(&self) -> usize {
        NAME_LIMIT
    }
}
