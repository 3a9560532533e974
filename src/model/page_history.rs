//! The pages as their editors see them: the newest revision beside the live one, all revisions, and what changed by line.

use std::time::Duration;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;
use similar::{ChangeTag, TextDiff};

use super::{error::Result, page::Page};
use crate::schema::{page, page_revision, person};

/// Revisions in a list; older ones stay in the table.
const MOST_REVISIONS: i64 = 100;
/// Unchanged lines shown around a change.
const AROUND: usize = 2;

/// A page in the editors' list.
pub struct Listed {
    /// Its newest revision.
    pub newest: Brief,
    /// What readers see, if anything.
    pub live: Option<Brief>,
}

/// A revision without its text.
#[derive(Queryable, Clone)]
pub struct Brief {
    /// Its page.
    pub slug: String,
    /// Its number within the page, from 1.
    pub number: i32,
    /// `draft`, `live` or `past`.
    pub status: String,
    /// Its heading.
    pub title: String,
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
    /// Who saved it; nobody for what came with Signpost.
    pub saved_by: Option<String>,
}

impl Page {
    /// What readers see of every page.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all_live(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(page_revision::table
            .inner_join(page::table)
            .filter(page_revision::status.eq("live"))
            .order(page::position)
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// The newest revision of a page, draft or not.
    ///
    /// # Errors
    /// When there is no such page or the database fails.
    pub async fn newest(slug: &str, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(page_revision::table
            .filter(page_revision::page_slug.eq(slug))
            .order(page_revision::number.desc())
            .select(Self::as_select())
            .first(conn)
            .await?)
    }

    /// One revision of a page.
    ///
    /// # Errors
    /// When there is none or the database fails.
    pub async fn revision(slug: &str, number: i32, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(page_revision::table
            .filter(page_revision::page_slug.eq(slug))
            .filter(page_revision::number.eq(number))
            .select(Self::as_select())
            .first(conn)
            .await?)
    }
}

/// Revisions with the name of who saved them.
#[diesel::dsl::auto_type]
fn briefs() -> _ {
    page_revision::table.inner_join(page::table).left_join(person::table)
}

type BriefColumns = (
    page_revision::page_slug,
    page_revision::number,
    page_revision::status,
    page_revision::title,
    page_revision::review_due,
    page_revision::why,
    page_revision::created_at,
    page_revision::published_at,
    diesel::dsl::Nullable<person::full_name>,
);

impl Listed {
    /// All pages in their order.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let newest: Vec<Brief> = briefs()
            .distinct_on((page::position, page::slug))
            .order((page::position, page::slug, page_revision::number.desc()))
            .select(Brief::columns())
            .load(conn)
            .await?;
        let live: Vec<Brief> =
            briefs().filter(page_revision::status.eq("live")).select(Brief::columns()).load(conn).await?;
        let live_of = |slug: &str| live.iter().find(|one| one.slug == slug).cloned();
        Ok(newest.into_iter().map(|newest| Self { live: live_of(&newest.slug), newest }).collect())
    }
}

impl Brief {
    fn columns() -> BriefColumns {
        (
            page_revision::page_slug,
            page_revision::number,
            page_revision::status,
            page_revision::title,
            page_revision::review_due,
            page_revision::why,
            page_revision::created_at,
            page_revision::published_at,
            person::full_name.nullable(),
        )
    }

    /// The newest hundred revisions of a page, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(slug: &str, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(briefs()
            .filter(page_revision::page_slug.eq(slug))
            .order(page_revision::number.desc())
            .limit(MOST_REVISIONS)
            .select(Self::columns())
            .load(conn)
            .await?)
    }
}

/// A whole revision as one text, so that a difference shows all that changed.
#[must_use]
pub fn whole(page: &Page) -> String {
    let due = page.review_due.map(|day| day.to_string()).unwrap_or_default();
    let head = [
        ("Heading", page.title.as_str()),
        ("Lead", &page.lead),
        ("Line beside the first button", &page.hint),
        ("Author", &page.author),
        ("Employer", &page.employer),
        ("Tie to the programs", &page.relationship),
        ("Content type", &page.content_type),
        ("Review by", &due),
    ];
    let lines = head.into_iter().filter(|(_, said)| !said.is_empty()).map(|(name, said)| format!("{name}: {said}\n"));
    format!("{}\n{}", lines.collect::<String>(), page.body)
}

/// A line of a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number: in the new text, or in the old one for a line that went.
    pub number: usize,
    /// What happened to it.
    pub change: Change,
    /// Its words.
    pub text: String,
}

/// What happened to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing: it stands near a change.
    Same,
    /// It went.
    Removed,
    /// It is new.
    Added,
}

/// The changed lines between two texts, with some of the lines around them.
#[must_use]
pub fn difference(old: &str, new: &str) -> Vec<Line> {
    // Two long texts with nothing in common could keep it busy; past the limit it shows more lines than needed.
    let diff = TextDiff::configure().timeout(Duration::from_millis(300)).diff_lines(old, new);
    let groups = diff.grouped_ops(AROUND);
    let ops = groups.iter().flatten();
    let changes = ops.flat_map(|op| diff.iter_changes(op));
    changes
        .filter_map(|change| {
            let (index, kind) = match change.tag() {
                ChangeTag::Equal => (change.new_index(), Change::Same),
                ChangeTag::Delete => (change.old_index(), Change::Removed),
                ChangeTag::Insert => (change.new_index(), Change::Added),
            };
            Some(Line { number: index? + 1, change: kind, text: change.value().trim_end_matches('\n').to_owned() })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_and_its_neighbors_are_shown() {
        let old = "1\n2\n3\n4\nold\n6\n7\n8\n9";
        let lines = difference(old, &old.replace("old", "new"));
        let said: Vec<_> = lines.iter().map(|line| (line.number, line.change, line.text.as_str())).collect();
        assert_eq!(
            said,
            [
                (3, Change::Same, "3"),
                (4, Change::Same, "4"),
                (5, Change::Removed, "old"),
                (5, Change::Added, "new"),
                (6, Change::Same, "6"),
                (7, Change::Same, "7"),
            ]
        );
        assert!(difference(old, old).is_empty());
    }
}
