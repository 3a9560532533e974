//! The words of letters: the school's own go out, those that cannot stand are refused at their place, the shipped ones come back.

use crate::support::{Form, Letter, Member, Portal};

const NOTE: &str = "/admin/letters/shared-note/en";

async fn form(sam: &Member, path: &str) -> Form {
    sam.get(path).await.is(200).form(path)
}

/// Ada writes Eve a note, and the letter about it comes.
async fn noted(portal: &Portal, ada: &Member, eve: &Member) -> Letter {
    let form = ada.get(eve.notes_path()).await.form(&eve.notes_path());
    ada.submit(form.fill("body", "Come by.").fill("level", "student")).await.leads_to(eve.path());
    portal.letter_to(eve.email).await
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_go_out_in_the_schools_own_words_until_the_shipped_ones_are_taken_again() {
    let portal = Portal::open().await;
    let (sam, ada, eve) = (portal.sam().await, portal.ada().await, portal.eve().await);
    sam.get("/admin/letters").await.says("A note for the student").says("Shipped words");
    let own = "{author} left you some words, {name}. Read them at {school}.";
    let draft = form(&sam, NOTE).await.fill("letter-note-why", own).fill("do", "save").fill("why", "Warmer");
    sam.submit(draft).await.is(303);
    let page = sam.get(NOTE).await;
    page.says("Draft, not in use").says("Ada Bell left you some words, Eve Hart. Read them at Harbor State College.");
    page.says("As it came: {author} at {school} wrote a note for you.").says("Warmer");
    noted(&portal, &ada, &eve).await.says("wrote a note for you").says_not("left you some words");

    let used = form(&sam, NOTE).await.fill("do", "use");
    sam.submit(used).await.is(303);
    sam.get("/admin/letters").await.says("Your words, version 2");
    let letter = noted(&portal, &ada, &eve).await;
    letter.says("Ada Bell left you some words, Eve Hart. Read them at Harbor State College.");
    // The language beside it has words of its own.
    portal.tell(&format!("update person set locale = 'es' where id = '{}'", eve.id)).await;
    noted(&portal, &ada, &eve).await.says_not("left you some words");
    portal.tell(&format!("update person set locale = 'en' where id = '{}'", eve.id)).await;

    let back = format!("{NOTE}/restoration");
    sam.submit(sam.get(NOTE).await.form(&back)).await.is(303);
    noted(&portal, &ada, &eve).await.says("wrote a note for you").says_not("left you some words");
    sam.get(NOTE).await.says("Letters go out in the shipped words.").says("The shipped words again");
    assert_eq!(portal.count("audit where action = 'letter-wording.changed'").await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_cannot_stand_for_every_reader_are_refused_at_their_place() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let path = "/admin/letters/recommendation/en";
    for (words, reason) in [
        ("Why, {friend}", "There is no place {friend} in this letter."),
        ("Why, {", "A { or } stands alone."),
        ("", "Write something here, or take the shipped words again."),
        ("Why, as {advisor} sees it", "For the sample “No advisor, a lean (HIM)” nothing stands for {advisor}."),
        ("Why you should enroll", "“you should” promises or pushes."),
        ("Why you earn $90,000", "“$90,000” has no source here."),
    ] {
        let page = sam.submit(form(&sam, path).await.fill("letter-result-why", words).fill("do", "use")).await;
        page.is(422).says(reason);
        assert!(page.body.contains("id=\"letter-result-why-error\""), "{words}: at its place");
        assert_eq!(page.form(path).value("letter-result-why"), Some(words), "what was typed stays");
    }
    let lost = form(&sam, path).await.fill("letter-result-reply", "Reply to this letter.").fill("do", "save");
    sam.submit(lost).await.is(422).says("{advisor} must be in it: the advisor’s name, where there is one.");
    // What a letter must say about a result is no field at all.
    let page = sam.get(path).await;
    page.says("A starting point, not a test score.");
    assert_eq!(page.form(path).value("letter-result-foot"), None);
    let smuggled = form(&sam, path).await.fill("letter-result-foot", "This decides.").fill("do", "use");
    sam.submit(smuggled).await.is(303);
    assert_eq!(portal.text("select words::text from letter_wording").await, "{}");
    sam.get("/admin/letters/recommendation/fr").await.is(404);
    sam.get("/admin/letters/nothing/en").await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sample_goes_to_whoever_edits_and_two_editors_never_overwrite_each_other() {
    let portal = Portal::open().await;
    let sam = portal.sam().await;
    let path = "/admin/letters/recommendation/es";
    let (first, second) = (form(&sam, path).await, form(&sam, path).await);
    sam.submit(first.fill("letter-result-why", "Estas son las razones").fill("do", "save")).await.is(303);
    let page = sam.submit(second.fill("letter-result-why", "Mis razones").fill("do", "use")).await;
    page.is(409).says("Version 1 was saved while you wrote.").says("Estas son las razones").says("Mis razones");
    let page = sam.get(format!("{path}?sample=1")).await;
    page.says("2. A tie, no advisor");
    let test = page.form(&format!("{path}/tests"));
    sam.submit(test.clone()).await.is(303);
    sam.submit(test).await.is(303);
    let letter = portal.letter_to(sam.email).await;
    assert_eq!(letter.kind, "test");
    letter.says("Hana Sato");
    let subject = portal.text("select subject from letter where kind = 'test'").await;
    assert!(subject.starts_with("Prueba: "), "{subject}");
    assert_eq!(portal.count("letter where kind = 'test'").await, 1, "the same form is the same letter");
    let frame = sam.get(format!("{path}/samples/0")).await;
    frame.is(200).says("Estas son las razones");
    assert!(frame.header("content-security-policy").unwrap().starts_with("sandbox"));
    sam.get(format!("{path}/samples/999")).await.is(404);
}
