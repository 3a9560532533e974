//! Markdown to safe HTML: the only place that makes HTML of what people typed. `[[claim:key]]` stays a place of its
//! own, so that the page prints the figure that is live.

use std::{collections::HashSet, fmt, sync::OnceLock};

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream};

/// Marks around a figure's key between rendering and splitting: letters no font has, taken out of what people type.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// HTML that was made here and holds only harmless tags.
#[derive(Clone, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// The HTML. Templates print it in `ui/markdown.html`, nowhere else.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Words. Tags may open in one stretch and close in a later one.
    Words(Html),
    /// The live figure with this key.
    Figure(String),
}

/// A rendered text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose(Vec<Segment>);

impl Prose {
    /// The text, safe whatever was typed.
    #[must_use]
    pub fn of(source: &str) -> Self {
        Self::new(source, |html| html)
    }

    /// The same without the paragraph around it, when it is only one.
    #[must_use]
    pub fn line(source: &str) -> Self {
        Self::new(source, |html| {
            let one = html.trim().strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
            one.filter(|inner| !inner.contains("<p>")).map(str::to_owned).unwrap_or(html)
        })
    }

    fn new(source: &str, trim: impl Fn(String) -> String) -> Self {
        let source = source.replace([OPEN, CLOSE], "");
        let mut in_code = false;
        let events = TextMergeStream::new(Parser::new_ext(&source, options())).map(|event| match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                in_code = true;
                Event::Start(Tag::CodeBlock(kind))
            }
            Event::End(TagEnd::CodeBlock) => {
                in_code = false;
                Event::End(TagEnd::CodeBlock)
            }
            // Raw HTML is shown as it was typed.
            Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
            Event::Text(text) if !in_code => Event::Text(marked(text)),
            event => event,
        });
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, events);
        Self(split(&trim(cleaner().clean(&html).to_string())))
    }

    /// Its stretches, in order.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// Whether nothing is left to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The keys of the figures in it, in order.
    pub fn figures(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|segment| match segment {
            Segment::Figure(key) => Some(key.as_str()),
            Segment::Words(_) => None,
        })
    }
}

/// A part of a text under a heading of the second level; the first has no heading when words stand above all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// The heading's words, as typed.
    pub title: &'a str,
    /// What stands under it.
    pub body: &'a str,
}

/// The parts of a text, split at its headings of one level (`##` for 2, `###` for 3).
#[must_use]
pub fn parts(source: &str, level: u8) -> Vec<Part<'_>> {
    let wanted = if level == 3 { HeadingLevel::H3 } else { HeadingLevel::H2 };
    let headings: Vec<_> = Parser::new_ext(source, options())
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Start(Tag::Heading { level, .. }) if *level == wanted))
        .map(|(_, range)| range)
        .collect();
    let first = headings.first().map_or(source.len(), |range| range.start);
    let above = Part { title: "", body: source[..first].trim() };
    let parts = headings.iter().enumerate().map(|(place, range)| {
        let end = headings.get(place + 1).map_or(source.len(), |next| next.start);
        let line = source[range.clone()].lines().next().unwrap_or_default();
        Part { title: line.trim().trim_matches('#').trim(), body: source[range.end..end].trim() }
    });
    std::iter::once(above).filter(|part| !part.body.is_empty()).chain(parts).collect()
}

/// A heading's words and its address word. `## Sueldo medio {#middle-pay}` brings its own, which holds when the words change
/// or are said in another language; others get one made from their words.
#[must_use]
pub fn heading(line: &str) -> (&str, String) {
    let own = line.strip_suffix('}').and_then(|line| line.rsplit_once("{#")).filter(|(_, word)| is_key(word));
    own.map_or_else(|| (line, slug(line)), |(words, word)| (words.trim_end(), word.to_owned()))
}

/// An address word for a heading: `Middle pay, first jobs` → `middle-pay-first-jobs`.
#[must_use]
pub fn slug(title: &str) -> String {
    let words: String = title.to_lowercase().chars().filter(|c| !matches!(c, '’' | '\'')).map(without_accent).collect();
    let words = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn without_accent(letter: char) -> char {
    match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    }
}

/// Keys written as `[[kind:key]]` in a source.
pub fn named<'a>(source: &'a str, kind: &'a str) -> impl Iterator<Item = &'a str> {
    let rest = source.split("[[").skip(1).filter_map(|rest| rest.split_once("]]"));
    rest.filter_map(move |(inside, _)| inside.strip_prefix(kind)?.strip_prefix(':')).filter(|key| is_key(key))
}

pub(super) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}

fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= 80
        && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-')
}

/// `[[claim:key]]` with our own marks around the key; marks that were typed as entities go.
fn marked(text: CowStr<'_>) -> CowStr<'_> {
    if !text.contains("[[claim:") && !text.contains([OPEN, CLOSE]) {
        return text;
    }
    let text = text.replace([OPEN, CLOSE], "");
    let mut out = String::new();
    let mut rest: &str = &text;
    while let Some((before, after)) = rest.split_once("[[claim:") {
        out.push_str(before);
        match after.split_once("]]").filter(|(key, _)| is_key(key)) {
            Some((key, behind)) => {
                out.extend([OPEN.to_string().as_str(), key, CLOSE.to_string().as_str()]);
                rest = behind;
            }
            None => {
                out.push_str("[[claim:");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out.into()
}

fn split(html: &str) -> Vec<Segment> {
    let mut segments = Vec::new();
    for (place, piece) in html.trim().split(OPEN).enumerate() {
        let words = match piece.split_once(CLOSE) {
            Some((key, words)) if place > 0 => {
                segments.push(Segment::Figure(key.to_owned()));
                words
            }
            _ => piece,
        };
        if !words.is_empty() {
            segments.push(Segment::Words(Html(words.to_owned())));
        }
    }
    segments
}

/// The tags that pass. Headings of a page are the page's own, so the first two levels do not.
const TAGS: &[&str] = &[
    "p",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "a",
    "strong",
    "em",
    "del",
    "code",
    "pre",
    "blockquote",
    "br",
    "hr",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
];

/// Which tags, attributes and addresses pass.
fn cleaner() -> &'static ammonia::Builder<'static> {
    static CLEANER: OnceLock<ammonia::Builder<'static>> = OnceLock::new();
    CLEANER.get_or_init(|| {
        let mut builder = ammonia::Builder::empty();
        builder
            .tags(TAGS.iter().copied().collect())
            .generic_attributes(HashSet::new())
            .tag_attributes([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))].into())
            .url_schemes(HashSet::from(["http", "https", "mailto"]))
            .url_relative(ammonia::UrlRelative::PassThrough)
            .attribute_filter(|_, name, value| (name != "href" || leads_somewhere(value)).then(|| value.into()))
            .link_rel(None);
        builder
    })
}

/// An address of ours, of the web or of mail; `//host` and anything clever is none.
fn leads_somewhere(address: &str) -> bool {
    let is_ours = address.starts_with('#') || (address.starts_with('/') && !address.starts_with("//"));
    (is_ours && !address.contains('\\'))
        || ["https://", "http://", "mailto:"].iter().any(|one| address.starts_with(one))
}

#[cfg(test)]
mod tests;
