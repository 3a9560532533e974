//! The command line: what cannot work says so in one clear line and ends with a fault.

use std::{
    net::TcpListener,
    process::{Command, Output},
};

use signpost::{db, web::routes::DOORS};

use crate::support::{Portal, cluster};

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
async fn the_demo_school_has_something_to_do_on_its_first_day() {
    let address = cluster::empty_database().await;
    let data = cluster::folder().join("demo");
    let settings = [
        ("DATABASE_URL", address.as_str()),
        ("SIGNPOST_DATA", data.to_str().unwrap()),
        ("SIGNPOST_DEMO_PASSWORD", "lantern harbor wooden seven"),
    ];
    assert!(signpost(&["seed", "--if-empty"], &settings).status.success());
    let portal = Portal::open_on(address, |_| {});
    let stand = "select full_name || ' ' || status from standing join person on person.id = student_id order by 1";
    assert_eq!(
        portal.texts(stand).await,
        ["Eve Hart plan-agreed", "Finn Reyes follow-up-overdue", "Gus Lind meeting-set", "Hana Sato close-call"]
    );
    assert_eq!(portal.count("follow_up where state = 'open' and due_on > current_date").await, 1);
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
    page.leads_to("/admin");
}

/// What the doctor found, and whether it ended well.
fn doctor(settings: &[(&str, &str)]) -> (String, bool) {
    let output = signpost(&["doctor"], settings);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        said.lines().all(|line| line.starts_with("ok    ") || line.starts_with("warn  ") || line.starts_with("FAIL  ")),
        "{said}"
    );
    (said, output.status.success())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_says_what_is_well_and_what_to_do() {
    let portal = Portal::open().await;
    let application = portal.application_url();
    let data = cluster::folder().join("doctor");
    let data = data.to_str().unwrap();

    let well = [
        ("DATABASE_URL", application.as_str()),
        ("DATABASE_OWNER_URL", portal.database_url()),
        ("SIGNPOST_DATA", data),
    ];
    let (said, is_well) = doctor(&well);
    assert!(is_well, "{said}");
    for line in [
        "ok    settings",
        "ok    the database is Postgres 1",
        "ok    this machine's clock and the database's agree",
        "ok    all migrations",
        "ok    the role signpost_app owns nothing",
        "warn  letters go to the folder",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    // One role for all: it works, and the doctor says what is missing.
    let (said, is_well) = doctor(&[("DATABASE_URL", portal.database_url()), ("SIGNPOST_DATA", data)]);
    assert!(is_well && said.contains("warn  the second line of defence is off"), "{said}");
    // Rights that came back by hand are a fault when the owner could take them away.
    portal.tell("grant delete on audit to signpost_app").await;
    let (said, is_well) = doctor(&well);
    assert!(
        !is_well
            && said.contains("FAIL  the second line of defence is off: the role signpost_app may change the audit"),
        "{said}"
    );
    assert!(signpost(&["migrate"], &well).status.success());
    assert!(doctor(&well).1, "migrate mends it");
    portal.tell("delete from __diesel_schema_migrations where version = '20261122000031'").await;
    assert!(doctor(&well).0.contains("warn  1 migrations are pending: run `signpost migrate`"));
}

#[test]
fn the_doctor_goes_on_after_the_first_fault() {
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mail = format!("smtp://{nobody}");
    let data = cluster::folder().join("doctor-alone");
    let settings = [
        ("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none"),
        ("SMTP_URL", mail.as_str()),
        ("SIGNPOST_BASE_URL", "harbor.example"),
        ("SIGNPOST_DATA", data.to_str().unwrap()),
    ];
    let (said, is_well) = doctor(&settings);
    assert!(!is_well);
    for words in ["SIGNPOST_BASE_URL", "the database cannot be reached", "letters cannot go out"] {
        assert!(said.lines().any(|line| line.starts_with("FAIL") && line.contains(words)), "{words}: {said}");
    }
}

#[test]
fn a_secret_that_others_may_read_stops_the_start() {
    use std::os::unix::fs::PermissionsExt as _;
    let data = cluster::folder().join("open-secret");
    std::fs::create_dir_all(&data).unwrap();
    let secret = data.join("secret");
    std::fs::write(&secret, "for tests only, for tests only, for tests only").unwrap();
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o644)).unwrap();
    let settings = [("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none"), ("SIGNPOST_DATA", data.to_str().unwrap())];
    let (said, is_well) = doctor(&settings);
    assert!(!is_well && said.contains("chmod 600"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_school_of_one_s_own_finds_nothing_of_the_demo_on_its_pages() {
    let database = cluster::empty_database().await;
    let seed = ["seed", "--content-for", "Lake \"O'Neill\" College", "--zone", "America/Denver"];
    let from = "Advising <advising@lake.edu>";
    let output = signpost(&seed, &[("DATABASE_URL", &database), ("SIGNPOST_MAIL_FROM", from)]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let application = cluster::for_the_application(&database);
    db::roles::make(&database).await.unwrap();
    db::roles::give(&database, &application).await.unwrap();
    let portal = Portal::open_on(database, |_| {});
    let mut seen = 0;
    for language in ["en", "es"] {
        let visitor = portal.visitor();
        visitor.post("/preferences", [("locale", language), ("back", "/")]).await.is(303);
        for (_, address) in DOORS.iter().filter(|(method, address)| *method == "get" && !address.contains('{')) {
            let page = visitor.get(address).await;
            if page.status == 200 && page.body.contains("</html>") {
                seen += 1;
                let text = page.text().to_lowercase();
                for word in ["harbor", "sam ortiz", "demo school", "demo data", "made-up", "made up", "de demostración"]
                {
                    assert!(!text.contains(word), "{language} {address}: {word}");
                }
            }
        }
    }
    assert!(seen > 20, "{seen} pages");
    portal.visitor().get("/accessibility").await.says("Write to advising@lake.edu");
    portal.visitor().get("/programs").await.says("Lake \"O'Neill\" College");
}
