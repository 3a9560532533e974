//! A count that stops: how many rows a query has, up to a thousand, however many there are.

use diesel::{
    expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate},
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, QueryFragment, QueryId},
    sql_types::BigInt,
};

/// Where counting ends; as many are said to be "999+".
pub(super) const MOST_COUNTED: i64 = 1000;

/// `(SELECT count(*) FROM (… LIMIT 1000))`
#[derive(QueryId)]
pub(super) struct Few<Q>(pub Q);

impl<Q> Expression for Few<Q> {
    type SqlType = BigInt;
}

impl<Q> ValidGrouping<()> for Few<Q> {
    type IsAggregate = is_aggregate::Never;
}

impl<Q, From> AppearsOnTable<From> for Few<Q> {}
impl<Q, From> SelectableExpression<From> for Few<Q> {}

impl<Q: QueryFragment<Pg>> QueryFragment<Pg> for Few<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("(SELECT count(*) FROM (");
        self.0.walk_ast(out.reborrow())?;
        out.push_sql(" LIMIT ");
        out.push_bind_param::<BigInt, _>(&MOST_COUNTED)?;
        out.push_sql(") AS few)");
        Ok(())
    }
}
