//! A whole portal for one test: its own database, its own port, its own letters.

use std::{net::TcpListener, path::PathBuf, time::Duration};

use diesel::{
    QueryableByName, sql_query,
    sql_types::{BigInt, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl as _, SimpleAsyncConnection as _};
use jiff::SignedDuration;
use signpost::{app, clockwork::Clockwork, config::Config, mail::Mailer, model::post::Post};
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard};
use uuid::Uuid;

use super::{Letter, Visitor, cluster, traces};

/// A portal that nobody else uses.
pub struct Portal {
    /// Its settings.
    pub config: Config,
    database: String,
    data: PathBuf,
    port: u16,
    running: Option<app::Running>,
    /// One connection for all that a story looks up and tells: opening one costs more than most questions.
    desk: Mutex<Option<AsyncPgConnection>>,
}

#[derive(QueryableByName)]
struct Waiting {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    state: String,
}

#[derive(QueryableByName)]
struct Value {
    #[diesel(sql_type = Text)]
    value: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// A folder for one portal, which goes with the cluster or stays with the traces.
fn new_folder() -> PathBuf {
    let name = format!("{}.portal-{}", std::process::id(), Uuid::now_v7());
    let folder = traces::folder().unwrap_or_else(cluster::folder).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

impl Portal {
    /// The demo school, just seeded, with the doors open.
    pub async fn open() -> Self {
        Self::open_with(|_| {}).await
    }

    /// The same with other settings.
    pub async fn open_with(change: impl FnOnce(&mut Config)) -> Self {
        Self::open_on(cluster::new_database().await, change)
    }

    /// A portal on a database that is there already.
    pub fn open_on(database: String, change: impl FnOnce(&mut Config)) -> Self {
        let data = new_folder();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let mut config = cluster::config(&data, port);
        change(&mut config);
        Self::start(config, database, data, listener)
    }

    /// A second instance on the same database, with the same settings and an address of its own.
    pub fn open_beside(&self) -> Self {
        let data = new_folder();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        Self::start(self.config.clone(), self.database.clone(), data, listener)
    }

    /// Stops this instance: what it has in hand is finished. Its database stays.
    pub async fn stop(&mut self) {
        self.running.take().expect("it runs until it is stopped").stop().await.unwrap();
    }

    fn start(config: Config, database: String, data: PathBuf, listener: TcpListener) -> Self {
        traces::begin();
        let port = listener.local_addr().unwrap().port();
        let mailer =
            Mailer::open(config.smtp_url.as_deref(), &data.join("letters"), config.mail_only_to.clone()).unwrap();
        let application = cluster::through_the_pooler(cluster::for_the_application(&database));
        let running = app::start(config.clone(), &application, mailer, listener).unwrap();
        Self { config, database, data, port, running: Some(running), desk: Mutex::default() }
    }

    /// Where its database is for the role that the portal is run as.
    pub fn application_url(&self) -> String {
        cluster::for_the_application(&self.database)
    }

    /// Where its database is, for the owner.
    pub fn database_url(&self) -> &str {
        &self.database
    }

    /// Where it answers.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The port it answers at.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Somebody who comes for the first time.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(&self.address())
    }

    /// Somebody who comes from that network.
    pub fn visitor_from(&self, ip: &str) -> Visitor {
        self.visitor().from(ip)
    }

    /// A connection to its database, as its owner.
    pub async fn database(&self) -> AsyncPgConnection {
        cluster::connect(&self.database).await
    }

    /// The connection at which a story looks things up, as the owner.
    pub async fn desk(&self) -> MappedMutexGuard<'_, AsyncPgConnection> {
        let mut desk = self.desk.lock().await;
        if desk.is_none() {
            *desk = Some(self.database().await);
        }
        MutexGuard::map(desk, |conn| conn.as_mut().expect("opened above"))
    }

    /// Runs statements in its database.
    pub async fn tell(&self, statements: &str) {
        self.desk().await.batch_execute(statements).await.unwrap();
    }

    /// Runs a statement as if what is published could still be changed: the triggers that refuse it sleep meanwhile.
    pub async fn rewrite(&self, statement: &str) {
        let asleep = "set local session_replication_role = replica";
        // The trigger that says so sleeps, too.
        let changed = "insert into content_change default values";
        self.tell(&format!("do $rewrite$ begin {asleep}; {statement}; {changed}; end $rewrite$")).await;
    }

    /// The first value of a query that gives a text.
    pub async fn text(&self, query: &str) -> String {
        let query = sql_query(format!("select found.value from ({query}) as found (value)"));
        query.get_result::<Value>(&mut *self.desk().await).await.unwrap().value
    }

    /// What `select count(*)` or the like gives.
    pub async fn count(&self, from_where: &str) -> i64 {
        let query = sql_query(format!("select count(*) as count from {from_where}"));
        query.get_result::<Count>(&mut *self.desk().await).await.unwrap().count
    }

    /// What a query of one column of text gives, row by row.
    pub async fn texts(&self, query: &str) -> Vec<String> {
        let query = sql_query(format!("select found.value from ({query}) as found (value)"));
        let rows = query.load::<Value>(&mut *self.desk().await).await.unwrap();
        rows.into_iter().map(|row| row.value).collect()
    }

    /// Waits until there are none of these: the carrier works beside us.
    pub async fn until_none(&self, from_where: &str) {
        let mut conn = self.desk().await;
        let query = format!("select count(*) as count from {from_where}");
        for _ in 0..400 {
            if sql_query(&query).get_result::<Count>(&mut *conn).await.unwrap().count == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("there are still {from_where}");
    }

    /// Waits until the newest letter to an address is in this state.
    pub async fn letter_becomes(&self, email: &str, state: &str) {
        let newest = format!("(select state from letter where to_email = '{email}' order by id desc limit 1) newest");
        self.until_none(&format!("{newest} where state <> '{state}'")).await;
    }

    /// Makes every waiting letter due. Unlike `later` it leaves the letters' own date alone, which stands in their bytes.
    pub async fn letters_are_due(&self) {
        self.tell("update letter set next_try_at = now() where state = 'deferred'").await;
    }

    /// Lets time pass, by moving everything that happened back.
    pub async fn later(&self, span: SignedDuration) {
        let (seconds, days) = (span.as_secs(), span.as_hours() / 24);
        // Triggers that refuse changes, as the audit's do, sleep meanwhile.
        self.tell(&format!(
            "do $$ declare moved record; begin
               set local session_replication_role = replica;
               for moved in
                 select table_name as name,
                        string_agg(case data_type
                          when 'tstzrange' then format('%1$I = tstzrange(lower(%1$I) - span, upper(%1$I) - span)', column_name)
                          else format('%1$I = %1$I - span', column_name) end, ', ') as columns
                 from information_schema.columns join information_schema.tables using (table_schema, table_name)
                 where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
                   and data_type in ('timestamp with time zone', 'tstzrange')
                 group by table_name
               loop
                 execute format('update %I set %s', moved.name,
                                replace(moved.columns, 'span', quote_literal('{seconds} seconds') || '::interval'));
               end loop;
               -- Days on which something happens to a student; those of figures and programs stay.
               update note set contact_on = contact_on - {days};
               update follow_up set due_on = due_on - {days};
               update standing set last_contact_on = last_contact_on - {days};
               update student set last_contact_on = last_contact_on - {days}, follow_up_due = follow_up_due - {days};
             end $$"
        ))
        .await;
    }

    /// Lets happen by itself what is due now.
    pub async fn wind(&self) {
        let pool = signpost::db::pool::build(&self.database, 1, "signpost tests").unwrap();
        let post = Post::new(&self.config.secret_text().unwrap(), self.config.mail_domain()).unwrap();
        Clockwork::new(pool, post).wind().await.unwrap();
    }

    /// Where its letters go.
    pub fn letters_folder(&self) -> PathBuf {
        self.data.join("letters")
    }

    /// How many letters were written to an address.
    pub async fn letters_to(&self, email: &str) -> i64 {
        self.count(&format!("letter where lower(to_email) = lower('{email}')")).await
    }

    /// The newest letter to an address, as soon as the carrier has handed it over.
    pub async fn letter_to(&self, email: &str) -> Letter {
        let mut conn = self.desk().await;
        // Letters are queued before the page that caused them is answered: the carrier is all there is to wait for.
        for _ in 0..400 {
            let newest = sql_query(
                "select id, kind, state from letter where lower(to_email) = lower($1) order by created_at desc, id desc limit 1",
            )
            .bind::<Text, _>(email)
            .get_result::<Waiting>(&mut *conn)
            .await;
            let newest = newest.unwrap_or_else(|_| panic!("nobody wrote to {email}"));
            match newest.state.as_str() {
                "accepted" => return self.read(&newest),
                "failed" | "held" => panic!("the letter {} to {email} is {}", newest.kind, newest.state),
                _ => tokio::time::sleep(Duration::from_millis(10)).await,
            }
        }
        panic!("the letter to {email} still waits")
    }

    fn read(&self, waiting: &Waiting) -> Letter {
        let folder = self.data.join("letters");
        let end = format!("{}.eml", waiting.id);
        let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        let file = names.into_iter().find(|path| path.to_string_lossy().ends_with(&end));
        let file = file.unwrap_or_else(|| panic!("{} has no letter {end}", folder.display()));
        Letter::read(&std::fs::read(file).unwrap(), &waiting.kind, &self.config.base())
    }
}

impl Drop for Portal {
    /// Under nextest each test is a process and leaves nothing open; under cargo test they share one.
    fn drop(&mut self) {
        if std::env::var_os("NEXTEST").is_none()
            && let Some(running) = self.running.take()
        {
            let database = self.database.clone();
            tokio::task::block_in_place(|| {
                tokio::runtime::Handle::current().block_on(async {
                    drop(running.stop().await);
                    cluster::drop_database(&database).await;
                });
            });
        }
    }
}
