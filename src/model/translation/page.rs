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

    fn told(self, words: Words, language: Language) -> Self {
        let Words { title, lead, hint, relationship, body } = words;
        let relationship = if relationship.is_empty() { self.relationship } else { relationship };
        Self { title, lead, hint, relationship, body, lang: language.code().to_owned(), ..self }
    }
}
