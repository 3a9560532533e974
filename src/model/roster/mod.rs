//! The school's own list of students: who is expected here, and with which advisor. Files bring it up to date.

mod file;
pub mod import;
pub mod inviting;
pub mod line;
pub mod plan;
pub mod run;

use diesel::{
    dsl::sql,
    prelude::*,
    sql_types::{Bool, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;

pub use self::file::{MOST_ROWS, separator_of};
use super::{
    error::Result,
    id::{PersonId, RosterEntryId},
    keyset::{Page, Turn},
    people::Sought,
};
use crate::schema::{person, roster_entry};

#[diesel::declare_sql_function]
extern "SQL" {
    /// Whether words of the name or the address begin so; the index is in the roster's migration.
    fn is_sought(full_name: Text, email: Text, beginnings: Text) -> Bool;
}

/// Entries on one page.
const A_PAGE: usize = 50;

/// A student on the list.
#[derive(Queryable)]
pub struct Entry {
    /// Which.
    pub id: RosterEntryId,
    /// The school's own number for them.
    pub school_id: Option<String>,
    /// Their name as the school has it.
    pub full_name: String,
    /// Their address as the school has it.
    pub email: String,
    /// Who gets them when they come; nothing: the school's rule.
    pub advisor: Option<String>,
    /// Whether they have an account under this address.
    pub has_account: bool,
    /// Whether an invitation to this address is open.
    pub is_invited: bool,
}

const HAS_ACCOUNT: &str = "exists (select from person who where who.email_key = roster_entry.email_key)";
const IS_INVITED: &str = "exists (select from invitation where invitation.email_key = roster_entry.email_key
    and invitation.accepted_at is null)";

impl Entry {
    /// A page of the list by name; of those that are sought where something is.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(
        sought: Option<Sought>,
        turn: Turn<RosterEntryId>,
        conn: &mut AsyncPgConnection,
    ) -> Result<Page<Self>> {
        let columns = (
            roster_entry::id,
            roster_entry::school_id,
            roster_entry::full_name,
            roster_entry::email,
            person::full_name.nullable(),
            sql::<Bool>(HAS_ACCOUNT),
            sql::<Bool>(IS_INVITED),
        );
        let limit = i64::try_from(A_PAGE).expect("a small number") + 1;
        let mut some = roster_entry::table.left_join(person::table).select(columns).limit(limit).into_boxed();
        if let Some(sought) = sought {
            some = some.filter(is_sought(roster_entry::full_name, roster_entry::email, sought.into_beginnings()));
        }
        let beyond = |sign: &str, mark: RosterEntryId| {
            sql::<Bool>(&format!(
                "(roster_entry.full_name, roster_entry.id) {sign} (select m.full_name, m.id from roster_entry m where m.id = "
            ))
            .bind::<SqlUuid, _>(mark.0)
            .sql(")")
        };
        let forwards = (roster_entry::full_name.asc(), roster_entry::id.asc());
        let some = match turn {
            Turn::First => some.order(forwards),
            Turn::After(mark) => some.filter(beyond(">", mark)).order(forwards),
            Turn::Before(mark) => {
                some.filter(beyond("<", mark)).order((roster_entry::full_name.desc(), roster_entry::id.desc()))
            }
        };
        Ok(Page::cut(&turn, some.load(conn).await?, A_PAGE))
    }
}

/// The advisor whom the school chose for whoever comes under this address, if they still advise.
///
/// # Errors
/// When the database fails.
pub async fn advisor_for(email_key: &str, conn: &mut AsyncPgConnection) -> Result<Option<PersonId>> {
    let theirs = roster_entry::table.inner_join(person::table).filter(roster_entry::email_key.eq(email_key));
    let active = theirs.filter(person::role.eq("advisor")).filter(person::deactivated_at.is_null());
    Ok(active.select(person::id).first(conn).await.optional()?)
}

/// A line of the list as its student reads it.
#[derive(Queryable, Selectable, Serialize)]
#[diesel(table_name = roster_entry, check_for_backend(diesel::pg::Pg))]
pub struct Listed {
    /// The school's own number for them.
    pub school_id: Option<String>,
    /// Their name as the school has it.
    pub full_name: String,
    /// Their address as the school has it.
    pub email: String,
}

impl Listed {
    /// What the list says under an address.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(email: &str, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        let key = email.trim().to_lowercase();
        Ok(roster_entry::table.filter(roster_entry::email_key.eq(key)).select(Self::as_select()).load(conn).await?)
    }
}
