//! One form, sent more than once. The same words are one act, however often and however fast; other words under the same
//! form, as when somebody goes back or has it open twice, are an act of their own. Nothing that was "saved" is lost.

use futures_util::future::join_all;

use crate::support::{Form, Member, Portal};

/// Where a form is, which field says something, what else must be in it, and where its rows are.
struct Way {
    form: Form,
    says: &'static str,
    words: [String; 2],
    rows: String,
}

async fn ways(portal: &Portal, ada: &Member, eve: &Member) -> Vec<Way> {
    let day = |off: i64| format!("select ((now() at time zone 'America/Chicago')::date + {off})::text");
    let (first, second) = (portal.text(&day(7)).await, portal.text(&day(8)).await);
    let form = async |page: &str, action: &str| ada.get(page).await.form(action);
    let words = || ["An early owl".to_owned(), "A late owl".to_owned()];
    let (notes, plans, meetings) = (eve.notes_path(), eve.path() + "/follow-ups", eve.path() + "/meetings");
    let old = portal.text(&format!("select id::text from note where author_id = '{}' limit 1", ada.id)).await;
    portal.tell(&format!("update note set created_at = now() - interval '2 days' where id = '{old}'")).await;
    let addenda = format!("{notes}/{old}/addenda");
    vec![
        Way {
            form: form(&notes, &notes).await,
            says: "body",
            words: words(),
            rows: "note where body like 'A% owl'".into(),
        },
        Way {
            form: form(&format!("{notes}/{old}"), &addenda).await,
            says: "body",
            words: words(),
            rows: "note_addendum".into(),
        },
        Way {
            form: form(&eve.advice_path(), &eve.advice_path())
                .await
                .fill("verdict", "either")
                .fill("reason", "credits"),
            says: "words",
            words: words(),
            rows: "advice where words like 'A% owl'".into(),
        },
        Way {
            form: form(&plans, &plans).await.fill("due_on", &first),
            says: "words",
            words: words(),
            rows: "follow_up where words like 'A% owl'".into(),
        },
        Way {
            form: form(&meetings, &meetings)
                .await
                .fill("reason", "Credits")
                .fill("at", "10:00")
                .fill("minutes", "30")
                .fill("place", "Room 4"),
            says: "on",
            words: [first, second],
            rows: "meeting where state = 'set'".into(),
        },
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_words_are_one_act_and_other_words_another() {
    let portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    for Way { form, says, words: [early, late], rows } in ways(&portal, &ada, &eve).await {
        let before = portal.count(&rows).await;
        let once = form.clone().fill(says, early);
        // A press that was one too many.
        let presses = join_all((0..4).map(|_| ada.submit(once.clone()))).await;
        for page in presses {
            page.is(303);
        }
        assert_eq!(portal.count(&rows).await, before + 1, "{rows}");
        let other = form.fill(says, late);
        for _ in 0..2 {
            ada.submit(other.clone()).await.is(303);
        }
        assert_eq!(portal.count(&rows).await, before + 2, "{rows}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_that_was_mended_goes_out_as_mended() {
    const CHOOSE: &str = "/caseload/selections";
    let portal = Portal::open().await;
    let ada = portal.ada().await;
    let form = ada.get("/caseload").await.form(CHOOSE).fill("all", "on");
    let chosen = join_all((0..6).map(|_| ada.submit(form.clone()))).await;
    let places: std::collections::BTreeSet<String> = chosen.iter().map(|page| page.is(303).location()).collect();
    assert_eq!(places.len(), 1, "one selection: {places:?}");
    let path = format!("{}/letters", places.first().unwrap());
    let form = ada.get(&path).await.form(&path).fill("subject", "Open labs");
    let typo = join_all((0..6).map(|_| ada.submit(form.clone().fill("words", "We open on 4 Dezember.")))).await;
    let jobs: std::collections::BTreeSet<String> = typo.iter().map(|page| page.is(303).location()).collect();
    assert_eq!(jobs.len(), 1, "one job: {jobs:?}");
    // Back in the browser, to mend it.
    let mended = ada.submit(form.fill("words", "We open on 4 December.")).await.is(303).location();
    ada.get(&mended).await.says("4 December").says_not("Dezember");
    // Whose names it shows is written down, as everywhere.
    assert_eq!(portal.count("audit where action = 'students.listed' and subject = 'job'").await, 1);
}
