//! Queries inside a query: a count that stops at a thousand, however many rows there are, and a short list as one value.

use diesel::{
    expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate},
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, QueryFragment, QueryId},
    sql_types::{Array, BigInt, Text},
};

/// Where counting ends; as many are said to be "999+".
pub(super) const MOST_COUNTED: i64 = 1000;

/// `(SELECT count(*) FROM (… LIMIT 1000))`
#[derive(QueryId)]
pub(super) struct Few<Q>(pub Q);

/// `ARRAY(…)`, of texts.
#[derive(QueryId)]
pub(super) struct Texts<Q>(pub Q);

impl<Q> Expression for Few<Q> {
    type SqlType = BigInt;
}

impl<Q> Expression for Texts<Q> {
    type SqlType = Array<Text>;
}

impl<Q> ValidGrouping<()> for Few<Q> {
    type IsAggregate = is_aggregate::Never;
}

impl<Q> ValidGrouping<()> for Texts<Q> {
    type IsAggregate = is_aggregate::Never;
}

impl<Q, From> AppearsOnTable<From> for Few<Q> {}
impl<Q, From> SelectableExpression<From> for Few<Q> {}
impl<Q, From> AppearsOnTable<From> for Texts<Q> {}
impl<Q, From> SelectableExpression<From> for Texts<Q> {}

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

impl<Q: QueryFragment<Pg>> QueryFragment<Pg> for Texts<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("ARRAY(");
        self.0.walk_ast(out.reborrow())?;
        out.push_sql(")");
        Ok(())
    }
}
