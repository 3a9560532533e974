//! The database: where it is, how to reach it, and how its tables come to be.
//!
//! `embedded` runs the machine's own Postgres when no address is set · `server` reads an address and opens one
//! connection, `tls` encrypts it · `pool` keeps connections open · `migrations` brings the tables up to date · `roles` holds
//! what the application may do with them · `slow` names statements that take
//! long · `backup` takes them away and brings them back.

pub mod backup;
pub mod embedded;
pub mod migrations;
pub mod pool;
pub mod roles;
pub mod server;
pub mod slow;
mod tls;

pub use embedded::{Embedded, StartError, default_data_dir};
pub use server::{AddressError, ConnectError, Server};

/// A few open connections to one database, shared by the requests of one worker.
pub type Pool = diesel_async::pooled_connection::deadpool::Pool<diesel_async::AsyncPgConnection>;

/// One connection lent by a [`Pool`]; it goes back when it is dropped.
pub type Conn = diesel_async::pooled_connection::deadpool::Object<diesel_async::AsyncPgConnection>;

/// Runs what blocks on a thread of its own, so that the runtime's threads go on.
async fn on_own_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
    }
}
