//! The advisor's desk: the queue, advice on a result, taking a student.

use crate::support::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn the_queue_holds_ones_own_students_and_a_lead_has_all() {
    let portal = Portal::open().await;
    let ada = portal.ada().await.get("/caseload").await;
    ada.says("Eve Hart")
        .says("Gus Lind")
        .says("Plan agreed")
        .says("Not started")
        .says_not("Hana Sato")
        .says_not("Finn Reyes");
    let bo = portal.bo().await.get("/caseload").await;
    bo.says("Hana Sato").says("Close call").says("Finn Reyes").says("In progress").says_not("Eve Hart");
    let lee = portal.lee().await.get("/caseload").await;
    for name in ["Eve Hart", "Gus Lind", "Hana Sato", "Finn Reyes"] {
        lee.says(name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stale_cursor_gives_the_first_page_and_says_so() {
    let portal = Portal::open().await;
    let ada = portal.ada().await;
    ada.get("/caseload?after=nonsense").await.is(200).says("Eve Hart").says("The list has changed since");
    ada.get("/caseload?view=nonsense").await.is(200).says("Eve Hart").says("left out a part of the address");
}

#[tokio::test(flavor = "multi_thread")]
async fn advice_that_differs_needs_a_reason_and_never_changes_the_result() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let form = || async { ada.get(eve.advice_path()).await.form(&eve.advice_path()).fill("verdict", "hi") };
    let refused = ada.submit(form().await.fill("reason", "").fill("words", "Look at informatics too.")).await;
    refused.is(422).says("Choose a reason").says("Look at informatics too.");
    let given = form().await.fill("reason", "experience").fill("words", "Look at informatics too.");
    ada.submit(given).await.leads_to(eve.path());

    let list = eve.get("/results").await;
    let result = list.links().into_iter().find(|link| link.starts_with("/results/")).unwrap();
    let page = eve.get(result).await;
    page.says("Your advisor suggests health informatics").says("Look at informatics too.").says("Ada Bell");
    page.says("Health information management is the better fit so far").says("64 − 2 = 62.");
    ada.get("/caseload").await.says("Changed by you");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unassigned_student_is_taken_once() {
    let portal = Portal::open().await;
    let (ada, bo, gus) = (portal.ada().await, portal.bo().await, portal.gus().await);
    portal.tell(&format!("update assignment set until = now() where student_id = '{}'", gus.id)).await;
    portal.tell(&format!("update student set advisor_id = null where person_id = '{}'", gus.id)).await;
    bo.get("/caseload?view=unassigned").await.says("Gus Lind");
    let door = format!("{}/assignment", gus.path());
    bo.press(&door).await.leads_to(gus.path());
    ada.press(&door).await.is(404);
    bo.get("/caseload").await.says("Gus Lind");
    assert_eq!(portal.count(&format!("assignment where student_id = '{}' and until is null", gus.id)).await, 1);
}
