//! A question as it is typed.

use crate::{
    model::questionnaire::{
        Draft,
        item::{Item, Key},
    },
    web::{
        admin::{
            line,
            theirs::{self, Line},
        },
        fields::Fields,
        form::Errors,
    },
};

/// The longest question, in characters.
const LONGEST: usize = 300;
/// The row of a question that is not there yet.
pub const NEW: &str = "new";

/// Its row in the form.
pub struct Row {
    pub name: String,
    pub text: String,
    pub spanish: String,
    pub dimension: String,
    pub key: String,
    pub part: String,
    pub place: String,
    pub is_removed: bool,
    pub faults: Vec<String>,
}

impl Row {
    pub fn of(item: &Item, place: usize, draft: &Draft) -> Self {
        Self {
            name: item.name.clone(),
            text: item.text.clone(),
            spanish: draft.spanish.texts.get(&item.name).cloned().unwrap_or_default(),
            dimension: item.dimension.clone(),
            key: item.key.sign().to_string(),
            part: item.part.to_string(),
            place: place.to_string(),
            is_removed: false,
            faults: Vec::new(),
        }
    }

    /// The row of a question as it is in the draft.
    pub fn there(name: &str, draft: &Draft) -> Option<Self> {
        let item = draft.sheet.item(name)?;
        let before = draft.sheet.items_of(item.part).iter().filter(|one| one.position < item.position).count();
        Some(Self::of(item, before + 1, draft))
    }

    /// A row for one more question.
    pub fn new(part: i16, place: usize, draft: &Draft) -> Self {
        Self {
            name: NEW.to_owned(),
            text: String::new(),
            spanish: String::new(),
            dimension: draft.sheet.dimensions.first().map(|one| one.code.clone()).unwrap_or_default(),
            key: "1".to_owned(),
            part: part.to_string(),
            place: place.to_string(),
            is_removed: false,
            faults: Vec::new(),
        }
    }

    pub fn typed(name: &str, fields: &Fields) -> Self {
        let get = |what: &str| fields.get(&format!("{what}-{name}")).to_owned();
        Self {
            text: get("text"),
            spanish: get("es"),
            dimension: get("dimension"),
            key: get("key"),
            part: get("part"),
            place: get("place"),
            is_removed: fields.has(&format!("remove-{name}")),
            faults: Vec::new(),
            name: name.to_owned(),
        }
    }

    /// All that stands in it; its place only where that matters.
    pub fn lines(&self, has_place: bool) -> Vec<Line> {
        let of = |what: &str, text: &str| theirs::line(format!("{}, {what}", self.name), text);
        let key = if self.key == "1" { "Health informatics" } else { "Health information management" };
        let mut lines = vec![
            of("English", &self.text),
            of("Spanish", &self.spanish),
            of("dimension", &self.dimension),
            of("liking it counts for", key),
            of("part", &self.part),
        ];
        if has_place {
            lines.push(of("place in the part", &self.place));
        }
        lines
    }

    pub fn is_new(&self) -> bool {
        self.name == NEW
    }

    pub fn field(&self, what: &str) -> String {
        format!("{what}-{}", self.name)
    }

    /// The question, with where it goes and its Spanish.
    pub fn read(&self, draft: &Draft, errors: &mut Errors) -> Option<(Item, i16, String)> {
        let text =
            line(&self.text, LONGEST).and_then(|text| if text.is_empty() { Err("words-missing") } else { Ok(text) });
        let text = errors.take(&self.field("text"), text);
        let spanish = errors.take(&self.field("es"), line(&self.spanish, LONGEST));
        let known = draft.sheet.dimension(&self.dimension).map(|one| one.code.clone());
        let dimension = errors.take(&self.field("dimension"), known.ok_or("choice-missing"));
        let key = self.key.parse().ok().and_then(Key::of_sign).ok_or("choice-missing");
        let key = errors.take(&self.field("key"), key);
        let last = draft.sheet.parts().last().copied().unwrap_or(0) + 1;
        let part = self.part.parse().ok().filter(|part| (1..=last).contains(part)).ok_or("choice-missing");
        let part = errors.take(&self.field("part"), part);
        let place = self.place.trim().parse::<i16>().map_err(|_| "whole-number");
        let place = errors.take(&self.field("place"), place)?;
        let item =
            Item { name: self.name.clone(), position: 0, part: part?, dimension: dimension?, key: key?, text: text? };
        Some((item, place, spanish?))
    }
}
