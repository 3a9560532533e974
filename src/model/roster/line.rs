//! One line of an uploaded list: what it says and what it comes to.

use diesel::{pg::Pg, prelude::*};
use serde_json::Value;

use crate::schema::roster_line;

/// What a line comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A new student on the list.
    Create,
    /// Something of a student changes.
    Update,
    /// All is as it was.
    Unchanged,
    /// It is about somebody else, or nobody any more.
    LeftOut,
    /// Something is wrong with it.
    Fault,
}

impl Fate {
    /// All, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Create, Self::Update, Self::Unchanged, Self::LeftOut, Self::Fault];

    /// As the table spells it, and the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Unchanged => "unchanged",
            Self::LeftOut => "left-out",
            Self::Fault => "fault",
        }
    }

    /// The fate with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fate| fate.code() == code)
    }
}

/// The keys of what the view `roster_plan` finds wrong with a line, besides what the line itself shows.
pub const FOUND: [&str; 6] =
    ["roster-twice", "roster-staff", "roster-no-advisor", "roster-two-entries", "roster-other-id", "line-without-name"];

/// One line.
#[derive(Queryable, Selectable)]
#[diesel(table_name = roster_line, check_for_backend(Pg))]
pub struct Line {
    /// Which line of the file.
    pub number: i32,
    /// The school's own number for the student.
    pub school_id: Option<String>,
    /// The name on it; empty where the cell is.
    pub full_name: String,
    /// The address on it.
    pub email: String,
    /// The advisor's address on it.
    pub advisor_key: Option<String>,
    /// Why it is a fault or left out: a message key.
    pub problem: Option<String>,
    /// The line in which the same student stands first.
    pub twin: Option<i32>,
    before: Option<Value>,
    /// Whether it comes to something else now than what was looked at.
    pub is_other: bool,
    /// What became of the invitation.
    pub invitation: Option<String>,
}

impl Line {
    /// The name on it, or the one that is kept where it has none.
    #[must_use]
    pub fn name(&self) -> &str {
        let kept = self.before.as_ref().and_then(|before| before.get("full_name")).and_then(Value::as_str);
        if self.full_name.is_empty() { kept.unwrap_or_default() } else { &self.full_name }
    }

    /// What an update changes: name of the thing, old, new. The advisor's name is not known here; that it changes is.
    #[must_use]
    pub fn changes(&self) -> Vec<(&'static str, String, String)> {
        let Some(before) = &self.before else { return Vec::new() };
        let old = |field: &str| before.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
        let told = [
            ("Student ID", old("school_id"), self.school_id.clone()),
            ("Name", old("full_name"), Some(self.full_name.clone()).filter(|name| !name.is_empty())),
            ("Email", old("email"), Some(self.email.clone())),
        ];
        // An empty cell erases nothing.
        let changed = told.into_iter().filter_map(|(label, old, new)| new.map(|new| (label, old, new)));
        changed.filter(|(_, old, new)| old != new).collect()
    }
}
