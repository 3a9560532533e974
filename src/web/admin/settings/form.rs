//! The form of the settings: raw strings in, a whole [`Setting`] out.

use serde::Deserialize;

use crate::{
    model::setting::{Setting, typed},
    web::form::Errors,
};

/// The settings as they are typed.
#[derive(Deserialize, Default, Clone)]
pub struct SettingsForm {
    #[serde(default)]
    pub school: String,
    #[serde(default)]
    pub zone: String,
    #[serde(default)]
    pub credit_unit: String,
    #[serde(default)]
    pub email_domains: String,
    #[serde(default)]
    pub assign_by: String,
    #[serde(default)]
    pub letters_scores: String,
    #[serde(default)]
    pub digest_hour: String,
    #[serde(default)]
    pub keep_students_months: String,
    #[serde(default)]
    pub keep_letters_months: String,
    #[serde(default)]
    pub keep_registrations_days: String,
    #[serde(default)]
    pub confirmed: String,
    /// The number of the change after which the form was filled.
    #[serde(default)]
    pub seen: i32,
    /// The number of the change that it takes back, or empty.
    #[serde(default)]
    pub takes_back: String,
}

impl SettingsForm {
    /// The form of the settings as they are, after the change with this number.
    pub fn of(setting: &Setting, seen: i32) -> Self {
        Self {
            school: setting.school.clone(),
            zone: setting.zone.clone(),
            credit_unit: setting.credit_unit.clone(),
            email_domains: setting.email_domains.join("\n"),
            assign_by: setting.assign_by.clone(),
            letters_scores: if setting.letters_scores { "on" } else { "" }.to_owned(),
            digest_hour: setting.digest_hour.to_string(),
            keep_students_months: setting.keep_students_months.to_string(),
            keep_letters_months: setting.keep_letters_months.to_string(),
            keep_registrations_days: setting.keep_registrations_days.to_string(),
            confirmed: String::new(),
            seen,
            takes_back: String::new(),
        }
    }

    /// The settings, when all are good.
    pub fn read(&self, errors: &mut Errors) -> Option<Setting> {
        let school = errors.take("school", typed::school(&self.school));
        let zone = errors.take("zone", typed::zone(&self.zone));
        let unit = errors.take("credit_unit", typed::choice(&self.credit_unit, &["quarter", "semester"]));
        let domains = errors.take("email_domains", typed::domains(&self.email_domains));
        let rule = errors.take("assign_by", typed::choice(&self.assign_by, &["fewest", "queue"]));
        let months = "setting-months-malformed";
        let mut number = |field, raw, range, key| errors.take(field, typed::number(raw, range, key));
        let hour = number("digest_hour", &self.digest_hour, 0..=23, "staff-choice-unknown");
        let students = number("keep_students_months", &self.keep_students_months, 1..=1200, months);
        let letters = number("keep_letters_months", &self.keep_letters_months, 1..=1200, months);
        let registrations =
            number("keep_registrations_days", &self.keep_registrations_days, 2..=365, "setting-days-malformed");
        Some(Setting {
            school: school?,
            zone: zone?,
            credit_unit: unit?,
            email_domains: domains?,
            letters_scores: self.has_scores(),
            assign_by: rule?,
            keep_students_months: students?,
            keep_letters_months: letters?,
            keep_registrations_days: registrations?,
            digest_hour: hour?,
        })
    }

    /// Whether the box about the points is ticked.
    pub fn has_scores(&self) -> bool {
        self.letters_scores == "on"
    }

    /// Whether the box about erasing is ticked.
    pub fn is_confirmed(&self) -> bool {
        self.confirmed == "on"
    }

    /// The choices of the time zone. One that is not offered any more stays chosen.
    pub fn zones(&self) -> Vec<(String, String)> {
        typed::zones().into_iter().map(|name| (name.clone(), name.replace('_', " "))).collect()
    }

    /// The choices of the hour.
    pub fn hours(&self) -> Vec<(String, String)> {
        let said = |hour: u8| match hour {
            0 => "midnight".to_owned(),
            12 => "noon".to_owned(),
            1..12 => format!("{hour} AM"),
            _ => format!("{} PM", hour - 12),
        };
        (0..24).map(|hour| (hour.to_string(), said(hour))).collect()
    }
}
