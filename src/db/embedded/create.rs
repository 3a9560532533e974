//! Makes the cluster the first time: its files, and in them the empty database `signpost`.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::account::Account;
use super::error::{StartError, last_lines};
use super::find::Programs;
use super::socket::NAME;

/// Makes the cluster `folder/data`, first beside its place: a half-made one, after a crash, is never used.
pub(super) fn create(programs: &Programs, account: &Account, folder: &Path) -> Result<(), StartError> {
    account.must_have_a_name()?;
    let half_made = folder.join("data.new");
    if half_made.exists() {
        std::fs::remove_dir_all(&half_made).map_err(StartError::unwritable(&half_made))?;
    }
    // Sorted by code point, so that indexes outlive an upgrade of the system's languages; letters are Unicode's.
    let letters = if cfg!(target_os = "macos") { "UTF-8" } else { "C.UTF-8" };
    let mut initdb = account.command(&programs.initdb);
    initdb.arg("--pgdata").arg(&half_made);
    initdb.arg(format!("--username={NAME}")).arg(format!("--lc-ctype={letters}"));
    initdb.args(["--auth-local=trust", "--auth-host=reject"]);
    initdb.args(["--encoding=UTF8", "--locale=C", "--data-checksums"]);
    let made = initdb.output().map_err(StartError::program(&programs.initdb))?;
    must_be_well(&made, folder)?;

    let mut single = account.command(&programs.postgres);
    single.arg("--single").arg("-D").arg(&half_made).arg("postgres");
    let made = tell(single, &format!("CREATE DATABASE {NAME}\n"));
    must_be_well(&made.map_err(StartError::program(&programs.postgres))?, folder)?;

    let settings = half_made.join("postgresql.conf");
    let file = std::fs::OpenOptions::new().append(true).open(&settings);
    let machine = std::fs::read_to_string("/proc/meminfo").ok().and_then(|told| memory_in(&told));
    file.and_then(|mut file| file.write_all(room(machine).as_bytes())).map_err(StartError::unwritable(&settings))?;

    let unwritable = || StartError::unwritable(folder);
    std::fs::rename(&half_made, folder.join("data")).map_err(unwritable())?;
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(unwritable())
}

/// How much room the server takes, as its file of settings says it, where whoever runs it may change it: an eighth of the
/// machine's memory for pages, from Postgres's own 128 MB up to 1 GB, and a log long enough that a big import is not forever
/// writing whole pages. `machine`: in megabytes.
fn room(machine: Option<u64>) -> String {
    let pages = machine.map_or(128, |megabytes| (megabytes / 8).clamp(128, 1024));
    format!("\n# Signpost\nshared_buffers = {pages}MB\nmax_wal_size = 2GB\n")
}

/// The machine's memory in megabytes, from what `/proc/meminfo` says.
fn memory_in(told: &str) -> Option<u64> {
    let line = told.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes / 1024)
}

fn must_be_well(output: &Output, folder: &Path) -> Result<(), StartError> {
    let said = String::from_utf8_lossy(&output.stderr);
    // A single-user server ends well even when its statement failed.
    if output.status.success() && !said.contains("ERROR:") {
        return Ok(());
    }
    Err(StartError::Create { folder: folder.to_owned(), said: last_lines(&said) })
}

/// Runs a command with `words` as its input.
fn tell(mut command: Command, words: &str) -> std::io::Result<Output> {
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // A server that ended early does not listen; its own words tell more than the broken pipe.
        let _ = input.write_all(words.as_bytes());
    }
    child.wait_with_output()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_big_machine_gives_more_room_and_a_small_one_what_postgres_takes_anyway() {
        let of = |megabytes| room(megabytes).lines().find(|line| line.starts_with("shared")).unwrap().to_owned();
        assert_eq!(of(None), "shared_buffers = 128MB");
        assert_eq!(of(Some(512)), "shared_buffers = 128MB");
        assert_eq!(of(Some(4096)), "shared_buffers = 512MB");
        assert_eq!(of(Some(65_536)), "shared_buffers = 1024MB");
        assert_eq!(memory_in("MemFree: 1 kB\nMemTotal:       24576000 kB\n"), Some(24_000));
        assert_eq!(memory_in(""), None);
    }
}
