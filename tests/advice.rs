//! An advisor's word on a result: the student sees both, and a letter says that there is one.

use crate::support::{Member, Page, Portal, worked};

const WORDS: &str = "Heron at the window";

async fn advise(advisor: &Member, student: &Member, verdict: &str, reason: &str, words: &str) -> Page {
    let form = advisor.get(student.advice_path()).await.form(&student.advice_path());
    advisor.submit(form.fill("verdict", verdict).fill("reason", reason).fill("words", words)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_says_that_there_is_advice_and_not_what_it_says() {
    let portal = Portal::open().await;
    let (bo, lee, hana) = (portal.bo().await, portal.lee().await, portal.hana().await);
    let letters = format!("letter where kind = 'advice-changed' and person_id = '{}'", hana.id);
    assert_eq!(portal.count(&letters).await, 0);

    advise(&bo, &hana, "hi", "credits", WORDS).await.leads_to(hana.path());
    let letter = portal.letter_to("hana@students.harbor.example").await;
    assert_eq!(letter.subject, "Bo Chen gave advice on your result");
    assert!(!letter.text.contains(WORDS) && !letter.html.contains(WORDS), "{}", letter.text);
    assert!(!letter.text.contains("informatics"), "{}", letter.text);
    let result = portal.text(&format!("select id::text from result where student_id = '{}'", hana.id)).await;
    assert!(letter.text.contains(&format!("/results/{result}")), "{}", letter.text);
    hana.get(format!("/results/{result}")).await.says(WORDS).says("Your credits").says("Too close to call");

    // The same once more tells nothing new.
    advise(&bo, &hana, "hi", "credits", WORDS).await.leads_to(hana.path());
    assert_eq!(portal.count(&letters).await, 1);

    // A lead may say something else; what stood before stays.
    advise(&lee, &hana, "either", "student_asked", "").await.leads_to(hana.path());
    assert_eq!(
        portal.letter_to("hana@students.harbor.example").await.subject,
        "Lee Park changed the advice on your result"
    );
    let page = bo.get(hana.advice_path()).await;
    page.says("What Hana reads").says("Your advisor says either one can work").says("Too close to call");
    page.says("Earlier advice on this result (2)").says(WORDS);
}

#[tokio::test(flavor = "multi_thread")]
async fn advice_without_its_letter_is_not_given() {
    let portal = Portal::open().await;
    let (bo, hana) = (portal.bo().await, portal.hana().await);
    portal.tell("alter table letter add constraint no_such_letters check (kind <> 'advice-changed')").await;
    advise(&bo, &hana, "agree", "", WORDS).await.is(500);
    assert_eq!(portal.count(&format!("advice where words = '{WORDS}'")).await, 0);
    assert_eq!(portal.count(&format!("audit where action = 'advice.given' and actor_id = '{}'", bo.id)).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn advice_that_was_given_while_one_wrote_is_read_before_ones_own_takes_its_place() {
    let portal = Portal::open().await;
    let (bo, lee, hana) = (portal.bo().await, portal.lee().await, portal.hana().await);
    let (first, second) =
        (bo.get(hana.advice_path()).await, lee.get(hana.path()).await.form(&hana.advice_path()).fill("verdict", "him"));
    let first = first.form(&hana.advice_path()).fill("verdict", "hi").fill("reason", "credits").fill("words", WORDS);
    bo.submit(first).await.leads_to(hana.path());
    let second = second.fill("reason", "other").fill("words", "Think of the night shifts");
    let page = lee.submit(second).await;
    page.is(409).says("Somebody gave other advice while you wrote").says("Given while you wrote").says(WORDS);
    assert_eq!(portal.count("advice where words = 'Think of the night shifts'").await, 0);
    let form = page.form(&hana.advice_path());
    assert_eq!((form.value("verdict"), form.value("words")), (Some("him"), Some("Think of the night shifts")));
    lee.submit(form).await.leads_to(hana.path());
    lee.get(hana.advice_path()).await.says("Think of the night shifts").says("Earlier advice on this result (1)");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_retake_starts_without_advice_and_the_older_result_keeps_its_own() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let first = portal.text(&format!("select id::text from result where student_id = '{}'", eve.id)).await;
    advise(&ada, &eve, "hi", "experience", WORDS).await.leads_to(eve.path());
    let before = ada.get(eve.advice_path()).await.form(&eve.advice_path());

    eve.submit(eve.get(format!("/results/{first}")).await.form("/attempts")).await.is(303);
    let second = eve.walk(&worked::example("P02")).await;
    eve.get(&second).await.is(200).says_not(WORDS);
    eve.get(format!("/results/{first}")).await.says(WORDS);
    ada.get(eve.advice_path()).await.says("Nothing yet").says_not(WORDS);

    // A form about the older result is not taken for one about the newer.
    let late = before.fill("verdict", "him").fill("reason", "other").fill("words", "Too late");
    ada.submit(late).await.is(422).says("A newer result has come in").says("Too late");
}
