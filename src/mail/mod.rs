//! Letters to people: where they go out, and in what form.

pub mod carrier;
pub mod letters;
pub mod message;
mod smtp;
mod wrap;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use lettre::Address;
use tokio::io::AsyncWriteExt;

pub use self::{
    carrier::{Bell, Carrier},
    message::Message,
    smtp::{Smtp, WrongUrl},
};

/// How long one letter may take at the mail server, from dialing to its last word.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Where letters go out.
#[derive(Clone)]
pub enum Mailer {
    /// To a mail server.
    Smtp(Arc<Smtp>),
    /// Into a folder, one `.eml` file a letter.
    Folder(PathBuf),
    /// Into memory, for tests.
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
}

impl Mailer {
    /// A mail server by its address: `smtp://`, `smtps://`, `smtp://…?tls=required`.
    ///
    /// # Errors
    /// [`WrongUrl`], in words for the operator.
    pub fn smtp(url: &str) -> Result<Self, WrongUrl> {
        Ok(Self::Smtp(Arc::new(Smtp::at(url, PATIENCE)?)))
    }

    /// A mailer that keeps letters in memory.
    #[must_use]
    pub fn memory() -> Self {
        Self::Memory(Arc::default())
    }

    /// One try. It never takes much longer than [`PATIENCE`] and never panics.
    pub async fn deliver(&self, message: &Message) -> Delivery {
        match self {
            Self::Smtp(server) => server.deliver(message).await,
            Self::Folder(folder) => match keep(folder, message).await {
                Ok(name) => Delivery::Accepted(format!("Kept in the letters folder as {name}")),
                Err(error) => Delivery::Deferred(format!("The letters folder could not be written: {error}")),
            },
            Self::Memory(kept) => {
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(message.clone());
                Delivery::Accepted("Kept in memory".to_owned())
            }
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

/// What every letter of this installation has in common.
#[derive(Debug, Clone)]
pub struct Letterhead {
    base_url: String,
    from: Address,
    only_to: Option<String>,
}

impl Letterhead {
    /// From `SIGNPOST_BASE_URL`, `SIGNPOST_MAIL_FROM` (an address, or `Name <address>`; the name is the school's in any
    /// case) and `SIGNPOST_MAIL_ONLY_TO`.
    ///
    /// # Errors
    /// One line for the operator when `from` is no address.
    pub fn new(base_url: &str, from: &str, only_to: Option<&str>) -> Result<Self, String> {
        let from = from
            .parse::<lettre::message::Mailbox>()
            .map_err(|_| "SIGNPOST_MAIL_FROM needs an email address".to_owned())?
            .email;
        Ok(Self {
            base_url: base_url.trim_end_matches('/').to_owned(),
            from,
            only_to: only_to.map(|address| address.trim().to_lowercase()).filter(|address| !address.is_empty()),
        })
    }

    /// The part of Message-IDs behind the @: the sender's domain.
    #[must_use]
    pub fn message_domain(&self) -> &str {
        self.from.domain()
    }

    fn may_write_to(&self, address: &str) -> bool {
        self.only_to.as_ref().is_none_or(|only| *only == address.trim().to_lowercase())
    }
}

#[cfg(test)]
#[path = "mailer_test.rs"]
mod tests;
