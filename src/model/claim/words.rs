//! How a figure is said. Content is written in English, and so are these.

use super::{Statement, Statistic, Unit};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Statement {
    /// The value as people read it: `$51,140`, `16%`, `6.29`, `32,900`, or the fact itself.
    #[must_use]
    pub fn value_words(&self) -> String {
        let Some(value) = self.value else { return self.text.clone().unwrap_or_default() };
        match self.unit {
            Unit::UsdPerYear | Unit::Usd => format!("${}", number(value)),
            Unit::Percent => format!("{}%", number(value)),
            Unit::Scale1To7 => format!("{value:.2}"),
            Unit::Credits | Unit::Years => format!("{} {}", number(value), self.unit.words()),
            Unit::Count | Unit::Text => number(value),
        }
    }

    /// How it was made: `median`, `10th percentile`, `rating, 1 to 7`; empty for a fact in words.
    #[must_use]
    pub fn statistic_words(&self) -> String {
        match self.unit {
            Unit::UsdPerYear => joined(&[self.unit.words(), self.statistic.words()]),
            Unit::Scale1To7 => joined(&[self.statistic.words(), self.unit.words()]),
            Unit::Count if self.statistic == Statistic::Projection => "a year, projection".to_owned(),
            _ => self.statistic.words().to_owned(),
        }
    }

    /// When it holds: `May 2025`, `2025–35`, `Aug–Oct 2024`.
    #[must_use]
    pub fn period_words(&self) -> String {
        period_words(&self.period_start, self.period_end.as_deref())
    }

    /// Where it holds, short enough for a table.
    #[must_use]
    pub fn area_words(&self) -> &str {
        if self.area == "United States" { "U.S." } else { &self.area }
    }

    /// Statistic, period and area in one line: `a year, median, May 2025, U.S.`
    #[must_use]
    pub fn basis_words(&self) -> String {
        joined(&[&self.statistic_words(), &self.period_words(), self.area_words()])
    }

    /// Whether two figures may stand side by side: the same statistic, unit, period and area.
    #[must_use]
    pub fn can_stand_beside(&self, other: &Self) -> bool {
        let basis =
            |one: &Self| (one.statistic, one.unit, one.period_start.clone(), one.period_end.clone(), one.area.clone());
        basis(self) == basis(other)
    }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

/// A number with commas and no needless zeros: `51,140`, `3.5`, `19`.
fn number(value: f64) -> String {
    let plain = format!("{value:.2}");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let part = part.trim_end_matches('0');
    if part.is_empty() { grouped } else { format!("{grouped}.{part}") }
}

/// A period of years or months: `2025`, `May 2025`, `2025–35`, `Aug–Oct 2024`.
#[must_use]
pub fn period_words(start: &str, end: Option<&str>) -> String {
    let (from_year, from_month) = parts(start);
    let Some(end) = end else { return day_words(start) };
    let (to_year, to_month) = parts(end);
    match (from_month, to_month) {
        (None, None) if from_year.get(..2) == to_year.get(..2) => {
            format!("{from_year}–{}", to_year.get(2..).unwrap_or(to_year))
        }
        (Some(from), Some(to)) if from_year == to_year => format!("{from}–{to} {to_year}"),
        _ => format!("{} to {}", day_words(start), day_words(end)),
    }
}

/// A written date of any fineness: `2025`, `May 2025`, `15 May 2025`.
#[must_use]
pub fn day_words(written: &str) -> String {
    let (year, month) = parts(written);
    let day = written.get(8..10).map(|day| day.trim_start_matches('0'));
    match (day, month) {
        (Some(day), Some(month)) => format!("{day} {month} {year}"),
        (None, Some(month)) => format!("{month} {year}"),
        _ => written.to_owned(),
    }
}

fn parts(written: &str) -> (&str, Option<&'static str>) {
    let year = written.get(..4).unwrap_or(written);
    let month = written.get(5..7).and_then(|month| month.parse::<usize>().ok());
    (year, month.and_then(|month| MONTHS.get(month.wrapping_sub(1)).copied()))
}
