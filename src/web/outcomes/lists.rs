//! A list of the school that says what became of students: pasted, looked at line by line, written down as looked at.

use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;

use super::today;
use crate::{
    model::{
        id::FormKey,
        outcome::list::{Done, Fate, Plan},
        person::Admin,
    },
    web::{
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
    },
};

/// Lines of one kind that a page shows.
const MOST_SHOWN: usize = 500;

#[derive(Template)]
#[template(path = "outcomes/list.html")]
struct New {
    frame: Frame,
    list: String,
    plan: Option<Plan>,
    form_key: FormKey,
    has_changed: bool,
    errors: Errors,
}

/// The list as it is posted: to be looked at, or, with the mark of what was looked at, to be written down.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    list: String,
    mark: String,
    form_key: FormKey,
}

/// Where a list is pasted.
///
/// # Errors
/// When the page cannot be rendered.
pub async fn new(_admin: Admin, frame: Frame) -> Reply {
    ok(&New::blank(frame))
}

/// Shows what a list comes to, and writes down what was shown.
///
/// # Errors
/// When the database is away.
pub async fn create(admin: Admin, form: FormData<Form>, frame: Frame, mut conn: Conn) -> Reply {
    let FormData(form) = form;
    let mut errors = frame.errors();
    let Some(mut plan) = errors.take("list", Plan::read(&form.list, today(&frame))) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &New { list: form.list, errors, ..New::blank(frame) });
    };
    if form.mark.is_empty() || !errors.is_empty() {
        plan.check(&mut conn).await?;
        return ok(&New { list: form.list, plan: Some(plan), errors, ..New::blank(frame) });
    }
    match plan.carry_out(&form.mark, form.form_key, &admin, &mut conn).await? {
        Done::Noted => see_other("/admin/outcomes?done=outcomes-noted"),
        Done::Changed(plan) => {
            let (list, form_key) = (form.list, form.form_key);
            let page = New { list, form_key, plan: Some(plan), has_changed: true, ..New::blank(frame) };
            html(StatusCode::CONFLICT, &page)
        }
    }
}

impl New {
    fn blank(frame: Frame) -> Self {
        let (list, errors) = (String::new(), Errors::default());
        Self { frame, list, plan: None, form_key: FormKey::new(), has_changed: false, errors }
    }

    /// How many lines are written down.
    fn count(&self) -> usize {
        self.plan.as_ref().map_or(0, |plan| plan.noted().count())
    }

    fn button(&self) -> String {
        match self.count() {
            1 => "Write down 1 line".to_owned(),
            many => format!("Write down {many} lines"),
        }
    }

    /// Each line that is shown, those that are left out first: number, text, what is wrong, and what is noted.
    fn rows(&self) -> Vec<(u64, String, String, String)> {
        let Some(plan) = &self.plan else { return Vec::new() };
        let row = |line: &crate::model::outcome::list::Line| {
            let (wrong, good) = match &line.fate {
                Fate::Noted(_, way, on) => {
                    (String::new(), format!("{}, {}", way.words(), self.frame.language.day(*on)))
                }
                Fate::AsBefore => (String::new(), "Written down before".to_owned()),
                Fate::Fault(key) => (self.frame.t.say(key).to_string(), String::new()),
                Fate::Twice(first) => (
                    self.frame.t.say("roster-twice").set("line", i64::try_from(*first).unwrap_or_default()).to_string(),
                    String::new(),
                ),
            };
            (line.number, line.typed.clone(), wrong, good)
        };
        let mut rows: Vec<_> = plan.lines.iter().map(row).collect();
        rows.sort_by_key(|(number, _, wrong, _)| (wrong.is_empty(), *number));
        rows.truncate(MOST_SHOWN);
        rows
    }

    /// Lines that are not shown.
    fn more(&self) -> usize {
        self.plan.as_ref().map_or(0, |plan| plan.lines.len().saturating_sub(MOST_SHOWN))
    }
}
