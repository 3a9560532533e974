//! Who has whom: moving chosen students, all of them as they were when they were chosen, or none.

use crate::support::{Form, Member, Page, Portal};

const CHOOSE: &str = "/caseload/selections";

/// Chooses these on the caseload and goes on.
async fn choose(who: &Member, view: &str, students: &[&Member]) -> Page {
    let mut form = who.get(format!("/caseload{view}")).await.form(CHOOSE);
    form.fields.extend(students.iter().map(|one| ("student".to_owned(), one.id.to_string())));
    let page = who.submit(form).await;
    let path = page.is(303).location();
    assert!(path.starts_with(CHOOSE), "{path}");
    who.get(path).await
}

fn moving(page: &Page) -> Form {
    let action = page.between("<form method=\"post\" action=\"/caseload/selections/", "\"");
    page.form(&format!("{CHOOSE}/{action}"))
}

async fn has(portal: &Portal, advisor: &Member) -> i64 {
    let desk = portal.text(&format!("select students::text from desk where advisor_id = '{}'", advisor.id)).await;
    let count = portal.count(&format!("student where advisor_id = '{}'", advisor.id)).await;
    assert_eq!(desk, count.to_string());
    let open = format!("assignment where advisor_id = '{}' and until is null", advisor.id);
    assert_eq!(portal.count(&open).await, count);
    count
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_moves_chosen_students_at_once_and_both_advisors_are_told_once() {
    let portal = Portal::open().await;
    let (lee, ada, bo) = (portal.lee().await, portal.ada().await, portal.bo().await);
    let (eve, gus) = (portal.eve().await, portal.gus().await);
    let page = choose(&lee, "", &[&eve, &gus]).await;
    page.is(200).says("2 students chosen").says("Eve Hart").says("Gus Lind").says("with Ada Bell");
    let form = moving(&page);
    lee.submit(form.clone()).await.is(422).says("Choose who gets the students");
    lee.submit(form.clone().fill("to", eve.id.to_string())).await.is(422).says("Choose an active advisor");
    lee.submit(form.clone().fill("to", portal.sam().await.id.to_string())).await.is(422);
    lee.submit(form.clone().fill("to", ada.id.to_string())).await.is(422).says("All of them are there already");
    assert_eq!((has(&portal, &ada).await, has(&portal, &bo).await), (2, 2));

    let form = form.fill("to", bo.id.to_string());
    lee.submit(form.clone()).await.leads_to("/caseload");
    // Sent once more it is the same act.
    lee.submit(form).await.leads_to("/caseload");
    assert_eq!((has(&portal, &ada).await, has(&portal, &bo).await), (0, 4));
    for student in [&eve, &gus] {
        ada.get(student.path()).await.is(404);
        bo.get(student.path())
            .await
            .is(200)
            .says("Assigned to Bo Chen by Lee Park")
            .says("No longer assigned to Ada Bell");
        let traces = format!(
            "audit where action = 'student.assigned' and actor_id = '{}' and student_id = '{}'",
            lee.id, student.id
        );
        assert_eq!(portal.count(&traces).await, 1);
    }
    for (advisor, said) in [(&bo, "moved 2 students to you"), (&ada, "moved 2 of your students to Bo Chen")] {
        let letter = portal.letter_to(advisor.email).await;
        letter.says(said);
        assert!(!letter.text.contains("Eve") && !letter.html.contains("Eve"), "{}", letter.text);
        assert_eq!(
            portal.count(&format!("letter where kind = 'students-moved' and person_id = '{}'", advisor.id)).await,
            1
        );
    }

    // To the queue, where any advisor may take them.
    let page = choose(&lee, "", &[&eve]).await;
    lee.submit(moving(&page).fill("to", "nobody")).await.leads_to("/caseload");
    assert_eq!(has(&portal, &bo).await, 3);
    portal.letter_to(bo.email).await.says("1 of your students to the unassigned queue");
}

#[tokio::test(flavor = "multi_thread")]
async fn if_a_student_changed_since_they_were_chosen_nobody_moves_and_the_page_says_who() {
    let portal = Portal::open().await;
    let (lee, ada, bo) = (portal.lee().await, portal.ada().await, portal.bo().await);
    let (eve, gus) = (portal.eve().await, portal.gus().await);
    let page = choose(&lee, "", &[&eve, &gus]).await;
    bo.submit(moving(&page)).await.is(404);
    portal.move_student(gus.id, bo.id).await;
    let refused = lee.submit(moving(&page).fill("to", lee.id.to_string())).await;
    refused.is(409).says("Nobody was moved").says("Gus Lind: was with Ada Bell, is with Bo Chen now");
    ada.get(eve.path()).await.is(200);
    assert_eq!(portal.count("letter where kind = 'students-moved'").await, 0);

    let again = lee.submit(refused.form(CHOOSE)).await.is(303).location();
    let page = lee.get(again).await;
    page.says("with Bo Chen").says("2 students chosen");
    lee.submit(moving(&page).fill("to", lee.id.to_string())).await.leads_to("/caseload");
    assert_eq!(portal.count(&format!("student where advisor_id = '{}'", lee.id)).await, 2);

    // Who left the school since is a difference too.
    let page = choose(&lee, "", &[&eve, &gus]).await;
    portal.tell(&format!("delete from student where person_id = '{}'", gus.id)).await;
    lee.submit(moving(&page).fill("to", ada.id.to_string())).await.is(409).says("1 student no longer here");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_advisor_takes_the_unassigned_and_nobody_elses() {
    let portal = Portal::open().await;
    let (bo, eve, gus, finn) = (portal.bo().await, portal.eve().await, portal.gus().await, portal.finn().await);
    for student in [&eve, &gus] {
        portal.tell(&format!("update assignment set until = now() where student_id = '{}'", student.id)).await;
        portal.tell(&format!("update student set advisor_id = null where person_id = '{}'", student.id)).await;
    }
    // All of a view, whoever is ticked besides; one's own students cannot be taken.
    let mut form = bo.get("/caseload?view=unassigned").await.form(CHOOSE).fill("all", "on");
    form.fields.push(("student".to_owned(), finn.id.to_string()));
    let page = bo.get(bo.submit(form).await.is(303).location()).await;
    page.says("2 students chosen").says("Eve Hart").says("Gus Lind").says_not("Finn Reyes");
    let form = moving(&page);
    bo.submit(form.clone().fill("to", portal.ada().await.id.to_string())).await.is(422).says("A lead advisor moves");
    bo.submit(form.fill("to", bo.id.to_string())).await.leads_to("/caseload");
    assert_eq!(has(&portal, &bo).await, 4);
    assert_eq!(
        portal.count("letter where kind = 'students-moved'").await,
        0,
        "nobody is told what they did themselves"
    );

    let page = choose(&bo, "", &[&finn]).await;
    page.says("A lead advisor moves those");
    // Somebody else's students cannot be chosen at all.
    let ada = portal.ada().await;
    ada.post(CHOOSE, [("student", finn.id.to_string())]).await.leads_to("/caseload");
    assert_eq!(portal.count(&format!("selection where person_id = '{}'", ada.id)).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_lead_planned_as_the_students_advisor_goes_along_and_other_plans_of_leads_stay() {
    let portal = Portal::open().await;
    let (lee, ada, eve) = (portal.lee().await, portal.ada().await, portal.eve().await);
    let plan = async |words: &str| {
        let path = format!("{}/follow-ups", eve.path());
        let form = lee.get(&path).await.form(&path).fill("words", words);
        let today = portal.text("select ((now() at time zone 'America/Chicago')::date)::text").await;
        lee.submit(form.fill("due_on", today).fill("owner", lee.id.to_string())).await.is(303);
    };
    portal.move_student(eve.id, lee.id).await;
    plan("Call Eve, as her advisor").await;
    portal.move_student(eve.id, ada.id).await;
    ada.get("/follow-ups").await.says("Call Eve, as her advisor");
    plan("Look at it in spring, as a lead").await;
    portal.move_student(eve.id, portal.bo().await.id).await;
    lee.get("/follow-ups").await.says("Look at it in spring").says_not("Call Eve");
}

/// A meeting of somebody's, two days and so many hours from now.
async fn set_meeting(portal: &Portal, student: &Member, host: &Member, hour: u8) {
    let set = format!(
        "insert into meeting (id, student_id, state, reason, advisor_id, starts_at, ends_at, place, set_at, form_key)
         values (gen_random_uuid(), '{}', 'set', 'Talk it over', '{}', now() + interval '2 days {hour} hours',
                 now() + interval '2 days {hour} hours 30 minutes', 'Room 4', now(), gen_random_uuid())",
        student.id, host.id
    );
    portal.tell(&set).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_set_meeting_goes_along_and_where_the_hour_is_taken_it_is_asked_for_again() {
    let portal = Portal::open().await;
    let (lee, ada, bo) = (portal.lee().await, portal.ada().await, portal.bo().await);
    let (eve, gus) = (portal.eve().await, portal.gus().await);
    set_meeting(&portal, &eve, &ada, 10).await;
    set_meeting(&portal, &gus, &ada, 11).await;
    // Bo has somebody at the hour of Gus.
    portal
        .tell(&format!(
            "insert into meeting (id, student_id, state, reason, advisor_id, starts_at, ends_at, place, set_at, form_key)
             select gen_random_uuid(), (select person_id from student where advisor_id = '{0}' limit 1), 'set', 'Plans', '{0}',
                    starts_at, ends_at, 'Room 5', now(), gen_random_uuid() from meeting where student_id = '{1}'",
            bo.id, gus.id
        ))
        .await;
    let last = portal.text("select id::text from letter order by id desc limit 1").await;
    let form = moving(&choose(&lee, "", &[&eve, &gus]).await).fill("to", bo.id.to_string());
    lee.submit(form).await.leads_to("/caseload");
    let of = |student: &Member, what: &str| format!("meeting where student_id = '{}' and {what}", student.id);
    let bos = format!("state = 'set' and sequence = 1 and advisor_id = '{}'", bo.id);
    assert_eq!(portal.count(&of(&eve, &bos)).await, 1);
    assert_eq!(portal.count(&of(&gus, "state = 'asked' and starts_at is null")).await, 1);
    bo.get(eve.path()).await.says("Meeting set");
    bo.get(gus.path()).await.says("Asked for a call");
    let letters = format!("select to_email from letter where kind = 'meeting' and id > '{last}' order by to_email");
    let told = portal.texts(&letters).await;
    let count = |who: &str| told.iter().filter(|to| to.starts_with(who)).count();
    // Ada for both, Bo for the one he takes over, each student once.
    assert_eq!((count("ada@"), count("bo@"), count("eve@"), count("gus@")), (2, 1, 1, 1), "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_set_meeting_goes_along_with_whoever_takes_the_student_and_a_leads_own_stays() {
    let portal = Portal::open().await;
    let (sam, lee, ada, bo) = (portal.sam().await, portal.lee().await, portal.ada().await, portal.bo().await);
    let (eve, gus) = (portal.eve().await, portal.gus().await);
    set_meeting(&portal, &eve, &ada, 10).await;
    set_meeting(&portal, &gus, &lee, 11).await;
    // Ada leaves; Bo gets her students, and the hour with Eve.
    let door = format!("/admin/people/{}/deactivation", ada.id);
    sam.submit(sam.get(&door).await.form(&door).fill("to", bo.id.to_string())).await.is(303);
    let host = async |student: &Member| {
        portal.text(&format!("select advisor_id::text from meeting where student_id = '{}'", student.id)).await
    };
    assert_eq!((host(&eve).await, host(&gus).await), (bo.id.to_string(), lee.id.to_string()));
    // Whom nobody has keeps the meeting until somebody takes them.
    lee.submit(moving(&choose(&lee, "", &[&eve]).await).fill("to", "nobody")).await.leads_to("/caseload");
    assert_eq!(host(&eve).await, bo.id.to_string());
    lee.press(format!("{}/assignment", eve.path())).await.is(303);
    assert_eq!(host(&eve).await, lee.id.to_string());
    let letter =
        "letter where kind = 'meeting' and to_email = 'bo@harbor.example' and facts::text ilike '%taken%over%'";
    assert_eq!(portal.count(letter).await, 1);
}
