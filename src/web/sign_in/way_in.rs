//! Where somebody goes who may not go on yet: to sign in, to show once more that it is them, to set up a second factor. Each
//! leads back; a form that was sent comes back with its fields.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
};
use askama::Template;

use super::{New, again::Again, path_or_empty};
use crate::web::{form::Errors, kept, page::Frame, state};

/// To the sign-in page, and back to where somebody wanted to go.
pub async fn sign_in(req: &HttpRequest) -> HttpResponse {
    if is_script(req) {
        return HttpResponse::Unauthorized().insert_header((header::WWW_AUTHENTICATE, "Cookie")).finish();
    }
    let kept = kept::seal(req);
    if kept.is_empty() {
        return see_other(&with_next("/sign-in", &wanted(req)));
    }
    let (frame, next) = (Frame::of(req).await, wanted(req));
    in_place(&New { frame, email: String::new(), next, kept, errors: Errors::default(), is_back_soon: true })
}

/// Whether our script sent a tap: it tells the reader by itself, and keeps the answer until they are back.
fn is_script(req: &HttpRequest) -> bool {
    req.headers().get(header::ACCEPT).is_some_and(|accept| accept == "text/plain")
}

/// To the page that asks once more, and back.
pub async fn again(req: &HttpRequest) -> HttpResponse {
    let kept = kept::seal(req);
    if kept.is_empty() {
        return see_other(&with_next("/sign-in/again", &wanted(req)));
    }
    let (frame, next) = (Frame::of(req).await, wanted(req));
    in_place(&Again::asked(req, frame, next, kept))
}

/// To the page that sets the second factor up.
#[must_use]
pub fn second_factor(req: &HttpRequest) -> HttpResponse {
    see_other(&with_next("/account/second-factor", &wanted(req)))
}

/// A page in place of the answer to a form: the form is in it. 401, so that a script does not take it for saved.
fn in_place(page: &impl Template) -> HttpResponse {
    match page.render() {
        Ok(body) => HttpResponse::build(StatusCode::UNAUTHORIZED)
            .insert_header((header::WWW_AUTHENTICATE, "Cookie"))
            .content_type("text/html; charset=utf-8")
            .body(body),
        Err(error) => actix_web::ResponseError::error_response(&crate::web::error::Error::from(error)),
    }
}

fn see_other(place: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, place)).finish()
}

/// An address with the way onward in its query.
#[must_use]
pub fn with_next(path: &str, next: &str) -> String {
    match next {
        "" => path.to_owned(),
        next => format!("{path}?{}", serde_html_form::to_string([("next", next)]).unwrap_or_default()),
    }
}

/// Where they wanted to go. A form cannot be sent again by going back to it, so a post leads to the page it stood on.
#[must_use]
pub fn wanted(req: &HttpRequest) -> String {
    let wanted = if req.method().is_safe() {
        req.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned()
    } else {
        referring_path(req).unwrap_or_default()
    };
    path_or_empty(&wanted)
}

/// The page they are on, as a choice of language leads back to it. A way onward in its query stays when it is one of ours.
#[must_use]
pub fn here(req: &HttpRequest) -> String {
    let wanted = wanted(req);
    match wanted.split_once('?') {
        Some((path, query)) if path.starts_with("/sign-in") => {
            let pairs = serde_html_form::from_str::<Vec<(String, String)>>(query).unwrap_or_default();
            let next = pairs.into_iter().find(|(name, _)| name == "next").map(|(_, next)| path_or_empty(&next));
            with_next(path, &next.unwrap_or_default())
        }
        _ => wanted,
    }
}

fn referring_path(req: &HttpRequest) -> Option<String> {
    let from = req.headers().get(header::REFERER)?.to_str().ok()?;
    let config = &state::shared(req).config;
    from.strip_prefix(&config.base()).filter(|rest| rest.starts_with('/')).map(str::to_owned)
}
