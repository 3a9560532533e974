//! Family links: a student shows a result to whom they like, no more of it than they like, and only as long as they like.

use crate::support::{Member, Page, Portal, days, outcomes};

/// Eve's newest result.
async fn result_of(student: &Member) -> String {
    let list = student.get("/results").await;
    list.links().into_iter().find(|link| link.starts_with("/results/")).expect("there is a result")
}

/// Makes a link that shows these parts, and gives its path.
async fn shared(student: &Member, label: &str, parts: &[&str], days: &str) -> String {
    let door = format!("{}/shares", result_of(student).await);
    let key = student.get(&door).await.form(&door).value("form_key").unwrap().to_owned();
    let mut fields = vec![("label", label), ("days", days), ("form_key", &key)];
    fields.extend(parts.iter().map(|part| ("parts", *part)));
    student.post(&door, fields).await.leads_to(&door);
    let page = student.get(&door).await;
    link_on(&page, label)
}

fn link_on(page: &Page, label: &str) -> String {
    let card = page.between(&format!(">{label}</h3>"), "</article>");
    let address = card.split("value=\"").nth(1).unwrap().split('"').next().unwrap();
    address[address.find("/s/").unwrap()..].to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_shows_what_was_chosen_and_nothing_else() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let all = shared(&eve, "For Mom", &["points", "topics", "programs"], "7").await;
    let bare = shared(&eve, "For Dad", &[], "30").await;
    let mom = portal.visitor();
    let page = mom.get(&all).await;
    page.is(200).says("Eve shows you this result").says("Health information management is the better fit so far");
    page.says("64 − 2 = 62").says("What moved it").says("How the programs fit your time");
    let page = mom.get(&bare).await;
    page.is(200)
        .says("Health information management is the better fit so far")
        .says_not("64")
        .says_not("What moved it");
    for link in [&all, &bare] {
        let page = mom.get(link).await;
        for never in ["Hart", "eve@", "Dig through a year", "Ada", "Worried about", "For Mom", "For Dad", "/results/"] {
            page.says_not(never);
        }
        assert_eq!(page.links(), ["#main"], "there is no way further in");
        assert_eq!(page.header("x-robots-tag"), Some("noindex, nofollow"));
        assert_eq!(page.header("cache-control"), Some("no-store"));
        assert_eq!(page.header("referrer-policy"), Some("same-origin"));
        assert!(page.body.contains("<meta name=\"robots\" content=\"noindex, nofollow\">"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_signed_in_sees_no_more_of_it() {
    let portal = Portal::open().await;
    let (eve, bo) = (portal.eve().await, portal.bo().await);
    let link = shared(&eve, "For Mom", &["points"], "7").await;
    let (stranger, advisor) = (portal.visitor().get(&link).await, bo.get(&link).await);
    assert_eq!(stranger.is(200).body, advisor.is(200).body);
}

#[tokio::test(flavor = "multi_thread")]
async fn views_are_counted_and_looks_of_machines_are_not() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let link = shared(&eve, "For Mom", &["points"], "7").await;
    let door = format!("{}/shares", result_of(&eve).await);
    eve.get(&door).await.says("Not opened yet.").says("Shows: Points to both sides.");
    let mom = portal.visitor();
    mom.get(&link).await.is(200);
    mom.get(&link).await.is(200);
    mom.send(mom.request(reqwest::Method::HEAD, &link)).await.is(200);
    mom.send(mom.request(reqwest::Method::GET, &link).header("sec-purpose", "prefetch")).await.is(503);
    eve.get(&door).await.says("Opened 2 times");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_is_taken_back_over_or_made_up_looks_the_same() {
    let portal = Portal::open().await;
    let (eve, gus) = (portal.eve().await, portal.gus().await);
    let taken = shared(&eve, "For Mom", &["points"], "30").await;
    let over = shared(&eve, "For Dad", &["points"], "7").await;
    let mom = portal.visitor();
    mom.get(&taken).await.is(200);
    let door = format!("{}/shares", result_of(&eve).await);
    let page = eve.get(&door).await;
    let card = page.between(">For Mom</h3>", "</article>");
    let revocation = card.split("action=\"").nth(1).unwrap().split('"').next().unwrap();
    gus.press(revocation).await.is(404);
    mom.get(&taken).await.is(200);
    eve.press(revocation).await.leads_to(&door);
    let gone = mom.get(&taken).await;
    gone.is(404).says("This link does not show anything").says_not("Eve");
    eve.press(revocation).await.leads_to(&door);
    portal.later(days(8)).await;
    assert_eq!(mom.get(&over).await.is(404).body, gone.body);
    assert_eq!(mom.get(format!("/s/{}", "x".repeat(43))).await.is(404).body, gone.body);
    assert_eq!(mom.get("/s/short").await.is(404).body, gone.body);
    let eve = portal.eve().await;
    eve.get(&door).await.is(200).says_not("For Dad");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_account_shows_nothing() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let link = shared(&eve, "For Mom", &["points"], "7").await;
    portal.tell("update person set deactivated_at = now() where full_name = 'Eve Hart'").await;
    let mom = portal.visitor();
    mom.get(&link).await.is(404).says_not("Eve");
    // Who only asks learns no more, and nothing is counted as seen.
    mom.send(mom.request(reqwest::Method::HEAD, &link)).await.is(404);
    assert_eq!(portal.count("share where views > 0").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_with_faults_keeps_what_was_chosen() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let door = format!("{}/shares", result_of(&eve).await);
    let page = eve.post(&door, [("label", " "), ("parts", "topics"), ("parts", "answers"), ("days", "365")]).await;
    page.is(422).says("Write for whom the link is").says("Choose from the list").says("Choose 7 or 30 days");
    let form = page.form(&door);
    assert_eq!(form.fields.iter().filter(|(name, _)| name == "parts").count(), 1);
    assert_eq!(portal.count("share").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_form_twice_is_one_link_and_ten_are_enough() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let door = format!("{}/shares", result_of(&eve).await);
    let key = eve.get(&door).await.form(&door).value("form_key").unwrap().to_owned();
    for _ in 0..3 {
        eve.post(&door, [("label", "For Mom"), ("days", "7"), ("form_key", &key)]).await.leads_to(&door);
    }
    assert_eq!(portal.count("share").await, 1);
    for _ in 1..10 {
        eve.post(&door, [("label", "For all"), ("days", "7")]).await.leads_to(&door);
    }
    eve.post(&door, [("label", "For more"), ("days", "7")]).await.is(422).says("You have ten links");
    // Only the hash opens, and the kept copy is sealed.
    let link = link_on(&eve.get(&door).await, "For Mom");
    let token = &link["/s/".len()..];
    assert_eq!(portal.count(&format!("share where position('{token}' in share::text) > 0")).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_too_few_answers_a_link_shows_no_points_whatever_was_chosen() {
    let portal = Portal::open().await;
    let gus = portal.gus().await;
    let all = ["points", "topics", "programs"];
    gus.go(&outcomes::way("not-enough")).await;
    let link = shared(&gus, "For Mom", &all, "7").await;
    let page = portal.visitor().get(&link).await;
    page.is(200).says("Not enough answers yet").says_not("toward HI").says_not("What moved it").says_not("68");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_stays_with_its_result_and_shows_nothing_that_was_said_since() {
    let portal = Portal::open().await;
    let (eve, ada) = (portal.eve().await, portal.ada().await);
    let link = shared(&eve, "For Mom", &["points", "topics", "programs"], "30").await;
    let mom = portal.visitor();
    let before = mom.get(&link).await;
    // A new name, another profile, a note, advice and a newer result: none of it is what she showed.
    eve.fill_in_profile([("credits", "120".to_owned()), ("matters", "My daughter comes first.".to_owned())]).await;
    let key = ada.get(eve.notes_path()).await.form(&eve.notes_path());
    ada.submit(key.fill("body", "Her mother is ill.").fill("level", "student")).await.is(303);
    eve.press("/attempts").await.leads_to("/questions");
    eve.answer_all(&outcomes::way("balanced").said()).await.is(200);
    eve.hand_in().await;
    let after = mom.get(&link).await;
    assert_eq!(after.is(200).body, before.body);
    // Whoever holds it gets no session, no cookie and no form.
    assert!(after.header("set-cookie").is_none() && !after.body.contains("<form"));
    for never in ["daughter", "mother", "harbor.example", "mailto:", "Strongly", "RHIT"] {
        after.says_not(never);
    }
    // Looks of machines at a link that is gone are told the same as people.
    let door = page_of_links(&eve, &link).await;
    eve.press(&door).await.is(303);
    let gone = mom.get(&link).await;
    gone.is(404);
    assert_eq!(gone.header("x-robots-tag"), Some("noindex, nofollow"));
    mom.send(mom.request(reqwest::Method::HEAD, &link)).await.is(404);
}

/// The door that takes this link back, found among all of its student's results.
async fn page_of_links(student: &Member, link: &str) -> String {
    for path in student.get("/results").await.links() {
        let Some(result) = path.strip_prefix("/results/").map(|rest| rest.split('#').next().unwrap_or_default()) else {
            continue;
        };
        let page = student.get(format!("/results/{result}/shares")).await;
        if page.body.contains(link) {
            let card = page.body.split(link).nth(1).unwrap();
            return card.split("action=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        }
    }
    panic!("no result has {link}");
}
