//! One page of answers as one statement: held, written and noted in one round trip, all of it or nothing.

use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    sql_types::{Array, Nullable, SmallInt, Text, Timestamptz, Uuid as SqlUuid},
};

use crate::model::{
    id::{AttemptId, QuestionnaireId},
    questionnaire::item::Choice,
};

/// What is saved at once. It gives when it was saved, and no row for an attempt that was handed in meanwhile.
///
/// The attempt's row is held first, until the commit, so that a submission sees either all of this page or none of it.
#[derive(QueryId)]
pub(super) struct Save {
    attempt: AttemptId,
    version: QuestionnaireId,
    items: Vec<String>,
    values: Vec<Option<i16>>,
    part: Option<i16>,
}

impl Save {
    /// `part`: the page that was handed in whole, if one was.
    pub fn new(attempt: AttemptId, version: QuestionnaireId, said: &[(String, Choice)], part: Option<i16>) -> Self {
        let value = |choice: &Choice| choice.answer().map(|answer| i16::from(answer.value()));
        let (items, values) = said.iter().map(|(item, choice)| (item.clone(), value(choice))).unzip();
        Self { attempt, version, items, values, part }
    }
}

impl Query for Save {
    type SqlType = Timestamptz;
}

impl QueryFragment<Pg> for Save {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("WITH held AS (UPDATE attempt SET saved_at = now() WHERE submitted_at IS NULL AND id = ");
        out.push_bind_param::<SqlUuid, _>(&self.attempt)?;
        out.push_sql(
            " RETURNING id, saved_at), \
             said AS (INSERT INTO answer (attempt_id, questionnaire_id, item, value) SELECT held.id, ",
        );
        out.push_bind_param::<SqlUuid, _>(&self.version)?;
        out.push_sql(", one.item, one.value FROM held, unnest(");
        out.push_bind_param::<Array<Text>, _>(&self.items)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Nullable<SmallInt>>, _>(&self.values)?;
        out.push_sql(
            ") AS one (item, value) ON CONFLICT (attempt_id, item) \
             DO UPDATE SET value = excluded.value, answered_at = now()), \
             noted AS (INSERT INTO saved_part (attempt_id, part) SELECT held.id, given.part FROM held, (SELECT ",
        );
        out.push_bind_param::<Nullable<SmallInt>, _>(&self.part)?;
        out.push_sql(
            "::smallint AS part) AS given WHERE given.part IS NOT NULL \
             ON CONFLICT (attempt_id, part) DO UPDATE SET saved_at = now()) \
             SELECT saved_at FROM held",
        );
        Ok(())
    }
}
