//! The loop that takes letters from the outbox, has them written once, and settles what the mail server said.

use std::{collections::HashSet, panic::AssertUnwindSafe, sync::Arc, time::Duration};

use anyhow::Context;
use diesel::QueryResult;
use diesel_async::{AsyncConnection as _, AsyncPgConnection};
use futures_util::{FutureExt, StreamExt, stream};
use jiff::Timestamp;
use tokio::{
    sync::{Notify, watch},
    time::{Instant, sleep, timeout},
};
use tracing::{info, warn};
use uuid::Uuid;

use super::{Delivery, Letterhead, Mailer, Message, letters};
use crate::{
    db::Pool,
    language::Language,
    model::{
        letter::Letter,
        letter_wording::Wording,
        outbox::{self, Leased},
        secret::{Seal, Secret},
        setting::Setting,
        suppression,
    },
    words::Words,
};

const BATCH: u8 = 20;
const AT_ONCE: usize = 4;
const PAUSE: Duration = Duration::from_secs(1);
/// A send begun later than this after the lease could outlive it (two minutes), and two carriers would hold one letter.
const LAST_START: Duration = Duration::from_secs(80);
/// What is on its way when the portal stops gets this long.
const GRACE: Duration = Duration::from_secs(8);
/// A database that is away for a moment must not cost a second copy: settling is tried this often, a second apart.
const SETTLE_TRIES: u8 = 10;

const LINK_RAN_OUT: &str = "The link ran out before the letter could be sent. A new one can be asked for.";
const LINK_GONE: &str = "The one-time link of this letter cannot be read any more. A new one can be asked for.";
const UNREADABLE: &str = "The facts of this letter cannot be read.";
const OUR_FAULT: &str = "The letter could not be put together.";
const HELD: &str = "Kept back: this installation writes to one address only.";
const SUPPRESSED: &str = "Kept back: the mail server refused this address before. An admin can lift that.";

/// What a carrier works with.
pub struct Office {
    /// Its own connections, two or more.
    pub pool: Pool,
    /// Where letters go out.
    pub mailer: Mailer,
    /// Opens the tokens of one-time links.
    pub secret: Secret,
    /// Rung after a commit, so that a letter does not wait for the next look. Only a courtesy: without it the letter
    /// leaves within a second.
    pub bell: Arc<Notify>,
    /// The portal's base address.
    pub base: String,
    /// `SIGNPOST_MAIL_FROM`.
    pub from: String,
}

/// Carries letters from the outbox to the mailer. Any number may run, in one process or many.
pub struct Carrier {
    office: Office,
    head: Letterhead,
}

/// What the letters of one round have in common.
struct Round {
    setting: Setting,
    /// Addresses among theirs that the mail server refused before.
    refused: HashSet<String>,
    since: Instant,
}

/// What to write into the row.
enum Outcome {
    Tried(Delivery),
    Held(&'static str),
    Back,
}

impl Carrier {
    /// A carrier for this office.
    ///
    /// # Errors
    /// One line for the operator when `from` is no address.
    pub fn new(office: Office) -> anyhow::Result<Self> {
        let head = Letterhead::new(&office.base, &office.from)?;
        Ok(Self { office, head })
    }

    /// Carries until `stop` turns true or its sender is gone; then what is on its way gets 8 seconds and the rest is
    /// given back.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            match self.carry(&stop).await {
                Ok(carried) if carried == usize::from(BATCH) => continue,
                Ok(_) => {}
                Err(error) => warn!(%error, "letters wait: the outbox cannot be read"),
            }
            tokio::select! {
                () = self.office.bell.notified() => {}
                () = sleep(PAUSE) => {}
                _ = stop.wait_for(|stop| *stop) => break,
            }
        }
    }

    /// One round: every due letter, up to twenty. Gives how many were taken.
    ///
    /// # Errors
    /// The database's.
    pub async fn carry_once(&self) -> anyhow::Result<usize> {
        let (_go_on, stop) = watch::channel(false);
        self.carry(&stop).await
    }

    async fn carry(&self, stop: &watch::Receiver<bool>) -> anyhow::Result<usize> {
        let since = Instant::now();
        let mut conn = self.office.pool.get().await.context("no connection")?;
        self.shred(&mut conn).await?;
        let letters = Leased::take(i64::from(BATCH), Uuid::now_v7(), &mut conn).await?;
        if letters.is_empty() {
            return Ok(0);
        }
        let setting = Setting::load(&mut conn).await?;
        let emails: Vec<String> = letters.iter().map(|letter| letter.to_email.clone()).collect();
        let refused = suppression::among(&emails, &mut conn).await?;
        drop(conn);
        let round = Round { setting, refused, since };
        let carried = stream::iter(letters).map(|letter| self.carry_one(letter, &round, stop.clone()));
        Ok(carried.buffer_unordered(AT_ONCE).count().await)
    }

    /// Destroys the copies of letters that must not be any more; what this carrier had in its hands is settled by now.
    async fn shred(&self, conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
        conn.transaction(async |conn| {
            let letters = outbox::to_shred(conn).await?;
            Ok(self.office.mailer.shred(&letters).await?)
        })
        .await
    }

    async fn carry_one(&self, leased: Leased, round: &Round, mut stop: watch::Receiver<bool>) {
        if *stop.borrow() || round.since.elapsed() > LAST_START {
            return self.settle(&leased, &Outcome::Back).await;
        }
        let told_to_stop = async move {
            if stop.wait_for(|stop| *stop).await.is_err() {
                std::future::pending::<()>().await;
            }
            sleep(GRACE).await;
        };
        let outcome = tokio::select! {
            outcome = AssertUnwindSafe(self.send(&leased, round)).catch_unwind() => {
                outcome.unwrap_or_else(|_| Ok(Outcome::Tried(Delivery::Deferred(OUR_FAULT.to_owned()))))
            }
            () = told_to_stop => Ok(Outcome::Back),
        };
        let outcome = outcome.unwrap_or_else(|error| {
            warn!(letter = %leased.id, %error, "the letter goes back into the outbox");
            Outcome::Back
        });
        self.settle(&leased, &outcome).await;
    }

    async fn send(&self, leased: &Leased, round: &Round) -> anyhow::Result<Outcome> {
        let failed = |words: &str| Ok(Outcome::Tried(Delivery::Failed(words.to_owned())));
        let Ok(mut letter) = serde_json::from_value::<Letter>(leased.facts.clone()) else { return failed(UNREADABLE) };
        if letter.link_life().is_some_and(|life| leased.age > life.as_secs()) {
            return failed(LINK_RAN_OUT);
        }
        let written = match leased.written() {
            Some(written) => written,
            None => {
                let mut conn = self.office.pool.get().await.context("no connection")?;
                if !letter.figures().is_empty() {
                    let today = round.setting.local(Timestamp::now()).date();
                    letter.hide(&leased.forget_expired(today, &mut conn).await?);
                }
                let language = Language::of(&leased.locale);
                let own = Wording::in_use(letter.kind(), language.code(), &mut conn).await?;
                let words = Words::of(language).with_own(&own);
                let Ok(written) = letters::write(&letter, &leased.to_name, &round.setting.school, &self.head, &words)
                else {
                    return Ok(Outcome::Tried(Delivery::Deferred(OUR_FAULT.to_owned())));
                };
                anyhow::ensure!(leased.store_words(&written, &mut conn).await?, "the lease is gone");
                written
            }
        };
        if !self.office.mailer.may_write_to(&leased.to_email) {
            return Ok(Outcome::Held(HELD));
        }
        if round.refused.contains(&suppression::key(&leased.to_email)) {
            return Ok(Outcome::Held(SUPPRESSED));
        }
        let link = match self.link(leased, &letter) {
            Ok(link) => link,
            Err(words) => return failed(words),
        };
        match Message::of(leased, &letter, &written, link.as_deref()) {
            Ok(message) => Ok(Outcome::Tried(self.office.mailer.deliver(&message).await)),
            Err(words) => failed(&words),
        }
    }

    /// The real one-time link; `None` for letters without one.
    fn link(&self, leased: &Leased, letter: &Letter) -> Result<Option<String>, &'static str> {
        if letter.link_life().is_none() {
            return Ok(None);
        }
        let token = leased
            .sealed_token
            .as_deref()
            .and_then(|sealed| self.office.secret.open(Seal::Link, leased.id.0, sealed))
            .and_then(|plain| String::from_utf8(plain).ok())
            .filter(|token| token.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'))
            .ok_or(LINK_GONE)?;
        Ok(letter.secret_words(&self.head.base_url, &token))
    }

    async fn settle(&self, leased: &Leased, outcome: &Outcome) {
        for _ in 0..SETTLE_TRIES {
            match timeout(Duration::from_secs(3), self.write_down(leased, outcome)).await {
                Ok(Ok(true)) => {
                    metrics::counter!("signpost_letters_settled_total", "outcome" => outcome.name()).increment(1);
                    return info!(letter = %leased.id, kind = leased.kind, outcome = outcome.name(), "letter settled");
                }
                Ok(Ok(false)) => return warn!(letter = %leased.id, "settled by another carrier, or erased"),
                Ok(Err(error)) => warn!(letter = %leased.id, %error, "not settled yet"),
                Err(_) => warn!(letter = %leased.id, "not settled yet: the database does not answer"),
            }
            sleep(PAUSE).await;
        }
    }

    async fn write_down(&self, leased: &Leased, outcome: &Outcome) -> anyhow::Result<bool> {
        let mut conn = self.office.pool.get().await.context("no connection")?;
        let settled: QueryResult<bool> = match outcome {
            Outcome::Tried(Delivery::Accepted(words)) => leased.accept(words, &mut conn).await,
            Outcome::Tried(Delivery::Deferred(words)) => leased.defer(words, chance(), &mut conn).await,
            Outcome::Tried(Delivery::Failed(words)) => leased.fail(words, &mut conn).await,
            Outcome::Tried(Delivery::Refused(words)) => leased.refuse(words, &mut conn).await,
            Outcome::Held(why) => leased.hold(why, &mut conn).await,
            Outcome::Back => leased.release(&mut conn).await,
        };
        Ok(settled?)
    }
}

impl Outcome {
    fn name(&self) -> &'static str {
        match self {
            Self::Tried(Delivery::Accepted(_)) => "accepted",
            Self::Tried(Delivery::Deferred(_)) => "deferred",
            Self::Tried(Delivery::Failed(_)) => "failed",
            Self::Tried(Delivery::Refused(_)) => "refused",
            Self::Held(_) => "held",
            Self::Back => "given back",
        }
    }
}

/// Between 0 and 1; the middle when the system has no random bytes, since only the spread of retries depends on it.
fn chance() -> f64 {
    getrandom::u32().map_or(0.5, |number| f64::from(number) / f64::from(u32::MAX))
}
