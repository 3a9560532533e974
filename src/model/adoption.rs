//! Keeping the answers of a try: who registers or signs in where they answered is asked, and what they keep becomes theirs.

use diesel::{dsl::now, prelude::*};
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
use crate::schema::{answer, attempt, session};

/// Answers that somebody gave before they had an account here, or before they signed in.
pub struct Earlier {
    /// The attempt they are in.
    pub id: AttemptId,
    /// When the last one was given.
    pub saved_at: Timestamp,
    /// How many, with those that say they do not know.
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
        let answered = answer::table.filter(answer::attempt_id.eq(attempt::id)).count().single_value();
        let row = attempt::table
            .find(id)
            .filter(attempt::session_id.is_not_null())
            .select((attempt::questionnaire_id, attempt::saved_at, attempt::submitted_at.is_not_null(), answered))
            .first::<(_, jiff_diesel::Timestamp, bool, Option<i64>)>(conn)
            .await
            .optional()?;
        let Some((version, saved_at, is_submitted, answered)) = row else { return Ok(None) };
        let items = Version::with_id(version, conn).await?.sheet.items.len();
        let answered = answered.unwrap_or_default();
        let earlier = Self { id, saved_at: saved_at.to_jiff(), answered, items, is_submitted };
        Ok((answered > 0).then_some(earlier))
    }
}

/// The attempt that a registration may bind to itself, held until it is noted. It is kept as long as the link may be used.
pub(super) async fn bind(id: AttemptId, conn: &mut AsyncPgConnection) -> Result<Option<AttemptId>> {
    let bound: Option<(AttemptId, Option<SessionId>)> = attempt::table
        .find(id)
        .filter(attempt::session_id.is_not_null())
        .select((attempt::id, attempt::session_id))
        .for_key_share()
        .first(conn)
        .await
        .optional()?;
    if let Some((_, Some(here))) = bound {
        diesel::update(session::table.filter(session::id.eq(here))).set(session::seen_at.eq(now)).execute(conn).await?;
    }
    Ok(bound.map(|(id, _)| id))
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
