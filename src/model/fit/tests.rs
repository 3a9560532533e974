//! The worked examples, and the boundaries of the rules (field notes, 4h and 4i).

mod properties;

use super::worked::{form, personas, sheet};
use super::*;
use crate::model::questionnaire::item::Key;

fn mirrored(outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::HiClear => Outcome::HimClear,
        Outcome::HiLean => Outcome::HimLean,
        Outcome::HimLean => Outcome::HiLean,
        Outcome::HimClear => Outcome::HiClear,
        same => same,
    }
}

/// A full form worth exactly so many points: each item takes what is left, as far as it can.
fn worth(sheet: &Sheet, points: i16) -> Answers {
    let mut left = points;
    let mut heaviest = sheet.in_order();
    heaviest.sort_by_key(|item| std::cmp::Reverse(sheet.weight_of(item)));
    let mut answers = Answers::default();
    for item in heaviest {
        let weight = sheet.weight_of(item);
        let steps = (left / weight).clamp(-Answer::STRONGEST, Answer::STRONGEST);
        left -= steps * weight;
        let answer = Answer::new((steps * item.key.sign()) as i8).unwrap();
        answers.set(&item.name, Choice::Scale(answer));
    }
    assert_eq!(left, 0);
    answers
}

#[test]
fn every_worked_example_comes_out_as_worked_by_hand() {
    let sheet = sheet();
    let personas = personas();
    assert_eq!(personas.len(), 7);
    for persona in personas {
        let (fit, expected) = (score(&sheet, &persona.answers(), persona.supervise()), &persona.expected);
        assert_eq!(expected.version, SCORING, "{}", persona.id);
        assert_eq!(fit.points, expected.points, "{}", persona.id);
        assert_eq!(fit.outcome, expected.outcome, "{}", persona.id);
        assert_eq!(fit.reason, expected.reason, "{}", persona.id);
        assert_eq!(fit.flags, expected.flags, "{}", persona.id);
        assert_eq!(fit.answered, expected.answered, "{}", persona.id);
        assert_eq!(fit.item_count, 24, "{}", persona.id);
        for (dimension, points) in &expected.contrib {
            let sum: i16 =
                fit.contributions.iter().filter(|one| one.dimension == *dimension).map(|one| one.points).sum();
            assert_eq!(sum, *points, "{} {dimension}", persona.id);
        }
    }
}

#[test]
fn keys_balance_in_every_dimension() {
    let sheet = sheet();
    for dimension in &sheet.dimensions {
        let keys = sheet.items.iter().filter(|item| item.dimension == dimension.code).map(|item| item.key.sign());
        assert_eq!(keys.sum::<i16>(), 0, "{}", dimension.code);
    }
}

#[test]
fn the_same_answer_everywhere_gives_no_points_and_names_neither() {
    let sheet = sheet();
    for (value, reason) in [
        (-2, Reason::NeitherAppeals),
        (-1, Reason::NeitherAppeals),
        (0, Reason::NoOpinion),
        (1, Reason::BothAppeal),
        (2, Reason::BothAppeal),
    ] {
        let fit = score(&sheet, &form(&sheet, |_| Some(value)), Supervise::Yes);
        assert_eq!((fit.points, fit.outcome, fit.reason), (0, Outcome::Either, Some(reason)));
        assert!(fit.has(Flag::LowVariation));
        assert_eq!(fit.has(Flag::LowInterest), value < 0);
    }
}

#[test]
fn nothing_said_or_all_unsure_is_not_enough() {
    let sheet = sheet();
    let unsure = sheet.items.iter().map(|item| (item.name.clone(), Choice::Unsure)).collect();
    for answers in [unsure, Answers::default()] {
        let fit = score(&sheet, &answers, Supervise::Maybe);
        assert_eq!((fit.outcome, fit.reason, fit.answered), (Outcome::Insufficient, None, 0));
        assert_eq!(fit.flags, [Flag::ManyUnsure]);
    }
}

#[test]
fn the_extremes_are_ninety_six_points_either_way() {
    let sheet = sheet();
    for (side, points, outcome) in [(Key::Hi, 96, Outcome::HiClear), (Key::Him, -96, Outcome::HimClear)] {
        let fit = score(&sheet, &form(&sheet, |item| Some(if item.key == side { 2 } else { -2 })), Supervise::Maybe);
        assert_eq!((fit.points, fit.outcome), (points, outcome));
        assert_eq!((fit.toward(Side::Hi), fit.toward(Side::Him)), (points.max(0), (-points).max(0)));
    }
}

#[test]
fn the_bands_begin_at_twenty_and_forty_four_points_both_ways() {
    let sheet = sheet();
    for (points, outcome) in
        [(19, Outcome::Either), (20, Outcome::HiLean), (43, Outcome::HiLean), (44, Outcome::HiClear)]
    {
        let fit = score(&sheet, &worth(&sheet, points), Supervise::Maybe);
        assert_eq!((fit.points, fit.outcome), (points, outcome));
        let fit = score(&sheet, &worth(&sheet, -points), Supervise::Maybe);
        assert_eq!((fit.points, fit.outcome), (-points, mirrored(outcome)));
    }
}

#[test]
fn a_wish_against_the_named_program_lowers_it_one_step_both_ways() {
    let sheet = sheet();
    for (points, without, with) in [
        (44, Outcome::HiClear, Outcome::HiLean),
        (20, Outcome::HiLean, Outcome::Either),
        (19, Outcome::Either, Outcome::Either),
    ] {
        for (points, against, along) in
            [(points, Supervise::Yes, Supervise::No), (-points, Supervise::No, Supervise::Yes)]
        {
            let turned = |outcome| {
                if points < 0 { mirrored(outcome) } else { outcome }
            };
            let answers = worth(&sheet, points);
            for wish in [along, Supervise::Maybe] {
                let fit = score(&sheet, &answers, wish);
                assert_eq!((fit.outcome, fit.has(Flag::SupervisionConflict)), (turned(without), false));
            }
            let fit = score(&sheet, &answers, against);
            let lowered = without.side().is_some();
            assert_eq!((fit.outcome, fit.has(Flag::SupervisionConflict)), (turned(with), lowered));
            assert_eq!(fit.reason == Some(Reason::Conflict), lowered && with == Outcome::Either);
        }
    }
}

#[test]
fn eighteen_answers_are_enough_and_seventeen_are_not() {
    let sheet = sheet();
    for (answered, enough) in [(17, false), (18, true)] {
        let keyed = |item: &Item| (item.position <= answered).then_some(2 * item.key.sign() as i8);
        let fit = score(&sheet, &form(&sheet, keyed), Supervise::Yes);
        assert_eq!((fit.answered, fit.outcome != Outcome::Insufficient), (answered, enough));
        assert_eq!(fit.has(Flag::SupervisionConflict), enough);
    }
}

#[test]
fn flags_begin_at_their_thresholds() {
    let sheet = sheet();
    for (same, raised) in [(21, false), (22, true)] {
        let fit = score(&sheet, &form(&sheet, |item| Some(i8::from(item.position <= same))), Supervise::Maybe);
        assert_eq!(fit.has(Flag::LowVariation), raised);
    }
    for (missing, raised) in [(2, false), (3, true)] {
        let fit = score(&sheet, &form(&sheet, |item| (item.position > missing).then_some(1)), Supervise::Maybe);
        assert_eq!(fit.has(Flag::ManyUnsure), raised);
    }
    // A mean of -0.75 is 18 of 24 answers at -1 and the rest in the middle.
    for (disliked, raised) in [(17, false), (18, true)] {
        let fit = score(&sheet, &form(&sheet, |item| Some(-i8::from(item.position <= disliked))), Supervise::Maybe);
        assert_eq!(fit.has(Flag::LowInterest), raised);
    }
}
