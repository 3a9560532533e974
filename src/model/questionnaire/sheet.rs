//! The content of one questionnaire version: all that its pages and its scoring need.

use serde::{Deserialize, Serialize};

use super::dimension::Dimension;
use super::fault::Fault;
use super::item::{Answer, Choice, Item};

/// One version's questions, words, weights and thresholds; a published one never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The scoring rules it was written for, such as `fit-1.0.0`.
    pub scoring: String,
    /// The words that every item completes.
    pub stem: String,
    /// The words of the choices, in the order they are offered.
    pub anchors: Vec<Anchor>,
    /// Where the bands and flags begin.
    pub thresholds: Thresholds,
    /// The contrasts that its items belong to.
    pub dimensions: Vec<Dimension>,
    /// The activities that it asks about.
    pub items: Vec<Item>,
}

/// The words of one choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The step it stands for, -2 to +2, or nothing for "don't know".
    pub value: Option<i8>,
    /// The words that the student reads.
    pub label: String,
}

/// Where the bands and flags begin; the defaults and their reasons are in the field notes, 4f.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thresholds {
    /// Points of lead from which a result leans.
    pub lean: i16,
    /// Points of lead from which a result is clear.
    pub clear: i16,
    /// Answers on the scale that a result needs.
    pub min_answered: i16,
    /// Equal answers from which a form counts as hardly varied.
    pub low_variation_same: i16,
    /// Items without an answer on the scale from which a form counts as unsure.
    pub many_unsure: i16,
}

impl Sheet {
    /// The items in their fixed order.
    pub fn in_order(&self) -> Vec<&Item> {
        let mut items: Vec<&Item> = self.items.iter().collect();
        items.sort_by_key(|item| item.position);
        items
    }

    /// The numbers of the pages it is asked on, lowest first.
    pub fn parts(&self) -> Vec<i16> {
        let mut parts: Vec<i16> = self.items.iter().map(|item| item.part).collect();
        parts.sort_unstable();
        parts.dedup();
        parts
    }

    /// The items of one page, in their fixed order; empty when there is no such page.
    pub fn items_of(&self, part: i16) -> Vec<&Item> {
        let mut items = self.in_order();
        items.retain(|item| item.part == part);
        items
    }

    /// The item with this name, or nothing when it belongs to another version.
    pub fn item(&self, name: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.name == name)
    }

    /// The dimension with this code.
    pub fn dimension(&self, code: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.code == code)
    }

    /// How many items it has.
    pub fn item_count(&self) -> i16 {
        i16::try_from(self.items.len()).unwrap_or(i16::MAX)
    }

    /// Points for one step of an answer to this item; an item of no known dimension gives none.
    pub fn weight_of(&self, item: &Item) -> i16 {
        self.dimension(&item.dimension).map_or(0, |dimension| dimension.weight)
    }

    /// The most points that either program can get.
    pub fn max_points(&self) -> i16 {
        self.items
            .iter()
            .map(|item| self.weight_of(item).saturating_mul(Answer::STRONGEST))
            .fold(0, i16::saturating_add)
    }

    /// The most points that one dimension can give to either program.
    pub fn max_points_of(&self, dimension: &Dimension) -> i16 {
        self.items
            .iter()
            .filter(|item| item.dimension == dimension.code)
            .map(|item| self.weight_of(item).saturating_mul(Answer::STRONGEST))
            .fold(0, i16::saturating_add)
    }

    /// The words of a choice, as the student read them.
    pub fn label_of(&self, choice: &Choice) -> &str {
        let value = choice.answer().map(Answer::value);
        let anchor = self.anchors.iter().find(|anchor| anchor.value == value);
        anchor.map_or("", |anchor| &anchor.label)
    }

    /// The reasons why it may not be published; empty when it may.
    pub fn faults(&self) -> Vec<Fault> {
        Fault::of(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fit::worked::sheet;

    #[test]
    fn the_default_questionnaire_is_four_pages_of_six_in_a_fixed_order() {
        let mut sheet = sheet();
        sheet.items.reverse();
        assert_eq!(sheet.parts(), [1, 2, 3, 4]);
        assert_eq!(sheet.item_count(), 24);
        let names: Vec<&str> = sheet.items_of(2).iter().map(|item| item.name.as_str()).collect();
        assert_eq!(names, ["q07", "q08", "q09", "q10", "q11", "q12"]);
        assert!(sheet.items_of(5).is_empty());
    }

    #[test]
    fn either_program_can_get_ninety_six_points() {
        assert_eq!(sheet().max_points(), 96);
    }

    #[test]
    fn an_item_of_another_version_is_unknown() {
        assert_eq!(sheet().item("q24").map(|item| item.position), Some(24));
        assert!(sheet().item("q25").is_none());
    }

    #[test]
    fn every_choice_has_its_words() {
        let sheet = sheet();
        let labels = ["-2", "0", "unsure"].map(|raw| sheet.label_of(&Choice::parse(raw).unwrap()).to_owned());
        assert_eq!(labels[0], "Strongly dislike");
        assert_eq!(labels[1], "Neither like nor dislike");
        assert!(labels[2].ends_with("know enough to say"));
    }

    #[test]
    fn a_sheet_is_stored_and_read_back_equal() {
        let stored = serde_json::to_string(&sheet()).unwrap();
        assert_eq!(serde_json::from_str::<Sheet>(&stored).unwrap(), sheet());
    }
}
