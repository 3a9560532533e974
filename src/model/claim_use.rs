//! Where a figure is used, and its history: the pages that name it, the letters that told it, who wrote each revision.

use std::collections::HashMap;

use diesel::{
    QueryableByName, sql_query,
    sql_types::{BigInt, Integer, Nullable, Text},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::{claim::Claim, error::Result, page::Page};

/// Letters are counted to this many.
pub const MOST_LETTERS: i64 = 1000;

/// Where figures are used, by key.
#[derive(Default)]
pub struct Uses {
    pages: HashMap<String, Vec<(String, String)>>,
    letters: HashMap<String, i64>,
}

#[derive(QueryableByName)]
struct Told {
    #[diesel(sql_type = Text)]
    key: String,
    #[diesel(sql_type = BigInt)]
    letters: i64,
}

impl Uses {
    /// Where all figures are used now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(conn: &mut AsyncPgConnection) -> Result<Self> {
        // Bounded for each figure, so that the page costs the same after a million letters.
        let told = sql_query(
            "select c.key, (select count(*) from (select 1 from letter_claim l join claim_revision r on r.id = \
             l.revision_id where r.claim_key = c.key limit 1000) bounded) as letters from claim c",
        );
        let told = told.load::<Told>(conn).await?;
        let pages = Page::all_live(conn).await?;
        Ok(Self { pages: naming(&pages), letters: told.into_iter().map(|told| (told.key, told.letters)).collect() })
    }

    /// Slug and title of the live pages whose text names the figure.
    #[must_use]
    pub fn pages(&self, key: &str) -> &[(String, String)] {
        self.pages.get(key).map_or(&[], Vec::as_slice)
    }

    /// How many letters told it, in any of its revisions; at most [`MOST_LETTERS`].
    #[must_use]
    pub fn letters(&self, key: &str) -> i64 {
        self.letters.get(key).copied().unwrap_or(0)
    }
}

/// The pages that name each figure.
fn naming(pages: &[Page]) -> HashMap<String, Vec<(String, String)>> {
    let mut found: HashMap<String, Vec<_>> = HashMap::new();
    for page in pages {
        for key in page.claim_keys() {
            found.entry(key).or_default().push((page.slug.clone(), page.title.clone()));
        }
    }
    found
}

/// One revision in the history of a figure.
pub struct Past {
    /// What it said.
    pub claim: Claim,
    /// Who wrote it; nobody for what came with Signpost.
    pub author: Option<String>,
    /// How many letters told it; at most [`MOST_LETTERS`].
    pub letters: i64,
}

#[derive(QueryableByName)]
struct Trace {
    #[diesel(sql_type = Integer)]
    number: i32,
    #[diesel(sql_type = Nullable<Text>)]
    author: Option<String>,
    #[diesel(sql_type = BigInt)]
    letters: i64,
}

impl Past {
    /// All revisions of a figure, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(key: &str, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let traces = sql_query(
            "select r.number, p.full_name as author, (select count(*) from (select 1 from letter_claim l where \
             l.revision_id = r.id limit 1000) bounded) as letters from claim_revision r left join person p on p.id = \
             r.author_id where r.claim_key = $1",
        );
        let traces = traces.bind::<Text, _>(key).load::<Trace>(conn).await?;
        let mut traces: HashMap<i32, Trace> = traces.into_iter().map(|trace| (trace.number, trace)).collect();
        let revisions = Claim::revisions(key, conn).await?;
        Ok(revisions
            .into_iter()
            .map(|claim| {
                let trace = traces.remove(&claim.number);
                let letters = trace.as_ref().map_or(0, |trace| trace.letters);
                Self { author: trace.and_then(|trace| trace.author), letters, claim }
            })
            .collect())
    }
}

/// A bounded count as people read it: `41`, `999+`.
#[must_use]
pub fn letters_counted(letters: i64) -> String {
    if letters < MOST_LETTERS { letters.to_string() } else { format!("{}+", MOST_LETTERS - 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_to_a_thousand() {
        assert_eq!(letters_counted(41), "41");
        assert_eq!(letters_counted(999), "999");
        assert_eq!(letters_counted(1000), "999+");
    }
}
