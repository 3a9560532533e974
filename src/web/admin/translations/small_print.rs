//! The Spanish of what stands around figures: sources and small print.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use serde::Deserialize;

use super::{Place, line, name};
use crate::{
    language::Language,
    model::{
        person::Admin,
        translation::small_print::{self, Beside, Listed, SourceWords},
    },
    web::{
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

/// The longest of these words, in characters.
const LONGEST: usize = 2000;

#[derive(Template)]
#[template(path = "admin/translations/index.html")]
struct Index {
    frame: Frame,
    language: &'static str,
    locale: &'static str,
    sources: Vec<Listed>,
    disclaimers: Vec<Listed>,
}

/// Sources and small print, with what is translated.
///
/// # Errors
/// When the database is away.
pub async fn index(_admin: Admin, frame: Frame, mut conn: Conn) -> Reply {
    let language = Language::Spanish;
    let sources = small_print::sources(language, &mut conn).await?;
    let disclaimers = small_print::disclaimers(language, &mut conn).await?;
    ok(&Index { frame, language: name(language), locale: language.code(), sources, disclaimers })
}

/// The words as they are typed: those of a source, or those of small print alone.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    title: String,
    publisher: String,
    licence: String,
    text: String,
}

#[derive(Template)]
#[template(path = "admin/translations/source.html")]
struct EditSource {
    frame: Frame,
    place: Place,
    beside: Beside<SourceWords>,
    form: Form,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "admin/translations/small_print.html")]
struct EditSmallPrint {
    frame: Frame,
    place: Place,
    beside: Beside<String>,
    form: Form,
    errors: Errors,
}

/// A source with its words in the other language beside it.
///
/// # Errors
/// 404 when there is no such source.
pub async fn edit_source(_admin: Admin, place: Path<(String, String)>, frame: Frame, mut conn: Conn) -> Reply {
    let place = Place::of(place)?;
    let beside = SourceWords::beside(&place.key, place.language, &mut conn).await?;
    let SourceWords { title, publisher, licence } = beside.told.clone().unwrap_or_else(|| beside.english.clone());
    let form = Form { title, publisher, licence: licence.unwrap_or_default(), text: String::new() };
    ok(&EditSource { frame, place, beside, form, errors: Errors::default() })
}

/// Shows the words of a source to readers.
///
/// # Errors
/// 404 when there is no such source.
pub async fn update_source(
    admin: Admin,
    place: Path<(String, String)>,
    form: FormData<Form>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let (place, FormData(form)) = (Place::of(place)?, form);
    let beside = SourceWords::beside(&place.key, place.language, &mut conn).await?;
    let mut errors = frame.errors();
    let licensed = beside.english.licence.is_some();
    for (field, typed, needed) in
        [("title", &form.title, true), ("publisher", &form.publisher, true), ("licence", &form.licence, licensed)]
    {
        needs(field, typed, needed, &mut errors);
    }
    if !errors.is_empty() {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &EditSource { frame, place, beside, form, errors });
    }
    let words = SourceWords {
        title: line(&form.title),
        publisher: line(&form.publisher),
        licence: licensed.then(|| line(&form.licence)),
    };
    words.save(&place.key, place.language, &admin, &mut conn).await?;
    see_other("/admin/translations?done=translation-saved")
}

/// Small print with its words in the other language beside it.
///
/// # Errors
/// 404 when there is none of that key.
pub async fn edit(_admin: Admin, place: Path<(String, String)>, frame: Frame, mut conn: Conn) -> Reply {
    let place = Place::of(place)?;
    let beside = small_print::disclaimer(&place.key, place.language, &mut conn).await?;
    let form = Form { text: beside.told.clone().unwrap_or_default(), ..Form::default() };
    ok(&EditSmallPrint { frame, place, beside, form, errors: Errors::default() })
}

/// Shows the words of small print to readers.
///
/// # Errors
/// 404 when there is none of that key.
pub async fn update(
    admin: Admin,
    place: Path<(String, String)>,
    form: FormData<Form>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let (place, FormData(form)) = (Place::of(place)?, form);
    let beside = small_print::disclaimer(&place.key, place.language, &mut conn).await?;
    let mut errors = frame.errors();
    needs("text", &form.text, true, &mut errors);
    if !errors.is_empty() {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &EditSmallPrint { frame, place, beside, form, errors });
    }
    small_print::save_disclaimer(&place.key, &line(&form.text), place.language, &admin, &mut conn).await?;
    see_other("/admin/translations?done=translation-saved")
}

fn needs(field: &str, typed: &str, needed: bool, errors: &mut Errors) {
    if needed && typed.trim().is_empty() {
        errors.add(field, "translation-missing");
    } else if typed.chars().count() > LONGEST {
        errors.add(field, "translation-too-long");
    }
}
