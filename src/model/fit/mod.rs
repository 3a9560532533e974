//! How answers become a result: the scoring rules `fit-1.0.0` (field notes, 4f-exact), in whole numbers only.

pub mod counterfactual;
pub mod difference;
pub mod example;
pub mod explain;
pub mod outcome;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use crate::model::profile::choices::Supervise;
use crate::model::questionnaire::item::{Answer, Choice, Item};
use crate::model::questionnaire::journey::Answers;
use crate::model::questionnaire::sheet::{Sheet, Thresholds};
pub use outcome::{Flag, Outcome, Reason, Side};

/// The name of the scoring rules in this file; stored with every result that they made.
pub const SCORING: &str = "fit-1.0.0";

/// What one item did to a result.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contribution {
    /// The item's name.
    pub item: String,
    /// The code of its dimension.
    pub dimension: String,
    /// What was said to it; nothing when it was left out.
    pub choice: Option<Choice>,
    /// Its points: positive toward HI, negative toward HIM.
    pub points: i16,
}

// The points would give the answer away, so neither is printed.
impl fmt::Debug for Contribution {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Contribution({})", self.item)
    }
}

/// What a student's answers say, with every point behind it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fit {
    /// Which program the answers speak for, and how clearly.
    pub outcome: Outcome,
    /// Why no program is named; only with the outcome `Either`.
    pub reason: Option<Reason>,
    /// What a reader should know about the answers, in the order of `Flag::ALL`.
    pub flags: Vec<Flag>,
    /// Points toward HI less points toward HIM; not shown when the outcome is `Insufficient`.
    pub points: i16,
    /// Points toward health informatics.
    pub hi: i16,
    /// Points toward health information management.
    pub him: i16,
    /// Items with an answer on the scale.
    pub answered: i16,
    /// All items of the version.
    pub item_count: i16,
    /// What each item did, in the order they were asked.
    pub contributions: Vec<Contribution>,
}

impl Fit {
    /// Points toward one program.
    pub fn toward(&self, side: Side) -> i16 {
        match side {
            Side::Hi => self.hi,
            Side::Him => self.him,
        }
    }

    /// Whether a flag was raised.
    pub fn has(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }
}

// Points and outcome are the student's: they do not belong in a log.
impl fmt::Debug for Fit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Fit(…)")
    }
}

/// The result of these answers; what the student said about supervising can lower it by one step.
pub fn score(sheet: &Sheet, answers: &Answers, supervise: Supervise) -> Fit {
    let contributions: Vec<Contribution> =
        sheet.in_order().into_iter().map(|item| contribution(sheet, item, answers)).collect();
    let hi = contributions.iter().map(|one| one.points.max(0)).fold(0, i16::saturating_add);
    let him = contributions.iter().map(|one| (-one.points).max(0)).fold(0, i16::saturating_add);
    let points = hi - him;

    let given: Vec<i16> = contributions
        .iter()
        .filter_map(|one| one.choice.and_then(Choice::answer))
        .map(|answer| answer.value().into())
        .collect();
    let answered = count(&given);

    let conflict = conflicts(banded(points, answered, &sheet.thresholds), supervise);
    let outcome = outcome_at(points, answered, &sheet.thresholds, supervise);
    Fit {
        outcome,
        reason: (outcome == Outcome::Either).then(|| reason(&given, conflict)),
        flags: flags(sheet, &given, conflict),
        points,
        hi,
        him,
        answered,
        item_count: sheet.item_count(),
        contributions,
    }
}

fn contribution(sheet: &Sheet, item: &Item, answers: &Answers) -> Contribution {
    let choice = answers.choice(&item.name);
    let steps = choice.and_then(Choice::answer).map_or(0, |answer| i16::from(answer.value()));
    Contribution {
        item: item.name.clone(),
        dimension: item.dimension.clone(),
        choice,
        points: sheet.weight_of(item).saturating_mul(item.key.sign() * steps),
    }
}

/// The outcome of so many points: what they name, lowered one step where the wish to supervise speaks against it.
fn outcome_at(points: i16, answered: i16, limits: &Thresholds, supervise: Supervise) -> Outcome {
    let named = banded(points, answered, limits);
    if conflicts(named, supervise) { named.one_step_lower() } else { named }
}

/// The outcome that the points alone name.
fn banded(points: i16, answered: i16, limits: &Thresholds) -> Outcome {
    if answered < limits.min_answered {
        Outcome::Insufficient
    } else if points >= limits.clear {
        Outcome::HiClear
    } else if points >= limits.lean {
        Outcome::HiLean
    } else if points > -limits.lean {
        Outcome::Either
    } else if points > -limits.clear {
        Outcome::HimLean
    } else {
        Outcome::HimClear
    }
}

/// Whether the wish to supervise speaks against the program that is named; the same rule both ways.
fn conflicts(named: Outcome, supervise: Supervise) -> bool {
    matches!((named.side(), supervise), (Some(Side::Hi), Supervise::Yes) | (Some(Side::Him), Supervise::No))
}

fn reason(given: &[i16], conflict: bool) -> Reason {
    if conflict {
        Reason::Conflict
    } else if mean_is_high(given) {
        Reason::BothAppeal
    } else if mean_is_low(given) {
        Reason::NeitherAppeals
    } else if given.iter().all(|steps| *steps == 0) {
        Reason::NoOpinion
    } else {
        Reason::Balanced
    }
}

fn flags(sheet: &Sheet, given: &[i16], conflict: bool) -> Vec<Flag> {
    let (limits, answered) = (&sheet.thresholds, count(given));
    let same = |answer: Answer| given.iter().filter(|steps| **steps == i16::from(answer.value())).count();
    let most_same = Answer::ALL.into_iter().map(same).max().unwrap_or(0);
    Flag::ALL
        .iter()
        .copied()
        .filter(|flag| match flag {
            Flag::SupervisionConflict => conflict,
            Flag::LowInterest => answered > 0 && mean_is_low(given),
            Flag::LowVariation => {
                answered >= limits.min_answered
                    && i16::try_from(most_same).is_ok_and(|same| same >= limits.low_variation_same)
            }
            Flag::ManyUnsure => sheet.item_count() - answered >= limits.many_unsure,
        })
        .collect()
}

// Three quarters of a step above or below the middle, on average; in whole numbers, so nothing is rounded.
fn mean_is_high(given: &[i16]) -> bool {
    4 * given.iter().sum::<i16>() >= 3 * count(given)
}

fn mean_is_low(given: &[i16]) -> bool {
    4 * given.iter().sum::<i16>() <= -3 * count(given)
}

fn count(given: &[i16]) -> i16 {
    i16::try_from(given.len()).unwrap_or(i16::MAX)
}

#[cfg(test)]
pub(crate) mod worked;

#[cfg(test)]
mod tests;
