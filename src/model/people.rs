//! The people an admin sees: staff with their role, students by name and address, and whose account is closed. No record is
//! reached.

mod sought;

use diesel::{
    dsl::sql,
    prelude::*,
    sql_types::{BigInt, Bool, Text, Uuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

pub use self::sought::Sought;
use super::{
    audit::{self, Action},
    error::Result,
    id::PersonId,
    invitation::OPEN,
    keyset::{Page, Turn},
    person::{Admin, Role},
};
use crate::schema::{desk, person, second_factor};

#[diesel::declare_sql_function]
extern "SQL" {
    /// Whether words of the name or the address begin so; the index is in its migration.
    fn is_sought(full_name: Text, email: Text, beginnings: Text) -> Bool;
}

/// People on one page.
pub(super) const A_PAGE: usize = 50;

/// More staff than any school of ours has; lists of staff end here.
const MOST_STAFF: i64 = 500;

/// Somebody with an account, as an admin's lists show them.
#[derive(Queryable, Clone)]
pub struct Listed {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub full_name: String,
    /// Where their letters go.
    pub email: String,
    role: String,
    /// Since when there is an account.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
    /// When they were last here, to the minute.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub last_seen_at: Option<Timestamp>,
    /// When their account was closed.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub deactivated_at: Option<Timestamp>,
    /// How many students they have now; nothing for those who never get any.
    pub students: Option<i32>,
    /// Whether a second factor guards the account.
    pub has_factor: bool,
}

#[diesel::dsl::auto_type]
fn everybody() -> _ {
    person::table.left_join(desk::table).left_join(second_factor::table)
}

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (
        person::id,
        person::full_name,
        person::email,
        person::role,
        person::created_at,
        person::last_seen_at,
        person::deactivated_at,
        desk::students.nullable(),
        second_factor::person_id.nullable().is_not_null(),
    )
}

impl Listed {
    /// What they are.
    #[must_use]
    pub fn role(&self) -> Role {
        Role::parse(&self.role).expect("the table's check allows only our roles")
    }

    /// Whether the account is closed.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.deactivated_at.is_some()
    }

    /// Everybody on the staff now, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn staff(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(everybody()
            .filter(person::role.ne("student"))
            .filter(person::deactivated_at.is_null())
            .order((person::full_name, person::id))
            .limit(MOST_STAFF)
            .select(columns())
            .load(conn)
            .await?)
    }

    /// Somebody, active or not.
    ///
    /// # Errors
    /// [`super::error::Error::Database`] with not found, or when the database fails.
    pub async fn with_id(id: PersonId, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(everybody().filter(person::id.eq(id)).select(columns()).first(conn).await?)
    }

    /// A page of the students, newest first; of those whose name or address is sought, where something is.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn students(
        admin: &Admin,
        sought: Option<&Sought>,
        turn: Turn<uuid::Uuid>,
        conn: &mut AsyncPgConnection,
    ) -> Result<Page<Self>> {
        let mut query =
            everybody().filter(person::role.eq("student")).select(columns()).limit(A_PAGE as i64 + 1).into_boxed();
        if let Some(sought) = sought {
            query = query.filter(is_sought(person::full_name, person::email, sought.beginnings()));
        }
        let query = match turn {
            Turn::First => query.order(person::id.desc()),
            Turn::After(id) => query.filter(person::id.lt(PersonId(id))).order(person::id.desc()),
            Turn::Before(id) => query.filter(person::id.gt(PersonId(id))).order(person::id.asc()),
        };
        conn.transaction(async |conn| {
            if sought.is_some() {
                audit::record(Some(admin.id()), Action::SearchedPeople, "person", None, None, conn).await?;
            }
            Ok(Page::cut(&turn, query.load(conn).await?, A_PAGE))
        })
        .await
    }

    /// A page of those whose account is closed, latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn closed(turn: Turn<uuid::Uuid>, conn: &mut AsyncPgConnection) -> Result<Page<Self>> {
        let query = everybody()
            .filter(person::deactivated_at.is_not_null())
            .select(columns())
            .limit(A_PAGE as i64 + 1)
            .into_boxed();
        let place = (person::deactivated_at.desc(), person::id.desc());
        let beside = |id, side| {
            sql::<Bool>(&format!(
                "(person.deactivated_at, person.id) {side} (select deactivated_at, id from person where id = "
            ))
            .bind::<Uuid, _>(id)
            .sql(")")
        };
        let query = match turn {
            Turn::First => query.order(place),
            Turn::After(id) => query.filter(beside(id, "<")).order(place),
            Turn::Before(id) => query.filter(beside(id, ">")).order((person::deactivated_at.asc(), person::id.asc())),
        };
        Ok(Page::cut(&turn, query.load(conn).await?, A_PAGE))
    }

    /// At most this many people of any kind whose name or address is sought, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn found(sought: &Sought, most: i64, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(everybody()
            .filter(is_sought(person::full_name, person::email, sought.beginnings()))
            .order((person::full_name, person::id))
            .limit(most)
            .select(columns())
            .load(conn)
            .await?)
    }
}

/// How many people are behind each tab; long lists are counted to a thousand.
#[derive(Queryable, Clone, Copy)]
pub struct Counts {
    /// On the staff now.
    pub staff: i64,
    /// Invited, not here yet, at most 1,000.
    pub invited: i64,
    /// Students, at most 1,000.
    pub students: i64,
    /// With a closed account, at most 1,000.
    pub closed: i64,
}

impl Counts {
    /// How many admins there are.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn admins(conn: &mut AsyncPgConnection) -> Result<usize> {
        let admins = person::table.filter(person::role.eq("admin")).filter(person::deactivated_at.is_null());
        let many: i64 = admins.count().get_result(conn).await?;
        Ok(usize::try_from(many).unwrap_or(0))
    }

    /// The counts now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(diesel::select((
            sql::<BigInt>("(select count(*) from person where role <> 'student' and deactivated_at is null)"),
            sql::<BigInt>(&format!("(select count(*) from (select from invitation where {OPEN} limit 1000) bounded)")),
            sql::<BigInt>("(select count(*) from (select from student limit 1000) bounded)"),
            sql::<BigInt>(
                "(select count(*) from (select from person where deactivated_at is not null limit 1000) bounded)",
            ),
        ))
        .first(conn)
        .await?)
    }
}
