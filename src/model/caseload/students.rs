//! The students that an advisor asked for, as a query of one table: what pages, counts, exports and bulk work begin with.

use diesel::{
    pg::Pg,
    prelude::*,
    sql_types::{BigInt, Integer, Text, Uuid},
};
use jiff::{ToSpan as _, civil::Date};
use jiff_diesel::ToDiesel as _;

use super::{
    filter::{Filter, ResultKind, Wanted},
    order::{By, Cursor, Keys, Order},
    tab::Tab,
};
use crate::{
    model::{keyset::Turn, people::Sought, person::Advisor},
    schema::{person, sql_types::Tsvector, standing},
};

#[diesel::declare_sql_function]
extern "SQL" {
    fn is_called(words: Tsvector, beginnings: Text) -> Bool;
    fn is_called_of_few(words: Tsvector, beginnings: Text) -> Bool;
    fn is_sought(full_name: Text, email: Text, beginnings: Text) -> Bool;
    #[sql_name = "is_beyond"]
    fn is_place_beyond(place: BigInt, id: Uuid, mark_place: BigInt, mark: Uuid) -> Bool;
    #[sql_name = "is_before"]
    fn is_place_before(place: BigInt, id: Uuid, mark_place: BigInt, mark: Uuid) -> Bool;
    #[sql_name = "is_beyond"]
    fn is_name_beyond(place: Text, id: Uuid, mark_place: Text, mark: Uuid) -> Bool;
    #[sql_name = "is_before"]
    fn is_name_before(place: Text, id: Uuid, mark_place: Text, mark: Uuid) -> Bool;
    #[sql_name = "is_beyond"]
    fn is_number_beyond(place: Integer, id: Uuid, mark_place: Integer, mark: Uuid) -> Bool;
    #[sql_name = "is_before"]
    fn is_number_before(place: Integer, id: Uuid, mark_place: Integer, mark: Uuid) -> Bool;
}

/// A query for ids of students.
pub type Students<'a> = standing::BoxedQuery<'a, Pg, Uuid>;

/// One group of the queue's order is so many places long; see `place_of` in the database.
const GROUP: i64 = 10_000_000_000_000_000;

/// The students of a tab that an advisor reaches.
pub(super) fn of_tab<'a>(advisor: &Advisor, tab: Tab, by: By) -> Students<'a> {
    let students = standing::table.select(standing::student_id).into_boxed();
    let students = match tab {
        // Who is only invited is no student yet.
        Tab::Invited => students.filter(standing::student_id.is_null()),
        Tab::Unassigned => students.filter(standing::advisor_id.is_null()),
        _ if advisor.is_lead() => students,
        _ => students.filter(standing::advisor_id.eq(advisor.id().0)),
    };
    match tab.ranks() {
        Some(ranks) => ranked(students, ranks, by, is_of_one(advisor, tab)),
        None => students,
    }
}

/// Whether only one advisor's own students are asked for, which are few.
fn is_of_one(advisor: &Advisor, tab: Tab) -> bool {
    !advisor.is_lead() && !matches!(tab, Tab::Invited | Tab::Unassigned)
}

/// Those of some groups, said so that one index holds them together: that of the order, or of `one` advisor their own, which
/// knows places. Without that the planner, which plans for any advisor, lays the groups of the whole school beside them.
fn ranked(students: Students<'_>, (first, last): (i16, i16), by: By, one: bool) -> Students<'_> {
    match by {
        _ if one => ranked(students, (first, last), By::Need, false),
        By::Need => students
            .filter(standing::place.ge(i64::from(first) * GROUP))
            .filter(standing::place.lt(i64::from(last + 1) * GROUP)),
        _ if first == last => students.filter(standing::rank.eq(first)),
        _ => students.filter(standing::rank.ge(first)).filter(standing::rank.le(last)),
    }
}

/// The students an advisor asked for, in no order. `today` is the day at the school.
pub fn students<'a>(advisor: &Advisor, wanted: &Wanted, today: Date) -> Students<'a> {
    let Wanted { tab, filter, order } = wanted;
    let Filter { name, stage, result, credits, advisor: theirs, no_contact, behind } = filter;
    let is_of_one = is_of_one(advisor, *tab);
    let mut students = behind.of(of_tab(advisor, *tab, order.by), today);
    if let Some(stage) = stage {
        students = ranked(students, (stage.rank(), stage.rank()), order.by, is_of_one)
            .filter(standing::status.eq(stage.code()));
    }
    students = match result {
        Some(ResultKind::Of(outcome)) => students.filter(standing::outcome.eq(outcome.as_str())),
        Some(ResultKind::Missing) => students.filter(standing::outcome.is_null()),
        None => students,
    };
    if let Some((from, to)) = credits.map(|credits| credits.range()) {
        students = if is_of_one {
            // As the groups: the index of the whole school's credits is no help with one advisor's few.
            let credits = standing::credits + 0;
            students.filter(credits.ge(from)).filter(credits.le(to))
        } else {
            students.filter(standing::credits.ge(from)).filter(standing::credits.le(to))
        };
    }
    if let Some(since) = no_contact.and_then(|days| today.checked_sub(days.days()).ok()) {
        let never = standing::last_contact_on.is_null();
        students = students.filter(never.or(standing::last_contact_on.assume_not_null().lt(since.to_diesel())));
    }
    if let Some(sought) = name.as_deref().and_then(Sought::parse) {
        let beginnings = sought.into_beginnings();
        students = if is_of_one {
            students.filter(is_called_of_few(standing::words, beginnings))
        } else {
            students.filter(is_called(standing::words, beginnings))
        };
    }
    if let Some(sought) = theirs.as_deref().filter(|_| advisor.is_lead()).and_then(Sought::parse) {
        let staff = person::table
            .filter(person::role.ne("student"))
            .filter(is_sought(person::full_name, person::email, sought.into_beginnings()))
            .select(person::id);
        students = students.filter(standing::advisor_id.assume_not_null().eq_any(staff.into_boxed()));
    }
    students
}

/// The place that a page begins at, read again.
pub(super) enum Mark {
    Number(i64),
    Small(i32),
    Name(String),
}

/// What the rows of a mark are read by: place, name, credits, day.
pub(super) type MarkKeys = (Option<i64>, Option<String>, Option<i32>, Option<i32>);

/// The place behind a cursor, if the student is still within reach. Numbers stand in the cursor itself, so that a student
/// who got another status meanwhile still marks the place where the list goes on; of a name there is a sum only, so the
/// name must be the same.
pub(super) fn mark(cursor: Cursor, by: By, keys: MarkKeys) -> Option<Mark> {
    let (place, name, credits, seen_day) = (keys.0?, keys.1?, keys.2?, keys.3?);
    let now = Keys { place, name: &name, credits, seen_day }.of(by);
    match by {
        By::Need => Some(Mark::Number(cursor.key)),
        By::Credits | By::Seen => Some(Mark::Small(i32::try_from(cursor.key).ok()?)),
        By::Name => (now == cursor.key).then_some(Mark::Name(name)),
    }
}

macro_rules! sorted {
    ($students:ident, $column:ident, $mark:expr, $id:expr, $beyond:ident, $before:ident, $is_descending:expr) => {{
        let id = standing::student_id;
        let students = match ($mark, $is_descending) {
            (Some(mark), false) => $students.filter($beyond(standing::$column, id, mark, $id)),
            (Some(mark), true) => $students.filter($before(standing::$column, id, mark, $id)),
            (None, _) => $students,
        };
        if $is_descending {
            students.order((standing::$column.desc(), id.desc()))
        } else {
            students.order((standing::$column.asc(), id.asc()))
        }
    }};
}

/// The same students in an order, from a mark on: the order is turned round for a page that is read backwards.
pub(super) fn in_order<'a>(
    students: Students<'a>,
    order: Order,
    turn: &Turn<Cursor>,
    mark: Option<Mark>,
) -> Students<'a> {
    let (Turn::After(Cursor { id, .. }) | Turn::Before(Cursor { id, .. })) = *turn else {
        return by_key(students, order, None, uuid::Uuid::nil());
    };
    let order = Order { is_descending: order.is_descending != turn.is_backwards(), ..order };
    by_key(students, order, mark, id.0)
}

fn by_key<'a>(students: Students<'a>, order: Order, mark: Option<Mark>, id: uuid::Uuid) -> Students<'a> {
    let Order { by, is_descending } = order;
    let number = match &mark {
        Some(Mark::Number(number)) => Some(*number),
        _ => None,
    };
    let small = match &mark {
        Some(Mark::Small(small)) => Some(*small),
        _ => None,
    };
    let name = match mark {
        Some(Mark::Name(name)) => Some(name),
        _ => None,
    };
    match by {
        By::Need => sorted!(students, place, number, id, is_place_beyond, is_place_before, is_descending),
        By::Name => sorted!(students, name_key, name, id, is_name_beyond, is_name_before, is_descending),
        By::Credits => sorted!(students, credits, small, id, is_number_beyond, is_number_before, is_descending),
        By::Seen => sorted!(students, seen_day, small, id, is_number_beyond, is_number_before, is_descending),
    }
}
