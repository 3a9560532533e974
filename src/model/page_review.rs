//! Who keeps a page true: its owner, and on which days somebody read it and said that it still holds.

use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};

use super::{
    audit::{self, Action},
    error::{Error, Result},
    id::{FormKey, PersonId, RevisionId},
    person::{self, Admin, Role},
};
use crate::schema::{page, page_attestation, page_revision, person as people};

/// Attestations of a page that are listed.
const MOST: i64 = 20;

/// Somebody who may own a page.
#[derive(Queryable, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub full_name: String,
}

/// Somebody read a page and said that it is still true.
#[derive(Queryable)]
pub struct Attestation {
    /// Of which revision, by its number.
    pub number: i32,
    /// Who; nobody whose account is gone.
    pub by: Option<String>,
    /// When.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub at: Timestamp,
    /// The day of the next check that was set with it.
    #[diesel(deserialize_as = jiff_diesel::Date)]
    pub review_due: Date,
}

impl Owner {
    /// Everybody who may own a page: the active admins, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn possible(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(people::table
            .filter(people::role.eq(Role::Admin.code()))
            .filter(people::deactivated_at.is_null())
            .order((people::full_name, people::id))
            .select((people::id, people::full_name))
            .load(conn)
            .await?)
    }

    /// The owner of each page that has one who is still an admin: slug and owner.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of_all(conn: &mut AsyncPgConnection) -> Result<Vec<(String, Self)>> {
        Ok(page::table
            .inner_join(people::table)
            .filter(people::role.eq(Role::Admin.code()))
            .filter(people::deactivated_at.is_null())
            .select((page::slug, (people::id, people::full_name)))
            .load(conn)
            .await?)
    }

    /// Gives a page to an admin, or to nobody.
    ///
    /// # Errors
    /// [`Error::Conflict`] when they are no active admin; not found when there is no such page.
    pub async fn give(slug: &str, owner: Option<PersonId>, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<()> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            let before: Option<PersonId> =
                page::table.find(slug).select(page::owner_id).for_update().first(conn).await?;
            if owner.is_some_and(|owner| before == Some(owner)) || (owner, before) == (None, None) {
                return Ok(());
            }
            if let Some(owner) = owner
                && !Self::possible(conn).await?.iter().any(|one| one.id == owner)
            {
                return Err(Error::Conflict);
            }
            diesel::update(page::table.find(slug)).set(page::owner_id.eq(owner)).execute(conn).await?;
            let about = owner.map(|owner| owner.0);
            audit::record(Some(admin.id()), Action::GavePage, "person", about, None, conn).await
        })
        .await
    }
}

impl Attestation {
    /// The newest of a page first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(slug: &str, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(page_attestation::table
            .inner_join(page_revision::table)
            .left_join(people::table)
            .filter(page_revision::page_slug.eq(slug))
            .order(page_attestation::at.desc())
            .limit(MOST)
            .select((
                page_revision::number,
                people::full_name.nullable(),
                page_attestation::at,
                page_attestation::review_due,
            ))
            .load(conn)
            .await?)
    }

    /// Says that what readers see is still true, and when somebody looks again. It holds for the revision that was read: when
    /// another has gone live meanwhile, nothing is said. The same form twice is one.
    ///
    /// # Errors
    /// [`Error::Conflict`] when readers see another revision by now; not found when there is no such page.
    pub async fn write(
        slug: &str,
        seen: i32,
        review_due: Date,
        form_key: FormKey,
        admin: &Admin,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        let form_key = form_key.saying(&[&review_due.to_string()]);
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            page::table.find(slug).select(page::slug).for_update().first::<String>(conn).await?;
            let live = page_revision::table
                .filter(page_revision::page_slug.eq(slug))
                .filter(page_revision::status.eq("live"))
                .select((page_revision::id, page_revision::number));
            let (id, number): (RevisionId, i32) = live.first(conn).await.optional()?.ok_or(Error::Conflict)?;
            if number != seen {
                return Err(Error::Conflict);
            }
            let due = jiff_diesel::Date::from(review_due);
            let said = diesel::insert_into(page_attestation::table)
                .values((
                    page_attestation::id.eq(uuid::Uuid::now_v7()),
                    page_attestation::revision_id.eq(id),
                    page_attestation::by_id.eq(admin.id()),
                    page_attestation::review_due.eq(due),
                    page_attestation::form_key.eq(form_key),
                ))
                .on_conflict_do_nothing()
                .execute(conn)
                .await?;
            if said == 0 {
                return Ok(());
            }
            diesel::update(page_revision::table.find(id)).set(page_revision::review_due.eq(due)).execute(conn).await?;
            audit::record(Some(admin.id()), Action::AttestedPage, "page", Some(id.0), None, conn).await
        })
        .await
    }
}
