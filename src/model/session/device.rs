//! The devices somebody is signed in at, and signing out there.

use diesel::{dsl::now, prelude::*, sql_types::Timestamptz};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::{Session, Times};
use crate::{
    model::{
        error::Result,
        id::{PersonId, SessionId},
    },
    schema::{person, session},
};

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
/// [`Error::NotFound`](crate::model::error::Error::NotFound) when it is none of theirs.
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
    match browser_and_system(agent) {
        ("", "") => "An unknown browser".to_owned(),
        ("", system) => format!("A browser on {system}"),
        (browser, "") => browser.to_owned(),
        (browser, system) => format!("{browser} on {system}"),
    }
}

/// The two words alone; an empty one where nothing is known.
#[must_use]
pub fn browser_and_system(agent: &str) -> (&'static str, &'static str) {
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
    (browser, system)
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
    let rows: Vec<(Device, Times, String)> = session::table
        .inner_join(person::table)
        .filter(session::person_id.eq(person_id))
        .order((session::seen_at.desc(), session::id.desc()))
        .limit(100)
        .select((
            (session::id, session::device, session::created_at, session::seen_at),
            (session::created_at, session::seen_at, session::confirmed_at, now.into_sql::<Timestamptz>()),
            person::role,
        ))
        .load(conn)
        .await?;
    Ok(rows.into_iter().filter(|(_, times, role)| times.are_good(Some(role))).map(|(device, ..)| device).collect())
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
