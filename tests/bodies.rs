//! Bodies: not too large, of a kind we know, in time, and never unpacked.

use std::{
    io::Read as _,
    time::{Duration, Instant},
};

use reqwest::header;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::{interval, timeout},
};

use crate::{
    headers::has_the_headers,
    support::{Portal, wire::Wire},
};

const FORM: &str = "application/x-www-form-urlencoded";
/// A gibibyte of zeros, packed.
const BOMB: &[u8] = include_bytes!("bodies/bomb.br");
const MIB: u64 = 1024 * 1024;

#[tokio::test(flavor = "multi_thread")]
async fn a_form_has_at_most_64_kib_however_it_is_sent() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    let post = |body: String| visitor.browser_post("/register").header(header::CONTENT_TYPE, FORM).body(body);
    let fill = |bytes: usize| format!("name={}", "x".repeat(bytes - 5));
    visitor.send(post(fill(64 * 1024))).await.is(422);
    has_the_headers(visitor.send(post(fill(64 * 1024 + 1))).await.is(413).says("too much"), "413");
    assert_eq!(chunked(&portal, 20 * 1024).await, 422);
    assert_eq!(chunked(&portal, 80 * 1024).await, 413);
}

/// Posts a body without saying its length first.
async fn chunked(portal: &Portal, bytes: usize) -> u16 {
    let mut stream = TcpStream::connect(("127.0.0.1", portal.port())).await.unwrap();
    let head = format!(
        "POST /register HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
         Content-Type: {FORM}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nname=\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    for _ in 0..bytes / 1024 {
        let chunk = format!("400\r\n{}\r\n", "x".repeat(1024));
        if stream.write_all(chunk.as_bytes()).await.is_err() {
            break;
        }
    }
    drop(stream.write_all(b"0\r\n\r\n").await);
    status_of(stream).await
}

async fn status_of(mut stream: TcpStream) -> u16 {
    let mut answer = vec![0; 12];
    stream.read_exact(&mut answer).await.unwrap();
    String::from_utf8(answer).unwrap()[9..].parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_form_is_not_read() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    for kind in ["application/json", "multipart/form-data; boundary=x", "text/plain", "application/xml", ""] {
        let request = visitor.browser_post("/register").header(header::CONTENT_TYPE, kind).body("name=Nora");
        visitor.send(request).await.is(415);
    }
    let charset = visitor.browser_post("/register").header(header::CONTENT_TYPE, format!("{FORM}; charset=UTF-8"));
    visitor.send(charset.body("name=Nora")).await.is(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_packed_body_is_never_unpacked() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    for encoding in ["gzip", "br", "zstd", "deflate", "gzip, identity", "x-unknown", "GZIP"] {
        for path in ["/register", "/sign-in", "/no/such/page"] {
            let request = visitor.browser_post(path).header(header::CONTENT_TYPE, FORM);
            visitor.send(request.header(header::CONTENT_ENCODING, encoding).body("name=x")).await.is(415);
        }
    }
    let plain = visitor.browser_post("/register").header(header::CONTENT_TYPE, FORM);
    visitor.send(plain.header(header::CONTENT_ENCODING, "identity").body("name=x")).await.is(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn signs_that_cannot_be_stored_are_refused() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    let bodies: [&[u8]; 6] = [b"name=a%00b", b"name=a\0b", b"name=%ff", b"name=\xff\xfe", b"name=%ed%a0%80", b"%00=x"];
    for body in bodies {
        let request = visitor.browser_post("/register").header(header::CONTENT_TYPE, FORM);
        let page = visitor.send(request.body(body.to_vec())).await;
        page.is(422).says("We cannot read that");
    }
    let fields = |count: usize| vec!["a=1"; count].join("&");
    for (count, words) in [(256, "Enter your full name"), (257, "We cannot read that")] {
        let request = visitor.browser_post("/register").header(header::CONTENT_TYPE, FORM);
        visitor.send(request.body(fields(count))).await.is(422).says(words);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bomb_of_850_bytes_is_refused_and_costs_no_memory() {
    assert!(BOMB.len() <= 850);
    let mut unpacked = brotli::Decompressor::new(BOMB, 64 * 1024).take(32 * MIB);
    let unpacked = std::io::copy(&mut unpacked, &mut std::io::sink()).unwrap();
    assert_eq!(unpacked, 32 * MIB, "and that is only where we stopped");

    let portal = Portal::open().await;
    let visitor = portal.visitor();
    let throw = async || {
        let request = visitor.browser_post("/register").header(header::CONTENT_TYPE, FORM);
        visitor.send(request.header(header::CONTENT_ENCODING, "br").body(BOMB)).await.is(415);
    };
    throw().await;
    let before = resident();
    for _ in 0..200 {
        throw().await;
    }
    let grown = resident().saturating_sub(before);
    assert!(grown < 16 * MIB, "{} MiB more after 200 bombs", grown / MIB);
    // Unannounced it is so many bytes that spell nothing.
    let request = visitor.browser_post("/register").header(header::CONTENT_TYPE, FORM);
    visitor.send(request.body(BOMB)).await.is(422).says("We cannot read that");
}

/// The memory of this process, which is the portal's too.
fn resident() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap();
    pages.split(' ').nth(1).unwrap().parse::<u64>().unwrap() * 4096
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_break_in_a_name_is_refused_at_its_field() {
    let portal = Portal::open().await;
    let (visitor, gus) = (portal.visitor(), portal.gus().await);
    let email = "nora@students.harbor.example";
    for odd in ["Nora\r\nBcc: all@evil.example", "Nora\nVale", "Nora\rVale", "Nora\u{85}Vale", "Nora\u{1b}[2J"] {
        let form = [("name", odd), ("email", email), ("password", "quiet ferry orange map")];
        visitor.post("/register", form).await.is(422);
        let form = [("name", "Nora Vale"), ("email", &format!("{email}{odd}")), ("password", "quiet ferry orange map")];
        visitor.post("/register", form).await.is(422);
        gus.post("/profile", [("called", odd)]).await.is(422);
    }
    assert_eq!(portal.letters_to(email).await, 0);
    assert_eq!(portal.count("registration").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_heap_of_cookies_is_nobody_and_no_fault() {
    let portal = Portal::open().await;
    let session = portal.eve().await.cookie("sid").unwrap();
    let long = "x".repeat(8 * 1024);
    let many = (0..500).map(|number| format!("c{number}=1")).collect::<Vec<_>>().join("; ");
    let (filled, named) = (format!("{many}; {long}=1; sid={session}"), format!("sid={session}; sid={long}"));
    for (cookies, status) in [
        (format!("sid={long}"), 303),
        (format!("{long}={long}; ;;=;=,\"sid=%00"), 303),
        (format!("sid=\"{session}"), 303),
        (format!("SID={session}"), 303),
        (format!("sid={session}.{session}"), 303),
        ("x".repeat(60 * 1024), 303),
        (filled, 200),
        (named, 200),
    ] {
        let mut wire = Wire::to(&portal, &[("Cookie", &cookies)]);
        assert_eq!(wire.ask("GET", "/home").await.status, status, "{:.80}", cookies);
        assert_eq!(wire.ask("GET", "/privacy").await.status, 200, "{:.80}", cookies);
    }
    assert_eq!(Wire::to(&portal, &[("Cookie", &"x".repeat(200 * 1024))]).ask("GET", "/").await.status, 431);
}

/// A request that never comes to its end: head and body arrive a byte a second, until the portal has had enough. Gives
/// its last words.
async fn trickle(port: u16, begin: String) -> Vec<u8> {
    let stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let (mut answer, mut request) = stream.into_split();
    request.write_all(begin.as_bytes()).await.unwrap();
    let drip = tokio::spawn(async move {
        let mut every_second = interval(Duration::from_secs(1));
        while request.write_all(b"x").await.is_ok() {
            every_second.tick().await;
        }
    });
    let mut words = Vec::new();
    // A portal that hangs up while we speak has said what it had to say.
    drop(timeout(Duration::from_secs(14), answer.read_to_end(&mut words)).await.expect("it has had enough by now"));
    drip.abort();
    words
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_trickles_is_given_up_and_harms_nobody() {
    let portal = Portal::open().await;
    let head = format!(
        "POST /register HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: {FORM}\r\n\
         Content-Length: 1000\r\n\r\nname="
    );
    let bodies: Vec<_> = (0..200).map(|_| tokio::spawn(trickle(portal.port(), head.clone()))).collect();
    let heads: Vec<_> =
        (0..50).map(|_| tokio::spawn(trickle(portal.port(), "GET / HTTP/1.1\r\nX: ".to_owned()))).collect();
    let mut idle = Vec::new();
    for _ in 0..100 {
        idle.push(TcpStream::connect(("127.0.0.1", portal.port())).await.unwrap());
    }
    let eve = portal.eve().await;
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(4) {
        let asked = Instant::now();
        eve.get("/home").await.is(200);
        eve.post("/profile", [("called", "Eve")]).await.is(303);
        assert!(asked.elapsed() < Duration::from_secs(2), "others waited {:?}", asked.elapsed());
    }
    for words in futures_util::future::join_all(heads).await {
        assert!(words.unwrap().starts_with(b"HTTP/1.1 408 "), "a head has five seconds");
    }
    for words in futures_util::future::join_all(bodies).await {
        let words = String::from_utf8(words.unwrap()).unwrap();
        assert!(words.starts_with("HTTP/1.1 408 ") && words.contains("content-security-policy"), "{words:.200}");
    }
    eve.get("/home").await.is(200);
}
