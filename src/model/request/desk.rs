//! The lead advisor's side: what waits, the oldest first. Admins see the clocks.

use diesel::{pg::Pg, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{Kind, Request, is_open};
use crate::{
    model::{
        audit::{self, Action},
        error::{Error, Result},
        id::{PersonId, RequestId, StudentId},
        keyset::{Page, Turn},
        person::{Admin, Lead},
    },
    schema::{data_request, person},
};

/// Rows on one page.
const PAGE: usize = 50;

/// Which requests a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Those that wait, the oldest first.
    Open,
    /// Those that were decided or taken back, the newest first.
    Closed,
}

type Requests<'a> = data_request::BoxedQuery<'a, Pg>;

/// The rows of a page. Ids grow with the time of asking, and each answer is owed 45 days later: their order is the clock's.
fn turned<'a>(tab: Tab, turn: Turn<RequestId>) -> Requests<'a> {
    let rows = data_request::table.limit(i64::try_from(PAGE).expect("a small number") + 1).into_boxed();
    let rows = match tab {
        Tab::Open => rows.filter(is_open()),
        Tab::Closed => rows.filter(diesel::dsl::not(is_open())),
    };
    let rows = match (tab, turn) {
        (_, Turn::First) => rows,
        (Tab::Open, Turn::After(mark)) | (Tab::Closed, Turn::Before(mark)) => rows.filter(data_request::id.gt(mark)),
        (Tab::Open, Turn::Before(mark)) | (Tab::Closed, Turn::After(mark)) => rows.filter(data_request::id.lt(mark)),
    };
    if (tab == Tab::Open) == turn.is_backwards() {
        rows.order(data_request::id.desc())
    } else {
        rows.order(data_request::id.asc())
    }
}

/// A request with the name of its student; no name once they were erased.
pub struct Filed {
    /// The request.
    pub request: Request,
    /// The student's full name.
    pub student: Option<String>,
}

impl Filed {
    /// A page of requests, and a row that says who looked through them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(
        lead: &Lead,
        tab: Tab,
        turn: Turn<RequestId>,
        conn: &mut AsyncPgConnection,
    ) -> Result<Page<Self>> {
        conn.transaction(async |conn| {
            audit::record(Some(lead.id()), Action::ListedRequests, "requests", None, None, conn).await?;
            let rows: Vec<Request> = turned(tab, turn).select(Request::as_select()).load(conn).await?;
            let ids: Vec<StudentId> = rows.iter().filter_map(|request| request.student_id).collect();
            let names: Vec<(StudentId, String)> = person::table
                .filter(person::id.eq_any(ids.into_iter().map(PersonId::from)))
                .select((person::id, person::full_name))
                .load(conn)
                .await?;
            let name = |id: Option<StudentId>| names.iter().find(|(known, _)| Some(*known) == id);
            let filed = rows
                .into_iter()
                .map(|request| Self { student: name(request.student_id).map(|(_, name)| name.clone()), request });
            Ok(Page::cut(&turn, filed.collect(), PAGE))
        })
        .await
    }
}

/// A request as admins see it: its clock, without name and without words.
#[derive(Queryable, Selectable)]
#[diesel(table_name = data_request, check_for_backend(Pg))]
pub struct Clock {
    /// Which.
    pub id: RequestId,
    kind: String,
    /// When it was asked.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub asked_at: Timestamp,
    /// When the answer is owed.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub due_at: Timestamp,
    /// When the student took it back.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub withdrawn_at: Option<Timestamp>,
    /// When it was decided.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub decided_at: Option<Timestamp>,
}

impl Clock {
    /// A page of clocks.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(_: &Admin, tab: Tab, turn: Turn<RequestId>, conn: &mut AsyncPgConnection) -> Result<Page<Self>> {
        Ok(Page::cut(&turn, turned(tab, turn).select(Self::as_select()).load(conn).await?, PAGE))
    }

    /// What is asked for.
    #[must_use]
    pub fn kind(&self) -> Kind {
        Kind::parse(&self.kind)
    }

    /// Whether it was owed before it came, or before that moment.
    #[must_use]
    pub fn is_late(&self, moment: Timestamp) -> bool {
        self.withdrawn_at.is_none() && self.due_at < self.decided_at.unwrap_or(moment)
    }
}

impl Request {
    /// A request that somebody still has.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none; also when its student was erased.
    pub async fn for_lead(_: &Lead, id: RequestId, conn: &mut AsyncPgConnection) -> Result<(Self, StudentId)> {
        let request: Self = data_request::table.find(id).select(Self::as_select()).first(conn).await?;
        let student = request.student_id.ok_or(Error::NotFound)?;
        Ok((request, student))
    }

    /// Who decided, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn decider(&self, conn: &mut AsyncPgConnection) -> Result<Option<String>> {
        Ok(data_request::table
            .inner_join(person::table.on(data_request::decided_by.eq(person::id.nullable())))
            .filter(data_request::id.eq(self.id))
            .select(person::full_name)
            .first(conn)
            .await
            .optional()?)
    }
}
