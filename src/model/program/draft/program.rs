//! One program of a draft, with those who vouch for it and its Spanish: saved as one.

use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;

use super::{Outcome, Volume, seen};
use crate::{
    language::Language,
    model::{error::Result, id::CatalogId, person::Admin, program::Facts, translation::ProgramWords},
    schema::{accreditation, accreditation_translation, program, program_translation},
};

/// What the catalog says about a program, as a row.
#[derive(Queryable, Selectable, Insertable, Clone)]
#[diesel(table_name = program, check_for_backend(diesel::pg::Pg))]
pub struct ProgramRow {
    /// Of which version.
    pub catalog_id: CatalogId,
    /// Its address under `/programs`.
    pub slug: String,
    /// Its place in the school's order.
    pub position: i16,
    /// `hi` or `him`.
    pub field: String,
    /// Its name.
    pub title: String,
    /// `associate`, `bachelor`, `certificate` or `master`.
    pub award: String,
    /// The education it asks for.
    pub entry: String,
    /// Quarter credits: in all, or after the degree that it asks for.
    pub credits: i16,
    /// How much of it may be brought along, where that differs from the rest of the catalog.
    pub transfer_cap_percent: Option<i16>,
    /// What it is.
    pub summary: String,
    /// The exam or the jobs behind it.
    pub leads_to: String,
    /// How long it takes.
    pub length: String,
    /// What is known about its price.
    pub cost_note: String,
    /// Who can begin.
    pub entry_note: String,
    /// `not_measured`, `pass` or `fail`.
    pub disclosure_status: String,
    /// What the school must say about that.
    pub disclosure_text: String,
    /// Where the official disclosure is.
    pub disclosure_url: Option<String>,
    /// The day of that disclosure.
    pub disclosure_as_of: Option<jiff_diesel::Date>,
    /// The exam that its award opens.
    pub credential: Option<String>,
    /// The jobs that it opens.
    pub jobs: String,
    /// The code of the federal group of jobs.
    pub occupation: Option<String>,
    /// What became of its graduates.
    pub outcomes: String,
}

/// A body that vouches for a program, in both languages.
#[derive(Clone, Default)]
pub struct Vouched {
    /// Who.
    pub body: String,
    /// What it covers.
    pub scope: String,
    /// How things stand.
    pub status: String,
    /// From when.
    pub since: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// What it covers, in Spanish.
    pub scope_es: String,
    /// How things stand, in Spanish.
    pub status_es: String,
}

/// One program with everything that belongs to it.
#[derive(Clone)]
pub struct DraftProgram {
    /// Its row.
    pub row: ProgramRow,
    /// Its Spanish; none: readers of Spanish get it in English.
    pub spanish: Option<ProgramWords>,
    /// Who vouches for it.
    pub vouched: Vec<Vouched>,
}

type VouchedRow = (String, i16, String, String, String, Option<jiff_diesel::Date>, Option<jiff_diesel::Date>);

impl DraftProgram {
    /// All programs of a version. Four queries.
    pub(super) async fn all(id: CatalogId, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let rows: Vec<ProgramRow> = program::table
            .filter(program::catalog_id.eq(id))
            .order(program::position)
            .select(ProgramRow::as_select())
            .load(conn)
            .await?;
        let mut words = ProgramWords::all(id, Language::Spanish, conn).await?;
        let vouched: Vec<VouchedRow> = accreditation::table
            .filter(accreditation::catalog_id.eq(id))
            .order(accreditation::position)
            .select((
                accreditation::program,
                accreditation::position,
                accreditation::body,
                accreditation::scope,
                accreditation::status,
                accreditation::since,
                accreditation::until,
            ))
            .load(conn)
            .await?;
        let told: Vec<(String, i16, String, String)> = accreditation_translation::table
            .filter(accreditation_translation::catalog_id.eq(id))
            .filter(accreditation_translation::locale.eq(Language::Spanish.code()))
            .select((
                accreditation_translation::program,
                accreditation_translation::position,
                accreditation_translation::scope,
                accreditation_translation::status,
            ))
            .load(conn)
            .await?;
        let of = |slug: &str| {
            let mine = vouched.iter().filter(|(program, ..)| program == slug);
            let one = mine.map(|(program, position, body, scope, status, since, until)| {
                let told = told.iter().find(|(of, place, ..)| of == program && place == position);
                let told = told.map(|(.., scope, status)| (scope.clone(), status.clone()));
                let (scope_es, status_es) = told.unwrap_or_default();
                Vouched {
                    body: body.clone(),
                    scope: scope.clone(),
                    status: status.clone(),
                    since: since.map(|day| day.to_jiff()),
                    until: until.map(|day| day.to_jiff()),
                    scope_es,
                    status_es,
                }
            });
            one.collect()
        };
        let whole = |row: ProgramRow| Self { vouched: of(&row.slug), spanish: words.remove(&row.slug), row };
        Ok(rows.into_iter().map(whole).collect())
    }

    /// What readers of the catalog get from its row.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let row = self.row.clone();
        Facts {
            slug: row.slug,
            field: row.field,
            title: row.title,
            award: row.award,
            entry: row.entry,
            credits: row.credits,
            transfer_cap_percent: row.transfer_cap_percent,
            summary: row.summary,
            leads_to: row.leads_to,
            credential: row.credential,
            jobs: row.jobs,
            occupation: row.occupation,
            length: row.length,
            cost_note: row.cost_note,
            entry_note: row.entry_note,
            disclosure_status: row.disclosure_status,
            disclosure_text: row.disclosure_text,
            disclosure_url: row.disclosure_url,
            disclosure_as_of: row.disclosure_as_of.map(|day| day.to_jiff()),
            outcomes: row.outcomes,
        }
    }

    /// Puts it into a draft, in the place of the one with its slug, if nobody saved that one since. `mark`: the mark of that
    /// one as it was shown; empty when there was none.
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::model::error::Error) when it is no draft any more.
    pub async fn save(
        &self,
        mark: &str,
        volume: &Volume,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<Outcome> {
        conn.transaction(async |conn| {
            volume.hold(admin, conn).await?;
            let position = match seen::place(self, mark, &Self::all(volume.id, conn).await?) {
                Ok(position) => position,
                Err(outcome) => return Ok(outcome),
            };
            volume.count_save(admin, conn).await?;
            diesel::delete(program::table.find((volume.id, &self.row.slug))).execute(conn).await?;
            let row = ProgramRow { position, ..self.row.clone() };
            diesel::insert_into(program::table).values(row).execute(conn).await?;
            if let Some(spanish) = &self.spanish {
                let key = (
                    program_translation::catalog_id.eq(volume.id),
                    program_translation::locale.eq(Language::Spanish.code()),
                );
                diesel::insert_into(program_translation::table).values((key, spanish.clone())).execute(conn).await?;
            }
            self.save_vouched(volume.id, conn).await?;
            Ok(Outcome::Done)
        })
        .await
    }

    async fn save_vouched(&self, id: CatalogId, conn: &mut AsyncPgConnection) -> Result<()> {
        let slug = &self.row.slug;
        let rows = (1_i16..).zip(&self.vouched).map(|(position, one)| {
            (
                (accreditation::catalog_id.eq(id), accreditation::program.eq(slug)),
                (accreditation::position.eq(position), accreditation::body.eq(&one.body)),
                (accreditation::scope.eq(&one.scope), accreditation::status.eq(&one.status)),
                accreditation::since.eq(one.since.map(jiff_diesel::Date::from)),
                accreditation::until.eq(one.until.map(jiff_diesel::Date::from)),
            )
        });
        diesel::insert_into(accreditation::table).values(rows.collect::<Vec<_>>()).execute(conn).await?;
        let told = (1_i16..).zip(&self.vouched).filter(|(_, one)| !one.scope_es.is_empty());
        let rows = told.map(|(position, one)| {
            (
                (accreditation_translation::catalog_id.eq(id), accreditation_translation::program.eq(slug)),
                accreditation_translation::position.eq(position),
                accreditation_translation::locale.eq(Language::Spanish.code()),
                accreditation_translation::scope.eq(&one.scope_es),
                accreditation_translation::status.eq(&one.status_es),
            )
        });
        diesel::insert_into(accreditation_translation::table).values(rows.collect::<Vec<_>>()).execute(conn).await?;
        Ok(())
    }

    /// Takes a program out of a draft, if nobody saved it since it was shown with this mark.
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::model::error::Error) when it is no draft any more.
    pub async fn remove(
        slug: &str,
        mark: &str,
        volume: &Volume,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<Outcome> {
        conn.transaction(async |conn| {
            volume.hold(admin, conn).await?;
            if let Err(outcome) = seen::may_go(slug, mark, &Self::all(volume.id, conn).await?) {
                return Ok(outcome);
            }
            volume.count_save(admin, conn).await?;
            diesel::delete(program::table.find((volume.id, slug))).execute(conn).await?;
            Ok(Outcome::Done)
        })
        .await
    }
}
