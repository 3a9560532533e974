//! Family links in a copy: what a student showed to whom, for how long. The links themselves are not in it.

use diesel::{pg::Pg, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use serde::Serialize;

use crate::{
    model::{
        error::Result,
        id::{ResultId, StudentId},
    },
    schema::{result, share},
};

/// A link that shows a result to whoever has it.
#[derive(Serialize, Queryable, Selectable)]
#[diesel(table_name = share, check_for_backend(Pg))]
pub struct FamilyLink {
    /// To which result.
    #[diesel(column_name = result_id)]
    pub result: ResultId,
    /// For whom, in the student's words.
    pub label: String,
    /// What it shows beside the heading: `points`, `topics`, `programs`.
    #[diesel(column_name = parts)]
    pub shows: Vec<String>,
    /// When it was made.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
    /// Until when it works.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub expires_at: Timestamp,
    /// When it was taken back.
    #[diesel(column_name = revoked_at, deserialize_as = jiff_diesel::NullableTimestamp)]
    pub taken_back_at: Option<Timestamp>,
    /// How often it was opened.
    pub views: i32,
    /// When it was opened last.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub last_viewed_at: Option<Timestamp>,
}

impl FamilyLink {
    /// The keys of the words for what it shows.
    pub fn part_keys(&self) -> impl Iterator<Item = String> {
        self.shows.iter().map(|part| format!("share-part-{part}"))
    }
}

/// All there ever were, the newest first.
pub(super) async fn all(student: StudentId, conn: &mut AsyncPgConnection) -> Result<Vec<FamilyLink>> {
    Ok(share::table
        .inner_join(result::table)
        .filter(result::student_id.eq(student))
        .order((share::created_at.desc(), share::id.desc()))
        .select(FamilyLink::as_select())
        .load(conn)
        .await?)
}
