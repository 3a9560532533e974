//! The sentences of each kind of letter, and whether other words can stand in their place: they are written for every sample
//! person first.

use std::collections::BTreeMap;

use super::{
    Letterhead, letters,
    samples::{self, SCHOOL, Sample},
};
use crate::{
    language::Language,
    model::{letter::Letter, outbox::Written},
    words::{
        Words,
        own::{self, Fault},
    },
};

/// The longest sentence, in characters.
const LONGEST: usize = 600;
/// The longest subject that mailboxes show, in characters, with the longest name in it.
const LONGEST_SUBJECT: usize = 180;

/// Sentences that stay as they came: they say what a result is and is not, or where a figure comes from.
const FIXED: &[&str] = &[
    "letter-from",
    "letter-result-foot",
    "letter-result-no-advice",
    "letter-result-warning",
    "letter-figure-source",
    "letter-figure-source-unchecked",
    "letter-figure-review",
    "letter-hi",
    "letter-him",
    "letter-points",
    "letter-meeting-description",
    "letter-meeting-summary",
    "letter-meeting-summary-gone",
];
/// Beginnings of such.
const FIXED_LISTS: &[&str] = &["letter-statistic-", "letter-needs-"];

/// What nobody may promise or push with, in small letters, in either language.
const PUSHES: &[&str] = &[
    "!",
    "¡",
    "you should",
    "likelihood of success",
    "guarantee",
    "perfect",
    "deberías",
    "probabilidad de éxito",
    "garantiz",
];

/// A sentence in the editor.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its id.
    pub id: String,
    /// What it is, in words.
    pub label: String,
    /// The words that came with Signpost.
    pub shipped: String,
    /// The words now.
    pub text: String,
    /// What may stand in braces, and what it is filled with; those of this sentence first.
    pub places: Vec<(String, &'static str)>,
    /// Whether it stays as it came.
    pub is_fixed: bool,
}

/// The sentences of a kind in a language with the school's own words in place; none when there is no such kind. They are the
/// ones that its samples say, so that none is forgotten.
#[must_use]
pub fn sentences(kind: &str, language: Language, own_words: &BTreeMap<String, String>) -> Vec<Sentence> {
    let words = Words::of(language).listening();
    for sample in samples::of(kind) {
        // A sample that cannot be written in the shipped words is a fault of ours, which a test finds.
        drop(letters::write(&sample.letter, sample.name, SCHOOL, &Letterhead::sample(), &words));
    }
    let mut found = Vec::new();
    for key in words.heard().into_iter().filter(|key| key.starts_with("letter-")) {
        let is_fixed = FIXED.contains(&key.as_str()) || FIXED_LISTS.iter().any(|list| key.starts_with(list));
        for one in own::shipped(language, &key) {
            let text = own_words.get(&one.id).filter(|_| !is_fixed).cloned().unwrap_or_else(|| one.text.clone());
            let mut places: Vec<(String, &'static str)> = Vec::new();
            for place in one.places.iter().map(String::as_str).chain(own::COMMON) {
                if !places.iter().any(|(known, _)| known == place) {
                    places.push((place.to_owned(), meaning(place)));
                }
            }
            found.push(Sentence { label: label(&one.id), id: one.id, shipped: one.text, text, places, is_fixed });
        }
    }
    found
}

/// Keeps of what was typed only what differs from the shipped words.
#[must_use]
pub fn differing(sentences: &[Sentence], typed: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let own = sentences.iter().filter(|sentence| !sentence.is_fixed).filter_map(|sentence| {
        let text = typed.get(&sentence.id)?.split_whitespace().collect::<Vec<_>>().join(" ");
        let shipped = sentence.shipped.split_whitespace().collect::<Vec<_>>().join(" ");
        (text != shipped).then(|| (sentence.id.clone(), text))
    });
    own.collect()
}

/// What keeps other words from standing: the sentence's id and the reason, as the editor reads it. Each sentence is looked at by
/// itself, then the whole letter is written for every sample person.
#[must_use]
pub fn faults(kind: &str, language: Language, own_words: &BTreeMap<String, String>) -> Vec<(String, String)> {
    let known = sentences(kind, language, &BTreeMap::new());
    let mut faults = Vec::new();
    for (id, text) in own_words {
        let sentence = known.iter().find(|one| one.id == *id && !one.is_fixed);
        if let Some(fault) = sentence.and_then(|sentence| fault(sentence, language, text)) {
            faults.push((id.clone(), fault));
        }
    }
    if faults.is_empty() {
        for sample in samples::of(kind) {
            if let Some(fault) = unfit(&sample, language, own_words).filter(|fault| !faults.contains(fault)) {
                faults.push(fault);
            }
        }
    }
    faults
}

fn fault(sentence: &Sentence, language: Language, text: &str) -> Option<String> {
    let key = sentence.id.split("--").next().unwrap_or_default();
    let shipped = own::shipped(language, key).into_iter().find(|one| one.id == sentence.id)?;
    if let Some(fault) = own::fault(&shipped, text) {
        return Some(match fault {
            Fault::Empty => "Write something here, or take the shipped words again.".to_owned(),
            Fault::Brace => "A { or } stands alone. A place is a name in braces, such as {school}.".to_owned(),
            Fault::Unknown(name) => format!("There is no place {{{name}}} in this letter."),
            Fault::Missing(name) => format!("{{{name}}} must be in it: {}.", meaning(&name)),
        });
    }
    let lower = text.to_lowercase();
    if let Some(push) = PUSHES.iter().find(|push| lower.contains(**push)) {
        return Some(format!(
            "“{push}” promises or pushes. A letter tells what is known, and lets the student choose."
        ));
    }
    if lower.contains("http") || lower.contains("www.") {
        return Some("A letter brings its own links: others could lead anywhere.".to_owned());
    }
    let is_figure = |word: &&str| word.contains(['$', '%']) && word.contains(|c: char| c.is_ascii_digit());
    if let Some(word) = text.split_whitespace().find(is_figure) {
        return Some(format!("“{word}” has no source here. Figures come into a letter from Figures, with theirs."));
    }
    let is_odd = text.chars().count() > LONGEST || text.chars().any(char::is_control);
    is_odd.then(|| format!("Use one line of at most {LONGEST} characters."))
}

/// The first sentence that cannot be written for this person, and why.
fn unfit(sample: &Sample, language: Language, own_words: &BTreeMap<String, String>) -> Option<(String, String)> {
    let first = || own_words.keys().next().cloned().unwrap_or_default();
    let Ok(written) = preview(sample, language, own_words, SCHOOL) else {
        return Some((first(), format!("The letter cannot be written for the sample “{}”.", sample.about)));
    };
    let unfilled = [&written.subject, &written.text, &written.html].into_iter().find_map(|part| {
        let start = part.find("{$")?;
        Some(part[start + 2..].split('}').next()?.trim().to_owned())
    });
    if let Some(name) = unfilled {
        let names = |text: &String| text.replace(' ', "").contains(&format!("{{{name}}}"));
        let id = own_words.iter().find(|(_, text)| names(text)).map_or_else(first, |(id, _)| id.clone());
        return Some((id, format!("For the sample “{}” nothing stands for {{{name}}}.", sample.about)));
    }
    let is_long = written.subject.chars().count() > LONGEST_SUBJECT;
    let id = || own_words.keys().find(|id| id.contains("-subject")).cloned().unwrap_or_else(first);
    is_long.then(|| (id(), format!("For the sample “{}” the subject is longer than mailboxes show.", sample.about)))
}

/// A sample letter in these words.
///
/// # Errors
/// askama's.
pub fn preview(
    sample: &Sample,
    language: Language,
    own_words: &BTreeMap<String, String>,
    school: &str,
) -> askama::Result<Written> {
    let words = Words::of(language).with_own(own_words);
    letters::write(&sample.letter, sample.name, school, &Letterhead::sample(), &words)
}

/// The letter that shows a sample to whoever edits it.
#[must_use]
pub fn test_of(sample: Sample, own: BTreeMap<String, String>) -> Letter {
    Letter::Test { of: Box::new(sample.letter), name: sample.name.to_owned(), own }
}

/// `letter-result-heading-hi-clear` → `Result heading hi clear`.
fn label(id: &str) -> String {
    let words = id.trim_start_matches("letter-").replace("--", ", case ").replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}

/// What stands in a place.
fn meaning(place: &str) -> &'static str {
    match place {
        "school" => "the school’s name",
        "name" => "what the reader is called",
        "advisor" => "the advisor’s name, where there is one",
        "author" | "by" | "with" | "to" | "student" => "a person’s name",
        "date" | "day" | "checked" => "a day",
        "when" | "at" => "a day and time",
        "pole" => "a topic of the questions",
        "title" | "label" => "a title",
        "period" | "basis" | "source" => "where a figure comes from",
        "value" => "a figure",
        "needs" => "the education that is asked for",
        "browser" => "a browser and its system",
        "words" => "words from the catalog",
        "page" => "an address",
        "about-words" => "what was asked for",
        place if place.contains("-words") => "a number with its word, such as 64 points",
        _ => "a number",
    }
}

#[cfg(test)]
#[path = "wording_test.rs"]
mod tests;
