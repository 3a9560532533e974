//! What is wrong with a questionnaire draft, in the words an admin reads.

mod place;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub use self::place::Place;
use super::item::{Answer, Key};
use super::sheet::Sheet;
use crate::model::fit::SCORING;

/// The heaviest weight a dimension may have, in points a step; keeps every sum small enough to add up by hand.
const HEAVIEST: i16 = 10;

/// The most items that may speak for the same program in a row (field notes, 4b).
const LONGEST_RUN: usize = 2;

/// One reason why a version may not be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It names scoring rules that the portal does not have.
    UnknownScoring(String),
    /// It asks nothing.
    NoItems,
    /// A dimension has no items, or not as many for one program as for the other.
    Unbalanced { dimension: String, hi: usize, him: usize },
    /// A dimension's weight is under 1 or too heavy.
    Weight { dimension: String, weight: i16 },
    /// An item belongs to no dimension of this version.
    UnknownDimension { item: String, dimension: String },
    /// Two items, dimensions or choices share a name.
    Duplicate(String),
    /// Two items ask the same, whatever their case and spaces: it would count twice.
    SameText { first: String, second: String, text: String },
    /// Two items share a place in the order.
    SamePlace(i16),
    /// An item's name cannot be the name of a form field.
    Name(String),
    /// An item, dimension, choice or the stem has no words.
    NoWords(String),
    /// Too many items in a row speak for the same program; this is the last of them.
    SameKeyInARow(String),
    /// The pages are not numbered 1, 2, 3, … along the order of the items.
    Parts,
    /// The choices are not the five steps and "don't know", each once.
    Anchors,
    /// The bands do not follow each other: 0 < lean < clear <= most points.
    Bands { lean: i16, clear: i16, most: i16 },
    /// A count among the thresholds is under 1 or above the number of items.
    Count { threshold: &'static str, value: i16, items: i16 },
}

impl Fault {
    /// All faults of a version, in a fixed order.
    pub fn of(sheet: &Sheet) -> Vec<Fault> {
        let mut faults = Vec::new();
        if sheet.scoring != SCORING {
            faults.push(Fault::UnknownScoring(sheet.scoring.clone()));
        }
        if sheet.items.is_empty() {
            faults.push(Fault::NoItems);
        }
        dimensions(sheet, &mut faults);
        items(sheet, &mut faults);
        words(sheet, &mut faults);
        texts(sheet, &mut faults);
        order(sheet, &mut faults);
        anchors(sheet, &mut faults);
        thresholds(sheet, &mut faults);
        faults
    }
}

fn dimensions(sheet: &Sheet, faults: &mut Vec<Fault>) {
    let mut codes = BTreeSet::new();
    for dimension in &sheet.dimensions {
        let code = &dimension.code;
        if !codes.insert(code) {
            faults.push(Fault::Duplicate(code.clone()));
        }
        if !(1..=HEAVIEST).contains(&dimension.weight) {
            faults.push(Fault::Weight { dimension: code.clone(), weight: dimension.weight });
        }
        let keyed = |key| sheet.items.iter().filter(|item| item.dimension == *code && item.key == key).count();
        let (hi, him) = (keyed(Key::Hi), keyed(Key::Him));
        if hi != him || hi == 0 {
            faults.push(Fault::Unbalanced { dimension: code.clone(), hi, him });
        }
    }
}

fn items(sheet: &Sheet, faults: &mut Vec<Fault>) {
    let (mut names, mut places) = (BTreeSet::new(), BTreeSet::new());
    for item in &sheet.items {
        if !names.insert(&item.name) {
            faults.push(Fault::Duplicate(item.name.clone()));
        }
        if !places.insert(item.position) {
            faults.push(Fault::SamePlace(item.position));
        }
        if item.name.is_empty() || !item.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
            faults.push(Fault::Name(item.name.clone()));
        }
        if sheet.dimension(&item.dimension).is_none() {
            faults.push(Fault::UnknownDimension { item: item.name.clone(), dimension: item.dimension.clone() });
        }
    }
}

fn words(sheet: &Sheet, faults: &mut Vec<Fault>) {
    let stem = [("stem", &sheet.stem)].into_iter();
    let poles =
        sheet.dimensions.iter().flat_map(|one| [(one.code.as_str(), &one.hi_pole), (one.code.as_str(), &one.him_pole)]);
    let texts = sheet.items.iter().map(|item| (item.name.as_str(), &item.text));
    let labels = sheet.anchors.iter().map(|anchor| ("anchor", &anchor.label));
    for (owner, text) in stem.chain(poles).chain(texts).chain(labels) {
        if text.trim().is_empty() {
            faults.push(Fault::NoWords(owner.to_owned()));
        }
    }
}

fn texts(sheet: &Sheet, faults: &mut Vec<Fault>) {
    let mut asked: BTreeMap<String, &str> = BTreeMap::new();
    for item in sheet.in_order() {
        let plain = item.text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        if plain.is_empty() {
            continue;
        }
        match asked.get(&plain) {
            Some(first) => faults.push(Fault::SameText {
                first: (*first).to_owned(),
                second: item.name.clone(),
                text: item.text.clone(),
            }),
            None => {
                asked.insert(plain, &item.name);
            }
        }
    }
}

fn order(sheet: &Sheet, faults: &mut Vec<Fault>) {
    let items = sheet.in_order();
    for window in items.windows(LONGEST_RUN + 1) {
        if window.iter().all(|item| item.key == window[0].key) {
            faults.push(Fault::SameKeyInARow(window[LONGEST_RUN].name.clone()));
        }
    }
    // A page is `/questions/{part}`, so a gap would be a page that does not exist.
    let numbered = sheet.parts().into_iter().zip(1..).all(|(part, number)| part == number);
    if !numbered || !items.is_sorted_by_key(|item| item.part) {
        faults.push(Fault::Parts);
    }
}

fn anchors(sheet: &Sheet, faults: &mut Vec<Fault>) {
    let mut offered: Vec<Option<i8>> = sheet.anchors.iter().map(|anchor| anchor.value).collect();
    offered.sort_unstable();
    let expected = std::iter::once(None).chain(Answer::ALL.map(|answer| Some(answer.value())));
    if !expected.eq(offered) {
        faults.push(Fault::Anchors);
    }
}

fn thresholds(sheet: &Sheet, faults: &mut Vec<Fault>) {
    let (limits, items) = (sheet.thresholds, sheet.item_count());
    let (lean, clear, most) = (limits.lean, limits.clear, sheet.max_points());
    if !(0 < lean && lean < clear && clear <= most) {
        faults.push(Fault::Bands { lean, clear, most });
    }
    let counts = [
        ("answers needed", limits.min_answered),
        ("equal answers", limits.low_variation_same),
        ("unsure answers", limits.many_unsure),
    ];
    for (threshold, value) in counts {
        if !(1..=items).contains(&value) {
            faults.push(Fault::Count { threshold, value, items });
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::UnknownScoring(scoring) => {
                write!(out, "The scoring rules “{scoring}” are not known here.")
            }
            Fault::NoItems => write!(out, "There are no questions."),
            Fault::Unbalanced { dimension, hi, him } => {
                write!(
                    out,
                    "{dimension} has {hi} questions for HI and {him} for HIM. It needs as many for each, and at least one."
                )
            }
            Fault::Weight { dimension, weight } => {
                write!(out, "{dimension} has the weight {weight}. A weight is from 1 to {HEAVIEST}.")
            }
            Fault::UnknownDimension { item, dimension } => {
                write!(out, "{item} belongs to “{dimension}”, which is not a dimension of this version.")
            }
            Fault::Duplicate(name) => write!(out, "“{name}” is used twice."),
            Fault::SameText { first, second, text } => {
                write!(out, "{first} and {second} ask the same: “{text}” It would count twice.")
            }
            Fault::SamePlace(position) => write!(out, "Two questions have place {position}."),
            Fault::Name(name) => write!(out, "“{name}” cannot be a question’s name. Use small letters and digits."),
            Fault::NoWords(owner) => write!(out, "{owner} has no words."),
            Fault::SameKeyInARow(name) => {
                write!(out, "{name} is the third question in a row that speaks for the same program.")
            }
            Fault::Parts => write!(out, "The parts are not numbered 1, 2, 3 and so on in the order of the questions."),
            Fault::Anchors => write!(out, "The choices are not the five steps from -2 to 2 and one for “don’t know”."),
            Fault::Bands { lean, clear, most } => {
                write!(
                    out,
                    "A lean begins at {lean} points and a clear result at {clear}. They must rise, from 1 to {most}."
                )
            }
            Fault::Count { threshold, value, items } => {
                write!(out, "The threshold for {threshold} is {value}. It must be from 1 to {items}.")
            }
        }
    }
}

#[cfg(test)]
mod tests;
