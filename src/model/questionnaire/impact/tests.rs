//! A result scored again moves only with what the draft changes.

use super::*;
use crate::model::{fit::example::Example, fit::worked::sheet};

fn stored(example: &Example) -> Stored {
    let fit = example.by(&sheet());
    Stored {
        id: ResultId::new(),
        outcome: fit.outcome.as_str().to_owned(),
        contributions: serde_json::to_value(&fit.contributions).unwrap(),
        profile: serde_json::to_value(example.context.used()).unwrap(),
    }
}

#[test]
fn scored_with_the_version_it_was_made_with_no_result_moves() {
    for example in Example::all() {
        let (before, after) = moved(&stored(example), &sheet()).unwrap();
        assert_eq!((before, after), (example.expected.outcome, example.expected.outcome), "{}", example.id);
    }
}

#[test]
fn other_thresholds_move_results_and_other_questions_compare_nothing() {
    let mut strict = sheet();
    (strict.thresholds.lean, strict.thresholds.clear) = (90, 95);
    let clear = Example::all().iter().find(|one| one.expected.outcome == Outcome::HimClear).unwrap();
    assert_eq!(moved(&stored(clear), &strict), Some((Outcome::HimClear, Outcome::Either)));
    let mut others = sheet();
    for item in &mut others.items {
        item.name = item.name.replace('q', "s");
    }
    assert_eq!(moved(&stored(clear), &others), None);
}

#[test]
fn what_moved_is_stored_and_read_back_equal() {
    let moves = Moves([((Outcome::HiClear, Outcome::HiLean), 14), ((Outcome::Either, Outcome::Either), 3)].into());
    assert_eq!(Moves::read(&moves.json()), moves);
}
