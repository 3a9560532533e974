//! What the profile form takes, and what it says to the rest.

use super::*;

fn with(edit: impl Fn(&mut ProfileDraft)) -> ProfileDraft {
    let mut draft = ProfileDraft::default();
    edit(&mut draft);
    draft
}

#[test]
fn every_field_may_be_left_empty() {
    let draft = with(|draft| draft.called = "  ".to_owned());
    assert_eq!(draft.called(), Ok(None));
    assert_eq!(draft.education(), Ok(None));
    assert_eq!(draft.credits(), Ok(None));
    assert_eq!(draft.unit(), Ok(None));
    assert_eq!(draft.years(), Ok(None));
    assert_eq!(draft.pace(), Ok(None));
    assert_eq!(draft.cost(), Ok(None));
    assert_eq!(draft.supervise(), Ok(None));
    assert_eq!(draft.setting(), Ok(None));
    assert_eq!(draft.pay(), Ok(None));
    assert_eq!(draft.matters(), Ok(None));
}

#[test]
fn credits_are_a_whole_number_up_to_six_hundred() {
    for (raw, expected) in [
        ("0", Ok(Some(0))),
        (" 62 ", Ok(Some(62))),
        ("600", Ok(Some(600))),
        ("601", Err("credits-out-of-range")),
        ("-1", Err("credits-out-of-range")),
        ("99999999999999999999", Err("credits-out-of-range")),
        ("12.5", Err("credits-not-a-number")),
        ("1,200", Err("credits-not-a-number")),
        ("+5", Err("credits-not-a-number")),
        ("-", Err("credits-not-a-number")),
        ("many", Err("credits-not-a-number")),
        ("٣", Err("credits-not-a-number")),
    ] {
        assert_eq!(with(|draft| draft.credits = raw.to_owned()).credits(), expected, "{raw}");
    }
}

#[test]
fn years_are_one_to_six() {
    for (raw, expected) in [
        ("1", Ok(Some(1))),
        ("6", Ok(Some(6))),
        ("0", Err("years-out-of-range")),
        ("7", Err("years-out-of-range")),
        ("two", Err("years-not-a-number")),
    ] {
        assert_eq!(with(|draft| draft.years = raw.to_owned()).years(), expected, "{raw}");
    }
}

#[test]
fn a_name_is_one_line_of_eighty_characters() {
    let called = |raw: String| with(|draft| draft.called = raw.clone()).called();
    assert_eq!(called(" Eve ".to_owned()), Ok(Some("Eve".to_owned())));
    assert_eq!(called("é".repeat(80)), Ok(Some("é".repeat(80))));
    assert_eq!(called("é".repeat(81)), Err("called-too-long"));
    assert_eq!(called("E\nve".to_owned()), Err("called-not-plain"));
    assert_eq!(called("E\0ve".to_owned()), Err("called-not-plain"));
}

#[test]
fn what_matters_most_has_five_hundred_characters_and_may_have_lines() {
    let matters = |raw: String| with(|draft| draft.matters = raw.clone()).matters();
    assert_eq!(matters("Short\r\nand true".to_owned()), Ok(Some("Short\nand true".to_owned())));
    assert!(matters("a\r\n".repeat(250)).is_ok());
    assert_eq!(matters("ö".repeat(501)), Err("matters-too-long"));
    assert_eq!(matters("nul\0".to_owned()), Err("matters-not-plain"));
}

#[test]
fn an_unknown_choice_is_refused_at_its_field() {
    let draft = with(|draft| {
        draft.education = "phd".to_owned();
        draft.unit = "unsure".to_owned();
    });
    assert_eq!(draft.education(), Err("choice-unknown"));
    assert_eq!(draft.unit(), Err("choice-unknown"));
}

#[test]
fn a_saved_profile_fills_the_form_and_comes_back_equal() {
    let profile = Profile {
        called: Some("Eve".to_owned()),
        education: Some(Education::SomeCollege),
        credits: Some(40),
        unit: Some(CreditUnit::NotSure),
        years: Some(4),
        pace: Some(Pace::Half),
        cost: Some(Cost::Lowest),
        supervise: Some(Supervise::Yes),
        setting: Some(Setting::Remote),
        pay: Some(PayPriority::Low),
        matters: Some("Time for my family".to_owned()),
    };
    let draft = ProfileDraft::from(&profile);
    let back = Profile {
        called: draft.called().unwrap(),
        education: draft.education().unwrap(),
        credits: draft.credits().unwrap(),
        unit: draft.unit().unwrap(),
        years: draft.years().unwrap(),
        pace: draft.pace().unwrap(),
        cost: draft.cost().unwrap(),
        supervise: draft.supervise().unwrap(),
        setting: draft.setting().unwrap(),
        pay: draft.pay().unwrap(),
        matters: draft.matters().unwrap(),
    };
    assert!(back == profile);
    let stored = serde_json::to_string(&profile).unwrap();
    assert!(serde_json::from_str::<Profile>(&stored).unwrap() == profile);
}

#[test]
fn the_copy_kept_with_a_result_has_no_private_words() {
    let profile = Profile {
        called: Some("Eve".to_owned()),
        matters: Some("My family".to_owned()),
        supervise: Some(Supervise::No),
        ..Profile::default()
    };
    assert!(profile.used() == Profile { supervise: Some(Supervise::No), ..Profile::default() });
    assert_eq!(format!("{profile:?}"), "Profile(…)");
}

#[test]
fn an_empty_wish_to_supervise_means_maybe() {
    assert_eq!(Profile::default().supervision(), Supervise::Maybe);
}
