//! Meetings: asked for, set, moved, called off, held; nobody booked twice; letters with a calendar file.

use crate::support::{Member, Page, Portal, hours};

impl Member {
    fn meetings_path(&self) -> String {
        format!("{}/meetings", self.path())
    }
}

/// A day of the school's calendar, so many days from today.
async fn day(portal: &Portal, off: i64) -> String {
    portal.text(&format!("select ((now() at time zone 'America/Chicago')::date + {off})::text")).await
}

/// A student asks; gives the meeting's address.
async fn asked(portal: &Portal, student: &Member) -> String {
    let form = student.get("/meetings/new").await.form("/meetings");
    let form = form
        .fill("reason", "Which credits move over?")
        .fill("good_times", "After my shift")
        .fill("day_parts", "evening");
    student.submit(form).await.leads_to("/meetings");
    format!("/meetings/{}", portal.text("select id::text from meeting where state = 'asked'").await)
}

async fn set_time(advisor: &Member, path: &str, on: &str, at: &str) -> Page {
    let form = advisor.get(path).await.form(&format!("{path}/time"));
    advisor.submit(form.fill("on", on).fill("at", at).fill("minutes", "30").fill("place", "Room 4")).await
}

fn line<'a>(file: &'a str, name: &str) -> &'a str {
    file.split("\r\n").find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("no {name} in\n{file}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_asked_for_set_moved_and_cancelled_and_both_calendars_know() {
    let portal = Portal::open().await;
    let (ada, bo, eve) = (portal.ada().await, portal.bo().await, portal.eve().await);
    let path = asked(&portal, &eve).await;
    eve.get("/home").await.says("You asked for a call");
    // One ask waits at a time.
    eve.post("/meetings", [("reason", "And another")]).await.leads_to("/meetings");
    assert_eq!(portal.count("meeting").await, 1);
    ada.get("/meetings").await.says("Eve Hart").says("Which credits move over?").says("After my shift");
    bo.get("/meetings").await.says_not("Eve Hart");
    bo.get(&path).await.is(404);

    let on = day(&portal, 7).await;
    set_time(&ada, &path, &on, "14:30").await.leads_to(&path);
    eve.get("/home").await.says("2:30 PM").says("Room 4");
    let first = portal.letter_to(eve.email).await;
    first.says("2:30 PM").says("Room 4").says("Ada Bell").says_not("Which credits");
    assert!(first.head.contains("ada@harbor.example"), "answers go to the advisor: {}", first.head);
    let to_ada = portal.letter_to(ada.email).await;
    to_ada.says("Eve Hart").says_not("Which credits");
    // Saving the same again writes no letter; another time does.
    let letters = portal.letters_to(eve.email).await;
    set_time(&ada, &path, &on, "14:30").await.is(303);
    assert_eq!(portal.letters_to(eve.email).await, letters);
    set_time(&ada, &path, &on, "15:00").await.is(303);
    let moved = portal.letter_to(eve.email).await;
    // The student asks for another time, then cancels.
    let form = eve.get(&path).await.form(&format!("{path}/move-request"));
    eve.submit(form.fill("words", "My shift was moved")).await.leads_to(&path);
    ada.get("/meetings").await.says("Asks for another time").says("My shift was moved");
    eve.post(format!("{path}/cancellation"), [("words", "")]).await.leads_to("/meetings");
    eve.post(format!("{path}/cancellation"), [("words", "")]).await.leads_to("/meetings");
    let off = portal.letter_to(eve.email).await;

    let files = [first, moved, off].map(|letter| letter.calendar.expect("a file"));
    let told = files.each_ref().map(|file| [line(file, "METHOD:"), line(file, "SEQUENCE:")].join(" "));
    assert_eq!(told, ["REQUEST 0", "REQUEST 1", "CANCEL 2"]);
    let uid = line(&files[0], "UID:");
    assert!(path.ends_with(uid) && files.iter().all(|file| line(file, "UID:") == uid));
    assert_eq!(line(&to_ada.calendar.expect("a file"), "UID:"), uid, "both have the same event");
    portal.until_none("letter where state in ('queued', 'sending')").await;
    // The stored file is the one that was sent.
    assert_eq!(
        portal.count(&format!("letter where calendar is not null and position('{uid}' in calendar) > 0")).await,
        6
    );
    assert_eq!(portal.count("student where meeting_at is not null or call_asked_at is not null").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_advisor_is_not_booked_twice_and_what_was_typed_stays() {
    let portal = Portal::open().await;
    let (ada, eve, gus) = (portal.ada().await, portal.eve().await, portal.gus().await);
    let on = day(&portal, 7).await;
    let slot = |reason: &'static str, at: &'static str| {
        [("reason", reason), ("on", on.as_str()), ("at", at), ("minutes", "30"), ("place", "Room 4")]
            .map(|(name, value)| (name, value.to_owned()))
    };
    ada.post(eve.meetings_path(), slot("Credits", "14:30")).await.is(303);
    let page = ada.post(gus.meetings_path(), slot("Profile", "14:45")).await;
    page.is(422).says("you have a meeting then").says("You meet Eve Hart then").says("2:30 PM");
    let form = page.form(&gus.meetings_path());
    assert_eq!(
        (form.value("reason"), form.value("at"), form.value("place")),
        (Some("Profile"), Some("14:45"), Some("Room 4"))
    );
    ada.post(gus.meetings_path(), slot("Profile", "15:00")).await.is(303);
    // Two at once, for the last free half hour: one is booked, one is told.
    let (one, other) = tokio::join!(
        ada.post(eve.meetings_path(), slot("One", "16:00")),
        ada.post(gus.meetings_path(), slot("Other", "16:00"))
    );
    let mut got = [one.status, other.status];
    got.sort_unstable();
    assert_eq!(got, [303, 422]);
    assert_eq!(portal.count("meeting where state = 'set'").await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_comes_a_day_before_once_and_the_outcome_leads_to_the_note() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let path = asked(&portal, &eve).await;
    set_time(&ada, &path, &day(&portal, 7).await, "12:00").await.is(303);
    let letters = portal.letters_to(eve.email).await;
    portal.wind().await;
    assert_eq!(portal.letters_to(eve.email).await, letters, "a week ahead there is nothing to say");
    // It is not over yet.
    ada.post(format!("{path}/outcome"), [("outcome", "attended")]).await.is(409).says("has not begun yet");
    let left = portal.text("select extract(epoch from starts_at - now())::bigint::text from meeting").await;
    portal.later(jiff::SignedDuration::from_secs(left.parse::<i64>().unwrap()) - hours(23)).await;
    for _ in 0..2 {
        portal.tell("update chore set due_at = now()").await;
        tokio::join!(portal.wind(), portal.wind());
    }
    assert_eq!(portal.letters_to(eve.email).await, letters + 1);
    let letter = portal.letter_to(eve.email).await;
    assert_eq!(letter.kind, "meeting-reminder");
    letter.says("Ada Bell").says("Room 4");

    portal.later(hours(24)).await;
    let ada = portal.ada().await;
    ada.get("/meetings").await.says("How was it?");
    let day = portal.text("select (starts_at at time zone 'America/Chicago')::date::text from meeting").await;
    let note = ada.post(format!("{path}/outcome"), [("outcome", "attended")]).await;
    assert!(
        note.is(303).location().starts_with(&format!("{}?contact_on={day}", eve.notes_path())),
        "{}",
        note.location()
    );
    assert_eq!(ada.follow(&note).await.form(&eve.notes_path()).value("contact_on"), Some(day.as_str()));
    assert_eq!(
        portal.text(&format!("select last_contact_on::text from student where person_id = '{}'", eve.id)).await,
        day
    );
    ada.post(format!("{path}/outcome"), [("outcome", "no_show")]).await.is(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_does_not_exist_is_refused_in_words() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    // The next night on which Chicago's clocks jump from two to three.
    let on = portal
        .text(
            "select day::text from (select current_date + n from generate_series(1, 366) n) days (day)
              where ((day + time '12:00') at time zone 'America/Chicago')
                  - ((day - 1 + time '12:00') at time zone 'America/Chicago') < interval '24 hours'",
        )
        .await;
    let form = [("reason", "Early"), ("on", on.as_str()), ("at", "02:30"), ("minutes", "30"), ("place", "Room 4")];
    let page = ada.post(eve.meetings_path(), form).await;
    page.is(422).says("the clocks change that night, and this hour does not exist");
    assert_eq!(page.form(&eve.meetings_path()).value("at"), Some("02:30"));
    assert_eq!(portal.count("meeting").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_begun_is_its_advisor_s_to_settle_and_whoever_takes_over_finds_it() {
    let portal = Portal::open().await;
    let (ada, bo, eve) = (portal.ada().await, portal.bo().await, portal.eve().await);
    let path = asked(&portal, &eve).await;
    set_time(&ada, &path, &day(&portal, 1).await, "10:00").await.is(303);
    // Ada leaves: whoever has Eve now sees the meeting before it begins, and nobody is reminded to meet Ada.
    portal.tell(&format!("update person set deactivated_at = now() where id = '{}'", ada.id)).await;
    portal.move_student(eve.id, bo.id).await;
    bo.get("/meetings").await.says("Eve Hart");
    portal.later(hours(48)).await;
    let eve = portal.eve().await;
    eve.post(format!("{path}/cancellation"), [("words", "")]).await.is(409);
    assert_eq!(portal.text("select state from meeting").await, "set");
    portal.bo().await.get("/meetings").await.says("Eve Hart");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ask_that_is_closed_is_told_by_letter_and_what_was_written_is_read_after_signing_in() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let path = asked(&portal, &eve).await;
    let form = ada.get(&path).await.form(&format!("{path}/cancellation"));
    ada.submit(form.fill("words", "Come by on open day, no call needed")).await.is(303);
    let letter = portal.letter_to(eve.email).await;
    assert_eq!(letter.subject, "The call you asked for");
    letter.says("Ada Bell closed that without a meeting").says_not("open day");
    assert!(letter.calendar.is_none());
    eve.get(letter.link()).await.says("Come by on open day");
    // Closing it twice writes once.
    let letters = portal.letters_to(eve.email).await;
    ada.post(format!("{path}/cancellation"), [("words", "")]).await.is(303);
    assert_eq!(portal.letters_to(eve.email).await, letters);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_of_somebody_who_is_erased_leaves_the_advisors_calendar_without_a_name() {
    let portal = Portal::open().await;
    let (ada, lee, eve) = (portal.ada().await, portal.lee().await, portal.eve().await);
    let path = asked(&portal, &eve).await;
    set_time(&ada, &path, &day(&portal, 3).await, "14:30").await.is(303);
    let set = portal.letter_to(ada.email).await.calendar.expect("a file");
    let form = eve.get("/account/data/requests/erasure").await.form("/account/data/requests/erasure");
    eve.submit(form.fill("sure", "on")).await.leads_to("/account/data");
    let request = portal.text("select id::text from data_request").await;
    let form = lee.get(format!("/requests/{request}")).await.form(&format!("/requests/{request}/decision"));
    lee.submit(form.fill("decision", "granted").fill("reason", "As you wish.").fill("sure", "on")).await.is(303);
    let letter = portal.letter_to(ada.email).await;
    let off = letter.calendar.clone().expect("a file");
    assert_eq!([line(&off, "METHOD:"), line(&off, "SEQUENCE:")], ["CANCEL", "1"]);
    assert_eq!((line(&off, "UID:"), line(&off, "DTSTART:")), (line(&set, "UID:"), line(&set, "DTSTART:")));
    letter.says("the student’s record was erased").says_not("Eve Hart").says_not("eve@");
    for words in [&off, &letter.subject] {
        assert!(!words.contains("Eve") && !words.contains("eve@"), "{words}");
    }
}
