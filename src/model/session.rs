//! Who is signed in where. A session is a row; ending it is deleting the row, at once on every instance.

use diesel::{
    dsl::{now, sql},
    prelude::*,
    sql_types::Bool,
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::{
    error::Result,
    id::{PersonId, SessionId},
    person::{Person, Role},
    token::Token,
};
use crate::schema::{person, profile, second_factor, session};

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
}

/// What is behind a cookie.
pub enum Behind {
    /// A session that is still good.
    Somebody(Box<Session>),
    /// One that ran out by itself: a form they sent may wait for them to sign in again.
    Expired(PersonId),
    /// None.
    Nobody,
}

#[derive(Queryable)]
struct Row {
    session_id: SessionId,
    id: PersonId,
    role: String,
    full_name: String,
    called: Option<String>,
    email: String,
    locale: String,
    is_good: bool,
    is_stale: bool,
    is_confirmed: bool,
    has_factor: bool,
}

/// Students may rest for two hours, staff for half an hour; twelve hours are the most.
const STILL_GOOD: &str = "session.created_at > now() - interval '12 hours' and session.seen_at > now() - \
                          case when person.role = 'student' then interval '2 hours' else interval '30 minutes' end";

/// What is behind a cookie's token. A good session is marked as seen at most once a minute.
///
/// # Errors
/// When the database fails.
pub async fn behind(token: &Token, conn: &mut AsyncPgConnection) -> Result<Behind> {
    let hash = token.hash();
    let row = session::table
        .inner_join(person::table)
        .left_join(profile::table.on(profile::student_id.eq(person::id)))
        .left_join(second_factor::table.on(second_factor::person_id.eq(person::id)))
        .filter(session::hash.eq(&hash))
        .filter(person::deactivated_at.is_null())
        .select((
            session::id,
            person::id,
            person::role,
            person::full_name,
            profile::called.nullable(),
            person::email,
            person::locale,
            sql::<Bool>(STILL_GOOD),
            sql::<Bool>("session.seen_at < now() - interval '1 minute'"),
            sql::<Bool>("session.confirmed_at > now() - interval '10 minutes'"),
            second_factor::person_id.nullable().is_not_null(),
        ))
        .first::<Row>(conn)
        .await
        .optional()?;
    let Some(row) = row else { return Ok(Behind::Nobody) };
    if !row.is_good {
        return Ok(Behind::Expired(row.id));
    }
    if row.is_stale {
        see(&hash, row.id, conn).await?;
    }
    let person = Person {
        id: row.id,
        role: Role::parse(&row.role).expect("the table's check allows only our roles"),
        called: row.called.unwrap_or_else(|| super::person::first_word(&row.full_name)),
        full_name: row.full_name,
        email: row.email,
        locale: row.locale,
    };
    let session = Session { id: row.session_id, person, is_confirmed: row.is_confirmed, has_factor: row.has_factor };
    Ok(Behind::Somebody(Box::new(session)))
}

async fn see(hash: &[u8], person_id: PersonId, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::update(session::table.find(hash)).set(session::seen_at.eq(now)).execute(conn).await?;
    diesel::update(person::table.find(person_id)).set(person::last_seen_at.eq(now)).execute(conn).await?;
    Ok(())
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

/// Signs somebody out everywhere but in this session.
///
/// # Errors
/// When the database fails.
pub async fn end_others(here: &Session, conn: &mut AsyncPgConnection) -> Result<()> {
    let others = session::table.filter(session::person_id.eq(here.person.id)).filter(session::id.ne(here.id));
    diesel::delete(others).execute(conn).await?;
    Ok(())
}

/// Signs somebody out at one of their own devices.
///
/// # Errors
/// [`Error::NotFound`](super::error::Error::NotFound) when it is none of theirs.
pub async fn end_one(here: &Session, id: SessionId, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::delete(session::table.filter(session::person_id.eq(here.person.id)).filter(session::id.eq(id)))
        .returning(session::id)
        .get_result::<SessionId>(conn)
        .await?;
    Ok(())
}

/// What a browser calls itself, in the two words people know: `Firefox on Windows`. Only for reading, never for deciding.
#[must_use]
pub fn browser_name(agent: &str) -> String {
    let first = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map_or("", |(_, name)| name)
    };
    // Each browser also names those it wants to be taken for: the more telling marks come first.
    let browser = first(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("CrOS", "ChromeOS"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        ("", "") => "An unknown browser".to_owned(),
        ("", system) => format!("A browser on {system}"),
        (browser, "") => browser.to_owned(),
        (browser, system) => format!("{browser} on {system}"),
    }
}

/// A place somebody is signed in at.
#[derive(Queryable)]
pub struct Device {
    /// The session there.
    pub id: SessionId,
    /// What the browser calls itself.
    pub browser: String,
    /// When they signed in.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub since: jiff::Timestamp,
    /// When it was last used, to the minute.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub seen_at: jiff::Timestamp,
}

/// Where somebody is signed in, last used first.
///
/// # Errors
/// When the database fails.
pub async fn devices_of(person_id: PersonId, conn: &mut AsyncPgConnection) -> Result<Vec<Device>> {
    Ok(session::table
        .inner_join(person::table)
        .filter(session::person_id.eq(person_id))
        .filter(sql::<Bool>(STILL_GOOD))
        .order((session::seen_at.desc(), session::id.desc()))
        .limit(100)
        .select((session::id, session::device, session::created_at, session::seen_at))
        .load(conn)
        .await?)
}

#[cfg(test)]
mod tests {
    use super::browser_name;

    #[test]
    fn browsers_have_the_names_people_know() {
        for (agent, name) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari on iPhone",
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox on Linux"),
            (
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36",
                "Chrome on Android",
            ),
            ("curl/8.0", "An unknown browser"),
        ] {
            assert_eq!(browser_name(agent), name);
        }
    }
}
