//! A student's own data: what is held, who opened the record, and the copy to take home.

use serde_json::Value;

use crate::support::{Member, Page, Portal, cast::PASSWORD, minutes, worked};

/// What a page says of those who opened the record, and of nothing else.
fn openings(page: &Page) -> String {
    let section = page.is(200).between("<h2 id=\"openings\">", "</section>");
    crate::support::text::visible(section)
}

/// The copy for programs.
async fn copy(student: &Member) -> Value {
    let page = student.get("/account/data/copy.json").await;
    serde_json::from_str(&page.is(200).body).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_student_sees_what_is_held_who_may_read_it_and_how_long() {
    let portal = Portal::open().await;
    let (eve, gus) = (portal.eve().await, portal.gus().await);
    let page = eve.get("/account/data").await;
    page.is(200).says("Begun once, 1 result").says("1 you can read, 2 for staff");
    page.says("You, your advisor, lead advisors").says("Until 5 years after your last visit or contact");
    page.says("The words 2 years.").says("2 notes for staff are not in it.");
    let page = gus.get("/account/data").await;
    page.says("Begun 0 times, 0 results").says("0 you can read, 0 for staff").says("No other notes are kept.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_school_keeps_things_as_long_as_it_says() {
    let portal = Portal::open().await;
    portal.tell("update setting set keep_students_months = 18, keep_letters_months = 1").await;
    let page = portal.eve().await.get("/account/data").await;
    page.says("Until 18 months after your last visit or contact").says("The words 1 month.");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_glass_record_tells_role_and_time_and_never_a_name() {
    let portal = Portal::open().await;
    let (ada, bo, lee, finn) = (portal.ada().await, portal.bo().await, portal.lee().await, portal.finn().await);
    let before = openings(&finn.get("/account/data").await);
    assert!(before.contains("Nobody has opened it yet."), "{before}");
    bo.get(finn.path()).await.is(200);
    lee.get(finn.notes_path()).await.is(200);
    ada.get(finn.path()).await.is(404);
    let told = openings(&finn.get("/account/data").await);
    assert_eq!((told.matches("Your advisor").count(), told.matches("A lead advisor").count()), (1, 1), "{told}");
    assert!(!told.contains("Bo Chen") && !told.contains("Lee Park") && !told.contains("Ada"), "{told}");
    // Gus has nobody for a while: whoever looks then is not his advisor.
    let gus = portal.gus().await;
    portal.tell(&format!("update assignment set until = now() where student_id = '{}'", gus.id)).await;
    portal.tell(&format!("update student set advisor_id = null where person_id = '{}'", gus.id)).await;
    bo.get(gus.path()).await.is(200);
    let told = openings(&gus.get("/account/data").await);
    assert!(told.contains("An advisor, while you had none") && !told.contains("Your advisor"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_glass_record_goes_back_page_by_page() {
    let portal = Portal::open().await;
    let (lee, bo, gus, finn) = (portal.lee().await, portal.bo().await, portal.gus().await, portal.finn().await);
    bo.get(finn.path()).await.is(200);
    for _ in 0..12 {
        lee.get(gus.path()).await.is(200);
    }
    let first = gus.get("/account/data").await;
    let turn = |page: &Page, way: &str| {
        page.links().into_iter().find(|link| link.starts_with(&format!("/account/data?{way}="))).expect("there is more")
    };
    assert_eq!(openings(&first).matches("A lead advisor").count(), 10);
    let older = gus.get(turn(&first, "after")).await;
    assert_eq!(openings(&older).matches("A lead advisor").count(), 2);
    let newer = gus.get(turn(&older, "before")).await;
    assert_eq!(openings(&newer).matches("A lead advisor").count(), 10);
    assert_eq!(openings(&newer).split("Next").next(), openings(&first).split("Next").next());
    // A place in somebody else's list is no place in one's own.
    let row = portal.text(&format!("select id::text from audit where student_id = '{}'", finn.id)).await;
    gus.get(format!("/account/data?after={row}")).await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_who_may_open_a_record_see_who_did_by_name() {
    let portal = Portal::open().await;
    let (ada, bo, lee, eve) = (portal.ada().await, portal.bo().await, portal.lee().await, portal.eve().await);
    lee.get(eve.path()).await.is(200);
    let access = format!("{}/access", eve.path());
    ada.get(&access).await.is(200).says("Lee Park").says("Lead advisor").says("Ada Bell");
    bo.get(&access).await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_left_the_school_is_noted_by_a_lead_and_read_by_the_student() {
    let portal = Portal::open().await;
    let (ada, lee, eve) = (portal.ada().await, portal.lee().await, portal.eve().await);
    eve.get("/account/data").await.says("Nothing of yours left the school, as far as we noted.");
    let (access, door) = (format!("{}/access", eve.path()), format!("{}/disclosures", eve.path()));
    let page = ada.get(&access).await;
    assert!(!page.body.contains("<form method=\"post\" action=\"/students/"), "an advisor notes no disclosure");
    let form = lee.get(&access).await.form(&door).fill("to_whom", "County court").fill("what", "Dates of visits");
    let again = lee.submit(lee.get(&access).await.form(&door).fill("to_whom", "County court")).await;
    again.is(422).says("Enter why they may have it");
    assert_eq!(again.form(&door).value("to_whom"), Some("County court"));
    for day in ["2999-01-01", "2199-01-01", "-009999-01-01", "0000-01-01"] {
        lee.post(&door, [("on", day), ("to_whom", "x"), ("what", "x"), ("why", "x")]).await.is(422);
    }
    let form = form.fill("why", "A subpoena of 3 June");
    let fields = form.fields.clone();
    lee.submit(form).await.leads_to(&access);
    lee.post(&door, fields).await.leads_to(&access);
    assert_eq!(portal.count("disclosure").await, 1);
    let trace = format!("audit where action = 'disclosure.recorded' and student_id = '{}'", eve.id);
    assert_eq!(portal.count(&trace).await, 1);
    eve.get("/account/data").await.says("County court").says("A subpoena of 3 June").says_not("Lee Park");
    assert_eq!(copy(&eve).await["disclosures"][0]["to_whom"], "County court");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_copy_holds_everything_the_student_may_see() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    portal.until_none("letter where state <> 'accepted'").await;
    let copy = copy(&eve).await;
    assert_eq!((&copy["person"]["full_name"], &copy["person"]["email"]), (&"Eve Hart".into(), &eve.email.into()));
    assert_eq!(copy["profile"]["matters"], "I want to run the front office one day, not only sit in it.");
    let answers = copy["attempts"][0]["answers"].as_array().unwrap();
    assert_eq!(answers.len() as i64, portal.count("answer join attempt on attempt.id = attempt_id join person on person.id = student_id where full_name = 'Eve Hart'").await);
    assert_eq!((answers.len(), &answers[0]["item"]), (24, &"q01".into()));
    let result = &copy["results"][0];
    assert_eq!(
        (&result["outcome"], &result["points"]["hi"], &result["points"]["him"]),
        (&"HIM_CLEAR".into(), &2.into(), &64.into())
    );
    let points: i64 =
        result["points"]["contributions"].as_array().unwrap().iter().map(|one| one["points"].as_i64().unwrap()).sum();
    assert_eq!(points, -62);
    assert!(result["advice"][0]["words"].as_str().unwrap().starts_with("I agree."));
    assert_eq!(copy["notes"].as_array().unwrap().len(), 1);
    assert!(copy["notes"][0]["body"].as_str().unwrap().starts_with("Nice to meet you, Eve."));
    assert_eq!(copy["notes_not_in_this_copy"], serde_json::json!({ "advisors": 1, "restricted": 1 }));
    assert_eq!((&copy["advisors"][0]["advisor"], &copy["advisors"][0]["until"]), (&"Ada Bell".into(), &Value::Null));
    assert_eq!(copy["sessions"][0]["device"], "Visitor of the tests");
    assert_eq!(copy["openings"][0]["role"], "advisor");
    assert!(copy["notice"].as_str().unwrap().contains("34 CFR 99.33"));
    let letter = portal.text(&format!("select body_text from letter where person_id = '{}'", eve.id)).await;
    assert_eq!(copy["letters"][0]["text"], letter.as_str());

    let page = eve.get("/account/data/copy.html").await;
    page.is(200).says("Eve Hart").says("I want to run the front office one day").says("Nice to meet you, Eve.");
    page.says("Health information management is the better fit so far")
        .says("I agree. Start with the associate degree");
    page.says("34 CFR 99.33").says("Not in this copy: 1 note for advisors and 1 restricted note.");
    page.says("Your Signpost result: health information management (HIM)").says("Visitor of the tests");
    for answer in answers {
        page.says(answer["question"].as_str().unwrap());
    }
    for secret in ["Ask about evening child care", "Worried about four more years"] {
        page.says_not(secret);
        assert!(!copy.to_string().contains(secret), "a note of another level is in the copy");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_a_file_and_leaves_a_trace() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let trace = format!("audit where action = 'copy.taken' and student_id = '{0}' and actor_id = '{0}'", eve.id);
    for (times, (end, kind)) in
        (1..).zip([("html", "text/html; charset=utf-8"), ("json", "application/json; charset=utf-8")])
    {
        let path = format!("/account/data/copy.{end}");
        eve.send(eve.request(reqwest::Method::HEAD, &path)).await.is(200);
        let page = eve.get(&path).await;
        let file = page.is(200).header("content-disposition").unwrap();
        assert!(
            file.starts_with("attachment; filename=\"signpost-my-data-") && file.ends_with(&format!(".{end}\"")),
            "{file}"
        );
        assert_eq!((page.header("content-type"), page.header("cache-control")), (Some(kind), Some("no-store")));
        assert_eq!(portal.count(&trace).await, times, "who only asks for the head takes no copy");
    }
    // It is no opening of the record by staff.
    assert!(!openings(&eve.get("/account/data").await).contains("gone"));
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_are_in_the_copy_word_for_word_without_their_links() {
    let portal = Portal::open().await;
    let ivy = portal.visitor();
    let (email, password) = ("ivy@students.harbor.example", "seven quiet green bottles");
    ivy.post("/register", [("name", "Ivy Moon"), ("email", email), ("password", password)]).await.is(303);
    let letter = portal.letter_to(email).await;
    let token = letter.link().trim_start_matches("/verify/").to_owned();
    ivy.use_link(&letter.link()).await.leads_to("/home");
    let page = ivy.get("/account/data/copy.json").await;
    let copy: Value = serde_json::from_str(&page.is(200).body).unwrap();
    let text = copy["letters"][0]["text"].as_str().unwrap();
    assert_eq!(copy["letters"][0]["kind"], "confirm", "a letter from before the account is in it too");
    let stored = portal.text("select body_text from letter where kind = 'confirm'").await;
    assert_eq!(text, stored);
    assert!(text.contains("[link removed]") && !page.body.contains(&token));
    ivy.get("/account/data/copy.html").await.says("[link removed]").says_not(&token);
}

#[tokio::test(flavor = "multi_thread")]
async fn points_that_could_point_the_wrong_way_are_in_no_copy() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    gus.walk(&worked::example("P10")).await;
    let copy = copy(&gus).await;
    assert_eq!((&copy["results"][0]["outcome"], &copy["results"][0]["points"]), (&"INSUFFICIENT".into(), &Value::Null));
    gus.get("/account/data/copy.html").await.says("Not enough answers yet").says_not("points went toward");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_taken_only_by_somebody_who_just_showed_that_it_is_them() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    portal.later(minutes(11)).await;
    eve.get("/account/data").await.is(200);
    for door in ["/account/data/copy.html", "/account/data/copy.json"] {
        assert!(eve.get(door).await.is(303).location().starts_with("/sign-in/again"));
    }
    assert_eq!(portal.count("audit where action = 'copy.taken'").await, 0);
    let asked = eve.get("/account/data/copy").await;
    let page = eve.follow(&asked).await;
    eve.submit(page.form("/sign-in/again").fill("password", PASSWORD)).await.leads_to("/account/data/copy");
    let page = eve.get("/account/data/copy").await;
    page.is(200).says("2 notes for staff are not in it.");
    for door in page.links().iter().filter(|link| link.starts_with("/account/data/copy.")) {
        eve.get(door).await.is(200);
    }
    assert_eq!(portal.count("audit where action = 'copy.taken'").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_read_what_is_kept_of_them_and_have_nothing_to_ask_for() {
    let portal = Portal::open().await;
    for member in [portal.ada().await, portal.sam().await] {
        let page = member.get("/account/data").await;
        page.is(200).says("Notes and advice you wrote").says_not("/account/data/requests");
        member.get("/account/data/copy.json").await.is(404);
        member.get("/account/data/requests/erasure").await.is(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rights_are_a_page_that_an_older_installation_gets_too() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    visitor.get("/rights").await.is(200).says("school officials with a legitimate educational interest");
    portal.eve().await.get("/account/data").await.says("Read your rights");
    // As it stood before there was such a page.
    portal.tell("delete from page where slug = 'rights'").await;
    signpost::seed::defaults(portal.database_url()).await.unwrap();
    portal.sam().await.get("/admin/pages/rights").await.is(404); // what was installed once is not asked for again
    portal.tell("delete from default_content").await;
    visitor.get("/rights").await.leads_to("/privacy");
    signpost::seed::defaults(portal.database_url()).await.unwrap();
    portal.sam().await.get("/admin/pages/rights").await.is(200).says("Draft, not published");
    visitor.get("/rights").await.leads_to("/privacy");
    assert_eq!(portal.count("page").await, portal.count("page_revision").await, "the other pages stay as they are");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_copy_tells_the_links_by_which_a_result_is_shown_and_gives_none_away() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let result = portal.text(&format!("select id::text from result where student_id = '{}'", eve.id)).await;
    let path = format!("/results/{result}/shares");
    let fields = [("label", "Mum & Dad"), ("days", "7"), ("parts", "points")];
    eve.post(&path, fields).await.leads_to(&path);
    let page = eve.get(&path).await;
    let token = page.between("/s/", "\"").to_owned();
    portal.visitor().get(format!("/s/{token}")).await.is(200);
    let told = copy(&eve).await;
    let links = told["family_links"].as_array().unwrap();
    assert_eq!((links.len(), &links[0]["label"], &links[0]["result"]), (1, &"Mum & Dad".into(), &result.into()));
    assert_eq!((&links[0]["shows"][0], &links[0]["views"]), (&"points".into(), &1.into()));
    assert_eq!(links[0]["taken_back_at"], Value::Null);
    let html = eve.get("/account/data/copy.html").await;
    html.is(200).says("Links you made to show a result").says("Mum & Dad");
    assert!(!html.body.contains(&token) && !told.to_string().contains(&token), "the link itself stays out");
    // What others see of their own is not hers.
    assert_eq!(copy(&portal.finn().await).await["family_links"], serde_json::json!([]));
}
