//! What became of students: asked once by letter, answered by one tap, noted by advisors, added by lists, and counted.

use crate::support::{Portal, days};

const EVE: &str = "eve@students.harbor.example";

#[tokio::test(flavor = "multi_thread")]
async fn ninety_days_after_a_result_a_letter_asks_once_and_one_tap_answers() {
    let portal = Portal::open().await;
    let asked = "letter where kind = 'outcome-question'";
    portal.later(days(80)).await;
    portal.wind().await;
    assert_eq!(portal.count(asked).await, 0, "too early");
    portal.later(days(15)).await;
    portal.wind().await;
    portal.wind().await;
    portal.later(days(2)).await;
    portal.wind().await;
    assert_eq!(portal.count(&format!("{asked} and to_email = '{EVE}'")).await, 1);
    portal.letter_to(EVE).await.says("What did you choose?").says("/outcome");

    let eve = portal.eve().await;
    let page = eve.get("/outcome").await;
    page.is(200).says("I study health informatics");
    assert_eq!(portal.count("outcome").await, 0, "looking answers nothing");
    eve.submit(page.form("/outcome")).await.is(422).says("Choose one of the answers");
    let tap = page.form("/outcome").fill("way", "him");
    eve.submit(tap.clone()).await.leads_to("/outcome?done=outcome-told");
    eve.submit(tap).await.is(303);
    eve.get("/outcome").await.says("you told us: I study health information management");
    assert_eq!(portal.count("outcome where source = 'student' and way = 'him'").await, 1);
    assert_eq!(portal.count("audit where action = 'outcome.told'").await, 1);
    eve.get("/account/data/copy.html").await.says("I study health information management");
    portal.gus().await.get("/outcome").await.leads_to("/home");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_advisor_notes_it_a_list_adds_it_and_the_table_counts_it_with_its_interval() {
    let portal = Portal::open().await;
    let (sam, ada, bo, eve) = (portal.sam().await, portal.ada().await, portal.bo().await, portal.eve().await);
    let path = format!("{}/outcome", eve.path());
    bo.get(&path).await.is(404);
    let form = ada.get(&path).await.is(200).form(&path);
    ada.submit(form.clone().fill("on", "2999-01-01"))
        .await
        .is(422)
        .says("Choose one of the answers")
        .says("Enter the day");
    ada.submit(form.fill("way", "him")).await.is(303);
    ada.get(&path).await.says("Enrolled in health information management").says("noted by an advisor");
    ada.get("/reports/outcomes").await.is(200).says("Clear, HIM").says("100% (21 to 100%)");
    let record = ada.get(format!("{}?show=outcomes", eve.path())).await;
    record.says("Enrolled in health information management").says("noted by Ada Bell");
    // One student is too few for somebody who reaches no record.
    sam.get("/reports/outcomes").await.is(200).says("Fewer than 10").says_not("100%");

    let list = format!("email,outcome,date\n{EVE},HI,2026-01-02\nnobody@x.example,HI,2026-01-02\n{EVE},HIM,2026-01-03");
    let page = sam.submit(sam.get("/admin/outcomes").await.form("/admin/outcomes").fill("list", list.clone())).await;
    page.is(200).says("Write down 1 line").says("No student here has this address").says("stands in line 2");
    let write = page.form("/admin/outcomes");
    sam.submit(write.clone()).await.leads_to("/admin/outcomes?done=outcomes-noted");
    sam.submit(write).await.is(303);
    assert_eq!(portal.count("outcome where source = 'school' and way = 'hi' and told_on = '2026-01-02'").await, 1);
    let again = sam.submit(sam.get("/admin/outcomes").await.form("/admin/outcomes").fill("list", list)).await;
    again.says("Written down before").says("Nothing on this list would be written down");
    // From a spreadsheet or from another program: each line as it comes.
    for other in [format!("{EVE};HI;2026-01-02"), format!("email,outcome,date\n{EVE}\tHI\t2026-01-02")] {
        let list = sam.get("/admin/outcomes").await.form("/admin/outcomes").fill("list", other);
        sam.submit(list).await.is(200).says("Written down before");
    }
    let empty = sam.submit(sam.get("/admin/outcomes").await.form("/admin/outcomes")).await;
    empty.is(422).says("at least one line with an address, an outcome and a day");
    // What was told later stands.
    ada.get("/reports/outcomes").await.says("100% (21 to 100%)");
}
