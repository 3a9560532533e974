//! Translations, beside the English that readers see: an admin writes them, or confirms the ones from before a correction.

pub mod claims;
pub mod pages;

use crate::{language::Language, web::error::Error};

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
