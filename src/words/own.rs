//! Sentences in a school's own wording. An editor writes `{name}` where a fact belongs; a case that the language tells apart by
//! number stays one place, and a sentence that is nothing but cases is written case by case.

use std::{collections::BTreeMap, sync::OnceLock};

use super::{ENGLISH, SPANISH};
use crate::language::Language;

/// Facts that a whole letter knows, beside those of one sentence.
pub const COMMON: [&str; 4] = ["school", "name", "advisor", "date"];
/// The one place that a sentence may do without.
const FREE: &str = "school";

/// A sentence as it came with Signpost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// Its key, with `--case` behind where it is one of several.
    pub id: String,
    /// Its words, with `{name}` for each place.
    pub text: String,
    /// The places in it.
    pub places: Vec<String>,
}

/// Why a sentence in other words cannot stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It says nothing.
    Empty,
    /// A brace that begins or ends no place.
    Brace,
    /// A place that this letter does not know.
    Unknown(String),
    /// A place that must be in it.
    Missing(String),
}

/// What a sentence is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Words(String),
    /// What the editor writes, and how Fluent spells it.
    Place(String, String),
}

/// The sentences under a key: one, or each case.
#[must_use]
pub fn shipped(language: Language, key: &str) -> Vec<Shipped> {
    let Some(raw) = raw(language, key) else { return Vec::new() };
    let of = |id: String, raw: &str| {
        let parts = parts(raw);
        let places = parts.iter().filter_map(|part| match part {
            Part::Words(_) => None,
            Part::Place(name, _) => Some(name.clone()),
        });
        Shipped { id, places: places.collect(), text: written(&parts) }
    };
    match cases(raw) {
        None => vec![of(key.to_owned(), raw)],
        Some((_, cases)) => cases.iter().map(|case| of(format!("{key}--{}", case.name), &case.raw)).collect(),
    }
}

/// What is wrong with a sentence in other words; nothing when it can stand.
#[must_use]
pub fn fault(shipped: &Shipped, text: &str) -> Option<Fault> {
    if text.trim().is_empty() {
        return Some(Fault::Empty);
    }
    let Some(named) = named(text) else { return Some(Fault::Brace) };
    let knows = |name: &&str| shipped.places.iter().any(|place| place == name) || COMMON.contains(name);
    if let Some(unknown) = named.iter().find(|name| !knows(name)) {
        return Some(Fault::Unknown((*unknown).to_owned()));
    }
    let missing = shipped.places.iter().find(|place| *place != FREE && !named.contains(&place.as_str()));
    missing.map(|place| Fault::Missing(place.clone()))
}

/// The sentences as Fluent reads them. What cannot stand, because it is of another version, is left out.
pub(super) fn compiled(language: Language, own: &BTreeMap<String, String>) -> String {
    let mut keys: Vec<&str> = own.keys().map(|id| id.split("--").next().unwrap_or(id)).collect();
    keys.dedup();
    keys.into_iter().filter_map(|key| compile(language, key, own)).collect()
}

fn compile(language: Language, key: &str, own: &BTreeMap<String, String>) -> Option<String> {
    let raw = raw(language, key)?;
    let known = shipped(language, key);
    let sound = |id: &str| {
        let shipped = known.iter().find(|one| one.id == id)?;
        own.get(id).filter(|text| fault(shipped, text).is_none())
    };
    match cases(raw) {
        None => Some(format!("{key} = {}\n", spelled(sound(key)?, &parts(raw)))),
        Some((of, cases)) => {
            let mut out = format!("{key} = {{ ${of} ->\n");
            for case in &cases {
                let words = match sound(&format!("{key}--{}", case.name)) {
                    Some(text) => spelled(text, &parts(&case.raw)),
                    None => case.raw.clone(),
                };
                let mark = if case.is_default { "   *" } else { "    " };
                out += &format!("{mark}[{}] {words}\n", case.name);
            }
            Some(out + "    }\n")
        }
    }
}

/// An editor's words with each place as Fluent spells it.
fn spelled(text: &str, parts: &[Part]) -> String {
    let mut out = String::new();
    let mut rest = text.trim();
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        out += before;
        let known = parts.iter().find_map(|part| match part {
            Part::Place(place, code) if place == name.trim() => Some(code.clone()),
            _ => None,
        });
        out += &known.unwrap_or_else(|| format!("{{ ${} }}", name.trim()));
        rest = after;
    }
    out + rest
}

/// The places that a text names; nothing when a brace stands alone.
fn named(text: &str) -> Option<Vec<&str>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}')?;
        if before.contains('}') || name.contains('{') {
            return None;
        }
        found.push(name.trim());
        rest = behind;
    }
    (!rest.contains('}')).then_some(found)
}

fn written(parts: &[Part]) -> String {
    let words = parts.iter().map(|part| match part {
        Part::Words(words) => words.clone(),
        Part::Place(name, _) => format!("{{{name}}}"),
    });
    words.collect()
}

fn parts(raw: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut rest = raw.trim();
    let words = |text: &str| Part::Words(text.split('\n').map(str::trim_start).collect::<Vec<_>>().join(" "));
    while let Some((before, block, after)) = next_block(rest) {
        if !before.is_empty() {
            parts.push(if before.contains('\n') { words(before) } else { Part::Words(before.to_owned()) });
        }
        let inside = block[1..block.len() - 1].trim();
        let is_name = |c: &char| c.is_ascii_alphanumeric() || "-_".contains(*c);
        let mut place: String = inside.chars().skip(1).take_while(is_name).collect();
        if inside.contains("->") {
            place += "-words";
            let again = parts.iter().filter(|part| matches!(part, Part::Place(known, _) if known.starts_with(&place)));
            match again.count() {
                0 => {}
                many => place += &format!("-{}", many + 1),
            }
        }
        parts.push(Part::Place(place, block.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(if rest.contains('\n') { words(rest) } else { Part::Words(rest.to_owned()) });
    }
    parts
}

/// What stands before the next `{…}`, that, and what stands behind it.
fn next_block(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find('{')?;
    let mut depth = 0;
    for (at, c) in text[start..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let end = start + at + 1;
            return Some((&text[..start], &text[start..end], &text[end..]));
        }
    }
    None
}

struct Case {
    name: String,
    is_default: bool,
    raw: String,
}

/// The cases of a sentence that is nothing else, and what they are the cases of.
fn cases(raw: &str) -> Option<(String, Vec<Case>)> {
    let (before, block, after) = next_block(raw.trim())?;
    if !before.is_empty() || !after.is_empty() {
        return None;
    }
    let (head, body) = block[1..block.len() - 1].split_once("->")?;
    let mut cases: Vec<Case> = Vec::new();
    for line in body.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (is_default, rest) = match line.strip_prefix('*') {
            Some(rest) => (true, rest),
            None => (false, line),
        };
        match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((name, words)) => {
                cases.push(Case { name: name.trim().to_owned(), is_default, raw: words.trim().to_owned() });
            }
            None => {
                let case = cases.last_mut()?;
                case.raw += "\n        ";
                case.raw += line;
            }
        }
    }
    Some((head.trim().trim_start_matches('$').to_owned(), cases))
}

/// A sentence as its file has it.
fn raw(language: Language, key: &str) -> Option<&'static str> {
    static FILES: OnceLock<[BTreeMap<&'static str, &'static str>; 2]> = OnceLock::new();
    let [english, spanish] = FILES.get_or_init(|| [ENGLISH, SPANISH].map(read));
    match language {
        Language::English => english.get(key).copied(),
        Language::Spanish => spanish.get(key).or_else(|| english.get(key)).copied(),
    }
}

fn read(files: &[&'static str]) -> BTreeMap<&'static str, &'static str> {
    let mut found = BTreeMap::new();
    for file in files {
        // A sentence goes on up to the next line that does not begin with a space.
        let mut starts: Vec<usize> = file.match_indices('\n').map(|(at, _)| at + 1).collect();
        starts.insert(0, 0);
        starts.retain(|at| file[*at..].starts_with(|c: char| !c.is_whitespace()));
        for (place, start) in starts.iter().enumerate() {
            let end = starts.get(place + 1).copied().unwrap_or(file.len());
            if let Some((key, value)) = file[*start..end].split_once('=').filter(|(key, _)| !key.starts_with('#')) {
                found.insert(key.trim(), value.trim());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
