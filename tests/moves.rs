//! A student who is being moved to another advisor, while the one who has them acts: the act comes before, or not at all.

use diesel_async::SimpleAsyncConnection as _;

use crate::support::{Member, Portal};

const WORDS: &str = "Heron at the window";

/// A door, what is sent to it, and the row that it leaves.
type Act = (String, Vec<(&'static str, String)>, String);

/// A note and advice, as the student's advisor sends them.
async fn acts(portal: &Portal, eve: &Member) -> [Act; 2] {
    let said = |fields: &[(&'static str, &str)]| -> Vec<(&'static str, String)> {
        fields.iter().map(|(name, text)| (*name, (*text).to_owned())).collect()
    };
    // The advice that stands, as the form shows it.
    let seen = portal.text("select id::text from advice order by created_at desc limit 1").await;
    [
        (eve.notes_path(), said(&[("body", WORDS), ("level", "advisors")]), format!("note where body = '{WORDS}'")),
        (
            eve.advice_path(),
            said(&[("verdict", "hi"), ("reason", "experience"), ("words", WORDS), ("seen", seen.as_str())]),
            format!("advice where words = '{WORDS}'"),
        ),
    ]
}

/// Waits until somebody in the database waits for somebody else.
async fn somebody_waits(portal: &Portal) {
    let waiting = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    portal.until_none(&format!("(select) always where not exists ({waiting})")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_act_that_comes_after_the_move_is_refused() {
    let portal = Portal::open().await;
    let (ada, bo, eve) = (portal.ada().await, portal.bo().await, portal.eve().await);
    for (path, form, written) in acts(&portal, &eve).await {
        let mut mover = portal.database().await;
        let moving = format!("begin; update student set advisor_id = '{}' where person_id = '{}'", bo.id, eve.id);
        mover.batch_execute(&moving).await.unwrap();
        // For everybody else Eve is Ada's still.
        let (page, ()) = tokio::join!(ada.post(&path, form), async {
            somebody_waits(&portal).await;
            mover.batch_execute("commit").await.unwrap();
        });
        page.is(404);
        assert_eq!(portal.count(&written).await, 0, "{path}");
        portal.move_student(eve.id, ada.id).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_move_that_comes_after_the_act_waits_for_it() {
    let portal = Portal::open().await;
    let (ada, bo, eve) = (portal.ada().await, portal.bo().await, portal.eve().await);
    for (path, form, written) in acts(&portal, &eve).await {
        // Nobody can leave a trace now: the act stands still just before its end.
        let mut stop = portal.database().await;
        stop.batch_execute("begin; lock table audit in exclusive mode").await.unwrap();
        let (mut mover, moved) = (portal.database().await, format!("update student set advisor_id = '{}'", bo.id));
        let (page, ()) = tokio::join!(ada.post(&path, form), async {
            somebody_waits(&portal).await;
            mover.batch_execute("set lock_timeout = '50ms'").await.unwrap();
            let refused = mover.batch_execute(&format!("{moved} where person_id = '{}'", eve.id)).await;
            assert!(refused.unwrap_err().to_string().contains("lock timeout"), "{path}");
            stop.batch_execute("commit").await.unwrap();
        });
        page.leads_to(eve.path());
        assert_eq!(portal.count(&written).await, 1, "{path}");
        mover.batch_execute(&format!("{moved} where person_id = '{}'", eve.id)).await.unwrap();
        ada.get(eve.path()).await.is(404);
        portal.move_student(eve.id, ada.id).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_acts_at_once_do_not_trip_over_each_other() {
    let portal = Portal::open().await;
    let (ada, lee, eve) = (portal.ada().await, portal.lee().await, portal.eve().await);
    let one = |of: usize| [("body", WORDS), ("level", ["student", "restricted"][of % 2])];
    let notes = (0..20).map(|of| if of < 10 { &ada } else { &lee }.post(eve.notes_path(), one(of)));
    for page in futures_util::future::join_all(notes).await {
        page.leads_to(eve.path());
    }
    assert_eq!(portal.count(&format!("note where body = '{WORDS}'")).await, 20);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_while_a_record_is_erased_is_erased_with_it_or_refused() {
    let portal = Portal::open().await;
    let (ada, lee, eve) = (portal.ada().await, portal.lee().await, portal.eve().await);
    let ask = eve.get("/account/data/requests/erasure").await.form("/account/data/requests/erasure").fill("sure", "on");
    eve.submit(ask).await.is(303);
    let id = portal.text("select id::text from data_request where kind = 'erasure'").await;
    let desk = format!("/requests/{id}");
    let form = lee.get(&desk).await.form(&format!("{desk}/decision"));
    let form = form.fill("decision", "granted").fill("reason", "As asked").fill("sure", "on");
    // Nobody can leave a trace: note and erasure stand still just before their ends, whichever has the record.
    let mut stop = portal.database().await;
    stop.batch_execute("begin; lock table audit in exclusive mode").await.unwrap();
    let (path, note, _) = acts(&portal, &eve).await[0].clone();
    let (page, erased, ()) = tokio::join!(ada.post(&path, note), lee.submit(form), async {
        somebody_waits(&portal).await;
        stop.batch_execute("commit").await.unwrap();
    });
    erased.is(303);
    assert!([303, 404].contains(&page.status), "{}", page.status);
    portal.until_none(&format!("person where id = '{}'", eve.id)).await;
    assert_eq!(portal.count(&format!("note where body = '{WORDS}'")).await, 0);
    ada.get(eve.path()).await.is(404);
}
