//! What a browser asks for: the Accept-Language header, RFC 9110, 12.5.4.

use super::Language;

impl Language {
    /// The language of ours that the header wants most; `es-MX` wants Spanish. None when it wants none of them.
    #[must_use]
    pub fn asked(header: &str) -> Option<Self> {
        let mut best: Option<(u16, Self)> = None;
        for range in header.split(',') {
            let mut parts = range.split(';').map(str::trim);
            let tag = parts.next().unwrap_or_default();
            let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1000), thousandths);
            let (Some(language), Some(weight)) = (wanted(tag), weight) else { continue };
            if weight > 0 && best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, language));
            }
        }
        best.map(|(_, language)| language)
    }
}

fn wanted(tag: &str) -> Option<Language> {
    match tag {
        "*" => Some(Language::default()),
        tag => Language::parse(&tag.split('-').next()?.to_ascii_lowercase()),
    }
}

/// `0.8` is 800; what is no weight is none.
fn thousandths(weight: &str) -> Option<u16> {
    let (whole, part) = weight.split_once('.').unwrap_or((weight, ""));
    let is_weight = matches!(whole, "0" | "1") && part.len() <= 3 && part.bytes().all(|digit| digit.is_ascii_digit());
    let part: u16 = is_weight.then(|| format!("{part:0<3}"))?.parse().ok()?;
    Some((whole.parse::<u16>().ok()? * 1000 + part).min(1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_first_wish_among_ours_is_taken() {
        let (english, spanish) = (Some(Language::English), Some(Language::Spanish));
        for (header, language) in [
            ("es-MX,es;q=0.9,en;q=0.8", spanish),
            ("en-US,en;q=0.9,es;q=0.8", english),
            ("fr, es;q=0.5, en;q=0.4", spanish),
            ("en;q=0.2, ES-419;q=0.7", spanish),
            ("es, en", spanish),
            ("es;q=0, en;q=0.1", english),
            ("fr;q=0.9, *;q=0.1", english),
            ("de", None),
            ("", None),
            ("es;q=x", None),
            ("es;q=0.5000", None),
            ("est", None),
        ] {
            assert_eq!(Language::asked(header), language, "{header}");
        }
    }
}
