//! The catalog's file, and the rows it becomes.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;
use serde::Deserialize;

use crate::{
    model::id::CatalogId,
    schema::{accreditation, catalog, ladder, program, rung},
};

#[derive(Deserialize)]
pub struct CatalogFile {
    number: i32,
    effective: Date,
    transfer_cap_percent: i16,
    programs: Vec<ProgramFile>,
    ladders: Vec<LadderFile>,
}

#[derive(Deserialize)]
struct ProgramFile {
    slug: String,
    field: String,
    title: String,
    award: String,
    entry: String,
    credits: i16,
    summary: String,
    leads_to: String,
    credential: Option<String>,
    jobs: String,
    occupation: Option<String>,
    length: String,
    cost_note: String,
    entry_note: String,
    accreditations: Vec<AccreditationFile>,
    disclosure: DisclosureFile,
}

#[derive(Deserialize)]
struct AccreditationFile {
    body: String,
    scope: String,
    status: String,
    from: Option<Date>,
    until: Option<Date>,
}

#[derive(Deserialize)]
struct DisclosureFile {
    status: String,
    text: String,
    url: Option<String>,
    as_of: Option<Date>,
}

#[derive(Deserialize)]
struct LadderFile {
    key: String,
    title: String,
    era: String,
    note: String,
    rungs: Vec<RungFile>,
}

#[derive(Deserialize)]
struct RungFile {
    position: i16,
    title: String,
    level: String,
    start_audience: Vec<String>,
    start_credits: i16,
    end_credits: i16,
    credit_system: String,
    field: Option<String>,
    leads_to: Option<String>,
}

impl CatalogFile {
    /// Writes it as a draft.
    pub async fn install(self, conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
        let id = CatalogId::new();
        diesel::insert_into(catalog::table)
            .values((
                catalog::id.eq(id),
                catalog::number.eq(self.number),
                catalog::status.eq("draft"),
                catalog::effective.eq(jiff_diesel::Date::from(self.effective)),
                catalog::transfer_cap_percent.eq(self.transfer_cap_percent),
            ))
            .execute(conn)
            .await?;
        for (position, file) in (1_i16..).zip(self.programs) {
            file.install(id, position, conn).await?;
        }
        for (position, file) in (1_i16..).zip(self.ladders) {
            file.install(id, position, conn).await?;
        }
        Ok(())
    }
}

impl ProgramFile {
    async fn install(self, id: CatalogId, position: i16, conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
        diesel::insert_into(program::table)
            .values((
                program::catalog_id.eq(id),
                program::slug.eq(&self.slug),
                program::position.eq(position),
                program::field.eq(self.field),
                program::title.eq(self.title),
                program::award.eq(self.award),
                program::entry.eq(self.entry),
                program::credits.eq(self.credits),
                program::summary.eq(self.summary),
                program::leads_to.eq(self.leads_to),
                program::length.eq(self.length),
                program::cost_note.eq(self.cost_note),
                program::entry_note.eq(self.entry_note),
                program::disclosure_status.eq(self.disclosure.status),
                program::disclosure_text.eq(self.disclosure.text),
                program::disclosure_url.eq(self.disclosure.url),
                program::disclosure_as_of.eq(self.disclosure.as_of.map(jiff_diesel::Date::from)),
                (program::credential.eq(self.credential), program::jobs.eq(self.jobs)),
                program::occupation.eq(self.occupation),
            ))
            .execute(conn)
            .await?;
        for (place, file) in (1_i16..).zip(self.accreditations) {
            diesel::insert_into(accreditation::table)
                .values((
                    accreditation::catalog_id.eq(id),
                    accreditation::program.eq(&self.slug),
                    accreditation::position.eq(place),
                    accreditation::body.eq(file.body),
                    accreditation::scope.eq(file.scope),
                    accreditation::status.eq(file.status),
                    accreditation::since.eq(file.from.map(jiff_diesel::Date::from)),
                    accreditation::until.eq(file.until.map(jiff_diesel::Date::from)),
                ))
                .execute(conn)
                .await?;
        }
        Ok(())
    }
}

impl LadderFile {
    async fn install(self, id: CatalogId, position: i16, conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
        diesel::insert_into(ladder::table)
            .values((
                ladder::catalog_id.eq(id),
                ladder::key.eq(&self.key),
                ladder::position.eq(position),
                ladder::title.eq(self.title),
                ladder::era.eq(self.era),
                ladder::note.eq(self.note),
            ))
            .execute(conn)
            .await?;
        for file in self.rungs {
            diesel::insert_into(rung::table)
                .values((
                    rung::catalog_id.eq(id),
                    rung::ladder.eq(&self.key),
                    rung::position.eq(file.position),
                    rung::title.eq(file.title),
                    rung::level.eq(file.level),
                    rung::start_audience.eq(file.start_audience),
                    rung::start_credits.eq(file.start_credits),
                    rung::end_credits.eq(file.end_credits),
                    rung::credit_system.eq(file.credit_system),
                    rung::field.eq(file.field),
                    rung::leads_to.eq(file.leads_to),
                ))
                .execute(conn)
                .await?;
        }
        Ok(())
    }
}
