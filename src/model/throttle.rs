//! How often something may be tried, counted in Postgres for all instances together, the same for known and unknown accounts.

use std::net::IpAddr;

use diesel::{
    dsl::sql,
    prelude::*,
    sql_types::{Binary, Integer, Timestamptz},
};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use ipnet::IpNet;
use sha2::{Digest as _, Sha256};

use super::{
    error::{Error, Result},
    id::PersonId,
};
use crate::schema::throttle;

/// Letters of one kind to one address within an hour.
const LETTERS_AN_HOUR: i32 = 3;
/// Letters with a sign-in code to one person within an hour.
const CODES_AN_HOUR: i32 = 10;
/// Failures an account may have in a day, from anywhere, before the right password also needs a mailed code.
const DAILY_FAILURES: i32 = 100;
const DAY: i32 = 86_400;

/// Where somebody comes from, as wide as one person can easily move: a /24 or a /64.
#[must_use]
pub fn network_of(ip: IpAddr) -> IpNet {
    let ip = ip.to_canonical();
    let width = if ip.is_ipv4() { 24 } else { 64 };
    IpNet::new(ip, width).expect("24 and 64 are possible widths").trunc()
}

/// What is counted together, and what happens when it is too much. A try counts before it is known to fail, so that many
/// at once are as few as many in a row; one that succeeds is taken back.
struct Gate {
    key: Vec<u8>,
    /// Seconds after which a count starts again.
    forget: i32,
    /// Tries that cost nothing.
    free: i32,
    /// Seconds to wait after the first try that is not free; each further one doubles it.
    wait: i32,
    /// Seconds to wait at most.
    longest: i32,
}

impl Gate {
    /// One account from one network: after five failures the next try waits 1, 2, 4 … 60 seconds.
    fn account_from(email_key: &str, network: &str) -> Self {
        Self { key: key(&["sign-in", email_key, network]), forget: DAY, free: 5, wait: 1, longest: 60 }
    }

    /// All accounts from one network: 300 failures in five minutes close it for five.
    fn network(network: &str) -> Self {
        Self { key: key(&["sign-in-network", network]), forget: 300, free: 299, wait: 300, longest: 300 }
    }

    /// One account from anywhere. It never closes: the owner can always sign in.
    fn account(email_key: &str) -> Self {
        Self { key: key(&["sign-in-account", email_key]), forget: DAY, free: i32::MAX, wait: 0, longest: 0 }
    }

    /// Codes of one person in a day: beyond 50 wrong ones, one an hour. The owner resets the password, and whoever guesses
    /// has lost it.
    fn codes_of_day(person_id: PersonId) -> Self {
        Self { key: key(&["code-day", &person_id.to_string()]), forget: DAY, free: 49, wait: 3600, longest: 3600 }
    }

    /// Forms of one network that make us write to strangers: 100 in ten minutes.
    fn strangers(network: &str) -> Self {
        Self { key: key(&["strangers", network]), forget: 600, free: 99, wait: 300, longest: 300 }
    }

    /// Codes of one person: five tries in five minutes.
    fn codes(person_id: PersonId) -> Self {
        Self { key: key(&["code", &person_id.to_string()]), forget: 300, free: 4, wait: 300, longest: 300 }
    }

    /// Counts a try and says how many there were.
    async fn pass(&self, conn: &mut AsyncPgConnection) -> Result<i32> {
        let passed: Option<Count> = diesel::sql_query(
            "insert into throttle as t (key, count) values ($1, 1) \
             on conflict (key) do update set \
               count = case when t.since < clock_timestamp() - make_interval(secs => $2) then 1 else t.count + 1 end, \
               since = case when t.since < clock_timestamp() - make_interval(secs => $2) then clock_timestamp() \
                            else t.since end, \
               open_again = case \
                 when t.since < clock_timestamp() - make_interval(secs => $2) or t.count < $3 then t.open_again \
                 else clock_timestamp() \
                      + make_interval(secs => least($5, $4 * power(2, least(t.count - $3, 20)))) end \
             where t.open_again <= clock_timestamp() \
             returning count",
        )
        .bind::<Binary, _>(&self.key)
        .bind::<Integer, _>(self.forget)
        .bind::<Integer, _>(self.free)
        .bind::<Integer, _>(self.wait)
        .bind::<Integer, _>(self.longest)
        .get_result(conn)
        .await
        .optional()?;
        match passed {
            Some(passed) => Ok(passed.count),
            None => Err(Error::TooMany(wait_of(&self.key, conn).await?)),
        }
    }

    /// The try did not fail: it was not one.
    async fn take_back(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        diesel::update(throttle::table.find(&self.key).filter(throttle::count.gt(0)))
            .set((
                throttle::count.eq(throttle::count - 1),
                // Not later than now, and never moved forward: tries that overlap must not shut each other out.
                throttle::open_again.eq(sql::<Timestamptz>("least(open_again, clock_timestamp())")),
            ))
            .execute(conn)
            .await?;
        Ok(())
    }

    /// All is forgiven.
    async fn forget(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        diesel::delete(throttle::table.find(&self.key)).execute(conn).await?;
        Ok(())
    }
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
    /// [`Error::TooMany`] with the seconds to wait.
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
    /// [`Error::TooMany`] with the seconds to wait.
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
/// [`Error::TooMany`] with the seconds to wait.
pub async fn may_bother_strangers(ip: IpAddr, campus: &[IpNet], conn: &mut AsyncPgConnection) -> Result<()> {
    if campus.iter().any(|known| known.contains(&ip.to_canonical())) {
        return Ok(());
    }
    Gate::strangers(&network_of(ip).to_string()).pass(conn).await.map(drop)
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
    let mut keys = vec![Gate::codes(person_id).key, key(&["letter", "recommendation", &person_id.to_string()])];
    for address in addresses {
        keys.push(Gate::account(address).key);
        keys.extend(["register", "reset", "email"].map(|kind| key(&["letter", kind, address])));
    }
    diesel::delete(throttle::table.filter(throttle::key.eq_any(keys))).execute(conn).await?;
    Ok(())
}

fn key(parts: &[&str]) -> Vec<u8> {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().to_vec()
}

async fn wait_of(key: &[u8], conn: &mut AsyncPgConnection) -> Result<u32> {
    let wait: i32 = throttle::table
        .find(key)
        .select(diesel::dsl::sql::<Integer>("greatest(1, ceil(extract(epoch from open_again - now())))::int"))
        .first(conn)
        .await
        .optional()?
        .unwrap_or(1);
    Ok(wait.unsigned_abs())
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
