//! A school's own wording: what it keeps, what it refuses.

use super::*;
use crate::words::Words;

fn one(key: &str) -> Shipped {
    shipped(Language::English, key).remove(0)
}

fn own(id: &str, text: &str) -> Words {
    Words::english().with_own(&BTreeMap::from([(id.to_owned(), text.to_owned())]))
}

#[test]
fn a_sentence_is_shown_with_its_places() {
    assert_eq!(one("letter-hello").text, "Hello {name},");
    let scores = one("letter-result-scores");
    assert_eq!(scores.text, "{him-words} toward HIM and {hi} toward HI. The lead is {lead-words}.");
    assert_eq!(scores.places, ["him-words", "hi", "lead-words"]);
    let missing = shipped(Language::English, "letter-result-missing");
    let said: Vec<_> = missing.iter().map(|one| (one.id.as_str(), one.places.len())).collect();
    assert_eq!(said, [("letter-result-missing--one", 0), ("letter-result-missing--other", 1)]);
}

#[test]
fn every_letter_sentence_written_back_says_the_same() {
    for language in Language::ALL {
        let keys = read(if language == Language::English { ENGLISH } else { SPANISH });
        for key in keys.keys().filter(|key| key.starts_with("letter-")) {
            let known = shipped(language, key);
            let texts: BTreeMap<_, _> = known.iter().map(|one| (one.id.clone(), one.text.clone())).collect();
            for one in &known {
                assert_eq!(fault(one, &one.text), None, "{}", one.id);
            }
            let own = Words::of(language).with_own(&texts);
            for many in [1, 5] {
                let say = |words: &Words| {
                    let phrase = words.say(key).set("him", many).set("hi", many).set("lead", many).set("years", many);
                    let phrase = phrase.set("missing", many).set("many", many).set("count", many).set("points", many);
                    phrase.set("role", "lead").set("about", "notes").to_string()
                };
                assert_eq!(say(&own), say(&Words::of(language)), "{key}");
            }
        }
    }
}

#[test]
fn only_places_that_are_known_stand_and_none_is_lost() {
    let sentence = one("letter-result-against");
    assert_eq!(fault(&sentence, "Against it: {pole}."), None);
    assert_eq!(fault(&sentence, "For {name}: {pole}."), None, "what the whole letter knows");
    assert_eq!(fault(&sentence, "Against it."), Some(Fault::Missing("pole".into())));
    assert_eq!(fault(&sentence, "{pole} {points}"), Some(Fault::Unknown("points".into())));
    assert_eq!(fault(&sentence, "{pole} {"), Some(Fault::Brace));
    assert_eq!(fault(&sentence, "{pole} }"), Some(Fault::Brace));
    assert_eq!(fault(&sentence, " "), Some(Fault::Empty));
}

#[test]
fn own_words_take_the_place_of_the_shipped_ones_and_broken_ones_do_not() {
    let words = own("letter-result-against", "Against it: { pole }.");
    assert_eq!(words.say("letter-result-against").set("pole", "People").to_string(), "Against it: People.");
    assert_eq!(words.say("letter-result-why").to_string(), "Why", "the others stay");
    let broken = own("letter-result-against", "Nothing of it.");
    assert!(broken.say("letter-result-against").set("pole", "People").to_string().contains("People"));
    let case = own("letter-result-missing--one", "Just one more.");
    assert_eq!(case.say("letter-result-missing").set("missing", 1).to_string(), "Just one more.");
    assert!(case.say("letter-result-missing").set("missing", 3).to_string().starts_with("3 more answers"));
}

#[test]
fn what_a_whole_letter_knows_fills_its_places_and_what_it_does_not_know_shows() {
    let words = own("letter-result-why", "Why, {name}, as {advisor} sees it");
    let known = words.knowing(vec![("name", "Eve".to_owned())]);
    let said = known.say("letter-result-why").to_string();
    assert!(said.starts_with("Why, Eve, as {$advisor}"), "{said}");
}

#[test]
fn signs_that_mean_something_to_fluent_are_words() {
    for text in ["[one] of these", "*not* this", ".dot = x", "# heading", "-term", "a = b"] {
        assert_eq!(own("letter-result-why", text).say("letter-result-why").to_string(), text);
    }
}

#[test]
fn it_is_known_which_sentences_were_said() {
    let words = Words::english().listening();
    let said = words.say("letter-result-why").to_string() + &words.say("letter-hello").set("name", "Eve").to_string();
    assert!(said.starts_with("Why"));
    drop(words.say("letter-result-why").to_string());
    assert_eq!(words.heard(), ["letter-result-why", "letter-hello"]);
}
