//! The drill: a backup is taken while people write, and fills another cluster; what comes back is what was there, and
//! nothing begins by itself.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::atomic::{AtomicBool, Ordering},
};

use signpost::db::{self, embedded};

use crate::support::{Portal, cluster};

fn signpost(args: &[&str], database: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_signpost"))
        .args(args)
        .env("DATABASE_URL", database)
        .env_remove("DATABASE_OWNER_URL")
        .env("RUST_LOG", "off")
        .output()
        .unwrap()
}

/// A folder of its own, through which the user that Postgres runs as may pass.
fn new_folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("signpost-backup-{}", uuid::Uuid::now_v7()));
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o711)).unwrap();
    folder
}

fn said(output: &Output) -> String {
    let words = [&output.stdout[..], &output.stderr[..]].concat();
    let words = String::from_utf8(words).unwrap();
    assert!(output.status.success(), "{words}");
    words
}

fn refused(output: &Output, words: &str) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "it ended well: {told}");
    assert!(told.contains(words) && told.lines().count() == 1, "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_back_is_what_was_there_and_nothing_begins_by_itself() {
    let mut portal = Portal::open().await;
    let (ada, eve) = (portal.ada().await, portal.eve().await);
    portal.tell("update letter set state = 'queued', settled_at = null, next_try_at = now() + interval '1 hour'").await;
    let folder = new_folder();
    let place = folder.join("backups/tonight");
    let at = place.to_str().unwrap().to_owned();

    // Ada writes as long as the backup runs: some of her notes are in it, the others are not, none in half.
    let is_over = AtomicBool::new(false);
    let writes = async {
        let mut written = 0;
        while !is_over.load(Ordering::Relaxed) {
            let form = ada.get(eve.path()).await.form(&eve.notes_path()).fill("body", format!("Called, {written}."));
            ada.submit(form).await.is(303);
            written += 1;
        }
        written
    };
    let (database, to) = (portal.database_url().to_owned(), at.clone());
    let takes = async {
        let output = tokio::task::spawn_blocking(move || signpost(&["backup", &to], &database)).await.unwrap();
        is_over.store(true, Ordering::Relaxed);
        said(&output)
    };
    let (written, told) = tokio::join!(writes, takes);
    assert!(written > 0 && told.contains("rows of"), "{told}");
    for (path, mode) in [("", 0o700), ("database.dump", 0o600), ("backup.json", 0o600)] {
        let place = if path.is_empty() { place.clone() } else { place.join(path) };
        assert_eq!(fs::metadata(&place).unwrap().permissions().mode() & 0o777, mode, "{path}");
    }
    let database = portal.database_url().to_owned();
    refused(&signpost(&["backup", &at], &database), "name a folder that is not there yet");
    refused(&signpost(&["restore", &at], &database), "restore into an empty one");
    portal.stop().await;

    let other = embedded::start(&folder.join("other"), None).await.unwrap();
    let told = said(&signpost(&["restore", &at], &other.owner_url()));
    assert!(told.contains("tables are back, each as counted"), "{told}");
    assert!(told.contains("2 letters are held"), "{told}");

    db::roles::make(&other.owner_url()).await.unwrap();
    let application = cluster::for_the_application(&other.owner_url());
    db::roles::give(&other.owner_url(), &application).await.unwrap();
    let back = Portal::open_on(other.owner_url(), |_| {});
    // Whoever was signed in is not any more, and signs in as before.
    assert_eq!(back.count("session").await, 0);
    assert_eq!(back.count("token").await, 0);
    assert_eq!(back.count("letter where state = 'held'").await, 2);
    assert_eq!(back.count("letter where state in ('queued', 'sending', 'deferred')").await, 0);
    let notes = back.count("note").await;
    assert!((3..=3 + written).contains(&notes), "{notes} of {written} and 3");
    assert_eq!(back.count("audit where action = 'note.written'").await, notes, "each with its trace");
    back.ada().await.get(eve.path()).await.is(200).says("Eve Hart");
    drop(back);
    other.stop().await;
    fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_that_was_changed_or_not_finished_is_found_out() {
    let portal = Portal::open().await;
    let folder = new_folder();
    let place = folder.join("tonight");
    let contents = db::backup::take(portal.database_url(), &place, None).await.unwrap();
    let people = contents.tables.iter().find(|table| table.table == "person").unwrap();
    assert_eq!(people.rows, portal.count("person").await);

    let list = place.join("backup.json");
    let true_one = fs::read_to_string(&list).unwrap();
    fs::write(&list, true_one.replace(&people.sum, "1")).unwrap();
    let restore = async |from: &Path| {
        let empty = cluster::empty_database().await;
        let answer = db::backup::restore(&empty, from, None).await;
        cluster::drop_database(&empty).await;
        answer.map(|contents| contents.rows()).map_err(|error| error.to_string())
    };
    let error = restore(&place).await.unwrap_err();
    assert!(error.contains("person (the same rows, but not their contents)"), "{error}");

    // Nobody serves what was not restored to its end.
    let half = cluster::empty_database().await;
    assert!(db::backup::restore(&half, &place, None).await.is_err());
    let serve = signpost(&["serve"], &half);
    refused(&serve, "a restore of this database was not finished");
    cluster::drop_database(&half).await;

    fs::write(&list, &true_one).unwrap();
    assert_eq!(restore(&place).await, Ok(contents.rows()));
    let dump = place.join("database.dump");
    let whole = fs::read(&dump).unwrap();
    fs::write(&dump, &whole[..whole.len() / 2]).unwrap();
    assert!(restore(&place).await.is_err());
    fs::remove_file(&list).unwrap();
    let error = restore(&place).await.unwrap_err();
    assert!(error.contains("was not finished"), "{error}");
    fs::remove_dir_all(&folder).unwrap();
}
