//! The advisors' queue: those who need somebody first, a page at a time.

mod became;
mod behind;
mod export;
mod few;
mod filter;
mod invited;
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
    few::{Few, MOST_COUNTED, Texts},
    matches::{Matches, Matching, Packed},
    ranges::Ranges,
    students::{Mark, MarkKeys, in_order, mark},
    tally::{Cell, Tally, Told},
};
pub use super::keyset::Turn;
use super::{
    audit::{self, Action},
    error::Result,
    id::StudentId,
    keyset::Page,
    person::Advisor,
};
use crate::schema::{person, saved_view, standing};

/// Students on a page.
pub const PAGE: usize = 25;

/// More advisors than a list to choose from should have; any name may be typed.
const MOST_NAMES: i64 = 100;

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
            let Look { around, keys, way } = look_around(advisor, wanted, &turn, today, conn).await?;
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

/// What one query tells before the students are read.
struct Look {
    around: Around,
    /// What a page's mark is sorted by, if it is within reach.
    keys: MarkKeys,
    way: Way,
}

/// How the students of a page are found.
enum Way {
    /// They were read when they were counted.
    Read(Matches),
    /// From a few ranges of an index, laid together.
    Ranges(Ranges),
    /// From one range of one index, or soon met in its order.
    Index,
}

/// The counts of all tabs and of what was asked for, what one can choose from, and a page's mark: one query.
async fn look_around(
    advisor: &Advisor,
    wanted: &Wanted,
    turn: &Turn<Cursor>,
    today: Date,
    conn: &mut AsyncPgConnection,
) -> Result<Look> {
    let id = match turn {
        Turn::First => StudentId(uuid::Uuid::nil()),
        Turn::After(mark) | Turn::Before(mark) => mark.id,
    };
    let reached = || {
        let mine = standing::advisor_id.is_not_distinct_from(advisor.id().0).or(standing::advisor_id.is_null());
        let marked = standing::table.filter(standing::student_id.eq(id.0)).into_boxed();
        if advisor.is_lead() { marked } else { marked.filter(mine) }
    };
    let marks = (
        reached().select(standing::place).single_value(),
        reached().select(standing::name_key).single_value(),
        reached().select(standing::credits).single_value(),
        reached().select(standing::seen_day).single_value(),
    );
    let views =
        || saved_view::table.filter(saved_view::person_id.eq(advisor.id())).order((saved_view::name, saved_view::id));
    let staff = person::table
        .filter(person::role.eq_any(if advisor.is_lead() { &["advisor", "lead"][..] } else { &[] }))
        .filter(person::deactivated_at.is_null())
        .order((person::full_name, person::id))
        .select(person::full_name)
        .limit(MOST_NAMES);
    let lists = (Texts(views().select(saved_view::name)), Texts(views().select(saved_view::query)), Texts(staff));
    // What the tally tells need not be counted.
    let is_told = wanted.filter.is_told();
    let sought = students(advisor, wanted, today);
    let sought = if is_told { sought.filter(standing::student_id.eq(uuid::Uuid::nil())) } else { sought };
    // Among everybody one index of all three together, where the planner would lay three of them beside each other.
    let (filter, is_fine) = (&wanted.filter, !is_told && advisor.is_lead());
    let sought = if is_fine && (filter.stage.is_some() || filter.result.is_some() && filter.credits.is_some()) {
        sought.filter(standing::cell.eq_any(Cell::asked(wanted)))
    } else {
        sought
    };
    let matching = Matching::of(sought, wanted.order.by);
    let counts = (Few(invited::open(&Filter::default())), Few(invited::open(&wanted.filter)));
    let tallies = (Tally::of(advisor), Tally::of_nobody(), Tally::of_asked(&wanted.filter));
    type Found =
        ((Vec<i64>, Vec<i64>, Vec<i64>), Packed, (i64, i64), (Vec<String>, Vec<String>, Vec<String>), MarkKeys);
    let ((theirs, free, asked), matches, (invited, found_invited), (names, queries, advisors), keys): Found =
        diesel::select((tallies, matching, counts, lists, marks)).first(conn).await?;
    let matches = Matches::read(matches);
    let [theirs, free, asked] = [theirs, free, asked].map(|packed| Told::read(&packed));
    let asks_for_some = wanted.filter.advisor.is_some() || wanted.filter.behind.of.is_some();
    let told = |tab, wanted: &Wanted| match tab {
        Tab::Unassigned => free.count(tab, wanted),
        _ => theirs.count(tab, wanted),
    };
    let found = match wanted.tab {
        Tab::Invited => found_invited,
        // Whom nobody has is not one of theirs.
        Tab::Unassigned if asks_for_some => 0,
        tab if is_told && asks_for_some => asked.count(tab, wanted),
        tab if is_told => told(tab, wanted),
        _ => matches.number,
    };
    let all = Wanted::default();
    let counts = Tab::ALL.map(|tab| Count::of(if tab == Tab::Invited { invited } else { told(tab, &all) }));
    let views = names.into_iter().zip(queries).collect();
    let around = Around { counts, found: Count::of(found), views, advisors };
    let among = if asks_for_some { &asked } else { &theirs };
    let ranges = || Ranges::of(advisor, wanted, || among.cells(wanted));
    let way =
        if !is_told && !matches.are_too_many() { Way::Read(matches) } else { ranges().map_or(Way::Index, Way::Ranges) };
    Ok(Look { around, keys, way })
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
