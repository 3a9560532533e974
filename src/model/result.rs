//! The stored outcome of an attempt: immutable, with everything it was made of, so that it renders for ever.

use std::sync::Arc;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{
    error::Result,
    fit::{Contribution, Fit, Flag, Outcome, Reason},
    id::{AttemptId, CatalogId, QuestionnaireId, ResultId, StudentId},
    person::Student,
    profile::Profile,
    questionnaire::Version,
};
use crate::schema::result;

/// A result with the version of the questionnaire it came from.
pub struct StoredResult {
    /// Which.
    pub id: ResultId,
    /// The attempt it is the outcome of.
    pub attempt_id: AttemptId,
    /// Whose.
    pub student_id: StudentId,
    /// The questionnaire as it was.
    pub version: Arc<Version>,
    /// The catalog in force that day, if the school had published one.
    pub catalog_id: Option<CatalogId>,
    /// The scoring rules, such as `fit-1.0.0`.
    pub scoring: String,
    /// Outcome, points and every contribution.
    pub fit: Fit,
    /// The part of the profile that was used, as it was.
    pub profile: Profile,
    /// When.
    pub created_at: Timestamp,
}

/// One line of a student's history.
pub struct Past {
    /// Which.
    pub id: ResultId,
    /// What it said.
    pub outcome: Outcome,
    /// Why it named no program, where it named none.
    pub reason: Option<Reason>,
    /// Points toward health informatics.
    pub hi: i16,
    /// Points toward health information management.
    pub him: i16,
    /// When.
    pub created_at: Timestamp,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = result, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: ResultId,
    attempt_id: AttemptId,
    student_id: StudentId,
    questionnaire_id: QuestionnaireId,
    catalog_id: Option<CatalogId>,
    scoring: String,
    outcome: String,
    reason: Option<String>,
    flags: Vec<String>,
    points: i16,
    hi: i16,
    him: i16,
    answered: i16,
    item_count: i16,
    contributions: serde_json::Value,
    profile: serde_json::Value,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    created_at: Timestamp,
}

impl StoredResult {
    /// One of the student's own results.
    ///
    /// # Errors
    /// [`super::error::Error::NotFound`] for anybody else's.
    pub async fn of(student: &Student, id: ResultId, conn: &mut AsyncPgConnection) -> Result<Self> {
        Self::of_student(student.student_id(), id, conn).await
    }

    /// A result of a student whose record one holds already.
    ///
    /// # Errors
    /// [`super::error::Error::NotFound`] for another student's.
    pub(crate) async fn of_student(student: StudentId, id: ResultId, conn: &mut AsyncPgConnection) -> Result<Self> {
        let row =
            result::table.find(id).filter(result::student_id.eq(student)).select(Row::as_select()).first(conn).await?;
        Self::whole(row, conn).await
    }

    /// The newest result of a student, if there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn newest_of(student: StudentId, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let row = result::table
            .filter(result::student_id.eq(student))
            .order(result::created_at.desc())
            .select(Row::as_select())
            .first(conn)
            .await
            .optional()?;
        match row {
            Some(row) => Ok(Some(Self::whole(row, conn).await?)),
            None => Ok(None),
        }
    }

    /// The result of the same student before this one, if there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn before(&self, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let row = result::table
            .filter(result::student_id.eq(self.student_id))
            .filter(result::created_at.lt(jiff_diesel::Timestamp::from(self.created_at)))
            .order(result::created_at.desc())
            .select(Row::as_select())
            .first(conn)
            .await
            .optional()?;
        match row {
            Some(row) => Ok(Some(Self::whole(row, conn).await?)),
            None => Ok(None),
        }
    }

    /// The result of an attempt, if it was submitted.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn id_of(attempt: AttemptId, conn: &mut AsyncPgConnection) -> Result<Option<ResultId>> {
        Ok(result::table.filter(result::attempt_id.eq(attempt)).select(result::id).first(conn).await.optional()?)
    }

    async fn whole(row: Row, conn: &mut AsyncPgConnection) -> Result<Self> {
        let version = Version::with_id(row.questionnaire_id, conn).await?;
        let unreadable = |error: serde_json::Error| diesel::result::Error::DeserializationError(error.into());
        let contributions: Vec<Contribution> = serde_json::from_value(row.contributions).map_err(unreadable)?;
        let profile: Profile = serde_json::from_value(row.profile).map_err(unreadable)?;
        Ok(Self {
            id: row.id,
            attempt_id: row.attempt_id,
            student_id: row.student_id,
            version,
            catalog_id: row.catalog_id,
            scoring: row.scoring,
            fit: Fit {
                outcome: outcome(&row.outcome),
                reason: row.reason.as_deref().and_then(Reason::parse),
                flags: row.flags.iter().filter_map(|flag| Flag::parse(flag)).collect(),
                points: row.points,
                hi: row.hi,
                him: row.him,
                answered: row.answered,
                item_count: row.item_count,
                contributions,
            },
            profile,
            created_at: row.created_at,
        })
    }

    /// Its address.
    #[must_use]
    pub fn path(&self) -> String {
        path(self.id)
    }

    /// All results of a student, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn history(student: &Student, conn: &mut AsyncPgConnection) -> Result<Vec<Past>> {
        let rows = result::table
            .filter(result::student_id.eq(student.student_id()))
            .order(result::created_at.desc())
            .limit(100)
            .select((result::id, result::outcome, result::reason, result::hi, result::him, result::created_at))
            .load::<(ResultId, String, Option<String>, i16, i16, jiff_diesel::Timestamp)>(conn)
            .await?;
        let past =
            |(id, code, reason, hi, him, at): (ResultId, String, Option<String>, i16, i16, jiff_diesel::Timestamp)| {
                Past {
                    id,
                    outcome: outcome(&code),
                    reason: reason.as_deref().and_then(Reason::parse),
                    hi,
                    him,
                    created_at: at.to_jiff(),
                }
            };
        Ok(rows.into_iter().map(past).collect())
    }
}

impl Past {
    /// Its address.
    #[must_use]
    pub fn path(&self) -> String {
        path(self.id)
    }
}

/// The address of a result.
#[must_use]
pub fn path(id: ResultId) -> String {
    format!("/results/{id}")
}

fn outcome(code: &str) -> Outcome {
    Outcome::parse(code).expect("the table's check allows only our outcomes")
}

/// A result about to be stored.
pub(super) struct NewResult<'a> {
    pub id: ResultId,
    pub attempt_id: AttemptId,
    pub student_id: StudentId,
    pub version: &'a Version,
    pub catalog_id: Option<CatalogId>,
    pub fit: &'a Fit,
    pub profile: &'a Profile,
}

impl NewResult<'_> {
    /// Stores it, once for all.
    pub async fn store(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        let unwritable = |error: serde_json::Error| diesel::result::Error::SerializationError(error.into());
        let fit = self.fit;
        diesel::insert_into(result::table)
            .values((
                (
                    result::id.eq(self.id),
                    result::attempt_id.eq(self.attempt_id),
                    result::student_id.eq(self.student_id),
                ),
                (result::questionnaire_id.eq(self.version.id), result::catalog_id.eq(self.catalog_id)),
                result::scoring.eq(&self.version.sheet.scoring),
                result::outcome.eq(fit.outcome.as_str()),
                result::reason.eq(fit.reason.map(|reason| reason.as_str())),
                result::flags.eq(fit.flags.iter().map(|flag| flag.as_str()).collect::<Vec<_>>()),
                (result::points.eq(fit.points), result::hi.eq(fit.hi), result::him.eq(fit.him)),
                (result::answered.eq(fit.answered), result::item_count.eq(fit.item_count)),
                result::contributions.eq(serde_json::to_value(&fit.contributions).map_err(unwritable)?),
                result::profile.eq(serde_json::to_value(self.profile).map_err(unwritable)?),
            ))
            .execute(conn)
            .await?;
        Ok(())
    }
}
