//! A letter as the mail server gets it: the same row makes the same bytes at every try.

use std::time::SystemTime;

use jiff::Timestamp;
use lettre::{
    Address,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue},
    },
};

use super::calendar;
use crate::model::{
    id::LetterId,
    letter::{Letter, Sender},
    outbox::{Leased, Written},
};

/// Stands in stored letters where the one-time link goes, so that copies are safe to keep and to show.
pub const LINK_REMOVED: &str = "[link removed]";

const MOST_LINE: usize = 998;
const MOST_NAME: usize = 200;

/// A finished message with its envelope.
#[derive(Clone)]
pub struct Message {
    id: LetterId,
    kind: String,
    created_at: Timestamp,
    from: Address,
    to: Address,
    bytes: Vec<u8>,
}

impl Message {
    /// Builds the message of a row; `link` takes the place of [`LINK_REMOVED`].
    ///
    /// # Errors
    /// Words for staff, when an address cannot be written on a letter or the bytes are not safe to send.
    pub fn of(leased: &Leased, letter: &Letter, written: &Written, link: Option<&str>) -> Result<Self, String> {
        let from = mailbox(&written.from.name, &written.from.email)?;
        let name = if letter.goes_to_an_unproven_address() { "" } else { &leased.to_name };
        let to = mailbox(name, &leased.to_email)?;
        let (from_address, to_address) = (from.email.clone(), to.email.clone());
        let put_link = |body: &str| link.map_or_else(|| body.to_owned(), |link| body.replace(LINK_REMOVED, link));
        let part = |kind, body: &str| {
            SinglePart::builder()
                .header(kind)
                .header(ContentTransferEncoding::QuotedPrintable)
                .body(put_link(&body.replace('\r', "")))
        };
        let mut builder = lettre::Message::builder()
            .from(from)
            .to(to)
            .subject(one_line(&written.subject))
            .date(SystemTime::from(leased.created_at))
            .message_id(Some(one_line(&leased.message_id)))
            // Keeps holiday answers from coming back (RFC 3834).
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ));
        if let Some(address) = &leased.reply_to {
            builder = builder.reply_to(mailbox(answerer(letter, address), address)?);
        }
        let words = MultiPart::alternative()
            .boundary(format!("signpost-{}", leased.id.0.simple()))
            .singlepart(part(ContentType::TEXT_PLAIN, &written.text))
            .singlepart(part(ContentType::TEXT_HTML, &written.html));
        let body = match &written.calendar {
            None => words,
            // Outlook and Thunderbird take the invitation from among the alternatives; others let one open the file.
            Some(file) => MultiPart::mixed()
                .boundary(format!("signpost-{}-file", leased.id.0.simple()))
                .multipart(words.singlepart(calendar::invitation(letter, file)?))
                .singlepart(calendar::attachment(file)?),
        };
        let bytes = builder
            .multipart(body)
            .map_err(|error| format!("The letter could not be put together: {error}"))?
            .formatted();
        fit_to_send(&bytes)?;
        let (id, created_at) = (leased.id, leased.created_at);
        Ok(Self { id, kind: leased.kind.clone(), created_at, from: from_address, to: to_address, bytes })
    }

    /// The letter's id.
    #[must_use]
    pub fn id(&self) -> LetterId {
        self.id
    }

    /// The sender of the envelope.
    #[must_use]
    pub fn from(&self) -> &Address {
        &self.from
    }

    /// The one recipient.
    #[must_use]
    pub fn to(&self) -> &Address {
        &self.to
    }

    /// Headers and body, lines ended by CR LF.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// `<created>-<kind>-<id>.eml`, so that a folder lists letters in their order.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}-{}-{}.eml", self.created_at.strftime("%Y%m%dT%H%M%SZ"), self.kind, self.id)
    }
}

/// The name beside the address that answers go to, when the letter knows it.
fn answerer<'a>(letter: &'a Letter, address: &str) -> &'a str {
    let known: Option<&Sender> = match letter {
        Letter::Recommendation(facts) => facts.advisor.as_ref(),
        Letter::Meeting(facts) | Letter::MeetingReminder(facts) => Some(facts.with()),
        _ => None,
    };
    known.filter(|sender| sender.email == address).map_or("", |sender| &sender.name)
}

fn mailbox(name: &str, address: &str) -> Result<Mailbox, String> {
    let wrong = || "The address cannot be written on a letter".to_owned();
    let address = Some(address)
        .filter(|address| address.is_ascii() && !address.contains(|c: char| c.is_ascii_control() || c == ' '))
        .and_then(|address| address.parse::<Address>().ok())
        .ok_or_else(wrong)?;
    let name = one_line(name);
    Ok(Mailbox::new(Some(name).filter(|name| !name.is_empty()), address))
}

/// A header value without line breaks and control characters: one letter is one message.
fn one_line(text: &str) -> String {
    let words: Vec<_> = text.split(|c: char| c.is_control() || c.is_whitespace()).filter(|w| !w.is_empty()).collect();
    words.join(" ").chars().take(MOST_NAME).collect()
}

/// Refuses what could become a second message on the wire (RUSTSEC-2026-0561: a bare line feed or carriage return) or
/// what old servers break.
fn fit_to_send(bytes: &[u8]) -> Result<(), String> {
    let refused = |what: &str| Err(format!("The letter was not sent: it holds {what}"));
    let mut line = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'\r' if bytes.get(at + 1) != Some(&b'\n') => return refused("a bare carriage return"),
            b'\n' if at == 0 || bytes[at - 1] != b'\r' => return refused("a bare line feed"),
            b'\r' => {}
            b'\n' => line = 0,
            0 | 128.. => return refused("a byte that mail cannot carry"),
            _ => line += 1,
        }
        if line > MOST_LINE {
            return refused("a line over 998 characters");
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "message_test.rs"]
pub(super) mod tests;
