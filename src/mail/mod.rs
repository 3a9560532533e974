//! Letters to people: where they go out, and in what form.

mod calendar;
pub mod carrier;
pub mod letters;
pub mod message;
pub mod samples;
mod smtp;
pub mod wording;
mod wrap;

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use anyhow::Context;
use lettre::Address;
use tokio::io::AsyncWriteExt;

pub use self::{message::Message, smtp::Smtp};
use crate::model::id::LetterId;

/// How long one letter may take at the mail server, from dialing to its last word.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Where letters go out, and to whom they may.
#[derive(Clone)]
pub struct Mailer {
    way: Way,
    only_to: Option<String>,
}

#[derive(Clone)]
enum Way {
    Smtp(Arc<Smtp>),
    Folder(PathBuf),
    Memory(Arc<Mutex<Vec<Message>>>),
}

/// What became of one try. The words are the server's, or ours when it said none; staff read them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// The mail server took it.
    Accepted(String),
    /// Not now.
    Deferred(String),
    /// Never.
    Failed(String),
    /// Never to this address: the mail server does not know it.
    Refused(String),
}

impl Mailer {
    /// To the mail server at `smtp_url` (`smtp://`, `smtps://`, `smtp://…?tls=required`), else into `folder`, one
    /// `.eml` file a letter. With `only_to`, letters to any other address are held.
    ///
    /// # Errors
    /// One line for the operator when the address is not one of those.
    pub fn open(smtp_url: Option<&str>, folder: &Path, only_to: Option<String>) -> anyhow::Result<Self> {
        let way = match smtp_url {
            Some(url) => Way::Smtp(Arc::new(Smtp::at(url, PATIENCE)?)),
            None => Way::Folder(folder.to_owned()),
        };
        let only_to = only_to.map(|address| address.trim().to_lowercase()).filter(|address| !address.is_empty());
        Ok(Self { way, only_to })
    }

    /// A mailer that keeps letters in memory, for tests.
    #[must_use]
    pub fn memory(kept: Arc<Mutex<Vec<Message>>>) -> Self {
        Self { way: Way::Memory(kept), only_to: None }
    }

    /// One try. It never takes much longer than [`PATIENCE`] and never panics.
    pub async fn deliver(&self, message: &Message) -> Delivery {
        match &self.way {
            Way::Smtp(server) => server.deliver(message).await,
            Way::Folder(folder) => match keep(folder, message).await {
                Ok(name) => Delivery::Accepted(format!("Kept in the letters folder as {name}")),
                Err(error) => Delivery::Deferred(format!("The letters folder could not be written: {error}")),
            },
            Way::Memory(kept) => {
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(message.clone());
                Delivery::Accepted("Kept in memory".to_owned())
            }
        }
    }

    /// Whether letters could go out now; nothing is sent.
    ///
    /// # Errors
    /// Words for the operator.
    pub async fn greet(&self) -> Result<(), String> {
        match &self.way {
            Way::Smtp(server) => server.greet().await,
            Way::Folder(_) | Way::Memory(_) => Ok(()),
        }
    }

    /// Destroys what is kept here of these letters: their person was erased, or their time is over. What a mail server
    /// took is the mailbox's.
    ///
    /// # Errors
    /// When the folder cannot be read or a file in it cannot be deleted.
    pub async fn shred(&self, letters: &[LetterId]) -> std::io::Result<()> {
        match &self.way {
            Way::Smtp(_) => Ok(()),
            Way::Folder(folder) => shred(folder, letters).await,
            Way::Memory(kept) => {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.retain(|message| !letters.contains(&message.id()));
                Ok(())
            }
        }
    }

    /// Whether letters reach everyone they are written to.
    #[must_use]
    pub fn is_live(&self) -> bool {
        matches!(self.way, Way::Smtp(_)) && self.only_to.is_none()
    }

    fn may_write_to(&self, address: &str) -> bool {
        self.only_to.as_ref().is_none_or(|only| *only == address.trim().to_lowercase())
    }
}

/// Where letters go, in words for the operator, without the server's password.
impl fmt::Display for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.way {
            Way::Smtp(server) => write!(f, "the mail server at {server}")?,
            Way::Folder(folder) => write!(f, "the folder {}", folder.display())?,
            Way::Memory(_) => write!(f, "memory")?,
        }
        match &self.only_to {
            Some(address) => write!(f, ", those to {address} only; others are held"),
            None => Ok(()),
        }
    }
}

/// Writes beside and renames, so that a reader never sees half a letter. Only the owner may read it: the file holds
/// the real one-time link.
async fn keep(folder: &Path, message: &Message) -> std::io::Result<String> {
    let name = message.file_name();
    let aside = folder.join(format!(".{name}.part"));
    tokio::fs::create_dir_all(folder).await?;
    let mut options = tokio::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    options.mode(0o600);
    let mut file = options.open(&aside).await?;
    file.write_all(message.bytes()).await?;
    file.sync_all().await?;
    tokio::fs::rename(&aside, folder.join(&name)).await?;
    Ok(name)
}

/// Deletes the files of these letters; each name ends with the letter's id.
async fn shred(folder: &Path, letters: &[LetterId]) -> std::io::Result<()> {
    if letters.is_empty() || !tokio::fs::try_exists(folder).await? {
        return Ok(());
    }
    let ends: Vec<String> = letters.iter().map(|id| format!("-{id}.eml")).collect();
    let mut files = tokio::fs::read_dir(folder).await?;
    while let Some(file) = files.next_entry().await? {
        let name = file.file_name();
        let name = name.to_string_lossy();
        if ends.iter().any(|end| name.trim_end_matches(".part").ends_with(end)) {
            tokio::fs::remove_file(file.path()).await?;
        }
    }
    Ok(())
}

/// What every letter of this installation has in common.
#[derive(Debug, Clone)]
pub struct Letterhead {
    base_url: String,
    from: Address,
}

impl Letterhead {
    /// From `SIGNPOST_BASE_URL` and `SIGNPOST_MAIL_FROM`: an address, or `Name <address>`; the name shown is the
    /// school's in any case.
    ///
    /// # Errors
    /// One line for the operator when `from` is no address.
    pub fn new(base_url: &str, from: &str) -> anyhow::Result<Self> {
        let from = from.parse::<lettre::message::Mailbox>().context("SIGNPOST_MAIL_FROM needs an email address")?.email;
        Ok(Self { base_url: base_url.trim_end_matches('/').to_owned(), from })
    }

    /// Of an installation that does not exist, for sample letters.
    #[must_use]
    pub fn sample() -> Self {
        let from = Address::new("signpost", "signpost.example").expect("both halves are plain words");
        Self { base_url: "https://signpost.example".to_owned(), from }
    }
}

#[cfg(test)]
#[path = "mailer_test.rs"]
mod tests;
