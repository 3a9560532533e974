//! What the reports tell students apart by: filters of the queue that a report's numbers lead to.

use diesel::prelude::*;
use jiff::{ToSpan as _, civil::Date};
use jiff_diesel::ToDiesel as _;
use uuid::Uuid;

use super::{became::Became, students::Students};
use crate::{
    model::{advice::Reason, calendar, id::PersonId},
    schema::standing,
};

/// How far somebody has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// Began the questions.
    Began,
    /// Has a result.
    Result,
    /// Has an advisor's word on the newest result.
    Advice,
}

impl Reached {
    /// All of them with their words in the address and on pages.
    pub const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Began, "began", "began the questions"),
        (Self::Result, "result", "have a result"),
        (Self::Advice, "advice", "have advice on it"),
    ];

    /// The figure in the table.
    #[must_use]
    pub fn step(self) -> i16 {
        match self {
            Self::Began => 1,
            Self::Result => 2,
            Self::Advice => 3,
        }
    }
}

/// Filters of the queue that stand behind a number of the reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// Came in the week that begins on this Monday.
    pub joined: Option<Date>,
    /// Have come so far, or farther.
    pub reached: Option<Reached>,
    /// Their newest result is of this version of the questionnaire.
    pub version: Option<i32>,
    /// Whether the advice on it agrees with it.
    pub agrees: Option<bool>,
    /// Why the advisor says so.
    pub reason: Option<Reason>,
    /// Were in touch within so many days.
    pub contact: Option<i32>,
    /// This advisor's.
    pub of: Option<PersonId>,
    /// What they did after a result, and after which.
    pub became: Became,
}

impl Behind {
    /// Takes one word of an address; nothing when it is none of these.
    pub(super) fn take(&mut self, name: &str, value: &str, is_lead: bool) -> Option<bool> {
        match name {
            "joined" => self.joined = calendar::day(value),
            "reached" => {
                self.reached = Reached::ALL.into_iter().find(|(_, code, _)| *code == value).map(|(one, ..)| one)
            }
            "version" => self.version = value.parse().ok().filter(|version| *version > 0),
            "advice" => {
                self.agrees = match value {
                    "agrees" => Some(true),
                    "differs" => Some(false),
                    _ => None,
                }
            }
            "why" => self.reason = Reason::parse(value).ok().flatten(),
            "contact" => self.contact = value.parse().ok().filter(|days| (1..=3650).contains(days)),
            "of" if is_lead => self.of = value.parse::<Uuid>().ok().map(PersonId),
            _ => return self.became.take(name, value),
        }
        Some(self.pairs().iter().any(|(one, _)| *one == name))
    }

    /// Whether it tells students apart by nothing but their advisor.
    pub(super) fn is_told(&self) -> bool {
        *self == Self { of: self.of, ..Self::default() }
    }

    /// Its words in the address.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let reached = self.reached.and_then(|reached| Reached::ALL.into_iter().find(|(one, ..)| *one == reached));
        let all = [
            ("joined", self.joined.map(|day| day.to_string())),
            ("reached", reached.map(|(_, code, _)| code.to_owned())),
            ("version", self.version.map(|version| version.to_string())),
            ("advice", self.agrees.map(|agrees| if agrees { "agrees" } else { "differs" }.to_owned())),
            ("why", self.reason.map(|reason| reason.code().to_owned())),
            ("contact", self.contact.map(|days| days.to_string())),
            ("of", self.of.map(|id| id.to_string())),
        ];
        let all = all.into_iter().filter_map(|(name, value)| Some((name, value?)));
        all.chain(self.became.pairs()).collect()
    }

    /// What it leaves over, in words; each one ends a sentence that begins with "Only students who".
    #[must_use]
    pub fn words(&self, day: impl Fn(Date) -> String) -> Vec<String> {
        let reached = self.reached.and_then(|reached| Reached::ALL.into_iter().find(|(one, ..)| *one == reached));
        let all = [
            self.joined.map(|monday| format!("came in the week of {}", day(monday))),
            reached.map(|(_, _, words)| words.to_owned()),
            self.version.map(|version| format!("have a result of version {version}")),
            self.agrees
                .map(|agrees| if agrees { "have advice that agrees" } else { "have advice that differs" }.to_owned()),
            self.reason.map(|reason| format!("have it because: {}", reason.title().to_lowercase())),
            self.contact.map(|days| format!("were in touch in the last {days} days")),
            self.of.map(|_| "have one certain advisor".to_owned()),
        ];
        all.into_iter().flatten().chain(self.became.words()).collect()
    }

    /// Those of the students whom it leaves over.
    pub(super) fn of<'a>(&self, mut students: Students<'a>, today: Date) -> Students<'a> {
        if let Some(monday) = self.joined {
            students = students.filter(standing::joined_on.assume_not_null().eq(monday.to_diesel()));
        }
        if let Some(reached) = self.reached {
            students = students.filter(standing::reached.ge(reached.step()));
        }
        if let Some(version) = self.version {
            students = students.filter(standing::version.assume_not_null().eq(version));
        }
        if let Some(agrees) = self.agrees {
            let code = if agrees { "agrees" } else { "differs" };
            students = students.filter(standing::advice.assume_not_null().eq(code));
        }
        if let Some(reason) = self.reason {
            students = students.filter(standing::advice_reason.assume_not_null().eq(reason.code()));
        }
        if let Some(since) = self.contact.and_then(|days| today.checked_sub(days.days()).ok()) {
            students = students.filter(standing::last_contact_on.assume_not_null().ge(since.to_diesel()));
        }
        if let Some(id) = self.of {
            students = students.filter(standing::advisor_id.assume_not_null().eq(id.0));
        }
        self.became.of(students)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_words_are_read_and_written_back() {
        let mut behind = Behind::default();
        let words = [
            ("joined", "2026-11-16"),
            ("reached", "result"),
            ("version", "3"),
            ("advice", "differs"),
            ("why", "work_sooner"),
            ("contact", "30"),
            ("of", "01900000-0000-7000-8000-000000000000"),
            ("became", "not"),
        ];
        for (name, value) in words {
            assert_eq!(behind.take(name, value, true), Some(true), "{name}");
        }
        assert_eq!(behind.pairs(), words.map(|(name, value)| (name, value.to_owned())));
        assert_eq!(behind.words(|day| day.to_string()).len(), words.len());
    }

    #[test]
    fn odd_words_leave_nobody_out() {
        for (name, value) in [("joined", "monday"), ("reached", "top"), ("version", "0"), ("why", ""), ("contact", "x")]
        {
            let mut behind = Behind::default();
            assert_eq!(behind.take(name, value, true), Some(false), "{name}={value}");
            assert_eq!(behind, Behind::default());
        }
        assert_eq!(Behind::default().take("of", "01900000-0000-7000-8000-000000000000", false), None);
        assert_eq!(Behind::default().take("age", "17", true), None);
    }
}
