//! The database a command works on, from its opening to its close.

use std::time::Duration;

use signpost::{
    config::Config,
    db::{self, embedded},
    seed,
};

/// The database a command works on: a given one, or the machine's own, which then stops with the last command out.
pub struct Database {
    /// The application's address.
    pub url: String,
    /// The address of the tables' owner.
    pub owner: String,
    own: Option<embedded::Embedded>,
}

impl Database {
    /// Opens it; the machine's own is started, and made where there is none.
    pub async fn open(config: &Config) -> anyhow::Result<Self> {
        match &config.database_url {
            Some(url) => {
                let owner = config.database_owner_url.clone().unwrap_or_else(|| url.clone());
                Ok(Self { url: url.clone(), owner, own: None })
            }
            None => {
                let own = embedded::start(&config.data_folder(), config.pg_bin.as_deref()).await?;
                Ok(Self { url: own.url(), owner: own.owner_url(), own: Some(own) })
            }
        }
    }

    /// Brings tables, rights and default content up to date. Says how many migrations ran.
    pub async fn migrate(&self) -> anyhow::Result<usize> {
        let ran = db::migrations::run(&self.owner).await?;
        if self.own.is_some() {
            db::roles::make(&self.owner).await?;
        }
        db::roles::give(&self.owner, &self.url).await?;
        seed::defaults(&self.owner).await?;
        Ok(ran)
    }

    /// Starts the machine's own Postgres again when it was killed; never ends. A given database is others' care.
    pub async fn keep_alive(&self) {
        loop {
            tokio::time::sleep(Duration::from_secs(2)).await;
            if let Some(own) = &self.own {
                match own.revive().await {
                    Ok(false) => {}
                    Ok(true) => tracing::warn!("the embedded database had stopped and was started again"),
                    Err(error) => tracing::error!(%error, "the embedded database is down"),
                }
            }
        }
    }

    /// Lets it go.
    pub async fn close(self) -> anyhow::Result<()> {
        if let Some(own) = self.own {
            own.stop().await;
        }
        Ok(())
    }
}
