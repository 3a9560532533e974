//! Refuses posts from other sites. Browsers say where a request comes from; one that says nothing is no browser, and then
//! it must not carry a session.

use actix_web::{
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{Method, header},
    middleware::Next,
};

use super::{error::Error, session, state};
use crate::config::Environment;

/// Lets reads and our own pages' posts through.
///
/// # Errors
/// 403 as a page.
pub async fn check(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if matches!(*req.method(), Method::GET | Method::HEAD | Method::OPTIONS) || is_ours(&req) {
        next.call(req).await.map(ServiceResponse::map_into_boxed_body)
    } else {
        Ok(req.error_response(Error::Forbidden))
    }
}

fn is_ours(req: &ServiceRequest) -> bool {
    let text = |name| req.headers().get(name).map(|value| value.to_str().unwrap_or("unreadable").to_owned());
    let config = &state::shared(req.request()).config;
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return site == "same-origin" || site == "none";
    }
    if let Some(origin) = text(header::ORIGIN) {
        if origin == config.base() {
            return true;
        }
        // At a desk one opens localhost, 127.0.0.1 or another port of it.
        let host = text(header::HOST).unwrap_or_default();
        let name = host.rsplit_once(':').map_or(host.as_str(), |(name, _)| name);
        let is_loopback = matches!(name, "localhost" | "127.0.0.1" | "[::1]");
        return config.env == Environment::Development && is_loopback && origin == format!("http://{host}");
    }
    session::cookie(req.request()).is_none()
}
