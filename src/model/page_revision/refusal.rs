//! What keeps a text from being saved or from readers: figures that are not there, rows that do not hold, findings that block.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::COMPARE;
use crate::{
    model::{
        claim::Claim,
        comparison::{self, Comparison, Row},
        error::Result,
        lint::{self, Finding, Text},
        markdown,
        page::Page,
    },
    schema::claim,
};

/// What keeps a text from being saved or published; keys and rows are named to the editor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusals {
    /// Figures that are not there, or for publishing not published, as they were typed.
    pub figures: Vec<String>,
    /// Places at which the page prints nothing of its own, as they were typed.
    pub places: Vec<String>,
    /// Rows of the comparison that do not hold: label and message key.
    pub rows: Vec<(String, &'static str)>,
    /// What readers must not meet, each with its place and its reason.
    pub findings: Vec<Finding>,
}

impl Refusals {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty() && self.places.is_empty() && self.rows.is_empty() && self.findings.is_empty()
    }
}

/// What is wrong with a text. A draft may name figures that are not published yet, but none that do not exist.
///
/// # Errors
/// When the database fails.
pub async fn refusals(text: &Text<'_>, is_for_readers: bool, conn: &mut AsyncPgConnection) -> Result<Refusals> {
    let Text { slug, body, .. } = *text;
    let keys = keys(body);
    let mut figures = malformed(body);
    let places = idle_places(slug, body, conn).await?;
    if is_for_readers {
        let live = Claim::live(&keys, conn).await?;
        let known: Vec<&str> = live.iter().map(|claim| claim.key.as_str()).collect();
        figures.extend(missing(&keys, &known));
        let mut rows = Vec::new();
        if slug == COMPARE {
            let claims = live.into_iter().map(|claim| (claim.key.clone(), claim)).collect();
            let read: Vec<Row> = Comparison::parse(body).rows;
            rows.extend(comparison::faults(&read, &claims).into_iter().map(|fault| (fault.row, fault.key)));
        }
        let findings = lint::findings(text).into_iter().filter(Finding::blocks).collect();
        return Ok(Refusals { figures, places, rows, findings });
    }
    let known: Vec<String> =
        claim::table.filter(claim::key.eq_any(&keys)).select(claim::key).load::<String>(conn).await?;
    figures.extend(missing(&keys, &known.iter().map(String::as_str).collect::<Vec<_>>()));
    Ok(Refusals { figures, places, ..Refusals::default() })
}

/// What a page prints of its own where its text says `[[show:…]]`.
fn shows_of(slug: &str) -> &'static [&'static str] {
    match slug {
        "landing" => &["ladder"],
        "programs" => &["programs", "ladder"],
        "sources" => &["figures", "article", "historical", "ladders", "sources"],
        "how-scoring-works" => &["weights", "bands"],
        _ => &[],
    }
}

/// The places at which readers would find nothing: rows are printed on the front page alone, those of the comparison.
async fn idle_places(slug: &str, body: &str, conn: &mut AsyncPgConnection) -> Result<Vec<String>> {
    let shows = shows_of(slug);
    let mut idle: Vec<String> =
        markdown::named(body, "show").filter(|what| !shows.contains(what)).map(|what| format!("show:{what}")).collect();
    let named: Vec<&str> = markdown::named(body, "row").collect();
    if named.is_empty() {
        return Ok(idle);
    }
    let rows = match Page::live(COMPARE, conn).await? {
        Some(compare) if slug == "landing" => Comparison::parse(&compare.body).rows,
        _ => Vec::new(),
    };
    let is_idle = |row: &&str| !rows.iter().any(|known| known.slug == *row);
    idle.extend(named.into_iter().filter(is_idle).map(|row| format!("row:{row}")));
    Ok(idle)
}

/// The keys of all figures a text names, each once, in order.
#[must_use]
pub fn keys(body: &str) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for key in markdown::named(body, "claim") {
        if !keys.iter().any(|known| known == key) {
            keys.push(key.to_owned());
        }
    }
    keys
}

fn missing<'a>(keys: &'a [String], known: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    keys.iter().filter(|key| !known.contains(&key.as_str())).cloned()
}

/// Places that look like a figure's and are none: readers would see the brackets.
fn malformed(body: &str) -> Vec<String> {
    let places = body.split("[[claim:").skip(1);
    let typed = places.map(|rest| rest.split(['\n', ']']).next().unwrap_or_default());
    let is_read = |key: &str| {
        let place = format!("[[claim:{key}]]");
        body.contains(&place) && markdown::named(&place, "claim").next().is_some()
    };
    typed.filter(|key| !is_read(key)).map(|key| key.chars().take(80).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_figure_is_named_once_in_the_order_of_the_text() {
        assert_eq!(keys("[[claim:b]] and [[claim:a]], [[claim:b]] again"), ["b", "a"]);
    }

    #[test]
    fn what_looks_like_a_figure_and_is_none_is_named() {
        assert!(malformed("[[claim:pay.median.29-2072]] [[row:a]]").is_empty());
        assert_eq!(malformed("[[claim:Pay]] [[claim:a.b]] [[claim:half\nend"), ["Pay", "half"]);
        assert_eq!(missing(&["a".into(), "b".into()], &["b"]).collect::<Vec<_>>(), ["a"]);
    }
}
