//! What one query tells before the students of a page are read: how many there are, what one can choose from, where the page
//! begins, and by which way its students are found.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::civil::Date;

use super::{
    Around, Count,
    few::{Few, Texts},
    filter::{Filter, Wanted},
    invited,
    matches::{Matches, Matching, Packed},
    order::Cursor,
    ranges::Ranges,
    students::{MarkKeys, students},
    tab::Tab,
    tally::{Cell, Tally, Told},
};
use crate::{
    model::{error::Result, id::StudentId, keyset::Turn, person::Advisor},
    schema::{person, saved_view, standing},
};

/// More advisors than a list to choose from should have; any name may be typed.
const MOST_NAMES: i64 = 100;

/// What one query tells before the students are read.
pub(super) struct Look {
    /// What stands around the page.
    pub around: Around,
    /// What a page's mark is sorted by, if it is within reach.
    pub keys: MarkKeys,
    /// How its students are found.
    pub way: Way,
}

/// How the students of a page are found.
pub(super) enum Way {
    /// They were read when they were counted.
    Read(Matches),
    /// From a few ranges of an index, laid together.
    Ranges(Ranges),
    /// From one range of one index, or soon met in its order.
    Index,
}

impl Look {
    /// The counts of all tabs and of what was asked for, what one can choose from, and a page's mark: one query.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn around(
        advisor: &Advisor,
        wanted: &Wanted,
        turn: &Turn<Cursor>,
        today: Date,
        conn: &mut AsyncPgConnection,
    ) -> Result<Self> {
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
        let views = || {
            saved_view::table.filter(saved_view::person_id.eq(advisor.id())).order((saved_view::name, saved_view::id))
        };
        let staff = person::table
            .filter(person::role.eq_any(if advisor.is_lead() { &["advisor", "lead"][..] } else { &[] }))
            .filter(person::deactivated_at.is_null())
            .order((person::full_name, person::id))
            .select(person::full_name)
            .limit(MOST_NAMES);
        let lists = (Texts(views().select(saved_view::name)), Texts(views().select(saved_view::query)), Texts(staff));
        // What the tally tells need not be counted.
        let is_told = wanted.filter.is_told();
        let filter = &wanted.filter;
        let is_fine = filter.stage.is_some() || filter.result.is_some() && filter.credits.is_some();
        let sought = match students(advisor, wanted, today) {
            sought if is_told => sought.filter(standing::student_id.eq(uuid::Uuid::nil())),
            // Among everybody: one index of all three, where the planner would lay those of each beside each other.
            sought if is_fine && advisor.is_lead() => sought.filter(standing::cell.eq_any(Cell::asked(wanted))),
            sought => sought,
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
        let way = if !is_told && !matches.are_too_many() {
            Way::Read(matches)
        } else {
            ranges().map_or(Way::Index, Way::Ranges)
        };
        Ok(Self { around, keys, way })
    }
}
