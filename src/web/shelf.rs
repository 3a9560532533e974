//! Public pages that were rendered before: kept as bytes until something in them changes, for visitors who bring no cookie.
//!
//! Such a page depends on its address, the language, the day and the content. Which content it is, one number says; it is
//! asked for at most once a second, and never while the database is away: then the page is asked for as ever. Pages that
//! are somebody's own have parts that are everybody's; those are read once, too, and kept as values.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, RwLock},
    time::{Duration, Instant},
};

use actix_web::{
    HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method, StatusCode,
        header::{self, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Bytes,
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use diesel_async::AsyncPgConnection;
use jiff::{Timestamp, civil::Date};
use sha2::{Digest as _, Sha256};

use super::{
    error::Error,
    language, packed,
    state::{self, Shared},
};
use crate::{db::Pool, language::Language, model::content_state::ContentState};

/// Addresses, languages and codings together; there are some thirty public pages.
const MOST: usize = 400;
/// What is kept of a page's headers; the others are set on every answer.
const KEPT: [HeaderName; 3] = [header::CONTENT_TYPE, header::CONTENT_ENCODING, header::VARY];

#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    path: String,
    language: Language,
    is_packed: bool,
    day: Date,
}

struct Page {
    content: ContentState,
    tag: HeaderValue,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
}

/// Something read of the content, and of which.
type Value = (ContentState, Arc<dyn Any + Send + Sync>);

/// The pages of this process.
pub struct Shelf {
    /// How old the answer to "what content is it" may be.
    fresh: Duration,
    content: RwLock<Option<(Instant, ContentState)>>,
    pages: RwLock<HashMap<Key, Arc<Page>>>,
    values: RwLock<HashMap<(TypeId, String), Value>>,
}

impl Shelf {
    /// An empty one.
    #[must_use]
    pub fn new(fresh: Duration) -> Self {
        let (content, pages, values) = (RwLock::default(), RwLock::default(), RwLock::default());
        Self { fresh, content, pages, values }
    }

    /// The content as it was when it was asked for, where that is not long ago.
    fn content_known(&self) -> Option<ContentState> {
        let (at, content) = self.content.read().ok().and_then(|known| *known)?;
        (at.elapsed() < self.fresh).then_some(content)
    }

    /// Asks for the content as it is now. Where it is another one than before, `forget` comes before anybody else knows.
    async fn ask(&self, conn: &mut AsyncPgConnection, forget: impl Fn()) -> Result<ContentState, Error> {
        let before = self.content.read().ok().and_then(|known| *known).map(|(_, content)| content);
        let asked_at = Instant::now();
        let content = ContentState::now(conn).await?;
        if before != Some(content) {
            forget();
        }
        if let Ok(mut known) = self.content.write() {
            *known = Some((asked_at, content));
        }
        Ok(content)
    }

    async fn content(&self, pool: &Pool, forget: impl Fn()) -> Result<ContentState, Error> {
        match self.content_known() {
            Some(content) => Ok(content),
            None => self.ask(&mut *pool.get().await?, forget).await,
        }
    }

    /// What `read` gives of the content, read once as long as the content is the same. `key` tells it from others of its
    /// type; it is of nobody.
    ///
    /// # Errors
    /// As `read`, or when the database fails.
    pub async fn kept<T: Send + Sync + 'static>(
        shared: &Shared,
        key: String,
        conn: &mut AsyncPgConnection,
        read: impl AsyncFnOnce(&mut AsyncPgConnection) -> Result<T, Error>,
    ) -> Result<Arc<T>, Error> {
        let shelf = &shared.shelf;
        let content = match shelf.content_known() {
            Some(content) => content,
            None => shelf.ask(conn, || shared.forget_setting()).await?,
        };
        let key = (TypeId::of::<T>(), key);
        let known = shelf.values.read().ok().and_then(|values| values.get(&key).cloned());
        let value = known.filter(|(of, _)| *of == content).and_then(|(_, value)| value.downcast().ok());
        if let Some(value) = value {
            return Ok(value);
        }
        // Asked for before it is read: at worst it is newer than it is said to be, and read once more.
        let value = Arc::new(read(conn).await?);
        if let Ok(mut values) = shelf.values.write() {
            if values.len() >= MOST {
                values.clear();
            }
            values.insert(key, (content, value.clone()));
        }
        Ok(value)
    }

    fn find(&self, key: &Key, content: ContentState) -> Option<Arc<Page>> {
        self.pages.read().ok()?.get(key).filter(|page| page.content == content).cloned()
    }

    fn put(&self, key: Key, page: &Arc<Page>) {
        if let Ok(mut pages) = self.pages.write() {
            if pages.len() >= MOST {
                pages.clear();
            }
            pages.insert(key, page.clone());
        }
    }
}

/// Whether a page is the same for every visitor.
fn is_public(req: &ServiceRequest) -> bool {
    const ALONE: [&str; 10] = [
        "/",
        "/compare",
        "/programs",
        "/sources",
        "/how-scoring-works",
        "/privacy",
        "/cookies",
        "/accessibility",
        "/disclosures",
        "/rights",
    ];
    let path = req.path();
    let is_one = ALONE.contains(&path) || path.starts_with("/careers/") || path.starts_with("/programs/");
    is_one
        && *req.method() == Method::GET
        && req.query_string().is_empty()
        // Spelled in one way, so that nobody fills the shelf with others.
        && !path.contains('%')
        && !req.headers().contains_key(header::COOKIE)
}

/// Answers from the shelf where it can; a browser that has the page already gets only word that it is still right.
///
/// # Errors
/// Never one of its own.
pub async fn serve(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let shared = state::shared(req.request()).clone();
    let day = shared.setting_last_known().map(|setting| setting.local(Timestamp::now()).date());
    let Some(day) = day.filter(|_| is_public(&req)) else { return Ok(next.call(req).await?.map_into_boxed_body()) };
    let pool = state::pool(req.request()).clone();
    let content = shared.shelf.content(&pool, || shared.forget_setting()).await;
    // A page that had to do with the settings of before must not stay.
    let (Ok(content), Ok(_)) = (content, shared.setting(&pool).await) else {
        return Ok(next.call(req).await?.map_into_boxed_body());
    };
    let key = Key {
        path: req.path().to_owned(),
        language: language::of(req.request()),
        is_packed: packed::takes_brotli(req.headers()),
        day,
    };
    if let Some(page) = shared.shelf.find(&key, content) {
        let answer = page.answer(&req);
        return Ok(req.into_response(answer));
    }
    let asked = req.headers().get(header::IF_NONE_MATCH).cloned();
    let response = next.call(req).await?.map_into_boxed_body();
    Ok(keep(response, key, content, asked.as_ref(), &shared.shelf))
}

/// Puts a page that was just rendered on the shelf.
fn keep(
    response: ServiceResponse<BoxBody>,
    key: Key,
    content: ContentState,
    asked: Option<&HeaderValue>,
    shelf: &Shelf,
) -> ServiceResponse<BoxBody> {
    let kind = response.headers().get(header::CONTENT_TYPE);
    let is_page = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if response.status() != StatusCode::OK || !is_page || response.headers().contains_key(header::SET_COOKIE) {
        return response;
    }
    let (request, response) = response.into_parts();
    let (head, body) = response.into_parts();
    let body = match body.try_into_bytes() {
        Ok(body) => body,
        Err(stream) => return ServiceResponse::new(request, head.set_body(stream)),
    };
    let headers = KEPT.iter().filter_map(|name| Some((name.clone(), head.headers().get(name)?.clone()))).collect();
    let tag = format!("\"{}\"", BASE64_URL_SAFE_NO_PAD.encode(&Sha256::digest(&body)[..12]));
    let tag = HeaderValue::from_str(&tag).expect("letters, digits and quotes");
    let page = Arc::new(Page { content, tag, headers, body });
    shelf.put(key, &page);
    ServiceResponse::new(request, page.response(asked))
}

impl Page {
    fn answer(&self, req: &ServiceRequest) -> HttpResponse {
        self.response(req.headers().get(header::IF_NONE_MATCH))
    }

    fn response(&self, asked: Option<&HeaderValue>) -> HttpResponse {
        let is_known = asked.is_some_and(|asked| is_among(asked, &self.tag));
        let mut answer = HttpResponse::build(if is_known { StatusCode::NOT_MODIFIED } else { StatusCode::OK });
        answer.insert_header((header::ETAG, self.tag.clone()));
        for (name, value) in &self.headers {
            if !is_known || *name == header::VARY {
                answer.insert_header((name.clone(), value.clone()));
            }
        }
        if is_known { answer.finish() } else { answer.body(self.body.clone()) }
    }
}

/// Whether a browser named this tag as one it has. Weak or not makes no difference to a reader.
fn is_among(asked: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(asked), Ok(tag)) = (asked.to_str(), tag.to_str()) else { return false };
    asked.split(',').map(|one| one.trim().trim_start_matches("W/")).any(|one| one == tag || one == "*")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_names_what_it_has_in_several_ways() {
        let tag = HeaderValue::from_static("\"abc\"");
        for asked in ["\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "*"] {
            assert!(is_among(&HeaderValue::from_static(asked), &tag), "{asked}");
        }
        for asked in ["\"abcd\"", "abc", ""] {
            assert!(!is_among(&HeaderValue::from_static(asked), &tag), "{asked}");
        }
    }
}
