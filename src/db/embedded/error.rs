//! Why the machine's own Postgres did not start, each in one line that says what to do.

use std::path::{Path, PathBuf};

/// Why the embedded database did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// There is no Postgres on this machine.
    #[error(
        "Postgres is not on this machine: install the package `postgresql`, or set SIGNPOST_PG_BIN to the folder that holds initdb, postgres and pg_ctl, or DATABASE_URL to a database elsewhere"
    )]
    Missing,
    /// The folder named by the operator does not hold Postgres.
    #[error("SIGNPOST_PG_BIN={}: initdb, postgres and pg_ctl are not all in this folder; set it to a folder that has them, or unset it and install the package `postgresql`", .0.display())]
    MissingIn(PathBuf),
    /// The data were made by another major version than those on this machine.
    #[error("the database in {} was made by Postgres {cluster}, and this machine has {found}: install the package `postgresql-{cluster}`, or set SIGNPOST_PG_BIN to its folder", .folder.display())]
    Version { folder: PathBuf, cluster: String, found: String },
    /// We may not write where the data shall be.
    #[error("{} cannot be written ({reason}): make it writable, or set SIGNPOST_DATA to another folder", .path.display())]
    Unwritable { path: PathBuf, reason: String },
    /// Postgres runs as another user, who cannot get to the data.
    #[error("Postgres refuses to run as root and runs as {user}, who cannot enter {}: run `chmod o+x` on that folder, or set SIGNPOST_DATA to a folder such as /var/lib/signpost", .folder.display())]
    Unenterable { folder: PathBuf, user: String },
    /// The data belong to another user.
    #[error("{} belongs to user {owner}: run Signpost as that user, or set SIGNPOST_DATA to another folder", .folder.display())]
    Foreign { folder: PathBuf, owner: u32 },
    /// We are root, and there is nobody to run Postgres as.
    #[error(
        "Postgres refuses to run as root, and there is neither a user postgres nor nobody: run Signpost as an ordinary user"
    )]
    NoOrdinaryUser,
    /// The user has a number but no name, which `initdb` refuses.
    #[error(
        "user number {0} has no name on this machine, which Postgres needs to make a database: add it to /etc/passwd, or run Signpost as another user"
    )]
    NamelessUser(String),
    /// The short folder for the socket is someone else's.
    #[error("{} is needed for the database's socket, and belongs to another user or is open to others: remove it, or set SIGNPOST_DATA to a shorter path", .0.display())]
    SocketFolder(PathBuf),
    /// Another process holds the start lock for too long.
    #[error("another Signpost has been starting or stopping the database in {} for too long: stop that process, then start this one again", .0.display())]
    Busy(PathBuf),
    /// A program of Postgres could not be run at all.
    #[error("{} cannot be run ({reason}): install the package `postgresql` again, or set SIGNPOST_PG_BIN", .program.display())]
    Program { program: PathBuf, reason: String },
    /// The first-time setup failed.
    #[error("Postgres could not make a database in {}: {said}", .folder.display())]
    Create { folder: PathBuf, said: String },
    /// The server came up without our database.
    #[error("the database `signpost` is gone from {}: restore a backup, or move that folder away to begin anew", .0.display())]
    NoDatabase(PathBuf),
    /// The server runs, and is not ready; it goes on becoming so.
    #[error("Postgres (process {pid}) is still starting or recovering: start Signpost again in a minute (its log: {})", .log.display())]
    Slow { pid: u32, log: PathBuf },
    /// The server ended, or refuses us.
    #[error("Postgres did not start: {said} (its log: {})", .log.display())]
    Server { said: String, log: PathBuf },
}

impl StartError {
    pub(super) fn unwritable(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Unwritable { path, reason: error.to_string() }
    }

    pub(super) fn program(program: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let program = program.to_owned();
        move |error| Self::Program { program, reason: error.to_string() }
    }
}

/// The last lines of what a program said, as one line.
pub(super) fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    match lines.as_slice() {
        [] => "it said nothing".to_owned(),
        all => all[all.len().saturating_sub(4)..].join(" · "),
    }
}
