//! One's own account: another password, another address, and where one is signed in.

use crate::support::{Portal, Visitor, cast::PASSWORD, hours, minutes};

const EVE: &str = "eve@students.harbor.example";
const NEW: &str = "eve.hart@mail.example";

async fn sign_in(portal: &Portal, email: &str, password: &str) -> u16 {
    portal.visitor().post("/sign-in", [("email", email), ("password", password)]).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_signs_everybody_out_but_here() {
    let portal = Portal::open().await;
    let (laptop, phone) = (portal.eve().await, portal.eve().await);
    let form = laptop.get("/account/password").await.form("/account/password");
    laptop.submit(form.fill("password", "cedar lamp twelve rivers")).await.leads_to("/account");
    laptop.get("/account").await.is(200);
    phone.get("/account").await.leads_to("/sign-in?next=%2Faccount");
    assert_eq!(sign_in(&portal, EVE, PASSWORD).await, 422);
    assert_eq!(sign_in(&portal, EVE, "cedar lamp twelve rivers").await, 303);
    let letter = portal.letter_to(EVE).await;
    assert_eq!(letter.kind, "password-changed");
    assert_eq!(letter.link(), "/password/forgot");
    assert_eq!(portal.count("audit where action = 'password.changed'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_poor_new_password_is_refused_with_the_reason() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    for (password, reason) in [
        ("short", "Use at least 15 characters"),
        ("passwordpassword", "easy to guess"),
        (EVE, "Do not use your name"),
        ("Harbor State College", "Do not use your name"),
    ] {
        eve.post("/account/password", [("password", password)]).await.is(422).says(reason);
    }
    assert_eq!(sign_in(&portal, EVE, PASSWORD).await, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_the_links_to_reset_it() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    eve.post("/password/forgot", [("email", EVE)]).await.is(303);
    let link = portal.letter_to(EVE).await.link();
    eve.get(&link).await.is(200);
    eve.post("/account/password", [("password", "cedar lamp twelve rivers")]).await.is(303);
    eve.get(&link).await.is(404);
}

/// Asks for the new address, and gives the link in its mailbox.
async fn asked(portal: &Portal, eve: &Visitor) -> String {
    let form = eve.get("/account/email").await.form("/account/email");
    eve.submit(form.fill("email", NEW)).await.leads_to("/account");
    portal.letter_to(NEW).await.link()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_address_is_confirmed_there_and_told_to_the_old_one() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let link = asked(&portal, &eve).await;
    portal.letter_to(NEW).await.says_not("Eve");
    eve.get("/account").await.says(NEW).says("waits for you");
    assert_eq!(sign_in(&portal, EVE, PASSWORD).await, 303, "nothing has changed yet");
    // The link is for whoever asked for it: elsewhere one signs in first, and to anybody else it shows nothing.
    let phone = portal.visitor();
    phone.get(&link).await.is(303);
    let gus = portal.gus().await;
    gus.get(&link).await.is(404);
    gus.press(&link).await.is(404);
    phone.post("/sign-in", [("email", EVE), ("password", PASSWORD)]).await.is(303);
    phone.get(&link).await.is(200).says(NEW);
    phone.use_link(&link).await.is(303);
    phone.get(&link).await.is(404);
    assert_eq!(sign_in(&portal, EVE, PASSWORD).await, 422);
    assert_eq!(sign_in(&portal, NEW, PASSWORD).await, 303);
    eve.get("/account").await.is(200).says(NEW);
    portal.letter_to(EVE).await.says("has another email address now").says_not(NEW);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_old_address_takes_the_account_back_for_72_hours() {
    let portal = Portal::open().await;
    let mallory = portal.eve().await;
    let link = asked(&portal, &mallory).await;
    mallory.use_link(&link).await.is(303);
    let undo = portal.letter_to(EVE).await.link();
    // Whoever has the password changes it, and moves on once more.
    mallory.post("/account/password", [("password", "cedar lamp twelve rivers")]).await.is(303);
    mallory.post("/account/email", [("email", "third@mail.example")]).await.is(303);
    mallory.use_link(&portal.letter_to("third@mail.example").await.link()).await.is(303);
    let undo_of_second = portal.letter_to(NEW).await.link();

    portal.later(hours(71)).await;
    // Their own way back to the second address does not end the owner's way back to the first.
    let thief = portal.visitor();
    thief.use_link(&undo_of_second).await.leads_to("/password/forgot/sent");
    let eve = portal.visitor();
    eve.get(&undo).await.is(200).says(EVE).says("Everybody is signed out");
    eve.use_link(&undo).await.leads_to("/password/forgot/sent");
    mallory.get("/account").await.leads_to("/sign-in?next=%2Faccount");
    eve.get(&undo).await.is(404);
    eve.get(&undo_of_second).await.is(404);
    for (email, password) in [(NEW, "cedar lamp twelve rivers"), (EVE, "cedar lamp twelve rivers"), (EVE, PASSWORD)] {
        assert_eq!(sign_in(&portal, email, password).await, 422);
    }
    let reset = portal.letter_to(EVE).await;
    assert_eq!(reset.kind, "reset");
    let form = eve.get(reset.link()).await.form(&reset.link());
    eve.submit(form.fill("password", "violet pepper station nine")).await.leads_to("/sign-in");
    assert_eq!(sign_in(&portal, EVE, "violet pepper station nine").await, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_the_account_back_takes_off_a_second_factor_that_came_with_it() {
    let portal = Portal::open().await;
    let mallory = portal.eve().await;
    portal
        .tell(
            "insert into second_factor (person_id, sealed_seed, last_step) \
        select id, '\\x00', 0 from person where full_name = 'Eve Hart'",
        )
        .await;
    let link = asked(&portal, &mallory).await;
    mallory.use_link(&link).await.is(303);
    portal.visitor().use_link(&portal.letter_to(EVE).await.link()).await.is(303);
    let theirs = "second_factor join person on person.id = person_id where full_name = 'Eve Hart'";
    assert_eq!(portal.count(theirs).await, 0);
    // She hears of it at the address that is hers again.
    let letters = "letter where kind = 'second-factor-changed' and to_email = ";
    assert_eq!(portal.count(&format!("{letters}'{EVE}'")).await, 1);
    assert_eq!(portal.count("letter where kind = 'second-factor-changed'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_may_ask_for_one_address_and_neither_ends_the_others_link() {
    let portal = Portal::open().await;
    let (eve, gus) = (portal.eve().await, portal.gus().await);
    let hers = asked(&portal, &eve).await;
    let his = asked(&portal, &gus).await;
    gus.get(&hers).await.is(404);
    eve.use_link(&hers).await.is(303);
    gus.press(&his).await.is(404);
    eve.get("/account").await.says(NEW);
    gus.get("/account").await.says("gus@students.harbor.example");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_forms_at_once_leave_one_change() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let ask = async |at: usize| eve.post("/account/email", [("email", format!("eve{at}@mail.example"))]).await.status;
    let answers = futures_util::future::join_all((0..4).map(ask)).await;
    assert!(answers.iter().all(|status| [303, 503].contains(status)), "{answers:?}");
    assert_eq!(portal.count("email_change where done_at is null").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn links_for_an_address_run_out() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let link = asked(&portal, &eve).await;
    portal.later(hours(25)).await;
    let eve = portal.eve().await;
    eve.get(&link).await.is(404);
    let link = asked(&portal, &eve).await;
    eve.use_link(&link).await.is(303);
    let undo = portal.letter_to(EVE).await.link();
    portal.later(hours(73)).await;
    eve.get(&undo).await.is(404);
    eve.press(&undo).await.is(404);
    assert_eq!(sign_in(&portal, NEW, PASSWORD).await, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn whether_somebody_has_an_address_is_told_to_that_address_alone() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let known = eve.post("/account/email", [("email", "gus@students.harbor.example")]).await;
    let unknown = eve.post("/account/email", [("email", NEW)]).await;
    assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
    // Nor do one's own pages tell: both wait.
    for page in ["/account", "/account/email"] {
        eve.post("/account/email", [("email", "gus@students.harbor.example")]).await.is(303);
        let known = eve.get(page).await.text().replace("gus@students.harbor.example", "NEW");
        eve.post("/account/email", [("email", NEW)]).await.is(303);
        assert_eq!(eve.get(page).await.text().replace(NEW, "NEW"), known, "{page}");
    }
    assert_eq!(portal.letter_to("gus@students.harbor.example").await.kind, "already-registered");
    for _ in 0..4 {
        eve.post("/account/email", [("email", NEW)]).await.is(303);
    }
    assert_eq!(portal.letters_to(NEW).await, 3, "three letters an hour");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_cannot_be_used_is_refused_at_its_field() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    for (email, reason) in [
        ("", "Enter your email address"),
        ("eve@", "like name@school.edu"),
        ("EVE@students.harbor.example ", "you have now"),
    ] {
        let page = eve.post("/account/email", [("email", email)]).await;
        assert_eq!(page.is(422).says(reason).form("/account/email").value("email"), Some(email));
    }
    portal.tell("update setting set email_domains = '{students.harbor.example}'").await;
    portal.later(minutes(0)).await;
    let page = portal.open_beside();
    let eve = page.eve().await;
    eve.post("/account/email", [("email", NEW)]).await.is(422).says("your school gave you");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_can_be_dropped_before_it_is_confirmed() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let link = asked(&portal, &eve).await;
    eve.press("/account/email/withdrawal").await.leads_to("/account");
    eve.get(&link).await.is(404);
    eve.get("/account").await.says_not(NEW);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_somebody_took_meanwhile_stays_theirs() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let link = asked(&portal, &eve).await;
    portal.tell(&format!("update person set email = '{NEW}', email_key = '{NEW}' where full_name = 'Gus Lind'")).await;
    eve.get(&link).await.is(200);
    eve.press(&link).await.is(404);
    eve.get("/account").await.is(200).says(EVE);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_sees_where_one_is_signed_in_and_signs_out_there() {
    let portal = Portal::open().await;
    let (laptop, phone, tablet) = (portal.eve().await, portal.eve().await, portal.eve().await);
    let gus = portal.gus().await;
    let page = laptop.get("/account/sessions").await;
    page.is(200).says("This device");
    let ends: Vec<_> = page.body.split('"').filter(|part| part.ends_with("/end") && !part.contains("others")).collect();
    assert_eq!(ends.len(), 2, "one for each other device");
    gus.press(ends[0]).await.is(404);
    laptop.press(ends[0]).await.leads_to("/account/sessions");
    let still = [phone.get("/home").await.status, tablet.get("/home").await.status];
    assert!(still == [200, 303] || still == [303, 200], "one of them is out: {still:?}");
    laptop.press("/account/sessions/others/end").await.leads_to("/account/sessions");
    for other in [&phone, &tablet] {
        other.get("/home").await.leads_to("/sign-in?next=%2Fhome");
    }
    laptop.get("/home").await.is(200);
    gus.get("/home").await.is(200);
}
