//! The machine's own Postgres as a private database in the data folder, for development, demos and small offices.
//!
//! `find` the programs · the `account` that runs them · how they `create` the `cluster` · its `postmaster` and `socket` ·
//! the `lock`s by which several processes share it. No network port, no password: the folder is the door.

mod account;
mod cluster;
mod create;
mod error;
mod find;
mod lock;
mod postmaster;
mod socket;
#[cfg(test)]
mod tests;

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use account::Account;
use cluster::Cluster;
pub use error::StartError;
use lock::{Presence, Turn};

use super::on_own_thread;

/// Where Postgres's programs may be: in `given` alone, else in the usual places, the newest version first.
pub(super) fn program_folders(given: Option<&Path>) -> Vec<PathBuf> {
    find::folders(given)
}

/// A running database in the data folder. The last process to drop its own stops the server.
///
/// A process that is killed leaves the server running; the next start joins it.
pub struct Embedded {
    home: PathBuf,
    cluster: Arc<Cluster>,
    presence: Option<Presence>,
}

/// Starts the database in `data` (`$SIGNPOST_DATA`), or joins it if it runs; the first time it is made.
///
/// `pg_bin` (`$SIGNPOST_PG_BIN`) is the folder of Postgres' programs, looked for in the usual places if not given.
/// The first start takes some seconds, later ones a fraction of one, recovery after a crash up to 30.
pub async fn start(data: &Path, pg_bin: Option<&Path>) -> Result<Embedded, StartError> {
    let (data, pg_bin) = (data.to_owned(), pg_bin.map(Path::to_owned));
    on_own_thread(move || {
        let home = make_home(&data)?;
        let turn = Turn::wait(&home)?;
        let cluster = Arc::new(Cluster::prepare(&home, pg_bin.as_deref())?);
        let presence = Presence::enter(&home, &turn)?;
        match cluster.ensure_running() {
            Ok(_) => Ok(Embedded { home, cluster, presence: Some(presence) }),
            Err(error) => {
                // One that still recovers is let finish: stopped now, it would begin again at the next start.
                if presence.leave(&turn) && !matches!(error, StartError::Slow { .. }) {
                    cluster.stop();
                }
                Err(error)
            }
        }
    })
    .await
}

impl Embedded {
    /// The address of the database `signpost`, as its owner; over a Unix socket, so from this machine only.
    pub fn owner_url(&self) -> String {
        self.cluster.url(socket::NAME)
    }

    /// The same for the application's role, which [`super::roles::make`] makes.
    pub fn url(&self) -> String {
        self.cluster.url(super::roles::APPLICATION)
    }

    /// Starts the server again if it was killed meanwhile, and says whether it was.
    pub async fn revive(&self) -> Result<bool, StartError> {
        let (home, cluster) = (self.home.clone(), self.cluster.clone());
        on_own_thread(move || {
            let _turn = Turn::wait(&home)?;
            cluster.ensure_running()
        })
        .await
    }

    /// Leaves the database, and stops its server if no other process uses it; done when this returns.
    pub async fn stop(mut self) {
        on_own_thread(move || self.leave()).await;
    }

    fn leave(&mut self) {
        let Some(presence) = self.presence.take() else {
            return;
        };
        match Turn::wait(&self.home) {
            Ok(turn) => {
                if presence.leave(&turn) {
                    self.cluster.stop();
                }
            }
            Err(error) => tracing::warn!(%error, "the embedded database may be left running"),
        }
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        self.leave();
    }
}

/// The data folder when `SIGNPOST_DATA` is not set: `./var`, or as root `/var/lib/signpost` where the user that
/// Postgres runs as cannot enter this folder.
pub fn default_data_dir() -> PathBuf {
    let home = PathBuf::from("./var");
    let here = home.canonicalize().or_else(|_| std::env::current_dir()).unwrap_or_else(|_| PathBuf::from("/"));
    match Account::choose(&here.join("postgres")) {
        Ok(account) if account.barred_from(&here).is_some() => PathBuf::from("/var/lib/signpost"),
        _ => home,
    }
}

/// Makes the data folder if it is not there, and gives its absolute path without links.
fn make_home(data: &Path) -> Result<PathBuf, StartError> {
    if !data.exists() {
        std::fs::create_dir_all(data).map_err(StartError::unwritable(data))?;
        // Others may pass through, as the user that Postgres runs as does under root, but not look around.
        let mode = std::fs::Permissions::from_mode(0o711);
        std::fs::set_permissions(data, mode).map_err(StartError::unwritable(data))?;
    }
    data.canonicalize().map_err(StartError::unwritable(data))
}
