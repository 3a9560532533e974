//! Every outcome through the front door, every sentence of it read: on the page (which is what is printed, too) and in the
//! letter. It points; it never decides, promises or measures, and it shows no code of ours.

use std::collections::BTreeSet;

use serde_json::json;

use crate::support::{Letter, Page, Portal, files_under, outcomes, text};

/// Words that no result may say, in either language.
const NEVER: &[&str] = &[
    "you should",
    "likelihood",
    "success",
    "guarantee",
    "probab",
    "perfect",
    "score of",
    "deberías",
    "éxito",
    "garanti",
    "compatib",
    "ideal para",
];

/// The keys of the language files that cannot be mistaken for words.
fn keys() -> BTreeSet<String> {
    let files = files_under("src/words", ".ftl");
    let lines = files.iter().flat_map(|(_, text)| text.lines());
    let keys = lines.filter_map(|line| line.split_once(" =").map(|(key, _)| key));
    keys.filter(|key| key.contains('-') && !key.contains(' ')).map(str::to_owned).collect()
}

/// What is wrong with something one reads.
fn faults(words: &str, keys: &BTreeSet<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for sentence in words.split(['.', '?', '!', ';', ':', '·']) {
        let lower = sentence.to_lowercase();
        let mut each = lower.split(|c: char| !c.is_alphabetic());
        let tells_of_fit = each.clone().any(|word| {
            let english =
                matches!(word, "fit" | "fits" | "points" | "lead" | "leans" | "answers" | "result" | "hi" | "him");
            english || matches!(word, "puntos" | "ventaja" | "respuestas" | "resultado")
        });
        if each.any(|word| word.starts_with("match")) || NEVER.iter().any(|never| lower.contains(never)) {
            faults.push(format!("it decides or promises: {sentence}"));
        }
        if tells_of_fit && (sentence.contains('%') || lower.contains("percent")) {
            faults.push(format!("a percentage of a fit: {sentence}"));
        }
    }
    if ["{", "}", "[[", "]]"].iter().any(|mark| words.contains(mark)) {
        faults.push(format!("a place that nothing filled: {words}"));
    }
    let tokens = words.split_whitespace().filter(|token| !token.starts_with("http") && !token.contains('@'));
    for token in tokens.map(|token| token.trim_matches(|c: char| !c.is_alphanumeric())) {
        if token.contains('_') || keys.contains(token) {
            faults.push(format!("a code: {token}"));
        }
    }
    faults
}

/// Everything one sees or hears on a page.
fn read(html: &str) -> Vec<String> {
    let spoken = ["aria-label", "data-l", "title", "alt", "placeholder"];
    let tags = text::tags(html);
    let heard = tags.iter().flat_map(|tag| spoken.iter().filter_map(|name| tag.get(name)));
    // What stands in a block of its own is a sentence of its own, with a full stop or without.
    let blocks = ["<p", "<td", "<th", "<caption", "<li", "<h1", "<h2", "<h3", "<dt", "<dd", "<summary", "<div"];
    let parted = blocks.iter().fold(html.to_owned(), |html, block| html.replace(block, &format!(". {block}")));
    std::iter::once(text::visible(&parted)).chain(heard).collect()
}

#[track_caller]
fn is_honest(name: &str, page: &Page, letter: &Letter, keys: &BTreeSet<String>) {
    page.is(200);
    let words = [read(&page.body), read(&letter.html), vec![letter.subject.clone(), letter.text.clone()]].concat();
    let faults: Vec<_> = words.iter().flat_map(|words| faults(words, keys)).collect();
    assert!(faults.is_empty(), "{name}: {faults:#?}");
}

#[test]
fn what_is_not_honest_is_found() {
    let keys = keys();
    assert!(keys.contains("result-hi-clear"));
    for wrong in [
        "You should study this.",
        "A perfect match for you.",
        "We matched you.",
        "Likelihood of success: high.",
        "A fit of 71%.",
        "71 percent of your points.",
        "Deberías estudiar esto.",
        "El 71 % de tus puntos.",
        "The reason is OTHER_CASE.",
        "It is over_time for you.",
        "See result-hi-clear.",
        "Hello { $name }",
        "It pays [[claim:pay.median.29-2072]].",
    ] {
        assert!(!faults(wrong, &keys).is_empty(), "{wrong}");
    }
    for right in [
        "Up to 67% of a program may come from credits you have. It fits your time.",
        "Keep a department running from day-to-day (ada@harbor.example).",
        "http://localhost/how-scoring-works",
    ] {
        assert!(faults(right, &keys).is_empty(), "{right}: {:?}", faults(right, &keys));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_outcome_is_stored_as_it_must_be_and_every_sentence_of_it_is_honest() {
    let portal = Portal::open().await;
    let (gus, ada) = (portal.gus().await, portal.ada().await);
    let keys = keys();
    for way in outcomes::all() {
        let path = gus.go(&way).await;
        let row = portal.stored(&path).await;
        let found = (&row["outcome"], &row["reason"], &row["flags"]);
        assert_eq!(found, (&json!(way.outcome), &json!(way.reason), &json!(way.flags)), "{}", way.name);
        assert_eq!((row["hi"].as_i64(), row["him"].as_i64()), (Some(way.points.0), Some(way.points.1)), "{}", way.name);
        let letter = portal.letter_to(gus.email).await;
        if let Some(advice) = &way.advice {
            ada.advises(&gus, advice).await;
            gus.get(&path).await.says("Your advisor suggests health information management");
        }
        is_honest(&way.name, &gus.get(&path).await, &letter, &keys);
        portal.tell("update person set locale = 'es' where role = 'student'").await;
        let spanish = gus.get(&path).await;
        spanish.says("Ir al contenido principal").says_not("Skip to main content");
        is_honest(&format!("{}, in Spanish", way.name), &spanish, &letter, &keys);
        portal.tell("update person set locale = 'en' where role = 'student'").await;
        if let Some(then) = &way.then {
            gus.go(&outcomes::way(then)).await;
            let page = gus.get(&path).await;
            page.says("This is an older result.");
            is_honest("superseded", &page, &letter, &keys);
        }
    }
    let list = gus.get("/results").await;
    let wrong: Vec<_> = read(&list.body).iter().flat_map(|words| faults(words, &keys)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_flag_is_said_in_words() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    for (name, words) in [
        ("lowered-hi", "You want to supervise people soon"),
        ("lowered-him", "You do not want to supervise people"),
        ("conflict", "your wish about leading people points the other"),
        ("low-interest", "You dislike much of what both careers do."),
        ("neither-appeals", "You like little of what either career does."),
        ("low-variation", "Almost all your answers are the same"),
        ("all-the-same", "Almost all your answers are the same"),
        ("many-unsure", "4 questions have no answer on the scale."),
        ("not-enough", "You answered 16 of 24 questions on the scale."),
    ] {
        let page = gus.get(gus.go(&outcomes::way(name)).await).await;
        page.says(words);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_that_pull_different_ways_are_shown_back_as_they_were_given() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let page = gus.get(gus.go(&outcomes::way("pulling-apart")).await).await;
    page.says("These two answers pull different ways 1. Dig through a year of visit data to find out why some patients come back too soon. Strongly like 13. Decide how to measure whether a change in a clinic really worked. Strongly dislike");
    page.says("2. Coach a team through its daily work. Strongly dislike 14. Be responsible for how well other people do their jobs. Strongly like");
    page.says("Both are counted as you gave them.");
    // A result without such answers says nothing of it.
    gus.get(gus.go(&outcomes::way("hi-clear")).await).await.says_not("pull different ways");
}
