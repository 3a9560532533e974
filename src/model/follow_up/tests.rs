//! States, tasks and due days.

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
    assert_eq!(due_date("2031-12-31", today), Ok(date(2031, 12, 31)));
    for raw in ["2032-01-01", "2126-11-01", "2206-11-27", "9999-12-31"] {
        assert_eq!(due_date(raw, today), Err("follow-up-day-too-far"), "{raw}");
    }
    for raw in ["27/11/2026", "tomorrow", "2026-02-30"] {
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
