//! Who is signed in where. A session is a row; ending it is deleting the row, at once on every instance.

mod device;

use diesel::{dsl::now, prelude::*, sql_types::Timestamptz};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::{SignedDuration, Timestamp};

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
    times: Times,
    has_factor: bool,
    attempt: Option<AttemptId>,
    chosen: Option<String>,
}

/// The longest that somebody stays signed in.
const LONGEST: SignedDuration = SignedDuration::from_hours(12);
/// How long a session may rest: a visitor's, a student's, one of the staff.
const REST_OF_VISITORS: SignedDuration = SignedDuration::from_hours(24);
const REST_OF_STUDENTS: SignedDuration = SignedDuration::from_hours(2);
const REST_OF_STAFF: SignedDuration = SignedDuration::from_mins(30);
/// A session is marked as seen once in this time.
const MARKED_EVERY: SignedDuration = SignedDuration::from_mins(1);
/// How long somebody counts as confirmed.
const CONFIRMED_FOR: SignedDuration = SignedDuration::from_mins(10);

/// When a session began and was last used, by the database's clock. The rule is kept here and not in the query: that way the
/// database knows the query of every page by heart.
#[derive(Queryable, Clone, Copy)]
struct Times {
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    created_at: Timestamp,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    seen_at: Timestamp,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    confirmed_at: Timestamp,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    now: Timestamp,
}

impl Times {
    /// Whether somebody with this role, or a visitor, may go on.
    fn are_good(self, role: Option<&str>) -> bool {
        let rested = self.now.duration_since(self.seen_at);
        match role {
            None => rested < REST_OF_VISITORS,
            Some(role) => {
                let rest = if role == Role::Student.code() { REST_OF_STUDENTS } else { REST_OF_STAFF };
                rested < rest && self.now.duration_since(self.created_at) < LONGEST
            }
        }
    }

    fn are_stale(self) -> bool {
        self.now.duration_since(self.seen_at) > MARKED_EVERY
    }

    fn are_confirmed(self) -> bool {
        self.now.duration_since(self.confirmed_at) < CONFIRMED_FOR
    }
}

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
            (session::created_at, session::seen_at, session::confirmed_at, now.into_sql::<Timestamptz>()),
            second_factor::person_id.nullable().is_not_null(),
            tried.single_value(),
            session::locale,
        ))
        .first::<Row>(conn)
        .await
        .optional()?;
    let Some(row) = row else { return Ok(Behind::Nobody) };
    let person_id = row.person.as_ref().map(|(id, ..)| *id);
    if !row.times.are_good(row.person.as_ref().map(|(_, role, ..)| role.as_str())) {
        return Ok(person_id.map_or(Behind::Nobody, Behind::Expired));
    }
    if row.times.are_stale() {
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
        is_confirmed: row.times.are_confirmed(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_by_itself() {
        let clock = Timestamp::UNIX_EPOCH;
        let times = |begun_hours: i64, rested_minutes: i64| Times {
            created_at: clock - SignedDuration::from_hours(begun_hours),
            seen_at: clock - SignedDuration::from_mins(rested_minutes),
            confirmed_at: clock - SignedDuration::from_mins(rested_minutes),
            now: clock,
        };
        let (student, advisor) = (Some("student"), Some("advisor"));
        for (role, begun, rested, is_good) in [
            (None, 40, 23 * 60, true),
            (None, 40, 24 * 60, false),
            (student, 11, 119, true),
            (student, 11, 120, false),
            (student, 12, 0, false),
            (advisor, 11, 29, true),
            (advisor, 11, 30, false),
            (advisor, 12, 0, false),
        ] {
            assert_eq!(times(begun, rested).are_good(role), is_good, "{role:?}, {begun} h, {rested} min");
        }
        assert!(times(1, 2).are_stale() && !times(1, 1).are_stale());
        assert!(times(1, 9).are_confirmed() && !times(1, 10).are_confirmed());
    }
}
