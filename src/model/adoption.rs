//! Keeping the answers of a try: who registers or signs in where they answered is asked, and what they keep becomes theirs.

use diesel::{
    dsl::{exists, now, sql},
    prelude::*,
    sql_types::{Nullable, Timestamptz},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{
    attempt::Attempt,
    error::{Error, Result},
    id::{AttemptId, SessionId},
    person::Student,
    post::Post,
    questionnaire::Version,
    setting::Setting,
    submission,
    token::Token,
};
use crate::schema::{answer, attempt, registration, session};

/// Answers that somebody gave before they had an account here, or before they signed in.
pub struct Earlier {
    /// The attempt they are in.
    pub id: AttemptId,
    /// When the last one was given.
    pub saved_at: Timestamp,
    /// How many say something; "don't know" is none.
    pub answered: i64,
    /// Of how many.
    pub items: usize,
    /// Whether they were handed in: then keeping them makes a result.
    pub is_submitted: bool,
}

impl Earlier {
    /// Those of an attempt that is nobody's yet. One without answers is not worth a question.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(id: AttemptId, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let given = answer::table.filter(answer::attempt_id.eq(attempt::id));
        let (any, answered) = (exists(given), given.filter(answer::value.is_not_null()).count().single_value());
        let row = attempt::table
            .find(id)
            .filter(attempt::session_id.is_not_null())
            .select((attempt::questionnaire_id, attempt::saved_at, attempt::submitted_at.is_not_null(), any, answered))
            .first::<(_, jiff_diesel::Timestamp, bool, bool, Option<i64>)>(conn)
            .await
            .optional()?;
        let Some((version, saved_at, is_submitted, any, answered)) = row else { return Ok(None) };
        let items = Version::with_id(version, conn).await?.sheet.items.len();
        let answered = answered.unwrap_or_default();
        let earlier = Self { id, saved_at: saved_at.to_jiff(), answered, items, is_submitted };
        Ok(any.then_some(earlier))
    }
}

/// Keeps the attempt of a browser that somebody registers in, as long as a link may be used, and says which it is, if it is
/// still there. Whether a link goes out at all makes no difference: how long the attempt stays must not tell.
pub(super) async fn hold(id: AttemptId, conn: &mut AsyncPgConnection) -> Result<Option<AttemptId>> {
    let held: Option<(AttemptId, Option<SessionId>)> =
        diesel::update(attempt::table.find(id).filter(attempt::session_id.is_not_null()))
            .set(attempt::held_until.eq(sql::<Nullable<Timestamptz>>("now() + interval '24 hours'")))
            .returning((attempt::id, attempt::session_id))
            .get_result(conn)
            .await
            .optional()?;
    if let Some((_, Some(here))) = held {
        diesel::update(session::table.filter(session::id.eq(here))).set(session::seen_at.eq(now)).execute(conn).await?;
    }
    Ok(held.map(|(id, _)| id))
}

/// Whether the attempt that somebody registered with at a moment is still theirs as far as anybody can tell: nobody is
/// signed in where it was made, and nobody went on with it there. Locked until the transaction ends.
pub(super) async fn is_untouched_since(
    id: AttemptId,
    registered_at: Timestamp,
    conn: &mut AsyncPgConnection,
) -> Result<bool> {
    let Some((Some(here), saved_at)) = attempt::table
        .find(id)
        .select((attempt::session_id, attempt::saved_at))
        .for_no_key_update()
        .first::<(Option<SessionId>, jiff_diesel::Timestamp)>(conn)
        .await
        .optional()?
    else {
        return Ok(false);
    };
    let nobodys = session::table.filter(session::id.eq(here)).filter(session::person_id.is_null());
    let is_nobodys: bool = diesel::select(diesel::dsl::exists(nobodys)).get_result(conn).await?;
    Ok(is_nobodys && saved_at.to_jiff() <= registered_at)
}

/// Makes an attempt that is nobody's yet a student's own. One that was handed in becomes a result, with its letter, in the
/// same transaction. One that was not goes on; `instead` names the open attempt of theirs that it replaces.
///
/// Nothing happens when it is gone or kept already: its day is over, or the button was pressed twice. The id comes from the
/// registration or the session, never from a form.
///
/// # Errors
/// [`Error::Conflict`] when another attempt than `instead` is open.
pub async fn keep(
    id: AttemptId,
    student: &Student,
    instead: Option<AttemptId>,
    setting: &Setting,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    conn.transaction(async |conn| {
        let tried: Option<(Option<SessionId>, bool)> = attempt::table
            .find(id)
            .filter(attempt::session_id.is_not_null())
            .select((attempt::session_id, attempt::submitted_at.is_not_null()))
            .for_update()
            .first(conn)
            .await
            .optional()?;
        let Some((Some(here), is_submitted)) = tried else { return Ok(()) };
        if !is_submitted && let Some(open) = Attempt::open_of(student, conn).await? {
            if Some(open.id) != instead {
                return Err(Error::Conflict);
            }
            diesel::delete(attempt::table.find(open.id)).execute(conn).await?;
        }
        diesel::update(attempt::table.find(id))
            .set((attempt::student_id.eq(student.student_id()), attempt::session_id.eq(None::<SessionId>)))
            .execute(conn)
            .await?;
        if is_submitted {
            submission::store(student, id, setting, post, conn).await?;
        }
        // The browser they answered in, if that is another one, knows nobody any more: it asks to sign in.
        forget(here, conn).await
    })
    .await
}

/// Deletes an attempt that is nobody's yet.
///
/// # Errors
/// When the database fails.
pub async fn leave(id: AttemptId, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::delete(attempt::table.find(id).filter(attempt::session_id.is_not_null())).execute(conn).await?;
    Ok(())
}

/// Hands what was tried in a browser on to the session that begins there now, and ends the one without a person. Says whether
/// there is something to ask.
///
/// # Errors
/// When the database fails.
pub async fn carry(from: SessionId, to: &Token, conn: &mut AsyncPgConnection) -> Result<bool> {
    let here: SessionId = session::table.find(to.hash()).select(session::id).first(conn).await?;
    let carried = diesel::update(attempt::table.filter(attempt::session_id.eq(from)))
        .set(attempt::session_id.eq(here))
        .execute(conn)
        .await?;
    // From here on it is a matter between this browser and whoever signed in: no link in a letter takes it away.
    let carried_ones = attempt::table.filter(attempt::session_id.eq(here)).select(attempt::id.nullable());
    diesel::update(registration::table.filter(registration::attempt_id.eq_any(carried_ones)))
        .set(registration::attempt_id.eq(None::<AttemptId>))
        .execute(conn)
        .await?;
    forget(from, conn).await?;
    Ok(carried > 0)
}

/// Ends a session without a person, with what was tried in it.
///
/// # Errors
/// When the database fails.
pub async fn forget(from: SessionId, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::delete(session::table.filter(session::id.eq(from)).filter(session::person_id.is_null()))
        .execute(conn)
        .await?;
    Ok(())
}
