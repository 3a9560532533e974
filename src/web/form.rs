//! Forms: raw strings in, types out. Errors stand at their field, in the words of the language file.

use std::{future::Future, pin::Pin};

use actix_web::{FromRequest, HttpRequest, dev::Payload, web::Bytes};
use serde::de::DeserializeOwned;

use super::error::Error;

/// The fields of a posted form.
pub struct FormData<T>(pub T);

/// More fields than any form of ours has.
const MOST_FIELDS: usize = 256;

impl<T: DeserializeOwned> FromRequest for FormData<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        // The body was read and checked in body.rs; this only takes it up again.
        let bytes = Bytes::from_request(req, payload);
        Box::pin(async move {
            let bytes = bytes.await.map_err(|_| Error::Unreadable)?;
            parse(&bytes).map(FormData)
        })
    }
}

/// The fields in a body. Invalid UTF-8, NUL bytes and too many fields are refused.
fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| Error::Unreadable)?;
    let holds_nul = text.to_ascii_lowercase().contains("%00") || text.contains('\0');
    if holds_nul || text.bytes().filter(|b| *b == b'&').count() >= MOST_FIELDS || !is_unicode(text) {
        return Err(Error::Unreadable);
    }
    serde_html_form::from_str(text).map_err(|_| Error::Unreadable)
}

/// Whether the percent-escapes spell UTF-8. A percent sign that begins no escape stands for itself.
fn is_unicode(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let (mut read, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let escaped = (*byte == b'%').then(|| Some(digit(at + 1)? * 16 + digit(at + 2)?)).flatten();
        match escaped.and_then(|value| u8::try_from(value).ok()) {
            Some(value) => {
                read.push(value);
                at += 3;
            }
            None => {
                read.push(*byte);
                at += 1;
            }
        }
    }
    std::str::from_utf8(&read).is_ok()
}

/// What is wrong with a form: a message key for each field. A form that came back after signing in is not wrong, but it is
/// shown once more before anything is saved.
#[derive(Default, Clone)]
pub struct Errors {
    faults: Vec<(String, String)>,
    came_back: bool,
}

impl Errors {
    /// Those of a form just sent; `came_back`: from the sign-in page.
    #[must_use]
    pub fn of_form(came_back: bool) -> Self {
        Self { faults: Vec::new(), came_back }
    }

    /// Whether the form came back after signing in.
    #[must_use]
    pub fn came_back(&self) -> bool {
        self.came_back
    }
    /// The value, or its error noted at `field`.
    pub fn take<T>(&mut self, field: &str, parsed: Result<T, &'static str>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(key) => {
                self.add(field, key);
                None
            }
        }
    }

    /// Notes an error at a field.
    pub fn add(&mut self, field: &str, key: &str) {
        self.faults.push((field.to_owned(), key.to_owned()));
    }

    /// Whether all is well and may be done.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty() && !self.came_back
    }

    /// The message key at a field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&str> {
        self.faults.iter().find(|(name, _)| name == field).map(|(_, key)| key.as_str())
    }

    /// All of them in the order of the form: field, message key.
    #[must_use]
    pub fn list(&self) -> Vec<(String, String)> {
        self.faults.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Deserialize, Debug, PartialEq)]
    struct Tried {
        #[serde(default)]
        name: String,
    }

    #[test]
    fn a_form_is_read_as_typed() {
        assert_eq!(parse::<Tried>(b"name=%C3%84da+Bell&more=1").ok(), Some(Tried { name: "Äda Bell".into() }));
        assert_eq!(parse::<Tried>(b"").ok(), Some(Tried { name: String::new() }));
    }

    #[test]
    fn what_no_browser_writes_is_refused() {
        for body in
            [&b"name=a%00b"[..], b"name=\0", b"name=\xff", b"name=%ff", b"name=%ed%a0%80", b"name=%%ff", b"name=%zz%ff"]
        {
            assert!(parse::<Tried>(body).is_err(), "{body:?}");
        }
        assert!(parse::<Tried>("a=1&".repeat(300).as_bytes()).is_err());
    }
}
