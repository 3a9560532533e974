//! The catalog's versions: their list, a draft made from any of them, and how one ends.
//!
//! `show` one version, tried on a sample student and published; `program` and `ladder` write a draft; `sample` the path;
//! `lines` their forms line by line

pub mod ladder;
mod ladder_form;
mod lines;
pub mod program;
mod program_form;
mod sample;
pub mod show;
mod vouched_form;

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use serde::Deserialize;

use crate::{
    model::{
        id::{CatalogId, FormKey},
        person::Admin,
        program::draft::{
            CatalogDraft, Volume,
            fault::{Fault, Place},
            volume::Listed,
        },
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

/// In an address: a program or a ladder that is not there yet.
const NEW: &str = "new";

#[derive(Template)]
#[template(path = "admin/programs/index.html")]
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
        "" => Listed::all(&mut conn).await?.first().map(|listed| listed.volume.id).ok_or(Error::NotFound)?,
        named => named.parse().map(CatalogId).map_err(|_| Error::NotFound)?,
    };
    let id = CatalogDraft::begin(from, form_key, &admin, &mut conn).await?;
    see_other(format!("/admin/programs/{id}?done=draft-begun"))
}

#[derive(Template)]
#[template(path = "admin/programs/end.html")]
struct End {
    frame: Frame,
    volume: Volume,
    errors: Errors,
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
pub async fn ending(_admin: Admin, id: Path<CatalogId>, frame: Frame, mut conn: Conn) -> Reply {
    let volume = endable(*id, &mut conn).await?;
    ok(&End { frame, volume, errors: Errors::default() })
}

/// Retires a version, or throws a draft away.
///
/// # Errors
/// [`Error::NotFound`] when it is retired already, or was never there.
pub async fn end(admin: Admin, id: Path<CatalogId>, form: FormData<Meant>, frame: Frame, mut conn: Conn) -> Reply {
    let volume = endable(*id, &mut conn).await?;
    let mut errors = frame.errors();
    if form.0.meant.is_empty() {
        errors.add("meant", "end-not-meant");
    }
    if !errors.is_empty() {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &End { frame, volume, errors });
    }
    CatalogDraft::end(*id, &admin, &mut conn).await?;
    see_other("/admin/programs?done=version-ended")
}

async fn endable(id: CatalogId, conn: &mut Conn) -> Result<Volume, Error> {
    let volume = CatalogDraft::any(id, conn).await?.volume;
    if volume.status == "retired" { Err(Error::NotFound) } else { Ok(volume) }
}

/// A version that may be changed, with all its parts.
async fn open(id: CatalogId, conn: &mut Conn) -> Result<CatalogDraft, Error> {
    let draft = CatalogDraft::any(id, conn).await?;
    if draft.volume.is_draft() { Ok(draft) } else { Err(Error::NotFound) }
}

/// Where a fault of a draft is put right.
fn address(volume: &Volume, fault: &Fault) -> String {
    let path = volume.path();
    match &fault.place {
        Place::Program(slug) => format!("{path}/programs/{slug}"),
        Place::Ladder(key) => format!("{path}/ladders/{key}"),
        Place::Whole => format!("{path}#programs"),
    }
}

/// A name for addresses made of a title: small letters, digits and hyphens, and none that is taken.
fn slug_of(title: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let plain = title.to_lowercase().replace(['’', '\''], "");
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug: String = words.collect::<Vec<_>>().join("-").chars().take(70).collect();
    let slug = if slug.is_empty() { "program".to_owned() } else { slug };
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    std::iter::once(slug.clone()).chain(numbered).find(|one| one != NEW && !is_taken(one)).unwrap_or(slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_word_is_plain_and_free() {
        assert_eq!(slug_of("Bachelor’s in  Health Data (BS)", |_| false), "bachelors-in-health-data-bs");
        assert_eq!(slug_of("New", |_| false), "new-2");
        assert_eq!(slug_of("¿?", |slug| slug == "program"), "program-2");
        assert!(slug_of(&"long ".repeat(40), |_| false).len() <= 70);
    }
}
