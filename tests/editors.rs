//! The editor's desk: drafts beside what readers see, versions, schedules, owners, and what keeps a text from readers.

use jiff::SignedDuration;

use crate::support::{Form, Member, Page, Portal};

/// The editor's form of a page, filled in with this text.
async fn submit(sam: &Member, slug: &str, body: &str, wish: &str) -> Page {
    let door = format!("/admin/pages/{slug}");
    let form = sam.get(&door).await.form(&door).fill("body", body).fill("do", wish);
    sam.submit(form).await
}

fn main_of(page: &Page) -> &str {
    page.between("<main", "</main>")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_read_as_students_will_read_it_in_both_languages() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let body = portal.text("select body from page_revision where page_slug = 'health-informatics'").await;
    let body = format!("{body}\n\n## New\n\nThis stands in the draft.");
    submit(&sam, "health-informatics", &body, "save").await.leads_to("/admin/pages/health-informatics");
    let door = "/admin/pages/health-informatics/revisions/2/preview";
    let english = sam.get(door).await;
    english.is(200).says("Preview of version 2, a draft").says("This stands in the draft.").says_not("account menu");
    let spanish = sam.get(format!("{door}?in=es")).await;
    spanish.says("It is not translated yet").says("This stands in the draft.").says("Empezar");

    // The words of the draft are translated before anybody reads it; they hold when it is published.
    let path = "/admin/pages/health-informatics/translations/es";
    let form = sam.get(format!("{path}?version=2")).await.form(path);
    let words = form.value("body").unwrap().to_owned();
    sam.submit(form.fill("body", format!("{words}\n\n## Nuevo\n\nEsto es del borrador."))).await.is(303);
    let spanish = sam.get(format!("{door}?in=es")).await;
    spanish.says("Esto es del borrador.").says_not("not translated");
    submit(&sam, "health-informatics", &body, "publish").await.leads_to("/admin/pages/health-informatics");
    let reader = portal.visitor();
    let live = reader.get("/careers/health-informatics").await;
    assert_eq!(main_of(&live), main_of(&english), "the preview was the page");
    let ask = reader.request(reqwest::Method::GET, "/careers/health-informatics").header("accept-language", "es");
    let live = reader.send(ask).await;
    assert_eq!(main_of(&live), main_of(&spanish), "in Spanish too");
}

#[tokio::test(flavor = "multi_thread")]
async fn any_two_versions_are_held_against_each_other_and_none_is_written_over() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let door = "/admin/pages/cookies";
    let (first, second) = (sam.get(door).await.form(door), sam.get(door).await.form(door));
    sam.submit(first.fill("body", "Second words.").fill("lead", "Another lead.").fill("do", "save")).await.is(303);
    let page = sam.submit(second.fill("body", "My words.").fill("do", "publish")).await;
    page.is(409).says("Second words.").says("My words.").says("was saved while you wrote");
    page.says("What else is not as in your form").says("Another lead.");
    submit(&sam, "cookies", "Third words.", "publish").await.is(303);
    let page = sam.get("/admin/pages/cookies/revisions/3?against=2").await;
    page.says("From version 2 to version 3").says("Second words.").says("Third words.");
    sam.get("/admin/pages/cookies/revisions/3?against=1").await.says("Lead: Another lead.");
    sam.get("/admin/pages/cookies/revisions/3?against=9").await.is(404);
    sam.press("/admin/pages/cookies/revisions/1/restoration").await.leads_to(door);
    assert_eq!(
        portal
            .count("page_revision a join page_revision b using (page_slug, body) where a.number = 1 and b.number = 4")
            .await,
        1
    );
    portal.visitor().get("/cookies").await.says("Third words.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scheduled_page_goes_live_at_its_time_once_however_many_look() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let door = "/admin/pages/privacy";
    let at = |form: Form, on: &str, at: &str| form.fill("do", "schedule").fill("on", on).fill("at", at);
    let form = async |sam: &Member| sam.get(door).await.form(door).fill("body", "## Who\n\nReaders read this later.");
    sam.submit(at(form(&sam).await, "", "")).await.is(422).says("Enter the day").says("Enter the time");
    sam.submit(at(form(&sam).await, "2020-01-01", "09:00")).await.is(422).says("still to come");
    let tomorrow = jiff::Zoned::now().date().tomorrow().unwrap().to_string();
    sam.submit(at(form(&sam).await, &tomorrow, "09:00")).await.leads_to(door);
    sam.get(door).await.says("Version 2 goes live").says("Sam Ortiz set it");
    sam.get("/admin/pages").await.says("Version 2 goes live");
    portal.wind().await;
    portal.visitor().get("/privacy").await.says_not("Readers read this later.");

    portal.later(SignedDuration::from_hours(72)).await;
    tokio::join!(portal.wind(), portal.wind(), portal.wind());
    let sam = portal.sam().await;
    portal.visitor().get("/privacy").await.says("Readers read this later.");
    assert_eq!(portal.count("audit where action = 'page.published'").await, 1);
    assert_eq!(portal.count("page_revision where page_slug = 'privacy' and status = 'live'").await, 1);
    assert_eq!(portal.count("page_schedule").await, 0);

    // One that is put off does not go live; one that names a figure which is gone by then is kept back, and says so.
    sam.submit(at(form(&sam).await, &tomorrow, "10:00")).await.is(303);
    sam.press("/admin/pages/privacy/schedule/removal").await.leads_to(door);
    sam.get(door).await.says_not("goes live");
    let form = sam.get(door).await.form(door).fill("body", "Half earn more than [[claim:pay.median.29-2072]].");
    sam.submit(at(form, &tomorrow, "10:00")).await.is(303);
    portal.tell("update claim_revision set status = 'past' where claim_key = 'pay.median.29-2072'").await;
    portal.later(SignedDuration::from_hours(72)).await;
    portal.wind().await;
    let sam = portal.sam().await;
    portal.visitor().get("/privacy").await.says("Readers read this later.");
    sam.get(door).await.says("could not go live").says("figures that are not published: pay.median.29-2072");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_looked_through_before_readers_get_it() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let bare = "## Pay\n\nHalf earn more than $51,140 a year. Get the RHIT.";
    let page = submit(&sam, "health-informatics", bare, "publish").await;
    page.is(422).says("Mend what keeps this text from readers").says("Keeps it back").says("“$51,140”");
    page.says("Look at it").says("“RHIT”").says("1 thing keeps this text from readers.");
    portal.visitor().get("/careers/health-informatics").await.says_not("Get the RHIT");
    // A draft may hold it, and what only warns may be published.
    submit(&sam, "health-informatics", bare, "save").await.is(303);
    let mended = bare.replace("$51,140", "[[claim:pay.median.29-2072]]");
    submit(&sam, "health-informatics", &mended, "publish").await.is(303);
    portal.visitor().get("/careers/health-informatics").await.says("Get the RHIT");
    sam.get("/admin/pages/health-informatics").await.says("the other career’s has").says_not("Keeps it back");
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_get_no_empty_page_and_no_place_where_nothing_stands() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let page =
        submit(&sam, "landing", "[[row:in-one-line]] [[row:nope]] [[show:nope]] [[show:ladder]]", "publish").await;
    page.is(422).says("prints nothing of its own").says("Places: show:nope, row:nope.");
    submit(&sam, "privacy", "[[row:in-one-line]]", "save").await.is(422).says("Places: row:in-one-line.");
    submit(&sam, "privacy", "", "publish").await.is(422).says("readers would get an empty page");
    let door = "/admin/pages/privacy";
    let form = sam.get(door).await.form(door).fill("review_due", "2020-01-01").fill("do", "publish");
    sam.submit(form).await.is(422).says("still to come");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_has_an_owner_and_is_said_to_be_still_true() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let (door, owner, attest) =
        ("/admin/pages/rights", "/admin/pages/rights/owner", "/admin/pages/rights/attestations");
    portal.tell("update page_revision set review_due = '2020-01-01' where page_slug = 'rights'").await;
    sam.get("/admin/pages").await.says("1 page is past its day of review.");
    let form = sam.get(door).await.form(owner).fill("owner", sam.id.to_string());
    sam.submit(form).await.leads_to(door);
    let ada = portal.id_of("ada@harbor.example").await.to_string();
    sam.post(owner, [("owner", ada.as_str())]).await.is(409);
    let form = sam.get(door).await.form(attest);
    sam.submit(form.clone().fill("again_on", "2020-01-01")).await.is(422).says("still to come");
    sam.submit(form.clone()).await.leads_to(door);
    sam.submit(form.clone()).await.leads_to(door);
    assert_eq!(portal.count("page_attestation").await, 1);
    sam.get(door).await.says("Sam Ortiz said on").says("version 1 is still true");
    sam.get("/admin/pages").await.says_not("past its day of review");
    // Another version went live: it is that one that somebody must read.
    submit(&sam, "rights", "Other words.", "publish").await.is(303);
    sam.submit(form.fill("form_key", uuid::Uuid::now_v7().to_string())).await.is(409);
}
