//! Connections kept open for the requests of one worker, with limits on how long anything may take.

use std::time::Duration;

use deadpool::{Runtime, managed::QueueMode};
use diesel_async::pooled_connection::deadpool::Pool as DeadPool;
use diesel_async::pooled_connection::{AsyncDieselConnectionManager, ManagerConfig, RecyclingMethod};
use diesel_async::{AsyncPgConnection, SimpleAsyncConnection};
use futures_util::FutureExt;

use super::{AddressError, Pool, Server};

/// How long a request waits for a free connection, or for a new one to open, before it is told to come back.
const WAIT: Duration = Duration::from_secs(2);

/// Limits of every connection, the same as on the application's role, for schools that use one role for all.
/// Sent as statements, not as start parameters, because pgbouncer refuses the latter. A page's statements read little: starting
/// helpers for one takes ten times as long as reading it alone.
const LIMITS: &str = "SET statement_timeout = '5s'; SET lock_timeout = '2s'; \
                      SET idle_in_transaction_session_timeout = '10s'; SET TIME ZONE 'UTC'; \
                      SET max_parallel_workers_per_gather = 0";

/// A pool of at most `size` connections to `url`, shown to the server as `application`; opens none yet.
///
/// Call it once per worker, inside the server's factory: a pool shared by all workers costs more processor time.
/// A connection with an open transaction, or whose server went away, is closed instead of lent again.
pub fn build(url: &str, size: usize, application: &str) -> Result<Pool, AddressError> {
    let server = Server::parse(url, application)?;
    let mut config = ManagerConfig::default();
    config.recycling_method = RecyclingMethod::Fast;
    config.custom_setup = Box::new(move |_| {
        let server = server.clone();
        async move {
            let mut connection: AsyncPgConnection = server.connect().await?;
            connection.batch_execute(LIMITS).await.map_err(diesel::ConnectionError::CouldntSetupConfiguration)?;
            Ok(connection)
        }
        .boxed()
    });
    let pool = DeadPool::builder(AsyncDieselConnectionManager::new_with_config(url, config))
        .max_size(size)
        // The one given back last has its process, and what it knows, still at hand.
        .queue_mode(QueueMode::Lifo)
        .wait_timeout(Some(WAIT))
        .create_timeout(Some(WAIT))
        .recycle_timeout(Some(WAIT))
        .runtime(Runtime::Tokio1)
        .build()
        .expect("building fails only when timeouts are set without a runtime, and one is set above");
    Ok(pool)
}
