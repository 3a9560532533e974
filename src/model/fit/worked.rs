//! The default questionnaire and the worked examples, for tests (field notes, 4h).

pub(crate) use super::example::Example;
use crate::model::questionnaire::item::{Answer, Choice, Item};
use crate::model::questionnaire::journey::Answers;
use crate::model::questionnaire::sheet::Sheet;

pub(crate) fn sheet() -> Sheet {
    serde_json::from_str(include_str!("../../seed/content/questionnaire.json"))
        .expect("the default questionnaire is a sheet")
}

pub(crate) fn personas() -> &'static [Example] {
    Example::all()
}

/// A form filled in item by item; nothing leaves an item out.
pub(crate) fn form(sheet: &Sheet, value: impl Fn(&Item) -> Option<i8>) -> Answers {
    let said = sheet.items.iter().filter_map(|item| {
        let answer = Answer::new(value(item)?).expect("tests answer on the scale");
        Some((item.name.clone(), Choice::Scale(answer)))
    });
    said.collect()
}
