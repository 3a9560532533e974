//! What became of a student: enrolled here or there, or not. Told by the student, their advisor, or a list of the school.

pub mod list;
pub mod question;

use diesel::{pg::Pg, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};
use jiff_diesel::ToDiesel as _;
use serde::Serialize;
use uuid::Uuid;

use super::{
    advisee::Advisee,
    audit::{self, Action},
    calendar,
    error::Result,
    id::{FormKey, PersonId, StudentId},
    person::{Advisor, Student},
};
use crate::schema::{outcome, person};

/// Outcomes that are read at once, the newest; few students have two.
const MOST_SHOWN: i64 = 100;

/// The way somebody took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Enrolled in health informatics.
    Hi,
    /// Enrolled in health information management.
    Him,
    /// Enrolled in something else.
    Other,
    /// Not enrolled.
    Not,
    /// Nobody knows.
    Unknown,
}

impl Way {
    /// All, in the order of the forms.
    pub const ALL: [Self; 5] = [Self::Hi, Self::Him, Self::Other, Self::Not, Self::Unknown];

    /// As the table spells it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Hi => "hi",
            Self::Him => "him",
            Self::Other => "other",
            Self::Not => "not",
            Self::Unknown => "unknown",
        }
    }

    /// The key of what students read.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Hi => "outcome-hi",
            Self::Him => "outcome-him",
            Self::Other => "outcome-other",
            Self::Not => "outcome-not",
            Self::Unknown => "outcome-unknown",
        }
    }

    /// What staff read.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Hi => "Enrolled in health informatics",
            Self::Him => "Enrolled in health information management",
            Self::Other => "Enrolled in something else",
            Self::Not => "Not enrolled",
            Self::Unknown => "Not known",
        }
    }

    /// The way with this code.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(code: &str) -> std::result::Result<Self, &'static str> {
        Self::ALL.into_iter().find(|way| way.code() == code).ok_or("outcome-missing")
    }
}

impl TryFrom<String> for Way {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Self, String> {
        Self::parse(&text).map_err(|_| format!("nobody takes the way {text:?}"))
    }
}

/// What was told once.
#[derive(Queryable, Selectable, Serialize)]
#[diesel(table_name = outcome, check_for_backend(Pg))]
pub struct Outcome {
    /// The way.
    #[diesel(deserialize_as = String)]
    pub way: Way,
    /// The day it was known.
    #[diesel(deserialize_as = jiff_diesel::Date)]
    pub told_on: Date,
    source: String,
    /// When it was written down.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
}

impl Outcome {
    /// What was told about a student, what stands first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all_of(student: StudentId, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let theirs = outcome::table.filter(outcome::student_id.eq(student)).limit(MOST_SHOWN);
        let order = (outcome::told_on.desc(), outcome::created_at.desc());
        Ok(theirs.order(order).select(Self::as_select()).load(conn).await?)
    }

    /// Those with these ids, each with the name of who wrote it down.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn among(
        ids: &[Uuid],
        student: StudentId,
        conn: &mut AsyncPgConnection,
    ) -> Result<Vec<(Uuid, Self, Option<String>)>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let theirs = outcome::table.left_join(person::table.on(person::id.nullable().eq(outcome::told_by)));
        let theirs = theirs.filter(outcome::id.eq_any(ids)).filter(outcome::student_id.eq(student));
        Ok(theirs.select((outcome::id, Self::as_select(), person::full_name.nullable())).load(conn).await?)
    }

    /// Who said so: `student`, `advisor` or `school`.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Who said so, for staff.
    #[must_use]
    pub fn source_words(&self) -> &'static str {
        match self.source.as_str() {
            "student" => "told by the student",
            "advisor" => "noted by an advisor",
            _ => "from a list of the school",
        }
    }
}

/// A day on which something can have been known: not one to come.
///
/// # Errors
/// The message key.
pub fn day(raw: &str, today: Date) -> std::result::Result<Date, &'static str> {
    match calendar::day(raw.trim()) {
        Some(day) if day <= today => Ok(day),
        Some(_) => Err("outcome-day-to-come"),
        None => Err("outcome-day-malformed"),
    }
}

/// A student's own answer.
///
/// # Errors
/// When the database fails. The same form twice is one answer.
pub async fn answer(
    student: &Student,
    way: Way,
    today: Date,
    form_key: FormKey,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let new = New { student: student.student_id(), way, on: today, source: "student", by: student.id(), form_key };
    conn.transaction(async |conn| new.write(conn).await).await
}

/// What an advisor knows of their student.
///
/// # Errors
/// [`super::error::Error::NotFound`] when the student was moved out of reach meanwhile. The same form twice is one row.
pub async fn note(
    advisor: &Advisor,
    advisee: &Advisee,
    way: Way,
    on: Date,
    form_key: FormKey,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    conn.transaction(async |conn| {
        advisee.hold(advisor, conn).await?;
        New { student: advisee.id, way, on, source: "advisor", by: advisor.id(), form_key }.write(conn).await
    })
    .await
}

/// An outcome about to be written.
struct New {
    student: StudentId,
    way: Way,
    on: Date,
    source: &'static str,
    by: PersonId,
    form_key: FormKey,
}

impl New {
    /// In the caller's transaction.
    async fn write(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        let id = Uuid::now_v7();
        let form_key = self.form_key.saying(&[self.way.code(), &self.on.to_string()]);
        let written = diesel::insert_into(outcome::table)
            .values((
                (outcome::id.eq(id), outcome::student_id.eq(self.student), outcome::way.eq(self.way.code())),
                (outcome::told_on.eq(self.on.to_diesel()), outcome::source.eq(self.source)),
                (outcome::told_by.eq(self.by), outcome::form_key.eq(form_key)),
            ))
            .on_conflict(outcome::form_key)
            .do_nothing()
            .execute(conn)
            .await?;
        if written == 0 {
            return Ok(());
        }
        audit::record(Some(self.by), Action::ToldOutcome, "outcome", Some(id), Some(self.student), conn).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_not_one_to_come() {
        let today = jiff::civil::date(2026, 11, 27);
        assert_eq!(day(" 2026-11-27 ", today), Ok(today));
        assert_eq!(day("2026-11-28", today), Err("outcome-day-to-come"));
        assert_eq!(day("soon", today), Err("outcome-day-malformed"));
    }

    #[test]
    fn every_way_has_a_code_of_its_own() {
        for way in Way::ALL {
            assert_eq!(Way::parse(way.code()), Ok(way));
        }
        assert_eq!(Way::parse(""), Err("outcome-missing"));
    }
}
