//! What was said in an attempt, as one value of its row: read in one look, where two lists would be sorted to fit together.

use diesel::{
    expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate},
    pg::{Pg, sql_types::Record},
    query_builder::{AstPass, QueryFragment, QueryId},
    result::QueryResult,
    sql_types::{Array, Nullable, SmallInt, Text},
};

use crate::schema::attempt;

/// `(SELECT row(items, values) FROM answer …)` beside an attempt.
#[derive(QueryId)]
pub(super) struct Said;

/// As [`Said`] gives it: items, and in the same order what was said to them; nothing where nothing was said.
pub(super) type Lists = (Option<Vec<String>>, Option<Vec<Option<i16>>>);

impl Expression for Said {
    type SqlType = Record<(Nullable<Array<Text>>, Nullable<Array<Nullable<SmallInt>>>)>;
}

impl ValidGrouping<()> for Said {
    type IsAggregate = is_aggregate::Never;
}

impl AppearsOnTable<attempt::table> for Said {}
impl SelectableExpression<attempt::table> for Said {}

impl QueryFragment<Pg> for Said {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("(SELECT row(array_agg(item), array_agg(value)) FROM answer WHERE attempt_id = attempt.id)");
        Ok(())
    }
}
