//! Every setting: its environment variable, its default, and what it is for. Checked at start, one clear line a fault.

use std::{
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use ipnet::IpNet;

/// The settings as they come from the environment (or, for a try, from the command line).
#[derive(Args, Clone)]
pub struct Config {
    /// Where Postgres is. Unset: Signpost runs the machine's own Postgres in its data folder
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,

    /// The owner's way to the database, for migrate and seed, not through a pooler. Unset: DATABASE_URL does all
    #[arg(long, env = "DATABASE_OWNER_URL", hide_env_values = true)]
    pub database_owner_url: Option<String>,

    /// The mail server, smtp://user:password@host:port. Unset: letters go to a folder
    #[arg(long, env = "SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,

    /// The address the server listens on
    #[arg(long, env = "SIGNPOST_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,

    /// An address for the operator's monitoring: `/metrics` for Prometheus, never for the world. Unset: nothing is counted
    #[arg(long, env = "SIGNPOST_METRICS_LISTEN")]
    pub metrics_listen: Option<SocketAddr>,

    /// The address people use; links in letters start with it. Unset: http://localhost and the port above
    #[arg(long, env = "SIGNPOST_BASE_URL")]
    pub base_url: Option<String>,

    /// The folder for the embedded Postgres and the letters. Unset: ./var, as root on a protected path /var/lib/signpost
    #[arg(long, env = "SIGNPOST_DATA")]
    pub data: Option<PathBuf>,

    /// Seals waiting links; at least 32 characters. Unset in development: made once and kept in the data folder
    #[arg(long, env = "SIGNPOST_SECRET", hide_env_values = true)]
    pub secret: Option<String>,

    /// Production refuses to start without its own secret, an https address, a mail server and a database
    #[arg(long, env = "SIGNPOST_ENV", value_enum, default_value = "development")]
    pub env: Environment,

    /// Where Postgres's programs are, for the embedded database. Unset: they are looked for
    #[arg(long, env = "SIGNPOST_PG_BIN")]
    pub pg_bin: Option<PathBuf>,

    /// Proxies whose X-Forwarded-For is believed, as addresses or networks, with commas between
    #[arg(long, env = "SIGNPOST_TRUSTED_PROXIES", value_delimiter = ',', value_parser = network)]
    pub trusted_proxies: Vec<IpNet>,

    /// Networks whose failed sign-ins are not counted together, such as a campus behind one address
    #[arg(long, env = "SIGNPOST_CAMPUS_NETWORKS", value_delimiter = ',', value_parser = network)]
    pub campus_networks: Vec<IpNet>,

    /// Behind a proxy that asks `/readyz`: how long to go on after SIGTERM, so that it sends requests elsewhere first
    #[arg(long, env = "SIGNPOST_DRAIN_SECONDS", default_value_t = 0)]
    pub drain_seconds: u64,

    /// How long a public page may be behind a change, in milliseconds; 0: each visit asks the database whether it is
    #[arg(long, env = "SIGNPOST_CONTENT_FRESH_MS", default_value_t = 1000, hide = true)]
    pub content_fresh_ms: u64,

    /// How many threads serve requests. Unset: one for each core
    #[arg(long, env = "SIGNPOST_WORKERS", value_parser = at_least_one)]
    pub workers: Option<usize>,

    /// Database connections of the server, shared out over its threads. Unset: six for each
    #[arg(long, env = "SIGNPOST_DB_CONNECTIONS", value_parser = at_least_one)]
    pub db_connections: Option<usize>,

    /// The sender of all letters
    #[arg(long, env = "SIGNPOST_MAIL_FROM", default_value = "advising@harbor.example")]
    pub mail_from: String,

    /// For a try with a real mail server: letters to anyone else are held
    #[arg(long, env = "SIGNPOST_MAIL_ONLY_TO")]
    pub mail_only_to: Option<String>,

    /// Whether staff must have a second factor before the first record opens. Unset: required in production, offered else
    #[arg(long, env = "SIGNPOST_STAFF_SECOND_FACTOR", value_enum)]
    pub staff_second_factor: Option<SecondFactorRule>,

    /// The password of the demo accounts. Unset: a random one, kept in the data folder and printed at each start
    #[arg(long, env = "SIGNPOST_DEMO_PASSWORD", hide_env_values = true)]
    pub demo_password: Option<String>,
}

/// Where this runs.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Environment {
    /// A desk: everything has a default.
    Development,
    /// A school: nothing unsafe has a default.
    Production,
}

/// What the school asks of its staff beside a password.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SecondFactorRule {
    /// Nothing of the staff's opens before a second factor is set up.
    Required,
    /// A line on each page offers it.
    Offered,
}

fn at_least_one(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|number| *number > 0).ok_or_else(|| format!("{text} is no number above 0"))
}

fn network(text: &str) -> Result<IpNet, String> {
    let text = text.trim();
    text.parse::<IpNet>()
        .or_else(|_| text.parse::<IpAddr>().map(IpNet::from))
        .map_err(|_| format!("{text} is neither an address nor a network"))
}

impl Config {
    /// The address people use, without a slash at its end.
    #[must_use]
    pub fn base(&self) -> String {
        match &self.base_url {
            Some(base) => base.trim_end_matches('/').to_owned(),
            None => format!("http://localhost:{}", self.listen.port()),
        }
    }

    /// Whether people reach us over https, so that cookies may be `Secure`.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.base().starts_with("https://")
    }

    /// Whether staff must have a second factor.
    #[must_use]
    pub fn requires_second_factor(&self) -> bool {
        match self.staff_second_factor {
            Some(rule) => rule == SecondFactorRule::Required,
            None => self.env == Environment::Production,
        }
    }

    /// The folder everything of ours is kept in.
    #[must_use]
    pub fn data_folder(&self) -> PathBuf {
        self.data.clone().unwrap_or_else(crate::db::default_data_dir)
    }

    /// The domain behind the sender's @, for Message-IDs.
    #[must_use]
    pub fn mail_domain(&self) -> &str {
        self.mail_from.rsplit_once('@').map_or("localhost", |(_, domain)| domain.trim_end_matches('>'))
    }

    /// What is wrong with these settings, one line each. Empty: nothing.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let base = self.base();
        if !(base.starts_with("http://") || base.starts_with("https://")) || base.contains([' ', '?', '#']) {
            faults.push(format!("SIGNPOST_BASE_URL must be an http:// or https:// address, not {base}"));
        } else if base.splitn(4, '/').nth(3).is_some() {
            faults.push(format!("SIGNPOST_BASE_URL must be an address without a path, not {base}"));
        }
        if self.secret.as_ref().is_some_and(|secret| secret.len() < 32) {
            faults.push("SIGNPOST_SECRET must have at least 32 characters".into());
        }
        if self.secret.as_ref().is_some_and(|secret| is_example(secret)) {
            faults.push("SIGNPOST_SECRET is an example, not a secret. Make one with: openssl rand -base64 32".into());
        }
        if self.mail_from.parse::<lettre::message::Mailbox>().is_err() {
            faults.push(format!("SIGNPOST_MAIL_FROM is no address that letters could come from: {}", self.mail_from));
        }
        if self.env == Environment::Production {
            if self.mail_domain().ends_with(".example") {
                faults.push(
                    "SIGNPOST_MAIL_FROM is not set: in production letters come from an address of the school".into(),
                );
            }
            if self.secret.is_none() {
                faults.push("SIGNPOST_SECRET is not set: in production it has no default. Make one with: openssl rand -base64 32".into());
            }
            if !self.is_https() {
                faults.push("SIGNPOST_BASE_URL must start with https:// in production".into());
            }
            if self.smtp_url.is_none() {
                faults.push("SMTP_URL is not set: in production letters need a mail server".into());
            }
            if self.database_url.is_none() {
                faults.push("DATABASE_URL is not set: the embedded Postgres is not for production".into());
            }
        }
        faults
    }

    /// The secret of this installation; in development one is made at the first start and kept.
    ///
    /// # Errors
    /// When the data folder cannot be read or written.
    pub fn secret_text(&self) -> anyhow::Result<String> {
        match &self.secret {
            Some(secret) => Ok(secret.clone()),
            None => kept(&self.data_folder(), "secret", random_text),
        }
    }

    /// The password of the demo accounts.
    ///
    /// # Errors
    /// When the data folder cannot be read or written.
    pub fn demo_password_text(&self) -> anyhow::Result<String> {
        match &self.demo_password {
            Some(password) => Ok(password.clone()),
            None => kept(&self.data_folder(), "demo-password", || {
                let text = random_text();
                text.chars().filter(char::is_ascii_alphanumeric).take(16).collect()
            }),
        }
    }
}

/// Whether a secret was copied from somewhere or typed by a bored finger: hardly any different characters, or words that
/// say so.
fn is_example(secret: &str) -> bool {
    let letters: std::collections::BTreeSet<char> = secret.chars().collect();
    let plain: String = secret.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    letters.len() < 8 || ["changeme", "example", "yoursecret", "replaceme"].iter().any(|word| plain.contains(word))
}

/// The text in a file of ours that only its owner may read; made if it is not there.
fn kept(folder: &Path, name: &str, make: impl FnOnce() -> String) -> anyhow::Result<String> {
    use anyhow::Context as _;
    use std::{io::Write as _, os::unix::fs::OpenOptionsExt as _};
    let path = folder.join(name);
    if is_open_to_others(&path) {
        anyhow::bail!("{0} may be read by others: chmod 600 {0}", path.display());
    }
    match std::fs::read_to_string(&path) {
        Ok(text) if !text.trim().is_empty() => return Ok(text.trim().to_owned()),
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(error).with_context(|| format!("{} cannot be read", path.display())),
    }
    let text = make();
    let write = || {
        std::fs::create_dir_all(folder)?;
        let mut file = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&path)?;
        writeln!(file, "{text}")
    };
    write().with_context(|| format!("{} cannot be written: set SIGNPOST_DATA to a folder of yours", path.display()))?;
    Ok(text)
}

/// Whether anybody but its owner may read or change a file.
fn is_open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o077 != 0)
}

fn random_text() -> String {
    use base64::{Engine as _, prelude::BASE64_STANDARD};
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).expect("the system's random source works");
    BASE64_STANDARD.encode(bytes)
}

#[cfg(test)]
#[path = "config_test.rs"]
mod tests;
