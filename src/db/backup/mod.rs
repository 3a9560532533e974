//! A backup is a folder: what `pg_dump` wrote, and beside it how many rows each table had at that moment, with their
//! checksum. A restore fills an empty database from it and counts again, so that nobody has to believe it.
//!
//! `programs` are Postgres's own for both ways · a `tally` is what a table holds, in two numbers.

mod programs;
mod tally;

use std::{
    fs::{DirBuilder, File, Permissions},
    os::unix::fs::{DirBuilderExt as _, PermissionsExt as _},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail, ensure};
use diesel::{QueryableByName, sql_query, sql_types::Text};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection as _};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use self::programs::{Address, program};
pub use self::tally::Tally;
use super::{Server, on_own_thread};

const DUMP: &str = "database.dump";
const LIST: &str = "backup.json";

/// What is in a backup. Its file is written last: a folder without it is none.
#[derive(Debug, Serialize, Deserialize)]
pub struct Contents {
    /// The version of Signpost that took it.
    pub signpost: String,
    /// When.
    pub taken_at: Timestamp,
    /// Every table of that moment.
    pub tables: Vec<Tally>,
}

impl Contents {
    /// All rows of all tables.
    #[must_use]
    pub fn rows(&self) -> i64 {
        self.tables.iter().map(|table| table.rows).sum()
    }

    fn read(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join(LIST);
        let list = File::open(&path)
            .with_context(|| format!("{} is no backup, or was not finished: it has no {LIST}", folder.display()))?;
        serde_json::from_reader(list).with_context(|| format!("{} cannot be read", path.display()))
    }

    fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let path = folder.join(LIST);
        let list = File::create_new(&path).with_context(|| format!("{} cannot be written", path.display()))?;
        list.set_permissions(Permissions::from_mode(0o600))?;
        serde_json::to_writer_pretty(&list, self)?;
        list.sync_all()?;
        Ok(())
    }
}

#[derive(QueryableByName)]
struct Snapshot {
    #[diesel(sql_type = Text)]
    id: String,
}

/// Writes the database into a new folder, as it is at one moment; the portal goes on meanwhile.
///
/// # Errors
/// In one line: the folder is there already or cannot be written, `pg_dump` is missing, the database is away.
pub async fn take(owner_url: &str, folder: &Path, pg_bin: Option<&Path>) -> anyhow::Result<Contents> {
    let dump = program("pg_dump", pg_bin)?;
    let mut conn = unhurried(owner_url).await?;
    make(folder)?;
    conn.batch_execute("begin isolation level repeatable read read only").await?;
    let taken_at = Timestamp::now();
    let Snapshot { id } = sql_query("select pg_export_snapshot() as id").get_result(&mut conn).await?;
    let address = Address::of(owner_url);
    let file = folder.join(DUMP);
    on_own_thread(move || {
        let snapshot = format!("--snapshot={id}");
        let file = format!("--file={}", file.display());
        programs::run(&dump, &address, &["--format=custom", "--no-owner", "--no-privileges", &snapshot, &file])
    })
    .await?;
    let tables = tally::all(&mut conn).await?;
    conn.batch_execute("commit").await?;
    let file = File::open(folder.join(DUMP)).context("pg_dump wrote no file")?;
    file.set_permissions(Permissions::from_mode(0o600))?;
    file.sync_all()?;
    let contents = Contents { signpost: env!("CARGO_PKG_VERSION").to_owned(), taken_at, tables };
    contents.write(folder)?;
    Ok(contents)
}

/// Fills an empty database from a backup and holds it against what was counted then. All or nothing.
///
/// # Errors
/// In one line: it is no backup, the database is not empty, `pg_restore` is missing or fails, a table differs.
pub async fn restore(owner_url: &str, folder: &Path, pg_bin: Option<&Path>) -> anyhow::Result<Contents> {
    let contents = Contents::read(folder)?;
    let restore = program("pg_restore", pg_bin)?;
    let mut conn = unhurried(owner_url).await?;
    ensure!(tally::names(&mut conn).await?.is_empty(), "the database has tables already: restore into an empty one");
    mark(Some(UNFINISHED), &mut conn).await?;
    let address = Address::of(owner_url);
    let file: PathBuf = folder.join(DUMP);
    on_own_thread(move || {
        let file = file.display().to_string();
        let whole = ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", &file];
        programs::run(&restore, &address, &whole)
    })
    .await?;
    let now = tally::all(&mut conn).await?;
    let differ: Vec<_> = tally::differences(&contents.tables, &now);
    if !differ.is_empty() {
        bail!("the restored database is not what was backed up; these tables differ: {}", differ.join(", "));
    }
    Ok(contents)
}

/// What a restore did besides filling the tables.
#[derive(Debug, PartialEq, Eq)]
pub struct Settled {
    /// Letters that were about to go out: they wait until somebody releases them.
    pub held: usize,
    /// Letters whose one-time link would work no more.
    pub failed: usize,
    /// Sessions that were ended.
    pub sessions: usize,
}

/// What a restored database must not do by itself: write to people a second time, go on with long work, or let in who was
/// signed in then.
///
/// # Errors
/// When the database fails.
pub async fn settle(owner_url: &str) -> anyhow::Result<Settled> {
    let mut conn = unhurried(owner_url).await?;
    let settled = conn
        .transaction(async |conn| {
            let failed = sql_query(
                "update letter set state = 'failed', sealed_token = null, lease = null, leased_until = null, \
                 settled_at = now(), server_words = 'From a backup: its link works no more. A new one can be asked for.' \
                 where state in ('queued', 'sending', 'deferred') and sealed_token is not null",
            )
            .execute(conn)
            .await?;
            let held = sql_query(
                "update letter set state = 'held', lease = null, leased_until = null, \
                 server_words = 'From a backup: it may have gone out already. It waits until it is released.' \
                 where state in ('queued', 'sending', 'deferred')",
            )
            .execute(conn)
            .await?;
            // Long work waits for its owner, who sees before it goes on whom it is for.
            sql_query("update job set begun_at = null, lease = null, leased_until = null where done_at is null")
                .execute(conn)
                .await?;
            let sessions = sql_query("delete from session").execute(conn).await?;
            for table in ["half_sign_in", "token"] {
                sql_query(format!("delete from {table}")).execute(conn).await?;
            }
            mark(None, conn).await?;
            anyhow::Ok(Settled { held, failed, sessions })
        })
        .await?;
    Ok(settled)
}

/// Stands at a database while it is restored: nobody serves it, or it would write to people again.
const UNFINISHED: &str = "signpost: a restore that was not finished";

#[derive(QueryableByName)]
struct Marked {
    #[diesel(sql_type = diesel::sql_types::Bool)]
    is: bool,
}

async fn mark(words: Option<&str>, conn: &mut AsyncPgConnection) -> anyhow::Result<()> {
    let words = words.map_or("null".to_owned(), |words| format!("'{words}'"));
    conn.batch_execute(&format!(
        "do $$ begin execute format('comment on database %I is %s', current_database(), $c${words}$c$); end $$"
    ))
    .await
    .context("the database cannot be marked as one that is being restored: use its owner")
}

/// Whether a restore of this database was begun and not finished.
///
/// # Errors
/// When the database is away.
pub async fn is_unfinished(url: &str) -> anyhow::Result<bool> {
    let mut conn = Server::parse(url, "signpost")?.connect().await.context("the database cannot be reached")?;
    let marked: Marked = sql_query(
        "select coalesce(shobj_description(oid, 'pg_database') = $1, false) as is from pg_database
          where datname = current_database()",
    )
    .bind::<Text, _>(UNFINISHED)
    .get_result(&mut conn)
    .await?;
    Ok(marked.is)
}

/// A connection that may take its time, and writes values the same way whatever the server's settings are.
async fn unhurried(owner_url: &str) -> anyhow::Result<AsyncPgConnection> {
    let server = Server::parse(owner_url, "signpost backup")?;
    let mut conn = server.connect().await.context("the database cannot be reached")?;
    conn.batch_execute(
        "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = '5s'; \
         set datestyle = iso; set intervalstyle = postgres; set extra_float_digits = 1; set bytea_output = hex",
    )
    .await?;
    Ok(conn)
}

/// A folder for this backup alone, which nobody else can read.
fn make(folder: &Path) -> anyhow::Result<()> {
    if let Some(parent) = folder.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        std::fs::create_dir_all(parent).with_context(|| format!("{} cannot be made", parent.display()))?;
    }
    DirBuilder::new().mode(0o700).create(folder).with_context(|| {
        format!("{} cannot be made: name a folder that is not there yet, in one that can be written", folder.display())
    })
}
