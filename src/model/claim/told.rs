//! What a revision says in another language. Rules go by the English statement; only readers meet these words.

use diesel::{deserialize, pg::Pg, prelude::*, sql_types::Text};

use super::Claim;
use crate::language::Language;

/// The words of one revision in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which language.
    pub language: Language,
    /// What the value is about.
    pub label: String,
    /// The fact, where it is one in words.
    pub text: Option<String>,
    /// Whom it covers.
    pub population: String,
    /// Where it holds.
    pub area: String,
    /// What a reader should know about it.
    pub note: Option<String>,
}

/// In which words a claim is told; as it comes from its own table, in those it was written in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Telling(Option<Box<Told>>);

impl Queryable<Text, Pg> for Telling {
    type Row = String;

    fn build(_: String) -> deserialize::Result<Self> {
        Ok(Self::default())
    }
}

impl Claim {
    /// The same claim in these words.
    #[must_use]
    pub fn told_as(mut self, told: Told) -> Self {
        self.telling = Telling(Some(Box::new(told)));
        self
    }

    /// Its words in the reader's language, when it is not told in English.
    #[must_use]
    pub fn told(&self) -> Option<&Told> {
        self.telling.0.as_deref()
    }

    /// The language it is told in.
    #[must_use]
    pub fn language(&self) -> Language {
        self.told().map_or(Language::English, |told| told.language)
    }
}
