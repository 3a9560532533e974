//! `signpost doctor`: looks at an installation, a line a check, and says what to do.

use std::{
    fmt,
    path::Path,
    process::ExitCode,
    time::{Instant, SystemTime},
};

use diesel::{
    QueryableByName, sql_query,
    sql_types::{Double, Integer, Text},
};
use diesel_async::RunQueryDsl as _;
use signpost::{
    config::Config,
    db::{self, roles::Standing},
    mail::Mailer,
};

use crate::Database;

/// How a check ended.
enum Finding {
    Ok(String),
    /// It works, and could be better.
    Warn(String),
    /// It does not work, or is not safe.
    Fail(String),
}
use Finding::{Fail, Ok as Good, Warn};

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ok(words) => write!(f, "ok    {words}"),
            Self::Warn(words) => write!(f, "warn  {words}"),
            Self::Fail(words) => write!(f, "FAIL  {words}"),
        }
    }
}

/// Less room than this soon stops letters and the embedded database.
const LITTLE_ROOM: u64 = 1 << 30;
const NO_ROOM: u64 = 100 << 20;

/// Clocks that are so many seconds apart are not set by the network.
const APART: f64 = 2.0;
/// From here on a code is one of another half minute than the person's.
const WRONG: f64 = 30.0;

/// Makes all checks and prints them; 1 when one failed.
pub async fn examine(config: &Config) -> ExitCode {
    let mut findings = settings(config);
    findings.extend(room(&config.data_folder()));
    match Database::open(config).await {
        Ok(database) => {
            findings.extend(database_checks(&database).await);
            if let Err(error) = database.close().await {
                findings.push(Warn(format!("{error:#}")));
            }
        }
        Err(error) => findings.push(Fail(format!("{error:#}"))),
    }
    findings.push(letters(config).await);
    for finding in &findings {
        println!("{finding}");
    }
    if findings.iter().any(|finding| matches!(finding, Fail(_))) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn settings(config: &Config) -> Vec<Finding> {
    let mut faults: Vec<_> = config.faults().into_iter().map(Fail).collect();
    if let Err(error) = config.secret_text() {
        faults.push(Fail(format!("{error:#}")));
    }
    if faults.is_empty() {
        faults.push(Good(format!("settings are complete; people use {}", config.base())));
    }
    faults
}

/// How much room is left where the data folder is or will be. `df` is on every machine that has Postgres.
fn room(folder: &Path) -> Option<Finding> {
    let here = folder.canonicalize().ok().or_else(|| std::env::current_dir().ok())?;
    let here = here.ancestors().find(|folder| folder.is_dir())?;
    let told = std::process::Command::new("df").arg("-Pk").arg(here).output().ok()?;
    let left = left_in(&String::from_utf8_lossy(&told.stdout))?;
    let words = format!("{} MB are left on the disk of {}", left >> 20, here.display());
    Some(match left {
        0..NO_ROOM => Fail(format!("{words}: make room")),
        NO_ROOM..LITTLE_ROOM => Warn(format!("{words}: make room soon")),
        _ => Good(words),
    })
}

/// The bytes that are left, from what `df -Pk` prints.
fn left_in(table: &str) -> Option<u64> {
    let kilobytes: u64 = table.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
    kilobytes.checked_mul(1024)
}

async fn database_checks(database: &Database) -> Vec<Finding> {
    let mut findings = vec![version(&database.owner).await.unwrap_or_else(|error| Fail(format!("{error:#}")))];
    findings.push(clock(&database.owner).await.unwrap_or_else(|error| Fail(format!("{error:#}"))));
    findings.push(match db::migrations::pending(&database.owner).await {
        Ok(pending) if pending.is_empty() => Good("all migrations were run".to_owned()),
        Ok(pending) => Warn(format!("{} migrations are pending: run `signpost migrate`", pending.len())),
        Err(error) => Fail(error.to_string()),
    });
    findings.push(match Standing::of(&database.url).await {
        Ok(standing) => role(&standing, database.url != database.owner),
        Err(error) => Fail(format!("the application's role cannot sign in: run `signpost migrate` ({error})")),
    });
    findings
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = Integer)]
    number: i32,
    #[diesel(sql_type = Text)]
    words: String,
}

async fn version(url: &str) -> anyhow::Result<Finding> {
    let mut conn = db::Server::parse(url, "signpost doctor")?.connect().await?;
    let version: Version = sql_query(
        "select current_setting('server_version_num')::int as number, current_setting('server_version') as words",
    )
    .get_result(&mut conn)
    .await?;
    let words = format!("the database is Postgres {}", version.words);
    Ok(if version.number >= 150_000 { Good(words) } else { Fail(format!("{words}: Signpost needs 15 or newer")) })
}

#[derive(QueryableByName)]
struct Moment {
    /// In seconds since 1970.
    #[diesel(sql_type = Double)]
    seconds: f64,
}

/// How far this machine's clock is from the database's: sessions and links end by the database's, the codes of second
/// factors and the days of the calendar go by this one.
async fn clock(url: &str) -> anyhow::Result<Finding> {
    let mut conn = db::Server::parse(url, "signpost doctor")?.connect().await?;
    let ask = sql_query("select extract(epoch from clock_timestamp())::float8 as seconds");
    let (asked, began) = (now(), Instant::now());
    let theirs: Moment = ask.get_result(&mut conn).await?;
    let took = began.elapsed().as_secs_f64();
    Ok(clocks(asked + took / 2.0 - theirs.seconds, took / 2.0))
}

fn now() -> f64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64())
}

/// `apart`: seconds that this machine is ahead of the database, as sure as `unsure` seconds.
fn clocks(apart: f64, unsure: f64) -> Finding {
    let least = apart.abs() - unsure;
    let words = || {
        let way = if apart > 0.0 { "ahead of" } else { "behind" };
        format!("this machine's clock is {:.0} s {way} the database's", apart.abs())
    };
    let mend = "let both be set by the network (chrony or systemd-timesyncd)";
    match least {
        least if least > WRONG => Fail(format!("{}: codes of second factors will not fit. {mend}", words())),
        least if least > APART => Warn(format!("{}: {mend}", words())),
        _ => Good("this machine's clock and the database's agree".to_owned()),
    }
}

/// What the application's role may do. `has_owner`: the owner has an address of its own and could mend it.
fn role(standing: &Standing, has_owner: bool) -> Finding {
    let role = &standing.role;
    if !standing.lacking.is_empty() && !standing.excess.iter().any(|words| words == "owns tables") {
        return Fail(format!("the role {role} cannot use {}: run `signpost migrate`", standing.lacking.join(", ")));
    }
    if standing.excess.is_empty() {
        return Good(format!("the role {role} owns nothing and cannot change the audit"));
    }
    let words = format!("the second line of defence is off: the role {role} {}", standing.excess.join(", "));
    if has_owner {
        Fail(format!("{words}. Take that from it and run `signpost migrate`"))
    } else {
        Warn(format!("{words}. Make a role for the application and set DATABASE_OWNER_URL (README)"))
    }
}

async fn letters(config: &Config) -> Finding {
    let folder = config.data_folder().join("letters");
    let mailer = match Mailer::open(config.smtp_url.as_deref(), &folder, config.mail_only_to.clone()) {
        Ok(mailer) => mailer,
        Err(error) => return Fail(format!("{error:#}")),
    };
    match mailer.greet().await {
        Err(words) => Fail(format!("letters cannot go out: {words}. Check SMTP_URL")),
        Ok(()) if mailer.is_live() => Good(format!("letters go to {mailer}")),
        Ok(()) => Warn(format!("letters go to {mailer}: not to the people they are for")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(excess: &[&str], lacking: &[&str]) -> Standing {
        let all = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Standing { role: "app".to_owned(), excess: all(excess), lacking: all(lacking) }
    }

    #[test]
    fn what_df_prints_is_read() {
        let told = "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1 100 60 40 60% /\n";
        assert_eq!(left_in(told), Some(40 * 1024));
        assert_eq!(left_in("nothing"), None);
    }

    #[test]
    fn clocks_may_be_a_little_apart_and_a_slow_answer_is_no_fault() {
        assert!(matches!(clocks(0.4, 0.1), Good(_)));
        assert!(matches!(clocks(-3.0, 2.5), Good(_)));
        assert!(matches!(clocks(3.0, 0.1), Warn(words) if words.contains("3 s ahead of")));
        assert!(matches!(clocks(-90.0, 0.1), Fail(words) if words.contains("90 s behind")));
    }

    #[test]
    fn a_role_is_fine_or_else_one_is_told_what_to_do() {
        assert!(matches!(role(&standing(&[], &[]), true), Good(_)));
        assert!(matches!(role(&standing(&[], &["note"]), true), Fail(words) if words.contains("note")));
        assert!(matches!(role(&standing(&["owns tables"], &[]), false), Warn(words) if words.contains("OWNER_URL")));
        assert!(matches!(role(&standing(&["is a superuser"], &[]), true), Fail(_)));
    }
}
