//! Words that several editors may write: whether somebody else was faster, and what stood there before.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use crate::{
    language::Language,
    model::{error::Result, mark},
    schema::{person, wording},
};

/// Earlier words that are listed, the latest.
const MOST: i64 = 20;

/// What is told of a row in another language.
pub trait Told: PartialEq {
    /// What its translations are called in the database.
    const KIND: &'static str;

    /// Its texts, each with what editors call it.
    fn lines(&self) -> Vec<(&'static str, &str)>;

    /// A mark of the words: other words have another.
    fn mark(&self) -> String {
        mark::of(self.lines().into_iter().map(|(_, text)| text.to_owned()))
    }

    /// Whether others were published than the editor saw, who saw words with this mark or none. The same words twice are no
    /// quarrel.
    fn is_overtaken(&self, seen: &str, now: Option<&Self>) -> bool {
        now.is_some_and(|now| now.mark() != seen && now != self)
    }
}

/// What came of publishing a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// Readers see it.
    Yes,
    /// Somebody else published one that the editor has not seen.
    Overtaken,
}

/// Words that others took the place of.
#[derive(Queryable)]
pub struct Earlier {
    /// Which.
    pub id: i64,
    /// By column.
    pub words: serde_json::Value,
    /// When others took their place.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub replaced_at: Timestamp,
    /// Who wrote them, where that is known.
    pub by: Option<String>,
}

impl Earlier {
    /// What stood there before, the latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of<T: Told>(subject: &str, language: Language, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(wording::table
            .left_join(person::table)
            .filter(wording::kind.eq(T::KIND).and(wording::subject.eq(subject)))
            .filter(wording::locale.eq(language.code()))
            .order(wording::id.desc())
            .limit(MOST)
            .select((wording::id, wording::words, wording::replaced_at, person::full_name.nullable()))
            .load(conn)
            .await?)
    }
}
