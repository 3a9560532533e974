//! What left the school about a student: to whom, what, and why they may have it (34 CFR 99.32). Part of the record.

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
    id::{FormKey, StudentId},
    note::plain,
    person::{self, Lead, Role},
};
use crate::schema::disclosure;

/// The most characters of who got it.
const WHOM_LIMIT: usize = 300;
/// The most characters of what and why.
const WORDS_LIMIT: usize = 2_000;
/// Disclosures that are read at once, the newest; few students have one.
const MOST_SHOWN: i64 = 1_000;

/// One disclosure. It does not print itself.
#[derive(Queryable, Selectable, Serialize)]
#[diesel(table_name = disclosure, check_for_backend(Pg))]
pub struct Disclosure {
    /// The day.
    #[diesel(deserialize_as = jiff_diesel::Date)]
    pub disclosed_on: Date,
    /// Who got it.
    pub to_whom: String,
    /// What they got.
    pub what: String,
    /// The interest they have in it.
    pub why: String,
    /// Who wrote it down; the student reads that somebody did.
    #[serde(skip)]
    pub recorder: String,
    /// When.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
}

/// A disclosure about to be noted.
pub struct NewDisclosure {
    /// The day.
    pub on: Date,
    /// Who got it.
    pub to_whom: String,
    /// What they got.
    pub what: String,
    /// Why they may have it.
    pub why: String,
}

/// Takes who got it, as typed.
///
/// # Errors
/// The message key.
pub fn to_whom(raw: &str) -> std::result::Result<String, &'static str> {
    words(raw, WHOM_LIMIT, "disclosure-whom-missing")
}

/// Takes what they got, as typed.
///
/// # Errors
/// The message key.
pub fn what(raw: &str) -> std::result::Result<String, &'static str> {
    words(raw, WORDS_LIMIT, "disclosure-what-missing")
}

/// Takes why they may have it, as typed.
///
/// # Errors
/// The message key.
pub fn why(raw: &str) -> std::result::Result<String, &'static str> {
    words(raw, WORDS_LIMIT, "disclosure-why-missing")
}

/// The day as typed: a day that was.
///
/// # Errors
/// The message key.
pub fn day(raw: &str, today: Date) -> std::result::Result<Date, &'static str> {
    match calendar::day(raw) {
        Some(day) if day <= today => Ok(day),
        Some(_) => Err("disclosure-day-to-come"),
        None => Err("day-malformed"),
    }
}

fn words(raw: &str, most: usize, missing: &'static str) -> std::result::Result<String, &'static str> {
    let text = plain(raw, "text-malformed")?;
    match text.chars().count() {
        0 => Err(missing),
        count if count > most => Err("text-too-long"),
        _ => Ok(text),
    }
}

impl Disclosure {
    /// Notes one. The same form is the same disclosure.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note(
        lead: &Lead,
        advisee: &Advisee,
        new: &NewDisclosure,
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        let form_key = form_key.saying(&[&new.on.to_string(), &new.to_whom, &new.what, &new.why]);
        conn.transaction(async |conn| {
            person::still(lead.id(), Role::Lead, conn).await?;
            let id = Uuid::now_v7();
            let noted = diesel::insert_into(disclosure::table)
                .values((
                    (disclosure::id.eq(id), disclosure::student_id.eq(advisee.id)),
                    disclosure::disclosed_on.eq(new.on.to_diesel()),
                    (disclosure::to_whom.eq(&new.to_whom), disclosure::what.eq(&new.what)),
                    disclosure::why.eq(&new.why),
                    (disclosure::recorded_by.eq(lead.id()), disclosure::recorder.eq(&lead.person().full_name)),
                    disclosure::form_key.eq(form_key),
                ))
                .on_conflict(disclosure::form_key)
                .do_nothing()
                .execute(conn)
                .await?;
            if noted == 0 {
                return Ok(());
            }
            let recorded = Action::RecordedDisclosure;
            audit::record(Some(lead.id()), recorded, "disclosure", Some(id), Some(advisee.id), conn).await
        })
        .await
    }

    /// What left the school about a student, the newest first. Whoever asks holds the record, or is the student.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn about(student: StudentId, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(disclosure::table
            .filter(disclosure::student_id.eq(student))
            .order((disclosure::disclosed_on.desc(), disclosure::id.desc()))
            .limit(MOST_SHOWN)
            .select(Self::as_select())
            .load(conn)
            .await?)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_disclosure_says_to_whom_what_why_and_a_day_that_was() {
        assert_eq!(to_whom(" County court ").as_deref(), Ok("County court"));
        assert_eq!(to_whom(" "), Err("disclosure-whom-missing"));
        assert_eq!(to_whom(&"é".repeat(WHOM_LIMIT + 1)), Err("text-too-long"));
        assert_eq!(what(""), Err("disclosure-what-missing"));
        assert_eq!(why("\n"), Err("disclosure-why-missing"));
        let today = date(2026, 11, 26);
        assert_eq!(day("2026-11-26", today), Ok(today));
        assert_eq!(day("2026-11-27", today), Err("disclosure-day-to-come"));
        assert_eq!(day("yesterday", today), Err("day-malformed"));
    }
}
