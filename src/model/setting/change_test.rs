//! Settings changed, told and taken back.

use super::*;

fn change(before: &Setting, after: &Setting) -> Change {
    let told = |setting: &Setting| serde_json::to_value(setting).expect("settings are plain");
    let (before, after) = (told(before), told(after));
    Change { number: 1, at: Timestamp::UNIX_EPOCH, before, after, takes_back: None, author: String::new() }
}

#[test]
fn a_change_taken_back_leaves_alone_what_it_did_not_change() {
    let first = Setting::before_any();
    let second = Setting { school: "Harbor".into(), digest_hour: 8, ..first.clone() };
    let now = Setting { keep_letters_months: 12, digest_hour: 9, ..second.clone() };
    let past = change(&first, &second);
    let back = past.back(&now).expect("settings are plain");
    assert_eq!(back.to, Setting { keep_letters_months: 12, digest_hour: 9, ..first.clone() });
    let school = Difference { label: "School", old: "Harbor".to_owned(), new: first.school.clone() };
    assert_eq!((back.differences, back.since), (vec![school], vec!["Daily letter to advisors"]));
    // Once more there is nothing left of it, and what was changed since is still named.
    let again = past.back(&back.to).expect("settings are plain");
    assert_eq!((again.differences.len(), again.since), (0, vec!["Daily letter to advisors"]));
}

#[test]
fn whoever_puts_back_nothing_of_a_change_does_not_take_it_back() {
    let first = Setting::before_any();
    let second = Setting { school: "Harbor".into(), digest_hour: 8, ..first.clone() };
    let back = change(&first, &second).back(&second).expect("settings are plain");
    assert!(back.is_in(&second, &Setting { digest_hour: 8, ..first.clone() }), "the school is put back");
    assert!(!back.is_in(&second, &Setting { school: "Lake".into(), ..second.clone() }));
}

#[test]
fn a_difference_is_told_old_and_new() {
    let first = Setting::before_any();
    let second = Setting { email_domains: vec!["a.example".into()], keep_letters_months: 1, ..first.clone() };
    let said: Vec<_> = change(&first, &second).differences().into_iter().map(|d| (d.label, d.old, d.new)).collect();
    let expected = [
        ("Email domains of students", "All".to_owned(), "a.example".to_owned()),
        ("Keep the words of letters", "24 months".to_owned(), "1 month".to_owned()),
    ];
    assert_eq!(said, expected);
}
