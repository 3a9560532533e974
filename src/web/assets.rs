//! Files of ours: one style sheet, one script, fonts, icons. A name carries its content's hash, so browsers keep them for
//! good; each is packed with brotli once.

use std::{
    collections::BTreeMap,
    sync::{LazyLock, OnceLock},
};

use actix_web::{HttpRequest, HttpResponse, http::header, web::Path};
use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};

use super::{
    error::Error,
    packed::{pack, takes_brotli},
    page::Reply,
};

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

/// The layers of the style sheet, in their order; they are served as one file.
const LAYERS: [&str; 6] = ["tokens", "base", "layout", "parts", "screens", "print"];

/// As small as it goes: it is done once.
const QUALITY: i32 = 11;

struct Asset {
    kind: &'static str,
    bytes: Vec<u8>,
    /// Made when it is first asked for; of what is packed already there is none.
    brotli: Option<OnceLock<Vec<u8>>>,
}

impl Asset {
    fn packed(&self) -> Option<&[u8]> {
        self.brotli.as_ref().map(|brotli| brotli.get_or_init(|| pack(&self.bytes, QUALITY)).as_slice())
    }
}

struct Assets {
    /// From the plain name to the one with the hash.
    names: BTreeMap<String, String>,
    by_name: BTreeMap<String, Asset>,
}

static ASSETS: LazyLock<Assets> = LazyLock::new(Assets::load);

impl Assets {
    fn load() -> Self {
        let mut assets = Self { names: BTreeMap::new(), by_name: BTreeMap::new() };
        for name in Files::iter().filter(|name| !name.starts_with("css/") && !name.ends_with(".txt")) {
            if let Some(file) = Files::get(&name) {
                assets.add(&name, file.data.into_owned());
            }
        }
        let mut css = String::new();
        for layer in LAYERS {
            let file = Files::get(&format!("css/{layer}.css")).expect("each layer is a file");
            css.push_str(&bare(&String::from_utf8_lossy(&file.data)));
        }
        for (plain, hashed) in assets.names.clone() {
            css = css.replace(&format!("/static/{plain}"), &format!("/static/{hashed}"));
        }
        assets.add("signpost.css", css.into_bytes());
        assets
    }

    fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let hash = Sha256::digest(&bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect::<String>();
        let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
        let hashed = format!("{stem}.{hash}.{end}");
        let kind = match end {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "svg" => "image/svg+xml",
            "woff2" => "font/woff2",
            "png" => "image/png",
            _ => "application/octet-stream",
        };
        let brotli = (end != "woff2" && end != "png").then(OnceLock::new);
        self.names.insert(name.to_owned(), hashed.clone());
        self.by_name.insert(hashed, Asset { kind, bytes, brotli });
    }
}

/// A style sheet without its comments and indents: they are for us, not for the reader's connection.
fn bare(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Packs everything beside whatever else begins, so that no first visitor waits for it.
pub fn warm_up() {
    std::thread::spawn(|| {
        for asset in ASSETS.by_name.values() {
            asset.packed();
        }
    });
}

/// The address of a file, such as `/static/signpost.0a1b2c3d4e5f.css`.
#[must_use]
pub fn address(name: &str) -> String {
    let hashed = ASSETS.names.get(name).map_or(name, String::as_str);
    format!("/static/{hashed}")
}

/// The icon of the browser's tab as an address that holds it whole: one request less for every page.
#[must_use]
pub fn icon() -> &'static str {
    static ICON: LazyLock<String> = LazyLock::new(|| {
        let file = Files::get("icons/favicon.svg").expect("the icon is one of our files");
        let svg = String::from_utf8_lossy(&file.data).trim().replace('"', "'");
        let svg = svg.replace('%', "%25").replace('#', "%23").replace('<', "%3C").replace('>', "%3E");
        format!("data:image/svg+xml,{svg}")
    });
    &ICON
}

/// One file.
///
/// # Errors
/// [`Error::NotFound`] for a name that is none of ours.
pub async fn show(name: Path<String>, req: HttpRequest) -> Reply {
    let asset = ASSETS.by_name.get(name.as_str()).ok_or(Error::NotFound)?;
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(asset.kind)
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((header::VARY, "Accept-Encoding"));
    let packed = takes_brotli(req.headers()).then(|| asset.packed()).flatten();
    Ok(match packed {
        Some(packed) => answer.insert_header((header::CONTENT_ENCODING, "br")).body(packed.to_vec()),
        None => answer.body(asset.bytes.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_sheet_names_the_fonts_by_their_hash() {
        let css = ASSETS
            .by_name
            .get(&ASSETS.names["signpost.css"])
            .map(|asset| String::from_utf8_lossy(&asset.bytes).into_owned());
        let css = css.unwrap_or_default();
        assert!(css.contains(&address("fonts/bricolage-720.woff2")));
        assert!(!css.contains("/static/fonts/bricolage-720.woff2"));
    }

    #[test]
    fn the_style_sheet_weighs_at_most_ten_kilobytes() {
        let asset = ASSETS.by_name.get(&ASSETS.names["signpost.css"]);
        let packed = asset.and_then(Asset::packed).map(<[u8]>::len);
        assert!(packed.is_some_and(|bytes| bytes <= 10 * 1024), "{packed:?}");
    }
}
