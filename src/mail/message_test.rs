//! The same row, the same bytes; nothing that could become a second message.

use super::*;
use crate::{mail::Letterhead, words::Words};

pub(in crate::mail) fn row(letter: &Letter) -> Leased {
    Leased {
        id: LetterId("0193a0c0-0000-7000-8000-000000000001".parse().unwrap()),
        kind: letter.kind().to_owned(),
        to_name: "Zoë Hart".to_owned(),
        to_email: "eve@students.harbor.example".to_owned(),
        reply_to: Some("ada@harbor.example".to_owned()),
        locale: "en".to_owned(),
        facts: serde_json::to_value(letter).unwrap(),
        sealed_token: None,
        message_id: "<0193a0c0-0000-7000-8000-000000000001@harbor.example>".to_owned(),
        tries: 0,
        subject: None,
        body_text: None,
        body_html: None,
        calendar: None,
        created_at: "2026-11-22T15:30:00Z".parse().unwrap(),
        age: 0,
        lease: None,
    }
}

pub(in crate::mail) fn written(letter: &Letter) -> Written {
    let head = Letterhead::new("http://localhost:8080", "signpost@harbor.example").unwrap();
    crate::mail::letters::write(letter, "Zoë Hart", "Harbor “State” College", &head, &Words::english()).unwrap()
}

fn bytes(letter: &Letter, link: Option<&str>) -> String {
    let message = Message::of(&row(letter), letter, &written(letter), link).unwrap();
    String::from_utf8(message.bytes().to_vec()).unwrap()
}

#[test]
fn a_retry_is_the_same_bytes() {
    let first = bytes(&Letter::Reset, Some("http://localhost:8080/password/reset/abc"));
    assert_eq!(first, bytes(&Letter::Reset, Some("http://localhost:8080/password/reset/abc")));
    for line in [
        "Date: Sun, 22 Nov 2026 15:30:00 +0000\r\n",
        "Message-ID: <0193a0c0-0000-7000-8000-000000000001@harbor.example>\r\n",
        "boundary=\"signpost-0193a0c0000070008000000000000001\"\r\n",
        "Reply-To: ada@harbor.example\r\n",
        "Subject: Set a new password\r\n",
        "Auto-Submitted: auto-generated\r\n",
    ] {
        assert!(first.contains(line), "{line:?} is missing in\n{first}");
    }
    assert!(first.is_ascii() && !first.contains("[link removed]"), "{first}");
}

#[test]
fn the_link_takes_the_place_of_its_mark() {
    let mail = bytes(&Letter::Confirm, Some("http://localhost:8080/verify/abc"));
    let unfolded = mail.replace("=\r\n", "");
    assert_eq!(unfolded.matches("http://localhost:8080/verify/abc").count(), 4, "{unfolded}");
    assert!(!mail.contains("Hart"), "an address that is not proven yet gets no name");
}

#[test]
fn line_breaks_in_names_and_subjects_stay_inside_their_header() {
    let letter = Letter::Reset;
    let mut row = row(&letter);
    row.to_name = "Eve\r\nBcc: all@harbor.example".to_owned();
    let mut words = written(&letter);
    words.subject = "Hello\nX-Evil: yes\r".to_owned();
    let message = Message::of(&row, &letter, &words, Some("x")).unwrap();
    let mail = String::from_utf8(message.bytes().to_vec()).unwrap();
    let head = mail.split("\r\n\r\n").next().unwrap();
    assert!(!head.contains("\r\nBcc") && !head.contains("\r\nX-Evil"), "{head}");
}

#[test]
fn addresses_that_cannot_stand_on_a_letter_are_refused() {
    for address in ["", "eve", "eve@harbor.example\r\nRCPT TO:<x@y.example>", "zoë@harbor.example", "a b@c.example"] {
        let mut row = row(&Letter::Reset);
        row.to_email = address.to_owned();
        assert!(Message::of(&row, &Letter::Reset, &written(&Letter::Reset), None).is_err(), "{address:?}");
    }
}

#[test]
fn bytes_that_could_break_out_are_refused() {
    assert_eq!(fit_to_send(b"A: b\r\n\r\nwords\r\n"), Ok(()));
    let long = [b'a'; 999];
    for bytes in [&b"a\nb"[..], b"a\rb", b"\n", b"a\r", b"\r\r\n", "é\r\n".as_bytes(), b"a\0b\r\n", &long] {
        assert!(fit_to_send(bytes).is_err(), "{bytes:?}");
    }
    assert_eq!(fit_to_send(&long[..998]), Ok(()));
}
