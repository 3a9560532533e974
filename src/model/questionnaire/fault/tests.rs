//! Each fault is found, and the default questionnaire has none.

use super::*;
use crate::model::fit::worked::sheet;

fn faults_after(edit: impl Fn(&mut Sheet)) -> Vec<Fault> {
    let mut sheet = sheet();
    edit(&mut sheet);
    sheet.faults()
}

#[test]
fn the_default_questionnaire_may_be_published() {
    assert_eq!(sheet().faults(), []);
}

#[test]
fn keys_must_balance_in_every_dimension() {
    let faults = faults_after(|sheet| sheet.items[0].key = Key::Him);
    assert_eq!(faults, [Fault::Unbalanced { dimension: "ANALYZE".to_owned(), hi: 1, him: 3 }]);
    let faults = faults_after(|sheet| sheet.items.retain(|item| item.dimension != "COMM"));
    assert!(faults.contains(&Fault::Unbalanced { dimension: "COMM".to_owned(), hi: 0, him: 0 }));
}

#[test]
fn never_three_in_a_row_for_the_same_program() {
    // Swapping the keys of two items of one dimension keeps the balance.
    let faults = faults_after(|sheet| {
        sheet.items[0].key = Key::Him;
        sheet.items[18].key = Key::Hi;
    });
    assert_eq!(faults, [], "two in a row are fine");
    let faults = faults_after(|sheet| {
        sheet.items[3].key = Key::Hi;
        sheet.items[9].key = Key::Him;
    });
    assert_eq!(faults, [Fault::SameKeyInARow("q05".to_owned()), Fault::SameKeyInARow("q11".to_owned())]);
}

#[test]
fn items_need_a_dimension_a_name_a_place_and_words() {
    let faults = faults_after(|sheet| {
        sheet.items[1].name = "q01".to_owned();
        sheet.items[2].position = 2;
        sheet.items[3].text = " ".to_owned();
        sheet.items[4].name = "q 5".to_owned();
        sheet.items[5].dimension = "MOOD".to_owned();
    });
    for fault in [
        Fault::Duplicate("q01".to_owned()),
        Fault::SamePlace(2),
        Fault::NoWords("q04".to_owned()),
        Fault::Name("q 5".to_owned()),
        Fault::UnknownDimension { item: "q06".to_owned(), dimension: "MOOD".to_owned() },
    ] {
        assert!(faults.contains(&fault), "{fault}");
    }
}

#[test]
fn no_two_questions_ask_the_same_in_whatever_case_and_spaces() {
    let faults = faults_after(|sheet| {
        sheet.items[0].text = "Coach a new team.".to_owned();
        sheet.items[7].text = "  coach a NEW\u{a0} team. ".to_owned();
    });
    let [Fault::SameText { first, second, .. }] = faults.as_slice() else { panic!("{faults:?}") };
    assert_eq!((first.as_str(), second.as_str()), ("q01", "q08"));
    assert!(faults[0].to_string().starts_with("q01 and q08 ask the same: "));
    // Questions without words are another fault.
    let faults = faults_after(|sheet| (sheet.items[0].text, sheet.items[1].text) = (String::new(), " ".to_owned()));
    assert_eq!(faults, [Fault::NoWords("q01".to_owned()), Fault::NoWords("q02".to_owned())]);
}

#[test]
fn thresholds_must_be_in_order_and_reachable() {
    let faults = faults_after(|sheet| sheet.thresholds.lean = 44);
    assert_eq!(faults, [Fault::Bands { lean: 44, clear: 44, most: 96 }]);
    let faults = faults_after(|sheet| sheet.thresholds.clear = 97);
    assert_eq!(faults, [Fault::Bands { lean: 20, clear: 97, most: 96 }]);
    let faults = faults_after(|sheet| sheet.thresholds.min_answered = 25);
    assert_eq!(faults, [Fault::Count { threshold: "answers needed", value: 25, items: 24 }]);
}

#[test]
fn the_rest_must_hold_together_too() {
    assert_eq!(faults_after(|sheet| sheet.scoring = "fit-9".to_owned()), [Fault::UnknownScoring("fit-9".to_owned())]);
    assert_eq!(faults_after(|sheet| sheet.items[0].part = 2), [Fault::Parts]);
    assert_eq!(faults_after(|sheet| sheet.anchors[0].value = Some(1)), [Fault::Anchors]);
    let faults = faults_after(|sheet| sheet.dimensions[0].weight = 0);
    assert_eq!(faults, [Fault::Weight { dimension: "ANALYZE".to_owned(), weight: 0 }]);
    assert!(faults_after(|sheet| sheet.items.clear()).contains(&Fault::NoItems));
    assert_eq!(faults_after(|sheet| sheet.stem.clear()), [Fault::NoWords("stem".to_owned())]);
}
