//! One career beside the other: neither gets much more room than the other.

use super::{Finding, Rule, blocks};
use crate::model::markdown;

/// The pages about one career each.
pub const CAREERS: [&str; 2] = ["health-informatics", "health-information-management"];

/// So many times as many words is much more.
const TIMES: usize = 2;
/// Fewer words than this are no room worth comparing.
const FEW: usize = 12;

/// What is uneven between a career's text and the other career's, or between the two sides of a comparison.
#[must_use]
pub fn beside(slug: &str, body: &str, other: Option<&str>) -> Vec<Finding> {
    let mut found = sides(body);
    if let Some(other) = other.filter(|_| CAREERS.contains(&slug)) {
        found.extend(careers(body, other));
    }
    found
}

/// The other career's page.
#[must_use]
pub fn other_career(slug: &str) -> Option<&'static str> {
    CAREERS.contains(&slug).then(|| if slug == CAREERS[0] { CAREERS[1] } else { CAREERS[0] })
}

fn is_much_more(one: usize, other: usize) -> bool {
    one.max(other) >= FEW && one.max(other) > TIMES * one.min(other)
}

fn uneven(place: String, said: String) -> Finding {
    Finding { rule: Rule::Uneven, place, said }
}

/// Rows of a comparison with one side much longer.
fn sides(body: &str) -> Vec<Finding> {
    let blocks = blocks::of(body);
    let words = |section: &str, side: &str| -> Option<usize> {
        let mut of_side = blocks.iter().filter(|block| block.section == section && block.part == side).peekable();
        of_side.peek()?;
        Some(of_side.map(blocks::Block::words).sum())
    };
    let mut sections: Vec<&str> = blocks.iter().map(|block| block.section.as_str()).collect();
    sections.dedup();
    let row = |section: &str| {
        let (hi, him) = (words(section, "HI")?, words(section, "HIM")?);
        is_much_more(hi, him).then(|| uneven(section.to_owned(), format!("HI has {hi} words, HIM has {him}")))
    };
    sections.into_iter().filter_map(row).collect()
}

/// Two careers' pages: their length, and how many figures each names.
fn careers(body: &str, other: &str) -> Vec<Finding> {
    let words = |body: &str| blocks::of(body).iter().map(blocks::Block::words).sum::<usize>();
    let figures = |body: &str| markdown::named(body, "claim").count();
    let mut found = Vec::new();
    let (ours, theirs) = (words(body), words(other));
    // Pages in full are compared more strictly than rows.
    if 2 * ours.max(theirs) > 3 * ours.min(theirs) {
        found.push(uneven(String::new(), format!("This page has {ours} words, the other career’s has {theirs}")));
    }
    let (ours, theirs) = (figures(body), figures(other));
    if ours.abs_diff(theirs) > 2 && 2 * ours.max(theirs) > 3 * ours.min(theirs) {
        found.push(uneven(String::new(), format!("This page names {ours} figures, the other career’s names {theirs}")));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_with_one_long_side_is_uneven() {
        let row = |hi: &str, him: &str| format!("## Duties\n\n### HI\n\n{hi}\n\n### HIM\n\n{him}\n");
        let long = "word ".repeat(30);
        let found = beside("compare", &row(&long, "Four words are here."), None);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].place.as_str(), found[0].said.as_str()), ("Duties", "HI has 30 words, HIM has 4"));
        assert!(beside("compare", &row(&long, &"word ".repeat(16)), None).is_empty());
    }

    #[test]
    fn a_career_with_far_fewer_words_is_uneven() {
        let (long, short) = ("word ".repeat(300), "word ".repeat(150));
        assert_eq!(beside("health-informatics", &short, Some(&long)).len(), 1);
        assert!(beside("health-informatics", &short, Some(&"word ".repeat(200))).is_empty());
        assert!(beside("privacy", &short, Some(&long)).is_empty());
        assert_eq!(other_career("health-informatics"), Some("health-information-management"));
        assert_eq!(other_career("privacy"), None);
    }
}
