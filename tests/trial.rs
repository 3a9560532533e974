//! Trying before registering: a visitor answers, sees the band, and keeps it by registering or signing in, or starts over.

use crate::support::{Page, Portal, Visitor, cast::PASSWORD, hours, minutes, worked};

const EMAIL: &str = "ivy@students.harbor.example";
const WORDS: &str = "violet pepper station nine";
const HIM: &str = "Health information management is the better fit so far";

async fn registers(who: &Visitor, email: &str) -> Page {
    who.post("/register", [("name", "Ivy Noor"), ("email", email), ("password", WORDS)]).await
}

/// Answers everything and hands it in; gives the address of what they see.
async fn tries(who: &Visitor) -> String {
    who.answer_all(&worked::example("P02").said()).await.is(200);
    who.hand_in().await
}

async fn tried(portal: &Portal) -> i64 {
    portal.count("attempt where session_id is not null").await
}

async fn sessions(portal: &Portal) -> i64 {
    portal.count("session where person_id is null").await
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_begins_nothing_and_the_first_answer_brings_the_cookie() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    assert!(visitor.get("/").await.is(200).links().contains(&"/questions".to_owned()));
    visitor.get("/questions").await.leads_to("/questions/1");
    let page = visitor.get("/questions/1").await;
    page.is(200).says("You can try this without an account").says("24 hours");
    assert_eq!(page.header("cache-control"), Some("no-store"));
    visitor.send(visitor.request(reqwest::Method::HEAD, "/questions/2")).await.is(200);
    visitor.save_part(1, &[("q01", "9")]).await.is(422);
    assert_eq!((visitor.cookie("sid"), sessions(&portal).await, tried(&portal).await), (None, 0, 0));

    // A tap of the script and the page's button are the same first save.
    let form = page.form("/questions/1").fill("q01", "2").fill("tap", "1");
    visitor.submit(form).await.is(200).says("Saved");
    assert!(visitor.cookie("sid").is_some());
    visitor.save_part(1, &[("q02", "-1")]).await.leads_to("/questions/2");
    assert_eq!((sessions(&portal).await, tried(&portal).await), (1, 1));
    let next = visitor.get("/questions/2").await;
    next.says("2 of 24 answered").says("deleted 24 hours after the last one").says("Start over");
    let leaves = next.form("/questions/2").fill("then", "leave");
    visitor.submit(leaves).await.leads_to("/");
    visitor.get("/compare").await.says("Start over");
    visitor.get("/questions").await.leads_to("/questions/3");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_sees_the_band_of_their_own_try_and_nobody_else_does() {
    let portal = Portal::open().await;
    let (visitor, other) = (portal.visitor(), portal.visitor());
    let result = tries(&visitor).await;
    let page = visitor.get(&result).await;
    page.is(200).says(HIM).says("Clear lead").says("Create account").says_not("points went toward");
    assert_eq!((portal.count("result where attempt_id in (select id from attempt where session_id is not null)").await, portal.count("letter where kind = 'recommendation' and created_at > now() - interval '1 minute' and to_email like 'ivy%'").await), (0, 0));
    // A second press, and another page of the same attempt.
    visitor.get("/questions").await.leads_to(&result);
    visitor.get("/questions/check").await.leads_to("/questions");

    // Who has a try of their own finds nothing here; who has none may have an account.
    let attempt = result.rsplit('/').next().unwrap().to_owned();
    other.get(&result).await.leads_to(format!("/sign-in?next={}", result.replace('/', "%2F")));
    other.post("/questions/1", [("attempt", attempt.as_str()), ("q01", "-2")]).await.leads_to("/sign-in");
    other.save_part(1, &[("q01", "1")]).await.leads_to("/questions/2");
    let absent = uuid::Uuid::now_v7().to_string();
    for (path, field) in [("/questions/1", "attempt"), ("/questions/submission", "attempt"), ("/attempts", "result")] {
        let theirs = other.post(path, [(field, attempt.as_str())]).await;
        let nobodys = other.post(path, [(field, absent.as_str())]).await;
        assert_eq!(theirs.is(404).body, nobodys.is(404).body, "{path}");
    }
    let nobodys = other.get(format!("/results/{absent}")).await;
    assert_eq!(other.get(&result).await.is(404).body, nobodys.is(404).body);
    for staff in [portal.ada().await, portal.sam().await] {
        staff.get(&result).await.is(404);
    }
    portal.eve().await.get(&result).await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn too_few_answers_say_so_and_can_be_finished() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    visitor.save_part(1, &[("q01", "2")]).await.leads_to("/questions/2");
    let result = visitor.hand_in().await;
    let page = visitor.get(&result).await;
    page.says("Not enough answers yet").says("17 more answers are needed");
    visitor.submit(page.form("/attempts")).await.leads_to("/questions/check");
    visitor.answer_all(&worked::example("P02").said()).await.is(200);
    assert_eq!(visitor.hand_in().await, result);
    visitor.get(&result).await.says("Keep this with a free account").says_not("Not enough answers yet");
    // What has a band is not opened again by an old page.
    visitor.submit(page.form("/attempts")).await.leads_to(&result);
}

#[tokio::test(flavor = "multi_thread")]
async fn starting_over_asks_and_then_deletes_everything() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    let result = tries(&visitor).await;
    visitor.get("/attempts/removal").await.is(200).says("The 24 answers you gave in this browser are deleted");
    assert_eq!(tried(&portal).await, 1);
    let done = visitor.press("/attempts/removal").await;
    assert!(done.leads_to("/questions").header("clear-site-data").is_some_and(|what| what.contains("storage")));
    assert_eq!(
        (
            tried(&portal).await,
            portal.count("answer join attempt on attempt.id = attempt_id where session_id is not null").await
        ),
        (0, 0)
    );
    visitor.get(&result).await.is(303);
    visitor.get("/questions/1").await.says("0 of 24 answered").says_not("deleted 24 hours after");
    portal.eve().await.press("/attempts/removal").await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn registering_keeps_a_try_at_confirm_in_any_browser() {
    let portal = Portal::open().await;
    let (visitor, phone) = (portal.visitor(), portal.visitor());
    let result = tries(&visitor).await;
    visitor.get("/register").await.says("The answers you gave here come with you");
    registers(&visitor, EMAIL).await.leads_to("/register/sent");
    assert_eq!(tried(&portal).await, 1, "bound, and not theirs before the link is used");

    let link = portal.letter_to(EMAIL).await.link();
    let page = phone.get(&link).await;
    page.says("Keep the answers you gave on").says("24 of 24 answered. You get your result at once.");
    assert!(!page.body.contains("checked"), "nothing is chosen for anybody");
    phone.submit(page.form(&link)).await.is(422).says("Choose whether to keep the answers");
    phone.submit(page.form(&link).fill("answers", "keep")).await.leads_to("/home");
    phone.get(&result).await.is(200).says(HIM).says("64");
    assert_eq!(portal.count(&format!("letter where kind = 'recommendation' and to_email = '{EMAIL}'")).await, 1);
    assert_eq!((tried(&portal).await, sessions(&portal).await), (0, 0));
    // The browser they answered in knows nobody any more.
    visitor.get(&result).await.is(303);
    visitor.get("/questions/1").await.is(200).says("0 of 24 answered");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unfinished_try_goes_on_in_the_account_and_one_left_is_deleted() {
    let portal = Portal::open().await;
    for (email, answers, place) in
        [(EMAIL, "keep", "/questions/2"), ("ian@students.harbor.example", "leave", "/questions/1")]
    {
        let visitor = portal.visitor();
        visitor.save_part(1, &[("q01", "2"), ("q02", "-1")]).await.leads_to("/questions/2");
        registers(&visitor, email).await.leads_to("/register/sent");
        let link = portal.letter_to(email).await.link();
        let page = visitor.get(&link).await;
        page.says("2 of 24 answered. You go on where you stopped.");
        visitor.submit(page.form(&link).fill("answers", answers)).await.leads_to("/home");
        visitor.get("/questions").await.leads_to(place);
        assert_eq!(tried(&portal).await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_of_whoever_else_registered_the_address_are_nobodys_to_keep() {
    let portal = Portal::open().await;
    let (mallory, ivy) = (portal.visitor(), portal.visitor());
    ivy.save_part(1, &[("q01", "-2")]).await.leads_to("/questions/2");
    registers(&ivy, EMAIL).await.is(303);
    let planted = tries(&mallory).await;
    registers(&mallory, EMAIL).await.is(303);
    let link = portal.letter_to(EMAIL).await.link();
    let page = ivy.get(&link).await;
    page.says("used to register more than once").says_not("Keep the answers");
    let chosen = [("name", "Ivy Noor"), ("password", WORDS), ("answers", "keep")];
    ivy.post(&link, chosen).await.leads_to("/home");
    assert_eq!(
        portal.count(&format!("result join person on person.id = student_id where email_key = '{EMAIL}'")).await,
        0
    );
    ivy.get(&planted).await.is(404);
    // Her own are asked about, as after signing in; Mallory's stay Mallory's.
    ivy.get("/earlier-answers").await.says("1 of 24 answered in this browser");
    mallory.get(&planted).await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_takes_no_answers_that_somebody_went_on_with() {
    let portal = Portal::open().await;
    // Somebody registers at a shared computer and leaves. Gus goes on there, and signs in, or not yet.
    for (email, signs_in) in [(EMAIL, true), ("ian@students.harbor.example", false)] {
        let (shared, mallory) = (portal.visitor(), portal.visitor());
        shared.save_part(1, &[("q01", "2")]).await.leads_to("/questions/2");
        registers(&shared, email).await.is(303);
        let link = portal.letter_to(email).await.link();
        if signs_in {
            portal.signs_in(&shared, "gus@students.harbor.example", PASSWORD).await.is(303);
        } else {
            mallory.get(&link).await.says("Keep the answers");
            shared.save_part(2, &[("q07", "1")]).await.is(303);
        }
        mallory.get(&link).await.is(200).says_not("Keep the answers");
        mallory.post(&link, [("answers", "keep")]).await.leads_to("/home");
        let own = format!("attempt join person on person.id = student_id where email_key = '{email}'");
        assert_eq!((portal.count(&own).await, tried(&portal).await), (0, 1), "signed in: {signs_in}");
        portal.tell("delete from attempt where session_id is not null").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_known_address_binds_nothing_and_looks_the_same() {
    let portal = Portal::open().await;
    let (visitor, stranger) = (portal.visitor(), portal.visitor());
    tries(&visitor).await;
    let known = registers(&visitor, "gus@students.harbor.example").await;
    let unknown = registers(&stranger, EMAIL).await;
    assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
    assert_eq!(portal.count("registration where attempt_id is not null").await, 0);
    assert_eq!(portal.count("attempt join person on person.id = student_id where full_name = 'Gus Lind'").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_asks_and_replaces_nothing_unsaid() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    visitor.save_part(1, &[("q01", "-2")]).await.leads_to("/questions/2");
    visitor.get("/sign-in").await.says("After you sign in, we ask whether to keep them");
    // Finn has saved parts 1 and 2 in his account.
    let finn = portal.id_of("finn@students.harbor.example").await;
    let own = async || {
        portal.text(&format!("select id::text from attempt where student_id = '{finn}' and submitted_at is null")).await
    };
    let before = own().await;
    let email = "finn@students.harbor.example";
    portal.signs_in(&visitor, email, PASSWORD).await.leads_to("/earlier-answers?next=%2Fhome");
    visitor.get("/home").await.says("You gave answers here before you signed in");
    let page = visitor.get("/earlier-answers?next=%2Fhome").await;
    page.says("1 of 24 answered in this browser").says("They take the place of the answers in your account: 12 of 24");
    visitor.submit(page.form("/earlier-answers")).await.is(422).says("Choose whether to keep the answers");
    // A page that did not say what is replaced replaces nothing.
    visitor.post("/earlier-answers", [("keep", "yes")]).await.is(422).says("have changed");
    assert_eq!(own().await, before);
    visitor.submit(page.form("/earlier-answers").fill("keep", "yes")).await.leads_to("/questions");
    assert_ne!(own().await, before);
    visitor.get("/questions/1").await.says("1 of 24 answered");
    visitor.get("/earlier-answers").await.leads_to("/home");

    // What is left is deleted, and the account stays as it is; so it does at sign-out.
    for end in ["no", "out"] {
        let visitor = portal.visitor();
        let result = tries(&visitor).await;
        portal.signs_in(&visitor, email, PASSWORD).await.is(303);
        visitor.get("/earlier-answers").await.says("They become your newest result");
        let done = match end {
            "no" => visitor.post("/earlier-answers", [("keep", "no"), ("next", "/profile")]).await,
            _ => visitor.press("/sign-out").await,
        };
        done.leads_to(if end == "no" { "/profile" } else { "/" });
        assert_eq!(tried(&portal).await, 0, "{end}");
        assert_ne!(visitor.get(&result).await.status, 200);
    }

    // Handed in, it becomes one more result.
    let visitor = portal.visitor();
    let result = tries(&visitor).await;
    portal.signs_in(&visitor, email, PASSWORD).await.is(303);
    visitor.post("/earlier-answers", [("keep", "yes")]).await.leads_to(&result);
    visitor.get(&result).await.is(200).says(HIM);
    assert_eq!(portal.count(&format!("result where student_id = '{finn}'")).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_step_on_the_way_in_forgets_nothing_and_staff_have_no_answers() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    visitor.save_part(1, &[("q01", "2")]).await.leads_to("/questions/2");
    // A hundred wrong passwords today: the right one needs a code from a letter.
    let email = "gus@students.harbor.example";
    portal.visitor_from("203.0.113.9").post("/sign-in", [("email", email), ("password", "wrong")]).await.is(422);
    portal.tell("update throttle set count = 150, open_again = now() where count = 1").await;
    let half = visitor.post("/sign-in", [("email", email), ("password", PASSWORD)]).await;
    half.is(303);
    let letter = portal.letter_to(email).await;
    let code: String =
        letter.text.split_whitespace().find(|word| word.len() == 8 && word.parse::<u32>().is_ok()).unwrap().to_owned();
    let form = visitor.follow(&half).await.form("/sign-in/code").fill("code", code);
    visitor.submit(form).await.leads_to("/earlier-answers?next=%2Fhome");
    visitor.get("/earlier-answers").await.says("1 of 24 answered in this browser");

    let visitor = portal.visitor();
    visitor.save_part(1, &[("q01", "2")]).await.leads_to("/questions/2");
    portal.signs_in(&visitor, "ada@harbor.example", PASSWORD).await.leads_to("/caseload");
    assert_eq!((sessions(&portal).await, tried(&portal).await), (0, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_keeps_is_deleted_after_a_day() {
    let portal = Portal::open().await;
    let (left, registered, fresh) = (portal.visitor(), portal.visitor(), portal.visitor());
    let known = portal.visitor();
    for visitor in [&left, &registered, &known] {
        visitor.save_part(1, &[("q01", "2")]).await.leads_to("/questions/2");
    }
    portal.later(hours(20)).await;
    registers(&registered, EMAIL).await.leads_to("/register/sent");
    // How long answers stay must not tell whether the address is known.
    registers(&known, "gus@students.harbor.example").await.leads_to("/register/sent");
    let link = portal.letter_to(EMAIL).await.link();
    fresh.save_part(1, &[("q01", "1")]).await.leads_to("/questions/2");
    portal.wind().await;
    assert_eq!(tried(&portal).await, 4);

    portal.later(hours(4)).await;
    portal.later(minutes(1)).await;
    portal.wind().await;
    assert_eq!(tried(&portal).await, 3, "the one that was left is gone");
    left.get("/questions/1").await.says("0 of 24 answered");
    // As long as the link works, what it may keep waits.
    portal.visitor().get(&link).await.says("Keep the answers");
    portal.later(hours(20)).await;
    portal.wind().await;
    assert_eq!((tried(&portal).await, sessions(&portal).await), (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_network_cannot_fill_the_house_and_a_campus_may_come_together() {
    let portal = Portal::open_with(|config| config.campus_networks = vec!["203.0.113.0/24".parse().unwrap()]).await;
    let first = portal.visitor_from("192.0.2.7");
    first.save_part(1, &[("q01", "2")]).await.leads_to("/questions/2");
    portal.tell("update throttle set count = 300").await;
    portal.visitor_from("192.0.2.9").save_part(1, &[("q01", "2")]).await.leads_to("/questions/2");
    let late = portal.visitor_from("192.0.2.9");
    late.save_part(1, &[("q01", "2")]).await.is(429);
    assert_eq!((late.cookie("sid"), tried(&portal).await), (None, 2));
    // Who has begun goes on, and neighbours are not shut out.
    first.save_part(2, &[("q07", "2")]).await.leads_to("/questions/3");
    portal.visitor_from("192.0.3.9").save_part(1, &[("q01", "2")]).await.leads_to("/questions/2");
    for _ in 0..3 {
        portal.visitor_from("203.0.113.5").save_part(1, &[("q01", "2")]).await.leads_to("/questions/2");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_student_whose_session_ran_out_signs_in_again_and_is_no_visitor() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let page = gus.get("/questions/1").await;
    portal.later(hours(3)).await;
    gus.get("/questions").await.leads_to("/sign-in?next=%2Fquestions");
    // The script is told by the status alone.
    let tap = gus.browser_post("/questions/1").header("accept", "text/plain");
    let form = page.form("/questions/1").fill("q01", "2").fill("tap", "1");
    let answer = gus.send(tap.form(&form.fields)).await;
    assert_eq!((answer.status, answer.body.as_str()), (401, ""));
    assert_eq!(tried(&portal).await, 0);
}
