//! Who is signed in where. A session is a row; ending it is deleting the row, at once on every instance.

mod device;

use diesel::{
    dsl::{now, sql},
    prelude::*,
    sql_types::Bool,
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

pub use self::device::{Device, browser_and_system, browser_name, devices_of, end_one, end_others};
use super::{
    error::Result,
    id::{AttemptId, PersonId, SessionId},
    person::{Person, Role},
    token::Token,
};
use crate::{
    language::Language,
    schema::{attempt, person, profile, second_factor, session},
};

/// Somebody's session, as a request carries it.
#[derive(Clone)]
pub struct Session {
    /// Which: for the list of devices.
    pub id: SessionId,
    /// Whose.
    pub person: Person,
    /// Whether they showed within ten minutes that it is them, by password or code.
    pub is_confirmed: bool,
    /// Whether a second factor guards the account.
    pub has_factor: bool,
    /// The attempt they made before they signed in here, until they say whether to keep it.
    pub brought: Option<AttemptId>,
}

/// A browser that we remember although nobody is signed in there.
#[derive(Clone, Copy)]
pub struct Anonymous {
    /// Which.
    pub id: SessionId,
    /// The attempt they make without an account, if they have begun one.
    pub attempt: Option<AttemptId>,
    /// The language chosen there.
    pub language: Option<Language>,
}

/// What is behind a cookie.
pub enum Behind {
    /// A session that is still good.
    Somebody(Box<Session>),
    /// One that is still good and nobody's.
    Visitor(Anonymous),
    /// One that ran out by itself: a form they sent may wait for them to sign in again.
    Expired(PersonId),
    /// None.
    Nobody,
}

#[derive(Queryable)]
struct Row {
    session_id: SessionId,
    person: Option<(PersonId, String, String, String, String)>,
    called: Option<String>,
    is_good: bool,
    is_stale: bool,
    is_confirmed: bool,
    has_factor: bool,
    attempt: Option<AttemptId>,
    chosen: Option<String>,
}

/// Students may rest for two hours, staff for half an hour; twelve hours are the most. Whoever is not signed in may rest for
/// a day.
const STILL_GOOD: &str = "case when session.person_id is null then session.seen_at > now() - interval '24 hours' \
                          else session.created_at > now() - interval '12 hours' and session.seen_at > now() - \
                          case when person.role = 'student' then interval '2 hours' else interval '30 minutes' end end";

/// What is behind a cookie's token. A good session is marked as seen at most once a minute.
///
/// # Errors
/// When the database fails.
pub async fn behind(token: &Token, conn: &mut AsyncPgConnection) -> Result<Behind> {
    let hash = token.hash();
    // As a join it would make the planner expect every attempt of the school, and read all people to meet them.
    let tried = attempt::table.filter(attempt::session_id.eq(session::id.nullable())).select(attempt::id);
    let row = session::table
        .left_join(person::table)
        .left_join(profile::table.on(profile::student_id.nullable().eq(session::person_id)))
        .left_join(second_factor::table.on(second_factor::person_id.nullable().eq(session::person_id)))
        .filter(session::hash.eq(&hash))
        .filter(person::deactivated_at.nullable().is_null())
        .select((
            session::id,
            (person::id, person::role, person::full_name, person::email, person::locale).nullable(),
            profile::called.nullable(),
            sql::<Bool>(STILL_GOOD),
            sql::<Bool>("session.seen_at < now() - interval '1 minute'"),
            sql::<Bool>("session.confirmed_at > now() - interval '10 minutes'"),
            second_factor::person_id.nullable().is_not_null(),
            tried.single_value(),
            session::locale,
        ))
        .first::<Row>(conn)
        .await
        .optional()?;
    let Some(row) = row else { return Ok(Behind::Nobody) };
    let person_id = row.person.as_ref().map(|(id, ..)| *id);
    if !row.is_good {
        return Ok(person_id.map_or(Behind::Nobody, Behind::Expired));
    }
    if row.is_stale {
        see(&hash, person_id, conn).await?;
    }
    let Some((id, role, full_name, email, locale)) = row.person else {
        let language = row.chosen.as_deref().and_then(Language::parse);
        return Ok(Behind::Visitor(Anonymous { id: row.session_id, attempt: row.attempt, language }));
    };
    let person = Person {
        id,
        role: Role::parse(&role).expect("the table's check allows only our roles"),
        called: row.called.unwrap_or_else(|| super::person::first_word(&full_name)),
        full_name,
        email,
        locale,
    };
    Ok(Behind::Somebody(Box::new(Session {
        id: row.session_id,
        person,
        is_confirmed: row.is_confirmed,
        has_factor: row.has_factor,
        brought: row.attempt,
    })))
}

async fn see(hash: &[u8], person_id: Option<PersonId>, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::update(session::table.find(hash)).set(session::seen_at.eq(now)).execute(conn).await?;
    if let Some(person_id) = person_id {
        diesel::update(person::table.find(person_id)).set(person::last_seen_at.eq(now)).execute(conn).await?;
    }
    Ok(())
}

/// Remembers a browser in which nobody is signed in, for what a visitor wants kept: an answer, a language. The token is for
/// the cookie. Signing in there begins another session, under another token.
///
/// # Errors
/// When the database fails.
pub async fn begin_anonymous(conn: &mut AsyncPgConnection) -> Result<(SessionId, Token)> {
    let (id, token) = (SessionId::new(), Token::random());
    let row = (session::hash.eq(token.hash()), session::id.eq(id));
    diesel::insert_into(session::table).values(row).execute(conn).await?;
    Ok((id, token))
}

/// Signs somebody in: a new token each time, for the cookie.
///
/// # Errors
/// When the database fails.
pub async fn begin(person_id: PersonId, device: &str, conn: &mut AsyncPgConnection) -> Result<Token> {
    let token = Token::random();
    let device: String = device.chars().filter(|c| !c.is_control()).take(300).collect();
    diesel::insert_into(session::table)
        .values((
            session::hash.eq(token.hash()),
            session::id.eq(SessionId::new()),
            session::person_id.eq(person_id),
            session::device.eq(device),
        ))
        .execute(conn)
        .await?;
    diesel::update(person::table.find(person_id)).set(person::last_seen_at.eq(now)).execute(conn).await?;
    Ok(token)
}

/// Signs out here.
///
/// # Errors
/// When the database fails.
pub async fn end(token: &Token, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::delete(session::table.find(token.hash())).execute(conn).await?;
    Ok(())
}

/// Signs somebody out everywhere.
///
/// # Errors
/// When the database fails.
pub async fn end_all_of(person_id: PersonId, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::delete(session::table.filter(session::person_id.eq(person_id))).execute(conn).await?;
    Ok(())
}

/// They have just shown again that it is them: sudo mode for ten minutes, under a new token for the cookie.
///
/// None when the session has ended meanwhile or has another token by now.
///
/// # Errors
/// When the database fails.
pub async fn confirm(token: &Token, conn: &mut AsyncPgConnection) -> Result<Option<Token>> {
    let fresh = Token::random();
    diesel::update(session::table.find(token.hash()))
        .set((session::hash.eq(fresh.hash()), session::confirmed_at.eq(now), session::seen_at.eq(now)))
        .returning(session::id)
        .get_result::<SessionId>(conn)
        .await
        .optional()
        .map(|found| found.map(|_| fresh))
        .map_err(Into::into)
}
