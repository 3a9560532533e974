//! Staff come by invitation only: the admin names address and role, the link works once.

use signpost::model::{
    email::Email,
    id::{FormKey, PersonId},
    invitation::Invitation,
    person::{Admin, FullName, Person, Role},
    post::Post,
    setting::Setting,
};

use crate::support::{Letter, Portal, hours};

const IDA: &str = "ida@harbor.example";
const PASSWORD: &str = "quiet ferry orange map";

/// Sam invites somebody; gives the letter.
async fn invite(portal: &Portal, email: &str, role: Role) -> Letter {
    let mut conn = portal.database().await;
    let sam = Person {
        id: PersonId(portal.id_of("sam@harbor.example").await),
        role: Role::Admin,
        full_name: "Sam Ortiz".into(),
        called: "Sam".into(),
        email: "sam@harbor.example".into(),
        locale: "en".into(),
    };
    let sam = Admin::known(sam).unwrap();
    let (name, address) = (FullName::parse("Ida Moss").unwrap(), Email::parse(email).unwrap());
    let setting = Setting::load(&mut conn).await.unwrap();
    let post = Post::new(&portal.config.secret_text().unwrap(), portal.config.mail_domain()).unwrap();
    Invitation::send(&sam, &name, &address, role, FormKey::new(), &setting, &post, &mut conn).await.unwrap();
    portal.letter_to(email).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invited_advisor_brings_name_and_password() {
    let portal = Portal::open().await;
    let letter = invite(&portal, IDA, Role::Advisor).await;
    assert_eq!(letter.kind, "invitation");
    letter.says("Harbor State College");
    let ida = portal.visitor();
    let page = ida.get(letter.link()).await;
    page.is(200).says(IDA).says("advisor");
    let form = page.form(&letter.link());
    assert_eq!(form.value("name"), Some("Ida Moss"));
    ida.submit(form.fill("password", PASSWORD)).await.leads_to("/caseload");
    ida.get("/sign-in").await.leads_to("/caseload");
    assert_eq!(
        portal.count("desk join person on person.id = desk.advisor_id where email_key = 'ida@harbor.example'").await,
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_role_is_the_admins_word() {
    let portal = Portal::open().await;
    let link = invite(&portal, IDA, Role::Advisor).await.link();
    let wish = [("name", "Ida Moss"), ("password", PASSWORD), ("role", "admin"), ("email", "other@harbor.example")];
    portal.visitor().post(&link, wish).await.leads_to("/caseload");
    assert_eq!(portal.count("person where email_key = 'ida@harbor.example' and role = 'advisor'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_works_once_for_three_days_and_the_newest_only() {
    let portal = Portal::open().await;
    let visitor = portal.visitor();
    let dead = visitor.get(format!("/invitations/{}", "x".repeat(43))).await;
    dead.is(404).says("This link does not work");
    let first = invite(&portal, IDA, Role::Advisor).await.link();
    let second = invite(&portal, IDA, Role::Lead).await.link();
    assert_eq!(visitor.get(&first).await.is(404).body, dead.body);
    portal.later(hours(71)).await;
    visitor.get(&second).await.is(200).says("lead advisor");
    visitor.post(&second, [("name", "Ida Moss"), ("password", "short")]).await.is(422);
    visitor.post(&second, [("name", "Ida Moss"), ("password", PASSWORD)]).await.leads_to("/caseload");
    let stranger = portal.visitor();
    assert_eq!(stranger.get(&second).await.is(404).body, dead.body);
    assert_eq!(stranger.post(&second, [("name", "X"), ("password", PASSWORD)]).await.is(404).body, dead.body);
    let late = invite(&portal, "kim@harbor.example", Role::Admin).await.link();
    portal.later(hours(72)).await;
    assert_eq!(stranger.get(&late).await.is(404).body, dead.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_never_changes_an_account_that_is_there() {
    let portal = Portal::open().await;
    let link = invite(&portal, "bo@harbor.example", Role::Admin).await.link();
    portal.visitor().post(&link, [("name", "Bo Chen"), ("password", PASSWORD)]).await.is(404);
    assert_eq!(portal.count("person where email_key = 'bo@harbor.example' and role = 'advisor'").await, 1);
    portal.bo().await.get("/sign-in").await.leads_to("/caseload");
}
