//! Reports: how the students within reach stand, each number with the list behind it.

use actix_web::HttpRequest;
use askama::Template;
use jiff::Timestamp;

use super::{
    chart::Bar,
    glance,
    guard::Conn,
    page::{Frame, Reply, ok},
};
use crate::model::{
    caseload::{Figure, Report},
    person::Advisor,
};

/// A table whose rows are drawn as bars too.
struct Table {
    id: &'static str,
    title: &'static str,
    column: &'static str,
    rows: Vec<Line>,
}

/// One row.
struct Line {
    words: String,
    count: String,
    href: String,
    bar: Bar,
}

#[derive(Template)]
#[template(path = "reports/index.html")]
struct Index {
    frame: Frame,
    is_lead: bool,
    tables: Vec<Table>,
}

impl Table {
    fn of(id: &'static str, title: &'static str, column: &'static str, figures: Vec<Figure>) -> Self {
        let most = figures.iter().map(|one| one.count.number()).max().unwrap_or_default();
        let line = |one: Figure| Line {
            bar: Bar::new(f64::from(one.count.number()), f64::from(most)),
            count: one.count.to_string(),
            words: one.words,
            href: one.href,
        };
        Self { id, title, column, rows: figures.into_iter().map(line).collect() }
    }
}

/// The page.
///
/// # Errors
/// When the database is away.
pub async fn index(advisor: Advisor, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let today = frame.setting.local(Timestamp::now()).date();
    let Report { stages, results, no_contact } = Report::of(&advisor, today, &mut conn).await?;
    let tables = vec![
        Table::of("stages", "Where students stand", "Status", stages),
        Table::of("results", "What their newest results say", "Result", results),
        Table::of("contact", "Last contact", "Contact", no_contact),
    ];
    ok(&Index { frame, is_lead: advisor.is_lead(), tables })
}
