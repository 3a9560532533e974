//! What a job does for each student.

use diesel_async::AsyncPgConnection;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::{
    account::Account,
    advisee::Advisee,
    audit::{self, Action},
    error::{Error, Result},
    follow_up::{FollowUp, Plan, Task},
    id::FormKey,
    letter::Letter,
    note::{Contact, NewNote, Note, NoteBody, NoteLevel, plain},
    outbox::NewLetter,
    person::Advisor,
    post::{Post, to_account},
};

/// The longest subject of a letter, in characters.
pub const SUBJECT_LIMIT: usize = 100;
/// The longest letter in an advisor's own words, in characters.
pub const MESSAGE_LIMIT: usize = 4_000;

/// The subject of a letter. It does not print itself.
pub struct Subject(String);

impl Subject {
    /// Takes a line as typed.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(raw: &str) -> std::result::Result<Self, &'static str> {
        let line = plain(raw, "message-malformed")?;
        match line.chars().count() {
            0 => Err("message-subject-missing"),
            _ if line.contains('\n') => Err("message-malformed"),
            count if count > SUBJECT_LIMIT => Err("message-subject-too-long"),
            _ => Ok(Self(line)),
        }
    }
}

/// The words of a letter. They do not print themselves.
pub struct MessageWords(String);

impl MessageWords {
    /// Takes a text as typed.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(raw: &str) -> std::result::Result<Self, &'static str> {
        let words = plain(raw, "message-malformed")?;
        match words.chars().count() {
            0 => Err("message-missing"),
            count if count > MESSAGE_LIMIT => Err("message-too-long"),
            _ => Ok(Self(words)),
        }
    }
}

/// What is done for each student, as it stands in `job.facts`. It does not print itself.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Work {
    /// A letter in the advisor's words.
    Letter {
        /// Its subject.
        subject: String,
        /// Its text.
        words: String,
    },
    /// The same note in each record.
    Note {
        /// Its text.
        body: String,
        /// The code of who may read it.
        level: String,
    },
    /// The same follow-up for each, done by whoever began the job.
    FollowUp {
        /// What is to be done.
        words: String,
        /// By when.
        due_on: Date,
        /// Whether the student sees it too.
        is_shared: bool,
    },
}

/// What a kind is called.
pub(super) fn title(kind: &str) -> &'static str {
    match kind {
        "letter" => "Letter",
        "note" => "Note",
        _ => "Follow-up",
    }
}

impl Work {
    /// A letter.
    #[must_use]
    pub fn letter(subject: Subject, words: MessageWords) -> Self {
        Self::Letter { subject: subject.0, words: words.0 }
    }

    /// A note.
    #[must_use]
    pub fn note(body: &NoteBody, level: NoteLevel) -> Self {
        Self::Note { body: body.as_str().to_owned(), level: level.code().to_owned() }
    }

    /// A follow-up.
    #[must_use]
    pub fn follow_up(task: &Task, due_on: Date, is_shared: bool) -> Self {
        Self::FollowUp { words: task.as_str().to_owned(), due_on, is_shared }
    }

    /// The kind as the table's check spells it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Letter { .. } => "letter",
            Self::Note { .. } => "note",
            Self::FollowUp { .. } => "follow-up",
        }
    }

    /// The letter that a student would get.
    #[must_use]
    pub fn as_letter(&self, author: &Advisor) -> Option<Letter> {
        match self {
            Self::Letter { subject, words } => Some(Letter::Message {
                author: author.person().full_name.clone(),
                subject: subject.clone(),
                words: words.clone(),
            }),
            Self::Note { .. } | Self::FollowUp { .. } => None,
        }
    }

    /// Does it for one student, in the caller's transaction.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the student is out of reach by now, [`Error::Conflict`] when it cannot be done to them.
    pub(super) async fn act(
        &self,
        owner: &Advisor,
        advisee: &Advisee,
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        match self {
            Self::Letter { .. } => self.write_to(owner, advisee, post, conn).await,
            Self::Note { body, level } => {
                let body = NoteBody::parse(body).map_err(|_| Error::Conflict)?;
                let level = NoteLevel::parse(level).map_err(|_| Error::Conflict)?;
                let new = NewNote { body: &body, level, contact: Contact { on: None, how: None, topic: None } };
                Note::write(owner, advisee, &new, FormKey::new(), post, conn).await.map(|_| ())
            }
            Self::FollowUp { words, due_on, is_shared } => {
                let task = Task::parse(words).map_err(|_| Error::Conflict)?;
                let plan = Plan { task, due_on: *due_on, owner: owner.id(), is_shared: *is_shared };
                FollowUp::plan(owner, advisee, &plan, FormKey::new(), conn).await.map(|_| ())
            }
        }
    }

    async fn write_to(
        &self,
        owner: &Advisor,
        advisee: &Advisee,
        post: &Post,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        advisee.hold(owner, conn).await?;
        let account = Account::with_id(advisee.id.into(), conn).await?;
        let letter = self.as_letter(owner).ok_or(Error::Conflict)?;
        let new = NewLetter { reply_to: Some(&owner.person().email), ..to_account(&letter, &account) };
        let id = post.put(new, conn).await?;
        audit::record(Some(owner.id()), Action::WroteLetter, "letter", Some(id.0), Some(advisee.id), conn).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_one_short_line() {
        assert!(Subject::parse("Open day").is_ok());
        assert_eq!(Subject::parse(" ").err(), Some("message-subject-missing"));
        assert_eq!(Subject::parse("a\nBcc: b").err(), Some("message-malformed"));
        assert_eq!(Subject::parse(&"é".repeat(SUBJECT_LIMIT + 1)).err(), Some("message-subject-too-long"));
    }

    #[test]
    fn words_are_there_and_not_too_many() {
        assert!(MessageWords::parse(&"é".repeat(MESSAGE_LIMIT)).is_ok());
        assert_eq!(MessageWords::parse(&"é".repeat(MESSAGE_LIMIT + 1)).err(), Some("message-too-long"));
        assert_eq!(MessageWords::parse("\n").err(), Some("message-missing"));
        assert_eq!(MessageWords::parse("\u{1b}[31m").err(), Some("message-malformed"));
    }
}
