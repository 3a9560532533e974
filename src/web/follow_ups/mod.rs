//! Follow-ups: an advisor's own list; those of a record are beside it.

mod change;
mod record;

use actix_web::{HttpRequest, web::Query};
use askama::Template;
use jiff::{Timestamp, civil::Date};
use serde::Deserialize;

pub use self::{
    change::{edit, settle, update},
    record::{about, create},
};
use super::{
    glance,
    guard::Conn,
    page::{Frame, Reply, ok},
    requests::days_to,
};
use crate::model::{
    follow_up::{Mark, Mine, View},
    keyset::Turn,
    person::Advisor,
};

/// The list that an advisor begins with.
const PATH: &str = "/follow-ups";

/// Which list, and which page of it.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    view: String,
    after: Option<Mark>,
    before: Option<Mark>,
}

#[derive(Template)]
#[template(path = "follow_ups/index.html")]
struct Index {
    frame: Frame,
    view: View,
    counts: [i64; 4],
    rows: Vec<Mine>,
    previous: Option<String>,
    next: Option<String>,
    today: Date,
}

/// The advisor's own, of all students.
///
/// # Errors
/// When the database is away.
pub async fn index(advisor: Advisor, asked: Query<Asked>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let today = today(&frame);
    let counts = Mine::counts(&advisor, today, &mut conn).await?;
    // The first list that has something, if none is named.
    let first = View::ALL.into_iter().zip(counts).find(|(_, count)| *count > 0).map_or(View::Today, |(view, _)| view);
    let view = View::parse(&asked.view).unwrap_or(first);
    let page = Mine::page(&advisor, view, Turn::of(asked.after, asked.before), today, &mut conn).await?;
    let (previous, next) = page.neighbours(&format!("{PATH}?view={}", view.code()), |one| one.id.to_string());
    ok(&Index { frame, view, counts, rows: page.rows, previous, next, today })
}

fn today(frame: &Frame) -> Date {
    frame.setting.local(Timestamp::now()).date()
}

/// A day as staff read it, such as `Tue 1 Dec 2026`.
#[must_use]
pub fn day(day: &Date) -> String {
    day.strftime("%a %-d %b %Y").to_string()
}

/// How far off a day is, such as "in 3 days".
#[must_use]
pub fn off(day: &Date, today: &Date) -> String {
    days_to(*day, *today)
}

impl Index {
    /// The tabs: address, words, whether one is there, how many.
    fn tabs(&self) -> Vec<(String, &'static str, bool, String)> {
        let tab = |(view, count): (View, i64)| {
            let words = match view {
                View::Overdue => "Overdue",
                View::Today => "Today",
                View::Coming => "Coming",
                View::Done => "Done",
            };
            let count = if count > 999 { "999+".to_owned() } else { count.to_string() };
            (format!("{PATH}?view={}", view.code()), words, view == self.view, count)
        };
        View::ALL.into_iter().zip(self.counts).map(tab).collect()
    }

    fn nothing(&self) -> (&'static str, &'static str) {
        match self.view {
            View::Overdue => ("Nothing is overdue", "What you did not get to by its day is listed here."),
            View::Today => ("Nothing is due today", "What you plan in a student’s record is listed here on its day."),
            View::Coming => ("Nothing is planned", "Plan a follow-up in a student’s record."),
            View::Done => ("Nothing is done yet", "What you finish or cancel is listed here."),
        }
    }
}
