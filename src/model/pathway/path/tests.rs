//! The way for every start, and what must hold for any.

use proptest::prelude::*;

use super::*;
use crate::model::{
    pathway::{
        credits_left, terms_left,
        tests::{default_catalog, program, student},
    },
    profile::{CreditUnit, Pace},
};

const BOTH: [Side; 2] = [Side::Hi, Side::Him];
const STARTS: [Education; 5] =
    [Education::HighSchool, Education::SomeCollege, Education::Associate, Education::Bachelor, Education::Master];

/// Slug, what is left of it, and what is left until its award, in whole quarter credits.
fn told(field: Side, profile: &Profile) -> Vec<(String, i32, Option<i32>)> {
    let catalog = default_catalog();
    let whole = |q10| credits_left(q10, CreditUnit::Quarter);
    let path = path(&[field], &catalog, profile).unwrap();
    assert!(path.gap.is_none(), "the demo school has a way in for every start");
    let steps = path.steps.iter();
    steps.map(|step| (step.program.slug.clone(), whole(step.left_q10), step.in_all_q10.map(whole))).collect()
}

fn rows(rows: &[(&str, i32, i32)]) -> Vec<(String, i32, Option<i32>)> {
    rows.iter().map(|(slug, left, in_all)| ((*slug).to_owned(), *left, Some(*in_all))).collect()
}

#[test]
fn credits_lead_to_the_rests_that_the_field_notes_expect() {
    for (credits, associate, bachelor, after) in [
        (0, 90, 180, 900),
        (62, 30, 118, 883),
        (89, 30, 91, 613),
        (90, 30, 90, 603),
        (179, 30, 60, 594),
        (180, 30, 60, 594),
    ] {
        let student = student(Education::SomeCollege, credits);
        let expected = rows(&[
            ("him-associate", associate, associate),
            ("him-bachelor", bachelor, bachelor),
            ("him-master", 48, bachelor + 48),
        ]);
        assert_eq!(told(Side::Him, &student), expected, "{credits}");
        let catalog = default_catalog();
        let path = path(&[Side::Him], &catalog, &student).unwrap();
        // With more credits than both can take along the associate's degree is a detour.
        let lower = Lower { left_q10: path.steps[0].left_q10, after_q10: after, is_straight: credits <= 90 };
        assert_eq!(path.steps[1].lower, Some(lower), "{credits}");
        assert_eq!((path.steps[0].is_capped, path.steps[1].is_capped), (credits > 60, credits > 120), "{credits}");
    }
}

#[test]
fn every_start_has_its_own_way() {
    let hi = |education, credits| told(Side::Hi, &student(education, credits));
    let him = |education, credits| told(Side::Him, &student(education, credits));
    assert_eq!(
        hi(Education::HighSchool, 0),
        rows(&[("hi-bachelor", 180, 180), ("hi-certificate", 27, 207), ("hi-master", 54, 234)])
    );
    assert_eq!(
        hi(Education::Associate, 90),
        rows(&[("hi-bachelor", 90, 90), ("hi-certificate", 27, 117), ("hi-master", 54, 144)])
    );
    // A second associate's is offered behind what is new, since it opens an exam of its own.
    assert_eq!(
        him(Education::Associate, 90),
        rows(&[("him-bachelor", 90, 90), ("him-master", 48, 138), ("him-associate", 30, 30)])
    );
    assert_eq!(
        hi(Education::Bachelor, 180),
        rows(&[("hi-certificate", 27, 27), ("hi-master", 54, 54), ("hi-bachelor", 60, 60)])
    );
    assert_eq!(
        him(Education::Master, 228),
        rows(&[("him-associate", 30, 30), ("him-bachelor", 60, 60), ("him-master", 48, 48)])
    );
    let catalog = default_catalog();
    let second = |education| {
        let path = path(&[Side::Him], &catalog, &student(education, 180)).unwrap();
        path.steps.iter().map(|step| step.is_second).collect::<Vec<_>>()
    };
    assert_eq!(second(Education::Bachelor), [false, true, true]);
    assert_eq!(second(Education::Master), [true, true, true]);
}

#[test]
fn a_field_that_is_closed_names_the_degree_before_it_and_the_way_there() {
    let master = vec![program("hi-master", Side::Hi, Award::Master, Education::Bachelor, 54)];
    let ana = student(Education::HighSchool, 0);
    let way = path(&[Side::Hi], &master, &ana).unwrap();
    let gap = way.gap.unwrap();
    assert_eq!((gap.needs, gap.by.is_none(), way.steps[0].in_all_q10), (Education::Bachelor, true, None));

    let mut school = master;
    school.push(program("him-bachelor", Side::Him, Award::Bachelor, Education::HighSchool, 180));
    let way = path(&[Side::Hi], &school, &ana).unwrap();
    let by = way.gap.unwrap().by.unwrap();
    assert_eq!((by.program.slug.as_str(), by.left_q10, way.steps[0].in_all_q10), ("him-bachelor", 1800, Some(2340)));
    // A degree that asks for itself is no way there.
    let circle = vec![program("hi-master", Side::Hi, Award::Master, Education::Master, 54)];
    assert!(path(&[Side::Hi], &circle, &ana).unwrap().gap.unwrap().by.is_none());
}

#[test]
fn a_semester_school_counts_in_its_own_credits_and_terms() {
    let catalog = default_catalog();
    let ira = Profile { credits: Some(64), unit: Some(CreditUnit::Semester), ..student(Education::SomeCollege, 0) };
    let path = path(&[Side::Hi], &catalog, &ira).unwrap();
    let left = path.steps[0].left_q10;
    assert_eq!(left, 840);
    for (school, credits, full, half) in [(CreditUnit::Quarter, 84, 6, 12), (CreditUnit::Semester, 56, 4, 8)] {
        let told =
            (credits_left(left, school), terms_left(left, school, Pace::Full), terms_left(left, school, Pace::Half));
        assert_eq!(told, (credits, full, half), "{school:?}");
    }
}

#[test]
fn without_education_years_or_pace_there_is_no_way() {
    let catalog = default_catalog();
    let full = student(Education::HighSchool, 0);
    for profile in [
        Profile { education: None, ..full.clone() },
        Profile { years: None, ..full.clone() },
        Profile { pace: None, ..full.clone() },
        Profile::default(),
    ] {
        assert!(path(&BOTH, &catalog, &profile).is_none());
    }
    assert!(path(&BOTH, &[], &full).is_none());
}

proptest! {
    #[test]
    fn any_way_agrees_with_feasibility(
        education in proptest::sample::select(&STARTS[..]),
        credits in 0_i16..=600,
        is_semester in any::<bool>(),
        years in 1_i16..=6,
        is_half in any::<bool>(),
        fields in proptest::sample::select(vec![vec![Side::Hi], vec![Side::Him], BOTH.to_vec()]),
    ) {
        let catalog = default_catalog();
        let profile = Profile {
            education: Some(education),
            credits: Some(credits),
            unit: Some(if is_semester { CreditUnit::Semester } else { CreditUnit::Quarter }),
            years: Some(years),
            pace: Some(if is_half { Pace::Half } else { Pace::Full }),
            ..Profile::default()
        };
        let way = path(&fields, &catalog, &profile).unwrap();
        for step in &way.steps {
            let rated = feasibility(step.program, &profile).unwrap();
            prop_assert_eq!(rated.is_blocked(), step.needs.is_some());
            if let Some(left) = rated.remaining_q10() {
                prop_assert_eq!(left, step.left_q10);
                prop_assert_eq!(step.in_all_q10, Some(left));
            }
            // At least the third of it that must be done here is left.
            prop_assert!(100 * step.left_q10 >= 33 * step.program.credits_q10);
            prop_assert!(step.in_all_q10.is_none_or(|in_all| in_all >= step.left_q10));
            prop_assert!(step.lower.is_none_or(|lower| lower.after_q10 <= step.left_q10));
        }
        // What is best to begin with is on the way, and is where a new award can be begun at all.
        for side in fields {
            let (best, feasibility) = crate::model::pathway::best_of(side, &catalog, &profile).unwrap();
            prop_assert!(way.steps.iter().any(|step| step.program == best));
            prop_assert!(!feasibility.is_blocked());
        }
        // More credits never make a way longer, and the years one would study never change it.
        let more = Profile { credits: Some(credits + 1), years: Some(6), ..profile.clone() };
        let shorter = path(&way.steps.iter().map(|step| step.program.field).collect::<Vec<_>>(), &catalog, &more).unwrap();
        for (step, less) in way.steps.iter().zip(&shorter.steps) {
            prop_assert_eq!(step.program, less.program);
            prop_assert!(less.left_q10 <= step.left_q10);
            prop_assert!(less.in_all_q10 <= step.in_all_q10);
        }
    }
}
