//! `main → app → web → mail → model → schema, db`: an arrow says who may import whom, and nothing points up.

use std::collections::BTreeSet;

use crate::support::files_under;

/// A part of the house and the parts it may import. Leaves (`config`, `language`) know nobody but the
/// database's folder.
const ARROWS: &[(&str, &[&str])] = &[
    (
        "main",
        &["app", "config", "db", "language", "logs", "mail", "metrics", "model", "schema", "seed", "web", "words"],
    ),
    ("database", &["config", "db", "seed"]),
    ("health", &[]),
    ("asking", &["model", "words"]),
    ("doctor", &["config", "db", "mail"]),
    ("app", &["config", "db", "mail", "model", "web", "words", "clockwork", "foreman"]),
    ("metrics", &["db", "model"]),
    ("foreman", &["db", "model", "schema"]),
    ("clockwork", &["config", "db", "mail", "model", "schema", "words"]),
    ("web", &["config", "db", "language", "mail", "model", "schema", "words"]),
    ("mail", &["config", "db", "language", "model", "schema", "words"]),
    ("seed", &["config", "db", "language", "model", "schema", "words"]),
    ("model", &["db", "language", "schema"]),
    ("config", &["db"]),
    ("db", &[]),
    ("schema", &[]),
    ("words", &["language"]),
    ("language", &[]),
    ("logs", &[]),
    ("lib", &[]),
];

#[test]
fn no_arrow_points_up() {
    let mut wrong = Vec::new();
    for (path, source) in files_under("src", ".rs") {
        let part = part_of(&path);
        let (_, allowed) = ARROWS
            .iter()
            .find(|(name, _)| *name == part)
            .unwrap_or_else(|| panic!("{path}: `{part}` is a new part: say in tests/arrows.rs what it may import"));
        for imported in imports(&source) {
            if imported != part && !allowed.contains(&imported.as_str()) {
                wrong.push(format!("{path} imports {imported}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn part_of(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap();
    inside.split('/').next().unwrap().trim_end_matches(".rs").trim_end_matches("_test")
}

/// The parts a source names after `crate::` or `signpost::`, alone or in braces.
fn imports(source: &str) -> BTreeSet<String> {
    let code: String =
        source.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n").collect();
    let mut found = BTreeSet::new();
    for start in ["crate::", "signpost::"] {
        for (at, _) in code.match_indices(start) {
            let is_longer_word = code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$');
            let rest = &code[at + start.len()..];
            if is_longer_word {
                continue;
            }
            match rest.strip_prefix('{') {
                Some(group) => found.extend(first_level(group)),
                None => found.extend([first_word(rest)]),
            }
        }
    }
    found.retain(|name| name.starts_with(|c: char| c.is_ascii_lowercase()));
    found
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// `a::{b, c}, d}` gives a and d.
fn first_level(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut depth, mut is_new) = (0, true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => is_new = true,
            c if c.is_whitespace() => {}
            _ if depth == 0 && is_new => {
                names.push(first_word(&group[at..]));
                is_new = false;
            }
            _ => {}
        }
    }
    names
}

#[test]
fn imports_are_found_wherever_they_stand() {
    let source = "use crate::{\n  db::{Pool, Conn},\n  model::id,\n};\n// crate::web is not imported\nfn a() { crate::words::x(); my_crate::y() }";
    assert_eq!(imports(source).into_iter().collect::<Vec<_>>(), ["db", "model", "words"]);
}
