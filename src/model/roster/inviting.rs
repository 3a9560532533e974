//! Students on the list who are not invited yet: how many they are, and inviting them. An upload invites those it brought;
//! this reaches everybody, whichever file they came with.

use diesel::{dsl::sql, prelude::*, sql_types::Bool};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::{HAS_ACCOUNT, IS_INVITED};
use crate::{
    model::{
        email::Email,
        error::Result,
        id::FormKey,
        invitation::{
            Inviting,
            line::{Fate, Line},
            list::{Outcome, Plan},
        },
        person::FullName,
    },
    schema::roster_entry,
};

/// Students invited at once: as many as a pasted list may name, since each letter is written before the page answers.
pub const AT_ONCE: i64 = 500;

fn is_not_invited() -> String {
    format!("not {HAS_ACCOUNT} and not {IS_INVITED}")
}

/// How many on the list have neither an account nor an open invitation.
///
/// # Errors
/// When the database fails.
pub async fn waiting(conn: &mut AsyncPgConnection) -> Result<i64> {
    Ok(roster_entry::table.filter(sql::<Bool>(&is_not_invited())).count().get_result(conn).await?)
}

/// Invites those who wait, the first of them by name. The same form twice is one act. Says whether somebody was invited.
///
/// # Errors
/// [`crate::model::error::Error::NotFound`] when the admin is none any more.
pub async fn invite(form_key: FormKey, inviting: &Inviting<'_>, conn: &mut AsyncPgConnection) -> Result<bool> {
    let some: Vec<(String, String)> = roster_entry::table
        .filter(sql::<Bool>(&is_not_invited()))
        .order((roster_entry::full_name, roster_entry::id))
        .limit(AT_ONCE)
        .select((roster_entry::full_name, roster_entry::email))
        .load(conn)
        .await?;
    let lines = some.iter().zip(1..).map(|((name, email), number)| line(number, name, email));
    let mut plan = Plan { lines: lines.collect() };
    plan.check(&inviting.setting.email_domains, conn).await?;
    let mark = plan.mark();
    Ok(matches!(plan.carry_out(&mark, form_key, inviting, conn).await?, Outcome::Sent))
}

/// A student of the list as a line of an invitation.
pub(super) fn line(number: usize, name: &str, email: &str) -> Line {
    let fate = match (FullName::parse(name), Email::parse(email)) {
        (Ok(name), Ok(email)) => Fate::Invited(name, email),
        (Err(key), _) | (_, Err(key)) => Fate::Fault(key),
    };
    Line { number, typed: String::new(), fate }
}
