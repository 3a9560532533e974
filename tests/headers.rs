//! Headers on every answer, errors too.

use reqwest::Method;

use crate::support::{Page, Portal, wire::Wire};

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; font-src 'self'; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A letter's HTML has a policy of its own, and the page that frames it one word more.
fn policy(page: &Page, what: &str) -> String {
    match what {
        _ if !matches!(page.status, 200 | 422) => POLICY.to_owned(),
        copy if copy.contains("/letters/{letter}/copy") || copy.contains("/{locale}/samples/{sample}") => {
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'".to_owned()
        }
        framing if framing.contains("/letters/{letter}") || framing.contains("/letters/{kind}/{locale} ") => {
            format!("{POLICY}; frame-src 'self'")
        }
        _ => POLICY.to_owned(),
    }
}

/// What every answer carries, and what none does.
#[track_caller]
pub fn has_the_headers(page: &Page, what: &str) {
    let policy = policy(page, what);
    for (name, value) in [
        ("content-security-policy", policy.as_str()),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("permissions-policy", ""),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(page.header(name), Some(value), "{name} of {what}");
    }
    assert!(page.header("cache-control").is_some() && page.header("x-request-id").is_some(), "{what}");
    assert!(page.header("server").is_none() && page.header("x-powered-by").is_none(), "{what}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_has_them() {
    let portal = Portal::open().await;
    let (visitor, eve) = (portal.visitor(), portal.eve().await);
    let style = visitor.get("/sign-in").await.body.split('"').find(|part| part.ends_with(".css")).unwrap().to_owned();
    for path in [
        "/healthz",
        "/readyz",
        "/register",
        "/sign-in",
        "/home",
        "/no/such/page",
        "/verify/x",
        "/static/none.css",
        &style,
    ] {
        has_the_headers(&visitor.get(path).await, path);
        has_the_headers(&visitor.send(visitor.request(Method::HEAD, path)).await, path);
        has_the_headers(&eve.get(path).await, path);
    }
    for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS, Method::TRACE] {
        let request = visitor.request(method.clone(), "/sign-in").header("sec-fetch-site", "same-origin");
        has_the_headers(visitor.send(request).await.is(404), method.as_str());
    }
    has_the_headers(visitor.press("/register").await.is(422), "422");
    let foreign = visitor.request(Method::POST, "/register").header("sec-fetch-site", "cross-site");
    has_the_headers(visitor.send(foreign).await.is(403), "403");
    has_the_headers(visitor.send(visitor.browser_post("/register").body("x".repeat(70_000))).await.is(413), "413");
    has_the_headers(visitor.send(visitor.browser_post("/register").body("{}")).await.is(415), "415");
    for _ in 0..6 {
        visitor.post("/sign-in", [("email", "eve@students.harbor.example"), ("password", "a wrong one")]).await.is(422);
    }
    let form = [("email", "eve@students.harbor.example"), ("password", "a wrong one")];
    has_the_headers(visitor.post("/sign-in", form).await.is(429), "429");
    let lee = portal.lee().await;
    has_the_headers(lee.press(format!("{}/assignment", eve.path())).await.is(409), "409");
}

/// What is not HTTP never reaches the pages: the server's own words are a bare status, and tell nothing of us.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_request_gets_a_bare_status() {
    let portal = Portal::open().await;
    let long = format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {}\r\n\r\n", "x".repeat(200_000));
    let twice = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx";
    let both = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    for (request, status) in [
        ("HELLO\r\n\r\n", 400),
        ("GET /ä HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nNo colon\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n", 400),
        (twice, 400),
        (both, 400),
        (&long, 431),
    ] {
        let answer = Wire::to(&portal, &[]).send(request.as_bytes(), false).await;
        assert_eq!(answer.status, status, "{request:.60}");
        assert!(answer.body.is_empty(), "{request:.60}");
        let names: Vec<_> = answer.head.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["content-length", "connection", "date"], "{request:.60}");
    }
    portal.visitor().get("/").await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_of_any_length_or_shape_is_answered() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    let long = format!("/{}", "x".repeat(9000));
    let page = visitor.get(&long).await;
    assert!(matches!(page.status, 404 | 414), "{}", page.status);
    has_the_headers(&page, "a long address");
    for odd in [
        "/%00",
        "/%ff%fe",
        "//evil.example",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/static/..%2f..%2fCargo.toml",
        "/verify/%0d%0aX:y",
    ] {
        let page = visitor.get(odd).await;
        has_the_headers(page.is(404), odd);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_behind_sign_in_stays_in_no_cache() {
    let portal = Portal::open().await;
    let (visitor, eve) = (portal.visitor(), portal.eve().await);
    assert_eq!(eve.get("/home").await.is(200).header("cache-control"), Some("no-store"));
    assert_eq!(eve.get("/no/such/page").await.is(404).header("cache-control"), Some("no-store"));
    for path in ["/sign-in", "/register", "/register/sent", "/password/forgot", "/verify/x", "/invitations/x"] {
        assert_eq!(visitor.get(path).await.header("cache-control"), Some("no-store"), "{path}");
    }
    let style = visitor.get("/sign-in").await.body.split('"').find(|part| part.ends_with(".css")).unwrap().to_owned();
    let page = visitor.get(&style).await;
    assert!(page.is(200).header("cache-control").unwrap().contains("immutable"));
}

#[tokio::test(flavor = "multi_thread")]
async fn https_stays_https() {
    let plain = Portal::open().await;
    assert_eq!(plain.visitor().get("/sign-in").await.header("strict-transport-security"), None);
    let safe = Portal::open_with(|config| config.base_url = Some("https://signpost.example".into())).await;
    for path in ["/sign-in", "/no/such/page"] {
        let page = safe.visitor().get(path).await;
        assert!(page.header("strict-transport-security").unwrap().starts_with("max-age=31536000"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn links_never_follow_the_host_header() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    let request = visitor
        .browser_post("/password/forgot")
        .header("host", "evil.example")
        .header("x-forwarded-host", "evil.example");
    visitor.send(request.form(&[("email", "eve@students.harbor.example")])).await.leads_to("/password/forgot/sent");
    portal.letter_to("eve@students.harbor.example").await.says_not("evil.example").link();
    let page = visitor.send(visitor.request(Method::GET, "/home").header("host", "evil.example")).await;
    page.leads_to("/sign-in?next=%2Fhome").says_not("evil.example");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_absent_page_is_the_same_bytes_everywhere() {
    let portal = Portal::open().await;
    let (visitor, eve) = (portal.visitor(), portal.eve().await);
    for who in [&visitor, &*eve] {
        let one = who.get("/no/such/page").await;
        one.is(404).says("There is no page here");
        for path in ["/nothing", "/results", "/admin/unknown", "/students/019372f0-0000-7000-8000-000000000000/unknown"]
        {
            let other = who.get(path).await;
            if other.status == 404 {
                assert_eq!(other.body, one.body, "{path}");
            }
        }
    }
}
