//! Gates that tries pass one by one, and that close for a while when there are too many.

use diesel::{
    dsl::sql,
    prelude::*,
    sql_types::{Binary, Integer, Timestamptz},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use sha2::{Digest as _, Sha256};

use crate::{
    model::{
        error::{Error, Result},
        id::PersonId,
    },
    schema::throttle,
};

const DAY: i32 = 86_400;

/// What is counted together, and what happens when it is too much. A try counts before it is known to fail, so that many
/// at once are as few as many in a row; one that succeeds is taken back.
pub(super) struct Gate {
    pub(super) key: Vec<u8>,
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
    pub(super) fn account_from(email_key: &str, network: &str) -> Self {
        Self { key: key(&["sign-in", email_key, network]), forget: DAY, free: 5, wait: 1, longest: 60 }
    }

    /// All accounts from one network: 300 failures in five minutes close it for five.
    pub(super) fn network(network: &str) -> Self {
        Self { key: key(&["sign-in-network", network]), forget: 300, free: 299, wait: 300, longest: 300 }
    }

    /// One account from anywhere. It never closes: the owner can always sign in.
    pub(super) fn account(email_key: &str) -> Self {
        Self { key: key(&["sign-in-account", email_key]), forget: DAY, free: i32::MAX, wait: 0, longest: 0 }
    }

    /// Codes of one person in a day: beyond 50 wrong ones, one an hour. The owner resets the password, and whoever guesses
    /// has lost it.
    pub(super) fn codes_of_day(person_id: PersonId) -> Self {
        Self { key: key(&["code-day", &person_id.to_string()]), forget: DAY, free: 49, wait: 3600, longest: 3600 }
    }

    /// Forms of one network that make us write to strangers: 100 in ten minutes.
    pub(super) fn strangers(network: &str) -> Self {
        Self { key: key(&["strangers", network]), forget: 600, free: 99, wait: 300, longest: 300 }
    }

    /// Attempts without an account from one network: 300 in an hour, which is more than a hall full of people begins.
    pub(super) fn trials(network: &str) -> Self {
        Self { key: key(&["trials", network]), forget: 3600, free: 299, wait: 300, longest: 300 }
    }

    /// Codes of one person: five tries in five minutes.
    pub(super) fn codes(person_id: PersonId) -> Self {
        Self { key: key(&["code", &person_id.to_string()]), forget: 300, free: 4, wait: 300, longest: 300 }
    }

    /// Counts a try and says how many there were.
    pub(super) async fn pass(&self, conn: &mut AsyncPgConnection) -> Result<i32> {
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
    pub(super) async fn take_back(&self, conn: &mut AsyncPgConnection) -> Result<()> {
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
    pub(super) async fn forget(&self, conn: &mut AsyncPgConnection) -> Result<()> {
        diesel::delete(throttle::table.find(&self.key)).execute(conn).await?;
        Ok(())
    }
}

/// What a count is kept under: no address and no name is kept.
pub(super) fn key(parts: &[&str]) -> Vec<u8> {
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
        .select(diesel::dsl::sql::<Integer>(
            "greatest(1, ceil(extract(epoch from open_again - clock_timestamp())))::int",
        ))
        .first(conn)
        .await
        .optional()?
        .unwrap_or(1);
    Ok(wait.unsigned_abs())
}

#[derive(QueryableByName)]
pub(super) struct Count {
    #[diesel(sql_type = Integer)]
    pub(super) count: i32,
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn parts_of_a_key_do_not_run_together() {
        assert_ne!(key(&["ab", "c"]), key(&["a", "bc"]));
    }
}
