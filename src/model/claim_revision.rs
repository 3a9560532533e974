//! Correcting a figure: each correction is a new revision, live at once, and the one before it becomes past.
//!
//! `row` what it would break in the comparison · `publishing` the rows that are written

mod publishing;
mod row;

use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

pub(super) use self::publishing::{Next, publish};
use super::{
    claim::{Claim, Source, Statement},
    comparison::Row,
    error::{Error, Result},
    id::{PersonId, RevisionId},
    page::Page,
    page_revision::COMPARE,
    person::{self, Admin, Role},
};
use crate::schema::{claim, claim_revision, disclaimer, page, source};

/// What an admin wants a figure to say, and which revision they had before their eyes.
pub struct Correction {
    /// The figure's key.
    pub key: String,
    /// The number of the revision they saw.
    pub seen: i32,
    /// What it says now.
    pub statement: Statement,
    /// What changed and for what reason.
    pub why: String,
}

/// What keeps a correction from being published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The field to mend.
    pub field: &'static str,
    /// Its words are in the language file.
    pub key: &'static str,
    /// The row of the comparison that would no longer hold.
    pub row: Option<String>,
}

impl Refusal {
    fn plain(field: &'static str, key: &'static str) -> Self {
        Self { field, key, row: None }
    }
}

/// What came of a correction.
pub enum Outcome {
    /// Readers see it now, as the revision with this number.
    Published(i32),
    /// Somebody else published meanwhile: this is what they published.
    Stale(Box<Claim>),
    /// It may not be published.
    Refused(Vec<Refusal>),
}

impl Claim {
    /// The newest revision of each figure: the live one, or a draft that was never published.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all_newest(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(Self::joined()
            .distinct_on(claim_revision::claim_key)
            .order((claim_revision::claim_key, claim_revision::number.desc()))
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// The newest revision of some figures.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn newest_of(keys: &[String], conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(Self::joined()
            .distinct_on(claim_revision::claim_key)
            .filter(claim_revision::claim_key.eq_any(keys))
            .order((claim_revision::claim_key, claim_revision::number.desc()))
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// The newest revision of one figure.
    ///
    /// # Errors
    /// When there is no such figure or the database fails.
    pub async fn newest(key: &str, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(Self::joined()
            .filter(claim::key.eq(key))
            .order(claim_revision::number.desc())
            .select(Self::as_select())
            .first(conn)
            .await?)
    }

    /// Whether readers see it.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.status == "live"
    }
}

impl Source {
    /// All sources, by publisher and title.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(source::table.order((source::publisher, source::title)).select(Self::as_select()).load(conn).await?)
    }
}

/// Key and text of all small print.
///
/// # Errors
/// When the database fails.
pub async fn disclaimers(conn: &mut AsyncPgConnection) -> Result<Vec<(String, String)>> {
    Ok(disclaimer::table.order(disclaimer::key).select((disclaimer::key, disclaimer::text)).load(conn).await?)
}

impl Correction {
    /// Publishes it. The same form twice is one revision.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such figure.
    pub async fn publish(self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        conn.transaction(async |conn| self.publish_inside(admin, conn).await).await
    }

    async fn publish_inside(self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        person::still(admin.id(), Role::Admin, conn).await?;
        // One at a time with whoever publishes the comparison, so that no row can turn unlike between two looks at it.
        page::table.find(COMPARE).select(page::slug).for_update().first::<String>(conn).await.optional()?;
        claim::table.find(&self.key).select(claim::key).for_update().first::<String>(conn).await?;
        let newest = Claim::newest(&self.key, conn).await?;
        if newest.number != self.seen {
            let is_retry = newest.number.checked_sub(1) == Some(self.seen)
                && newest.statement == self.statement
                && author_of(newest.id, conn).await? == Some(admin.id());
            let number = newest.number;
            return Ok(if is_retry { Outcome::Published(number) } else { Outcome::Stale(Box::new(newest)) });
        }
        let mut refusals = self.refusals(&newest, conn).await?;
        let is_another = (self.statement.value, &self.statement.text) != (newest.value, &newest.text);
        // Who was told the old one may ask: a typing error must not pass for a new reading.
        if is_another && self.why.trim().is_empty() {
            refusals.push(Refusal::plain("why", "claim-why-missing"));
        }
        if !refusals.is_empty() {
            return Ok(Outcome::Refused(refusals));
        }
        let number = newest.number + 1;
        let next = Next { key: self.key, number, statement: self.statement, why: self.why };
        publish(vec![next], admin, conn).await?;
        Ok(Outcome::Published(number))
    }

    async fn refusals(&self, newest: &Claim, conn: &mut AsyncPgConnection) -> Result<Vec<Refusal>> {
        let faults = self.statement.faults(newest.historical);
        let mut refusals: Vec<_> = faults.iter().map(|fault| Refusal::plain(fault.field, fault.key)).collect();
        let source = source::table.find(&self.statement.source_key).select(source::key);
        if source.first::<String>(conn).await.optional()?.is_none() {
            refusals.retain(|refusal| refusal.field != "source");
            refusals.push(Refusal::plain("source", "claim-source-missing"));
        }
        if let Some(key) = &self.statement.disclaimer_key
            && disclaimer::table.find(key).select(disclaimer::key).first::<String>(conn).await.optional()?.is_none()
        {
            refusals.push(Refusal::plain("disclaimer", "claim-disclaimer-unknown"));
        }
        if let Some(page) = Page::live(COMPARE, conn).await? {
            let rows = row::of(&self.key, &page);
            let keys: Vec<String> =
                rows.iter().filter_map(Row::figures).flat_map(|(hi, him)| [hi.to_owned(), him.to_owned()]).collect();
            let claims = Claim::live(&keys, conn).await?.into_iter().map(|claim| (claim.key.clone(), claim)).collect();
            let changed = Claim { statement: self.statement.clone(), ..newest.clone() };
            refusals.extend(row::refusals(&rows, claims, changed));
        }
        Ok(refusals)
    }
}

async fn author_of(id: RevisionId, conn: &mut AsyncPgConnection) -> Result<Option<PersonId>> {
    let author = claim_revision::table.find(id).select(claim_revision::author_id).first(conn).await;
    author.map_err(Error::from)
}
