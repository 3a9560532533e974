//! The school's own choices: one row.

pub mod change;
pub mod typed;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::{error::Result, profile::CreditUnit};
use crate::schema::setting;

/// What the school decided. As JSON it stands in the history of its changes.
#[derive(Queryable, Selectable, AsChangeset, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[diesel(table_name = setting, check_for_backend(diesel::pg::Pg))]
pub struct Setting {
    /// The school's name.
    pub school: String,
    /// Its time zone, an IANA name.
    pub zone: String,
    /// What its credits are: `quarter` or `semester`.
    pub credit_unit: String,
    /// Domains students may register with; empty: all.
    pub email_domains: Vec<String>,
    /// Whether the recommendation letter tells the points.
    pub letters_scores: bool,
    /// `fewest`: to the advisor with the fewest students; `queue`: nobody until taken.
    pub assign_by: String,
    /// How long a student's record is kept after their last visit or the last contact, in months.
    pub keep_students_months: i16,
    /// How long the words of letters are kept, in months.
    pub keep_letters_months: i16,
    /// How long a registration that nobody confirms is kept, in days.
    pub keep_registrations_days: i16,
    /// From which hour of the day advisors get the letter about what is due.
    pub digest_hour: i16,
}

impl Setting {
    /// The settings as they are now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(setting::table.select(Self::as_select()).first(conn).await?)
    }

    /// The first moment of a day on the school's clock.
    #[must_use]
    pub fn start_of(&self, day: Date) -> Option<Timestamp> {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        Some(day.to_zoned(zone).ok()?.timestamp())
    }

    /// What a page says while no settings were ever read: the database was away from the start.
    #[must_use]
    pub fn before_any() -> Self {
        Self {
            school: "Signpost".to_owned(),
            zone: "UTC".to_owned(),
            credit_unit: "quarter".to_owned(),
            email_domains: Vec::new(),
            letters_scores: true,
            assign_by: "fewest".to_owned(),
            keep_students_months: 60,
            keep_letters_months: 24,
            keep_registrations_days: 7,
            digest_hour: 7,
        }
    }

    /// The zone of the school's clock.
    #[must_use]
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }

    /// What the school's credits are.
    #[must_use]
    pub fn unit(&self) -> CreditUnit {
        CreditUnit::parse(&self.credit_unit).unwrap_or(CreditUnit::Quarter)
    }

    /// A moment on the school's clock.
    #[must_use]
    pub fn local(&self, moment: Timestamp) -> Zoned {
        moment.to_zoned(TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC))
    }
}
