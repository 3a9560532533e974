//! For the operator: is the process up, and can it do its work?

use actix_web::HttpResponse;

use super::{guard::Conn, page::Reply};
use crate::db;

/// The process is up.
///
/// # Errors
/// Never.
pub async fn healthz() -> Reply {
    Ok(HttpResponse::Ok().content_type("text/plain").body("up\n"))
}

/// The database answers and has all our migrations.
///
/// # Errors
/// 503 when it does not.
pub async fn readyz(mut conn: Conn) -> Reply {
    let pending = db::migrations::pending_on(&mut conn).await.map_err(|_| super::error::Error::Busy)?;
    if pending == 0 {
        Ok(HttpResponse::Ok().content_type("text/plain").body("ready\n"))
    } else {
        Ok(HttpResponse::ServiceUnavailable()
            .content_type("text/plain")
            .body(format!("{pending} migrations are pending\n")))
    }
}
