//! A student as *their* advisor sees them: the only way to a record.

mod places;

use std::ops::Deref;

use diesel::{pg::Pg, prelude::*, sql_types::Bool};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    audit::{self, Action},
    error::Result,
    id::{PersonId, StudentId},
    person::{Advisor, first_word, initials},
    profile::Profile,
};
use crate::schema::{assignment, person, student};

/// Why somebody may see a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The student is theirs, since then.
    Theirs(Timestamp),
    /// Nobody has the student yet, so any advisor may look and take them.
    Unassigned,
    /// They are a lead advisor, who reaches every student.
    Lead,
}

/// A student within an advisor's reach.
pub struct Advisee {
    /// Whose record it is.
    pub id: StudentId,
    /// As they or their school wrote it.
    pub full_name: String,
    /// Where letters to them go.
    pub email: String,
    /// Since when they have an account.
    pub created_at: Timestamp,
    /// When they were here last.
    pub last_seen_at: Option<Timestamp>,
    /// What they told about themselves.
    pub profile: Profile,
    /// When they saved that; never: only their first name is filled in.
    pub profile_saved_at: Option<Timestamp>,
    /// Their advisor now: who that is, and the name.
    pub advisor: Option<(PersonId, String)>,
    /// Whether there is a result.
    pub has_result: bool,
    /// Why this advisor may see the record.
    pub reason: Reason,
}

/// A record that was opened: the row that says so is written. Whoever reads about a student holds one.
pub struct Record(Advisee);

impl Deref for Record {
    type Target = Advisee;

    fn deref(&self) -> &Advisee {
        &self.0
    }
}

/// The `where` of everything an advisor may see: their students, those nobody has yet, and for a lead every one.
pub(super) type Reach = Box<dyn BoxableExpression<student::table, Pg, SqlType = Bool>>;

pub(super) fn reach(advisor: &Advisor) -> Reach {
    if advisor.is_lead() {
        Box::new(student::person_id.is_not_null())
    } else {
        Box::new(student::advisor_id.is_not_distinct_from(advisor.id()).or(student::advisor_id.is_null()))
    }
}

#[derive(Queryable)]
struct Names {
    full_name: String,
    email: String,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    created_at: Timestamp,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    last_seen_at: Option<Timestamp>,
}

impl Advisee {
    /// The student with this id, if this advisor reaches them. For acts, each of which leaves its own trace; who wants
    /// to read the record opens it.
    ///
    /// # Errors
    /// [`super::error::Error::NotFound`] for somebody else's student, a former one, and one that does not exist.
    pub async fn of(advisor: &Advisor, id: StudentId, conn: &mut AsyncPgConnection) -> Result<Self> {
        let (advisor_id, has_result): (Option<PersonId>, bool) = student::table
            .find(id)
            .filter(reach(advisor))
            .select((student::advisor_id, student::newest_result_id.is_not_null()))
            .first(conn)
            .await?;
        let names: Names = person::table
            .find(PersonId::from(id))
            .select((person::full_name, person::email, person::created_at, person::last_seen_at))
            .first(conn)
            .await?;
        let period: Option<(String, jiff_diesel::Timestamp)> = assignment::table
            .inner_join(person::table.on(person::id.eq(assignment::advisor_id)))
            .filter(assignment::student_id.eq(id))
            .filter(assignment::until.is_null())
            .select((person::full_name, assignment::since))
            .first(conn)
            .await
            .optional()?;
        let (profile, profile_saved_at) = Profile::of(id, conn).await?;
        let since = period.as_ref().map(|(_, since)| since.to_jiff());
        let reason = match advisor_id {
            Some(theirs) if theirs == advisor.id() => Reason::Theirs(since.unwrap_or(names.created_at)),
            _ if advisor.is_lead() => Reason::Lead,
            _ => Reason::Unassigned,
        };
        Ok(Self {
            id,
            full_name: names.full_name,
            email: names.email,
            created_at: names.created_at,
            last_seen_at: names.last_seen_at,
            profile,
            profile_saved_at,
            advisor: advisor_id.zip(period.map(|(name, _)| name)),
            has_result,
            reason,
        })
    }

    /// Holds the student where they are until the transaction ends: whoever moves them away has done so before, or waits.
    /// Gives whose they are. An act about a student begins with it, so that it is never done to somebody just out of reach.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub async fn hold(&self, advisor: &Advisor, conn: &mut AsyncPgConnection) -> Result<Option<PersonId>> {
        // Not merely shared: the act marks the row as looked at, and two that shared it would wait for each other.
        let held = student::table.find(self.id).filter(reach(advisor)).select(student::advisor_id).for_no_key_update();
        Ok(held.first(conn).await?)
    }

    /// Opens the record: with the student comes a row that says who looked. No row, no record.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub async fn open(advisor: &Advisor, id: StudentId, conn: &mut AsyncPgConnection) -> Result<Record> {
        conn.transaction(async |conn| Self::of(advisor, id, conn).await?.opened(advisor, conn).await).await
    }

    /// Opens one part of it: the answers, a letter, the sheets for paper. The row says which.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub async fn open_for(
        advisor: &Advisor,
        id: StudentId,
        part: &str,
        which: Uuid,
        conn: &mut AsyncPgConnection,
    ) -> Result<Record> {
        conn.transaction(async |conn| Self::of(advisor, id, conn).await?.opened_for(advisor, part, which, conn).await)
            .await
    }

    /// The same for what a page that was opened within this minute shows in a frame: that was one look.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub async fn open_once(
        advisor: &Advisor,
        id: StudentId,
        part: &str,
        which: Uuid,
        conn: &mut AsyncPgConnection,
    ) -> Result<Record> {
        conn.transaction(async |conn| {
            let advisee = Self::of(advisor, id, conn).await?;
            if audit::just_did(advisor.id(), Action::OpenedRecord, which, conn).await? {
                return Ok(Record(advisee));
            }
            advisee.opened_for(advisor, part, which, conn).await
        })
        .await
    }

    /// Opens the record of a student one holds already, such as for a form that comes back with errors.
    ///
    /// # Errors
    /// When the row cannot be written.
    pub async fn opened(self, advisor: &Advisor, conn: &mut AsyncPgConnection) -> Result<Record> {
        let id = self.id.0;
        self.opened_for(advisor, "student", id, conn).await
    }

    /// The same for one part of it.
    ///
    /// # Errors
    /// When the row cannot be written.
    pub async fn opened_for(
        self,
        advisor: &Advisor,
        part: &str,
        which: Uuid,
        conn: &mut AsyncPgConnection,
    ) -> Result<Record> {
        audit::record(Some(advisor.id()), Action::OpenedRecord, part, Some(which), Some(self.id), conn).await?;
        Ok(Record(self))
    }

    /// What we call them: what they asked for, else the first word of their name.
    #[must_use]
    pub fn called(&self) -> String {
        self.profile.called.clone().unwrap_or_else(|| first_word(&self.full_name))
    }

    /// The letters in their round picture.
    #[must_use]
    pub fn initials(&self) -> String {
        initials(&self.full_name)
    }

    /// Whether nobody has them.
    #[must_use]
    pub fn is_unassigned(&self) -> bool {
        self.advisor.is_none()
    }

    /// Whether this advisor may say what to do with a result: the student's own advisor and leads may.
    #[must_use]
    pub fn may_be_advised(&self) -> bool {
        self.reason != Reason::Unassigned
    }
}

/// The address of a student's record.
#[must_use]
pub fn path(id: StudentId) -> String {
    format!("/students/{id}")
}
