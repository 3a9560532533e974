//! The installation's secret: seals what must be kept for a while but read by nobody who only has the database.

use chacha20poly1305::{
    ChaCha20Poly1305, Key, Nonce,
    aead::{Aead, KeyInit, Payload},
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

const LEAST_CHARACTERS: usize = 32;
const NONCE_BYTES: usize = 12;

/// The key made from `SIGNPOST_SECRET`. It neither prints nor leaves this file.
#[derive(Clone)]
pub struct Secret(Key);

/// What is sealed. A seal of one kind cannot be opened as another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// The token of a waiting letter's one-time link, for the letter.
    Link,
    /// The seed of an authenticator app, for its person.
    Seed,
    /// The fields of a form that waits for its sender to sign in, for that person.
    Form,
    /// The token of a family link, for the link.
    Share,
}

impl Seal {
    /// What a seal is bound to beside its content.
    fn bound(self, row: Uuid) -> Vec<u8> {
        let kind: &[u8] = match self {
            Self::Link => b"",
            Self::Seed => b"seed",
            Self::Form => b"form",
            Self::Share => b"share",
        };
        [kind, row.as_bytes()].concat()
    }
}

/// Said when `SIGNPOST_SECRET` has fewer than 32 characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("SIGNPOST_SECRET needs at least {LEAST_CHARACTERS} characters")]
pub struct TooShort;

impl Secret {
    /// The secret as the operator set it: any text of 32 characters or more.
    ///
    /// # Errors
    /// [`TooShort`] for less.
    pub fn new(text: &str) -> Result<Self, TooShort> {
        if text.chars().count() < LEAST_CHARACTERS {
            return Err(TooShort);
        }
        let key = Sha256::new().chain_update(b"signpost seal v1").chain_update(text.as_bytes()).finalize();
        Ok(Self(key))
    }

    /// `plain` sealed for one row: a random nonce, then the sealed bytes. No other row can open them.
    #[must_use]
    pub fn seal(&self, kind: Seal, row: Uuid, plain: &[u8]) -> Vec<u8> {
        let mut nonce = [0; NONCE_BYTES];
        getrandom::fill(&mut nonce).expect("the operating system always has random bytes");
        let sealed = ChaCha20Poly1305::new(&self.0)
            .encrypt(&Nonce::from(nonce), Payload { msg: plain, aad: &kind.bound(row) })
            .expect("what we seal is far below the cipher's limit of 256 GiB");
        [nonce.as_slice(), &sealed].concat()
    }

    /// What was sealed for this row; `None` when it was changed, belongs to another row or to another secret.
    #[must_use]
    pub fn open(&self, kind: Seal, row: Uuid, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>()?;
        let payload = Payload { msg: sealed, aad: &kind.bound(row) };
        ChaCha20Poly1305::new(&self.0).decrypt(&Nonce::from(*nonce), payload).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Secret {
        Secret::new(text).unwrap()
    }

    #[test]
    fn only_the_same_row_and_the_same_secret_open_a_seal() {
        let (ours, other) = (secret(&"a".repeat(32)), secret(&"b".repeat(32)));
        let (row, stranger) = (Uuid::now_v7(), Uuid::now_v7());
        let sealed = ours.seal(Seal::Link, row, b"token");
        assert_eq!(ours.open(Seal::Link, row, &sealed).as_deref(), Some(b"token".as_slice()));
        assert_eq!(ours.open(Seal::Form, row, &sealed), None);
        assert_eq!(ours.open(Seal::Link, stranger, &sealed), None);
        assert_eq!(other.open(Seal::Link, row, &sealed), None);
        assert_eq!(ours.open(Seal::Link, row, &sealed[..sealed.len() - 1]), None);
        assert_eq!(ours.open(Seal::Link, row, b"short"), None);
        assert_ne!(ours.seal(Seal::Link, row, b"token"), sealed, "each seal has its own nonce");
    }

    #[test]
    fn a_short_secret_is_refused() {
        assert_eq!(Secret::new(&"a".repeat(31)).err(), Some(TooShort));
    }
}
