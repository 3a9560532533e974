//! A word in a restricted note, in its earlier text, in what was added to it and in a draft: looked for wherever anybody but
//! its author and the lead advisor can look, in every letter, in the log and in every other table.

use std::collections::{BTreeMap, BTreeSet};

use signpost::web::routes::DOORS;

use crate::{
    doors::places::Places,
    erasure::{
        Log,
        search::{WORD, found},
    },
    support::{Member, Portal, Visitor, hours},
};

/// More pages than anybody's ways lead to.
const MOST_PAGES: usize = 600;
/// Pages of one place: of a list, of a record, of a desk.
const MOST_VIEWS: u32 = 60;

/// Ada writes, edits, adds and begins another one.
async fn plant(portal: &Portal) {
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    let form = ada.get(eve.notes_path()).await.form(&eve.notes_path());
    ada.submit(form.fill("body", format!("First {WORD}")).fill("level", "restricted")).await.leads_to(eve.path());
    let id = portal.text(&format!("select id::text from note where body = 'First {WORD}'")).await;
    let path = format!("{}/{id}", eve.notes_path());
    ada.submit(ada.get(&path).await.form(&path).fill("body", format!("Second {WORD}"))).await.leads_to(&path);
    portal.later(hours(25)).await;
    let ada = portal.ada().await;
    let addenda = format!("{path}/addenda");
    ada.submit(ada.get(&path).await.form(&addenda).fill("body", format!("Third {WORD}"))).await.leads_to(&path);
    ada.post(format!("{}/drafts", eve.path()), [("body", format!("Fourth {WORD}"))]).await.is(303);
}

/// Follows every link from a start page, then tries every door with Eve's ids. Gives where the word stood.
async fn looks_everywhere(who: &Visitor, start: &str, places: &Places) -> Vec<String> {
    let mut waiting = vec![start.to_owned()];
    let mut seen = BTreeSet::new();
    let mut views_of = BTreeMap::new();
    let mut holding = Vec::new();
    while let Some(path) = waiting.pop() {
        let path = path.split('#').next().unwrap_or_default().to_owned();
        if !path.starts_with('/') || path.starts_with("/static/") || !seen.insert(path.clone()) {
            continue;
        }
        // A list with all its filters, or all figures with all their versions, has more addresses than anybody looks at.
        let place = path.split('?').next().unwrap_or_default();
        let list: String = place.split_inclusive('/').take(3).collect();
        let views = views_of.entry(list).or_insert(0);
        *views += 1;
        if *views > MOST_VIEWS {
            continue;
        }
        assert!(seen.len() < MOST_PAGES, "there is no end to it: {path}");
        let page = who.get(&path).await;
        holding.extend(page.body.contains(WORD).then(|| path.clone()));
        waiting.extend(page.links());
        waiting.extend((page.status == 303).then(|| page.location()));
    }
    for (method, address) in DOORS.iter().filter(|(_, address)| *address != "/sign-out") {
        let path = places.fill(address);
        let page = if *method == "get" { who.get(&path).await } else { who.press(&path).await };
        holding.extend(page.body.contains(WORD).then_some(path));
    }
    // What is looked for is something else in the note's text, since a search shows what one typed.
    for search in ["/caseload?q=second", "/admin/people?q=second", "/students?q=second"] {
        holding.extend(who.get(search).await.body.contains(WORD).then(|| search.to_owned()));
    }
    holding
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_of_a_restricted_note_stands_nowhere_but_with_its_author_and_leads() {
    let log = Log::open();
    let portal = Portal::open().await;
    plant(&portal).await;
    let places = Places::of(&portal).await;
    let (ada, bo, lee) = (portal.ada().await, portal.bo().await, portal.lee().await);
    let eve = portal.id_of("eve@students.harbor.example").await;
    // Who looks finds it where it is.
    for reader in [&ada, &lee] {
        let holding = looks_everywhere(reader, "/caseload", &places).await;
        assert!(holding.len() >= 4, "{holding:?}");
        assert_eq!(holding.iter().any(|path| path.starts_with("/drafts")), reader.id == ada.id, "{holding:?}");
    }
    assert_eq!(looks_everywhere(&portal.visitor(), "/", &places).await, Vec::<String>::new(), "as nobody");
    for student in [portal.eve().await, portal.finn().await] {
        assert_eq!(looks_everywhere(&student, "/home", &places).await, Vec::<String>::new(), "as {}", student.email);
    }
    // Another advisor, and then as Eve's new one; the author has lost her by then.
    assert_eq!(looks_everywhere(&bo, "/caseload", &places).await, Vec::<String>::new(), "as another advisor");
    portal.move_student(eve, bo.id).await;
    let new: [(&Member, &str); 2] = [(&bo, "her new advisor"), (&ada, "her former advisor")];
    for (who, name) in new {
        assert_eq!(looks_everywhere(who, "/caseload", &places).await, Vec::<String>::new(), "as {name}");
    }
    // An admin comes last: some of what is tried closes accounts.
    let sam = portal.sam().await;
    assert_eq!(looks_everywhere(&sam, "/admin/people", &places).await, Vec::<String>::new(), "as an admin");

    portal.until_none("letter where state in ('queued', 'sending')").await;
    assert_eq!(found(&portal).await, ["draft.body", "note.body", "note_addendum.body", "note_revision.body"]);
    let letters = std::fs::read_dir(portal.letters_folder()).unwrap();
    for letter in letters {
        let letter = std::fs::read_to_string(letter.unwrap().path()).unwrap();
        assert!(!letter.contains(WORD), "{letter}");
    }
    let log = log.text();
    assert!(log.contains("answered") && !log.contains(WORD), "logged");

    // Released, it is in the student's own copy, but for what is only begun.
    let student = portal.eve().await;
    student.post("/account/data/requests/notes", [("words", "")]).await.leads_to("/account/data");
    let request =
        portal.text("select id::text from data_request where kind = 'see_notes' and decided_at is null").await;
    let lee = portal.lee().await;
    lee.post(format!("/requests/{request}/decision"), [("decision", "granted"), ("reason", "Here")]).await.is(303);
    for copy in ["/account/data/copy.html", "/account/data/copy.json"] {
        let page = student.get(copy).await;
        for text in ["First", "Second", "Third"] {
            assert!(page.body.contains(&format!("{text} {WORD}")), "{text} is in {copy}");
        }
        page.says_not(&format!("Fourth {WORD}"));
    }
}
