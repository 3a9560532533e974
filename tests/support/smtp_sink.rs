//! A mail server for tests: it keeps what it took and misbehaves on demand, by recipient.

use std::{
    collections::HashMap,
    io,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::Notify,
    task::JoinHandle,
};

/// How the sink treats a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// 250.
    Accept,
    /// 451 this many times for a recipient, then 250.
    Greylist(u32),
    /// 550.
    Refuse,
    /// Never greets, until the server treats everybody otherwise: then it hangs up. Counts for the whole server only.
    Hang,
    /// Waits before each answer.
    Slow(Duration),
    /// Takes the letter and hangs up before it says so.
    DieAfterData,
    /// Hangs up at once; counts for the whole server only. (To refuse the connection itself, `close` the sink.)
    HangUp,
}

/// A letter that the sink has in full.
#[derive(Debug, Clone)]
pub struct Taken {
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipient.
    pub to: String,
    /// Headers and body, dots unstuffed.
    pub data: String,
    /// Whether the sender was told so.
    pub acknowledged: bool,
}

#[derive(Default)]
struct Book {
    everyone: Option<Mode>,
    by_recipient: HashMap<String, Mode>,
    greylisted: HashMap<String, u32>,
    taken: Vec<Taken>,
    dialed: usize,
    changed: Arc<Notify>,
}

/// The running server; it ends when this is dropped.
pub struct SmtpSink {
    book: Arc<Mutex<Book>>,
    address: SocketAddr,
    server: JoinHandle<()>,
}

impl SmtpSink {
    /// Opens on a free port of this machine and accepts everything.
    pub async fn open() -> io::Result<Self> {
        Self::open_at("127.0.0.1:0".parse().expect("it is an address")).await
    }

    /// Opens where a sink was closed before.
    pub async fn open_at(address: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let book = Arc::new(Mutex::new(Book::default()));
        let shared = Arc::clone(&book);
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, Arc::clone(&shared)));
            }
        });
        Ok(Self { book, address, server })
    }

    /// For `SMTP_URL`.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Treats every letter so, unless its recipient has a mode.
    pub fn treat_all(&self, mode: Mode) {
        let mut book = lock(&self.book);
        book.everyone = Some(mode);
        book.changed.notify_waiters();
    }

    /// Treats letters to this address so.
    pub fn treat(&self, recipient: &str, mode: Mode) {
        lock(&self.book).by_recipient.insert(recipient.to_lowercase(), mode);
    }

    /// What it has, oldest first; letters that were taken but not acknowledged too.
    pub fn taken(&self) -> Vec<Taken> {
        lock(&self.book).taken.clone()
    }

    /// How often somebody connected.
    pub fn dialed(&self) -> usize {
        lock(&self.book).dialed
    }

    /// Stops listening: from now on connections are refused.
    pub async fn close(mut self) {
        self.server.abort();
        // Only the wait matters: an aborted task always ends in an error.
        let _ = (&mut self.server).await;
    }
}

impl Drop for SmtpSink {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn lock(book: &Mutex<Book>) -> MutexGuard<'_, Book> {
    book.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

async fn converse(stream: TcpStream, book: Arc<Mutex<Book>>) -> io::Result<()> {
    let changed = Arc::clone(&lock(&book).changed);
    // Made before the mode is read: a change in between is not missed.
    let changed = changed.notified();
    let everyone = {
        let mut book = lock(&book);
        book.dialed += 1;
        book.everyone.unwrap_or(Mode::Accept)
    };
    match everyone {
        Mode::Hang => {
            changed.await;
            return Ok(());
        }
        Mode::HangUp => return Ok(()),
        _ => {}
    }
    let mut stream = BufReader::new(stream);
    let (mut from, mut to, mut mode) = (String::new(), String::new(), everyone);
    stream.write_all(b"220 sink ready\r\n").await?;
    let mut line = String::new();
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        if let Mode::Slow(wait) = mode {
            tokio::time::sleep(wait).await;
        }
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        let answer = match verb.as_str() {
            "EHLO" | "HELO" => "250-sink\r\n250 8BITMIME",
            "MAIL" => {
                from = between(&line);
                "250 2.1.0 ok"
            }
            "RCPT" => {
                to = between(&line);
                mode = *lock(&book).by_recipient.get(&to.to_lowercase()).unwrap_or(&everyone);
                recipient_answer(mode, &to, &book)
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let Some(data) = read_data(&mut stream).await? else { return Ok(()) };
                let acknowledged = mode != Mode::DieAfterData;
                lock(&book).taken.push(Taken { from: from.clone(), to: to.clone(), data, acknowledged });
                if !acknowledged {
                    return Ok(());
                }
                "250 2.0.0 queued as sink"
            }
            "QUIT" => {
                stream.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            "RSET" | "NOOP" => "250 ok",
            _ => "502 not here",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
}

fn recipient_answer(mode: Mode, to: &str, book: &Mutex<Book>) -> &'static str {
    match mode {
        Mode::Refuse => "550 5.1.1 no such mailbox here",
        Mode::Greylist(times) => {
            let mut book = lock(book);
            let seen = book.greylisted.entry(to.to_lowercase()).or_default();
            *seen += 1;
            if *seen <= times { "451 4.7.1 greylisted, try again later" } else { "250 2.1.5 ok" }
        }
        _ => "250 2.1.5 ok",
    }
}

/// The letter up to the lone dot; `None` when the sender hung up before it.
async fn read_data(stream: &mut BufReader<TcpStream>) -> io::Result<Option<String>> {
    let (mut data, mut line) = (String::new(), String::new());
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(None);
        }
        if line == ".\r\n" {
            return Ok(Some(data));
        }
        data.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}

/// What stands between the angle brackets.
fn between(line: &str) -> String {
    line.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or("", |(address, _)| address).to_owned()
}
