//! What students ask for about their own record, and what a lead advisor decides, within 45 days.

use crate::support::{Form, Member, Page, Portal, cast::PASSWORD, days, minutes};

const RESTRICTED: &str = "Ask about evening child care before we talk about day classes.";

/// The student asks for something, with these fields filled in.
async fn ask(student: &Member, kind: &str, fields: &[(&str, &str)]) -> Page {
    let path = format!("/account/data/requests/{kind}");
    let form = student.get(&path).await.form(&path);
    student.submit(fields.iter().fold(form, |form, (name, value)| form.fill(name, *value))).await
}

/// The newest open request of a kind.
async fn open(portal: &Portal, kind: &str) -> String {
    let query = "select id::text from data_request where decided_at is null and withdrawn_at is null and kind";
    portal.text(&format!("{query} = '{kind}' order by id desc limit 1")).await
}

/// The lead's form for it.
async fn desk(lead: &Member, id: &str) -> Form {
    lead.get(format!("/requests/{id}")).await.form(&format!("/requests/{id}/decision"))
}

async fn decide(lead: &Member, id: &str, decision: &str, reason: &str) -> Page {
    lead.submit(desk(lead, id).await.fill("decision", decision).fill("reason", reason)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_releases_all_notes_for_thirty_days() {
    let portal = Portal::open().await;
    let (ada, lee, eve) = (portal.ada().await, portal.lee().await, portal.eve().await);
    ask(&eve, "notes", &[]).await.leads_to("/account/data");
    eve.get("/account/data").await.says("To see all notes").says("Open").says("You have asked.");
    ask(&eve, "notes", &[]).await.is(303);
    assert_eq!(portal.count("data_request").await, 1, "one open request of a kind");
    eve.get("/account/data/copy.json").await.says_not(RESTRICTED);

    lee.get("/requests").await.says("Eve Hart").says("See all notes").says("in 45 days");
    let id = open(&portal, "see_notes").await;
    let page = lee.get(format!("/requests/{id}")).await;
    page.says("You see this record because you are a lead advisor.").says_not(RESTRICTED);
    decide(&lee, &id, "granted", "").await.is(422).says("Write the reason: the student reads it");
    decide(&lee, &id, "", "Here they are").await.is(422).says("Choose your decision").says("Here they are");
    decide(&lee, &id, "granted", "Here they are").await.leads_to(format!("/requests/{id}"));

    let letter = portal.letter_to(eve.email).await;
    letter.says("to see all notes about you").says_not("Here they are");
    assert_eq!((letter.kind.as_str(), letter.link().as_str()), ("request-decided", "/account/data"));
    eve.get("/account/data").await.says("Here they are").says("Your download holds all notes until");
    eve.get("/account/data/copy.html").await.says(RESTRICTED).says("There are no notes besides those in this copy.");
    eve.get("/account/data/copy.json").await.says(RESTRICTED);
    let released =
        format!("audit where action = 'record.released' and student_id = '{}' and actor_id = '{}'", eve.id, lee.id);
    assert_eq!(portal.count(&released).await, 1);

    // What is written later was not released.
    let form = ada.get(eve.notes_path()).await.form(&eve.notes_path());
    ada.submit(form.fill("body", "Written afterwards").fill("level", "restricted")).await.leads_to(eve.path());
    eve.get("/account/data/copy.json").await.says(RESTRICTED).says_not("Written afterwards");
    // Nobody else's notes are released by it.
    let hana = portal.hana().await;
    let form = lee.get(hana.notes_path()).await.form(&hana.notes_path());
    lee.submit(form.fill("body", "About Hana only").fill("level", "restricted")).await.leads_to(hana.path());
    hana.get("/account/data/copy.json").await.says_not("About Hana only");

    portal.later(days(31)).await;
    let eve = portal.eve().await;
    eve.get("/account/data/copy.json").await.is(200).says_not(RESTRICTED);
    eve.get("/account/data").await.says_not("Your download holds all notes until");
    ask(&eve, "notes", &[]).await.leads_to("/account/data");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_denied_correction_keeps_the_students_statement_beside_the_record() {
    let portal = Portal::open().await;
    let (ada, bo, lee, eve) = (portal.ada().await, portal.bo().await, portal.lee().await, portal.eve().await);
    let page = ask(&eve, "correction", &[("words", "The note says I work at a clinic")]).await;
    page.is(422).says("Write what it should say").says("The note says I work at a clinic");
    ask(&eve, "correction", &[("words", "x"), ("should_say", &"é".repeat(2001))]).await.is(422).says("at most 2,000");
    let fields = [("words", "The note says I work at a clinic"), ("should_say", "I run the desk there")];
    ask(&eve, "correction", &fields).await.leads_to("/account/data");
    let id = open(&portal, "correction").await;
    lee.get(format!("/requests/{id}")).await.says("I run the desk there");
    let statement = format!("/account/data/requests/{id}/statement");
    eve.get(&statement).await.is(404);
    decide(&lee, &id, "denied", "It says both already.").await.leads_to(format!("/requests/{id}"));

    eve.get("/account/data").await.says("It says both already.").says("You can also ask for a hearing");
    ada.get(eve.path()).await.says_not("statement");
    let form = eve.get(&statement).await.form(&statement);
    eve.post(&statement, [("statement", " ")]).await.is(422).says("Write your statement");
    eve.submit(form.fill("statement", "I lead four people there.")).await.leads_to("/account/data");
    for reader in [&ada, &lee] {
        reader.get(eve.path()).await.says("Eve’s statement").says("I lead four people there.");
    }
    bo.get(eve.path()).await.is(404);
    eve.get("/account/data/copy.html").await.says("I lead four people there.");
    // Another's denied correction takes no statement of mine.
    let finn = portal.finn().await;
    finn.post(&statement, [("statement", "Me too")]).await.is(404);
    assert_eq!(portal.count("data_request where statement like '%Me too%'").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_granted_correction_may_mend_the_name_right_there() {
    let portal = Portal::open().await;
    let (lee, gus) = (portal.lee().await, portal.gus().await);
    ask(&gus, "correction", &[("words", "My first name"), ("should_say", "Gustav")]).await.leads_to("/account/data");
    let id = open(&portal, "correction").await;
    let form = desk(&lee, &id).await;
    assert_eq!(form.value("full_name"), Some("Gus Lind"));
    let form = form.fill("decision", "granted").fill("reason", "Your name is mended.");
    lee.submit(form.fill("full_name", " ")).await.is(422).says("Enter your full name");
    let form = desk(&lee, &id).await.fill("decision", "granted").fill("reason", "Your name is mended.");
    lee.submit(form.fill("full_name", "Gustav Lind")).await.leads_to(format!("/requests/{id}"));
    lee.get(gus.path()).await.says("Gustav Lind");
    gus.get("/home").await.says("Hello, Gustav");
    let trace =
        format!("audit where action = 'name.corrected' and student_id = '{}' and actor_id = '{}'", gus.id, lee.id);
    assert_eq!(portal.count(&trace).await, 1);
    assert_eq!(portal.count("audit where subject like '%Gus%' or action like '%Gus%'").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_is_not_erased_while_its_student_waits_to_see_it() {
    let portal = Portal::open().await;
    let (lee, eve) = (portal.lee().await, portal.eve().await);
    ask(&eve, "erasure", &[]).await.is(422).says("Tick the box if you want your data erased");
    ask(&eve, "erasure", &[("sure", "on")]).await.leads_to("/account/data");
    ask(&eve, "notes", &[]).await.leads_to("/account/data");
    let (erasure, notes) = (open(&portal, "erasure").await, open(&portal, "see_notes").await);
    decide(&lee, &erasure, "granted", "As you wish.").await.is(422).says("Tick the box: an erased record");
    let form = desk(&lee, &erasure).await.fill("decision", "granted").fill("reason", "As you wish.").fill("sure", "on");
    lee.submit(form).await.is(422).says("Decide the student’s other request first");
    assert_eq!(portal.count("person where full_name = 'Eve Hart'").await, 1);
    decide(&lee, &notes, "denied", "There is another student in them; ask for a hearing.").await.is(303);
    let form = desk(&lee, &erasure).await.fill("decision", "granted").fill("reason", "As you wish.").fill("sure", "on");
    lee.submit(form).await.leads_to("/requests");
    assert_eq!(portal.count("person where full_name = 'Eve Hart'").await, 0);
    lee.get(format!("/requests/{erasure}")).await.is(404);
    lee.get("/requests?view=closed").await.says("Erased").says_not("Eve Hart");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_oldest_waits_on_top_and_after_45_days_it_is_late() {
    let portal = Portal::open().await;
    let (eve, finn) = (portal.eve().await, portal.finn().await);
    ask(&finn, "notes", &[]).await.leads_to("/account/data");
    portal.later(days(40)).await;
    let eve = {
        drop(eve);
        portal.eve().await
    };
    ask(&eve, "correction", &[("words", "Wrong words"), ("should_say", "Right words")]).await.leads_to("/account/data");
    let (lee, sam) = (portal.lee().await, portal.sam().await);
    let page = lee.get("/requests").await;
    page.says("in 5 days").says("in 45 days").says_not("Late");
    let text = page.text();
    assert!(text.find("Finn Reyes") < text.find("Eve Hart"), "the oldest first");
    portal.later(days(6)).await;
    let (lee, finn) = (portal.lee().await, portal.finn().await);
    lee.get("/requests").await.says("Late").says("1 day ago");
    finn.get("/account/data").await.says("Late");
    drop(sam);
    // The admin sees the clock and nothing else.
    let page = portal.sam().await.get("/admin/requests").await;
    page.is(200).says("See all notes").says("Correction").says("Late").says("So far");
    for secret in ["Finn Reyes", "Eve Hart", "Wrong words", "Right words"] {
        page.says_not(secret);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_turns_its_pages() {
    let portal = Portal::open().await;
    let (lee, eve) = (portal.lee().await, portal.eve().await);
    portal
        .tell(&format!(
            "insert into data_request (id, student_id, kind, words, asked_at, withdrawn_at, form_key)
             select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '{}', 'see_notes', 'No ' || n, now(), now(),
                    gen_random_uuid() from generate_series(1, 60) n",
            eve.id
        ))
        .await;
    let first = lee.get("/requests?view=closed").await;
    let rows = |page: &Page| page.is(200).body.matches("scope=\"row\"").count();
    assert_eq!(rows(&first), 50);
    let next = first.links().into_iter().find(|link| link.contains("after=")).expect("there is more");
    let second = lee.get(&next).await;
    assert_eq!(rows(&second), 10);
    let back = second.links().into_iter().find(|link| link.contains("before=")).expect("there was more");
    assert_eq!(lee.get(&back).await.body.matches("/requests/0000").count(), 50);
}

#[tokio::test(flavor = "multi_thread")]
async fn taken_back_is_not_decided_any_more() {
    let portal = Portal::open().await;
    let (lee, eve, finn) = (portal.lee().await, portal.eve().await, portal.finn().await);
    ask(&eve, "notes", &[]).await.leads_to("/account/data");
    let id = open(&portal, "see_notes").await;
    let form = desk(&lee, &id).await.fill("decision", "granted").fill("reason", "Here");
    let door = format!("/account/data/requests/{id}/withdrawal");
    finn.press(&door).await.is(404);
    eve.press(&door).await.leads_to("/account/data");
    eve.press(&door).await.leads_to("/account/data");
    lee.submit(form).await.is(409);
    eve.get("/account/data").await.says("Taken back").says_not("Here");
    ask(&eve, "notes", &[]).await.leads_to("/account/data");
    let trace = |action: &str| format!("audit where action = '{action}' and student_id = '{}'", eve.id);
    assert_eq!(portal.count(&trace("request.withdrawn")).await, 1);
    assert_eq!(portal.count(&trace("request.made")).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_press_that_arrives_three_times_is_one_request_and_one_decision() {
    let portal = Portal::open().await;
    let (lee, eve) = (portal.lee().await, portal.eve().await);
    let path = "/account/data/requests/notes";
    let page = eve.get(path).await;
    for _ in 0..3 {
        assert_eq!(eve.submit(page.form(path)).await.location(), "/account/data?done=request-made");
    }
    assert_eq!(portal.count("data_request").await, 1);
    let id = open(&portal, "see_notes").await;
    let page = lee.get(format!("/requests/{id}")).await;
    for _ in 0..3 {
        let form = page.form(&format!("/requests/{id}/decision")).fill("decision", "denied").fill("reason", "No");
        lee.submit(form).await.leads_to(format!("/requests/{id}"));
    }
    let otherwise = page.form(&format!("/requests/{id}/decision")).fill("decision", "granted").fill("reason", "Yes");
    lee.submit(otherwise).await.is(409);
    assert_eq!(portal.count("letter where kind = 'request-decided'").await, 1);
    assert_eq!(portal.count("audit where action = 'request.decided'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_waits_until_the_lead_showed_that_it_is_them() {
    let portal = Portal::open().await;
    let (lee, eve) = (portal.lee().await, portal.eve().await);
    ask(&eve, "notes", &[]).await.is(303);
    let id = open(&portal, "see_notes").await;
    portal.later(minutes(11)).await;
    let asked = decide(&lee, &id, "granted", "All of them, Eve").await;
    asked.says("Is it still you?");
    assert_eq!(portal.count("data_request where decision is not null").await, 0);
    let back = lee.submit_on(asked.form("/sign-in/again").fill("password", PASSWORD)).await;
    let form = back.is(422).form(&format!("/requests/{id}/decision"));
    assert_eq!((form.value("reason"), form.value("decision")), (Some("All of them, Eve"), Some("granted")));
    lee.submit(form).await.leads_to(format!("/requests/{id}"));
    assert_eq!(portal.count("data_request where decision = 'granted'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_refuses_half_a_decision_and_words_without_a_student() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    ask(&eve, "notes", &[("words", "Please")]).await.is(303);
    for wrong in [
        "update data_request set decision = 'granted'",
        "update data_request set student_id = null",
        "update data_request set statement = 'x', stated_at = now()",
        "update data_request set released_until = now()",
        "update data_request set reason = 'x'",
    ] {
        let refused = diesel_async::SimpleAsyncConnection::batch_execute(&mut portal.database().await, wrong).await;
        assert!(refused.is_err(), "the database took: {wrong}");
    }
}
