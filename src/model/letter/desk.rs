//! The facts of letters from the advisor's desk: meetings, and what is due.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use serde::{Deserialize, Serialize};

use super::Sender;
use crate::model::id::MeetingId;

/// A follow-up in one line, without what is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owed {
    /// The student's full name.
    pub student: String,
    /// Where it stands within the portal.
    pub path: String,
    /// By when.
    pub due_on: Date,
}

/// What happened to a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingChange {
    /// It has a time and a place.
    Set,
    /// It has another time or place.
    Moved,
    /// It is off.
    Cancelled,
    /// It is off, because the student's record was erased: to the advisor, without a name.
    Gone,
    /// It goes on with another advisor: to the one who had it.
    TakenOver,
}

impl MeetingChange {
    /// Its word in message keys.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Moved => "moved",
            Self::Cancelled => "cancelled",
            Self::Gone => "gone",
            Self::TakenOver => "taken-over",
        }
    }

    /// Whether the meeting is off with it, for whoever gets the letter.
    #[must_use]
    pub fn is_off(self) -> bool {
        matches!(self, Self::Cancelled | Self::Gone | Self::TakenOver)
    }
}

/// What a letter about a meeting says. What the meeting is about is read after signing in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeetingFacts {
    /// Which: the file's `UID`.
    pub meeting_id: MeetingId,
    /// What happened to it.
    pub change: MeetingChange,
    /// The file's `SEQUENCE`: rises with each change.
    pub sequence: i32,
    /// When it was changed: the file's `DTSTAMP`.
    pub at: Timestamp,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// When it begins, on the school's clock.
    pub local: DateTime,
    /// What the school's clock is called then, such as `CST`.
    pub zone: String,
    /// Where, or the link.
    pub place: String,
    /// The student.
    pub student: Sender,
    /// The advisor.
    pub advisor: Sender,
    /// The full name of who meets the student now, when the advisor does not any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
    /// Whether this letter goes to the advisor.
    pub is_to_staff: bool,
}

impl MeetingFacts {
    /// Who the reader meets.
    #[must_use]
    pub fn with(&self) -> &Sender {
        if self.is_to_staff { &self.student } else { &self.advisor }
    }

    /// Where the meeting stands within the portal.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/meetings/{}", self.meeting_id)
    }
}
