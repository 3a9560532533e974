//! The words of a kind of letter as the school put them: revisions, of which one goes out. Whether they can stand is looked at
//! where letters are written.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    account::Account,
    audit::{self, Action},
    error::{Error, Result},
    id::FormKey,
    letter::Letter,
    outbox::NewLetter,
    person::{self, Admin, Role},
    post::{Post, to_account},
};
use crate::schema::{letter_wording, person as people};

/// Revisions in a list; older ones stay in the table.
const MOST: i64 = 50;

/// Sentences by their ids; those that are not in it are the shipped ones.
pub type OwnWords = BTreeMap<String, String>;

/// One revision.
#[derive(Queryable, Clone)]
pub struct Wording {
    /// Of which kind of letter.
    pub kind: String,
    /// In which language.
    pub locale: String,
    /// Its number within kind and language, from 1.
    pub number: i32,
    /// `draft`, `live` or `past`.
    pub status: String,
    words: serde_json::Value,
    /// What changed and for what reason.
    pub why: String,
    /// When it was saved.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
    /// Who saved it.
    pub author: Option<String>,
}

type Columns = (
    letter_wording::kind,
    letter_wording::locale,
    letter_wording::number,
    letter_wording::status,
    letter_wording::words,
    letter_wording::why,
    letter_wording::created_at,
    diesel::dsl::Nullable<people::full_name>,
);

#[diesel::dsl::auto_type]
fn joined() -> _ {
    letter_wording::table.left_join(people::table)
}

/// What came of a save.
pub enum Outcome {
    /// It is kept as a draft with this number.
    Saved(i32),
    /// It goes out from now on, with this number.
    InUse(i32),
    /// Somebody else saved meanwhile: this is what they saved.
    Stale(Box<Wording>),
}

/// Words on their way into a revision.
pub struct Edit {
    /// Of which kind.
    pub kind: String,
    /// In which language.
    pub locale: &'static str,
    /// The number of the revision the editor saw; 0 for the shipped words.
    pub seen: i32,
    /// The sentences that differ from the shipped ones.
    pub words: OwnWords,
    /// What changed and for what reason.
    pub why: String,
    /// The same form twice is one revision.
    pub form_key: FormKey,
}

impl Wording {
    /// Its sentences.
    #[must_use]
    pub fn words(&self) -> OwnWords {
        serde_json::from_value(self.words.clone()).unwrap_or_default()
    }

    /// The sentences that go out; none: the shipped ones.
    ///
    /// # Errors
    /// The database's.
    pub async fn in_use(kind: &str, locale: &str, conn: &mut AsyncPgConnection) -> QueryResult<OwnWords> {
        let live = letter_wording::table
            .filter(letter_wording::kind.eq(kind))
            .filter(letter_wording::locale.eq(locale))
            .filter(letter_wording::status.eq("live"))
            .select(letter_wording::words);
        let words: Option<serde_json::Value> = live.first(conn).await.optional()?;
        Ok(words.and_then(|words| serde_json::from_value(words).ok()).unwrap_or_default())
    }

    /// The newest revisions of one kind in one language, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(kind: &str, locale: &str, conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(joined()
            .filter(letter_wording::kind.eq(kind))
            .filter(letter_wording::locale.eq(locale))
            .order(letter_wording::number.desc())
            .limit(MOST)
            .select(Self::columns())
            .load(conn)
            .await?)
    }

    /// The newest revision of every kind in every language that has one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn newest_of_all(conn: &mut AsyncPgConnection) -> Result<Vec<Self>> {
        Ok(joined()
            .distinct_on((letter_wording::kind, letter_wording::locale))
            .order((letter_wording::kind, letter_wording::locale, letter_wording::number.desc()))
            .select(Self::columns())
            .load(conn)
            .await?)
    }

    /// One revision.
    ///
    /// # Errors
    /// Not found when there is none.
    pub async fn one(kind: &str, locale: &str, number: i32, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(joined()
            .filter(letter_wording::kind.eq(kind))
            .filter(letter_wording::locale.eq(locale))
            .filter(letter_wording::number.eq(number))
            .select(Self::columns())
            .first(conn)
            .await?)
    }

    fn columns() -> Columns {
        (
            letter_wording::kind,
            letter_wording::locale,
            letter_wording::number,
            letter_wording::status,
            letter_wording::words,
            letter_wording::why,
            letter_wording::created_at,
            people::full_name.nullable(),
        )
    }
}

/// Sends a sample letter to whoever edits it. The same form is the same letter.
///
/// # Errors
/// When the database fails.
pub async fn send_test(
    letter: &Letter,
    locale: &str,
    form_key: FormKey,
    admin: &Admin,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    conn.transaction(async |conn| {
        let account = Account::with_id(admin.id(), conn).await?;
        let id = post.put(NewLetter { locale, form_key: Some(form_key), ..to_account(letter, &account) }, conn).await?;
        audit::record(Some(admin.id()), Action::TestedLetter, "letter", Some(id.0), None, conn).await
    })
    .await
}

impl Edit {
    /// Keeps the words; with `is_for_use` they go out from now on.
    ///
    /// # Errors
    /// [`Error::Conflict`] when somebody saved at the same moment.
    pub async fn save(self, is_for_use: bool, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        let saved = conn.transaction(async |conn| self.write(is_for_use, admin, conn).await).await;
        // Two at the same moment got the same number: the slower one looks again.
        match saved {
            Err(error) if error.is_duplicate() => Err(Error::Conflict),
            saved => saved,
        }
    }

    async fn write(&self, is_for_use: bool, admin: &Admin, conn: &mut AsyncPgConnection) -> Result<Outcome> {
        person::still(admin.id(), Role::Admin, conn).await?;
        let outcome = |number| if is_for_use { Outcome::InUse(number) } else { Outcome::Saved(number) };
        let of_kind = || {
            letter_wording::table
                .filter(letter_wording::kind.eq(self.kind.clone()))
                .filter(letter_wording::locale.eq(self.locale))
        };
        let kept = of_kind().filter(letter_wording::form_key.eq(self.form_key)).select(letter_wording::number);
        if let Some(number) = kept.first::<i32>(conn).await.optional()? {
            return Ok(outcome(number));
        }
        let newest = Wording::of(&self.kind, self.locale, conn).await?.into_iter().next();
        let number = newest.as_ref().map_or(0, |newest| newest.number);
        if let Some(newest) = newest.filter(|newest| newest.number != self.seen) {
            return Ok(Outcome::Stale(Box::new(newest)));
        }
        if is_for_use {
            let live = of_kind().filter(letter_wording::status.eq("live"));
            diesel::update(live).set(letter_wording::status.eq("past")).execute(conn).await?;
        }
        let id = Uuid::now_v7();
        let words =
            serde_json::to_value(&self.words).map_err(|e| diesel::result::Error::SerializationError(e.into()))?;
        diesel::insert_into(letter_wording::table)
            .values((
                letter_wording::id.eq(id),
                letter_wording::kind.eq(&self.kind),
                letter_wording::locale.eq(self.locale),
                letter_wording::number.eq(number + 1),
                letter_wording::status.eq(if is_for_use { "live" } else { "draft" }),
                letter_wording::words.eq(words),
                letter_wording::why.eq(&self.why),
                letter_wording::author_id.eq(admin.id()),
                letter_wording::form_key.eq(self.form_key),
            ))
            .execute(conn)
            .await?;
        audit::record(Some(admin.id()), Action::ChangedLetterWords, "letter-wording", Some(id), None, conn).await?;
        Ok(outcome(number + 1))
    }
}
