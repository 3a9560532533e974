//! Follow-ups: planned, changed, given away, closed; seen by whom they are for; and the letter about what is due.

use crate::support::{Member, Page, Portal};

impl Member {
    fn follow_ups_path(&self) -> String {
        format!("{}/follow-ups", self.path())
    }
}

/// A day of the school's calendar, so many days from today.
async fn day(portal: &Portal, off: i64) -> String {
    portal.text(&format!("select ((now() at time zone 'America/Chicago')::date + {off})::text")).await
}

async fn plan(who: &Member, about: &Member, fields: &[(&str, &str)]) -> Page {
    let path = about.follow_ups_path();
    let form = who.get(&path).await.form(&path);
    who.submit(fields.iter().fold(form, |form, (name, value)| form.fill(name, *value))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_advisor_plans_is_on_the_record_on_their_list_and_where_it_is_shared() {
    let portal = Portal::open().await;
    let (ada, bo, lee, eve) = (portal.ada().await, portal.bo().await, portal.lee().await, portal.eve().await);
    let today = day(&portal, 0).await;
    let later = day(&portal, 3).await;
    plan(&ada, &eve, &[("words", "Read the old transcript"), ("due_on", today.as_str())])
        .await
        .leads_to(eve.follow_ups_path());
    let shared = [("words", "Bring the evening plan"), ("due_on", later.as_str()), ("is_shared", "on")];
    plan(&ada, &eve, &shared).await.is(303);
    ada.get(eve.path()).await.says("Read the old transcript").says("Bring the evening plan");
    ada.get("/follow-ups").await.says("Read the old transcript").says("Eve Hart").says_not("Bring the evening plan");
    ada.get("/follow-ups?view=coming").await.says("Bring the evening plan");
    lee.get("/follow-ups").await.is(200).says_not("transcript");
    eve.get("/home").await.says("Bring the evening plan").says_not("Read the old transcript");
    // Not another's student.
    bo.get(eve.follow_ups_path()).await.is(404);
    assert_eq!(portal.count("audit where action = 'follow-up.planned'").await, 2);

    // What is wrong is said, and what was typed stays.
    let past = day(&portal, -1).await;
    let bos = bo.id.to_string();
    let page = plan(&ada, &eve, &[("words", ""), ("due_on", past.as_str()), ("owner", bos.as_str())]).await;
    page.is(422).says("Write what is to be done").says("today or later").says("Choose somebody from the list");
    assert_eq!(page.form(&eve.follow_ups_path()).value("due_on"), Some(past.as_str()));

    // It is given to a colleague who reaches the student, then done.
    let id = portal.text("select id::text from follow_up where words like 'Read%'").await;
    let path = format!("{}/{id}", eve.follow_ups_path());
    let form = ada.get(&path).await.form(&format!("{path}/plan"));
    ada.submit(form.fill("owner", lee.id.to_string())).await.leads_to(eve.follow_ups_path());
    ada.get("/follow-ups?view=today").await.says_not("Read the old transcript");
    lee.get("/follow-ups?view=today").await.says("Read the old transcript");
    let form = lee.get(&path).await.form(&format!("{path}/outcome"));
    let done = form.fill("state", "done").fill("outcome", "Twelve credits move over");
    lee.submit(done).await.is(303);
    lee.get("/follow-ups?view=done").await.says("Twelve credits move over");
    ada.get(eve.path()).await.says("Twelve credits move over");
    // Saying it again does no harm; saying otherwise does not stand.
    lee.post(format!("{path}/outcome"), [("state", "done")]).await.is(303);
    lee.post(format!("{path}/outcome"), [("state", "cancelled")]).await.is(409);
    lee.post(format!("{path}/outcome"), [("state", "open")]).await.is(422).says("Choose what came of it");
    let lees = lee.id.to_string();
    let closed = [("words", "x"), ("due_on", later.as_str()), ("owner", lees.as_str())];
    lee.post(format!("{path}/plan"), closed).await.is(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_form_sent_twice_is_one_follow_up_and_it_goes_with_the_student() {
    let portal = Portal::open().await;
    let (ada, bo, eve) = (portal.ada().await, portal.bo().await, portal.eve().await);
    let key = uuid::Uuid::now_v7().to_string();
    let (owner, due) = (ada.id.to_string(), day(&portal, 0).await);
    let form =
        [("words", "Call back"), ("due_on", due.as_str()), ("owner", owner.as_str()), ("form_key", key.as_str())];
    for _ in 0..2 {
        ada.post(eve.follow_ups_path(), form).await.leads_to(eve.follow_ups_path());
    }
    assert_eq!(portal.count("follow_up").await, 1);
    portal.move_student(eve.id, bo.id).await;
    ada.get("/follow-ups").await.says_not("Call back");
    bo.get("/follow-ups").await.says("Call back");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_is_read_page_by_page() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    portal
        .tell(&format!(
            "insert into follow_up (id, student_id, owner_id, author_id, author, words, due_on, form_key)
             select gen_random_uuid(), '{eve}', '{ada}', '{ada}', 'Ada Bell', 'Task ' || lpad(n::text, 3, '0'),
                    current_date + 10 + n / 7, gen_random_uuid() from generate_series(1, 120) n",
            eve = eve.id,
            ada = ada.id
        ))
        .await;
    let mut seen = Vec::new();
    let mut page = ada.get("/follow-ups?view=coming").await;
    loop {
        let tasks = page.body.match_indices("Task ").map(|(at, _)| page.body[at..at + 8].to_owned());
        seen.extend(tasks);
        let Some(next) = page.links().into_iter().find(|link| link.contains("after=")) else { break };
        page = ada.get(next.replace("&amp;", "&").replace("&#38;", "&")).await;
    }
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!((seen.len(), all), (120, 120), "each one once");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_daily_letter_comes_once_however_many_instances_run() {
    let portal = Portal::open().await;
    let (ada, eve, gus) = (portal.ada().await, portal.eve().await, portal.gus().await);
    portal.tell("update setting set digest_hour = 0").await;
    let (over, due, later) = (day(&portal, -2).await, day(&portal, 0).await, day(&portal, 5).await);
    for (student, words, on) in
        [(&eve, "Secret-one", &over), (&gus, "Secret-two", &due), (&gus, "Secret-three", &later)]
    {
        portal
            .tell(&format!(
                "insert into follow_up (id, student_id, owner_id, author_id, author, words, due_on, form_key)
                 values (gen_random_uuid(), '{}', '{ada}', '{ada}', 'Ada Bell', '{words}', '{on}', gen_random_uuid())",
                student.id,
                ada = ada.id
            ))
            .await;
    }
    let before = portal.letters_to(ada.email).await;
    tokio::join!(portal.wind(), portal.wind());
    // Also without the lease: another instance that believes it is its turn.
    portal.tell("update chore set lease = null, leased_until = null, due_at = now() where name = 'digest'").await;
    tokio::join!(portal.wind(), portal.wind());
    assert_eq!(portal.letters_to(ada.email).await, before + 1);
    let letter = portal.letter_to(ada.email).await;
    assert_eq!(letter.kind, "follow-up-digest");
    letter.says("2 follow-ups").says("Overdue").says("Eve Hart").says("Gus Lind").says_not("Secret");
    assert!(letter.text.contains(&eve.follow_ups_path()), "{}", letter.text);
    // It names students, so it goes with them.
    assert_eq!(portal.count("letter_about").await, 2);
    // The next day has its own.
    portal.tell("update digest set day = day - 1; update chore set due_at = now() where name = 'digest'").await;
    portal.wind().await;
    assert_eq!(portal.letters_to(ada.email).await, before + 2);
    // What nobody owes writes no letter.
    portal.tell("delete from digest; delete from follow_up; update chore set due_at = now()").await;
    portal.wind().await;
    assert_eq!(portal.letters_to(ada.email).await, before + 2);
    assert_eq!(portal.letters_to("bo@harbor.example").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_did_for_former_students_is_no_longer_ones_own_to_read() {
    let portal = Portal::open().await;
    let (ada, bo, gus) = (portal.ada().await, portal.bo().await, portal.gus().await);
    let today = day(&portal, 0).await;
    plan(&ada, &gus, &[("words", "Ask about the owl"), ("due_on", today.as_str())]).await.is(303);
    let id = portal.text("select id::text from follow_up where words = 'Ask about the owl'").await;
    let path = format!("{}/{id}", gus.follow_ups_path());
    let form = ada.get(&path).await.form(&format!("{path}/outcome"));
    ada.submit(form.fill("state", "done").fill("outcome", "It flew")).await.is(303);
    ada.get("/follow-ups?view=done").await.says("It flew");
    portal.move_student(gus.id, bo.id).await;
    ada.get("/follow-ups?view=done").await.is(200).says_not("It flew").says_not("Gus Lind").says_not("owl");
}
