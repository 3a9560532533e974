//! For the operator: is the process up, and can it do its work?

use std::sync::atomic::Ordering;

use actix_web::{HttpRequest, HttpResponse};

use super::{guard::Conn, page::Reply, state};
use crate::db;

/// The process is up.
///
/// # Errors
/// Never.
pub async fn healthz() -> Reply {
    Ok(HttpResponse::Ok().content_type("text/plain").body("up\n"))
}

/// The database answers and has all our migrations, and this instance is not about to stop.
///
/// # Errors
/// 503 when it is not so.
pub async fn readyz(req: HttpRequest, mut conn: Conn) -> Reply {
    if state::shared(&req).leaving.load(Ordering::Relaxed) {
        return Ok(HttpResponse::ServiceUnavailable().content_type("text/plain").body("about to stop\n"));
    }
    let pending = db::migrations::pending_on(&mut conn).await.map_err(|_| super::error::Error::Busy)?;
    if pending == 0 {
        Ok(HttpResponse::Ok().content_type("text/plain").body("ready\n"))
    } else {
        Ok(HttpResponse::ServiceUnavailable()
            .content_type("text/plain")
            .body(format!("{pending} migrations are pending\n")))
    }
}
