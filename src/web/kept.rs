//! A form that was sent when its session had run out, or that only sudo mode may send, is not lost: its fields travel in the
//! sign-in page, sealed for that person and that door, and come back to it. Nobody else can open them.

use actix_web::{
    HttpMessage as _, HttpRequest, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{Payload, ServiceRequest, ServiceResponse},
    http::{Method, StatusCode, header},
    middleware::Next,
    web::Bytes,
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use futures_util::StreamExt as _;
use serde::Deserialize;

use super::{session::Expired, state};
use crate::model::{
    id::PersonId,
    secret::{Seal, Secret},
    session::Session,
};

/// The query by which a form comes back.
const QUERY: &str = "kept";

/// The fields of the form being sent, as body.rs read them.
#[derive(Clone)]
pub struct Posted(pub Bytes);

/// The form being sent came back from the sign-in page: it is shown once more before anything is saved.
#[derive(Clone, Copy)]
pub struct CameBack;

/// Whether a request carries a form that comes back; it is then larger than any other.
#[must_use]
pub fn is_coming_back(query: &str) -> bool {
    query == QUERY
}

/// The fields of a form that cannot be taken now, sealed for whoever sent it; nothing where no form was sent.
#[must_use]
pub fn seal(req: &HttpRequest) -> String {
    let extensions = req.extensions();
    let owner = match (extensions.get::<Session>(), extensions.get::<Expired>()) {
        (Some(session), _) => session.person.id,
        (None, Some(Expired(person_id))) => *person_id,
        (None, None) => return String::new(),
    };
    let Some(Posted(fields)) = extensions.get::<Posted>().filter(|posted| !posted.0.is_empty()) else {
        return String::new();
    };
    let plain = [req.path().as_bytes(), b"\n", fields].concat();
    BASE64_URL_SAFE_NO_PAD.encode(state::shared(req).post.secret.seal(Seal::Form, owner.0, &plain))
}

/// The door and the fields in a seal, if it is this person's.
fn open(secret: &Secret, person_id: PersonId, sealed: &str) -> Option<(String, Bytes)> {
    let sealed = BASE64_URL_SAFE_NO_PAD.decode(sealed).ok()?;
    let plain = secret.open(Seal::Form, person_id.0, &sealed)?;
    let at = plain.iter().position(|byte| *byte == b'\n')?;
    let door = String::from_utf8(plain[..at].to_vec()).ok()?;
    Some((door, Bytes::from(plain).slice(at + 1..)))
}

/// The answer after signing in: back to the form with its fields, or on to `next`. With 307 the browser sends the sealed
/// fields to their door by itself.
#[must_use]
pub fn onward(req: &HttpRequest, person_id: PersonId, sealed: &str, next: &str) -> actix_web::HttpResponseBuilder {
    let (status, place) = match open(&state::shared(req).post.secret, person_id, sealed) {
        Some((door, _)) => (StatusCode::TEMPORARY_REDIRECT, format!("{door}?{QUERY}")),
        None => (StatusCode::SEE_OTHER, next.to_owned()),
    };
    let mut answer = HttpResponse::build(status);
    answer.insert_header((header::LOCATION, place));
    answer
}

#[derive(Deserialize)]
struct Sealed {
    #[serde(default)]
    kept: String,
}

/// Unpacks a form that comes back, so that its door reads it as it was sent. What is not this person's, or was sealed for
/// another door, leads to the start.
///
/// # Errors
/// Never one of its own.
pub async fn restore(
    mut req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if req.method() == Method::POST && is_coming_back(req.query_string()) {
        let mut payload = req.take_payload();
        // body.rs has read it whole: it is one piece.
        let body = match payload.next().await {
            Some(Ok(body)) => body,
            _ => Bytes::new(),
        };
        let owner = req.extensions().get::<Session>().map(|session| session.person.id);
        let form = serde_html_form::from_bytes::<Sealed>(&body).ok();
        let found = owner.zip(form).and_then(|(owner, form)| {
            open(&state::shared(req.request()).post.secret, owner, &form.kept).filter(|(door, _)| door == req.path())
        });
        let Some((_, fields)) = found else {
            return Ok(req.into_response(HttpResponse::SeeOther().insert_header((header::LOCATION, "/")).finish()));
        };
        req.extensions_mut().insert(Posted(fields.clone()));
        req.extensions_mut().insert(CameBack);
        req.set_payload(Payload::from(fields));
    }
    next.call(req).await.map(ServiceResponse::map_into_boxed_body)
}
