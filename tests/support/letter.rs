//! A letter as it lay in the mailbox: headers, the text part, the HTML part.

use base64::{Engine as _, prelude::BASE64_STANDARD};

use super::text;

/// One letter.
pub struct Letter {
    /// Which of our kinds it is.
    pub kind: String,
    /// The subject.
    pub subject: String,
    /// Everything before the first empty line.
    pub head: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// The calendar file beside them.
    pub calendar: Option<String>,
    base: String,
}

impl Letter {
    pub fn read(bytes: &[u8], kind: &str, base: &str) -> Self {
        let raw = String::from_utf8(bytes.to_vec()).unwrap().replace("\r\n", "\n");
        let (head, _) = raw.split_once("\n\n").unwrap();
        let head = head.replace("\n ", " ");
        let part = |kind: &str| {
            let start = raw.find(&format!("Content-Type: {kind}")).unwrap_or_else(|| panic!("no {kind} part\n{raw}"));
            let (_, body) = raw[start..].split_once("\n\n").unwrap();
            // Our boundaries begin with our name.
            unquoted(body.split("\n--signpost-").next().unwrap())
        };
        let subject = head.lines().find_map(|line| line.strip_prefix("Subject: ")).unwrap_or_default().to_owned();
        Self {
            kind: kind.to_owned(),
            subject,
            text: part("text/plain"),
            html: part("text/html"),
            calendar: raw.contains("application/ics").then(|| calendar(&raw)),
            head,
            base: base.to_owned(),
        }
    }

    /// The path of the first link of ours in the text, such as `/verify/…`.
    #[track_caller]
    pub fn link(&self) -> String {
        let start = self.text.find(&format!("{}/", self.base)).unwrap_or_else(|| panic!("no link in\n{}", self.text));
        let link = self.text[start..].split_whitespace().next().unwrap();
        link[self.base.len()..].trim_end_matches(['.', ',', ')', '>']).to_owned()
    }

    /// One reads this in the text and in the HTML.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        let plain = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(plain.contains(words), "the text does not say: {words}\n{plain}");
        let shown = text::visible(&self.html);
        assert!(shown.contains(words), "the HTML does not say: {words}\n{shown}");
        self
    }

    /// Neither part says this.
    #[track_caller]
    pub fn says_not(&self, words: &str) -> &Self {
        assert!(!self.text.contains(words) && !self.html.contains(words), "said: {words}\n{}", self.text);
        self
    }
}

/// The attached file; the invitation among the alternatives is the same, byte by byte.
fn calendar(raw: &str) -> String {
    let [invitation, file] = ["text/calendar", "application/ics"].map(|kind| {
        let (_, part) = raw.split_once(&format!("Content-Type: {kind}")).unwrap();
        let (_, body) = part.split_once("\n\n").unwrap();
        let packed: String = body.split("\n--signpost-").next().unwrap().split_whitespace().collect();
        String::from_utf8(BASE64_STANDARD.decode(packed).unwrap()).unwrap()
    });
    assert_eq!(invitation, file);
    file
}

/// Quoted-printable, undone; an equals sign that stands for itself stays.
pub fn unquoted(body: &str) -> String {
    let body = body.replace("\r\n", "\n").replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = body.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = body.get(body.len() - after.len()..).and_then(|after| after.get(..2));
        match escaped.filter(|_| *first == b'=').and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    // A calendar file beside the words is base64: what looks like an escape in it is none.
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn a_letter_is_read_as_a_mailbox_shows_it() {
    let raw = b"Subject: Confirm\r\nX: y\r\n\r\n--signpost-1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nYour advisor=E2=80=99s =\r\nlink: http://a/verify/x\r\n--signpost-1\r\nContent-Type: text/html\r\n\r\n<p>Hi</p>\r\n--signpost-1--\r\n";
    let letter = Letter::read(raw, "confirm", "http://a");
    assert_eq!(letter.text, "Your advisor’s link: http://a/verify/x");
    assert_eq!((letter.link().as_str(), letter.subject.as_str()), ("/verify/x", "Confirm"));
}
