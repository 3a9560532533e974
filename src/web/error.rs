//! The ways a request fails. Each is a calm page with a way out, rendered in one place.

use actix_web::{
    HttpResponse, ResponseError,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{StatusCode, header},
    middleware::Next,
};
use askama::Template;

use super::{page::Frame, sign_in::way_in};
use crate::model;

/// Why a visitor gets something else than they asked for.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody is signed in here: sign in first, then go on.
    #[error("signed out")]
    SignedOut,
    /// What they want to do needs them to show once more that it is them.
    #[error("sudo first")]
    SudoFirst,
    /// Staff who have to set up their second factor before anything else.
    #[error("second factor first")]
    FactorFirst,
    /// A post from another site.
    #[error("forbidden")]
    Forbidden,
    /// Not there, or not theirs.
    #[error("not found")]
    NotFound,
    /// Changed by somebody else meanwhile.
    #[error("conflict")]
    Conflict,
    /// Too often; seconds to wait.
    #[error("too many")]
    TooMany(u32),
    /// A body we do not read.
    #[error("unsupported")]
    Unsupported,
    /// A body that is too large.
    #[error("too large")]
    TooLarge,
    /// A body that is not a form of ours.
    #[error("unreadable")]
    Unreadable,
    /// A body that did not arrive in time.
    #[error("too slow")]
    TooSlow,
    /// The database or the machine is away or full: try again.
    #[error("busy")]
    Busy,
    /// Our fault, with its cause.
    #[error("broken: {0:#}")]
    Broken(anyhow::Error),
}

impl From<model::error::Error> for Error {
    fn from(error: model::error::Error) -> Self {
        match error {
            model::error::Error::NotFound => Self::NotFound,
            model::error::Error::Conflict => Self::Conflict,
            model::error::Error::Busy => Self::Busy,
            model::error::Error::TooMany(seconds) => Self::TooMany(seconds),
            model::error::Error::Database(error) => error.into(),
        }
    }
}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind as Kind, Error as Cause};
        match error {
            Cause::NotFound => Self::NotFound,
            Cause::DatabaseError(
                Kind::ClosedConnection | Kind::UnableToSendCommand | Kind::SerializationFailure,
                _,
            ) => Self::Busy,
            // A connection that was lost between the work and its end.
            Cause::RollbackErrorOnCommit { .. } | Cause::BrokenTransactionManager => Self::Busy,
            // A form's key that is somebody else's, or another row's.
            Cause::DatabaseError(Kind::UniqueViolation, _) => Self::Conflict,
            // A statement that was cut off, a server that shuts down or is full: its message is all diesel hands on.
            Cause::DatabaseError(Kind::Unknown, ref info) if is_passing(info.message()) => Self::Busy,
            error => Self::Broken(error.into()),
        }
    }
}

/// Messages of Postgres's error classes 53, 55, 57 and 58, and of a connection that broke.
fn is_passing(message: &str) -> bool {
    [
        "terminating connection",
        "statement timeout",
        "lock timeout",
        "deadlock detected",
        "the database system is",
        "too many clients",
        "remaining connection slots",
        "No space left",
        "could not extend file",
        "connection closed",
        "error communicating with the server",
        "not currently accepting connections",
        // In the words of pgbouncer, when the server behind it is away or full.
        "server conn crashed",
        "server login has been failing",
        "pgbouncer cannot connect to server",
        "query_wait_timeout",
        "no more connections allowed",
        // A leader that has become a follower.
        "read-only transaction",
        "recovery is in progress",
        "during recovery",
        "conflict with recovery",
    ]
    .iter()
    .any(|part| message.contains(part))
}

impl From<diesel_async::pooled_connection::deadpool::PoolError> for Error {
    fn from(error: diesel_async::pooled_connection::deadpool::PoolError) -> Self {
        metrics::counter!("signpost_connections_refused_total").increment(1);
        tracing::warn!(error = %error, "no database connection");
        Self::Busy
    }
}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        Self::Broken(error)
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Broken(error.into())
    }
}

/// Which error page a bare response asks for.
#[derive(Clone, Copy)]
struct Asked(&'static str);

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::SignedOut | Self::SudoFirst | Self::FactorFirst => StatusCode::SEE_OTHER,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Conflict => StatusCode::CONFLICT,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unsupported => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        let mut response = HttpResponse::build(self.status_code());
        let key = match self {
            Self::SignedOut => "signed-out",
            Self::SudoFirst => "sudo-first",
            Self::FactorFirst => "factor-first",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::Conflict => "conflict",
            Self::TooMany(seconds) => {
                response.insert_header((header::RETRY_AFTER, seconds.to_string()));
                "too-many"
            }
            Self::Unsupported => "unsupported",
            Self::TooLarge => "too-large",
            Self::Unreadable => "unreadable",
            Self::TooSlow => "too-slow",
            Self::Busy => {
                response.insert_header((header::RETRY_AFTER, "5"));
                "busy"
            }
            Self::Broken(cause) => {
                tracing::error!(cause = format!("{cause:#}"), "broken");
                "broken"
            }
        };
        let mut response = response.finish();
        response.extensions_mut().insert(Asked(key));
        response
    }
}

/// The page of an error: its words are `error-{key}-title`, `-text`.
#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    frame: Frame,
    key: &'static str,
    seconds: Option<u32>,
    reference: Option<String>,
}

impl ErrorPage {
    fn title(&self) -> String {
        self.frame.t.say(&format!("error-{}-title", self.key)).to_string()
    }

    fn text(&self) -> String {
        let seconds = self.seconds.unwrap_or(0);
        self.frame.t.say(&format!("error-{}-text", self.key)).set("seconds", seconds).to_string()
    }
}

/// Turns a bare error into its page; somebody who is not signed in goes to sign in and comes back.
///
/// # Errors
/// Never one of its own.
pub async fn pages(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    // The layers inside answer instead of failing, and the request must not be held while actix routes it.
    let response = next.call(req).await?.map_into_boxed_body();
    let http = response.request().clone();
    let asked = response.response().extensions().get::<Asked>().copied();
    let status = response.status();
    // Such as the page of a dead link, which is a 404 with a way out of its own.
    let is_page =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let key = match asked {
        Some(Asked(key)) => key,
        None if is_page => return Ok(response),
        // What actix itself answers: a malformed address or request.
        None if status == StatusCode::BAD_REQUEST || status == StatusCode::NOT_FOUND => "not-found",
        None => return Ok(response),
    };
    let first = match key {
        "signed-out" => Some(way_in::sign_in(&http).await),
        "sudo-first" => Some(way_in::again(&http).await),
        "factor-first" => Some(way_in::second_factor(&http)),
        _ => None,
    };
    if let Some(first) = first {
        return Ok(response.into_response(first));
    }
    let mut frame = Frame::of(&http).await;
    // Every absent page is the same bytes: none of the header's links is where one is.
    frame.nav.iter_mut().for_each(|item| item.current = false);
    frame.here.clear();
    let retry = response.headers().get(header::RETRY_AFTER).cloned();
    let page = ErrorPage {
        frame,
        key,
        seconds: retry.as_ref().and_then(|value| value.to_str().ok()?.parse().ok()),
        reference: (status.is_server_error()).then(|| super::headers::request_id(&http)),
    };
    let status = if status == StatusCode::BAD_REQUEST { StatusCode::NOT_FOUND } else { status };
    let mut answer = HttpResponse::build(status);
    if let Some(retry) = retry {
        answer.insert_header((header::RETRY_AFTER, retry));
    }
    let body = page.render().unwrap_or_else(|_| page.key.to_owned());
    Ok(response.into_response(answer.content_type("text/html; charset=utf-8").body(body)))
}

/// The answer at addresses that do not exist.
///
/// # Errors
/// Always [`Error::NotFound`].
pub async fn nowhere() -> super::page::Reply {
    Err(Error::NotFound)
}
