//! The student's record: one timeline of everything, the letters as they were sent, and the sheets for a visit.

use uuid::Uuid;

use crate::support::{Form, Page, Portal, hours};

/// Notes for advisors about Eve, one a day, the first so many days ago.
async fn notes(portal: &Portal, first_days_ago: i32, count: i32) {
    portal
        .tell(&format!(
            "insert into note (id, student_id, author_id, author, author_role, level, body, form_key, created_at, changed_at)
             select gen_random_uuid(), person_id, advisor_id, 'Ada Bell', 'advisor', 'advisors', 'Day ' || day, gen_random_uuid(),
                    now() - day * interval '1 day', now() - day * interval '1 day'
               from student, generate_series({first_days_ago}, {}, -1) as day
              where person_id = (select id from person where full_name = 'Eve Hart')",
            first_days_ago - count + 1
        ))
        .await;
}

/// The notes on a page in their order, and the way on.
fn days(page: &Page) -> Vec<String> {
    let text = page.text();
    text.split("Day ").skip(1).map(|rest| rest.split(' ').next().unwrap().to_owned()).collect()
}

fn way(page: &Page, holding: &str) -> Option<String> {
    page.links().into_iter().find(|link| link.contains(holding))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_timeline_goes_on_page_by_page_without_losing_or_doubling_an_entry() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    notes(&portal, 100, 95).await;
    // Several at the very same moment, at the end of a page too.
    portal.tell("update note set created_at = now() - interval '50 days' where body ~ '^Day (4[5-9]|5[0-5])$'").await;
    let mut page = ada.get(format!("{}?show=notes", eve.path())).await;
    let mut read = days(page.is(200));
    let mut back = Vec::new();
    while let Some(next) = way(&page, "after=") {
        back.push(next.clone());
        page = ada.get(&next).await;
        read.extend(days(page.is(200)));
    }
    assert_eq!(back.len(), 2);
    let unlike: std::collections::BTreeSet<_> = read.iter().collect();
    assert_eq!((read.len(), unlike.len()), (95, 95));
    // And back again to the same first page.
    let previous = ada.get(way(&page, "before=").unwrap()).await;
    let first = ada.get(way(&previous, "before=").unwrap()).await;
    assert_eq!(days(&first), read[..40.min(days(&first).len())]);
    assert!(way(&first, "before=").is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_timeline_shows_what_is_asked_for_and_folds_what_is_old() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    notes(&portal, 700, 12).await;
    let all = ada.get(eve.path()).await;
    all.says("12 entries older than 18 months")
        .says("Result letter")
        .says("Handed in, new result")
        .says("Assigned to Ada Bell");
    all.says("Made an account").says_not("Day 700");
    let open = ada.get(way(&all, "older=on").unwrap()).await;
    open.says("Day 700").says("Day 689").says_not("older than 18 months");
    let shown = async |kind: &str| ada.get(format!("{}?show={kind}", eve.path())).await;
    shown("notes").await.says("Worried about four more").says("12 entries older").says_not("Assigned to Ada Bell");
    shown("letters").await.says("Result letter").says_not("Assigned to Ada Bell").says_not("older than 18");
    shown("advisors").await.says("Assigned to Ada Bell").says_not("Result letter");
    shown("gossip").await.is(200).says("do not know").says("Result letter");
    // A form of the filter without script.
    assert!(all.body.contains("<select") && all.body.contains("name=\"show\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheets_hold_what_their_reader_may_read_and_each_opening_leaves_one_row() {
    let portal = Portal::open().await;
    let (ada, bo, eve) = (portal.ada().await, portal.bo().await, portal.eve().await);
    notes(&portal, 60, 50).await;
    let sheets = format!("{}/print", eve.path());
    let page = ada.get(&sheets).await;
    page.is(200).says("Visit brief").says("I want to run the front office").says("evening child care");
    page.says("These are the newest 15 entries");
    portal.move_student(eve.id, bo.id).await;
    bo.get(&sheets).await.is(200).says("Worried about four more").says_not("evening child care");
    let opened = async |what: &str| {
        portal
            .count(&format!(
                "audit where action = 'record.opened' and subject = '{what}' and student_id = '{}' and actor_id = '{}'",
                eve.id, bo.id
            ))
            .await
    };
    assert_eq!((opened("print").await, opened("student").await, opened("answers").await), (1, 0, 0));
    bo.get(format!("{}/answers", eve.path())).await.is(200);
    let letter = portal
        .text(&format!("select id::text from letter where person_id = '{}' and kind = 'recommendation'", eve.id))
        .await;
    let letter = format!("{}/letters/{letter}", eve.path());
    bo.get(&letter).await.is(200);
    bo.get(format!("{letter}/copy")).await.is(200);
    assert_eq!((opened("answers").await, opened("letter").await), (1, 1), "the frame is a part of the page");
    portal.later(hours(1)).await;
    let bo = portal.bo().await;
    bo.get(format!("{letter}/copy")).await.is(200);
    assert_eq!(opened("letter").await, 2, "by itself it is not");
}

/// The newest letter of a kind to Eve.
async fn newest(portal: &Portal, kind: &str) -> String {
    portal
        .text(&format!(
            "select id::text from letter where kind = '{kind}' and to_email = 'eve@students.harbor.example' order by id desc limit 1"
        ))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_shown_as_it_was_sent_and_sent_again_for_a_reason() {
    let portal = Portal::open().await;
    let (ada, eve, bo) = (portal.ada().await, portal.eve().await, portal.bo().await);
    portal.until_none("letter where state <> 'accepted'").await;
    let letters = format!("{}/letters", eve.path());
    let id = newest(&portal, "recommendation").await;
    let path = format!("{letters}/{id}");
    ada.get(&letters).await.is(200).says("Result letter").says("Accepted by the mail server");
    let page = ada.get(&path).await;
    page.is(200).says("Eve Hart").says("Your Signpost result");
    let stored = portal.text(&format!("select body_html from letter where id = '{id}'")).await;
    assert_eq!(ada.get(format!("{path}/copy")).await.is(200).body, stored);
    let repeats = format!("{path}/repeats");
    let form = page.form(&repeats);
    ada.post(&repeats, [("reason", " ")]).await.is(422).says("Write the reason");
    let fields = form.fill("reason", "Her mailbox was full.").fields;
    for _ in 0..3 {
        ada.submit(Form { action: repeats.clone(), fields: fields.clone() }).await.leads_to(&letters);
    }
    portal.until_none("letter where state <> 'accepted'").await;
    let again = newest(&portal, "recommendation").await;
    assert_ne!(again, id);
    assert_eq!(portal.count("resend").await, 1, "three presses are one letter");
    assert_eq!(
        portal.text(&format!("select body_text from letter where id = '{again}'")).await,
        portal.text(&format!("select body_text from letter where id = '{id}'")).await
    );
    ada.get(&path).await.says("had it sent again: Her mailbox was full.");
    ada.get(format!("{letters}/{again}")).await.says("Ada Bell had it sent again").says("The one before");
    ada.get(eve.path()).await.says("Sent again by Ada Bell: Her mailbox was full.");
    assert_eq!(portal.count("audit where action = 'letter.resent'").await, 1);
    for path in [&path, &format!("{path}/copy")] {
        bo.get(path).await.is(404);
    }
    bo.post(&repeats, [("reason", "Curious")]).await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_with_a_one_time_link_is_never_repeated_a_new_one_has_a_new_link() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    portal.visitor().post("/password/forgot", [("email", eve.email)]).await.is(303);
    let old = portal.letter_to(eve.email).await.link();
    let letters = format!("{}/letters", eve.path());
    let path = format!("{letters}/{}", newest(&portal, "reset").await);
    let token = old.rsplit('/').next().unwrap();
    let page = ada.get(&path).await;
    page.is(200).says("[link removed]").says_not(token);
    ada.get(format!("{path}/copy")).await.says("[link removed]").says_not(token);
    let form = page.form(&format!("{path}/repeats"));
    ada.submit(form.fill("reason", "It went to the spam folder.")).await.leads_to(&letters);
    let new = portal.letter_to(eve.email).await.link();
    assert_ne!(new, old);
    portal.visitor().get(&old).await.is(404);
    portal.visitor().get(&new).await.is(200);
    // What only its owner may ask for is not sent again.
    portal.tell(&format!("insert into letter (id, kind, person_id, to_name, to_email, locale, facts, message_id, state, settled_at) select '{0}', 'sign-in-code', id, full_name, email, 'en', '{{\"kind\": \"sign-in-code\"}}', '<{0}@x>', 'accepted', now() from person where full_name = 'Eve Hart'", Uuid::now_v7())).await;
    let code = format!("{letters}/{}", newest(&portal, "sign-in-code").await);
    ada.get(&code).await.is(200).says("only").says_not("Reason");
    ada.post(format!("{code}/repeats"), [("reason", "Please")]).await.is(422);
}
