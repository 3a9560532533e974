//! Does long work: looks every second for a job that waits, and goes on with it a few students at a time, and for a draft
//! of the questionnaire to try on the results there are. Any number of instances may run it; leases and locks in Postgres
//! give each piece to one.

use std::time::Duration;

use anyhow::Context as _;
use tokio::{sync::watch, time::sleep};
use tracing::{info, warn};

use crate::{
    db::Pool,
    model::{job, post::Post, questionnaire::impact::Impact, roster::run as roster},
};

const PAUSE: Duration = Duration::from_secs(1);

/// Does the jobs.
pub struct Foreman {
    pool: Pool,
    post: Post,
}

impl Foreman {
    /// With connections of its own, one is enough.
    #[must_use]
    pub fn new(pool: Pool, post: Post) -> Self {
        Self { pool, post }
    }

    /// Looks until `stop` turns true or its sender is gone; then the students in hand are finished.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        loop {
            tokio::select! {
                () = sleep(PAUSE) => {}
                _ = stop.wait_for(|stop| *stop) => return,
            }
            if let Err(error) = self.round(&stop).await {
                warn!(%error, "jobs wait");
            }
            if let Err(error) = self.try_drafts(&stop).await {
                warn!(%error, "a draft waits to be tried");
            }
        }
    }

    /// Scores results again with drafts of the questionnaire that somebody asked about.
    async fn try_drafts(&self, stop: &watch::Receiver<bool>) -> anyhow::Result<()> {
        while !*stop.borrow() {
            let mut conn = self.pool.get().await.context("no connection")?;
            if !Impact::go_on(&mut conn).await? {
                break;
            }
        }
        Ok(())
    }

    async fn round(&self, stop: &watch::Receiver<bool>) -> anyhow::Result<()> {
        self.jobs(stop).await?;
        self.lists(stop).await
    }

    /// Lists of students that were uploaded.
    async fn lists(&self, stop: &watch::Receiver<bool>) -> anyhow::Result<()> {
        while !*stop.borrow() {
            let mut conn = self.pool.get().await.context("no connection")?;
            let Some(leased) = roster::take(&mut conn).await? else { return Ok(()) };
            while leased.go_on(&self.post, &mut conn).await? {
                self.post.ring();
                if *stop.borrow() {
                    return Ok(leased.put_down(&mut conn).await?);
                }
            }
            self.post.ring();
            info!(list = %leased.id, "list left");
        }
        Ok(())
    }

    async fn jobs(&self, stop: &watch::Receiver<bool>) -> anyhow::Result<()> {
        while !*stop.borrow() {
            let mut conn = self.pool.get().await.context("no connection")?;
            let Some(leased) = job::take(&mut conn).await? else { return Ok(()) };
            drop(conn);
            loop {
                let mut conn = self.pool.get().await.context("no connection")?;
                let has_more = leased.go_on(&self.post, &mut conn).await?;
                self.post.ring();
                if !has_more {
                    info!(job = %leased.id, "job left");
                    break;
                }
                if *stop.borrow() {
                    return Ok(leased.put_down(&mut conn).await?);
                }
            }
        }
        Ok(())
    }
}
