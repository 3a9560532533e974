//! The school's own list of students: a file is looked at line by line, applied as it was looked at, and who is new invited.

use crate::support::{Member, Page, Portal};

const ROSTER: &str = "/admin/roster";
const IMPORTS: &str = "/admin/roster/imports";

/// Uploads a file and waits until it was read.
async fn upload(portal: &Portal, sam: &Member, key: &str, bytes: &[u8]) -> Page {
    let page = sam.upload(IMPORTS, &[("form_key", key)], "list.csv", bytes).await;
    page.is(303);
    portal.until_none("roster_import where state in ('waiting', 'applying', 'inviting')").await;
    sam.follow(&page).await
}

async fn key(sam: &Member) -> String {
    sam.get(ROSTER).await.form(IMPORTS).value("form_key").unwrap().to_owned()
}

/// The address of the newest upload.
async fn newest(portal: &Portal) -> String {
    format!("{IMPORTS}/{}", portal.text("select id::text from roster_import order by id desc limit 1").await)
}

async fn apply(portal: &Portal, sam: &Member, plan: &Page) -> Page {
    let path = newest(portal).await;
    sam.submit(plan.form(&format!("{path}/application"))).await.leads_to(&path);
    portal.until_none("roster_import where state = 'applying'").await;
    sam.get(path).await
}

const LIST: &str = "Student ID;First name;Last name;Email;Advisor\n\
    h-1;Ivy;Noor;ivy@students.harbor.example;bo@harbor.example\n\
    h-2;Zoë;Núñez;zoe@students.harbor.example;\n\
    h-3;Kai;;kai@students\n\
    h-1;Ivy;Again;other@students.harbor.example;\n\
    h-4;Ada;Bell;ada@harbor.example;\n\
    h-5;Jo;Field;jo@students.harbor.example;nobody@harbor.example\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_looked_at_applied_and_who_is_new_is_invited() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let letters = portal.count("letter").await;
    let windows: Vec<u8> = LIST.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let plan = upload(&portal, &sam, &key(&sam).await, &windows).await;
    plan.is(200).says("Zoë Núñez").says("add 2").says("4 lines have a fault");
    let path = newest(&portal).await;
    let faults = sam.get(format!("{path}?lines=fault")).await;
    for words in ["Enter an email address like", "stands in line 2", "somebody on the staff", "No advisor here"] {
        assert!(faults.text().contains(words), "{words}\n{}", faults.text());
    }
    assert_eq!(portal.count("roster_entry").await, 0, "looking changes nothing");
    let applied = apply(&portal, &sam, &plan).await;
    applied.says("Applied").says("Invite the 2 new students");
    assert_eq!(portal.count("roster_entry").await, 2);
    assert_eq!(portal.count("audit where action = 'roster.changed'").await, 2);
    // Pressed twice it is one act.
    let invite = applied.form(&format!("{path}/invitations"));
    sam.submit(invite.clone()).await.leads_to(&path);
    sam.submit(invite).await.leads_to(&path);
    portal.until_none("roster_import where state = 'inviting'").await;
    assert_eq!(portal.count("letter where kind = 'invitation'").await, 2);
    assert_eq!(portal.count("letter").await, letters + 2);
    sam.get(ROSTER).await.says("Ivy Noor").says("Bo Chen").says("Invited");
    sam.get(format!("{ROSTER}?q=n%C3%BA%C3%B1")).await.says("Zoë Núñez").says_not("Ivy Noor");
    // Who comes goes to the advisor on the list.
    let link = portal.letter_to("ivy@students.harbor.example").await.link();
    let ivy = portal.visitor();
    ivy.submit(ivy.get(&link).await.form(&link).fill("password", "quiet ferry orange map")).await.is(303);
    let with_bo = "student join person on person.id = person_id join person bo on bo.id = advisor_id
                   where person.email_key like 'ivy@%' and bo.email_key = 'bo@harbor.example'";
    assert_eq!(portal.count(with_bo).await, 1);
    // The same file again changes nothing.
    let again = upload(&portal, &sam, &key(&sam).await, LIST.as_bytes()).await;
    again.says("Nothing to change");
    assert_eq!(portal.count("roster_line where fate in ('create', 'update')").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn empty_cells_erase_nothing_and_a_plan_that_is_another_by_now_is_not_applied() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let first = "id,name,email,advisor\nh-1,Ivy Noor,ivy@students.harbor.example,bo@harbor.example\n";
    let plan = upload(&portal, &sam, &key(&sam).await, first.as_bytes()).await;
    apply(&portal, &sam, &plan).await;
    let second = "id\tname\temail\tadvisor\nh-1\tIvy N. Noor\tivy.noor@students.harbor.example\t\n\tIvo Lund\tivo@students.harbor.example\t\n";
    let same = key(&sam).await;
    let plan = upload(&portal, &sam, &same, second.as_bytes()).await;
    upload(&portal, &sam, &same, second.as_bytes()).await;
    assert_eq!(portal.count("roster_import").await, 2, "the same form is the same upload");
    let path = newest(&portal).await;
    sam.get(format!("{path}?lines=update")).await.says("Ivy Noor").says("Ivy N. Noor").says("ivy.noor@");
    portal.tell("update roster_entry set full_name = 'Ivy Noor-Hart'").await;
    let changed = apply(&portal, &sam, &plan).await;
    changed.says("Nothing was applied");
    sam.get(format!("{path}?lines=update")).await.says("Differs from before").says("Ivy Noor-Hart");
    assert_eq!(portal.count("roster_entry").await, 1);
    // The plan that was looked at before is no plan any more.
    sam.submit(plan.form(&format!("{path}/application"))).await.is(409).says("Nothing was applied");
    apply(&portal, &sam, &changed).await.says("Applied");
    let entry = "select concat_ws(' ', school_id, e.full_name, e.email, a.full_name) from roster_entry e join person a on a.id = advisor_id";
    assert_eq!(portal.text(entry).await, "h-1 Ivy N. Noor ivy.noor@students.harbor.example Bo Chen");
    assert_eq!(portal.count("roster_entry where full_name = 'Ivo Lund' and school_id is null").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_name_keeps_the_one_that_is_known() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let first = "id,name,email\n,Ivy Noor,ivy@students.harbor.example\n,Jo Field,jo@students.harbor.example\n";
    let plan = upload(&portal, &sam, &key(&sam).await, first.as_bytes()).await;
    apply(&portal, &sam, &plan).await;
    // Ivy and Jo are on the list, Eve has an account, and nobody knows Kai.
    let second = "email,name,id\nivy@students.harbor.example,,h-1\njo@students.harbor.example,,\n\
                  eve@students.harbor.example,,h-3\nkai@students.harbor.example,,h-4\n";
    let plan = upload(&portal, &sam, &key(&sam).await, second.as_bytes()).await;
    plan.says("add 1, change 1").says("Eve Hart").says("1 line has a fault");
    let path = newest(&portal).await;
    sam.get(format!("{path}?lines=fault")).await.says("There is no name").says("kai@");
    sam.get(format!("{path}?lines=unchanged")).await.says("Jo Field");
    sam.get(format!("{path}?lines=update")).await.says("Ivy Noor").says("h-1");
    apply(&portal, &sam, &plan).await.says("Applied");
    let names = "select string_agg(concat_ws(' ', school_id, full_name), ', ' order by full_name) from roster_entry";
    assert_eq!(portal.text(names).await, "h-3 Eve Hart, h-1 Ivy Noor, Jo Field");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_is_left_out_stands_in_nobodys_way() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let list = "id,name,email,advisor,advsor email\n\
        ,Ann Good,good@students.harbor.example,nobody@harbor.example,\n\
        ,Ann Good,GOOD@students.harbor.example,bo@harbor.example,\n\
        ,Ann Again,good@students.harbor.example,,\n\
        1,One,one@students.harbor.example,,\n\
        1,Two,two@students.harbor.example,,\n\
        2,Two,two@students.harbor.example,,\n\
        3,\"Unclosed,three@students.harbor.example,,\n\
        4,Four,four@students.harbor.example,,\n";
    let plan = upload(&portal, &sam, &key(&sam).await, list.as_bytes()).await;
    plan.says("add 3").says("4 lines have a fault").says("Not read: advsor email").says("Goes to bo@harbor.example");
    let fates = "select string_agg(concat_ws(' ', number, fate, problem, twin), ', ' order by number) from roster_line";
    let told = "2 fault roster-no-advisor, 3 create, 4 fault roster-twice 3, 5 create, 6 fault roster-twice 5, 7 create, \
                8 fault roster-line-broken";
    assert_eq!(portal.text(fates).await, told);
    let faults = sam.get(format!("{}?lines=fault", newest(&portal).await)).await;
    faults.says("look for a quote that is not closed").says("stands in line 3");
    apply(&portal, &sam, &plan).await.says("Applied");
    assert_eq!(portal.count("roster_entry").await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_not_invited_yet_can_be_invited_from_the_list() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    sam.get(ROSTER).await.says_not("Not invited yet");
    let list = "name,email\nIvy Noor,ivy@students.harbor.example\nJo Field,jo@students.harbor.example\n\
                Eve Hart,eve@students.harbor.example\n";
    let plan = upload(&portal, &sam, &key(&sam).await, list.as_bytes()).await;
    apply(&portal, &sam, &plan).await;
    // The upload is deleted after a month; they still wait.
    portal.tell("delete from roster_import").await;
    let page = sam.get(ROSTER).await;
    page.says("2 students on the list have neither an account nor an invitation").says("Invite 2 students");
    let button = page.form("/admin/roster/invitations");
    sam.submit(button.clone()).await.leads_to("/admin/roster?done=students-invited");
    // Pressed twice it is one act.
    sam.submit(button).await.leads_to("/admin/roster?done=students-invited");
    assert_eq!(portal.count("letter where kind = 'invitation'").await, 2);
    sam.get(ROSTER).await.says_not("Not invited yet").says("Ivy Noor").says("Invited");
    sam.press("/admin/roster/invitations").await.leads_to("/admin/roster?done=nobody-invited");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_file_says_what_is_wrong_with_it() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    sam.press(IMPORTS).await.is(422).says("Choose a file");
    let page = upload(&portal, &sam, &key(&sam).await, b"name,phone\nIvy Noor,12345\n").await;
    page.says("nothing was changed").says("No column is called email").says("name, phone");
    let page = upload(&portal, &sam, &key(&sam).await, b"email,email,name\nivy@students.harbor.example,,Ivy\n").await;
    page.says("Two columns are for the same thing").says("email, email");
    upload(&portal, &sam, &key(&sam).await, b"email,name\n").await.says("There is no line below the header");
    upload(&portal, &sam, &key(&sam).await, b"PK\x03\x04\0\0").await.says("Save it as CSV");
    assert_eq!(portal.count("roster_line").await, 0);
    let other = portal.ada().await;
    other.upload(IMPORTS, &[], "list.csv", b"x").await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_50_000_students_is_read_and_applied() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let rows = (0..50_000).map(|n| format!("s-{n},Student {n},s{n}@students.harbor.example\n"));
    let list: String = std::iter::once("id,name,email\n".to_owned()).chain(rows).collect();
    let key = key(&sam).await;
    let page = sam.upload(IMPORTS, &[("form_key", &key)], "all.csv", list.as_bytes()).await;
    let begun = std::time::Instant::now();
    while portal.count("roster_import where state = 'waiting'").await > 0 {
        assert!(begun.elapsed().as_secs() < 180, "it is never read");
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    println!("read and planned in {:?}", begun.elapsed());
    let plan = sam.follow(&page).await;
    plan.is(200).says("add 50000");
    let begun = std::time::Instant::now();
    let path = newest(&portal).await;
    sam.submit(plan.form(&format!("{path}/application"))).await.leads_to(&path);
    while portal.count("roster_import where state = 'applying'").await > 0 {
        assert!(begun.elapsed().as_secs() < 180, "it is never applied");
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    println!("applied in {:?}", begun.elapsed());
    assert_eq!(portal.count("roster_entry").await, 50_000);
}
