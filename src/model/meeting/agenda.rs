//! An advisor's meetings: who waits for a time, whose outcome nobody has said, and one week.

use diesel::{
    QueryableByName, sql_query,
    sql_types::{Array, BigInt, Bool, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, ToSpan as _, civil::Date};
use jiff_diesel::ToDiesel as _;

use super::{DayPart, State};
use crate::model::{
    audit::{self, Action},
    error::Result,
    id::{MeetingId, PersonId},
    person::Advisor,
    setting::Setting,
};

/// Rows of one part of the page.
const MOST_SHOWN: i64 = 100;

/// A meeting in a list. It does not print itself.
#[derive(QueryableByName)]
pub struct Item {
    /// Which.
    #[diesel(sql_type = SqlUuid)]
    pub id: MeetingId,
    /// The student's name; none where the student went to a colleague.
    #[diesel(sql_type = Nullable<Text>)]
    pub student: Option<String>,
    #[diesel(sql_type = Text)]
    state: String,
    /// What it is about.
    #[diesel(sql_type = Text)]
    pub reason: String,
    #[diesel(sql_type = Array<Text>)]
    day_parts: Vec<String>,
    /// When it suits the student, in their words.
    #[diesel(sql_type = Text)]
    pub good_times: String,
    /// Since when somebody waits.
    #[diesel(sql_type = Timestamptz, deserialize_as = jiff_diesel::Timestamp)]
    pub since: Timestamp,
    /// With whom it is set.
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub advisor_id: Option<PersonId>,
    /// Their name.
    #[diesel(sql_type = Nullable<Text>)]
    pub advisor: Option<String>,
    /// When it begins.
    #[diesel(sql_type = Nullable<Timestamptz>, deserialize_as = jiff_diesel::NullableTimestamp)]
    pub starts_at: Option<Timestamp>,
    /// When it ends.
    #[diesel(sql_type = Nullable<Timestamptz>, deserialize_as = jiff_diesel::NullableTimestamp)]
    pub ends_at: Option<Timestamp>,
    /// Where, or the link.
    #[diesel(sql_type = Nullable<Text>)]
    pub place: Option<String>,
    /// Whether the student asked for another time.
    #[diesel(sql_type = Bool)]
    pub asks_to_move: bool,
    /// Why.
    #[diesel(sql_type = Text)]
    pub move_words: String,
}

/// The page.
pub struct Agenda {
    /// Who waits: for a time, for another time, or for the new advisor to take a meeting over. The longest wait first.
    pub waiting: Vec<Item>,
    /// Meetings that began, without an outcome. The oldest first.
    pub unsettled: Vec<Item>,
    /// Those of the week.
    pub week: Vec<Item>,
}

const COLUMNS: &str = "select meeting.id, case when $2 or student.advisor_id = $1 or student.advisor_id is null
           then person.full_name end as student,
           meeting.state, reason, day_parts, good_times, coalesce(move_asked_at, asked_at, meeting.created_at) as since,
           meeting.advisor_id, advisor.full_name as advisor, starts_at, ends_at, place,
           move_asked_at is not null as asks_to_move, move_words
      from meeting
      join student on student.person_id = meeting.student_id
      join person on person.id = meeting.student_id
      left join person advisor on advisor.id = meeting.advisor_id";

/// Of the students this advisor reaches.
const WAITING: &str =
    "where meeting.state in ('asked', 'set') and ($2 or student.advisor_id = $1 or student.advisor_id is null)
       and (meeting.state = 'asked' or move_asked_at is not null
            or (starts_at > now() and (advisor.deactivated_at is not null
                or (meeting.advisor_id <> student.advisor_id and student.advisor_id = $1))))
     order by since, meeting.id limit $3";

/// One's own, and those of one's students that somebody had who does not see them any more.
const UNSETTLED: &str = "where meeting.state = 'set' and starts_at <= now()
       and ((meeting.advisor_id = $1 and ($2 or student.advisor_id = $1 or student.advisor_id is null))
            or student.advisor_id = $1
            or (advisor.deactivated_at is not null and ($2 or student.advisor_id is null)))
     order by starts_at, meeting.id limit $3";

const WEEK: &str = "where meeting.advisor_id = $1 and meeting.state in ('set', 'attended', 'no_show')
       and starts_at >= $4 and starts_at < $5
     order by starts_at, meeting.id limit $3";

/// The Monday of the week that a day is in.
#[must_use]
pub fn week_of(day: Date) -> Date {
    let since_monday = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(since_monday.days()).unwrap_or(day)
}

impl Agenda {
    /// The page for the week that begins on `monday`, and a row that says they looked through it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(advisor: &Advisor, monday: Date, setting: &Setting, conn: &mut AsyncPgConnection) -> Result<Self> {
        let first = setting.start_of(monday).unwrap_or(Timestamp::UNIX_EPOCH);
        let last = monday.checked_add(7.days()).ok().and_then(|day| setting.start_of(day)).unwrap_or(first);
        conn.transaction(async |conn| {
            audit::record(Some(advisor.id()), Action::ListedMeetings, "meetings", None, None, conn).await?;
            Ok(Self {
                waiting: read(WAITING, advisor, first, last, conn).await?,
                unsettled: read(UNSETTLED, advisor, first, last, conn).await?,
                week: read(WEEK, advisor, first, last, conn).await?,
            })
        })
        .await
    }
}

async fn read(
    which: &str,
    advisor: &Advisor,
    first: Timestamp,
    last: Timestamp,
    conn: &mut AsyncPgConnection,
) -> Result<Vec<Item>> {
    Ok(sql_query(format!("{COLUMNS} {which}"))
        .bind::<SqlUuid, _>(advisor.id())
        .bind::<Bool, _>(advisor.is_lead())
        .bind::<BigInt, _>(MOST_SHOWN)
        .bind::<Timestamptz, _>(first.to_diesel())
        .bind::<Timestamptz, _>(last.to_diesel())
        .load(conn)
        .await?)
}

impl Item {
    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        State::parse(&self.state).expect("the table's check allows only our states")
    }

    /// The parts of the day that suit the student.
    #[must_use]
    pub fn day_parts(&self) -> Vec<DayPart> {
        self.day_parts.iter().filter_map(|code| DayPart::parse(code)).collect()
    }

    /// Its address.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/meetings/{}", self.id)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_week_begins_on_monday() {
        for day in [date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 29)] {
            assert_eq!(week_of(day), date(2026, 11, 23));
        }
        assert_eq!(week_of(date(2026, 11, 30)), date(2026, 11, 30));
    }
}
