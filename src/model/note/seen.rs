//! When somebody last looked at the notes about a student.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use crate::{
    model::{
        error::Result,
        id::{PersonId, StudentId},
    },
    schema::note_seen,
};

/// When that was; never: nothing.
pub(super) async fn last(
    reader: PersonId,
    student: StudentId,
    conn: &mut AsyncPgConnection,
) -> Result<Option<Timestamp>> {
    let at: Option<jiff_diesel::Timestamp> =
        note_seen::table.find((reader, student)).select(note_seen::seen_at).first(conn).await.optional()?;
    Ok(at.map(|at| at.to_jiff()))
}

/// Notes down that it is now, once they are shown.
///
/// # Errors
/// When the database fails.
pub async fn mark(reader: PersonId, student: StudentId, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::insert_into(note_seen::table)
        .values((note_seen::reader_id.eq(reader), note_seen::student_id.eq(student)))
        .on_conflict((note_seen::reader_id, note_seen::student_id))
        .do_update()
        .set(note_seen::seen_at.eq(now))
        .execute(conn)
        .await?;
    Ok(())
}
