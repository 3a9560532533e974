//! What happened with one student, newest first, as far as an advisor may know it: one bounded query finds the entries of a
//! page, whatever their kinds, and each kind then reads its own rows. A new kind is a branch in `kinds.rs`, an arm in
//! `entries.rs` and one in `templates/students/_event.html`.

mod entries;
mod kinds;
mod planned;

use diesel::{
    QueryableByName, sql_query,
    sql_types::{BigInt, Bool, Nullable, SmallInt, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use jiff_diesel::ToDiesel as _;
use uuid::Uuid;

use self::kinds::{Branch, branches};
pub use self::{
    entries::{Begun, Told, What},
    kinds::Show,
    planned::{Met, Promised},
};
use super::{
    advisee::Record,
    calendar,
    error::Result,
    keyset::{Page, Turn},
    person::Advisor,
};

/// Entries on one page.
pub const PAGE: usize = 40;
/// Older entries are counted up to here.
const MOST_COUNTED: i64 = 1_000;
/// For this long entries are shown without asking, in months.
pub const RECENT_MONTHS: i32 = 18;

/// Something that happened.
pub struct Event {
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: What,
    place: Place,
}

impl Event {
    /// Its place, as a page's address holds it.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }
}

/// Where an entry stands among all: by its moment, then its kind, since what happened at once stands with its consequence
/// on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, QueryableByName)]
pub struct Place {
    #[diesel(sql_type = Timestamptz, deserialize_as = jiff_diesel::Timestamp)]
    at: Timestamp,
    #[diesel(sql_type = SmallInt)]
    rank: i16,
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
}

impl Place {
    /// The place that an address names; nothing for what we never wrote.
    #[must_use]
    pub fn parse(raw: &str) -> Option<Self> {
        let (at, rest) = raw.split_once('.')?;
        let (rank, id) = rest.split_once('.')?;
        Some(Self { at: calendar::moment(at)?, rank: rank.parse().ok()?, id: id.parse().ok()? })
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.at.as_microsecond(), self.rank, self.id)
    }
}

/// What is asked for.
#[derive(Clone, Copy)]
pub struct Wanted {
    /// Which kinds.
    pub show: Show,
    /// Whether what is older than [`RECENT_MONTHS`] too.
    pub is_older_too: bool,
    /// Which page.
    pub turn: Turn<Place>,
    /// Entries on it.
    pub most: usize,
}

/// A page of the timeline.
pub struct Timeline {
    /// Its entries, newest first.
    pub events: Page<Event>,
    /// Entries that are older than the pages go, up to a thousand; none on pages that show them.
    pub older: i64,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// A page of what happened.
///
/// # Errors
/// When the database fails.
pub async fn page(
    record: &Record,
    advisor: &Advisor,
    wanted: &Wanted,
    conn: &mut AsyncPgConnection,
) -> Result<Timeline> {
    let (mark, is_newer) = match wanted.turn {
        Turn::First => (None, false),
        Turn::After(mark) => (Some(mark), false),
        Turn::Before(mark) => (Some(mark), true),
    };
    let limit = i64::try_from(wanted.most).unwrap_or(i64::MAX - 1) + 1;
    let places: Vec<Place> = sql_query(places(branches(wanted.show), is_newer))
        .bind::<SqlUuid, _>(record.id.0)
        .bind::<SqlUuid, _>(advisor.id().0)
        .bind::<Bool, _>(advisor.is_lead())
        .bind::<Bool, _>(wanted.is_older_too)
        .bind::<Nullable<Timestamptz>, _>(mark.map(|mark| mark.at.to_diesel()))
        .bind::<Nullable<SmallInt>, _>(mark.map(|mark| mark.rank))
        .bind::<Nullable<SqlUuid>, _>(mark.map(|mark| mark.id))
        .bind::<BigInt, _>(limit)
        .load(conn)
        .await?;
    let places = Page::cut(&wanted.turn, places, wanted.most);
    let events = entries::read(&places.rows, record, advisor, conn).await?;
    let older = if wanted.is_older_too { 0 } else { count_older(record, advisor, wanted.show, conn).await? };
    let Page { has_previous, has_next, .. } = places;
    Ok(Timeline { events: Page { rows: events, has_previous, has_next }, older })
}

async fn count_older(record: &Record, advisor: &Advisor, show: Show, conn: &mut AsyncPgConnection) -> Result<i64> {
    let rows: Vec<String> = branches(show)
        .map(|branch| {
            let Branch { code, rows, .. } = branch;
            format!("(select 1 from ({rows}) as {code} where at < {RECENT} limit {MOST_COUNTED})")
        })
        .collect();
    let query = format!(
        "select count(*) as count from (select from ({}) as each (one) limit {MOST_COUNTED}) as older",
        rows.join(" union all ")
    );
    let count: Count = sql_query(query)
        .bind::<SqlUuid, _>(record.id.0)
        .bind::<SqlUuid, _>(advisor.id().0)
        .bind::<Bool, _>(advisor.is_lead())
        .get_result(conn)
        .await?;
    Ok(count.count)
}

/// The first moment that is not yet old, by the database's clock.
const RECENT: &str = "now() - interval '18 months'";

/// The places of a page: each kind gives at most as many as the page holds, from its own index.
fn places<'a>(branches: impl Iterator<Item = &'a Branch>, is_newer: bool) -> String {
    let (than, order) = if is_newer { (">", "asc") } else { ("<", "desc") };
    let each: Vec<String> = branches
        .map(|Branch { rank, code, rows }| {
            format!(
                "(select at, {rank}::smallint as rank, id from ({rows}) as {code}
                   where ($4 or at >= {RECENT})
                     and ($5::timestamptz is null
                          or (at {than}= $5 and (at, {rank}::smallint, id) {than} ($5, $6, $7)))
                   order by at {order}, id {order} limit $8)"
            )
        })
        .collect();
    format!(
        "select at, rank, id from ({}) as each order by at {order}, rank {order}, id {order} limit $8",
        each.join(" union all ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_written_and_read_back() {
        let at = Timestamp::from_microsecond(1_763_800_000_123_456).expect("in range");
        let place = Place { at, rank: 7, id: Uuid::now_v7() };
        assert_eq!(Place::parse(&place.to_string()), Some(place));
        for odd in ["", "1", "1.2", "1.2.3", "x.1.00000000-0000-0000-0000-000000000000", "1..2"] {
            assert_eq!(Place::parse(odd), None, "{odd:?}");
        }
    }

    #[test]
    fn what_is_old_is_said_the_same_way_everywhere() {
        assert!(RECENT.contains(&format!("{RECENT_MONTHS} months")));
    }
}
