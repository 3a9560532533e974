//! Reports: how the students within reach stand, each number with the list behind it; and the same of the whole school for
//! admins, without lists and without small groups.

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
    caseload::{Report, ReportNumber, ReportRow, ReportTable},
    person::{Admin, Advisor},
};

/// A table whose rows are drawn as bars too.
struct Table {
    id: &'static str,
    title: &'static str,
    about: &'static str,
    head: &'static str,
    columns: Vec<String>,
    drawn: &'static str,
    rows: Vec<Line>,
}

/// One row.
struct Line {
    words: String,
    cells: Vec<Cell>,
    /// The whole and the part that is filled; nothing where one of them is not told.
    bars: Option<(Bar, Bar)>,
}

/// One number.
struct Cell {
    column: String,
    words: String,
    /// The list behind it.
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "reports/index.html")]
struct Index {
    frame: Frame,
    /// Whose students they are about.
    whose: &'static str,
    is_admin: bool,
    counted: Option<String>,
    tables: Vec<Table>,
}

/// The whole of a row and the part that is drawn.
fn parts(row: &ReportRow, whole: usize, part: usize) -> Option<(i64, i64)> {
    let of = |place: usize| row.numbers.get(place)?.as_ref()?.students;
    let whole: Option<i64> = (0..whole).map(of).sum();
    Some((whole?, of(part)?))
}

/// As the length of a bar: exact up to more students than any school has.
fn length(students: i64) -> f64 {
    u32::try_from(students).map_or(0.0, f64::from)
}

impl Table {
    fn of(table: ReportTable, is_linked: bool) -> Self {
        let ReportTable { id, title, about, head, columns, drawn, rows, .. } = table;
        let drawings: Vec<_> = rows.iter().map(|row| parts(row, drawn.whole, drawn.part)).collect();
        let most = drawings.iter().flatten().map(|(whole, _)| *whole).max().unwrap_or_default();
        let bars =
            |(whole, part): (i64, i64)| (Bar::new(length(whole), length(most)), Bar::new(length(part), length(most)));
        let line = |(row, drawing): (ReportRow, Option<(i64, i64)>)| Line {
            cells: row
                .numbers
                .into_iter()
                .zip(&columns)
                .map(|(one, column)| Cell::of(one, column, is_linked))
                .collect(),
            words: row.words,
            bars: drawing.map(bars),
        };
        let rows = rows.into_iter().zip(drawings).map(line).collect();
        Self { id, title, about, head, drawn: drawn.words, rows, columns }
    }
}

impl Cell {
    fn of(number: Option<ReportNumber>, column: &str, is_linked: bool) -> Self {
        let column = column.to_owned();
        let Some(ReportNumber { students, wanted }) = number else {
            return Self { column, words: "–".to_owned(), href: None };
        };
        match students {
            Some(students) => Self {
                column,
                words: students.to_string(),
                href: (is_linked && students > 0).then(|| wanted.address("")),
            },
            None => Self { column, words: "not shown".to_owned(), href: None },
        }
    }
}

/// What an advisor sees of their own students, and a lead of all.
///
/// # Errors
/// When the database is away.
pub async fn index(advisor: Advisor, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let today = frame.setting.local(Timestamp::now()).date();
    let report = Report::of(&advisor, today, &mut conn).await?;
    let whose = if advisor.is_lead() { "All students of the school." } else { "Your students." };
    show(report, whose, false, frame)
}

/// What an admin sees.
///
/// # Errors
/// When the database is away.
pub async fn school(admin: Admin, frame: Frame, mut conn: Conn) -> Reply {
    let today = frame.setting.local(Timestamp::now()).date();
    let report = Report::of_school(&admin, today, &mut conn).await?;
    show(report, "All students of the school.", true, frame)
}

fn show(report: Report, whose: &'static str, is_admin: bool, frame: Frame) -> Reply {
    let counted = report.counted_at.map(|at| frame.setting.local(at).strftime("%-d %b, %-I:%M %p").to_string());
    let tables = report.tables.into_iter().map(|table| Table::of(table, !is_admin)).collect();
    ok(&Index { whose, is_admin, counted, tables, frame })
}
