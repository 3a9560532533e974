//! Which language a page is in: by choice, then by the browser, else English. Staff pages are English for the staff.

use actix_web::{HttpMessage as _, HttpRequest, http::header};

use super::sign_in::path_or_empty;
use crate::{
    language::Language,
    model::session::{Anonymous, Session},
};

/// The language of the answer to a request.
#[must_use]
pub fn of(req: &HttpRequest) -> Language {
    let extensions = req.extensions();
    let session = extensions.get::<Session>();
    if is_of_staff(req.path()) && session.is_some_and(|session| session.person.role.is_staff()) {
        return Language::English;
    }
    if let Some(session) = session {
        return Language::of(&session.person.locale);
    }
    let chosen = extensions.get::<Anonymous>().and_then(|here| here.language);
    chosen.or_else(|| Language::asked(req.headers().get(header::ACCEPT_LANGUAGE)?.to_str().ok()?)).unwrap_or_default()
}

/// Pages for the staff, which are written in English only.
#[must_use]
pub fn is_of_staff(path: &str) -> bool {
    ["/caseload", "/students", "/jobs", "/reports", "/requests", "/admin", "/dev"]
        .iter()
        .any(|start| path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// Whether a page offers the choice: not the staff's, and not the one that waits for a code, whose place in the cookie a
/// visitor's would take.
#[must_use]
pub fn is_offered(path: &str) -> bool {
    !is_of_staff(path) && path != "/sign-in/code"
}

/// Where a choice of language leads back to: the page it was made on.
#[must_use]
pub fn back(raw: &str) -> String {
    match path_or_empty(raw) {
        path if path.is_empty() => "/".to_owned(),
        path => path,
    }
}
