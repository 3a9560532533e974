//! Staff come by invitation only, and students by invitation too: the admin names address and role, the link works once.

use signpost::model::{
    email::Email,
    id::{FormKey, PersonId},
    invitation::Inviting,
    person::{Admin, FullName, Person, Role},
    post::Post,
    setting::Setting,
};

use crate::support::{Letter, Member, Page, Portal, hours};

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
    let inviting = Inviting { admin: &sam, setting: &setting, post: &post };
    inviting.invite(&name, &address, role, FormKey::new(), &mut conn).await.unwrap();
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
    ida.submit(form.fill("password", PASSWORD)).await.leads_to("/account/second-factor");
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
    portal.visitor().post(&link, wish).await.leads_to("/account/second-factor");
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
    visitor.post(&second, [("name", "Ida Moss"), ("password", PASSWORD)]).await.leads_to("/account/second-factor");
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

const LIST: &str = "/admin/people/invitations";
const IVY: &str = "ivy@students.harbor.example";

/// What a list comes to.
async fn look(sam: &Member, list: &str) -> Page {
    let form = sam.get(LIST).await.is(200).form(LIST).fill("list", list);
    sam.submit(form).await
}

/// Looks at a list and sends it.
async fn send(sam: &Member, list: &str) -> Page {
    let plan = look(sam, list).await;
    sam.submit(plan.is(200).form(LIST)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn students_are_invited_by_a_list_that_is_looked_at_first() {
    let portal = Portal::open().await;
    let (sam, letters) = (portal.sam().await, portal.count("letter").await);
    invite(&portal, "jo@students.harbor.example", Role::Student).await;
    let list = format!(
        "Ivy Noor, {IVY}\n\nNoor Again <{}>\nKai Moon\tkai@students.harbor.example\nEve Hart, eve@students.harbor.example\n\
         Jo Field, jo@students.harbor.example\nno address\nodd, odd@nowhere",
        IVY.to_uppercase()
    );
    let plan = look(&sam, &list).await;
    plan.is(200).says("Invite 2 students?").says("5 lines are left out").says("The same address as in line 1");
    plan.says("This address has an account already").says("This address is invited already");
    plan.says("There is no email address").says("Enter an email address like");
    assert_eq!(portal.count("letter").await, letters + 1, "nothing is sent by looking");

    let form = plan.form(LIST);
    let again = plan.form(LIST);
    let (one, other) = tokio::join!(sam.submit(form), sam.submit(again));
    one.leads_to("/admin/people?tab=invited&done=students-invited");
    other.leads_to("/admin/people?tab=invited&done=students-invited");
    assert_eq!(portal.count("letter").await, letters + 3, "two presses are one act");
    assert_eq!(portal.count("invitation where role = 'student' and accepted_at is null").await, 3);
    assert_eq!(portal.count("audit where action = 'person.invited'").await, 3);
    sam.get("/admin/people?tab=invited&done=students-invited")
        .await
        .says("Kai Moon")
        .says("The invitations are on their way");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invited_student_is_confirmed_and_has_an_advisor() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    // Somebody else registered the address, to plant a password.
    let planted = [("name", "Mallory"), ("email", IVY), ("password", "violet pepper station nine")];
    portal.visitor().post("/register", planted).await.leads_to("/register/sent");
    let planted = portal.letter_to(IVY).await.link();
    send(&sam, &format!("Ivy Noor, {IVY}")).await.is(303);
    let letter = portal.letter_to(IVY).await;
    assert_eq!(letter.kind, "invitation");
    letter.says("Sam Ortiz of Harbor State College invites you to Signpost.").says("Answer some short questions");
    letter.says_not("advisor of").says_not("as a");

    let ivy = portal.visitor();
    let page = ivy.get(letter.link()).await;
    page.is(200).says(IVY).says("Choose a password, and your account is ready").says_not("You are invited as");
    ivy.submit(page.form(&letter.link()).fill("password", "short")).await.is(422);
    ivy.submit(page.form(&letter.link()).fill("password", PASSWORD)).await.leads_to("/home");
    ivy.get("/home").await.is(200).says("Ivy");
    let advised = "student join person on person.id = student.person_id where email_key = 'ivy@students.harbor.example' and advisor_id is not null";
    assert_eq!(portal.count(advised).await, 1);
    portal.signs_in(&portal.visitor(), IVY, PASSWORD).await.leads_to("/home");
    portal.visitor().get(planted).await.is(404);
    portal.signs_in(&portal.visitor(), IVY, "violet pepper station nine").await.is(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invited_student_waits_in_the_queue_where_the_school_says_so() {
    let portal = Portal::open().await;
    portal.tell("update setting set assign_by = 'queue', email_domains = '{students.harbor.example}'").await;
    let sam = portal.sam().await;
    let plan = look(&sam, &format!("Ivy Noor, {IVY}\nOut Sider, out@elsewhere.example")).await;
    plan.says("Invite 1 student?").says("Use the email address your school gave you");
    sam.submit(plan.form(LIST)).await.is(303);
    let link = portal.letter_to(IVY).await.link();
    portal.visitor().post(&link, [("name", "Ivy Noor"), ("password", PASSWORD)]).await.leads_to("/home");
    portal.ada().await.get("/caseload?view=unassigned").await.says("Ivy Noor");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_means_something_else_by_now_is_not_sent() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let list = format!("Ivy Noor, {IVY}\nKai Moon, kai@students.harbor.example");
    let plan = look(&sam, &list).await;
    invite(&portal, IVY, Role::Student).await;
    let letters = portal.count("letter").await;
    let changed = sam.submit(plan.form(LIST)).await;
    changed.is(409).says("Nothing was sent").says("Invite 1 student?").says("This address is invited already");
    // Nor one that was changed behind the preview.
    let forged = plan.form(LIST).fill("list", "Mal Lory, mal@students.harbor.example");
    sam.submit(forged).await.is(409).says("Nothing was sent");
    assert_eq!(portal.count("letter").await, letters);
    sam.submit(changed.form(LIST)).await.is(303);
    assert_eq!(portal.count("letter").await, letters + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_has_one_to_500_people() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    look(&sam, " \n ").await.is(422).says("Paste at least one line");
    let many =
        |count: usize| (0..count).map(|n| format!("Student Number{n}, number{n}@a.example\n")).collect::<String>();
    let page = look(&sam, &many(501)).await;
    page.is(422).says("Paste at most 500 people at once");
    assert!(page.form(LIST).value("list").unwrap().contains("number500@a.example"), "what was pasted is kept");
    send(&sam, &many(500)).await.is(303);
    assert_eq!(portal.count("invitation where role = 'student'").await, 500);
    assert_eq!(portal.count("token where purpose = 'invite'").await, 500);
    look(&sam, "just words").await.is(200).says("Nobody on this list can be invited");
    let tab = sam.get("/admin/people?tab=invited").await;
    tab.says("500");
    let next = tab.links().into_iter().find(|link| link.contains("after=")).unwrap();
    sam.get(next).await.is(200).says("Student Number");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_invitation_is_sent_again_or_withdrawn() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let first = invite(&portal, IDA, Role::Lead).await.link();
    let id = portal.text("select id::text from invitation").await;
    let again = format!("{LIST}/{id}/letters");
    let form = sam.get("/admin/people?tab=invited").await.says("Ida Moss").form(&again);
    sam.submit(form.fill("form_key", "01a20399-5673-7488-af11-978ce0d85f11")).await.is(303);
    let form = sam.get("/admin/people?tab=invited").await.form(&again);
    sam.submit(form.fill("form_key", "01a20399-5673-7488-af11-978ce0d85f11")).await.is(303);
    assert_eq!(portal.letters_to(IDA).await, 2, "the same form twice is one letter");
    let second = portal.letter_to(IDA).await.link();
    portal.visitor().get(&first).await.is(404);
    portal.visitor().get(&second).await.is(200).says("lead advisor");

    let door = format!("{LIST}/{id}/withdrawal");
    sam.press(&door).await.leads_to("/admin/people?tab=invited&done=invitation-withdrawn");
    sam.press(&door).await.leads_to("/admin/people?tab=invited&done=invitation-withdrawn");
    portal.visitor().get(&second).await.is(404);
    sam.press(&again).await.is(404);
    sam.get("/admin/people?tab=invited").await.says("Nobody is waiting");
    assert_eq!(portal.count("audit where action in ('invitation.again', 'invitation.withdrawn')").await, 2);
    // Withdrawn is not forbidden.
    invite(&portal, IDA, Role::Advisor).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_registered_instead_is_no_longer_waited_for() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    send(&sam, &format!("Ivy Noor, {IVY}")).await.is(303);
    let invited = portal.letter_to(IVY).await.link();
    portal.visitor().post("/register", [("name", "Ivy Noor"), ("email", IVY), ("password", PASSWORD)]).await.is(303);
    let confirm = portal.letter_to(IVY).await.link();
    portal.visitor().use_link(&confirm).await.leads_to("/home");
    sam.get("/admin/people?tab=invited").await.says("Nobody is waiting");
    portal.visitor().post(&invited, [("name", "Mallory"), ("password", "another good password")]).await.is(404);
    portal.signs_in(&portal.visitor(), IVY, PASSWORD).await.leads_to("/home");
}
