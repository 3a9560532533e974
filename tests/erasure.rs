//! Erasing a student: a word planted in every field of a person is found everywhere before, and nowhere after; and it never
//! stood in anybody else's copy.

pub mod search;

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use tracing_subscriber::fmt::MakeWriter;

use self::search::{WORD, exempt, found, text_columns};
use crate::support::{
    Member, Page, Portal, Visitor,
    smtp_sink::{Mode, SmtpSink},
    worked,
};

const PASSWORD: &str = "seven quiet green bottles";

/// Somebody whose every field holds the word.
struct Planted {
    id: String,
    email: String,
    visitor: Visitor,
}

impl Planted {
    fn path(&self) -> String {
        format!("/students/{}", self.id)
    }
}

/// Comes through the front door with the word in every field that a page has; what no page asks for is planted by hand.
async fn plant(portal: &Portal) -> Planted {
    let (visitor, email) = (portal.visitor().calling_itself(format!("Browser {WORD}")), format!("{WORD}@x.example"));
    let name = format!("Ivy {WORD}");
    let form = [("name", name.as_str()), ("email", email.as_str()), ("password", PASSWORD)];
    visitor.post("/register", form).await.leads_to("/register/sent");
    let link = portal.letter_to(&email).await.link();
    visitor.use_link(&link).await.leads_to("/home");
    let id = portal.id_of(&email).await.to_string();
    let person = Planted { id, email, visitor };
    person.visitor.fill_in_profile([("called", format!("Iv {WORD}")), ("matters", format!("My {WORD} matters"))]).await;
    person.visitor.walk(&worked::example("P02")).await;
    person.visitor.post("/password/forgot", [("email", person.email.as_str())]).await.is(303);
    person.visitor.post("/register", [("name", "Ivy"), ("email", &person.email), ("password", PASSWORD)]).await.is(303);
    portal.letter_to(&person.email).await;

    let lee = portal.lee().await;
    for level in ["student", "advisors", "restricted"] {
        let path = format!("{}/notes", person.path());
        let form = lee.get(&path).await.form(&path).fill("body", format!("{level} {WORD}")).fill("level", level);
        lee.submit(form).await.leads_to(person.path());
    }
    edit_and_draft(portal, &lee, &person).await;
    let path = format!("{}/advice", person.path());
    let form = lee.get(&path).await.form(&path).fill("verdict", "agree").fill("words", format!("Go, {WORD}"));
    lee.submit(form).await.is(303);
    let disclosed = [("on", "2026-01-01"), ("to_whom", WORD), ("what", WORD), ("why", WORD)];
    lee.post(format!("{}/disclosures", person.path()), disclosed).await.is(303);

    ask(&person.visitor, "correction", &[("words", WORD), ("should_say", WORD)]).await;
    let request = portal.text("select id::text from data_request where kind = 'correction'").await;
    let denied = [("decision", "denied"), ("reason", WORD)];
    lee.post(format!("/requests/{request}/decision"), denied).await.is(303);
    let statement = format!("/account/data/requests/{request}/statement");
    person.visitor.post(&statement, [("statement", WORD)]).await.is(303);
    portal.tell(&by_hand(&person.id)).await;
    person
}

/// One note gets another text, and one more is only begun.
async fn edit_and_draft(portal: &Portal, lee: &Member, person: &Planted) {
    let note = portal.text(&format!("select id::text from note where body = 'advisors {WORD}'")).await;
    let path = format!("{}/notes/{note}", person.path());
    let form = lee.get(&path).await.form(&path).fill("body", format!("advisors {WORD} anew"));
    lee.submit(form).await.leads_to(&path);
    let drafts = format!("{}/drafts", person.path());
    lee.post(&drafts, [("body", WORD), ("contact_on", WORD)]).await.is(303);
}

/// What no page asks for, or what is made of random bytes.
fn by_hand(id: &str) -> String {
    let bytes = format!("convert_to(rpad('{WORD}', 32, '.'), 'UTF8')");
    format!(
        "update person set password_hash = password_hash || '{WORD}', locale = 'en-{WORD}' where id = '{id}';
         update token set hash = {bytes} where person_id = '{id}' and purpose = 'reset';
         insert into registration (email_key, email, full_name, password_hash, locale)
           select email_key, email, full_name, password_hash, locale from person where id = '{id}';
         insert into invitation (id, email, email_key, full_name, role, invited_by, form_key)
           select gen_random_uuid(), p.email, p.email_key, p.full_name, 'advisor', sam.id, gen_random_uuid()
             from person p, person sam where p.id = '{id}' and sam.email_key = 'sam@harbor.example';
         insert into roster_entry (id, school_id, full_name, email, email_key)
           select gen_random_uuid(), '{WORD}', '{WORD}', email, email_key from person where id = '{id}';
         insert into roster_import (id, uploaded_by, file_name, form_key, state)
           select gen_random_uuid(), id, 'list.csv', gen_random_uuid(), 'planned' from person where email_key = 'sam@harbor.example';
         insert into roster_line (import_id, number, school_id, full_name, email, email_key, before)
           select i.id, 2, '{WORD}', '{WORD}', p.email, p.email_key, '{{\"full_name\": \"{WORD}\"}}'
             from roster_import i, person p where p.id = '{id}';
         insert into suppression (id, email_key, words, lifted_at, lifted_by, reason)
           select gen_random_uuid(), p.email_key, '550 {WORD}', now(), sam.id, '{WORD}' from person p, person sam
            where p.id = '{id}' and sam.email_key = 'sam@harbor.example';
         insert into email_change (id, person_id, old_email, old_key, new_email, new_key)
           select gen_random_uuid(), id, 'old-' || email, 'old-' || email_key, 'new-' || email, 'new-' || email_key
             from person where id = '{id}';
         insert into second_factor (person_id, sealed_seed, last_step) values ('{id}', {bytes}, 1);
         insert into recovery_code (person_id, hash) values ('{id}', {bytes});
         insert into half_sign_in (hash, person_id, verified, owes, code_hash) values ({bytes}, '{id}', '{WORD}', 'mail', {bytes});
         insert into share (id, result_id, label, parts, hash, sealed_token, form_key, expires_at)
           select gen_random_uuid(), id, '{WORD}', '{{}}', {bytes}, {bytes}, gen_random_uuid(), now() + interval '7 days'
             from result where student_id = '{id}' limit 1;
         insert into known_device (person_id, hash) values ('{id}', {bytes});
         insert into session (hash, id, person_id, device) values ({bytes}, gen_random_uuid(), '{id}', '{WORD}');
         insert into note (id, student_id, author_id, author, author_role, level, body, form_key, removed_at, removed_by, remover, removal_reason)
           select gen_random_uuid(), '{id}', id, full_name, role, 'advisors', '', gen_random_uuid(), now(), id, '{WORD}', '{WORD}'
             from person where email_key = 'lee@harbor.example';
         insert into resend (letter_id, of_id, sent_by, sender, reason)
           select max(letter.id::text)::uuid, min(letter.id::text)::uuid, lee.id, '{WORD}', '{WORD}'
             from letter, person lee where letter.person_id = '{id}' and lee.email_key = 'lee@harbor.example' group by lee.id;
         insert into note_addendum (id, note_id, author, author_role, body, form_key)
           select gen_random_uuid(), id, '{WORD}', '{WORD}', '{WORD}', gen_random_uuid() from note
            where student_id = '{id}' and level = 'restricted';
         insert into follow_up (id, student_id, author_id, author, words, due_on, state, outcome, settled_at, settled_by, form_key)
           select gen_random_uuid(), '{id}', lee.id, 'Lee {WORD}', 'Call {WORD}', '2026-12-01', 'done', 'Called {WORD}', now(), lee.id, gen_random_uuid()
             from person lee where email_key = 'lee@harbor.example';
         insert into meeting (id, student_id, state, reason, good_times, advisor_id, starts_at, ends_at, place, set_at,
                              move_asked_at, move_words, settled_at, cancel_words, form_key)
           select gen_random_uuid(), '{id}', state, '{WORD}', '{WORD}', lee.id, now(), now() + interval '1 hour', '{WORD}', now(),
                  case state when 'set' then now() end, case state when 'set' then '{WORD}' else '' end,
                  case state when 'set' then null else now() end, case state when 'set' then '' else '{WORD}' end, gen_random_uuid()
             from person lee, (values ('set'), ('cancelled')) as it (state) where email_key = 'lee@harbor.example';
         update note set author = author || '{WORD}', author_role = 'lead {WORD}' where student_id = '{id}';
         update advice set author = author || '{WORD}' where result_id in (select id from result where student_id = '{id}');
         update disclosure set recorder = recorder || '{WORD}' where student_id = '{id}';
         alter table result disable trigger result_stands;
         update result set flags = flags || array['{WORD}'],
             contributions = contributions || '[{{\"item\": \"{WORD}\", \"dimension\": \"\", \"choice\": null, \"points\": 0}}]',
             profile = profile || '{{\"matters\": \"{WORD}\"}}' where student_id = '{id}';
         alter table result enable trigger result_stands;
         update letter set reply_to = '{WORD}@x.example', subject = subject || ' {WORD}', locale = 'en-{WORD}', sealed_token = {bytes},
             message_id = message_id || '{WORD}', server_words = 'Ok {WORD}', calendar = '{WORD}' where person_id = '{id}';
         update letter_try set words = words || '{WORD}'
          where letter_id in (select id from letter where person_id = '{id}')"
    )
}

async fn ask(student: &Visitor, kind: &str, fields: &[(&str, &str)]) -> Page {
    let path = format!("/account/data/requests/{kind}");
    let form = student.get(&path).await.form(&path);
    student.submit(fields.iter().fold(form, |form, (name, value)| form.fill(name, *value))).await
}

/// A lead advisor grants the student's wish.
async fn granted(portal: &Portal, lee: &Member, student: &Visitor) {
    ask(student, "erasure", &[("words", WORD), ("sure", "on")]).await.leads_to("/account/data");
    let id = portal.text("select id::text from data_request where kind = 'erasure' and decided_at is null").await;
    let yes = [("decision", "granted"), ("reason", WORD), ("sure", "on")];
    lee.post(format!("/requests/{id}/decision"), yes).await.leads_to("/requests");
}

/// Everything that is logged in this process.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Listens from now on.
    pub fn open() -> Self {
        let log = Self::default();
        let subscriber =
            tracing_subscriber::fmt().with_env_filter("signpost=trace,info").with_writer(log.clone()).finish();
        // Under cargo test the first one to listen hears everybody; under nextest each test is a process.
        drop(tracing::subscriber::set_global_default(subscriber));
        log
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// The letters in the folder that hold the word.
fn letters_with_the_word(portal: &Portal) -> usize {
    let files = std::fs::read_dir(portal.letters_folder()).unwrap();
    files.filter(|file| std::fs::read_to_string(file.as_ref().unwrap().path()).unwrap().contains(WORD)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_in_every_field_of_a_student_is_nowhere_after_erasure() {
    let log = Log::open();
    let portal = Portal::open().await;
    let planted = plant(&portal).await;
    portal.until_none("letter where state not in ('accepted', 'failed')").await;
    // One more letter waits: nobody may send it.
    portal.tell(&format!("update letter set state = 'deferred', next_try_at = now() + interval '1 hour' where id in (select id from letter where person_id = '{}' order by id desc limit 1)", planted.id)).await;

    // Every column that can hold a word holds it, or is known to hold no person's words.
    let before = found(&portal).await;
    let missing: Vec<_> =
        text_columns(&portal).await.into_iter().filter(|one| !before.contains(one) && !exempt(one)).collect();
    assert!(
        missing.is_empty(),
        "plant the word in these, or say in tests/erasure/search.rs why they hold none: {missing:#?}"
    );
    let needless: Vec<_> = before.iter().filter(|one| exempt(one)).collect();
    assert!(needless.is_empty(), "these do hold a person's words: {needless:#?}");
    assert!(letters_with_the_word(&portal) >= 4, "confirm, result, reset, already registered");

    let (lee, sam) = (portal.lee().await, portal.sam().await);
    lee.get("/caseload").await.says(WORD);
    granted(&portal, &lee, &planted.visitor).await;

    assert_eq!(found(&portal).await, Vec::<String>::new(), "left in the database");
    portal.until_none("shred").await;
    assert_eq!(letters_with_the_word(&portal), 0, "left in the folder of letters");
    // Nobody comes upon them any more, in no list, no export, no trace.
    for page in ["/caseload", "/requests?view=closed", "/requests"] {
        lee.get(page).await.is(200).says_not(WORD);
    }
    for page in ["/admin/people?tab=students", "/admin/people?tab=invited", "/admin/requests?view=closed"] {
        sam.get(page).await.is(200).says_not(WORD);
    }
    lee.get(planted.path()).await.is(404);
    let eve = portal.eve().await;
    for copy in ["/account/data/copy.html", "/account/data/copy.json"] {
        eve.get(copy).await.is(200).says_not(WORD);
    }
    // They are signed out, cannot sign in, and may begin anew.
    assert!(planted.visitor.get("/home").await.is(303).location().starts_with("/sign-in"));
    let (email, visitor) = (planted.email.as_str(), portal.visitor());
    visitor.post("/sign-in", [("email", email), ("password", PASSWORD)]).await.is(422);
    let log = log.text();
    assert!(log.contains("letter settled"), "the log hears nothing");
    assert!(!log.contains(WORD), "logged: {}", log.lines().find(|line| line.contains(WORD)).unwrap_or_default());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stays_leads_nowhere() {
    let portal = Portal::open().await;
    let (lee, eve) = (portal.lee().await, portal.eve().await);
    let desk = "select students::text from desk join person on person.id = advisor_id where full_name = 'Ada Bell'";
    let (traces, before) = (portal.count("audit").await, portal.text(desk).await);
    let id = eve.id;
    granted(&portal, &lee, &eve).await;
    // A tally: the outcome, by what it was made with, and the month.
    let tally = portal.text("select outcome || ' ' || erased_outcome.scoring || ' ' || number || ' ' || count from erased_outcome join questionnaire on questionnaire.id = questionnaire_id").await;
    assert_eq!(tally, "HIM_CLEAR fit-1.0.0 1 1");
    let columns = portal
        .texts(
            "select column_name::text from information_schema.columns where table_name = 'erased_outcome' order by 1",
        )
        .await;
    assert_eq!(columns, ["count", "month", "outcome", "questionnaire_id", "scoring"]);
    // The audit keeps every row and gets one more for the erasure, ids only.
    assert!(portal.count("audit").await > traces);
    let erased = format!("audit where action = 'student.erased' and student_id = '{id}' and actor_id = '{}'", lee.id);
    assert_eq!(portal.count(&erased).await, 1);
    // The clock of the request stays, without a word.
    let clock = "data_request where kind = 'erasure' and decision = 'granted' and student_id is null and words = '' and reason = ''";
    assert_eq!(portal.count(clock).await, 1);
    assert_eq!((before.as_str(), portal.text(desk).await.as_str()), ("2", "1"));
    // A second one of the same month is counted with it.
    let gus = portal.gus().await;
    gus.walk(&worked::example("P02")).await;
    granted(&portal, &lee, &gus).await;
    assert_eq!(portal.text("select sum(count)::text from erased_outcome where outcome = 'HIM_CLEAR'").await, "2");
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_of_tries_that_are_theirs_are_forgotten() {
    let portal = Portal::open().await;
    let (lee, gus) = (portal.lee().await, portal.gus().await);
    portal.tell("delete from throttle").await;
    gus.post("/password/forgot", [("email", gus.email)]).await.is(303);
    assert_eq!(portal.count("throttle").await, 2, "one of the address, one of the network");
    granted(&portal, &lee, &gus).await;
    assert_eq!(portal.count("throttle").await, 1, "a network is not a person");
}

/// A mailbox that somebody had before, or that a student only asked for, is another's.
#[tokio::test(flavor = "multi_thread")]
async fn what_hangs_on_an_address_goes_with_its_person_and_with_nobody_else() {
    let portal = Portal::open().await;
    let (sam, lee) = (portal.sam().await, portal.lee().await);
    let (ivy, first, door) = (portal.visitor(), "ivy@students.harbor.example", "/admin/people/invitations");
    let form = sam.post(door, [("list", format!("Ivy {WORD}, {first}"))]).await.form(door);
    sam.submit(form).await.is(303);
    let link = portal.letter_to(first).await.link();
    ivy.post(&link, [("name", format!("Ivy {WORD}").as_str()), ("password", PASSWORD)]).await.leads_to("/home");
    ivy.post("/account/email", [("email", "iv@mail.example")]).await.is(303);
    ivy.press(portal.letter_to("iv@mail.example").await.link()).await.is(303);
    // 30 days later nobody knows any more that the first address was hers.
    portal.tell("delete from email_change").await;

    let nora = portal.visitor();
    nora.post("/register", [("name", "Nora Vale"), ("email", first), ("password", PASSWORD)]).await.is(303);
    nora.use_link(&portal.letter_to(first).await.link()).await.leads_to("/home");
    let copy = nora.get("/account/data/copy.json").await;
    copy.is(200).says("Confirm your email address").says_not(WORD);
    ivy.get("/account/data/copy.json").await.says("You are invited").says(WORD);

    portal.until_none("letter where state not in ('accepted', 'failed')").await;
    granted(&portal, &lee, &ivy).await;
    assert_eq!(found(&portal).await, Vec::<String>::new(), "left in the database");
    portal.until_none("shred").await;
    assert_eq!(letters_with_the_word(&portal), 0, "left in the folder of letters");

    let fields = [("name", "New Admin"), ("email", "new@harbor.example"), ("role", "admin")];
    sam.post("/admin/people", fields).await.is(303);
    let invited = portal.letter_to("new@harbor.example").await.link();
    nora.post("/account/email", [("email", "new@harbor.example")]).await.is(303);
    granted(&portal, &lee, &nora).await;
    portal.visitor().get(&invited).await.is(200).says("You are invited as admin");
    assert_eq!(portal.letters_to("new@harbor.example").await, 1, "the invitation");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_that_fails_takes_nothing() {
    let portal = Portal::open().await;
    let (lee, eve) = (portal.lee().await, portal.eve().await);
    let answers = portal.count("answer").await;
    portal
        .tell(&format!(
            "create table holds_on (person_id uuid references person (id)); insert into holds_on values ('{}')",
            eve.id
        ))
        .await;
    ask(&eve, "erasure", &[("sure", "on")]).await.leads_to("/account/data");
    let id = portal.text("select id::text from data_request where kind = 'erasure'").await;
    let yes = [("decision", "granted"), ("reason", "Yes"), ("sure", "on")];
    assert!(lee.post(format!("/requests/{id}/decision"), yes).await.status >= 500);
    assert_eq!(portal.count("answer").await, answers);
    eve.get("/account/data").await.is(200).says("Open");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_in_the_carriers_hands_breaks_nothing() {
    let sink = SmtpSink::open().await.unwrap();
    let url = sink.url();
    let portal = Portal::open_with(|config| config.smtp_url = Some(url)).await;
    portal.until_none("letter where state <> 'accepted'").await;
    let (lee, gus) = (portal.lee().await, portal.gus().await);
    sink.treat_all(Mode::Hang);
    gus.walk(&worked::example("P06")).await;
    portal.letter_becomes(gus.email, "sending").await;
    granted(&portal, &lee, &gus).await;
    assert_eq!(portal.letters_to(gus.email).await, 0);
    // The carrier finds no row to settle, and goes on with the next letter.
    sink.treat_all(Mode::Accept);
    let finn = portal.finn().await;
    finn.walk(&worked::example("P06")).await;
    portal.letter_becomes(finn.email, "accepted").await;
    assert_eq!(portal.letters_to(gus.email).await, 0);
    portal.until_none("shred").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_of_one_student_is_in_their_own_copy_and_in_nobody_elses() {
    let portal = Portal::open().await;
    let planted = plant(&portal).await;
    portal.until_none("letter where state not in ('accepted', 'failed')").await;
    let (eve, gus) = (portal.eve().await, portal.gus().await);
    for copy in ["/account/data/copy.html", "/account/data/copy.json"] {
        planted.visitor.get(copy).await.is(200).says(WORD);
        for other in [&eve, &gus] {
            other.get(copy).await.is(200).says_not(WORD);
        }
    }
    let own = planted.visitor.get("/account/data/copy.json").await.body;
    for field in ["full_name", "email", "matters", "called", "device", "statement", "to_whom", "body", "text", "html"] {
        let is_in =
            own.lines().any(|line| line.trim_start().starts_with(&format!("\"{field}\"")) && line.contains(WORD));
        assert!(is_in, "{field} is missing in the copy");
    }
    for level in ["advisors", "restricted"] {
        assert!(!own.contains(&format!("{level} {WORD}")), "a note of another level");
    }
}
