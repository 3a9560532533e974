//! A filter of the queue under a name, for whoever saved it. Names that were searched for are not kept in it.

use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{
    caseload::Wanted,
    error::{Error, Result},
    id::{FormKey, SavedViewId},
    person::Advisor,
};
use crate::schema::{person, saved_view};

/// As many fit beside the tabs and in a head.
pub const MOST: i64 = 20;

/// The longest name, in characters.
pub const NAME_LIMIT: usize = 60;

/// The name of a view.
pub struct ViewName(String);

impl ViewName {
    /// Takes what was typed.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(typed: &str) -> std::result::Result<Self, &'static str> {
        let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        match name.chars().count() {
            0 => Err("view-name-missing"),
            1..=NAME_LIMIT => Ok(Self(name)),
            _ => Err("view-name-long"),
        }
    }
}

/// Why a view was not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// One of theirs has the name.
    NameTaken,
    /// They have as many as fit.
    Full,
}

/// A saved view.
#[derive(Queryable)]
pub struct SavedView {
    /// Which.
    pub id: SavedViewId,
    /// As its owner calls it.
    pub name: String,
    /// What it shows, as the address says it.
    pub query: String,
}

impl SavedView {
    /// All of one's own, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(owner: &Advisor, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(saved_view::table
            .filter(saved_view::person_id.eq(owner.id()))
            .order((saved_view::name, saved_view::id))
            .select((saved_view::id, saved_view::name, saved_view::query))
            .limit(MOST)
            .load(conn)
            .await?)
    }

    /// One of one's own.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else's.
    pub async fn with_id(owner: &Advisor, id: SavedViewId, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(saved_view::table
            .find(id)
            .filter(saved_view::person_id.eq(owner.id()))
            .select((saved_view::id, saved_view::name, saved_view::query))
            .first(conn)
            .await?)
    }

    /// Saves what one looks at. The same form saves one view.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn save(
        owner: &Advisor,
        name: &ViewName,
        wanted: &Wanted,
        key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<std::result::Result<(), Refusal>> {
        let filter = wanted.filter.without_name();
        let query = Wanted { filter, ..wanted.clone() }.query();
        conn.transaction(async |conn| {
            // Held, so that two forms at once do not save one too many.
            let me = person::table.find(owner.id()).select(person::id);
            me.for_no_key_update().first::<super::id::PersonId>(conn).await?;
            let mine = saved_view::table.filter(saved_view::person_id.eq(owner.id()));
            let had: i64 = saved_view::table.filter(saved_view::form_key.eq(key)).count().get_result(conn).await?;
            let all: i64 = mine.count().get_result(conn).await?;
            if had == 0 && all >= MOST {
                return Ok(Err(Refusal::Full));
            }
            let saved = diesel::insert_into(saved_view::table)
                .values((
                    saved_view::id.eq(SavedViewId::new()),
                    saved_view::person_id.eq(owner.id()),
                    saved_view::name.eq(&name.0),
                    saved_view::query.eq(query),
                    saved_view::form_key.eq(key),
                ))
                .on_conflict_do_nothing()
                .execute(conn)
                .await?;
            Ok(if saved == 0 && had == 0 { Err(Refusal::NameTaken) } else { Ok(()) })
        })
        .await
    }

    /// Gives it another name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn rename(
        &self,
        name: &ViewName,
        conn: &mut AsyncPgConnection,
    ) -> Result<std::result::Result<(), Refusal>> {
        let renamed =
            diesel::update(saved_view::table.find(self.id)).set(saved_view::name.eq(&name.0)).execute(conn).await;
        match renamed.map_err(Error::from) {
            Ok(_) => Ok(Ok(())),
            Err(error) if error.is_duplicate() => Ok(Err(Refusal::NameTaken)),
            Err(error) => Err(error),
        }
    }

    /// Forgets it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget(self, conn: &mut AsyncPgConnection) -> Result<()> {
        diesel::delete(saved_view::table.find(self.id)).execute(conn).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_words_and_an_end() {
        assert_eq!(ViewName::parse("  Close   calls ").map(|name| name.0), Ok("Close calls".to_owned()));
        assert_eq!(ViewName::parse(" ").err(), Some("view-name-missing"));
        assert_eq!(ViewName::parse(&"x".repeat(NAME_LIMIT + 1)).err(), Some("view-name-long"));
    }
}
