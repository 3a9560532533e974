//! The advisors' queue: newest results first, a page at a time.

mod few;
mod row;
mod status;
mod turn;

use diesel::{
    pg::Pg,
    prelude::*,
    sql_types::{Nullable, Timestamptz, Uuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff_diesel::ToDiesel as _;

use self::{few::Few, row::caseload};
pub use self::{
    row::{Newest, Row},
    status::{Facts, STALLED_DAYS, Status},
    turn::{Count, Cursor, Turn},
};
use super::{
    audit::{self, Action},
    error::Result,
    id::StudentId,
    person::Advisor,
};
use crate::schema::student;

/// Students on a page.
pub const PAGE: usize = 25;

#[diesel::declare_sql_function]
extern "SQL" {
    fn queue_place(newest_result_at: Nullable<Timestamptz>) -> Timestamptz;
    fn stands_below(at: Nullable<Timestamptz>, id: Uuid, mark_at: Nullable<Timestamptz>, mark: Uuid) -> Bool;
    fn stands_above(at: Nullable<Timestamptz>, id: Uuid, mark_at: Nullable<Timestamptz>, mark: Uuid) -> Bool;
}

/// Which of the students an advisor looks through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// All of theirs; for a lead, all there are.
    Everyone,
    /// Those with a result that nobody has dealt with.
    New,
    /// Those whom nobody has.
    Unassigned,
}

impl View {
    /// All of them, in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::Everyone, Self::New, Self::Unassigned];

    /// Its word in the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::New => "new",
            Self::Unassigned => "unassigned",
        }
    }

    /// The view with this word.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.code() == code)
    }
}

/// A page of the queue.
pub struct Caseload {
    /// Its students.
    pub rows: Vec<Row>,
    /// How many each view has, in the order of [`View::ALL`].
    pub counts: [Count; 3],
    /// Where the page before it is.
    pub previous: Option<Cursor>,
    /// Where the page after it is.
    pub next: Option<Cursor>,
    /// Whether the address named a place that is gone, so that this is the first page instead.
    pub is_stale: bool,
}

impl Caseload {
    /// A page of an advisor's queue, and a row that says they looked through it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(advisor: &Advisor, view: View, turn: Turn, conn: &mut AsyncPgConnection) -> Result<Self> {
        conn.transaction(async |conn| {
            audit::record(Some(advisor.id()), Action::ListedStudents, "caseload", None, None, conn).await?;
            let (counts, is_there) = count(advisor, view, turn, conn).await?;
            let turn = if is_there { turn } else { Turn::First };
            let mut page = Self { is_stale: !is_there, counts, ..read(advisor, view, turn, conn).await? };
            if page.rows.is_empty() && turn != Turn::First {
                // Everybody beyond the mark has left the view.
                page = Self { is_stale: true, counts, ..read(advisor, view, Turn::First, conn).await? };
            }
            Ok(page)
        })
        .await
    }
}

/// The ids of the students of a view, of one table only: what counts and pages begin with.
fn students<'a>(advisor: &Advisor, view: View) -> student::BoxedQuery<'a, Pg, Uuid> {
    let mut students = student::table.select(student::person_id).into_boxed();
    if view == View::Unassigned {
        students = students.filter(student::advisor_id.is_null());
    } else if !advisor.is_lead() {
        students = students.filter(student::advisor_id.eq(advisor.id()));
    }
    if view == View::New {
        let never_looked_at = student::looked_at.is_null();
        let looked_at_before = student::looked_at.assume_not_null().lt(student::newest_result_at.assume_not_null());
        students = students.filter(student::newest_result_at.is_not_null().and(never_looked_at.or(looked_at_before)));
    }
    students
}

/// The counts of all views, and whether the place that a page begins at is still that student's.
async fn count(advisor: &Advisor, view: View, turn: Turn, conn: &mut AsyncPgConnection) -> Result<([Count; 3], bool)> {
    let mark = match turn {
        Turn::First => Cursor::NOWHERE,
        Turn::After(mark) | Turn::Before(mark) => mark,
    };
    // A result that was looked at meanwhile has left its view, but not its place.
    let view = if view == View::New { View::Everyone } else { view };
    let mark = students(advisor, view)
        .filter(student::person_id.eq(mark.id))
        .filter(student::newest_result_at.is_not_distinct_from(mark.newest_result_at.map(|at| at.to_diesel())));
    let [everyone, new, unassigned] = View::ALL.map(|view| Few(students(advisor, view)));
    let (everyone, new, unassigned, marks): (i64, i64, i64, i64) =
        diesel::select((everyone, new, unassigned, Few(mark))).first(conn).await?;
    Ok(([Count(everyone), Count(new), Count(unassigned)], turn == Turn::First || marks > 0))
}

async fn read(advisor: &Advisor, view: View, turn: Turn, conn: &mut AsyncPgConnection) -> Result<Caseload> {
    let place = queue_place(student::newest_result_at);
    let (at, id) = (student::newest_result_at, student::person_id);
    let students = students(advisor, view).limit(PAGE as i64 + 1);
    let students = match turn {
        Turn::First => students.order((place.desc(), id.desc())),
        Turn::After(mark) => students
            .filter(stands_below(at, id, mark.newest_result_at.map(|at| at.to_diesel()), mark.id))
            .order((place.desc(), id.desc())),
        Turn::Before(mark) => students
            .filter(stands_above(at, id, mark.newest_result_at.map(|at| at.to_diesel()), mark.id))
            .order((place.asc(), id.asc())),
    };
    // The students of the page first, from one index; then what their rows show. In one query the planner may read the
    // rows of everybody.
    let ids: Vec<StudentId> = students.load(conn).await?;
    let mut rows: Vec<Row> =
        caseload::table.filter(caseload::person_id.eq_any(&ids)).select(Row::as_select()).load(conn).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    let is_backwards = matches!(turn, Turn::Before(_));
    let has_more = rows.len() > PAGE;
    rows.truncate(PAGE);
    if is_backwards {
        rows.reverse();
    }
    let has_previous = if is_backwards { has_more } else { turn != Turn::First };
    let has_next = is_backwards || has_more;
    Ok(Caseload {
        previous: rows.as_slice().first().filter(|_| has_previous).map(Row::cursor),
        next: rows.iter().next_back().filter(|_| has_next).map(Row::cursor),
        rows,
        counts: [Count(0); 3],
        is_stale: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_read_back_and_others_are_unknown() {
        for view in View::ALL {
            assert_eq!(View::parse(view.code()), Some(view));
        }
        assert_eq!(View::parse("mine"), None);
    }
}
