//! Where a fault is put right.

use super::{Fault, Sheet};

/// The field or the part of the editor that a fault belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The item with this name, asked in this part.
    Item { name: String, part: i16 },
    /// The dimension with this code.
    Dimension(String),
    /// The words of the scale.
    Scale,
    /// A threshold, by the name of its field.
    Threshold(&'static str),
    /// No field in particular: there must be more questions.
    Whole,
}

impl Fault {
    /// Where it is put right.
    #[must_use]
    pub fn place(&self, sheet: &Sheet) -> Place {
        let named = |name: &String| match sheet.item(name) {
            Some(item) => Place::Item { name: name.clone(), part: item.part },
            None if sheet.dimension(name).is_some() => Place::Dimension(name.clone()),
            None => Place::Scale,
        };
        match self {
            Self::Unbalanced { dimension, .. } | Self::Weight { dimension, .. } => Place::Dimension(dimension.clone()),
            Self::UnknownDimension { item, .. } | Self::SameText { second: item, .. } => named(item),
            Self::Duplicate(name) | Self::Name(name) | Self::NoWords(name) | Self::SameKeyInARow(name) => named(name),
            Self::SamePlace(position) => sheet
                .items
                .iter()
                .find(|item| item.position == *position)
                .map_or(Place::Whole, |item| named(&item.name)),
            Self::Anchors | Self::UnknownScoring(_) => Place::Scale,
            Self::Bands { .. } => Place::Threshold("lean"),
            Self::Count { threshold: "answers needed", .. } => Place::Threshold("min_answered"),
            Self::Count { threshold: "equal answers", .. } => Place::Threshold("low_variation_same"),
            Self::Count { .. } => Place::Threshold("many_unsure"),
            Self::NoItems | Self::Parts => Place::Whole,
        }
    }
}
