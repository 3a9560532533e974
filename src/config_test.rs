//! What each setting asks for.

use super::*;
use clap::Parser;

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

fn config(args: &[&str]) -> Config {
    Line::parse_from(std::iter::once(&"signpost").chain(args)).config
}

#[test]
fn development_needs_nothing() {
    assert_eq!(config(&[]).faults(), Vec::<String>::new());
}

#[test]
fn production_names_everything_that_is_missing() {
    let faults = config(&["--env", "production"]).faults();
    for name in ["SIGNPOST_SECRET", "SIGNPOST_BASE_URL", "SMTP_URL", "DATABASE_URL", "SIGNPOST_MAIL_FROM"] {
        assert!(faults.iter().any(|fault| fault.starts_with(name)), "{name} in {faults:?}");
    }
}

#[test]
fn what_would_not_work_is_a_fault_and_not_a_surprise() {
    for (args, name) in [
        (["--mail-from", "nonsense"], "SIGNPOST_MAIL_FROM"),
        (["--base-url", "https://a.example/portal"], "SIGNPOST_BASE_URL"),
        (["--base-url", "ftp://a.example"], "SIGNPOST_BASE_URL"),
    ] {
        assert!(config(&args).faults().iter().any(|fault| fault.starts_with(name)), "{args:?}");
    }
    for args in [["--workers", "0"], ["--db-connections", "0"], ["--workers", "many"]] {
        assert!(Line::try_parse_from(std::iter::once("signpost").chain(args)).is_err(), "{args:?}");
    }
    assert!(config(&["--mail-from", "Advising <advising@lake.edu>"]).faults().is_empty());
}

#[test]
fn an_example_is_no_secret() {
    for example in
        ["change-me change-me change-me change-me", &"a1".repeat(20), "an-example-secret-of-forty-characters-00"]
    {
        assert_eq!(config(&["--secret", example]).faults().len(), 1, "{example}");
    }
    assert!(config(&["--secret", "u8Rk2bVQm0cZyT4nXw7sLp1eHd9aFj6G"]).faults().is_empty());
}

#[test]
fn the_second_factor_is_required_in_production_unless_it_is_said_otherwise() {
    assert!(!config(&[]).requires_second_factor());
    assert!(config(&["--env", "production"]).requires_second_factor());
    assert!(!config(&["--env", "production", "--staff-second-factor", "offered"]).requires_second_factor());
    assert!(config(&["--staff-second-factor", "required"]).requires_second_factor());
}

#[test]
fn the_base_address_follows_the_port() {
    assert_eq!(config(&["--listen", "127.0.0.1:9999"]).base(), "http://localhost:9999");
    assert_eq!(config(&["--base-url", "https://a.example/"]).base(), "https://a.example");
}
