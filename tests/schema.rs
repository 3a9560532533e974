//! `src/schema.rs` says what the migrated database has: every table, every column, and which may be empty.

use std::collections::BTreeSet;

use diesel::{QueryableByName, sql_query, sql_types::Text};
use diesel_async::RunQueryDsl as _;

use crate::support::Portal;

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    line: String,
}

/// `table.column type`, with `?` where it may be empty.
fn told() -> BTreeSet<String> {
    let source = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/schema.rs")).unwrap();
    let mut lines = BTreeSet::new();
    let mut table = String::new();
    for line in source.lines() {
        if line.starts_with("    ") && line.contains(" (") && line.ends_with(") {") {
            table = line.split('(').next().unwrap().trim().to_owned();
        } else if let Some((name, kind)) =
            line.strip_prefix("        ").unwrap_or_default().trim_end_matches(',').split_once(" -> ")
        {
            let inside = kind.strip_prefix("Nullable<").and_then(|kind| kind.strip_suffix('>'));
            let (kind, empty) = inside.map_or((kind, ""), |kind| (kind, "?"));
            let name = name.trim_start_matches("r#").trim_end_matches('_');
            lines.insert(format!("{table}.{name} {}{empty}", kind_in_postgres(kind)));
        }
    }
    lines
}

fn kind_in_postgres(kind: &str) -> String {
    if let Some(inside) = kind.strip_prefix("Array<").and_then(|kind| kind.strip_suffix('>')) {
        let inside = inside.strip_prefix("Nullable<").and_then(|kind| kind.strip_suffix('>')).unwrap_or(inside);
        return format!("_{}", kind_in_postgres(inside));
    }
    match kind {
        "SmallInt" => "int2".into(),
        "Integer" => "int4".into(),
        "BigInt" => "int8".into(),
        "Double" => "float8".into(),
        "Inet" => "inet".into(),
        "Range<Timestamptz>" | "Tstzrange" => "tstzrange".into(),
        other => other.to_lowercase(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_schema_file_is_the_database() {
    let portal = Portal::open().await;
    let columns = sql_query(
        "select table_name || '.' || column_name || ' ' || udt_name || case is_nullable when 'YES' then '?' else '' end as line
         from information_schema.columns join information_schema.tables using (table_schema, table_name)
         where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '__diesel_schema_migrations'",
    )
    .load::<Column>(&mut *portal.desk().await)
    .await
    .unwrap();
    let there: BTreeSet<_> = columns.into_iter().map(|column| column.line).collect();
    let told = told();
    let untold: Vec<_> = there.difference(&told).collect();
    let gone: Vec<_> = told.difference(&there).collect();
    assert!(
        untold.is_empty() && gone.is_empty(),
        "the database has also {untold:#?}\nsrc/schema.rs has also {gone:#?}"
    );
}
