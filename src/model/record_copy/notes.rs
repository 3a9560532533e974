//! Notes in a copy: those the student reads too; where a lead advisor released them all of them, with every text they had.

use diesel::{pg::Pg, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};
use jiff_diesel::ToDiesel as _;
use serde::Serialize;

use super::OtherNotes;
use crate::{
    model::{
        error::Result,
        id::{NoteId, StudentId},
        note::NoteLevel,
    },
    schema::{note, note_addendum, note_revision},
};

/// A note.
#[derive(Serialize)]
pub struct NoteCopy {
    /// When it was written.
    pub created_at: Timestamp,
    /// By whom.
    pub author: String,
    /// What the author was then.
    pub author_role: String,
    /// Who may read it: `student`, `advisors` or `restricted`.
    pub level: String,
    /// Its text; empty once it is removed.
    pub body: String,
    /// The day of the contact it tells of.
    pub contact_on: Option<Date>,
    /// How they were in touch.
    pub contact_how: Option<String>,
    /// About what.
    pub topic: Option<String>,
    /// When a lead advisor took it out.
    pub removed_at: Option<Timestamp>,
    /// What its author added.
    pub added: Vec<AddendumCopy>,
    /// The texts it had before, the oldest first.
    pub earlier_texts: Vec<EarlierCopy>,
}

/// What was added to a note.
#[derive(Serialize, Clone, Queryable, Selectable)]
#[diesel(table_name = note_addendum, check_for_backend(Pg))]
pub struct AddendumCopy {
    #[serde(skip)]
    note_id: NoteId,
    /// When.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
    /// By whom.
    pub author: String,
    /// The text.
    pub body: String,
}

/// A text that a note had.
#[derive(Serialize, Clone, Queryable, Selectable)]
#[diesel(table_name = note_revision, check_for_backend(Pg))]
pub struct EarlierCopy {
    #[serde(skip)]
    note_id: NoteId,
    /// When it was written.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub written_at: Timestamp,
    /// Who could read it then.
    pub level: String,
    /// The text.
    pub body: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = note, check_for_backend(Pg))]
struct Row {
    id: NoteId,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    created_at: Timestamp,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    edited_at: Option<Timestamp>,
    author: String,
    author_role: String,
    level: String,
    body: String,
    #[diesel(deserialize_as = jiff_diesel::NullableDate)]
    contact_on: Option<Date>,
    contact_how: Option<String>,
    topic: Option<String>,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    removed_at: Option<Timestamp>,
}

/// Those the student reads too; with a release also the others, as far as they were written when it was decided.
pub(super) async fn notes(
    student: StudentId,
    released: Option<Timestamp>,
    conn: &mut AsyncPgConnection,
) -> Result<Vec<NoteCopy>> {
    let written_until = released.unwrap_or(Timestamp::UNIX_EPOCH);
    let rows: Vec<Row> = note::table
        .filter(note::student_id.eq(student))
        .filter(note::level.eq(NoteLevel::Student.code()).or(note::created_at.le(written_until.to_diesel())))
        .order((note::created_at.desc(), note::id.desc()))
        .select(Row::as_select())
        .load(conn)
        .await?;
    let ids: Vec<NoteId> = rows.iter().map(|row| row.id).collect();
    let added: Vec<AddendumCopy> = note_addendum::table
        .filter(note_addendum::note_id.eq_any(&ids))
        .order((note_addendum::created_at, note_addendum::id))
        .select(AddendumCopy::as_select())
        .load(conn)
        .await?;
    let earlier: Vec<EarlierCopy> = note_revision::table
        .filter(note_revision::note_id.eq_any(&ids))
        .order(note_revision::number)
        .select(EarlierCopy::as_select())
        .load(conn)
        .await?;
    Ok(rows.into_iter().filter_map(|row| row.copied(&added, &earlier, written_until)).collect())
}

impl Row {
    /// The note with its texts as far as the student may have them; what was written after a release is not in it.
    fn copied(self, added: &[AddendumCopy], earlier: &[EarlierCopy], written_until: Timestamp) -> Option<NoteCopy> {
        let is_shared = self.level == NoteLevel::Student.code();
        let written_at = self.edited_at.unwrap_or(self.created_at);
        let now = EarlierCopy { note_id: self.id, written_at, level: self.level.clone(), body: self.body };
        let may_have =
            |level: &str, at: Timestamp| (is_shared && level == NoteLevel::Student.code()) || at <= written_until;
        let before = earlier.iter().filter(|one| one.note_id == self.id).cloned();
        let mut texts: Vec<_> = before.chain([now]).filter(|one| may_have(&one.level, one.written_at)).collect();
        let shown = texts.pop()?;
        let added = added.iter().filter(|one| one.note_id == self.id && may_have(&self.level, one.created_at));
        Some(NoteCopy {
            added: added.cloned().collect(),
            earlier_texts: texts,
            created_at: self.created_at,
            author: self.author,
            author_role: self.author_role,
            body: shown.body,
            contact_on: self.contact_on,
            contact_how: self.contact_how,
            topic: self.topic,
            removed_at: self.removed_at,
            level: self.level,
        })
    }
}

pub(super) async fn other_notes(
    student: StudentId,
    released: Option<Timestamp>,
    conn: &mut AsyncPgConnection,
) -> Result<OtherNotes> {
    let written_until = released.unwrap_or(Timestamp::UNIX_EPOCH).to_diesel();
    let counts: Vec<(String, i64)> = note::table
        .filter(note::student_id.eq(student))
        .filter(note::level.ne(NoteLevel::Student.code()))
        .filter(note::created_at.gt(written_until))
        .filter(note::removed_at.is_null())
        .group_by(note::level)
        .select((note::level, diesel::dsl::count_star()))
        .load(conn)
        .await?;
    let of = |level: NoteLevel| counts.iter().find(|(code, _)| code == level.code()).map_or(0, |(_, count)| *count);
    Ok(OtherNotes { advisors: of(NoteLevel::Advisors), restricted: of(NoteLevel::Restricted) })
}
