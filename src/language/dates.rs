//! Days, times and periods as each language says them.

use std::borrow::Borrow;

use jiff::civil::{Date, DateTime};

use super::Language;

const ENGLISH: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SPANISH: [&str; 12] = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"];

// From Monday on.
const ENGLISH_DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const SPANISH_DAYS: [&str; 7] = ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"];

impl Language {
    /// The day of the week: `Sun`, `dom`.
    #[must_use]
    pub fn weekday(self, date: Date) -> &'static str {
        let at = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs());
        match self {
            Self::English => ENGLISH_DAYS[at],
            Self::Spanish => SPANISH_DAYS[at],
        }
    }

    /// `22 Nov 2026`, `22 nov 2026`.
    #[must_use]
    pub fn day(self, date: impl Borrow<Date>) -> String {
        let date = date.borrow();
        let month = self.months()[usize::from(date.month().unsigned_abs()) - 1];
        format!("{} {month} {}", date.day(), date.year())
    }

    /// `2:32 PM`, `2:32 p. m.`
    #[must_use]
    pub fn time(self, at: DateTime) -> String {
        let (hour, minute) = (at.hour(), at.minute());
        let clock = if hour % 12 == 0 { 12 } else { hour % 12 };
        // The two letters of the Spanish half of the day stay on one line.
        let half = match (self, hour < 12) {
            (Self::English, true) => "AM",
            (Self::English, false) => "PM",
            (Self::Spanish, true) => "a.\u{a0}m.",
            (Self::Spanish, false) => "p.\u{a0}m.",
        };
        format!("{clock}:{minute:02} {half}")
    }

    /// Day and time: `22 Nov 2026, 2:32 PM`.
    #[must_use]
    pub fn moment(self, at: DateTime) -> String {
        format!("{}, {}", self.day(at.date()), self.time(at))
    }

    /// A written date of any fineness: `2025`, `May 2025`, `15 May 2025`.
    #[must_use]
    pub fn written_day(self, written: &str) -> String {
        let (year, month) = self.parts(written);
        let day = written.get(8..10).map(|day| day.trim_start_matches('0'));
        match (day, month) {
            (Some(day), Some(month)) => format!("{day} {month} {year}"),
            (None, Some(month)) => format!("{month} {year}"),
            _ => written.to_owned(),
        }
    }

    /// A written period of years or months: `2025`, `May 2025`, `2025–35`, `Aug–Oct 2024`.
    #[must_use]
    pub fn written_period(self, start: &str, end: Option<&str>) -> String {
        let Some(end) = end else { return self.written_day(start) };
        let ((from_year, from_month), (to_year, to_month)) = (self.parts(start), self.parts(end));
        let to = match self {
            Self::English => "to",
            Self::Spanish => "a",
        };
        match (from_month, to_month) {
            (None, None) if from_year.get(..2) == to_year.get(..2) => {
                format!("{from_year}–{}", to_year.get(2..).unwrap_or(to_year))
            }
            (Some(from), Some(until)) if from_year == to_year => format!("{from}–{until} {to_year}"),
            _ => format!("{} {to} {}", self.written_day(start), self.written_day(end)),
        }
    }

    fn months(self) -> &'static [&'static str; 12] {
        match self {
            Self::English => &ENGLISH,
            Self::Spanish => &SPANISH,
        }
    }

    fn parts(self, written: &str) -> (&str, Option<&'static str>) {
        let year = written.get(..4).unwrap_or(written);
        let month = written.get(5..7).and_then(|month| month.parse::<usize>().ok());
        (year, month.and_then(|month| self.months().get(month.wrapping_sub(1)).copied()))
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{English, Spanish};
    use jiff::civil::date;

    #[test]
    fn each_language_says_days_and_times_its_own_way() {
        let (morning, noon) = (date(2026, 9, 1).at(0, 5, 0, 0), date(2026, 11, 22).at(14, 32, 0, 0));
        assert_eq!(English.moment(noon), "22 Nov 2026, 2:32 PM");
        assert_eq!(Spanish.moment(noon), "22 nov 2026, 2:32 p.\u{a0}m.");
        assert_eq!((English.weekday(noon.date()), Spanish.weekday(noon.date())), ("Sun", "dom"));
        assert_eq!((English.weekday(morning.date()), Spanish.weekday(morning.date())), ("Tue", "mar"));
        assert_eq!(English.moment(morning), "1 Sep 2026, 12:05 AM");
        assert_eq!(Spanish.moment(morning), "1 sept 2026, 12:05 a.\u{a0}m.");
    }

    #[test]
    fn written_dates_and_periods_are_as_fine_as_they_were_written() {
        for (start, end, english, spanish) in [
            ("2025", None, "2025", "2025"),
            ("2025-01", None, "Jan 2025", "ene 2025"),
            ("2026-05-05", None, "5 May 2026", "5 may 2026"),
            ("2025", Some("2035"), "2025–35", "2025–35"),
            ("2024-08", Some("2024-10"), "Aug–Oct 2024", "ago–oct 2024"),
            ("2023-12", Some("2024-01"), "Dec 2023 to Jan 2024", "dic 2023 a ene 2024"),
        ] {
            assert_eq!(English.written_period(start, end), english);
            assert_eq!(Spanish.written_period(start, end), spanish);
        }
    }
}
