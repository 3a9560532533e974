//! The advisors' queue: who needs them today.

use actix_web::HttpRequest;
use askama::Template;
use jiff::{Timestamp, civil::Date};

use super::{
    chart::Mini,
    fit_words::FitWords,
    glance,
    guard::Conn,
    page::{Flash, Frame, Reply, ok},
};
use crate::model::{
    advisee,
    caseload::{Caseload, Count, Cursor, Row, STALLED_DAYS, Status, Turn, View},
    fit::Outcome,
    person::Advisor,
    profile::CreditUnit,
};

/// One student, ready to print.
struct Line {
    path: String,
    name: String,
    advisor: Option<String>,
    status: &'static str,
    changed_by: Option<String>,
    mini: Option<Mini>,
    fit: String,
    more: String,
    credits: String,
    last_seen: String,
    next: String,
}

/// A tab: its address, its words, whether it is open, its count.
struct Tab {
    href: String,
    words: &'static str,
    is_open: bool,
    count: Count,
}

#[derive(Template)]
#[template(path = "caseload/index.html")]
struct Index {
    frame: Frame,
    is_lead: bool,
    view: View,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    count: Count,
    has_unassigned: bool,
    previous: Option<String>,
    next: Option<String>,
}

/// What an address asks for. Words in it that we do not know are left out, and the page says so.
struct Asked {
    view: View,
    turn: Turn,
    has_unknown: bool,
    has_odd_place: bool,
}

impl Asked {
    fn read(query: &str) -> Self {
        let pairs = serde_html_form::from_str::<Vec<(String, String)>>(query).unwrap_or_default();
        let mut asked = Self { view: View::Everyone, turn: Turn::First, has_unknown: false, has_odd_place: false };
        for (name, value) in pairs {
            match (name.as_str(), Cursor::parse(&value)) {
                ("view", _) => match View::parse(&value) {
                    Some(view) => asked.view = view,
                    None => asked.has_unknown = true,
                },
                ("after", Some(place)) => asked.turn = Turn::After(place),
                ("before", Some(place)) => asked.turn = Turn::Before(place),
                ("after" | "before", None) => asked.has_odd_place = true,
                ("done", _) => {}
                _ => asked.has_unknown = true,
            }
        }
        asked
    }
}

/// The page.
///
/// # Errors
/// When the database is away.
pub async fn index(advisor: Advisor, req: HttpRequest, mut frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let asked = Asked::read(req.query_string());
    let page = Caseload::page(&advisor, asked.view, asked.turn, &mut conn).await?;
    if asked.has_odd_place || page.is_stale {
        frame.flash = Some(Flash { tone: "warn", key: "flash-stale-page" });
    } else if asked.has_unknown {
        frame.flash = Some(Flash { tone: "warn", key: "flash-unknown-view" });
    }
    let today = frame.setting.local(Timestamp::now()).date();
    let [.., unassigned] = page.counts;
    let tabs: Vec<Tab> =
        View::ALL.into_iter().zip(page.counts).map(|(view, count)| tab(view, count, asked.view)).collect();
    let turned = |way: &str, place: Option<Cursor>| place.map(|place| address(asked.view, &format!("{way}={place}")));
    ok(&Index {
        is_lead: advisor.is_lead(),
        view: asked.view,
        lines: page.rows.iter().map(|row| line(row, &advisor, &frame, today)).collect(),
        count: tabs.iter().find(|tab| tab.is_open).map_or(unassigned, |tab| tab.count),
        has_unassigned: !unassigned.is_none(),
        previous: turned("before", page.previous),
        next: turned("after", page.next),
        tabs,
        frame,
    })
}

fn tab(view: View, count: Count, open: View) -> Tab {
    let words = match view {
        View::Everyone => "Everyone",
        View::New => "New result",
        View::Unassigned => "Unassigned",
    };
    Tab { href: address(view, ""), words, is_open: view == open, count }
}

/// The address of a view; everyone is what the bare address shows.
fn address(view: View, place: &str) -> String {
    let view = (view != View::Everyone).then(|| format!("view={}", view.code()));
    let query: Vec<&str> = view.as_deref().into_iter().chain((!place.is_empty()).then_some(place)).collect();
    if query.is_empty() { "/caseload".to_owned() } else { format!("/caseload?{}", query.join("&")) }
}

fn line(row: &Row, advisor: &Advisor, frame: &Frame, today: Date) -> Line {
    let day = |moment: Timestamp| frame.setting.local(moment).date();
    let status = row.status(row.attempt_saved_at.map(|at| days_between(day(at), today)));
    let newest = row.newest();
    let fit = newest.map(|one| FitWords::of(one.outcome, one.reason, one.points, one.answered, one.item_count));
    let drawn = newest.filter(|one| one.outcome != Outcome::Insufficient);
    let is_mine = row.advice_author_id == Some(advisor.id());
    let unit = row.unit.as_deref().filter(|unit| *unit == "semester" && frame.setting.unit() != CreditUnit::Semester);
    Line {
        path: advisee::path(row.id),
        name: row.full_name.clone(),
        advisor: row.advisor.clone().filter(|_| advisor.is_lead()),
        status: status.code(),
        changed_by: row.advice_author.clone().filter(|_| status == Status::Changed && !is_mine),
        mini: drawn.map(|one| Mini::new(one.hi.unsigned_abs().into(), one.him.unsigned_abs().into(), one.most)),
        more: fit.as_ref().map(|fit| fit.more.clone()).unwrap_or_default(),
        fit: match (&fit, drawn) {
            (Some(fit), Some(_)) => fit.lead.clone(),
            (Some(fit), None) => fit.line(),
            (None, _) => "No result yet".to_owned(),
        },
        credits: match (row.credits, unit) {
            (Some(credits), Some(unit)) => format!("{credits} {unit}"),
            (Some(credits), None) => credits.to_string(),
            (None, _) => "–".to_owned(),
        },
        last_seen: row.last_seen_at.map_or("–".to_owned(), |at| ago(days_between(day(at), today), || frame.day(&at))),
        next: next(row, status),
    }
}

/// What there is to do, in a few words.
fn next(row: &Row, status: Status) -> String {
    let newest = row.newest();
    let answered = format!("{} of {}", row.attempt_answered, row.attempt_items);
    match status {
        Status::MailFailed => match &row.server_words {
            Some(words) => format!("Mail server: {}", shortened(words, 80)),
            None => "A letter did not get through".to_owned(),
        },
        Status::NewResult => match newest.filter(|one| one.outcome == Outcome::Insufficient) {
            Some(one) => format!("{} questions are open", one.item_count - one.answered),
            None => "Look at the result".to_owned(),
        },
        Status::CloseCall => "Talk it over".to_owned(),
        Status::Changed => "See it through".to_owned(),
        Status::PlanAgreed => "–".to_owned(),
        Status::Stalled => format!("Stopped at {answered}"),
        Status::InProgress if row.attempt_saved_at.is_some() => format!("{answered} answered"),
        Status::InProgress => "Give your advice".to_owned(),
        Status::NotStarted => "–".to_owned(),
    }
}

fn shortened(words: &str, most: usize) -> String {
    match words.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// A day as people say it from today; longer ago than two weeks it is a date.
fn ago(days: i32, date: impl FnOnce() -> String) -> String {
    match days {
        ..=0 => "Today".to_owned(),
        1 => "Yesterday".to_owned(),
        2..=14 => format!("{days} days ago"),
        _ => date(),
    }
}

impl Index {
    /// The line above the table.
    fn order(&self) -> &'static str {
        match self.view {
            View::Everyone => "newest result first",
            View::New => "results that nobody has looked at, newest first",
            View::Unassigned => "nobody’s yet, any advisor can take them",
        }
    }

    fn stalled_days(&self) -> i32 {
        STALLED_DAYS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_far_as_we_know_it() {
        let asked = Asked::read("view=new&done=taken");
        assert!(asked.view == View::New && asked.turn == Turn::First && !asked.has_unknown && !asked.has_odd_place);
        assert!(Asked::read("view=mine").has_unknown);
        assert!(Asked::read("credits=90").has_unknown);
        assert!(Asked::read("after=17").has_odd_place);
        assert!(!Asked::read("").has_unknown);
    }

    #[test]
    fn an_address_holds_view_and_place() {
        assert_eq!(address(View::Everyone, ""), "/caseload");
        assert_eq!(address(View::New, ""), "/caseload?view=new");
        assert_eq!(address(View::Unassigned, "after=none.x"), "/caseload?view=unassigned&after=none.x");
        assert_eq!(address(View::Everyone, "before=1.x"), "/caseload?before=1.x");
    }

    #[test]
    fn days_are_said_as_people_say_them() {
        let said = |days| ago(days, || "2 Nov 2026".to_owned());
        assert_eq!([0, 1, 5, 14, 15].map(said), ["Today", "Yesterday", "5 days ago", "14 days ago", "2 Nov 2026"]);
        let day = |text: &str| text.parse::<Date>().expect("a date");
        assert_eq!(days_between(day("2026-09-30"), day("2026-11-22")), 53);
    }
}
