//! Registering: an account that sleeps until its link is used, and answers that never say whether an address is known.

use diesel::{dsl::now, prelude::*, upsert::excluded};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{
    account::Account,
    adoption, assignment,
    email::Email,
    error::{Error, Result},
    id::{AttemptId, PersonId},
    invitation,
    letter::Letter,
    outbox::{self, NewLetter},
    person::{self, FullName, Person, Role, Student},
    post::{Post, to_account},
    setting::Setting,
    throttle,
    token::{self, Purpose, Token},
};
use crate::schema::registration;

/// What somebody typed, found good.
pub struct Registration {
    /// Their name.
    pub name: FullName,
    /// Their address.
    pub email: Email,
    /// argon2id, PHC string.
    pub password_hash: String,
    /// The language they read.
    pub locale: String,
    /// The attempt they made in this browser before they had an account.
    pub attempt: Option<AttemptId>,
}

impl Registration {
    /// Notes the registration and sends the letter with the link. A known address gets a letter that says so instead, and
    /// nothing is noted. Either way the visitor sees the same page, and what they answered before is held for a day. Beyond
    /// three letters an hour nothing goes out; one that waits already is contested by it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note(&self, post: &Post, conn: &mut AsyncPgConnection) -> Result<()> {
        conn.transaction(async |conn| {
            let attempt = match self.attempt {
                Some(attempt) => adoption::hold(attempt, conn).await?,
                None => None,
            };
            if !throttle::may_write("register", self.email.key(), conn).await? {
                let unquestioned =
                    registration::table.find(self.email.key()).filter(registration::is_contested.eq(false));
                diesel::update(unquestioned).set(registration::is_contested.eq(true)).execute(conn).await?;
                return Ok(());
            }
            if let Some(account) = Account::with_email(&self.email, conn).await? {
                self.pretend(attempt, conn).await?;
                post.put(to_account(&Letter::AlreadyRegistered, &account), conn).await?;
                return Ok(());
            }
            let link = conn.transaction(async |conn| self.keep(attempt, conn).await).await?;
            let letter = NewLetter {
                letter: &Letter::Confirm,
                person_id: None,
                result_id: None,
                to_name: self.name.as_str(),
                to_email: self.email.typed(),
                reply_to: None,
                locale: &self.locale,
                token: Some(link.expose()),
                form_key: None,
            };
            post.put(letter, conn).await?;
            Ok(())
        })
        .await
    }

    /// Keeps what was typed until the link is used; one that waits already is replaced.
    async fn keep(&self, attempt: Option<AttemptId>, conn: &mut AsyncPgConnection) -> Result<Token> {
        diesel::insert_into(registration::table)
            .values((
                registration::email_key.eq(self.email.key()),
                registration::email.eq(self.email.typed()),
                registration::full_name.eq(self.name.as_str()),
                registration::password_hash.eq(&self.password_hash),
                registration::locale.eq(&self.locale),
                registration::attempt_id.eq(attempt),
            ))
            .on_conflict(registration::email_key)
            .do_update()
            .set((
                registration::email.eq(excluded(registration::email)),
                registration::full_name.eq(excluded(registration::full_name)),
                registration::password_hash.eq(excluded(registration::password_hash)),
                registration::locale.eq(excluded(registration::locale)),
                registration::attempt_id.eq(excluded(registration::attempt_id)),
                registration::created_at.eq(now),
                registration::is_contested.eq(true),
            ))
            .execute(conn)
            .await?;
        token::issue(Purpose::Confirm, self.email.key(), None, conn).await
    }

    /// The same work for an address that has an account, undone at once: how long it takes must not tell.
    async fn pretend(&self, attempt: Option<AttemptId>, conn: &mut AsyncPgConnection) -> Result<()> {
        let undone = conn.transaction(async |conn| {
            self.keep(attempt, conn).await?;
            Err::<(), _>(Error::NotFound)
        });
        match undone.await {
            Ok(()) | Err(Error::NotFound) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// A registration that waits for its link.
#[derive(Queryable, Selectable)]
#[diesel(table_name = registration, check_for_backend(diesel::pg::Pg))]
pub struct Waiting {
    /// As typed.
    pub email: String,
    /// As typed.
    pub full_name: String,
    password_hash: String,
    locale: String,
    /// Whether the address was registered more than once: whoever opens the link says name and password anew, since nobody
    /// can tell whose registration was the owner's.
    pub is_contested: bool,
    /// The attempt that was made in the browser that registered, if it is still there.
    attempt_id: Option<AttemptId>,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    created_at: jiff::Timestamp,
}

impl Waiting {
    /// The attempt that whoever opens the link may keep, in a browser where nobody is signed in and `here` is the one made
    /// there. Their own in any case; from another browser only what it held when the only registration was made there.
    /// Answers that somebody else gave, before or since, are nobody's to be given away with a link.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn offered(&self, here: Option<AttemptId>, conn: &mut AsyncPgConnection) -> Result<Option<AttemptId>> {
        let Some(bound) = self.attempt_id else { return Ok(None) };
        let is_theirs = here == Some(bound)
            || !self.is_contested && adoption::is_untouched_since(bound, self.created_at, conn).await?;
        Ok(is_theirs.then_some(bound))
    }
}

/// What is chosen behind the link of a contested registration: nothing of what was typed before counts.
pub struct Anew {
    /// The name.
    pub name: FullName,
    /// argon2id, PHC string.
    pub password_hash: String,
}

/// What to do with the answers that were given before registering.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// They become the account's.
    Keep,
    /// They are deleted.
    Leave,
    /// Nobody was asked.
    Unasked,
}

/// Uses a confirmation link: the account comes alive and, by the school's rule, gets an advisor. `anew` is what was chosen
/// on the way, where it had to be. What was answered before is kept or left in the same transaction; `here` is the attempt
/// made in this browser, if there is one.
///
/// # Errors
/// [`Error::NotFound`] when the link is used, expired or unknown.
pub async fn confirm(
    link: &Token,
    anew: Option<&Anew>,
    answers: Answers,
    here: Option<AttemptId>,
    setting: &Setting,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<PersonId> {
    conn.transaction(async |conn| {
        let bound = token::spend(Purpose::Confirm, link, conn).await?.ok_or(Error::NotFound)?;
        let waiting: Waiting = diesel::delete(registration::table.find(&bound.email_key))
            .returning(Waiting::as_returning())
            .get_result(conn)
            .await
            .optional()?
            .ok_or(Error::NotFound)?;
        // Both were parsed when they were noted.
        let email = Email::parse(&waiting.email).map_err(|_| Error::NotFound)?;
        let noted = FullName::parse(&waiting.full_name).map_err(|_| Error::NotFound)?;
        let (name, password_hash) = match anew {
            Some(anew) => (&anew.name, &anew.password_hash),
            None if waiting.is_contested => return Err(Error::NotFound),
            None => (&noted, &waiting.password_hash),
        };
        let id = PersonId::new();
        match person::create(id, Role::Student, name, &email, password_hash, &waiting.locale, conn).await {
            Err(error) if error.is_duplicate() => return Err(Error::NotFound),
            created => created?,
        }
        assignment::welcome(id.as_student(), email.key(), setting, conn).await?;
        outbox::give_to(id, "confirm", email.key(), conn).await?;
        token::forget_used(Purpose::Confirm, email.key(), conn).await?;
        invitation::overtaken(id, email.key(), conn).await?;
        match (waiting.offered(here, conn).await?, answers) {
            (Some(attempt), Answers::Keep) => {
                let student = newcomer(id, name.as_str(), &waiting).ok_or(Error::NotFound)?;
                adoption::keep(attempt, &student, None, setting, post, conn).await?;
            }
            (Some(attempt), Answers::Leave) => adoption::leave(attempt, conn).await?,
            _ => {}
        }
        Ok(id)
    })
    .await
}

/// The student whose account has just come alive.
fn newcomer(id: PersonId, name: &str, waiting: &Waiting) -> Option<Student> {
    Student::known(Person {
        id,
        role: Role::Student,
        full_name: name.to_owned(),
        called: person::first_word(name),
        email: waiting.email.clone(),
        locale: waiting.locale.clone(),
    })
}

/// The registration behind a confirmation link and until when it works, for the page with the button.
///
/// # Errors
/// When the database fails.
pub async fn behind(link: &Token, conn: &mut AsyncPgConnection) -> Result<Option<(Waiting, jiff::Timestamp)>> {
    let Some(bound) = token::look(Purpose::Confirm, link, conn).await? else { return Ok(None) };
    let waiting =
        registration::table.find(&bound.email_key).select(Waiting::as_select()).first(conn).await.optional()?;
    Ok(waiting.map(|waiting| (waiting, bound.expires_at)))
}
