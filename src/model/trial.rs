//! Trying before registering: a visitor's attempt. It belongs to the session of their browser, and it has a band but no
//! stored result, no points on a page and no letter, until somebody with an account keeps it.

use diesel::{
    dsl::{now, sql},
    prelude::*,
    sql_types::Timestamptz,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{
    attempt::Attempt,
    error::{Error, Result},
    fit::{self, Fit},
    id::{AttemptId, QuestionnaireId, ResultId, SessionId},
    profile::Profile,
    questionnaire::item::Choice,
    respondent::Owner,
    session::{self, Anonymous},
    token::Token,
};
use crate::schema::attempt;

/// The result that an attempt leads to has the attempt's own id, so that its address stays the same once it is kept.
#[must_use]
pub fn result_id(id: AttemptId) -> ResultId {
    ResultId(id.0)
}

/// A visitor's first save: the attempt with what was said, and the session it belongs to, with the cookie's token if that is
/// new. Refused, it leaves nothing begun.
///
/// # Errors
/// As [`Attempt::begin_with`].
pub async fn begin_with(
    here: Option<Anonymous>,
    on: QuestionnaireId,
    part: Option<i16>,
    said: &[(String, Choice)],
    conn: &mut AsyncPgConnection,
) -> Result<(Attempt, Option<Token>)> {
    conn.transaction(async |conn| {
        let (session, token) = match here {
            Some(here) => (here.id, None),
            None => {
                let (id, token) = session::begin_anonymous(conn).await?;
                (id, Some(token))
            }
        };
        Ok((Attempt::begin_with(Owner::Session(session), on, part, said, conn).await?, token))
    })
    .await
}

/// Hands it in. Nothing is stored but that: the band follows from the answers. A second press does no harm.
///
/// # Errors
/// [`Error::NotFound`] for another visitor's.
pub async fn submit(here: Anonymous, id: AttemptId, conn: &mut AsyncPgConnection) -> Result<ResultId> {
    let first = sql::<Timestamptz>("coalesce(submitted_at, now())");
    let submitted = diesel::update(attempt::table.find(id).filter(attempt::session_id.eq(here.id)))
        .set(attempt::submitted_at.eq(first.nullable()))
        .execute(conn)
        .await?;
    if submitted == 1 { Ok(result_id(id)) } else { Err(Error::NotFound) }
}

/// What a visitor's answers say, once they handed them in.
///
/// # Errors
/// [`Error::NotFound`] for another visitor's, and for one that is not handed in.
pub async fn fit_of(here: Anonymous, id: ResultId, conn: &mut AsyncPgConnection) -> Result<(Attempt, Fit)> {
    let attempt = Attempt::of(Owner::Session(here.id), AttemptId(id.0), conn).await?;
    if attempt.submitted_at.is_none() {
        return Err(Error::NotFound);
    }
    let fit = fit::score(&attempt.version.sheet, &attempt.answers, Profile::default().supervision());
    Ok((attempt, fit))
}

/// Goes on with one that was handed in with too few answers. No result was stored of it.
///
/// # Errors
/// [`Error::NotFound`] for another visitor's.
pub async fn go_on(here: Anonymous, id: ResultId, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::update(attempt::table.find(AttemptId(id.0)).filter(attempt::session_id.eq(here.id)))
        .set((attempt::submitted_at.eq(None::<jiff_diesel::Timestamp>), attempt::saved_at.eq(now)))
        .returning(attempt::id)
        .get_result::<AttemptId>(conn)
        .await?;
    Ok(())
}

/// Starts over: the answers given in this browser are deleted.
///
/// # Errors
/// When the database fails.
pub async fn delete(session: SessionId, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::delete(attempt::table.filter(attempt::session_id.eq(session))).execute(conn).await?;
    Ok(())
}
