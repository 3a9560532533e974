//! Reading changes nothing that anyone entered, and shows what people typed as they typed it.

use super::{TABLE, people::Kind, people::come, places::Places};
use crate::support::{Portal, Visitor};

/// Signs that would be a script, an attribute or a comment where they are not escaped.
const MARK: &str = "<script>alert(7)</script>\"'><b x=";

async fn read_everything(who: &Visitor, places: &Places) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for (_, address, _) in TABLE.iter().filter(|(method, ..)| *method == "get") {
        let path = places.fill(address);
        let page = who.get(&path).await;
        assert!(page.status < 500, "{path}: {}", page.status);
        // A file to keep is no page, and a letter's own HTML stands in a sandbox: browsers are told to run nothing of it.
        let is_sandboxed = page.header("content-security-policy").is_some_and(|policy| policy.starts_with("sandbox;"));
        if !is_sandboxed && page.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
            pages.push((path, page.body));
        }
    }
    pages
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_changes_nothing_that_anyone_entered() {
    let portal = Portal::open().await;
    let places = Places::of(&portal).await;
    for kind in Kind::ALL {
        for who in come(kind, &portal).await {
            portal.until_none("letter where state in ('queued', 'sending')").await;
            // That somebody was here, and what they opened, is written down.
            let noted = ["audit", "note_seen", "session", "throttle"];
            let before = portal.everything("last_seen_at").await;
            read_everything(&who, &places).await;
            let after = portal.everything("last_seen_at").await;
            for (before, after) in before.iter().zip(&after) {
                let is_noted = noted.iter().any(|table| before.starts_with(&format!("{table} ")));
                assert!(before == after || is_noted, "{kind:?} changed {after} by reading");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_typed_is_shown_and_never_done() {
    let portal = Portal::open().await;
    let places = Places::of(&portal).await;
    let mut people = Vec::new();
    for kind in [Kind::Nobody, Kind::Student, Kind::OtherStudent, Kind::Advisor, Kind::Lead, Kind::Admin] {
        people.extend(come(kind, &portal).await);
    }
    let planted = portal.plant(MARK).await;
    for place in ["person.full_name", "profile.called", "profile.matters", "note.body", "advice.words"] {
        assert!(planted.iter().any(|known| known == place), "{place} is among {planted:?}");
    }
    let mut seen = 0;
    for who in &people {
        for (path, body) in read_everything(who, &places).await {
            assert!(!body.contains("<script>alert(7)") && !body.contains("<b x="), "{path} does what was typed");
            seen += usize::from(body.contains("alert(7)"));
        }
    }
    assert!(seen > 20, "what was planted stands on {seen} pages only");
}
