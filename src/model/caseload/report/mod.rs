//! How the students within reach stand, as numbers, each beside the view of the queue it counts. An advisor's own are
//! counted as they are looked at; the whole school is counted by the clockwork, so that no page counts everybody.

mod calibration;
mod counted;
mod share;
mod small;
mod table;

use std::collections::BTreeSet;

use diesel::{
    QueryableByName,
    dsl::max,
    prelude::*,
    sql_query,
    sql_types::{BigInt, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection as _};
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

pub use self::{
    calibration::{Calibration, Group, SMALLEST_GROUP, Version},
    table::{Number, Row, Table},
};
use self::{counted::Counted, small::hide};
use crate::{
    model::{
        audit::{self, Action},
        error::{Error, Result},
        id::PersonId,
        person::{Admin, Advisor},
    },
    schema::{figure, person},
};

/// A number as the database counts it: of which report, and what it is told apart by.
#[derive(Queryable, QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    report: String,
    #[diesel(sql_type = Text)]
    a: String,
    #[diesel(sql_type = Text)]
    b: String,
    #[diesel(sql_type = BigInt)]
    students: i64,
}

#[derive(QueryableByName)]
struct Counts {
    #[diesel(sql_type = BigInt)]
    numbers: i64,
}

/// The reports of somebody.
pub struct Report {
    /// Its tables.
    pub tables: Vec<Table>,
    /// When the school was counted; nothing: just now.
    pub counted_at: Option<Timestamp>,
}

const OF_ONE: &str =
    "select report, a, b, count(*) as students from report_line where advisor_id = $1 group by report, a, b";
const OF_ALL: &str = "select report, a, b, count(*) as students from report_line group by report, a, b";

impl Report {
    /// What an advisor sees of their own students, and a lead of everybody; with a row that says who looked.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(advisor: &Advisor, today: Date, conn: &mut AsyncPgConnection) -> Result<Self> {
        let looked = audit::record(Some(advisor.id()), Action::ListedStudents, "report", None, None, conn);
        looked.await?;
        if advisor.is_lead() {
            let (counted, counted_at) = school(conn).await?;
            return Ok(Self { tables: counted.tables(true, today), counted_at });
        }
        let lines = sql_query(OF_ONE).bind::<SqlUuid, _>(advisor.id().0).load(conn).await?;
        Ok(Self { tables: Counted::new(lines, Vec::new()).tables(false, today), counted_at: None })
    }

    /// What an admin sees, who reaches no record: no number that is about fewer than ten, and none that gives one away.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of_school(_: &Admin, today: Date, conn: &mut AsyncPgConnection) -> Result<Self> {
        let (counted, counted_at) = school(conn).await?;
        let mut tables = counted.tables(true, today);
        for table in &mut tables {
            table.without_sums();
            hide(table);
        }
        Ok(Self { tables, counted_at })
    }

    /// Counts the school. Gives how many numbers there are.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count(conn: &mut AsyncPgConnection) -> Result<usize> {
        conn.transaction(async |conn| {
            // It reads everybody, and nobody waits for it.
            conn.batch_execute("set local statement_timeout = '60s'").await?;
            let counted: Counts = sql_query("select count_school() as numbers").get_result(conn).await?;
            Ok::<_, Error>(usize::try_from(counted.numbers).unwrap_or_default())
        })
        .await
    }
}

/// The whole school as it was counted last; where nobody has counted yet, there are few to count.
async fn school(conn: &mut AsyncPgConnection) -> Result<(Counted, Option<Timestamp>)> {
    let counted_at: Option<jiff_diesel::Timestamp> = figure::table.select(max(figure::counted_at)).first(conn).await?;
    let lines: Vec<Line> = match counted_at {
        Some(_) => {
            let columns = (figure::report, figure::a, figure::b, figure::students);
            figure::table.select(columns).load(conn).await?
        }
        None => sql_query(OF_ALL).load(conn).await?,
    };
    let named = |line: &Line| (line.report == "contact").then(|| line.a.parse().ok()).flatten();
    let named: BTreeSet<Uuid> = lines.iter().filter_map(named).collect();
    let advisors: Vec<(PersonId, String)> = person::table
        .filter(person::role.eq_any(["advisor", "lead"]))
        .filter(person::id.eq_any(named))
        .order((person::full_name, person::id))
        .select((person::id, person::full_name))
        .load(conn)
        .await?;
    Ok((Counted::new(lines, advisors), counted_at.map(jiff_diesel::Timestamp::to_jiff)))
}
