//! What some pages say, word for word: a change of words is seen by whoever makes it. Pages with dates of today are not
//! among them.

use crate::support::{Page, Portal};

/// The words of a page, a line a sentence or so, so that a difference is easy to find.
fn words(page: &Page) -> String {
    let text = page.is(200).text();
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(". ", ".\n").replace("? ", "?\n")
}

#[tokio::test(flavor = "multi_thread")]
async fn visitors_read_these_words() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    for (name, path) in [("register", "/register"), ("sign-in", "/sign-in"), ("forgot", "/password/forgot")] {
        insta::assert_snapshot!(name, words(&visitor.get(path).await));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn students_read_these_words() {
    let portal = Portal::open().await;
    let (gus, finn) = (portal.gus().await, portal.finn().await);
    insta::assert_snapshot!("home-fresh", words(&gus.get("/home").await));
    insta::assert_snapshot!("profile", words(&gus.get("/profile").await));
    insta::assert_snapshot!("questions-1", words(&gus.get("/questions/1").await));
    insta::assert_snapshot!("check", words(&finn.get("/questions/check").await));
}
