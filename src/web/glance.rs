//! HEAD and prefetch: nobody reads anything yet, so nothing is written down, and so nothing is shown.

use actix_web::{HttpRequest, HttpResponse, http::Method};

use super::{error::Error, page::Reply};

/// The answer to somebody who only asks whether a page is there; nothing for a reader. A prefetched page could be shown
/// later without asking us again, so there is none.
#[must_use]
pub fn answer(req: &HttpRequest) -> Option<Reply> {
    let is_prefetch = ["sec-purpose", "purpose"].iter().any(|name| {
        let value = req.headers().get(*name).and_then(|value| value.to_str().ok());
        value.is_some_and(|value| value.contains("prefetch"))
    });
    match *req.method() {
        _ if is_prefetch => Some(Err(Error::Busy)),
        Method::HEAD => Some(Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").finish())),
        _ => None,
    }
}
