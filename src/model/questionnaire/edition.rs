//! A version without its words: its number, its state, how much was made with it.

use diesel::{dsl::count_star, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use crate::{
    model::{error::Result, id::QuestionnaireId},
    schema::{attempt, item, questionnaire, result},
};

/// One version as the list of versions and its own page know it.
#[derive(Queryable, Selectable, Clone)]
#[diesel(table_name = questionnaire, check_for_backend(diesel::pg::Pg))]
pub struct Edition {
    /// Which.
    pub id: QuestionnaireId,
    /// Its number.
    pub number: i32,
    /// `draft`, `published` or `retired`.
    pub status: String,
    /// The version that is or was in force from which it was made.
    pub based_on: Option<QuestionnaireId>,
    /// Goes up with each save.
    pub revision: i32,
    /// When it was made.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
    /// When it was saved last.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub edited_at: Option<Timestamp>,
    /// When students got it.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub published_at: Option<Timestamp>,
}

/// A version in the list.
pub struct Listed {
    /// The version.
    pub edition: Edition,
    /// How many questions it asks.
    pub items: i64,
    /// Results that were made with it.
    pub results: i64,
    /// Attempts on it that are still open.
    pub open: i64,
}

impl Edition {
    /// Its address.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/admin/questionnaires/{}", self.id)
    }

    /// Whether it may still be changed.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.status == "draft"
    }
}

impl Listed {
    /// All versions, newest first. Four queries.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let editions: Vec<Edition> = questionnaire::table
            .order(questionnaire::number.desc())
            .limit(200)
            .select(Edition::as_select())
            .load(conn)
            .await?;
        let items: Vec<(QuestionnaireId, i64)> = item::table
            .group_by(item::questionnaire_id)
            .select((item::questionnaire_id, count_star()))
            .load(conn)
            .await?;
        let results: Vec<(QuestionnaireId, i64)> = result::table
            .group_by(result::questionnaire_id)
            .select((result::questionnaire_id, count_star()))
            .load(conn)
            .await?;
        let open: Vec<(QuestionnaireId, i64)> = attempt::table
            .filter(attempt::submitted_at.is_null())
            .group_by(attempt::questionnaire_id)
            .select((attempt::questionnaire_id, count_star()))
            .load(conn)
            .await?;
        let of = |counts: &[(QuestionnaireId, i64)], id| {
            counts.iter().find(|(counted, _)| *counted == id).map_or(0, |(_, count)| *count)
        };
        let listed = |edition: Edition| Self {
            items: of(&items, edition.id),
            results: of(&results, edition.id),
            open: of(&open, edition.id),
            edition,
        };
        Ok(editions.into_iter().map(listed).collect())
    }
}
