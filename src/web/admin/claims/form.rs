//! The form of a figure: raw strings in, a statement out.

use jiff::civil::Date;
use serde::Deserialize;

use super::super::{day, line, past_day};
use crate::{
    model::claim::{Checked, Claim, Statement, Statistic, Unit},
    web::form::Errors,
};

/// The longest fact in words.
const LONGEST_TEXT: usize = 2000;
/// The longest short field.
const LONGEST_LINE: usize = 300;

/// A figure as it is typed.
#[derive(Deserialize, Default, Clone)]
pub struct ClaimForm {
    #[serde(default)]
    pub label: String,
    #[serde(default)]
    pub value: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub unit: String,
    #[serde(default)]
    pub statistic: String,
    #[serde(default)]
    pub period_start: String,
    #[serde(default)]
    pub period_end: String,
    #[serde(default)]
    pub area: String,
    #[serde(default)]
    pub population: String,
    #[serde(default)]
    pub source: String,
    #[serde(default)]
    pub disclaimer: String,
    #[serde(default)]
    pub checked: String,
    #[serde(default)]
    pub reviewed_on: String,
    #[serde(default)]
    pub review_due: String,
    #[serde(default)]
    pub expires_on: String,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub why: String,
    /// The number of the revision the form was filled from.
    #[serde(default)]
    pub seen: i32,
}

impl ClaimForm {
    /// The form of a revision, with nothing changed yet.
    pub fn of(claim: &Claim) -> Self {
        Self {
            label: claim.label.clone(),
            value: claim.value.map(|value| value.to_string()).unwrap_or_default(),
            text: claim.text.clone().unwrap_or_default(),
            unit: claim.unit.code().to_owned(),
            statistic: claim.statistic.code().to_owned(),
            period_start: claim.period_start.clone(),
            period_end: claim.period_end.clone().unwrap_or_default(),
            area: claim.area.clone(),
            population: claim.population.clone(),
            source: claim.source_key.clone(),
            disclaimer: claim.disclaimer_key.clone().unwrap_or_default(),
            checked: claim.checked.code().to_owned(),
            reviewed_on: claim.reviewed_on.map(|day| day.to_string()).unwrap_or_default(),
            review_due: claim.review_due.map(|day| day.to_string()).unwrap_or_default(),
            expires_on: claim.expires_on.map(|day| day.to_string()).unwrap_or_default(),
            note: claim.note.clone().unwrap_or_default(),
            why: String::new(),
            seen: claim.number,
        }
    }

    /// What it says and why, or what cannot be read of it. The occupation's code stays as it is.
    pub fn read(&self, soc: Option<String>, today: Date, errors: &mut Errors) -> Option<(Statement, String)> {
        let label = errors.take("label", line(&self.label, LONGEST_LINE));
        let value = errors.take("value", value(&self.value));
        let text = errors.take("text", line(&self.text, LONGEST_TEXT));
        let unit = errors.take("unit", Unit::parse(&self.unit).ok_or("claim-unit-missing"));
        let statistic = errors.take("statistic", Statistic::parse(&self.statistic).ok_or("claim-statistic-missing"));
        let period_start = errors.take("period_start", line(&self.period_start, LONGEST_LINE));
        let period_end = errors.take("period_end", line(&self.period_end, LONGEST_LINE));
        let area = errors.take("area", line(&self.area, LONGEST_LINE));
        let population = errors.take("population", line(&self.population, LONGEST_LINE));
        let checked = errors.take("checked", Checked::parse(&self.checked).ok_or("claim-checked-missing"));
        let reviewed_on = errors.take("reviewed_on", past_day(&self.reviewed_on, today, "claim-read-to-come"));
        let review_due = errors.take("review_due", day(&self.review_due));
        let expires_on = errors.take("expires_on", day(&self.expires_on));
        let note = errors.take("note", line(&self.note, LONGEST_TEXT));
        let why = errors.take("why", line(&self.why, LONGEST_LINE));
        let statement = Statement {
            label: label?,
            value: value?,
            text: some(text?),
            unit: unit?,
            statistic: statistic?,
            population: population?,
            soc,
            area: area?,
            period_start: period_start?,
            period_end: some(period_end?),
            source_key: self.source.clone(),
            disclaimer_key: some(self.disclaimer.clone()),
            checked: checked?,
            reviewed_on: reviewed_on?,
            review_due: review_due?,
            note: some(note?),
            expires_on: expires_on?,
        };
        Some((statement, why?))
    }

    /// Field by field, what was published meanwhile and what was typed.
    pub fn differences(&self, newest: &Claim) -> Vec<(&'static str, String, String)> {
        let theirs = ClaimForm::of(newest);
        let fields = |form: &ClaimForm| {
            [
                ("Name", form.label.clone()),
                ("Value", form.value.clone()),
                ("Fact in words", form.text.clone()),
                ("Unit", form.unit.clone()),
                ("Statistic", form.statistic.clone()),
                ("From", form.period_start.clone()),
                ("To", form.period_end.clone()),
                ("Area", form.area.clone()),
                ("Who it covers", form.population.clone()),
                ("Source", form.source.clone()),
                ("Small print", form.disclaimer.clone()),
                ("Checked", form.checked.clone()),
                ("Read on", form.reviewed_on.clone()),
                ("Review by", form.review_due.clone()),
                ("Stop showing after", form.expires_on.clone()),
                ("Note", form.note.clone()),
            ]
        };
        let pairs = fields(&theirs).into_iter().zip(fields(self));
        pairs
            .filter(|((_, theirs), (_, typed))| theirs != typed)
            .map(|((name, theirs), (_, typed))| (name, theirs, typed))
            .collect()
    }
}

/// The units as an editor chooses them.
pub fn units() -> Vec<(&'static str, &'static str)> {
    let words = |unit: &Unit| match unit {
        Unit::UsdPerYear => "dollars a year",
        Unit::Usd => "dollars",
        Unit::Percent => "percent",
        Unit::Count => "count",
        Unit::Scale1To7 => "scale of 1 to 7",
        Unit::Text => "text",
        unit => unit.words(),
    };
    Unit::ALL.iter().map(|unit| (unit.code(), words(unit))).collect()
}

/// The statistics as an editor chooses them.
pub fn statistics() -> Vec<(&'static str, &'static str)> {
    let words = |one: &Statistic| if *one == Statistic::None { "none: a fact in words" } else { one.words() };
    Statistic::ALL.iter().map(|one| (one.code(), words(one))).collect()
}

/// How a figure can have been checked.
pub fn marks() -> Vec<(&'static str, &'static str)> {
    Checked::ALL.iter().map(|mark| (mark.code(), mark.words())).collect()
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

/// A value as people type it: `105850`, `$105,850`, `3.5 %`, `−4 %` with either minus; or none.
fn value(raw: &str) -> Result<Option<f64>, &'static str> {
    let raw = raw.replace('\u{2212}', "-");
    let digits: String = raw.chars().filter(|c| !c.is_whitespace() && !matches!(c, '$' | ',' | '%')).collect();
    if digits.is_empty() {
        return if raw.trim().is_empty() { Ok(None) } else { Err("claim-value-malformed") };
    }
    let is_number = digits.len() <= 20 && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
    let number = digits.parse().ok().filter(|_| is_number);
    number.map(Some).ok_or("claim-value-malformed")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::tests::median_pay;

    const TODAY: Date = jiff::civil::date(2026, 11, 27);

    #[test]
    fn a_value_is_read_the_way_people_write_it() {
        assert_eq!(value("$105,850"), Ok(Some(105_850.0)));
        assert_eq!(value(" 3.5 % "), Ok(Some(3.5)));
        assert_eq!((value("\u{2212}4 %"), value("-4")), (Ok(Some(-4.0)), Ok(Some(-4.0))));
        assert_eq!(value(""), Ok(None));
        for odd in ["$", "1e9", "inf", "NaN", "about 5", "1.2.3"] {
            assert_eq!(value(odd), Err("claim-value-malformed"), "{odd}");
        }
    }

    #[test]
    fn an_untouched_form_says_what_the_revision_says() {
        let claim = median_pay();
        let mut errors = Errors::default();
        let read = ClaimForm::of(&claim).read(claim.soc.clone(), TODAY, &mut errors);
        assert!(errors.is_empty() && read.is_some_and(|(statement, _)| statement == claim.statement));
    }

    #[test]
    fn what_cannot_be_read_is_said_at_its_field() {
        let mut form = ClaimForm::of(&median_pay());
        form.value = "much".into();
        form.review_due = "June".into();
        form.unit = "euro".into();
        form.reviewed_on = "2026-11-28".into();
        let mut errors = Errors::default();
        assert!(form.read(None, TODAY, &mut errors).is_none());
        assert_eq!(errors.of("reviewed_on"), Some("claim-read-to-come"));
        assert_eq!(errors.of("value"), Some("claim-value-malformed"));
        assert_eq!(errors.of("review_due"), Some("day-malformed"));
        assert_eq!(errors.of("unit"), Some("claim-unit-missing"));
    }
}
