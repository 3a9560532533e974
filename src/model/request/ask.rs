//! The student's side: ask, take back, answer a denied correction.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{Decision, Kind, Request, RequestText, State, is_open};
use crate::{
    model::{
        audit::{self, Action},
        error::{Error, Result},
        id::{FormKey, RequestId, StudentId},
        person::Student,
    },
    schema::data_request,
};

/// Requests that a page shows, the newest.
const MOST_SHOWN: i64 = 100;

/// What came of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It is noted, and the clock runs.
    Noted,
    /// There is one of this kind already that nobody has decided.
    AlreadyOpen,
}

impl Request {
    /// Asks for something. The same form is the same request; a second one of its kind waits until the first is decided.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn ask(
        student: &Student,
        kind: Kind,
        words: &RequestText,
        should_say: &RequestText,
        form_key: FormKey,
        conn: &mut AsyncPgConnection,
    ) -> Result<Asked> {
        conn.transaction(async |conn| {
            let id = RequestId::new();
            let noted = diesel::insert_into(data_request::table)
                .values((
                    data_request::id.eq(id),
                    data_request::student_id.eq(student.student_id()),
                    data_request::kind.eq(kind.code()),
                    data_request::words.eq(&words.0),
                    data_request::should_say.eq(&should_say.0),
                    data_request::form_key.eq(form_key),
                ))
                .on_conflict_do_nothing()
                .execute(conn)
                .await?;
            if noted == 0 {
                let is_a_retry =
                    diesel::dsl::exists(theirs(student.student_id()).filter(data_request::form_key.eq(form_key)));
                let is_a_retry: bool = diesel::select(is_a_retry).get_result(conn).await?;
                return Ok(if is_a_retry { Asked::Noted } else { Asked::AlreadyOpen });
            }
            trace(student, Action::MadeRequest, id, conn).await?;
            Ok(Asked::Noted)
        })
        .await
    }

    /// What this student asked for, the newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(student: StudentId, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(data_request::table
            .filter(data_request::student_id.eq(student))
            .order(data_request::id.desc())
            .limit(MOST_SHOWN)
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// One of the student's own.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else's.
    pub async fn own(student: &Student, id: RequestId, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(theirs(student.student_id()).filter(data_request::id.eq(id)).select(Self::as_select()).first(conn).await?)
    }

    /// Takes a request back. Taking it back twice does no harm.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else's; [`Error::Conflict`] when it was decided meanwhile.
    pub async fn withdraw(student: &Student, id: RequestId, conn: &mut AsyncPgConnection) -> Result<()> {
        conn.transaction(async |conn| {
            let open = theirs(student.student_id()).filter(data_request::id.eq(id)).filter(is_open());
            let taken = diesel::update(open).set(data_request::withdrawn_at.eq(now)).execute(conn).await?;
            if taken == 1 {
                return trace(student, Action::WithdrewRequest, id, conn).await;
            }
            match Self::own(student, id, conn).await?.state() {
                State::Withdrawn => Ok(()),
                _ => Err(Error::Conflict),
            }
        })
        .await
    }

    /// Sets the student's statement beside the record, instead of an earlier one.
    ///
    /// # Errors
    /// [`Error::NotFound`] when this is no denied correction of theirs.
    pub async fn disagree(
        student: &Student,
        id: RequestId,
        statement: &RequestText,
        conn: &mut AsyncPgConnection,
    ) -> Result<()> {
        conn.transaction(async |conn| {
            let denied = theirs(student.student_id())
                .filter(data_request::id.eq(id))
                .filter(data_request::kind.eq(Kind::Correction.code()))
                .filter(data_request::decision.eq(Decision::Denied.code()));
            let stated = diesel::update(denied)
                .set((data_request::statement.eq(&statement.0), data_request::stated_at.eq(now)))
                .execute(conn)
                .await?;
            if stated == 0 {
                return Err(Error::NotFound);
            }
            trace(student, Action::StatedRequest, id, conn).await
        })
        .await
    }

    /// The denied corrections of a record that its student answered: they stand beside it for whoever reads it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn statements_in(student: StudentId, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(data_request::table
            .filter(data_request::student_id.eq(student))
            .filter(data_request::stated_at.is_not_null())
            .order(data_request::id.desc())
            .limit(MOST_SHOWN)
            .select(Self::as_select())
            .load(conn)
            .await?)
    }

    /// Up to when notes of all levels are released to this student now: written until then, readable until then.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn released(student: StudentId, conn: &mut AsyncPgConnection) -> Result<Option<(Timestamp, Timestamp)>> {
        let found: Option<(jiff_diesel::NullableTimestamp, jiff_diesel::NullableTimestamp)> = data_request::table
            .filter(data_request::student_id.eq(student))
            .filter(data_request::released_until.gt(now))
            .order(data_request::decided_at.desc())
            .select((data_request::decided_at, data_request::released_until))
            .first(conn)
            .await
            .optional()?;
        Ok(found.and_then(|(decided, until)| Some((decided.to_jiff()?, until.to_jiff()?))))
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn theirs(student: StudentId) -> _ {
    data_request::table.filter(data_request::student_id.eq(student))
}

async fn trace(student: &Student, action: Action, id: RequestId, conn: &mut AsyncPgConnection) -> Result<()> {
    audit::record(Some(student.id()), action, "request", Some(id.0), Some(student.student_id()), conn).await
}
