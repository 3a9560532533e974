//! What any scoring version must hold to, whatever is answered (field notes, 4i).

use std::sync::LazyLock;

use proptest::prelude::*;

use super::mirrored;
use crate::model::fit::worked::sheet;
use crate::model::fit::*;

/// An answer to each item; nothing leaves it out, 3 stands for "don't know".
type Form = Vec<Option<i8>>;

fn any_form() -> impl Strategy<Value = Form> {
    // One number for each: the same as choosing between strategies, in a third of the time.
    let choice = (0..20_i8).prop_map(|drawn| match drawn {
        0..15 => Some(drawn % 5 - 2),
        15..18 => Some(3),
        _ => None,
    });
    proptest::collection::vec(choice, sheet().items.len())
}

fn any_supervise() -> impl Strategy<Value = Supervise> {
    proptest::sample::select(Supervise::ALL)
}

fn answers(sheet: &Sheet, form: &Form) -> Answers {
    let said = sheet.items.iter().zip(form).filter_map(|(item, value)| {
        Some((item.name.clone(), Answer::new((*value)?).map_or(Choice::Unsure, Choice::Scale)))
    });
    said.collect()
}

fn opposite(value: i8) -> i8 {
    if value == 3 { 3 } else { -value }
}

fn mirrored_wish(supervise: Supervise) -> Supervise {
    match supervise {
        Supervise::Yes => Supervise::No,
        Supervise::Maybe => Supervise::Maybe,
        Supervise::No => Supervise::Yes,
    }
}

/// From naming HIM clearly to naming HI clearly.
fn rank(outcome: Outcome) -> i8 {
    match outcome {
        Outcome::HimClear => -2,
        Outcome::HimLean => -1,
        Outcome::Either | Outcome::Insufficient => 0,
        Outcome::HiLean => 1,
        Outcome::HiClear => 2,
    }
}

static SHEET: LazyLock<Sheet> = LazyLock::new(sheet);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50_000))]

    #[test]
    fn opposite_answers_give_the_opposite_result((form, wish) in (any_form(), any_supervise())) {
        let sheet = &*SHEET;
        let opposite: Form = form.iter().map(|value| value.map(opposite)).collect();
        let fit = score(sheet, &answers(sheet, &form), wish);
        let other = score(sheet, &answers(sheet, &opposite), mirrored_wish(wish));
        prop_assert_eq!((other.points, other.hi, other.him), (-fit.points, fit.him, fit.hi));
        prop_assert_eq!(other.outcome, mirrored(fit.outcome));
        prop_assert_eq!(other.has(Flag::SupervisionConflict), fit.has(Flag::SupervisionConflict));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn contributions_add_up((form, wish) in (any_form(), any_supervise())) {
        let sheet = sheet();
        let fit = score(&sheet, &answers(&sheet, &form), wish);
        prop_assert_eq!(fit.contributions.iter().map(|one| one.points).sum::<i16>(), fit.points);
        prop_assert_eq!(fit.hi - fit.him, fit.points);
        let rows = explain::dimensions(&sheet, &fit);
        prop_assert_eq!(rows.iter().map(|row| row.hi).sum::<i16>(), fit.hi);
        prop_assert_eq!(rows.iter().map(|row| row.him).sum::<i16>(), fit.him);
        prop_assert!((0..=sheet.max_points()).contains(&fit.hi) && (0..=sheet.max_points()).contains(&fit.him));
        prop_assert_eq!(fit.reason.is_some(), fit.outcome == Outcome::Either);
        prop_assert_eq!(fit.outcome == Outcome::Insufficient, fit.answered < sheet.thresholds.min_answered);
        prop_assert_eq!(fit.contributions.len(), sheet.items.len());
    }

    #[test]
    fn liking_an_item_more_never_speaks_against_its_program(
        (form, wish, index) in (any_form(), any_supervise(), 0..sheet().items.len())
    ) {
        let sheet = sheet();
        let sign = sheet.items[index].key.sign();
        let results = (-2..=2_i8).map(|value| {
            let mut form = form.clone();
            form[index] = Some(value);
            let fit = score(&sheet, &answers(&sheet, &form), wish);
            (sign * fit.points, i16::from(rank(fit.outcome)) * sign)
        });
        let results: Vec<(i16, i16)> = results.collect();
        prop_assert!(results.is_sorted_by(|one, next| one.0 < next.0 && one.1 <= next.1));
    }

    #[test]
    fn a_result_is_stored_and_read_back_equal((form, wish) in (any_form(), any_supervise())) {
        let sheet = sheet();
        let fit = score(&sheet, &answers(&sheet, &form), wish);
        let stored = serde_json::to_string(&fit).unwrap();
        prop_assert!(serde_json::from_str::<Fit>(&stored).unwrap() == fit);
        prop_assert!(score(&sheet, &answers(&sheet, &form), wish) == fit);
    }
}
