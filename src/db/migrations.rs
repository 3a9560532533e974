//! Brings the tables up to date: the steps in `migrations/` are built into the program and run in order, once.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel::pg::Pg;
use diesel::sql_types::{Bool, Text};
use diesel::{QueryableByName, sql_query};
use diesel_async::{AsyncMigrationHarness, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::server::whole;
use super::{AddressError, ConnectError, Server, on_own_thread};

const STEPS: EmbeddedMigrations = embed_migrations!("migrations");

/// The advisory lock that lets one instance migrate at a time: "signpost" in ASCII.
const LOCK: i64 = 0x7369_676e_706f_7374;
/// How long an instance waits for another one that is migrating.
const WAIT: Duration = Duration::from_secs(120);

/// Why the tables could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    /// The database cannot be reached, or its address is wrong.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// Another instance holds the migration lock for too long.
    #[error("another Signpost has been migrating this database for {} s: look at its log, then start this one again", WAIT.as_secs())]
    Busy,
    /// There are steps to run, and this role may not.
    #[error(
        "{0} migrations are pending and this role may not run them: run `signpost migrate` with DATABASE_OWNER_URL set"
    )]
    NotOwner(usize),
    /// One step failed; the steps before it stay, and it left nothing behind.
    #[error("migration {name} failed, so the database is as it was before it: {reason}")]
    Step { name: String, reason: String },
    /// A question to the database failed, mostly for lack of rights.
    #[error("the list of migrations cannot be read: {0}")]
    List(#[source] diesel::result::Error),
}

impl From<AddressError> for MigrationError {
    fn from(error: AddressError) -> Self {
        Self::Connect(error.into())
    }
}

/// Runs all pending steps and returns how many; safe when several instances start at once.
///
/// Needs the owner's address, not one through a pooler, when there is something to do; the application's is enough
/// when there is not. A step that waits over 5 s for a table in use gives up rather than stop the portal.
pub async fn run(url: &str) -> Result<usize, MigrationError> {
    let mut connection = open(url).await?;
    let pending = missing(&applied(&mut connection).await?)?.len();
    if pending == 0 {
        return Ok(0);
    }
    let owner = sql_query("SELECT has_schema_privilege('public', 'create') AS yes");
    if !owner.get_result::<Yes>(&mut connection).await.map_err(MigrationError::List)?.yes {
        return Err(MigrationError::NotOwner(pending));
    }
    connection
        .batch_execute("SET lock_timeout = '5s'; SET statement_timeout = 0; SET client_min_messages = warning")
        .await
        .map_err(MigrationError::List)?;
    wait_for_turn(&mut connection).await?;
    let applied = applied(&mut connection).await?;
    // The lock goes with the connection, which that thread drops.
    on_own_thread(move || run_in_order(connection, &missing(&applied)?)).await
}

/// The names of the steps that are not in the database yet, in order; changes nothing and needs no rights but reading.
pub async fn pending(url: &str) -> Result<Vec<String>, MigrationError> {
    let applied = applied(&mut open(url).await?).await?;
    Ok(missing(&applied)?.iter().map(|step| step.name().to_string()).collect())
}

/// How many steps are not in the database of this connection yet.
pub async fn pending_on(connection: &mut AsyncPgConnection) -> Result<usize, MigrationError> {
    Ok(missing(&applied(connection).await?)?.len())
}

async fn open(url: &str) -> Result<AsyncPgConnection, MigrationError> {
    Ok(Server::parse(url, "signpost migrate")?.connect().await.map_err(ConnectError::Unreachable)?)
}

type Step = Box<dyn Migration<Pg>>;

fn run_in_order(connection: AsyncPgConnection, steps: &[Step]) -> Result<usize, MigrationError> {
    let mut harness = AsyncMigrationHarness::new(connection);
    // Makes the table of applied steps, if it is not there, before the first of them is written into it.
    harness.applied_migrations().map_err(|error| failed("__diesel_schema_migrations", error.as_ref()))?;
    for step in steps {
        let name = step.name().to_string();
        harness.run_migration(step.as_ref()).map_err(|error| failed(&name, error.as_ref()))?;
        tracing::info!(migration = name, "migrated");
    }
    Ok(steps.len())
}

fn failed(name: &str, error: &(dyn std::error::Error + 'static)) -> MigrationError {
    MigrationError::Step { name: name.to_owned(), reason: whole(error) }
}

#[derive(QueryableByName)]
struct Yes {
    #[diesel(sql_type = Bool)]
    yes: bool,
}

#[derive(QueryableByName)]
struct Applied {
    #[diesel(sql_type = Text)]
    version: String,
}

/// Asks again and again instead of waiting inside Postgres: a waiting statement would hold a snapshot, and a step
/// that builds an index concurrently waits for all snapshots.
pub(super) async fn wait_for_turn(connection: &mut AsyncPgConnection) -> Result<(), MigrationError> {
    let start = Instant::now();
    loop {
        let lock = sql_query("SELECT pg_try_advisory_lock($1) AS yes").bind::<diesel::sql_types::BigInt, _>(LOCK);
        if lock.get_result::<Yes>(connection).await.map_err(MigrationError::List)?.yes {
            return Ok(());
        }
        if start.elapsed() > WAIT {
            return Err(MigrationError::Busy);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

type Versions = HashSet<MigrationVersion<'static>>;

fn missing(applied: &Versions) -> Result<Vec<Step>, MigrationError> {
    let mut steps: Vec<Step> = STEPS.migrations().map_err(|error| failed("list", error.as_ref()))?;
    steps.retain(|step| !applied.contains(&step.name().version().as_owned()));
    steps.sort_by(|one, other| one.name().version().cmp(&other.name().version()));
    Ok(steps)
}

/// Read by hand: diesel's own list creates its table first, which the application's role may not.
async fn applied(connection: &mut AsyncPgConnection) -> Result<Versions, MigrationError> {
    let table = sql_query("SELECT to_regclass('__diesel_schema_migrations') IS NOT NULL AS yes");
    if !table.get_result::<Yes>(connection).await.map_err(MigrationError::List)?.yes {
        return Ok(HashSet::new());
    }
    let rows = sql_query("SELECT version FROM __diesel_schema_migrations").load::<Applied>(connection).await;
    Ok(rows.map_err(MigrationError::List)?.into_iter().map(|row| MigrationVersion::from(row.version)).collect())
}
