//! What the operator's monitoring reads, from a portal that runs as a program of its own.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
};

use signpost::metrics::{ALL, Kind};

use crate::support::Portal;

struct Program {
    child: Child,
    /// Kept open: what it says later must go somewhere.
    _said: Box<dyn std::any::Any + Send>,
    portal: String,
    metrics: String,
}

impl Program {
    /// Serves a portal's database beside it, and says at which addresses.
    #[expect(
        clippy::zombie_processes,
        reason = "it is waited for when it is dropped; one that never listens ends the run"
    )]
    fn serve(portal: &Portal, folder: &std::path::Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_signpost"))
            .arg("serve")
            .env("DATABASE_URL", portal.database_url())
            .env("SIGNPOST_DATA", folder)
            .env("SIGNPOST_LISTEN", "127.0.0.1:0")
            .env("SIGNPOST_METRICS_LISTEN", "127.0.0.1:0")
            .env("SIGNPOST_BASE_URL", "http://localhost")
            .env("RUST_LOG", "off")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let mut metrics = None;
        while let Some(line) = lines.next() {
            if let Some(address) = line.strip_prefix("Metrics are at ") {
                metrics = Some(address.to_owned());
            }
            if let Some(address) = line.strip_prefix("It listens on ") {
                let (portal, metrics) = (format!("http://{address}"), metrics.expect("it says where metrics are"));
                return Self { child, _said: Box::new(lines), portal, metrics };
            }
        }
        panic!("it ended without listening");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

async fn read(address: &str) -> String {
    reqwest::get(address).await.unwrap().error_for_status().unwrap().text().await.unwrap()
}

/// The value of a metric whose line begins so.
fn value(told: &str, start: &str) -> f64 {
    let line = told.lines().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("no {start} in\n{told}"));
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_number_is_there_and_none_tells_who() {
    let portal = Portal::open().await;
    let folder = std::env::temp_dir().join(format!("signpost-metrics-{}", uuid::Uuid::now_v7()));
    let program = Program::serve(&portal, &folder);
    for path in ["/", "/", "/nowhere", "/caseload"] {
        reqwest::get(format!("{}{path}", program.portal)).await.unwrap();
    }
    portal.tell("update letter set state = 'held' where kind = 'recommendation'").await;
    let told = read(&program.metrics).await;

    let landing = "signpost_requests_total{door=\"/\",method=\"GET\",status=\"200\"}";
    assert!(value(&told, landing) >= 2.0, "{told}");
    assert!(told.contains("signpost_requests_total{door=\"\",method=\"GET\",status=\"404\"}"), "{told}");
    assert!(told.contains("signpost_request_seconds_bucket{door=\"/\",le=\"0.05\"}"), "{told}");
    assert!((value(&told, "signpost_database_up") - 1.0).abs() < f64::EPSILON);
    assert!((value(&told, "signpost_letters{state=\"held\"}") - 2.0).abs() < f64::EPSILON, "{told}");
    assert!(value(&told, "signpost_letters{state=\"queued\"}").abs() < f64::EPSILON, "{told}");
    // What has not happened yet has no line; all others have one.
    for (name, kind, _) in ALL {
        let rare = ["signpost_letters_settled_total", "signpost_chore_failures_total"].contains(&name);
        assert!(
            rare || told.contains(&format!("# TYPE {name} {}", format!("{kind:?}").to_lowercase())),
            "{name}\n{told}"
        );
    }
    for word in ["harbor.example", "Eve", "Ada"] {
        assert!(!told.contains(word), "{word}");
    }
    // A container asks the program itself.
    let health = |listen: &str| {
        let mut health = Command::new(env!("CARGO_BIN_EXE_signpost"));
        health.arg("health").env("SIGNPOST_LISTEN", listen).output().unwrap().status.success()
    };
    assert!(health(program.portal.strip_prefix("http://").unwrap()));
    assert!(!health("127.0.0.1:1"));
    // The portal itself does not show it.
    assert_eq!(reqwest::get(format!("{}/metrics", program.portal)).await.unwrap().status(), 404);
    drop(program);
    drop(std::fs::remove_dir_all(folder));
}

#[test]
fn the_operator_s_list_is_the_program_s() {
    let written = include_str!("../docs/operations.md");
    for (name, kind, words) in ALL {
        let kind = match kind {
            Kind::Counter => "counter",
            Kind::Gauge => "gauge",
            Kind::Histogram => "histogram",
        };
        assert!(written.contains(&format!("| `{name}` | {kind} | {words} |")), "docs/operations.md: {name}");
    }
    let is_metric = |line: &&str| line.starts_with("| `signpost_") && !line.contains(" > ") && !line.contains("==");
    let listed = written.lines().filter(is_metric).count();
    assert_eq!(listed, ALL.len(), "docs/operations.md lists what the program has not");
}
