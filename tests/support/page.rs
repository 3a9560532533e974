//! An answer of the portal and what one sees in it. Each check gives the page back, so that checks can be chained.

use reqwest::header::{self, HeaderMap};

use super::{Form, text};

/// What came back.
pub struct Page {
    /// The status.
    pub status: u16,
    /// All headers.
    pub headers: HeaderMap,
    /// The bytes as text.
    pub body: String,
}

impl Page {
    pub async fn of(response: reqwest::Response) -> Self {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let body = String::from_utf8_lossy(&response.bytes().await.unwrap()).into_owned();
        Self { status, headers, body }
    }

    /// It has this status.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}", self.excerpt());
        self
    }

    /// It sends the browser on to this address; what a flash says (`?done=`) may be left out.
    #[track_caller]
    pub fn leads_to(&self, path: impl AsRef<str>) -> &Self {
        assert_eq!(self.status, 303, "{}", self.excerpt());
        let (location, path) = (self.location(), path.as_ref());
        let plain = location.split("?done=").next().unwrap_or_default();
        assert!(location == path || plain == path, "leads to {location}, not to {path}");
        self
    }

    /// One reads this on it.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(self.text().contains(words), "not said: {words}\n{}", self.excerpt());
        self
    }

    /// One does not read this on it, not even in its source.
    #[track_caller]
    pub fn says_not(&self, words: &str) -> &Self {
        assert!(!self.text().contains(words) && !self.body.contains(words), "said: {words}\n{}", self.excerpt());
        self
    }

    /// Where it sends the browser; empty: nowhere.
    pub fn location(&self) -> String {
        self.header(header::LOCATION.as_str()).unwrap_or_default().to_owned()
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The form that posts to this address, with the fields a browser would send.
    #[track_caller]
    pub fn form(&self, action: &str) -> Form {
        Form::on(&self.body, action).unwrap_or_else(|| panic!("no form posts to {action}\n{}", self.excerpt()))
    }

    /// The addresses its links lead to.
    pub fn links(&self) -> Vec<String> {
        text::tags(&self.body).into_iter().filter(|tag| tag.name == "a").filter_map(|tag| tag.get("href")).collect()
    }

    /// The names of its radio groups, in their order.
    pub fn questions(&self) -> Vec<String> {
        let radios = text::tags(&self.body).into_iter().filter(|tag| tag.get("type").as_deref() == Some("radio"));
        let mut names: Vec<_> = radios.filter_map(|tag| tag.get("name")).collect();
        names.dedup();
        names
    }

    /// Its source from `start` to the first `end` after it.
    #[track_caller]
    pub fn between(&self, start: &str, end: &str) -> &str {
        let (_, rest) = self.body.split_once(start).unwrap_or_else(|| panic!("no {start}\n{}", self.excerpt()));
        rest.split_once(end).unwrap_or_else(|| panic!("no {end}\n{}", self.excerpt())).0
    }

    /// What one reads, on one line.
    pub fn text(&self) -> String {
        text::visible(&self.body)
    }

    fn excerpt(&self) -> String {
        let text = self.text();
        format!("{} {} {}", self.status, self.location(), text.chars().take(1500).collect::<String>())
    }
}
