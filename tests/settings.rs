//! The school's settings: changed by admins, with a history, and each change taken back.

use crate::support::{Form, Member, Portal, days};

const SETTINGS: &str = "/admin/settings";

async fn form(sam: &Member) -> Form {
    sam.get(SETTINGS).await.is(200).form(SETTINGS)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_holds_at_once_is_written_down_and_can_be_taken_back() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let change = form(&sam)
        .await
        .fill("school", "Harbor City College")
        .fill("zone", "America/New_York")
        .fill("email_domains", "@students.harbor.example, harbor.example")
        .fill("assign_by", "queue")
        .fill("digest_hour", "8");
    sam.submit(change.clone()).await.leads_to("/admin/settings?done=settings-saved");
    let page = sam.get(SETTINGS).await;
    page.says("Harbor City College").says("America/New_York").says("Harbor State College").says("Sam Ortiz");
    assert_eq!(portal.count("audit where action = 'settings.changed'").await, 1);
    // The doors feel it.
    let visitor = portal.visitor();
    let stranger = [("name", "Ivy Noor"), ("email", "ivy@elsewhere.example"), ("password", "quiet ferry orange map")];
    visitor.post("/register", stranger).await.is(422);
    visitor.get("/").await.says("Harbor City College");
    // Where students stand is asked again by the new clock.
    assert_eq!(portal.count("standing where turns_at is null or turns_at > now()").await, 0);
    // The same form once more is the same change.
    sam.submit(change).await.is(303);
    assert_eq!(portal.count("setting_change").await, 1);

    let later = form(&sam).await.fill("keep_letters_months", "12");
    sam.submit(later).await.is(303);
    // Taking it back fills the form and saves nothing by itself.
    let back = "/admin/settings?back=1";
    assert!(sam.get(SETTINGS).await.links().contains(&back.to_owned()));
    let page = sam.get(back).await;
    page.is(200).says("Nothing is saved yet.").says("Harbor State College");
    assert_eq!(portal.count("setting_change").await, 2);
    sam.submit(page.form(SETTINGS)).await.leads_to("/admin/settings?done=settings-saved");
    sam.get(back).await.says("Nothing is left to take back of change 1.").says_not("Nothing is saved yet.");
    let now =
        "select concat_ws(' ', school, zone, email_domains, assign_by, digest_hour, keep_letters_months) from setting";
    assert_eq!(portal.text(now).await, "Harbor State College America/Chicago {} fewest 7 12");
    sam.get(SETTINGS).await.says("took back change 1");
    assert_eq!(portal.count("audit where action = 'settings.changed'").await, 3);
    sam.get("/admin/settings?back=9").await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_an_older_change_back_leaves_newer_ones_alone_and_says_so() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let older = form(&sam).await.fill("school", "Bay College").fill("digest_hour", "9").fill("assign_by", "queue");
    sam.submit(older).await.is(303);
    sam.submit(form(&sam).await.fill("school", "Cove College")).await.is(303);
    let page = sam.get("/admin/settings?back=1").await;
    page.says("Changed once more since, and left as it is: School.").says("9:00 7:00");
    let form = page.form(SETTINGS);
    assert_eq!((form.value("school"), form.value("digest_hour")), (Some("Cove College"), Some("7")));
    sam.submit(form).await.is(303);
    let now = "select concat_ws(' ', school, digest_hour, assign_by) from setting";
    assert_eq!(portal.text(now).await, "Cove College 7 fewest");
    let page = sam.get("/admin/settings?back=1").await;
    page.says("Nothing is left to take back of change 1.").says("left as it is: School.").says("took back change 1");
    // Whoever saves nothing of it takes nothing back.
    let other = sam.get("/admin/settings?back=2").await.form(SETTINGS).fill("school", "Dune College");
    sam.submit(other).await.is(303);
    assert_eq!(portal.count("setting_change where takes_back = 2").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_is_said_at_its_field_and_nothing_is_changed() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    for (field, odd, says) in [
        ("school", " ", "Enter the name of the school"),
        ("zone", "Harbor/Town", "Choose a time zone from the list"),
        ("credit_unit", "ects", "Choose one of the choices shown"),
        ("email_domains", "a@b.example", "Enter domains alone"),
        ("assign_by", "coin", "Choose one of the choices shown"),
        ("digest_hour", "24", "Choose one of the choices shown"),
        ("keep_students_months", "0", "from 1 to 1,200"),
        ("keep_letters_months", "1201", "from 1 to 1,200"),
        ("keep_registrations_days", "1", "from 2 to 365"),
    ] {
        let page = sam.submit(form(&sam).await.fill("letters_scores", "").fill(field, odd)).await;
        page.is(422).says(says);
        assert!(page.form(SETTINGS).value("letters_scores").is_none(), "what was typed stays beside {field}");
    }
    assert_eq!(portal.count("setting_change").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_admins_do_not_write_over_each_other() {
    let portal = Portal::open().await;
    let (sam, also_sam) = (portal.sam().await, portal.sam().await);
    let (first, second) = (form(&sam).await, form(&also_sam).await);
    sam.submit(first.fill("school", "Harbor City College")).await.is(303);
    let page = also_sam.submit(second.fill("digest_hour", "9")).await;
    page.is(409).says("Somebody changed the settings while you wrote").says("Harbor City College");
    assert_eq!(portal.text("select digest_hour::text from setting").await, "7");
    // Looked at, and put over theirs on purpose.
    also_sam.submit(page.form(SETTINGS).fill("school", "Harbor City College")).await.is(303);
    assert_eq!(portal.text("select school || digest_hour from setting").await, "Harbor City College9");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shorter_time_that_erases_records_is_said_aloud_first() {
    let portal = Portal::open().await;
    portal.later(days(100)).await;
    let sam = portal.sam().await;
    let change = form(&sam).await.fill("keep_students_months", "2");
    let page = sam.submit(change).await;
    page.is(422).says("tick the box").says("records within a day");
    assert_eq!(portal.count("setting where keep_students_months = 60").await, 1);
    sam.submit(page.form(SETTINGS).fill("confirmed", "on")).await.is(303);
    assert_eq!(portal.count("setting where keep_students_months = 2").await, 1);
    // Longer is never asked, and taking that back would erase again.
    sam.submit(sam.get("/admin/settings?back=1").await.form(SETTINGS)).await.is(303);
    let page = sam.submit(sam.get("/admin/settings?back=2").await.form(SETTINGS)).await;
    page.is(422).says("tick the box");
    assert_eq!(portal.count("setting where keep_students_months = 60").await, 1);
    sam.submit(page.form(SETTINGS).fill("confirmed", "on")).await.is(303);
    assert_eq!(portal.count("setting_change where takes_back = 2").await, 1);
}
