//! Translations, beside the English that readers see: an admin writes them, or confirms the ones from before a correction.

pub mod claims;
pub mod pages;
pub mod small_print;

use actix_web::{http::StatusCode, web::Path};

use crate::{
    language::Language,
    web::{error::Error, form::Errors},
};

/// What is translated into which language, from an address.
struct Place {
    key: String,
    language: Language,
}

impl Place {
    /// # Errors
    /// [`Error::NotFound`] for a language that is not translated into.
    fn of(path: Path<(String, String)>) -> Result<Self, Error> {
        let (key, locale) = path.into_inner();
        Ok(Self { language: language_of(&locale)?, key })
    }

    /// What the staff call the language.
    fn name(&self) -> &'static str {
        name(self.language)
    }
}

/// Why words are not kept: something is wrong with them, or they were written beside an older version than the one that
/// readers see now; that stands at `field`, and the form is theirs from now on. Nothing: they may be kept.
fn refusal(seen: &mut i32, number: i32, field: &str, errors: &mut Errors) -> Option<StatusCode> {
    if *seen != number && *seen != 0 {
        errors.add(field, "translation-stale");
        *seen = number;
        return Some(StatusCode::CONFLICT);
    }
    (!errors.is_empty()).then_some(StatusCode::UNPROCESSABLE_ENTITY)
}

/// The language of an address; English is what one translates from.
///
/// # Errors
/// [`Error::NotFound`] for a language that is not translated into.
fn language_of(locale: &str) -> Result<Language, Error> {
    Language::parse(locale).filter(|language| *language != Language::English).ok_or(Error::NotFound)
}

/// What the staff call a language.
fn name(language: Language) -> &'static str {
    match language {
        Language::English => "English",
        Language::Spanish => "Spanish",
    }
}

/// Words as they are kept: one line, no space around.
fn line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}
