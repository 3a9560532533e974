//! A figure's words in another language. Its value, period and source are the same in all.

use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::{Place, line, refusal};
use crate::{
    model::{
        claim::Claim,
        person::Admin,
        translation::writing::{ClaimWords, Suggested},
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
#[template(path = "admin/translations/claim.html")]
struct Edit {
    frame: Frame,
    place: Place,
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

impl Edit {
    async fn of(place: Place, claim: Claim, form: Option<Form>, frame: Frame, conn: &mut Conn) -> Result<Self, Error> {
        let Suggested { words, is_confirmed } = ClaimWords::beside(&claim, place.language, conn).await?;
        let form = form.unwrap_or_else(|| Form::of(words, &claim));
        Ok(Self { frame, place, claim, form, is_confirmed, errors: Errors::default() })
    }
}

/// The figure that readers see, with its words in the other language beside it.
///
/// # Errors
/// 404 when readers see no such figure.
pub async fn edit(_admin: Admin, place: Path<(String, String)>, frame: Frame, mut conn: Conn) -> Reply {
    let place = Place::of(place)?;
    let claim = Claim::one(&place.key, &mut conn).await?;
    ok(&Edit::of(place, claim, None, frame, &mut conn).await?)
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
    let (place, FormData(mut form)) = (Place::of(place)?, form);
    let claim = Claim::one(&place.key, &mut conn).await?;
    let mut errors = frame.errors();
    let words = form.read(&claim, &mut errors);
    let Some(status) = refusal(&mut form.seen, claim.number, "label", &mut errors) else {
        words.confirm(&claim, place.language, &admin, &mut conn).await?;
        return see_other(format!("/admin/claims/{}?done=translation-saved", place.key));
    };
    let shown = Edit::of(place, claim, Some(form), frame, &mut conn).await?;
    html(status, &Edit { errors, ..shown })
}
