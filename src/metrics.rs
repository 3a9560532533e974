//! What the operator's monitoring reads: counts and times since the start, and how the outbox and the chores stand.
//!
//! The parts count with the `metrics` crate, which does nothing as long as no listener was asked for. Here is the list of
//! all there is, and the listener: an address of its own, so that the proxy in front of the portal never shows it.

use std::{net::TcpListener, sync::Arc};

use actix_web::{App, HttpResponse, HttpServer, web};
use anyhow::Context as _;
use metrics::{Unit, describe_counter, describe_gauge, describe_histogram, gauge};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use crate::{db::Pool, model::standing_work::StandingWork};

/// How a number behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Only grows.
    Counter,
    /// Goes up and down.
    Gauge,
    /// Times, in seconds.
    Histogram,
}

/// Every metric: its name, how it behaves, what it says. `docs/operations.md` has the same list with the alerts.
pub const ALL: [(&str, Kind, &str); 12] = [
    ("signpost_requests_total", Kind::Counter, "requests answered, by door, method and status"),
    ("signpost_request_seconds", Kind::Histogram, "how long an answer took, by door"),
    (
        "signpost_connections_refused_total",
        Kind::Counter,
        "requests that found no database connection within two seconds",
    ),
    ("signpost_hashes_refused_total", Kind::Counter, "passwords that found the hashing threads' queue full"),
    ("signpost_slow_statements_total", Kind::Counter, "database statements over half a second"),
    ("signpost_letters_settled_total", Kind::Counter, "tries to hand over a letter, by outcome"),
    ("signpost_chore_failures_total", Kind::Counter, "chores that ended in an error, by chore"),
    ("signpost_database_up", Kind::Gauge, "1 when the database answered this very reading"),
    ("signpost_letters", Kind::Gauge, "letters that are not settled or need somebody, by state"),
    ("signpost_oldest_letter_seconds", Kind::Gauge, "how long the letter that waits longest has been due"),
    ("signpost_chore_late_seconds", Kind::Gauge, "how late the chore is that is most overdue"),
    ("signpost_jobs", Kind::Gauge, "long jobs under way"),
];

const TIMES: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

struct Reading {
    handle: PrometheusHandle,
    pool: Pool,
}

/// Begins to count, and serves the numbers at `/metrics` of an address of their own until the process ends.
///
/// # Errors
/// When counting has begun already.
pub fn start(listener: TcpListener, pool: Pool) -> anyhow::Result<()> {
    let handle =
        PrometheusBuilder::new().set_buckets(&TIMES)?.install_recorder().context("metrics are counted already")?;
    for (name, kind, words) in ALL {
        match kind {
            Kind::Counter => describe_counter!(name, words),
            Kind::Gauge => describe_gauge!(name, words),
            Kind::Histogram => describe_histogram!(name, Unit::Seconds, words),
        }
    }
    // Whoever watches for a first failure needs to have seen none.
    for quiet in
        ["signpost_connections_refused_total", "signpost_hashes_refused_total", "signpost_slow_statements_total"]
    {
        metrics::counter!(quiet).absolute(0);
    }
    let reading = web::Data::from(Arc::new(Reading { handle, pool }));
    let server = HttpServer::new(move || App::new().app_data(reading.clone()).route("/metrics", web::get().to(read)))
        .workers(1)
        .disable_signals()
        .listen(listener)?
        .run();
    tokio::spawn(server);
    Ok(())
}

async fn read(reading: web::Data<Reading>) -> HttpResponse {
    let standing = look(&reading.pool).await;
    gauge!("signpost_database_up").set(if standing.is_some() { 1.0 } else { 0.0 });
    if let Some(standing) = standing {
        for (state, count) in standing.letters {
            gauge!("signpost_letters", "state" => state).set(count);
        }
        gauge!("signpost_oldest_letter_seconds").set(standing.oldest_letter);
        gauge!("signpost_chore_late_seconds").set(standing.latest_chore);
        gauge!("signpost_jobs").set(standing.jobs);
    }
    reading.handle.run_upkeep();
    HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(reading.handle.render())
}

async fn look(pool: &Pool) -> Option<StandingWork> {
    let mut conn = pool.get().await.ok()?;
    StandingWork::now(&mut conn).await.ok()
}
