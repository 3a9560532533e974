//! The Spanish of what stands around figures: sources and small print.

use actix_web::{
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{Asked, Others, Place, line, name};
use crate::{
    language::Language,
    model::{
        person::Admin,
        translation::{
            small_print::{self, Beside, Listed, SmallPrint, SourceWords},
            told::Published,
        },
    },
    web::{
        error::Error,
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
    /// The mark of the words that the editor saw.
    mark: String,
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
    others: Others,
    form: Form,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "admin/translations/small_print.html")]
struct EditSmallPrint {
    frame: Frame,
    place: Place,
    beside: Beside<SmallPrint>,
    others: Others,
    form: Form,
    errors: Errors,
}

impl EditSource {
    async fn of(place: Place, frame: Frame, conn: &mut Conn) -> Result<Self, Error> {
        let beside = SourceWords::beside(&place.key, place.language, conn).await?;
        let others = Others::of(beside.told.as_ref(), &place.key, &place, &frame, conn).await?;
        let SourceWords { title, publisher, licence } = beside.told.clone().unwrap_or_else(|| beside.english.clone());
        let licence = licence.unwrap_or_default();
        let form = Form { mark: others.mark.clone(), title, publisher, licence, ..Form::default() };
        Ok(Self { frame, place, beside, others, form, errors: Errors::default() })
    }
}

impl EditSmallPrint {
    async fn of(place: Place, frame: Frame, conn: &mut Conn) -> Result<Self, Error> {
        let beside = SmallPrint::beside(&place.key, place.language, conn).await?;
        let others = Others::of(beside.told.as_ref(), &place.key, &place, &frame, conn).await?;
        let text = beside.told.clone().unwrap_or_default().text;
        let form = Form { mark: others.mark.clone(), text, ..Form::default() };
        Ok(Self { frame, place, beside, others, form, errors: Errors::default() })
    }
}

/// A source with its words in the other language beside it.
///
/// # Errors
/// 404 when there is no such source.
pub async fn edit_source(
    _admin: Admin,
    place: Path<(String, String)>,
    asked: Query<Asked>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let mut shown = EditSource::of(Place::of(place)?, frame, &mut conn).await?;
    if let Some(words) = shown.others.asked::<Form>(&asked) {
        shown.form = Form { mark: shown.form.mark, ..words };
    }
    ok(&shown)
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
    let (mut errors, FormData(form)) = (frame.errors(), form);
    let mut shown = EditSource { form, ..EditSource::of(Place::of(place)?, frame, &mut conn).await? };
    let (form, licensed) = (&shown.form, shown.beside.english.licence.is_some());
    for (field, typed, needed) in
        [("title", &form.title, true), ("publisher", &form.publisher, true), ("licence", &form.licence, licensed)]
    {
        needs(field, typed, needed, &mut errors);
    }
    if !errors.is_empty() {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &EditSource { errors, ..shown });
    }
    let words = SourceWords {
        title: line(&form.title),
        publisher: line(&form.publisher),
        licence: licensed.then(|| line(&form.licence)),
    };
    let Place { key, language } = &shown.place;
    match words.save(key, *language, &form.mark, &admin, &mut conn).await? {
        Published::Yes => see_other("/admin/translations?done=translation-saved"),
        Published::Overtaken => {
            shown.form.mark = shown.others.overtaken(shown.beside.told.as_ref(), "title", &mut errors);
            html(StatusCode::CONFLICT, &EditSource { errors, ..shown })
        }
    }
}

/// Small print with its words in the other language beside it.
///
/// # Errors
/// 404 when there is none of that key.
pub async fn edit(
    _admin: Admin,
    place: Path<(String, String)>,
    asked: Query<Asked>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let mut shown = EditSmallPrint::of(Place::of(place)?, frame, &mut conn).await?;
    if let Some(words) = shown.others.asked::<Form>(&asked) {
        shown.form = Form { mark: shown.form.mark, ..words };
    }
    ok(&shown)
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
    let (mut errors, FormData(form)) = (frame.errors(), form);
    let mut shown = EditSmallPrint { form, ..EditSmallPrint::of(Place::of(place)?, frame, &mut conn).await? };
    needs("text", &shown.form.text, true, &mut errors);
    if !errors.is_empty() {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &EditSmallPrint { errors, ..shown });
    }
    let (Place { key, language }, words) = (&shown.place, SmallPrint { text: line(&shown.form.text) });
    match words.save(key, *language, &shown.form.mark, &admin, &mut conn).await? {
        Published::Yes => see_other("/admin/translations?done=translation-saved"),
        Published::Overtaken => {
            shown.form.mark = shown.others.overtaken(shown.beside.told.as_ref(), "text", &mut errors);
            html(StatusCode::CONFLICT, &EditSmallPrint { errors, ..shown })
        }
    }
}

fn needs(field: &str, typed: &str, needed: bool, errors: &mut Errors) {
    if needed && typed.trim().is_empty() {
        errors.add(field, "translation-missing");
    } else if typed.chars().count() > LONGEST {
        errors.add(field, "translation-too-long");
    }
}
