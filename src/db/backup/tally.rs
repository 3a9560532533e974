//! What a table holds, in two numbers: its rows, and a checksum that does not ask for their order.

use diesel::{
    QueryableByName, sql_query,
    sql_types::{BigInt, Text},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::{Deserialize, Serialize};

/// One table at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Its name.
    pub table: String,
    /// How many rows.
    pub rows: i64,
    /// The sum of the first 60 bits of each row's MD5, in decimal; a check against accidents, not against forgers.
    pub sum: String,
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    rows: i64,
    #[diesel(sql_type = Text)]
    sum: String,
}

/// The tables of the portal, by name.
pub(super) async fn names(conn: &mut AsyncPgConnection) -> diesel::QueryResult<Vec<String>> {
    let found: Vec<Name> =
        sql_query("select tablename::text as name from pg_tables where schemaname = 'public' order by 1")
            .load(conn)
            .await?;
    Ok(found.into_iter().map(|one| one.name).collect())
}

/// Every table, counted.
pub(super) async fn all(conn: &mut AsyncPgConnection) -> diesel::QueryResult<Vec<Tally>> {
    let mut tallies = Vec::new();
    for table in names(conn).await? {
        // One scan a table, by an operator's command: a query in a loop is what it is.
        let Counted { rows, sum } = sql_query(format!(
            "select count(*) as rows, \
             coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint::numeric), 0)::text as sum from \"{table}\" t"
        ))
        .get_result(conn)
        .await?;
        tallies.push(Tally { table, rows, sum });
    }
    Ok(tallies)
}

/// The tables that are not the same in both, with what is in each.
pub(super) fn differences(then: &[Tally], now: &[Tally]) -> Vec<String> {
    let other = |side: &[Tally], table: &str| side.iter().find(|one| one.table == table).cloned();
    let changed = then.iter().filter_map(|was| match other(now, &was.table) {
        Some(is) if is == *was => None,
        Some(is) if is.rows == was.rows => Some(format!("{} (the same rows, but not their contents)", was.table)),
        Some(is) => Some(format!("{} ({} rows instead of {})", was.table, is.rows, was.rows)),
        None => Some(format!("{} (missing)", was.table)),
    });
    let added = now.iter().filter(|is| other(then, &is.table).is_none()).map(|is| format!("{} (added)", is.table));
    changed.chain(added).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(table: &str, rows: i64, sum: &str) -> Tally {
        Tally { table: table.to_owned(), rows, sum: sum.to_owned() }
    }

    #[test]
    fn every_kind_of_difference_is_named() {
        let then = [tally("note", 3, "11"), tally("page", 2, "5"), tally("share", 1, "7"), tally("token", 1, "1")];
        let now = [tally("note", 3, "11"), tally("page", 2, "6"), tally("share", 0, "0"), tally("visit", 0, "0")];
        assert_eq!(differences(&then, &then), Vec::<String>::new());
        let told = differences(&then, &now).join("; ");
        for words in ["page (the same rows", "share (0 rows instead of 1)", "token (missing)", "visit (added)"] {
            assert!(told.contains(words), "{words}: {told}");
        }
        assert!(!told.contains("note"), "{told}");
    }
}
