//! The embedded database through its own door: it starts, is shared, survives, and says what is missing.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::sql_types::Integer;
use diesel::{QueryableByName, sql_query};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};

use super::*;
use crate::db::{self, migrations, pool};

/// A folder of its own for one test, removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("signpost-test-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        Self(std::env::temp_dir().join(name))
    }

    async fn start(&self) -> Embedded {
        start(&self.0, None).await.unwrap()
    }

    fn postmaster(&self) -> Option<String> {
        let text = std::fs::read_to_string(self.0.join("postgres/data/postmaster.pid")).ok()?;
        Some(text.lines().next()?.to_owned())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn is_root() -> bool {
    Account::choose(Path::new("/nowhere")).unwrap().stepped_down
}

async fn tell(embedded: &Embedded, statement: &str) {
    let server = db::Server::parse(&embedded.owner_url(), "test").unwrap();
    server.connect().await.unwrap().batch_execute(statement).await.unwrap();
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = Integer)]
    number: i32,
}

async fn number(embedded: &Embedded, query: &str) -> i32 {
    let mut connection = db::Server::parse(&embedded.owner_url(), "test").unwrap().connect().await.unwrap();
    sql_query(query).get_result::<Number>(&mut connection).await.unwrap().number
}

fn kill_postmaster(scratch: &Scratch) -> String {
    let pid = scratch.postmaster().unwrap();
    assert!(Command::new("kill").args(["-9", &pid]).status().unwrap().success());
    pid
}

async fn fault(data: &Path, pg_bin: Option<&Path>) -> String {
    let line = start(data, pg_bin).await.err().expect("it must not start").to_string();
    assert!(!line.contains('\n'), "{line}");
    line
}

#[tokio::test]
async fn it_starts_is_joined_and_stops_with_the_last_and_keeps_its_data() {
    let scratch = Scratch::new();
    let first = scratch.start().await;
    tell(&first, "CREATE TABLE kept (number int); INSERT INTO kept VALUES (7)").await;
    let pid = scratch.postmaster();
    let second = scratch.start().await;
    assert_eq!(first.owner_url(), second.owner_url());
    assert_eq!(scratch.postmaster(), pid, "the second joins the first one's server");
    first.stop().await;
    assert_eq!(number(&second, "SELECT number FROM kept").await, 7);
    drop(second);
    assert_eq!(scratch.postmaster(), None, "the last one out stops the server");
    let again = scratch.start().await;
    assert_eq!(number(&again, "SELECT number FROM kept").await, 7);
    assert!(!again.revive().await.unwrap());
}

#[tokio::test]
async fn a_killed_server_comes_back_with_all_that_was_committed() {
    let scratch = Scratch::new();
    let embedded = scratch.start().await;
    tell(&embedded, "CREATE TABLE kept (number int); INSERT INTO kept VALUES (7)").await;
    kill_postmaster(&scratch);
    let joined = scratch.start().await;
    assert_eq!(number(&joined, "SELECT number FROM kept").await, 7);

    kill_postmaster(&scratch);
    // The kill may take a moment to be seen; until then the server is rightly found alive.
    for _ in 0..100 {
        if embedded.revive().await.unwrap() {
            break;
        }
    }
    assert_eq!(number(&embedded, "SELECT number FROM kept").await, 7);

    // Killed and never reaped, as in a container without init: its number is still in the process list.
    kill_postmaster(&scratch);
    let mut ghost = Command::new("true").spawn().unwrap();
    for file in ["postgres/data/postmaster.pid", "postgres/.s.PGSQL.5432.lock"] {
        let text = std::fs::read_to_string(scratch.0.join(file)).unwrap();
        let (_, rest) = text.split_once('\n').unwrap();
        std::fs::write(scratch.0.join(file), format!("{}\n{rest}", ghost.id())).unwrap();
    }
    let joined = scratch.start().await;
    assert_eq!(number(&joined, "SELECT number FROM kept").await, 7);
    ghost.wait().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn two_may_start_and_migrate_at_once_in_a_folder_with_an_odd_name() {
    let mut scratch = Scratch::new();
    scratch.0.as_mut_os_string().push(" a, \"b\" & $HOME %41 é");
    let (one, other) = tokio::join!(start(&scratch.0, None), start(&scratch.0, None));
    let (one, other) = (one.unwrap(), other.unwrap());
    let url = one.owner_url();
    assert_eq!(url, other.owner_url());

    let waiting = migrations::pending(&url).await.unwrap();
    let (first, second) = tokio::join!(migrations::run(&url), migrations::run(&url));
    assert_eq!(first.unwrap() + second.unwrap(), waiting.len(), "each step runs once");
    assert!(migrations::pending(&url).await.unwrap().is_empty());
    assert_eq!(migrations::run(&url).await.unwrap(), 0);

    let pool = pool::build(&url, 1, "signpost test").unwrap();
    let mut connection = pool.get().await.unwrap();
    let settings = "SELECT count(*)::int AS number FROM pg_settings WHERE (name, setting) IN
        (('statement_timeout', '5000'), ('lock_timeout', '2000'), ('idle_in_transaction_session_timeout', '10000'),
         ('TimeZone', 'UTC'), ('application_name', 'signpost test'), ('fsync', 'on'), ('listen_addresses', ''))";
    assert_eq!(sql_query(settings).get_result::<Number>(&mut connection).await.unwrap().number, 7);
    let start = std::time::Instant::now();
    assert!(pool.get().await.is_err(), "the only connection is lent");
    assert!((2.0..3.0).contains(&start.elapsed().as_secs_f32()));

    // A pool outlives a restart of its server: the dead connection is not lent again.
    drop(connection);
    kill_postmaster(&scratch);
    for _ in 0..100 {
        if one.revive().await.unwrap() {
            break;
        }
    }
    sql_query("SELECT 1 AS number").execute(&mut pool.get().await.unwrap()).await.unwrap();
}

#[tokio::test]
async fn a_path_too_long_for_a_socket_gets_a_short_one() {
    let mut scratch = Scratch::new();
    scratch.0.push("long".repeat(30));
    let embedded = scratch.start().await;
    assert!(embedded.owner_url().starts_with("postgres://signpost@%2Ftmp%2Fsignpost-"), "{}", embedded.owner_url());
    assert_eq!(number(&embedded, "SELECT 1 AS number").await, 1);
    let joined = scratch.start().await;
    embedded.stop().await;
    assert_eq!(number(&joined, "SELECT 1 AS number").await, 1);
    let folder = PathBuf::from(joined.owner_url().replace("%2F", "/").split(['@', ':']).nth(2).unwrap());
    joined.stop().await;
    std::fs::remove_dir(folder).unwrap();
    scratch.0.pop();
}

#[tokio::test]
async fn what_is_missing_is_said_in_one_line() {
    let scratch = Scratch::new();
    std::fs::create_dir(&scratch.0).unwrap();
    let line = fault(&scratch.0, Some(&scratch.0)).await;
    assert!(line.contains("`postgresql`") && line.contains("SIGNPOST_PG_BIN"), "{line}");
    assert!(StartError::Missing.to_string().contains("`postgresql`"));

    let line = fault(Path::new("/proc/signpost"), None).await;
    assert!(line.contains("/proc/signpost cannot be written") && line.contains("SIGNPOST_DATA"), "{line}");

    let data = scratch.0.join("postgres/data");
    std::fs::create_dir(&data).unwrap();
    std::fs::write(data.join("PG_VERSION"), "9\n").unwrap();
    let line = fault(&scratch.0, None).await;
    assert!(line.contains("made by Postgres 9") && line.contains("`postgresql-9`"), "{line}");
}

#[tokio::test]
async fn a_server_that_ends_at_once_is_quoted() {
    let scratch = Scratch::new();
    scratch.start().await.stop().await;
    let settings = scratch.0.join("postgres/data/postgresql.conf");
    std::fs::write(settings, "shared_buffers = plenty\n").unwrap();
    let line = fault(&scratch.0, None).await;
    assert!(line.contains("shared_buffers") && line.contains("postgres.log"), "{line}");
}

#[tokio::test]
async fn root_is_told_which_folder_the_database_cannot_enter() {
    let scratch = Scratch::new();
    let inner = scratch.0.join("closed/var");
    std::fs::create_dir_all(&inner).unwrap();
    let closed = std::fs::Permissions::from_mode(0o700);
    std::fs::set_permissions(inner.parent().unwrap(), closed).unwrap();
    if is_root() {
        let line = fault(&inner, None).await;
        assert!(line.contains("cannot enter") && line.contains("/closed:"), "{line}");
        assert!(Account::choose(Path::new("/nowhere")).unwrap().barred_from(Path::new("/tmp")).is_none());
    } else {
        start(&inner, None).await.unwrap();
    }
}
