//! The language files: whole, used, and in our tone.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::files_under;
use signpost::{language::Language, words::Words};

/// Key → sentence as written, for all files of a language.
fn messages(language: &str) -> Vec<(String, String, String)> {
    let mut found: Vec<(String, String, String)> = Vec::new();
    for (path, text) in files_under(&format!("src/words/{language}"), ".ftl") {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(" = ").or_else(|| line.split_once(" =")) {
                Some((key, value)) if is_key(key) => found.push((path.clone(), key.to_owned(), value.to_owned())),
                _ => {
                    if let Some((_, _, value)) = found.last_mut() {
                        value.push('\n');
                        value.push_str(line);
                    }
                }
            }
        }
    }
    found
}

fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Sources without their comments and tests, and templates.
fn users() -> Vec<(String, String)> {
    let mut files = files_under("src", ".rs");
    files.retain(|(path, _)| !path.ends_with("tests.rs") && !path.contains("/tests/"));
    for (_, source) in &mut files {
        *source = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    }
    files.extend(files_under("templates", ".html"));
    files.extend(files_under("templates", ".txt"));
    files
}

fn literals(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in source.lines() {
        let mut rest = line;
        while let Some((_, after)) = rest.split_once('"') {
            let Some((inside, _)) = after.split_once('"') else { break };
            found.push(inside.to_owned());
            // Quotes of HTML and quotes of keys lie inside one another: each quote may be the first of a pair.
            rest = after;
        }
    }
    found
}

#[test]
fn every_file_can_be_read_and_no_key_stands_twice() {
    for language in Language::ALL {
        let mut homes: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (path, key, _) in messages(language.code()) {
            homes.entry(key).or_default().push(path);
        }
        homes.retain(|_, paths| paths.len() > 1);
        assert!(homes.is_empty(), "keys that stand twice: {homes:#?}");
    }
    for (path, text) in files_under("src/words", ".ftl") {
        if let Err((_, errors)) = fluent_bundle::FluentResource::try_new(text) {
            panic!("{path}: {errors:?}");
        }
    }
    for language in Language::ALL {
        let words = Words::of(language);
        for (path, key, _) in messages(language.code()) {
            assert!(words.knows(&key), "{path}: {key} is in no bundle: add the file to src/words/mod.rs");
        }
    }
}

/// What stands between braces and brackets of a sentence: its places and the cases it tells apart. Each language has its
/// own rules of one and many, so those cases do not count.
fn places(sentence: &str) -> BTreeSet<String> {
    const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
    let word =
        |text: &str| text.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect::<String>();
    let variables = sentence.match_indices('$').map(|(at, _)| format!("${}", word(&sentence[at + 1..])));
    let cases = sentence.lines().filter_map(|line| line.trim_start().trim_start_matches('*').strip_prefix('['));
    variables.chain(cases.map(word).filter(|case| !PLURALS.contains(&case.as_str()))).collect()
}

#[test]
fn every_language_has_the_same_files_keys_and_places() {
    let home = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let all = |language: Language| -> BTreeMap<String, (String, BTreeSet<String>)> {
        messages(language.code()).into_iter().map(|(path, key, text)| (key, (home(&path), places(&text)))).collect()
    };
    let english = all(Language::English);
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let other = all(language);
        for key in english.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
            // Staff pages are English: their words may be without a translation, but not with another one's places.
            let is_staffs = english.get(key).is_some_and(|(home, _)| home == "staff.ftl") && !other.contains_key(key);
            if english.get(key) != other.get(key) && !is_staffs {
                wrong.push(format!("{key}: {:?}, {}: {:?}", english.get(key), language.code(), other.get(key)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let told = ["$m", "$n", "hi"].map(str::to_owned);
    assert_eq!(places("{ $n ->\n [one] { $n } a\n [hi] b\n *[other] { $m }"), BTreeSet::from(told));
}

#[test]
fn every_sentence_a_page_asks_for_is_there() {
    let words = Words::english();
    let mut missing = BTreeSet::new();
    for (path, source) in users() {
        for start in ["say(\"", "Err(\"", "flash-"] {
            for (at, _) in source.match_indices(start) {
                let from = if start == "flash-" { at } else { at + start.len() };
                let key = source[from..].split('"').next().unwrap_or_default();
                let is_sentence = is_key(key) && !key.ends_with('-') && (start == "say(\"" || key.contains('-'));
                if is_sentence && source[from + key.len()..].starts_with('"') && !words.knows(key) {
                    missing.insert(format!("{path}: {key}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "no words for\n{}", missing.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn no_sentence_is_left_over() {
    let mut used = BTreeSet::new();
    let mut patterns = BTreeSet::new();
    for (_, source) in users() {
        for literal in literals(&source) {
            if literal.contains('{') {
                patterns.insert(literal);
            } else {
                used.insert(literal);
            }
        }
    }
    // `format!("error-{}-title", …)`, `"answer-" ~ code`
    let made = |key: &str| {
        patterns.iter().any(|pattern| fits(key, pattern))
            || used.iter().any(|start| start.len() > 3 && start.ends_with('-') && key.starts_with(start.as_str()))
    };
    // `format!("{field}-{code}")`
    let has_pairs =
        patterns.iter().any(|pattern| pattern.starts_with('{') && pattern.ends_with('}') && pattern.contains("}-{"));
    let made_of_two = |key: &str| {
        let is_pair = |field: &str, code: &str| {
            used.contains(field) && (used.contains(code) || used.contains(&code.replace('-', "_")))
        };
        has_pairs && key.match_indices('-').any(|(at, _)| is_pair(&key[..at], &key[at + 1..]))
    };
    let left: Vec<_> = messages("en")
        .into_iter()
        .filter(|(_, key, _)| !used.contains(key) && !made(key) && !made_of_two(key))
        .map(|(_, key, _)| key)
        .collect();
    assert!(left.is_empty(), "nothing says {left:?}");
}

/// Whether a key can come out of a pattern with `{…}` in it.
fn fits(key: &str, pattern: &str) -> bool {
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        parts.push(before);
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    parts.push(rest);
    let is_of_keys = |part: &&str| part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !parts.iter().all(is_of_keys) || parts.iter().map(|part| part.len()).sum::<usize>() < 3 {
        return false;
    }
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    let middle = key.strip_prefix(first).and_then(|rest| rest.strip_suffix(last));
    middle.is_some_and(|middle| {
        let mut rest = middle;
        parts[1..parts.len() - 1].iter().all(|part| match rest.split_once(part) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        })
    })
}

#[test]
fn students_are_spoken_to_in_our_tone() {
    let mut wrong = Vec::new();
    for (path, key, text) in messages("en").into_iter().filter(|(path, ..)| !path.ends_with("staff.ftl")) {
        let lower = text.to_lowercase();
        let matches = lower.replace("do not match", "");
        for (found, word) in [
            (lower.contains("please"), "please"),
            (lower.contains("you should"), "you should"),
            (matches.split(|c: char| !c.is_alphabetic()).any(|word| word.starts_with("match")), "match"),
            (lower.contains("likelihood of success"), "likelihood of success"),
            (text.contains('!'), "an exclamation mark"),
            (text.contains('\''), "a typewriter apostrophe"),
        ] {
            if found {
                wrong.push(format!("{path}: {key} has {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_pattern_fits_the_keys_it_can_make() {
    assert!(fits("error-not-found-title", "error-{}-title"));
    assert!(fits("program-hi-short", "program-{side}-short"));
    assert!(!fits("error-not-found-text", "error-{}-title"));
    assert!(!fits("error-not-found-text", "{}"));
}
