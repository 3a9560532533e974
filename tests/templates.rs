//! The templates keep to our Content-Security-Policy, and everything that people wrote is escaped.

use crate::support::files_under;

/// Letters are read in mail programs, which know no style sheets: their styles stand in the tags. The copy of a record is
/// a file that a student takes home.
fn pages() -> impl Iterator<Item = (String, String)> {
    let is_page = |path: &str| !path.starts_with("templates/letters/") && path != "templates/own_data/copy.html";
    files_under("templates", ".html").into_iter().filter(move |(path, _)| is_page(path))
}

#[test]
fn nothing_stands_in_a_tag_that_the_policy_forbids() {
    for (path, source) in pages() {
        assert!(!source.contains("style=\"") && !source.contains("<style"), "{path}: styles belong into static/css");
        for (at, _) in source.match_indices(" on") {
            let rest = &source[at + 3..];
            let name: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
            let is_handler = !name.is_empty() && rest[name.len()..].starts_with("=\"");
            assert!(!is_handler, "{path}: on{name}= belongs into static/signpost.js");
        }
        assert!(!source.contains("<script>"), "{path}: scripts belong into static/signpost.js");
        assert!(
            !source.contains("http://") && !source.contains("src=\"https:"),
            "{path}: nothing comes from elsewhere"
        );
    }
}

/// The one partial that prints Markdown, which was rendered without raw HTML and sanitised.
const SAFE: &str = "templates/ui/markdown.html";

#[test]
fn only_sanitised_markdown_is_printed_as_it_is() {
    for (path, source) in files_under("templates", ".html") {
        let is_unescaped = source.replace(' ', "").contains("|safe") || source.contains("escape(\"none\")");
        assert!(!is_unescaped || path == SAFE, "{path}: |safe stands in {SAFE} only");
    }
    for (path, source) in files_under("src", ".rs") {
        assert!(!source.contains("escape = \"none\"") || source.contains(".txt"), "{path}: pages are escaped");
    }
}

#[test]
fn every_form_posts_and_every_picture_has_words() {
    for (path, source) in pages() {
        for (at, _) in source.match_indices("<form ") {
            let tag = source[at..].split('>').next().unwrap();
            let has_method = tag.contains("method=\"post\"") || tag.contains("method=\"get\"");
            assert!(has_method, "{path}: {tag}: say the method");
        }
        for (at, _) in source.match_indices("<img ") {
            assert!(source[at..].split('>').next().unwrap().contains("alt="), "{path}: a picture without alt");
        }
    }
}
