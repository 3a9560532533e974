//! What the lines of an upload come to, and carrying out exactly that. All in the database: a list of 50,000 stays there.

use diesel::{
    QueryableByName, sql_query,
    sql_types::{BigInt, Nullable, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::model::{
    audit::{self, Action},
    error::Result,
    id::{PersonId, RosterImportId},
};

/// What came of carrying it out.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Applied,
    /// It would not be what was looked at: nothing was done, and this is the plan now.
    Changed,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    many: i64,
}

#[derive(QueryableByName)]
struct Touched {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
}

#[derive(QueryableByName)]
struct Mark {
    #[diesel(sql_type = Nullable<Text>)]
    mark: Option<String>,
}

/// Lines whose plan now is not the one that stands in them.
const OTHERS: &str = "from roster_line l join roster_plan p on p.import_id = l.import_id and p.number = l.number
    where l.import_id = $1
      and (l.fate, l.problem, l.entry_id, l.advisor_id, l.before) is distinct from (p.fate, p.problem, p.entry_id, p.advisor_id, p.before)";

/// A list of 50,000 takes longer than a page may.
async fn take_time(conn: &mut AsyncPgConnection) -> Result<()> {
    sql_query("set local statement_timeout = '120s'").execute(conn).await?;
    Ok(())
}

/// Plans the lines anew, in the caller's transaction; `is_again` marks those that come to something else than before.
async fn write_down(id: RosterImportId, is_again: bool, conn: &mut AsyncPgConnection) -> Result<()> {
    let put = format!(
        "with other as (select l.number as at, p.* {OTHERS})
         update roster_line set fate = other.fate, problem = other.problem, twin = other.twin, entry_id = other.entry_id,
                advisor_id = other.advisor_id, before = other.before, is_other = {is_again}
           from other where roster_line.import_id = $1 and roster_line.number = other.at"
    );
    sql_query(put).bind::<SqlUuid, _>(id.0).execute(conn).await?;
    let mark: Mark = sql_query(
        "select md5(string_agg(concat_ws('|', number, fate, problem, entry_id, advisor_id, before::text), E'\\n' order by number)) as mark
           from roster_line where import_id = $1",
    )
    .bind::<SqlUuid, _>(id.0)
    .get_result(conn)
    .await?;
    sql_query("update roster_import set state = 'planned', mark = coalesce($2, ''), has_changed = $3 where id = $1")
        .bind::<SqlUuid, _>(id.0)
        .bind::<Nullable<Text>, _>(mark.mark)
        .bind::<diesel::sql_types::Bool, _>(is_again)
        .execute(conn)
        .await?;
    Ok(())
}

/// Plans the lines that were read.
pub(super) async fn draw(id: RosterImportId, conn: &mut AsyncPgConnection) -> Result<()> {
    conn.transaction(async |conn| {
        take_time(conn).await?;
        write_down(id, false, conn).await
    })
    .await
}

/// Carries the plan out, all of it or nothing. Empty cells erase nothing.
pub(super) async fn apply(id: RosterImportId, by: PersonId, conn: &mut AsyncPgConnection) -> Result<Outcome> {
    conn.transaction(async |conn| {
        take_time(conn).await?;
        // Two lists at once: the second looks again when the first is done.
        sql_query("lock table roster_entry in share row exclusive mode").execute(conn).await?;
        let others: Count =
            sql_query(format!("select count(*) as many {OTHERS}")).bind::<SqlUuid, _>(id.0).get_result(conn).await?;
        if others.many > 0 {
            sql_query("update roster_line set is_other = false where import_id = $1 and is_other")
                .bind::<SqlUuid, _>(id.0)
                .execute(conn)
                .await?;
            write_down(id, true, conn).await?;
            return Ok(Outcome::Changed);
        }
        let mut touched: Vec<Touched> = sql_query(CREATE).bind::<SqlUuid, _>(id.0).load(conn).await?;
        sql_query(NAME).bind::<SqlUuid, _>(id.0).execute(conn).await?;
        touched.extend(sql_query(UPDATE).bind::<SqlUuid, _>(id.0).load::<Touched>(conn).await?);
        sql_query(SEEN).bind::<SqlUuid, _>(id.0).execute(conn).await?;
        let about: Vec<_> = touched.into_iter().map(|one| (Some(one.id), None)).collect();
        audit::record_all(Some(by), Action::ChangedRoster, "roster", &about, conn).await?;
        sql_query("update roster_import set state = 'applied', applied_at = now() where id = $1")
            .bind::<SqlUuid, _>(id.0)
            .execute(conn)
            .await?;
        Ok(Outcome::Applied)
    })
    .await
}

const CREATE: &str = "insert into roster_entry (id, school_id, full_name, email, email_key, advisor_id)
    select gen_random_uuid(), school_id, coalesce(nullif(full_name, ''), before ->> 'full_name'), email, email_key,
           advisor_id
      from roster_line where import_id = $1 and fate = 'create' order by number returning id";

/// Which entry a new line became.
const NAME: &str = "update roster_line set entry_id = e.id from roster_entry e
    where import_id = $1 and fate = 'create' and e.email_key = roster_line.email_key";

const UPDATE: &str = "update roster_entry e
       set school_id = coalesce(l.school_id, e.school_id), full_name = coalesce(nullif(l.full_name, ''), e.full_name),
           email = l.email, email_key = l.email_key, advisor_id = coalesce(l.advisor_id, e.advisor_id)
      from roster_line l where l.import_id = $1 and l.fate = 'update' and l.entry_id = e.id returning e.id";

/// Whoever stands in the list is still expected.
const SEEN: &str = "update roster_entry e set updated_at = now()
    from roster_line l where l.import_id = $1 and l.fate in ('update', 'unchanged') and l.entry_id = e.id";
