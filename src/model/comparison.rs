//! The comparison: rows with one cell a side, read from the page's Markdown, and the rule that like stands beside like.

mod pair;

use std::collections::HashMap;

pub use self::pair::keep_pairs;
use super::{
    claim::{Checked, Claim, Unit},
    markdown::{self, Prose, Segment},
};

/// Live claims by their key.
pub type Claims = HashMap<String, Claim>;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words, perhaps with figures in them.
    Words(Prose),
    /// One figure alone, drawn with its bar.
    Figure(String),
}

impl Cell {
    /// The key of the figure that stands here alone.
    #[must_use]
    pub fn figure(&self) -> Option<&str> {
        match self {
            Self::Figure(key) => Some(key),
            Self::Words(_) => None,
        }
    }

    fn of(source: &str) -> Self {
        let prose = Prose::line(source);
        match prose.segments() {
            [Segment::Figure(key)] => Self::Figure(key.clone()),
            _ => Self::Words(prose),
        }
    }
}

/// One row: a label and a cell a side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its address word, by which other pages show it.
    pub slug: String,
    /// What is compared.
    pub label: String,
    /// Health informatics.
    pub hi: Cell,
    /// Health information management.
    pub him: Cell,
}

impl Row {
    /// The keys of the two figures, when it is a row of figures.
    #[must_use]
    pub fn figures(&self) -> Option<(&str, &str)> {
        Some((self.hi.figure()?, self.him.figure()?))
    }

    /// The keys of all figures in it, alone or inside words.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        [&self.hi, &self.him].into_iter().flat_map(|cell| match cell {
            Cell::Figure(key) => vec![key.as_str()],
            Cell::Words(prose) => prose.figures().collect(),
        })
    }

    /// What its figures share: unit, statistic, period and area; empty for a row of words.
    #[must_use]
    pub fn basis(&self, claims: &Claims) -> String {
        let figure = self.hi.figure().and_then(|key| claims.get(key));
        figure.map(|claim| claim.basis_words()).unwrap_or_default()
    }
}

/// The rows of a comparison page, and its words that are no row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// Sections without two sides: title and text.
    pub prose: Vec<(String, Prose)>,
}

impl Comparison {
    /// Reads a page: each `##` with `### HI` and `### HIM` under it is a row.
    #[must_use]
    pub fn parse(body: &str) -> Self {
        let mut comparison = Self::default();
        for part in markdown::parts(body, 2) {
            let sides = markdown::parts(part.body, 3);
            let side = |title: &str| sides.iter().find(|side| side.title == title).map(|side| Cell::of(side.body));
            let (label, slug) = markdown::heading(part.title);
            match (side("HI"), side("HIM")) {
                (Some(hi), Some(him)) => comparison.rows.push(Row { slug, label: label.to_owned(), hi, him }),
                _ => comparison.prose.push((label.to_owned(), Prose::of(part.body))),
            }
        }
        comparison
    }

    /// The rows with these address words, in that order.
    pub fn pick<'a>(&'a self, slugs: &'a [String]) -> impl Iterator<Item = &'a Row> {
        slugs.iter().filter_map(|slug| self.rows.iter().find(|row| row.slug == *slug))
    }
}

/// What keeps a row from being published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The row's label.
    pub row: String,
    /// What is wrong; its words are in the language file.
    pub key: &'static str,
}

/// Everything that keeps a comparison from being published: two figures of a row must be of one kind, and confirmed.
#[must_use]
pub fn faults(rows: &[Row], claims: &Claims) -> Vec<Fault> {
    rows.iter()
        .flat_map(|row| row_faults(row, claims).into_iter().map(|key| Fault { row: row.label.clone(), key }))
        .collect()
}

fn row_faults(row: &Row, claims: &Claims) -> Vec<&'static str> {
    let (hi, him) = match (row.hi.figure(), row.him.figure()) {
        (Some(hi), Some(him)) => (claims.get(hi), claims.get(him)),
        (None, None) => return Vec::new(),
        _ => return vec!["compare-one-sided"],
    };
    let (Some(hi), Some(him)) = (hi, him) else { return vec!["compare-unknown-figure"] };
    let mut faults = Vec::new();
    if !hi.can_stand_beside(him) {
        faults.push("compare-unlike-figures");
    }
    if hi.unit == Unit::Text {
        faults.push("compare-no-figure");
    }
    let is_shaky = |claim: &Claim| claim.historical || claim.checked == Checked::NotConfirmed;
    if is_shaky(hi) || is_shaky(him) {
        faults.push("compare-unconfirmed");
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::{Statistic, tests::median_pay};

    fn claims() -> Claims {
        let (hi, mut him, mut tenth) = (median_pay(), median_pay(), median_pay());
        him.historical = false;
        tenth.statement.statistic = Statistic::P10;
        let mut old = median_pay();
        old.historical = true;
        [("hi", hi), ("him", him), ("tenth", tenth), ("old", old)].map(|(key, claim)| (key.to_owned(), claim)).into()
    }

    fn row(hi: &str, him: &str) -> Vec<Row> {
        Comparison::parse(&format!("## Pay\n\n### HI\n\n{hi}\n\n### HIM\n\n{him}\n")).rows
    }

    fn keys(hi: &str, him: &str) -> Vec<&'static str> {
        faults(&row(hi, him), &claims()).iter().map(|fault| fault.key).collect()
    }

    #[test]
    fn like_stands_beside_like() {
        assert!(keys("[[claim:hi]]", "[[claim:him]]").is_empty());
        assert!(keys("Some words.", "Other words, [[claim:him]] in them.").is_empty());
        assert_eq!(keys("[[claim:hi]]", "[[claim:tenth]]"), ["compare-unlike-figures"]);
        assert_eq!(keys("[[claim:hi]]", "starts around $55,000"), ["compare-one-sided"]);
        assert_eq!(keys("[[claim:hi]]", "[[claim:nowhere]]"), ["compare-unknown-figure"]);
        assert_eq!(keys("[[claim:hi]]", "[[claim:old]]"), ["compare-unconfirmed"]);
    }

    #[test]
    fn rows_are_read_and_what_is_no_row_stays_prose() {
        let read = Comparison::parse("## A b\n### HI\nx\n### HIM\n- y\n\n## Which jobs?\n\nThese.");
        assert_eq!((read.rows[0].slug.as_str(), read.rows.len()), ("a-b", 1));
        assert_eq!(read.prose[0].0, "Which jobs?");
        assert_eq!(row("[[claim:hi]]", "[[claim:him]]")[0].basis(&claims()), "a year, median, May 2025, U.S.");
    }
}
