//! The log: lines for people at a desk, JSON for machines. What it never holds, however much of it one asks for.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;

/// Starts it, on standard error; `RUST_LOG` says how much.
pub fn start() {
    let asked = std::env::var("RUST_LOG").unwrap_or_else(|_| "signpost=info,warn".to_owned());
    let logs = tracing_subscriber::fmt().with_env_filter(filter(&asked)).with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() { logs.init() } else { logs.json().init() }
}

/// Libraries that write down what passes through them from their debug level on: the database's driver the values of every
/// statement, the reader of HTML every word of a page. Those are people's notes, answers and addresses.
const QUIET: [&str; 2] = ["tokio_postgres", "html5ever"];

/// What is asked for, but no more than warnings of those.
#[must_use]
pub fn filter(asked: &str) -> EnvFilter {
    let others = asked.split(',').map(str::trim).filter(|part| !QUIET.iter().any(|quiet| part.starts_with(quiet)));
    let quiet = QUIET.map(|library| format!("{library}=warn"));
    EnvFilter::new(others.chain(quiet.iter().map(String::as_str)).collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_tell_stays_quiet_whatever_is_asked() {
        for asked in
            ["debug", "trace,tokio_postgres=debug", "html5ever::tree_builder=trace", "info, tokio_postgres = trace"]
        {
            let filter = filter(asked).to_string();
            for quiet in QUIET {
                assert!(filter.contains(&format!("{quiet}=warn")), "{asked}: {filter}");
                assert_eq!(filter.matches(quiet).count(), 1, "{asked}: {filter}");
            }
        }
        assert!(filter("signpost=debug,warn").to_string().contains("signpost=debug"));
    }
}
