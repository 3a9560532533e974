//! A version of the catalog that admins are still writing: made from another one, saved program by program and ladder by
//! ladder, then published or thrown away. Readers see nothing of it, and results keep the version they were held against.
//!
//! `volume` the version itself, `program` and `ladder` its parts with their Spanish, `seen` a part as an editor saw it ·
//! `fault` what keeps it from publishing, `unread` Spanish that the English left behind

pub mod fault;
pub mod ladder;
pub mod program;
mod seen;
mod unread;
pub mod volume;

use diesel::{
    dsl::{max, now},
    prelude::*,
    sql_query,
    sql_types::Uuid as SqlUuid,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;

pub use self::volume::Volume;
use self::{ladder::DraftLadder, program::DraftProgram, volume::held};
use crate::{
    model::{
        audit::{self, Action},
        error::{Error, Result},
        id::{CatalogId, FormKey},
        person::{self, Admin, Role},
    },
    schema::catalog,
};

/// What the audit calls the thing.
const SUBJECT: &str = "catalog";

/// A version with all its parts.
pub struct CatalogDraft {
    /// What the list knows of it.
    pub volume: Volume,
    /// Its programs, in the school's order.
    pub programs: Vec<DraftProgram>,
    /// Its ladders.
    pub ladders: Vec<DraftLadder>,
}

/// How a save or the publishing went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done,
    /// Somebody saved it, or the part that was to be saved, since it was opened: nothing was done.
    Stale,
    /// It has faults: nothing was done.
    Faulty,
}

/// Every part of a version, in both languages, as those of another one.
const COPY: [&str; 8] = [
    "insert into program (catalog_id, slug, position, field, title, award, entry, credits, transfer_cap_percent, summary,
         leads_to, length, cost_note, entry_note, disclosure_status, disclosure_text, disclosure_url, disclosure_as_of,
         credential, jobs, occupation, outcomes)
     select $1, slug, position, field, title, award, entry, credits, transfer_cap_percent, summary,
         leads_to, length, cost_note, entry_note, disclosure_status, disclosure_text, disclosure_url, disclosure_as_of,
         credential, jobs, occupation, outcomes from program where catalog_id = $2",
    "insert into program_translation (catalog_id, slug, locale, title, summary, leads_to, length, cost_note, entry_note,
         disclosure_text, credential, jobs, outcomes)
     select $1, slug, locale, title, summary, leads_to, length, cost_note, entry_note, disclosure_text, credential, jobs,
         outcomes from program_translation where catalog_id = $2",
    "insert into accreditation (catalog_id, program, position, body, scope, status, since, until)
     select $1, program, position, body, scope, status, since, until from accreditation where catalog_id = $2",
    "insert into accreditation_translation (catalog_id, program, position, locale, scope, status)
     select $1, program, position, locale, scope, status from accreditation_translation where catalog_id = $2",
    "insert into ladder (catalog_id, key, position, title, era, note)
     select $1, key, position, title, era, note from ladder where catalog_id = $2",
    "insert into ladder_translation (catalog_id, key, locale, title, note)
     select $1, key, locale, title, note from ladder_translation where catalog_id = $2",
    "insert into rung (catalog_id, ladder, position, title, level, start_audience, start_credits, end_credits,
         credit_system, field, leads_to)
     select $1, ladder, position, title, level, start_audience, start_credits, end_credits, credit_system, field, leads_to
       from rung where catalog_id = $2",
    "insert into rung_translation (catalog_id, ladder, position, locale, title, start_audience, leads_to)
     select $1, ladder, position, locale, title, start_audience, leads_to from rung_translation where catalog_id = $2",
];

impl CatalogDraft {
    /// A version with all its parts, whatever its state.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such version.
    pub async fn any(id: CatalogId, conn: &mut AsyncPgConnection) -> Result<Self> {
        let volume = catalog::table.find(id).select(Volume::as_select()).first(conn).await?;
        let programs = DraftProgram::all(id, conn).await?;
        let ladders = DraftLadder::all(id, conn).await?;
        Ok(Self { volume, programs, ladders })
    }

    /// Makes a draft that says what another version says. The same form makes one.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such version.
    pub async fn begin(
        from: CatalogId,
        form_key: FormKey,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<CatalogId> {
        // The list of versions has one form for each.
        let form_key = form_key.saying(&[&from.to_string()]);
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            // Two drafts at once would take the same number; and one that is saved meanwhile would be copied in halves.
            catalog::table.select(catalog::id).for_no_key_update().load::<CatalogId>(conn).await?;
            let before: Volume = catalog::table.find(from).select(Volume::as_select()).first(conn).await?;
            let made = catalog::table.filter(catalog::form_key.eq(form_key)).select(catalog::id);
            if let Some(made) = made.first(conn).await.optional()? {
                return Ok(made);
            }
            let newest: Option<i32> = catalog::table.select(max(catalog::number)).first(conn).await?;
            let id = CatalogId::new();
            let base = if before.is_draft() { before.based_on } else { Some(before.id) };
            diesel::insert_into(catalog::table)
                .values((
                    (catalog::id.eq(id), catalog::number.eq(newest.unwrap_or(0) + 1), catalog::status.eq("draft")),
                    catalog::effective.eq(jiff_diesel::Date::from(before.effective)),
                    catalog::transfer_cap_percent.eq(before.transfer_cap_percent),
                    (catalog::based_on.eq(base), catalog::form_key.eq(form_key)),
                ))
                .execute(conn)
                .await?;
            for statement in COPY {
                sql_query(statement).bind::<SqlUuid, _>(id).bind::<SqlUuid, _>(from).execute(conn).await?;
            }
            audit::record(Some(admin.id()), Action::DraftedCatalog, SUBJECT, Some(id.0), None, conn).await?;
            Ok(id)
        })
        .await
    }

    /// Gives it to readers, exactly as `seen`: the version before it retires, and results keep theirs.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is no draft any more.
    pub async fn publish(
        id: CatalogId,
        seen: i32,
        today: Date,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<Outcome> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            if held(id, conn).await? != seen {
                return Ok(Outcome::Stale);
            }
            if !Self::any(id, conn).await?.faults(today).is_empty() {
                return Ok(Outcome::Faulty);
            }
            diesel::update(catalog::table.filter(catalog::status.eq("published")))
                .set(catalog::status.eq("retired"))
                .execute(conn)
                .await?;
            diesel::update(catalog::table.find(id))
                .set((catalog::status.eq("published"), catalog::published_at.eq(now)))
                .execute(conn)
                .await?;
            audit::record(Some(admin.id()), Action::PublishedCatalog, SUBJECT, Some(id.0), None, conn).await?;
            Ok(Outcome::Done)
        })
        .await
    }

    /// Throws a draft away, or retires the version in force: programs have no pages until another one is published.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is neither.
    pub async fn end(id: CatalogId, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<()> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            let row = catalog::table.find(id);
            let status: String = row.select(catalog::status).for_update().first(conn).await?;
            let action = match status.as_str() {
                "draft" => {
                    diesel::delete(row).execute(conn).await?;
                    Action::RemovedCatalog
                }
                "published" => {
                    diesel::update(row).set(catalog::status.eq("retired")).execute(conn).await?;
                    Action::RetiredCatalog
                }
                _ => return Err(Error::NotFound),
            };
            audit::record(Some(admin.id()), action, SUBJECT, Some(id.0), None, conn).await
        })
        .await
    }
}
