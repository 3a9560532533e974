//! Long work on many students: seen before it begins, done once for each, whatever stops in between.

use crate::support::{Member, Page, Portal};

const CHOOSE: &str = "/caseload/selections";
const WORDS: &str = "We open the labs on 4 December.";

/// Chooses everybody on the caseload, writes the letter, and comes to the job.
async fn write_to_all(who: &Member, words: &str) -> (String, Page) {
    let form = who.get("/caseload").await.form(CHOOSE).fill("all", "on");
    let chosen = who.submit(form).await.is(303).location();
    let path = format!("{chosen}/letters");
    let form = who.get(&path).await.form(&path).fill("subject", "Open labs").fill("words", words);
    let job = who.submit(form).await.is(303).location();
    let page = who.get(&job).await;
    (job, page)
}

/// Gives Ada so many more students.
async fn crowd(portal: &Portal, ada: &Member, many: u32) {
    portal
        .tell(&format!(
            "with them as (
                insert into person (id, role, full_name, email, email_key, password_hash)
                select gen_random_uuid(), 'student', 'Kit ' || n, 'kit' || n || '@students.harbor.example',
                       'kit' || n || '@students.harbor.example', '' from generate_series(1, {many}) n returning id, full_name),
             kits as (insert into student (person_id, advisor_id) select id, '{}' from them returning person_id)
             insert into profile (student_id, called) select person_id, 'Kit' from kits",
            ada.id
        ))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_letter_is_seen_before_it_goes_and_each_student_has_a_result() {
    let portal = Portal::open().await;
    let (ada, bo, eve, gus) = (portal.ada().await, portal.bo().await, portal.eve().await, portal.gus().await);
    let form = ada.get("/caseload").await.form(CHOOSE).fill("all", "on");
    let path = format!("{}/letters", ada.submit(form).await.is(303).location());
    let form = ada.get(&path).await.form(&path);
    ada.submit(form.clone().fill("words", WORDS)).await.is(422).says("Write the subject").says(WORDS);
    let long = "x".repeat(4001);
    ada.submit(form.fill("subject", "A").fill("words", long)).await.is(422).says("1 too many");

    let (job, page) = write_to_all(&ada, &format!("{WORDS}\n\nCome <b>all</b>.")).await;
    page.says("Look at it before it goes").says("Hello Eve Hart,").says(WORDS).says("Send 2 letters").says("Gus Lind");
    ada.get(format!("{job}?student={}", gus.id)).await.says("Hello Gus Lind,");
    bo.get(&job).await.is(404);
    bo.press(&format!("{job}/start")).await.is(404);
    assert_eq!(portal.count("letter where kind = 'message'").await, 0);

    portal.move_student(gus.id, bo.id).await;
    let begin = page.form(&format!("{job}/start"));
    ada.submit(begin.clone()).await.leads_to(&job);
    ada.submit(begin).await.leads_to(&job);
    portal.until_none("job where done_at is null").await;
    let page = ada.get(&job).await;
    page.says("2 of 2").says("Done: 1").says("Eve Hart").says("Not done: 1").says_not("Gus Lind");
    assert_eq!(page.header("refresh"), None);
    let letter = portal.letter_to(eve.email).await;
    assert_eq!((letter.subject.as_str(), letter.kind.as_str()), ("Open labs", "message"));
    letter.says(WORDS).says("Come <b>all</b>.").says("goes to Ada Bell");
    assert!(letter.head.contains("ada@harbor.example"), "{}", letter.head);
    assert_eq!(portal.letters_to(gus.email).await, 0);
    assert_eq!(portal.count("audit where action = 'letter.written'").await, 1);
    assert_eq!(portal.count("job where facts <> '{}'").await, 0, "what was written stands in the letters only");
    ada.get("/jobs").await.says("Letter").says("Done");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_survives_an_instance_that_stops_and_two_that_go_on_and_does_nobody_twice() {
    let mut portal = Portal::open().await;
    let ada = portal.ada().await;
    crowd(&portal, &ada, 60).await;
    portal
        .tell(
            "create function slowly() returns trigger language plpgsql as
             $$ begin perform pg_sleep(0.02); return new; end $$;
             create trigger slowly before insert on letter for each row when (new.kind = 'message')
             execute function slowly()",
        )
        .await;
    let (job, page) = write_to_all(&ada, WORDS).await;
    ada.submit(page.form(&format!("{job}/start"))).await.leads_to(&job);
    portal.until_none("(select count(*) as many from job_item where state = 'done') done where many < 3").await;
    assert!(ada.get(&job).await.header("refresh").is_some());
    portal.stop().await;
    let done = portal.count("job_item where state = 'done'").await;
    assert!((3..62).contains(&done), "stopped in the middle: {done}");
    assert_eq!(portal.count("letter where kind = 'message'").await, done);

    // And as if an instance had died with the job in its hands.
    portal.tell("update job set lease = gen_random_uuid(), leased_until = now() - interval '1 second'").await;
    let (_second, _third) = (portal.open_beside(), portal.open_beside());
    portal.until_none("job where done_at is null").await;
    assert_eq!(portal.count("job_item where state = 'done'").await, 62);
    let each = "(select person_id from letter where kind = 'message' group by person_id having count(*) = 1) once";
    assert_eq!(portal.count(each).await, 62);
    assert_eq!(portal.count("letter where kind = 'message'").await, 62);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_student_who_fails_keeps_nobody_else_and_who_left_the_staff_does_nothing_more() {
    let portal = Portal::open().await;
    let (ada, gus) = (portal.ada().await, portal.gus().await);
    portal
        .tell(&format!(
            "alter table letter add constraint not_gus check (kind <> 'message' or person_id <> '{}')",
            gus.id
        ))
        .await;
    let (job, page) = write_to_all(&ada, WORDS).await;
    ada.submit(page.form(&format!("{job}/start"))).await.leads_to(&job);
    portal.until_none("job where done_at is null").await;
    ada.get(&job).await.says("Done: 1").says("Not done: 1").says("it failed three times");

    let (job, page) = write_to_all(&ada, WORDS).await;
    let begin = page.form(&format!("{job}/start"));
    portal
        .tell(
            "create function not_now() returns trigger language plpgsql as $$ begin
                   update person set deactivated_at = now() where email_key = 'ada@harbor.example'; return new; end $$;
                 create trigger not_now after update of begun_at on job for each row execute function not_now()",
        )
        .await;
    ada.submit(begin).await.leads_to(&job);
    portal.until_none("job where done_at is null").await;
    assert_eq!(portal.count("letter where kind = 'message'").await, 1);
    assert_eq!(portal.count("job_item where reason = 'out-of-reach'").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_and_a_follow_up_go_into_each_chosen_record() {
    let portal = Portal::open().await;
    let (ada, eve, gus) = (portal.ada().await, portal.eve().await, portal.gus().await);
    let traces = "audit where action in ('note.written', 'follow-up.planned')";
    let before = portal.count(traces).await;
    let chosen = ada.submit(ada.get("/caseload").await.form(CHOOSE).fill("all", "on")).await.is(303).location();
    for (of, fields) in [
        ("notes", [("body", "Talked at the open day"), ("level", "restricted")]),
        ("follow-ups", [("words", "Ask for the transcript"), ("due_on", "2099-01-02")]),
        ("follow-ups", [("words", "Ask for the transcript"), ("due_on", "tomorrow")]),
    ] {
        let path = format!("{chosen}/{of}");
        let mut form = ada.get(&path).await.is(200).form(&path);
        for (name, value) in fields {
            form = form.fill(name, value);
        }
        // Next week, whatever day it is.
        let next_week = portal.text("select (current_date + 7)::text").await;
        form = if of == "follow-ups" && fields[1].1 != "tomorrow" { form.fill("due_on", next_week) } else { form };
        let written = ada.submit(form).await;
        if fields[1].1 == "tomorrow" {
            written.is(422).says("Enter the day as year, month and day").says("Ask for the transcript");
            continue;
        }
        let job = written.is(303).location();
        let page = ada.get(&job).await;
        page.says(fields[0].1).says("For whom").says("Eve Hart");
        ada.submit(page.form(&format!("{job}/start"))).await.leads_to(&job);
        portal.until_none("job where done_at is null").await;
        ada.get(&job).await.says("Done: 2").says("Gus Lind");
    }
    for student in [&eve, &gus] {
        ada.get(student.notes_path()).await.says("Talked at the open day");
        ada.get(format!("{}/follow-ups", student.path())).await.says("Ask for the transcript");
    }
    assert_eq!(portal.count(traces).await - before, 4);
}
