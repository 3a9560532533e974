//! What a student tells about themselves.

use crate::support::{Form, Page, Portal, text, worked};

/// The profile's fields as a page shows them.
fn shown(page: &Page) -> Form {
    page.form("/profile")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_field_may_stay_empty() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let mut form = shown(&gus.get("/profile").await);
    form = form.fill("called", "");
    assert!(form.fields.iter().all(|(_, value)| value.is_empty()), "{:?}", form.fields);
    let saved = gus.submit(form).await;
    gus.follow(&saved).await.is(200).says("Your profile is saved.");
    gus.get("/home").await.says("Hello, Gus");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_to_call_somebody_starts_as_the_first_word_of_their_name() {
    let portal = Portal::open().await;
    let finn = portal.finn().await;
    let form = shown(&finn.get("/profile").await);
    assert_eq!(form.value("called"), Some("Finn"));
    finn.submit(form.fill("called", "Fin the Second")).await.leads_to("/profile");
    finn.get("/home").await.says("Hello, Fin the Second");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_saved_comes_back() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let told = [
        ("called", "Gussie"),
        ("education", "associate"),
        ("credits", "90"),
        ("unit", "semester"),
        ("years", "3"),
        ("pace", "half"),
        ("cost", "lowest"),
        ("supervise", "no"),
        ("setting", "remote"),
        ("pay", "low"),
        ("matters", "Time with my family.\n\"And\" <b>quiet</b> & light."),
    ];
    gus.fill_in_profile(told.map(|(name, value)| (name, value.to_owned()))).await;
    let page = gus.get("/profile").await;
    let form = shown(&page);
    for (name, value) in told {
        assert_eq!(form.value(name), Some(value), "{name}");
    }
    page.says("Saved");
    // An emptied field is empty again.
    gus.submit(form.fill("credits", "").fill("matters", "").fill("setting", "")).await.leads_to("/profile");
    let form = shown(&gus.get("/profile").await);
    assert_eq!((form.value("credits"), form.value("matters"), form.value("setting")), (Some(""), Some(""), Some("")));
    assert_eq!(form.value("pace"), Some("half"));
}

/// A wrong field and what is said beside it; everything else that was typed stays, and nothing is saved.
async fn refused(wrong: &[(&str, &str, &str)]) {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    for (field, value, words) in wrong {
        let other = if *field == "matters" { "called" } else { "matters" };
        let form = shown(&gus.get("/profile").await).fill(other, "Kept as typed").fill(field, *value);
        let page = gus.submit(form).await;
        page.is(422);
        let message = page.between(&format!("id=\"{field}-error\""), "</p>");
        assert!(text::visible(message).contains(words), "{field}={value}: {message}");
        let again = shown(&page);
        assert_eq!(again.value(other), Some("Kept as typed"), "{field}={value}");
        // What is no choice at all cannot stand in the page; what was typed can.
        if matches!(*field, "called" | "credits" | "matters") {
            assert_eq!(again.value(field), Some(*value), "{field}");
        }
    }
    assert_eq!(portal.count("profile where saved_at is not null and called = 'Gus'").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_out_of_range_is_told_at_its_field() {
    refused(&[
        ("credits", "-1", "Enter credits from 0 to 600"),
        ("credits", "601", "Enter credits from 0 to 600"),
        ("credits", "99999999999999999999", "Enter credits"),
        ("credits", "4.5", "Enter credits as a whole number, like 40"),
        ("credits", "forty", "Enter credits as a whole number, like 40"),
        ("years", "0", "Choose from 1 to 6 years"),
        ("years", "7", "Choose from 1 to 6 years"),
        ("years", "two", "Choose the years as a whole number"),
    ])
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_choice_is_told_at_its_field() {
    let fields = ["education", "unit", "pace", "cost", "supervise", "setting", "pay"];
    refused(&fields.map(|field| (field, "something_else", "Choose one of the answers shown"))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_long_is_told_at_its_field_and_not_cut() {
    let (long, longer) = ("ä".repeat(81), "ä".repeat(501));
    refused(&[("called", &long, "Use at most 80 characters"), ("matters", &longer, "Use at most 500 characters")])
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_field_says_why_it_is_asked() {
    let portal = Portal::open().await;
    let page = portal.gus().await.get("/profile").await;
    assert_eq!(page.text().matches("Why we ask:").count(), 10, "one for each but the unit, which says what it counts");
    page.says("1 semester credit counts as 1.5 quarter credits.");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_profile_adds_a_point() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let (ana, ben) = (worked::example("P01"), worked::example("P02"));
    // Ben's answers once with Ana's plans and once with none: the same points to the last item.
    let points = |path: String| {
        let id = path.trim_start_matches("/results/").to_owned();
        format!("select concat_ws(' ', points, hi, him, contributions) from result where id = '{id}'")
    };
    gus.answer_all(&ben.said()).await.is(200);
    let without = portal.text(&points(gus.hand_in().await)).await;
    gus.fill_in_profile(ana.profile()).await;
    gus.press("/attempts").await.leads_to("/questions");
    gus.answer_all(&ben.said()).await.is(200);
    let with = portal.text(&points(gus.hand_in().await)).await;
    assert_eq!(without, with);
}
