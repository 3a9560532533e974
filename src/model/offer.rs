//! The programs of one catalog version as feasibility needs them: the version in force, or the one a result was held
//! against.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::{
    error::Result,
    id::CatalogId,
    pathway::Program,
    program::{Edition, Facts},
};
use crate::schema::{catalog, program};

/// What a school offers.
pub struct Offer {
    /// Which version of the catalog.
    pub catalog_id: CatalogId,
    /// How much of a program may come from credits a student has, in percent.
    pub cap_percent: i16,
    /// The programs, in the school's order.
    pub programs: Vec<Program>,
}

impl Offer {
    /// The version in force; none before the school has published one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn in_force(conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let rows = catalog::table
            .inner_join(program::table)
            .filter(catalog::status.eq("published"))
            .order(program::position)
            .select((Edition::as_select(), Facts::as_select()))
            .load(conn)
            .await?;
        Ok(Self::of(&rows))
    }

    /// A version by its id; none if it has no programs.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of_catalog(id: CatalogId, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let rows = catalog::table
            .inner_join(program::table)
            .filter(catalog::id.eq(id))
            .order(program::position)
            .select((Edition::as_select(), Facts::as_select()))
            .load(conn)
            .await?;
        Ok(Self::of(&rows))
    }

    /// The same with one program as it is being written, in the place of the one with its slug.
    #[must_use]
    pub fn with(offer: Option<Self>, facts: &Facts, catalog_id: CatalogId, cap_percent: i16) -> Self {
        let mut offer = offer.unwrap_or(Self { catalog_id, cap_percent, programs: Vec::new() });
        let written = program_of(facts, cap_percent);
        match offer.programs.iter_mut().find(|program| program.slug == facts.slug) {
            Some(program) => *program = written,
            None => offer.programs.push(written),
        }
        offer
    }

    fn of(rows: &[(Edition, Facts)]) -> Option<Self> {
        let (edition, _) = rows.first()?;
        let cap_percent = edition.transfer_cap_percent;
        let programs = rows.iter().map(|(_, facts)| program_of(facts, cap_percent)).collect();
        Some(Self { catalog_id: edition.id, cap_percent, programs })
    }
}

/// A program as feasibility needs it.
fn program_of(facts: &Facts, cap_percent: i16) -> Program {
    Program {
        slug: facts.slug.clone(),
        title: facts.title.clone(),
        field: facts.side(),
        award: facts.award(),
        entry: facts.entry(),
        credits_q10: i32::from(facts.credits) * 10,
        cap_percent: facts.cap_percent(cap_percent).into(),
        credential: facts.credential.clone(),
        jobs: facts.jobs.clone(),
        occupation: facts.occupation.clone(),
        warning: facts.warning().map(str::to_owned),
    }
}
