//! Keys to other tables and indexes are laid aside while many rows are written, and put back at the end: looked after row by
//! row they cost more than the rows.

use diesel::{
    QueryableByName, sql_query,
    sql_types::{Array, Text},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection as _};

/// What was taken away, as the statements that bring it back.
pub(super) struct Aside(Vec<Taken>);

#[derive(QueryableByName)]
struct Taken {
    #[diesel(sql_type = Text)]
    away: String,
    #[diesel(sql_type = Text)]
    back: String,
}

/// Keys to other tables.
const KEYS: &str = "
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
      from pg_constraint where contype = 'f' and conrelid = any($1::regclass[]) order by conrelid, conname";

/// Indexes that no rule of a table stands on.
const INDEXES: &str = "
    select format('drop index %s', indexrelid::regclass) as away, pg_get_indexdef(indexrelid) as back
      from pg_index
     where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)
     order by indexrelid";

impl Aside {
    /// Takes keys of these tables away.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn keys(tables: &[&str], conn: &mut AsyncPgConnection) -> diesel::QueryResult<Self> {
        Self::take(KEYS, tables, conn).await
    }

    /// Takes indexes of these tables away.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn indexes(tables: &[&str], conn: &mut AsyncPgConnection) -> diesel::QueryResult<Self> {
        Self::take(INDEXES, tables, conn).await
    }

    async fn take(which: &str, tables: &[&str], conn: &mut AsyncPgConnection) -> diesel::QueryResult<Self> {
        let taken: Vec<Taken> = sql_query(which).bind::<Array<Text>, _>(tables).load(conn).await?;
        conn.batch_execute(&taken.iter().map(|one| one.away.as_str()).collect::<Vec<_>>().join(";")).await?;
        Ok(Self(taken))
    }

    /// Brings them back, each held against all rows at once.
    ///
    /// # Errors
    /// When a row breaks one, or the database fails.
    pub async fn put_back(self, conn: &mut AsyncPgConnection) -> diesel::QueryResult<()> {
        conn.batch_execute(&self.0.into_iter().map(|one| one.back).collect::<Vec<_>>().join(";")).await
    }
}
