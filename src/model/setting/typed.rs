//! Settings as an admin types them: each is read into what the row may hold, or says what is wrong.

use std::ops::RangeInclusive;

use jiff::tz::TimeZone;

/// The longest name of a school, in characters: it stands in every header and letter.
pub const SCHOOL_LIMIT: usize = 120;
/// More domains than a school has.
const MOST_DOMAINS: usize = 50;

/// The school's name: one line.
///
/// # Errors
/// The message key.
pub fn school(raw: &str) -> Result<String, &'static str> {
    let name = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err("setting-school-missing"),
        _ if name.chars().any(char::is_control) => Err("text-malformed"),
        count if count > SCHOOL_LIMIT => Err("setting-school-too-long"),
        _ => Ok(name),
    }
}

/// An IANA time zone. Whether Postgres knows it as well is asked when it is saved.
///
/// # Errors
/// The message key.
pub fn zone(raw: &str) -> Result<String, &'static str> {
    let found = TimeZone::get(raw.trim()).ok();
    let name = found.as_ref().and_then(TimeZone::iana_name).filter(|name| is_place(name));
    name.map(str::to_owned).ok_or("setting-zone-unknown")
}

/// The time zones to choose from, by name.
#[must_use]
pub fn zones() -> Vec<String> {
    let mut names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
    names.retain(|name| is_place(name));
    names.sort();
    names.dedup();
    names
}

/// `America/Chicago` rather than `CST6CDT`, or UTC.
fn is_place(name: &str) -> bool {
    let regions = ["Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"];
    name == "UTC" || regions.iter().any(|region| name.starts_with(region))
}

/// One of a few codes.
///
/// # Errors
/// The message key.
pub fn choice(raw: &str, codes: &[&str]) -> Result<String, &'static str> {
    codes.iter().find(|code| **code == raw).map(|code| (*code).to_owned()).ok_or("staff-choice-unknown")
}

/// Domains of email addresses, with lines, commas or spaces between and with or without an @ before them; none: all.
///
/// # Errors
/// The message key.
pub fn domains(raw: &str) -> Result<Vec<String>, &'static str> {
    let mut domains = Vec::new();
    for part in raw.split(|c: char| c.is_whitespace() || c == ',' || c == ';').filter(|part| !part.is_empty()) {
        let domain = part.trim_start_matches('@').to_lowercase();
        if !is_domain(&domain) {
            return Err("setting-domain-malformed");
        }
        if !domains.contains(&domain) {
            domains.push(domain);
        }
    }
    if domains.len() > MOST_DOMAINS { Err("setting-domains-too-many") } else { Ok(domains) }
}

fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        let is_of_words = label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        (1..=63).contains(&label.len()) && is_of_words && !label.starts_with('-') && !label.ends_with('-')
    };
    let last = text.rsplit('.').next().unwrap_or_default();
    text.len() <= 253
        && text.contains('.')
        && text.split('.').all(is_label)
        && last.contains(|c: char| c.is_ascii_alphabetic())
}

/// A whole number within a range; `key` says what is wrong with any other.
///
/// # Errors
/// That key.
pub fn number(raw: &str, range: RangeInclusive<i16>, key: &'static str) -> Result<i16, &'static str> {
    raw.trim().parse().ok().filter(|number| range.contains(number)).ok_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_has_a_name_of_one_line() {
        assert_eq!(school(" Harbor\n State  College ").as_deref(), Ok("Harbor State College"));
        assert_eq!(school(" "), Err("setting-school-missing"));
        assert_eq!(school("a\u{7}b"), Err("text-malformed"));
        assert_eq!(school(&"é".repeat(SCHOOL_LIMIT + 1)), Err("setting-school-too-long"));
    }

    #[test]
    fn a_zone_is_a_place_on_the_map() {
        assert_eq!(zone(" America/Chicago ").as_deref(), Ok("America/Chicago"));
        for odd in ["", "Chicago", "EST", "America/Chicagoo", "../etc/passwd"] {
            assert_eq!(zone(odd), Err("setting-zone-unknown"), "{odd}");
        }
        let zones = zones();
        assert!(zones.len() > 300 && zones.iter().any(|name| name == "Pacific/Honolulu"));
        assert!(zones.iter().all(|name| zone(name).is_ok()), "every zone offered can be taken");
    }

    #[test]
    fn domains_are_read_however_they_are_parted() {
        let two = ["a.example", "b.example"].map(str::to_owned).to_vec();
        assert_eq!(domains("@A.example,\n b.example; a.example"), Ok(two));
        assert_eq!(domains(" "), Ok(Vec::new()));
        for odd in ["harbor", "a@b.example", "*.example.org", "-a.example", "a..example", "1.2.3.4"] {
            assert_eq!(domains(odd), Err("setting-domain-malformed"), "{odd}");
        }
    }

    #[test]
    fn a_number_lies_in_its_range() {
        assert_eq!(number(" 12 ", 1..=24, "k"), Ok(12));
        for odd in ["", "0", "25", "1.5", "many", "99999999"] {
            assert_eq!(number(odd, 1..=24, "k"), Err("k"), "{odd}");
        }
    }
}
