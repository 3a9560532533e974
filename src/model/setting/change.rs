//! Changing the settings: each change is a row with what was before, can be read for ever and taken back.
//!
//! `back` what taking one back would do

mod back;

use diesel::{
    prelude::*,
    sql_query,
    sql_types::{BigInt, Bool, SmallInt, Text},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use serde_json::Value;

pub use self::back::Back;
use super::Setting;
use crate::{
    model::{
        audit::{self, Action},
        error::Result,
        id::PersonId,
        keyset::{Page, Turn},
        person::{self, Admin, Role},
        retention,
    },
    schema::{person as people, setting, setting_change},
};

/// Changes on one page of the history.
const A_PAGE: usize = 10;

/// The settings as an admin wants them.
pub struct Wish {
    /// The number of the change after which they were looked at.
    pub seen: i32,
    /// All of them.
    pub to: Setting,
    /// Whether it was said aloud that students are erased by it.
    pub is_confirmed: bool,
    /// The change that it was made to take back.
    pub takes_back: Option<i32>,
}

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// They are so now, or were already.
    Done,
    /// Somebody changed them meanwhile.
    Stale,
    /// The database does not know the time zone.
    ZoneUnknown,
    /// The shorter time to keep records would erase as many students within a day; at a thousand it stops counting.
    WouldErase(i64),
}

/// One change of the past.
#[derive(Queryable, Selectable)]
#[diesel(table_name = setting_change, check_for_backend(diesel::pg::Pg))]
pub struct Change {
    /// The first is 1.
    pub number: i32,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    /// When.
    pub at: Timestamp,
    before: Value,
    after: Value,
    /// The change that it took back.
    pub takes_back: Option<i32>,
    /// Who changed them, by the name they have now.
    #[diesel(select_expression = people::full_name)]
    pub author: String,
}

/// One setting before and after a change, in words.
#[derive(Debug, PartialEq, Eq)]
pub struct Difference {
    /// The setting's name.
    pub label: &'static str,
    /// What it was.
    pub old: String,
    /// What it became.
    pub new: String,
}

/// The number of the newest change, 0 before any.
///
/// # Errors
/// When the database fails.
pub async fn newest(conn: &mut AsyncPgConnection) -> Result<i32> {
    let newest = setting_change::table.select(diesel::dsl::max(setting_change::number));
    Ok(newest.first::<Option<i32>>(conn).await?.unwrap_or_default())
}

impl Wish {
    /// Changes the settings, and writes down what they were.
    ///
    /// # Errors
    /// [`crate::model::error::Error::NotFound`] when the admin is none any more.
    pub async fn grant(self, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        conn.transaction(async |conn| {
            let now = held(admin, conn).await?;
            if self.to == now {
                return Ok(Outcome::Done);
            }
            if newest(conn).await? != self.seen {
                return Ok(Outcome::Stale);
            }
            let takes_back = self.taken_back(&now, conn).await?;
            put(admin, &now, &self.to, takes_back, self.is_confirmed, conn).await
        })
        .await
    }

    /// The change whose settings it puts back; none when it puts back nothing of it after all.
    async fn taken_back(&self, now: &Setting, conn: &mut AsyncPgConnection) -> Result<Option<i32>> {
        let Some(number) = self.takes_back else { return Ok(None) };
        let past = setting_change::table.find(number).inner_join(people::table).select(Change::as_select());
        let past: Option<Change> = past.first(conn).await.optional()?;
        let back = past.and_then(|past| past.back(now)).filter(|back| back.is_in(now, &self.to));
        Ok(back.map(|_| number))
    }
}

impl Change {
    /// A page of the changes, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(turn: Turn<i32>, conn: &mut AsyncPgConnection) -> Result<Page<Self>> {
        let limit = i64::try_from(A_PAGE).expect("a small number") + 1;
        let all = setting_change::table.inner_join(people::table).limit(limit).select(Self::as_select()).into_boxed();
        let some = match turn {
            Turn::First => all.order(setting_change::number.desc()),
            Turn::After(mark) => all.filter(setting_change::number.lt(mark)).order(setting_change::number.desc()),
            Turn::Before(mark) => all.filter(setting_change::number.gt(mark)).order(setting_change::number.asc()),
        };
        Ok(Page::cut(&turn, some.load(conn).await?, A_PAGE))
    }

    /// One of them.
    ///
    /// # Errors
    /// [`crate::model::error::Error::NotFound`] when there is none with this number.
    pub async fn numbered(number: i32, conn: &mut AsyncPgConnection) -> Result<Self> {
        let one = setting_change::table.find(number).inner_join(people::table);
        Ok(one.select(Self::as_select()).first(conn).await?)
    }

    /// What changed, in words.
    #[must_use]
    pub fn differences(&self) -> Vec<Difference> {
        self.both().map(|(before, after)| between(&before, &after)).unwrap_or_default()
    }

    /// The settings before and after it.
    fn both(&self) -> Option<(Setting, Setting)> {
        let read = |value: &Value| serde_json::from_value::<Setting>(value.clone()).ok();
        read(&self.before).zip(read(&self.after))
    }
}

/// The settings, held until the end of the caller's transaction.
async fn held(admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Setting> {
    person::still(admin.id(), Role::Admin, conn).await?;
    Ok(setting::table.select(Setting::as_select()).for_update().first(conn).await?)
}

async fn put(
    admin: &Admin,
    now: &Setting,
    to: &Setting,
    takes_back: Option<i32>,
    is_confirmed: bool,
    conn: &mut AsyncPgConnection,
) -> Result<Outcome> {
    if to.zone != now.zone && !knows_zone(&to.zone, conn).await? {
        return Ok(Outcome::ZoneUnknown);
    }
    if to.keep_students_months < now.keep_students_months && !is_confirmed {
        let over = over_after(to.keep_students_months, conn).await?;
        if over > 0 {
            return Ok(Outcome::WouldErase(over));
        }
    }
    write(admin.id(), now, to, takes_back, conn).await?;
    if (&to.zone, &to.credit_unit) != (&now.zone, &now.credit_unit) {
        // Where students stand depends on both: the queue's own chore looks at each again. One statement of many rows,
        // once in a school's life, may take longer than a page.
        sql_query("set local statement_timeout = '60s'").execute(conn).await?;
        sql_query("update standing set turns_at = now()").execute(conn).await?;
    }
    Ok(Outcome::Done)
}

async fn write(
    admin: PersonId,
    now: &Setting,
    to: &Setting,
    takes_back: Option<i32>,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let told = |setting: &Setting| {
        serde_json::to_value(setting).map_err(|e| diesel::result::Error::SerializationError(e.into()))
    };
    let number = newest(conn).await? + 1;
    diesel::update(setting::table).set(to).execute(conn).await?;
    diesel::insert_into(setting_change::table)
        .values((
            (setting_change::number.eq(number), setting_change::changed_by.eq(admin)),
            (setting_change::before.eq(told(now)?), setting_change::after.eq(told(to)?)),
            setting_change::takes_back.eq(takes_back),
        ))
        .execute(conn)
        .await?;
    audit::record(Some(admin), Action::ChangedSettings, "setting", None, None, conn).await
}

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Bool)]
    yes: bool,
}

async fn knows_zone(name: &str, conn: &mut AsyncPgConnection) -> Result<bool> {
    let known = sql_query("select exists (select from pg_timezone_names where name = $1) as yes");
    Ok(known.bind::<Text, _>(name).get_result::<Answer>(conn).await?.yes)
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    many: i64,
}

/// How many students' time would be over, at most a thousand.
async fn over_after(months: i16, conn: &mut AsyncPgConnection) -> Result<i64> {
    let query = format!(
        "select count(*) as many from (
             select from student join person on person.id = student.person_id,
                         (select $1 as keep_students_months) kept
              where {} limit 1000) few",
        retention::IS_OVER
    );
    Ok(sql_query(query).bind::<SmallInt, _>(months).get_result::<Count>(conn).await?.many)
}

/// What differs between two ways to set things, in words.
#[must_use]
pub fn between(before: &Setting, after: &Setting) -> Vec<Difference> {
    let pairs = before.told().into_iter().zip(after.told());
    pairs.filter(|(old, new)| old != new).map(|((label, old), (_, new))| Difference { label, old, new }).collect()
}

impl Setting {
    /// Each setting by its name, in words.
    #[must_use]
    pub fn told(&self) -> [(&'static str, String); 10] {
        let unit = if self.credit_unit == "semester" { "Semester credits" } else { "Quarter credits" };
        let rule = if self.assign_by == "queue" {
            "They wait until an advisor takes them"
        } else {
            "The advisor with the fewest"
        };
        let domains = if self.email_domains.is_empty() { "All".to_owned() } else { self.email_domains.join(", ") };
        [
            ("School", self.school.clone()),
            ("Time zone", self.zone.clone()),
            ("Credits", unit.to_owned()),
            ("Email domains of students", domains),
            ("New students go to", rule.to_owned()),
            ("Points in the letter", if self.letters_scores { "Yes" } else { "No" }.to_owned()),
            ("Daily letter to advisors", format!("{}:00", self.digest_hour)),
            ("Keep student records", counted(self.keep_students_months, "month")),
            ("Keep the words of letters", counted(self.keep_letters_months, "month")),
            ("Keep unconfirmed registrations", counted(self.keep_registrations_days, "day")),
        ]
    }
}

fn counted(many: i16, what: &str) -> String {
    format!("{many} {what}{}", if many == 1 { "" } else { "s" })
}

#[cfg(test)]
#[path = "change_test.rs"]
mod tests;
