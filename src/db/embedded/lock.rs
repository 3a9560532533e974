//! Two locks in the data folder: one makes starting and stopping exclusive, the other counts who is inside.
//!
//! The kernel drops both when a process dies, however it dies.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use super::error::StartError;

/// Longer than the longest start: making a database on a slow disk, and recovering it.
const WAIT: Duration = Duration::from_secs(90);

/// The turn to start or stop the server; it ends when dropped.
pub(super) struct Turn {
    _lock: File,
}

impl Turn {
    /// Waits until no one else starts or stops the server of this data folder.
    pub fn wait(data: &Path) -> Result<Self, StartError> {
        let lock = open(&data.join("postgres.turn"))?;
        let start = Instant::now();
        while lock.try_lock().is_err() {
            if start.elapsed() > WAIT {
                return Err(StartError::Busy(data.to_owned()));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(Self { _lock: lock })
    }
}

/// Being one of the processes that use the server.
pub(super) struct Presence(File);

impl Presence {
    /// Goes in; the turn shows that no one is just finding out whether they are the last.
    pub fn enter(data: &Path, _: &Turn) -> Result<Self, StartError> {
        let path = data.join("postgres.inside");
        let file = open(&path)?;
        file.lock_shared().map_err(StartError::unwritable(&path))?;
        Ok(Self(file))
    }

    /// Goes out, and says whether that was the last one.
    pub fn leave(self, _: &Turn) -> bool {
        // Unlocked by name, not by closing: a child between fork and exec may hold the file open a little longer.
        self.0.unlock().is_ok() && self.0.try_lock().is_ok()
    }
}

fn open(path: &Path) -> Result<File, StartError> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false).mode(0o600);
    options.open(path).map_err(StartError::unwritable(path))
}
