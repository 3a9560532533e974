//! Headers on every answer, errors too, and the id that ties an answer to its line in the log.

use std::time::{Duration, Instant};

use actix_web::{
    HttpMessage as _, HttpRequest,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method, StatusCode,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
};
use tracing::Instrument as _;
use uuid::Uuid;

use super::{language, state};
use crate::model::{
    audit,
    session::{Anonymous, Session},
};

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; font-src 'self'; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Of the one page that frames a letter of ours: the same, and the frame.
#[must_use]
pub fn framing() -> String {
    format!("{POLICY}; frame-src 'self'")
}

/// Of a letter's HTML in that frame: its styles stand in its tags, and it can do nothing.
pub const OF_A_LETTER: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

static ALWAYS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // With no-referrer browsers would post `Origin: null` from the pages behind one-time links.
    (header::REFERRER_POLICY, "same-origin"),
    (header::PERMISSIONS_POLICY, ""),
    (header::CROSS_ORIGIN_OPENER_POLICY, "same-origin"),
    (header::CROSS_ORIGIN_RESOURCE_POLICY, "same-origin"),
];

#[derive(Clone, Copy)]
struct RequestId(Uuid);

/// The id of a request, as its answer's `X-Request-Id` tells it.
#[must_use]
pub fn request_id(req: &HttpRequest) -> String {
    req.extensions().get::<RequestId>().map(|id| id.0.to_string()).unwrap_or_default()
}

/// Gives the request its id, sets the headers, writes the line in the log: what, how long, which answer; no address, no name.
///
/// # Errors
/// Never one of its own.
pub async fn set(
    req: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let started = Instant::now();
    let id = RequestId(Uuid::now_v7());
    req.extensions_mut().insert(id);
    let is_https = state::shared(req.request()).config.is_https();
    let span = tracing::info_span!("request", id = %id.0);
    let mut response = audit::during(id.0, next.call(req)).instrument(span).await?;

    let request = response.request().clone();
    let is_somebodys =
        request.extensions().get::<Session>().is_some() || request.extensions().get::<Anonymous>().is_some();
    let is_private = is_somebodys || is_sign_in(request.path());
    // The sign-in page in place of the answer to a form.
    let is_private = is_private || response.status() == actix_web::http::StatusCode::UNAUTHORIZED;
    let is_page =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let headers = response.headers_mut();
    if is_page {
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language::of(&request).code()));
        varies(headers, "accept-language, cookie");
    }
    for (name, value) in &ALWAYS {
        if !headers.contains_key(name) {
            headers.insert(name.clone(), HeaderValue::from_static(value));
        }
    }
    if is_https {
        headers
            .insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000; includeSubDomains"));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers
            .insert(header::CACHE_CONTROL, HeaderValue::from_static(if is_private { "no-store" } else { "no-cache" }));
    }
    if let Ok(value) = HeaderValue::from_str(&id.0.to_string()) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
    tell(&request, id, response.status(), started.elapsed());
    Ok(response)
}

/// The line in the log, and the numbers.
fn tell(request: &HttpRequest, id: RequestId, status: StatusCode, took: Duration) {
    let (method, door) = (spelled(request.method()), request.match_pattern().unwrap_or_default());
    let ms = took.as_secs_f64() * 1000.0;
    tracing::info!(request = %id.0, method, door, status = status.as_u16(), ms, "answered");
    metrics::histogram!("signpost_request_seconds", "door" => door.clone()).record(took);
    let status = status.as_u16().to_string();
    metrics::counter!("signpost_requests_total", "door" => door, "method" => method, "status" => status).increment(1);
}

/// A method of ours by its name; whoever invents others makes no more numbers by it.
fn spelled(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

/// Says what else a page depends on, in the one header that there is of it.
pub fn varies(headers: &mut HeaderMap, names: &str) {
    let others = headers.get(header::VARY).and_then(|value| value.to_str().ok());
    let all = others.map_or(names.to_owned(), |others| format!("{others}, {names}"));
    if let Ok(all) = HeaderValue::from_str(&all) {
        headers.insert(header::VARY, all);
    }
}

/// Pages before sign-in that must not stay in a shared computer's cache.
fn is_sign_in(path: &str) -> bool {
    ["/questions", "/sign-in", "/register", "/verify", "/password", "/invitations", "/account", "/s/"]
        .iter()
        .any(|start| path.starts_with(start))
}
