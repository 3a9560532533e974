//! How often something may be tried, counted in Postgres for all instances together, the same for known and unknown accounts.

mod gate;

use std::net::IpAddr;

use diesel::{
    prelude::*,
    sql_types::{Binary, Integer},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use ipnet::IpNet;

use self::gate::{Count, Gate, key};
use super::{error::Result, id::PersonId};
use crate::schema::throttle;

/// Letters of one kind to one address within an hour.
const LETTERS_AN_HOUR: i32 = 3;
/// Letters with a sign-in code to one person within an hour.
const CODES_AN_HOUR: i32 = 10;
/// Failures an account may have in a day, from anywhere, before the right password also needs a mailed code.
const DAILY_FAILURES: i32 = 100;

/// Where somebody comes from, as wide as one person can easily move: a /24 or a /64.
#[must_use]
pub fn network_of(ip: IpAddr) -> IpNet {
    let ip = ip.to_canonical();
    let width = if ip.is_ipv4() { 24 } else { 64 };
    IpNet::new(ip, width).expect("24 and 64 are possible widths").trunc()
}

/// One sign-in: an address, known or not, tried from a network.
pub struct SignIn {
    pair: Gate,
    account: Gate,
    network: Option<Gate>,
}

impl SignIn {
    /// A try for the normalised address `email_key` from `ip`; campus networks are counted by account only.
    #[must_use]
    pub fn of(email_key: &str, ip: IpAddr, campus: &[IpNet]) -> Self {
        let network = network_of(ip).to_string();
        let is_campus = campus.iter().any(|known| known.contains(&ip.to_canonical()));
        // A campus is one network to us, but its people are not one person.
        let near = if is_campus { ip.to_canonical().to_string() } else { network.clone() };
        Self {
            pair: Gate::account_from(email_key, &near),
            account: Gate::account(email_key),
            network: (!is_campus).then(|| Gate::network(&network)),
        }
    }

    /// Counts the try, if it is allowed now. Says whether the account has failed so often today that the right password
    /// is not enough.
    ///
    /// # Errors
    /// [`Error::TooMany`](super::error::Error::TooMany) with the seconds to wait.
    pub async fn begin(&self, conn: &mut AsyncPgConnection) -> Result<bool> {
        conn.transaction(async |conn| {
            self.pair.pass(conn).await?;
            if let Some(network) = &self.network {
                network.pass(conn).await?;
            }
            Ok(self.account.pass(conn).await? > DAILY_FAILURES)
        })
        .await
    }

    /// The right password: successes are never counted.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn succeeded(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        self.pair.forget(conn).await?;
        self.account.take_back(conn).await?;
        if let Some(network) = &self.network {
            network.take_back(conn).await?;
        }
        Ok(())
    }
}

/// The codes that somebody types: of an app, of a letter, of their recovery sheet.
pub struct Codes(Gate, Gate);

impl Codes {
    /// Those of one person.
    #[must_use]
    pub fn of(person_id: PersonId) -> Self {
        Self(Gate::codes(person_id), Gate::codes_of_day(person_id))
    }

    /// Counts the try, if it is allowed now: five in five minutes.
    ///
    /// # Errors
    /// [`Error::TooMany`](super::error::Error::TooMany) with the seconds to wait.
    pub async fn begin(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        conn.transaction(async |conn| {
            self.0.pass(conn).await?;
            self.1.pass(conn).await.map(drop)
        })
        .await
    }

    /// The right code.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn succeeded(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        self.0.forget(conn).await?;
        self.1.forget(conn).await
    }
}

/// Counts a form that may make us write to a stranger, if its network may send one more now. Campus networks may.
///
/// # Errors
/// [`Error::TooMany`](super::error::Error::TooMany) with the seconds to wait.
pub async fn may_bother_strangers(ip: IpAddr, campus: &[IpNet], conn: &mut AsyncPgConnection) -> Result<()> {
    if campus.iter().any(|known| known.contains(&ip.to_canonical())) {
        return Ok(());
    }
    Gate::strangers(&network_of(ip).to_string()).pass(conn).await.map(drop)
}

/// Counts an attempt without an account, if its network may begin one more now. Campus networks may.
///
/// # Errors
/// [`Error::TooMany`](super::error::Error::TooMany) with the seconds to wait.
pub async fn may_try(ip: IpAddr, campus: &[IpNet], conn: &mut AsyncPgConnection) -> Result<()> {
    if campus.iter().any(|known| known.contains(&ip.to_canonical())) {
        return Ok(());
    }
    Gate::trials(&network_of(ip).to_string()).pass(conn).await.map(drop)
}

/// Whether one more letter with a code may go to somebody within the hour. It counts itself.
///
/// # Errors
/// When the database fails.
pub async fn may_write_codes(person_id: PersonId, conn: &mut AsyncPgConnection) -> Result<bool> {
    Ok(count_up(&key(&["letter", "sign-in-code", &person_id.to_string()]), 3600, conn).await? <= CODES_AN_HOUR)
}

/// Whether one more letter of this kind may go to the address within the hour. It counts itself.
///
/// # Errors
/// When the database fails.
pub async fn may_write(kind: &str, to: &str, conn: &mut AsyncPgConnection) -> Result<bool> {
    Ok(count_up(&key(&["letter", kind, to]), 3600, conn).await? <= LETTERS_AN_HOUR)
}

/// Forgets the counts of an erased person. Those of their address from one network cannot be told from others: the
/// networks are not known. They hold a hash, and go by themselves within two days.
///
/// # Errors
/// When the database fails.
pub async fn forget(person_id: PersonId, addresses: &[String], conn: &mut AsyncPgConnection) -> Result<()> {
    let own = person_id.to_string();
    let mut keys = vec![Gate::codes(person_id).key, Gate::codes_of_day(person_id).key];
    keys.extend(["recommendation", "resend", "sign-in-code"].map(|kind| key(&["letter", kind, &own])));
    for address in addresses {
        keys.push(Gate::account(address).key);
        keys.extend(["register", "reset", "email"].map(|kind| key(&["letter", kind, address])));
    }
    diesel::delete(throttle::table.filter(throttle::key.eq_any(keys))).execute(conn).await?;
    Ok(())
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
}
