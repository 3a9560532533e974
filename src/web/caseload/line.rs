//! One student of the queue, ready to print.

use jiff::{Timestamp, civil::Date};

use crate::{
    model::{
        advisee,
        caseload::{Invited, Row, Status},
        fit::Outcome,
        id::StudentId,
        person::Advisor,
        profile::CreditUnit,
    },
    web::{chart::Mini, fit_words::FitWords, page::Frame},
};

/// Characters of somebody's words that fit a row.
const MOST_WORDS: usize = 80;

/// Days that an invitation's link works.
const LINK_DAYS: i32 = 3;

/// A row.
pub(super) struct Line {
    pub id: StudentId,
    pub path: String,
    pub name: String,
    pub advisor: Option<String>,
    pub status: &'static str,
    pub changed_by: Option<String>,
    pub mini: Option<Mini>,
    pub fit: String,
    pub more: String,
    pub credits: String,
    pub last_seen: String,
    pub next: String,
}

/// Somebody who was invited and has not come yet.
pub(super) struct Guest {
    pub name: String,
    pub email: String,
    pub invited_by: String,
    pub sent: String,
    pub next: &'static str,
}

impl Guest {
    pub(super) fn of(one: Invited, frame: &Frame, today: Date) -> Self {
        let days = days_between(frame.setting.local(one.sent_at).date(), today);
        Self {
            name: one.full_name,
            email: one.email,
            invited_by: one.invited_by,
            sent: ago(days, || frame.day(&one.sent_at)),
            next: if days > LINK_DAYS {
                "The link has ended: an admin can send it again"
            } else {
                "Waits for them to accept"
            },
        }
    }
}

impl Line {
    pub(super) fn of(row: &Row, advisor: &Advisor, frame: &Frame, today: Date) -> Self {
        let day = |moment: Timestamp| frame.setting.local(moment).date();
        let status = row.status();
        let newest = row.newest();
        let fit = newest.map(|one| FitWords::of(one.outcome, one.reason, one.points, one.answered, one.item_count));
        let drawn = newest.filter(|one| one.outcome != Outcome::Insufficient);
        let is_mine = row.advice_author_id == Some(advisor.id());
        let unit =
            row.unit.as_deref().filter(|unit| *unit == "semester" && frame.setting.unit() != CreditUnit::Semester);
        Self {
            id: row.id,
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
            last_seen: row
                .last_seen_at
                .map_or("–".to_owned(), |at| ago(days_between(day(at), today), || frame.day(&at))),
            next: next(row, status, frame),
        }
    }
}

/// What there is to do, in a few words.
fn next(row: &Row, status: Status, frame: &Frame) -> String {
    let newest = row.newest();
    let answered = format!("{} of {}", row.attempt_answered, row.attempt_items);
    match status {
        Status::MailFailed => match &row.server_words {
            Some(words) => format!("Mail server: {}", shortened(words, MOST_WORDS)),
            None => "A letter did not get through".to_owned(),
        },
        Status::AskedForCall => match &row.call_words {
            Some(words) => format!("“{}”", shortened(words, MOST_WORDS)),
            None => "Set a time".to_owned(),
        },
        Status::MeetingSet => match row.meeting_at {
            Some(at) if at > Timestamp::now() => frame.setting.local(at).strftime("%a %-d %b, %-I:%M %p").to_string(),
            _ => "Say how the meeting went".to_owned(),
        },
        Status::FollowUpOverdue => {
            let due = row.follow_up_due.map(|day| format!("due {}", day.strftime("%-d %b"))).unwrap_or_default();
            match &row.follow_up {
                Some(words) => format!("{}, {due}", shortened(words, MOST_WORDS)),
                None => due,
            }
        }
        Status::NewResult => match newest.filter(|one| one.outcome == Outcome::Insufficient) {
            Some(one) => format!("{} questions are open", one.item_count - one.answered),
            None => "Look at the result".to_owned(),
        },
        Status::CloseCall => "Talk it over".to_owned(),
        Status::Changed => "See it through".to_owned(),
        Status::Stalled => format!("Stopped at {answered}"),
        Status::InProgress if row.attempt_saved_at.is_some() => format!("{answered} answered"),
        Status::InProgress => "Give your advice".to_owned(),
        Status::PlanAgreed | Status::NotStarted | Status::Invited => match (&row.follow_up, row.follow_up_due) {
            (Some(words), Some(due)) => format!("{}, by {}", shortened(words, MOST_WORDS), due.strftime("%-d %b")),
            _ => "–".to_owned(),
        },
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_said_as_people_say_them() {
        let said = |days| ago(days, || "2 Nov 2026".to_owned());
        assert_eq!([0, 1, 5, 14, 15].map(said), ["Today", "Yesterday", "5 days ago", "14 days ago", "2 Nov 2026"]);
        let day = |text: &str| text.parse::<Date>().expect("a date");
        assert_eq!(days_between(day("2026-09-30"), day("2026-11-22")), 53);
    }

    #[test]
    fn long_words_end_in_a_row() {
        assert_eq!(shortened("Can I lead a team?", 80), "Can I lead a team?");
        assert_eq!(shortened("ä ö ü", 3), "ä ö…");
    }
}
