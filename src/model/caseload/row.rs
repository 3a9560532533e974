//! One student of the queue, with everything a row shows.

use std::collections::HashMap;

use diesel::{
    dsl::{AsSelect, SqlTypeOf},
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    sql_types::{Array, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::Date};

use super::{
    order::{By, Cursor, Keys},
    status::Status,
};
use crate::model::{
    advice::Verdict,
    error::Result,
    fit::{Outcome, Reason},
    id::{PersonId, StudentId},
};

diesel::table! {
    /// The view that a page is read from, as far as rows show it; see its migration.
    caseload (person_id) {
        person_id -> Uuid,
        full_name -> Text,
        last_seen_at -> Nullable<Timestamptz>,
        advisor -> Nullable<Text>,
        credits -> Nullable<Int2>,
        unit -> Nullable<Text>,
        outcome -> Nullable<Text>,
        reason -> Nullable<Text>,
        points -> Nullable<Int2>,
        hi -> Nullable<Int2>,
        him -> Nullable<Int2>,
        answered -> Nullable<Int2>,
        item_count -> Nullable<Int2>,
        most -> Nullable<Int8>,
        verdict -> Nullable<Text>,
        advice_author_id -> Nullable<Uuid>,
        advice_author -> Nullable<Text>,
        attempt_saved_at -> Nullable<Timestamptz>,
        attempt_answered -> Int8,
        attempt_items -> Int8,
        server_words -> Nullable<Text>,
        status -> Text,
        place -> Int8,
        quarter_credits -> Int4,
        seen_day -> Int4,
        name_key -> Text,
        meeting_at -> Nullable<Timestamptz>,
        follow_up_due -> Nullable<Date>,
        follow_up -> Nullable<Text>,
        call_words -> Nullable<Text>,
    }
}

/// One student of the queue.
#[derive(Queryable, Selectable)]
#[diesel(table_name = caseload, check_for_backend(Pg))]
pub struct Row {
    /// Who.
    #[diesel(column_name = person_id)]
    pub id: StudentId,
    /// Their name.
    pub full_name: String,
    /// Their advisor's name.
    pub advisor: Option<String>,
    /// When they were here last.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub last_seen_at: Option<Timestamp>,
    /// Credits they have.
    pub credits: Option<i16>,
    /// What those are counted in.
    pub unit: Option<String>,
    outcome: Option<String>,
    reason: Option<String>,
    points: Option<i16>,
    hi: Option<i16>,
    him: Option<i16>,
    answered: Option<i16>,
    item_count: Option<i16>,
    most: Option<i64>,
    verdict: Option<String>,
    /// Who gave advice on the newest result.
    pub advice_author_id: Option<PersonId>,
    /// Their name.
    pub advice_author: Option<String>,
    /// When the attempt under way was saved last.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub attempt_saved_at: Option<Timestamp>,
    /// Questions dealt with in it.
    pub attempt_answered: i64,
    /// Questions it has.
    pub attempt_items: i64,
    /// What the mail server said to the letter that failed.
    pub server_words: Option<String>,
    status: String,
    place: i64,
    quarter_credits: i32,
    seen_day: i32,
    name_key: String,
    /// When the meeting is that has no outcome yet.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub meeting_at: Option<Timestamp>,
    /// The day the first open follow-up is due.
    #[diesel(deserialize_as = jiff_diesel::NullableDate)]
    pub follow_up_due: Option<Date>,
    /// What it is.
    pub follow_up: Option<String>,
    /// What they want to talk about.
    pub call_words: Option<String>,
}

/// `SELECT … FROM caseload_of($1) AS caseload`: the view, planned once a connection; see the function's migration.
struct Of {
    columns: AsSelect<Row, Pg>,
    whose: Vec<StudentId>,
}

impl Query for Of {
    type SqlType = SqlTypeOf<AsSelect<Row, Pg>>;
}

impl QueryId for Of {
    type QueryId = ();

    const HAS_STATIC_QUERY_ID: bool = false;
}

impl QueryFragment<Pg> for Of {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("SELECT ");
        self.columns.walk_ast(out.reborrow())?;
        out.push_sql(" FROM caseload_of(");
        out.push_bind_param::<Array<SqlUuid>, _>(&self.whose)?;
        out.push_sql(") AS caseload");
        Ok(())
    }
}

/// The newest result of a student, as a row shows it.
#[derive(Clone, Copy)]
pub struct Newest {
    /// What it says.
    pub outcome: Outcome,
    /// Why it names no program.
    pub reason: Option<Reason>,
    /// Points toward health informatics, less those toward HIM.
    pub points: i16,
    /// Points toward health informatics.
    pub hi: i16,
    /// Points toward health information management.
    pub him: i16,
    /// The most points one side can get.
    pub most: u32,
    /// Items with an answer on the scale.
    pub answered: i16,
    /// All items.
    pub item_count: i16,
}

impl Row {
    /// The rows of these students, in their order; whoever went meanwhile is left out.
    pub(super) async fn of(whose: Vec<StudentId>, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let places: HashMap<StudentId, usize> = whose.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        let mut rows: Vec<Self> = Of { columns: Self::as_select(), whose }.load(conn).await?;
        rows.sort_by_key(|row| places.get(&row.id).copied());
        Ok(rows)
    }

    /// The newest result, if there is one.
    #[must_use]
    pub fn newest(&self) -> Option<Newest> {
        Some(Newest {
            outcome: Outcome::parse(self.outcome.as_deref()?)?,
            reason: self.reason.as_deref().and_then(Reason::parse),
            points: self.points?,
            hi: self.hi?,
            him: self.him?,
            most: u32::try_from(self.most?).ok()?,
            answered: self.answered?,
            item_count: self.item_count?,
        })
    }

    /// The advice on it.
    #[must_use]
    pub fn verdict(&self) -> Option<Verdict> {
        Verdict::parse(self.verdict.as_deref()?).ok()
    }

    /// Where the student stands.
    #[must_use]
    pub fn status(&self) -> Status {
        Status::parse(&self.status).expect("the table's check allows only our statuses")
    }

    pub(super) fn cursor(&self, by: By) -> Cursor {
        let Self { place, quarter_credits: credits, seen_day, .. } = *self;
        Cursor { key: Keys { place, name: &self.name_key, credits, seen_day }.of(by), id: self.id }
    }
}
