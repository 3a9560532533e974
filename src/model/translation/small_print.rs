//! The Spanish of sources and of small print: what stands around figures, and has no versions of its own.

use diesel::{prelude::*, upsert::excluded};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use crate::{
    language::Language,
    model::{
        audit::{self, Action},
        error::Result,
        person::{self, Admin, Role},
        translation::told::{Published, Told},
    },
    schema::{disclaimer, disclaimer_translation, source, source_translation},
};

/// A source or a small print in the list: its key, its words, and whether they are translated.
pub struct Listed {
    /// Its key.
    pub key: String,
    /// What it says in English, or is called.
    pub english: String,
    /// Whether readers get it in the language.
    pub is_told: bool,
}

/// What a source is called, in English or in another language.
#[derive(Queryable, Selectable, Clone, Debug, Default, PartialEq, Eq)]
#[diesel(table_name = source, check_for_backend(diesel::pg::Pg))]
pub struct SourceWords {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Under which terms.
    pub licence: Option<String>,
}

/// What small print says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SmallPrint {
    /// Its words.
    pub text: String,
}

impl Told for SourceWords {
    const KIND: &'static str = "source_translation";

    fn lines(&self) -> Vec<(&'static str, &str)> {
        let licence = self.licence.as_deref().unwrap_or_default();
        vec![("Title", &self.title), ("Publisher", &self.publisher), ("Terms of use", licence)]
    }
}

impl Told for SmallPrint {
    const KIND: &'static str = "disclaimer_translation";

    fn lines(&self) -> Vec<(&'static str, &str)> {
        vec![("The same words", &self.text)]
    }
}

/// What is told of a row: in English, and in the other language if it is.
pub struct Beside<T> {
    /// What readers of English get.
    pub english: T,
    /// What readers of the language get; none: the English.
    pub told: Option<T>,
}

/// All sources, by title.
///
/// # Errors
/// When the database fails.
pub async fn sources(language: Language, conn: &mut AsyncPgConnection) -> Result<Vec<Listed>> {
    let told = source_translation::source.eq(source::key).and(source_translation::locale.eq(language.code()));
    let rows: Vec<(String, String, Option<String>)> = source::table
        .left_join(source_translation::table.on(told))
        .order((source::title, source::key))
        .select((source::key, source::title, source_translation::title.nullable()))
        .load(conn)
        .await?;
    Ok(rows.into_iter().map(|(key, english, told)| Listed { key, english, is_told: told.is_some() }).collect())
}

/// All small print, by its words.
///
/// # Errors
/// When the database fails.
pub async fn disclaimers(language: Language, conn: &mut AsyncPgConnection) -> Result<Vec<Listed>> {
    let told =
        disclaimer_translation::disclaimer.eq(disclaimer::key).and(disclaimer_translation::locale.eq(language.code()));
    let rows: Vec<(String, String, Option<String>)> = disclaimer::table
        .left_join(disclaimer_translation::table.on(told))
        .order(disclaimer::key)
        .select((disclaimer::key, disclaimer::text, disclaimer_translation::text.nullable()))
        .load(conn)
        .await?;
    Ok(rows.into_iter().map(|(key, english, told)| Listed { key, english, is_told: told.is_some() }).collect())
}

impl SourceWords {
    /// What a source is called in both languages.
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::model::error::Error) when there is no such source.
    pub async fn beside(key: &str, language: Language, conn: &mut AsyncPgConnection) -> Result<Beside<Self>> {
        let english = source::table.find(key).select(Self::as_select()).first(conn).await?;
        let told: Option<(String, String, Option<String>)> = source_translation::table
            .find((key, language.code()))
            .select((source_translation::title, source_translation::publisher, source_translation::licence))
            .first(conn)
            .await
            .optional()?;
        Ok(Beside { english, told: told.map(|(title, publisher, licence)| Self { title, publisher, licence }) })
    }

    /// Shows readers of a language these words. `seen` is the mark of those that the editor saw there, empty for none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn save(
        &self,
        key: &str,
        language: Language,
        seen: &str,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<Published> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            source::table.find(key).select(source::key).for_update().first::<String>(conn).await?;
            if self.is_overtaken(seen, Self::beside(key, language, conn).await?.told.as_ref()) {
                return Ok(Published::Overtaken);
            }
            diesel::insert_into(source_translation::table)
                .values((
                    (source_translation::source.eq(key), source_translation::locale.eq(language.code())),
                    (source_translation::title.eq(&self.title), source_translation::publisher.eq(&self.publisher)),
                    source_translation::licence.eq(&self.licence),
                ))
                .on_conflict((source_translation::source, source_translation::locale))
                .do_update()
                .set((
                    source_translation::title.eq(excluded(source_translation::title)),
                    source_translation::publisher.eq(excluded(source_translation::publisher)),
                    source_translation::licence.eq(excluded(source_translation::licence)),
                ))
                .execute(conn)
                .await?;
            audit::record(Some(admin.id()), Action::TranslatedSource, "source", None, None, conn).await?;
            Ok(Published::Yes)
        })
        .await
    }
}

impl SmallPrint {
    /// What small print says in both languages.
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::model::error::Error) when there is none of that key.
    pub async fn beside(key: &str, language: Language, conn: &mut AsyncPgConnection) -> Result<Beside<Self>> {
        let english = disclaimer::table.find(key).select(disclaimer::text).first(conn).await?;
        let told: Option<String> = disclaimer_translation::table
            .find((key, language.code()))
            .select(disclaimer_translation::text)
            .first(conn)
            .await
            .optional()?;
        Ok(Beside { english: Self { text: english }, told: told.map(|text| Self { text }) })
    }

    /// Shows readers of a language these words. `seen` is the mark of those that the editor saw there, empty for none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn save(
        &self,
        key: &str,
        language: Language,
        seen: &str,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<Published> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            disclaimer::table.find(key).select(disclaimer::key).for_update().first::<String>(conn).await?;
            if self.is_overtaken(seen, Self::beside(key, language, conn).await?.told.as_ref()) {
                return Ok(Published::Overtaken);
            }
            diesel::insert_into(disclaimer_translation::table)
                .values((
                    (disclaimer_translation::disclaimer.eq(key), disclaimer_translation::locale.eq(language.code())),
                    disclaimer_translation::text.eq(&self.text),
                ))
                .on_conflict((disclaimer_translation::disclaimer, disclaimer_translation::locale))
                .do_update()
                .set(disclaimer_translation::text.eq(excluded(disclaimer_translation::text)))
                .execute(conn)
                .await?;
            audit::record(Some(admin.id()), Action::TranslatedSmallPrint, "disclaimer", None, None, conn).await?;
            Ok(Published::Yes)
        })
        .await
    }
}
