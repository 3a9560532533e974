//! What every door that takes a form refuses, whoever brings it: forms of other sites, bodies that are no form, and too
//! much of one.

use reqwest::{Method, header};

use super::{
    TABLE,
    people::{Kind, Who, come},
    places::Places,
    walks::status_of,
};
use crate::{
    headers::has_the_headers,
    support::{Portal, Visitor},
};

const FORM: &str = "application/x-www-form-urlencoded";
const KIB: usize = 1024;

fn forms() -> impl Iterator<Item = (&'static str, Who)> {
    TABLE.iter().filter(|(method, ..)| *method == "post").map(|(_, address, everybody)| (*address, *everybody))
}

/// One of each kind that has forms of its own.
async fn people(portal: &Portal) -> Vec<(Kind, Visitor)> {
    let mut people = Vec::new();
    for kind in [Kind::Nobody, Kind::Student, Kind::Advisor, Kind::Lead, Kind::Admin] {
        people.extend(come(kind, portal).await.into_iter().map(|who| (kind, who)));
    }
    people
}

#[tokio::test(flavor = "multi_thread")]
async fn no_door_takes_a_form_from_another_site() {
    let portal = Portal::open().await;
    let places = Places::of(&portal).await;
    let people = people(&portal).await;
    let before = portal.everything("").await;
    for (kind, who) in &people {
        for (address, _) in forms() {
            let path = places.fill(address);
            for foreign in [
                &[("sec-fetch-site", "cross-site")][..],
                &[("sec-fetch-site", "same-site"), ("origin", &portal.address())],
                &[("origin", "null")],
                &[("origin", "https://evil.example"), ("referer", &portal.address())],
                &[],
            ] {
                // A program that carries nobody's session may post.
                if foreign.is_empty() && *kind == Kind::Nobody {
                    continue;
                }
                let request = who.request(Method::POST, &path).header(header::CONTENT_TYPE, FORM);
                let request = foreign.iter().fold(request, |request, (name, value)| request.header(*name, *value));
                let page = who.send(request.body("body=planted")).await;
                has_the_headers(page.is(403), &path);
            }
        }
    }
    assert_eq!(portal.everything("").await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_door_takes_what_is_no_form() {
    let portal = Portal::open().await;
    let places = Places::of(&portal).await;
    for (kind, who) in &people(&portal).await {
        // The door out has no fields, and one would be out.
        for (address, everybody) in forms().filter(|(address, _)| *address != "/sign-out") {
            let path = places.fill(address);
            // A file comes as parts, and its door alone takes those.
            let takes_file = ["/admin/roster/imports", "/admin/claims/oews"].contains(&address);
            let is_file = |what: &str| what.starts_with("multipart/") && takes_file;
            for what in ["application/json", "text/plain", "multipart/form-data; boundary=x", "application/xml"] {
                if is_file(what) {
                    continue;
                }
                let request = who.browser_post(&path).header(header::CONTENT_TYPE, what);
                who.send(request.body(r#"{"body":"planted"}"#)).await.is(415);
            }
            let packed = who.browser_post(&path).header(header::CONTENT_TYPE, FORM);
            who.send(packed.header(header::CONTENT_ENCODING, "br").body("body=planted")).await.is(415);
            // A door that lets one in and has fields finds them unreadable.
            for unreadable in ["body=a%00b", "body=%ed%a0%80", "body=%ff"] {
                let request = who.browser_post(&path).header(header::CONTENT_TYPE, FORM).body(unreadable);
                let status = status_of(&who.send(request).await);
                assert!([422, everybody.gets(*kind)].contains(&status), "{path} as {kind:?}: {status}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_door_takes_more_than_it_needs() {
    let portal = Portal::open().await;
    let places = Places::of(&portal).await;
    let visitor = portal.visitor();
    for (address, _) in forms() {
        let path = places.fill(address);
        let most = match address {
            "/students/{id}/drafts" | "/students/{id}/advice" => 512 * KIB,
            notes if notes.starts_with("/students/{id}/notes") => 512 * KIB,
            "/admin/outcomes" => 512 * KIB,
            pages if pages.starts_with("/admin/pages/") => 512 * KIB,
            "/caseload/selections/{id}/letters"
            | "/caseload/selections/{id}/notes"
            | "/caseload/selections/{id}/follow-ups" => 512 * KIB,
            // A form of the two above comes back through these, sealed.
            way_in if way_in.starts_with("/sign-in") => 750 * KIB,
            _ => 64 * KIB,
        };
        let page = async |size: usize| {
            let request = visitor.browser_post(&path).header(header::CONTENT_TYPE, FORM);
            visitor.send(request.body(format!("body={}", "x".repeat(size - 5)))).await
        };
        assert_ne!(page(most - 4 * KIB).await.status, 413, "{path}");
        assert_eq!(page(most + 4 * KIB).await.status, 413, "{path}");
    }
}
