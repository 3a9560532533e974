//! Letters as their readers get them: what stands in one, what does not, and what the pages say about them.

use signpost::model::questionnaire::sheet::Sheet;

use crate::support::{Member, Portal, hours, worked};

/// Where a student's newest result is.
async fn newest(student: &Member) -> String {
    let list = student.get("/results").await;
    list.links().into_iter().find(|link| link.starts_with("/results/")).expect("there is a result")
}

/// Presses **Send it again** on a result's page; gives what it leads to.
async fn send_again(student: &Member, result: &str) -> String {
    let form = student.get(result).await.form(&format!("{result}/letters"));
    student.submit(form).await.is(303).location()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recommendation_letter_says_what_the_result_says_and_leads_to_it() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let result = gus.walk(&worked::example("P02")).await;
    let letter = portal.letter_to(gus.email).await;
    assert_eq!(
        (letter.kind.as_str(), letter.subject.as_str()),
        ("recommendation", "Your Signpost result: health information management (HIM)")
    );
    letter.says("Hello Gus,").says("Health information management is the better fit so far");
    letter.says("Overseeing day-to-day operations").says("Leading people").says("Rules and compliance");
    letter.says("Associate’s in health information technology: fits. 2 years at your pace.");
    letter.says("Source:").says("A starting point, not a test score.").says("To reach Ada Bell, reply to this letter.");
    letter.says("You will need to sign in.");
    assert!(letter.head.contains("Reply-To: \"Ada Bell\" <ada@harbor.example>"), "{}", letter.head);
    assert!(letter.head.contains("Auto-Submitted: auto-generated"), "{}", letter.head);
    assert_eq!(letter.link(), result);
    assert!(letter.html.contains(&format!("href=\"{}{result}\"", portal.address())), "the HTML links to it too");
    // The link is no key: a stranger is asked to sign in.
    assert!(portal.visitor().get(letter.link()).await.is(303).location().starts_with("/sign-in"));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_answer_stands_in_a_letter() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let secret = ("matters", "I cannot stand my present boss".to_owned());
    gus.fill_in_profile([secret.clone()]).await;
    gus.walk(&worked::example("P02")).await;
    let letter = portal.letter_to(gus.email).await;
    let sheet: Sheet = serde_json::from_str(include_str!("../src/seed/content/questionnaire.json")).unwrap();
    for item in &sheet.items {
        letter.says_not(&item.text);
    }
    letter.says_not("Strongly").says_not("Dislike").says_not(&secret.1).says_not("supervise");
    let facts = portal.text(&format!("select facts::text from letter where to_email = '{}'", gus.email)).await;
    assert!(!facts.contains("q01") && !facts.contains("choice") && !facts.contains("boss"), "{facts}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_school_can_keep_the_points_out_of_mail() {
    let portal = Portal::open().await;
    portal.tell("update setting set letters_scores = false").await;
    let gus = portal.gus().await;
    let result = gus.walk(&worked::example("P02")).await;
    let letter = portal.letter_to(gus.email).await;
    assert_eq!(letter.subject, "Your Signpost result is ready");
    letter.says("Health information management is the better fit so far");
    letter.says_not("64").says_not("points toward").says_not("The lead is 62");
    gus.get(&result).await.says("64 toward health information management");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_result_page_says_accepted_by_the_mail_server_and_never_delivered() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    portal.letter_becomes(eve.email, "accepted").await;
    let page = eve.get(newest(&eve).await).await;
    page.says("Accepted by the mail server on")
        .says("for eve@students.harbor.example. We cannot see whether it was read.");
    page.says_not("elivered");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_student_may_send_it_again_three_times_an_hour() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let result = newest(&eve).await;
    for letters in 2..=4 {
        assert_eq!(send_again(&eve, &result).await, format!("{result}?done=letter-queued#letter"));
        assert_eq!(portal.letters_to(eve.email).await, letters);
    }
    let fourth = send_again(&eve, &result).await;
    assert_eq!(fourth, format!("{result}?done=letter-limit#letter"));
    eve.get(&fourth).await.says("Not sent: three letters an hour are the most. Try again later.");
    assert_eq!(portal.letters_to(eve.email).await, 4);

    portal.later(hours(1)).await;
    assert_eq!(send_again(&eve, &result).await, format!("{result}?done=letter-queued#letter"));
    // Each is a letter of its own with the same words.
    portal.until_none("letter where state <> 'accepted'").await;
    let mine = format!("from letter where to_email = '{}'", eve.email);
    assert_eq!(portal.count(&format!("(select distinct message_id {mine}) ids")).await, 5);
    assert_eq!(portal.count(&format!("(select distinct subject, body_text, body_html {mine}) words")).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_press_that_arrives_five_times_is_one_letter_and_one_of_the_three() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let result = newest(&eve).await;
    let page = eve.get(&result).await;
    for _ in 0..5 {
        let pressed = eve.submit(page.form(&format!("{result}/letters"))).await;
        assert_eq!(pressed.is(303).location(), format!("{result}?done=letter-queued#letter"));
    }
    assert_eq!(portal.letters_to(eve.email).await, 2);
    for _ in 0..2 {
        assert!(send_again(&eve, &result).await.contains("letter-queued"));
    }
    assert!(send_again(&eve, &result).await.contains("letter-limit"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_submission_that_was_rolled_back_sends_no_letter_and_loses_no_answer() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let check = gus.answer_all(&worked::example("P06").said()).await;
    // The disk is full just when it would commit.
    portal
        .tell(
            "create function full_disk() returns trigger language plpgsql as $$
               begin raise exception 'could not extend file: No space left on device'; end $$;
             create constraint trigger full_disk after insert on letter deferrable initially deferred
               for each row execute function full_disk()",
        )
        .await;
    gus.submit(check.form("/questions/submission")).await.is(503);
    assert_eq!(portal.letters_to(gus.email).await, 0);
    assert_eq!(portal.count(&format!("result where student_id = '{}'", gus.id)).await, 0);
    gus.get("/questions/check").await.says("24 of 24 answered");

    portal.tell("drop trigger full_disk on letter").await;
    let result = gus.hand_in().await;
    gus.get(&result).await.is(200);
    portal.letter_to(gus.email).await.says("Health informatics is the better fit so far");
    assert_eq!(portal.letters_to(gus.email).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_one_time_link_is_sealed_until_accepted_then_erased_and_copies_never_show_it() {
    let portal = Portal::open().await;
    let ivy = portal.visitor();
    let form =
        [("name", "Ivy Moon"), ("email", "ivy@students.harbor.example"), ("password", "seven quiet green bottles")];
    ivy.post("/register", form).await.leads_to("/register/sent");
    let letter = portal.letter_to("ivy@students.harbor.example").await;
    let link = letter.link();
    assert!(link.starts_with("/verify/"), "{link}");
    let token = link.trim_start_matches("/verify/");
    let row = portal.text("select to_jsonb(letter)::text from letter where kind = 'confirm'").await;
    assert!(row.contains("[link removed]") && row.contains("\"sealed_token\": null"), "{row}");
    assert!(!row.contains(token), "a copy holds the link");
    ivy.use_link(&link).await.leads_to("/home");
}
