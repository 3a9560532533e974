//! Who is signed in where. A session is a row; ending it is deleting the row, at once on every instance.

use diesel::{
    dsl::{now, sql},
    prelude::*,
    sql_types::Bool,
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::{
    error::Result,
    id::PersonId,
    person::{Person, Role},
    token::Token,
};
use crate::schema::{person, profile, session};

#[derive(Queryable)]
struct Row {
    id: PersonId,
    role: String,
    full_name: String,
    called: Option<String>,
    email: String,
    locale: String,
    is_stale: bool,
}

/// Students may rest for two hours, staff for half an hour; twelve hours are the most.
const STILL_GOOD: &str = "session.created_at > now() - interval '12 hours' and session.seen_at > now() - \
                          case when person.role = 'student' then interval '2 hours' else interval '30 minutes' end";

/// The person behind a cookie, if the session is still good. It is marked as seen at most once a minute.
///
/// # Errors
/// When the database fails.
pub async fn person_behind(token: &Token, conn: &mut AsyncPgConnection) -> Result<Option<Person>> {
    let hash = token.hash();
    let row = session::table
        .inner_join(person::table)
        .left_join(profile::table.on(profile::student_id.eq(person::id)))
        .filter(session::hash.eq(&hash))
        .filter(person::deactivated_at.is_null())
        .filter(sql::<Bool>(STILL_GOOD))
        .select((
            person::id,
            person::role,
            person::full_name,
            profile::called.nullable(),
            person::email,
            person::locale,
            sql::<Bool>("session.seen_at < now() - interval '1 minute'"),
        ))
        .first::<Row>(conn)
        .await
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    if row.is_stale {
        see(&hash, row.id, conn).await?;
    }
    Ok(Some(Person {
        id: row.id,
        role: Role::parse(&row.role).expect("the table's check allows only our roles"),
        called: row.called.unwrap_or_else(|| super::person::first_word(&row.full_name)),
        full_name: row.full_name,
        email: row.email,
        locale: row.locale,
    }))
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
            session::id.eq(Uuid::now_v7()),
            session::person_id.eq(person_id),
            session::device.eq(device),
        ))
        .execute(conn)
        .await?;
    diesel::update(person::table.find(person_id)).set(person::last_seen_at.eq(now)).execute(conn).await?;
    Ok(token)
}

/// Signs somebody in whose password was just verified, if it still is their password: a reset or a closed account that came
/// in between wins.
///
/// # Errors
/// When the database fails.
pub async fn begin_with(
    person_id: PersonId,
    verified: &str,
    device: &str,
    conn: &mut AsyncPgConnection,
) -> Result<Option<Token>> {
    conn.transaction(async |conn| {
        let is_still_so: Option<PersonId> = person::table
            .find(person_id)
            .filter(person::password_hash.eq(verified))
            .filter(person::deactivated_at.is_null())
            .select(person::id)
            .for_share()
            .first(conn)
            .await
            .optional()?;
        match is_still_so {
            Some(id) => Ok(Some(begin(id, device, conn).await?)),
            None => Ok(None),
        }
    })
    .await
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
