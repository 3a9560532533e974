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

impl Statement {
    /// Everything that keeps it from being published. A historical one has no next check.
    #[must_use]
    pub fn faults(&self, historical: bool) -> Vec<Fault> {
        let is_wage = self.unit == Unit::UsdPerYear;
        let is_projection = self.statistic == Statistic::Projection;
        let rules: &[(bool, &'static str, &'static str)] = &[
            (self.label.trim().is_empty(), "label", "claim-label-missing"),
            (self.value.is_some() == self.text.is_some(), "value", "claim-value-or-text"),
            (self.value.is_some_and(|value| !value.is_finite() || value < 0.0), "value", "claim-value-impossible"),
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
