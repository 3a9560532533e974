//! The questionnaire's versions: their list, a draft made from any of them, and how one ends.
//!
//! `show` one version, tried and published; `part` and `scoring` write a draft

pub mod part;
pub mod scoring;
pub mod show;

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use serde::Deserialize;

use crate::{
    model::{
        fit::Outcome as Fitting,
        id::{FormKey, QuestionnaireId},
        person::Admin,
        questionnaire::{
            Draft,
            edition::{Edition, Listed},
            fault::Place,
        },
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

#[derive(Template)]
#[template(path = "admin/questionnaires/index.html")]
struct Index {
    frame: Frame,
    versions: Vec<Listed>,
    form_key: FormKey,
}

/// Which version a draft is made from.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct From {
    from: String,
    form_key: FormKey,
}

/// All versions, newest first.
///
/// # Errors
/// When the database is away.
pub async fn index(_admin: Admin, frame: Frame, mut conn: Conn) -> Reply {
    let versions = Listed::all(&mut conn).await?;
    ok(&Index { frame, versions, form_key: FormKey::new() })
}

/// Makes a draft from a version, or from the newest where none is named.
///
/// # Errors
/// [`Error::NotFound`] when there is no such version.
pub async fn create(admin: Admin, form: FormData<From>, mut conn: Conn) -> Reply {
    let FormData(From { from, form_key }) = form;
    let from = match from.as_str() {
        "" => Listed::all(&mut conn).await?.first().map(|listed| listed.edition.id).ok_or(Error::NotFound)?,
        named => named.parse().map(QuestionnaireId).map_err(|_| Error::NotFound)?,
    };
    let id = Draft::begin(from, form_key, &admin, &mut conn).await?;
    see_other(format!("/admin/questionnaires/{id}?done=draft-begun"))
}

#[derive(Template)]
#[template(path = "admin/questionnaires/end.html")]
struct End {
    frame: Frame,
    edition: Edition,
    errors: Errors,
}

impl End {
    fn version(&self) -> String {
        format!("Version {}", self.edition.number)
    }
}

/// Whether it is meant.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Meant {
    meant: String,
}

/// What retiring a version, or throwing a draft away, means.
///
/// # Errors
/// [`Error::NotFound`] when it is retired already, or was never there.
pub async fn ending(_admin: Admin, id: Path<QuestionnaireId>, frame: Frame, mut conn: Conn) -> Reply {
    let edition = endable(*id, &mut conn).await?;
    ok(&End { frame, edition, errors: Errors::default() })
}

/// Retires a version, or throws a draft away.
///
/// # Errors
/// [`Error::NotFound`] when it is retired already, or was never there.
pub async fn end(
    admin: Admin,
    id: Path<QuestionnaireId>,
    form: FormData<Meant>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let edition = endable(*id, &mut conn).await?;
    let mut errors = frame.errors();
    if form.0.meant.is_empty() {
        errors.add("meant", "end-not-meant");
    }
    if !errors.is_empty() {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &End { frame, edition, errors });
    }
    Draft::end(*id, &admin, &mut conn).await?;
    see_other("/admin/questionnaires?done=version-ended")
}

async fn endable(id: QuestionnaireId, conn: &mut Conn) -> Result<Edition, Error> {
    let edition = Draft::any(id, conn).await?.edition;
    if edition.status == "retired" { Err(Error::NotFound) } else { Ok(edition) }
}

/// Where a fault of a draft is put right.
fn address(edition: &Edition, place: &Place) -> String {
    let path = edition.path();
    match place {
        Place::Item { name, part } => format!("{path}/parts/{part}#text-{name}"),
        Place::Dimension(code) => format!("{path}/scoring#weight-{code}"),
        Place::Scale => format!("{path}/scoring#stem"),
        Place::Threshold(name) => format!("{path}/scoring#{name}"),
        Place::Whole => format!("{path}/parts/1"),
    }
}

/// What staff call an outcome.
fn outcome_words(outcome: Fitting) -> &'static str {
    match outcome {
        Fitting::HiClear => "HI, clear",
        Fitting::HiLean => "HI, a lean",
        Fitting::Either => "Too close to call",
        Fitting::HimLean => "HIM, a lean",
        Fitting::HimClear => "HIM, clear",
        Fitting::Insufficient => "Not enough answers",
    }
}
