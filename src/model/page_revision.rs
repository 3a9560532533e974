//! Writing a page: every save is a revision, publishing makes one live and the one before it past, in one transaction.

mod refusal;

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};

pub use self::refusal::{Refusals, keys, refusals};
use super::{
    audit::{self, Action},
    comparison,
    error::Result,
    id::{FormKey, RevisionId},
    lint::Text,
    page::Page,
    page_schedule,
    person::{self, Admin, Role},
    translation,
};
use crate::{
    language::Language,
    schema::{page, page_revision},
};

/// The page whose sections are the rows of the comparison.
pub const COMPARE: &str = "compare";
/// The longest text of a page, in characters; the table refuses more.
pub const LONGEST: usize = 200_000;

/// What a page says: the part that an editor writes.
#[derive(Clone, PartialEq, Eq)]
pub struct Words {
    /// The heading.
    pub title: String,
    /// What the page is about, under the heading.
    pub lead: String,
    /// A line beside the first button.
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
    pub review_due: Option<Date>,
}

impl Words {
    /// What the linter reads of them, as the text of this page.
    #[must_use]
    pub fn text<'a>(&'a self, slug: &'a str) -> Text<'a> {
        let Self { title, lead, hint, body, .. } = self;
        Text { slug, language: Language::English, title, lead, hint, body }
    }

    /// What a revision says.
    #[must_use]
    pub fn of(page: &Page) -> Self {
        Self {
            title: page.title.clone(),
            lead: page.lead.clone(),
            hint: page.hint.clone(),
            body: page.body.clone(),
            author: page.author.clone(),
            employer: page.employer.clone(),
            relationship: page.relationship.clone(),
            content_type: page.content_type.clone(),
            review_due: page.review_due,
        }
    }
}

/// Words on their way into a page.
pub struct Edit {
    /// Which page.
    pub slug: String,
    /// The number of the revision the editor saw.
    pub seen: i32,
    /// The same form twice is one revision.
    pub form_key: FormKey,
    /// What it says now.
    pub words: Words,
    /// What changed and for what reason.
    pub why: String,
}

/// What came of an edit.
pub enum Outcome {
    /// It is kept as a draft with this number.
    Saved(i32),
    /// Readers see it now, as the revision with this number.
    Published(i32),
    /// It is kept as a draft with this number, which goes live by itself.
    Scheduled(i32),
    /// Somebody else saved meanwhile: this is what they saved.
    Stale(Box<Page>),
    /// It was not kept.
    Refused(Refusals),
}

/// What becomes of the words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    Draft,
    Live,
    LiveAt(Timestamp),
}

impl Wish {
    fn is_for_readers(self) -> bool {
        self != Self::Draft
    }

    fn outcome(self, number: i32) -> Outcome {
        match self {
            Self::Draft => Outcome::Saved(number),
            Self::Live => Outcome::Published(number),
            Self::LiveAt(_) => Outcome::Scheduled(number),
        }
    }
}

impl Edit {
    /// Keeps the words as a draft.
    ///
    /// # Errors
    /// [`super::error::Error::Database`] with not found when there is no such page.
    pub async fn save(self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        conn.transaction(async |conn| self.write(Wish::Draft, admin, conn).await).await
    }

    /// Shows the words to readers.
    ///
    /// # Errors
    /// [`super::error::Error::Database`] with not found when there is no such page.
    pub async fn publish(self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        conn.transaction(async |conn| self.write(Wish::Live, admin, conn).await).await
    }

    /// Keeps the words as a draft that readers see from a moment on. One that waited before goes off the schedule.
    ///
    /// # Errors
    /// [`super::error::Error::Database`] with not found when there is no such page.
    pub async fn schedule(self, at: Timestamp, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        conn.transaction(async |conn| self.write(Wish::LiveAt(at), admin, conn).await).await
    }

    async fn write(mut self, wish: Wish, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        person::still(admin.id(), Role::Admin, conn).await?;
        page::table.find(&self.slug).select(page::slug).for_update().first::<String>(conn).await?;
        let kept = page_revision::table.filter(page_revision::form_key.eq(self.form_key)).select(Page::as_select());
        if let Some(kept) = kept.first::<Page>(conn).await.optional()? {
            let was_shown = kept.published_at.is_some();
            let is_same = kept.slug == self.slug && Words::of(&kept) == self.words && was_shown == (wish == Wish::Live);
            let is_done = match wish {
                Wish::LiveAt(at) => page_schedule::waits(&self.slug, kept.id, at, conn).await?,
                Wish::Draft | Wish::Live => true,
            };
            if is_same && is_done {
                return Ok(wish.outcome(kept.number));
            }
            // Gone back to in the browser and written on: a new act with the key of an old one.
            self.form_key = FormKey::new();
        }
        let newest = Page::newest(&self.slug, conn).await?;
        if newest.number != self.seen {
            return Ok(Outcome::Stale(Box::new(newest)));
        }
        let refusals = refusals(&self.words.text(&self.slug), wish.is_for_readers(), conn).await?;
        if !refusals.is_empty() {
            return Ok(Outcome::Refused(refusals));
        }
        let (slug, number) = (self.slug.clone(), newest.number + 1);
        let id = self.insert(number, admin, conn).await?;
        translation::keep(id, conn).await?;
        match wish {
            Wish::Draft => {}
            Wish::Live => {
                show(&slug, id, conn).await?;
                page_schedule::forget(&slug, conn).await?;
            }
            Wish::LiveAt(at) => page_schedule::set(&slug, id, at, admin, conn).await?,
        }
        Ok(wish.outcome(number))
    }

    async fn insert(self, number: i32, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<RevisionId> {
        let id = RevisionId::new();
        let words = self.words;
        diesel::insert_into(page_revision::table)
            .values((
                page_revision::id.eq(id),
                page_revision::page_slug.eq(self.slug),
                page_revision::number.eq(number),
                page_revision::status.eq("draft"),
                page_revision::title.eq(words.title),
                page_revision::lead.eq(words.lead),
                page_revision::hint.eq(words.hint),
                page_revision::body.eq(words.body),
                page_revision::author.eq(words.author),
                page_revision::employer.eq(words.employer),
                page_revision::relationship.eq(words.relationship),
                page_revision::content_type.eq(words.content_type),
                page_revision::review_due.eq(words.review_due.map(jiff_diesel::Date::from)),
                page_revision::why.eq(self.why),
                page_revision::author_id.eq(admin.id()),
                page_revision::form_key.eq(self.form_key),
            ))
            .execute(conn)
            .await?;
        audit::record(Some(admin.id()), Action::ChangedPage, "page", Some(id.0), None, conn).await?;
        Ok(id)
    }
}

/// Makes a revision the one that readers see, and the one before it past. The caller holds the page.
///
/// # Errors
/// When the database fails.
pub(super) async fn show(slug: &str, id: RevisionId, conn: &mut AsyncPgConnection) -> Result<()> {
    let live = page_revision::table.filter(page_revision::page_slug.eq(slug)).filter(page_revision::status.eq("live"));
    diesel::update(live).set(page_revision::status.eq("past")).execute(conn).await?;
    diesel::update(page_revision::table.find(id))
        .set((page_revision::status.eq("live"), page_revision::published_at.eq(now)))
        .execute(conn)
        .await?;
    if slug == COMPARE {
        comparison::keep_pairs(conn).await?;
    }
    Ok(())
}
