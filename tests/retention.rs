//! What goes by itself when its time is over, and what does not.

use diesel_async::SimpleAsyncConnection as _;
use signpost::model::chore::{self, Chore};
use uuid::Uuid;

use crate::support::{Portal, days, hours, minutes};

#[tokio::test(flavor = "multi_thread")]
async fn a_student_whose_time_is_over_is_erased_by_itself_and_the_others_stay() {
    let portal = Portal::open().await;
    portal.until_none("letter where state <> 'accepted'").await;
    portal.later(days(5 * 366)).await;
    // Finn came back just now; Bo wrote about Hana last month.
    let (finn, bo) = (portal.finn().await, portal.bo().await);
    let hana = portal.hana().await;
    let form = bo.get(hana.notes_path()).await.form(&hana.notes_path());
    bo.submit(form.fill("body", "She will call").fill("level", "advisors")).await.is(303);
    portal.tell("update person set last_seen_at = now() - interval '6 years' where full_name = 'Hana Sato'").await;
    let eve = portal.id_of("eve@students.harbor.example").await;
    portal.wind().await;

    let left = portal.texts("select full_name from person where role = 'student' order by 1").await;
    assert_eq!(left, ["Finn Reyes", "Hana Sato"]);
    assert_eq!(portal.count("person where role <> 'student'").await, 4, "staff stay");
    finn.get("/home").await.is(200);
    let trace = format!("audit where action = 'student.erased' and student_id = '{eve}' and actor_id is null");
    assert_eq!(portal.count(&trace).await, 1);
    assert_eq!(portal.text("select outcome || count from erased_outcome").await, "HIM_CLEAR1");
    assert_eq!(
        portal
            .text("select students::text from desk join person on person.id = advisor_id where full_name = 'Ada Bell'")
            .await,
        "0"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_before_its_time_nothing_goes() {
    let portal = Portal::open().await;
    portal.tell("update setting set keep_students_months = 12").await;
    portal.later(days(364 - 12)).await;
    portal.wind().await;
    assert_eq!(portal.count("person where role = 'student'").await, 4);
    portal.later(days(3)).await;
    portal.wind().await;
    // Eve and Hana got a note or a result later than they came.
    assert_eq!(portal.texts("select full_name from person where role = 'student' order by 1").await, ["Eve Hart"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_its_student_waits_to_see_is_not_destroyed() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let path = "/account/data/requests/notes";
    gus.submit(gus.get(path).await.form(path)).await.leads_to("/account/data");
    portal.later(days(6 * 366)).await;
    portal.wind().await;
    assert_eq!(portal.texts("select full_name from person where role = 'student'").await, ["Gus Lind"]);
    portal.tell("update data_request set withdrawn_at = now()").await;
    portal.later(days(1)).await;
    portal.wind().await;
    assert_eq!(portal.count("person where role = 'student'").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_links_and_counts_that_ended_are_cleared_away() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    gus.post("/password/forgot", [("email", gus.email)]).await.is(303);
    portal
        .visitor()
        .post("/sign-in", [("email", "nobody@harbor.example"), ("password", "wrong wrong wrong")])
        .await
        .is(422);
    portal
        .tell(&format!(
            "insert into half_sign_in (hash, person_id, verified, owes) values (sha256('a'), '{0}', 'x', 'factor');
             insert into email_change (id, person_id, old_email, old_key, new_email, new_key, done_at)
             values (gen_random_uuid(), '{0}', 'old@x.example', 'old@x.example', 'new@x.example', 'new@x.example', now())",
            gus.id
        ))
        .await;
    let kinds = ["session", "token", "throttle", "half_sign_in", "email_change"];
    for kind in kinds {
        assert!(portal.count(kind).await > 0, "there is no {kind} to begin with");
    }
    portal.wind().await;
    for kind in kinds {
        assert!(portal.count(kind).await > 0, "a {kind} that is still good was cleared away");
    }
    portal.later(days(31)).await;
    portal.wind().await;
    for kind in kinds {
        assert_eq!(portal.count(kind).await, 0, "a {kind} is left over");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_goes_ninety_days_after_it_was_touched_last() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    ada.get("/drafts").await.says("ninety days");
    ada.post(format!("{}/drafts", eve.path()), [("body", "Call her")]).await.is(303);
    portal.later(days(89)).await;
    portal.wind().await;
    assert_eq!(portal.count("draft").await, 1);
    portal.later(days(2)).await;
    portal.wind().await;
    assert_eq!(portal.count("draft").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_that_nobody_confirms_goes_with_its_letter() {
    let portal = Portal::open().await;
    let form =
        [("name", "Ivy Moon"), ("email", "Ivy@students.harbor.example"), ("password", "seven quiet green bottles")];
    portal.visitor().post("/register", form).await.leads_to("/register/sent");
    portal.letter_to("ivy@students.harbor.example").await.says("Confirm your email address");
    portal.later(days(6)).await;
    portal.wind().await;
    assert_eq!(portal.count("registration").await, 1);
    portal.later(days(2)).await;
    portal.wind().await;
    assert_eq!(portal.count("registration").await, 0);
    assert_eq!(portal.letters_to("ivy@students.harbor.example").await, 0);
    portal.until_none("shred").await;
    assert_eq!(files_with(&portal, "ivy@students"), 0, "the copy in the folder goes too");
}

#[tokio::test(flavor = "multi_thread")]
async fn old_letters_lose_their_words_and_stay_as_lines() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    portal.letter_becomes(eve.email, "accepted").await;
    portal.wind().await;
    let words = format!("letter where person_id = '{}' and body_text is not null", eve.id);
    assert_eq!((portal.count(&words).await, files_with(&portal, "Eve Hart")), (1, 1));
    portal.later(days(2 * 366)).await;
    portal.wind().await;
    assert_eq!((portal.count(&words).await, portal.letters_to(eve.email).await), (0, 1));
    portal.until_none("shred").await;
    assert_eq!(files_with(&portal, "Eve Hart"), 0);
    let eve = portal.eve().await;
    eve.get("/account/data/copy.html").await.says("were taken out because the letter is old");
    portal
        .ada()
        .await
        .get(format!("{}/letters", eve.path()))
        .await
        .says("Result letter")
        .says("Accepted by the mail server");
}

/// How many letters in the folder hold these words.
fn files_with(portal: &Portal, words: &str) -> usize {
    let Ok(files) = std::fs::read_dir(portal.letters_folder()) else { return 0 };
    files.filter(|file| std::fs::read_to_string(file.as_ref().unwrap().path()).unwrap().contains(words)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chore_that_was_done_waits_until_it_is_due_again() {
    let portal = Portal::open().await;
    portal.wind().await;
    portal.tell("insert into token (id, purpose, hash, email_key, expires_at) values (gen_random_uuid(), 'reset', sha256('x'), 'x', now() - interval '2 days')").await;
    portal.wind().await;
    assert_eq!(portal.count("token").await, 1, "nothing was due");
    portal.later(minutes(59)).await;
    portal.wind().await;
    assert_eq!(portal.count("token").await, 1);
    portal.later(minutes(1)).await;
    portal.wind().await;
    assert_eq!(portal.count("token").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_instances_one_does_a_chore_and_a_dead_one_blocks_nobody() {
    let portal = Portal::open().await;
    let (mut here, mut there) = (portal.database().await, portal.database().await);
    let (one, other) = (Uuid::now_v7(), Uuid::now_v7());
    chore::enlist(&mut here).await.unwrap();
    chore::enlist(&mut there).await.unwrap();
    let mut taken = Vec::new();
    while let Some(chore) = chore::take(one, &mut here).await.unwrap() {
        taken.push(chore);
    }
    assert_eq!(taken.len(), Chore::ALL.len());
    assert_eq!(chore::take(other, &mut there).await.unwrap(), None, "somebody is at each of them");
    assert!(!taken[0].go_on(other, &mut there).await.unwrap());
    // One is put down, one is done, the holder of the others dies.
    taken[0].put_down(one, &mut here).await.unwrap();
    assert_eq!(chore::take(other, &mut there).await.unwrap(), Some(taken[0]));
    taken[0].done(other, &mut there).await.unwrap();
    portal.later(minutes(6)).await;
    let mut again = Vec::new();
    while let Some(chore) = chore::take(other, &mut there).await.unwrap() {
        again.push(chore);
    }
    assert_eq!(again.len(), taken.len() - 1);
    assert!(!taken[1].go_on(one, &mut here).await.unwrap(), "the lease has gone to the other");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_student_who_cannot_be_erased_does_not_keep_the_others() {
    let portal = Portal::open().await;
    let eve = portal.id_of("eve@students.harbor.example").await;
    let mut conn = portal.database().await;
    conn.batch_execute(&format!(
        "create table holds_on (person_id uuid references person (id)); insert into holds_on values ('{eve}')"
    ))
    .await
    .unwrap();
    portal.later(days(6 * 366)).await;
    portal.wind().await;
    assert_eq!(portal.texts("select full_name from person where role = 'student'").await, ["Eve Hart"]);
    assert_eq!(portal.count(&format!("result where student_id = '{eve}'")).await, 1, "all or nothing of her");
    portal.later(hours(24)).await;
    conn.batch_execute("drop table holds_on").await.unwrap();
    portal.wind().await;
    assert_eq!(portal.count("person where role = 'student'").await, 0);
}
