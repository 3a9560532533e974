//! The editor's desk for the questions: a draft from any version, its faults at their place, tried before it is given to
//! students, and never changed afterwards.

use diesel_async::SimpleAsyncConnection as _;
use signpost::model::questionnaire::impact::Impact;

use crate::support::{Portal, Visitor, cluster, worked};

const LIST: &str = "/admin/questionnaires";

/// Sam's draft of the version in force: its address.
async fn drafted(sam: &Visitor) -> String {
    let page = sam.submit(sam.get(LIST).await.form(LIST)).await;
    let path = page.location().split('?').next().unwrap().to_owned();
    assert!(path.starts_with(LIST), "{path}");
    path
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_put_right_tried_and_given_to_students_who_begin_now() {
    let portal = Portal::open().await;
    let (sam, finn, gus) = (portal.sam().await, portal.finn().await, portal.gus().await);
    sam.get(LIST).await.says("Version 1").says("Students get it").says("24");
    let draft = drafted(&sam).await;
    sam.get(&draft).await.says("Questions version 2").says("Made from version 1").says("Nothing is wrong");

    // Another key: the dimension is out of balance, and the page says so where it is put right.
    let part = format!("{draft}/parts/1");
    let form = sam.get(&part).await.is(200).says("Guiar a un equipo").form(&part);
    let other = if form.value("key-q01") == Some("1") { "-1" } else { "1" };
    let form = form.fill("key-q01", other).fill("text-q01", "Sort out what a table of numbers means.");
    sam.submit(form).await.leads_to(&part);
    sam.get(&part).await.says("ANALYZE has 1 questions for HI and 3 for HIM.");
    let page = sam.get(&draft).await;
    page.says("Cannot be published yet").says("ANALYZE has 1 questions for HI").says("q01 counts for HIM now.");
    page.says("The English changed, and the Spanish did not.").says("Question 1: “Sort out what a table");
    assert!(page.links().contains(&format!("{draft}/scoring#weight-ANALYZE")));
    sam.submit(page.form(&format!("{draft}/publication"))).await.is(409).says("It was not published");

    // Put right, with one question more in each language and heavier weights.
    let form = sam.get(&part).await.form(&part).fill("key-q01", if other == "1" { "-1" } else { "1" });
    sam.submit(form.fill("text-new", "").fill("es-q01", "Ordenar lo que dice una tabla.")).await.leads_to(&part);
    let scoring = format!("{draft}/scoring");
    let form = sam.get(&scoring).await.form(&scoring);
    sam.submit(form.clone().fill("weight-LEAD", "11")).await.is(422).says("Enter a whole number from 1 to 10");
    sam.submit(form.clone().fill("clear", "20")).await.is(422).says("A clear result must begin at more points");
    let form = form.fill("lean", "70").fill("clear", "90").fill("stem", "How gladly would you…");
    sam.submit(form.clone()).await.leads_to(&scoring);
    // Somebody else had it open: nothing is put over, and what was typed is kept.
    let late = sam.submit(form.fill("lean", "75")).await;
    late.is(409).says("Somebody saved this draft while you wrote.");
    assert_eq!(late.form(&scoring).value("lean"), Some("75"));

    // Eve (HIM, clear) would be too close to call, Hana stays what she is; nobody's result moves by trying.
    let page = sam.get(&draft).await;
    page.says("P02, Ben").says("HIM, clear (62 toward HIM)").says("Too close to call (62 toward HIM)");
    sam.press(format!("{draft}/impact")).await.is(303);
    portal.until_none("impact where done_at is null").await;
    let page = sam.get(&draft).await;
    page.says("It would flip 1 of 2 results.").says("HIM, clear Too close to call 1");
    let eve = portal.eve().await;
    eve.get("/results").await.says("Health information management is the better fit so far");

    sam.submit(page.form(&format!("{draft}/publication"))).await.leads_to(&draft);
    sam.get(LIST).await.says("Version 2").says("Retired");
    sam.get(&part).await.is(404);
    finn.get("/questions/3").await.says("How much would you like to…");
    finn.answer_all(&worked::example("P06").said()).await.is(200);
    finn.get(finn.hand_in().await).await.says("Questions version 1");
    let page = gus.get("/questions/1").await;
    page.says("How gladly would you…").says("Sort out what a table of numbers means.");
    for action in ["drafted", "edited", "tried", "published"] {
        assert!(portal.count(&format!("audit where action = 'questionnaire.{action}'")).await > 0, "{action}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_come_move_and_go_and_keep_their_names() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let draft = drafted(&sam).await;
    let part = format!("{draft}/parts/4");
    let form = sam.get(&part).await.form(&part);
    sam.submit(form.clone().fill("text-q19", " ")).await.is(422).says("Write the words");
    let form =
        form.fill("remove-q24", "on").fill("text-new", "Write plain words about a record.").fill("part-q19", "5");
    sam.submit(form.fill("es-new", "Escribir con palabras claras.")).await.leads_to(&part);
    let items =
        "select name || ' ' || part || ' ' || position from item join questionnaire q on q.id = questionnaire_id
                 where q.number = 2 and part > 3 order by position";
    let expected = ["q20 4 19", "q21 4 20", "q22 4 21", "q23 4 22", "q25 4 23", "q19 5 24"];
    assert_eq!(portal.texts(items).await, expected);
    sam.get(&draft).await.says("q24 is gone").says("q25 is new").says("Escribir con palabras claras.");
    // A draft of a draft says what that one says; then both go.
    let form = sam.get(&draft).await.form(LIST);
    let second = sam.submit(form.clone()).await.location();
    assert_eq!(sam.submit(form).await.location(), second, "the same form makes one draft");
    let second = second.split('?').next().unwrap().to_owned();
    sam.get(&second).await.says("Questions version 3").says("Made from version 1").says("q25 is new");
    let end = format!("{second}/end");
    sam.press(&end).await.is(422);
    sam.submit(sam.get(&end).await.form(&end).fill("meant", "on")).await.leads_to(LIST);
    sam.get(&second).await.is(404);
    // The version in force retires only when it is meant, and whoever has begun goes on.
    let one = portal.text("select id::text from questionnaire where number = 1").await;
    let end = format!("{LIST}/{one}/end");
    sam.submit(sam.get(&end).await.says("Nobody can begin").form(&end).fill("meant", "on")).await.leads_to(LIST);
    portal.gus().await.get("/questions").await.says("The questions are not ready yet");
    portal.finn().await.get("/questions").await.leads_to("/questions/3");
}

/// What nobody may do to a version that was published, its owner no more than the application.
const REFUSED: &[&str] = &[
    "update questionnaire set lean = 1 where status = 'published'",
    "update questionnaire set status = 'draft' where status = 'published'",
    "update questionnaire set status = 'retired', number = 7 where status = 'published'",
    "delete from questionnaire where status = 'published'",
    "update item set key = -key where name = 'q01'",
    "delete from item where name = 'q24'",
    "insert into item select questionnaire_id, 'q99', 99, 4, dimension, 1, 'One more' from item where name = 'q01'",
    "update dimension set weight = 9",
    "delete from dimension",
    "update anchor set label = 'Never' where position = 1",
    "delete from item_translation where name = 'q01'",
    "update item_translation set text = 'Otra cosa'",
];

#[tokio::test(flavor = "multi_thread")]
async fn the_database_changes_no_version_that_was_published_for_anybody() {
    let portal = Portal::open().await;
    for url in [portal.application_url(), portal.database_url().to_owned()] {
        let mut conn = cluster::connect(&url).await;
        for statement in REFUSED {
            let error = conn.batch_execute(statement).await.expect_err(statement).to_string();
            assert!(error.contains("do not change") || error.contains("does not change"), "{statement}: {error}");
        }
    }
    portal.tell("update questionnaire set status = 'retired' where status = 'published'").await;
    assert_eq!(portal.count("item where name = 'q99' or key not in (1, -1)").await, 0);
}

/// Results as many as a school has in some years, made of Eve's and Hana's.
const MANY: &str = "do $$ begin
    set local session_replication_role = replica;
    insert into result (id, attempt_id, student_id, questionnaire_id, catalog_id, scoring, outcome, reason, flags, points,
                        hi, him, answered, item_count, contributions, profile, created_at)
    select gen_random_uuid(), gen_random_uuid(), student_id, questionnaire_id, catalog_id, scoring, outcome, reason, flags,
           points, hi, him, answered, item_count, contributions, profile, created_at
      from result, generate_series(1, 600);
end $$";

#[tokio::test(flavor = "multi_thread")]
async fn a_trial_goes_on_in_steps_and_begins_anew_when_the_draft_is_saved() {
    let mut portal = Portal::open().await;
    portal.tell(MANY).await;
    let sam = portal.sam().await;
    let draft = drafted(&sam).await;
    portal.stop().await;
    let beside = portal.open_beside();
    let sam = beside.sam().await;
    sam.press(format!("{draft}/impact")).await.is(303);
    // 1,202 results are three steps, whoever makes them.
    portal.until_none("impact where done_at is null").await;
    let counted = "select done || ' of ' || results || ', ' || (moves ->> 'HIM_CLEAR>HIM_CLEAR') from impact";
    assert_eq!(portal.text(counted).await, "1202 of 1202, 601");
    sam.get(&draft).await.says("It would flip 0 of 1202 results.");
    let scoring = format!("{draft}/scoring");
    sam.submit(sam.get(&scoring).await.form(&scoring).fill("clear", "50")).await.leads_to(&scoring);
    sam.get(&draft).await.says("The draft was saved since it was tried.");
    let mut conn = portal.database().await;
    assert!(!Impact::go_on(&mut conn).await.unwrap(), "nothing is left to do");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_outlives_a_question_that_a_colleague_took_out() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let draft = drafted(&sam).await;
    let part = format!("{draft}/parts/1");
    let mine = sam.get(&part).await.form(&part).fill("text-q01", "Words that took an hour.");
    let theirs = sam.get(&part).await.form(&part).fill("remove-q01", "on").fill("text-q02", "Theirs.");
    sam.submit(theirs).await.leads_to(&part);
    let page = sam.submit(mine).await;
    page.is(409).says("Somebody saved this draft while you wrote").says("Words that took an hour.");
    // A form without its dimensions takes none out.
    let scoring = format!("{draft}/scoring");
    let seen = sam.get(&scoring).await.form(&scoring).value("seen").unwrap().to_owned();
    sam.post(&scoring, [("seen", seen.as_str()), ("stem", "How?"), ("lean", "20"), ("clear", "44")]).await.is(422);
    // A part that went with its last question: what was typed comes last.
    let last = format!("{draft}/parts/4");
    let form = sam.get(&last).await.form(&last);
    let questions: Vec<_> = portal
        .texts(&format!(
            "select name from item where part = 4 and questionnaire_id = '{}'",
            draft.rsplit('/').next().unwrap()
        ))
        .await;
    let mine = form.clone().fill(&format!("text-{}", questions[0]), "An hour of mine, too.");
    let theirs = questions.iter().fold(form, |form, name| form.fill(&format!("remove-{name}"), "on"));
    sam.submit(theirs).await.is(303);
    sam.submit(mine).await.is(409).says("An hour of mine, too.");
}
