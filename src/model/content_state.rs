//! Which content visitors read: a number that is another one whenever a page, a figure, a program, the questionnaire or the
//! settings changed, on whatever instance. Triggers write the rows it is made of.

use diesel::{dsl::count_star, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::error::Result;
use crate::schema::content_change;

/// A state of the content. Equal ones are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContentState {
    changes: i64,
    last: i64,
}

impl ContentState {
    /// The state now. How many changes there are and which is the last: one of the two moves with every commit.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn now(conn: &mut AsyncPgConnection) -> Result<Self> {
        let (changes, last): (i64, Option<i64>) =
            content_change::table.select((count_star(), diesel::dsl::max(content_change::id))).first(conn).await?;
        Ok(Self { changes, last: last.unwrap_or_default() })
    }
}
