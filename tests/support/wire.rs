//! Requests as no browser and no library would write them: the bytes of the address go out as they are.

use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpStream,
};

use super::Portal;

/// A connection that is kept, and opened again when the portal closes it.
pub struct Wire {
    port: u16,
    stream: Option<BufReader<TcpStream>>,
    headers: String,
}

/// What came back.
#[derive(Debug, Default)]
pub struct Answer {
    /// The status; 0: hung up without a word.
    pub status: u16,
    /// The lines of the head, in lower case but for the values.
    pub head: Vec<(String, String)>,
    /// The bytes of the body.
    pub body: Vec<u8>,
}

impl Answer {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl Wire {
    /// To a portal, with these header lines in every request.
    pub fn to(portal: &Portal, headers: &[(&str, &str)]) -> Self {
        let headers = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        Self { port: portal.port(), stream: None, headers }
    }

    /// Asks without a body.
    pub async fn ask(&mut self, method: &str, target: &str) -> Answer {
        let length = if matches!(method, "GET" | "HEAD") { "" } else { "Content-Length: 0\r\n" };
        let request = format!("{method} {target} HTTP/1.1\r\nHost: localhost\r\n{}{length}\r\n", self.headers);
        self.send(request.as_bytes(), method == "HEAD").await
    }

    /// Sends any bytes and reads one answer.
    pub async fn send(&mut self, request: &[u8], is_head: bool) -> Answer {
        // A kept connection may have been closed since.
        if let Some(stream) = self.stream.take()
            && let Some(answer) = self.exchange(stream, request, is_head).await
        {
            return answer;
        }
        let stream = BufReader::new(TcpStream::connect(("127.0.0.1", self.port)).await.unwrap());
        self.exchange(stream, request, is_head).await.unwrap_or_default()
    }

    async fn exchange(&mut self, mut stream: BufReader<TcpStream>, request: &[u8], is_head: bool) -> Option<Answer> {
        // What the portal has no patience for it refuses while we still speak.
        drop(stream.get_mut().write_all(request).await);
        let answer = read(&mut stream, is_head).await?;
        if answer.header("connection") != Some("close") {
            self.stream = Some(stream);
        }
        Some(answer)
    }
}

async fn read(stream: &mut BufReader<TcpStream>, is_head: bool) -> Option<Answer> {
    let status = line(stream).await?.split(' ').nth(1)?.parse().ok()?;
    let mut answer = Answer { status, ..Answer::default() };
    loop {
        let line = line(stream).await?;
        let Some((name, value)) = line.split_once(':') else { break };
        answer.head.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    if is_head {
        return Some(answer);
    }
    if answer.header("transfer-encoding") == Some("chunked") {
        loop {
            let size = usize::from_str_radix(&line(stream).await?, 16).ok()?;
            let mut chunk = vec![0; size + 2];
            stream.read_exact(&mut chunk).await.ok()?;
            if size == 0 {
                return Some(answer);
            }
            answer.body.extend_from_slice(&chunk[..size]);
        }
    }
    answer.body = vec![0; answer.header("content-length").map_or(0, |length| length.parse().unwrap())];
    stream.read_exact(&mut answer.body).await.ok()?;
    Some(answer)
}

async fn line(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    stream.read_line(&mut line).await.ok().filter(|read| *read > 0)?;
    Some(line.trim_end().to_owned())
}
