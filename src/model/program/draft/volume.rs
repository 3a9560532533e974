//! A version of the catalog without its parts: its number, its day, its state.

use diesel::{
    dsl::{count_star, now},
    prelude::*,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};

use super::{Outcome, SUBJECT};
use crate::{
    model::{
        audit::{self, Action},
        error::Result,
        id::CatalogId,
        person::{self, Admin, Role},
    },
    schema::{catalog, program, result},
};

/// One version as the list of versions and its own page know it.
#[derive(Queryable, Selectable, Clone)]
#[diesel(table_name = catalog, check_for_backend(diesel::pg::Pg))]
pub struct Volume {
    /// Which.
    pub id: CatalogId,
    /// Its number.
    pub number: i32,
    /// `draft`, `published` or `retired`.
    pub status: String,
    /// The day from which it holds.
    #[diesel(deserialize_as = jiff_diesel::Date)]
    pub effective: Date,
    /// The most of a program, in percent, that credits brought along may cover.
    pub transfer_cap_percent: i16,
    /// The version that is or was in force from which it was made.
    pub based_on: Option<CatalogId>,
    /// Goes up with each save.
    pub revision: i32,
    /// When it was made.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
    /// When it was saved last.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub edited_at: Option<Timestamp>,
    /// When readers got it.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub published_at: Option<Timestamp>,
}

/// A version in the list.
pub struct Listed {
    /// The version.
    pub volume: Volume,
    /// How many programs it has.
    pub programs: i64,
    /// Results that were held against it.
    pub results: i64,
}

impl Listed {
    /// All versions, newest first. Three queries.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let volumes: Vec<Volume> =
            catalog::table.order(catalog::number.desc()).limit(200).select(Volume::as_select()).load(conn).await?;
        let offered: Vec<(CatalogId, i64)> =
            program::table.group_by(program::catalog_id).select((program::catalog_id, count_star())).load(conn).await?;
        let held: Vec<(Option<CatalogId>, i64)> =
            result::table.group_by(result::catalog_id).select((result::catalog_id, count_star())).load(conn).await?;
        let listed = |volume: Volume| Self {
            programs: offered.iter().find(|(id, _)| *id == volume.id).map_or(0, |(_, count)| *count),
            results: held.iter().find(|(id, _)| *id == Some(volume.id)).map_or(0, |(_, count)| *count),
            volume,
        };
        Ok(volumes.into_iter().map(listed).collect())
    }
}

impl Volume {
    /// Its address.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/admin/programs/{}", self.id)
    }

    /// Whether it may still be changed.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.status == "draft"
    }

    /// "Version 2".
    #[must_use]
    pub fn title(&self) -> String {
        format!("Version {}", self.number)
    }

    /// Keeps another day and another cap.
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::model::error::Error) when it is no draft any more.
    pub async fn keep_terms(
        &self,
        effective: Date,
        cap_percent: i16,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<Outcome> {
        conn.transaction(async |conn| {
            if !self.begin_save(admin, conn).await? {
                return Ok(Outcome::Stale);
            }
            let terms = (
                catalog::effective.eq(jiff_diesel::Date::from(effective)),
                catalog::transfer_cap_percent.eq(cap_percent),
            );
            diesel::update(catalog::table.find(self.id)).set(terms).execute(conn).await?;
            Ok(Outcome::Done)
        })
        .await
    }

    /// Holds a draft until the commit and counts the save, with its trace; not when somebody saved it since.
    async fn begin_save(&self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<bool> {
        if self.hold(admin, conn).await? != self.revision {
            return Ok(false);
        }
        self.count_save(admin, conn).await?;
        Ok(true)
    }

    /// Holds a draft until the commit, whoever saved it since, and gives its revision.
    pub(super) async fn hold(&self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<i32> {
        person::still(admin.id(), Role::Admin, conn).await?;
        held(self.id, conn).await
    }

    /// Counts a save of a draft that is held, with its trace.
    pub(super) async fn count_save(&self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<()> {
        diesel::update(catalog::table.find(self.id))
            .set((catalog::revision.eq(catalog::revision + 1), catalog::edited_at.eq(now)))
            .execute(conn)
            .await?;
        audit::record(Some(admin.id()), Action::EditedCatalog, SUBJECT, Some(self.id.0), None, conn).await
    }
}

/// The revision of a draft, which is held until the commit.
pub(super) async fn held(id: CatalogId, conn: &mut AsyncPgConnection) -> Result<i32> {
    let row = catalog::table.find(id).filter(catalog::status.eq("draft"));
    Ok(row.select(catalog::revision).for_update().first(conn).await?)
}
