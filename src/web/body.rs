//! Bodies: read in time, not too large, of a kind we know, before any handler or guard runs.

use std::time::Duration;

use actix_web::{
    body::{BoxBody, MessageBody},
    dev::{Payload, ServiceRequest, ServiceResponse},
    http::{Method, header},
    middleware::Next,
    web::{Bytes, BytesMut},
};
use futures_util::StreamExt as _;

use super::{
    error::Error,
    kept::{self, Posted},
    upload,
};

/// Most forms are small.
const SMALL: usize = 64 * 1024;
/// Notes, advice, pages and letters are written at length.
const LARGE: usize = 512 * 1024;
/// A form that comes back is sealed and spelled in base64, a third longer than it was.
pub const KEPT: usize = LARGE / 3 * 4 + SMALL;
/// In bytes.
const LONGEST_ADDRESS: usize = 8 * 1024;
const DEADLINE: Duration = Duration::from_secs(10);

fn limit(path: &str, query: &str) -> usize {
    let is_written = |path: &str| path.contains("/notes") || path.ends_with("/drafts") || path.ends_with("/advice");
    let is_batch = |path: &str| ["/letters", "/notes", "/follow-ups"].iter().any(|last| path.ends_with(last));
    let is_long = path.starts_with("/admin/pages/")
        || path == "/admin/outcomes"
        || (path.starts_with("/caseload/selections/") && is_batch(path))
        || (path.starts_with("/students/") && is_written(path));
    if path.starts_with("/sign-in") || kept::is_coming_back(query) {
        KEPT
    } else if is_long {
        LARGE
    } else {
        SMALL
    }
}

/// Reads the body and hands it on whole. Compressed bodies are refused unread: unpacking one can cost any amount.
///
/// # Errors
/// 408, 413, 415 as pages.
pub async fn read(
    mut req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    // A NUL cannot be stored or looked for, and no address of ours is that long.
    let address = req.uri().path_and_query().map_or("", |address| address.as_str());
    if address.len() > LONGEST_ADDRESS || address.contains("%00") {
        return Ok(req.error_response(Error::NotFound));
    }
    let encoded = req.headers().get(header::CONTENT_ENCODING).is_some_and(|value| value != "identity");
    if encoded {
        return Ok(req.error_response(Error::Unsupported));
    }
    // A file is read behind its door's guard, piece by piece.
    if upload::is_taken_at(req.path()) && kind_of(&req).eq_ignore_ascii_case("multipart/form-data") {
        return next.call(req).await.map(ServiceResponse::map_into_boxed_body);
    }
    if !matches!(*req.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        let limit = limit(req.path(), req.query_string());
        let announced =
            req.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
        if announced.is_some_and(|length| length > limit) {
            return Ok(req.error_response(Error::TooLarge));
        }
        let body = tokio::time::timeout(DEADLINE, collect(actix_web::HttpMessage::take_payload(&mut req), limit)).await;
        let body = match body.unwrap_or(Err(Error::TooSlow)) {
            Ok(body) => body,
            Err(error) => return Ok(req.error_response(error)),
        };
        if !body.is_empty() && !kind_of(&req).eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Ok(req.error_response(Error::Unsupported));
        }
        actix_web::HttpMessage::extensions_mut(&req).insert(Posted(body.clone()));
        req.set_payload(Payload::from(body));
    }
    next.call(req).await.map(ServiceResponse::map_into_boxed_body)
}

/// What the body says it is.
fn kind_of(req: &ServiceRequest) -> String {
    let kind = req.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().to_owned()
}

async fn collect(mut payload: Payload, limit: usize) -> Result<Bytes, Error> {
    let mut body = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Error::Unreadable)?;
        if body.len() + chunk.len() > limit {
            return Err(Error::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}
