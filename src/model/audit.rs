//! Who did or read what about whom: one append-only row each, in the transaction of the act. Ids, no names, no text.

mod action;
pub mod trail;

use std::future::Future;

use diesel::{
    dsl::{IntervalDsl, now},
    pg::sql_types::Timestamptz,
    prelude::*,
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

pub use self::action::Action;
use super::{
    error::Result,
    id::{PersonId, StudentId},
};
use crate::schema::audit;

/// Rows written by one statement; Postgres takes 65,535 values in one.
const ROWS_AT_ONCE: usize = 2000;

tokio::task_local! {
    static REQUEST: Uuid;
}

/// Does a request's work: every row that is written meanwhile carries the request's id.
pub async fn during<F: Future>(request: Uuid, work: F) -> F::Output {
    REQUEST.scope(request, work).await
}

#[derive(Insertable)]
#[diesel(table_name = audit)]
struct Row<'a> {
    id: Uuid,
    actor_id: Option<PersonId>,
    action: &'static str,
    subject: &'a str,
    subject_id: Option<Uuid>,
    student_id: Option<StudentId>,
    request_id: Option<Uuid>,
}

/// Writes one row. `subject` names the kind of thing, `subject_id` which one, `student` whose record it belongs to.
///
/// # Errors
/// When the row cannot be written; then the act must not happen either.
pub async fn record(
    actor: Option<PersonId>,
    action: Action,
    subject: &str,
    subject_id: Option<Uuid>,
    student: Option<StudentId>,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    record_all(actor, action, subject, &[(subject_id, student)], conn).await
}

/// Writes a row for each thing that one act was about: which one, and whose record it belongs to.
///
/// # Errors
/// As [`record`].
pub async fn record_all(
    actor: Option<PersonId>,
    action: Action,
    subject: &str,
    about: &[(Option<Uuid>, Option<StudentId>)],
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    // By itself, as the carrier or a command, it has none.
    let request_id = REQUEST.try_with(|id| *id).ok();
    for some in about.chunks(ROWS_AT_ONCE) {
        let row = |(subject_id, student_id): &(Option<Uuid>, Option<StudentId>)| Row {
            id: Uuid::now_v7(),
            actor_id: actor,
            action: action.code(),
            subject,
            subject_id: *subject_id,
            student_id: *student_id,
            request_id,
        };
        diesel::insert_into(audit::table).values(some.iter().map(row).collect::<Vec<_>>()).execute(conn).await?;
    }
    Ok(())
}

/// Whether somebody did this to a thing within the last minute.
///
/// # Errors
/// When the database fails.
pub async fn just_did(actor: PersonId, action: Action, subject_id: Uuid, conn: &mut AsyncPgConnection) -> Result<bool> {
    let rows = audit::table
        .filter(audit::subject_id.eq(subject_id))
        .filter(audit::actor_id.eq(actor))
        .filter(audit::action.eq(action.code()))
        .filter(audit::at.gt(now.into_sql::<Timestamptz>() - 1.minute()));
    Ok(diesel::select(diesel::dsl::exists(rows)).get_result(conn).await?)
}

/// Whether this was done to a thing once.
///
/// # Errors
/// When the database fails.
pub async fn was(action: Action, subject_id: Uuid, conn: &mut AsyncPgConnection) -> Result<bool> {
    let rows = audit::table.filter(audit::subject_id.eq(subject_id)).filter(audit::action.eq(action.code()));
    Ok(diesel::select(diesel::dsl::exists(rows)).get_result(conn).await?)
}
