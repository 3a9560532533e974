//! Who is asking: looked up once a request, before guards and handlers, and the connection is given back at once.

use std::net::IpAddr;

use actix_web::{
    HttpMessage as _, HttpRequest, HttpResponseBuilder,
    body::{BoxBody, MessageBody},
    cookie::{Cookie, SameSite},
    dev::{ServiceRequest, ServiceResponse},
    http::header,
    middleware::Next,
};

use super::{error::Error, state};
use crate::{
    config::Config,
    db::Pool,
    model::{
        id::PersonId,
        session::{self, Behind},
        token::Token,
    },
};

/// The one cookie. On https its name makes browsers refuse it from anywhere but this host.
#[must_use]
pub fn cookie_name(config: &Config) -> &'static str {
    if config.is_https() { "__Host-sid" } else { "sid" }
}

/// The session's token in the cookie of a request.
#[must_use]
pub fn cookie(req: &HttpRequest) -> Option<Token> {
    Token::given(req.cookie(cookie_name(&state::shared(req).config))?.value())
}

fn baked<'a>(config: &Config, value: String) -> Cookie<'a> {
    Cookie::build(cookie_name(config), value)
        .http_only(true)
        .same_site(SameSite::Lax)
        .path("/")
        .secure(config.is_https())
        .finish()
}

/// Puts a session's token into the browser.
pub fn put(answer: &mut HttpResponseBuilder, config: &Config, token: &Token) {
    answer.cookie(baked(config, token.expose().to_owned()));
}

/// Takes it out again, with everything the browser kept of us.
pub fn take_out(answer: &mut HttpResponseBuilder, config: &Config) {
    let mut cookie = baked(config, String::new());
    cookie.make_removal();
    answer.cookie(cookie);
    answer.insert_header((header::CLEAR_SITE_DATA, "\"cache\", \"cookies\", \"storage\""));
}

/// Lays the session behind the cookie into the request. Files of ours need nobody.
///
/// # Errors
/// 503 when the database is away.
pub async fn load(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if !req.path().starts_with("/static/")
        && let Some(token) = cookie(req.request())
    {
        match behind(&token, state::pool(req.request())).await {
            Ok(Behind::Somebody(session)) => drop(req.extensions_mut().insert(*session)),
            Ok(Behind::Visitor(here)) => drop(req.extensions_mut().insert(here)),
            Ok(Behind::Expired(person_id)) => drop(req.extensions_mut().insert(Expired(person_id))),
            Ok(Behind::Nobody) => {}
            Err(error) => return Ok(req.error_response(error)),
        }
    }
    next.call(req).await.map(ServiceResponse::map_into_boxed_body)
}

async fn behind(token: &Token, pool: &Pool) -> Result<Behind, Error> {
    let mut conn = pool.get().await?;
    Ok(session::behind(token, &mut conn).await?)
}

/// Whose session ran out: nobody is signed in by it.
#[derive(Clone, Copy)]
pub struct Expired(pub PersonId);

/// Where a request comes from. What proxies say counts only from the configured ones, read from the nearest outwards.
#[must_use]
pub fn ip_of(req: &HttpRequest) -> IpAddr {
    let config = &state::shared(req).config;
    let peer = req.peer_addr().map_or(IpAddr::from([0, 0, 0, 0]), |peer| peer.ip());
    let is_trusted = |ip: &IpAddr| config.trusted_proxies.iter().any(|proxy| proxy.contains(&ip.to_canonical()));
    let mut ip = peer;
    let said =
        req.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok()).collect::<Vec<_>>().join(",");
    for hop in said.rsplit(',') {
        if !is_trusted(&ip) {
            break;
        }
        match hop.trim().parse() {
            Ok(next) => ip = next,
            Err(_) => break,
        }
    }
    ip
}

/// What the browser calls itself, for the list of devices.
#[must_use]
pub fn device_of(req: &HttpRequest) -> String {
    req.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}
