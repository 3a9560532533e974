//! The advisors' queue: who stands where, in which order, and that a page of it costs the same however many there are.

use std::{collections::BTreeSet, sync::Mutex};

use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};
use signpost::model::{
    advice::Verdict,
    caseload::{Facts, Status},
    fit::Outcome,
};

use crate::support::{Page, Portal, Visitor, days};

const OUTCOMES: [Outcome; 6] =
    [Outcome::HiClear, Outcome::HiLean, Outcome::Either, Outcome::HimLean, Outcome::HimClear, Outcome::Insufficient];

/// All that can be so of a student, as far as it decides a status.
fn all_facts() -> Vec<Facts> {
    let options = |some: &[Outcome]| some.iter().copied().map(Some).chain([None]).collect::<Vec<_>>();
    let verdicts: Vec<Option<Verdict>> = Verdict::ALL.into_iter().map(Some).chain([None]).collect();
    let mut all = Vec::new();
    for bits in 0..32_u8 {
        let is = |bit: u8| bits & (1 << bit) != 0;
        for verdict in &verdicts {
            for outcome in options(&OUTCOMES) {
                for untouched in [None, Some(-1), Some(0), Some(6), Some(7), Some(400)] {
                    all.push(Facts {
                        has_failed_letter: is(0),
                        asks_for_call: is(1),
                        has_meeting: is(2),
                        is_overdue: is(3),
                        is_waiting: is(4),
                        verdict: *verdict,
                        outcome,
                        untouched,
                    });
                }
            }
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_and_the_program_have_one_rule() {
    let portal = Portal::open().await;
    let text = |code: Option<&str>| code.map_or("null".to_owned(), |code| format!("'{code}'"));
    let all = all_facts();
    let rows = all.iter().enumerate().map(|(at, facts)| {
        format!(
            "({at},{},{},{},{},{},{},{},{})",
            facts.has_failed_letter,
            facts.asks_for_call,
            facts.has_meeting,
            facts.is_overdue,
            text(facts.verdict.map(Verdict::code)),
            text(facts.outcome.map(Outcome::as_str)),
            facts.is_waiting,
            facts.untouched.map_or("null".to_owned(), |days| days.to_string()),
        )
    });
    let query = format!(
        "select status_of(failed, asks, meets, late, verdict, outcome, waits, untouched::int) || ' '
                || rank_of(status_of(failed, asks, meets, late, verdict, outcome, waits, untouched::int))
           from (values {}) as f (at, failed, asks, meets, late, verdict, outcome, waits, untouched) order by at",
        rows.collect::<Vec<_>>().join(",")
    );
    let said: Vec<String> =
        all.iter().map(Status::of).map(|status| format!("{} {}", status.code(), status.rank())).collect();
    assert_eq!(portal.texts(&query).await, said);
    let kinds: BTreeSet<_> = said.iter().collect();
    assert_eq!(kinds.len(), Status::ALL.len() - 1, "every status of a student comes up");
}

/// What is kept of every student is what their rows say now.
async fn nothing_is_stale(portal: &Portal) {
    let stale = "standing full join standing_now as now using (student_id)
                  where (standing.status, standing.place, standing.rank, standing.advisor_id, standing.outcome,
                         standing.credits, standing.seen_day, standing.last_contact_on, standing.name_key, standing.words)
                    is distinct from (now.status, now.place, now.rank, now.advisor_id, now.outcome, now.credits,
                         now.seen_day, now.last_contact_on, now.name_key, now.words)";
    assert_eq!(portal.count(stale).await, 0);
    assert_eq!(portal.count("tally_off").await, 0, "the tally says what the queue says");
}

/// The names on a page, in their order.
fn names(page: &Page) -> Vec<String> {
    let rows = page.body.split("scope=\"row\" class=\"who\">").skip(1);
    rows.filter_map(|row| Some(row.split("</a>").next()?.rsplit('>').next()?.to_owned())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_student_moves_through_the_queue_as_things_happen_and_as_days_go_by() {
    let portal = Portal::open().await;
    let (ada, bo, lee) = (portal.ada().await, portal.bo().await, portal.lee().await);
    let (eve, gus, hana) = (portal.eve().await, portal.gus().await, portal.hana().await);
    nothing_is_stale(&portal).await;
    assert_eq!(names(&lee.get("/caseload").await), ["Hana Sato", "Eve Hart", "Finn Reyes", "Gus Lind"]);

    // A promise that is late, and one that is not.
    let promise = |who: &str, day: &str| {
        format!(
            "insert into follow_up (id, student_id, owner_id, author_id, author, words, due_on, form_key)
             select gen_random_uuid(), '{who}', id, id, 'Ada Bell', 'Send the course list', {day}, gen_random_uuid()
               from person where email_key = 'ada@harbor.example'"
        )
    };
    portal.tell(&promise(&eve.id.to_string(), "current_date - 3")).await;
    portal.tell(&promise(&gus.id.to_string(), "current_date + 30")).await;
    let page = ada.get("/caseload?view=overdue").await;
    page.says("Follow-up overdue").says("Send the course list, due").says("Eve Hart").says_not("Gus Lind");
    nothing_is_stale(&portal).await;

    // A student who asks for a call comes before what is late.
    portal
        .tell(&format!(
            "insert into meeting (id, student_id, state, reason, asked_at, form_key)
             values (gen_random_uuid(), '{}', 'asked', 'Can I lead a team?', now(), gen_random_uuid())",
            gus.id
        ))
        .await;
    assert_eq!(names(&ada.get("/caseload").await), ["Gus Lind", "Eve Hart"]);
    ada.get("/caseload?view=calls").await.says("“Can I lead a team?”");
    portal
        .tell(&format!(
            "update meeting set state = 'set', advisor_id = student.advisor_id, starts_at = now() + interval '2 days',
                    ends_at = now() + interval '2 days 1 hour', place = 'Room 4', set_at = now()
               from student where student.person_id = meeting.student_id and student_id = '{}'",
            gus.id
        ))
        .await;
    ada.get("/caseload").await.says("Meeting set");

    // A letter that fails is on top of what is decided, until one of its kind gets through.
    let letter = |state: &str| {
        format!(
            "insert into letter (id, kind, person_id, to_name, to_email, locale, facts, message_id, state, server_words, created_at)
             values (gen_random_uuid(), 'reset', '{}', 'Eve', 'eve@students.harbor.example', 'en', '{{}}',
                     gen_random_uuid()::text, '{state}', '550 no such user', now())",
            eve.id
        )
    };
    portal.tell(&letter("held")).await;
    portal.tell(&format!("update letter set state = 'failed' where person_id = '{}' and kind = 'reset'", eve.id)).await;
    ada.get("/caseload").await.says("Mail failed").says("Mail server: 550 no such user");
    nothing_is_stale(&portal).await;
    portal.tell(&format!("delete from letter where person_id = '{}' and kind = 'reset'", eve.id)).await;

    // A week without an answer, which nobody writes down: the calendar turns it.
    bo.get("/caseload?view=stalled").await.says("Nobody has stalled");
    portal.later(days(5)).await;
    portal.wind().await;
    let (bo, finn) = (portal.bo().await, portal.finn().await);
    bo.get("/caseload?view=stalled").await.says("Finn Reyes").says("Stopped at 12 of 24");
    assert_eq!(names(&bo.get("/caseload?view=needs-you").await), ["Hana Sato", "Finn Reyes"]);
    finn.get("/questions/3").await.is(200);
    bo.get("/caseload?stage=close-call").await.says("Hana Sato").says_not("Finn Reyes");
    drop(hana);
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_and_counts_cover_exactly_the_students_within_reach() {
    let portal = Portal::open().await;
    let (ada, lee) = (portal.ada().await, portal.lee().await);
    portal.tell("update person set full_name = 'Éve Härt' where email_key = 'eve@students.harbor.example'").await;
    for typed in ["eve", "HART", "eve+har", "%C3%89ve", "students.harbor+eve"] {
        ada.get(format!("/caseload?q={typed}")).await.says("Éve Härt").says("1 student").says_not("Gus Lind");
    }
    let nobody = ada.get("/caseload?q=finn").await;
    nobody.says("No students match").says("Clear the filters").says_not("Finn Reyes");
    lee.get("/caseload?q=finn").await.says("Finn Reyes").says("Bo Chen");
    lee.get("/caseload?advisor=bo&sort=name").await.says("Finn Reyes").says("Hana Sato").says_not("Gus Lind");
    // The advisor filter is a lead's: to others it is an unknown word.
    ada.get("/caseload?advisor=bo").await.says("left out a part of the address").says("Gus Lind");
    lee.get("/caseload?result=him-clear").await.says("Éve Härt").says("1 student");
    lee.get("/caseload?result=none&credits=unknown").await.says("2 students");
    lee.get("/caseload?credits=few&stage=plan-agreed").await.says("Éve Härt").says("1 student");
    // Ada met Eve yesterday; the others never met anybody.
    lee.get("/caseload?no-contact=30").await.says("3 students").says_not("Éve Härt");
    for (name, value) in [("q", "eve"), ("stage", "new-result"), ("credits", "half")] {
        let page = ada.get(format!("/caseload?{name}={value}&age=17")).await;
        page.is(200).says("left out a part of the address");
    }
    // Whoever was invited is expected by every advisor; a colleague's students stay out of every count.
    portal
        .tell(
            "insert into invitation (id, email, email_key, full_name, role, invited_by, form_key)
             select gen_random_uuid(), 'ida@students.harbor.example', 'ida@students.harbor.example', 'Ida Moss', 'student', id,
                    gen_random_uuid() from person where role = 'admin'",
        )
        .await;
    ada.get("/caseload?view=invited").await.says("Ida Moss").says("Sam Ortiz").says("1 invitation");
    ada.get("/caseload?view=invited&q=moss").await.says("Ida Moss");
    ada.get("/caseload?stage=invited&q=oak").await.says("No students match");
    let tabs = |page: &Page| -> Vec<String> {
        let counts = page.body.split("<b class=\"num\">").skip(1);
        counts.take(8).filter_map(|part| Some(part.split('<').next()?.to_owned())).collect()
    };
    // Everyone, needs you, new, calls, overdue, stalled, unassigned, invited.
    assert_eq!(tabs(&ada.get("/caseload").await), ["2", "0", "0", "0", "0", "0", "0", "1"]);
    assert_eq!(tabs(&lee.get("/caseload").await), ["4", "1", "1", "0", "0", "0", "0", "1"]);
}

/// Sixty more students of Ada's, in all stages.
async fn enlarge(portal: &Portal) {
    portal
        .tell(
            "insert into person (id, role, full_name, email, email_key, password_hash, last_seen_at)
             select gen_random_uuid(), 'student', 'Student ' || n % 40, n || '@x.example', n || '@x.example', '',
                    case when n % 3 > 0 then now() - n % 9 * interval '1 day' end from generate_series(1, 60) n;
             insert into student (person_id, advisor_id)
             select person.id, ada.id from person, person ada
              where person.role = 'student' and ada.email_key = 'ada@harbor.example' and person.email like '%@x.example';
             insert into profile (student_id, called, credits, unit)
             select id, 'S', length(full_name || email) * 13 % 200, case when id::text > '8' then 'semester' else 'quarter' end
               from person where email like '%@x.example';
             insert into attempt (id, student_id, questionnaire_id, saved_at)
             select gen_random_uuid(), person.id, questionnaire.id, now() - split_part(email, '@', 1)::int % 12 * interval '1 day'
               from person, questionnaire where email like '%@x.example' and email > '3' and status = 'published'",
        )
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_that_a_thousand_match_says_so_and_turns_its_pages() {
    let portal = Portal::open().await;
    portal
        .tell(
            "insert into person (id, role, full_name, email, email_key, password_hash)
             select gen_random_uuid(), 'student', 'Common ' || n, n || '@x.example', n || '@x.example', ''
               from generate_series(10000, 11000) n;
             insert into student (person_id) select id from person where email like '%@x.example'",
        )
        .await;
    let lee = portal.lee().await;
    let first = lee.get("/caseload?q=common&sort=name").await;
    first.says("999+ students");
    let second = follow(&lee, &first, "after=").await.unwrap();
    let named = |from: u32| (from..from + 25).map(|n| format!("Common {n}")).collect::<Vec<_>>();
    assert_eq!((names(&first), names(&second)), (named(10_000), named(10_025)));
    let back = follow(&lee, &second, "before=").await.unwrap();
    assert_eq!(names(&back), named(10_000));
}

async fn follow(who: &Visitor, page: &Page, way: &str) -> Option<Page> {
    let link = page.links().into_iter().find(|link| link.contains(way))?;
    Some(who.get(link).await)
}

#[tokio::test(flavor = "multi_thread")]
async fn next_and_previous_pass_everybody_once_in_every_order() {
    let portal = Portal::open().await;
    enlarge(&portal).await;
    nothing_is_stale(&portal).await;
    let (ada, lee) = (portal.ada().await, portal.lee().await);
    for (who, all) in [(&*ada, 62), (&*lee, 64)] {
        for sort in ["need", "name", "name-desc", "credits", "credits-desc", "seen", "seen-desc"] {
            let mut page = who.get(format!("/caseload?sort={sort}")).await;
            let first = names(&page);
            let mut seen: Vec<String> =
                page.links().into_iter().filter(|link| link.starts_with("/students/")).collect();
            let mut pages = 1;
            while let Some(next) = follow(who, &page, "after=").await {
                seen.extend(next.links().into_iter().filter(|link| link.starts_with("/students/")));
                (page, pages) = (next, pages + 1);
            }
            let once: BTreeSet<_> = seen.iter().collect();
            assert_eq!((pages, seen.len(), once.len()), (3, all, all), "{sort}");
            while let Some(previous) = follow(who, &page, "before=").await {
                page = previous;
            }
            assert_eq!(names(&page), first, "{sort} and back");
        }
    }
    // What is rare is found by another way, in the same orders: each once, and as many as the page says.
    let rare = [
        ("result=none", "outcome is null"),
        ("result=none&credits=few&no-contact=30", "outcome is null and credits between 0 and 89"),
        ("credits=half", "credits between 90 and 179"),
        ("q=student", "is_called(words, 'student:*')"),
    ];
    for (query, rows) in rare {
        let all = usize::try_from(portal.count(&format!("standing where {rows}")).await).unwrap();
        let mut names_of_first = None;
        for sort in ["need", "name", "name-desc", "credits", "credits-desc", "seen", "seen-desc"] {
            let mut page = lee.get(format!("/caseload?{query}&sort={sort}")).await;
            page.says(&format!("{all} students"));
            let mut seen = names(&page);
            while let Some(next) = follow(&lee, &page, "after=").await {
                seen.extend(names(&next));
                page = next;
            }
            let pages = seen.len();
            while let Some(previous) = follow(&lee, &page, "before=").await {
                page = previous;
            }
            assert_eq!(names(&page), seen[..seen.len().min(25)], "{query} by {sort} and back");
            seen.sort();
            let first = names_of_first.get_or_insert_with(|| seen.clone());
            assert_eq!((pages, &seen), (all, &*first), "{query} by {sort}");
        }
    }
    let sorted = ada.get("/caseload?sort=name").await;
    assert!(sorted.body.contains("aria-sort=\"ascending\""));
    let listed = names(&sorted);
    assert!(listed.is_sorted_by_key(|name| name.to_lowercase()), "{listed:?}");
    // Somebody who is a colleague's by now marks no place; neither does a name that is another by now.
    let next = ada.get("/caseload?sort=name").await.links().into_iter().find(|link| link.contains("after=")).unwrap();
    let id = next.rsplit('.').next().unwrap();
    portal.tell(&format!("update person set full_name = 'Zoe' where id = '{id}'")).await;
    ada.get(&next).await.is(200).says("The list has changed since");
    let next = ada.get("/caseload").await.links().into_iter().find(|link| link.contains("after=")).unwrap();
    let id = next.rsplit('.').next().unwrap();
    portal.tell(&format!("update student set advisor_id = null where person_id = '{id}'")).await;
    ada.get(&next).await.is(200).says_not("The list has changed since");
    let bo = portal.id_of("bo@harbor.example").await;
    portal.tell(&format!("update student set advisor_id = '{bo}' where person_id = '{id}'")).await;
    ada.get(&next).await.is(200).says("The list has changed since");
}

static ASKED: Mutex<Vec<String>> = Mutex::new(Vec::new());

struct Listener;

impl Instrumentation for Listener {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        if let InstrumentationEvent::StartQuery { query, .. } = event {
            ASKED.lock().unwrap().push(query.to_string());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_asks_three_things_whatever_it_shows() {
    // Each story has a process of its own, so only this portal is heard.
    set_default_instrumentation(|| Some(Box::new(Listener))).unwrap();
    let portal = Portal::open().await;
    enlarge(&portal).await;
    let (ada, lee) = (portal.ada().await, portal.lee().await);
    ada.get("/caseload").await;
    let next = ada.get("/caseload").await.links().into_iter().find(|link| link.contains("after=")).unwrap();
    let pages =
        ["/caseload", "/caseload?view=new&sort=name", "/caseload?q=student&credits=few", "/caseload?view=invited"];
    for path in pages.into_iter().chain([next.as_str()]) {
        for who in [&*ada, &*lee] {
            ASKED.lock().unwrap().clear();
            who.get(path).await.is(200);
            let asked = std::mem::take(&mut *ASKED.lock().unwrap());
            let is_own = |query: &String| {
                let word = query.to_lowercase();
                word.starts_with("select") && !word.contains("\"session\"") && !word.contains("from session")
            };
            let own: Vec<_> = asked.iter().filter(|query| is_own(query)).collect();
            assert!((2..=3).contains(&own.len()), "{path}: {own:#?}");
            assert_eq!(asked.iter().filter(|query| query.to_lowercase().contains("insert into \"audit\"")).count(), 1);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_are_kept_by_whoever_moves_a_student_and_held_against_the_queue_each_day() {
    let portal = Portal::open().await;
    enlarge(&portal).await;
    let lee = portal.lee().await;
    assert!(portal.count("tally where not is_sum").await > 60);
    portal.wind().await;
    assert_eq!(portal.count("tally where not is_sum").await, 0, "what was added is in the sums");
    nothing_is_stale(&portal).await;
    lee.get("/caseload").await.says("64 students");
    // Two who move students at once add rows of their own: nobody waits for anybody.
    portal
        .tell("update student set advisor_id = null where person_id in (select id from person where email like '1%')")
        .await;
    nothing_is_stale(&portal).await;
    lee.get("/caseload?view=unassigned").await.says("11 students");
    // Whoever goes takes their counts along.
    portal.tell("delete from student where person_id = (select id from person where email = '1@x.example')").await;
    nothing_is_stale(&portal).await;
    // Should an act ever pass the tally by, the day's chore finds it.
    portal.tell("delete from tally where id in (select id from tally order by id limit 3)").await;
    assert!(portal.count("tally_off").await > 0);
    portal.later(days(1)).await;
    portal.wind().await;
    assert_eq!(portal.count("tally_off").await, 0, "the day's chore mended it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_is_saved_for_oneself_without_names() {
    let portal = Portal::open().await;
    let (ada, bo) = (portal.ada().await, portal.bo().await);
    let form = ada.get("/caseload?q=eve&stage=plan-agreed&sort=name").await.form("/caseload/views");
    ada.submit(form.clone().fill("name", " ")).await.is(422).says("Enter a name for the view");
    let saved = ada.submit(form.clone().fill("name", "Agreed plans")).await.is(303).location();
    assert_eq!(saved, "/caseload?stage=plan-agreed&sort=name&done=view-saved");
    // The same form again is the same view; another one of that name is refused, with what was typed.
    ada.submit(form.fill("name", "Agreed plans")).await.is(303);
    let other = ada.get("/caseload?view=new&sort=name").await.form("/caseload/views");
    ada.submit(other.fill("name", "agreed PLANS")).await.is(422).says("You have a view with this name");
    let page = ada.get("/caseload").await;
    page.says("Agreed plans");
    bo.get("/caseload").await.says_not("Agreed plans");
    let id = portal.text("select id::text from saved_view").await;
    let path = format!("/caseload/views/{id}");
    bo.post(&path, [("name", "Mine")]).await.is(404);
    bo.press(format!("{path}/removal")).await.is(404);
    ada.post(&path, [("name", "")]).await.is(422).says("Enter a name for the view");
    ada.post(&path, [("name", "Plans")]).await.leads_to("/caseload/views");
    ada.get("/caseload/views").await.says("Plans");
    ada.press(format!("{path}/removal")).await.leads_to("/caseload/views");
    ada.get("/caseload/views").await.says("No saved views");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restricted_note_shows_in_nobody_s_queue() {
    let portal = Portal::open().await;
    let (ada, lee, gus) = (portal.ada().await, portal.lee().await, portal.gus().await);
    let standing = format!("select row(looked_at, last_contact_on)::text from student where person_id = '{}'", gus.id);
    let (before, queue) = (portal.text(&standing).await, ada.get("/caseload").await.text());
    let form = lee.get(gus.notes_path()).await.form(&gus.notes_path());
    let today = portal.text("select (now() at time zone 'America/Chicago')::date::text").await;
    let form =
        form.fill("body", "Owl").fill("level", "restricted").fill("contact_on", today).fill("contact_how", "phone");
    lee.submit(form).await.is(303);
    assert_eq!(portal.text(&standing).await, before);
    assert_eq!(ada.get("/caseload").await.text(), queue);
    // Once it is one for all advisors, it counts.
    let id = portal.text("select id::text from note where body = 'Owl'").await;
    let path = format!("{}/{id}", gus.notes_path());
    // An edit that leaves out who may read it widens nothing.
    let open = lee.get(&path).await.form(&path);
    let without =
        [("body", "Owls"), ("seen", open.value("seen").unwrap()), ("form_key", open.value("form_key").unwrap())];
    lee.post(&path, without).await.is(422);
    lee.submit(open.fill("level", "advisors")).await.is(303);
    assert_ne!(portal.text(&standing).await, before);
}

/// What scanners type: signs only as far as we read, and the words after that.
#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_sought_the_queue_answers() {
    let portal = Portal::open().await;
    let lee = portal.lee().await;
    let late = format!("{}etc%2Fpasswd", "....%2F%2F".repeat(20));
    for query in [format!("q={late}"), format!("advisor={late}"), format!("q={late}&advisor={late}&view=stalled")] {
        lee.get(format!("/caseload?{query}")).await.is(200);
    }
}
