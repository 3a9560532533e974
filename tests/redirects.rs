//! Nobody is led to another site: every door that is told where to go on, with every spelling that browsers take for one.

use crate::support::{Portal, cast::PASSWORD, minutes};

const ODD: [&str; 18] = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "https://evil.example/",
    "https:evil.example",
    "http:/\\evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "@evil.example",
    "/\tevil.example",
    "/\n/evil.example",
    " //evil.example",
    "/%0d%0aSet-Cookie:x=y\r\n",
    "\u{2f}\u{2f}evil.example",
    "/home\u{0}//evil.example",
];

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_leads_to_our_own_pages_only() {
    let portal = Portal::open().await;
    for odd in ODD {
        let query = serde_html_form::to_string([("next", odd)]).unwrap();
        for path in ["/sign-in", "/sign-in/code"] {
            let page = portal.visitor().get(format!("{path}?{query}")).await;
            assert!(!page.location().contains("evil") && page.status < 500, "{path}?{query}");
            assert!(!page.body.contains("evil"), "{path}?{query}");
        }
        let form = [("email", "eve@students.harbor.example"), ("password", PASSWORD), ("next", odd)];
        let page = portal.visitor().post("/sign-in", form).await;
        // A NUL is in no form of ours.
        assert!(odd.contains('\0') && page.status == 422 || page.status == 303, "{odd:?}: {}", page.status);
        assert!(matches!(page.location().as_str(), "" | "/home"), "{odd:?} leads to {}", page.location());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn being_asked_again_leads_to_our_own_pages_only() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    for odd in ODD {
        portal.later(minutes(11)).await;
        eve.get("/home").await.is(200);
        let query = serde_html_form::to_string([("next", odd)]).unwrap();
        let page = eve.get(format!("/sign-in/again?{query}")).await;
        assert!(!page.body.contains("evil") && !page.location().contains("evil"), "{query}");
        let page = eve.post("/sign-in/again", [("password", PASSWORD), ("next", odd)]).await;
        assert!(matches!(page.location().as_str(), "" | "/home"), "{odd:?} leads to {}", page.location());
        assert_eq!(page.status, if odd.contains('\0') { 422 } else { 303 }, "{odd:?}");
    }
}
