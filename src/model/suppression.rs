//! Addresses that the mail server refused for good: letters to them are held until an admin lifts that with a reason.

use std::collections::HashSet;

use diesel::{
    dsl::now,
    prelude::*,
    sql_query,
    sql_types::{BigInt, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    audit::{self, Action},
    error::Result,
    id::{LetterId, SuppressionId},
    keyset::{Page, Turn},
    person::{self, Admin, Role},
};
use crate::schema::{letter, person as people, suppression};

/// Addresses on one page.
const A_PAGE: usize = 20;

/// One address, for as long as it was refused.
#[derive(Queryable, Selectable)]
#[diesel(table_name = suppression, check_for_backend(diesel::pg::Pg))]
pub struct Suppression {
    /// Which.
    pub id: SuppressionId,
    /// The address, in small letters.
    pub email_key: String,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    /// When the mail server refused it.
    pub since: Timestamp,
    /// What it said.
    pub words: String,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    /// When it was lifted; nothing: it holds.
    pub lifted_at: Option<Timestamp>,
    /// Why.
    pub reason: Option<String>,
    /// Who lifted it.
    #[diesel(select_expression = people::full_name.nullable())]
    pub lifted_by: Option<String>,
}

/// Which of these addresses are refused.
///
/// # Errors
/// The database's.
pub async fn among(emails: &[String], conn: &mut AsyncPgConnection) -> QueryResult<HashSet<String>> {
    let keys: Vec<String> = emails.iter().map(|email| key(email)).collect();
    let open = suppression::table.filter(suppression::lifted_at.is_null()).filter(suppression::email_key.eq_any(keys));
    Ok(open.select(suppression::email_key).load::<String>(conn).await?.into_iter().collect())
}

/// How an address is compared.
#[must_use]
pub fn key(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Holds letters to an address from now on, inside the caller's transaction: the mail server said these words.
///
/// # Errors
/// The database's.
pub async fn begin(email: &str, words: &str, conn: &mut AsyncPgConnection) -> QueryResult<()> {
    sql_query(
        "insert into suppression (id, email_key, words) values ($1, $2, $3)
         on conflict (email_key) where lifted_at is null do nothing",
    )
    .bind::<SqlUuid, _>(Uuid::now_v7())
    .bind::<Text, _>(key(email))
    .bind::<Text, _>(words)
    .execute(conn)
    .await?;
    Ok(())
}

impl Suppression {
    /// A page of them, those that hold and those that were lifted, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(turn: Turn<SuppressionId>, conn: &mut AsyncPgConnection) -> Result<Page<Self>> {
        let limit = i64::try_from(A_PAGE).expect("a small number") + 1;
        let all = suppression::table.left_join(people::table).limit(limit).select(Self::as_select()).into_boxed();
        let some = match turn {
            Turn::First => all.order(suppression::id.desc()),
            Turn::After(mark) => all.filter(suppression::id.lt(mark)).order(suppression::id.desc()),
            Turn::Before(mark) => all.filter(suppression::id.gt(mark)).order(suppression::id.asc()),
        };
        Ok(Page::cut(&turn, some.load(conn).await?, A_PAGE))
    }

    /// One of them.
    ///
    /// # Errors
    /// [`super::error::Error::NotFound`] when there is none with this id.
    pub async fn with_id(id: SuppressionId, conn: &mut AsyncPgConnection) -> Result<Self> {
        let one = suppression::table.find(id).left_join(people::table);
        Ok(one.select(Self::as_select()).first(conn).await?)
    }

    /// What holds for an address now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(email: &str, conn: &mut AsyncPgConnection) -> Result<Option<Self>> {
        let open = suppression::table.left_join(people::table).filter(suppression::lifted_at.is_null());
        let theirs = open.filter(suppression::email_key.eq(key(email)));
        Ok(theirs.select(Self::as_select()).first(conn).await.optional()?)
    }

    /// How many addresses are refused now, at most a thousand.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count(conn: &mut AsyncPgConnection) -> Result<i64> {
        let some =
            sql_query("select count(*) as many from (select from suppression where lifted_at is null limit 1000) few");
        Ok(some.get_result::<Count>(conn).await?.many)
    }

    /// Lifts one: the letters that wait for it go out. Once more does nothing.
    ///
    /// # Errors
    /// [`super::error::Error::NotFound`] when there is none with this id, or the admin is none any more.
    pub async fn lift(admin: &Admin, id: SuppressionId, reason: &str, conn: &mut AsyncPgConnection) -> Result<()> {
        conn.transaction(async |conn| {
            person::still(admin.id(), Role::Admin, conn).await?;
            let one = suppression::table.find(id).select((suppression::email_key, suppression::lifted_at.is_null()));
            let (email_key, holds): (String, bool) = one.for_update().first(conn).await?;
            if !holds {
                return Ok(());
            }
            diesel::update(suppression::table.find(id))
                .set((
                    suppression::lifted_at.eq(now),
                    suppression::lifted_by.eq(admin.id()),
                    suppression::reason.eq(reason),
                ))
                .execute(conn)
                .await?;
            audit::record(Some(admin.id()), Action::LiftedSuppression, "suppression", Some(id.0), None, conn).await?;
            let freed: Vec<LetterId> = sql_query(FREE)
                .bind::<Text, _>(email_key)
                .load::<Freed>(conn)
                .await?
                .into_iter()
                .map(|one| one.id)
                .collect();
            let about: Vec<_> = freed.into_iter().map(|letter| (Some(letter.0), None)).collect();
            audit::record_all(Some(admin.id()), Action::ReleasedLetter, "letter", &about, conn).await
        })
        .await
    }
}

/// The letters held for one address go back into the outbox.
const FREE: &str =
    "update letter set state = case when tries = 0 then 'queued' else 'deferred' end, next_try_at = now()
    where state = 'held' and lower(to_email) = $1 returning id";

#[derive(QueryableByName)]
#[diesel(table_name = letter)]
struct Freed {
    id: LetterId,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    many: i64,
}

/// Takes the reason to lift one, as typed.
///
/// # Errors
/// The message key.
pub fn reason(raw: &str) -> std::result::Result<String, &'static str> {
    super::resend::reason(raw).map_err(|key| if key == "resend-reason-missing" { "lift-reason-missing" } else { key })
}
