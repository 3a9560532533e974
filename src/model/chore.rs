//! What happens by itself: when each chore is due and who is at it. The rows are shared, so of many instances one does it.

use diesel::{
    prelude::*,
    sql_query,
    sql_types::{Array, Integer, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::error::Result;
use crate::schema::chore;

/// A thing to do again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chore {
    /// Clear away sessions, half sign-ins, links and counts that have ended. Hourly.
    SignIns,
    /// Delete what visitors answered a day ago and nobody kept. Hourly.
    Trials,
    /// Clear away registrations that nobody confirmed. Daily.
    Registrations,
    /// Take the words out of old letters. Daily.
    Letters,
    /// Erase students whose time is over. Daily.
    Students,
    /// Turn the queue with the calendar. Each minute, so that a day at the school begins when it begins.
    Queue,
    /// Hold the queue's counts against the queue. Daily.
    Tallies,
    /// Count the school for the reports. Every ten minutes.
    Reports,
    /// Write the letters about what is due, from the office's hour on. Looked at every ten minutes.
    Digest,
    /// Ask students what became of them, 90 days after a result. Looked at hourly.
    Outcomes,
    /// Write the reminders of meetings that are a day away. Every five minutes.
    Reminders,
    /// Write the letters that correct a figure. Each minute.
    Corrections,
    /// Show the pages whose moment has come to readers. Each minute.
    Pages,
}

impl Chore {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::SignIns,
        Self::Trials,
        Self::Registrations,
        Self::Letters,
        Self::Students,
        Self::Queue,
        Self::Tallies,
        Self::Reports,
        Self::Digest,
        Self::Reminders,
        Self::Outcomes,
        Self::Corrections,
        Self::Pages,
    ];

    /// The name in the table.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SignIns => "sign-ins",
            Self::Trials => "trials",
            Self::Registrations => "registrations",
            Self::Letters => "letters",
            Self::Students => "students",
            Self::Queue => "queue",
            Self::Tallies => "tallies",
            Self::Reports => "reports",
            Self::Digest => "digest",
            Self::Reminders => "reminders",
            Self::Corrections => "corrections",
            Self::Pages => "pages",
            Self::Outcomes => "outcomes",
        }
    }

    /// From one time to the next.
    fn every_minutes(self) -> i32 {
        match self {
            Self::Queue | Self::Corrections | Self::Pages => 1,
            Self::Reminders => 5,
            Self::Digest | Self::Reports => 10,
            Self::SignIns | Self::Trials | Self::Outcomes => 60,
            Self::Registrations | Self::Letters | Self::Students | Self::Tallies => 24 * 60,
        }
    }
}

#[derive(QueryableByName)]
struct Taken {
    #[diesel(sql_type = Text)]
    name: String,
}

/// One statement, so that two instances never hold one chore. `any(array(…))` runs the inner select exactly once; a lease
/// that ran out belonged to an instance that died.
const TAKE: &str = "update chore set lease = $1, leased_until = now() + interval '5 minutes'
    where name = any(array(
        select name from chore
        where name = any($2) and due_at <= now() and (leased_until is null or leased_until < now())
        order by due_at limit 1 for update skip locked))
    returning name";

/// Puts new chores on the list; they are due at once.
///
/// # Errors
/// When the database fails.
pub async fn enlist(conn: &mut AsyncPgConnection) -> Result<()> {
    let rows: Vec<_> = Chore::ALL.map(|one| chore::name.eq(one.name())).into();
    diesel::insert_into(chore::table).values(rows).on_conflict_do_nothing().execute(conn).await?;
    Ok(())
}

/// Takes the chore that is due longest and nobody is at, for five minutes.
///
/// # Errors
/// When the database fails.
pub async fn take(owner: Uuid, conn: &mut AsyncPgConnection) -> Result<Option<Chore>> {
    let known: Vec<&str> = Chore::ALL.iter().map(|one| one.name()).collect();
    let taken: Option<Taken> =
        sql_query(TAKE).bind::<SqlUuid, _>(owner).bind::<Array<Text>, _>(known).get_result(conn).await.optional()?;
    Ok(taken.and_then(|taken| Chore::ALL.into_iter().find(|one| one.name() == taken.name)))
}

impl Chore {
    /// Five minutes more; `false` when somebody else has it by now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn go_on(self, owner: Uuid, conn: &mut AsyncPgConnection) -> Result<bool> {
        let rows =
            sql_query("update chore set leased_until = now() + interval '5 minutes' where name = $1 and lease = $2");
        Ok(rows.bind::<Text, _>(self.name()).bind::<SqlUuid, _>(owner).execute(conn).await? == 1)
    }

    /// Done until the next time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn done(self, owner: Uuid, conn: &mut AsyncPgConnection) -> Result<()> {
        sql_query(
            "update chore set lease = null, leased_until = null, done_at = now(),
                due_at = now() + make_interval(mins => $3) where name = $1 and lease = $2",
        )
        .bind::<Text, _>(self.name())
        .bind::<SqlUuid, _>(owner)
        .bind::<Integer, _>(self.every_minutes())
        .execute(conn)
        .await?;
        Ok(())
    }

    /// Put down half done, for whoever comes next.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_down(self, owner: Uuid, conn: &mut AsyncPgConnection) -> Result<()> {
        sql_query("update chore set lease = null, leased_until = null where name = $1 and lease = $2")
            .bind::<Text, _>(self.name())
            .bind::<SqlUuid, _>(owner)
            .execute(conn)
            .await?;
        Ok(())
    }
}
