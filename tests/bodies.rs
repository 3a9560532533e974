//! Bodies: not too large, of a kind we know, in time, and never unpacked.

use std::time::{Duration, Instant};

use reqwest::header;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::support::Portal;

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test(flavor = "multi_thread")]
async fn a_form_has_at_most_64_kib_however_it_is_sent() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    let post = |body: String| visitor.browser_post("/register").header(header::CONTENT_TYPE, FORM).body(body);
    let fill = |bytes: usize| format!("name={}", "x".repeat(bytes - 5));
    visitor.send(post(fill(64 * 1024))).await.is(422);
    visitor.send(post(fill(64 * 1024 + 1))).await.is(413).says("too much");
    assert_eq!(chunked(&portal, 20 * 1024).await, 422);
    assert_eq!(chunked(&portal, 80 * 1024).await, 413);
}

/// Posts a body without saying its length first.
async fn chunked(portal: &Portal, bytes: usize) -> u16 {
    let mut stream = tokio::net::TcpStream::connect(("127.0.0.1", portal.port())).await.unwrap();
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

async fn status_of(mut stream: tokio::net::TcpStream) -> u16 {
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
    let many = "a=1&".repeat(300);
    visitor.send(visitor.browser_post("/register").header(header::CONTENT_TYPE, FORM).body(many)).await.is(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_trickles_is_given_up_and_harms_nobody() {
    let portal = Portal::open().await;
    let mut slow = Vec::new();
    for _ in 0..100 {
        let mut stream = tokio::net::TcpStream::connect(("127.0.0.1", portal.port())).await.unwrap();
        let head = format!(
            "POST /register HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: {FORM}\r\n\
             Content-Length: 1000\r\n\r\nname"
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        slow.push(stream);
    }
    let started = Instant::now();
    portal.eve().await.get("/home").await.is(200);
    assert!(started.elapsed() < Duration::from_secs(5), "others waited {:?}", started.elapsed());
    let end = tokio::time::timeout(Duration::from_secs(14), status_of(slow.pop().unwrap())).await;
    assert_eq!(end.expect("a slow body is answered after ten seconds"), 408);
}
