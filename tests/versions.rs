//! Versions of the questionnaire: what was begun goes on, new ones are made on the newest, and no page knows how many
//! questions there are.

use signpost::model::{
    id::QuestionnaireId,
    questionnaire::{Version, sheet::Sheet},
};

use crate::support::{Portal, worked};

fn default_sheet() -> Sheet {
    serde_json::from_str(include_str!("../src/seed/content/questionnaire.json")).unwrap()
}

/// Eight questions in two parts, on four topics, with bands to fit.
fn small_sheet() -> Sheet {
    let mut sheet = default_sheet();
    let topics = ["ANALYZE", "LEAD", "TECH", "IMPACT"];
    sheet.dimensions.retain(|one| topics.contains(&one.code.as_str()));
    sheet.items.retain(|item| topics.contains(&item.dimension.as_str()) && item.part <= 2);
    for (item, number) in sheet.items.iter_mut().zip(1..) {
        item.position = number;
        item.part = if number <= 4 { 1 } else { 2 };
        item.name = format!("s{number}");
    }
    let limits = &mut sheet.thresholds;
    (limits.lean, limits.clear, limits.min_answered) = (8, 18, 6);
    (limits.low_variation_same, limits.many_unsure) = (8, 2);
    sheet
}

async fn publish(portal: &Portal, number: i32, sheet: &Sheet) -> QuestionnaireId {
    assert!(sheet.faults().is_empty(), "{:?}", sheet.faults());
    let mut conn = portal.database().await;
    let id = Version::draft(number, sheet, &mut conn).await.unwrap();
    Version::publish(id, sheet, &mut conn).await.unwrap();
    id
}

async fn version_of(portal: &Portal, student: uuid::Uuid) -> Vec<String> {
    let numbers = "select number::text from attempt join questionnaire on questionnaire.id = questionnaire_id";
    portal.texts(&format!("{numbers} where student_id = '{student}' order by started_at")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_begun_goes_on_with_its_version_and_a_fresh_student_gets_the_new_one() {
    let portal = Portal::open().await;
    let (finn, gus) = (portal.finn().await, portal.gus().await);
    let mut sheet = default_sheet();
    sheet.stem = "How gladly would you…".to_owned();
    publish(&portal, 2, &sheet).await;

    finn.get("/questions/3").await.says("How much would you like to…").says_not("How gladly");
    finn.answer_all(&worked::example("P06").said()).await.is(200);
    let result = finn.hand_in().await;
    finn.get(&result).await.says("Questions version 1").says("Health informatics is the better fit so far");

    gus.get("/questions/1").await.says("How gladly would you…");
    gus.save_part(1, &[("q01", "1")]).await.leads_to("/questions/2");
    assert_eq!(version_of(&portal, gus.id).await, ["2"]);
    // Finn's retake is made on the new one.
    finn.press("/attempts").await.leads_to("/questions");
    assert_eq!(version_of(&portal, finn.id).await, ["1", "2"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_result_keeps_its_own_words_whatever_is_published_since() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let list = eve.get("/results").await;
    let path = list.links().into_iter().find(|link| link.starts_with("/results/")).unwrap();
    portal.letter_becomes(eve.email, "accepted").await;
    let before = eve.get(&path).await.text();
    let mut sheet = default_sheet();
    sheet.stem = "How gladly would you…".to_owned();
    for item in &mut sheet.items {
        item.text = format!("Otherwise: {}", item.text);
    }
    for dimension in &mut sheet.dimensions {
        (dimension.hi_pole, dimension.him_pole) = ("One end".to_owned(), "Another end".to_owned());
    }
    (sheet.thresholds.lean, sheet.thresholds.clear) = (70, 90);
    publish(&portal, 2, &sheet).await;
    // A new catalog, too: other programs, and twice as long.
    portal
        .tell(
            "insert into catalog select gen_random_uuid(), 2, 'draft', effective, 10, now(), null from catalog;
             insert into program (catalog_id, slug, position, field, title, award, entry, credits, summary, leads_to,
                                  length, cost_note, entry_note, disclosure_status, disclosure_text)
             select (select id from catalog where number = 2), slug, position, field, 'New ' || title, award, entry,
                    2 * credits, summary, leads_to, length, cost_note, entry_note, disclosure_status, disclosure_text
             from program;
             update catalog set status = 'retired' where number = 1;
             update catalog set status = 'published' where number = 2",
        )
        .await;
    assert_eq!(eve.get(&path).await.text(), before);
    // What she answers now is asked, scored and measured by what is in force now.
    eve.press("/attempts").await.leads_to("/questions");
    eve.answer_all(&worked::example("P02").said()).await.is(200);
    let page = eve.get(eve.hand_in().await).await;
    page.says("Questions version 2").says("Too close to call").says("New Associate’s").says("How gladly would you…");
    page.says("24 questions are new or asked in other words, so they are not compared.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_was_open_when_its_version_retired_still_begins_on_it() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let page = gus.get("/questions/1").await;
    publish(&portal, 2, &small_sheet()).await;
    gus.submit(page.form("/questions/1").fill("q06", "2")).await.leads_to("/questions/2");
    gus.get("/questions/2").await.says("1 of 24 answered");
    assert_eq!(version_of(&portal, gus.id).await, ["1"]);
    // A value for a question of the other version is refused.
    gus.save_part(2, &[("s1", "1")]).await.is(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_nothing_to_begin_on() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let draft = Version::draft(9, &small_sheet(), &mut portal.database().await).await.unwrap();
    let id = draft.to_string();
    gus.post("/questions/1", [("questionnaire", id.as_str()), ("s1", "1")]).await.is(404);
    assert!(version_of(&portal, gus.id).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_published_version_the_page_says_so() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    portal.tell("update questionnaire set status = 'retired'").await;
    gus.get("/questions").await.is(200).says("The questions are not ready yet");
    gus.get("/questions/1").await.is(404);
    // Finn is in the middle: he goes on.
    portal.finn().await.get("/questions").await.leads_to("/questions/3");
}

#[tokio::test(flavor = "multi_thread")]
async fn eight_questions_in_two_parts_are_walked_from_the_first_to_the_result() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let sheet = small_sheet();
    publish(&portal, 2, &sheet).await;
    gus.get("/questions/1").await.says("Part 1 of 2").says("questions 1 to 4").says("0 of 8 answered");
    gus.get("/questions/3").await.is(404);
    let said: Vec<_> = sheet
        .items
        .iter()
        .map(|item| (item.name.clone(), if item.key.sign() > 0 { "2" } else { "-2" }.to_owned()))
        .collect();
    let check = gus.answer_all(&said[..5]).await;
    check.says("5 of 8 answered").says("One more answer is needed for a result.").says("Answer question 6");
    gus.get("/questions").await.leads_to("/questions/check");
    let last = gus.get("/questions/2?from=check").await;
    let mut form = last.form("/questions/2");
    for (name, value) in &said[5..] {
        form = form.fill(name, value);
    }
    gus.submit(form).await.leads_to("/questions/check");
    gus.get("/questions/check").await.says("8 of 8 answered").says("Part 2: questions 5 to 8");

    let result = gus.get(gus.hand_in().await).await;
    result.says("Health informatics is the better fit so far").says("40 points went toward health informatics");
    result.says("Each side can get up to 40. You answered all 8 questions.").says("See all 8 answers and their points");
    result.says("Questions version 2").says_not("24 answers").says_not("24 questions");
    let letter = portal.letter_to(gus.email).await;
    letter.says("40 points toward HI and 0 toward HIM.");
}
