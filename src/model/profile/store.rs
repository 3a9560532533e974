//! Where a profile is kept: one row a student, all of it replaced on each save.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::Profile;
use crate::{
    model::{
        error::Result,
        id::StudentId,
        person::{Student, first_word},
    },
    schema::profile,
};

#[derive(Queryable, Selectable, AsChangeset)]
#[diesel(table_name = profile, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
struct Row {
    called: String,
    education: Option<String>,
    credits: Option<i16>,
    unit: Option<String>,
    years: Option<i16>,
    pace: Option<String>,
    cost: Option<String>,
    supervise: Option<String>,
    setting: Option<String>,
    pay: Option<String>,
    matters: Option<String>,
}

impl Profile {
    /// What a student told us so far, and when they saved it; never saved: no moment.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(student: StudentId, conn: &mut AsyncPgConnection) -> Result<(Self, Option<Timestamp>)> {
        let (row, saved_at): (Row, Option<jiff_diesel::Timestamp>) =
            profile::table.find(student).select((Row::as_select(), profile::saved_at)).first(conn).await?;
        Ok((row.into(), saved_at.map(|moment| moment.to_jiff())))
    }

    /// Keeps it. An empty name to be called by becomes the first word of the full name again.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn save(&self, student: &Student, conn: &mut AsyncPgConnection) -> Result<()> {
        let row = Row {
            called: self.called.clone().unwrap_or_else(|| first_word(&student.person().full_name)),
            education: self.education.map(|one| one.code().to_owned()),
            credits: self.credits,
            unit: self.unit.map(|one| one.code().to_owned()),
            years: self.years,
            pace: self.pace.map(|one| one.code().to_owned()),
            cost: self.cost.map(|one| one.code().to_owned()),
            supervise: self.supervise.map(|one| one.code().to_owned()),
            setting: self.setting.map(|one| one.code().to_owned()),
            pay: self.pay.map(|one| one.code().to_owned()),
            matters: self.matters.clone(),
        };
        diesel::update(profile::table.find(student.student_id()))
            .set((row, profile::saved_at.eq(now)))
            .execute(conn)
            .await?;
        Ok(())
    }
}

impl From<Row> for Profile {
    /// The table's checks allow only our codes.
    fn from(row: Row) -> Self {
        fn choice<T>(code: Option<String>, parse: impl Fn(&str) -> std::result::Result<T, &'static str>) -> Option<T> {
            code.and_then(|code| parse(&code).ok())
        }
        use super::choices::{Cost, CreditUnit, Education, Pace, PayPriority, Setting, Supervise};
        Self {
            called: Some(row.called),
            education: choice(row.education, Education::parse),
            credits: row.credits,
            unit: choice(row.unit, CreditUnit::parse),
            years: row.years,
            pace: choice(row.pace, Pace::parse),
            cost: choice(row.cost, Cost::parse),
            supervise: choice(row.supervise, Supervise::parse),
            setting: choice(row.setting, Setting::parse),
            pay: choice(row.pay, PayPriority::parse),
            matters: row.matters,
        }
    }
}
