//! What keeps a figure from being published (field notes, section 6): pay and growth are never shown without their basis.

use super::{Statement, Statistic, Unit};

/// One thing that is missing or wrong: the field of the form, and the message key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field to mend.
    pub field: &'static str,
    /// Its words are in the language file.
    pub key: &'static str,
}

/// The most that a figure in dollars can be: more is a slip of the keys.
const MOST_DOLLARS: f64 = 10_000_000.0;
/// The most percent.
const MOST_PERCENT: f64 = 1_000.0;
/// The most people, jobs or other whole things.
const MOST_COUNTED: f64 = 1_000_000_000.0;
/// The most credits or years.
const MOST_YEARS: f64 = 1_000.0;
/// What falls by more than all of it.
const LEAST_GROWTH: f64 = -100.0;

impl Statement {
    /// Everything that keeps it from being published. A historical one has no next check.
    #[must_use]
    pub fn faults(&self, historical: bool) -> Vec<Fault> {
        let is_wage = self.unit == Unit::UsdPerYear;
        let is_projection = self.statistic == Statistic::Projection;
        // What is projected can fall. Nothing else is less than none.
        let can_fall = is_projection && self.unit == Unit::Percent;
        let beyond = self.most().filter(|(most, _)| self.value > Some(*most)).map(|(_, key)| key);
        let is_value = |is_so: fn(f64) -> bool| self.value.is_some_and(is_so);
        let rules: &[(bool, &'static str, &'static str)] = &[
            (self.label.trim().is_empty(), "label", "claim-label-missing"),
            (self.value.is_some() == self.text.is_some(), "value", "claim-value-or-text"),
            (is_value(|value| !value.is_finite()), "value", "claim-value-malformed"),
            (!can_fall && is_value(|value| value < 0.0), "value", "claim-value-impossible"),
            (can_fall && is_value(|value| value < LEAST_GROWTH), "value", "claim-value-falls-below"),
            (beyond.is_some(), "value", beyond.unwrap_or_default()),
            (self.value.is_some() && self.unit == Unit::Text, "unit", "claim-unit-missing"),
            (self.text.is_some() && self.unit != Unit::Text, "unit", "claim-unit-of-text"),
            (self.value.is_some() && self.statistic == Statistic::None, "statistic", "claim-statistic-missing"),
            (
                self.unit == Unit::Scale1To7 && self.value.is_some_and(|value| !(1.0..=7.0).contains(&value)),
                "value",
                "claim-value-off-scale",
            ),
            (is_wage && self.statistic == Statistic::None, "statistic", "claim-wage-statistic"),
            (is_wage && self.disclaimer_key.is_none(), "disclaimer", "claim-wage-disclaimer"),
            (self.area.trim().is_empty(), "area", "claim-area-missing"),
            (self.source_key.trim().is_empty(), "source", "claim-source-missing"),
            (self.population.trim().is_empty(), "population", "claim-population-missing"),
            (!is_period(&self.period_start), "period_start", "claim-period-malformed"),
            (self.period_end.as_deref().is_some_and(|end| !is_period(end)), "period_end", "claim-period-malformed"),
            (
                self.period_end.as_deref().is_some_and(|end| end <= self.period_start.as_str()),
                "period_end",
                "claim-period-backwards",
            ),
            (is_projection && self.period_end.is_none(), "period_end", "claim-growth-years"),
            (!historical && self.review_due.is_none(), "review_due", "claim-review-missing"),
            (
                self.expires_on.zip(self.review_due).is_some_and(|(last, due)| last < due),
                "expires_on",
                "claim-expires-before-review",
            ),
        ];
        rules.iter().filter(|(is_so, ..)| *is_so).map(|(_, field, key)| Fault { field, key }).collect()
    }

    /// The most that its value can be, with the message that names it; none where a scale ends it already.
    fn most(&self) -> Option<(f64, &'static str)> {
        match self.unit {
            Unit::UsdPerYear | Unit::Usd => Some((MOST_DOLLARS, "claim-value-most-dollars")),
            Unit::Percent => Some((MOST_PERCENT, "claim-value-most-percent")),
            Unit::Count => Some((MOST_COUNTED, "claim-value-most-counted")),
            Unit::Credits | Unit::Years => Some((MOST_YEARS, "claim-value-most-years")),
            Unit::Scale1To7 | Unit::Text => None,
        }
    }
}

/// `2025` or `2025-05`.
fn is_period(written: &str) -> bool {
    let is_year = |year: &str| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    match written.split_once('-') {
        None => is_year(written),
        Some((year, month)) => {
            is_year(year)
                && month.len() == 2
                && month.bytes().all(|b| b.is_ascii_digit())
                && month.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month))
        }
    }
}
