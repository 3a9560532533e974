//! Publishing what was looked at: all figures of the year together, so that no row of the comparison ever mixes two years.

use diesel::{prelude::*, sql_query, sql_types::Text};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;

use super::{
    plan::{Fate, Plan, period},
    wages::Wages,
};
use crate::{
    model::{
        claim::{Checked, Claim, Source, Statement},
        claim_revision::{Next, publish},
        error::Result,
        page_revision::COMPARE,
        person::{self, Admin, Role},
    },
    schema::{claim, page, source},
};

/// The bureau publishes a year's figures in the spring after next June's survey closes: by then the next ones are out.
const YEARS_TO_REVIEW: i16 = 2;
/// In Spanish the new source is called as the one before it, but for its year.
const TELL_SOURCE: &str = "
    insert into source_translation (source, locale, title, publisher, licence)
    select $1, locale, $2, publisher, licence from source_translation where source = $3 and locale = 'es'
    on conflict do nothing";

/// What came of carrying it out.
pub enum Done {
    /// Readers see so many new figures.
    Published(usize),
    /// It would not be what was looked at any more: nothing was done, and this is how it stands now.
    Changed(Plan),
}

impl Plan {
    /// Carries it out, if it still is the plan with this mark: all figures together or none. The same form twice is one act.
    ///
    /// # Errors
    /// [`crate::model::error::Error::NotFound`] when the admin is none any more.
    pub async fn carry_out(
        wages: &Wages,
        year: i16,
        mark: &str,
        today: Date,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<Done> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            // As with one correction: the comparison first, then the figures.
            page::table.find(COMPARE).select(page::slug).for_update().first::<String>(conn).await.optional()?;
            claim::table.order(claim::key).select(claim::key).for_update().load::<String>(conn).await?;
            let plan = Self::make(wages, year, conn).await?;
            let is_done = plan.changes().next().is_none() && plan.lines.iter().any(|line| line.fate == Fate::Unchanged);
            if is_done {
                return Ok(Done::Published(0));
            }
            if plan.mark() != mark
                || !plan.broken.is_empty()
                || plan.later().is_some()
                || plan.changes().next().is_none()
            {
                return Ok(Done::Changed(plan));
            }
            let revisions = plan.revisions(today, conn).await?;
            let many = revisions.len();
            publish(revisions, admin, conn).await?;
            Ok(Done::Published(many))
        })
        .await
    }

    async fn revisions(&self, today: Date, conn: &mut AsyncPgConnection) -> Result<Vec<Next>> {
        let Some((first, _)) = self.changes().next() else { return Ok(Vec::new()) };
        let source_key = source_of(self.year, &first.source, today, conn).await?;
        let review = Date::new(self.year.saturating_add(YEARS_TO_REVIEW), 6, 1).ok();
        let next = |(claim, number): (&Claim, f64)| Next {
            key: claim.key.clone(),
            number: claim.number + 1,
            statement: Statement {
                value: Some(number),
                period_start: period(self.year),
                period_end: None,
                source_key: source_key.clone(),
                checked: Checked::AtTheSource,
                reviewed_on: Some(today),
                review_due: review,
                expires_on: claim.expires_on.filter(|last| Some(*last) >= review),
                ..claim.statement.clone()
            },
            why: format!("Figures of May {}, read from the national file.", self.year),
        };
        Ok(self.changes().map(next).collect())
    }
}

/// The source of a year's figures: a row of its own, made after the one that the figures have now.
async fn source_of(year: i16, now: &Source, today: Date, conn: &mut AsyncPgConnection) -> Result<String> {
    let key = format!("bls-oews-{year}");
    diesel::insert_into(source::table)
        .values((
            source::key.eq(&key),
            source::title.eq(format!("Occupational Employment and Wage Statistics, May {year} (national file)")),
            source::publisher.eq(&now.publisher),
            source::url.eq(&now.url),
            source::retrieved.eq(today.to_string()),
            source::licence.eq(&now.licence),
        ))
        .on_conflict_do_nothing()
        .execute(conn)
        .await?;
    let title = format!("Occupational Employment and Wage Statistics, mayo de {year} (archivo nacional)");
    sql_query(TELL_SOURCE).bind::<Text, _>(&key).bind::<Text, _>(title).bind::<Text, _>(&now.key).execute(conn).await?;
    Ok(key)
}
