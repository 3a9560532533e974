//! The languages people read here, and how each says days, times and numbers. The sentences are in `words`.

mod asked;
mod dates;
mod numbers;

/// A language that the whole of the student's way is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Everything is written in it first.
    #[default]
    English,
    /// As it is read in the United States: figures as in English, words in Spanish.
    Spanish,
}

impl Language {
    /// All of them, the first one first.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// Its tag, in pages and rows.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// What it calls itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
        }
    }

    /// The language with this tag.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The language of a stored tag; one that is no longer spoken here gets English.
    #[must_use]
    pub fn of(locale: &str) -> Self {
        Self::parse(locale).unwrap_or_default()
    }
}
