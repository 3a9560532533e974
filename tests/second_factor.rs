//! The second factor: no record opens before staff have one, a code works once, and the day the phone is lost is provided for.

use jiff::{SignedDuration, Timestamp};
use signpost::{config::SecondFactorRule, model::second_factor::Seed};

use crate::support::{
    Page, Portal, Visitor,
    cast::{PASSWORD, code_now},
    minutes,
};

const ADA: &str = "ada@harbor.example";
const EVE: &str = "eve@students.harbor.example";

/// The key on a set-up page, as somebody types it into an app.
fn app(page: &Page) -> Seed {
    let typed = page.between("<code>", "</code>").replace(' ', "");
    let mut bits = String::new();
    for letter in typed.chars() {
        let value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(letter).unwrap();
        bits.push_str(&format!("{value:05b}"));
    }
    let bytes: Vec<u8> = bits
        .as_bytes()
        .chunks_exact(8)
        .map(|b| u8::from_str_radix(std::str::from_utf8(b).unwrap(), 2).unwrap())
        .collect();
    Seed::of(bytes.try_into().unwrap())
}

async fn half_signed_in(portal: &Portal, email: &str) -> Visitor {
    let visitor = portal.visitor();
    visitor.post("/sign-in", [("email", email), ("password", PASSWORD)]).await.leads_to("/sign-in/code");
    visitor
}

async fn enters(visitor: &Visitor, code: &str) -> Page {
    visitor.post("/sign-in/code", [("code", code)]).await
}

/// Forgets which code was last used: a story does not wait for the next one.
async fn next_code(portal: &Portal) -> String {
    portal.tell("update second_factor set last_step = 0").await;
    code_now()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_record_opens_before_staff_have_a_second_factor() {
    let portal = Portal::open().await;
    portal.tell("delete from second_factor").await;
    let (ada, sam, eve) = (portal.ada().await, portal.sam().await, portal.eve().await);
    for (staff, door) in [(&ada, "/caseload".to_owned()), (&ada, eve.path()), (&sam, "/admin/people".to_owned())] {
        let page = staff.get(&door).await;
        page.is(303);
        assert!(page.location().starts_with("/account/second-factor?next=%2F"), "{}", page.location());
    }
    ada.post(eve.notes_path(), [("body", "x"), ("level", "advisors")]).await.is(303);
    eve.get("/home").await.is(200);
    let page = ada.get("/account/second-factor?next=%2Fcaseload").await;
    page.is(200).says("Your school asks this").says_not("Skip for now");
    let form = page.form("/account/second-factor");
    let wrong = ada.submit(form.fill("code", "000000")).await;
    wrong.is(422).says("That code is wrong");
    let phone = app(&wrong);
    let form = wrong.form("/account/second-factor");
    let done = ada.submit(form.fill("code", phone.code_at(Timestamp::now()))).await;
    assert_eq!(done.is(200).says("Keep these codes").body.matches("<li><code>").count(), 10);
    assert!(done.links().contains(&"/caseload".to_owned()), "{:?}", done.links());
    ada.get("/caseload").await.is(200);
    ada.get(eve.path()).await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_it_is_offered_a_line_says_so_and_it_can_be_skipped() {
    let portal = Portal::open_with(|config| config.staff_second_factor = Some(SecondFactorRule::Offered)).await;
    portal.tell("delete from second_factor").await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    ada.get("/caseload").await.is(200).says("Set up the second step");
    eve.get("/home").await.is(200).says_not("Set up the second step");
    let page = ada.get("/account/second-factor").await;
    assert!(page.is(200).says("Skip for now").links().contains(&"/caseload".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_password_alone_signs_nobody_in_who_has_one() {
    let portal = Portal::open().await;
    let ada = half_signed_in(&portal, ADA).await;
    ada.get("/caseload").await.leads_to("/sign-in?next=%2Fcaseload");
    ada.get("/account").await.leads_to("/sign-in?next=%2Faccount");
    let form = ada.get("/sign-in/code").await.form("/sign-in/code");
    ada.submit(form.fill("code", "000000")).await.is(422).says("That code is wrong");
    let before = ada.cookie("sid");
    enters(&ada, &next_code(&portal).await).await.leads_to("/caseload");
    assert_ne!(ada.cookie("sid"), before);
    ada.get("/caseload").await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_half_sign_in_lives_ten_minutes() {
    let portal = Portal::open().await;
    let ada = half_signed_in(&portal, ADA).await;
    portal.later(minutes(11)).await;
    enters(&ada, &code_now()).await.leads_to("/sign-in");
    ada.get("/sign-in/code").await.leads_to("/sign-in");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_works_once_and_one_step_early_or_late() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let page = eve.get("/account/second-factor").await;
    let phone = app(&page);
    let at = |steps: i64| Timestamp::now() + SignedDuration::from_secs(30 * steps);
    let early = phone.code_at(at(-1));
    eve.submit(page.form("/account/second-factor").fill("code", early.as_str())).await.is(200).says("Keep these codes");
    let visitor = half_signed_in(&portal, EVE).await;
    enters(&visitor, &early).await.is(422);
    enters(&visitor, &phone.code_at(at(-3))).await.is(422);
    let late = phone.code_at(at(1));
    enters(&visitor, &format!("{} {}", &late[..3], &late[3..])).await.leads_to("/home");
    let again = half_signed_in(&portal, EVE).await;
    enters(&again, &late).await.is(422);
    enters(&again, &phone.code_at(at(0))).await.is(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_code_used_by_two_at_once_opens_to_one() {
    let portal = Portal::open().await;
    let (one, other) = (half_signed_in(&portal, ADA).await, half_signed_in(&portal, ADA).await);
    let code = next_code(&portal).await;
    let (first, second) = tokio::join!(enters(&one, &code), enters(&other, &code));
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422]);
}

#[tokio::test(flavor = "multi_thread")]
async fn five_codes_in_five_minutes_are_enough() {
    let portal = Portal::open().await;
    let ada = half_signed_in(&portal, ADA).await;
    for _ in 0..5 {
        enters(&ada, "000000").await.is(422);
    }
    // A new half sign-in does not start the count anew.
    let ada = half_signed_in(&portal, ADA).await;
    let page = enters(&ada, &next_code(&portal).await).await;
    page.is(429);
    assert!(
        page.header("retry-after")
            .is_some_and(|wait| wait.parse::<u32>().is_ok_and(|wait| (290..=300).contains(&wait)))
    );
    portal.later(minutes(5)).await;
    enters(&ada, &next_code(&portal).await).await.leads_to("/caseload");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_code_opens_once_and_a_new_sheet_voids_the_old() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let sheet = |page: &Page| -> Vec<String> {
        page.body.split("<li><code>").skip(1).map(|part| part.split('<').next().unwrap().to_owned()).collect()
    };
    let first = sheet(sam.press("/account/second-factor/codes").await.is(200));
    let second = sheet(sam.press("/account/second-factor/codes").await.is(200));
    assert_eq!((first.len(), second.len()), (10, 10));
    let email = "sam@harbor.example";
    let visitor = half_signed_in(&portal, email).await;
    enters(&visitor, &first[0]).await.is(422);
    enters(&visitor, &second[3].to_uppercase()).await.leads_to("/admin");
    let visitor = half_signed_in(&portal, email).await;
    enters(&visitor, &second[3]).await.is(422);
    sam.get("/account").await.says("9 recovery codes left");
    // A sheet is its owner's.
    let ada = half_signed_in(&portal, ADA).await;
    enters(&ada, &second[4]).await.is(422);
    for code in first.iter().chain(&second) {
        assert_eq!(portal.count(&format!("recovery_code where hash = '{code}'::bytea")).await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_password_does_not_switch_it_off() {
    let portal = Portal::open().await;
    let ada = portal.visitor();
    ada.post("/password/forgot", [("email", ADA)]).await.is(303);
    let link = portal.letter_to(ADA).await.link();
    ada.submit(ada.get(&link).await.form(&link).fill("password", "cedar lamp twelve rivers"))
        .await
        .leads_to("/sign-in");
    let page = ada.post("/sign-in", [("email", ADA), ("password", "cedar lamp twelve rivers")]).await;
    page.leads_to("/sign-in/code");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_password_ends_sign_ins_under_way() {
    let portal = Portal::open().await;
    let thief = half_signed_in(&portal, ADA).await;
    let ada = portal.ada().await;
    ada.post("/account/password", [("password", "cedar lamp twelve rivers")]).await.is(303);
    enters(&thief, &next_code(&portal).await).await.leads_to("/sign-in");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_under_way_ends_with_its_password_wherever_that_is_changed() {
    let portal = Portal::open().await;
    let thief = half_signed_in(&portal, ADA).await;
    // As if it had begun while the password was being changed: only the hash that was right tells.
    portal.tell("update person set password_hash = '!' where full_name = 'Ada Bell'").await;
    enters(&thief, &next_code(&portal).await).await.leads_to("/sign-in");
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_wrong_codes_a_day_are_enough() {
    let portal = Portal::open().await;
    for _ in 0..10 {
        let ada = half_signed_in(&portal, ADA).await;
        for _ in 0..5 {
            enters(&ada, "000000").await.is(422);
        }
        // The five minutes pass, the day does not.
        portal
            .tell(
                "update throttle set since = since - interval '5 minutes', open_again = now() \
            where count = 5 and open_again > now()",
            )
            .await;
    }
    let ada = half_signed_in(&portal, ADA).await;
    enters(&ada, "000000").await.is(429);
}

/// The newest letter to its owner says what happened, and what to do if it was somebody else.
async fn told(portal: &Portal, email: &str, subject: &str, words: &str) {
    let letter = portal.letter_to(email).await;
    assert_eq!((letter.kind.as_str(), letter.subject.as_str()), ("second-factor-changed", subject));
    letter.says(words).says("If it was not you, tell your school");
    assert_eq!(letter.link(), "/password/forgot");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_student_may_have_one_and_take_it_off_but_staff_keep_theirs() {
    let portal = Portal::open().await;
    let (eve, ada) = (portal.eve().await, portal.ada().await);
    let page = eve.get("/account/second-factor").await;
    let phone = app(&page);
    let code = phone.code_at(Timestamp::now());
    eve.submit(page.form("/account/second-factor").fill("code", code.as_str())).await.is(200);
    told(&portal, EVE, "A second step was set up", "signing in also asks for a code").await;
    // The same form sent once more finds it set up.
    half_signed_in(&portal, EVE).await;
    eve.press("/account/second-factor/codes").await.is(200).says("Keep these codes");
    told(&portal, EVE, "You have new recovery codes", "The old ones no longer work").await;
    eve.get("/account/second-factor").await.is(200).says("Turn it off");
    eve.press("/account/second-factor/removal").await.leads_to("/account");
    told(&portal, EVE, "Your second step was taken off", "The password alone opens it now").await;
    assert_eq!(portal.visitor().post("/sign-in", [("email", EVE), ("password", PASSWORD)]).await.location(), "/home");
    ada.get("/account/second-factor").await.is(200).says_not("Turn it off");
    ada.press("/account/second-factor/removal").await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seed_made_for_one_is_of_no_use_to_another() {
    let portal = Portal::open().await;
    let (eve, gus) = (portal.eve().await, portal.gus().await);
    let page = eve.get("/account/second-factor").await;
    let (seed, phone) = (page.form("/account/second-factor").value("seed").unwrap().to_owned(), app(&page));
    let code = phone.code_at(Timestamp::now());
    gus.post("/account/second-factor", [("seed", seed.as_str()), ("code", code.as_str())]).await.is(422);
    assert_eq!(portal.count("second_factor join person on person.id = person_id where role = 'student'").await, 0);
}
