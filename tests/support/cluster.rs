//! A database for each test, copied from a template that the first test makes.

use std::{
    path::Path,
    sync::atomic::{AtomicU32, Ordering},
};

use clap::Parser as _;
use diesel::{
    QueryableByName, sql_query,
    sql_types::{Bool, Text},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl as _, SimpleAsyncConnection as _};
use jiff::Timestamp;
use signpost::{
    config::Config,
    db,
    model::{
        id::PersonId,
        post::Post,
        second_factor::{self, Seed},
    },
    seed,
};

/// The password of the whole cast.
pub const PASSWORD: &str = "lantern harbor wooden seven";
const SECRET: &str = "for tests only, for tests only, for tests only";
const TEMPLATE: &str = "signpost_template";
const HALF_MADE: &str = "signpost_half_made";

#[derive(clap::Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

/// The settings of a test's portal; nothing of the developer's own environment gets in.
pub fn config(data: &std::path::Path, port: u16) -> Config {
    let data = data.to_str().expect("our temporary folders have plain names");
    let base = format!("http://127.0.0.1:{port}");
    let mut config = Line::parse_from([
        "signpost",
        "--env=development",
        "--staff-second-factor=required",
        &format!("--secret={SECRET}"),
        "--mail-from=advising@harbor.example",
        "--trusted-proxies=127.0.0.1",
        "--workers=1",
        // Stories change rows and look at once.
        "--content-fresh-ms=0",
        "--db-connections=4",
        &format!("--listen=127.0.0.1:{port}"),
        &format!("--base-url={base}"),
        &format!("--data={data}"),
        &format!("--demo-password={PASSWORD}"),
    ])
    .config;
    config.smtp_url = None;
    config.mail_only_to = None;
    config.database_url = None;
    config.database_owner_url = None;
    config.campus_networks = Vec::new();
    config
}

/// The folder of this run; it goes with the cluster.
pub fn folder() -> std::path::PathBuf {
    url("").rsplit('@').next().unwrap().replace("%2F", "/").into()
}

fn url(database: &str) -> String {
    let cluster = std::env::var("SIGNPOST_TEST_POSTGRES").expect(
        "these tests need their own Postgres, which `make test` and `cargo nextest run` start: run one of the two",
    );
    format!("{cluster}/{database}")
}

/// The same database for the application's role, as portals are run.
pub fn for_the_application(owner_url: &str) -> String {
    owner_url.replacen("://signpost@", &format!("://{}@", db::roles::APPLICATION), 1)
}

/// The same by way of the pooler, where this run has one (`make pooler`).
pub fn through_the_pooler(url: String) -> String {
    match std::env::var("SIGNPOST_TEST_POOLER") {
        Ok(port) => url.replacen("/test_", &format!(":{port}/test_"), 1),
        Err(_) => url,
    }
}

/// One connection to a database by its address.
pub async fn connect(url: &str) -> AsyncPgConnection {
    db::Server::parse(url, "signpost tests").unwrap().connect().await.unwrap()
}

/// The address of a new database: the demo school as it was just seeded.
pub async fn new_database() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let mut server = connect(&url("postgres")).await;
    // One maker; the others wait here for the template.
    server.batch_execute("select pg_advisory_lock(4711)").await.unwrap();
    if !has(TEMPLATE, &mut server).await {
        make_template(&mut server).await;
    }
    sweep(&mut server).await;
    server.batch_execute("select pg_advisory_unlock(4711)").await.unwrap();
    let name = format!("test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    server.batch_execute(&format!("create database {name} template {TEMPLATE} strategy file_copy")).await.unwrap();
    // Rights on the database itself are not copied; those on what is in it are.
    server.batch_execute(&format!("revoke temporary on database {name} from public")).await.unwrap();
    url(&name)
}

/// Takes away what tests left that have ended: the cluster may be in memory, which hundreds of copies would fill.
async fn sweep(server: &mut AsyncPgConnection) {
    let copies = sql_query("select datname::text as name from pg_database where datname like 'test\\_%'");
    for Database { name } in copies.load::<Database>(server).await.unwrap() {
        let process = name.split('_').nth(1).expect("test_<process>_<number>");
        let is_over = Path::new("/proc/self").exists() && !Path::new("/proc").join(process).exists();
        if is_over {
            // Its last connection may still be closing; then the next test takes it away.
            drop(server.batch_execute(&format!("drop database if exists {name}")).await);
        }
    }
}

/// The address of a new database with nothing in it.
pub async fn empty_database() -> String {
    let name = format!("empty_{}", std::process::id());
    connect(&url("postgres")).await.batch_execute(&format!("create database {name}")).await.unwrap();
    url(&name)
}

/// Takes a database away again.
pub async fn drop_database(url_of_it: &str) {
    let name = url_of_it.rsplit('/').next().unwrap();
    let mut server = connect(&url("postgres")).await;
    server.batch_execute(&format!("drop database if exists {name} with (force)")).await.unwrap();
}

async fn make_template(server: &mut AsyncPgConnection) {
    server.batch_execute(&format!("drop database if exists {HALF_MADE} with (force)")).await.unwrap();
    server.batch_execute(&format!("create database {HALF_MADE}")).await.unwrap();
    let address = url(HALF_MADE);
    db::migrations::run(&address).await.unwrap();
    db::roles::make(&address).await.unwrap();
    db::roles::give(&address, &for_the_application(&address)).await.unwrap();
    seed::defaults(&address).await.unwrap();
    seed::cast(&address, &config(&std::env::temp_dir(), 1)).await.unwrap();
    give_second_factors(&address).await;
    // Only a whole template gets the name; the server waits until the last connection of the seed is closed.
    server.batch_execute(&format!("alter database {HALF_MADE} rename to {TEMPLATE}")).await.unwrap();
}

/// What the authenticator apps of the demo's whole staff share with it.
const SEED: [u8; 20] = *b"harbor staff's phone";

/// The six digits that their phones show now.
pub fn code_now() -> String {
    Seed::of(SEED).code_at(Timestamp::now())
}

/// As if everybody on the staff had set it up.
pub async fn give_second_factors(address: &str) {
    let mut conn = connect(address).await;
    let post = Post::new(SECRET, "harbor.example").unwrap();
    let at = jiff::Zoned::now().datetime();
    let staff = "select id from person where role <> 'student'";
    for Id { id } in sql_query(staff).load::<Id>(&mut conn).await.unwrap() {
        second_factor::set_up(PersonId(id), &Seed::of(SEED), &code_now(), at, &post, &mut conn).await.unwrap().unwrap();
    }
    // As if the letters about it had gone long ago.
    let past = "update second_factor set last_step = 0; delete from letter where kind = 'second-factor-changed'";
    conn.batch_execute(past).await.unwrap();
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = diesel::sql_types::Uuid)]
    id: uuid::Uuid,
}

#[derive(QueryableByName)]
struct Database {
    #[diesel(sql_type = Text)]
    name: String,
}

#[derive(QueryableByName)]
struct Yes {
    #[diesel(sql_type = Bool)]
    yes: bool,
}

async fn has(name: &str, server: &mut AsyncPgConnection) -> bool {
    sql_query(format!("select exists (select from pg_database where datname = '{name}') as yes"))
        .get_result::<Yes>(server)
        .await
        .unwrap()
        .yes
}
