//! How often something may be tried, counted in Postgres for all instances together, the same for known and unknown accounts.

use std::net::IpAddr;

use diesel::{
    prelude::*,
    sql_types::{Binary, Integer},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use ipnet::IpNet;
use sha2::{Digest as _, Sha256};

use super::error::{Error, Result};
use crate::schema::throttle;

/// Failures an account may have from one network before each further try has to wait.
const FREE_FAILURES: i32 = 5;
/// Failed sign-ins from one network within [`NETWORK_SECONDS`].
const NETWORK_FAILURES: i32 = 300;
const NETWORK_SECONDS: i32 = 300;
/// Letters of one kind to one address within an hour.
const LETTERS_AN_HOUR: i32 = 3;
/// A count of failed sign-ins is forgotten after a quiet day.
const FORGET_SECONDS: i32 = 86_400;

/// Where somebody comes from, as wide as one person can easily move: a /24 or a /64.
#[must_use]
pub fn network_of(ip: IpAddr) -> IpNet {
    let ip = ip.to_canonical();
    let width = if ip.is_ipv4() { 24 } else { 64 };
    IpNet::new(ip, width).expect("24 and 64 are possible widths").trunc()
}

/// One sign-in: an address, known or not, tried from a network.
pub struct SignIn {
    pair: Vec<u8>,
    network: Option<Vec<u8>>,
}

impl SignIn {
    /// A try for the normalised address `email_key` from `ip`; campus networks are counted by account only.
    #[must_use]
    pub fn of(email_key: &str, ip: IpAddr, campus: &[IpNet]) -> Self {
        let network = network_of(ip);
        let is_campus = campus.iter().any(|known| known.contains(&ip.to_canonical()));
        Self {
            pair: key(&["sign-in", email_key, &network.to_string()]),
            network: (!is_campus).then(|| key(&["sign-in-network", &network.to_string()])),
        }
    }

    /// Whether the try is allowed now.
    ///
    /// # Errors
    /// [`Error::TooMany`] with the seconds to wait.
    pub async fn may_try(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        let wait = wait_of(&self.pair, conn).await?;
        let wait = match &self.network {
            Some(network) => wait.max(wait_of(network, conn).await?),
            None => wait,
        };
        if wait > 0 { Err(Error::TooMany(wait.unsigned_abs())) } else { Ok(()) }
    }

    /// The password was wrong, or nobody has the address. After five of these the next try waits 1, 2, 4 … 60 seconds.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn failed(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        let failures = count_up(&self.pair, FORGET_SECONDS, conn).await?;
        if failures > FREE_FAILURES {
            close(&self.pair, 1 << (failures - FREE_FAILURES - 1).min(6), conn).await?;
        }
        if let Some(network) = &self.network
            && count_up(network, NETWORK_SECONDS, conn).await? >= NETWORK_FAILURES
        {
            close(network, NETWORK_SECONDS, conn).await?;
        }
        Ok(())
    }

    /// The right password: successes are never counted.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn succeeded(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        diesel::delete(throttle::table.find(&self.pair)).execute(conn).await?;
        Ok(())
    }
}

/// Whether one more letter of this kind may go to the address within the hour. It counts itself.
///
/// # Errors
/// When the database fails.
pub async fn may_write(kind: &str, to: &str, conn: &mut AsyncPgConnection) -> Result<bool> {
    Ok(count_up(&key(&["letter", kind, to]), 3600, conn).await? <= LETTERS_AN_HOUR)
}

fn key(parts: &[&str]) -> Vec<u8> {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().to_vec()
}

async fn wait_of(key: &[u8], conn: &mut AsyncPgConnection) -> Result<i32> {
    Ok(throttle::table
        .find(key)
        .select(diesel::dsl::sql::<Integer>("greatest(0, ceil(extract(epoch from open_again - now())))::int"))
        .first(conn)
        .await
        .optional()?
        .unwrap_or(0))
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = Integer)]
    count: i32,
}

/// One more; a count that is older than `seconds` starts again at one.
async fn count_up(key: &[u8], seconds: i32, conn: &mut AsyncPgConnection) -> Result<i32> {
    let row: Count = diesel::sql_query(
        "insert into throttle (key, count) values ($1, 1) \
         on conflict (key) do update set \
           count = case when throttle.since < now() - make_interval(secs => $2) then 1 else throttle.count + 1 end, \
           since = case when throttle.since < now() - make_interval(secs => $2) then now() else throttle.since end \
         returning count",
    )
    .bind::<Binary, _>(key)
    .bind::<Integer, _>(seconds)
    .get_result(conn)
    .await?;
    Ok(row.count)
}

async fn close(key: &[u8], seconds: i32, conn: &mut AsyncPgConnection) -> Result<()> {
    diesel::sql_query("update throttle set open_again = now() + make_interval(secs => $2) where key = $1")
        .bind::<Binary, _>(key)
        .bind::<Integer, _>(seconds.min(if seconds > 60 { NETWORK_SECONDS } else { 60 }))
        .execute(conn)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_a_network_and_strangers_do_not() {
        let of = |text: &str| text.parse().map(network_of).ok();
        assert_eq!(of("10.1.2.3"), of("10.1.2.200"));
        assert_ne!(of("10.1.2.3"), of("10.1.3.3"));
        assert_eq!(of("2001:db8::1"), of("2001:db8::ffff:1"));
        assert_eq!(of("::ffff:10.1.2.3"), of("10.1.2.9"));
    }

    #[test]
    fn parts_of_a_key_do_not_run_together() {
        assert_ne!(key(&["ab", "c"]), key(&["a", "bc"]));
    }
}
