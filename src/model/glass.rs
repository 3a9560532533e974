//! The glass record: who opened a student's record, told to that student by role and time, never by name.

use diesel::{dsl::exists, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

use super::{
    advisee::Record,
    audit::Action,
    error::Result,
    id::StudentId,
    keyset::{Page, Turn},
    person::Role,
};
use crate::schema::{assignment, audit, person};

/// Rows on one page.
const PAGE: usize = 10;

/// That somebody on the staff opened the record.
#[derive(Queryable, Serialize)]
pub struct Opening {
    /// Which row of the audit.
    #[serde(skip)]
    pub id: Uuid,
    /// When.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub at: Timestamp,
    role: Option<String>,
    /// Whether that was the student's advisor then.
    pub was_their_advisor: bool,
}

impl Opening {
    /// What they are; nothing when their account is gone.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.role.as_deref().and_then(Role::parse)
    }

    /// The word for who it was: `yours`, or the code of the role, or `gone`.
    #[must_use]
    pub fn who(&self) -> &'static str {
        match self.role() {
            Some(_) if self.was_their_advisor => "yours",
            Some(role) => role.code(),
            None => "gone",
        }
    }
}

/// The same as staff who hold the record see it: by name.
#[derive(Queryable)]
pub struct NamedOpening {
    /// Which row of the audit.
    pub id: Uuid,
    /// When.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub at: Timestamp,
    name: Option<String>,
    role: Option<String>,
}

impl NamedOpening {
    /// Who it was.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or("Somebody whose account is gone")
    }

    /// What they are.
    #[must_use]
    pub fn role(&self) -> &'static str {
        self.role.as_deref().and_then(Role::parse).map_or("–", Role::title)
    }
}

/// A page of those who opened this record, newest first.
///
/// # Errors
/// [`super::error::Error::NotFound`] when the page should begin at a row of somebody else's record.
pub async fn page(student: StudentId, turn: Turn<Uuid>, conn: &mut AsyncPgConnection) -> Result<Page<Opening>> {
    let ids = ids(student, turn, conn).await?;
    let rows = openings(student).filter(audit::id.eq_any(ids)).order(newest_first()).load(conn).await?;
    Ok(cut(turn, rows))
}

/// The same for staff.
///
/// # Errors
/// As [`page`].
pub async fn named(record: &Record, turn: Turn<Uuid>, conn: &mut AsyncPgConnection) -> Result<Page<NamedOpening>> {
    let ids = ids(record.id, turn, conn).await?;
    let rows = audit::table
        .left_join(person::table.on(audit::actor_id.eq(person::id.nullable())))
        .filter(audit::id.eq_any(ids))
        .order(newest_first())
        .select((audit::id, audit::at, person::full_name.nullable(), person::role.nullable()))
        .load(conn)
        .await?;
    Ok(cut(turn, rows))
}

/// The rows of a page and one more, from one index.
async fn ids(student: StudentId, turn: Turn<Uuid>, conn: &mut AsyncPgConnection) -> Result<Vec<Uuid>> {
    let opened = audit::table
        .filter(audit::student_id.eq(student))
        .filter(audit::action.eq(Action::OpenedRecord.code()))
        .select(audit::id)
        .limit(i64::try_from(PAGE).expect("a small number") + 1)
        .into_boxed();
    let opened = match turn {
        Turn::First => opened.order(newest_first()),
        Turn::After(id) => {
            let (at, id) = mark(student, id, conn).await?;
            opened.filter(audit::at.lt(at).or(audit::at.eq(at).and(audit::id.lt(id)))).order(newest_first())
        }
        Turn::Before(id) => {
            let (at, id) = mark(student, id, conn).await?;
            let newer = audit::at.gt(at).or(audit::at.eq(at).and(audit::id.gt(id)));
            opened.filter(newer).order((audit::at.asc(), audit::id.asc()))
        }
    };
    Ok(opened.load(conn).await?)
}

async fn mark(student: StudentId, id: Uuid, conn: &mut AsyncPgConnection) -> Result<(jiff_diesel::Timestamp, Uuid)> {
    let row = audit::table.find(id).filter(audit::student_id.eq(student)).select((audit::at, audit::id));
    Ok(row.first(conn).await?)
}

/// The rows come newest first either way; a page cuts what is furthest from its mark.
fn cut<T>(turn: Turn<Uuid>, mut rows: Vec<T>) -> Page<T> {
    if turn.is_backwards() {
        rows.reverse();
    }
    Page::cut(&turn, rows, PAGE)
}

/// Everybody who ever opened it, newest first.
///
/// # Errors
/// When the database fails.
pub async fn all(student: StudentId, conn: &mut AsyncPgConnection) -> Result<Vec<Opening>> {
    Ok(openings(student).order(newest_first()).load(conn).await?)
}

type NewestFirst = (diesel::dsl::Desc<audit::at>, diesel::dsl::Desc<audit::id>);

fn newest_first() -> NewestFirst {
    (audit::at.desc(), audit::id.desc())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn openings(student: StudentId) -> _ {
    let opened: &'static str = Action::OpenedRecord.code();
    let is_their_advisor = assignment::table
        .filter(assignment::student_id.nullable().eq(audit::student_id))
        .filter(assignment::advisor_id.nullable().eq(audit::actor_id))
        .filter(assignment::since.le(audit::at))
        .filter(assignment::until.is_null().or(assignment::until.ge(audit::at.nullable())));
    audit::table
        .left_join(person::table.on(audit::actor_id.eq(person::id.nullable())))
        .filter(audit::student_id.eq(student))
        .filter(audit::action.eq(opened))
        .select((audit::id, audit::at, person::role.nullable(), exists(is_their_advisor)))
}
