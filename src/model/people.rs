//! The people an admin sees: staff with their role, students by name and address, and who has gone. No record is reached.

use diesel::{dsl::sql, prelude::*, sql_types::BigInt};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::{
    error::Result,
    id::{PersonId, StudentId},
    person::Role,
};
use crate::schema::{desk, invitation, person, student};

/// More staff than any school of ours has; lists of staff end here.
const MOST_STAFF: i64 = 500;
/// Students on one page.
const STUDENTS_A_PAGE: usize = 50;

/// Somebody on the staff, active or gone.
#[derive(Queryable, Clone)]
pub struct StaffMember {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub full_name: String,
    /// Where their letters go.
    pub email: String,
    role: String,
    /// When they were last here, to the minute.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub last_seen_at: Option<jiff::Timestamp>,
    /// When their account was closed.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub deactivated_at: Option<jiff::Timestamp>,
    /// How many students they have now; nothing for those who never get any.
    pub students: Option<i32>,
}

type StaffColumns = (
    person::id,
    person::full_name,
    person::email,
    person::role,
    person::last_seen_at,
    person::deactivated_at,
    diesel::dsl::Nullable<desk::students>,
);

/// Staff with their desks.
#[diesel::dsl::auto_type]
fn staff() -> _ {
    let columns: StaffColumns = (
        person::id,
        person::full_name,
        person::email,
        person::role,
        person::last_seen_at,
        person::deactivated_at,
        desk::students.nullable(),
    );
    person::table.left_join(desk::table).filter(person::role.ne("student")).select(columns)
}

impl StaffMember {
    /// What they are.
    #[must_use]
    pub fn role(&self) -> Role {
        Role::parse(&self.role).expect("the table's check allows only our roles")
    }

    /// Everybody on the staff now, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn active(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(staff()
            .filter(person::deactivated_at.is_null())
            .order((person::full_name, person::id))
            .limit(MOST_STAFF)
            .load(conn)
            .await?)
    }

    /// Whose account was closed, latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn gone(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(staff()
            .filter(person::deactivated_at.is_not_null())
            .order((person::deactivated_at.desc(), person::id))
            .limit(MOST_STAFF)
            .load(conn)
            .await?)
    }

    /// One of the staff now. Students and closed accounts are not found.
    ///
    /// # Errors
    /// [`super::error::Error::Database`] with not found, or when the database fails.
    pub async fn with_id(id: PersonId, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(staff().filter(person::id.eq(id)).filter(person::deactivated_at.is_null()).first(conn).await?)
    }
}

/// A student as an admin sees them: a name and an address.
#[derive(Queryable, Clone)]
pub struct Registered {
    /// Who.
    pub id: StudentId,
    /// Their name.
    pub full_name: String,
    /// Their address.
    pub email: String,
    /// When they confirmed it.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: jiff::Timestamp,
}

/// Which side of a student a page of the list is on.
#[derive(Clone, Copy)]
pub enum From {
    /// The newest students.
    Newest,
    /// Those who registered before this one.
    OlderThan(StudentId),
    /// Those who registered after this one.
    NewerThan(StudentId),
}

/// A page of students, newest first, and whether there are more on either side.
pub struct RegisteredPage {
    /// The students.
    pub students: Vec<Registered>,
    /// Whether there are newer ones.
    pub has_newer: bool,
    /// Whether there are older ones.
    pub has_older: bool,
}

impl RegisteredPage {
    /// The page on one side of a student.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(from: From, conn: &mut AsyncPgConnection) -> Result<Self> {
        let query = student::table
            .inner_join(person::table.on(person::id.eq(student::person_id)))
            .select((student::person_id, person::full_name, person::email, person::created_at))
            .limit(i64::try_from(STUDENTS_A_PAGE).expect("a small number") + 1)
            .into_boxed();
        let query = match from {
            From::Newest => query.order(student::person_id.desc()),
            From::OlderThan(id) => query.filter(student::person_id.lt(id)).order(student::person_id.desc()),
            From::NewerThan(id) => query.filter(student::person_id.gt(id)).order(student::person_id.asc()),
        };
        Ok(Self::cut(from, query.load(conn).await?))
    }

    /// One row more than a page was asked for: it says whether there are more.
    fn cut(from: From, mut students: Vec<Registered>) -> Self {
        let has_more = students.len() > STUDENTS_A_PAGE;
        students.truncate(STUDENTS_A_PAGE);
        let (has_newer, has_older) = match from {
            From::Newest => (false, has_more),
            From::OlderThan(_) => (true, has_more),
            From::NewerThan(_) => {
                students.reverse();
                (has_more, true)
            }
        };
        Self { students, has_newer, has_older }
    }
}

/// How many people are behind each tab; students are counted to a thousand.
#[derive(Queryable, Clone, Copy)]
pub struct Counts {
    /// On the staff now.
    pub staff: i64,
    /// Invited, not here yet.
    pub invited: i64,
    /// Students, at most 1,000.
    pub students: i64,
    /// Staff who have gone.
    pub gone: i64,
}

impl Counts {
    /// The counts now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(conn: &mut AsyncPgConnection) -> Result<Self> {
        let is_staff = person::table.filter(person::role.ne("student"));
        let (active, gone) =
            (is_staff.filter(person::deactivated_at.is_null()), is_staff.filter(person::deactivated_at.is_not_null()));
        let invited = invitation::table.filter(invitation::accepted_at.is_null());
        Ok(Self {
            staff: active.count().get_result(conn).await?,
            invited: invited.count().get_result(conn).await?,
            students: diesel::select(sql::<BigInt>(
                "(select count(*) from (select 1 from student limit 1000) bounded)",
            ))
            .get_result(conn)
            .await?,
            gone: gone.count().get_result(conn).await?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn students(many: usize) -> Vec<Registered> {
        let one = |n: usize| Registered {
            id: StudentId::new(),
            full_name: format!("Student {n}"),
            email: String::new(),
            created_at: jiff::Timestamp::UNIX_EPOCH,
        };
        (0..many).map(one).collect()
    }

    #[test]
    fn the_first_page_has_nothing_newer_and_the_last_nothing_older() {
        let only = RegisteredPage::cut(From::Newest, students(STUDENTS_A_PAGE));
        assert!(!only.has_newer && !only.has_older);
        let first = RegisteredPage::cut(From::Newest, students(STUDENTS_A_PAGE + 1));
        assert!(!first.has_newer && first.has_older && first.students.len() == STUDENTS_A_PAGE);
        let last = RegisteredPage::cut(From::OlderThan(StudentId::new()), students(3));
        assert!(last.has_newer && !last.has_older);
    }

    #[test]
    fn a_page_of_newer_students_is_shown_newest_first() {
        let page = RegisteredPage::cut(From::NewerThan(StudentId::new()), students(3));
        assert_eq!(page.students[0].full_name, "Student 2");
        assert!(!page.has_newer && page.has_older);
    }
}
