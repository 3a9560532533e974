//! The outbox as admins see it: where each letter stands and what the mail server said. No subject, no words, no link.

use diesel::{
    dsl::sql,
    prelude::*,
    sql_query,
    sql_types::{Array, BigInt, Bool, Nullable, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{Again, State, Try, lower};
use crate::{
    model::{
        audit::{self, Action},
        error::Result,
        id::{LetterId, PersonId},
        keyset::{Page, Turn},
        person::{self, Admin, Role},
        suppression,
    },
    schema::{letter, letter_try, resend},
};

/// Letters on one page.
const A_PAGE: usize = 25;
/// Letters that one press sets free.
pub const MOST_RELEASED: i64 = 500;

/// A pile of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tray {
    /// Queued, in a carrier's hands, or put off.
    Waiting,
    /// Kept back.
    Held,
    /// Given up.
    Failed,
    /// Taken by the mail server.
    Accepted,
}

impl Tray {
    /// All, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Held, Self::Failed, Self::Accepted];

    /// The word in the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Held => "held",
            Self::Failed => "failed",
            Self::Accepted => "accepted",
        }
    }

    /// The tray with this word.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tray| tray.code() == code)
    }

    /// True for its letters; in the words of the indexes.
    fn filter(self) -> &'static str {
        match self {
            Self::Waiting => "letter.state in ('queued', 'sending', 'deferred')",
            Self::Held => "letter.state = 'held'",
            Self::Failed => "letter.state = 'failed'",
            Self::Accepted => "letter.state = 'accepted'",
        }
    }
}

/// A letter on the admins' desk.
#[derive(HasQuery)]
#[diesel(table_name = letter)]
pub struct OnDesk {
    /// Which.
    pub id: LetterId,
    /// Its kind as the table spells it.
    pub kind: String,
    /// Where it stands.
    #[diesel(deserialize_as = String)]
    pub state: State,
    /// Tries so far.
    pub tries: i16,
    /// Not tried before; of meaning while queued or deferred.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub next_try_at: Timestamp,
    /// When it was accepted or failed.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub settled_at: Option<Timestamp>,
    /// What the mail server said last.
    pub server_words: Option<String>,
    /// The recipient's name.
    pub to_name: String,
    /// The recipient's address.
    pub to_email: String,
    /// Whose account, if any.
    pub person_id: Option<PersonId>,
    /// Its Message-ID.
    pub message_id: String,
    /// When it was queued.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
}

/// Letters that are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// In which tray.
    pub tray: Tray,
    /// To this address; empty: to anybody.
    pub email: String,
}

#[derive(QueryableByName)]
struct Counts {
    #[diesel(sql_type = Array<BigInt>)]
    counts: Vec<i64>,
}

#[derive(QueryableByName)]
#[diesel(table_name = letter)]
struct Freed {
    id: LetterId,
}

/// How many letters each tray holds, in the order of [`Tray::ALL`]; at a thousand it stops counting.
///
/// # Errors
/// When the database fails.
pub async fn counts(conn: &mut AsyncPgConnection) -> Result<[i64; 4]> {
    let one =
        |tray: Tray| format!("(select count(*) from (select from letter where {} limit 1000) few)", tray.filter());
    let query = format!("select array[{}] as counts", Tray::ALL.map(one).join(", "));
    let counts: Counts = sql_query(query).get_result(conn).await?;
    Ok(counts.counts.try_into().unwrap_or_default())
}

impl OnDesk {
    /// A page of a tray, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(sought: &Sought, turn: Turn<LetterId>, conn: &mut AsyncPgConnection) -> Result<Page<Self>> {
        let limit = i64::try_from(A_PAGE).expect("a small number") + 1;
        let mut some = Self::query().filter(sql::<Bool>(sought.tray.filter())).limit(limit).into_boxed();
        if !sought.email.is_empty() {
            some = some.filter(lower(letter::to_email).eq(suppression::key(&sought.email)));
        }
        let some = match turn {
            Turn::First => some.order(letter::id.desc()),
            Turn::After(mark) => some.filter(letter::id.lt(mark)).order(letter::id.desc()),
            Turn::Before(mark) => some.filter(letter::id.gt(mark)).order(letter::id.asc()),
        };
        Ok(Page::cut(&turn, some.load(conn).await?, A_PAGE))
    }

    /// One letter.
    ///
    /// # Errors
    /// [`crate::model::error::Error::NotFound`] when there is none with this id.
    pub async fn with_id(id: LetterId, conn: &mut AsyncPgConnection) -> Result<Self> {
        Ok(Self::query().filter(letter::id.eq(id)).first(conn).await?)
    }

    /// Its tries, the first one first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tries(&self, conn: &mut AsyncPgConnection) -> Result<Vec<Try>> {
        let tries = letter_try::table.filter(letter_try::letter_id.eq(self.id)).order(letter_try::number);
        Ok(tries.select(Try::as_select()).load(conn).await?)
    }

    /// Who had it sent again, and that it is one sent again: the first one first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn repeats(&self, conn: &mut AsyncPgConnection) -> Result<Vec<Again>> {
        let ties = resend::table.filter(resend::letter_id.eq(self.id).or(resend::of_id.eq(self.id)));
        Ok(ties.order(resend::letter_id).select(Again::as_select()).load(conn).await?)
    }
}

/// Sets held letters free that are not newer than the one last seen: all that were looked for, or only that one. Those to
/// addresses that the mail server refused stay. Gives how many went back into the outbox.
///
/// # Errors
/// [`crate::model::error::Error::NotFound`] when the admin is none any more.
pub async fn release(
    admin: &Admin,
    email: Option<&str>,
    up_to: LetterId,
    is_alone: bool,
    conn: &mut AsyncPgConnection,
) -> Result<usize> {
    conn.transaction(async |conn| {
        person::still(admin.id(), Role::Admin, conn).await?;
        let freed: Vec<Freed> = sql_query(RELEASE)
            .bind::<SqlUuid, _>(up_to.0)
            .bind::<Nullable<Text>, _>(email.map(suppression::key))
            .bind::<Bool, _>(is_alone)
            .bind::<BigInt, _>(MOST_RELEASED)
            .load(conn)
            .await?;
        let about: Vec<_> = freed.iter().map(|one| (Some(one.id.0), None)).collect();
        audit::record_all(Some(admin.id()), Action::ReleasedLetter, "letter", &about, conn).await?;
        Ok(freed.len())
    })
    .await
}

const RELEASE: &str =
    "update letter set state = case when tries = 0 then 'queued' else 'deferred' end, next_try_at = now()
    where id = any(array(
        select id from letter
        where state = 'held' and id <= $1 and ($2 is null or lower(to_email) = $2) and (not $3 or id = $1)
          and not exists (select from suppression where email_key = lower(to_email) and lifted_at is null)
        order by id limit $4 for update skip locked))
    returning id";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tray_has_a_word_of_its_own() {
        for tray in Tray::ALL {
            assert_eq!(Tray::parse(tray.code()), Some(tray));
        }
        assert_eq!(Tray::parse("sent"), None);
    }
}
