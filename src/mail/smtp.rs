//! One conversation with a mail server, a connection a letter.
//!
//! The steps are ours, not lettre's transport: what goes wrong before `MAIL FROM` is never the letter's fault, a server
//! that hangs after taking a letter must not make it go out twice, and a dropped try closes its connection at once.

use std::{error::Error as _, fmt, time::Duration};

use lettre::{
    Address,
    transport::smtp::{
        Error,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, TlsParameters},
        commands::{Data, Mail, Rcpt},
        extension::ClientId,
        response::Response,
    },
};
use url::{Url, form_urlencoded};

use super::{Delivery, Message};

/// Answers that speak of our sign-in, not of the letter.
const SIGN_IN_CODES: [u16; 5] = [454, 530, 534, 535, 538];
const MOST_WORDS: usize = 500;

/// Why `SMTP_URL` was refused; it never repeats the address, which may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("SMTP_URL needs the form smtp://host:port, smtps://name:password@host or smtp://host?tls=required")]
pub struct WrongUrl;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Encryption {
    None,
    Upgrade,
    FromTheStart,
}

/// A mail server and how to speak to it.
pub struct Smtp {
    host: String,
    port: u16,
    encryption: Encryption,
    credentials: Option<Credentials>,
    hello: ClientId,
    patience: Duration,
}

impl Smtp {
    /// The server at `url`; one letter takes at most `patience`.
    ///
    /// # Errors
    /// [`WrongUrl`].
    pub fn at(url: &str, patience: Duration) -> Result<Self, WrongUrl> {
        let url = Url::parse(url).map_err(|_| WrongUrl)?;
        let tls = url.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
        let (encryption, port) = match (url.scheme(), tls.as_deref()) {
            ("smtp", None) => (Encryption::None, 25),
            ("smtp", Some("required")) => (Encryption::Upgrade, 587),
            ("smtps", _) => (Encryption::FromTheStart, 465),
            _ => return Err(WrongUrl),
        };
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(WrongUrl)?;
        let hello = url.path().trim_matches('/');
        Ok(Self {
            host: host.trim_matches(['[', ']']).to_owned(),
            port: url.port().unwrap_or(port),
            encryption,
            credentials: url.password().map(|word| Credentials::new(decoded(url.username()), decoded(word))),
            hello: if hello.is_empty() { ClientId::default() } else { ClientId::Domain(hello.to_owned()) },
            patience,
        })
    }

    /// Whether the server takes our sign-in: nothing is sent.
    ///
    /// # Errors
    /// Words for the operator.
    pub async fn greet(&self) -> Result<(), String> {
        match tokio::time::timeout(self.patience, self.connect()).await {
            Ok(Ok(conn)) => {
                goodbye(conn);
                Ok(())
            }
            Ok(Err(error)) => Err(trouble("The mail server could not be used", &error)),
            Err(_) => Err(self.silence()),
        }
    }

    pub(super) async fn deliver(&self, message: &Message) -> Delivery {
        tokio::time::timeout(self.patience, self.converse(message))
            .await
            .unwrap_or_else(|_| Delivery::Deferred(self.silence()))
    }

    async fn converse(&self, message: &Message) -> Delivery {
        let mut conn = match self.connect().await {
            Ok(conn) => conn,
            Err(error) => return Delivery::Deferred(trouble("The mail server could not be used", &error)),
        };
        let answer = hand_over(&mut conn, message.from(), message.to(), message.bytes()).await;
        goodbye(conn);
        match answer {
            Ok(response) => {
                let lines: Vec<_> = response.message().collect();
                Delivery::Accepted(clean(&format!("{} {}", response.code(), lines.join(" "))))
            }
            Err((step, error)) => {
                let words = trouble("The mail server broke off before it answered", &error);
                let sign_in = error.status().is_some_and(|code| SIGN_IN_CODES.contains(&u16::from(code)));
                match step {
                    _ if !error.is_permanent() || sign_in => Delivery::Deferred(words),
                    Step::Recipient if speaks_of_the_address(&words) => Delivery::Refused(words),
                    Step::Recipient | Step::Other => Delivery::Failed(words),
                }
            }
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let tls = || TlsParameters::new(self.host.clone());
        let wrapper = if self.encryption == Encryption::FromTheStart { Some(tls()?) } else { None };
        let address = (self.host.as_str(), self.port);
        let mut conn =
            AsyncSmtpConnection::connect_tokio1(address, Some(self.patience), &self.hello, wrapper, None).await?;
        if self.encryption == Encryption::Upgrade {
            conn.starttls(tls()?, &self.hello).await?;
        }
        if let Some(credentials) = &self.credentials {
            conn.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(conn)
    }

    fn silence(&self) -> String {
        format!("The mail server did not answer within {} seconds", self.patience.as_secs().max(1))
    }
}

impl fmt::Display for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

/// Messages are checked to be plain ASCII, so the envelope needs no extension.
async fn hand_over(
    conn: &mut AsyncSmtpConnection,
    from: &Address,
    to: &Address,
    bytes: &[u8],
) -> Result<Response, (Step, Error)> {
    let other = |error| (Step::Other, error);
    conn.command(Mail::new(Some(from.clone()), Vec::new())).await.map_err(other)?;
    conn.command(Rcpt::new(to.clone(), Vec::new())).await.map_err(|error| (Step::Recipient, error))?;
    conn.command(Data).await.map_err(other)?;
    conn.command(Whole(bytes)).await.map_err(other)
}

/// A letter and the dot that ends it, for one write. Lettre writes them one after the other: the second then waits until the
/// server has confirmed the first, which it puts off for 40 milliseconds (RFC 9293, 3.8.6.3).
struct Whole<'a>(&'a [u8]);

impl fmt::Display for Whole<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = String::from_utf8_lossy(self.0);
        for line in text.strip_suffix("\r\n").unwrap_or(&text).split("\r\n") {
            // A dot at the beginning of a line is doubled (RFC 5321, 4.5.2).
            write!(f, "{}{line}\r\n", if line.starts_with('.') { "." } else { "" })?;
        }
        f.write_str(".\r\n")
    }
}

/// Where a conversation ended.
#[derive(Clone, Copy)]
enum Step {
    /// At the recipient's address.
    Recipient,
    /// Before it or after it.
    Other,
}

/// Whether a refused recipient is the address's fault. Codes 5.7.x (RFC 3463) speak of rules of the server: relaying that is
/// not allowed would otherwise hold every letter of the school. A mailbox that is full, 552 or 5.2.2, may be emptied.
fn speaks_of_the_address(words: &str) -> bool {
    let mut parts = words.split(' ');
    let (code, detail) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    code != "552" && !detail.starts_with("5.7.") && detail != "5.2.2"
}

/// The letter's fate is known by now: leaving politely must not hold it up.
fn goodbye(mut conn: AsyncSmtpConnection) {
    tokio::spawn(async move {
        // A server that hangs here is left without a word.
        let _ = tokio::time::timeout(Duration::from_secs(2), conn.quit()).await;
    });
}

/// The server's own words when it said some, else ours with the cause.
fn trouble(what: &str, error: &Error) -> String {
    let cause = {
        let mut cause = error.source();
        while let Some(inner) = cause.and_then(|cause| cause.source()) {
            cause = Some(inner);
        }
        cause.map(ToString::to_string).unwrap_or_default()
    };
    clean(&match error.status() {
        Some(code) => format!("{code} {cause}"),
        None if cause.is_empty() => what.to_owned(),
        None => format!("{what}: {cause}"),
    })
}

/// One readable line, not too long.
fn clean(words: &str) -> String {
    let line: Vec<_> = words.split(|c: char| c.is_control() || c.is_whitespace()).filter(|w| !w.is_empty()).collect();
    line.join(" ").chars().take(MOST_WORDS).collect()
}

/// Percent signs undone, plus signs kept: they are common in passwords.
fn decoded(text: &str) -> String {
    let pair = format!("t={}", text.replace('+', "%2B"));
    form_urlencoded::parse(pair.as_bytes()).map(|(_, value)| value.into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(url: &str) -> Result<Smtp, WrongUrl> {
        Smtp::at(url, Duration::from_secs(1))
    }

    #[test]
    fn no_line_of_a_letter_ends_it() {
        for (letter, sent) in [
            ("Subject: a\r\n\r\nHello\r\n", "Subject: a\r\n\r\nHello\r\n.\r\n"),
            ("a\r\n.\r\n..b\r\n.c.", "a\r\n..\r\n...b\r\n..c.\r\n.\r\n"),
            (".a\r\n\r\n", "..a\r\n\r\n.\r\n"),
        ] {
            assert_eq!(Whole(letter.as_bytes()).to_string(), sent);
        }
    }

    #[test]
    fn only_an_address_that_is_not_there_is_the_addresss_fault() {
        for words in ["550 5.1.1 no such mailbox", "550 no such user", "553 5.1.3 bad address", "551 user not local"] {
            assert!(speaks_of_the_address(words), "{words}");
        }
        for words in ["550 5.7.1 relaying denied", "554 5.7.1 blocked", "552 mailbox full", "550 5.2.2 over quota"] {
            assert!(!speaks_of_the_address(words), "{words}");
        }
    }

    #[test]
    fn the_address_says_how_to_speak() {
        for (url, port, encryption) in [
            ("smtp://localhost", 25, Encryption::None),
            ("smtp://mail.harbor.example:2525", 2525, Encryption::None),
            ("smtp://mail.harbor.example?tls=required", 587, Encryption::Upgrade),
            ("smtps://sam:a%2Fb+c@mail.harbor.example", 465, Encryption::FromTheStart),
        ] {
            let server = at(url).unwrap();
            assert!(server.port == port && server.encryption == encryption, "{url}");
        }
        assert_eq!(decoded("a%2Fb+c%26d"), "a/b+c&d");
        for url in ["mail.harbor.example", "http://mail", "smtp://", "smtp://mail?tls=opportunistic"] {
            assert!(at(url).is_err(), "{url}");
        }
    }
}
