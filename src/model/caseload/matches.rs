//! Those who match what no tally knows, a name for example: read once, up to a thousand, for their number and for the page.
//! A count and a page would each read everybody of a name that hundreds bear.

use diesel::{
    expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate},
    pg::{Pg, sql_types::Record},
    prelude::*,
    query_builder::{AstPass, QueryFragment, QueryId},
    sql_types::{Array, BigInt, Integer, Nullable, Text, Uuid},
};

use super::{
    few::MOST_COUNTED,
    order::{By, Cursor, Order},
    students::{Mark, Students},
};
use crate::{
    model::{id::StudentId, keyset::Turn},
    schema::standing,
};

/// `(SELECT row(count, ids, numbers, names) FROM (… LIMIT 1000))`: of each student the number or the name that the order goes
/// by. Of too many only the count.
pub(super) struct Matching<'a> {
    students: standing::BoxedQuery<'a, Pg, (Uuid, BigInt, Text, Integer, Integer)>,
    by: By,
}

impl<'a> Matching<'a> {
    pub fn of(students: Students<'a>, by: By) -> Self {
        let keys = (standing::place, standing::name_key, standing::credits, standing::seen_day);
        Self { students: students.select((standing::student_id, keys.0, keys.1, keys.2, keys.3)), by }
    }
}

impl Expression for Matching<'_> {
    type SqlType = Record<(BigInt, Nullable<Array<Uuid>>, Nullable<Array<BigInt>>, Nullable<Array<Text>>)>;
}

impl ValidGrouping<()> for Matching<'_> {
    type IsAggregate = is_aggregate::Never;
}

impl<From> AppearsOnTable<From> for Matching<'_> {}
impl<From> SelectableExpression<From> for Matching<'_> {}

impl QueryId for Matching<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl QueryFragment<Pg> for Matching<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let (number, name) = match self.by {
            By::Need => ("array_agg(place)", "null::text[]"),
            By::Credits => ("array_agg(credits::bigint)", "null::text[]"),
            By::Seen => ("array_agg(seen_day::bigint)", "null::text[]"),
            By::Name => ("null::bigint[]", "array_agg(name_key::text)"),
        };
        out.push_sql("(SELECT row(count(*)");
        for list in ["array_agg(student_id)", number, name] {
            out.push_sql(", CASE WHEN count(*) < ");
            out.push_bind_param::<BigInt, _>(&MOST_COUNTED)?;
            out.push_sql(" THEN ");
            out.push_sql(list);
            out.push_sql(" END");
        }
        out.push_sql(") FROM (");
        QueryFragment::<Pg>::walk_ast(&self.students, out.reborrow())?;
        out.push_sql(" LIMIT ");
        out.push_bind_param::<BigInt, _>(&MOST_COUNTED)?;
        out.push_sql(") AS few)");
        Ok(())
    }
}

/// What a student is sorted by.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(i64),
    Name(String),
}

/// Those who match.
pub(super) struct Matches {
    /// How many, as far as was counted.
    pub number: i64,
    /// From the first on; nobody where there are too many.
    all: Vec<(Key, StudentId)>,
}

/// As [`Matching`] gives them.
pub(super) type Packed = (i64, Option<Vec<StudentId>>, Option<Vec<i64>>, Option<Vec<String>>);

impl Matches {
    pub fn read((number, ids, numbers, names): Packed) -> Self {
        let numbers = numbers.into_iter().flatten().map(Key::Number);
        let keys = numbers.chain(names.into_iter().flatten().map(Key::Name));
        let mut all: Vec<_> = keys.zip(ids.into_iter().flatten()).collect();
        all.sort_unstable();
        Self { number, all }
    }

    /// Whether there may be more.
    pub fn are_too_many(&self) -> bool {
        self.number >= MOST_COUNTED
    }

    /// The ids of one page, as many as `most`, in the order in which it is read.
    pub fn page(&self, order: Order, turn: &Turn<Cursor>, mark: Option<Mark>, most: usize) -> Vec<StudentId> {
        let Self { all, .. } = self;
        let mark = match (mark, turn) {
            (Some(mark), Turn::After(cursor) | Turn::Before(cursor)) => Some((Key::of(mark), cursor.id)),
            _ => None,
        };
        if order.is_descending == turn.is_backwards() {
            let from = mark.map_or(0, |mark| all.partition_point(|one| *one <= mark));
            all[from..].iter().take(most).map(|(_, id)| *id).collect()
        } else {
            let to = mark.map_or(all.len(), |mark| all.partition_point(|one| *one < mark));
            all[..to].iter().rev().take(most).map(|(_, id)| *id).collect()
        }
    }
}

impl Key {
    fn of(mark: Mark) -> Self {
        match mark {
            Mark::Number(number) => Self::Number(number),
            Mark::Small(number) => Self::Number(number.into()),
            Mark::Name(name) => Self::Name(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three(by: By) -> (Matches, [StudentId; 3]) {
        let mut ids = [StudentId::new(), StudentId::new(), StudentId::new()];
        ids.sort_unstable();
        let given = Some(vec![ids[2], ids[0], ids[1]]);
        let packed = match by {
            By::Name => (3, given, None, Some(["b", "a", "b"].map(str::to_owned).into())),
            _ => (3, given, Some(vec![7, -1, 7]), None),
        };
        (Matches::read(packed), ids)
    }

    #[test]
    fn they_are_counted_and_laid_in_order() {
        for by in [By::Need, By::Name, By::Credits, By::Seen] {
            for is_descending in [false, true] {
                let (matches, mut ids) = three(by);
                if is_descending {
                    ids.reverse();
                }
                assert_eq!((matches.number, matches.are_too_many()), (3, false));
                assert_eq!(matches.page(Order { by, is_descending }, &Turn::First, None, 2), ids[..2]);
            }
        }
        let none = Matches::read((0, None, None, None));
        assert_eq!(none.page(Order::default(), &Turn::First, None, 2), []);
        assert!(Matches::read((MOST_COUNTED, None, None, None)).are_too_many());
    }

    #[test]
    fn a_page_goes_on_beyond_its_mark_whether_or_not_who_marks_it_still_matches() {
        let (after, before) = (Turn::After as fn(_) -> _, Turn::Before as fn(_) -> _);
        for (turn, is_descending, expected) in
            [(after, false, &[2][..]), (before, false, &[0]), (after, true, &[0]), (before, true, &[2])]
        {
            let (matches, ids) = three(By::Credits);
            let cursor = Cursor { key: 7, id: ids[1] };
            let order = Order { by: By::Credits, is_descending };
            let found = matches.page(order, &turn(cursor), Some(Mark::Small(7)), 26);
            assert_eq!(found, expected.iter().map(|at: &usize| ids[*at]).collect::<Vec<_>>());
        }
        let (matches, ids) = three(By::Need);
        let gone = Cursor { key: 3, id: StudentId::new() };
        assert_eq!(matches.page(Order::default(), &Turn::After(gone), Some(Mark::Number(3)), 26), ids[1..]);
    }
}
