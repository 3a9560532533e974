//! Other words for a letter: which stand, and which are refused for whose sake.

use super::*;
use crate::mail::samples::KINDS;

fn own(id: &str, text: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(id.to_owned(), text.to_owned())])
}

#[test]
fn every_kind_has_samples_and_sentences_that_stand() {
    for (kind, _) in KINDS {
        for sample in samples::of(kind) {
            assert_eq!(sample.letter.kind(), kind);
        }
        for language in Language::ALL {
            let known = sentences(kind, language, &BTreeMap::new());
            assert!(known.iter().any(|one| !one.is_fixed), "{kind} has nothing to edit");
            let typed: BTreeMap<_, _> = known.iter().map(|one| (one.id.clone(), one.text.clone())).collect();
            assert!(differing(&known, &typed).is_empty(), "{kind}");
            let open = known.iter().filter(|one| !one.is_fixed).map(|one| (one.id.clone(), one.text.clone()));
            assert_eq!(faults(kind, language, &open.collect()), [], "{kind}");
        }
    }
}

#[test]
fn the_editor_has_every_sentence_of_the_recommendation() {
    let known = sentences("recommendation", Language::English, &BTreeMap::new());
    let keys: Vec<&str> = known.iter().map(|one| one.id.split("--").next().unwrap_or_default()).collect();
    let file = include_str!("../words/en/letters.ftl");
    let all = file.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
    let missing: Vec<_> = all
        .filter(|key| key.starts_with("letter-result") || key.starts_with("letter-next"))
        .filter(|key| !keys.contains(key))
        .collect();
    // A heading for the answers that are missing, which no letter shows.
    assert_eq!(missing, ["letter-result-missing-heading"]);
}

#[test]
fn what_cannot_be_written_for_every_sample_is_named_at_its_place() {
    let found = |id: &str, text: &str| faults("recommendation", Language::English, &own(id, text));
    assert_eq!(found("letter-result-why", "Why this, {name}"), []);
    let alone = found("letter-result-why", "Why, as {advisor} sees it");
    assert_eq!(alone[0].0, "letter-result-why");
    assert!(alone[0].1.contains("“No advisor, a lean (HIM)” nothing stands for {advisor}"), "{alone:?}");
    assert!(found("letter-result-why", "{points}")[0].1.contains("no place {points}"));
    assert!(found("letter-result-reply", "Reply to this letter.")[0].1.contains("{advisor} must be in it"));
    assert!(found("letter-result-why", "You should enroll")[0].1.contains("promises or pushes"));
    assert!(found("letter-result-why", "Earn $90,000")[0].1.contains("no source"));
    assert!(found("letter-result-why", "See www.example.com")[0].1.contains("links"));
    let long = own("letter-note-subject", &format!("{{author}} {}", "wrote a note ".repeat(12)));
    let long = faults("shared-note", Language::English, &long);
    assert!(long[0].1.contains("“A long name” the subject is longer"), "{long:?}");
    // A letter to an address that nobody has proven yet names nobody.
    let named = own("letter-confirm-why", "Hello {name}, welcome.");
    let named = faults("confirm", Language::English, &named);
    assert!(named[0].1.contains("nothing stands for {name}"), "{named:?}");
}

#[test]
fn sentences_about_what_a_result_is_stay() {
    let known = sentences("recommendation", Language::English, &BTreeMap::new());
    let fixed: Vec<&str> = known.iter().filter(|one| one.is_fixed).map(|one| one.id.as_str()).collect();
    assert!(fixed.contains(&"letter-result-foot") && fixed.contains(&"letter-result-no-advice"), "{fixed:?}");
    let typed = own("letter-result-foot", "This decides what you study.");
    assert!(differing(&known, &typed).is_empty());
}
