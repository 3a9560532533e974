//! After a whole run: no password, link, code, cookie, note or address of any story stands in a log, in an address that a
//! page led to, in a panic, or in a letter that is not its own.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use crate::support::{
    letter,
    traces::{self, Secret},
};

/// What one process left: the secrets it used, and each text with what kind of trace it is.
#[derive(Default)]
struct Left {
    secrets: BTreeSet<(Secret, String)>,
    texts: Vec<(&'static str, String)>,
}

fn read(folder: &Path) -> Vec<Left> {
    let mut by_process: BTreeMap<String, Left> = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let (process, kind) = name.split_once('.').unwrap_or((&name, ""));
        let left = by_process.entry(process.to_owned()).or_default();
        let text = || String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        match kind {
            "log" => left.texts.push(("log", text())),
            "location" => left.texts.push(("address", without_own_links(&text()))),
            "panic" => left.texts.push(("panic", text())),
            "secrets" => left.secrets.extend(text().lines().filter_map(secret)),
            // A portal's own folder, with the letters it put there.
            portal if portal.starts_with("portal-") => left.texts.extend(letters(&path)),
            _ => panic!("{name} is no trace we know"),
        }
    }
    by_process.into_values().collect()
}

/// Whoever opens the link to their new address signs in first, and comes back to it: it works for them alone.
fn without_own_links(locations: &str) -> String {
    let is_own = |line: &&str| line.starts_with("/sign-in?next=%2Faccount%2Femail%2Fconfirmation%2F");
    locations.lines().filter(|line| !is_own(line)).collect::<Vec<_>>().join("\n")
}

fn letters(portal: &Path) -> Vec<(&'static str, String)> {
    let Ok(folder) = fs::read_dir(portal.join("letters")) else { return Vec::new() };
    let read = |path: &Path| letter::unquoted(&String::from_utf8_lossy(&fs::read(path).unwrap()));
    folder.map(|entry| ("letter", read(&entry.unwrap().path()))).collect()
}

fn secret(line: &str) -> Option<(Secret, String)> {
    let (kind, text): (String, String) = serde_json::from_str(line).unwrap();
    let all =
        [Secret::Password, Secret::Session, Secret::Token, Secret::Code, Secret::Note, Secret::Words, Secret::Address];
    let kind = all.into_iter().find(|known| format!("{known:?}") == kind).unwrap();
    // What is short, or one sign again and again, is found anywhere and tells nothing.
    let mut signs: Vec<_> = text.chars().collect();
    signs.sort_unstable();
    signs.dedup();
    (text.trim().len() >= 6 && signs.len() > 2).then_some((kind, text))
}

/// What was found where it must not be.
fn findings(left: &Left) -> Vec<String> {
    let mut found = Vec::new();
    for (kind, secret) in &left.secrets {
        for (place, text) in &left.texts {
            let may_be = *place == "letter" && may_be_in_letter(*kind, secret);
            if !may_be && holds(text, *kind, secret) {
                found.push(format!("{kind:?} {secret:?} in a {place}"));
            }
        }
    }
    found
}

/// The link and the code are what some letters are for, and they go to an address. A word that everybody knows, such as the
/// school's name, is no password: it was refused as one.
fn may_be_in_letter(kind: Secret, secret: &str) -> bool {
    let everybody_knows = ["Harbor State College", "eve@students.harbor.example"];
    match kind {
        Secret::Token | Secret::Code | Secret::Address | Secret::Words => true,
        Secret::Password => everybody_knows.contains(&secret),
        Secret::Session | Secret::Note => false,
    }
}

/// As it was typed, as an address or JSON spells it, and as the list of its bytes.
fn holds(text: &str, kind: Secret, secret: &str) -> bool {
    if kind == Secret::Code && secret.len() == 6 {
        // Six digits are a part of many numbers.
        let is_apart = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric() && !".-_%".contains(sign));
        return text.match_indices(secret).any(|(at, _)| {
            is_apart(text[..at].chars().next_back()) && is_apart(text[at + secret.len()..].chars().next())
        });
    }
    let bytes: Vec<_> = secret.bytes().map(|byte| byte.to_string()).collect();
    let encoded = serde_html_form::to_string([("", secret)]).unwrap();
    let quoted = serde_json::to_string(secret).unwrap();
    [secret, encoded.trim_start_matches('='), quoted.trim_matches('"'), &bytes.join(", ")]
        .into_iter()
        .any(|spelling| text.contains(spelling))
}

#[test]
fn a_secret_that_was_left_behind_is_found() {
    let secrets = [
        (Secret::Password, "lantern harbor wooden seven"),
        (Secret::Token, "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYm"),
        (Secret::Code, "204817"),
        (Secret::Note, "Slept \"badly\""),
        (Secret::Address, "eve@students.harbor.example"),
    ];
    let left = |place, text: &str| Left {
        secrets: secrets.map(|(kind, text)| (kind, text.to_owned())).into(),
        texts: vec![(place, text.to_owned())],
    };
    for (place, text, count) in [
        ("log", r#"{"message":"lantern harbor wooden seven"}"#, 1),
        ("log", r#"{"message":"Slept \"badly\""}"#, 1),
        (
            "log",
            "[108, 97, 110, 116, 101, 114, 110, 32, 104, 97, 114, 98, 111, 114, 32, 119, 111, 111, 100, 101, 110, 32, 115, 101, 118, 101, 110]",
            1,
        ),
        ("log", r#"{"code":"204817","ms":1.204817}"#, 1),
        ("log", r#"{"port":52048,"ms":1.204817,"id":"a204817b"}"#, 0),
        ("panic", "no person eve@students.harbor.example", 1),
        (
            "address",
            "/sign-in?next=%2Fverify%2FZm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYm&email=eve%40students.harbor.example",
            2,
        ),
        ("letter", "Your note: Slept \"badly\". Your password: lantern harbor wooden seven", 2),
        ("letter", "http://localhost/verify/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYm or 204817", 0),
    ] {
        assert_eq!(findings(&left(place, text)).len(), count, "{place}: {text}");
    }
}

#[test]
#[ignore = "after all other stories: .ci/stories runs it"]
fn no_secret_was_left_behind() {
    let folder = traces::folder().expect("SIGNPOST_TEST_TRACES names the folder of a whole run");
    let all = read(&folder);
    let found: Vec<_> = all.iter().flat_map(findings).collect();
    assert!(found.is_empty(), "{} were left behind:\n{}", found.len(), found.join("\n"));

    // That nothing is found is worth something only where much was looked at.
    let count = |kind: Secret| all.iter().flat_map(|left| &left.secrets).filter(|(known, _)| *known == kind).count();
    for (kind, least) in [
        (Secret::Password, 300),
        (Secret::Session, 300),
        (Secret::Token, 50),
        (Secret::Code, 50),
        (Secret::Note, 20),
        (Secret::Words, 50),
        (Secret::Address, 300),
    ] {
        assert!(count(kind) >= least, "only {} secrets are a {kind:?}", count(kind));
    }
    let texts: Vec<_> = all.iter().flat_map(|left| &left.texts).collect();
    let texts = |place: &'static str| texts.iter().filter(move |(known, _)| *known == place);
    let answered = texts("log").map(|(_, text)| text.matches("\"answered\"").count()).sum::<usize>();
    assert!(answered > 5_000, "only {answered} requests were logged");
    assert!(texts("address").count() > 200 && texts("letter").count() > 50);
}
