//! What students ask for about their records, on a lead advisor's desk: what waits, the oldest first, and the decision.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use jiff::{Timestamp, civil::Date};
use serde::Deserialize;

use super::{
    error::Error,
    form::{Errors, FormData},
    glance,
    guard::{Conn, Sudo},
    page::{Frame, Reply, html, ok, see_other},
    state,
};
use crate::model::{
    advisee::{Advisee, Record},
    holdings::Holdings,
    id::RequestId,
    keyset::Turn,
    person::{FullName, Lead},
    request::{Answer, Decision, Filed, Kind, REASON_LIMIT, Request, RequestText, Tab, Verdict},
};

/// Which list, and which page of it.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    view: String,
    after: Option<RequestId>,
    before: Option<RequestId>,
}

impl Asked {
    /// The list.
    #[must_use]
    pub fn tab(&self) -> Tab {
        if self.view == "closed" { Tab::Closed } else { Tab::Open }
    }

    /// Its page.
    #[must_use]
    pub fn turn(&self) -> Turn<RequestId> {
        Turn::of(self.after, self.before)
    }

    /// Its address under `path`, without the page.
    #[must_use]
    pub fn path(&self, path: &str) -> String {
        if self.tab() == Tab::Closed { format!("{path}?view=closed") } else { path.to_owned() }
    }
}

#[derive(Template)]
#[template(path = "requests/index.html")]
struct Index {
    frame: Frame,
    tab: Tab,
    filed: Vec<Filed>,
    previous: Option<String>,
    next: Option<String>,
    now: Timestamp,
}

/// A decision as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DecisionForm {
    decision: String,
    reason: String,
    full_name: String,
    sure: String,
}

#[derive(Template)]
#[template(path = "requests/show.html")]
struct Show {
    frame: Frame,
    request: Request,
    record: Record,
    holdings: Holdings,
    decider: Option<String>,
    form: DecisionForm,
    errors: Errors,
    now: Timestamp,
}

/// The list.
///
/// # Errors
/// When the database is away.
pub async fn index(lead: Lead, asked: Query<Asked>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let tab = asked.tab();
    let page = Filed::page(&lead, tab, asked.turn(), &mut conn).await?;
    let (previous, next) = page.neighbours(&asked.path("/requests"), |filed| filed.request.id.to_string());
    ok(&Index { frame, tab, filed: page.rows, previous, next, now: Timestamp::now() })
}

/// One request, beside what there is of the record.
///
/// # Errors
/// 404 when there is none, also once its student was erased.
pub async fn show(lead: Lead, id: Path<RequestId>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    let (request, student) = Request::for_lead(&lead, *id, &mut conn).await?;
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let record = Advisee::open(&lead.as_advisor(), student, &mut conn).await?;
    let form = DecisionForm { full_name: record.full_name.clone(), ..DecisionForm::default() };
    ok(&page(request, record, form, Errors::default(), frame, &mut conn).await?)
}

/// Decides. In sudo mode: it releases a record, or ends one.
///
/// # Errors
/// 404 as [`show`]; 409 when it was decided otherwise or taken back meanwhile.
pub async fn decide(
    Sudo(lead): Sudo<Lead>,
    id: Path<RequestId>,
    form: FormData<DecisionForm>,
    req: HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let (request, student) = Request::for_lead(&lead, *id, &mut conn).await?;
    let kind = request.kind();
    let mut errors = frame.errors();
    let decision = errors.take("decision", Decision::parse(&form.decision));
    let reason = errors.take("reason", RequestText::required(&form.reason, REASON_LIMIT, "decision-reason-missing"));
    let is_yes = decision == Some(Decision::Granted);
    let full_name = match kind {
        Kind::Correction if is_yes => errors.take("full_name", FullName::parse(&form.full_name)),
        _ => None,
    };
    if kind == Kind::Erasure && is_yes && form.sure.is_empty() {
        errors.add("sure", "erasure-not-sure");
    }
    if let (Some(decision), Some(reason), true) = (decision, reason, errors.is_empty()) {
        let post = &state::shared(&req).post;
        match Request::decide(&lead, *id, &Verdict { decision, reason, full_name }, post, &mut conn).await? {
            Answer::Done => {
                post.ring();
                return see_other(match (kind, decision) {
                    (Kind::Erasure, Decision::Granted) => "/requests?done=erased".to_owned(),
                    _ => format!("/requests/{id}?done=decided"),
                });
            }
            Answer::OthersWait => errors.add("decision", "request-others-wait"),
        }
    }
    let advisee = Advisee::of(&lead.as_advisor(), student, &mut conn).await?;
    let record = advisee.opened(&lead.as_advisor(), &mut conn).await?;
    html(StatusCode::UNPROCESSABLE_ENTITY, &page(request, record, form, errors, frame, &mut conn).await?)
}

async fn page(
    request: Request,
    record: Record,
    form: DecisionForm,
    errors: Errors,
    frame: Frame,
    conn: &mut Conn,
) -> Result<Show, Error> {
    let holdings = Holdings::of(record.id, conn).await?;
    let decider = request.decider(conn).await?;
    Ok(Show { frame, request, record, holdings, decider, form, errors, now: Timestamp::now() })
}

/// How far off a day is, in words: "in 3 days", "today", "2 days ago".
#[must_use]
pub fn days_to(due: Date, today: Date) -> String {
    match (due - today).get_days() {
        0 => "today".to_owned(),
        1 => "in 1 day".to_owned(),
        days @ 2.. => format!("in {days} days"),
        -1 => "1 day ago".to_owned(),
        days => format!("{} days ago", -days),
    }
}

/// How far off the answer to a request is on the school's calendar.
#[must_use]
pub fn owed(due: &Timestamp, now: &Timestamp, frame: &Frame) -> String {
    days_to(frame.setting.local(*due).date(), frame.setting.local(*now).date())
}

impl Show {
    fn is(&self, word: &str) -> bool {
        self.request.kind().word() == word
    }

    /// What can be decided: code, words, what it does.
    fn choices(&self) -> [(&'static str, &'static str, String); 2] {
        let called = self.record.called();
        match self.request.kind() {
            Kind::SeeNotes => [
                ("granted", "Release all notes", format!("{called} can download every note for 30 days")),
                ("denied", "Do not release", format!("{called} reads your reason")),
            ],
            Kind::Correction => [
                ("granted", "It is corrected", "Say below what was corrected".to_owned()),
                ("denied", "Leave it as it is", format!("{called} may set a statement beside the record")),
            ],
            Kind::Erasure => [
                ("granted", "Erase", format!("Everything about {called} goes at once")),
                ("denied", "Keep the record", format!("{called} reads your reason")),
            ],
        }
    }

    fn reason_hint(&self) -> String {
        let called = self.record.called();
        match self.request.kind() {
            Kind::Erasure => {
                format!("If you say no, {called} reads it word for word. If you say yes, it goes with the record.")
            }
            _ => format!("{called} reads it word for word."),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_clock_is_told_in_days_of_the_calendar() {
        let today = date(2026, 11, 26);
        assert_eq!(days_to(today, today), "today");
        assert_eq!(days_to(date(2026, 11, 27), today), "in 1 day");
        assert_eq!(days_to(date(2027, 1, 10), today), "in 45 days");
        assert_eq!(days_to(date(2026, 11, 25), today), "1 day ago");
        assert_eq!(days_to(date(2025, 11, 26), today), "365 days ago");
    }
}
