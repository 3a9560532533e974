//! Drafts that go live by themselves: one a page, at a moment of the school's day, once however many instances look.

use diesel::{dsl::now, pg::sql_types::Timestamptz, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{
    audit::{self, Action},
    error::Result,
    id::RevisionId,
    page::Page,
    page_revision::{self, Refusals},
    person::{self, Admin, Role},
};
use crate::schema::{page, page_revision as revision, page_schedule, person as people};

/// A draft that waits for its moment.
#[derive(Queryable, Clone)]
pub struct Scheduled {
    /// Its page.
    pub slug: String,
    /// Its number within the page.
    pub number: i32,
    /// When readers see it.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub goes_live_at: Timestamp,
    /// Who said so.
    pub set_by: Option<String>,
    /// Why it could not go live at its time; empty while it waits.
    pub refusal: String,
}

impl Scheduled {
    /// What waits, of all pages.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(page_schedule::table
            .inner_join(revision::table)
            .left_join(people::table)
            .order(page_schedule::goes_live_at)
            .select((
                page_schedule::page_slug,
                revision::number,
                page_schedule::goes_live_at,
                people::full_name.nullable(),
                page_schedule::refusal,
            ))
            .load(conn)
            .await?)
    }

    /// What waits of one page.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(slug: &str, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        Ok(Self::all(conn).await?.into_iter().find(|one| one.slug == slug))
    }
}

/// Whether a page waits for this moment with this revision.
///
/// # Errors
/// When the database fails.
pub(super) async fn waits(slug: &str, id: RevisionId, at: Timestamp, conn: &mut AsyncPgConnection) -> Result<bool> {
    let this = page_schedule::table
        .find(slug)
        .filter(page_schedule::revision_id.eq(id))
        .filter(page_schedule::goes_live_at.eq(jiff_diesel::Timestamp::from(at)));
    Ok(diesel::select(diesel::dsl::exists(this)).get_result(conn).await?)
}

/// Puts a draft on the schedule in the caller's transaction, which holds the page.
///
/// # Errors
/// When the database fails.
pub(super) async fn set(
    slug: &str,
    id: RevisionId,
    at: Timestamp,
    admin: &Admin,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    forget(slug, conn).await?;
    diesel::insert_into(page_schedule::table)
        .values((
            page_schedule::page_slug.eq(slug),
            page_schedule::revision_id.eq(id),
            page_schedule::goes_live_at.eq(jiff_diesel::Timestamp::from(at)),
            page_schedule::set_by.eq(admin.id()),
        ))
        .execute(conn)
        .await?;
    audit::record(Some(admin.id()), Action::ScheduledPage, "page", Some(id.0), None, conn).await
}

/// Nothing of a page goes live by itself any more. Gives what waited.
///
/// # Errors
/// When the database fails.
pub(super) async fn forget(slug: &str, conn: &mut AsyncPgConnection) -> Result<Option<RevisionId>> {
    Ok(diesel::delete(page_schedule::table.find(slug))
        .returning(page_schedule::revision_id)
        .get_result(conn)
        .await
        .optional()?)
}

/// Takes a page off the schedule; the draft stays. A second time it does nothing more.
///
/// # Errors
/// Not found when there is no such page.
pub async fn take_off(slug: &str, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<()> {
    conn.transaction(async |conn| {
        person::still(admin.id(), Role::Admin, conn).await?;
        page::table.find(slug).select(page::slug).for_update().first::<String>(conn).await?;
        let Some(id) = forget(slug, conn).await? else { return Ok(()) };
        audit::record(Some(admin.id()), Action::UnscheduledPage, "page", Some(id.0), None, conn).await
    })
    .await
}

/// Shows the next draft whose moment has come to readers, or notes why it may not be shown. Says whether there was one.
///
/// # Errors
/// When the database fails.
pub async fn publish_next(conn: &mut AsyncPgConnection) -> Result<bool> {
    conn.transaction(async |conn| {
        let due = || {
            page_schedule::table
                .filter(page_schedule::refused_at.is_null())
                .filter(page_schedule::goes_live_at.le(now.into_sql::<Timestamptz>()))
        };
        let next = due().order(page_schedule::goes_live_at).select(page_schedule::page_slug);
        let Some(slug) = next.first::<String>(conn).await.optional()? else { return Ok(false) };
        // Held first, as editors hold it; whoever was faster has published it or put it off.
        page::table.find(&slug).select(page::slug).for_update().first::<String>(conn).await?;
        let still = due().filter(page_schedule::page_slug.eq(&slug)).select(page_schedule::revision_id);
        let Some(id) = still.first::<RevisionId>(conn).await.optional()? else { return Ok(true) };
        let draft: Page = revision::table.find(id).select(Page::as_select()).first(conn).await?;
        let refusals = page_revision::refusals(&page_revision::Words::of(&draft).text(&slug), true, conn).await?;
        if !refusals.is_empty() {
            let noted = (page_schedule::refused_at.eq(now), page_schedule::refusal.eq(reason(&refusals)));
            diesel::update(page_schedule::table.find(&slug)).set(noted).execute(conn).await?;
            return Ok(true);
        }
        page_revision::show(&slug, id, conn).await?;
        forget(&slug, conn).await?;
        audit::record(None, Action::PublishedPage, "page", Some(id.0), None, conn).await?;
        Ok(true)
    })
    .await
}

/// What keeps a draft from readers, in one line.
fn reason(refusals: &Refusals) -> String {
    let rows: Vec<&str> = refusals.rows.iter().map(|(row, _)| row.as_str()).collect();
    let found: Vec<&str> = refusals.findings.iter().map(|finding| finding.said.as_str()).collect();
    let parts = [
        ("figures that are not published: ", refusals.figures.join(", ")),
        ("rows that do not hold: ", rows.join(", ")),
        ("to look at: ", found.join(", ")),
    ];
    let parts = parts.into_iter().filter(|(_, what)| !what.is_empty()).map(|(words, what)| format!("{words}{what}"));
    parts.collect::<Vec<_>>().join("; ")
}
