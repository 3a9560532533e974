//! The command line: what cannot work says so in one clear line and ends with a fault.

use std::{
    net::TcpListener,
    process::{Command, Output},
};

use crate::support::Portal;

/// Runs the program with these settings only.
fn signpost(args: &[&str], settings: &[(&str, &str)]) -> Output {
    let ours = std::env::vars().filter(|(name, _)| !name.starts_with("SIGNPOST_") && !name.ends_with("_URL"));
    let folder = std::env::temp_dir();
    Command::new(env!("CARGO_BIN_EXE_signpost"))
        .args(args)
        .env_clear()
        .envs(ours)
        .envs(settings.iter().copied())
        .env("RUST_LOG", "off")
        .current_dir(folder)
        .output()
        .unwrap()
}

/// One line on standard error that holds `words`, and a fault as the end.
fn says_one_line(output: &Output, words: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "it ended well: {said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains(words), "{said}");
}

#[test]
fn a_port_that_is_taken_is_one_line() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    says_one_line(&signpost(&["serve"], &[("SIGNPOST_LISTEN", &address)]), "SIGNPOST_LISTEN");
}

#[test]
fn a_database_that_is_away_is_one_line() {
    let nowhere = [("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none"), ("SIGNPOST_LISTEN", "127.0.0.1:0")];
    says_one_line(&signpost(&["migrate"], &nowhere), "database");
}

#[test]
fn missing_postgres_programs_are_one_line() {
    let data = std::env::temp_dir().join(format!("signpost-command-{}", uuid::Uuid::now_v7()));
    let data = data.to_str().unwrap();
    says_one_line(&signpost(&["migrate"], &[("SIGNPOST_DATA", data), ("SIGNPOST_PG_BIN", "/nowhere")]), "postgresql");
}

#[test]
fn a_folder_that_cannot_be_written_is_one_line() {
    says_one_line(&signpost(&["migrate"], &[("SIGNPOST_DATA", "/dev/null/data")]), "SIGNPOST_DATA");
}

#[test]
fn production_starts_with_nothing_unsafe() {
    let output = signpost(&["serve"], &[("SIGNPOST_ENV", "production")]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    for name in ["SIGNPOST_SECRET", "SIGNPOST_BASE_URL", "SMTP_URL", "DATABASE_URL"] {
        assert!(said.contains(name), "{name}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn seed_never_touches_a_database_with_people() {
    let portal = Portal::open().await;
    let settings = [("DATABASE_URL", portal.database_url())];
    says_one_line(&signpost(&["seed"], &settings), "people");
    assert!(signpost(&["seed", "--if-empty"], &settings).status.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_admin_is_made_by_hand() {
    use std::io::Write as _;
    let portal = Portal::open().await;
    let mut child = Command::new(env!("CARGO_BIN_EXE_signpost"))
        .args(["create-admin", "--email", "ira@harbor.example", "--name", "Ira Cohen"])
        .env("DATABASE_URL", portal.database_url())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"quiet ferry orange map\n").unwrap();
    assert!(child.wait().unwrap().success());
    let ira = portal.visitor();
    let page = ira.post("/sign-in", [("email", "ira@harbor.example"), ("password", "quiet ferry orange map")]).await;
    page.leads_to("/admin/claims");
}
