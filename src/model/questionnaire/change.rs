//! How a draft differs from the version it was made from, in the words an admin reads.

use super::{item::Key, sheet::Sheet};

/// Each difference that matters to students or to their points, in the order of the sheet.
#[must_use]
pub fn changes(before: &Sheet, after: &Sheet) -> Vec<String> {
    let mut found = Vec::new();
    if before.stem != after.stem {
        found.push(format!("The question begins “{}”, not “{}”.", after.stem, before.stem));
    }
    for (old, new) in before.anchors.iter().zip(&after.anchors) {
        if old.label != new.label {
            found.push(format!("A choice reads “{}”, not “{}”.", new.label, old.label));
        }
    }
    dimensions(before, after, &mut found);
    items(before, after, &mut found);
    let (old, new) = (before.thresholds, after.thresholds);
    for (what, old, new) in [
        ("A lean begins at", old.lean, new.lean),
        ("A clear result begins at", old.clear, new.clear),
        ("Answers needed:", old.min_answered, new.min_answered),
        ("Equal answers that raise a flag:", old.low_variation_same, new.low_variation_same),
        ("Unsure answers that raise a flag:", old.many_unsure, new.many_unsure),
    ] {
        if old != new {
            found.push(format!("{what} {new}, not {old}."));
        }
    }
    found
}

fn dimensions(before: &Sheet, after: &Sheet, found: &mut Vec<String>) {
    for new in &after.dimensions {
        let Some(old) = before.dimension(&new.code) else {
            found.push(format!("{} is new.", new.code));
            continue;
        };
        if old.weight != new.weight {
            found.push(format!("{} weighs {}, not {}.", new.code, new.weight, old.weight));
        }
        if (&old.hi_pole, &old.him_pole) != (&new.hi_pole, &new.him_pole) {
            found.push(format!("{} is told in other words.", new.code));
        }
    }
    for old in before.dimensions.iter().filter(|old| after.dimension(&old.code).is_none()) {
        found.push(format!("{} is gone.", old.code));
    }
}

fn items(before: &Sheet, after: &Sheet, found: &mut Vec<String>) {
    for new in after.in_order() {
        let (name, Some(old)) = (&new.name, before.item(&new.name)) else {
            found.push(format!("{} is new: “{}”", new.name, new.text));
            continue;
        };
        if old.text != new.text {
            found.push(format!("{name} reads “{}”, not “{}”", new.text, old.text));
        }
        if old.key != new.key {
            let field = if new.key == Key::Hi { "HI" } else { "HIM" };
            found.push(format!("{name} counts for {field} now."));
        }
        if old.dimension != new.dimension {
            found.push(format!("{name} belongs to {}, not to {}.", new.dimension, old.dimension));
        }
        if (old.part, old.position) != (new.part, new.position) {
            found.push(format!("{name} is asked as number {} in part {}.", new.position, new.part));
        }
    }
    for old in before.in_order().into_iter().filter(|old| after.item(&old.name).is_none()) {
        found.push(format!("{} is gone: “{}”", old.name, old.text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fit::worked::sheet;

    #[test]
    fn every_difference_is_named_and_an_equal_sheet_has_none() {
        let (before, mut after) = (sheet(), sheet());
        assert!(changes(&before, &after).is_empty());
        after.items[0].key = Key::Him;
        after.items[1].text = "Sing.".to_owned();
        after.dimensions[0].weight += 1;
        after.thresholds.lean = 22;
        let gone = after.items.pop().unwrap();
        let found = changes(&before, &after);
        assert_eq!(found.len(), 5, "{found:?}");
        assert!(found.iter().any(|one| one.starts_with("q02 reads “Sing.”")));
        assert!(found.contains(&format!("{} is gone: “{}”", gone.name, gone.text)));
    }
}
