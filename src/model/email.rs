//! An email address: as typed for letters, and normalised so that one address is one account.

use unicode_normalization::UnicodeNormalization as _;

/// An address we may write to.
#[derive(Clone, PartialEq, Eq)]
pub struct Email {
    typed: String,
    key: String,
}

impl Email {
    /// Takes an address as typed.
    ///
    /// # Errors
    /// The message key, when it cannot be an address.
    pub fn parse(raw: &str) -> Result<Self, &'static str> {
        let typed = raw.trim();
        if typed.is_empty() {
            return Err("email-missing");
        }
        // Mail servers that take other letters are few; a letter that can never arrive helps nobody.
        if !typed.is_ascii() || typed.len() > 254 || typed.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err("email-malformed");
        }
        let key: String = typed.nfkc().collect::<String>().to_lowercase();
        // lettre is what will write to it, so lettre says whether it can.
        if key.len() > 254 || typed.parse::<lettre::Address>().is_err() || !has_a_domain(&key) {
            return Err("email-malformed");
        }
        Ok(Self { typed: typed.to_owned(), key })
    }

    /// As typed: what letters are addressed to.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// NFKC, lower case, trimmed: what makes an account unique.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Whether the school lets students register with it. No domains: all do.
    #[must_use]
    pub fn is_of(&self, domains: &[String]) -> bool {
        domains.is_empty()
            || self
                .key
                .rsplit_once('@')
                .is_some_and(|(_, domain)| domains.iter().any(|d| d.eq_ignore_ascii_case(domain)))
    }
}

fn has_a_domain(key: &str) -> bool {
    // A quoted mailbox, a number for a host: allowed by the standard, used by nobody but who looks for a way around.
    key.rsplit_once('@').is_some_and(|(local, domain)| {
        let is_quoted = local.is_empty() || local.starts_with('"') || domain.starts_with('[');
        let last = domain.rsplit_once('.').map_or("", |(_, last)| last);
        !is_quoted && !domain.starts_with('.') && last.contains(|c: char| c.is_ascii_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_however_it_is_typed() {
        let plain = Email::parse("eve@harbor.example").map(|e| e.key().to_owned());
        for typed in [" Eve@Harbor.Example ", "EVE@HARBOR.EXAMPLE"] {
            assert_eq!(Email::parse(typed).map(|email| email.key().to_owned()), plain, "{typed}");
        }
        assert!(Email::parse("ｅｖｅ@harbor.example").is_err());
    }

    #[test]
    fn what_cannot_be_an_address_is_refused() {
        for typed in [
            "",
            "  ",
            "eve",
            "eve@",
            "@harbor.example",
            "eve@harbor",
            "e ve@harbor.example",
            "eve@harbor.example\r\nBcc: x@y.example",
            "eve@[127.0.0.1]",
            "eve@127.0.0.1",
            "\"a@b\"@harbor.example",
            "\"eve\"@harbor.example",
            "eve@.example",
            "eve@harbor.",
        ] {
            assert!(Email::parse(typed).is_err(), "{typed:?}");
        }
        assert!(Email::parse(&format!("{}@harbor.example", "e".repeat(250))).is_err());
    }
}
