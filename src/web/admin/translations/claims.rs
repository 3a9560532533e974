//! A figure's words in another language. Its value, period and source are the same in all.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use serde::Deserialize;

use super::{language_of, line, name};
use crate::{
    model::{
        claim::Claim,
        person::Admin,
        translation::writing::{ClaimWords, Suggested},
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
#[template(path = "admin/translations/claim.html")]
struct Edit {
    frame: Frame,
    locale: &'static str,
    language: &'static str,
    /// What readers of English see.
    claim: Claim,
    form: Form,
    /// Whether readers of the language see a translation of this very version.
    is_confirmed: bool,
    errors: Errors,
}

/// The words as they are typed.
#[derive(Deserialize, Default)]
pub struct Form {
    #[serde(default)]
    seen: i32,
    #[serde(default)]
    label: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    population: String,
    #[serde(default)]
    area: String,
    #[serde(default)]
    note: String,
}

impl Form {
    fn of(words: ClaimWords, claim: &Claim) -> Self {
        let ClaimWords { label, text, population, area, note } = words;
        let (text, note) = (text.unwrap_or_default(), note.unwrap_or_default());
        Self { seen: claim.number, label, text, population, area, note }
    }

    fn read(&self, claim: &Claim, errors: &mut Errors) -> ClaimWords {
        let english = &claim.statement;
        let (no_text, no_note) = (english.text.is_none(), english.note.is_none());
        for (field, typed, is_free) in [
            ("label", &self.label, false),
            ("text", &self.text, no_text),
            ("population", &self.population, english.population.is_empty()),
            ("area", &self.area, english.area.is_empty()),
            ("note", &self.note, no_note),
        ] {
            if typed.trim().is_empty() && !is_free {
                errors.add(field, "translation-missing");
            } else if typed.chars().count() > LONGEST {
                errors.add(field, "translation-too-long");
            }
        }
        ClaimWords {
            label: line(&self.label),
            text: (!no_text).then(|| line(&self.text)),
            population: line(&self.population),
            area: line(&self.area),
            note: (!no_note).then(|| line(&self.note)),
        }
    }
}

/// The figure that readers see, with its words in the other language beside it.
///
/// # Errors
/// 404 when readers see no such figure.
pub async fn edit(_admin: Admin, place: Path<(String, String)>, frame: Frame, mut conn: Conn) -> Reply {
    let (key, locale) = place.into_inner();
    let language = language_of(&locale)?;
    let claim = Claim::one(&key, &mut conn).await?;
    let Suggested { words, is_confirmed } = ClaimWords::beside(&claim, language, &mut conn).await?;
    ok(&Edit {
        frame,
        locale: language.code(),
        language: name(language),
        form: Form::of(words, &claim),
        claim,
        is_confirmed,
        errors: Errors::default(),
    })
}

/// Shows the words to readers. Written beside an older version than the one they see now, they are shown once more.
///
/// # Errors
/// 404 when readers see no such figure.
pub async fn update(
    admin: Admin,
    place: Path<(String, String)>,
    form: FormData<Form>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let (key, locale) = place.into_inner();
    let (language, FormData(mut form)) = (language_of(&locale)?, form);
    let claim = Claim::one(&key, &mut conn).await?;
    let mut errors = frame.errors();
    let words = form.read(&claim, &mut errors);
    let is_stale = form.seen != claim.number && form.seen != 0;
    if errors.is_empty() && !is_stale {
        words.confirm(&claim, language, &admin, &mut conn).await?;
        return see_other(format!("/admin/claims/{key}?done=translation-saved"));
    }
    if is_stale {
        errors.add("label", "translation-stale");
        form.seen = claim.number;
    }
    let is_confirmed = ClaimWords::beside(&claim, language, &mut conn).await?.is_confirmed;
    let status = if is_stale { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (locale, language) = (language.code(), name(language));
    html(status, &Edit { frame, locale, language, claim, form, is_confirmed, errors })
}
