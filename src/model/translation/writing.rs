//! Writing translations: an admin confirms the words of exactly the revision they read. A corrected English revision has none
//! until then, and the words of the one before it are only a suggestion.

use std::collections::HashSet;

use diesel::{dsl::now, prelude::*, upsert::excluded};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use crate::{
    language::Language,
    model::{
        audit::{self, Action},
        claim::Claim,
        error::{Error, Result},
        id::RevisionId,
        markdown,
        page::Page,
        person::{self, Admin, Role},
        translation::told::{Published, Told},
    },
    schema::{claim, claim_revision, claim_translation, page, page_revision, page_translation},
};

/// Words beside a row, and whether they are those of the row itself or of an older one.
#[derive(Clone, Debug, Default)]
pub struct Suggested<T> {
    /// The words; none when nothing like it was ever translated.
    pub words: T,
    /// Whether readers see them: they were confirmed for this very revision.
    pub is_confirmed: bool,
}

/// What a page says in another language.
#[derive(Queryable, Selectable, Insertable, AsChangeset, Clone, Debug, Default, PartialEq, Eq)]
#[diesel(table_name = page_translation, check_for_backend(diesel::pg::Pg))]
pub struct PageWords {
    /// The heading.
    pub title: String,
    /// What the page is about.
    pub lead: String,
    /// A line beside the first button.
    pub hint: String,
    /// What ties its author to the programs.
    pub relationship: String,
    /// The text, Markdown.
    pub body: String,
}

/// What a figure says in another language.
#[derive(Queryable, Selectable, Insertable, AsChangeset, Clone, Debug, Default, PartialEq, Eq)]
#[diesel(table_name = claim_translation, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
pub struct ClaimWords {
    /// What the value is about.
    pub label: String,
    /// The fact in words, where it is one.
    pub text: Option<String>,
    /// Whom it covers.
    pub population: String,
    /// Where it holds.
    pub area: String,
    /// What a reader should know about it.
    pub note: Option<String>,
}

impl Told for PageWords {
    const KIND: &'static str = "page_translation";

    fn lines(&self) -> Vec<(&'static str, &str)> {
        let Self { title, lead, hint, relationship, body } = self;
        let beside = [("Heading", title), ("Lead", lead), ("Line beside the first button", hint)];
        let all = beside.into_iter().chain([("Tie to the programs", relationship), ("Text", body)]);
        all.map(|(name, text)| (name, text.as_str())).collect()
    }
}

impl Told for ClaimWords {
    const KIND: &'static str = "claim_translation";

    fn lines(&self) -> Vec<(&'static str, &str)> {
        let Self { label, text, population, area, note } = self;
        vec![
            ("What it is about", label.as_str()),
            ("Who it covers", population.as_str()),
            ("Area", area.as_str()),
            ("The fact in words", text.as_deref().unwrap_or_default()),
            ("Note to readers", note.as_deref().unwrap_or_default()),
        ]
    }
}

impl PageWords {
    /// What keeps them from standing for a revision: they must name the same figures, rows and parts.
    #[must_use]
    pub fn fault(&self, page: &Page) -> Option<&'static str> {
        let places = |body: &str| {
            let of = |kind| markdown::named(body, kind).map(|key| format!("{kind}:{key}")).collect::<Vec<_>>();
            let mut all = ["claim", "row", "show"].into_iter().flat_map(of).collect::<Vec<_>>();
            all.sort_unstable();
            all
        };
        (places(&self.body) != places(&page.body)).then_some("translation-places")
    }

    /// The words of a revision, or those of the newest older one that has some.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn beside(page: &Page, language: Language, conn: &mut AsyncPgConnection) -> Result<Suggested<Self>> {
        let found: Option<(RevisionId, Self)> = page_translation::table
            .inner_join(page_revision::table)
            .filter(page_revision::page_slug.eq(&page.slug))
            .filter(page_revision::number.le(page.number))
            .filter(page_translation::locale.eq(language.code()))
            .order(page_revision::number.desc())
            .select((page_translation::revision_id, Self::as_select()))
            .first(conn)
            .await
            .optional()?;
        Ok(found.map_or_else(Suggested::default, |(id, words)| Suggested { words, is_confirmed: id == page.id }))
    }

    /// Confirms them for a revision: readers see them while it is live. `seen` is the mark of the words that the editor saw
    /// there, empty for none.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such revision.
    pub async fn confirm(
        &self,
        page: &Page,
        language: Language,
        seen: &str,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<Published> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            page::table.find(&page.slug).select(page::slug).for_update().first::<String>(conn).await?;
            let told = page_translation::table.find((page.id, language.code())).select(Self::as_select());
            let told: Option<Self> = told.first(conn).await.optional()?;
            if self.is_overtaken(seen, told.as_ref()) {
                return Ok(Published::Overtaken);
            }
            let key = (
                page_translation::revision_id.eq(page.id),
                page_translation::locale.eq(language.code()),
                page_translation::author_id.eq(admin.id()),
            );
            diesel::insert_into(page_translation::table)
                .values((key, self.clone()))
                .on_conflict((page_translation::revision_id, page_translation::locale))
                .do_update()
                .set((
                    self,
                    page_translation::author_id.eq(excluded(page_translation::author_id)),
                    page_translation::written_at.eq(now),
                ))
                .execute(conn)
                .await?;
            audit::record(Some(admin.id()), Action::TranslatedPage, "page", Some(page.id.0), None, conn).await?;
            Ok(Published::Yes)
        })
        .await
    }
}

impl ClaimWords {
    /// The words of a revision, or those of the newest older one that has some.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn beside(claim: &Claim, language: Language, conn: &mut AsyncPgConnection) -> Result<Suggested<Self>> {
        let found: Option<(RevisionId, Self)> = claim_translation::table
            .inner_join(claim_revision::table)
            .filter(claim_revision::claim_key.eq(&claim.key))
            .filter(claim_revision::number.le(claim.number))
            .filter(claim_translation::locale.eq(language.code()))
            .order(claim_revision::number.desc())
            .select((claim_translation::revision_id, Self::as_select()))
            .first(conn)
            .await
            .optional()?;
        Ok(found.map_or_else(Suggested::default, |(id, words)| Suggested { words, is_confirmed: id == claim.id }))
    }

    /// Confirms them for a revision: readers see them while it is live. `seen` is the mark of the words that the editor saw
    /// there, empty for none.
    ///
    /// # Errors
    /// [`Error::Conflict`] when a fact in words has none here, or a figure has some.
    pub async fn confirm(
        &self,
        claim: &Claim,
        language: Language,
        seen: &str,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<Published> {
        if self.text.is_some() != claim.statement.text.is_some() {
            return Err(Error::Conflict);
        }
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            claim::table.find(&claim.key).select(claim::key).for_update().first::<String>(conn).await?;
            let told = claim_translation::table.find((claim.id, language.code())).select(Self::as_select());
            let told: Option<Self> = told.first(conn).await.optional()?;
            if self.is_overtaken(seen, told.as_ref()) {
                return Ok(Published::Overtaken);
            }
            let key = (
                claim_translation::revision_id.eq(claim.id),
                claim_translation::locale.eq(language.code()),
                claim_translation::author_id.eq(admin.id()),
            );
            diesel::insert_into(claim_translation::table)
                .values((key, self.clone()))
                .on_conflict((claim_translation::revision_id, claim_translation::locale))
                .do_update()
                .set((
                    self,
                    claim_translation::author_id.eq(excluded(claim_translation::author_id)),
                    claim_translation::written_at.eq(now),
                ))
                .execute(conn)
                .await?;
            audit::record(Some(admin.id()), Action::TranslatedClaim, "claim", Some(claim.id.0), None, conn).await?;
            Ok(Published::Yes)
        })
        .await
    }
}

/// The figures whose live revision readers of a language get in English, by key.
///
/// # Errors
/// When the database fails.
pub async fn untold_claims(language: Language, conn: &mut AsyncPgConnection) -> Result<HashSet<String>> {
    let told = claim_translation::table
        .filter(claim_translation::locale.eq(language.code()))
        .select(claim_translation::revision_id);
    let keys: Vec<String> = claim_revision::table
        .filter(claim_revision::status.eq("live"))
        .filter(claim_revision::id.ne_all(told))
        .select(claim_revision::claim_key)
        .load(conn)
        .await?;
    Ok(keys.into_iter().collect())
}

/// The pages whose live revision readers of a language get in English, by slug.
///
/// # Errors
/// When the database fails.
pub async fn untold_pages(language: Language, conn: &mut AsyncPgConnection) -> Result<HashSet<String>> {
    let told = page_translation::table
        .filter(page_translation::locale.eq(language.code()))
        .select(page_translation::revision_id);
    let slugs: Vec<String> = page_revision::table
        .filter(page_revision::status.eq("live"))
        .filter(page_revision::id.ne_all(told))
        .select(page_revision::page_slug)
        .load(conn)
        .await?;
    Ok(slugs.into_iter().collect())
}
