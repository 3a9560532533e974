//! The worked examples: made-up students whose results were worked out by hand (field notes, 4h). Admins see them scored
//! again before they publish a questionnaire.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use super::{Fit, Flag, Outcome, Reason, Supervise, score};
use crate::model::{
    profile::Profile,
    questionnaire::{item::Choice, journey::Answers, sheet::Sheet},
};

static EXAMPLES: LazyLock<Vec<Example>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../seed/content/personas.json")).expect("the tests read the same file")
});

/// A made-up student with the result that was worked out by hand.
#[derive(Deserialize)]
pub struct Example {
    /// Its place among them, such as `P01`.
    pub id: String,
    /// A first name.
    pub name: String,
    answers: BTreeMap<String, Option<Choice>>,
    /// What they told about themselves.
    pub context: Profile,
    /// What was worked out by hand, with the default questionnaire.
    pub expected: Expected,
    /// Catalog, then program, to feasibility and years.
    pub paths: BTreeMap<String, BTreeMap<String, (String, Option<i32>)>>,
}

/// A result that was worked out by hand.
#[derive(Deserialize)]
pub struct Expected {
    /// The scoring rules.
    pub version: String,
    /// Points toward HI less points toward HIM.
    pub points: i16,
    /// Which program, and how clearly.
    pub outcome: Outcome,
    /// Why none is named.
    pub reason: Option<Reason>,
    /// What a reader should know.
    pub flags: Vec<Flag>,
    /// Answers on the scale.
    pub answered: i16,
    /// Points by dimension.
    pub contrib: BTreeMap<String, i16>,
}

impl Example {
    /// All of them, in their order.
    #[must_use]
    pub fn all() -> &'static [Self] {
        &EXAMPLES
    }

    /// What they said.
    #[must_use]
    pub fn answers(&self) -> Answers {
        let said = self.answers.iter().filter_map(|(name, choice)| Some((name.clone(), (*choice)?)));
        said.collect()
    }

    /// Whether they want to supervise people.
    #[must_use]
    pub fn supervise(&self) -> Supervise {
        self.context.supervision()
    }

    /// Their result by a version.
    #[must_use]
    pub fn by(&self, sheet: &Sheet) -> Fit {
        score(sheet, &self.answers(), self.supervise())
    }
}
