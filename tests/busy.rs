//! When the database or the machine is away or full: a readable page, soon, with the time to come back; and then all is well.

use std::time::{Duration, Instant};

use diesel_async::SimpleAsyncConnection as _;
use futures_util::{StreamExt as _, stream::FuturesUnordered};

use crate::{
    headers::has_the_headers,
    support::{Page, Portal, cast::PASSWORD},
};

#[track_caller]
fn says_try_again(page: &Page, what: &str) {
    has_the_headers(page.is(503), what);
    assert!(page.header("retry-after").is_some(), "{what}");
    assert!(page.body.contains(page.header("x-request-id").unwrap()), "{what} names its request");
}

#[tokio::test(flavor = "multi_thread")]
async fn when_all_connections_are_taken_one_is_told_within_seconds() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let mut holder = portal.database().await;
    holder.batch_execute("begin; lock table student in access exclusive mode").await.unwrap();
    let started = Instant::now();
    let mut asked: FuturesUnordered<_> = (0..12).map(|_| eve.get("/home")).collect();
    // Four of them hold the connections and wait for the table; the others wait for a connection.
    for _ in 0..8 {
        says_try_again(&asked.next().await.unwrap(), "a full house");
    }
    assert!(started.elapsed() < Duration::from_secs(5), "told after {:?}", started.elapsed());
    portal.visitor().get("/healthz").await.is(200);
    holder.batch_execute("commit").await.unwrap();
    while let Some(page) = asked.next().await {
        assert!(matches!(page.status, 200 | 503), "{}", page.status);
    }
    eve.get("/home").await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_database_is_away_pages_say_so_and_are_back_with_it() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    let (server, name) = portal.database_url().rsplit_once('/').unwrap();
    let mut other = crate::support::connect(&format!("{server}/postgres")).await;
    let away = format!(
        "alter database {name} allow_connections false;
         select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"
    );
    other.batch_execute(&away).await.unwrap();
    for path in ["/home", "/compare", "/profile", "/readyz"] {
        let page = eve.get(path).await;
        assert_eq!(page.status, 503, "{path}");
        if path != "/readyz" {
            says_try_again(&page, path);
        }
    }
    says_try_again(&eve.post("/profile", [("called", "Eve")]).await, "a post");
    portal.visitor().get("/healthz").await.is(200);
    portal.visitor().get("/sign-in").await.is(200);
    other.batch_execute(&format!("alter database {name} allow_connections true")).await.unwrap();
    eve.get("/home").await.is(200);
    eve.post("/profile", [("called", "Evie")]).await.is(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_of_ours_names_its_request_and_nothing_else() {
    let portal = Portal::open().await;
    let eve = portal.eve().await;
    portal.tell("alter table profile rename column matters to was_matters").await;
    let page = eve.get("/profile").await;
    has_the_headers(page.is(500), "a fault");
    assert!(page.body.contains(page.header("x-request-id").unwrap()));
    for inside in ["matters", "column", "SELECT", "diesel", "profile.rs"] {
        page.says_not(inside);
    }
    eve.get("/results").await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crowd_at_the_door_waits_or_is_turned_away_and_pages_go_on() {
    let portal = Portal::open().await;
    let crowd: Vec<_> = (0..250).map(|one| portal.visitor_from(&format!("203.{}.113.9", one % 250))).collect();
    let form = [("email", "abe@students.harbor.example"), ("password", "not a password of his")];
    let tries = crowd.iter().map(|visitor| visitor.post("/sign-in", form));
    let reader = async {
        let visitor = portal.visitor();
        let asked = Instant::now();
        for _ in 0..20 {
            visitor.get("/cookies").await.is(200);
        }
        assert!(asked.elapsed() < Duration::from_secs(10), "readers waited {:?}", asked.elapsed());
    };
    let (pages, ()) = tokio::join!(futures_util::future::join_all(tries), reader);
    let turned_away: Vec<_> = pages.iter().filter(|page| page.status == 503).collect();
    assert!(!turned_away.is_empty(), "nobody was turned away");
    turned_away.iter().for_each(|page| says_try_again(page, "a crowd"));
    assert!(pages.iter().all(|page| matches!(page.status, 422 | 429 | 503)));
    let eve = [("email", "eve@students.harbor.example"), ("password", PASSWORD)];
    portal.visitor().post("/sign-in", eve).await.leads_to("/home");
}
