//! What every handler can reach: the settings, the pool of its own thread, the hashing threads, the outbox.

use std::{
    sync::{Arc, RwLock, atomic::AtomicBool},
    time::{Duration, Instant},
};

use actix_web::{HttpRequest, web::Data};

use crate::{
    config::Config,
    db::Pool,
    model::{password::Hasher, post::Post, setting::Setting},
    words::Words,
};

use super::{error::Error, shelf::Shelf};

/// Shared by all threads.
pub struct Shared {
    /// The settings of this installation.
    pub config: Config,
    /// The threads that hash passwords.
    pub hasher: Hasher,
    /// The way into the outbox.
    pub post: Post,
    /// Set when this instance is about to stop: the proxy sends new requests to others.
    pub leaving: AtomicBool,
    /// Public pages that were rendered before.
    pub shelf: Shelf,
    setting: RwLock<Option<(Instant, Arc<Setting>)>>,
}

impl Shared {
    /// The parts, put together.
    #[must_use]
    pub fn new(config: Config, hasher: Hasher, post: Post) -> Self {
        let shelf = Shelf::new(Duration::from_millis(config.content_fresh_ms));
        Self { config, hasher, post, shelf, leaving: AtomicBool::new(false), setting: RwLock::new(None) }
    }

    /// The school's settings, at most five seconds old.
    ///
    /// # Errors
    /// When they must be read and the database is away.
    pub async fn setting(&self, pool: &Pool) -> Result<Arc<Setting>, Error> {
        const FRESH: Duration = Duration::from_secs(5);
        if let Ok(known) = self.setting.read()
            && let Some((read_at, setting)) = known.as_ref()
            && read_at.elapsed() < FRESH
        {
            return Ok(setting.clone());
        }
        let mut conn = pool.get().await?;
        let setting = Arc::new(Setting::load(&mut conn).await?);
        if let Ok(mut known) = self.setting.write() {
            *known = Some((Instant::now(), setting.clone()));
        }
        Ok(setting)
    }

    /// Has the settings read anew for the next page: they changed.
    pub fn forget_setting(&self) {
        if let Ok(mut known) = self.setting.write()
            && let Some((read_at, _)) = known.as_mut()
            && let Some(long_ago) = read_at.checked_sub(Duration::from_secs(3600))
        {
            *read_at = long_ago;
        }
    }

    /// The settings last read, however old: for pages that must work without the database.
    #[must_use]
    pub fn setting_last_known(&self) -> Option<Arc<Setting>> {
        self.setting.read().ok()?.as_ref().map(|(_, setting)| setting.clone())
    }
}

/// The shared parts behind a request.
#[must_use]
pub fn shared(req: &HttpRequest) -> &Data<Shared> {
    req.app_data::<Data<Shared>>().expect("app.rs gives every server its shared parts")
}

/// The pool of the thread that serves a request.
#[must_use]
pub fn pool(req: &HttpRequest) -> &Pool {
    req.app_data::<Pool>().expect("app.rs gives every thread its pool")
}

impl Shared {
    /// What everybody should know about this installation: letters that do not leave it.
    #[must_use]
    pub fn banner(&self, t: &Words) -> Option<String> {
        match (&self.config.smtp_url, &self.config.mail_only_to) {
            (None, _) => Some(t.say("banner-mail-folder").to_string()),
            (Some(_), Some(_)) => Some(t.say("banner-mail-one").to_string()),
            (Some(_), None) => None,
        }
    }
}
