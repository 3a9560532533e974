//! Translations, beside the English that readers see: an admin writes them, or confirms the ones from before a correction.

pub mod claims;
pub mod pages;
pub mod small_print;

use actix_web::{http::StatusCode, web::Path};
use serde::{Deserialize, de::DeserializeOwned};

use crate::{
    language::Language,
    model::translation::told::{Earlier, Told},
    web::{error::Error, form::Errors, guard::Conn, page::Frame},
};

/// What others did to the same words: what readers see by now, and what stood there before.
#[derive(Default)]
struct Others {
    /// The mark of what readers see; empty where they see none.
    mark: String,
    /// What somebody published while the editor wrote, each text with what it is called.
    theirs: Vec<(&'static str, String)>,
    /// What stood there before, the latest first.
    earlier: Vec<Before>,
}

/// Words that others took the place of.
struct Before {
    id: i64,
    /// `27 Nov 2026, 2:15 PM`
    until: String,
    by: Option<String>,
    /// How they begin.
    begin: String,
    words: serde_json::Value,
}

/// What the address asks for beside the words.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// Of which version; of the one that readers see, where none is named.
    version: String,
    /// Which earlier words to put into the form.
    earlier: String,
}

impl Others {
    /// `told`: what readers see. `subject`: as [`Earlier`] names it.
    async fn of<T: Told>(
        told: Option<&T>,
        subject: &str,
        place: &Place,
        frame: &Frame,
        conn: &mut Conn,
    ) -> Result<Self, Error> {
        let before = |one: Earlier| {
            let begin = ["title", "label", "text"].iter().find_map(|name| one.words.get(name)?.as_str());
            Before {
                id: one.id,
                until: frame.moment(&one.replaced_at),
                begin: begin.unwrap_or_default().chars().take(80).collect(),
                by: one.by,
                words: one.words,
            }
        };
        let earlier = Earlier::of::<T>(subject, place.language, conn).await?;
        let mark = told.map(Told::mark).unwrap_or_default();
        Ok(Self { mark, theirs: Vec::new(), earlier: earlier.into_iter().map(before).collect() })
    }

    /// The earlier words that the address asks for.
    fn asked<F: DeserializeOwned>(&self, asked: &Asked) -> Option<F> {
        let id: i64 = asked.earlier.parse().ok()?;
        let before = self.earlier.iter().find(|before| before.id == id)?;
        serde_json::from_value(before.words.clone()).ok()
    }

    /// Shows what somebody published meanwhile. Gives its mark: from now on the editor has seen it.
    fn overtaken<T: Told>(&mut self, told: Option<&T>, field: &str, errors: &mut Errors) -> String {
        errors.add(field, "translation-overtaken");
        let lines = told.map(Told::lines).unwrap_or_default();
        self.theirs = lines.into_iter().map(|(name, text)| (name, text.to_owned())).collect();
        self.mark.clone()
    }
}

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
