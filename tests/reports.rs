//! Reports: every number is the list behind it, and who reaches no record sees nothing about few.

use crate::support::{Member, Page, Portal, minutes, text};

/// The numbers of a page that lead to lists: the list's address and the number.
fn numbers(page: &Page) -> Vec<(String, String)> {
    let links = text::tags(&page.body).into_iter().filter(|tag| tag.name == "a");
    let links = links.filter_map(|tag| tag.get("href")).filter(|href| href.starts_with("/caseload?"));
    links
        .map(|href| {
            let number = page.between(&format!("href=\"{}\">", href.replace('&', "&#38;")), "<").to_owned();
            (href, number)
        })
        .collect()
}

async fn every_number_is_its_list(who: &Member) -> usize {
    every_number_of(who, "/reports").await
}

async fn every_number_of(who: &Member, report: &str) -> usize {
    let page = who.get(report).await;
    let numbers = numbers(page.is(200));
    for (href, number) in &numbers {
        let list = who.get(href).await;
        list.says_not("left out a part of the address");
        assert_eq!(*number, list.body.matches("name=\"student\"").count().to_string(), "{href}");
    }
    numbers.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_number_is_as_long_as_the_list_behind_it() {
    let portal = Portal::open().await;
    let (ada, bo, lee) = (portal.ada().await, portal.bo().await, portal.lee().await);
    // Hana has advice that differs, for a reason; a letter to Finn fails; nobody has Gus.
    portal
        .tell(
            "insert into advice (id, result_id, author_id, author, verdict, reason, words, form_key)
             select gen_random_uuid(), newest_result_id, bo.id, 'Bo Chen', 'hi', 'credits', '', gen_random_uuid()
               from student join person on person.id = person_id, person bo
              where person.email like 'hana@%' and bo.email = 'bo@harbor.example';
             insert into letter (id, kind, person_id, to_name, to_email, locale, facts, message_id, state, created_at)
             select gen_random_uuid(), 'reset', id, 'Finn', email, 'en', '{}', gen_random_uuid()::text, 'held', now()
               from person where email like 'finn@%';
             update letter set state = 'failed' where kind = 'reset';
             update student set advisor_id = null where person_id = (select id from person where email like 'gus@%')",
        )
        .await;
    let seen = [every_number_is_its_list(&ada).await, every_number_is_its_list(&bo).await];
    assert!(seen.iter().all(|seen| *seen > 8), "{seen:?}");
    assert!(every_number_is_its_list(&lee).await > 25);
    let looked = portal.count("audit where action = 'students.listed' and subject = 'report'").await;
    assert_eq!(looked, 3);
    let page = lee.get("/reports").await;
    page.says("All students of the school").says("Counted just now").says("Changed by an advisor");
    page.says("have advice")
        .says("Ada Bell")
        .says("No advisor yet")
        .says("Credits")
        .says("A letter did not get through");
    lee.get("/caseload?advice=differs&why=credits&sort=name")
        .await
        .says("From the reports: only students who")
        .says("1 student");
    // A number keeps its filter when another is added, and a view of it can be saved; an advisor's words are a lead's only.
    lee.get("/caseload?advice=differs&credits=few").await.says("have advice that differs").says("1 student");
    ada.get(format!("/caseload?of={}", bo.id)).await.says("left out a part of the address");
    ada.get("/caseload?joined=monday").await.says("left out a part of the address");

    // The clockwork counts the school; until the next time a lead reads what it counted, and when that was.
    portal.wind().await;
    assert!(every_number_is_its_list(&lee).await > 25);
    lee.get("/reports").await.says("it is counted again every ten minutes");
    portal.tell("delete from letter where kind = 'reset'; update student set looked_at = now()").await;
    assert!(numbers(&lee.get("/reports").await).iter().any(|(href, _)| href.contains("stage=mail-failed")));
    portal.later(minutes(11)).await;
    portal.wind().await;
    assert!(every_number_is_its_list(&lee).await > 20);
    assert!(numbers(&lee.get("/reports").await).iter().all(|(href, _)| !href.contains("stage=mail-failed")));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_sees_no_number_about_few_and_no_list() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let told = |page: &Page| -> Vec<i64> {
        let cells = page.body.split("data-l=\"").skip(1);
        cells.filter_map(|cell| cell.split('>').nth(1)?.split('<').next()?.parse().ok()).collect()
    };
    // Four students: nothing but nothing.
    let page = sam.get("/admin/reports").await;
    page.is(200).says("Counted just now").says("not shown").says_not("href=\"/caseload").says_not("href=\"/students");
    assert!(told(&page).iter().all(|number| *number == 0), "{:?}", told(&page));
    // A hundred more came and have done nothing, sixty of them this week: those are told. The forty of last week are hidden
    // with the four beside them, who would be the rest of a known total.
    portal
        .tell(
            "insert into person (id, role, full_name, email, email_key, password_hash)
             select gen_random_uuid(), 'student', 'Student ' || n, n || '@x.example', n || '@x.example', ''
               from generate_series(1, 100) n;
             insert into student (person_id, advisor_id, created_at)
             select person.id, ada.id,
                    case when split_part(person.email, '@', 1)::int > 60 then now() - interval '8 days' else now() end
               from person, person ada
              where person.role = 'student' and ada.email_key = 'ada@harbor.example' and person.email like '%@x.example'",
        )
        .await;
    // It may have counted the four a moment ago.
    portal.tell("update chore set due_at = now() where name = 'reports'").await;
    portal.wind().await;
    let page = sam.get("/admin/reports").await;
    let told = told(&page);
    assert!(told.contains(&60), "{told:?}");
    assert!(told.iter().all(|number| *number == 0 || *number >= 10), "{told:?}");
    // Sums would give away what is hidden.
    page.says_not("All students</th>").says("not shown");
    portal.lee().await.get("/admin/reports").await.is(404);
    sam.get("/reports").await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_number_of_the_outcomes_is_as_long_as_the_list_behind_it() {
    let portal = Portal::open().await;
    let (ada, lee) = (portal.ada().await, portal.lee().await);
    portal
        .tell(
            "insert into outcome (id, student_id, way, told_on, source, form_key)
             select gen_random_uuid(), person_id, (array['hi', 'him', 'other', 'not'])[1 + row_number() over () % 4],
                    current_date, 'school', gen_random_uuid()
               from student where newest_result_id is not null",
        )
        .await;
    let known = portal.count("calibration").await;
    assert_eq!(known, 2);
    assert!(every_number_of(&ada, "/reports/outcomes").await >= 2);
    assert!(every_number_of(&lee, "/reports/outcomes").await >= 4);
    lee.get("/caseload?became=known&said=him-clear&said-in=1&scored=fit-1.0.0")
        .await
        .says("From the reports: only students who")
        .says("were told “Clear, HIM” before");
    ada.get("/caseload?became=rich").await.says("left out a part of the address");
    // A lead reads what the clockwork counted, an advisor what is so now.
    portal.wind().await;
    lee.get("/reports/outcomes").await.says("it is counted again every ten minutes");
    assert!(every_number_of(&lee, "/reports/outcomes").await >= 4);
    // What was told last stands, and what nobody knows any more is in no number.
    portal
        .tell(
            "insert into outcome (id, student_id, way, told_on, source, form_key)
             select gen_random_uuid(), student_id, 'unknown', current_date, 'school', gen_random_uuid()
               from calibration where recommended = 'HIM_CLEAR'",
        )
        .await;
    ada.get("/reports/outcomes").await.says_not("Clear, HIM");
    portal.tell("delete from outcome").await;
    assert_eq!(portal.count("calibration").await, 0);
    ada.get("/reports/outcomes").await.says("Nothing is known yet");
}
