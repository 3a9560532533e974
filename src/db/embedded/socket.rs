//! The Unix socket of the embedded server: where it lies, its address, and whether the server answers on it.

use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest, Sha256};
use tokio_postgres::{Config, NoTls};

use super::account::Account;
use super::error::StartError;
use crate::db::server::whole;

/// The owner's role and the database have the same name.
pub(super) const NAME: &str = "signpost";
/// Only part of the socket's file name; nothing listens on the network.
pub(super) const PORT: &str = "5432";
/// A socket's path has at most 107 bytes on Linux and 103 on macOS.
const LONGEST_FOLDER: usize = 103 - "/.s.PGSQL.5432".len();

/// What a server said to a connection.
#[derive(Debug, PartialEq)]
pub(super) enum Answer {
    Ready,
    /// It starts, recovers or stops.
    NotYet,
    /// It runs without our database.
    NoDatabase,
    /// No one is there.
    Silence,
    /// It refuses us for another reason.
    Refusal(String),
}

/// The folder of the socket: `folder`, or a short one under `/tmp` when the path is too long or not in UTF-8.
///
/// Not under `$XDG_RUNTIME_DIR`, which vanishes when its user signs out, and which only some processes are told of.
pub(super) fn folder_for(folder: &Path, account: &Account) -> Result<PathBuf, StartError> {
    if folder.as_os_str().len() <= LONGEST_FOLDER && folder.to_str().is_some() {
        return Ok(folder.to_owned());
    }
    let digest = Sha256::digest(folder.as_os_str().as_bytes());
    let name: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let short = Path::new("/tmp").join(format!("{NAME}-{name}"));
    match std::fs::DirBuilder::new().mode(0o700).create(&short) {
        Ok(()) => account.take(&short).map_err(StartError::unwritable(&short))?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(StartError::unwritable(&short)(error)),
    }
    // Anyone may make folders in /tmp: whoever owns this one could pose as the database.
    let found = std::fs::symlink_metadata(&short).map_err(StartError::unwritable(&short))?;
    if found.is_dir() && found.uid() == account.uid && found.mode().trailing_zeros() >= 6 {
        Ok(short)
    } else {
        Err(StartError::SocketFolder(short))
    }
}

/// The address of the database behind the socket in `folder`, for a role.
pub(super) fn url(folder: &Path, role: &str) -> String {
    let encoded: String = folder
        .as_os_str()
        .as_bytes()
        .iter()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(*byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect();
    format!("postgres://{role}@{encoded}:{PORT}/{NAME}")
}

/// Connects and leaves. Asking the socket is the only sure way: a killed server's process may still be listed.
pub(super) fn ask(folder: &Path) -> Answer {
    let mut config = Config::new();
    config.host_path(folder).user(NAME).dbname(NAME).application_name("signpost start");
    let connect = async { tokio::time::timeout(Duration::from_secs(5), config.connect(NoTls)).await };
    match tokio::runtime::Handle::current().block_on(connect) {
        Ok(Ok(_)) => Answer::Ready,
        Err(_slow) => Answer::NotYet,
        Ok(Err(error)) => match error.code().map(|code| code.code()) {
            Some("57P03" | "57P01" | "57P02") => Answer::NotYet,
            Some("3D000") => Answer::NoDatabase,
            // All its connections are in use: that is a running server.
            Some("53300") => Answer::Ready,
            Some(_) => Answer::Refusal(whole(&error)),
            None => Answer::Silence,
        },
    }
}
