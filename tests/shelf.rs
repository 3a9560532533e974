//! Public pages that were rendered before: right at once when something in them changes, and light for whoever has them.

use reqwest::{Method, header};

use crate::support::{Page, Portal, Visitor};

const SPANISH: &str = "es-MX,es;q=0.9";

async fn get(visitor: &Visitor, path: &str, language: &str, tag: Option<&str>) -> Page {
    let request = visitor.request(Method::GET, path).header(header::ACCEPT_LANGUAGE, language);
    let request = tag.iter().fold(request, |request, tag| request.header(header::IF_NONE_MATCH, *tag));
    visitor.send(request).await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_a_page_hears_that_it_is_still_right_until_it_is_not() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    // The settings are read with the first page of all.
    visitor.get("/healthz").await;
    visitor.get("/register").await.is(200);
    for path in ["/", "/compare", "/programs", "/sources", "/privacy"] {
        let first = get(&visitor, path, "en", None).await;
        let tag = first.is(200).header("etag").unwrap_or_else(|| panic!("{path} has no tag")).to_owned();
        let again = get(&visitor, path, "en", None).await;
        assert_eq!((again.body.as_str(), again.header("etag")), (first.body.as_str(), Some(tag.as_str())), "{path}");
        let known = get(&visitor, path, "en", Some(&tag)).await;
        known.is(304);
        assert!(known.body.is_empty() && known.header("content-security-policy").is_some(), "{path}");
        assert_eq!(known.header("etag"), Some(tag.as_str()), "{path}");
        // Another language is another page.
        let spanish = get(&visitor, path, SPANISH, Some(&tag)).await;
        spanish.is(200).says("Ir al contenido principal").says_not("Skip to");
        assert_ne!(spanish.header("etag"), Some(tag.as_str()), "{path}");
    }
    let tag = get(&visitor, "/", "en", None).await.header("etag").unwrap().to_owned();
    // A change of the school's name, of a figure, of a page: by whatever instance, seen at once.
    portal.tell("update setting set school = 'Lake College'").await;
    let page = get(&visitor, "/", "en", Some(&tag)).await;
    page.is(200).says("Lake College").says_not("Harbor State College advising office");
    portal.tell("update page_revision set title = 'A heron at the window' where page_slug = 'compare'").await;
    get(&visitor, "/compare", "en", None).await.says("A heron at the window");
    // Two instances are one.
    let beside = portal.open_beside();
    let other = beside.visitor();
    other.get("/register").await.is(200);
    other.get("/compare").await.says("A heron at the window");
    portal.tell("update page_revision set title = 'An owl' where page_slug = 'compare'").await;
    for who in [&visitor, &other] {
        who.get("/compare").await.says("An owl").says_not("heron");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_somebody_s_is_on_no_shelf() {
    let portal = Portal::open().await;
    let (eve, visitor) = (portal.eve().await, portal.visitor());
    visitor.get("/register").await.is(200);
    let plain = visitor.get("/compare").await;
    let hers = eve.get("/compare").await;
    hers.is(200).says("Eve Hart");
    assert_eq!((hers.header("etag"), hers.header("cache-control")), (None, Some("no-store")));
    visitor.get("/compare").await.says_not("Eve Hart");
    assert!(plain.header("etag").is_some());
    // Nor what was asked in another way: a search, a flash, an address that is not there.
    assert_eq!(visitor.get("/compare?done=nothing").await.header("etag"), None);
    assert_eq!(visitor.get("/programs/none").await.is(404).header("etag"), None);
    assert_eq!(visitor.get("/register").await.header("etag"), None);
}
