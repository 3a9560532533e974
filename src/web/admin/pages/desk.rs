//! What stands around a page's words: who owns it, who said that it is still true, and when a draft goes live by itself.

use actix_web::{http::StatusCode, web::Path};
use diesel_async::AsyncPgConnection;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    super::{day, today},
    Editor,
    form::PageForm,
};
use crate::{
    model::{
        id::{FormKey, PersonId},
        page::Page,
        page_review::{Attestation, Owner},
        page_schedule,
        person::Admin,
    },
    web::{
        error::Error,
        form::FormData,
        guard::Conn,
        page::{Frame, Reply, html, see_other},
    },
};

/// The card about review and owner.
pub struct Review {
    /// The owner's id; empty for nobody.
    pub owner: String,
    /// Who may own it, as choices.
    pub owners: Vec<(String, String)>,
    /// Who said that it is still true.
    pub attestations: Vec<Attestation>,
    /// The day suggested for the next check, or what was typed.
    pub again_on: String,
    /// The form's key.
    pub form_key: FormKey,
}

impl Review {
    pub(super) async fn of(slug: &str, frame: &Frame, conn: &mut AsyncPgConnection) -> Result<Self, Error> {
        let owned = Owner::of_all(conn).await?;
        let owner = owned.into_iter().find(|(of, _)| of == slug).map(|(_, owner)| owner.id.to_string());
        let mut owners = vec![(String::new(), "Nobody in particular".to_owned())];
        owners.extend(Owner::possible(conn).await?.into_iter().map(|one| (one.id.to_string(), one.full_name)));
        let in_a_year = today(frame).checked_add(jiff::Span::new().years(1)).map(|day| day.to_string());
        Ok(Self {
            owner: owner.unwrap_or_default(),
            owners,
            attestations: Attestation::of(slug, conn).await?,
            again_on: in_a_year.unwrap_or_default(),
            form_key: FormKey::new(),
        })
    }
}

/// Who is to own a page.
#[derive(Deserialize)]
pub struct OwnerForm {
    #[serde(default)]
    owner: String,
}

/// Gives a page to an admin, or to nobody.
///
/// # Errors
/// [`Error::NotFound`] when there is no such page, [`Error::Conflict`] when they are no active admin.
pub async fn give(admin: Admin, slug: Path<String>, form: FormData<OwnerForm>, mut conn: Conn) -> Reply {
    let owner = match form.0.owner.trim() {
        "" => None,
        id => Some(PersonId(id.parse::<Uuid>().map_err(|_| Error::NotFound)?)),
    };
    Owner::give(&slug, owner, &admin, &mut conn).await?;
    see_other(format!("/admin/pages/{slug}?done=page-owner"))
}

/// That it is still true, and when somebody looks again.
#[derive(Deserialize)]
pub struct AttestForm {
    #[serde(default)]
    again_on: String,
    /// The version that was read.
    #[serde(default)]
    read: i32,
    #[serde(default)]
    form_key: FormKey,
}

/// Says that what readers see is still true.
///
/// # Errors
/// [`Error::NotFound`] when there is no such page, [`Error::Conflict`] when readers see another version by now.
pub async fn attest(
    admin: Admin,
    slug: Path<String>,
    form: FormData<AttestForm>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let mut errors = frame.errors();
    let today = today(&frame);
    let due = day(&form.again_on).and_then(|day| day.ok_or("again-on-missing"));
    let due = due.and_then(|day| if day > today { Ok(day) } else { Err("again-on-past") });
    if let Some(due) = errors.take("again_on", due).filter(|_| errors.is_empty()) {
        Attestation::write(&slug, form.read, due, form.form_key, &admin, &mut conn).await?;
        return see_other(format!("/admin/pages/{slug}?done=page-attested"));
    }
    let newest = Page::newest(&slug, &mut conn).await?;
    let typed = PageForm::of(&newest);
    let mut editor = Editor::around(newest, typed, frame, &mut conn).await?;
    editor.review.again_on = form.again_on;
    html(StatusCode::UNPROCESSABLE_ENTITY, &Editor { errors, ..editor })
}

/// Takes a page off the schedule; the draft stays.
///
/// # Errors
/// [`Error::NotFound`] when there is no such page.
pub async fn take_off(admin: Admin, slug: Path<String>, mut conn: Conn) -> Reply {
    page_schedule::take_off(&slug, &admin, &mut conn).await?;
    see_other(format!("/admin/pages/{slug}?done=page-unscheduled"))
}
