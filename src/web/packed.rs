//! Packs pages with brotli for browsers that take it: a phone on a weak network waits for bytes, not for us.

use actix_web::{
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method, StatusCode,
        header::{self, HeaderMap, HeaderValue},
    },
    middleware::Next,
    web::Bytes,
};

use super::{headers, session};

/// Under this a page gains nothing.
const WORTH_IT: usize = 1024;
/// Of the eleven degrees the one that makes a page a quarter of its size in a third of a millisecond.
const QUALITY: i32 = 3;
/// For what everybody reads and the shelf keeps: a sixth smaller again, for some milliseconds once.
const QUALITY_OF_PUBLIC: i32 = 8;

/// The windows that every browser reads, as powers of two (RFC 7932, 9.1).
const SMALLEST_WINDOW: i32 = 16;
const LARGEST_WINDOW: i32 = 22;

/// Whether the browser takes brotli.
#[must_use]
pub fn takes_brotli(headers: &HeaderMap) -> bool {
    let said = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    said.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let weight = |part: &str| part.strip_prefix("q=").and_then(|q| q.parse::<f32>().ok());
        parts.next() == Some("br") && parts.find_map(weight).is_none_or(|weight| weight > 0.0)
    })
}

/// Packs bytes.
#[must_use]
pub fn pack(bytes: &[u8], quality: i32) -> Vec<u8> {
    let mut packed = Vec::with_capacity(bytes.len() / 3);
    // A window no larger than what is in it: four megabytes of zeros took longer than packing a page.
    let window = usize::BITS - bytes.len().leading_zeros();
    let lgwin = i32::try_from(window).unwrap_or(LARGEST_WINDOW).clamp(SMALLEST_WINDOW, LARGEST_WINDOW);
    let params = brotli::enc::BrotliEncoderParams { quality, lgwin, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params).expect("writing to memory works");
    packed
}

/// Packs the page on its way out. A page for somebody signed in is packed only where the browser says that no other site
/// made it ask: who can choose what a page repeats and sees how long the packed page is could guess the rest of it (BREACH).
///
/// # Errors
/// Never one of its own.
pub async fn pages(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let is_ours = req.headers().get("sec-fetch-site").is_some_and(|site| site == "same-origin" || site == "none");
    let is_public = session::cookie(req.request()).is_none();
    let may_pack = takes_brotli(req.headers()) && (is_ours || is_public);
    let quality = if is_public { QUALITY_OF_PUBLIC } else { QUALITY };
    let is_head = req.method() == Method::HEAD;
    let mut response = next.call(req).await?.map_into_boxed_body();

    let is_page =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let is_packed = response.headers().contains_key(header::CONTENT_ENCODING);
    if !is_page || is_packed || response.status() == StatusCode::NOT_MODIFIED {
        return Ok(response);
    }
    headers::varies(response.headers_mut(), "accept-encoding");
    if !may_pack || is_head {
        return Ok(response);
    }
    let mut packed = false;
    let mut response = response.map_body(|_, body| match body.try_into_bytes() {
        Ok(bytes) if bytes.len() >= WORTH_IT => {
            packed = true;
            BoxBody::new(Bytes::from(pack(&bytes, quality)))
        }
        Ok(bytes) => BoxBody::new(bytes),
        Err(stream) => stream,
    });
    if packed {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_takes_is_read_as_it_says_it() {
        let takes = |said: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(said));
            takes_brotli(&headers)
        };
        assert!(takes("gzip, deflate, br, zstd") && takes("br") && takes("br;q=0.5, gzip"));
        assert!(!takes("gzip") && !takes("") && !takes("br;q=0") && !takes("br; q=0.000") && !takes("brotli"));
        assert!(!takes_brotli(&HeaderMap::new()));
    }

    #[test]
    fn a_packed_page_is_the_page() {
        let page = "<p>Health informatics</p>".repeat(400);
        let packed = pack(page.as_bytes(), QUALITY);
        assert!(packed.len() < page.len() / 10);
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut unpacked).expect("it was packed just now");
        assert_eq!(unpacked, page.as_bytes());
    }
}
