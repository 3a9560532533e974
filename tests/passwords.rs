//! A forgotten password, and which new ones we take.

use crate::support::{Page, Portal, Visitor, cast::PASSWORD, minutes};

const EVE: &str = "eve@students.harbor.example";
const NEW: &str = "seven quiet lamps burn";

async fn ask(visitor: &Visitor, email: &str) -> Page {
    visitor.post("/password/forgot", [("email", email)]).await
}

async fn sign_in(visitor: &Visitor, email: &str, password: &str) -> Page {
    visitor.post("/sign-in", [("email", email), ("password", password)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_by_mail_changes_the_password_and_ends_every_session() {
    let portal = Portal::open().await;
    let (laptop, visitor) = (portal.eve().await, portal.visitor());
    let form = visitor.get("/password/forgot").await.form("/password/forgot");
    let page = visitor.submit(form.fill("email", "Eve@Students.Harbor.Example")).await;
    page.leads_to("/password/forgot/sent");
    visitor.follow(&page).await.is(200).says("Look in your mail");
    let letter = portal.letter_to(EVE).await;
    assert_eq!(letter.kind, "reset");
    let page = visitor.get(letter.link()).await;
    page.is(200).says(EVE);
    visitor.submit(page.form(&letter.link()).fill("password", NEW)).await.leads_to("/sign-in");
    laptop.get("/home").await.leads_to("/sign-in?next=%2Fhome");
    sign_in(&visitor, EVE, PASSWORD).await.is(422);
    sign_in(&visitor, EVE, NEW).await.leads_to("/home");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_who_has_an_account() {
    let portal = Portal::open().await;
    let stranger = portal.visitor();
    let known = ask(&stranger, EVE).await;
    let unknown = ask(&stranger, "abe@students.harbor.example").await;
    assert_eq!((known.status, known.location(), &known.body), (unknown.status, unknown.location(), &unknown.body));
    assert_eq!(portal.letters_to("abe@students.harbor.example").await, 0);
    ask(&stranger, "no address").await.is(422).says("Enter an email address like");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_letter_goes_to_the_stored_address() {
    let portal = Portal::open().await;
    ask(&portal.visitor(), "EVE@STUDENTS.HARBOR.EXAMPLE").await.is(303);
    let letter = portal.letter_to(EVE).await;
    assert!(letter.head.contains("eve@students.harbor.example"), "{}", letter.head);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_works_once_for_a_quarter_of_an_hour_and_the_newest_only() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    ask(&visitor, EVE).await.is(303);
    let first = portal.letter_to(EVE).await.link();
    ask(&visitor, EVE).await.is(303);
    let second = portal.letter_to(EVE).await.link();
    let dead = visitor.get(format!("/password/reset/{}", "x".repeat(43))).await;
    dead.is(404).says("This link does not work");
    assert_eq!(visitor.get(&first).await.is(404).body, dead.body);
    portal.later(minutes(14)).await;
    visitor.get(&second).await.is(200);
    // A password that is refused does not use the link up.
    visitor.post(&second, [("password", "short")]).await.is(422);
    visitor.post(&second, [("password", NEW)]).await.leads_to("/sign-in");
    assert_eq!(visitor.post(&second, [("password", NEW)]).await.is(404).body, dead.body);
    ask(&visitor, EVE).await.is(303);
    let third = portal.letter_to(EVE).await.link();
    portal.later(minutes(15)).await;
    assert_eq!(visitor.get(&third).await.is(404).body, dead.body);
    assert_eq!(visitor.post(&third, [("password", "another nice one here")]).await.is(404).body, dead.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn three_letters_an_hour_are_enough() {
    let portal = Portal::open().await;
    let before = portal.letters_to(EVE).await;
    for _ in 0..5 {
        ask(&portal.visitor(), EVE).await.leads_to("/password/forgot/sent");
    }
    assert_eq!(portal.letters_to(EVE).await - before, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_deactivated_gets_no_link_and_cannot_use_an_old_one() {
    let portal = Portal::open().await;
    ask(&portal.visitor(), EVE).await.is(303);
    let link = portal.letter_to(EVE).await.link();
    portal.tell("update person set deactivated_at = now() where full_name = 'Eve Hart'").await;
    portal.visitor().post(&link, [("password", NEW)]).await.is(404);
    let before = portal.letters_to(EVE).await;
    ask(&portal.visitor(), EVE).await.leads_to("/password/forgot/sent");
    assert_eq!(portal.letters_to(EVE).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_refused_with_its_reason() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    ask(&visitor, EVE).await.is(303);
    let link = portal.letter_to(EVE).await.link();
    for (password, reason) in [
        ("", "Use at least 15 characters"),
        ("fourteen chars", "Use at least 15 characters"),
        ("passwordpassword", "easy to guess"),
        ("aaaaaaaaaaaaaaaaaaaa", "easy to guess"),
        ("123456789012345678", "easy to guess"),
        ("eve@students.harbor.example", "Do not use your name"),
        ("Harbor State College", "Do not use your name"),
    ] {
        visitor.post(&link, [("password", password)]).await.is(422).says(reason);
    }
    let long = "long words and more ".repeat(60);
    visitor.post(&link, [("password", long.as_str())]).await.is(422).says("Use at most 1,000 characters");
    // Our school's name inside a good one is fine, and so are spaces and any script.
    visitor.post(&link, [("password", "Harbor State is 3 miles from home")]).await.leads_to("/sign-in");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_the_same_however_the_keyboard_spells_it() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    ask(&visitor, EVE).await.is(303);
    let link = portal.letter_to(EVE).await.link();
    visitor.post(&link, [("password", "cafe\u{301} ﬁsh under old bridges")]).await.leads_to("/sign-in");
    sign_in(&visitor, EVE, "caf\u{e9} fish under old bridges").await.leads_to("/home");
}
