//! The school's catalog: its programs with their accreditation, and the ladders through them. In versions, since a
//! result remembers the one it was held against.
//!
//! `ladder` the steps of a ladder, how they are drawn and listed · `notice` what must be said before a link to a program ·
//! `draft` a version that admins are still writing

pub mod draft;
mod ladder;
mod notice;

use std::ops::Deref;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;

pub use self::{
    ladder::{Ladder, Ladders, Rung, Stair},
    notice::Notices,
};
use super::{error::Result, fit::Side, id::CatalogId, pathway::Award, profile::Education};
use crate::{
    language::Language,
    schema::{accreditation, catalog, program},
};

/// One version of the catalog.
#[derive(Queryable, Selectable, Clone, Debug)]
#[diesel(table_name = catalog, check_for_backend(diesel::pg::Pg))]
pub struct Edition {
    /// Which.
    pub id: CatalogId,
    /// Its number, from 1.
    pub number: i32,
    /// The day from which it holds.
    #[diesel(deserialize_as = jiff_diesel::Date)]
    pub effective: Date,
    /// The most of a program, in percent, that credits brought along may cover.
    pub transfer_cap_percent: i16,
}

/// What the catalog says about one program.
#[derive(Queryable, Selectable, Clone, Debug)]
#[diesel(table_name = program, check_for_backend(diesel::pg::Pg))]
pub struct Facts {
    /// Its address under `/programs`.
    pub slug: String,
    /// `hi` or `him`.
    pub field: String,
    /// Its name.
    pub title: String,
    award: String,
    entry: String,
    /// Quarter credits: in all, or after the degree that it asks for.
    pub credits: i16,
    transfer_cap_percent: Option<i16>,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// The exam or the jobs behind it.
    pub leads_to: String,
    /// The exam that its award opens, if one does.
    pub credential: Option<String>,
    /// The jobs that it opens, in words.
    pub jobs: String,
    /// The code of the federal group of jobs whose figures stand beside them.
    pub occupation: Option<String>,
    /// How long it takes, in words.
    pub length: String,
    /// What is known about its price.
    pub cost_note: String,
    /// Who can begin, in words.
    pub entry_note: String,
    /// Whether its official earnings measure is `not_measured`, `pass` or `fail`.
    pub disclosure_status: String,
    /// What the school must say about that.
    pub disclosure_text: String,
    /// Where the official disclosure is.
    pub disclosure_url: Option<String>,
    /// The day of that disclosure.
    #[diesel(deserialize_as = jiff_diesel::NullableDate)]
    pub disclosure_as_of: Option<Date>,
    /// What became of its graduates; empty: not entered yet.
    pub outcomes: String,
}

impl Facts {
    /// What completing it earns.
    #[must_use]
    pub fn award(&self) -> Award {
        Award::parse(&self.award).expect("the table's check allows only our awards")
    }

    /// The education it asks for at the start.
    #[must_use]
    pub fn entry(&self) -> Education {
        Education::parse(&self.entry).expect("the table's check allows only our entries")
    }

    /// The field it belongs to.
    #[must_use]
    pub fn side(&self) -> Side {
        if self.field == "hi" { Side::Hi } else { Side::Him }
    }

    /// What must be said before anyone is sent to it: that its official earnings measure does not pass.
    #[must_use]
    pub fn warning(&self) -> Option<&str> {
        (self.disclosure_status == "fail").then_some(self.disclosure_text.as_str())
    }

    /// Whether it begins after a bachelor's degree, so that its credits come on top.
    #[must_use]
    pub fn follows_a_degree(&self) -> bool {
        self.award() > Award::Bachelor
    }

    /// The most of it, in percent, that credits brought along may cover, where the catalog allows this much.
    #[must_use]
    pub fn cap_percent(&self, of_all: i16) -> i16 {
        self.transfer_cap_percent.unwrap_or(of_all)
    }
}

/// A body that vouches for a program.
#[derive(Queryable, Selectable, Clone, Debug)]
#[diesel(table_name = accreditation, check_for_backend(diesel::pg::Pg))]
pub struct Accreditation {
    /// Who.
    pub body: String,
    /// What it covers.
    pub scope: String,
    /// How things stand.
    pub status: String,
    /// From when.
    #[diesel(deserialize_as = jiff_diesel::NullableDate)]
    pub since: Option<Date>,
    /// Until when.
    #[diesel(deserialize_as = jiff_diesel::NullableDate)]
    pub until: Option<Date>,
}

/// One program of a version, with those who vouch for it.
#[derive(Clone, Debug)]
pub struct Program {
    /// What the catalog says.
    pub facts: Facts,
    /// Who vouches for it.
    pub accreditations: Vec<Accreditation>,
    /// The language it is told in.
    pub language: Language,
}

impl Deref for Program {
    type Target = Facts;

    fn deref(&self) -> &Facts {
        &self.facts
    }
}

/// The published version in full.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// Which version.
    pub edition: Edition,
    /// Its programs, in the school's order.
    pub programs: Vec<Program>,
    /// Its ladders, the current one first, then those of the old article.
    pub ladders: Vec<Ladder>,
}

impl Catalog {
    /// The version in force; none when nothing is published. Two queries.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn published(conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let rows: Vec<(Edition, Facts, Option<Accreditation>)> =
            catalog::table
                .inner_join(program::table)
                .left_join(accreditation::table.on(
                    accreditation::catalog_id.eq(program::catalog_id).and(accreditation::program.eq(program::slug)),
                ))
                .filter(catalog::status.eq("published"))
                .order((program::position, accreditation::position))
                .select((Edition::as_select(), Facts::as_select(), Option::<Accreditation>::as_select()))
                .load(conn)
                .await?;
        let Some(Ladders { edition, ladders }) = Ladders::published(conn).await? else { return Ok(None) };
        let mut programs: Vec<Program> = Vec::new();
        for (_, facts, accreditation) in rows {
            if programs.last().is_none_or(|last| last.slug != facts.slug) {
                programs.push(Program { facts, accreditations: Vec::new(), language: Language::English });
            }
            if let Some(last) = programs.last_mut() {
                last.accreditations.extend(accreditation);
            }
        }
        Ok(Some(Self { edition, programs, ladders }))
    }
}
