//! Sudo mode: what matters asks once more who sits there, and then lets them go on where they were.

use crate::support::{
    Portal,
    cast::{PASSWORD, code_now},
    minutes,
};

const DOORS: [&str; 3] = ["/account/password", "/account/email", "/account/second-factor"];

#[tokio::test(flavor = "multi_thread")]
async fn ten_minutes_after_signing_in_one_is_asked_again_and_comes_back() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    portal.later(minutes(9)).await;
    for door in DOORS {
        eve.get(door).await.is(200);
    }
    portal.later(minutes(2)).await;
    for door in DOORS {
        let asked = eve.get(door).await;
        asked.leads_to(format!("/sign-in/again?next={}", door.replace('/', "%2F")));
        let before = eve.cookie("sid").unwrap();
        let page = eve.follow(&asked).await;
        page.is(200).says("Is it still you?");
        let wrong = eve.submit(page.form("/sign-in/again").fill("password", "a wrong password")).await;
        wrong.is(422).says("That password is wrong");
        eve.get(door).await.is(303);
        eve.submit(wrong.form("/sign-in/again").fill("password", PASSWORD)).await.leads_to(door);
        assert_ne!(eve.cookie("sid").unwrap(), before, "the cookie is new");
        let thief = portal.visitor();
        thief.set_cookie("sid", &before);
        thief.get("/home").await.leads_to("/sign-in?next=%2Fhome");
        eve.get(door).await.is(200);
        portal.later(minutes(11)).await;
    }
    eve.get("/account").await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_of_the_phone_will_do() {
    let portal = Portal::open().await;
    let ada = portal.ada().await;
    portal.later(minutes(11)).await;
    portal.tell("update second_factor set last_step = 0").await;
    let page = ada.get("/sign-in/again?next=/account/password").await;
    let form = page.form("/sign-in/again");
    ada.submit(form.fill("code", code_now())).await.leads_to("/account/password");
    portal.later(minutes(11)).await;
    // It was used already.
    ada.post("/sign-in/again", [("code", code_now())]).await.is(422).says("That code is wrong");
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_there_is_as_slow_as_at_the_front() {
    let portal = Portal::open().await;
    let thief = portal.eve().await;
    portal.later(minutes(11)).await;
    for _ in 0..6 {
        thief.post("/sign-in/again", [("password", "a wrong password")]).await.is(422);
    }
    thief.post("/sign-in/again", [("password", PASSWORD)]).await.is(429);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_too_late_is_back_after_the_question() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let form = eve.get("/account/email").await.form("/account/email");
    portal.later(minutes(11)).await;
    let asked = eve.submit(form.fill("email", "new@mail.example")).await;
    asked.is(401).says("Is it still you?");
    assert_eq!(portal.letters_to("new@mail.example").await, 0);
    let again = asked.form("/sign-in/again").fill("password", PASSWORD);
    // It is shown once more: somebody else may have sent it from this chair.
    let back = eve.submit_on(again).await;
    back.is(422).says("look it over");
    assert_eq!(portal.letters_to("new@mail.example").await, 0);
    let form = back.form("/account/email");
    assert_eq!(form.value("email"), Some("new@mail.example"));
    eve.submit(form).await.leads_to("/account");
    assert_eq!(portal.letters_to("new@mail.example").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_no_form_to_show_is_not_done_behind_the_question() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    portal.later(minutes(11)).await;
    for door in ["/account/second-factor/removal", "/account/second-factor/codes", "/account/email/withdrawal"] {
        eve.post(door, [("x", "1")]).await.leads_to("/sign-in/again");
    }
    let asked = eve.post("/account/password", [("password", "cedar lamp twelve rivers")]).await;
    let again = asked.is(401).form("/sign-in/again").fill("password", PASSWORD);
    eve.submit_on(again).await.is(422).says_not("cedar lamp");
    portal.visitor().post("/sign-in", [("email", eve.email), ("password", PASSWORD)]).await.is(303);
}
