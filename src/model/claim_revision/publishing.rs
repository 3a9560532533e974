//! The rows of what is published: the revisions before become past, and whoever reads another language keeps their words.

use diesel::{
    dsl::now,
    prelude::*,
    sql_query,
    sql_types::{Array, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::{
    model::{
        audit::{self, Action},
        claim::Statement,
        comparison,
        error::Result,
        id::RevisionId,
        person::Admin,
    },
    schema::claim_revision,
};

/// The words of another language go on where the English ones did not change.
const KEEP_TRANSLATIONS: &str = "
    insert into claim_translation (revision_id, locale, label, text, population, area, note, author_id, written_at)
    select new.id, told.locale, told.label, told.text, told.population, told.area, told.note, told.author_id, told.written_at
      from claim_revision new
      join claim_revision old on old.claim_key = new.claim_key and old.number = new.number - 1
      join claim_translation told on told.revision_id = old.id
     where new.id = any($1)
       and (new.label, new.text, new.population, new.area, new.note)
           is not distinct from (old.label, old.text, old.population, old.area, old.note)";

/// A revision that readers are to see from now on.
pub struct Next {
    /// The figure's key.
    pub key: String,
    /// One more than the newest there is.
    pub number: i32,
    /// What it says.
    pub statement: Statement,
    /// What changed and for what reason.
    pub why: String,
}

/// Publishes revisions of different figures together, in the caller's transaction: it holds the figures and the comparison.
///
/// # Errors
/// When the database fails, or a row of the comparison would no longer hold.
pub async fn publish(revisions: Vec<Next>, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<()> {
    let keys: Vec<_> = revisions.iter().map(|next| next.key.clone()).collect();
    diesel::update(claim_revision::table)
        .filter(claim_revision::claim_key.eq_any(keys))
        .filter(claim_revision::status.eq("live"))
        .set(claim_revision::status.eq("past"))
        .execute(conn)
        .await?;
    let ids: Vec<_> = revisions.iter().map(|_| RevisionId::new()).collect();
    let row = |(id, next): (&RevisionId, Next)| {
        (
            claim_revision::id.eq(*id),
            claim_revision::claim_key.eq(next.key),
            claim_revision::number.eq(next.number),
            claim_revision::status.eq("live"),
            claim_revision::why.eq(next.why),
            claim_revision::author_id.eq(admin.id()),
            claim_revision::published_at.eq(now),
            next.statement,
        )
    };
    let rows: Vec<_> = ids.iter().zip(revisions).map(row).collect();
    diesel::insert_into(claim_revision::table).values(rows).execute(conn).await?;
    let ids: Vec<_> = ids.into_iter().map(|id| id.0).collect();
    sql_query(KEEP_TRANSLATIONS).bind::<Array<SqlUuid>, _>(&ids).execute(conn).await?;
    comparison::keep_pairs(conn).await?;
    let about: Vec<_> = ids.into_iter().map(|id| (Some(id), None)).collect();
    audit::record_all(Some(admin.id()), Action::ChangedClaim, "claim", &about, conn).await
}
