//! Other people's crates: their licenses, where they come from, which we do not take, and when to look at the
//! advisories again. The lists are those of `deny.toml`.

use std::process::Command;

use jiff::{Zoned, civil::Date};
use serde_json::Value;

const DENY: &str = include_str!("../deny.toml");

/// The quoted words of a list in `deny.toml`: `allow = […]`, or the `crate = "…"` of `deny = […]`.
fn list(start: &str) -> Vec<&'static str> {
    let (_, list) = DENY.split_once(start).unwrap_or_else(|| panic!("deny.toml has no {start}"));
    let list = list.split("\n]").next().unwrap();
    list.lines().filter(|line| !line.trim_start().starts_with('#')).filter_map(|line| line.split('"').nth(1)).collect()
}

fn crates() -> Vec<Value> {
    // Crates of other systems were never fetched here.
    let rustc = Command::new("rustc").arg("-vV").output().unwrap();
    let host = String::from_utf8(rustc.stdout).unwrap();
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let told = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked", "--offline", "--filter-platform", host])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    told["packages"].as_array().unwrap().clone()
}

#[test]
fn every_crate_may_be_used_and_comes_from_crates_io() {
    let (allowed, banned) = (list("\nallow = ["), list("\ndeny = ["));
    let mut wrong = Vec::new();
    for found in crates().iter().filter(|found| found["name"] != "signpost") {
        let name = found["name"].as_str().unwrap();
        let license = found["license"].as_str().unwrap_or("none");
        if !is_allowed(license, &allowed) {
            wrong.push(format!("{name} is under {license}"));
        }
        if !found["source"].as_str().is_some_and(|source| source.starts_with("registry+")) {
            wrong.push(format!("{name} comes from {}", found["source"]));
        }
        if banned.contains(&name) {
            wrong.push(format!("{name} is banned"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `(A OR B) AND C`, with the old `A/B` for OR.
fn is_allowed(license: &str, allowed: &[&str]) -> bool {
    let license = license.replace(" / ", " OR ").replace('/', " OR ");
    let all = license.split(" AND ").collect::<Vec<_>>();
    // No license in use nests deeper than this.
    all.iter().all(|part| part.trim_matches(['(', ')']).split(" OR ").any(|one| allowed.contains(&one.trim())))
}

#[test]
fn it_is_not_yet_time_to_look_at_the_advisories_again() {
    let day = DENY.lines().find_map(|line| line.strip_prefix("# look again: ")).unwrap();
    let day: Date = day.parse().unwrap();
    assert!(
        Zoned::now().date() < day,
        "time to update: go through the advisories in deny.toml, take the fixed crates, and set a new date"
    );
}

#[test]
fn licenses_are_read_right() {
    let allowed = ["MIT", "ISC"];
    assert!(is_allowed("MIT/GPL-2.0", &allowed) && is_allowed("(Apache-2.0 OR MIT) AND ISC", &allowed));
    assert!(!is_allowed("MIT AND GPL-2.0", &allowed) && !is_allowed("none", &allowed));
}
