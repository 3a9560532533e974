//! A figure's words in another language. Its value, period and source are the same in all.

use actix_web::{
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{Asked, Others, Place, line, refusal};
use crate::{
    model::{
        claim::Claim,
        person::Admin,
        translation::{
            told::Published,
            writing::{ClaimWords, Suggested},
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
#[template(path = "admin/translations/claim.html")]
struct Edit {
    frame: Frame,
    place: Place,
    /// What readers of English see.
    claim: Claim,
    form: Form,
    /// Whether readers of the language see a translation of this very version.
    is_confirmed: bool,
    /// What readers of the language see.
    told: Option<ClaimWords>,
    others: Others,
    errors: Errors,
}

/// The words as they are typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    seen: i32,
    /// The mark of the words that the editor saw.
    mark: String,
    label: String,
    text: String,
    population: String,
    area: String,
    note: String,
}

impl Form {
    fn of(words: ClaimWords) -> Self {
        let ClaimWords { label, text, population, area, note } = words;
        let (text, note) = (text.unwrap_or_default(), note.unwrap_or_default());
        Self { label, text, population, area, note, ..Self::default() }
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
    async fn of(place: Place, claim: Claim, frame: Frame, conn: &mut Conn) -> Result<Self, Error> {
        let Suggested { words, is_confirmed } = ClaimWords::beside(&claim, place.language, conn).await?;
        let told = is_confirmed.then(|| words.clone());
        let others = Others::of(told.as_ref(), &claim.id.to_string(), &place, &frame, conn).await?;
        let form = Form { seen: claim.number, mark: others.mark.clone(), ..Form::of(words) };
        Ok(Self { frame, place, claim, form, is_confirmed, told, others, errors: Errors::default() })
    }

    /// The form with earlier words in it, where the address asks for some.
    fn with_earlier(mut self, asked: &Asked) -> Self {
        if let Some(words) = self.others.asked::<Form>(asked) {
            self.form = Form { seen: self.form.seen, mark: self.form.mark, ..words };
        }
        self
    }
}

/// The figure that readers see, with its words in the other language beside it.
///
/// # Errors
/// 404 when readers see no such figure.
pub async fn edit(
    _admin: Admin,
    place: Path<(String, String)>,
    asked: Query<Asked>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let place = Place::of(place)?;
    let claim = Claim::one(&place.key, &mut conn).await?;
    ok(&Edit::of(place, claim, frame, &mut conn).await?.with_earlier(&asked))
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
    let refused = refusal(&mut form.seen, claim.number, "label", &mut errors);
    let is_overtaken = match refused {
        Some(_) => false,
        None => words.confirm(&claim, place.language, &form.mark, &admin, &mut conn).await? == Published::Overtaken,
    };
    if refused.is_none() && !is_overtaken {
        return see_other(format!("/admin/claims/{}?done=translation-saved", place.key));
    }
    let mut shown = Edit { form, ..Edit::of(place, claim, frame, &mut conn).await? };
    if is_overtaken {
        shown.form.mark = shown.others.overtaken(shown.told.as_ref(), "label", &mut errors);
    }
    html(refused.unwrap_or(StatusCode::CONFLICT), &Edit { errors, ..shown })
}
