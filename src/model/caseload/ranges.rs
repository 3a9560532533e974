//! How a lead finds what few have, among everybody: by the beginnings of a few ranges of an index, laid together, so that a
//! page never reads more than a page of each. What the planner guesses of several filters at once does not matter then.

use diesel::{
    pg::Pg,
    sql_query,
    sql_types::{Array, BigInt, Date as SqlDate, Integer, SmallInt, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::{ToSpan as _, civil::Date};
use jiff_diesel::ToDiesel as _;

use super::{
    filter::Wanted,
    order::{By, Cursor},
    students::Mark,
    tab::Tab,
};
use crate::model::{error::Result, id::StudentId, keyset::Turn, people::Sought, person::Advisor};

/// Which ranges are laid together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Those of each cell.
    Cells,
    /// Those of each advisor who is asked for.
    Advisors,
}

/// The ranges in which a view's students stand, and the cells they are in.
pub(super) struct Ranges {
    kind: Kind,
    cells: Vec<i16>,
}

const STAFF: &str = "select id from person where role <> 'student'";

#[derive(diesel::QueryableByName)]
struct Found {
    #[diesel(sql_type = SqlUuid)]
    student_id: StudentId,
}

impl Ranges {
    /// The way to what a lead asks for; nothing where one range of one index has it all.
    pub(super) fn of(advisor: &Advisor, wanted: &Wanted, cells: impl FnOnce() -> Vec<i16>) -> Option<Self> {
        let filter = &wanted.filter;
        if !advisor.is_lead() || !filter.behind.is_told() || matches!(wanted.tab, Tab::Unassigned | Tab::Invited) {
            return None;
        }
        let kind = match (&filter.name, &filter.advisor, filter.behind.of) {
            // Of a name that a thousand have, the first are soon found in any order.
            (Some(_), ..) => return None,
            (None, Some(_), _) | (None, None, Some(_)) => Kind::Advisors,
            _ if filter.result.is_some() || filter.credits.is_some() => Kind::Cells,
            _ => return None,
        };
        Some(Self { kind, cells: cells() })
    }

    /// The ids of one page: as many as `most`.
    pub(super) async fn page(
        &self,
        wanted: &Wanted,
        turn: &Turn<Cursor>,
        mark: Option<Mark>,
        today: Date,
        most: i64,
        conn: &mut AsyncPgConnection,
    ) -> Result<Vec<StudentId>> {
        let filter = &wanted.filter;
        let key = match wanted.order.by {
            By::Need => "place",
            By::Name => "name_key",
            By::Credits => "credits",
            By::Seen => "seen_day",
        };
        let (way, sign) = if wanted.order.is_descending == turn.is_backwards() { ("asc", '>') } else { ("desc", '<') };
        let since = filter.no_contact.and_then(|days| today.checked_sub(days.days()).ok());
        let theirs = filter.advisor.as_deref().and_then(Sought::parse).map(Sought::into_beginnings);
        // Each takes the next places among the query's values, in the order in which they are bound below.
        let mut values = 2;
        let mut next = || {
            values += 1;
            values
        };
        let beyond = mark.as_ref().map_or(String::new(), |_| {
            let (place, id) = (next(), next());
            format!(" and ({key}, student_id) {sign} (${place}, ${id})")
        });
        let contact =
            since.map_or(String::new(), |_| format!(" and (last_contact_on is null or last_contact_on < ${})", next()));
        let theirs_at = theirs.as_ref().map(|_| next());
        let of_at = filter.behind.of.map(|_| next());
        let staff = match (theirs_at, of_at) {
            (Some(sought), Some(of)) => format!("{STAFF} and is_sought(full_name, email, ${sought}) and id = ${of}"),
            (Some(sought), None) => format!("{STAFF} and is_sought(full_name, email, ${sought})"),
            (None, Some(of)) => format!("select ${of}::uuid as id"),
            (None, None) => String::new(),
        };
        // `cell + 0`: here the cells only leave some out, and no index of them helps.
        let columns = format!("student_id, {key}");
        let ordered = format!("order by {key} {way}, student_id {way} limit $2");
        let query = match self.kind {
            Kind::Cells => format!(
                "select student_id from (
                    select one.* from unnest($1) as asked (cell) cross join lateral (
                        select {columns} from standing where standing.cell = asked.cell{beyond}{contact} {ordered}) one) all_of_them
                  {ordered}"
            ),
            Kind::Advisors => format!(
                "select student_id from (
                    select one.* from ({staff}) asked cross join lateral (
                        select {columns} from standing
                         where standing.advisor_id = asked.id and cell + 0 = any($1){beyond}{contact} {ordered}) one) all_of_them
                  {ordered}"
            ),
        };
        let mut query = sql_query(query).into_boxed::<Pg>();
        query = query.bind::<Array<SmallInt>, _>(&self.cells).bind::<BigInt, _>(most);
        if let (Some(mark), Turn::After(Cursor { id, .. }) | Turn::Before(Cursor { id, .. })) = (mark, turn) {
            query = match mark {
                Mark::Number(place) => query.bind::<BigInt, _>(place),
                Mark::Small(number) => query.bind::<Integer, _>(number),
                Mark::Name(name) => query.bind::<Text, _>(name),
            }
            .bind::<SqlUuid, _>(*id);
        }
        if let Some(since) = since {
            query = query.bind::<SqlDate, _>(since.to_diesel());
        }
        if let Some(theirs) = theirs {
            query = query.bind::<Text, _>(theirs);
        }
        if let Some(id) = filter.behind.of {
            query = query.bind::<SqlUuid, _>(id.0);
        }
        Ok(query.load::<Found>(conn).await?.into_iter().map(|found| found.student_id).collect())
    }
}
