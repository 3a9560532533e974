//! The whole database at a glance, for tests that hold that nothing in it changed, or that plant something everywhere.

use super::Portal;

const TABLES: &str = "information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'";

impl Portal {
    /// Each table with a sum of all its rows, in their order by name; `but` is a column that does not count.
    pub async fn everything(&self, but: &str) -> Vec<String> {
        let row = format!("(to_jsonb(one) - '{but}')::text");
        let sum = format!("md5(coalesce(string_agg({row}, ' ' order by {row}), ''))");
        let tables = self.texts(&format!("select table_name::text from {TABLES} order by table_name")).await;
        let sums = tables.iter().map(|table| format!("select '{table} ' || {sum} from {table} as one"));
        // The database may look at several at once, and says them in the order it comes to their ends.
        let mut sums = self.texts(&sums.collect::<Vec<_>>().join(" union all ")).await;
        sums.sort();
        sums
    }

    /// Writes a text behind every text that the database lets one write freely; gives the columns, `table.column`.
    pub async fn plant(&self, text: &str) -> Vec<String> {
        let columns = format!(
            "select table_name || '.' || column_name from information_schema.columns
               join (select table_name from {TABLES}) tables using (table_name)
              where table_schema = 'public' and data_type = 'text' and is_generated = 'NEVER' order by 1"
        );
        let mut planted = Vec::new();
        for column in self.texts(&columns).await {
            if BOUND.contains(&column.as_str()) {
                continue;
            }
            let (table, name) = column.split_once('.').unwrap();
            let quoted = text.replace('\'', "''");
            let update = format!("update {table} set {name} = {name} || '{quoted}' where {name} is not null");
            // What has a check, a key or a trigger of its own takes no such text.
            let block = format!("do $planted$ begin {update}; exception when others then null; end $planted$");
            self.tell(&block).await;
            let quoted = text.replace('\'', "''");
            if self.count(&format!("{table} where {name} like '%{}'", quoted.replace('%', "\\%"))).await > 0 {
                planted.push(column);
            }
        }
        planted
    }
}

/// Texts that are no words of anybody: what the program itself writes and reads back.
const BOUND: &[&str] =
    &["setting.zone", "person.locale", "registration.locale", "letter.locale", "person.password_hash"];
