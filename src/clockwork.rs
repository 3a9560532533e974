//! What happens by itself: looks every minute which chores are due, and does them in small batches. Any number of instances
//! may run it; the leases in Postgres let one do each chore.

use std::time::Duration;

use anyhow::Context as _;
use diesel_async::AsyncPgConnection;
use jiff::Timestamp;
use tokio::{sync::watch, time::sleep};
use tracing::{info, warn};
use uuid::Uuid;

use crate::{
    db::Pool,
    model::{
        caseload::{self, Report},
        chore::{self, Chore},
        error::Result,
        figure_correction,
        follow_up::digest,
        id::StudentId,
        meeting::remind,
        outcome::question,
        page_schedule,
        post::Post,
        retention::{self, BATCH, Leftover},
        setting::Setting,
    },
};

const PAUSE: Duration = Duration::from_secs(60);

/// Does the chores.
pub struct Clockwork {
    pool: Pool,
    post: Post,
}

/// What clears up after a chore: its leftovers one after the other.
fn leftovers(of: Chore) -> &'static [Leftover] {
    match of {
        Chore::SignIns => &[
            Leftover::Sessions,
            Leftover::ContentChanges,
            Leftover::HalfSignIns,
            Leftover::Tokens,
            Leftover::AddressChanges,
            Leftover::Throttles,
            Leftover::Selections,
            Leftover::Drafts,
            Leftover::Jobs,
        ],
        Chore::Trials => &[Leftover::Trials],
        // The letters first: by the registration they are found.
        Chore::Registrations => &[Leftover::UnconfirmedLetters, Leftover::Registrations],
        Chore::Letters => &[
            Leftover::LetterWords,
            Leftover::StrangersLetters,
            Leftover::Invitations,
            Leftover::Suppressions,
            Leftover::RosterImports,
            Leftover::RosterEntries,
            Leftover::Digests,
        ],
        Chore::Students
        | Chore::Queue
        | Chore::Tallies
        | Chore::Reports
        | Chore::Digest
        | Chore::Outcomes
        | Chore::Reminders
        | Chore::Corrections
        | Chore::Pages => &[],
    }
}

impl Clockwork {
    /// With connections of its own, one is enough.
    #[must_use]
    pub fn new(pool: Pool, post: Post) -> Self {
        Self { pool, post }
    }

    /// Looks every minute until `stop` turns true or its sender is gone; then the batch in hand is finished.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        loop {
            tokio::select! {
                () = sleep(PAUSE) => {}
                _ = stop.wait_for(|stop| *stop) => return,
            }
            if let Err(error) = self.round(&stop).await {
                warn!(%error, "chores wait");
            }
        }
    }

    /// Does everything that is due now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn wind(&self) -> anyhow::Result<()> {
        let (_go_on, stop) = watch::channel(false);
        self.round(&stop).await
    }

    async fn round(&self, stop: &watch::Receiver<bool>) -> anyhow::Result<()> {
        let mut conn = self.pool.get().await.context("no connection")?;
        chore::enlist(&mut conn).await?;
        drop(conn);
        while !*stop.borrow() {
            let owner = Uuid::now_v7();
            let mut conn = self.pool.get().await.context("no connection")?;
            let Some(chore) = chore::take(owner, &mut conn).await? else { return Ok(()) };
            drop(conn);
            // One that fails is tried again when its lease has run out; the others go on.
            if let Err(error) = self.attend(chore, owner, stop).await {
                metrics::counter!("signpost_chore_failures_total", "chore" => chore.name()).increment(1);
                warn!(chore = chore.name(), %error, "a chore failed");
            }
        }
        Ok(())
    }

    async fn attend(&self, chore: Chore, owner: Uuid, stop: &watch::Receiver<bool>) -> anyhow::Result<()> {
        let mut work = Work::of(chore);
        loop {
            let mut conn = self.pool.get().await.context("no connection")?;
            if !chore.go_on(owner, &mut conn).await? {
                return Ok(());
            }
            if work.batch(&self.post, &mut conn).await? {
                if !matches!(chore, Chore::Queue | Chore::Reports | Chore::Corrections | Chore::Pages) || work.done > 0
                {
                    info!(chore = chore.name(), done = work.done, "chore done");
                }
                return Ok(chore.done(owner, &mut conn).await?);
            }
            if *stop.borrow() {
                return Ok(chore.put_down(owner, &mut conn).await?);
            }
        }
    }
}

/// A chore under way.
struct Work {
    leftovers: std::slice::Iter<'static, Leftover>,
    at: Option<Leftover>,
    student: Option<StudentId>,
    is_turning: bool,
    is_publishing: bool,
    /// A chore that is one statement.
    once: Option<Chore>,
    letters: Option<Letters>,
    done: usize,
}

impl Work {
    fn of(chore: Chore) -> Self {
        let mut leftovers = leftovers(chore).iter();
        Self {
            at: leftovers.next().copied(),
            leftovers,
            student: (chore == Chore::Students).then_some(StudentId(Uuid::nil())),
            is_turning: chore == Chore::Queue,
            is_publishing: chore == Chore::Pages,
            once: matches!(chore, Chore::Tallies | Chore::Reports).then_some(chore),
            letters: Letters::of(chore),
            done: 0,
        }
    }

    /// One batch. Says whether that was all.
    async fn batch(&mut self, post: &Post, conn: &mut AsyncPgConnection) -> Result<bool> {
        if let Some(leftover) = self.at {
            let cleared = leftover.clear(conn).await?;
            self.done += cleared;
            if i64::try_from(cleared).is_ok_and(|cleared| cleared < BATCH) {
                self.at = self.leftovers.next().copied();
            }
        } else if let Some(after) = self.student {
            let over = retention::students_over(after, conn).await?;
            self.student = over.last().copied();
            for id in over {
                // One that cannot be erased must not keep the others.
                match retention::erase_if_over(id, post, conn).await {
                    Ok(is_erased) => {
                        self.done += usize::from(is_erased);
                        post.ring();
                    }
                    Err(error) => warn!(student = %id, %error, "not erased"),
                }
            }
        } else if let Some(letters) = self.letters {
            let written = letters.write(post, conn).await?;
            self.done += written;
            if written == 0 {
                self.letters = None;
            }
        }
        if self.is_turning {
            let turned = caseload::turn_with_the_calendar(BATCH, conn).await?;
            let folded = caseload::fold_tallies(BATCH, conn).await?;
            self.done += turned;
            self.is_turning = i64::try_from(turned.max(folded)).is_ok_and(|most| most == BATCH);
        }
        match self.once.take() {
            Some(Chore::Reports) => self.done += Report::count(conn).await?,
            Some(_) => {
                let off = caseload::audit_tallies(conn).await?;
                if off > 0 {
                    warn!(off, "counts of the queue were off and are put right");
                }
                self.done += off;
            }
            None => {}
        }
        if self.is_publishing {
            self.is_publishing = page_schedule::publish_next(conn).await?;
            self.done += usize::from(self.is_publishing);
        }
        let is_busy = self.is_turning || self.is_publishing;
        Ok(self.at.is_none() && self.student.is_none() && self.letters.is_none() && !is_busy)
    }
}

/// Letters that a chore writes, as long as there are any.
#[derive(Clone, Copy)]
enum Letters {
    Digests,
    Reminders,
    Corrections,
    Outcomes,
}

impl Letters {
    fn of(chore: Chore) -> Option<Self> {
        match chore {
            Chore::Digest => Some(Self::Digests),
            Chore::Reminders => Some(Self::Reminders),
            Chore::Corrections => Some(Self::Corrections),
            Chore::Outcomes => Some(Self::Outcomes),
            _ => None,
        }
    }

    async fn write(self, post: &Post, conn: &mut AsyncPgConnection) -> Result<usize> {
        let (setting, moment) = (Setting::load(conn).await?, Timestamp::now());
        match self {
            Self::Digests => match digest::day_due(moment, &setting) {
                Some(day) => digest::write(day, post, conn).await,
                None => Ok(0),
            },
            Self::Reminders => remind::write(moment, &setting, post, conn).await,
            Self::Corrections => figure_correction::write(post, conn).await,
            Self::Outcomes => question::write(moment, &setting, post, conn).await,
        }
    }
}
