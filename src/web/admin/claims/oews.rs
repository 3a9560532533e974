//! A new year of wages: the bureau's national file is uploaded, looked at figure by figure, and published as looked at.

use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use askama::Template;
use diesel_async::AsyncPgConnection;
use jiff::civil::Date;
use serde::Deserialize;

use super::today;
use crate::{
    model::{
        oews::{
            plan::{Fate, Line, Plan, YEARS, occupations, year_in},
            publication::Done,
            wages::Wages,
        },
        person::Admin,
    },
    web::{
        error::Error,
        form::{Errors, FormData},
        guard::{Conn, Later},
        page::{Frame, Reply, html, ok, see_other},
        upload::{self, Upload},
    },
};

#[derive(Template)]
#[template(path = "admin/claims/oews.html")]
struct Show {
    frame: Frame,
    year: String,
    /// What the file has for our occupations, and what that comes to.
    plan: Option<(Wages, Plan)>,
    has_changed: bool,
    errors: Errors,
    /// What was found or is missing in a file that is refused.
    found: String,
}

/// What was looked at: the cells of the file, their year, the mark of the plan.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Look {
    cells: String,
    year: String,
    mark: String,
}

/// Where the file is uploaded.
///
/// # Errors
/// When the page cannot be rendered.
pub async fn new(_admin: Admin, frame: Frame) -> Reply {
    ok(&Show::blank(frame))
}

/// Shows what a file comes to.
///
/// # Errors
/// When it is too large or too slow, or the database is away.
pub async fn create(_admin: Admin, form: Multipart, frame: Frame, later: Later) -> Reply {
    let upload = upload::read(form).await?;
    let mut conn = later.now().await?;
    let mut page = Show::blank(frame);
    page.year = upload.fields.get("year").map(|typed| typed.trim().chars().take(20).collect()).unwrap_or_default();
    let wages = page.read(&upload, &mut conn).await?;
    // The name of the file tells the year where nobody typed it.
    let today = today(&page.frame);
    let (named, typed) = (year_in(&upload.file_name), year(&page.year, today));
    let year = if page.year.is_empty() { named.filter(|year| *year <= today.year()) } else { typed };
    if typed.zip(named).is_some_and(|(typed, named)| typed != named) {
        page.errors.add("year", "oews-other-year");
    }
    let year = match year {
        None if upload.file_name.is_empty() && page.year.is_empty() => None,
        year => page.errors.take("year", year.ok_or("oews-year-malformed")),
    };
    let (Some(wages), Some(year), true) = (wages, year, page.errors.is_empty()) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let plan = Plan::make(&wages, year, &mut conn).await?;
    page.year = year.to_string();
    if plan.later().is_some() {
        page.errors.add("year", "oews-older");
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    page.plan = Some((wages, plan));
    ok(&page)
}

/// Publishes what was looked at.
///
/// # Errors
/// When the database is away.
pub async fn publish(admin: Admin, form: FormData<Look>, frame: Frame, mut conn: Conn) -> Reply {
    let FormData(look) = form;
    let wages = Wages::parse(&look.cells);
    let today = today(&frame);
    let mut page = Show { year: look.year.clone(), ..Show::blank(frame) };
    let Some(year) = page.errors.take("year", year(&look.year, today).ok_or("oews-year-malformed")) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    match Plan::carry_out(&wages, year, &look.mark, today, &admin, &mut conn).await? {
        Done::Published(_) => see_other("/admin/claims?tab=all&done=wages-published"),
        Done::Changed(plan) if plan.later().is_some() => {
            page.errors.add("year", "oews-older");
            html(StatusCode::CONFLICT, &page)
        }
        Done::Changed(plan) => {
            page.plan = Some((wages, plan));
            page.has_changed = true;
            html(StatusCode::CONFLICT, &page)
        }
    }
}

/// A year that has come: figures of another one would keep every real file out.
fn year(typed: &str, today: Date) -> Option<i16> {
    typed.trim().parse().ok().filter(|year| YEARS.contains(year) && *year <= today.year())
}

impl Show {
    fn blank(frame: Frame) -> Self {
        let errors = frame.errors();
        Self { frame, year: String::new(), plan: None, has_changed: false, errors, found: String::new() }
    }

    async fn read(&mut self, upload: &Upload, conn: &mut AsyncPgConnection) -> Result<Option<Wages>, Error> {
        if upload.file_name.is_empty() {
            self.errors.add("file", "roster-file-missing");
            return Ok(None);
        }
        let read = Wages::read(&upload.bytes, &occupations(conn).await?);
        let (read, found) = match read {
            Ok(wages) => (Ok(wages), String::new()),
            Err((key, found)) => (Err(key), found),
        };
        self.found = found;
        Ok(self.errors.take("file", read))
    }

    /// For the next file: what was typed where it was wrong, and nothing once a file was read.
    fn typed_year(&self) -> &str {
        if self.plan.is_some() { "" } else { &self.year }
    }

    /// How many figures become others.
    fn many(&self) -> usize {
        self.plan.as_ref().map_or(0, |(_, plan)| plan.changes().count())
    }

    fn button(&self) -> String {
        match self.many() {
            1 => format!("Publish 1 figure of May {}", self.year),
            many => format!("Publish {many} figures of May {}", self.year),
        }
    }

    /// The figures, those that stay as they are first: somebody may want to see why.
    fn lines(&self) -> Vec<&Line> {
        let mut lines: Vec<&Line> = self.plan.iter().flat_map(|(_, plan)| &plan.lines).collect();
        lines.sort_by_key(|line| match line.fate {
            Fate::Withheld | Fate::Above | Fate::Absent | Fate::Falling => 0,
            Fate::New(_) => 1,
            Fate::Unchanged => 2,
        });
        lines
    }

    /// What a figure will say, or why it stays as it is.
    fn said(&self, line: &Line) -> String {
        let Line { claim, fate } = line;
        match fate {
            Fate::New(number) => {
                let mut statement = claim.statement.clone();
                statement.value = Some(*number);
                statement.value_words()
            }
            Fate::Unchanged => "Says this already".to_owned(),
            Fate::Withheld => "No estimate is released".to_owned(),
            Fate::Above => "Above the highest wage that is told".to_owned(),
            Fate::Absent => "The occupation is not in the file".to_owned(),
            Fate::Falling => "Percentiles of this occupation fall from a lower one to a higher one".to_owned(),
        }
    }

    /// By how much a value goes up or down, in percent.
    fn change(&self, line: &Line) -> String {
        match (line.fate, line.claim.value) {
            (Fate::New(new), Some(old)) if old > 0.0 => match (new / old - 1.0) * 100.0 {
                percent if percent.abs() < 0.05 => "same".to_owned(),
                percent if percent > 0.0 => format!("+{percent:.1}%"),
                percent => format!("−{:.1}%", percent.abs()),
            },
            _ => "–".to_owned(),
        }
    }

    fn is_new(&self, line: &Line) -> bool {
        matches!(line.fate, Fate::New(_))
    }

    fn stays(&self, line: &Line) -> bool {
        matches!(line.fate, Fate::Withheld | Fate::Above | Fate::Absent | Fate::Falling)
    }
}
