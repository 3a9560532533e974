//! Claims: every figure and fact on the pages is a row with its statistic, period, area, source and small print.
//!
//! `codes` what a value counts · `compared` the ones of the comparison · `words` how it is said · `told` in which
//! language · `fault` what keeps it from being published

mod codes;
mod compared;
mod fault;
mod told;
mod words;

use std::ops::Deref;

use diesel::{dsl::AsExprOf, prelude::*, sql_types::Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;

pub use self::{
    codes::{Checked, State, Statistic, Unit},
    fault::Fault,
    told::{Telling, Told},
};
use super::{error::Result, id::RevisionId};
use crate::schema::{claim, claim_revision, disclaimer, source};

/// The topics in the order they are read.
pub const TOPICS: &[&str] = &[
    "pay",
    "growth",
    "openings",
    "employment",
    "education",
    "interest",
    "duties",
    "places",
    "skills",
    "credential",
    "outlook",
    "verdict",
    "institution",
];

/// What a revision says: the part that an editor writes.
#[derive(Queryable, Selectable, Insertable, Clone, Debug, PartialEq)]
#[diesel(table_name = claim_revision, check_for_backend(diesel::pg::Pg))]
pub struct Statement {
    /// What the value is about, such as an occupation.
    pub label: String,
    /// The figure, in its unit; a statement has this or `text`, never both.
    pub value: Option<f64>,
    /// The fact in words.
    pub text: Option<String>,
    /// What the figure counts.
    #[diesel(deserialize_as = String, serialize_as = String)]
    pub unit: Unit,
    /// How the figure was made from what was counted.
    #[diesel(deserialize_as = String, serialize_as = String)]
    pub statistic: Statistic,
    /// Whom it covers.
    pub population: String,
    /// The occupation's code in the federal list.
    pub soc: Option<String>,
    /// Where it holds.
    pub area: String,
    /// `2025` or `2025-05`.
    pub period_start: String,
    /// The same, for a stretch of time.
    pub period_end: Option<String>,
    /// The key of its source.
    #[diesel(column_name = source)]
    pub source_key: String,
    /// The key of the small print beside it.
    #[diesel(column_name = disclaimer)]
    pub disclaimer_key: Option<String>,
    /// How sure we are.
    #[diesel(deserialize_as = String, serialize_as = String)]
    pub checked: Checked,
    /// The day somebody read it at its source.
    #[diesel(deserialize_as = jiff_diesel::NullableDate, serialize_as = jiff_diesel::NullableDate)]
    pub reviewed_on: Option<Date>,
    /// The day of the next check.
    #[diesel(deserialize_as = jiff_diesel::NullableDate, serialize_as = jiff_diesel::NullableDate)]
    pub review_due: Option<Date>,
    /// What a reader should know about this figure.
    pub note: Option<String>,
    /// The last day on which readers see it; from the next one it is under review.
    #[diesel(deserialize_as = jiff_diesel::NullableDate, serialize_as = jiff_diesel::NullableDate)]
    pub expires_on: Option<Date>,
}

/// Where a figure comes from.
#[derive(Queryable, Selectable, Clone, Debug, PartialEq)]
#[diesel(table_name = source, check_for_backend(diesel::pg::Pg))]
pub struct Source {
    /// Its name in our rows.
    pub key: String,
    /// The work.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Where it can be read.
    pub url: Option<String>,
    /// `2026`, `2026-05` or `2026-05-15`.
    pub published: Option<String>,
    /// The day it was read, in the same form.
    pub retrieved: Option<String>,
    /// On what terms it may be used.
    pub licence: Option<String>,
}

/// One revision of a claim with everything that must stand beside it.
#[derive(Queryable, Selectable, Clone, Debug)]
#[diesel(table_name = claim_revision, check_for_backend(diesel::pg::Pg))]
pub struct Claim {
    /// The name pages and letters call it by.
    #[diesel(select_expression = claim::key)]
    pub key: String,
    /// `hi`, `him`, `both` or `none`.
    #[diesel(select_expression = claim::program)]
    pub program: String,
    /// One of [`TOPICS`].
    #[diesel(select_expression = claim::topic)]
    pub topic: String,
    /// The statement of the old article that it represents or answers, such as `C10`.
    #[diesel(select_expression = claim::fact)]
    pub fact: Option<String>,
    /// Whether it was said or true once and is kept for the record.
    #[diesel(select_expression = claim::historical)]
    pub historical: bool,
    /// Which revision this is.
    pub id: RevisionId,
    /// Its number within the claim, from 1.
    pub number: i32,
    /// `draft`, `live` or `past`.
    pub status: String,
    /// What changed and for what reason.
    pub why: String,
    /// When it was written.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: jiff::Timestamp,
    /// When readers first saw it.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub published_at: Option<jiff::Timestamp>,
    /// What it says.
    #[diesel(embed)]
    pub statement: Statement,
    /// Where that comes from.
    #[diesel(embed)]
    pub source: Source,
    /// The small print.
    #[diesel(select_expression = disclaimer::text.nullable())]
    pub disclaimer: Option<String>,
    /// In whose words it is told.
    #[diesel(select_expression = "".into_sql::<Text>())]
    #[diesel(select_expression_type = AsExprOf<&'static str, Text>)]
    pub telling: Telling,
}

impl Deref for Claim {
    type Target = Statement;

    fn deref(&self) -> &Statement {
        &self.statement
    }
}

impl Claim {
    /// How sure a reader may be of it on a day.
    #[must_use]
    pub fn state(&self, today: Date) -> State {
        if self.historical {
            State::Historical
        } else if self.is_expired(today) {
            State::Expired
        } else if self.review_due.is_some_and(|due| due < today) {
            State::ReviewDue
        } else if self.checked == Checked::AtTheSource {
            State::Checked
        } else {
            State::ToCheck
        }
    }

    /// Whether readers see "figure under review" in its place by now.
    #[must_use]
    pub fn is_expired(&self, today: Date) -> bool {
        !self.historical && self.expires_on.is_some_and(|last| last < today)
    }

    /// What keeps it from being published; empty when it may be.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        self.statement.faults(self.historical)
    }

    /// The live revisions of some claims.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn live(keys: &[String], conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(Self::joined()
            .filter(claim_revision::status.eq("live"))
            .filter(claim::key.eq_any(keys))
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// The live revisions of some claims, and of all that represent or answer the old article.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn live_and_facts(keys: &[String], conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(Self::joined()
            .filter(claim_revision::status.eq("live"))
            .filter(claim::key.eq_any(keys).or(claim::fact.is_not_null()))
            .order(claim::key)
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// Every live claim, by topic and statistic; facts in words come last in their topic.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all_live(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let mut claims: Vec<Self> = Self::joined()
            .filter(claim_revision::status.eq("live"))
            .order(claim::key)
            .select(Self::as_select())
            .load(conn)
            .await?;
        claims.sort_by_key(|claim| {
            let topic = TOPICS.iter().position(|topic| *topic == claim.topic);
            (topic, Statistic::ALL.iter().position(|statistic| *statistic == claim.statistic))
        });
        Ok(claims)
    }

    /// The live revision of one claim.
    ///
    /// # Errors
    /// When there is none or the database fails.
    pub async fn one(key: &str, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(Self::joined()
            .filter(claim_revision::status.eq("live"))
            .filter(claim::key.eq(key))
            .select(Self::as_select())
            .first(conn)
            .await?)
    }

    /// One revision.
    ///
    /// # Errors
    /// When there is none or the database fails.
    pub async fn with_id(id: RevisionId, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(Self::joined().filter(claim_revision::id.eq(id)).select(Self::as_select()).first(conn).await?)
    }

    /// All revisions of one claim, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn revisions(key: &str, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(Self::joined()
            .filter(claim::key.eq(key))
            .order(claim_revision::number.desc())
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    #[diesel::dsl::auto_type(no_type_alias)]
    pub(super) fn joined() -> _ {
        claim_revision::table.inner_join(claim::table).inner_join(source::table).left_join(disclaimer::table)
    }
}

#[cfg(test)]
pub(crate) mod tests;
