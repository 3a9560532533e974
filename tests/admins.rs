//! The admin's work: a figure that is put right, words that are published, people who come and go.

use crate::support::Portal;

const CLAIM: &str = "/admin/claims/pay.median.29-2072";

#[tokio::test(flavor = "multi_thread")]
async fn a_corrected_figure_is_on_the_comparison_and_in_the_next_letter_at_once() {
    let portal = Portal::open().await;
    let (sam, finn) = (portal.sam().await, portal.finn().await);
    portal.visitor().get("/compare").await.says("$51,140");
    let form = sam.get(CLAIM).await.form(CLAIM).fill("value", "52345").fill("why", "Read again.");
    // Another value without a word on where it comes from stays in the form.
    let page = sam.submit(form.clone().fill("why", " ")).await;
    page.is(422).says("Say why the figure is another one now");
    assert!(page.body.contains("52345"), "what was typed is kept");
    sam.submit(form).await.leads_to(CLAIM);
    portal.visitor().get("/compare").await.says("$52,345").says_not("$51,140");
    sam.get(CLAIM).await.says("$51,140").says("Read again.");

    finn.answer_all(&crate::support::worked::example("P02").said()).await;
    finn.hand_in().await;
    let letter = portal.letter_to(finn.email).await;
    letter.says("$52,345").says_not("$51,140");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_admins_never_overwrite_each_other() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let (first, second) = (sam.get(CLAIM).await.form(CLAIM), sam.get(CLAIM).await.form(CLAIM));
    sam.submit(first.fill("value", "52000").fill("why", "Read again")).await.leads_to(CLAIM);
    let page = sam.submit(second.fill("value", "53000").fill("why", "Read again")).await;
    page.is(409).says("$52,000");
    assert!(page.body.contains("53000"), "what was typed is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn unlike_figures_never_stand_in_one_row() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let form = sam.get(CLAIM).await.form(CLAIM).fill("statistic", "mean");
    sam.submit(form).await.is(422).says("unlike figures side by side");
    portal.visitor().get("/compare").await.says("$51,140");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_save_of_a_page_is_a_revision_and_only_published_words_are_read() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let door = "/admin/pages/privacy";
    let edit = async |words: &'static str| {
        let form = sam.get(door).await.form(door);
        form.fill("body", format!("## Who sees what\n\n{words}"))
    };
    sam.submit(edit("Only drafts say this.").await.fill("do", "save")).await.is(303);
    portal.visitor().get("/privacy").await.says_not("Only drafts say this.");
    sam.submit(edit("Readers read this.").await.fill("do", "publish")).await.is(303);
    portal.visitor().get("/privacy").await.says("Readers read this.");
    assert_eq!(portal.count("page_revision where page_slug = 'privacy'").await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invited_advisor_comes_in_by_letter_and_goes_at_once() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let fields = [("name", "Ira Cohen"), ("email", "ira@harbor.example"), ("role", "advisor")];
    sam.post("/admin/people", fields).await.leads_to("/admin/people?tab=invited&done=invited");
    let letter = portal.letter_to("ira@harbor.example").await;
    let ira = portal.visitor();
    let link = letter.link();
    let path = &link[link.find("/invitations/").unwrap()..];
    let page = ira.get(path).await;
    page.is(200).says("You are invited as advisor");
    ira.submit(page.form(path).fill("password", "quiet ferry orange map")).await.leads_to("/account/second-factor");
    ira.get("/caseload").await.leads_to("/account/second-factor?next=%2Fcaseload");

    let id = portal.id_of("ira@harbor.example").await;
    let door = format!("/admin/people/{id}/deactivation");
    let form = sam.get(&door).await.is(200).form(&door);
    sam.submit(form).await.is(303);
    ira.get("/caseload").await.leads_to("/sign-in?next=%2Fcaseload");
    let own = portal.id_of("sam@harbor.example").await;
    sam.press(format!("/admin/people/{own}/deactivation")).await.is(422).says("This is the only admin");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_nobody_could_have_made_is_absent_and_no_fault() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    for odd in [
        "/admin/claims/%00",
        "/admin/pages/privacy%00",
        "/admin/pages/compare/revisions/99999999999",
        "/admin/people/-1/deactivation",
    ] {
        sam.get(odd).await.is(404);
    }
    sam.get(format!("/programs/{}", "a".repeat(10_000))).await.is(404);
    // Days and moments that no database holds: the list begins anew, and a form says what is wrong.
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let far = format!("-300000000000000000.{}", eve.id);
    for odd in [
        format!("/caseload?after={far}"),
        format!("/caseload?sort=seen&before={far}"),
        format!("/caseload?sort=credits-desc&after=9223372036854775807.{}", eve.id),
        format!("{}?after=-300000000000000000.1.{}", eve.path(), eve.id),
        "/meetings?week=-009999-01-01".into(),
        "/meetings?week=9999-12-31".into(),
    ] {
        ada.get(&odd).await.is(200);
    }
    for door in ["notes", "follow-ups", "meetings"] {
        for day in ["-009999-01-01", "0000-01-01", "9999-12-31"] {
            let fields = [
                ("body", "x"),
                ("words", "x"),
                ("level", "advisors"),
                ("contact_on", day),
                ("due_on", day),
                ("on", day),
                ("at", "10:00"),
            ];
            ada.post(format!("{}/{door}", eve.path()), fields).await.is(422);
        }
    }
}
