//! The audit as admins search it: rows with the names behind their ids, latest first, a page at a time.

use std::collections::HashMap;

use diesel::{
    dsl::sql,
    pg::Pg,
    prelude::*,
    sql_types::{Bool, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use jiff_diesel::ToDiesel as _;
use uuid::Uuid;

use super::{Action, record};
use crate::{
    model::{
        calendar,
        error::Result,
        id::PersonId,
        keyset::{Page, Turn},
        person::{Admin, Role},
    },
    schema::{audit, person},
};

/// Rows on one page.
const A_PAGE: usize = 50;

/// What is looked for; nothing in a field: anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Whom it was about.
    pub about: Option<Uuid>,
    /// Who did it.
    pub by: Option<Uuid>,
    /// What was done.
    pub action: Option<Action>,
    /// Not before this moment.
    pub from: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
}

/// A row's place among all, as a page's address holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    at: Timestamp,
    id: Uuid,
}

impl Place {
    /// The place that an address names; nothing for what we never wrote.
    #[must_use]
    pub fn parse(raw: &str) -> Option<Self> {
        let (at, id) = raw.split_once('.')?;
        Some(Self { at: calendar::moment(at)?, id: id.parse().ok()? })
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.at.as_microsecond(), self.id)
    }
}

/// One row of the audit.
#[derive(Queryable, Selectable)]
#[diesel(table_name = audit, check_for_backend(Pg))]
struct Row {
    id: Uuid,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    at: Timestamp,
    actor_id: Option<Uuid>,
    action: String,
    subject: String,
    subject_id: Option<Uuid>,
    student_id: Option<Uuid>,
    request_id: Option<Uuid>,
}

/// Somebody in the audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Somebody {
    /// With an account, open or closed.
    Known(PersonId, String, Role),
    /// Erased since.
    Gone(Uuid),
}

/// One thing that was done.
pub struct Act {
    id: Uuid,
    /// When it was done.
    pub at: Timestamp,
    /// Who did it; nobody: Signpost by itself.
    pub by: Option<Somebody>,
    /// What admins read.
    pub words: String,
    /// Whom it was about: the student whose record it belongs to, and whoever else it was done to.
    pub about: Vec<Somebody>,
    /// The request's id, as the logs have it.
    pub request_id: Option<Uuid>,
}

impl Act {
    /// Where it stands among all.
    #[must_use]
    pub fn place(&self) -> Place {
        Place { at: self.at, id: self.id }
    }
}

/// A page of what is wanted, and a row that says who looked.
///
/// # Errors
/// When the database fails.
pub async fn search(
    admin: &Admin,
    wanted: &Wanted,
    turn: Turn<Place>,
    conn: &mut AsyncPgConnection,
) -> Result<Page<Act>> {
    conn.transaction(async |conn| {
        let page = read(wanted, turn, conn).await?;
        record(Some(admin.id()), Action::SearchedAudit, "audit", None, None, conn).await?;
        Ok(page)
    })
    .await
}

async fn read(wanted: &Wanted, turn: Turn<Place>, conn: &mut AsyncPgConnection) -> Result<Page<Act>> {
    let rows = filtered(wanted).limit(A_PAGE as i64 + 1);
    let beside = |place: Place, side: &str| {
        sql::<Bool>(&format!("(audit.at, audit.id) {side} ("))
            .bind::<Timestamptz, _>(place.at.to_diesel())
            .sql(", ")
            .bind::<SqlUuid, _>(place.id)
            .sql(")")
    };
    let latest = (audit::at.desc(), audit::id.desc());
    let rows = match turn {
        Turn::First => rows.order(latest),
        Turn::After(place) => rows.filter(beside(place, "<")).order(latest),
        Turn::Before(place) => rows.filter(beside(place, ">")).order((audit::at.asc(), audit::id.asc())),
    };
    let rows: Vec<Row> = rows.select(Row::as_select()).load(conn).await?;
    let names = names(&rows, conn).await?;
    let acts = rows.into_iter().map(|row| row.act(&names)).collect();
    Ok(Page::cut(&turn, acts, A_PAGE))
}

fn filtered(wanted: &Wanted) -> audit::BoxedQuery<'static, Pg> {
    let mut rows = audit::table.into_boxed();
    if let Some(id) = wanted.about {
        rows = rows.filter(audit::student_id.eq(id).or(audit::subject_id.eq(id)).assume_not_null());
    }
    if let Some(id) = wanted.by {
        rows = rows.filter(audit::actor_id.eq(id));
    }
    if let Some(action) = wanted.action {
        rows = rows.filter(audit::action.eq(action.code()));
    }
    if let Some(from) = wanted.from {
        rows = rows.filter(audit::at.ge(from.to_diesel()));
    }
    if let Some(until) = wanted.until {
        rows = rows.filter(audit::at.lt(until.to_diesel()));
    }
    rows
}

type Names = HashMap<Uuid, Somebody>;

/// The people behind all ids of these rows.
async fn names(rows: &[Row], conn: &mut AsyncPgConnection) -> Result<Names> {
    let ids = rows.iter().flat_map(|row| [row.actor_id, row.student_id, row.subject_id]).flatten();
    let ids: Vec<Uuid> = ids.collect();
    let known: Vec<(PersonId, String, String)> = person::table
        .filter(person::id.eq_any(ids))
        .select((person::id, person::full_name, person::role))
        .load(conn)
        .await?;
    let somebody = |(id, name, role): (PersonId, String, String)| {
        let role = Role::parse(&role).expect("the table's check allows only our roles");
        (id.0, Somebody::Known(id, name, role))
    };
    Ok(known.into_iter().map(somebody).collect())
}

impl Row {
    fn act(self, names: &Names) -> Act {
        let somebody = |id: Uuid| names.get(&id).cloned().unwrap_or(Somebody::Gone(id));
        let is_person = matches!(self.subject.as_str(), "person" | "student");
        let other = self.subject_id.filter(|id| is_person && self.student_id != Some(*id));
        Act {
            id: self.id,
            at: self.at,
            by: self.actor_id.map(somebody),
            // Words of a later version, after a return to an earlier one, are shown as they are.
            words: Action::parse(&self.action).map_or(self.action, |action| action.words().to_owned()),
            about: self.student_id.into_iter().chain(other).map(somebody).collect(),
            request_id: self.request_id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_written_and_read_back() {
        let place =
            Place { at: Timestamp::from_microsecond(1_763_800_000_123_456).expect("in range"), id: Uuid::now_v7() };
        assert_eq!(Place::parse(&place.to_string()), Some(place));
        for odd in ["", "1", "1.", ".x", "x.00000000-0000-0000-0000-000000000000", "99999999999999999999.1"] {
            assert_eq!(Place::parse(odd), None, "{odd:?}");
        }
    }
}
