//! The figures of the comparison: the ones that editors chose to be told, also in letters and beside a result.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::Claim;
use crate::{
    model::{error::Result, markdown},
    schema::page_revision,
};

impl Claim {
    /// Those on the comparison page, in its order; none before it is published.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn compared(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let body: Option<String> = page_revision::table
            .filter(page_revision::page_slug.eq("compare"))
            .filter(page_revision::status.eq("live"))
            .select(page_revision::body)
            .first(conn)
            .await
            .optional()?;
        let body = body.unwrap_or_default();
        let keys: Vec<String> = markdown::named(&body, "claim").map(str::to_owned).collect();
        let mut claims = Self::live(&keys, conn).await?;
        claims.sort_by_key(|claim| keys.iter().position(|key| *key == claim.key));
        Ok(claims)
    }

    /// Whether it is middle pay.
    #[must_use]
    pub fn is_middle_pay(&self) -> bool {
        (self.topic.as_str(), self.statistic.code()) == ("pay", "median")
    }

    /// Whether it says how jobs grow.
    #[must_use]
    pub fn is_growth(&self) -> bool {
        (self.topic.as_str(), self.statistic.code()) == ("growth", "projection")
    }
}
