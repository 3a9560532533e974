//! What is different between two results of one student: the answers, and the facts that were used.

use super::Contribution;
use crate::model::{profile::Profile, questionnaire::item::Choice, questionnaire::sheet::Sheet};

/// One question that was answered otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The item's name.
    pub item: String,
    /// What was said then; nothing where it was left out.
    pub from: Option<Choice>,
    /// What is said now.
    pub to: Option<Choice>,
}

/// One answered form, with the sheet it was answered on.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The questions as they were asked.
    pub sheet: &'a Sheet,
    /// What was said to each.
    pub contributions: &'a [Contribution],
}

/// The questions that both forms asked in the same words and that were answered otherwise, in their order; and how many
/// questions the newer one asks for the first time or in other words.
#[must_use]
pub fn answers(before: Given<'_>, after: Given<'_>) -> (Vec<Changed>, usize) {
    let mut changed = Vec::new();
    let mut others = 0;
    for now in after.contributions {
        let text = |sheet: &Sheet| sheet.item(&now.item).map(|item| (sheet.stem.clone(), item.text.clone()));
        let then = before.contributions.iter().find(|then| then.item == now.item);
        match then.filter(|_| text(before.sheet) == text(after.sheet)) {
            None => others += 1,
            Some(then) if then.choice != now.choice => {
                changed.push(Changed { item: now.item.clone(), from: then.choice, to: now.choice });
            }
            Some(_) => {}
        }
    }
    (changed, others)
}

/// A fact of the profile that a result may rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Highest education finished.
    Education,
    /// Credits and their kind.
    Credits,
    /// Most years to study.
    Years,
    /// Pace.
    Pace,
    /// Cost.
    Cost,
    /// The wish to supervise.
    Supervise,
}

/// The facts that differ.
#[must_use]
pub fn facts(before: &Profile, after: &Profile) -> Vec<Fact> {
    [
        (Fact::Education, before.education == after.education),
        (Fact::Credits, (before.credits, before.unit) == (after.credits, after.unit)),
        (Fact::Years, before.years == after.years),
        (Fact::Pace, before.pace == after.pace),
        (Fact::Cost, before.cost == after.cost),
        (Fact::Supervise, before.supervise == after.supervise),
    ]
    .into_iter()
    .filter_map(|(fact, is_same)| (!is_same).then_some(fact))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        fit::{Supervise, score, worked::sheet},
        questionnaire::journey::Answers,
    };

    fn said(said: &[(&str, &str)]) -> Answers {
        said.iter().map(|(name, raw)| ((*name).to_owned(), Choice::parse(raw).unwrap())).collect()
    }

    #[test]
    fn what_was_answered_otherwise_left_out_or_asked_in_other_words_is_found() {
        let old = sheet();
        let mut new = sheet();
        for item in new.items.iter_mut().filter(|item| item.name == "q04") {
            item.text = "Plan next year’s budget.".into();
        }
        let then = score(&old, &said(&[("q01", "2"), ("q02", "1"), ("q03", "unsure"), ("q04", "2")]), Supervise::Maybe);
        let now = score(
            &new,
            &said(&[("q01", "2"), ("q02", "-1"), ("q03", "0"), ("q04", "-2"), ("q05", "1")]),
            Supervise::Maybe,
        );
        let (then, now) = (
            Given { sheet: &old, contributions: &then.contributions },
            Given { sheet: &new, contributions: &now.contributions },
        );
        let (changed, others) = answers(then, now);
        assert_eq!(changed.iter().map(|one| one.item.as_str()).collect::<Vec<_>>(), ["q02", "q03", "q05"]);
        assert_eq!(changed[2].from, None);
        assert_eq!(others, 1);
        assert_eq!(answers(then, then), (vec![], 0));
    }

    #[test]
    fn facts_that_differ_are_named_and_credits_are_one_fact_with_their_kind() {
        use crate::model::profile::{CreditUnit, Education, Profile};
        let before = Profile { credits: Some(40), unit: Some(CreditUnit::Quarter), ..Profile::default() };
        let after =
            Profile { unit: Some(CreditUnit::Semester), education: Some(Education::Associate), ..before.clone() };
        assert_eq!(facts(&before, &after), [Fact::Education, Fact::Credits]);
        assert!(facts(&after, &after).is_empty());
    }
}
