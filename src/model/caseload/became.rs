//! What students did after a result, as a filter of the queue: the numbers of the table of outcomes lead to it.

use diesel::prelude::*;

use super::{filter::ResultKind, students::Students};
use crate::{
    model::{fit::Outcome, outcome::Way},
    schema::{calibration, standing},
};

/// What is known of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Anything.
    Anything,
    /// This.
    Way(Way),
}

impl Known {
    fn code(self) -> &'static str {
        match self {
            Self::Anything => "known",
            Self::Way(way) => way.code(),
        }
    }

    fn parse(code: &str) -> Option<Self> {
        match Way::parse(code) {
            _ if code == Self::Anything.code() => Some(Self::Anything),
            // Of whom nobody knows it, there is no number.
            Ok(Way::Unknown) | Err(_) => None,
            Ok(way) => Some(Self::Way(way)),
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Way(Way::Hi) => "enrolled in health informatics",
            Self::Way(Way::Him) => "enrolled in health information management",
            Self::Way(Way::Other) => "enrolled in something else",
            Self::Way(Way::Not) => "did not enroll",
            Self::Anything | Self::Way(Way::Unknown) => "did something that is known",
        }
    }
}

/// The newest thing told of somebody, beside the result they had then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Became {
    /// What they did.
    pub known: Option<Known>,
    /// What the result said.
    pub said: Option<Outcome>,
    /// Which version of the questionnaire said it.
    pub version: Option<i32>,
    /// By which scoring, such as `fit-1.0.0`.
    pub scoring: Option<String>,
}

impl Became {
    /// Takes one word of an address; nothing when it is none of these.
    pub(super) fn take(&mut self, name: &str, value: &str) -> Option<bool> {
        match name {
            "became" => self.known = Known::parse(value),
            "said" => {
                self.said = match ResultKind::parse(value) {
                    Some(ResultKind::Of(outcome)) if outcome != Outcome::Insufficient => Some(outcome),
                    _ => None,
                }
            }
            "said-in" => self.version = value.parse().ok().filter(|version| *version > 0),
            "scored" => {
                let is_name =
                    |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
                self.scoring = (!value.is_empty() && value.len() <= 40 && is_name(value)).then(|| value.to_owned());
            }
            _ => return None,
        }
        Some(self.pairs().any(|(one, _)| one == name))
    }

    /// Its words in the address.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'static str, String)> {
        let all = [
            ("became", self.known.map(|known| known.code().to_owned())),
            ("said", self.said.map(|outcome| ResultKind::Of(outcome).code().to_owned())),
            ("said-in", self.version.map(|version| version.to_string())),
            ("scored", self.scoring.clone()),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?)))
    }

    /// What it leaves over, in words.
    pub(super) fn words(&self) -> impl Iterator<Item = String> {
        let all = [
            self.known.map(|known| known.words().to_owned()),
            self.said.map(|outcome| format!("were told \u{201c}{}\u{201d} before", ResultKind::Of(outcome).words())),
            self.version.map(|version| format!("had that from version {version}")),
            self.scoring.as_ref().map(|scoring| format!("were scored by {scoring}")),
        ];
        all.into_iter().flatten()
    }

    /// Those of the students whom it leaves over.
    pub(super) fn of<'a>(&self, students: Students<'a>) -> Students<'a> {
        if *self == Self::default() {
            return students;
        }
        let mut told = calibration::table.select(calibration::student_id).into_boxed();
        if let Some(Known::Way(way)) = self.known {
            told = told.filter(calibration::way.eq(way.code()));
        }
        if let Some(outcome) = self.said {
            told = told.filter(calibration::recommended.eq(outcome.as_str()));
        }
        if let Some(version) = self.version {
            told = told.filter(calibration::version.eq(version));
        }
        if let Some(scoring) = &self.scoring {
            told = told.filter(calibration::scoring.eq(scoring.clone()));
        }
        students.filter(standing::student_id.eq_any(told))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_words_are_read_and_written_back() {
        let mut became = Became::default();
        let words = [("became", "him"), ("said", "hi-lean"), ("said-in", "2"), ("scored", "fit-1.0.0")];
        for (name, value) in words {
            assert_eq!(became.take(name, value), Some(true), "{name}");
        }
        assert_eq!(became.pairs().collect::<Vec<_>>(), words.map(|(name, value)| (name, value.to_owned())));
        assert_eq!(became.words().count(), words.len());
        assert_eq!(became.take("became", "known"), Some(true));
        assert_eq!(became.take("age", "17"), None);
    }

    #[test]
    fn odd_words_leave_nobody_out() {
        for (name, value) in
            [("became", "unknown"), ("became", "rich"), ("said", "not-enough"), ("said-in", "-1"), ("scored", "a b")]
        {
            let mut became = Became::default();
            assert_eq!(became.take(name, value), Some(false), "{name}={value}");
            assert_eq!(became, Became::default());
        }
    }
}
