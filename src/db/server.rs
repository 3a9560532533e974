//! A database server: its address, whether the talk with it is encrypted, and opening one connection.
//!
//! The driver knows `sslmode` disable, prefer and require only, so we read `sslmode` and `sslrootcert` ourselves.

use std::path::PathBuf;
use std::time::Duration;

use diesel_async::AsyncPgConnection;
use tokio_postgres::config::{Config, Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::tls::{unverified, verified};

/// How long one attempt to reach the server may take.
const CONNECT: Duration = Duration::from_secs(2);
/// How long sent data may stay unacknowledged before a silent server counts as gone.
const SILENCE: Duration = Duration::from_secs(8);

/// What is wrong with a database address; it never repeats the address, which holds a password.
#[derive(Debug, thiserror::Error)]
pub enum AddressError {
    /// It does not start with `postgres://`.
    #[error("the database address must start with postgres:// or postgresql://")]
    Scheme,
    /// The driver cannot read it.
    #[error("the database address cannot be read: {0}")]
    Unreadable(#[source] tokio_postgres::Error),
    /// It names no server.
    #[error("the database address names no host: write postgres://user:password@host/database")]
    NoHost,
    /// An `sslmode` we do not know.
    #[error("sslmode={0} in the database address is unknown: use disable, prefer, require or verify-full")]
    Mode(String),
    /// A root certificate that would not be used.
    #[error("sslrootcert in the database address is used with sslmode=verify-full only: set both or neither")]
    RootUnused,
    /// A root certificate file that is missing or holds no certificate.
    #[error("sslrootcert {path} cannot be used: {reason}")]
    Root { path: String, reason: String },
    /// The machine has no trusted certificates at all.
    #[error(
        "this machine has no root certificates: install ca-certificates or set sslrootcert in the database address"
    )]
    NoRoots,
    /// The encryption library refused its own settings.
    #[error("encryption cannot be set up: {0}")]
    Setup(#[from] rustls::Error),
}

/// Why one connection could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The address is wrong; trying again does not help.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The server does not answer or refuses; trying again may help.
    #[error("the database cannot be reached: {0}")]
    Unreachable(#[from] diesel::ConnectionError),
}

/// A database server that can be connected to.
#[derive(Clone)]
pub struct Server {
    config: Config,
    tls: Option<MakeRustlsConnect>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Mode {
    Disable,
    Prefer,
    Require,
    VerifyFull,
}

impl Server {
    /// Reads a `postgres://` address; `application` is the name that the server's own logs and lists show.
    pub fn parse(url: &str, application: &str) -> Result<Self, AddressError> {
        let (url, mode, root) = take_ssl(url)?;
        let mut config: Config = url.parse().map_err(AddressError::Unreadable)?;
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            return Err(AddressError::NoHost);
        }
        let mode = if is_on_this_machine(&config) { Mode::Disable } else { mode };
        let tls = match mode {
            Mode::Disable => None,
            Mode::Prefer | Mode::Require => Some(unverified()?),
            Mode::VerifyFull => Some(verified(root.as_deref())?),
        };
        config.ssl_mode(match mode {
            Mode::Disable => SslMode::Disable,
            Mode::Prefer => SslMode::Prefer,
            Mode::Require | Mode::VerifyFull => SslMode::Require,
        });
        if config.get_application_name().is_none() {
            config.application_name(application);
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT);
        }
        // A failed-over server goes silent without a goodbye: requests must notice it, not hang on it.
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(SILENCE);
        }
        config.keepalives_idle(SILENCE).keepalives_interval(Duration::from_secs(2)).keepalives_retries(3);
        Ok(Self { config, tls })
    }

    /// Opens one connection with its clock in UTC; it closes when dropped.
    pub async fn connect(&self) -> diesel::ConnectionResult<AsyncPgConnection> {
        match &self.tls {
            Some(tls) => open(&self.config, tls.clone()).await,
            None => open(&self.config, tokio_postgres::NoTls).await,
        }
    }
}

async fn open<T>(config: &Config, tls: T) -> diesel::ConnectionResult<AsyncPgConnection>
where
    T: tokio_postgres::tls::MakeTlsConnect<tokio_postgres::Socket>,
    T::Stream: Send + 'static,
{
    let (client, connection) =
        config.connect(tls).await.map_err(|error| diesel::ConnectionError::BadConnection(whole(&error)))?;
    AsyncPgConnection::try_from_client_and_connection(client, connection).await
}

/// The error with its causes: the driver's own text alone is "error connecting to server".
pub(super) fn whole(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |text, cause| {
        let cause = cause.to_string();
        if text.contains(&cause) { text } else { format!("{text}: {cause}") }
    })
}

/// Takes `sslmode` and `sslrootcert` out of the address; the rest stays letter for letter.
fn take_ssl(url: &str) -> Result<(String, Mode, Option<PathBuf>), AddressError> {
    let scheme = ["postgres://", "postgresql://"].into_iter().find(|scheme| url.starts_with(scheme));
    let scheme = scheme.ok_or(AddressError::Scheme)?;
    // A password may hold a question mark: the query starts after the first @, as the driver reads it.
    let after_password = url.find('@').unwrap_or(scheme.len());
    let Some(query) = url[after_password..].find('?').map(|at| after_password + at) else {
        return Ok((url.to_owned(), Mode::Prefer, None));
    };
    let (mut mode, mut root, mut kept) = (Mode::Prefer, None, Vec::new());
    for pair in url[query + 1..].split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=') {
            Some(("sslmode", value)) => mode = Mode::parse(value)?,
            Some(("sslrootcert", value)) => root = Some(PathBuf::from(decoded(value))),
            _ => kept.push(pair),
        }
    }
    if root.is_some() && mode != Mode::VerifyFull {
        return Err(AddressError::RootUnused);
    }
    let rest = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    Ok((format!("{}{rest}", &url[..query]), mode, root))
}

impl Mode {
    fn parse(value: &str) -> Result<Self, AddressError> {
        match value {
            "disable" => Ok(Self::Disable),
            "prefer" => Ok(Self::Prefer),
            "require" => Ok(Self::Require),
            "verify-full" => Ok(Self::VerifyFull),
            other => Err(AddressError::Mode(other.to_owned())),
        }
    }
}

/// Undoes percent-encoding; what is not a percent and two hex digits stays as it is.
fn decoded(value: &str) -> String {
    let mut parts = value.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        match part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend_from_slice(&part.as_bytes()[2..]);
            }
            None => {
                bytes.push(b'%');
                bytes.extend_from_slice(part.as_bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What never leaves this machine needs no encryption: sockets and loopback addresses.
fn is_on_this_machine(config: &Config) -> bool {
    let addresses = config.get_hostaddrs();
    if !addresses.is_empty() {
        return addresses.iter().all(|address| address.is_loopback());
    }
    config.get_hosts().iter().all(|host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode_of(url: &str) -> (SslMode, bool) {
        let server = Server::parse(url, "test").unwrap();
        (server.config.get_ssl_mode(), server.tls.is_some())
    }

    fn fault_of(url: &str) -> String {
        Server::parse(url, "test").err().unwrap().to_string()
    }

    #[test]
    fn the_talk_is_encrypted_as_the_address_says() {
        assert_eq!(mode_of("postgres://u:p@db.school.example/s"), (SslMode::Prefer, true));
        assert_eq!(mode_of("postgres://u:p@db.school.example/s?sslmode=require"), (SslMode::Require, true));
        assert_eq!(mode_of("postgresql://u:p?q@db.school.example/s?sslmode=disable"), (SslMode::Disable, false));
    }

    #[test]
    fn nothing_on_this_machine_is_encrypted() {
        for host in ["localhost", "127.0.0.1", "[::1]", "%2Frun%2Fpostgresql"] {
            assert_eq!(mode_of(&format!("postgres://u@{host}/s?sslmode=require")), (SslMode::Disable, false), "{host}");
        }
        assert_eq!(mode_of("postgres://u@localhost,db.school.example/s"), (SslMode::Prefer, true));
    }

    #[test]
    fn the_rest_of_the_address_stays_as_it_was() {
        let url = "postgres://u:p%3F@h/s?target_session_attrs=read-write&sslmode=prefer&connect_timeout=7";
        let server = Server::parse(url, "portal").unwrap();
        assert_eq!(server.config.get_password(), Some(&b"p?"[..]));
        assert_eq!(server.config.get_connect_timeout(), Some(&Duration::from_secs(7)));
        assert_eq!(server.config.get_application_name(), Some("portal"));
    }

    #[test]
    fn a_wrong_address_is_told_without_its_password() {
        assert!(fault_of("mysql://u:hunter2@h/s").contains("postgres://"));
        assert!(fault_of("postgres:///s").contains("no host"));
        assert!(fault_of("postgres://u:hunter2@h/s?sslmode=maybe").contains("sslmode=maybe"));
        assert!(fault_of("postgres://u:hunter2@h/s?sslrootcert=/x").contains("verify-full only"));
        assert!(
            fault_of("postgres://u:hunter2@h/s?sslmode=verify-full&sslrootcert=%2Fno%20where").contains("/no where")
        );
        let unreadable = fault_of("postgres://u:hunter2@h:port/s");
        assert!(!unreadable.contains("hunter2"), "{unreadable}");
    }
}
