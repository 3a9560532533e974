//! The worked examples and the boundaries of feasibility (field notes, 4f-exact and 4h).

use super::*;
use crate::model::fit::worked::personas;

pub(super) fn program(slug: &str, field: Side, award: Award, entry: Education, credits: i32) -> Program {
    Program {
        slug: slug.to_owned(),
        title: slug.to_owned(),
        field,
        award,
        entry,
        credits_q10: credits * 10,
        cap_percent: 67,
        credential: None,
        jobs: String::new(),
        occupation: None,
        warning: None,
    }
}

/// The catalog of the demo school.
pub(super) fn default_catalog() -> Vec<Program> {
    use Education::{Bachelor, HighSchool};
    vec![
        program("him-associate", Side::Him, Award::Associate, HighSchool, 90),
        program("him-bachelor", Side::Him, Award::Bachelor, HighSchool, 180),
        program("hi-bachelor", Side::Hi, Award::Bachelor, HighSchool, 180),
        program("hi-certificate", Side::Hi, Award::Certificate, Bachelor, 27),
        program("hi-master", Side::Hi, Award::Master, Bachelor, 54),
        program("him-master", Side::Him, Award::Master, Bachelor, 48),
    ]
}

/// The two example catalogs, one as in the source article and one as the field is today.
fn example_catalog(name: &str) -> Vec<Program> {
    use Education::{Bachelor, HighSchool};
    match name {
        "seed_article" => vec![
            program("hi", Side::Hi, Award::Associate, HighSchool, 90),
            program("him", Side::Him, Award::Bachelor, HighSchool, 180),
        ],
        _ => vec![
            program("hi", Side::Hi, Award::Master, Bachelor, 54),
            program("him", Side::Him, Award::Associate, HighSchool, 90),
        ],
    }
}

pub(super) fn student(education: Education, credits: i16) -> Profile {
    Profile {
        education: Some(education),
        credits: Some(credits),
        unit: Some(CreditUnit::Quarter),
        years: Some(4),
        pace: Some(Pace::Full),
        ..Profile::default()
    }
}

#[test]
fn every_worked_example_has_its_feasibility_in_both_example_catalogs() {
    for persona in personas() {
        for (name, fields) in &persona.paths {
            for (field, expected) in fields {
                let catalog = example_catalog(name);
                let (_, found) = best_of(Side::parse(field).unwrap(), &catalog, &persona.context).unwrap();
                assert_eq!(
                    (found.as_str(), found.years()),
                    (expected.0.as_str(), expected.1),
                    "{} {name} {field}",
                    persona.id
                );
            }
        }
    }
}

#[test]
fn every_worked_example_has_its_feasibility_in_the_default_catalog() {
    let expected = [
        ("P01", ("FITS", 1, Award::Certificate), ("FITS", 2, Award::Master)),
        ("P02", ("FITS", 4, Award::Bachelor), ("FITS", 2, Award::Associate)),
        ("P03", ("FITS", 4, Award::Bachelor), ("FITS", 2, Award::Associate)),
        ("P06", ("FITS", 2, Award::Certificate), ("STRETCH", 3, Award::Master)),
        ("P09", ("FITS", 2, Award::Bachelor), ("FITS", 2, Award::Bachelor)),
        ("P10", ("FITS", 4, Award::Bachelor), ("FITS", 2, Award::Associate)),
        ("P12", ("FITS", 3, Award::Bachelor), ("FITS", 1, Award::Associate)),
    ];
    let catalog = default_catalog();
    for (persona, (id, hi, him)) in personas().iter().zip(expected) {
        assert_eq!(persona.id, id);
        for (field, expected) in [(Side::Hi, hi), (Side::Him, him)] {
            let (program, found) = best_of(field, &catalog, &persona.context).unwrap();
            assert_eq!((found.as_str(), found.years().unwrap(), program.award), expected, "{id} {field:?}");
        }
    }
}

#[test]
fn credits_shorten_a_program_up_to_its_cap() {
    let catalog = default_catalog();
    let (associate, bachelor) = (&catalog[0], &catalog[1]);
    for (credits, left_of_associate, left_of_bachelor) in
        [(0, 90, 180), (62, 30, 118), (89, 30, 91), (90, 30, 90), (179, 30, 60), (180, 30, 60), (600, 30, 60)]
    {
        let student = student(Education::SomeCollege, credits);
        let left = |program| credits_left(remaining_q10(program, &student), CreditUnit::Quarter);
        assert_eq!((left(associate), left(bachelor)), (left_of_associate, left_of_bachelor), "{credits}");
    }
}

#[test]
fn the_cap_is_rounded_down_to_a_tenth_of_a_credit() {
    let odd = Program { credits_q10: 905, ..default_catalog().remove(0) };
    // 67 % of 905 tenths are 606.35; 606 are brought along.
    assert_eq!(remaining_q10(&odd, &student(Education::SomeCollege, 100)), 299);
}

#[test]
fn a_semester_credit_is_one_and_a_half_quarter_credits() {
    let catalog = default_catalog();
    let left = |unit| remaining_q10(&catalog[1], &Profile { unit, ..student(Education::SomeCollege, 41) });
    assert_eq!(left(Some(CreditUnit::Semester)), 1185);
    assert_eq!(left(Some(CreditUnit::Quarter)), 1390);
    assert_eq!(left(Some(CreditUnit::NotSure)), 1390);
    assert_eq!(left(None), 1390);
}

#[test]
fn credits_left_empty_count_as_none() {
    let catalog = default_catalog();
    let student = Profile { credits: None, unit: None, ..student(Education::SomeCollege, 0) };
    assert_eq!(feasibility(&catalog[0], &student), Some(Feasibility::Fits { years: 2, remaining_q10: 900 }));
}

#[test]
fn credits_do_not_count_toward_a_certificate_or_a_master() {
    let catalog = default_catalog();
    let student = student(Education::Bachelor, 600);
    assert_eq!(
        catalog[3..].iter().map(|program| remaining_q10(program, &student)).collect::<Vec<_>>(),
        [270, 540, 480]
    );
}

#[test]
fn years_decide_between_fits_stretch_and_over_time() {
    let catalog = default_catalog();
    let rated = |years| feasibility(&catalog[1], &Profile { years: Some(years), ..student(Education::HighSchool, 0) });
    let (years, remaining_q10) = (4, 1800);
    assert_eq!(rated(5), Some(Feasibility::Fits { years, remaining_q10 }));
    assert_eq!(rated(4), Some(Feasibility::Fits { years, remaining_q10 }));
    assert_eq!(rated(3), Some(Feasibility::Stretch { years, remaining_q10 }));
    assert_eq!(rated(2), Some(Feasibility::OverTime { years, remaining_q10 }));
}

#[test]
fn a_program_is_blocked_below_its_entry_level() {
    let catalog = default_catalog();
    for education in [Education::HighSchool, Education::SomeCollege, Education::Associate] {
        let found = feasibility(&catalog[4], &student(education, 180));
        assert_eq!(found, Some(Feasibility::Blocked { needs: Education::Bachelor }));
    }
    assert_eq!(feasibility(&catalog[4], &student(Education::Bachelor, 180)).unwrap().years(), Some(2));
}

#[test]
fn without_education_years_or_pace_there_is_no_feasibility() {
    let catalog = default_catalog();
    let full = student(Education::HighSchool, 0);
    for profile in [
        Profile::default(),
        Profile { education: None, ..full.clone() },
        Profile { years: None, ..full.clone() },
        Profile { pace: None, ..full.clone() },
    ] {
        assert_eq!(feasibility(&catalog[0], &profile), None);
        assert!(best_of(Side::Him, &catalog, &profile).is_none());
    }
    assert!(best_of(Side::Hi, &catalog[..2], &full).is_none());
}

#[test]
fn awards_already_held_are_passed_over_while_another_can_be_begun() {
    let catalog = default_catalog();
    let best = |programs: &[Program], education| best_of(Side::Him, programs, &student(education, 0)).unwrap().0.award;
    assert_eq!(best(&catalog, Education::Associate), Award::Bachelor);
    assert_eq!(best(&catalog, Education::Bachelor), Award::Master);
    // The master's alone would be new, but is not open yet.
    let without_bachelor = [catalog[0].clone(), catalog[5].clone()];
    assert_eq!(best(&without_bachelor, Education::Associate), Award::Associate);
    // Everything is held: the shortest is left, and the first of equals.
    assert_eq!(best(&catalog, Education::Master), Award::Associate);
}

#[test]
fn terms_have_fifteen_credits_or_half_of_that() {
    for (remaining, unit, pace, terms, credits) in [
        (900, CreditUnit::Quarter, Pace::Full, 6, 90),
        (900, CreditUnit::Quarter, Pace::Half, 12, 90),
        (297, CreditUnit::Quarter, Pace::Full, 2, 30),
        (301, CreditUnit::Quarter, Pace::Full, 3, 31),
        (900, CreditUnit::Semester, Pace::Full, 4, 60),
        (900, CreditUnit::Semester, Pace::Half, 8, 60),
        (297, CreditUnit::Semester, Pace::Full, 2, 20),
        (225, CreditUnit::Semester, Pace::Half, 2, 15),
        (226, CreditUnit::Semester, Pace::Half, 3, 16),
        (0, CreditUnit::Quarter, Pace::Full, 0, 0),
    ] {
        assert_eq!(terms_left(remaining, unit, pace), terms, "{remaining} {unit:?} {pace:?}");
        assert_eq!(credits_left(remaining, unit), credits, "{remaining} {unit:?}");
    }
}

#[test]
fn awards_are_read_back_from_their_codes_and_feasibility_from_storage() {
    for award in Award::ALL {
        assert_eq!(Award::parse(award.code()), Some(*award));
        assert_eq!(serde_json::to_string(award).unwrap(), format!("{:?}", award.code()));
    }
    for found in
        [Feasibility::Fits { years: 2, remaining_q10: 900 }, Feasibility::Blocked { needs: Education::Bachelor }]
    {
        let stored = serde_json::to_value(found).unwrap();
        assert_eq!(stored["is"], found.as_str());
        assert_eq!(serde_json::from_value::<Feasibility>(stored).unwrap(), found);
    }
}
