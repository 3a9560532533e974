//! Browsers and networks that somebody on the staff has signed in with: a letter tells of a new one.

use diesel::{dsl::now, dsl::sql, prelude::*, sql_types::Bool};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use ipnet::IpNet;
use jiff::civil::DateTime;
use sha2::{Digest as _, Sha256};

use super::{
    account::Account,
    error::Result,
    id::PersonId,
    letter::Letter,
    post::{Post, to_account},
};
use crate::schema::known_device;

/// Notes where somebody signs in, and says whether that is new. The very first place is not: there is nothing to compare.
///
/// # Errors
/// When the database fails.
async fn is_new(person_id: PersonId, browser: &str, network: IpNet, conn: &mut AsyncPgConnection) -> Result<bool> {
    let hash = Sha256::new().chain_update(browser).chain_update([0]).chain_update(network.to_string()).finalize();
    let others: i64 =
        known_device::table.filter(known_device::person_id.eq(person_id)).count().get_result(conn).await?;
    let was_added: bool = diesel::insert_into(known_device::table)
        .values((known_device::person_id.eq(person_id), known_device::hash.eq(hash.to_vec())))
        .on_conflict((known_device::person_id, known_device::hash))
        .do_update()
        .set(known_device::seen_at.eq(now))
        .returning(sql::<Bool>("xmax = 0"))
        .get_result(conn)
        .await?;
    Ok(was_added && others > 0)
}

/// Tells somebody on the staff that their account was used in a new place, in the transaction of the sign-in.
///
/// # Errors
/// When the database fails.
pub async fn tell(
    account: &Account,
    browser: &str,
    network: IpNet,
    at: DateTime,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    if account.role().is_staff() && is_new(account.id, browser, network, conn).await? {
        let letter = Letter::NewSignIn { browser: super::session::browser_name(browser), at };
        post.put(to_account(&letter, account), conn).await?;
    }
    Ok(())
}
