//! The default questionnaire and the worked examples, for tests (field notes, 4h).

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Flag, Outcome, Reason, Supervise};
use crate::model::profile::Profile;
use crate::model::questionnaire::item::{Answer, Choice, Item};
use crate::model::questionnaire::journey::Answers;
use crate::model::questionnaire::sheet::Sheet;

/// A made-up student with the result that was worked out by hand.
#[derive(Deserialize)]
pub(crate) struct Persona {
    pub id: String,
    answers: BTreeMap<String, Option<Choice>>,
    pub context: Profile,
    pub expected: Expected,
    /// Catalog, then program, to feasibility and years.
    pub paths: BTreeMap<String, BTreeMap<String, (String, Option<i32>)>>,
}

#[derive(Deserialize)]
pub(crate) struct Expected {
    pub version: String,
    pub points: i16,
    pub outcome: Outcome,
    pub reason: Option<Reason>,
    pub flags: Vec<Flag>,
    pub answered: i16,
    pub contrib: BTreeMap<String, i16>,
}

impl Persona {
    pub fn answers(&self) -> Answers {
        let said = self.answers.iter().filter_map(|(name, choice)| Some((name.clone(), (*choice)?)));
        said.collect()
    }

    pub fn supervise(&self) -> Supervise {
        self.context.supervision()
    }
}

pub(crate) fn sheet() -> Sheet {
    serde_json::from_str(include_str!("../../seed/content/questionnaire.json"))
        .expect("the default questionnaire is a sheet")
}

pub(crate) fn personas() -> Vec<Persona> {
    serde_json::from_str(include_str!("../../seed/content/personas.json")).expect("the worked examples are personas")
}

/// A form filled in item by item; nothing leaves an item out.
pub(crate) fn form(sheet: &Sheet, value: impl Fn(&Item) -> Option<i8>) -> Answers {
    let said = sheet.items.iter().filter_map(|item| {
        let answer = Answer::new(value(item)?).expect("tests answer on the scale");
        Some((item.name.clone(), Choice::Scale(answer)))
    });
    said.collect()
}
