//! The outbox of the admins: where letters stand, sending again, setting free, and addresses that bounce.

use crate::support::{
    Portal,
    smtp_sink::{Mode, SmtpSink},
};

const OUTBOX: &str = "/admin/outbox";
const EVE: &str = "eve@students.harbor.example";

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_sees_where_letters_stand_and_never_what_they_say() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    portal.until_none("letter where state in ('queued', 'sending')").await;
    let page = sam.get(format!("{OUTBOX}?tray=accepted")).await;
    page.is(200).says("Result letter").says(EVE).says("Mail is not live");
    let id =
        portal.text(&format!("select id::text from letter where to_email = '{EVE}' and kind = 'recommendation'")).await;
    let letter = sam.get(format!("{OUTBOX}/{id}")).await;
    letter.is(200).says("Kept in the letters folder").says("Eve Hart");
    for words in portal.texts("select unnest(regexp_split_to_array(body_text, E'\\n')) from letter").await {
        if words.trim().len() > 20 {
            page.says_not(words.trim());
            letter.says_not(words.trim());
        }
    }
    let again = format!("{OUTBOX}/{id}/repeats");
    sam.submit(letter.form(&again)).await.is(422).says("Write the reason");
    sam.submit(letter.form(&again).fill("reason", "She lost it")).await.is(303);
    sam.submit(letter.form(&again).fill("reason", "She lost it")).await.is(303);
    assert_eq!(portal.count("resend where reason = 'She lost it' and sender = 'Sam Ortiz'").await, 1);
    assert_eq!(portal.count("audit where action = 'letter.resent' and student_id is not null").await, 1);
    // Her record shows it, too.
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    ada.get(format!("{}/letters", eve.path())).await.says("She lost it");
    sam.get(format!("{OUTBOX}?tray=accepted&to=nobody%40x.example")).await.says("No such letter here");
    sam.get(format!("{OUTBOX}?to=nobody")).await.says("Enter a whole email address");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_test_letter_comes_to_whoever_asks() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let form = sam.get(OUTBOX).await.form("/admin/outbox/tests");
    let page = sam.submit(form.clone()).await;
    sam.submit(form).await.leads_to(page.location());
    let letter = portal.letter_to("sam@harbor.example").await;
    assert_eq!(letter.kind, "mail-test");
    portal.letter_becomes("sam@harbor.example", "accepted").await;
    sam.follow(&page).await.is(200).says("Accepted").says("Kept in the letters folder");
    assert_eq!(portal.count("letter where kind = 'mail-test'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_held_back_are_set_free_one_or_all() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    portal.until_none("letter where state in ('queued', 'sending')").await;
    portal.tell("delete from letter_try; update letter set state = 'held', settled_at = null, tries = 0").await;
    let all = portal.count("letter where state = 'held'").await;
    assert!(all > 1, "the demo has letters");
    let id = portal.text(&format!("select id::text from letter where to_email <> '{EVE}' limit 1")).await;
    let one = sam.get(format!("{OUTBOX}/{id}")).await;
    sam.submit(one.form(&format!("{OUTBOX}/{id}/release"))).await.is(303);
    portal.until_none("letter where state in ('queued', 'sending')").await;
    assert_eq!(portal.count("letter where state = 'held'").await, all - 1);
    let list = sam.get(format!("{OUTBOX}?tray=held")).await;
    let form = list.form("/admin/outbox/releases");
    sam.submit(form.clone().fill("email", EVE.to_uppercase()))
        .await
        .leads_to("/admin/outbox?tray=held&done=letters-released");
    assert_eq!(portal.count(&format!("letter where state = 'held' and to_email = '{EVE}'")).await, 0);
    sam.submit(form).await.is(303);
    assert_eq!(portal.count("letter where state = 'held'").await, 0);
    assert_eq!(portal.count("audit where action = 'letter.released'").await, all);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_bounces_holds_its_letters_until_somebody_lifts_that() {
    let sink = SmtpSink::open().await.unwrap();
    let portal = Portal::open_with(|config| config.smtp_url = Some(sink.url())).await;
    let (sam, ada, eve) = (portal.sam().await, portal.ada().await, portal.eve().await);
    portal.until_none("letter where state in ('queued', 'sending')").await;
    sink.treat(EVE, Mode::Refuse);
    eve.post("/password/forgot", [("email", EVE)]).await.is(303);
    portal.letter_becomes(EVE, "failed").await;
    assert_eq!(portal.count(&format!("suppression where email_key = '{EVE}' and lifted_at is null")).await, 1);
    // The next one is kept, and she stays on top of the queue.
    sink.treat(EVE, Mode::Accept);
    let path = format!("{}/notes", eve.path());
    let note = ada.get(&path).await.form(&path).fill("body", "Look at this").fill("level", "student");
    ada.submit(note).await.is(303);
    portal.letter_becomes(EVE, "held").await;
    eve.post("/password/forgot", [("email", EVE)]).await.is(303);
    portal.letter_becomes(EVE, "held").await;
    assert_eq!(
        portal
            .text("select status from standing join person on person.id = student_id where email_key like 'eve@%'")
            .await,
        "mail-failed"
    );
    let list = sam.get("/admin/outbox/suppressions").await;
    list.is(200).says(EVE).says("no such mailbox");
    let id = portal.text("select id::text from suppression").await;
    let lifting = format!("/admin/outbox/suppressions/{id}/lifting");
    sam.submit(list.form(&lifting)).await.is(422).says("Write the reason");
    sam.submit(list.form(&lifting).fill("reason", "The mailbox is back")).await.is(303);
    portal.letter_becomes(EVE, "accepted").await;
    sam.get("/admin/outbox/suppressions").await.says("The mailbox is back").says("Sam Ortiz");
    assert_eq!(portal.count("audit where action in ('suppression.lifted', 'letter.released')").await, 3);
    // A rule of the server is nobody's address.
    assert_eq!(portal.count("suppression").await, 1);
}
