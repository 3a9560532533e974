//! What stands behind a result, so that a student can check it by hand (field notes, 4g).

use std::cmp::Reverse;

use super::{Contribution, Fit, Side};
use crate::model::questionnaire::item::Choice;
use crate::model::questionnaire::sheet::Sheet;

/// How many steps apart two answers of one kind must be to count as inconsistent.
const APART: u8 = 3;

/// How many inconsistent pairs a result shows.
const PAIRS_SHOWN: usize = 2;

/// The points of one dimension; the rows of all dimensions add up to the result's totals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DimensionPoints {
    /// The dimension's code.
    pub code: String,
    /// What its points toward HI are about.
    pub hi_pole: String,
    /// What its points toward HIM are about.
    pub him_pole: String,
    /// Points toward health informatics.
    pub hi: i16,
    /// Points toward health information management.
    pub him: i16,
}

impl DimensionPoints {
    /// Points toward HI less points toward HIM.
    pub fn difference(&self) -> i16 {
        self.hi - self.him
    }

    /// The program it speaks for, if it speaks for one.
    pub fn side(&self) -> Option<Side> {
        match self.difference() {
            0 => None,
            1.. => Some(Side::Hi),
            _ => Some(Side::Him),
        }
    }
}

/// The points of every dimension, the biggest difference first, then in the order of the version.
pub fn dimensions(sheet: &Sheet, fit: &Fit) -> Vec<DimensionPoints> {
    let mut ordered: Vec<_> = sheet.dimensions.iter().collect();
    ordered.sort_by_key(|dimension| dimension.position);
    let mut rows: Vec<DimensionPoints> = ordered
        .into_iter()
        .map(|dimension| {
            let points =
                || fit.contributions.iter().filter(|one| one.dimension == dimension.code).map(|one| one.points);
            DimensionPoints {
                code: dimension.code.clone(),
                hi_pole: dimension.hi_pole.clone(),
                him_pole: dimension.him_pole.clone(),
                hi: points().map(|points| points.max(0)).sum(),
                him: points().map(|points| (-points).max(0)).sum(),
            }
        })
        .collect();
    rows.sort_by_key(|row| Reverse(row.difference().abs()));
    rows
}

/// A dimension that moved a result toward one program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mover {
    /// The dimension's code.
    pub code: String,
    /// What its points toward that program are about.
    pub pole: String,
    /// By how many points it moved the result that way; always above 0.
    pub points: i16,
}

/// The dimensions that moved a result toward one program, the strongest first; empty when none did.
pub fn movers(rows: &[DimensionPoints], side: Side) -> Vec<Mover> {
    rows.iter()
        .filter(|row| row.side() == Some(side))
        .map(|row| Mover {
            code: row.code.clone(),
            pole: match side {
                Side::Hi => row.hi_pole.clone(),
                Side::Him => row.him_pole.clone(),
            },
            points: row.difference().abs(),
        })
        .collect()
}

/// Two items about nearly the same thing, answered far apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The name of the item that was asked first.
    pub first: String,
    /// The name of the item that was asked later.
    pub second: String,
    /// How many steps the two answers are apart.
    pub steps: u8,
}

/// The widest inconsistent pairs, widest first, then in the order they were asked; at most two.
pub fn inconsistent_pairs(sheet: &Sheet, fit: &Fit) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (index, first) in fit.contributions.iter().enumerate() {
        for second in &fit.contributions[index + 1..] {
            if let Some(steps) = steps_apart(sheet, first, second).filter(|steps| *steps >= APART) {
                pairs.push(Pair { first: first.item.clone(), second: second.item.clone(), steps });
            }
        }
    }
    pairs.sort_by_key(|pair| Reverse(pair.steps));
    pairs.truncate(PAIRS_SHOWN);
    pairs
}

/// How far apart two answers are, when both are given and their items are of one dimension and one key.
fn steps_apart(sheet: &Sheet, first: &Contribution, second: &Contribution) -> Option<u8> {
    let alike = first.dimension == second.dimension && sheet.item(&first.item)?.key == sheet.item(&second.item)?.key;
    let (one, other) = (first.choice.and_then(Choice::answer)?, second.choice.and_then(Choice::answer)?);
    alike.then(|| one.value().abs_diff(other.value()))
}

/// The answers that gave the most points to either side, the strongest first, then in the order they were asked.
pub fn decisive(fit: &Fit, most: usize) -> Vec<&Contribution> {
    let mut strongest: Vec<&Contribution> = fit.contributions.iter().filter(|one| one.points != 0).collect();
    strongest.sort_by_key(|one| Reverse(one.points.abs()));
    strongest.truncate(most);
    strongest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fit::worked::{form, personas, sheet};
    use crate::model::fit::{Supervise, score};

    #[test]
    fn the_rows_add_up_and_the_biggest_difference_comes_first() {
        let sheet = sheet();
        for persona in personas() {
            let fit = score(&sheet, &persona.answers(), persona.supervise());
            let rows = dimensions(&sheet, &fit);
            assert_eq!(rows.len(), sheet.dimensions.len());
            assert_eq!(rows.iter().map(|row| row.hi).sum::<i16>(), fit.hi);
            assert_eq!(rows.iter().map(|row| row.him).sum::<i16>(), fit.him);
            assert!(rows.is_sorted_by_key(|row| Reverse(row.difference().abs())));
            for row in rows {
                assert_eq!(row.difference(), persona.expected.contrib[&row.code], "{} {}", persona.id, row.code);
            }
        }
    }

    #[test]
    fn equal_differences_keep_the_order_of_the_version() {
        let sheet = sheet();
        let fit = score(&sheet, &form(&sheet, |_| Some(0)), Supervise::Maybe);
        let codes: Vec<String> = dimensions(&sheet, &fit).into_iter().map(|row| row.code).collect();
        let mut ordered = sheet.dimensions.clone();
        ordered.sort_by_key(|dimension| dimension.position);
        assert_eq!(codes, ordered.into_iter().map(|dimension| dimension.code).collect::<Vec<_>>());
    }

    #[test]
    fn what_moved_the_result_is_said_in_the_words_of_its_side() {
        let (sheet, personas) = (sheet(), personas());
        let ana = score(&sheet, &personas[0].answers(), Supervise::No);
        let rows = dimensions(&sheet, &ana);
        let moved: Vec<(String, i16)> = movers(&rows, Side::Hi).into_iter().map(|one| (one.pole, one.points)).collect();
        assert_eq!(moved[0], ("Expert in my own work".to_owned(), 21));
        assert_eq!(moved.iter().map(|(_, points)| points).sum::<i16>(), 69);
        assert!(movers(&rows, Side::Him).is_empty());
        let ben = score(&sheet, &personas[1].answers(), Supervise::Yes);
        let moved = movers(&dimensions(&sheet, &ben), Side::Him);
        assert_eq!((moved[0].pole.as_str(), moved[0].points), ("Overseeing day-to-day operations", 18));
    }

    #[test]
    fn the_two_widest_inconsistent_pairs_are_found() {
        let sheet = sheet();
        // q01 q13 and q08 q20 are alike and 3 apart, q03 q15 4 apart; q02 and q14 are 2 apart, q05 is alone.
        let said = [
            ("q01", 2),
            ("q13", -1),
            ("q03", -2),
            ("q15", 2),
            ("q08", 1),
            ("q20", -2),
            ("q02", 1),
            ("q14", -1),
            ("q05", 2),
        ];
        let answers = form(&sheet, |item| said.iter().find(|(name, _)| *name == item.name).map(|(_, value)| *value));
        let pairs = inconsistent_pairs(&sheet, &score(&sheet, &answers, Supervise::Maybe));
        let pair =
            |first: &str, second: &str, steps| Pair { first: first.to_owned(), second: second.to_owned(), steps };
        assert_eq!(pairs, [pair("q03", "q15", 4), pair("q01", "q13", 3)]);
    }

    #[test]
    fn opposite_items_and_unsure_ones_are_no_inconsistent_pair() {
        let sheet = sheet();
        let keyed = form(&sheet, |item| Some(if item.key.sign() > 0 { 2 } else { -2 }));
        assert!(inconsistent_pairs(&sheet, &score(&sheet, &keyed, Supervise::Maybe)).is_empty());
        let mut answers = form(&sheet, |item| (item.name == "q01").then_some(2));
        answers.set("q13", Choice::Unsure);
        assert!(inconsistent_pairs(&sheet, &score(&sheet, &answers, Supervise::Maybe)).is_empty());
    }

    #[test]
    fn the_most_decisive_answers_are_the_heaviest_in_the_order_asked() {
        let (sheet, personas) = (sheet(), personas());
        let ana = score(&sheet, &personas[0].answers(), Supervise::No);
        let names: Vec<&str> = decisive(&ana, 4).into_iter().map(|one| one.item.as_str()).collect();
        assert_eq!(names, ["q01", "q02", "q08", "q13"]);
        let chi = score(&sheet, &personas[2].answers(), Supervise::Maybe);
        assert!(decisive(&chi, 2).is_empty());
    }
}
