//! Writing a page: every save is a revision, publishing makes one live and the one before it past, in one transaction.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;

use super::{
    audit::{self, Action},
    claim::Claim,
    comparison::{self, Comparison, Row},
    error::Result,
    id::{FormKey, RevisionId},
    markdown,
    page::Page,
    person::{self, Admin, Role},
};
use crate::schema::{claim, page, page_revision};

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

/// What keeps a text from being saved or published; keys and rows are named to the editor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusals {
    /// Figures that are not there, or for publishing not published, as they were typed.
    pub figures: Vec<String>,
    /// Rows of the comparison that do not hold: label and message key.
    pub rows: Vec<(String, &'static str)>,
}

impl Refusals {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty() && self.rows.is_empty()
    }
}

/// What came of an edit.
pub enum Outcome {
    /// It is kept as a draft with this number.
    Saved(i32),
    /// Readers see it now, as the revision with this number.
    Published(i32),
    /// Somebody else saved meanwhile: this is what they saved.
    Stale(Box<Page>),
    /// It was not kept.
    Refused(Refusals),
}

impl Edit {
    /// Keeps the words as a draft.
    ///
    /// # Errors
    /// [`super::error::Error::Database`] with not found when there is no such page.
    pub async fn save(self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        conn.transaction(async |conn| self.write("draft", admin, conn).await).await
    }

    /// Shows the words to readers.
    ///
    /// # Errors
    /// [`super::error::Error::Database`] with not found when there is no such page.
    pub async fn publish(self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        conn.transaction(async |conn| self.write("live", admin, conn).await).await
    }

    async fn write(mut self, status: &'static str, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        person::still(admin.id(), Role::Admin, conn).await?;
        page::table.find(&self.slug).select(page::slug).for_update().first::<String>(conn).await?;
        let kept = page_revision::table.filter(page_revision::form_key.eq(self.form_key)).select(Page::as_select());
        if let Some(kept) = kept.first::<Page>(conn).await.optional()? {
            let was_shown = kept.published_at.is_some();
            if kept.slug == self.slug && Words::of(&kept) == self.words && was_shown == (status == "live") {
                return Ok(if was_shown { Outcome::Published(kept.number) } else { Outcome::Saved(kept.number) });
            }
            // Gone back to in the browser and written on: a new act with the key of an old one.
            self.form_key = FormKey::new();
        }
        let newest = Page::newest(&self.slug, conn).await?;
        if newest.number != self.seen {
            return Ok(Outcome::Stale(Box::new(newest)));
        }
        let refusals = refusals(&self.slug, &self.words.body, status == "live", conn).await?;
        if !refusals.is_empty() {
            return Ok(Outcome::Refused(refusals));
        }
        if status == "live" {
            diesel::update(page_revision::table)
                .filter(page_revision::page_slug.eq(&self.slug))
                .filter(page_revision::status.eq("live"))
                .set(page_revision::status.eq("past"))
                .execute(conn)
                .await?;
        }
        let number = newest.number + 1;
        self.insert(number, status, admin, conn).await?;
        Ok(if status == "live" { Outcome::Published(number) } else { Outcome::Saved(number) })
    }

    async fn insert(
        self,
        number: i32,
        status: &'static str,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        let id = RevisionId::new();
        let words = self.words;
        diesel::insert_into(page_revision::table)
            .values((
                page_revision::id.eq(id),
                page_revision::page_slug.eq(self.slug),
                page_revision::number.eq(number),
                page_revision::status.eq(status),
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
        if status == "live" {
            let published = page_revision::published_at.eq(now);
            diesel::update(page_revision::table.find(id)).set(published).execute(conn).await?;
        }
        audit::record(Some(admin.id()), Action::ChangedPage, "page", Some(id.0), None, conn).await
    }
}

/// What is wrong with a text. A draft may name figures that are not published yet, but none that do not exist.
///
/// # Errors
/// When the database fails.
pub async fn refusals(slug: &str, body: &str, is_for_readers: bool, conn: &mut AsyncPgConnection) -> Result<Refusals> {
    let keys = keys(body);
    let mut figures = malformed(body);
    if is_for_readers {
        let live = Claim::live(&keys, conn).await?;
        let known: Vec<&str> = live.iter().map(|claim| claim.key.as_str()).collect();
        figures.extend(missing(&keys, &known));
        let mut rows = Vec::new();
        if slug == COMPARE {
            let claims = live.into_iter().map(|claim| (claim.key.clone(), claim)).collect();
            let read: Vec<Row> = Comparison::parse(body).rows;
            rows.extend(comparison::faults(&read, &claims).into_iter().map(|fault| (fault.row, fault.key)));
        }
        return Ok(Refusals { figures, rows });
    }
    let known: Vec<String> =
        claim::table.filter(claim::key.eq_any(&keys)).select(claim::key).load::<String>(conn).await?;
    figures.extend(missing(&keys, &known.iter().map(String::as_str).collect::<Vec<_>>()));
    Ok(Refusals { figures, rows: Vec::new() })
}

/// The keys of all figures a text names, each once, in order.
#[must_use]
pub fn keys(body: &str) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for key in markdown::named(body, "claim") {
        if !keys.iter().any(|known| known == key) {
            keys.push(key.to_owned());
        }
    }
    keys
}

fn missing<'a>(keys: &'a [String], known: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    keys.iter().filter(|key| !known.contains(&key.as_str())).cloned()
}

/// Places that look like a figure's and are none: readers would see the brackets.
fn malformed(body: &str) -> Vec<String> {
    let places = body.split("[[claim:").skip(1);
    let typed = places.map(|rest| rest.split(['\n', ']']).next().unwrap_or_default());
    let is_read = |key: &str| {
        let place = format!("[[claim:{key}]]");
        body.contains(&place) && markdown::named(&place, "claim").next().is_some()
    };
    typed.filter(|key| !is_read(key)).map(|key| key.chars().take(80).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_figure_is_named_once_in_the_order_of_the_text() {
        assert_eq!(keys("[[claim:b]] and [[claim:a]], [[claim:b]] again"), ["b", "a"]);
    }

    #[test]
    fn what_looks_like_a_figure_and_is_none_is_named() {
        assert!(malformed("[[claim:pay.median.29-2072]] [[row:a]]").is_empty());
        assert_eq!(malformed("[[claim:Pay]] [[claim:a.b]] [[claim:half\nend"), ["Pay", "half"]);
        assert_eq!(missing(&["a".into(), "b".into()], &["b"]).collect::<Vec<_>>(), ["a"]);
    }
}
