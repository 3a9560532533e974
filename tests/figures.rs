//! Figures: what their last day means for readers and letters, who was told an old one, and what the database refuses.

use crate::support::{Portal, worked};

const CLAIM: &str = "/admin/claims/pay.median.29-2072";

#[tokio::test(flavor = "multi_thread")]
async fn past_its_last_day_a_figure_is_under_review_on_pages_and_in_letters() {
    let portal = Portal::open().await;
    let (sam, finn, eve) = (portal.sam().await, portal.finn().await, portal.eve().await);
    portal.letter_becomes(eve.email, "accepted").await;
    portal.visitor().get("/compare").await.says("$51,140");
    let form = sam.get(CLAIM).await.form(CLAIM).fill("review_due", "2021-01-01");
    let page = sam.submit(form.clone().fill("expires_on", "2020-12-31")).await;
    page.is(422).says("The last day comes no earlier than the day of the next check");
    sam.submit(form.fill("expires_on", "2021-01-02")).await.leads_to(CLAIM);
    sam.get(CLAIM).await.says("Expired");
    sam.get("/admin/claims").await.says("pay.median.29-2072");
    for page in ["/compare", "/", "/sources"] {
        portal.visitor().get(page).await.says("Figure under review").says_not("$51,140");
    }
    finn.answer_all(&worked::example("P02").said()).await;
    finn.hand_in().await;
    let letter = portal.letter_to(finn.email).await;
    letter.says("Figure under review").says_not("$51,140");
    let told = "letter_claim c join claim_revision r on r.id = c.revision_id join letter l on l.id = c.letter_id";
    let of_finn = format!("{told} where claim_key = 'pay.median.29-2072' and person_id = '{}'", finn.id);
    assert_eq!(portal.count(&of_finn).await, 0, "he was told nothing");

    // A letter that waited over that day, with the value among its facts, is written without it.
    portal
        .tell(&format!(
            "update claim_revision set expires_on = '2021-01-02', review_due = '2021-01-01'
              where claim_key = 'pay.median.29-2072';
             update letter set state = 'queued', body_text = null, body_html = null, subject = null, next_try_at = now()
              where kind = 'recommendation' and person_id = '{}'",
            eve.id
        ))
        .await;
    portal.letter_becomes(eve.email, "accepted").await;
    let words = portal.text(&format!("select body_text from letter where person_id = '{}'", eve.id)).await;
    assert!(words.contains("Figure under review") && !words.contains("$51,140"), "{words}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_told_the_old_figure_gets_the_correction_once() {
    let portal = Portal::open().await;
    let (sam, eve, hana) = (portal.sam().await, portal.eve().await, portal.hana().await);
    portal.until_none("letter where state <> 'accepted'").await;
    let door = &format!("{CLAIM}/corrections");
    sam.get(door).await.says("Nobody was told another figure");
    let correct = async |value: &'static str| {
        let form = sam.get(CLAIM).await.form(CLAIM).fill("value", value).fill("why", "Read again");
        sam.submit(form).await.leads_to(CLAIM);
    };
    correct("52345").await;
    portal.tell(&format!("update person set locale = 'es' where id = '{}'", hana.id)).await;
    sam.get(CLAIM).await.says("2 people were told another figure.");
    sam.get(door).await.says("Eve Hart").says("Hana Sato").says("Version 1").says("Send the correction to 2 people");
    sam.press(door).await.leads_to(door);
    sam.press(door).await.leads_to(door);
    sam.get(door).await.says("0 of 2 letters are written.");
    tokio::join!(portal.wind(), portal.wind());
    portal.wind().await;
    let letter = portal.letter_to(eve.email).await;
    assert_eq!(letter.kind, "figure-corrected");
    letter.says("$51,140").says("$52,345").says("U.S. Bureau of Labor Statistics").says("Your result does not rest on");
    let spanish = portal.letter_to(hana.email).await;
    spanish.says("Corregimos una cifra").says("$52,345").says_not("corrected");
    assert_eq!(portal.count("letter where kind = 'figure-corrected'").await, 2);
    assert_eq!(portal.count("audit where action = 'claim.corrections-sent'").await, 1);
    let page = sam.get(door).await;
    page.says("Eve Hart").says("Written").says("2 of 2 letters are written.").says_not("Send the correction");

    // Words beside the same figure make nobody be told another; another value does.
    let form = sam.get(CLAIM).await.form(CLAIM).fill("note", "Read again.");
    sam.submit(form).await.leads_to(CLAIM);
    sam.get(door).await.says("Nobody was told another figure");
    correct("53000").await;
    sam.press(door).await.leads_to(door);
    portal.tell("update chore set due_at = now()").await;
    portal.wind().await;
    portal.letter_to(eve.email).await.says("$52,345").says("$53,000").says_not("$51,140");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_of_the_keys_is_refused_and_a_projection_may_fall() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let form = sam.get(CLAIM).await.form(CLAIM).fill("why", "Read again");
    let page = sam.submit(form.clone().fill("value", "99999999999999999999")).await;
    page.is(422).says("Enter at most 10,000,000 dollars");
    assert_eq!(page.form(CLAIM).value("value"), Some("99999999999999999999"));
    sam.submit(form.clone().fill("value", "-4")).await.is(422).says("Enter a value of 0 or more");
    let page = sam.submit(form.clone().fill("reviewed_on", "2199-01-01")).await;
    page.is(422).says("Enter a day that is not in the future: it is the day somebody read it");
    // A fact in words leaves the row of the comparison, which is named once at its field.
    let words = form.fill("unit", "text").fill("value", "").fill("text", "Much").fill("statistic", "none");
    let page = sam.submit(words).await;
    page.is(422).says("A fact in words cannot stand in a row of figures");
    assert_eq!(portal.count("claim_revision where number > 1").await, 0);

    let growth = "/admin/claims/growth.00-0000";
    let form = sam.get(growth).await.form(growth).fill("why", "Jobs are fewer");
    sam.submit(form.clone().fill("value", "-101")).await.is(422).says("Enter -100 or more");
    sam.submit(form.fill("value", "\u{2212}4%")).await.leads_to(growth);
    for page in ["/sources", "/compare"] {
        portal.visitor().get(page).await.says("\u{2212}4%");
    }
    sam.get(growth).await.says("\u{2212}4%");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_refuses_what_the_form_refuses() {
    let portal = Portal::open().await;
    let pay = "where claim_key = 'pay.median.29-2072' and status = 'live'";
    let growth = "where claim_key = (select claim_key from claim_revision where statistic = 'projection' and unit = 'percent' limit 1)";
    let other = "(select claim_key from claim_revision where statistic = 'p10' limit 1)";
    for statement in [
        format!("update claim_revision set disclaimer = null {pay}"),
        format!("update claim_revision set statistic = 'none' {pay}"),
        format!("update claim_revision set area = '' {pay}"),
        format!("update claim_revision set population = '' {pay}"),
        format!("update claim_revision set text = 'much', value = null {pay}"),
        format!("update claim_revision set expires_on = review_due - 1 {pay}"),
        format!("update claim_revision set value = -1 {pay}"),
        format!("update claim_revision set value = -100.5 {growth}"),
        format!("update claim_revision set period_end = null {growth}"),
        format!("update claim_revision set period_end = period_start {growth}"),
        // It stands in a row of the comparison: neither side changes its kind alone.
        format!("update claim_revision set statistic = 'mean' {pay}"),
        format!("update claim_revision set period_start = '2024-05' {pay}"),
        format!("update comparison_pair set him = {other} where hi like 'pay.median%'"),
    ] {
        let refused = format!(
            "do $$ begin {statement}; set constraints all immediate; raise 'not refused';
             exception when check_violation then null; end $$"
        );
        let done = diesel_async::SimpleAsyncConnection::batch_execute(&mut *portal.desk().await, &refused).await;
        assert!(done.is_ok(), "{statement}: {done:?}");
    }
    assert!(portal.count("comparison_pair").await > 3, "the rows of the comparison are known");
    // Both together may change.
    let key = "'pay.median.29-2072'";
    let both = format!("select unnest(array[hi, him]) from comparison_pair where {key} in (hi, him)");
    portal.tell(&format!("update claim_revision set period_start = '2024-05' where claim_key in ({both})")).await;
}
