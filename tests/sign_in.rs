//! Signing in and out: no hint about who has an account, patience with people, none with guessing, sessions that end.

use reqwest::header;

use crate::support::{Page, Portal, Visitor, cast::PASSWORD, hours, minutes, seconds};

const EVE: &str = "eve@students.harbor.example";

async fn sign_in(visitor: &Visitor, email: &str, password: &str) -> Page {
    visitor.post("/sign-in", [("email", email), ("password", password)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_comes_to_their_own_first_page() {
    let portal = Portal::open().await;
    for (email, first_page) in [
        (EVE, "/home"),
        ("ada@harbor.example", "/caseload"),
        ("lee@harbor.example", "/caseload"),
        ("sam@harbor.example", "/admin"),
    ] {
        let visitor = portal.visitor();
        visitor.get("/sign-in").await.is(200).says("Sign in");
        portal.signs_in(&visitor, email, PASSWORD).await.leads_to(first_page);
        visitor.get("/sign-in").await.leads_to(first_page);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_and_an_unknown_address_look_the_same() {
    let portal = Portal::open().await;
    let stranger = portal.visitor();
    let known = sign_in(&stranger, "eve@students.harbor.example", "not her password").await;
    let unknown = sign_in(&stranger, "abe@students.harbor.example", "not her password").await;
    known.is(422).says("That email and password do not match.").says_not("not her password");
    assert_eq!(known.body, unknown.is(422).body.replace("abe@", "eve@"));
    let empty = sign_in(&stranger, "", "").await;
    empty.is(422).says("That email and password do not match.");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_five_failures_one_waits_longer_and_longer() {
    let portal = Portal::open().await;
    for email in [EVE, "nobody@students.harbor.example"] {
        let visitor = portal.visitor();
        for _ in 0..6 {
            sign_in(&visitor, email, "a wrong password").await.is(422);
        }
        let page = sign_in(&visitor, email, "a wrong password").await;
        page.is(429).says("Your account is not locked");
        assert_eq!(page.header("retry-after"), Some("1"), "{email}");
        for wait in ["2", "4", "8"] {
            portal.later(seconds(60)).await;
            sign_in(&visitor, email, "a wrong password").await.is(422);
            let page = sign_in(&visitor, email, "a wrong password").await;
            assert_eq!(page.is(429).header("retry-after"), Some(wait), "{email}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn waiting_is_for_one_account_from_one_network() {
    let portal = Portal::open().await;
    let guesser = portal.visitor_from("203.0.113.9");
    for _ in 0..6 {
        sign_in(&guesser, EVE, "a wrong password").await.is(422);
    }
    sign_in(&guesser, EVE, PASSWORD).await.is(429);
    sign_in(&portal.visitor_from("203.0.113.77"), EVE, PASSWORD).await.is(429);
    // Eve herself, at home, is not kept out; nor are the guesser's neighbors.
    sign_in(&portal.visitor_from("198.51.100.1"), EVE, PASSWORD).await.leads_to("/home");
    sign_in(&portal.visitor_from("203.0.113.77"), "gus@students.harbor.example", PASSWORD).await.leads_to("/home");
    portal.later(seconds(61)).await;
    sign_in(&guesser, EVE, PASSWORD).await.leads_to("/home");
    sign_in(&guesser, EVE, "a wrong password").await.is(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_that_guesses_everywhere_is_stopped_but_not_the_campus() {
    let portal = Portal::open_with(|config| config.campus_networks = vec!["192.0.2.0/24".parse().unwrap()]).await;
    let (robot, campus) = (portal.visitor_from("203.0.113.9"), portal.visitor_from("192.0.2.5"));
    for name in ["abe", "ann"] {
        sign_in(&robot, &format!("{name}@students.harbor.example"), "a wrong password").await.is(422);
        sign_in(&campus, &format!("{name}2@students.harbor.example"), "a wrong password").await.is(422);
    }
    // The robot's network is all that failed twice: as if it had failed 299 times by now, with ever new addresses.
    assert_eq!(portal.count("throttle where count = 2").await, 1);
    portal.tell("update throttle set count = 299 where count = 2").await;
    sign_in(&robot, "ben@students.harbor.example", "a wrong password").await.is(422);
    sign_in(&robot, EVE, PASSWORD).await.is(429);
    sign_in(&campus, EVE, PASSWORD).await.leads_to("/home");
    portal.later(minutes(6)).await;
    sign_in(&robot, EVE, PASSWORD).await.leads_to("/home");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_made_up_network_helps_nobody() {
    let portal = Portal::open_with(|config| config.trusted_proxies = Vec::new()).await;
    for host in 1..7 {
        let guesser = portal.visitor_from(&format!("203.0.{host}.9"));
        sign_in(&guesser, EVE, "a wrong password").await.is(422);
    }
    sign_in(&portal.visitor_from("203.0.99.9"), EVE, PASSWORD).await.is(429);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cookie_is_for_this_site_only_and_new_each_time() {
    let portal = Portal::open().await;
    let eve = portal.visitor();
    let page = sign_in(&eve, EVE, PASSWORD).await;
    let line = page.header(header::SET_COOKIE.as_str()).unwrap();
    assert!(line.starts_with("sid=") && !line.contains("Domain") && !line.contains("Secure"), "{line}");
    for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(line.contains(part), "{part} in {line}");
    }
    let first = eve.cookie("sid").unwrap();
    sign_in(&eve, EVE, PASSWORD).await.is(303);
    assert_ne!(eve.cookie("sid").unwrap(), first);
    // A session that an attacker prepared is nobody's.
    let victim = portal.visitor();
    victim.set_cookie("sid", &"f".repeat(43));
    sign_in(&victim, EVE, PASSWORD).await.is(303);
    assert_ne!(victim.cookie("sid").unwrap(), "f".repeat(43));
}

#[tokio::test(flavor = "multi_thread")]
async fn on_https_the_cookie_is_bound_to_the_host() {
    let portal = Portal::open_with(|config| config.base_url = Some("https://signpost.example".into())).await;
    let page = sign_in(&portal.visitor(), EVE, PASSWORD).await;
    let line = page.header(header::SET_COOKIE.as_str()).unwrap();
    for part in ["__Host-sid=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(line.contains(part), "{part} in {line}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_student_may_rest_two_hours_and_staff_half_an_hour() {
    let portal = Portal::open().await;
    let (eve, finn, bo, lee) = (portal.eve().await, portal.finn().await, portal.bo().await, portal.lee().await);
    portal.later(minutes(29)).await;
    lee.get("/sign-in").await.is(303);
    portal.later(minutes(2)).await;
    bo.get("/sign-in").await.is(200);
    lee.get("/sign-in").await.is(303);
    eve.get("/home").await.is(200);
    portal.later(minutes(119)).await;
    eve.get("/home").await.is(200);
    finn.get("/home").await.leads_to("/sign-in?next=%2Fhome");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_twelve_hours_everybody_signs_in_again() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    for _ in 0..7 {
        portal.later(minutes(100)).await;
        eve.get("/home").await.is(200);
    }
    portal.later(minutes(21)).await;
    eve.get("/home").await.leads_to("/sign-in?next=%2Fhome");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_the_session_here_and_nowhere_else() {
    let portal = Portal::open().await;
    let (laptop, phone) = (portal.eve().await, portal.eve().await);
    let old = laptop.cookie("sid").unwrap();
    let page = laptop.press("/sign-out").await;
    page.leads_to("/");
    assert!(page.header("clear-site-data").unwrap().contains("\"cookies\""));
    assert_eq!(laptop.cookie("sid"), None);
    let thief = portal.visitor();
    thief.set_cookie("sid", &old);
    thief.get("/home").await.leads_to("/sign-in?next=%2Fhome");
    phone.get("/home").await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_deactivated_is_out_at_once_and_stays_out() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    portal.tell("update person set deactivated_at = now() where full_name = 'Eve Hart'").await;
    eve.get("/home").await.leads_to("/sign-in?next=%2Fhome");
    sign_in(&eve, EVE, PASSWORD).await.is(422).says("That email and password do not match.");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_comes_back_to_where_one_wanted_to_go() {
    let portal = Portal::open().await;
    let eve = portal.visitor();
    let page = eve.get("/home?tab=one").await;
    page.leads_to("/sign-in?next=%2Fhome%3Ftab%3Done");
    let form = eve.follow(&page).await.form("/sign-in");
    assert_eq!(form.value("next"), Some("/home?tab=one"));
    eve.submit(form.fill("email", EVE).fill("password", PASSWORD)).await.leads_to("/home?tab=one");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_sent_to_another_site() {
    let portal = Portal::open().await;
    for odd in [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "/%0d%0aSet-Cookie:x=y\r\n",
        "javascript:alert(1)",
        "evil.example",
        "/\tevil",
        "///evil.example",
        "/%5cevil.example/..//evil.example\\",
    ] {
        let eve = portal.visitor();
        let page = eve.post("/sign-in", [("email", EVE), ("password", PASSWORD), ("next", odd)]).await;
        page.leads_to("/home");
        let query = serde_html_form::to_string([("next", odd)]).unwrap();
        let page = portal.visitor().get(format!("/sign-in?{query}")).await;
        assert_eq!(page.form("/sign-in").value("next"), Some(""), "{odd}");
        portal.tell("delete from throttle").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_that_is_no_session_is_nobody() {
    let portal = Portal::open().await;
    for odd in ["", "x", &"x".repeat(43), &"x".repeat(4000), "%00", "' or 1=1 --"] {
        let visitor = portal.visitor();
        visitor.set_cookie("sid", odd);
        visitor.get("/home").await.leads_to("/sign-in?next=%2Fhome");
        visitor.get("/sign-in").await.is(200);
    }
    portal.later(hours(1)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_tries_at_once_are_as_few_as_many_in_a_row() {
    let portal = Portal::open().await;
    let guesser = portal.visitor();
    let tries = (0..20).map(|_| sign_in(&guesser, EVE, "a wrong password"));
    let answers = futures_util::future::join_all(tries).await;
    let looked_at = answers.iter().filter(|page| page.status == 422).count();
    assert!((1..=6).contains(&looked_at), "{looked_at} of 20 were looked at");
    assert!(answers.iter().all(|page| [422, 429, 503].contains(&page.status)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_right_password_is_never_counted() {
    let portal = Portal::open().await;
    for _ in 0..8 {
        sign_in(&portal.visitor(), EVE, PASSWORD).await.leads_to("/home");
    }
    assert_eq!(portal.count("throttle where count > 0").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_under_attack_asks_its_owner_for_a_mailed_code() {
    let portal = Portal::open().await;
    for network in 0..25 {
        let robot = portal.visitor_from(&format!("203.0.{network}.9"));
        for _ in 0..4 {
            sign_in(&robot, EVE, "").await.is(422);
        }
    }
    let eve = portal.visitor();
    sign_in(&eve, EVE, PASSWORD).await.leads_to("/sign-in/code");
    eve.get("/home").await.leads_to("/sign-in?next=%2Fhome");
    let letter = portal.letter_to(EVE).await;
    letter.says("many wrong passwords");
    let code = letter.text.split_whitespace().find(|word| word.len() == 8 && word.parse::<u32>().is_ok()).unwrap();
    let page = eve.get("/sign-in/code").await;
    page.is(200).says("We have sent a code");
    eve.submit(page.form("/sign-in/code").fill("code", "00000000")).await.is(422).says("That code is wrong");
    // The code is worth nothing in another browser.
    let thief = portal.visitor();
    thief.post("/sign-in/code", [("code", code)]).await.leads_to("/sign-in");
    eve.submit(eve.get("/sign-in/code").await.form("/sign-in/code").fill("code", code)).await.leads_to("/home");
    eve.get("/home").await.is(200);
    // The kept copy of the letter does not have it.
    assert_eq!(portal.count(&format!("letter where body_text like '%{code}%' or body_html like '%{code}%'")).await, 0);
    // A day later all is as it was.
    portal.later(hours(25)).await;
    sign_in(&portal.visitor(), EVE, PASSWORD).await.leads_to("/home");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_address_under_attack_looks_the_same() {
    let portal = Portal::open().await;
    for network in 0..26 {
        let robot = portal.visitor_from(&format!("203.0.{network}.9"));
        for _ in 0..4 {
            sign_in(&robot, "abe@students.harbor.example", "").await.is(422);
        }
    }
    let page = sign_in(&portal.visitor(), "abe@students.harbor.example", PASSWORD).await;
    page.is(422).says("That email and password do not match.");
    assert_eq!(portal.letters_to("abe@students.harbor.example").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_hear_of_a_sign_in_at_a_new_place() {
    let portal = Portal::open().await;
    let ada = "ada@harbor.example";
    for _ in 0..2 {
        portal.signs_in(&portal.visitor(), ada, PASSWORD).await.leads_to("/caseload");
    }
    assert_eq!(portal.letters_to(ada).await, 0, "the first place is new to nobody");
    let elsewhere = portal.visitor_from("203.0.113.9");
    portal.signs_in(&elsewhere, ada, PASSWORD).await.leads_to("/caseload");
    portal.letter_to(ada).await.says("was used in a new place").says_not("203.0.113");
    portal.signs_in(&portal.visitor_from("203.0.113.77"), ada, PASSWORD).await.leads_to("/caseload");
    assert_eq!(portal.letters_to(ada).await, 1, "once is enough");
    sign_in(&portal.visitor_from("203.0.113.9"), EVE, PASSWORD).await.leads_to("/home");
    sign_in(&portal.visitor_from("192.0.2.9"), EVE, PASSWORD).await.leads_to("/home");
    assert_eq!(portal.count("letter where kind = 'new-sign-in' and to_email <> 'ada@harbor.example'").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn right_passwords_at_the_same_moment_do_not_shut_each_other_out() {
    let portal = Portal::open().await;
    let people = ["eve", "finn", "gus", "hana", "eve", "gus"].map(|name| format!("{name}@students.harbor.example"));
    let visitors: Vec<_> = people.iter().map(|_| portal.visitor()).collect();
    for _ in 0..4 {
        let all = visitors.iter().zip(&people).map(|(visitor, email)| sign_in(visitor, email, PASSWORD));
        let answers = futures_util::future::join_all(all).await;
        assert!(answers.iter().all(|page| [303, 503].contains(&page.status)), "nobody has to wait");
        assert!(answers.iter().any(|page| page.status == 303));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_neighbor_on_campus_who_guesses_keeps_nobody_out() {
    let portal = Portal::open_with(|config| config.campus_networks = vec!["192.0.2.0/24".parse().unwrap()]).await;
    let neighbor = portal.visitor_from("192.0.2.50");
    for _ in 0..6 {
        sign_in(&neighbor, EVE, "a wrong password").await.is(422);
    }
    sign_in(&neighbor, EVE, PASSWORD).await.is(429);
    sign_in(&portal.visitor_from("192.0.2.77"), EVE, PASSWORD).await.leads_to("/home");
}
