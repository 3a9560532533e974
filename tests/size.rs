//! Size is a symptom: past 150 lines look for the hidden noun; 300 is the limit.

use crate::support::files_under;

#[test]
fn no_file_is_too_long_to_read() {
    let is_free = |path: &str| {
        path == "src/schema.rs"
            || path.starts_with("src/seed/")
            || path.contains("/tests/")
            || path.ends_with("tests.rs")
            || path.ends_with("_test.rs")
    };
    let long: Vec<_> = files_under("src", ".rs")
        .into_iter()
        .map(|(path, source)| (source.lines().count(), path))
        .filter(|(lines, path)| *lines > 300 && !is_free(path))
        .collect();
    assert!(long.is_empty(), "split these by noun: {long:?}");
}

#[test]
fn every_file_says_what_it_is() {
    for (path, source) in files_under("src", ".rs") {
        assert!(source.starts_with("//!"), "{path} begins with one sentence that says what it is");
    }
}
