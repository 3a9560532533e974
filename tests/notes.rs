//! Advising notes: who writes them, who reads them, and that nothing typed is lost.

use reqwest::Method;

use crate::support::{Member, Page, Portal, cast::PASSWORD, hours, minutes};

const SECRET: &str = "Lark-ascending-seven";

/// Ada writes about Eve. Gives the note's address.
async fn written(portal: &Portal, level: &str) -> String {
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let form = ada.get(eve.notes_path()).await.form(&eve.notes_path());
    ada.submit(form.fill("body", SECRET).fill("level", level)).await.leads_to(eve.path());
    let id = portal.text(&format!("select id::text from note where body = '{SECRET}'")).await;
    format!("{}/{id}", eve.notes_path())
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

#[tokio::test(flavor = "multi_thread")]
async fn an_author_edits_for_a_day_and_every_text_is_kept() {
    let portal = Portal::open().await;
    let path = written(&portal, "restricted").await;
    let (ada, lee, eve) = (portal.ada().await, portal.lee().await, portal.eve().await);
    let (one, other) = (ada.get(&path).await.form(&path), ada.get(&path).await.form(&path));
    let retried = ada.get(&path).await.form(&path).fill("body", "Second text").fill("level", "advisors");
    let again =
        one.fill("body", "Second text").fill("level", "advisors").fill("form_key", retried.value("form_key").unwrap());
    ada.submit(again).await.leads_to(&path);
    ada.submit(retried).await.leads_to(&path);
    assert_eq!(portal.count("note_revision").await, 1, "a retry is the same edit");
    for reader in [&ada, &lee] {
        reader.get(&path).await.says("Second text").says("Text 1").says(SECRET);
    }
    // From another window, over a text it has not seen.
    let late = ada.submit(other.fill("body", "Third text, typed elsewhere").fill("level", "advisors")).await;
    late.is(409).says("got another text while you wrote").says("Second text");
    let form = late.form(&path);
    assert_eq!(form.value("body"), Some("Third text, typed elsewhere"));
    ada.submit(form).await.leads_to(&path);
    // What was restricted once stays so for the next advisor.
    let bo = portal.bo().await;
    portal.move_student(eve.id, bo.id).await;
    bo.get(&path).await.is(200).says("Third text").says("Second text").says_not(SECRET);
    bo.post(&path, [("body", "Mine now"), ("level", "advisors")]).await.is(404);
    lee.post(&path, [("body", "Mine now"), ("level", "advisors")]).await.is(404);
    portal.move_student(eve.id, ada.id).await;

    let too_late = ada.get(&path).await.form(&path);
    portal.later(hours(25)).await;
    let ada = portal.ada().await;
    let page = ada.submit(too_late.fill("body", "Fourth text")).await;
    page.is(409).says("The time to edit this note is over").says("Third text");
    let addenda = format!("{path}/addenda");
    let form = page.form(&addenda);
    assert_eq!(form.value("body"), Some("Fourth text"));
    ada.submit(form.clone().fill("body", " ")).await.is(422).says("Write what you want to add");
    ada.submit(form).await.leads_to(&path);
    ada.get(eve.path()).await.says("Third text").says("Added").says("Fourth text");
    assert_eq!(portal.count("audit where action in ('note.edited', 'note.added')").await, 3);
    assert_eq!(portal.count("note_revision").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_removes_a_note_and_a_trace_stays_where_it_stood() {
    let portal = Portal::open().await;
    let path = written(&portal, "student").await;
    let (ada, lee, eve) = (portal.ada().await, portal.lee().await, portal.eve().await);
    let removal = format!("{path}/removal");
    ada.get(&removal).await.is(404);
    let form = |page: &Page| page.form(&removal).fill("reason", "It is about somebody else.");
    lee.submit(lee.get(&removal).await.form(&removal)).await.is(422).says("Write the reason");
    // What somebody waits to see is not destroyed.
    eve.post("/account/data/requests/notes", [("words", "")]).await.leads_to("/account/data");
    lee.submit(form(&lee.get(&removal).await)).await.is(422).says("Decide the student’s request");
    portal.tell("update data_request set withdrawn_at = now()").await;
    portal.later(minutes(11)).await;
    lee.get(&removal).await.leads_to(format!("/sign-in/again?next={}", removal.replace('/', "%2F")));
    let lee = portal.lee().await;
    lee.submit(form(&lee.get(&removal).await)).await.leads_to(eve.path());
    for page in [eve.path(), eve.notes_path(), path.clone()] {
        ada.get(page).await.says("Lee Park removed this note").says("about somebody else").says_not(SECRET);
    }
    eve.get("/home").await.says("took this note out").says_not(SECRET).says_not("somebody else");
    let eve = portal.eve().await;
    eve.get("/account/data/copy.html").await.says("took this note out").says_not(SECRET);
    assert_eq!(portal.count("audit where action = 'note.removed'").await, 1);
    // What its author was writing is not lost with it; others never learn that there was a note.
    let typed = [("body", "Back again"), ("level", "advisors")];
    let page = ada.post(&path, typed).await;
    page.is(409).says("A lead advisor removed this note while you wrote").says("Back again").says("somebody else");
    ada.post(format!("{path}/addenda"), [("body", "One more thing")]).await.is(409).says("One more thing");
    for stranger in [&lee, &portal.bo().await] {
        stranger.post(&path, typed).await.is(404).says_not("Back again");
    }
    assert_eq!(portal.count("note where body = 'Back again'").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_says_that_there_is_a_note_and_the_home_page_which_is_new() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    eve.get("/home").await.is(200);
    let letters = portal.letters_to(eve.email).await;
    let path = written(&portal, "student").await;
    assert_eq!(portal.letters_to(eve.email).await, letters + 1);
    let letter = portal.letter_to(eve.email).await;
    assert_eq!((letter.kind.as_str(), letter.link().as_str()), ("shared-note", "/home"));
    assert!(letter.text.contains("Ada Bell") && !letter.text.contains(SECRET) && !letter.html.contains(SECRET));
    // A glance is no look.
    eve.send(eve.request(Method::HEAD, "/home")).await.is(200);
    eve.send(eve.request(Method::GET, "/home").header("sec-purpose", "prefetch")).await.is(503);
    assert_eq!(eve.get("/home").await.text().matches("New").count(), 1);
    eve.get("/home").await.says(SECRET).says_not(">New<");
    assert_eq!(eve.get("/home").await.text().matches("New").count(), 0);
    // Nothing new for a note that stays as it is; an addendum is new again, and told.
    portal.later(hours(25)).await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let addenda = format!("{path}/addenda");
    ada.submit(ada.get(&path).await.form(&addenda).fill("body", "And bring the form")).await.leads_to(&path);
    assert_eq!(portal.letters_to(eve.email).await, letters + 2);
    assert_eq!(eve.get("/home").await.says("And bring the form").text().matches("New").count(), 1);
    // Notes for others are not told.
    ada.post(eve.notes_path(), [("body", "For us"), ("level", "advisors")]).await.is(303);
    assert_eq!(portal.letters_to(eve.email).await, letters + 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_advisor_sees_what_is_new_to_them_and_notes_of_closed_accounts_stay() {
    let portal = Portal::open().await;
    written(&portal, "advisors").await;
    let (ada, bo, eve) = (portal.ada().await, portal.bo().await, portal.eve().await);
    ada.get(eve.path()).await.says(SECRET).says_not("New to you");
    portal.move_student(eve.id, bo.id).await;
    portal.tell(&format!("update person set deactivated_at = now() where id = '{}'", ada.id)).await;
    let page = bo.get(eve.path()).await;
    // Ada's restricted note is not among the three.
    assert_eq!(page.says(SECRET).says("Ada Bell").text().matches("New to you").count(), 3);
    bo.get(eve.path()).await.says(SECRET).says_not("New to you");
}

/// What stands in the form of the draft.
async fn typed(who: &Member, draft: &str, eve: &Member) -> Option<String> {
    who.get(draft).await.is(200).form(&eve.notes_path()).value("body").map(str::to_owned)
}

#[tokio::test(flavor = "multi_thread")]
async fn drafts_are_their_authors_alone_and_become_the_note() {
    let portal = Portal::open().await;
    let (ada, lee, bo, eve) = (portal.ada().await, portal.lee().await, portal.bo().await, portal.eve().await);
    let drafts = format!("{}/drafts", eve.path());
    ada.press(&drafts).await.is(422).says("Write something first");
    let long = format!("{SECRET} {}", "word ".repeat(4_001));
    let form = ada.get(eve.notes_path()).await.form(&eve.notes_path()).fill("body", &long).fill("level", "restricted");
    // The button, then the script from the same form.
    let mut sent = form.fields.clone();
    let saved = ada.post(&drafts, sent.clone()).await;
    let draft = saved.is(303).location().split('?').next().unwrap().to_owned();
    sent.push(("by".into(), "script".into()));
    ada.post(&drafts, sent.clone()).await.is(200).says("Draft saved");
    assert_eq!(portal.count("draft").await, 1);
    ada.get("/drafts").await.says("Eve Hart").says(SECRET);
    ada.get(eve.path()).await.says("My drafts (1)").says("You have a draft about Eve").says_not(SECRET);
    assert_eq!(typed(&ada, &draft, &eve).await.as_deref(), Some(long.as_str()));
    for other in [&lee, &bo, &eve] {
        other.get(&draft).await.is(404);
        other.press(format!("{draft}/removal")).await.is(404);
    }
    lee.get("/drafts").await.is(200).says_not(SECRET);
    lee.get(eve.path()).await.says_not(SECRET).says_not("My drafts (");
    lee.post(&drafts, sent.clone()).await.is(409);
    // Out of reach, out of sight; and back again.
    portal.move_student(eve.id, bo.id).await;
    ada.get(&draft).await.is(404);
    ada.get("/drafts").await.says_not("Eve Hart");
    portal.move_student(eve.id, ada.id).await;

    let form = ada.get(&draft).await.form(&eve.notes_path()).fill("body", SECRET);
    ada.submit(form).await.leads_to(eve.path());
    assert_eq!(portal.count("draft").await, 0);
    // What the script sends late brings nothing back.
    ada.post(&drafts, sent).await.leads_to(eve.path());
    assert_eq!(portal.count("draft").await, 0);
    let other = ada.post(&drafts, [("body", "Another")]).await.location();
    let other = other.split('?').next().unwrap();
    ada.press(format!("{other}/removal")).await.leads_to("/drafts");
    ada.get(other).await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_sent_too_late_is_a_draft_after_signing_in() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let form = ada.get(eve.notes_path()).await.form(&eve.notes_path());
    portal.later(minutes(31)).await;
    let page = ada.submit(form.fill("body", SECRET).fill("level", "restricted")).await;
    let form = page.is(401).form("/sign-in").fill("email", ada.email).fill("password", PASSWORD);
    let code = ada.submit_on(form).await;
    portal.tell("update second_factor set last_step = 0").await;
    let form = code.form("/sign-in/code").fill("code", crate::support::cast::code_now());
    ada.submit_on(form).await.is(422).says("before this was saved");
    // The window is closed here. It waits.
    ada.get("/drafts").await.says(SECRET);
    ada.get(eve.path()).await.says("You have a draft about Eve");
}
