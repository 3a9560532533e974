//! As much of HTML as our own pages use: tags, their attributes, and the text between them.

/// One tag, opening or closing (`/form`), with the text before it.
pub struct Tag<'a> {
    pub name: &'a str,
    pub before: &'a str,
    inside: &'a str,
}

impl Tag<'_> {
    /// An attribute's value.
    pub fn get(&self, attribute: &str) -> Option<String> {
        let start = self.inside.find(&format!(" {attribute}=\""))? + attribute.len() + 3;
        Some(decode(&self.inside[start..start + self.inside[start..].find('"')?]))
    }

    /// Whether it has an attribute, with or without a value.
    pub fn has(&self, attribute: &str) -> bool {
        let mut rest = self.inside;
        // Values may hold the word too: they are cut out first.
        let mut bare = String::new();
        while let Some((before, after)) = rest.split_once("=\"") {
            bare.push_str(before);
            bare.push(' ');
            rest = after.split_once('"').map_or("", |(_, after)| after);
        }
        bare.push_str(rest);
        bare.split_whitespace().skip(1).any(|word| word == attribute)
    }
}

/// The tags of a page in their order. Values of attributes hold no `>`: askama escapes it.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        let (inside, next) = after.split_once('>').unwrap_or((after, ""));
        let name = inside.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
        tags.push(Tag { name, before, inside });
        rest = next;
    }
    tags
}

/// What one reads: no tags, no head, single spaces.
pub fn visible(html: &str) -> String {
    let mut words = String::new();
    let mut last = "";
    for tag in tags(html) {
        if !matches!(last, "style" | "script") {
            words.push_str(tag.before);
        }
        last = tag.name;
        // A tag that does not stand in a line of text parts words.
        if !matches!(tag.name.trim_start_matches('/'), "a" | "b" | "strong" | "em" | "span" | "i" | "svg" | "path") {
            words.push(' ');
        }
    }
    words.push_str(html.rsplit('>').next().unwrap_or_default());
    decode(&words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Character references as askama writes them, by number or name.
pub fn decode(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (name, next) = after.split_once(';').unwrap_or((after, ""));
        let number = name.strip_prefix("#x").map(|hex| u32::from_str_radix(hex, 16));
        let number = number.or_else(|| name.strip_prefix('#').map(str::parse));
        match (name, number.and_then(Result::ok).and_then(char::from_u32)) {
            (_, Some(c)) => out.push(c),
            ("amp", _) => out.push('&'),
            ("lt", _) => out.push('<'),
            ("gt", _) => out.push('>'),
            ("quot", _) => out.push('"'),
            ("nbsp", _) => out.push(' '),
            _ => {
                out.push('&');
                rest = after;
                continue;
            }
        }
        rest = next;
    }
    out.push_str(rest);
    out
}

#[test]
fn a_page_is_read_as_a_browser_reads_it() {
    let html = r#"<p>It is <b>Ada&#x27;s</b> &amp; Bo's</p><input name="a" value="x &quot;y&quot;" checked><p>End</p>"#;
    assert_eq!(visible(html), "It is Ada's & Bo's End");
    let tags = tags(html);
    let input = tags.iter().find(|tag| tag.name == "input").unwrap();
    assert_eq!(input.get("value").as_deref(), Some("x \"y\""));
    assert!(input.has("checked") && !input.has("selected"));
}
