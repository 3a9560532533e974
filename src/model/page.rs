//! Pages of words: every save is a revision, the live one is what readers see.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::{Arc, LazyLock, RwLock},
};

use diesel::{dsl::AsExprOf, prelude::*, sql_types::Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;

use super::{
    error::Result,
    id::RevisionId,
    markdown::{self, Prose},
};
use crate::schema::page_revision;

/// One revision of a page.
#[derive(Queryable, Selectable, Clone, Debug)]
#[diesel(table_name = page_revision, check_for_backend(diesel::pg::Pg))]
pub struct Page {
    /// Which revision this is.
    pub id: RevisionId,
    /// Its page.
    #[diesel(column_name = page_slug)]
    pub slug: String,
    /// Its number within the page, from 1.
    pub number: i32,
    /// `draft`, `live` or `past`.
    pub status: String,
    /// The heading.
    pub title: String,
    /// What the page is about, under the heading.
    pub lead: String,
    /// A line beside the first button; empty on most pages.
    pub hint: String,
    /// The text, Markdown.
    pub body: String,
    /// Who wrote it.
    pub author: String,
    /// For whom they work.
    pub employer: String,
    /// What ties them to the programs.
    pub relationship: String,
    /// `editorial` or `ad`.
    pub content_type: String,
    /// The day somebody reads it again.
    #[diesel(deserialize_as = jiff_diesel::NullableDate)]
    pub review_due: Option<Date>,
    /// What changed and for what reason.
    pub why: String,
    /// When it was written.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: jiff::Timestamp,
    /// When readers first saw it.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub published_at: Option<jiff::Timestamp>,
    /// The tag of the language that its words are in.
    #[diesel(select_expression = "en".into_sql::<Text>())]
    #[diesel(select_expression_type = AsExprOf<&'static str, Text>)]
    pub lang: String,
}

/// A stretch of a page under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its address on the page.
    pub slug: String,
    /// Its heading; empty for words above the first one.
    pub title: String,
    /// Its text without the rows and the parts of its own.
    pub prose: Prose,
    /// The rows of the comparison that it shows, by their address words: `[[row:middle-pay]]`.
    pub rows: Vec<String>,
    /// What else the page prints here from its rows: `[[show:ladder]]`.
    pub shows: Vec<String>,
    /// Its parts under headings of the third level.
    pub parts: Vec<Section>,
}

impl Section {
    /// Whether something is printed here, such as `ladder`.
    #[must_use]
    pub fn shows(&self, what: &str) -> bool {
        self.shows.iter().any(|one| one == what)
    }
}

impl Page {
    /// The live revision of a page.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn live(slug: &str, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        Ok(Self::live_of(&[slug], conn).await?.pop())
    }

    /// The live revisions of some pages.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn live_of(slugs: &[&str], conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(page_revision::table
            .filter(page_revision::status.eq("live"))
            .filter(page_revision::page_slug.eq_any(slugs))
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// Its sections, split at `##`. A text is split once and kept: a revision never changes, a translation of it seldom.
    #[must_use]
    pub fn sections(&self) -> Arc<Vec<Section>> {
        /// More than the live pages of a school; drafts that were looked at fall out with the rest.
        const MOST: usize = 200;
        /// By revision and text.
        type Made = HashMap<(RevisionId, u64), Arc<Vec<Section>>>;
        static MADE: LazyLock<RwLock<Made>> = LazyLock::new(RwLock::default);
        let mut of_text = DefaultHasher::new();
        self.body.hash(&mut of_text);
        let key = (self.id, of_text.finish());
        let known = MADE.read().ok().and_then(|made| made.get(&key).cloned());
        known.unwrap_or_else(|| {
            let sections = Arc::new(sections(&self.body));
            if let Ok(mut made) = MADE.write() {
                if made.len() >= MOST {
                    made.clear();
                }
                made.insert(key, sections.clone());
            }
            sections
        })
    }

    /// The keys of all figures it names, each once.
    #[must_use]
    pub fn claim_keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = markdown::named(&self.body, "claim").map(str::to_owned).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// Whether it is an ad for the school's programs.
    #[must_use]
    pub fn is_ad(&self) -> bool {
        self.content_type == "ad"
    }
}

/// The sections of a text.
#[must_use]
pub fn sections(body: &str) -> Vec<Section> {
    markdown::parts(body, 2).into_iter().map(|part| section(part.title, part.body)).collect()
}

fn section(title: &str, body: &str) -> Section {
    let mut prose = "";
    let mut parts = Vec::new();
    for part in markdown::parts(body, 3) {
        if part.title.is_empty() {
            prose = part.body;
        } else {
            parts.push(section(part.title, part.body));
        }
    }
    let rows = markdown::named(prose, "row").map(str::to_owned).collect();
    let shows = markdown::named(prose, "show").map(str::to_owned).collect();
    let is_place = |line: &&str| ["[[row:", "[[show:"].iter().any(|place| line.trim_start().starts_with(place));
    let words: Vec<&str> = prose.lines().filter(|line| !is_place(line)).collect();
    let (title, slug) = markdown::heading(title);
    Section { slug, title: title.to_owned(), prose: Prose::of(&words.join("\n")), rows, shows, parts }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_falls_into_sections_rows_and_parts() {
        let made = sections(
            "## Side by side\n\nWords.\n\n[[row:a-b]]\n[[row:c]]\n[[show:ladder]]\n\n## How it works\n\n### One\n\nx\n\n### Two\n\ny",
        );
        assert_eq!(made[0].rows, ["a-b", "c"]);
        assert!(made[0].shows("ladder") && !made[1].shows("ladder"));
        assert_eq!(made[0].prose, Prose::of("Words."));
        assert_eq!(made[1].slug, "how-it-works");
        assert!(made[1].prose.is_empty());
        assert_eq!(made[1].parts.iter().map(|part| part.title.as_str()).collect::<Vec<_>>(), ["One", "Two"]);
    }
}
