//! The audit: one row each, with the request it came from, and admins who search it.

use reqwest::Method;

use crate::support::{Member, Page, Portal, minutes};

async fn search(admin: &Member, asked: &[(&str, &str)]) -> Page {
    let query = serde_html_form::to_string(asked).unwrap();
    admin.get(format!("/admin/audit?{query}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_row_carries_the_id_of_its_request() {
    let portal = Portal::open().await;
    let (ada, eve, sam) = (portal.ada().await, portal.eve().await, portal.sam().await);
    let newest = async |action: &str| {
        portal
            .text(&format!("select request_id::text from audit where action = '{action}' order by at desc limit 1"))
            .await
    };
    let page = ada.get(eve.path()).await;
    assert_eq!(page.header("x-request-id"), Some(newest("record.opened").await.as_str()));
    let page = ada.post(eve.notes_path(), [("body", "Called"), ("level", "advisors")]).await;
    assert_eq!(page.header("x-request-id"), Some(newest("note.written").await.as_str()));
    // Many rows of one act carry the same one.
    let bo = portal.id_of("bo@harbor.example").await;
    let page = sam.press(format!("/admin/people/{bo}/deactivation")).await;
    let id = page.is(303).header("x-request-id").unwrap();
    assert_eq!(portal.count(&format!("audit where request_id = '{id}'")).await, 3);
    let two = (ada.get(eve.path()).await, ada.get(eve.path()).await);
    assert_ne!(two.0.header("x-request-id"), two.1.header("x-request-id"));
}

#[tokio::test(flavor = "multi_thread")]
async fn admins_search_by_student_person_act_and_day() {
    let portal = Portal::open().await;
    let (sam, ada, bo) = (portal.sam().await, portal.ada().await, portal.bo().await);
    let (eve, hana) = (portal.eve().await, portal.hana().await);
    ada.get(eve.path()).await.is(200);
    bo.get(hana.path()).await.is(200);
    bo.post(hana.notes_path(), [("body", "Called"), ("level", "advisors")]).await.is(303);

    let page = search(&sam, &[("about", "hana")]).await;
    page.is(200).says("Hana Sato").says("Bo Chen").says("Wrote a note").says("Opened the record").says_not("Called");
    assert!(!page.between("<tbody", "</tbody>").contains("Eve Hart"));
    let page = search(&sam, &[("by", "ada bell"), ("action", "record.opened")]).await;
    let rows = page.between("<tbody", "</tbody>");
    assert!(rows.contains("Ada Bell") && rows.contains("Eve Hart") && !rows.contains("Bo Chen"), "{rows}");
    // About somebody on the staff: what was done to their account.
    sam.press(format!("/admin/people/{}/deactivation", bo.id)).await.is(303);
    search(&sam, &[("about", "bo chen")]).await.says("Closed an account").says("Student went to the unassigned queue");

    let days = async |from: &str, to: &str| search(&sam, &[("by", "bo chen"), ("from", from), ("to", to)]).await;
    let today = portal.text("select (now() at time zone 'America/Chicago')::date::text").await;
    days(&today, &today).await.says("Wrote a note");
    days("2020-01-01", "2020-12-31").await.says("Nothing was done that fits");
    days("2199-01-01", "").await.says("Nothing was done that fits");
    days("", "2199-01-01").await.says("Wrote a note");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_several_have_is_chosen_from_and_one_that_nobody_has_is_said() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let page = search(&sam, &[("about", "harbor"), ("action", "note.written")]).await;
    page.is(200).says("Several people are called so").says("Eve Hart").says("Hana Sato");
    let eve = portal.id_of("eve@students.harbor.example").await.to_string();
    let link = page.links().into_iter().find(|link| link.contains(&format!("about={eve}"))).unwrap();
    assert!(link.contains("action=note.written"), "{link}");
    let page = sam.get(link).await;
    page.is(200).says("Eve Hart").says("Wrote a note");
    assert_eq!(page.form("/admin/audit").value("about"), Some(eve.as_str()));
    let page = search(&sam, &[("by", "zzz")]).await;
    page.is(200).says("Nobody is called so");
    assert!(!page.body.contains("<tbody"), "there was no search");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_look_into_the_audit_is_in_it() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let searches = "audit where action = 'audit.searched'";
    sam.get("/admin/audit").await.is(200);
    assert_eq!(portal.count(searches).await, 1);
    search(&sam, &[("about", "eve")]).await.says("Eve Hart");
    assert_eq!(portal.count(searches).await, 2);
    search(&sam, &[("action", "audit.searched")]).await.says("Searched the audit").says("Sam Ortiz");
    assert_eq!(portal.count(searches).await, 3);
    let head = sam.send(sam.request(Method::HEAD, "/admin/audit")).await;
    head.is(200);
    let prefetched = sam.request(Method::GET, "/admin/audit").header("sec-purpose", "prefetch");
    sam.send(prefetched).await.is(503);
    assert_eq!(portal.count(searches).await, 3);
    // No row, no page.
    portal.tell("alter table audit add constraint full_up check (action <> 'audit.searched') not valid").await;
    sam.get("/admin/audit").await.is(500).says_not("Searched the audit");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_trail_is_turned_over_without_gap_or_repetition() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    // Several at the same moment, and several pages of them.
    portal
        .tell(
            "insert into audit (id, at, actor_id, action, subject, request_id)
             select gen_random_uuid(), timestamptz '2026-01-01' + (n / 7) * interval '1 second',
                    (select id from person where full_name = 'Ada Bell'), 'note.written', 'note', gen_random_uuid()
             from generate_series(1, 180) n",
        )
        .await;
    let ids = |page: &Page| {
        let cells = page.body.split("mono tiny\">").skip(1);
        cells.map(|cell| cell.split('<').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let asked = [("by", "ada"), ("to", "2026-01-02")];
    let first = search(&sam, &asked).await;
    let (mut page, mut seen) = (search(&sam, &asked).await, Vec::new());
    loop {
        seen.extend(ids(&page));
        let Some(next) = page.links().into_iter().find(|link| link.contains("after=")) else { break };
        assert!(next.contains("by=") && next.contains("to=2026-01-02"), "{next}");
        page = sam.get(next).await;
    }
    let expected =
        portal.texts("select request_id::text from audit where at < '2026-02-01' order by at desc, id desc").await;
    assert_eq!(seen, expected);
    for _ in 0..3 {
        let back = page.links().into_iter().find(|link| link.contains("before=")).unwrap();
        page = sam.get(back).await;
    }
    assert_eq!(ids(&page), ids(&first));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_address_asks_that_we_do_not_know_is_left_out_and_said() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    for odd in [
        "color=red",
        "action=note.eaten",
        "from=2026-02-30",
        "to=tomorrow",
        "from=-009999-01-02",
        "to=9999-12-31",
        "level=restricted",
    ] {
        sam.get(format!("/admin/audit?{odd}")).await.is(200).says("We left out a part of the address");
    }
    let old = format!("before=-300000000000000000.{}", uuid::Uuid::nil());
    for odd in ["after=7", "before=x.y", "before=99999999999999999999.0", &old] {
        sam.get(format!("/admin/audit?{odd}")).await.is(200).says("The list has changed since");
    }
    sam.get("/admin/audit?about=&by=&action=&from=&to=").await.is(200).says_not("We left out");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_was_erased_is_still_found_by_id_and_has_no_name() {
    let portal = Portal::open().await;
    let (sam, ada) = (portal.sam().await, portal.ada().await);
    let gus = portal.id_of("gus@students.harbor.example").await;
    ada.get(format!("/students/{gus}")).await.is(200);
    portal
        .tell(&format!(
            "update desk set students = students - 1 where advisor_id = '{}'; delete from person where id = '{gus}'",
            ada.id
        ))
        .await;
    let page = search(&sam, &[("about", &gus.to_string()), ("action", "record.opened")]).await;
    page.is(200).says("Ada Bell").says("Somebody without an account").says_not("Gus Lind");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_is_for_admins_who_show_that_it_is_them() {
    let portal = Portal::open().await;
    let (sam, lee, ada, eve) = (portal.sam().await, portal.lee().await, portal.ada().await, portal.eve().await);
    for other in [&lee, &ada, &eve] {
        other.get("/admin/audit").await.is(404);
        other.get(format!("/admin/audit?about={}", eve.id)).await.is(404);
    }
    portal.visitor().get("/admin/audit").await.leads_to("/sign-in?next=%2Fadmin%2Faudit");
    portal.later(minutes(11)).await;
    sam.get("/admin/audit").await.leads_to("/sign-in/again?next=%2Fadmin%2Faudit");
}
