//! Posts come from our own pages, or they do nothing.

use reqwest::{Method, header};

use crate::support::{Page, Portal, Visitor, cast::PASSWORD};

const EVE: &str = "eve@students.harbor.example";

/// A sign-in as a foreign page would send it.
async fn sign_in_from(visitor: &Visitor, headers: &[(&str, &str)]) -> Page {
    let mut request = visitor.request(Method::POST, "/sign-in").form(&[("email", EVE), ("password", PASSWORD)]);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    visitor.send(request).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_comes_from_elsewhere_is_refused() {
    let portal = Portal::open().await;
    for site in ["cross-site", "same-site", "", "Same-Origin", "same-origin, cross-site"] {
        let page = sign_in_from(&portal.visitor(), &[("sec-fetch-site", site)]).await;
        page.is(403).says("That form came from another site");
        assert!(page.header("set-cookie").is_none());
    }
    for site in ["same-origin", "none"] {
        sign_in_from(&portal.visitor(), &[("sec-fetch-site", site)]).await.leads_to("/home");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_browser_is_known_by_its_origin() {
    let portal = Portal::open().await;
    let ours = portal.config.base();
    sign_in_from(&portal.visitor(), &[("origin", &ours)]).await.leads_to("/home");
    let other_port = "http://127.0.0.1:1";
    for origin in ["https://evil.example", "null", other_port, "http://127.0.0.1", ""] {
        sign_in_from(&portal.visitor(), &[("origin", origin)]).await.is(403);
    }
    let port = portal.port();
    for alike in [
        format!("{ours}.evil.example"),
        format!("{ours}/"),
        format!("{ours}, {ours}"),
        format!("{ours}0"),
        format!(" null {ours}"),
        format!("https://127.0.0.1:{port}"),
        format!("HTTP://127.0.0.1:{port}"),
        format!("http://127.0.0.1:{port}@evil.example"),
        format!("http://evil.example#127.0.0.1:{port}"),
        format!("http://127.0.0.1.evil.example:{port}"),
        format!("http://127.1:{port}"),
        format!("http://[::ffff:127.0.0.1]:{port}"),
        format!("http://evil-127.0.0.1:{port}"),
    ] {
        sign_in_from(&portal.visitor(), &[("origin", &alike)]).await.is(403);
    }
    // What a browser says about the site counts more than the origin.
    sign_in_from(&portal.visitor(), &[("origin", &ours), ("sec-fetch-site", "cross-site")]).await.is(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn at_a_desk_any_name_of_this_machine_will_do_but_not_in_production() {
    let desk = Portal::open().await;
    let here = format!("http://localhost:{}", desk.port());
    let host = format!("localhost:{}", desk.port());
    sign_in_from(&desk.visitor(), &[("origin", &here), ("host", &host)]).await.leads_to("/home");
    for alike in
        ["evil.example", "localhost.evil.example", "evil.localhost", "127.0.0.1.evil.example", "evil.example:80"]
    {
        let origin = format!("http://{alike}");
        sign_in_from(&desk.visitor(), &[("origin", &origin), ("host", alike)]).await.is(403);
    }
    let school = Portal::open_with(|config| {
        config.env = signpost::config::Environment::Production;
        config.base_url = Some("https://signpost.example".into());
    })
    .await;
    let (here, host) = (format!("http://localhost:{}", school.port()), format!("localhost:{}", school.port()));
    sign_in_from(&school.visitor(), &[("origin", &here), ("host", &host)]).await.is(403);
    sign_in_from(&school.visitor(), &[("origin", "https://signpost.example")]).await.is(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_may_post_but_not_with_somebodys_session() {
    let portal = Portal::open().await;
    sign_in_from(&portal.visitor(), &[]).await.leads_to("/home");
    let eve = portal.eve().await;
    eve.send(eve.request(Method::POST, "/sign-out")).await.is(403);
    eve.send(eve.request(Method::POST, "/sign-out").header(header::ORIGIN, "null")).await.is(403);
    eve.get("/home").await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_post_does_nothing_and_reading_is_free() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
        let request = eve.request(method, "/sign-out").header("sec-fetch-site", "cross-site");
        eve.send(request.header(header::ORIGIN, "https://evil.example")).await.is(403);
    }
    let link = eve.request(Method::GET, "/home").header("sec-fetch-site", "cross-site");
    eve.send(link).await.is(200);
    eve.get("/sign-out").await.is(404);
    eve.get("/home").await.is(200);
}
