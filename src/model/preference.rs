//! What anybody may choose for themselves: the language of their pages and letters.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::{
    error::Result,
    id::{PersonId, SessionId},
};
use crate::{
    language::Language,
    schema::{person, session},
};

/// Notes the choice of somebody with an account.
///
/// # Errors
/// When the database fails.
pub async fn choose(person_id: PersonId, language: Language, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::update(person::table.find(person_id)).set(person::locale.eq(language.code())).execute(conn).await?;
    Ok(())
}

/// Notes the choice of a browser in which nobody is signed in.
///
/// # Errors
/// When the database fails.
pub async fn choose_here(here: SessionId, language: Language, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::update(session::table.filter(session::id.eq(here)).filter(session::person_id.is_null()))
        .set(session::locale.eq(language.code()))
        .execute(conn)
        .await?;
    Ok(())
}

/// The language that a visitor chose before signing in is theirs from now on.
///
/// # Errors
/// When the database fails.
pub(super) async fn carry(from: SessionId, person_id: PersonId, conn: &mut AsyncPgConnection) -> Result<()> {
    let chosen: Option<Option<String>> = session::table
        .filter(session::id.eq(from))
        .filter(session::person_id.is_null())
        .select(session::locale)
        .first(conn)
        .await
        .optional()?;
    match chosen.flatten().as_deref().and_then(Language::parse) {
        Some(language) => choose(person_id, language, conn).await,
        None => Ok(()),
    }
}
