//! What students ask for about their own record: to see every note, to have a fact corrected, to be erased. A lead advisor
//! decides with a reason, within 45 days.

mod ask;
mod decide;
mod desk;

use diesel::{pg::Pg, prelude::*};
use jiff::Timestamp;

pub use self::{
    ask::Asked,
    decide::{Answer, Verdict},
    desk::{Clock, Filed, Tab},
};
use super::{
    id::{RequestId, StudentId},
    note::plain,
};
use crate::schema::data_request;

/// The most characters a student says in each field of a request.
pub const WORDS_LIMIT: usize = 2_000;
/// The most characters of a reason, and of a statement.
pub const REASON_LIMIT: usize = 5_000;
/// How long a released copy can be downloaded.
pub const RELEASED_DAYS: i64 = 30;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To see the notes of all levels (34 CFR 99.10).
    SeeNotes,
    /// To have a fact corrected (34 CFR 99.20).
    Correction,
    /// To be erased.
    Erasure,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::SeeNotes, Self::Correction, Self::Erasure];

    /// Its code in storage.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::SeeNotes => "see_notes",
            Self::Correction => "correction",
            Self::Erasure => "erasure",
        }
    }

    /// Its word in addresses and in the keys of sentences.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::SeeNotes => "notes",
            Self::Correction => "correction",
            Self::Erasure => "erasure",
        }
    }

    /// The kind behind an address's word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    fn parse(code: &str) -> Self {
        let kind = Self::ALL.into_iter().find(|kind| kind.code() == code);
        kind.expect("the table's check allows only our kinds")
    }

    /// What staff pages call it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::SeeNotes => "See all notes",
            Self::Correction => "Correction",
            Self::Erasure => "Erasure",
        }
    }
}

/// A decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Yes.
    Granted,
    /// No.
    Denied,
}

impl Decision {
    /// Its code in forms and in storage.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::Denied => "denied",
        }
    }

    /// The decision with this code.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(code: &str) -> Result<Self, &'static str> {
        [Self::Granted, Self::Denied].into_iter().find(|one| one.code() == code).ok_or("decision-missing")
    }
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has decided yet.
    Open,
    /// The student took it back.
    Withdrawn,
    /// It was decided.
    Decided(Decision),
}

/// A text of a request: the student's words, a reason, a statement. It does not print itself.
pub struct RequestText(String);

impl RequestText {
    /// Takes a text as typed, of at most `most` characters; it may be empty.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(raw: &str, most: usize) -> Result<Self, &'static str> {
        let text = plain(raw, "request-malformed")?;
        if text.chars().count() <= most {
            Ok(Self(text))
        } else if most == WORDS_LIMIT {
            Err("request-too-long")
        } else {
            Err("reason-too-long")
        }
    }

    /// The same, but there must be something.
    ///
    /// # Errors
    /// The message key; `missing` when there is nothing.
    pub fn required(raw: &str, most: usize, missing: &'static str) -> Result<Self, &'static str> {
        Self::parse(raw, most).and_then(|text| if text.0.is_empty() { Err(missing) } else { Ok(text) })
    }
}

/// A request as its student and lead advisors see it. It does not print itself.
#[derive(Queryable, Selectable)]
#[diesel(table_name = data_request, check_for_backend(Pg))]
pub struct Request {
    /// Which.
    pub id: RequestId,
    /// Whose; nobody's once the student was erased.
    pub student_id: Option<StudentId>,
    kind: String,
    /// What is wrong, or why they ask; may be empty.
    pub words: String,
    /// What a corrected record should say.
    pub should_say: String,
    /// When.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub asked_at: Timestamp,
    /// The day the answer is owed: 45 days later.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub due_at: Timestamp,
    /// When the student took it back.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub withdrawn_at: Option<Timestamp>,
    decision: Option<String>,
    /// When it was decided.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub decided_at: Option<Timestamp>,
    /// Why; what was corrected.
    pub reason: String,
    /// Until when the student's copy holds all notes.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub released_until: Option<Timestamp>,
    /// The student's answer to a denied correction.
    pub statement: String,
    /// When they gave it.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub stated_at: Option<Timestamp>,
}

impl Request {
    /// What is asked for.
    #[must_use]
    pub fn kind(&self) -> Kind {
        Kind::parse(&self.kind)
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        match self.decision.as_deref().map(Decision::parse) {
            Some(Ok(decision)) => State::Decided(decision),
            _ if self.withdrawn_at.is_some() => State::Withdrawn,
            _ => State::Open,
        }
    }

    /// Whether nobody has decided yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state() == State::Open
    }

    /// Whether the answer is owed since before that moment.
    #[must_use]
    pub fn is_late(&self, moment: Timestamp) -> bool {
        self.is_open() && self.due_at < moment
    }

    /// Where it stands at a moment, in one word: `open`, `late`, `withdrawn`, `granted` or `denied`.
    #[must_use]
    pub fn stands(&self, moment: Timestamp) -> &'static str {
        match self.state() {
            State::Open if self.is_late(moment) => "late",
            State::Open => "open",
            State::Withdrawn => "withdrawn",
            State::Decided(decision) => decision.code(),
        }
    }

    /// Until when the student's copy holds all notes, if it does at that moment.
    #[must_use]
    pub fn released_after(&self, moment: Timestamp) -> Option<Timestamp> {
        self.released_until.filter(|until| *until > moment)
    }

    /// Whether the student may set a statement beside the record: a correction was denied.
    #[must_use]
    pub fn takes_a_statement(&self) -> bool {
        self.kind() == Kind::Correction && self.state() == State::Decided(Decision::Denied)
    }
}

/// Nobody has decided, and the student has not taken it back.
#[diesel::dsl::auto_type(no_type_alias)]
fn is_open() -> _ {
    data_request::decided_at.is_null().and(data_request::withdrawn_at.is_null())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_decisions_are_read_back_and_never_guessed() {
        for kind in Kind::ALL {
            assert_eq!((Kind::of_word(kind.word()), Kind::parse(kind.code())), (Some(kind), kind));
        }
        assert_eq!(Kind::of_word("see_notes"), None);
        assert_eq!(Decision::parse("granted"), Ok(Decision::Granted));
        assert_eq!(Decision::parse(""), Err("decision-missing"));
    }

    #[test]
    fn words_are_bounded_and_some_must_be_there() {
        assert!(RequestText::parse(&"é".repeat(WORDS_LIMIT), WORDS_LIMIT).is_ok());
        assert_eq!(RequestText::parse(&"é".repeat(WORDS_LIMIT + 1), WORDS_LIMIT).err(), Some("request-too-long"));
        assert_eq!(RequestText::parse(&"é".repeat(REASON_LIMIT + 1), REASON_LIMIT).err(), Some("reason-too-long"));
        assert_eq!(RequestText::parse("\u{7}", WORDS_LIMIT).err(), Some("request-malformed"));
        assert_eq!(RequestText::required(" \r\n ", WORDS_LIMIT, "wrong-missing").err(), Some("wrong-missing"));
    }
}
