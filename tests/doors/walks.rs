//! Everybody tries every door.

use super::{
    TABLE,
    people::{IN, Kind, come},
    places::Places,
};
use crate::{
    headers::has_the_headers,
    support::{Page, Portal, Visitor},
};

/// Tries every door, one after the other. A door that ends the session or begins one is the last of its visit.
async fn walk(kind: Kind) {
    let portal = Portal::open().await;
    let places = Places::of(&portal).await;
    for who in come(kind, &portal).await {
        let session = who.cookie("sid");
        let mut wrong = Vec::new();
        let (last, first): (Vec<_>, Vec<_>) = TABLE.iter().partition(|(_, address, _)| *address == "/sign-out");
        for &(method, address, everybody) in first.into_iter().chain(last) {
            let path = places.fill(address);
            let page = try_door(&who, method, &path).await;
            has_the_headers(&page, &format!("{method} {address} for {kind:?}"));
            let is_private = page.status == 200 && everybody.gets(Kind::Nobody) != 200;
            assert!(!is_private || page.header("cache-control") == Some("no-store"), "{address} stays in caches");
            let got = status_of(&page);
            if got != everybody.gets(kind) {
                wrong.push(format!("{method} {address}: {got}, not {}", everybody.gets(kind)));
            }
            if address != "/sign-out" {
                assert_eq!(who.cookie("sid"), session, "{method} {address} changed the session of {kind:?}");
            }
        }
        assert!(wrong.is_empty(), "{kind:?} gets\n{}", wrong.join("\n"));
    }
}

/// The status, and [`IN`] for the way to sign in.
pub fn status_of(page: &Page) -> u16 {
    if page.status == 303 && page.location().starts_with("/sign-in") { IN } else { page.status }
}

macro_rules! walks {
    ($($name:ident: $kind:ident;)*) => {$(
        #[tokio::test(flavor = "multi_thread")]
        async fn $name() {
            walk(Kind::$kind).await;
        }
    )*};
}
walks! {
    nobody_passes_the_doors_that_are_open_to_all: Nobody;
    a_visitor_passes_the_doors_of_their_try: Visitor;
    somebody_unconfirmed_is_nobody: Unconfirmed;
    a_student_passes_their_doors_only: Student;
    another_student_passes_their_doors_only: OtherStudent;
    an_advisor_passes_their_doors_only: Advisor;
    a_former_advisor_has_lost_the_student: FormerAdvisor;
    another_advisor_passes_their_doors_only: OtherAdvisor;
    a_lead_advisor_passes_their_doors_only: Lead;
    an_admin_passes_their_doors_only: Admin;
    somebody_deactivated_is_nobody: Deactivated;
}

/// The records that exist but are somebody else's, and the same addresses with an id that nobody has: not a byte apart.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_yours_looks_like_what_is_not_there() {
    let portal = Portal::open().await;
    let places = Places::of(&portal).await;
    for kind in Kind::signed_in() {
        for who in come(kind, &portal).await {
            for (method, address, everybody) in TABLE {
                let theirs = places.fill(address);
                let absent = places.absent(address);
                if everybody.gets(kind) == 404 && absent != theirs {
                    let (one, other) = (try_door(&who, method, &theirs).await, try_door(&who, method, &absent).await);
                    assert_eq!(one.is(404).body, other.is(404).body, "{method} {theirs} for {kind:?}");
                }
            }
            let (one, other) = (who.get("/no/such/page").await, who.get("/nothing/at/all").await);
            assert_eq!(one.is(404).body, other.is(404).body, "for {kind:?}");
        }
    }
}

async fn try_door(who: &Visitor, method: &str, path: &str) -> Page {
    if method == "get" { who.get(path).await } else { who.press(path).await }
}
