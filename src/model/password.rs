//! Passwords: what makes a good one, and the threads that hash them so that pages never wait.
//!
//! Rules after NIST SP 800-63B-4: long, not guessable, nothing about kinds of characters.

use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};

use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _},
};
use tokio::sync::oneshot;
use unicode_normalization::UnicodeNormalization as _;

use super::error::{Error, Result};

/// The least number of characters (code points).
pub const SHORTEST: usize = 15;
const LONGEST_BYTES: usize = 1024;

/// A password somebody typed, normalised (NFKC). It never prints.
#[derive(Clone)]
pub struct Password(String);

impl Password {
    /// Any password, for signing in. Too long to be anyone's is cut off before it costs anything.
    #[must_use]
    pub fn typed(raw: &str) -> Self {
        if raw.len() > LONGEST_BYTES { Self(String::new()) } else { Self(raw.nfkc().collect()) }
    }

    /// A new password. `about` are the words it may not be: the site, the school, the person's name and address.
    ///
    /// # Errors
    /// The message key with the reason.
    pub fn parse(raw: &str, about: &[&str]) -> std::result::Result<Self, &'static str> {
        let password: String = raw.nfkc().collect();
        if raw.len() > LONGEST_BYTES {
            return Err("password-too-long");
        }
        if password.chars().count() < SHORTEST {
            return Err("password-too-short");
        }
        let bare = letters(&password);
        if about.iter().any(|word| !word.is_empty() && (password.eq_ignore_ascii_case(word) || bare == letters(word))) {
            return Err("password-is-a-known-word");
        }
        // zxcvbn looks at 100 characters; more are only longer.
        let looked_at: String = password.chars().take(100).collect();
        if zxcvbn::zxcvbn(&looked_at, about).score() < zxcvbn::Score::Three {
            return Err("password-too-easy");
        }
        Ok(Self(password))
    }
}

/// A password without what people add to make a common one look new.
fn letters(text: &str) -> String {
    text.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_ascii_punctuation()).to_lowercase()
}

/// Of the threads that hash, as nice(1) counts: pages have 0, and nine times as much of the processor beside them.
#[cfg(target_os = "linux")]
const NICENESS: i32 = 10;

/// How argon2's parameters of today begin a hash; one that begins otherwise is made anew at the next sign-in.
const CURRENT: &str = "$argon2id$v=19$m=19456,t=2,p=1$";

/// Verified against when nobody has the address, so that both ways cost the same. It is made of random bytes: no password
/// is known for it, and none would open anything.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$/jtNAdFNqeGIOOHcd/k52Q$73O2ak8j09FvL0q5RBNCzqauXGVP/bhgLl+5zsBrKao";

/// Whether a password fits.
pub struct Verdict {
    /// It does.
    pub fits: bool,
    /// Its hash with today's parameters, where the kept one has older ones.
    pub renewed: Option<String>,
}

enum Job {
    Hash(Password, oneshot::Sender<String>),
    Verify(Password, Option<String>, oneshot::Sender<Verdict>),
}

/// Threads of their own with a bounded queue in front: a flood of sign-ins waits or is turned away, pages go on.
#[derive(Clone)]
pub struct Hasher(SyncSender<Job>);

impl Hasher {
    const QUEUE: usize = 60;

    /// Starts the threads; they end when the last handle is gone.
    #[must_use]
    pub fn start() -> Self {
        let (sender, receiver) = sync_channel(Self::QUEUE);
        let receiver = std::sync::Arc::new(std::sync::Mutex::new(receiver));
        // Half of the processors: a page that wants one finds it. A thread that hashes gives way late, whatever its niceness.
        let threads = std::thread::available_parallelism().map_or(1, |all| (all.get() / 2).max(1));
        for _ in 0..threads {
            let receiver = receiver.clone();
            std::thread::spawn(move || {
                stand_back();
                loop {
                    let job = receiver.lock().expect("hashing does not panic").recv();
                    match job {
                        // Whoever asked may have gone away meanwhile; that is no fault.
                        Ok(Job::Hash(password, reply)) => _ = reply.send(hash(&password.0)),
                        Ok(Job::Verify(password, hash, reply)) => {
                            // Somebody whose password was put out of use has no hash either.
                            let hash = hash.filter(|hash| hash.starts_with('$'));
                            let fits = verify(&password.0, hash.as_deref().unwrap_or(NOBODYS)) && hash.is_some();
                            let is_old = fits && hash.is_some_and(|hash| !hash.starts_with(CURRENT));
                            let renewed = is_old.then(|| self::hash(&password.0));
                            _ = reply.send(Verdict { fits, renewed });
                        }
                        Err(_) => break,
                    }
                }
            });
        }
        Self(sender)
    }

    /// The PHC string of a password.
    ///
    /// # Errors
    /// [`Error::Busy`] when the queue is full.
    pub async fn hash(&self, password: Password) -> Result<String> {
        let (reply, answer) = oneshot::channel();
        self.give(Job::Hash(password, reply))?;
        answer.await.map_err(|_| Error::Busy)
    }

    /// Whether the password is the one behind `hash`. Without a hash it takes as long and says no.
    ///
    /// # Errors
    /// [`Error::Busy`] when the queue is full.
    pub async fn verify(&self, password: Password, hash: Option<String>) -> Result<Verdict> {
        let (reply, answer) = oneshot::channel();
        self.give(Job::Verify(password, hash, reply))?;
        answer.await.map_err(|_| Error::Busy)
    }

    fn give(&self, job: Job) -> Result<()> {
        self.0.try_send(job).map_err(|error| match error {
            TrySendError::Full(_) | TrySendError::Disconnected(_) => {
                metrics::counter!("signpost_hashes_refused_total").increment(1);
                Error::Busy
            }
        })
    }
}

/// Lets pages go first where both want the processor. Only Linux knows that of one thread; elsewhere it would slow the pages
/// too.
fn stand_back() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::setpriority_process(None, NICENESS) {
        tracing::warn!(%error, "hashing passwords keeps the priority of pages");
    }
}

/// argon2id, 19 MiB, two passes, one lane: the crate's default and OWASP's.
fn hash(password: &str) -> String {
    Argon2::default()
        .hash_password(password.as_bytes())
        .expect("the salt is fresh and the parameters are the library's own")
        .to_string()
}

fn verify(password: &str, hash: &str) -> bool {
    Argon2::default().verify_password(password.as_bytes(), hash).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(raw: &str) -> std::result::Result<(), &'static str> {
        Password::parse(raw, &["signpost", "Harbor State College", "Eve Hart", "eve@students.harbor.example"]).map(drop)
    }

    #[test]
    fn a_new_password_is_long_and_not_guessable() {
        assert_eq!(judged("maple tin orbit velvet"), Ok(()));
        assert_eq!(judged("short"), Err("password-too-short"));
        assert_eq!(judged("aaaaaaaaaaaaaaaaaaaa"), Err("password-too-easy"));
        assert_eq!(judged("password12345678"), Err("password-too-easy"));
        assert_eq!(judged("Harbor State College"), Err("password-is-a-known-word"));
        assert_eq!(judged("harbor state college99"), Err("password-is-a-known-word"));
        assert_eq!(judged("eve@students.harbor.example"), Err("password-is-a-known-word"));
        assert_eq!(judged(&"x7!kQ ".repeat(200)), Err("password-too-long"));
    }

    #[test]
    fn fifteen_code_points_are_enough_in_any_script() {
        assert_eq!(judged("лиса ест зелёный мёд"), Ok(()));
    }

    #[tokio::test]
    async fn a_hash_with_older_parameters_is_made_anew() {
        let weak = Argon2::new(
            argon2::Algorithm::Argon2id,
            argon2::Version::V0x13,
            argon2::Params::new(8, 1, 1, None).unwrap(),
        );
        let old = weak.hash_password(b"maple tin orbit velvet").unwrap().to_string();
        let verdict = Hasher::start().verify(Password::typed("maple tin orbit velvet"), Some(old)).await.unwrap();
        assert!(verdict.fits && verdict.renewed.is_some_and(|hash| hash.starts_with(CURRENT)));
    }

    #[test]
    fn nobodys_hash_costs_as_much_as_anybodys() {
        let (anybodys, nobodys) = (hash("maple tin orbit velvet"), NOBODYS.to_owned());
        assert!(anybodys.starts_with(CURRENT) && nobodys.starts_with(CURRENT) && anybodys.len() == nobodys.len());
        // What could not be read would be refused at once instead.
        let read = argon2::PasswordHash::new(NOBODYS).unwrap();
        let error = Argon2::default().verify_password(b"maple tin orbit velvet", &read).unwrap_err();
        assert!(matches!(error, argon2::password_hash::Error::PasswordInvalid), "{error}");
    }

    #[tokio::test]
    async fn only_the_right_password_opens() {
        let hasher = Hasher::start();
        let hash = hasher.hash(Password::typed("maple tin orbit velvet")).await.ok();
        assert!(
            hasher
                .verify(Password::typed("maple tin orbit velvet"), hash.clone())
                .await
                .is_ok_and(|verdict| verdict.fits && verdict.renewed.is_none())
        );
        assert!(hasher.verify(Password::typed("maple tin orbit"), hash).await.is_ok_and(|verdict| !verdict.fits));
        assert!(
            hasher.verify(Password::typed("nobody has this password"), None).await.is_ok_and(|verdict| !verdict.fits)
        );
        let out_of_use = hasher.verify(Password::typed("!"), Some("!".into())).await;
        assert!(out_of_use.is_ok_and(|verdict| !verdict.fits));
    }
}
