//! The form of a ladder: raw strings in, a ladder with its Spanish out.

use super::{NEW, slug_of};
use crate::{
    model::program::{
        Rung,
        draft::{
            CatalogDraft,
            ladder::{DraftLadder, DraftRung},
        },
    },
    web::{admin::line, fields::Fields, form::Errors},
};

/// The longest text, in characters.
const LONGEST: usize = 1000;
/// The most steps of a ladder.
const MOST: usize = 12;
/// Empty rows below the steps there are.
const SPARE: usize = 2;

/// A step as it is typed.
#[derive(Default)]
pub(super) struct RungForm {
    pub place: String,
    pub title: String,
    pub title_es: String,
    pub level: String,
    pub audience: String,
    pub audience_es: String,
    pub start: String,
    pub end: String,
    pub unit: String,
    pub field: String,
    pub leads_to: String,
    pub leads_to_es: String,
}

/// A ladder as it is typed.
#[derive(Default)]
pub(super) struct LadderForm {
    pub seen: String,
    /// The mark of the ladder as it was shown; empty where there was none.
    pub mark: String,
    pub title: String,
    pub title_es: String,
    pub era: String,
    pub note: String,
    pub note_es: String,
    pub rungs: Vec<RungForm>,
}

impl RungForm {
    pub fn name(&self, what: &str) -> String {
        format!("{what}-{}", self.place)
    }

    fn typed(place: String, fields: &Fields) -> Self {
        let get = |what: &str| fields.get(&format!("{what}-{place}")).to_owned();
        Self {
            title: get("title"),
            title_es: get("title_es"),
            level: get("level"),
            audience: get("audience"),
            audience_es: get("audience_es"),
            start: get("start"),
            end: get("end"),
            unit: get("unit"),
            field: get("field"),
            leads_to: get("leads_to"),
            leads_to_es: get("leads_to_es"),
            place,
        }
    }

    fn of(one: &DraftRung, place: usize) -> Self {
        let rung = &one.rung;
        Self {
            place: place.to_string(),
            title: rung.title.clone(),
            title_es: one.title_es.clone(),
            level: rung.level.clone(),
            audience: rung.start_audience.join("; "),
            audience_es: one.audience_es.join("; "),
            start: rung.start_credits.to_string(),
            end: rung.end_credits.to_string(),
            unit: rung.credit_system.clone(),
            field: rung.field.clone().unwrap_or_default(),
            leads_to: rung.leads_to.clone().unwrap_or_default(),
            leads_to_es: one.leads_to_es.clone().unwrap_or_default(),
        }
    }

    fn read(&self, is_told: bool, errors: &mut Errors) -> Option<DraftRung> {
        let mut text = |what: &str, raw: &str, missing: Option<&'static str>| {
            let text = line(raw, LONGEST);
            let text = text.and_then(|text| match missing {
                Some(key) if text.is_empty() => Err(key),
                _ => Ok(text),
            });
            errors.take(&self.name(what), text)
        };
        let told = |english: &str| (is_told && !english.trim().is_empty()).then_some("translation-missing");
        let title = text("title", &self.title, Some("words-missing"));
        let title_es = text("title_es", &self.title_es, told(&self.title));
        let audience = text("audience", &self.audience, None);
        let audience_es = text("audience_es", &self.audience_es, told(&self.audience));
        let leads_to = text("leads_to", &self.leads_to, None);
        let leads_to_es = text("leads_to_es", &self.leads_to_es, told(&self.leads_to));
        let mut code = |what: &str, raw: &str, known: &[&str]| {
            errors.take(&self.name(what), known.contains(&raw).then(|| raw.to_owned()).ok_or("choice-missing"))
        };
        let level = code("level", &self.level, &["start", "associate", "bachelor", "certificate", "master"]);
        let unit = code("unit", &self.unit, &["quarter", "semester"]);
        let field = code("field", &self.field, &["", "hi", "him", "both"]);
        let mut credits = |what: &str, raw: &str| {
            let credits = raw.trim().parse::<i16>().ok().filter(|credits| (0..=999).contains(credits));
            errors.take(&self.name(what), credits.ok_or("rung-credits-malformed"))
        };
        let (start, end) = (credits("start", &self.start), credits("end", &self.end));
        if let (Some(start), Some(end)) = (start, end)
            && end < start
        {
            errors.add(&self.name("end"), "end-below-start");
        }
        let groups = |text: String| -> Vec<String> {
            text.split(';').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
        };
        let optional = |text: String| Some(text).filter(|text| !text.is_empty());
        let rung = Rung {
            position: 0,
            title: title?,
            level: level?,
            start_audience: groups(audience?),
            start_credits: start?,
            end_credits: end?,
            credit_system: unit?,
            field: optional(field?),
            leads_to: optional(leads_to?),
        };
        let audience_es = groups(audience_es?);
        if is_told && audience_es.len() != rung.start_audience.len() {
            errors.add(&self.name("audience_es"), "audience-differs");
        }
        Some(DraftRung { rung, title_es: title_es?, audience_es, leads_to_es: optional(leads_to_es?) })
    }
}

impl LadderForm {
    /// What was posted.
    pub fn typed(fields: &Fields) -> Self {
        let get = |name: &str| fields.get(name).to_owned();
        let rungs = fields.rows("title-").into_iter().take(MOST).map(|place| RungForm::typed(place, fields));
        Self {
            seen: get("seen"),
            mark: get("mark"),
            title: get("title"),
            title_es: get("title_es"),
            era: get("era"),
            note: get("note"),
            note_es: get("note_es"),
            rungs: rungs.collect(),
        }
    }

    /// The form of a ladder that stands in the draft, or of one that is not there yet.
    pub fn of(ladder: Option<&DraftLadder>, revision: i32) -> Self {
        let mut form = Self { seen: revision.to_string(), ..Self::default() };
        if let Some(ladder) = ladder {
            form.mark = ladder.mark();
            form.title.clone_from(&ladder.title);
            form.title_es.clone_from(&ladder.title_es);
            form.era.clone_from(&ladder.era);
            form.note.clone_from(&ladder.note);
            form.note_es.clone_from(&ladder.note_es);
            form.rungs = (1..).zip(&ladder.rungs).map(|(place, one)| RungForm::of(one, place)).collect();
        }
        form.spare();
        form
    }

    /// Puts empty rows below the steps: four for a ladder that has none.
    fn spare(&mut self) {
        let (there, spare) = (self.rungs.len(), if self.rungs.is_empty() { 2 * SPARE } else { SPARE });
        let unit = self.rungs.first().map_or_else(|| "quarter".to_owned(), |one| one.unit.clone());
        let blank = |place: usize| RungForm { place: place.to_string(), unit: unit.clone(), ..RungForm::default() };
        self.rungs.extend((there + 1..=(there + spare).min(MOST)).map(blank));
    }

    /// The ladder, to stand under this key, or under one made of its title. Rows without a title are none.
    pub fn read(&self, key: &str, draft: &CatalogDraft, errors: &mut Errors) -> Option<DraftLadder> {
        // Spanish of any part of it asks for the whole: without a title nobody would get the rest.
        let of_rungs = self.rungs.iter().flat_map(|one| [&one.title_es, &one.audience_es, &one.leads_to_es]);
        let is_told = [&self.title_es, &self.note_es].into_iter().chain(of_rungs).any(|told| !told.trim().is_empty());
        let needed = |raw: &str, missing: Option<&'static str>| {
            line(raw, LONGEST).and_then(|text| match missing {
                Some(key) if text.is_empty() => Err(key),
                _ => Ok(text),
            })
        };
        let title = errors.take("title", needed(&self.title, Some("words-missing")));
        let title_es = errors.take("title_es", needed(&self.title_es, is_told.then_some("translation-missing")));
        let is_era = ["current", "historical"].contains(&self.era.as_str());
        let era = errors.take("era", is_era.then(|| self.era.clone()).ok_or("choice-missing"));
        let note = errors.take("note", needed(&self.note, None));
        let note_missing = (is_told && !self.note.trim().is_empty()).then_some("translation-missing");
        let note_es = errors.take("note_es", needed(&self.note_es, note_missing));
        let there = self.rungs.iter().filter(|one| !one.title.trim().is_empty());
        let rungs: Vec<_> = there.map(|one| one.read(is_told, errors)).collect();
        let mut rungs: Vec<DraftRung> = rungs.into_iter().collect::<Option<_>>()?;
        for (position, one) in (1_i16..).zip(&mut rungs) {
            one.rung.position = position;
        }
        let known = draft.ladders.iter().find(|ladder| ladder.key == key);
        let last = draft.ladders.iter().map(|ladder| ladder.position).max().unwrap_or(0);
        let title = title?;
        let key = match known {
            Some(_) => key.to_owned(),
            None => slug_of(&title, |key| draft.ladders.iter().any(|ladder| ladder.key == key)),
        };
        Some(DraftLadder {
            key,
            position: known.map_or(last + 1, |known| known.position),
            title,
            era: era?,
            note: note?,
            title_es: title_es?,
            note_es: note_es?,
            rungs,
        })
    }
}

impl RungForm {
    /// Whether the row is for a step that is not there yet.
    pub fn is_blank(&self) -> bool {
        self.title.is_empty()
    }
}

/// The word in an address for a ladder that is not there yet.
pub(super) fn is_new(key: &str) -> bool {
    key == NEW
}
