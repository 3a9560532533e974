//! Everybody who has an account, and people *known* to be a student, an advisor, a lead or an admin.
//!
//! The known ones are made in one place, `web/guard.rs`, from a session. Whoever holds one need not ask again.

mod full_name;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

pub use self::full_name::FullName;
use super::{
    email::Email,
    error::{Error, Result},
    id::{PersonId, StudentId},
};
use crate::schema::{person, profile, student};

/// What somebody is here. One person, one role.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Answers and gets a result.
    Student,
    /// Works a caseload.
    Advisor,
    /// An advisor who reaches every student.
    Lead,
    /// Keeps content and people; reaches no record.
    Admin,
}

impl Role {
    /// The code in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Student => "student",
            Self::Advisor => "advisor",
            Self::Lead => "lead",
            Self::Admin => "admin",
        }
    }

    /// The role behind a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Student, Self::Advisor, Self::Lead, Self::Admin].into_iter().find(|role| role.code() == code)
    }

    /// Whether they work here.
    #[must_use]
    pub fn is_staff(self) -> bool {
        self != Self::Student
    }

    /// What staff pages call it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Student => "Student",
            Self::Advisor => "Advisor",
            Self::Lead => "Lead advisor",
            Self::Admin => "Admin",
        }
    }
}

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// As what.
    pub role: Role,
    /// As they or their school wrote it.
    pub full_name: String,
    /// What pages call them.
    pub called: String,
    /// Where letters go.
    pub email: String,
    /// Their language.
    pub locale: String,
}

#[derive(Queryable)]
struct Row {
    id: PersonId,
    role: String,
    full_name: String,
    email: String,
    locale: String,
}

impl Person {
    /// Somebody whose account is open, as work that goes on without them needs to know them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn active(id: PersonId, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let open = person::table.find(id).filter(person::deactivated_at.is_null());
        let columns = (person::id, person::role, person::full_name, person::email, person::locale);
        let row: Option<Row> = open.select(columns).first(conn).await.optional()?;
        Ok(row.and_then(|row| {
            let called = first_word(&row.full_name);
            let Row { id, role, full_name, email, locale } = row;
            Some(Self { id, role: Role::parse(&role)?, full_name, called, email, locale })
        }))
    }

    /// The letters in their round picture.
    #[must_use]
    pub fn initials(&self) -> String {
        initials(&self.full_name)
    }
}

/// First letters of the first and the last word of a name.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// The first word of a full name: what we call somebody until they say otherwise.
#[must_use]
pub fn first_word(name: &str) -> String {
    name.split_whitespace().next().unwrap_or(name).chars().take(80).collect()
}

macro_rules! known {
    ($($(#[$doc:meta])* $name:ident($($role:ident)|+)),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name(Person);

        impl $name {
            /// Only for somebody whose role says so.
            #[must_use]
            pub fn known(person: Person) -> Option<Self> {
                matches!(person.role, $(Role::$role)|+).then_some(Self(person))
            }

            /// Who that is.
            #[must_use]
            pub fn person(&self) -> &Person {
                &self.0
            }

            /// Their id.
            #[must_use]
            pub fn id(&self) -> PersonId {
                self.0.id
            }
        }
    )*};
}

known! {
    /// A student.
    Student(Student),
    /// An advisor or a lead advisor.
    Advisor(Advisor | Lead),
    /// A lead advisor.
    Lead(Lead),
    /// An admin.
    Admin(Admin),
    /// Whoever meets: a student, an advisor or a lead advisor.
    Party(Student | Advisor | Lead),
    /// Whoever works here: an advisor, a lead advisor or an admin.
    Staff(Advisor | Lead | Admin),
    /// Anybody who is signed in.
    Member(Student | Advisor | Lead | Admin),
}

impl Student {
    /// Their id as a student.
    #[must_use]
    pub fn student_id(&self) -> StudentId {
        self.0.id.as_student()
    }
}

impl Lead {
    /// The same person as an advisor, which every lead is.
    #[must_use]
    pub fn as_advisor(&self) -> Advisor {
        Advisor(self.0.clone())
    }
}

impl Advisor {
    /// Whether they reach every student and read restricted notes.
    #[must_use]
    pub fn is_lead(&self) -> bool {
        self.0.role == Role::Lead
    }
}

/// Writes a new account; a student also gets a place in the queue and a profile with their first name.
///
/// # Errors
/// When the address has an account already (a duplicate) or the database fails.
pub async fn create(
    id: PersonId,
    role: Role,
    name: &FullName,
    email: &Email,
    password_hash: &str,
    locale: &str,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    diesel::insert_into(person::table)
        .values((
            person::id.eq(id),
            person::role.eq(role.code()),
            person::full_name.eq(name.as_str()),
            person::email.eq(email.typed()),
            person::email_key.eq(email.key()),
            person::password_hash.eq(password_hash),
            person::locale.eq(locale),
        ))
        .execute(conn)
        .await?;
    if role == Role::Student {
        let id = id.as_student();
        diesel::insert_into(student::table).values(student::person_id.eq(id)).execute(conn).await?;
        diesel::insert_into(profile::table)
            .values((profile::student_id.eq(id), profile::called.eq(first_word(name.as_str()))))
            .execute(conn)
            .await?;
    }
    Ok(())
}

/// Holds somebody in the role they act in until the transaction ends: whoever takes it away, or closes the account, is done
/// before or waits. What they asked for while they had it is not done after they lost it.
///
/// # Errors
/// [`Error::NotFound`] when they have it no more.
pub(super) async fn still(id: PersonId, role: Role, conn: &mut AsyncPgConnection) -> Result<()> {
    let as_such = person::table.find(id).filter(person::role.eq(role.code())).filter(person::deactivated_at.is_null());
    let held = as_such.select(person::id).for_share().first::<PersonId>(conn).await.optional()?;
    held.map(drop).ok_or(Error::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_of_long_short_and_odd_names() {
        assert_eq!(initials("Eve Hart"), "EH");
        assert_eq!(initials("Maria del Carmen Ruiz"), "MR");
        assert_eq!(initials("Cher"), "C");
        assert_eq!(initials("  "), "");
    }
}
