//! A session that runs out under somebody's hands: what they sent waits in the sign-in page, for them alone.

use crate::support::{
    Form, Member, Page, Portal,
    cast::{PASSWORD, code_now},
    days, hours, minutes,
};

const TEXT: &str = "Lark-ascending: two lines\r\nand an <b>owl</b> 🦉";

/// Ada writes about Eve, too slowly.
async fn too_late(portal: &Portal, ada: &Member, eve: &Member) -> Page {
    let form = ada.get(eve.notes_path()).await.form(&eve.notes_path());
    portal.later(minutes(31)).await;
    let page = ada.submit(form.fill("body", TEXT).fill("level", "restricted").fill("contact_how", "phone")).await;
    page.is(401).says("What you sent is kept").says_not("Lark");
    assert_eq!(portal.count("note where body like 'Lark%'").await, 0);
    page
}

/// Signs in on the page, with the phone's code, and lets the browser send on what it is told to.
async fn signs_in_there(portal: &Portal, who: &Member, page: &Page) -> Page {
    let form = page.form("/sign-in").fill("email", who.email).fill("password", PASSWORD);
    let code = who.submit_on(form).await;
    if !code.body.contains("action=\"/sign-in/code\"") {
        return code;
    }
    portal.tell("update second_factor set last_step = 0").await;
    who.submit_on(code.is(200).form("/sign-in/code").fill("code", code_now())).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_back_in_its_form_after_signing_in() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let page = too_late(&portal, &ada, &eve).await;
    // A wrong password loses nothing.
    let form = page.form("/sign-in").fill("email", ada.email).fill("password", "a wrong password");
    let page = ada.submit(form).await;
    page.is(422);
    let back = signs_in_there(&portal, &ada, &page).await;
    back.is(422).says("You were signed out before this was saved");
    let form = back.form(&eve.notes_path());
    assert_eq!(form.value("body").map(|text| text.replace("\r\n", "\n")), Some(TEXT.replace("\r\n", "\n")));
    assert_eq!((form.value("level"), form.value("contact_how")), (Some("restricted"), Some("phone")));
    assert_eq!(portal.count("note where body like 'Lark%'").await, 0, "it is looked over before it is saved");
    ada.submit(form).await.leads_to(eve.path());
    assert_eq!(portal.count("note where body like 'Lark%' and level = 'restricted'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_else_at_the_same_screen_does_not_get_it() {
    let portal = Portal::open().await;
    let (ada, eve, lee) = (portal.ada().await, portal.eve().await, portal.lee().await);
    let page = too_late(&portal, &ada, &eve).await;
    lee.press("/sign-out").await.is(303);
    let other = signs_in_there(&portal, &lee, &page).await;
    other.leads_to("/caseload").says_not("Lark");
    // Nor by going to the door with it.
    let kept = page.form("/sign-in").value("kept").unwrap().to_owned();
    lee.post(format!("{}?kept", eve.notes_path()), [("kept", &kept)]).await.leads_to("/").says_not("Lark");
    // Nothing that we did not seal is printed back.
    let page = portal.visitor().post("/sign-in", [("email", "x"), ("password", ""), ("kept", "<<<<")]).await;
    assert_eq!(page.is(422).form("/sign-in").value("kept"), None);
    // Nor its writer at another door.
    let ada = portal.ada().await;
    ada.post(format!("{}?kept", eve.advice_path()), [("kept", &kept)]).await.leads_to("/");
    ada.post(format!("{}?kept", eve.notes_path()), [("kept", "nonsense")]).await.leads_to("/");
    ada.post(format!("{}?kept", eve.notes_path()), [("kept", &kept)]).await.is(422).says("before this was saved");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_longest_note_fits() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let form = ada.get(eve.notes_path()).await.form(&eve.notes_path());
    portal.later(minutes(31)).await;
    let long = "🦉".repeat(20_000);
    let page = ada.submit(form.fill("body", &long).fill("level", "advisors")).await;
    let back = signs_in_there(&portal, &ada, page.is(401)).await;
    assert!(back.is(422).form(&eve.notes_path()).value("body") == Some(&long), "every owl is back");
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_saved_as_soon_as_one_is_signed_in_again() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let form = gus.get("/questions/1").await.form("/questions/1");
    portal.later(hours(3)).await;
    let page = gus.submit(form.fill("q01", "2").fill("q02", "-1")).await;
    page.is(401);
    signs_in_there(&portal, &gus, &page).await.leads_to("/questions/2");
    assert_eq!(
        portal
            .texts(
                "select item || '=' || value from answer join attempt on attempt.id = attempt_id \
        join person on person.id = student_id where full_name = 'Gus Lind' order by 1"
            )
            .await,
        ["q01=2", "q02=-1"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_and_a_page_of_an_admin_come_back_too() {
    let portal = Portal::open().await;
    let (gus, sam) = (portal.gus().await, portal.sam().await);
    let profile = gus.get("/profile").await.form("/profile").fill("called", "Augustus");
    let claim = "/admin/claims/pay.median.15-1211";
    let figure = sam.get(claim).await.form(claim).fill("why", "Misread the table");
    portal.later(hours(3)).await;
    for (who, form, field, typed) in [(&gus, profile, "called", "Augustus"), (&sam, figure, "why", "Misread the table")]
    {
        let door = form.action.clone();
        let page = who.submit(form).await;
        let back = signs_in_there(&portal, who, page.is(401)).await;
        assert_eq!(back.is(422).says("before this was saved").form(&door).value(field), Some(typed));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_form_or_after_signing_out_there_is_nothing_to_keep() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let old = ada.cookie("sid").unwrap();
    let form = |page: &Page| -> Form { page.form(&eve.notes_path()).fill("body", TEXT).fill("level", "advisors") };
    let typed = form(&ada.get(eve.notes_path()).await);
    ada.press("/sign-out").await.is(303);
    ada.submit(Form { action: typed.action.clone(), fields: typed.fields.clone() }).await.is(303);
    ada.set_cookie("sid", &old);
    ada.submit(typed).await.leads_to("/sign-in");
    let ada = portal.ada().await;
    portal.later(days(1)).await;
    ada.press(format!("{}/assignment", eve.path())).await.leads_to("/sign-in");
    ada.get(eve.path()).await.is(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_to_many_at_once_is_back_too() {
    let portal = Portal::open().await;
    let ada = portal.ada().await;
    let form = ada.get("/caseload").await.form("/caseload/selections").fill("all", "on");
    let chosen = ada.submit(form).await.is(303).location();
    for (last, says) in [("letters", "words"), ("notes", "body"), ("follow-ups", "words")] {
        let path = format!("{chosen}/{last}");
        let form = ada.get(&path).await.form(&path);
        portal.later(minutes(31)).await;
        let long = "é".repeat(if last == "notes" { 20_000 } else { 300 });
        let page = ada.submit(form.fill(says, &long)).await;
        let back = signs_in_there(&portal, &ada, page.is(401)).await;
        assert!(back.is(422).form(&path).value(says) == Some(&long), "{path}: every letter is back");
    }
}
