//! Letters over a real socket to a mail server that misbehaves: nothing is lost, nothing is doubled, pages stay fast.

use std::{collections::BTreeMap, time::Instant};

use crate::support::{
    Letter, Member, Portal, minutes,
    smtp_sink::{Mode, SmtpSink, Taken},
    worked,
};

async fn portal_with(sink: &SmtpSink) -> Portal {
    let url = sink.url();
    Portal::open_with(|config| config.smtp_url = Some(url)).await
}

/// Gus hands in the answers of P06; the page must not wait for the mail server.
async fn gus_hands_in(portal: &Portal) -> (Member, String) {
    let gus = portal.gus().await;
    gus.answer_all(&worked::example("P06").said()).await.is(200);
    let start = Instant::now();
    let result = gus.hand_in().await;
    gus.get(&result).await.says("Health informatics is the better fit so far");
    assert!(start.elapsed().as_secs() < 5, "the page waited {:?}", start.elapsed());
    (gus, result)
}

/// What the mail server has for somebody.
fn taken_for(sink: &SmtpSink, email: &str) -> Vec<Taken> {
    sink.taken().into_iter().filter(|taken| taken.to == email).collect()
}

fn message_id(taken: &Taken) -> String {
    taken.data.lines().find_map(|line| line.strip_prefix("Message-ID: ")).expect("every letter has one").to_owned()
}

async fn stored_id(portal: &Portal, email: &str) -> String {
    portal.text(&format!("select message_id from letter where to_email = '{email}'")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recommendation_arrives_in_text_and_html_within_seconds() {
    let sink = SmtpSink::open().await.unwrap();
    let portal = portal_with(&sink).await;
    let (gus, result) = gus_hands_in(&portal).await;
    portal.letter_becomes(gus.email, "accepted").await;
    let taken = taken_for(&sink, gus.email);
    assert_eq!((taken.len(), taken[0].from.as_str()), (1, "advising@harbor.example"));
    let letter = Letter::read(taken[0].data.as_bytes(), "recommendation", &portal.config.base());
    letter.says("Health informatics is the better fit so far").says("Hello Gus,");
    assert_eq!(letter.link(), result);
    assert!(letter.head.contains("Reply-To: \"Ada Bell\" <ada@harbor.example>"), "{}", letter.head);
    assert_eq!(message_id(&taken[0]), stored_id(&portal, gus.email).await);
    gus.get(&result).await.says("Accepted by the mail server on").says_not("letters go to a folder");
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_mail_server_is_down_pages_are_fast_and_the_letter_goes_out_later() {
    let sink = SmtpSink::open().await.unwrap();
    let address = sink.address();
    let portal = portal_with(&sink).await;
    portal.until_none("letter where state <> 'accepted'").await;
    sink.close().await;
    let (gus, result) = gus_hands_in(&portal).await;
    portal.letter_becomes(gus.email, "deferred").await;
    gus.get(&result).await.says("The mail server asked us to wait.").says("Deferred, next try");
    let (before, words) = (stored_id(&portal, gus.email).await, written(&portal, gus.email).await);

    let sink = SmtpSink::open_at(address).await.unwrap();
    portal.later(minutes(2)).await;
    portal.letter_becomes(gus.email, "accepted").await;
    let taken = taken_for(&sink, gus.email);
    assert_eq!(taken.len(), 1);
    assert_eq!((message_id(&taken[0]), written(&portal, gus.email).await), (before, words));
    let tries = "select letter_try.state from letter_try join letter on id = letter_id where to_email like 'gus%' order by number";
    assert_eq!(portal.texts(tries).await, ["deferred", "accepted"]);
}

/// The words of a letter, as they were stored before its first try.
async fn written(portal: &Portal, email: &str) -> String {
    let select = "select concat_ws('|', subject, body_text, body_html) from letter";
    let words = portal.text(&format!("{select} where to_email = '{email}'")).await;
    assert!(words.contains("Hello"), "{words}");
    words
}

#[tokio::test(flavor = "multi_thread")]
async fn a_greylisted_letter_waits_and_is_accepted_at_the_third_try() {
    let sink = SmtpSink::open().await.unwrap();
    let portal = portal_with(&sink).await;
    sink.treat("gus@students.harbor.example", Mode::Greylist(2));
    let (gus, result) = gus_hands_in(&portal).await;
    for tries in 1..=2 {
        portal
            .until_none(&format!(
                "letter where to_email = '{}' and (tries < {tries} or state <> 'deferred')",
                gus.email
            ))
            .await;
        assert_eq!(
            portal.count("letter where state = 'deferred' and next_try_at > now() + interval '40 seconds'").await,
            1
        );
        assert_eq!(portal.count("letter where state = 'deferred' and server_words like '451%greylisted%'").await, 1);
        portal.letters_are_due().await;
    }
    portal.letter_becomes(gus.email, "accepted").await;
    assert_eq!(taken_for(&sink, gus.email).len(), 1);
    gus.get(&result).await.says("Accepted by the mail server on");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_letter_fails_at_once_and_the_page_says_so() {
    let sink = SmtpSink::open().await.unwrap();
    let portal = portal_with(&sink).await;
    sink.treat("gus@students.harbor.example", Mode::Refuse);
    let (gus, result) = gus_hands_in(&portal).await;
    portal.letter_becomes(gus.email, "failed").await;
    let page = gus.get(&result).await;
    page.says("Failed").says("The mail server refused it for gus@students.harbor.example.");
    page.says("Your advisor can help you set the address right.");
    assert_eq!(
        portal.count("letter where state = 'failed' and tries = 1 and server_words like '550%no such mailbox%'").await,
        1
    );
    portal.later(minutes(60)).await;
    portal.letters_are_due().await;
    assert!(taken_for(&sink, gus.email).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_hangs_holds_up_no_page_and_no_letter_for_ever() {
    let sink = SmtpSink::open().await.unwrap();
    sink.treat_all(Mode::Hang);
    let portal = portal_with(&sink).await;
    let (gus, result) = gus_hands_in(&portal).await;
    gus.get(&result).await.says("On its way to gus@students.harbor.example.");
    assert!(sink.taken().is_empty());
    sink.treat_all(Mode::Accept);
    portal.letter_becomes(gus.email, "accepted").await;
    assert_eq!(taken_for(&sink, gus.email).len(), 1);
    // Eve's and Hana's were in the hands of the carrier when it hung.
    portal.until_none("letter where state in ('queued', 'sending')").await;
    portal.letters_are_due().await;
    portal.until_none("letter where state <> 'accepted'").await;
    assert_eq!(sink.taken().len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_was_taken_without_a_word_goes_again_with_the_same_bytes() {
    let sink = SmtpSink::open().await.unwrap();
    let portal = portal_with(&sink).await;
    sink.treat("gus@students.harbor.example", Mode::DieAfterData);
    let (gus, _) = gus_hands_in(&portal).await;
    portal.letter_becomes(gus.email, "deferred").await;
    sink.treat("gus@students.harbor.example", Mode::Accept);
    portal.letters_are_due().await;
    portal.letter_becomes(gus.email, "accepted").await;
    let taken = taken_for(&sink, gus.email);
    assert_eq!(taken.iter().map(|one| one.acknowledged).collect::<Vec<_>>(), [false, true]);
    assert_eq!(taken[0].data, taken[1].data);
    assert_eq!(message_id(&taken[1]), stored_id(&portal, gus.email).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_carriers_never_take_one_letter() {
    let sink = SmtpSink::open().await.unwrap();
    let portal = portal_with(&sink).await;
    let beside = portal.open_beside();
    let columns = "kind, person_id, result_id, to_name, to_email, reply_to, locale, facts - 'from'";
    portal
        .tell(&format!(
            "insert into letter (id, kind, person_id, result_id, to_name, to_email, reply_to, locale, facts, message_id)
             select gen_random_uuid(), {columns}, '<' || gen_random_uuid() || '@harbor.example>'
             from letter, generate_series(1, 75)"
        ))
        .await;
    portal.until_none("letter where state <> 'accepted'").await;
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for taken in sink.taken() {
        *times.entry(message_id(&taken)).or_default() += 1;
    }
    assert_eq!(times.len(), 152);
    assert!(times.values().all(|times| *times == 1), "sent twice: {times:?}");
    assert_eq!(portal.count("letter_try").await, 152);
    drop(beside);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_left_in_the_hands_of_a_dead_carrier_is_taken_over() {
    let sink = SmtpSink::open().await.unwrap();
    let portal = portal_with(&sink).await;
    portal.until_none("letter where state <> 'accepted'").await;
    let lost =
        "update letter set state = 'sending', lease = gen_random_uuid(), leased_until = now() + interval '2 minutes',
                tries = 0, settled_at = null where to_email like 'eve%'";
    portal.tell(&format!("delete from letter_try; {lost}")).await;
    assert_eq!(taken_for(&sink, "eve@students.harbor.example").len(), 1);
    portal.later(minutes(2)).await;
    portal.letter_becomes("eve@students.harbor.example", "accepted").await;
    let taken = taken_for(&sink, "eve@students.harbor.example");
    assert_eq!((taken.len(), message_id(&taken[0])), (2, message_id(&taken[1])));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_stays_sealed_while_its_letter_waits_and_is_erased_when_it_failed() {
    let sink = SmtpSink::open().await.unwrap();
    let portal = portal_with(&sink).await;
    sink.treat("ivy@students.harbor.example", Mode::Greylist(1));
    sink.treat("jon@students.harbor.example", Mode::Refuse);
    for (name, email) in [("Ivy Moon", "ivy@students.harbor.example"), ("Jon Sand", "jon@students.harbor.example")] {
        let form = [("name", name), ("email", email), ("password", "seven quiet green bottles")];
        portal.visitor().post("/register", form).await.leads_to("/register/sent");
    }
    portal.letter_becomes("ivy@students.harbor.example", "deferred").await;
    portal.letter_becomes("jon@students.harbor.example", "failed").await;
    let sealed = "letter where kind = 'confirm' and sealed_token is not null";
    assert_eq!(
        portal.count(&format!("{sealed} and to_email like 'ivy%' and body_text like '%[link removed]%'")).await,
        1
    );
    assert_eq!(portal.count(&format!("{sealed} and to_email like 'jon%'")).await, 0);
    let waiting = portal.text("select to_jsonb(letter)::text from letter where to_email like 'ivy%'").await;
    assert!(!waiting.contains("/verify/"), "the link stands in the row");

    portal.letters_are_due().await;
    portal.letter_becomes("ivy@students.harbor.example", "accepted").await;
    assert_eq!(portal.count(sealed).await, 0);
    let taken = taken_for(&sink, "ivy@students.harbor.example");
    let link = Letter::read(taken[0].data.as_bytes(), "confirm", &portal.config.base()).link();
    portal.visitor().use_link(&link).await.leads_to("/home");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_try_with_one_mailbox_holds_the_letters_to_all_others() {
    let sink = SmtpSink::open().await.unwrap();
    let url = sink.url();
    let portal = Portal::open_with(|config| {
        config.smtp_url = Some(url);
        config.mail_only_to = Some("Gus@students.harbor.example".to_owned());
    })
    .await;
    let (gus, result) = gus_hands_in(&portal).await;
    portal.letter_becomes(gus.email, "accepted").await;
    gus.get(&result).await.says("This is a try: letters go to one mailbox only, all others are held.");
    portal.letter_becomes("eve@students.harbor.example", "held").await;
    let eve = portal.eve().await;
    let list = eve.get("/results").await;
    let hers = list.links().into_iter().find(|link| link.starts_with("/results/")).unwrap();
    eve.get(hers).await.says("The letter for eve@students.harbor.example is held.").says("Held");
    assert_eq!(sink.taken().len(), taken_for(&sink, gus.email).len());
    assert_eq!(portal.count("letter where state = 'held' and tries = 0").await, 2);
}
