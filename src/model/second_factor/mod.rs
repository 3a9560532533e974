//! The second factor: six digits of an authenticator app (RFC 6238), and ten recovery codes for the day the phone is lost.
//!
//! A code works once: the step of the last one used is kept, and only a later step passes.

mod recovery;
mod seed;

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::{Timestamp, civil::DateTime};

pub use self::{recovery::RecoveryCode, seed::Seed};
use super::{
    account::Account,
    audit::{self, Action},
    error::{Error, Result},
    id::PersonId,
    letter::{FactorChange, Letter},
    person::{self, Role},
    post::{Post, to_account},
    secret::Secret,
};
use crate::schema::{recovery_code, second_factor};

/// How somebody's second factor stands.
#[derive(Queryable)]
pub struct Standing {
    /// Since when.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub since: Timestamp,
    /// Recovery codes not used yet.
    pub codes_left: i64,
}

/// Somebody's second factor, if they have one.
///
/// # Errors
/// When the database fails.
pub async fn standing(person_id: PersonId, conn: &mut AsyncPgConnection) -> Result<Option<Standing>> {
    let codes_left = recovery_code::table
        .filter(recovery_code::person_id.eq(second_factor::person_id))
        .filter(recovery_code::used_at.is_null())
        .count()
        .single_value()
        .assume_not_null();
    Ok(second_factor::table
        .find(person_id)
        .select((second_factor::created_at, codes_left))
        .first(conn)
        .await
        .optional()?)
}

/// Sets the second factor up, if the code shows that the app has the seed. The recovery codes are told this once. `at` is
/// now on the school's clock, for the letter.
///
/// # Errors
/// [`Error::Conflict`] when there is one already.
pub async fn set_up(
    person_id: PersonId,
    seed: &Seed,
    code: &str,
    at: DateTime,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<Option<Vec<RecoveryCode>>> {
    let Some(step) = seed.step_of(&digits(code), Timestamp::now()) else { return Ok(None) };
    conn.transaction(async |conn| {
        let made = diesel::insert_into(second_factor::table)
            .values((
                second_factor::person_id.eq(person_id),
                second_factor::sealed_seed.eq(seed.seal(person_id, &post.secret)),
                second_factor::last_step.eq(step),
            ))
            .on_conflict_do_nothing()
            .execute(conn)
            .await?;
        if made == 0 {
            return Err(Error::Conflict);
        }
        record(person_id, Action::SetUpSecondFactor, conn).await?;
        tell(person_id, FactorChange::SetUp, at, post, conn).await?;
        Ok(Some(write_codes(person_id, conn).await?))
    })
    .await
}

/// New recovery codes; the old ones stop working. `at` is now on the school's clock.
///
/// # Errors
/// When there is no second factor.
pub async fn renew_codes(
    person_id: PersonId,
    at: DateTime,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<Vec<RecoveryCode>> {
    conn.transaction(async |conn| {
        // Two renewals at once would leave two sheets that both work.
        second_factor::table.find(person_id).select(second_factor::last_step).for_update().first::<i64>(conn).await?;
        diesel::delete(recovery_code::table.filter(recovery_code::person_id.eq(person_id))).execute(conn).await?;
        record(person_id, Action::RenewedRecoveryCodes, conn).await?;
        tell(person_id, FactorChange::CodesRenewed, at, post, conn).await?;
        write_codes(person_id, conn).await
    })
    .await
}

async fn write_codes(person_id: PersonId, conn: &mut AsyncPgConnection) -> Result<Vec<RecoveryCode>> {
    let codes: Vec<_> = (0..recovery::RECOVERY_CODES).map(|_| RecoveryCode::random()).collect();
    let rows: Vec<_> = codes
        .iter()
        .map(|code| {
            (recovery_code::person_id.eq(person_id), recovery_code::hash.eq(RecoveryCode::hash_of(&code.0, person_id)))
        })
        .collect();
    diesel::insert_into(recovery_code::table).values(rows).execute(conn).await?;
    Ok(codes)
}

/// Whether what somebody typed is their app's code or a recovery code not used yet. Either is used up by it.
///
/// # Errors
/// When the database fails.
pub async fn proves(person_id: PersonId, typed: &str, secret: &Secret, conn: &mut AsyncPgConnection) -> Result<bool> {
    let code = digits(typed);
    let used = if code.len() == 6 {
        let sealed: Option<Vec<u8>> =
            second_factor::table.find(person_id).select(second_factor::sealed_seed).first(conn).await.optional()?;
        let seed = sealed.and_then(|sealed| Seed::open(&sealed, person_id, secret));
        let Some(step) = seed.and_then(|seed| seed.step_of(&code, Timestamp::now())) else { return Ok(false) };
        diesel::update(second_factor::table.find(person_id).filter(second_factor::last_step.lt(step)))
            .set(second_factor::last_step.eq(step))
            .execute(conn)
            .await?
    } else {
        let hash = RecoveryCode::hash_of(typed, person_id);
        diesel::update(recovery_code::table.find((person_id, hash)).filter(recovery_code::used_at.is_null()))
            .set(recovery_code::used_at.eq(now))
            .execute(conn)
            .await?
    };
    Ok(used == 1)
}

/// Takes the second factor off; `by` is its owner, or an admin for somebody who lost phone and codes. `at` is now
/// on the school's clock.
///
/// # Errors
/// [`Error::NotFound`] when the admin is none any more.
pub async fn take_off(
    person_id: PersonId,
    by: PersonId,
    at: DateTime,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    conn.transaction(async |conn| {
        if by != person_id {
            person::still(by, Role::Admin, conn).await?;
        }
        if diesel::delete(second_factor::table.find(person_id)).execute(conn).await? == 0 {
            return Ok(());
        }
        audit::record(Some(by), Action::TookOffSecondFactor, "person", Some(person_id.0), None, conn).await?;
        let what = if by == person_id { FactorChange::TakenOff } else { FactorChange::TakenOffByAdmin };
        tell(person_id, what, at, post, conn).await
    })
    .await
}

/// Takes off one that was set up since a day before `moment`, in the caller's transaction: whoever took an account over
/// may have put theirs on it. Says whether there was one.
///
/// # Errors
/// When the database fails.
pub(super) async fn take_off_since(
    person_id: PersonId,
    moment: Timestamp,
    conn: &mut AsyncPgConnection,
) -> Result<bool> {
    let since = jiff_diesel::Timestamp::from(moment - jiff::SignedDuration::from_hours(24));
    let theirs = second_factor::table.find(person_id).filter(second_factor::created_at.ge(since));
    let was_there = diesel::delete(theirs).execute(conn).await? > 0;
    if was_there {
        record(person_id, Action::TookOffSecondFactor, conn).await?;
    }
    Ok(was_there)
}

/// Writes to the owner what happened, in the caller's transaction. A closed account gets no letters.
pub(super) async fn tell(
    person_id: PersonId,
    what: FactorChange,
    at: DateTime,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    match Account::with_id(person_id, conn).await {
        Ok(account) => {
            post.put(to_account(&Letter::SecondFactorChanged { what, at }, &account), conn).await?;
            Ok(())
        }
        Err(Error::Database(diesel::result::Error::NotFound)) => Ok(()),
        Err(error) => Err(error),
    }
}

async fn record(person_id: PersonId, action: Action, conn: &mut AsyncPgConnection) -> Result<()> {
    audit::record(Some(person_id), action, "person", Some(person_id.0), None, conn).await
}

/// A code as apps show it, `123 456`, without its space; anything else as it is.
fn digits(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace()).take(40).collect()
}
