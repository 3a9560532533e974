//! One contrast between the two programs, such as expert work against leading people.

use serde::{Deserialize, Serialize};

/// A dimension of a questionnaire version; its items speak for one pole or the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dimension {
    /// Its name in the records, such as `LEAD`; unique within a version.
    pub code: String,
    /// Its place among the dimensions, counted from 1.
    pub position: i16,
    /// Points for one step of one answer (field notes, 4c).
    pub weight: i16,
    /// What points toward health informatics are about, in the student's words.
    pub hi_pole: String,
    /// What points toward health information management are about, in the student's words.
    pub him_pole: String,
}
