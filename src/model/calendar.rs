//! Days and moments as addresses and forms hold them: a year that nobody can mean is a slip of the keys, or an attack.

use jiff::{Timestamp, civil::Date};

/// Postgres stores far less of time than a date can be typed.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// The day somebody typed, `2026-11-27`; nothing for any other text.
#[must_use]
pub fn day(raw: &str) -> Option<Date> {
    raw.trim().parse::<Date>().ok().filter(|day| YEARS.contains(&day.year()))
}

/// The moment that a place in a list names, in microseconds; nothing for what we never wrote.
#[must_use]
pub fn moment(microseconds: &str) -> Option<Timestamp> {
    let at = Timestamp::from_microsecond(microseconds.parse().ok()?).ok()?;
    YEARS.contains(&at.to_zoned(jiff::tz::TimeZone::UTC).year()).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_years_that_somebody_can_mean_are_days() {
        assert_eq!(day(" 2026-11-27 "), Some(jiff::civil::date(2026, 11, 27)));
        for odd in ["", "soon", "2026-02-30", "-009999-01-02", "0000-01-01", "1899-12-31", "2201-01-01", "9999-12-31"] {
            assert_eq!(day(odd), None, "{odd}");
        }
    }

    #[test]
    fn only_moments_that_we_wrote_are_places() {
        assert_eq!(moment("1763800000123456").map(Timestamp::as_microsecond), Some(1_763_800_000_123_456));
        for odd in ["", "x", "-300000000000000000", "253402207200000000", "9223372036854775807", "-9223372036854775808"]
        {
            assert_eq!(moment(odd), None, "{odd}");
        }
    }
}
