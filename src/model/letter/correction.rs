//! The facts of the letter that puts a figure right.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Figure;

/// What somebody was told, and what holds now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectionFacts {
    /// What the figure is about.
    pub label: String,
    /// The value they were told.
    pub old_value: String,
    /// Its statistic, period and area.
    pub old_basis: String,
    /// The day of that letter on the school's calendar.
    pub told_on: Date,
    /// The figure that holds now.
    pub figure: Figure,
    /// Its statistic, period and area.
    pub basis: String,
    /// What must be said beside it.
    pub disclaimer: String,
    /// Where it stands within the portal.
    pub path: String,
}
