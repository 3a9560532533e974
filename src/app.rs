//! Puts the parts together, starts the server, the carrier, the clockwork and the foreman, and stops them in order.

use std::{net::TcpListener, sync::atomic::Ordering, time::Duration};

use actix_web::{
    App, HttpServer,
    dev::ServerHandle,
    middleware::from_fn,
    web::{Data, PathConfig, PayloadConfig, QueryConfig},
};
use tokio::{
    signal::unix::{SignalKind, signal},
    sync::watch,
    task::JoinHandle,
};

use crate::{
    clockwork::Clockwork,
    config::Config,
    db,
    foreman::Foreman,
    mail::{
        Mailer,
        carrier::{self, Carrier},
    },
    model::{password::Hasher, post::Post},
    web::{body, error, headers, kept, origin, packed, routes, session, shelf, state::Shared},
};

/// Database connections of a thread. With ten, Postgres spent a fifth more processor time on the same pages, and 99 of 100 came
/// within 39 ms instead of 15: each connection is a process of its own.
const CONNECTIONS: usize = 6;

/// A server that runs, with its carrier, its clockwork and its foreman.
pub struct Running {
    server: JoinHandle<std::io::Result<()>>,
    handle: ServerHandle,
    carrier: JoinHandle<()>,
    clockwork: JoinHandle<()>,
    foreman: JoinHandle<()>,
    stop: watch::Sender<bool>,
    shared: Data<Shared>,
}

/// Starts everything on a listener that is bound already.
///
/// # Errors
/// When a part cannot be put together; each in one line.
pub fn start(config: Config, database_url: &str, mailer: Mailer, listener: TcpListener) -> anyhow::Result<Running> {
    let post = Post::new(&config.secret_text()?, config.mail_domain())?;

    let (stop, stopped) = watch::channel(false);
    let pool = db::pool::build(database_url, 2, "signpost carrier")?;
    let clockwork = tokio::spawn(Clockwork::new(pool.clone(), post.clone()).run(stopped.clone()));
    let foreman = tokio::spawn(Foreman::new(pool.clone(), post.clone()).run(stopped.clone()));
    let office = carrier::Office {
        pool,
        mailer,
        secret: post.secret.clone(),
        bell: post.bell.clone(),
        base: config.base(),
        from: config.mail_from.clone(),
    };
    let carrier = tokio::spawn(Carrier::new(office)?.run(stopped));

    let workers = config.workers.unwrap_or_else(|| std::thread::available_parallelism().map_or(2, usize::from));
    let connections = config.db_connections.map_or(CONNECTIONS, |all| all.div_ceil(workers));
    let url = database_url.to_owned();
    db::pool::build(&url, connections, "signpost")?;
    let shared = Data::new(Shared::new(config, Hasher::start(), post));
    let ours = shared.clone();
    let server = HttpServer::new(move || {
        // One pool a thread: a shared one costs half as much processor time again.
        let pool = db::pool::build(&url, connections, "signpost").expect("the same address was good a moment ago");
        App::new()
            .app_data(shared.clone())
            .app_data(pool)
            .app_data(PayloadConfig::new(body::KEPT))
            .app_data(PathConfig::default().error_handler(|_, _| error::Error::NotFound.into()))
            .app_data(QueryConfig::default().error_handler(|_, _| error::Error::NotFound.into()))
            .configure(routes::hang)
            // The last one wrapped is the first one asked.
            .wrap(from_fn(kept::restore))
            .wrap(from_fn(session::load))
            .wrap(from_fn(body::read))
            .wrap(from_fn(origin::check))
            .wrap(from_fn(error::pages))
            .wrap(from_fn(packed::pages))
            .wrap(from_fn(shelf::serve))
            .wrap(from_fn(headers::set))
    })
    .workers(workers)
    .client_request_timeout(Duration::from_secs(5))
    .keep_alive(Duration::from_secs(15))
    .shutdown_timeout(10)
    // Ours: see `leave_when_told`.
    .disable_signals()
    .listen(listener)?
    .run();
    let handle = server.handle();
    Ok(Running { server: tokio::spawn(server), handle, carrier, clockwork, foreman, stop, shared: ours })
}

impl Running {
    /// Stops at SIGTERM or SIGINT: what runs is finished. At SIGTERM it first tells the proxy, by `/readyz`, and goes on
    /// for `SIGNPOST_DRAIN_SECONDS`, so that no request comes to a closed door.
    ///
    /// # Errors
    /// When signals cannot be heard.
    pub fn leave_when_told(&self) -> std::io::Result<()> {
        let (mut term, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        let (handle, shared) = (self.handle.clone(), self.shared.clone());
        tokio::spawn(async move {
            tokio::select! {
                _ = term.recv() => {
                    shared.leaving.store(true, Ordering::Relaxed);
                    tokio::time::sleep(Duration::from_secs(shared.config.drain_seconds)).await;
                }
                _ = interrupt.recv() => {}
            }
            handle.stop(true).await;
        });
        Ok(())
    }

    /// Waits until the server was told to stop, then lets the carrier, the clockwork and the foreman finish what they have in hand.
    ///
    /// # Errors
    /// When the server broke.
    pub async fn until_stopped(self) -> anyhow::Result<()> {
        let ended = self.server.await;
        self.stop.send_replace(true);
        // A letter in hand goes out within its own time limit, and a chore or a job ends with its batch.
        let all = async { (self.carrier.await, self.clockwork.await, self.foreman.await) };
        drop(tokio::time::timeout(Duration::from_secs(10), all).await);
        ended??;
        Ok(())
    }

    /// Stops accepting, finishes what runs, and stops.
    ///
    /// # Errors
    /// When the server broke.
    pub async fn stop(self) -> anyhow::Result<()> {
        self.handle.stop(true).await;
        self.until_stopped().await
    }
}
