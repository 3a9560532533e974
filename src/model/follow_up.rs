//! A follow-up: something somebody promised to do about a student, by a day on the school's calendar.

use jiff::civil::Date;

use super::note::plain;

/// The longest task, in characters.
pub const TASK_LIMIT: usize = 500;
/// The longest outcome, in characters.
pub const OUTCOME_LIMIT: usize = 1000;

/// Where a follow-up stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Still to do.
    Open,
    /// Done.
    Done,
    /// No longer needed.
    Cancelled,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Done, Self::Cancelled];

    /// Its value in forms and in storage.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What is to be done. It does not print itself.
pub struct Task(String);

impl Task {
    /// Takes a text as typed; at most [`TASK_LIMIT`] characters.
    ///
    /// # Errors
    /// The message key.
    pub fn parse(raw: &str) -> std::result::Result<Self, &'static str> {
        let words = plain(raw, "follow-up-malformed")?;
        match words.chars().count() {
            0 => Err("follow-up-missing"),
            1..=TASK_LIMIT => Ok(Self(words)),
            _ => Err("follow-up-too-long"),
        }
    }

    /// Its words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The day it is due.
///
/// # Errors
/// The message key. A new one is not due in the past, nor so far ahead that the year must be a slip of the keys; `today` is
/// the school's.
pub fn due_date(raw: &str, today: Date) -> std::result::Result<Date, &'static str> {
    match raw.trim().parse::<Date>() {
        _ if raw.trim().is_empty() => Err("follow-up-day-missing"),
        Ok(day) if day < today => Err("follow-up-day-past"),
        Ok(day) if day.year() <= today.year() + 5 => Ok(day),
        _ => Err("follow-up-day-malformed"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn states_are_read_back() {
        for state in State::ALL {
            assert_eq!(State::parse(state.code()), Some(state));
        }
        assert_eq!(State::parse("late"), None);
    }

    #[test]
    fn a_day_is_today_or_later_and_no_slip_of_the_keys() {
        let today = date(2026, 11, 27);
        assert_eq!(due_date(" 2026-11-27 ", today), Ok(today));
        assert_eq!(due_date("2026-11-26", today), Err("follow-up-day-past"));
        assert_eq!(due_date("", today), Err("follow-up-day-missing"));
        for raw in ["2206-11-27", "27/11/2026", "tomorrow", "2026-02-30"] {
            assert_eq!(due_date(raw, today), Err("follow-up-day-malformed"), "{raw}");
        }
    }

    #[test]
    fn a_task_has_words() {
        assert_eq!(Task::parse(" \r\n ").map(|_| ()), Err("follow-up-missing"));
        assert_eq!(Task::parse(&"a".repeat(501)).map(|_| ()), Err("follow-up-too-long"));
        assert_eq!(Task::parse("a\u{7}").map(|_| ()), Err("follow-up-malformed"));
        assert_eq!(Task::parse(" Call\r\nher ").map(|task| task.0), Ok("Call\nher".into()));
    }
}
