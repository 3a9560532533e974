//! Pages in the reader's language.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::{
    language::Language,
    model::{error::Result, id::RevisionId, page::Page},
    schema::page_translation,
};

/// What a revision says in another language.
#[derive(Queryable, Selectable, Clone)]
#[diesel(table_name = page_translation, check_for_backend(diesel::pg::Pg))]
struct Words {
    title: String,
    lead: String,
    hint: String,
    relationship: String,
    body: String,
}

impl Page {
    /// The live revision of a page, in the reader's language where it is translated.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn live_in(language: Language, slug: &str, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        Ok(Self::live_of_in(language, &[slug], conn).await?.pop())
    }

    /// The live revisions of some pages, in the reader's language where they are translated.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn live_of_in(language: Language, slugs: &[&str], conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let pages = Self::live_of(slugs, conn).await?;
        if language == Language::English {
            return Ok(pages);
        }
        let ids: Vec<RevisionId> = pages.iter().map(|page| page.id).collect();
        let words: Vec<(RevisionId, Words)> = page_translation::table
            .filter(page_translation::revision_id.eq_any(ids))
            .filter(page_translation::locale.eq(language.code()))
            .select((page_translation::revision_id, Words::as_select()))
            .load(conn)
            .await?;
        let mut words: HashMap<RevisionId, Words> = words.into_iter().collect();
        let told = |page: Self| match words.remove(&page.id) {
            Some(words) => page.told(words, language),
            None => page,
        };
        Ok(pages.into_iter().map(told).collect())
    }

    /// The same revision, live or not, in a language, where it is translated.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn in_language(self, language: Language, conn: &mut AsyncPgConnection) -> Result<Self> {
        if language == Language::English {
            return Ok(self);
        }
        let words = page_translation::table.find((self.id, language.code())).select(Words::as_select());
        let words: Option<Words> = words.first(conn).await.optional()?;
        Ok(match words {
            Some(words) => self.told(words, language),
            None => self,
        })
    }

    fn told(self, words: Words, language: Language) -> Self {
        let Words { title, lead, hint, relationship, body } = words;
        let relationship = if relationship.is_empty() { self.relationship } else { relationship };
        Self { title, lead, hint, relationship, body, lang: language.code().to_owned(), ..self }
    }
}

/// What was translated of the newest earlier revision with the very same words holds for this one too: a draft that is
/// published, or an older version that is brought back.
const KEEP: &str = "insert into page_translation (revision_id, locale, title, lead, hint, relationship, body, author_id, written_at)
    select $1, told.locale, told.title, told.lead, told.hint, told.relationship, told.body, told.author_id, told.written_at
      from page_translation told
     where told.revision_id = (
        select old.id from page_revision old join page_revision made on made.id = $1
         where old.page_slug = made.page_slug and old.number < made.number
           and (old.title, old.lead, old.hint, old.relationship, old.body)
             = (made.title, made.lead, made.hint, made.relationship, made.body)
           and exists (select from page_translation where revision_id = old.id)
         order by old.number desc limit 1)";

/// Keeps the translations of words that were translated before.
///
/// # Errors
/// When the database fails.
pub(in crate::model) async fn keep(id: RevisionId, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::sql_query(KEEP).bind::<diesel::sql_types::Uuid, _>(id.0).execute(conn).await?;
    Ok(())
}
