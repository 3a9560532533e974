//! When and where a meeting is: typed on the school's clock, kept as moments. On the two days a year when clocks change, an
//! hour that does not exist is refused, and of an hour that comes twice the first is meant.

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time},
    tz::AmbiguousOffset,
};

use crate::model::{calendar, setting::Setting};

/// How many minutes a meeting may take.
pub const DURATIONS: [i64; 6] = [15, 20, 30, 45, 60, 90];
/// The longest place or link, in characters.
const PLACE_LIMIT: usize = 300;
/// How far ahead a meeting may be, in days: further is a slip of the keys.
const DAYS_AHEAD: i64 = 366;

/// When and where.
pub struct Slot {
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// Where, or the link.
    pub place: String,
}

/// A fault of a slot: the field and the message key.
pub type Fault = (&'static str, &'static str);

impl Slot {
    /// Reads what was typed; all faults at once. `now` is this moment.
    ///
    /// # Errors
    /// Each fault at its field: `on`, `at`, `minutes`, `place`.
    pub fn parse(
        [on, at, minutes, place]: [&str; 4],
        setting: &Setting,
        now: Timestamp,
    ) -> std::result::Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let day = day(on).map_err(|key| faults.push(("on", key))).ok();
        let time = time(at).map_err(|key| faults.push(("at", key))).ok();
        let minutes = minutes.parse().ok().filter(|minutes| DURATIONS.contains(minutes));
        if minutes.is_none() {
            faults.push(("minutes", "meeting-minutes-missing"));
        }
        let place = self::place(place).map_err(|key| faults.push(("place", key))).ok();
        let starts_at = match (day, time) {
            (Some(day), Some(time)) => starts(day, time, setting, now).map_err(|fault| faults.push(fault)).ok(),
            _ => None,
        };
        match (starts_at, minutes, place) {
            (Some(starts_at), Some(minutes), Some(place)) if faults.is_empty() => {
                Ok(Self { starts_at, ends_at: starts_at + SignedDuration::from_mins(minutes), place })
            }
            _ => Err(faults),
        }
    }
}

/// Reads a moment that is still to come, typed on the school's clock; all faults at once.
///
/// # Errors
/// Each fault at its field: `on`, `at`.
pub fn moment([on, at]: [&str; 2], setting: &Setting, now: Timestamp) -> std::result::Result<Timestamp, Vec<Fault>> {
    match (day(on), time(at)) {
        (Ok(day), Ok(time)) => starts(day, time, setting, now).map_err(|fault| vec![fault]),
        (day, time) => {
            Err([day.err().map(|key| ("on", key)), time.err().map(|key| ("at", key))].into_iter().flatten().collect())
        }
    }
}

fn day(raw: &str) -> std::result::Result<Date, &'static str> {
    match raw.trim() {
        "" => Err("meeting-day-missing"),
        raw => calendar::day(raw).ok_or("meeting-day-malformed"),
    }
}

/// A time of day as browsers send it, `14:30`, or as people write it, `2:30 PM`.
fn time(raw: &str) -> std::result::Result<Time, &'static str> {
    let raw = raw.trim();
    if raw.is_empty() {
        return Err("meeting-time-missing");
    }
    let known = ["%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M%p", "%I %p"];
    known.into_iter().find_map(|format| Time::strptime(format, raw).ok()).ok_or("meeting-time-malformed")
}

fn place(raw: &str) -> std::result::Result<String, &'static str> {
    let place = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    match place.chars().count() {
        0 => Err("meeting-place-missing"),
        _ if place.chars().any(char::is_control) => Err("meeting-malformed"),
        1..=PLACE_LIMIT => Ok(place),
        _ => Err("meeting-place-too-long"),
    }
}

fn starts(day: Date, time: Time, setting: &Setting, now: Timestamp) -> std::result::Result<Timestamp, Fault> {
    let moment = setting.time_zone().to_ambiguous_timestamp(day.to_datetime(time));
    if matches!(moment.offset(), AmbiguousOffset::Gap { .. }) {
        return Err(("at", "meeting-time-skipped"));
    }
    let moment = moment.compatible().map_err(|_| ("on", "meeting-day-malformed"))?;
    match moment.duration_since(now) {
        ahead if ahead <= SignedDuration::ZERO => Err(("on", "meeting-time-past")),
        ahead if ahead > SignedDuration::from_hours(24 * DAYS_AHEAD) => Err(("on", "meeting-day-too-far")),
        _ => Ok(moment),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(on: &str, at: &str) -> std::result::Result<String, Vec<Fault>> {
        let setting = Setting { zone: "America/Chicago".into(), ..Setting::before_any() };
        let now = "2026-02-01T12:00:00Z".parse().unwrap();
        Slot::parse([on, at, "30", " Room  4 "], &setting, now)
            .map(|slot| format!("{} {} {}", slot.starts_at, slot.ends_at, slot.place))
    }

    #[test]
    fn a_time_is_the_schools() {
        let winter = "2026-03-02T20:30:00Z 2026-03-02T21:00:00Z Room 4";
        assert_eq!(slot("2026-03-02", "14:30").as_deref(), Ok(winter));
        for typed in ["2:30 PM", "02:30 pm", "2:30PM", "14:30:00"] {
            assert_eq!(slot("2026-03-02", typed).as_deref(), Ok(winter), "{typed}");
        }
        assert_eq!(slot("2026-07-02", "14:30").as_deref(), Ok("2026-07-02T19:30:00Z 2026-07-02T20:00:00Z Room 4"));
    }

    #[test]
    fn an_hour_that_the_clocks_skip_is_refused() {
        assert_eq!(slot("2026-03-08", "01:59").as_deref(), Ok("2026-03-08T07:59:00Z 2026-03-08T08:29:00Z Room 4"));
        for skipped in ["02:00", "02:30", "02:59"] {
            assert_eq!(slot("2026-03-08", skipped), Err(vec![("at", "meeting-time-skipped")]), "{skipped}");
        }
        assert_eq!(slot("2026-03-08", "03:00").as_deref(), Ok("2026-03-08T08:00:00Z 2026-03-08T08:30:00Z Room 4"));
    }

    #[test]
    fn of_an_hour_that_comes_twice_the_first_is_meant() {
        assert_eq!(slot("2026-11-01", "01:30").as_deref(), Ok("2026-11-01T06:30:00Z 2026-11-01T07:00:00Z Room 4"));
        // Half an hour from before the change into the hour that comes again.
        assert_eq!(slot("2026-11-01", "01:45").as_deref(), Ok("2026-11-01T06:45:00Z 2026-11-01T07:15:00Z Room 4"));
        assert_eq!(slot("2026-11-01", "02:00").as_deref(), Ok("2026-11-01T08:00:00Z 2026-11-01T08:30:00Z Room 4"));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let setting = Setting::before_any();
        let now = "2026-02-01T12:00:00Z".parse().unwrap();
        let faults = Slot::parse(["", "noon", "25", " "], &setting, now).err();
        let expected = [
            ("on", "meeting-day-missing"),
            ("at", "meeting-time-malformed"),
            ("minutes", "meeting-minutes-missing"),
            ("place", "meeting-place-missing"),
        ];
        assert_eq!(faults.as_deref(), Some(&expected[..]));
        assert_eq!(slot("2026-01-31", "14:30"), Err(vec![("on", "meeting-time-past")]));
        assert_eq!(slot("2036-01-31", "14:30"), Err(vec![("on", "meeting-day-too-far")]));
        assert_eq!(slot("2026-02-30", "14:30"), Err(vec![("on", "meeting-day-malformed")]));
    }
}
