//! Colleagues at one draft: whoever writes another part of it is in nobody's way, and where two wrote the same part, each
//! reads what the other one saved beside what they typed.

use crate::support::{Portal, Visitor};

const PROGRAMS: &str = "/admin/programs";
const QUESTIONS: &str = "/admin/questionnaires";

/// A draft of the version in force: its address.
async fn drafted(sam: &Visitor, list: &str) -> String {
    let page = sam.submit(sam.get(list).await.form(list)).await;
    page.location().split('?').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_writes_the_same_program_is_in_the_way() {
    let portal = Portal::open().await;
    let (sam, also_sam) = (portal.sam().await, portal.sam().await);
    let draft = drafted(&sam, PROGRAMS).await;
    let door = format!("{draft}/programs/bachelor-health-informatics");
    let other = format!("{draft}/programs/master-health-informatics");
    let form = also_sam.get(&door).await.form(&door);
    let mine = form.clone().fill("title", "Words of mine").fill("credits", "170").fill("do", "save");
    let beside = also_sam.get(&other).await.form(&other).fill("title", "Another one").fill("do", "save");
    let theirs = sam.get(&door).await.form(&door).fill("title", "Words of theirs").fill("do", "save");
    sam.submit(theirs.clone()).await.leads_to(&draft);
    sam.submit(theirs).await.leads_to(&draft);
    also_sam.submit(beside).await.leads_to(&draft);

    let page = also_sam.submit(mine).await;
    page.is(409).says("Somebody saved this draft while you wrote").says("Theirs: Words of theirs");
    assert_eq!(page.form(&door).value("title"), Some("Words of mine"));
    // What they did not see they do not take out; what they saw they may write over.
    also_sam.submit(form.fill("do", "remove")).await.is(409).says("Theirs: Words of theirs");
    also_sam.submit(page.form(&door).fill("do", "save")).await.leads_to(&draft);
    let titles = "select string_agg(title, ', ' order by position) from program join catalog on catalog.id = catalog_id
                   where number = 2 and slug in ('bachelor-health-informatics', 'master-health-informatics')";
    let titles = portal.text(titles).await;
    assert!(titles.contains("Words of mine") && titles.contains("Another one"), "{titles}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_program_is_made_once_and_a_ladder_is_written_beside_another() {
    let portal = Portal::open().await;
    let (sam, also_sam) = (portal.sam().await, portal.sam().await);
    let draft = drafted(&sam, PROGRAMS).await;
    let new = format!("{draft}/programs/new");
    let words = ["title", "summary", "entry_note", "length", "cost_note", "leads_to", "disclosure_text"];
    let form = words.into_iter().fold(sam.get(&new).await.form(&new), |form, name| form.fill(name, "Night school"));
    let choices =
        [("field", "him"), ("award", "associate"), ("entry", "hs"), ("disclosure_status", "pass"), ("credits", "90")];
    let form = choices.into_iter().fold(form, |form, (name, value)| form.fill(name, value)).fill("do", "save");
    // What is said of an accreditation is not lost with its body, and no disclosure is of a day to come.
    let wrong = form.clone().fill("scope-new", "Certificates").fill("disclosure_as_of", "2199-01-01");
    let page = sam.submit(wrong).await;
    page.is(422).says("Enter the body").says("Enter a day that is not in the future");
    assert_eq!(page.form(&new).value("scope-new"), Some("Certificates"));

    let links = sam.get(&draft).await.links();
    let ladder = links.into_iter().find(|link| link.contains("/ladders/") && !link.ends_with("/new")).unwrap();
    let steps = also_sam.get(&ladder).await.form(&ladder);
    sam.submit(form.clone()).await.leads_to(&draft);
    sam.submit(form).await.leads_to(&draft);
    assert_eq!(portal.count("program where title = 'Night school'").await, 1);
    let mine = steps.clone().fill("note", "A note of mine.").fill("do", "save");
    also_sam.submit(mine.clone()).await.leads_to(&draft);
    let late = sam.submit(steps.fill("note", "A late note.").fill("do", "save")).await;
    late.is(409).says("Theirs: A note of mine.");
    assert_eq!(late.form(&ladder).value("note"), Some("A late note."));
    also_sam.submit(mine).await.leads_to(&draft);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_writes_the_same_questions_is_in_the_way() {
    let portal = Portal::open().await;
    let (sam, also_sam) = (portal.sam().await, portal.sam().await);
    let draft = drafted(&sam, QUESTIONS).await;
    let [one, two, scoring] = ["parts/1", "parts/2", "scoring"].map(|part| format!("{draft}/{part}"));
    let first = also_sam.get(&one).await.form(&one);
    let second = also_sam.get(&two).await.form(&two);
    let scale = also_sam.get(&scoring).await.form(&scoring);
    let theirs = sam.get(&one).await.form(&one).fill("text-q01", "Theirs to read.");
    sam.submit(theirs.clone()).await.leads_to(&one);
    sam.submit(theirs).await.leads_to(&one);
    also_sam.submit(second.fill("text-q07", "Mine to read.")).await.leads_to(&two);
    also_sam.submit(scale.clone().fill("stem", "How gladly would you…")).await.leads_to(&scoring);

    let page = also_sam.submit(first.fill("text-q01", "Mine, an hour long.")).await;
    page.is(409).says("q01, English Theirs: Theirs to read.").says_not("q02, English");
    assert_eq!(page.form(&one).value("text-q01"), Some("Mine, an hour long."));
    also_sam.submit(page.form(&one)).await.leads_to(&one);
    let page = sam.submit(scale.fill("stem", "How?")).await;
    page.is(409).says("Every question begins with Theirs: How gladly would you…");
    let texts =
        "select string_agg(text, ' ' order by position) from item join questionnaire q on q.id = questionnaire_id
                  where number = 2 and name in ('q01', 'q07')";
    assert_eq!(portal.text(texts).await, "Mine, an hour long. Mine to read.");

    // Two questions that ask the same, whatever their case and spaces, are not given to students.
    let form = sam.get(&one).await.form(&one).fill("text-q02", "MINE,  an hour long.");
    sam.submit(form).await.leads_to(&one);
    let page = sam.get(&draft).await;
    page.says("Cannot be published yet").says("q01 and q02 ask the same");
    sam.submit(page.form(&format!("{draft}/publication"))).await.is(409).says("It was not published");
}
