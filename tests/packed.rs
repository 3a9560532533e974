//! Pages go out packed to browsers that take it, and are the same pages.

use reqwest::Method;

use crate::support::{Portal, Visitor};

/// What came, as bytes, and how it was packed.
async fn fetched(visitor: &Visitor, path: &str, headers: &[(&'static str, &'static str)]) -> (Vec<u8>, Option<String>) {
    let mut request = visitor.request(Method::GET, path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = request.send().await.unwrap();
    let coding = answer.headers().get("content-encoding").map(|value| value.to_str().unwrap().to_owned());
    let varies = answer.headers()["vary"].to_str().unwrap();
    assert!(varies.split(", ").any(|name| name.eq_ignore_ascii_case("accept-encoding")), "{path} varies by {varies}");
    (answer.bytes().await.unwrap().to_vec(), coding)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_packed_for_browsers_that_take_it_and_is_the_same_page() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    let (plain, none) = fetched(&visitor, "/compare", &[]).await;
    let (packed, coding) = fetched(&visitor, "/compare", &[("accept-encoding", "gzip, br")]).await;
    assert_eq!((none, coding.as_deref()), (None, Some("br")));
    assert!(packed.len() * 3 < plain.len(), "{} of {}", packed.len(), plain.len());
    let mut unpacked = Vec::new();
    brotli::BrotliDecompress(&mut packed.as_slice(), &mut unpacked).unwrap();
    assert_eq!(String::from_utf8(unpacked).unwrap(), String::from_utf8(plain).unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_private_page_that_another_site_asked_for_is_not_packed() {
    let portal = Portal::open().await;
    let (visitor, eve) = (portal.visitor(), portal.eve().await);
    let from = |site: &'static str| [("accept-encoding", "br"), ("sec-fetch-site", site)];
    for site in ["cross-site", "same-site"] {
        assert_eq!(fetched(&eve, "/results", &from(site)).await.1, None);
    }
    assert_eq!(fetched(&eve, "/results", &[("accept-encoding", "br")]).await.1, None, "it does not say");
    assert_eq!(fetched(&eve, "/results", &from("same-origin")).await.1.as_deref(), Some("br"));
    assert_eq!(fetched(&visitor, "/compare", &from("cross-site")).await.1.as_deref(), Some("br"), "nobody's page");
}
