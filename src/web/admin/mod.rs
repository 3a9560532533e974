//! What admins keep: people, figures, pages. None of it reaches a student's record.

pub mod audit;
pub mod claims;
pub mod letters;
pub mod opening;
pub mod outbox;
pub mod pages;
pub mod people;
pub mod programs;
pub mod questionnaires;
pub mod requests;
pub mod revisions;
pub mod roster;
pub mod settings;
mod theirs;
pub mod translations;

use jiff::{Timestamp, civil::Date};

use super::page::Frame;
use crate::{
    language::Language,
    model::{calendar, claim::Claim},
};

/// Today on the school's clock.
fn today(frame: &Frame) -> Date {
    frame.setting.local(Timestamp::now()).date()
}

/// A day as staff pages say it, such as `1 Jun 2027`.
fn day_words(day: Date) -> String {
    Language::English.day(day)
}

/// The day a figure was read at its source, in words.
fn checked_on(claim: &Claim) -> String {
    claim.reviewed_on.map(day_words).unwrap_or_default()
}

/// A day from a date field: `2027-06-01`, or none.
fn day(raw: &str) -> Result<Option<Date>, &'static str> {
    match raw.trim() {
        "" => Ok(None),
        raw => calendar::day(raw).map(Some).ok_or("day-malformed"),
    }
}

/// A day from a date field that is not to come; `key` says what is wrong with a later one.
fn past_day(raw: &str, today: Date, key: &'static str) -> Result<Option<Date>, &'static str> {
    day(raw).and_then(|day| if day.is_some_and(|day| day > today) { Err(key) } else { Ok(day) })
}

/// A line of text: trimmed, without line breaks, of bounded length.
fn line(raw: &str, most: usize) -> Result<String, &'static str> {
    let text = raw.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if text.chars().any(char::is_control) {
        return Err("text-malformed");
    }
    if text.chars().count() > most { Err("text-too-long") } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_date_or_nothing() {
        assert_eq!(day(" "), Ok(None));
        assert_eq!(day("2027-06-01").map(|day| day.map(day_words)), Ok(Some("1 Jun 2027".to_owned())));
        assert_eq!(day("2027-02-30"), Err("day-malformed"));
        assert_eq!(day("soon"), Err("day-malformed"));
        let today = jiff::civil::date(2026, 11, 27);
        assert_eq!(past_day("2026-11-27", today, "k"), Ok(Some(today)));
        assert_eq!(past_day("2026-11-28", today, "k"), Err("k"));
        assert_eq!(past_day("", today, "k"), Ok(None));
    }

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line("  All  workers\r\nhere ", 40).as_deref(), Ok("All workers here"));
        assert_eq!(line("abc", 2), Err("text-too-long"));
    }
}
