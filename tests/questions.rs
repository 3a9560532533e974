//! No answer is ever lost: pages of answers, from the first save to handing in.

use crate::support::{Member, Page, Portal, hours, minutes, worked};

/// What stands in the database of a student's open attempt: item and value, `unsure` without one.
async fn stored(portal: &Portal, student: &Member) -> Vec<String> {
    portal
        .texts(&format!(
            "select item || '=' || coalesce(value::text, 'unsure') from answer join attempt on attempt.id = attempt_id
             where student_id = '{}' and submitted_at is null order by item",
            student.id
        ))
        .await
}

async fn attempts_of(portal: &Portal, student: &Member) -> i64 {
    portal.count(&format!("attempt where student_id = '{}'", student.id)).await
}

fn chosen(page: &Page, part: i16, item: &str) -> String {
    page.form(&format!("/questions/{part}")).value(item).unwrap_or_default().to_owned()
}

/// The hidden field that names the attempt, or before the first save the version.
fn subject(page: &Page, part: i16) -> (String, String) {
    let form = page.form(&format!("/questions/{part}"));
    form.fields.into_iter().find(|(name, _)| name == "attempt" || name == "questionnaire").unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_at_the_questions_begins_nothing_and_the_first_save_begins_the_attempt() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let start = gus.get("/questions").await;
    let page = gus.follow(start.leads_to("/questions/1")).await;
    page.says("Part 1 of 4").says("0 of 24 answered").says("Strongly dislike").says("I don’t know enough to say");
    assert_eq!(subject(&page, 1).0, "questionnaire");
    assert_eq!(attempts_of(&portal, &gus).await, 0);

    gus.save_part(1, &[("q01", "2")]).await.leads_to("/questions/2");
    assert_eq!(attempts_of(&portal, &gus).await, 1);
    let next = gus.get("/questions/2").await;
    next.says("1 of 24 answered").says("Saved");
    assert_eq!(subject(&next, 2).0, "attempt");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_part_is_stored_before_the_next_is_shown() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    for part in 1..=4 {
        let first = format!("q{:02}", (part - 1) * 6 + 1);
        let next = if part == 4 { "/questions/check".to_owned() } else { format!("/questions/{}", part + 1) };
        gus.save_part(part, &[(&first, "-2")]).await.leads_to(next);
        assert_eq!(stored(&portal, &gus).await.len(), usize::try_from(part).unwrap());
    }
    assert_eq!(stored(&portal, &gus).await, ["q01=-2", "q07=-2", "q13=-2", "q19=-2"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn back_refresh_and_a_second_device_show_what_was_saved() {
    let portal = Portal::open().await;
    let (gus, phone) = (portal.gus().await, portal.gus().await);
    gus.save_part(1, &[("q01", "2"), ("q02", "unsure"), ("q03", "-1")]).await.leads_to("/questions/2");
    for device in [&gus, &phone] {
        for _ in 0..2 {
            let page = device.get("/questions/1").await;
            assert_eq!(["q01", "q02", "q03", "q04"].map(|item| chosen(&page, 1, item)), ["2", "unsure", "-1", ""]);
        }
        device.get("/questions").await.leads_to("/questions/2");
    }
    phone.save_part(2, &[("q07", "1")]).await.leads_to("/questions/3");
    assert_eq!(chosen(&gus.get("/questions/2").await, 2, "q07"), "1");
    gus.get("/home").await.says("Go on with part 3").says("3 of 24 answered");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_ended_leads_back_to_the_first_part_never_saved() {
    let portal = Portal::open().await;
    let finn = portal.finn().await;
    let before = stored(&portal, &finn).await;
    portal.later(hours(3)).await;
    let ended = finn.get("/questions").await;
    let door = finn.follow(&ended).await;
    let form = door.is(200).form("/sign-in").fill("email", finn.email).fill("password", crate::support::cast::PASSWORD);
    let back = finn.submit(form).await;
    let on = finn.follow(back.leads_to("/questions")).await;
    finn.follow(on.leads_to("/questions/3")).await.says("12 of 24 answered");
    assert_eq!(stored(&portal, &finn).await, before);
    assert_eq!(before.len(), 12);
}

#[tokio::test(flavor = "multi_thread")]
async fn all_parts_are_open_and_the_first_one_never_saved_is_where_one_lands() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    gus.save_part(3, &[("q13", "1")]).await.leads_to("/questions/4");
    gus.get("/questions").await.leads_to("/questions/1");
    // A part saved with nothing in it counts as saved.
    gus.save_part(1, &[]).await.leads_to("/questions/2");
    gus.save_part(2, &[]).await.leads_to("/questions/3");
    gus.get("/questions").await.leads_to("/questions/4");
    gus.save_part(4, &[]).await.leads_to("/questions/check");
    gus.get("/questions").await.leads_to("/questions/check");
    gus.get("/home").await.says("Check your answers");
}

#[tokio::test(flavor = "multi_thread")]
async fn left_out_and_not_sure_are_two_things() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    gus.save_part(1, &[("q01", "unsure")]).await.leads_to("/questions/2");
    assert_eq!(stored(&portal, &gus).await, ["q01=unsure"]);
    let check = gus.get("/questions/check").await;
    check.says("0 of 24 answered").says("18 more answers are needed for a result.");
    assert_eq!(check.text().matches("Not answered").count(), 23);
    // Once beside its question; once in the words about what does not count.
    assert_eq!(check.text().matches("I don’t know enough to say").count(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_item_left_out_stays_as_it_was() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    gus.save_part(1, &[("q01", "2"), ("q02", "1")]).await.leads_to("/questions/2");
    let (name, id) = subject(&gus.get("/questions/1").await, 1);
    gus.post("/questions/1", [(name.as_str(), id.as_str()), ("q02", "-1")]).await.leads_to("/questions/2");
    assert_eq!(stored(&portal, &gus).await, ["q01=2", "q02=-1"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_two_tabs_the_last_word_counts() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    // Both were opened before anything was saved.
    let (one, two) = (gus.get("/questions/1").await, gus.get("/questions/1").await);
    gus.submit(one.form("/questions/1").fill("q01", "2").fill("q03", "0")).await.leads_to("/questions/2");
    gus.submit(two.form("/questions/1").fill("q01", "-2").fill("q02", "1")).await.leads_to("/questions/2");
    assert_eq!(stored(&portal, &gus).await, ["q01=-2", "q02=1", "q03=0"]);
    assert_eq!(attempts_of(&portal, &gus).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_first_saves_at_once_begin_one_attempt() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let page = gus.get("/questions/1").await;
    let saves = (0..20).map(|save| gus.submit(page.form("/questions/1").fill("q01", ["-2", "2"][save % 2])));
    for saved in futures_util::future::join_all(saves).await {
        saved.leads_to("/questions/2");
    }
    assert_eq!(attempts_of(&portal, &gus).await, 1);
    assert_eq!(stored(&portal, &gus).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_off_the_scale_stores_nothing_and_keeps_the_other_choices() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    for wrong in ["3", "-3", "", "1.0", "+1", " 1", "Like", "99999999999"] {
        let page = gus.save_part(1, &[("q01", "2"), ("q02", wrong), ("q03", "unsure")]).await;
        page.is(422).says("Choose one of the answers shown").says("Nothing on this page is saved yet");
        assert_eq!(["q01", "q02", "q03"].map(|item| chosen(&page, 1, item)), ["2", "", "unsure"], "{wrong}");
        assert!(stored(&portal, &gus).await.is_empty(), "{wrong}");
    }
    assert_eq!(attempts_of(&portal, &gus).await, 0, "a page that was refused begins nothing");
    // Sent again with the fault mended, the page that was refused goes through.
    let page = gus.save_part(1, &[("q01", "2"), ("q02", "7")]).await;
    gus.submit(page.form("/questions/1").fill("q02", "0")).await.leads_to("/questions/2");
    assert_eq!(stored(&portal, &gus).await, ["q01=2", "q02=0"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_item_that_is_not_on_the_page_stores_nothing() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    for odd in ["q07", "q25", "Q01", "points", "student_id", ""] {
        gus.save_part(1, &[("q01", "2"), (odd, "1")]).await.is(422);
        assert!(stored(&portal, &gus).await.is_empty(), "{odd}");
    }
    assert_eq!(attempts_of(&portal, &gus).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_that_does_not_exist_is_not_found() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let (name, id) = subject(&gus.get("/questions/1").await, 1);
    for part in ["0", "5", "-1", "99999", "one"] {
        let path = format!("/questions/{part}");
        gus.get(&path).await.is(404);
        gus.post(&path, [(name.as_str(), id.as_str())]).await.is(404);
    }
    gus.press("/questions/1").await.is(404);
    assert_eq!(attempts_of(&portal, &gus).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_elses_attempt_is_not_found() {
    let portal = Portal::open().await;
    let (gus, finn) = (portal.gus().await, portal.finn().await);
    let (_, id) = subject(&finn.get("/questions/3").await, 3);
    let absent = uuid::Uuid::now_v7().to_string();
    let before = stored(&portal, &finn).await;
    for path in ["/questions/1", "/questions/submission"] {
        let theirs = gus.post(path, [("attempt", id.as_str()), ("q01", "2")]).await;
        let nobodys = gus.post(path, [("attempt", absent.as_str()), ("q01", "2")]).await;
        assert_eq!(theirs.is(404).body, nobodys.is(404).body, "{path}");
    }
    gus.post("/questions/1", [("attempt", id.as_str()), ("q01", "2"), ("tap", "1")]).await.is(404);
    assert_eq!(stored(&portal, &finn).await, before);
    assert!(stored(&portal, &gus).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_post_to_a_submitted_attempt_leads_to_its_result() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    gus.answer_all(&worked::example("P01").said()).await.is(200);
    let (page, check) = (gus.get("/questions/2").await, gus.get("/questions/check").await);
    let result = gus.hand_in().await;
    gus.submit(page.form("/questions/2").fill("q07", "2")).await.leads_to(&result);
    gus.submit(page.form("/questions/2").fill("q07", "2").fill("tap", "1")).await.leads_to(&result);
    gus.submit(check.form("/questions/submission")).await.leads_to(&result);
    gus.get("/questions/check").await.leads_to("/questions");
    gus.get("/questions").await.leads_to("/results");
    assert_eq!(portal.count(&format!("answer where item = 'q07' and value = 2 and attempt_id in (select id from attempt where student_id = '{}')", gus.id)).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tap_saves_one_answer_and_does_not_mark_the_part() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let (name, id) = subject(&gus.get("/questions/1").await, 1);
    let saved = gus.post("/questions/1", [(name.as_str(), id.as_str()), ("q01", "2"), ("tap", "1")]).await;
    saved.is(200).says("Saved");
    assert!(saved.header("content-type").unwrap().starts_with("text/plain"));
    gus.post("/questions/1", [(name.as_str(), id.as_str()), ("q02", "unsure"), ("tap", "1")]).await.is(200);
    assert_eq!(stored(&portal, &gus).await, ["q01=2", "q02=unsure"]);
    gus.get("/questions").await.leads_to("/questions/1");
    gus.post("/questions/1", [(name.as_str(), id.as_str()), ("q03", "9"), ("tap", "1")]).await.is(422);
    assert_eq!(stored(&portal, &gus).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn finish_later_saves_the_page_and_leads_home() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let form = gus.get("/questions/1").await.form("/questions/1").fill("q04", "1").fill("then", "leave");
    gus.submit(form).await.leads_to("/home");
    assert_eq!(stored(&portal, &gus).await, ["q04=1"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_check_page_lists_what_is_missing_and_change_comes_back_to_it() {
    let portal = Portal::open().await;
    let finn = portal.finn().await;
    finn.fill_in_profile([("pace", "full".to_owned()), ("supervise", "yes".to_owned())]).await;
    let check = finn.get("/questions/check").await;
    let profile = check.between("id=\"s-profile\"", "</dl>");
    let lines: Vec<_> = profile.split("<dt>").skip(1).filter_map(|line| line.split_once("</dt><dd>")).collect();
    assert!(lines.len() >= 2, "{profile}");
    for (name, said) in lines {
        assert!(!said.starts_with(name), "what was chosen, not its name again: {name} {said}");
    }
    check.says("12 of 24 answered").says("6 more answers are needed for a result.").says("Answer question 13");
    assert_eq!(check.text().matches("Not answered").count(), 12);
    let links = check.links();
    assert!(links.iter().any(|link| link == "/questions/3?from=check#q13"), "{links:?}");
    for part in 1..=4 {
        assert!(links.contains(&format!("/questions/{part}?from=check")), "{links:?}");
    }

    let page = finn.get("/questions/3?from=check").await;
    finn.submit(page.form("/questions/3").fill("q13", "1")).await.leads_to("/questions/check");
    finn.get("/questions/check").await.says("13 of 24 answered").says("5 more answers are needed");
    // A refused page still knows where it came from.
    let page = finn.get("/questions/4?from=check").await;
    let refused = finn.submit(page.form("/questions/4").fill("q19", "5")).await;
    finn.submit(refused.is(422).form("/questions/4").fill("q19", "1")).await.leads_to("/questions/check");
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_presses_of_the_button_make_one_result_and_one_letter() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let check = gus.answer_all(&worked::example("P06").said()).await;
    let presses = (0..20).map(|_| gus.submit(check.form("/questions/submission")));
    let pressed = futures_util::future::join_all(presses).await;
    let results: std::collections::BTreeSet<_> = pressed.iter().map(|page| page.is(303).location()).collect();
    assert_eq!(results.len(), 1, "{results:?}");
    assert_eq!(portal.count(&format!("result where student_id = '{}'", gus.id)).await, 1);
    assert_eq!(portal.letters_to(gus.email).await, 1);
    gus.submit(check.form("/questions/submission")).await.is(303);
    assert_eq!(portal.letters_to(gus.email).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_when_it_was_saved_on_the_schools_clock() {
    let portal = Portal::open().await;
    let finn = portal.finn().await;
    portal.tell("update attempt set saved_at = '2026-11-22T20:32:00Z' where submitted_at is null").await;
    finn.get("/questions/3").await.says("Saved 2:32 PM");
    portal.later(minutes(60)).await;
    finn.get("/questions/3").await.says("Saved 1:32 PM");
}
