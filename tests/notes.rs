//! Advising notes: who writes them, who reads them, and that nothing typed is lost.

use crate::support::Portal;

const SECRET: &str = "Lark-ascending-seven";

/// Ada writes about Eve.
async fn written(portal: &Portal, level: &str) {
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let form = ada.get(eve.notes_path()).await.form(&eve.notes_path());
    ada.submit(form.fill("body", SECRET).fill("level", level)).await.leads_to(eve.path());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restricted_note_is_for_its_author_and_leads() {
    let portal = Portal::open().await;
    written(&portal, "restricted").await;
    let (ada, bo, eve, lee, sam) =
        (portal.ada().await, portal.bo().await, portal.eve().await, portal.lee().await, portal.sam().await);
    ada.get(eve.path()).await.says(SECRET);
    lee.get(eve.notes_path()).await.says(SECRET);
    for stranger in [&bo, &sam] {
        stranger.get(eve.path()).await.is(404).says_not(SECRET);
        stranger.get(eve.notes_path()).await.is(404).says_not(SECRET);
    }
    for page in ["/home", "/results", "/profile"] {
        eve.get(page).await.says_not(SECRET);
    }
    // The next advisor reads what is for advisors, and not what was restricted.
    portal.tell(&format!("update student set advisor_id = '{}' where person_id = '{}'", bo.id, eve.id)).await;
    bo.get(eve.path()).await.is(200).says_not(SECRET).says("Worried about four more years");
    ada.get(eve.path()).await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_for_the_student_too_is_on_her_home_page() {
    let portal = Portal::open().await;
    written(&portal, "student").await;
    portal.eve().await.get("/home").await.says(SECRET).says("Ada Bell");
    portal.gus().await.get("/home").await.says_not(SECRET);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_that_is_too_long_keeps_every_word() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let long = "word ".repeat(4_001);
    let page = ada.post(eve.notes_path(), [("body", long.as_str()), ("level", "restricted")]).await;
    page.is(422).says("Use at most 20,000 characters");
    assert!(page.body.contains(long.trim_end()));
    ada.post(eve.notes_path(), [("body", " "), ("level", "advisors")]).await.is(422).says("Write the note");
    ada.post(eve.notes_path(), [("body", "x"), ("level", "everybody")]).await.is(422).says("Choose who can read it");
    assert_eq!(portal.count("note where body like 'word%'").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_form_sent_five_times_is_one_note_with_one_trace() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let key = uuid::Uuid::now_v7().to_string();
    for _ in 0..5 {
        let fields = [("body", SECRET), ("level", "advisors"), ("form_key", key.as_str())];
        ada.post(eve.notes_path(), fields).await.leads_to(eve.path());
    }
    assert_eq!(portal.count(&format!("note where body = '{SECRET}'")).await, 1);
    let trace =
        format!("audit where action = 'note.written' and student_id = '{}' and actor_id = '{}'", eve.id, ada.id);
    // Three of them are the demo's own.
    assert_eq!(portal.count(&trace).await, 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_opened_record_leaves_one_trace() {
    let portal = Portal::open().await;
    let (lee, eve) = (portal.lee().await, portal.eve().await);
    let trace =
        format!("audit where action = 'record.opened' and student_id = '{}' and actor_id = '{}'", eve.id, lee.id);
    lee.get(eve.path()).await.is(200).says("lead");
    assert_eq!(portal.count(&trace).await, 1);
}
