//! Forms that somebody was faster with: nothing is put over what their writer has not seen, and nothing typed is lost.

use crate::support::{Form, Member, Page, Portal, hours};

/// A day of the school's calendar, so many days from today.
async fn day(portal: &Portal, off: i64) -> String {
    portal.text(&format!("select ((now() at time zone 'America/Chicago')::date + {off})::text")).await
}

/// Ada meets Eve in a week, at ten; gives the meeting's address.
async fn meeting(portal: &Portal, ada: &Member, eve: &Member) -> String {
    let (path, on) = (format!("{}/meetings", eve.path()), day(portal, 7).await);
    let form = ada.get(&path).await.form(&path).fill("reason", "Credits").fill("on", on).fill("at", "10:00");
    ada.submit(form.fill("place", "Room 4")).await.is(303);
    let id = portal.text(&format!("select id::text from meeting where student_id = '{}'", eve.id)).await;
    format!("/meetings/{id}")
}

/// With whom, when and where it is.
async fn stands(portal: &Portal, path: &str) -> String {
    let id = path.rsplit('/').next().unwrap();
    let when = "to_char(starts_at at time zone 'America/Chicago', 'HH24:MI')";
    let from = format!("meeting join person on person.id = advisor_id where meeting.id = '{id}'");
    portal.text(&format!("select full_name || ' ' || {when} || ' ' || place from {from}")).await
}

/// The lines of a calendar file, unfolded.
fn lines(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_from_before_changes_no_time_and_says_how_it_stands() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let path = meeting(&portal, &ada, &eve).await;
    let door = format!("{path}/time");
    let (one, other) = (ada.get(&path).await.form(&door), ada.get(&path).await.form(&door));
    let one = one.fill("at", "11:00");
    ada.submit(one.clone()).await.leads_to(&path);
    // A press that was one too many.
    ada.submit(one).await.leads_to(&path);
    let page = ada.submit(other.fill("place", "Room 5")).await;
    page.is(409).says("This meeting changed while you wrote").says("11:00 AM").says("Room 4");
    assert_eq!(stands(&portal, &path).await, "Ada Bell 11:00 Room 4");
    let form = page.form(&door);
    assert_eq!((form.value("at"), form.value("place")), (Some("10:00"), Some("Room 5")));
    ada.submit(form).await.leads_to(&path);
    assert_eq!(stands(&portal, &path).await, "Ada Bell 10:00 Room 5");
    // What the student asked meanwhile is not wiped out unseen.
    let before = ada.get(&path).await.form(&door).fill("place", "Room 6");
    let ask = format!("{path}/move-request");
    eve.submit(eve.get(&path).await.form(&ask).fill("words", "My shift was moved")).await.leads_to(&path);
    ada.submit(before).await.is(409).says("My shift was moved");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_given_its_time_once() {
    let portal = Portal::open().await;
    let (ada, lee, eve) = (portal.ada().await, portal.lee().await, portal.eve().await);
    let ask = eve.get("/meetings/new").await.form("/meetings");
    eve.submit(ask.fill("reason", "Credits")).await.leads_to("/meetings");
    let path = format!("/meetings/{}", portal.text("select id::text from meeting where state = 'asked'").await);
    let (door, on) = (format!("{path}/time"), day(&portal, 7).await);
    let filled = async |who: &Member, at: &str| {
        let form = who.get(&path).await.form(&door);
        form.fill("on", on.as_str()).fill("at", at).fill("place", "Room 4")
    };
    let (one, other) = (filled(&ada, "10:00").await, filled(&lee, "11:00").await);
    ada.submit(one).await.leads_to(&path);
    let page = lee.submit(other).await;
    page.is(409).says("10:00 AM").says("This meeting is with Ada Bell. Saving makes you the host");
    assert_eq!(stands(&portal, &path).await, "Ada Bell 10:00 Room 4");
    assert_eq!(page.form(&door).value("at"), Some("11:00"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_takes_a_meeting_over_is_told_so_and_only_the_one_before_is_taken_off_it() {
    let portal = Portal::open().await;
    let (ada, lee, eve) = (portal.ada().await, portal.lee().await, portal.eve().await);
    let path = meeting(&portal, &ada, &eve).await;
    ada.get(&path).await.says_not("makes you the host");
    let page = lee.get(&path).await;
    page.says("This meeting is with Ada Bell. Saving makes you the host").says("Ada Bell gets word");
    lee.submit(page.form(&format!("{path}/time"))).await.leads_to(&path);
    assert_eq!(stands(&portal, &path).await, "Lee Park 10:00 Room 4");
    let letter = portal.letter_to(ada.email).await;
    letter.says("Your meeting with Eve Hart is Lee Park’s now").says_not("is off");
    let off = lines(&letter.calendar.expect("a file"));
    assert!(["METHOD:CANCEL", "SEQUENCE:1"].iter().all(|line| off.iter().any(|one| one == line)), "{off:#?}");
    assert!(!off.iter().any(|line| line.starts_with("STATUS")), "the meeting goes on: {off:#?}");
    let attendees: Vec<&String> = off.iter().filter(|line| line.starts_with("ATTENDEE")).collect();
    assert!(attendees.len() == 1 && attendees[0].ends_with("mailto:ada@harbor.example"), "{off:#?}");
    let moved = lines(&portal.letter_to(eve.email).await.calendar.expect("a file"));
    assert!(moved.iter().any(|line| line == "METHOD:REQUEST") && moved.iter().any(|line| line == "SEQUENCE:1"));
}

#[tokio::test(flavor = "multi_thread")]
async fn words_about_a_meeting_that_is_over_are_kept_to_copy_them() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let path = meeting(&portal, &ada, &eve).await;
    portal.later(hours(24 * 9)).await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let form = ada.get(&path).await.form(&format!("{path}/cancellation"));
    ada.post(format!("{path}/outcome"), [("outcome", "attended")]).await.is(303);
    let page = ada.submit(form.fill("words", "The room is flooded")).await;
    page.is(409).says("This meeting changed while you wrote").says("Held").says("The room is flooded");
    for door in ["cancellation", "move-request"] {
        let page = eve.post(format!("{path}/{door}"), [("words", "I have a cold")]).await;
        page.is(409).says("Your meeting changed while you wrote").says("I have a cold");
    }
    assert_eq!(portal.text(&format!("select state from meeting where student_id = '{}'", eve.id)).await, "attended");
}

/// Ada plans something about Eve; gives its address.
async fn planned(portal: &Portal, ada: &Member, eve: &Member) -> String {
    let (list, due) = (format!("{}/follow-ups", eve.path()), day(portal, 6).await);
    let form = ada.get(&list).await.form(&list);
    ada.submit(form.fill("words", "Ask the registrar").fill("due_on", due)).await.is(303);
    format!("{list}/{}", portal.text("select id::text from follow_up").await)
}

async fn change(who: &Member, form: Form, words: &str) -> Page {
    who.submit(form.fill("words", words)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_plans_from_one_form_the_second_reads_the_first() {
    let portal = Portal::open().await;
    let (ada, lee, eve) = (portal.ada().await, portal.lee().await, portal.eve().await);
    let (path, list) = (planned(&portal, &ada, &eve).await, format!("{}/follow-ups", eve.path()));
    let door = format!("{path}/plan");
    let (one, other) = (ada.get(&path).await.form(&door), lee.get(&path).await.form(&door));
    for _ in 0..2 {
        change(&ada, one.clone(), "Ask the registrar by phone").await.leads_to(&list);
    }
    let page = change(&lee, other.clone(), "Ask the registrar in writing").await;
    page.is(409).says("Somebody changed this follow-up while you wrote").says("Ask the registrar by phone");
    assert_eq!(portal.count("follow_up where words = 'Ask the registrar in writing'").await, 0);
    let form = page.form(&door);
    assert_eq!(form.value("words"), Some("Ask the registrar in writing"));
    lee.submit(form).await.leads_to(&list);
    assert_eq!(portal.count("follow_up where words = 'Ask the registrar in writing'").await, 1);
    let page = change(&lee, lee.get(&path).await.form(&door).fill("due_on", "2126-11-01"), "Ask again").await;
    page.is(422).says("at most five after this one");

    // What came of it is said once, and other words about it are not lost.
    let outcome = format!("{path}/outcome");
    let (one, late) = (ada.get(&path).await.form(&outcome), lee.get(&path).await.form(&outcome));
    let done = one.fill("state", "done").fill("outcome", "Twelve credits");
    for _ in 0..2 {
        ada.submit(done.clone()).await.is(303);
    }
    let page = lee.submit(late.fill("state", "done").fill("outcome", "They never called back")).await;
    page.is(409).says("Somebody closed this follow-up while you wrote");
    page.says("Twelve credits").says("They never called back");
    let page = change(&lee, other, "Write to the dean").await;
    page.is(409).says("Twelve credits").says("Write to the dean");
}
