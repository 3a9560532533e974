//! Notes as their readers see them: with what was added, and whether something is new.

use std::ops::Deref;

use diesel::{dsl::sql, expression::SqlLiteral, pg::Pg, prelude::*, sql_types::Bool};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};

use super::{Addendum, How, IS_FRESH, MOST_SHOWN, NoteLevel, Topic, readable, seen};
use crate::{
    model::{
        advisee::{Advisee, Record},
        error::{Error, Result},
        id::{NoteId, PersonId, StudentId},
        person::{Advisor, Role, Student},
    },
    schema::note,
};

/// A note as it stands in its row. It does not print itself.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = note, check_for_backend(Pg))]
pub struct Written {
    /// Which.
    pub id: NoteId,
    /// About whom.
    pub student_id: StudentId,
    /// Who wrote it.
    pub author_id: PersonId,
    /// The author's name as it was.
    pub author: String,
    author_role: String,
    pub(super) level: String,
    /// Its text; empty once it is removed.
    pub body: String,
    #[diesel(deserialize_as = jiff_diesel::NullableDate)]
    /// The day of the contact it tells of.
    pub contact_on: Option<Date>,
    pub(super) contact_how: Option<String>,
    pub(super) topic: Option<String>,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    /// When it was written.
    pub created_at: Timestamp,
    /// The number of its text; 1 as first written.
    pub number: i16,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    /// When it was written, edited or added to last.
    pub changed_at: Timestamp,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    /// When it got its present text, if that is not the first.
    pub edited_at: Option<Timestamp>,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    removed_at: Option<Timestamp>,
    remover: String,
    removal_reason: String,
    #[diesel(select_expression = sql::<Bool>(IS_FRESH), select_expression_type = SqlLiteral<Bool>)]
    pub(super) is_fresh: bool,
}

/// That a note was removed.
pub struct Removal<'a> {
    /// When.
    pub at: Timestamp,
    /// The lead advisor.
    pub by: &'a str,
    /// Why.
    pub reason: &'a str,
}

/// A note with everything around it, for one reader.
pub struct Note {
    written: Written,
    /// What its author added later, the oldest first.
    pub addenda: Vec<Addendum>,
    /// Whether the reader wrote it.
    pub is_mine: bool,
    /// Whether it changed since the reader last looked, or was never seen.
    pub is_new: bool,
}

impl Deref for Note {
    type Target = Written;

    fn deref(&self) -> &Written {
        &self.written
    }
}

impl Note {
    /// The notes in a record that this advisor may read, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn about(record: &Record, advisor: &Advisor, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let rows = note::table
            .filter(note::student_id.eq(record.id))
            .filter(readable(advisor.id(), advisor.is_lead()))
            .order((note::created_at.desc(), note::id.desc()))
            .limit(MOST_SHOWN)
            .select(Written::as_select())
            .load(conn)
            .await?;
        Self::around(rows, record.id, advisor.id(), conn).await
    }

    /// Those of these notes in a record that this advisor may read.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn among(
        ids: &[NoteId],
        record: &Record,
        advisor: &Advisor,
        conn: &mut AsyncPgConnection,
    ) -> Result<Vec<Self>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let rows = note::table
            .filter(note::id.eq_any(ids))
            .filter(note::student_id.eq(record.id))
            .filter(readable(advisor.id(), advisor.is_lead()))
            .select(Written::as_select())
            .load(conn)
            .await?;
        Self::around(rows, record.id, advisor.id(), conn).await
    }

    /// One note of a record.
    ///
    /// # Errors
    /// [`Error::NotFound`] for one that this advisor may not read, of another student, or that does not exist.
    pub async fn of(record: &Record, advisor: &Advisor, id: NoteId, conn: &mut AsyncPgConnection) -> Result<Self> {
        Self::among(&[id], record, advisor, conn).await?.pop().ok_or(Error::NotFound)
    }

    /// A note of this advisor's own about a student within reach; to read others one opens the record.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else's.
    pub async fn of_author(
        advisee: &Advisee,
        advisor: &Advisor,
        id: NoteId,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self> {
        let own = note::table
            .find(id)
            .filter(note::student_id.eq(advisee.id))
            .filter(note::author_id.eq(advisor.id()))
            .select(Written::as_select())
            .first(conn)
            .await?;
        Self::around(vec![own], advisee.id, advisor.id(), conn).await?.pop().ok_or(Error::NotFound)
    }

    /// The notes that were written for the student too, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn shared_with(student: &Student, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let rows = note::table
            .filter(note::student_id.eq(student.student_id()))
            .filter(note::level.eq(NoteLevel::Student.code()))
            .order((note::created_at.desc(), note::id.desc()))
            .limit(MOST_SHOWN)
            .select(Written::as_select())
            .load(conn)
            .await?;
        Self::around(rows, student.student_id(), student.id(), conn).await
    }

    /// Notes that were chosen for this reader, with what was added to them.
    async fn around(
        rows: Vec<Written>,
        student: StudentId,
        reader: PersonId,
        conn: &mut AsyncPgConnection,
    ) -> Result<Vec<Self>> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let seen_at = seen::last(reader, student, conn).await?;
        let ids: Vec<NoteId> = rows.iter().map(|row| row.id).collect();
        let mut added = Addendum::to(&ids, conn).await?;
        let whole = |written: Written| {
            let (theirs, others) = added.drain(..).partition(|one| one.note_id == written.id);
            added = others;
            let is_mine = written.author_id == reader;
            let is_new = !is_mine && written.removed_at.is_none() && seen_at.is_none_or(|at| written.changed_at > at);
            Self { written, addenda: theirs, is_mine, is_new }
        };
        Ok(rows.into_iter().map(whole).collect())
    }

    /// Whether the reader may give it another text now.
    #[must_use]
    pub fn may_be_edited(&self) -> bool {
        self.is_mine && self.is_fresh && self.removal().is_none()
    }

    /// Whether the reader may add to it now: when the time to edit it is over.
    #[must_use]
    pub fn may_be_added_to(&self) -> bool {
        self.is_mine && !self.is_fresh && self.removal().is_none()
    }
}

impl Written {
    /// Its address.
    #[must_use]
    pub fn path(&self) -> String {
        super::path(self.student_id, self.id)
    }

    /// Who may read it.
    #[must_use]
    pub fn level(&self) -> NoteLevel {
        NoteLevel::parse(&self.level).expect("the table's check allows only our levels")
    }

    /// What the author was then.
    #[must_use]
    pub fn role(&self) -> &str {
        match Role::parse(&self.author_role) {
            Some(role) => role.title(),
            None => &self.author_role,
        }
    }

    /// That and why it was removed.
    #[must_use]
    pub fn removal(&self) -> Option<Removal<'_>> {
        self.removed_at.map(|at| Removal { at, by: &self.remover, reason: &self.removal_reason })
    }

    /// How advisor and student were in touch, if it says so.
    #[must_use]
    pub fn how(&self) -> Option<How> {
        self.contact_how.as_deref().and_then(|code| How::parse(code).ok().flatten())
    }

    /// What it was about, if it says so.
    #[must_use]
    pub fn topic(&self) -> Option<Topic> {
        self.topic.as_deref().and_then(|code| Topic::parse(code).ok().flatten())
    }

    /// How advisor and student were in touch, and about what, for the line under it.
    #[must_use]
    pub fn contact_words(&self) -> Vec<&'static str> {
        self.how().map(How::title).into_iter().chain(self.topic().map(Topic::title)).collect()
    }
}
