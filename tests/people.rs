//! Admins keep the people: roles, closed accounts, and nobody changes their own.

use diesel_async::SimpleAsyncConnection as _;

use crate::support::{
    Member, Page, Portal,
    cast::{PASSWORD, code_now},
    minutes,
};

const BO: &str = "bo@harbor.example";
const EVE: &str = "eve@students.harbor.example";

fn page_of(id: impl std::fmt::Display) -> String {
    format!("/admin/people/{id}")
}

/// Gives somebody a role, through its page.
async fn give(admin: &Member, id: impl std::fmt::Display, role: &str, heir: &str) -> Page {
    let door = format!("{}/role", page_of(id));
    let form = admin.get(&door).await.is(200).form(&door);
    admin.submit(form.fill("role", role).fill("to", heir)).await
}

/// Closes an account, through its page.
async fn close(admin: &Member, id: impl std::fmt::Display) -> Page {
    let door = format!("{}/deactivation", page_of(id));
    let form = admin.get(&door).await.is(200).form(&door);
    admin.submit(form).await
}

async fn students_of(member: &Member, portal: &Portal) -> (i64, i64, i64) {
    let id = member.id;
    (
        portal.count(&format!("student where advisor_id = '{id}'")).await,
        portal.count(&format!("assignment where advisor_id = '{id}' and until is null")).await,
        portal.text(&format!("select students::text from desk where advisor_id = '{id}'")).await.parse().unwrap(),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_changed_by_an_admin_and_counts_at_once() {
    let portal = Portal::open().await;
    let (sam, ada, bo) = (portal.sam().await, portal.ada().await, portal.bo().await);
    bo.get("/caseload").await.is(200).says("Your caseload").says("Hana Sato").says_not("Eve Hart");
    give(&sam, bo.id, "lead", &ada.id.to_string()).await.leads_to(page_of(bo.id));
    sam.get(page_of(bo.id)).await.says("Lead advisor");
    let letter = portal.letter_to(bo.email).await;
    assert_eq!(letter.kind, "account-changed");
    letter.says("An admin made you a lead advisor").says("If you did not expect this, tell your school");

    bo.get("/caseload").await.leads_to("/sign-in?next=%2Fcaseload");
    let bo_again = portal.bo().await;
    bo_again.get("/caseload").await.is(200).says("All students").says("Eve Hart");
    assert_eq!(students_of(&ada, &portal).await, (4, 4, 4));
    assert_eq!(students_of(&bo, &portal).await, (0, 0, 0));
    let (sam_id, bo_id) = (sam.id, bo.id);
    assert_eq!(
        portal
            .count(&format!("audit where action = 'role.lead' and actor_id = '{sam_id}' and subject_id = '{bo_id}'"))
            .await,
        1
    );
    assert_eq!(portal.count(&format!("audit where action = 'student.assigned' and actor_id = '{sam_id}'")).await, 2);

    give(&sam, bo.id, "admin", "").await.is(303);
    let bo_as_admin = portal.bo().await;
    bo_as_admin.get("/admin/people").await.is(200);
    bo_as_admin.get("/caseload").await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn students_wait_in_the_queue_when_nobody_is_named() {
    let portal = Portal::open().await;
    let (sam, ada, bo) = (portal.sam().await, portal.ada().await, portal.bo().await);
    give(&sam, bo.id, "admin", "").await.is(303);
    ada.get("/caseload?view=unassigned").await.says("Finn Reyes").says("Hana Sato");
    assert_eq!(portal.count("audit where action = 'student.unassigned' and student_id is not null").await, 2);
    // An advisor again: with a desk, and nobody at it.
    give(&sam, bo.id, "advisor", "").await.is(303);
    assert_eq!(students_of(&bo, &portal).await, (0, 0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_another_active_advisor_takes_the_students() {
    let portal = Portal::open().await;
    let (sam, lee, ada, bo) = (portal.sam().await, portal.lee().await, portal.ada().await, portal.bo().await);
    for heir in [lee.id.to_string(), bo.id.to_string(), sam.id.to_string(), "nobody".to_owned()] {
        let page = give(&sam, bo.id, "lead", &heir).await;
        page.is(422).says("Choose an active advisor from the list");
        assert_eq!(
            page.form(&format!("{}/role", page_of(bo.id))).value("role"),
            Some("lead"),
            "what was chosen is kept"
        );
    }
    close(&sam, ada.id).await.is(303);
    give(&sam, bo.id, "lead", &ada.id.to_string()).await.is(422);
    assert_eq!(portal.count(&format!("person where id = '{}' and role = 'advisor'", bo.id)).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_changes_their_own_role_and_the_last_admin_stays() {
    let portal = Portal::open().await;
    let (sam, lee) = (portal.sam().await, portal.lee().await);
    let own = format!("{}/role", page_of(sam.id));
    sam.get(&own).await.is(200).says("Sam Ortiz stays an admin").says("This is the only admin");
    sam.post(&own, [("role", "advisor")]).await.is(422).says("This is the only admin");

    give(&sam, lee.id, "admin", "").await.is(303);
    sam.post(&own, [("role", "lead")]).await.is(422).says("Nobody changes their own role");
    sam.press(format!("{}/deactivation", page_of(sam.id))).await.is(422).says("Nobody closes their own account");
    sam.get(page_of(sam.id)).await.says("This is you").says_not("Change the role").says_not("Deactivate");

    let lee = portal.lee().await;
    give(&lee, sam.id, "lead", "").await.is(303);
    sam.get("/admin/people").await.leads_to("/sign-in?next=%2Fadmin%2Fpeople");
    portal.sam().await.get("/admin/people").await.is(404);
    lee.post(format!("{}/role", page_of(lee.id)), [("role", "lead")]).await.is(422).says("This is the only admin");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_one_of_the_staff_s_and_for_staff_only() {
    let portal = Portal::open().await;
    let (sam, eve, bo) = (portal.sam().await, portal.eve().await, portal.bo().await);
    let door = format!("{}/role", page_of(bo.id));
    for role in ["student", "", "root", "Admin"] {
        sam.post(&door, [("role", role)]).await.is(422).says("Choose a role");
    }
    sam.get(format!("{}/role", page_of(eve.id))).await.is(404);
    sam.post(format!("{}/role", page_of(eve.id)), [("role", "admin")]).await.is(404);
    // The same role once more ends nothing.
    sam.post(&door, [("role", "advisor")]).await.is(303);
    bo.get("/caseload").await.is(200);
    assert_eq!(portal.count("audit where action like 'role.%'").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_admins_who_close_each_other_s_accounts_at_once_leave_one() {
    let portal = Portal::open().await;
    give(&portal.sam().await, portal.id_of("lee@harbor.example").await, "admin", "").await.is(303);
    let (sam, lee) = (portal.sam().await, portal.lee().await);
    let (hers, his) = (format!("{}/deactivation", page_of(lee.id)), format!("{}/deactivation", page_of(sam.id)));
    let (one, other) = tokio::join!(sam.press(hers), lee.press(his));
    let mut got = [one.status, other.status];
    got.sort_unstable();
    assert_eq!(got[0], 303, "{got:?}");
    assert_eq!(portal.count("person where role = 'admin' and deactivated_at is null").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_student_is_out_on_every_instance_and_what_they_wrote_stays() {
    let portal = Portal::open().await;
    let second = portal.open_beside();
    let (sam, eve, ada) = (portal.sam().await, portal.eve().await, portal.ada().await);
    let elsewhere = second.visitor();
    second.signs_in(&elsewhere, EVE, PASSWORD).await.leads_to("/home");
    portal.visitor().post("/password/forgot", [("email", EVE)]).await.is(303);
    let reset = portal.letter_to(EVE).await.link();
    portal.visitor().get(&reset).await.is(200);

    let page = sam.get(format!("{}/deactivation", page_of(eve.id))).await;
    page.says("Their answers, results and notes about them stay").says_not("Who takes their students?");
    close(&sam, eve.id).await.leads_to(page_of(eve.id));

    eve.get("/home").await.leads_to("/sign-in?next=%2Fhome");
    elsewhere.get("/home").await.leads_to("/sign-in?next=%2Fhome");
    portal.visitor().get(&reset).await.is(404);
    portal.signs_in(&portal.visitor(), EVE, PASSWORD).await.is(422).says("do not match");
    ada.get(eve.path()).await.is(200).says("Eve Hart").says("Agreed with the result");
    let of_eve =
        format!("audit where action = 'person.deactivated' and student_id = '{0}' and subject_id = '{0}'", eve.id);
    assert_eq!(portal.count(&of_eve).await, 1);

    sam.get("/admin/people?tab=deactivated").await.says("Eve Hart");
    sam.get("/admin/people?tab=students").await.says("deactivated");
    let door = format!("{}/reopening", page_of(eve.id));
    let form = sam.get(&door).await.is(200).form(&door);
    sam.submit(form).await.leads_to(page_of(eve.id));
    portal.eve().await.get("/results").await.is(200).says("better fit so far");
    portal.visitor().get(&reset).await.is(404);
    sam.press(&door).await.leads_to(page_of(eve.id));
    assert_eq!(portal.count("audit where action = 'person.reopened'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_advisor_who_leaves_and_comes_back_begins_without_students() {
    let portal = Portal::open().await;
    let (sam, ada, bo, eve) = (portal.sam().await, portal.ada().await, portal.bo().await, portal.eve().await);
    let door = format!("{}/deactivation", page_of(ada.id));
    let form = sam.get(&door).await.says("Their 2 students need somebody else").form(&door);
    sam.submit(form.fill("to", bo.id.to_string())).await.is(303);
    assert_eq!(students_of(&bo, &portal).await, (4, 4, 4));
    bo.get(eve.path()).await.is(200).says("Ada Bell");
    assert_eq!(portal.count(&format!("note where author_id = '{}'", ada.id)).await, 3);

    sam.get("/admin/people?tab=deactivated").await.says("Ada Bell");
    let invited = [("name", "Ada Bell"), ("email", "ADA@harbor.example"), ("role", "lead")];
    sam.post("/admin/people", invited).await.is(422).says("This address has a closed account: reopen it instead");
    let door = format!("{}/reopening", page_of(ada.id));
    let form = sam.get(&door).await.says("an advisor again, without students").form(&door);
    sam.submit(form).await.is(303);
    portal.letter_to(ada.email).await.says("An admin opened your closed Signpost account");
    let ada = portal.ada().await;
    ada.get(eve.path()).await.is(404);
    assert_eq!(students_of(&ada, &portal).await, (0, 0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_invitations_of_somebody_who_is_no_admin_any_more_are_void() {
    let portal = Portal::open().await;
    give(&portal.sam().await, portal.id_of("lee@harbor.example").await, "admin", "").await.is(303);
    let lee = portal.lee().await;
    let fields = [("name", "Kim Doe"), ("email", "kim@harbor.example"), ("role", "admin")];
    lee.post("/admin/people", fields).await.is(303);
    let list = "Ivy Noor, ivy@students.harbor.example";
    let plan = lee.post("/admin/people/invitations", [("list", list)]).await;
    lee.submit(plan.form("/admin/people/invitations")).await.is(303);
    let (kim, ivy) =
        (portal.letter_to("kim@harbor.example").await, portal.letter_to("ivy@students.harbor.example").await);
    give(&portal.sam().await, lee.id, "lead", "").await.is(303);
    portal.visitor().get(kim.link()).await.is(404);
    portal.visitor().get(ivy.link()).await.is(200);
    assert_eq!(portal.count("audit where action = 'invitation.withdrawn'").await, 1);
}

/// What an admin or a lead advisor has just sent off when their role is taken away is not done.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_under_way_when_a_role_is_taken_away_is_not_done() {
    type Act<'a> = (&'a Member, String, Vec<(&'a str, &'a str)>);
    let portal = Portal::open().await;
    let (lee, gus) = (portal.lee().await, portal.gus().await);
    let factors = portal.count("second_factor").await;
    portal.tell("update person set role = 'admin' where email_key = 'bo@harbor.example'").await;
    let bo = portal.bo().await;
    gus.post("/account/data/requests/erasure", [("sure", "on")]).await.is(303);
    let request = portal.text("select id::text from data_request where kind = 'erasure'").await;
    let list = "Ivy Noor, ivy@students.harbor.example";
    let mark = bo.post("/admin/people/invitations", [("list", list)]).await.form("/admin/people/invitations");
    let factor = format!("/admin/people/{}/second-factor/removal", lee.id);
    let acts: [Act; 4] = [
        (&bo, "/admin/people".into(), vec![("name", "Back Door"), ("email", "door@x.example"), ("role", "admin")]),
        (
            &bo,
            "/admin/people/invitations".into(),
            vec![("list", list), ("mark", mark.value("mark").unwrap()), ("form_key", mark.value("form_key").unwrap())],
        ),
        (&bo, factor, vec![]),
        (
            &lee,
            format!("/requests/{request}/decision"),
            vec![("decision", "granted"), ("reason", "Yes"), ("sure", "on")],
        ),
    ];
    for (who, door, fields) in &acts {
        let mut other = portal.database().await;
        let taken = format!("begin; update person set role = 'advisor' where id = '{}'", who.id);
        other.batch_execute(&taken).await.unwrap();
        let waits = "(select 1 where not exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')) as nobody_waits";
        let (answer, ()) = tokio::join!(who.post(door, fields.clone()), async {
            portal.until_none(waits).await;
            other.batch_execute("commit").await.unwrap();
        });
        assert_eq!(answer.status, 404, "{door}");
        let role = if who.id == lee.id { "lead" } else { "admin" };
        portal.tell(&format!("update person set role = '{role}' where id = '{}'", who.id)).await;
    }
    let left = "invitation where email_key in ('door@x.example', 'ivy@students.harbor.example')";
    assert_eq!((portal.count(left).await, portal.count("second_factor").await), (0, factors));
    gus.get("/home").await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_lost_phone_and_codes_gets_in_by_another_admin() {
    let portal = Portal::open().await;
    let (sam, ada) = (portal.sam().await, portal.ada().await);
    sam.get("/admin/people").await.says("Set up");
    let door = format!("{}/second-factor/removal", page_of(ada.id));
    let form = sam.get(&door).await.says("whoever has their password could ask you the same").form(&door);
    sam.submit(form).await.leads_to(page_of(ada.id));
    sam.get(page_of(ada.id)).await.says("Not set up");
    assert_eq!(portal.count("audit where action = 'second-factor.off'").await, 1);
    let letter = portal.letter_to(ada.email).await;
    assert_eq!(letter.kind, "second-factor-changed");
    letter.says("An admin took off the second step").says("If you did not ask for it, tell your school");
    // Twice is once: there is nothing more to tell.
    sam.press(&door).await.is(303);
    assert_eq!(portal.count("letter where kind = 'second-factor-changed'").await, 1);
    // The password alone: and the first thing is to set up another.
    let back = portal.visitor();
    back.post("/sign-in", [("email", ada.email), ("password", PASSWORD)]).await.is(303);
    back.get("/caseload").await.leads_to("/account/second-factor?next=%2Fcaseload");
    sam.get(format!("{}/second-factor/removal", page_of(sam.id))).await.is(404);
    sam.press(format!("{}/second-factor/removal", page_of(sam.id))).await.is(404);
    assert_eq!(portal.count(&format!("second_factor where person_id = '{}'", sam.id)).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_found_by_the_beginnings_of_their_words() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let find = async |q: &str| {
        let query = serde_html_form::to_string([("tab", "students"), ("q", q)]).unwrap();
        sam.get(format!("/admin/people?{query}")).await
    };
    for q in ["eve", "HART ev", "eve@students.harbor.example", "eve@stud"] {
        find(q).await.is(200).says("Eve Hart").says_not("Finn Reyes");
    }
    find("students.harbor").await.says("Eve Hart").says("Finn Reyes").says("Gus Lind").says("Hana Sato");
    for q in ["ve", "sam ortiz", "' or 1=1 --", "eve:* & !zzz", "\\", "<-> | & ! ( )"] {
        find(q).await.is(200).says_not("Eve Hart");
    }
    let searches = portal.count("audit where action = 'people.searched'").await;
    sam.get("/admin/people?tab=students").await.says("Eve Hart");
    assert_eq!(portal.count("audit where action = 'people.searched'").await, searches, "no search, no row");
    sam.get("/admin/people?tab=students&color=red").await.says("We left out a part of the address");
    sam.get("/admin/people?tab=students&before=7").await.says("The list has changed since");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_students_are_turned_over_page_by_page() {
    let portal = Portal::open().await;
    portal
        .tell(
            "insert into person (id, role, full_name, email, email_key, password_hash)
             select gen_random_uuid(), 'student', 'Many ' || n, 'many' || n || '@a.example', 'many' || n || '@a.example', ''
             from generate_series(1, 1000) n;
             insert into student (person_id) select id from person where email_key like 'many%'",
        )
        .await;
    let sam = portal.sam().await;
    let mut page = sam.get("/admin/people?tab=students&q=many").await;
    page.says("999+");
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..20 {
        let links: Vec<_> =
            page.links().into_iter().filter(|link| link.starts_with("/admin/people/0") || link.len() == 50).collect();
        seen.extend(links);
        match page.links().into_iter().find(|link| link.contains("after=")) {
            Some(next) => page = sam.get(next).await,
            None => break,
        }
    }
    assert_eq!(seen.len(), 1000);
    assert!(!page.links().iter().any(|link| link.contains("after=")));
    let back = page.links().into_iter().find(|link| link.contains("before=")).unwrap();
    assert!(back.contains("q=many"), "{back}");
    sam.get(back).await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_gives_or_takes_power_asks_once_more_who_sits_there() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let bo = portal.id_of(BO).await;
    portal.later(minutes(11)).await;
    for noun in ["role", "deactivation", "reopening", "second-factor/removal"] {
        let door = format!("{}/{noun}", page_of(bo));
        sam.get(&door).await.leads_to(format!("/sign-in/again?next={}", door.replace('/', "%2F")));
    }
    // An invitation to the staff is power too.
    portal
        .tell(
            "insert into invitation (id, email, email_key, full_name, role, invited_by, form_key)
             select gen_random_uuid(), 'ida@x.example', 'ida@x.example', 'Ida Moss', 'admin', id, gen_random_uuid()
               from person where email_key = 'sam@harbor.example'",
        )
        .await;
    let invited = portal.text("select id::text from invitation").await;
    sam.press(format!("/admin/people/invitations/{invited}/letters")).await.leads_to("/sign-in/again");
    assert_eq!(portal.letters_to("ida@x.example").await, 0);
    // A form already filled in waits, sealed, and does nothing until it is looked over.
    let door = format!("{}/role", page_of(bo));
    let asked = sam.post(&door, [("role", "admin")]).await;
    asked.says("Is it still you?");
    let form = asked.form("/sign-in/again").fill("code", code_now());
    portal.tell("update second_factor set last_step = 0").await;
    let back = sam.submit(form).await;
    let form = asked.form("/sign-in/again");
    let again = sam.post(back.is(307).location(), [("kept", form.value("kept").unwrap())]).await;
    again.is(422).says("look it over");
    assert_eq!(portal.count(&format!("person where id = '{bo}' and role = 'advisor'")).await, 1);
    sam.get("/admin/people").await.is(200);
}
