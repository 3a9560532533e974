//! The scale and the scoring of a draft: the stem, the choices, the dimensions with their weights, the thresholds.
//!
//! `row` a choice and a dimension as they are typed

mod row;

use actix_web::{http::StatusCode, web::Path};
use askama::Template;

use self::row::{Anchored, LONGEST, NEW, Row};
use super::part::TRIES;
use crate::{
    model::{
        id::QuestionnaireId,
        person::Admin,
        questionnaire::{Draft, draft::Outcome, fault::Place, sheet::Thresholds},
    },
    web::{
        admin::{
            line,
            theirs::{self, Line, differences},
        },
        fields::Fields,
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

/// More dimensions than this fit no chart.
const MOST: usize = 10;
/// Name and label of each threshold.
const THRESHOLDS: [(&str, &str); 5] = [
    ("lean", "A lean begins at (points)"),
    ("clear", "A clear result begins at (points)"),
    ("min_answered", "Answers needed"),
    ("low_variation_same", "Equal answers that raise a flag"),
    ("many_unsure", "Unsure answers that raise a flag"),
];

#[derive(Template)]
#[template(path = "admin/questionnaires/scoring.html")]
struct Edit {
    frame: Frame,
    draft: Draft,
    stem: [String; 2],
    anchors: Vec<Anchored>,
    rows: Vec<Row>,
    thresholds: Vec<(&'static str, &'static str, String)>,
    errors: Errors,
    /// The mark of the scale and the scoring as they are shown.
    mark: String,
    /// Whether somebody saved them while this was typed.
    is_stale: bool,
    /// What they saved in each field that is typed otherwise.
    theirs: Vec<Line>,
    /// What was typed for dimensions that they took out.
    gone: Vec<String>,
}

impl Edit {
    fn of(draft: Draft, frame: Frame) -> Self {
        let sheet = &draft.sheet;
        let anchors = (1..).zip(&sheet.anchors).map(|(place, anchor)| Anchored {
            place,
            step: anchor.value.map_or_else(|| "Don’t know".to_owned(), |value| format!("{value:+}").replace("+0", "0")),
            label: anchor.label.clone(),
            spanish: draft.spanish.labels.get(&place).cloned().unwrap_or_default(),
        });
        let mut rows: Vec<_> = sheet.dimensions.iter().map(|one| Row::of(one, &draft)).collect();
        if rows.len() < MOST {
            rows.push(Row::typed(NEW, &Fields::default()));
        }
        let limits = &sheet.thresholds;
        let values = [limits.lean, limits.clear, limits.min_answered, limits.low_variation_same, limits.many_unsure];
        let thresholds = THRESHOLDS.iter().zip(values).map(|((name, label), value)| (*name, *label, value.to_string()));
        Self {
            frame,
            stem: [sheet.stem.clone(), draft.spanish.stem.clone()],
            anchors: anchors.collect(),
            rows,
            thresholds: thresholds.collect(),
            errors: Errors::default(),
            mark: draft.mark_of_scoring(),
            is_stale: false,
            theirs: Vec::new(),
            gone: Vec::new(),
            draft,
        }
    }

    /// The same with what was typed in it.
    fn typed(draft: Draft, fields: &Fields, frame: Frame) -> Self {
        let mut page = Self::of(draft, frame);
        let there = page.lines();
        page.stem = ["stem", "stem_es"].map(|name| fields.get(name).to_owned());
        for anchor in &mut page.anchors {
            fields.get(&format!("label-{}", anchor.place)).clone_into(&mut anchor.label);
            fields.get(&format!("label_es-{}", anchor.place)).clone_into(&mut anchor.spanish);
        }
        let rows = fields.rows("weight-").into_iter().map(|name| Row::typed(&name, fields));
        let is_known = |row: &Row| row.is_new() || page.draft.sheet.dimension(&row.name).is_some();
        let (rows, gone): (Vec<_>, Vec<_>) = rows.partition(is_known);
        let is_saved_since = fields.get("seen").parse::<i32>().is_ok_and(|seen| seen != page.draft.edition.revision);
        page.is_stale = is_saved_since && fields.get("mark") != page.mark;
        let posted = std::mem::replace(&mut page.rows, rows);
        if page.is_stale {
            // Those that somebody added meanwhile: saved without them, the form would take them out again.
            let is_missing = |row: &Row| page.rows.iter().all(|other| other.name != row.name);
            let added: Vec<_> = posted.into_iter().filter(is_missing).collect();
            page.rows.splice(0..0, added);
            page.gone = gone.iter().map(|row| format!("{}: {} / {}", row.name, row.hi, row.him)).collect();
        }
        for (name, _, value) in &mut page.thresholds {
            fields.get(name).clone_into(value);
        }
        if page.is_stale {
            page.theirs = differences(&there, &page.lines());
        }
        page
    }

    /// All that stands in it.
    fn lines(&self) -> Vec<Line> {
        let mut lines =
            vec![theirs::line("Every question begins with", &self.stem[0]), theirs::line("In Spanish", &self.stem[1])];
        for one in &self.anchors {
            lines.push(theirs::line(format!("Choice {}", one.step), &one.label));
            lines.push(theirs::line(format!("Choice {}, in Spanish", one.step), &one.spanish));
        }
        lines.extend(self.rows.iter().filter(|row| !row.is_new()).flat_map(Row::lines));
        lines.extend(self.thresholds.iter().map(|(_, label, value)| theirs::line(*label, value)));
        lines
    }

    /// Whether no dimension is to come or to go.
    fn adds_nothing(&self) -> bool {
        self.rows.iter().all(|row| !row.is_removed && (!row.is_new() || row.code.is_empty()))
    }

    fn path(&self) -> String {
        format!("{}/scoring", self.draft.edition.path())
    }

    fn version(&self) -> String {
        format!("Version {}", self.draft.edition.number)
    }

    /// What is wrong with the thresholds or the scale.
    fn faults(&self) -> Vec<String> {
        let faults = self.draft.sheet.faults();
        let here =
            faults.iter().filter(|one| matches!(one.place(&self.draft.sheet), Place::Threshold(_) | Place::Scale));
        here.map(ToString::to_string).collect()
    }

    /// Puts what was typed into the draft, as far as it can be kept.
    fn read(&mut self) -> Option<()> {
        let (mut draft, errors) = (self.draft.clone(), &mut self.errors);
        let needed = |raw: &str| {
            line(raw, LONGEST).and_then(|text| if text.is_empty() { Err("words-missing") } else { Ok(text) })
        };
        let stem = errors.take("stem", needed(&self.stem[0]));
        let stem_es = errors.take("stem_es", line(&self.stem[1], LONGEST));
        for (typed, anchor) in self.anchors.iter().zip(&mut draft.sheet.anchors) {
            let label = errors.take(&format!("label-{}", typed.place), needed(&typed.label));
            let spanish = errors.take(&format!("label_es-{}", typed.place), line(&typed.spanish, LONGEST));
            anchor.label = label.unwrap_or_default();
            draft.spanish.labels.remove(&typed.place);
            draft.spanish.labels.extend(spanish.filter(|text| !text.is_empty()).map(|text| (typed.place, text)));
        }
        let codes: Vec<_> = draft.sheet.dimensions.iter().map(|one| one.code.clone()).collect();
        (draft.sheet.dimensions, draft.spanish.poles) = (Vec::new(), std::collections::BTreeMap::new());
        let mut position = 0;
        for row in &self.rows {
            let is_blank = row.is_new() && row.code.is_empty() && row.hi.trim().is_empty() && row.him.trim().is_empty();
            let is_used = draft.sheet.items.iter().any(|item| item.dimension == row.code);
            if row.is_removed && is_used {
                errors.add(&row.field("remove"), "dimension-used");
            }
            if is_blank || row.is_removed {
                continue;
            }
            position += 1;
            if let Some((dimension, spanish)) = row.read(position, &codes, errors) {
                if !spanish.0.is_empty() {
                    draft.spanish.poles.insert(dimension.code.clone(), spanish);
                }
                draft.sheet.dimensions.push(dimension);
            }
        }
        let is_told = |code: &String| self.rows.iter().any(|row| row.code == *code);
        if draft.sheet.items.iter().any(|item| !is_told(&item.dimension)) {
            errors.add("seen", "form-incomplete");
        }
        let counts = [0, 1, 2, 3, 4].map(|at| {
            let (name, _, raw) = &self.thresholds[at];
            errors.take(name, raw.trim().parse::<i16>().ok().filter(|value| *value > 0).ok_or("whole-number"))
        });
        let [lean, clear, min_answered, low_variation_same, many_unsure] = counts;
        draft.sheet.thresholds = Thresholds {
            lean: lean?,
            clear: clear?,
            min_answered: min_answered?,
            low_variation_same: low_variation_same?,
            many_unsure: many_unsure?,
        };
        if draft.sheet.thresholds.clear <= draft.sheet.thresholds.lean {
            errors.add("clear", "clear-above-lean");
        }
        (draft.sheet.stem, draft.spanish.stem) = (stem?, stem_es?);
        self.draft = draft;
        Some(())
    }
}

/// The scale and the scoring.
///
/// # Errors
/// [`Error::NotFound`](crate::web::error::Error) when there is no such draft.
pub async fn edit(_admin: Admin, id: Path<QuestionnaireId>, frame: Frame, mut conn: Conn) -> Reply {
    let draft = Draft::of(*id, &mut conn).await?;
    ok(&Edit::of(draft, frame))
}

/// Saves the scale and the scoring, unless somebody saved them since they were shown. What was typed stays in the form
/// whatever happens.
///
/// # Errors
/// [`Error::NotFound`](crate::web::error::Error) when there is no such draft.
pub async fn update(
    admin: Admin,
    id: Path<QuestionnaireId>,
    form: FormData<Fields>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(fields) = form;
    let errors = frame.errors();
    let draft = Draft::of(*id, &mut conn).await?;
    let mut page = Edit { errors, ..Edit::typed(draft, &fields, frame) };
    let seen = fields.get("seen").parse::<i32>();
    if seen.is_err() {
        page.errors.add("seen", "form-incomplete");
    }
    for _ in 0..TRIES {
        // The same form twice is no quarrel.
        if page.is_stale && page.theirs.is_empty() && page.gone.is_empty() && page.adds_nothing() {
            return see_other(format!("{}?done=draft-saved", page.path()));
        }
        if page.is_stale {
            return html(StatusCode::CONFLICT, &page);
        }
        if page.read().is_none() || !page.errors.is_empty() {
            return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
        // It saves over the very revision that was compared. Somebody who saved meanwhile may have saved a part: look again.
        if page.draft.save(&admin, &mut conn).await? != Outcome::Stale {
            return see_other(format!("{}?done=draft-saved", page.path()));
        }
        page = Edit::typed(Draft::of(*id, &mut conn).await?, &fields, page.frame);
    }
    html(StatusCode::CONFLICT, &Edit { is_stale: true, ..page })
}
