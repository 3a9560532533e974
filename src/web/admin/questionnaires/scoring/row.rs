//! A choice and a dimension as they are typed.

use crate::{
    model::questionnaire::{Draft, dimension::Dimension, fault::Place},
    web::{
        admin::{
            line,
            theirs::{self, Line},
        },
        fields::Fields,
        form::Errors,
    },
};

/// The longest of these words, in characters.
pub const LONGEST: usize = 300;
/// The row of a dimension that is not there yet.
pub const NEW: &str = "new";

/// A choice as it is typed.
pub struct Anchored {
    pub place: i16,
    pub step: String,
    pub label: String,
    pub spanish: String,
}

/// A dimension as it is typed: its code, its weight, and its two ends in both languages.
pub struct Row {
    pub name: String,
    pub code: String,
    pub weight: String,
    pub hi: String,
    pub him: String,
    pub hi_es: String,
    pub him_es: String,
    pub is_removed: bool,
    pub faults: Vec<String>,
}

impl Row {
    pub fn of(one: &Dimension, draft: &Draft) -> Self {
        let (hi_es, him_es) = draft.spanish.poles.get(&one.code).cloned().unwrap_or_default();
        let faults = draft.sheet.faults();
        let here = faults.iter().filter(|fault| fault.place(&draft.sheet) == Place::Dimension(one.code.clone()));
        Self {
            name: one.code.clone(),
            code: one.code.clone(),
            weight: one.weight.to_string(),
            hi: one.hi_pole.clone(),
            him: one.him_pole.clone(),
            hi_es,
            him_es,
            is_removed: false,
            faults: here.map(ToString::to_string).collect(),
        }
    }

    pub fn typed(name: &str, fields: &Fields) -> Self {
        let get = |what: &str| fields.get(&format!("{what}-{name}")).to_owned();
        Self {
            code: if name == NEW { get("code").trim().to_uppercase() } else { name.to_owned() },
            weight: get("weight"),
            hi: get("hi"),
            him: get("him"),
            hi_es: get("hi_es"),
            him_es: get("him_es"),
            is_removed: fields.has(&format!("remove-{name}")),
            faults: Vec::new(),
            name: name.to_owned(),
        }
    }

    pub fn is_new(&self) -> bool {
        self.name == NEW
    }

    /// All that stands in it.
    pub fn lines(&self) -> Vec<Line> {
        let of = |what: &str, text: &str| theirs::line(format!("{}, {what}", self.name), text);
        vec![
            of("points for one step", &self.weight),
            of("toward HI", &self.hi),
            of("toward HI, in Spanish", &self.hi_es),
            of("toward HIM", &self.him),
            of("toward HIM, in Spanish", &self.him_es),
        ]
    }

    pub fn field(&self, what: &str) -> String {
        format!("{what}-{}", self.name)
    }

    /// The dimension and its Spanish.
    pub fn read(&self, position: i16, others: &[String], errors: &mut Errors) -> Option<(Dimension, (String, String))> {
        let code = match self.code.as_str() {
            "" => Err("words-missing"),
            code if code.len() > 12 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) => Err("code-malformed"),
            code if self.is_new() && others.iter().any(|other| other == code) => Err("code-taken"),
            code => Ok(code.to_owned()),
        };
        let code = errors.take(&self.field("code"), code);
        let weight = self.weight.trim().parse().ok().filter(|weight| (1..=10).contains(weight));
        let weight = errors.take(&self.field("weight"), weight.ok_or("weight-malformed"));
        let needed = |raw: &str| {
            line(raw, LONGEST).and_then(|text| if text.is_empty() { Err("words-missing") } else { Ok(text) })
        };
        let hi_pole = errors.take(&self.field("hi"), needed(&self.hi));
        let him_pole = errors.take(&self.field("him"), needed(&self.him));
        let mut spanish = [("hi_es", &self.hi_es), ("him_es", &self.him_es)]
            .map(|(what, raw)| errors.take(&self.field(what), line(raw, LONGEST)).unwrap_or_default());
        if spanish[0].is_empty() != spanish[1].is_empty() {
            let lacking = if spanish[0].is_empty() { "hi_es" } else { "him_es" };
            errors.add(&self.field(lacking), "both-ends");
        }
        let spanish = (std::mem::take(&mut spanish[0]), std::mem::take(&mut spanish[1]));
        let dimension = Dimension { code: code?, position, weight: weight?, hi_pole: hi_pole?, him_pole: him_pole? };
        Some((dimension, spanish))
    }
}
