//! Creating an account: the same page for everybody, a link that works once, and no way to plant a password.

use crate::support::{Page, Portal, Visitor, hours, minutes};

const NORA: &str = "nora@students.harbor.example";
const PASSWORD: &str = "quiet ferry orange map";

async fn register(visitor: &Visitor, email: &str, password: &str) -> Page {
    visitor.post("/register", [("name", "Nora Vale"), ("email", email), ("password", password)]).await
}

async fn sign_in(visitor: &Visitor, email: &str, password: &str) -> Page {
    visitor.post("/sign-in", [("email", email), ("password", password)]).await
}

/// The headers two answers may not differ in.
fn telling_headers(page: &Page) -> Vec<(String, String)> {
    let same = |name: &str| !matches!(name, "date" | "x-request-id");
    let all = page.headers.iter().filter(|(name, _)| same(name.as_str()));
    all.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_registers_confirms_and_is_home() {
    let portal = Portal::open().await;
    let nora = portal.visitor();
    let form = nora.get("/register").await.form("/register");
    let page = nora.submit(form.fill("name", "Nora Vale").fill("email", NORA).fill("password", PASSWORD)).await;
    page.leads_to("/register/sent");
    nora.follow(&page).await.is(200).says("Look in your mail");
    let letter = portal.letter_to(NORA).await;
    assert_eq!(letter.kind, "confirm");
    nora.get(letter.link()).await.is(200).says(NORA).says("Confirm my email address");
    nora.use_link(&letter.link()).await.leads_to("/home");
    nora.get("/home").await.is(200).says("Nora");
    let other_device = portal.visitor();
    sign_in(&other_device, NORA, PASSWORD).await.leads_to("/home");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_account_sleeps_until_the_link_is_used() {
    let portal = Portal::open().await;
    let nora = portal.visitor();
    register(&nora, NORA, PASSWORD).await.is(303);
    sign_in(&nora, NORA, PASSWORD).await.is(422).says("That email and password do not match.");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_whether_an_address_is_known() {
    let portal = Portal::open().await;
    let stranger = portal.visitor();
    let unknown = register(&stranger, "abe@students.harbor.example", PASSWORD).await;
    let known = register(&stranger, "eve@students.harbor.example", PASSWORD).await;
    assert_eq!((unknown.status, &unknown.body), (known.status, &known.body));
    assert_eq!(telling_headers(&unknown), telling_headers(&known));
    assert_eq!(portal.letter_to("abe@students.harbor.example").await.kind, "confirm");
    assert_eq!(portal.letter_to("eve@students.harbor.example").await.kind, "already-registered");
    assert_eq!(portal.count("registration where email_key like 'eve@%'").await, 0);
    assert_eq!(portal.count("token where email_key like 'eve@%'").await, 0);
    // Writing the address another way is the same address.
    register(&stranger, "  EVE@students.HARBOR.example ", PASSWORD).await.leads_to("/register/sent");
    assert_eq!(portal.count("registration where email_key like 'eve@%'").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_at_the_link_does_not_use_it() {
    let portal = Portal::open().await;
    let (nora, scanner) = (portal.visitor(), portal.visitor());
    register(&nora, NORA, PASSWORD).await.is(303);
    let link = portal.letter_to(NORA).await.link();
    for _ in 0..3 {
        scanner.get(&link).await.is(200);
        scanner.send(scanner.request(reqwest::Method::HEAD, &link)).await.is(200);
    }
    nora.use_link(&link).await.leads_to("/home");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_used_an_old_and_an_invented_link_show_one_page() {
    let portal = Portal::open().await;
    let nora = portal.visitor();
    register(&nora, NORA, PASSWORD).await.is(303);
    let used = portal.letter_to(NORA).await.link();
    nora.use_link(&used).await.is(303);
    register(&portal.visitor(), "abe@students.harbor.example", PASSWORD).await.is(303);
    let old = portal.letter_to("abe@students.harbor.example").await.link();
    portal.later(hours(24)).await;
    let stranger = portal.visitor();
    let invented = stranger.get(format!("/verify/{}", "x".repeat(43))).await;
    invented.is(404).says("This link does not work").says("Get a new link");
    for link in [&used, &old, &"/verify/short".to_owned()] {
        assert_eq!(stranger.get(link).await.is(404).body, invented.body, "{link}");
        assert_eq!(stranger.press(link).await.is(404).body, invented.body, "post {link}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_works_almost_a_day() {
    let portal = Portal::open().await;
    let nora = portal.visitor();
    register(&nora, NORA, PASSWORD).await.is(303);
    let link = portal.letter_to(NORA).await.link();
    portal.later(minutes(24 * 60 - 1)).await;
    nora.use_link(&link).await.leads_to("/home");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_plants_a_password_under_somebody_elses_address() {
    let portal = Portal::open().await;
    let (mallory, nora) = (portal.visitor(), portal.visitor());
    register(&mallory, NORA, "mallory knows this one").await.is(303);
    let first = portal.letter_to(NORA).await.link();
    register(&nora, NORA, PASSWORD).await.is(303);
    let second = portal.letter_to(NORA).await.link();
    nora.get(&first).await.is(404);
    // Nobody can tell whose registration was whose, so the owner of the mailbox chooses the password.
    let page = nora.get(&second).await;
    page.is(200).says("used to register more than once");
    let form = page.form(&second);
    let short = nora.submit(form.fill("password", "short")).await;
    short.is(422).says("Use at least 15 characters").says("Enter your full name");
    let form = nora.get(&second).await.form(&second).fill("name", "Nora Vale");
    nora.submit(form.fill("password", "cedar lamp twelve rivers")).await.leads_to("/home");
    sign_in(&mallory, NORA, "mallory knows this one").await.is(422);
    sign_in(&mallory, NORA, PASSWORD).await.is(422);
    sign_in(&nora, NORA, "cedar lamp twelve rivers").await.leads_to("/home");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_registers_last_plants_nothing_either() {
    let portal = Portal::open().await;
    let (mallory, nora) = (portal.visitor(), portal.visitor());
    register(&nora, NORA, PASSWORD).await.is(303);
    register(&mallory, NORA, "mallory knows this one").await.is(303);
    let link = portal.letter_to(NORA).await.link();
    nora.press(&link).await.is(422).says("used to register more than once");
    let form = nora.get(&link).await.form(&link).fill("name", "Nora Vale");
    nora.submit(form.fill("password", PASSWORD)).await.leads_to("/home");
    sign_in(&mallory, NORA, "mallory knows this one").await.is(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_somebody_else_typed_is_never_the_accounts() {
    let portal = Portal::open().await;
    let (mallory, nora) = (portal.visitor(), portal.visitor());
    let planted = [("name", "Mallory at evil.example"), ("email", NORA), ("password", PASSWORD)];
    mallory.post("/register", planted).await.is(303);
    // Mallory's letters are all that the address gets in this hour; Nora's own registration brings none, but counts.
    portal.tell("update throttle set count = 3 where count = 1").await;
    register(&nora, NORA, PASSWORD).await.is(303);
    assert_eq!(portal.letters_to(NORA).await, 1);
    let link = portal.letter_to(NORA).await.link();
    let page = nora.get(&link).await;
    page.says("used to register more than once").says_not("Mallory");
    nora.submit(page.form(&link).fill("password", PASSWORD)).await.is(422).says("Enter your full name");
    let form = page.form(&link).fill("name", "Nora Vale").fill("password", PASSWORD);
    nora.submit(form).await.leads_to("/home");
    assert_eq!(portal.count(&format!("person where email_key = '{NORA}' and full_name = 'Nora Vale'")).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_gets_three_letters_an_hour_and_the_page_stays_the_same() {
    let portal = Portal::open().await;
    let nora = portal.visitor();
    for _ in 0..5 {
        register(&nora, NORA, PASSWORD).await.leads_to("/register/sent");
    }
    assert_eq!(portal.letters_to(NORA).await, 3);
    portal.later(minutes(61)).await;
    register(&nora, NORA, PASSWORD).await.leads_to("/register/sent");
    assert_eq!(portal.letters_to(NORA).await, 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_with_errors_keeps_what_was_typed_but_the_password() {
    let portal = Portal::open().await;
    let nora = portal.visitor();
    let page = nora.post("/register", [("name", "Nora <b>Vale"), ("email", "nora@"), ("password", "too short")]).await;
    page.is(422).says("Enter an email address like").says("Use at least 15 characters").says_not("too short");
    let form = page.form("/register");
    assert_eq!(form.value("name"), Some("Nora <b>Vale"));
    assert_eq!(form.value("email"), Some("nora@"));
    assert_eq!(form.value("password"), Some(""));
    for (name, email) in
        [("", NORA), ("Nora\r\nBcc: all", NORA), ("Nora", ""), ("Nora", "a b@c.example"), ("Nora", "n@x\r\nBcc: y")]
    {
        nora.post("/register", [("name", name), ("email", email), ("password", PASSWORD)]).await.is(422);
    }
    let long = format!("{}@students.harbor.example", "n".repeat(300));
    register(&nora, &long, PASSWORD).await.is(422);
    assert_eq!(portal.count("registration").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_chooses_their_own_role() {
    let portal = Portal::open().await;
    let nora = portal.visitor();
    let wish =
        [("name", "Nora Vale"), ("email", NORA), ("password", PASSWORD), ("role", "admin"), ("is_admin", "true")];
    nora.post("/register", wish).await.is(303);
    let link = portal.letter_to(NORA).await.link();
    nora.post(&link, [("role", "admin")]).await.leads_to("/home");
    assert_eq!(portal.count(&format!("person where email_key = '{NORA}' and role = 'student'")).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_hashes_of_links_passwords_and_cookies_are_kept() {
    let portal = Portal::open().await;
    let nora = portal.visitor();
    register(&nora, NORA, PASSWORD).await.is(303);
    let letter = portal.letter_to(NORA).await;
    let token = letter.link().rsplit('/').next().unwrap().to_owned();
    assert_eq!(
        portal.count(&format!("letter where body_text like '%{token}%' or body_html like '%{token}%'")).await,
        0
    );
    assert_eq!(portal.count("letter where sealed_token is not null and state = 'accepted'").await, 0);
    assert_eq!(portal.count(&format!("token where hash = sha256('{token}')")).await, 1);
    assert_eq!(portal.count("registration where password_hash like '$argon2id$v=19$m=19456,t=2,p=1$%'").await, 1);
    nora.use_link(&letter.link()).await.is(303);
    let cookie = nora.cookie("sid").unwrap();
    assert_eq!(portal.count(&format!("session where hash = sha256('{cookie}')")).await, 1);
}
