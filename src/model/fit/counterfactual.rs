//! What would change a result: the fewest answers whose change moves the outcome (field notes, 4f-exact). Exact: every set of
//! up to three changed answers is looked at, and the one shown is scored anew. Facts are never suggested for change.

use super::{Fit, Outcome, Supervise, outcome_at, score};
use crate::model::questionnaire::{
    item::{Answer, Choice},
    journey::Answers,
    sheet::Sheet,
};

/// As many changes as are looked for.
pub const MOST_CHANGES: usize = 3;

/// One answer that would have to be another one.
#[derive(Clone, PartialEq, Eq)]
pub struct Change {
    /// The item's name.
    pub item: String,
    /// What was answered.
    pub from: Answer,
    /// What would have to be answered.
    pub to: Answer,
}

/// The fewest changes after which the outcome is another one. Of all sets of so few: the fewest steps of the scale, then
/// the earliest items, then the lower answers.
#[derive(Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// In the order the items were asked; 1 to [`MOST_CHANGES`].
    pub changes: Vec<Change>,
    /// The outcome then.
    pub outcome: Outcome,
}

/// The fewest changes that move the outcome at all; none when three do not, or when there are too few answers for one.
/// A change of reason or flag is no change.
#[must_use]
pub fn nearest(sheet: &Sheet, fit: &Fit, supervise: Supervise) -> Option<WhatIf> {
    Search::of(sheet, fit, supervise)?.fewest(|outcome| outcome != fit.outcome)
}

/// The fewest changes that name the other program, for a result that names one.
#[must_use]
pub fn other_program(sheet: &Sheet, fit: &Fit, supervise: Supervise) -> Option<WhatIf> {
    let other = fit.outcome.side()?.other();
    Search::of(sheet, fit, supervise)?.fewest(|outcome| outcome.side() == Some(other))
}

/// An answered item: what it is, and the points of one step of the scale.
struct Given<'a> {
    name: &'a str,
    answer: Answer,
    per_step: i16,
}

impl Given<'_> {
    /// The other answers with the points they would add and the steps they are away, the lowest first.
    fn others(&self) -> impl Iterator<Item = (Answer, i16, i16)> + '_ {
        let steps = |to: Answer| i16::from(to.value()) - i16::from(self.answer.value());
        Answer::ALL
            .into_iter()
            .filter(|to| *to != self.answer)
            .map(move |to| (to, self.per_step * steps(to), steps(to).abs()))
    }
}

struct Search<'a> {
    sheet: &'a Sheet,
    fit: &'a Fit,
    supervise: Supervise,
    given: Vec<Given<'a>>,
}

/// The best set so far: its steps, then which items and their answers.
type Best = Option<(i16, Vec<(usize, Answer)>)>;

impl<'a> Search<'a> {
    fn of(sheet: &'a Sheet, fit: &'a Fit, supervise: Supervise) -> Option<Self> {
        if fit.outcome == Outcome::Insufficient {
            return None;
        }
        let given = fit.contributions.iter().filter_map(|one| {
            let item = sheet.item(&one.item)?;
            let answer = one.choice.and_then(Choice::answer)?;
            Some(Given { name: &one.item, answer, per_step: sheet.weight_of(item) * item.key.sign() })
        });
        Some(Self { sheet, fit, supervise, given: given.collect() })
    }

    fn fewest(&self, is_wanted: impl Fn(Outcome) -> bool) -> Option<WhatIf> {
        (1..=MOST_CHANGES).find_map(|count| self.with(count, &is_wanted))
    }

    /// The best set of exactly `count` changes.
    fn with(&self, count: usize, is_wanted: &impl Fn(Outcome) -> bool) -> Option<WhatIf> {
        // Reachable at all? The outcome only goes up with the points, so the largest moves each way tell.
        let reach = |up: bool| {
            let mut moves: Vec<i16> = self.given.iter().map(|given| given.furthest(up)).collect();
            moves.sort_unstable_by_key(|points| -points.abs());
            self.outcome(moves.iter().take(count).sum())
        };
        if !is_wanted(reach(true)) && !is_wanted(reach(false)) {
            return None;
        }
        let mut best: Best = None;
        self.items(count, 0, &mut Vec::new(), &mut |items| {
            self.answers(items, 0, (0, 0), &mut Vec::new(), is_wanted, &mut best);
        });
        self.told(best?.1)
    }

    /// Every set of `count` items, the earliest first.
    fn items(&self, count: usize, from: usize, chosen: &mut Vec<usize>, each: &mut impl FnMut(&[usize])) {
        if chosen.len() == count {
            return each(chosen);
        }
        for next in from..self.given.len() {
            chosen.push(next);
            self.items(count, next + 1, chosen, each);
            chosen.pop();
        }
    }

    /// Every other answer to each of these items, the lowest first; of equally many steps the first found stays.
    fn answers(
        &self,
        items: &[usize],
        at: usize,
        (points, steps): (i16, i16),
        chosen: &mut Vec<(usize, Answer)>,
        is_wanted: &impl Fn(Outcome) -> bool,
        best: &mut Best,
    ) {
        if best.as_ref().is_some_and(|(fewest, _)| steps >= *fewest) {
            return;
        }
        let Some(item) = items.get(at) else {
            if is_wanted(self.outcome(points)) {
                *best = Some((steps, chosen.clone()));
            }
            return;
        };
        for (to, more, away) in self.given[*item].others() {
            chosen.push((*item, to));
            self.answers(items, at + 1, (points + more, steps + away), chosen, is_wanted, best);
            chosen.pop();
        }
    }

    fn outcome(&self, moved: i16) -> Outcome {
        outcome_at(self.fit.points + moved, self.fit.answered, &self.sheet.thresholds, self.supervise)
    }

    /// The changes in words, with the outcome of a true re-run.
    fn told(&self, chosen: Vec<(usize, Answer)>) -> Option<WhatIf> {
        let mut answers = Answers::default();
        for one in &self.fit.contributions {
            if let Some(choice) = one.choice {
                answers.set(one.item.as_str(), choice);
            }
        }
        let mut changes = Vec::with_capacity(chosen.len());
        for (item, to) in chosen {
            let given = &self.given[item];
            answers.set(given.name, Choice::Scale(to));
            changes.push(Change { item: given.name.to_owned(), from: given.answer, to });
        }
        let outcome = score(self.sheet, &answers, self.supervise).outcome;
        (outcome != self.fit.outcome).then_some(WhatIf { changes, outcome })
    }
}

impl Given<'_> {
    /// The most points that another answer adds (`up`) or takes; 0 where the answer stands at the end of the scale.
    fn furthest(&self, up: bool) -> i16 {
        let moves = self.others().map(|(_, points, _)| points);
        if up { moves.max().unwrap_or(0).max(0) } else { moves.min().unwrap_or(0).min(0) }
    }
}

#[cfg(test)]
mod tests;
