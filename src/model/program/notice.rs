//! What must be said before anyone is sent to a program: whether there is a page about it today, and whether its official
//! earnings measure fails (34 CFR 668, field notes 5.4). A result of long ago links to the programs of today.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::Facts;
use crate::{
    model::error::Result,
    schema::{catalog, program},
};

/// The programs that have a page today.
pub struct Notices(Vec<Facts>);

impl Notices {
    /// Those of programs that no reader can open yet.
    #[must_use]
    pub fn none() -> Self {
        Self(Vec::new())
    }

    /// Those of the catalog in force.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn in_force(conn: &mut AsyncPgConnection) -> Result<Self> {
        let rows = catalog::table
            .inner_join(program::table)
            .filter(catalog::status.eq("published"))
            .select(Facts::as_select())
            .load(conn)
            .await?;
        Ok(Self(rows))
    }

    /// Whether there is a page about it.
    #[must_use]
    pub fn has_page(&self, slug: &str) -> bool {
        self.of(slug).is_some()
    }

    /// What must be said first.
    #[must_use]
    pub fn warning(&self, slug: &str) -> Option<&str> {
        self.of(slug)?.warning()
    }

    /// Says what must be said about a program in other words.
    pub(in crate::model) fn say(&mut self, slug: &str, words: String) {
        if let Some(facts) = self.0.iter_mut().find(|facts| facts.slug == slug) {
            facts.disclosure_text = words;
        }
    }

    fn of(&self, slug: &str) -> Option<&Facts> {
        self.0.iter().find(|facts| facts.slug == slug)
    }
}
