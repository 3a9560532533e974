//! Where a student stands in a questionnaire: what is answered and what comes next. Nothing is stored here.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use super::item::{Answer, Choice, Item};
use super::sheet::Sheet;

/// What a student said, by item name; an item that was left out is not in it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Choice>);

impl Answers {
    /// What was said to this item, or nothing when it was left out.
    pub fn choice(&self, item: &str) -> Option<Choice> {
        self.0.get(item).copied()
    }

    /// The answer on the scale to this item, or nothing when it was left out or unsure.
    pub fn answer(&self, item: &str) -> Option<Answer> {
        self.choice(item).and_then(Choice::answer)
    }

    /// Puts down what was said to an item; the last word counts.
    pub fn set(&mut self, item: impl Into<String>, choice: Choice) {
        self.0.insert(item.into(), choice);
    }

    /// All that was said, by item name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Choice)> {
        self.0.iter().map(|(name, choice)| (name.as_str(), *choice))
    }

    /// Whether nothing was said at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(String, Choice)> for Answers {
    fn from_iter<I: IntoIterator<Item = (String, Choice)>>(said: I) -> Answers {
        Answers(said.into_iter().collect())
    }
}

// What a student said is not printed, only how much of it there is.
impl fmt::Debug for Answers {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Answers({})", self.0.len())
    }
}

/// The page that comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The part with this number.
    Part(i16),
    /// The page that lists everything before it is submitted.
    Check,
}

/// How far a student is, for the line above each page of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Items with an answer on the scale.
    pub answered: i16,
    /// All items.
    pub items: i16,
}

/// One student's way through one version, as far as it is saved.
#[derive(Clone, Copy, Debug)]
pub struct Journey<'a> {
    sheet: &'a Sheet,
    answers: &'a Answers,
    saved: &'a BTreeSet<i16>,
}

impl<'a> Journey<'a> {
    /// The way through this version, with what is answered and the parts that were ever saved.
    pub fn new(sheet: &'a Sheet, answers: &'a Answers, saved: &'a BTreeSet<i16>) -> Journey<'a> {
        Journey { sheet, answers, saved }
    }

    /// How many items have an answer on the scale.
    pub fn answered(&self) -> i16 {
        self.count(|choice| matches!(choice, Some(Choice::Scale(_))))
    }

    /// How many items were answered with "don't know".
    pub fn unsure(&self) -> i16 {
        self.count(|choice| matches!(choice, Some(Choice::Unsure)))
    }

    /// How many items were left out, as if never seen.
    pub fn left_out(&self) -> i16 {
        self.count(|choice| choice.is_none())
    }

    fn count(&self, counts: impl Fn(Option<Choice>) -> bool) -> i16 {
        let items = self.sheet.items.iter().filter(|item| counts(self.answers.choice(&item.name)));
        i16::try_from(items.count()).unwrap_or(i16::MAX)
    }

    /// The items that were left out, in order.
    pub fn missing_items(&self) -> Vec<&'a Item> {
        let mut items = self.sheet.in_order();
        items.retain(|item| self.answers.choice(&item.name).is_none());
        items
    }

    /// The first part that was never saved, or nothing when all were.
    pub fn first_unsaved_part(&self) -> Option<i16> {
        self.sheet.parts().into_iter().find(|part| !self.saved.contains(part))
    }

    /// Where a student who comes back goes on: the first part never saved, then the check page.
    pub fn next(&self) -> Step {
        self.first_unsaved_part().map_or(Step::Check, Step::Part)
    }

    /// Where a student goes after saving this part: the following one, and after the last the check page.
    pub fn after(&self, part: i16) -> Step {
        let following = self.sheet.parts().into_iter().find(|other| *other > part);
        following.map_or(Step::Check, Step::Part)
    }

    /// Whether this part was saved, even if items in it were left out.
    pub fn has_saved(&self, part: i16) -> bool {
        self.saved.contains(&part)
    }

    /// How many of the items are answered.
    pub fn progress(&self) -> Progress {
        Progress { answered: self.answered(), items: self.sheet.item_count() }
    }

    /// How many more answers on the scale a result needs; 0 when there are enough.
    pub fn answers_needed(&self) -> i16 {
        (self.sheet.thresholds.min_answered - self.answered()).max(0)
    }

    /// Whether there are enough answers to name a program; without them it may still be submitted.
    pub fn may_have_result(&self) -> bool {
        self.answers_needed() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fit::worked::sheet;

    fn said(said: &[(&str, &str)]) -> Answers {
        said.iter().map(|(name, raw)| ((*name).to_owned(), Choice::parse(raw).unwrap())).collect()
    }

    #[test]
    fn left_out_and_unsure_differ_and_neither_is_answered() {
        let (sheet, saved) = (sheet(), BTreeSet::from([1]));
        let answers = said(&[("q01", "2"), ("q02", "0"), ("q03", "unsure"), ("another", "1")]);
        let journey = Journey::new(&sheet, &answers, &saved);
        assert_eq!((journey.answered(), journey.unsure(), journey.left_out()), (2, 1, 21));
        assert_eq!(journey.progress(), Progress { answered: 2, items: 24 });
        let missing = journey.missing_items();
        assert_eq!((missing.len(), missing[0].name.as_str()), (21, "q04"));
    }

    #[test]
    fn a_student_who_comes_back_lands_at_the_first_part_never_saved() {
        let (sheet, answers) = (sheet(), Answers::default());
        for (saved, next) in [
            (vec![], Step::Part(1)),
            (vec![1, 2], Step::Part(3)),
            (vec![1, 3], Step::Part(2)),
            (vec![1, 2, 3, 4], Step::Check),
        ] {
            let saved = saved.into_iter().collect();
            assert_eq!(Journey::new(&sheet, &answers, &saved).next(), next);
        }
    }

    #[test]
    fn each_part_leads_to_the_following_and_the_last_to_the_check_page() {
        let (sheet, answers, saved) = (sheet(), Answers::default(), BTreeSet::new());
        let journey = Journey::new(&sheet, &answers, &saved);
        assert_eq!(
            [1, 2, 3, 4].map(|part| journey.after(part)),
            [Step::Part(2), Step::Part(3), Step::Part(4), Step::Check]
        );
        assert!(!journey.has_saved(1));
    }

    #[test]
    fn eighteen_answers_are_enough() {
        let (sheet, saved) = (sheet(), BTreeSet::new());
        let mut answers = Answers::default();
        for (number, item) in sheet.in_order().into_iter().enumerate() {
            let journey = Journey::new(&sheet, &answers, &saved);
            assert_eq!(journey.may_have_result(), number >= 18);
            assert_eq!(journey.answers_needed(), (18 - number as i16).max(0));
            answers.set(&item.name, Choice::parse("1").unwrap());
        }
    }

    #[test]
    fn answers_are_stored_and_read_back_equal_and_do_not_print() {
        let answers = said(&[("q01", "-2"), ("q02", "unsure")]);
        let stored = serde_json::to_string(&answers).unwrap();
        assert_eq!(stored, r#"{"q01":-2,"q02":"unsure"}"#);
        assert!(serde_json::from_str::<Answers>(&stored).unwrap() == answers);
        assert_eq!(format!("{answers:?}"), "Answers(2)");
    }
}
