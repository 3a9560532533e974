//! The advisors' queue: those who need somebody first, a page at a time.

mod became;
mod behind;
mod export;
mod few;
mod filter;
mod invited;
mod look;
mod matches;
mod order;
mod ranges;
mod report;
mod row;
mod status;
mod students;
mod tab;
mod tally;
mod turning;

use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;

pub use self::{
    became::{Became, Known},
    behind::{Behind, Reached},
    export::{Export, Line, Purpose, Taken},
    filter::{Credits, Filter, ResultKind, Wanted},
    invited::Invited,
    order::{By, Cursor, Order},
    report::{
        Calibration, Group as OutcomeGroup, Number as ReportNumber, Report, Row as ReportRow, SMALLEST_GROUP,
        Table as ReportTable, Version as OutcomeVersion,
    },
    row::{Newest, Row},
    status::{Facts, STALLED_DAYS, Status},
    students::{Students, students},
    tab::Tab,
    tally::{audit as audit_tallies, fold as fold_tallies},
    turning::turn_with_the_calendar,
};
use self::{
    few::MOST_COUNTED,
    look::{Look, Way},
    students::{Mark, in_order, mark},
};
pub use super::keyset::Turn;
use super::{
    audit::{self, Action},
    error::Result,
    id::StudentId,
    keyset::Page,
    person::Advisor,
};

/// Students on a page.
pub const PAGE: usize = 25;

/// How many students there are, up to a thousand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(i64);

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 >= MOST_COUNTED { f.write_str("999+") } else { self.0.fmt(f) }
    }
}

impl Count {
    /// The number, as far as it is said.
    fn of(number: i64) -> Self {
        Self(number.min(MOST_COUNTED))
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The number, at most a thousand.
    #[must_use]
    pub fn number(self) -> u32 {
        u32::try_from(self.0).unwrap_or_default()
    }

    /// Whether there is exactly one.
    #[must_use]
    pub fn is_one(self) -> bool {
        self.0 == 1
    }
}

/// What stands around a page, whatever page it is.
pub struct Around {
    /// How many each tab has, in the order of [`Tab::ALL`].
    pub counts: [Count; 8],
    /// How many were asked for.
    pub found: Count,
    /// One's own saved views: the name, and the address's words.
    pub views: Vec<(String, String)>,
    /// Names of advisors to choose from; a lead's.
    pub advisors: Vec<String>,
}

/// A page of the queue.
pub struct Caseload {
    /// Its students.
    pub rows: Vec<Row>,
    /// Its invitations, under the tab of those.
    pub invited: Vec<Invited>,
    /// What stands around it.
    pub around: Around,
    /// Where the page before it is.
    pub previous: Option<Cursor>,
    /// Where the page after it is.
    pub next: Option<Cursor>,
    /// Whether the address named a place that is gone, so that this is the first page instead.
    pub is_stale: bool,
}

impl Caseload {
    /// A page of an advisor's queue, and a row that says they looked through it: three queries, however many students.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(
        advisor: &Advisor,
        wanted: &Wanted,
        turn: Turn<Cursor>,
        today: Date,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self> {
        conn.transaction(async |conn| {
            audit::record(Some(advisor.id()), Action::ListedStudents, "caseload", None, None, conn).await?;
            let Look { around, keys, way } = Look::around(advisor, wanted, &turn, today, conn).await?;
            let mark = match turn {
                Turn::First => None,
                Turn::After(cursor) | Turn::Before(cursor) => mark(cursor, wanted.order.by, keys),
            };
            let is_stale = turn != Turn::First && mark.is_none() && wanted.tab != Tab::Invited;
            let turn = if is_stale { Turn::First } else { turn };
            let asked = (wanted, &way, today);
            let page = Self { is_stale, ..Self::read(advisor, asked, turn, mark, around, conn).await? };
            if !page.is_bare() || turn == Turn::First {
                return Ok(page);
            }
            // Everybody beyond the mark has left.
            let first = Self::read(advisor, asked, Turn::First, None, page.around, conn).await?;
            Ok(Self { is_stale: true, ..first })
        })
        .await
    }

    /// Whether there is nobody on it.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.rows.is_empty() && self.invited.is_empty()
    }

    async fn read(
        advisor: &Advisor,
        (wanted, way, today): (&Wanted, &Way, Date),
        turn: Turn<Cursor>,
        mark: Option<Mark>,
        around: Around,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self> {
        if wanted.tab == Tab::Invited {
            let page = Invited::page(&wanted.filter, &turn, conn).await?;
            let (previous, next) = page.ends(Invited::cursor);
            return Ok(Self { rows: Vec::new(), invited: page.rows, around, previous, next, is_stale: false });
        }
        // The students of the page first, from one index; then what their rows show. In one query the planner may read the
        // rows of everybody.
        let most = PAGE as i64 + 1;
        let ids: Vec<StudentId> = match way {
            Way::Read(matches) => matches.page(wanted.order, &turn, mark, PAGE + 1),
            Way::Ranges(ranges) => ranges.page(wanted, &turn, mark, today, most, conn).await?,
            Way::Index => {
                let students = students(advisor, wanted, today).limit(most);
                in_order(students, wanted.order, &turn, mark).load(conn).await?
            }
        };
        let page = Page::cut(&turn, Row::of(ids, conn).await?, PAGE);
        let (previous, next) = page.ends(|row| row.cursor(wanted.order.by));
        Ok(Self { rows: page.rows, invited: Vec::new(), around, previous, next, is_stale: false })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_stop_at_a_thousand() {
        let said: Vec<_> = [0, 7, 999, 1000].map(|n| Count(n).to_string()).into();
        assert_eq!(said, ["0", "7", "999", "999+"]);
    }
}
