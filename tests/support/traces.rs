//! What stories leave behind: the portal's log, its letters, the addresses it led to, its panics; and beside them the secrets
//! they used. tests/traces.rs holds the ones against the others after a whole run. Kept only where `SIGNPOST_TEST_TRACES`
//! names a folder, as `.ci/stories` does.

use std::{
    fs::{File, OpenOptions},
    io::Write as _,
    path::PathBuf,
    sync::Once,
};

/// What a text is that must not be found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Secret {
    Password,
    /// The value of the cookie.
    Session,
    /// The one-time link's.
    Token,
    /// Six digits, or a recovery code.
    Code,
    Note,
    /// Anything else that people wrote in whole sentences.
    Words,
    Address,
}

/// Where traces are kept, if they are.
pub fn folder() -> Option<PathBuf> {
    std::env::var_os("SIGNPOST_TEST_TRACES").map(PathBuf::from)
}

/// The file of this process for one kind of traces.
fn file(kind: &str) -> Option<File> {
    let path = folder()?.join(format!("{}.{kind}", std::process::id()));
    Some(OpenOptions::new().create(true).append(true).open(path).unwrap())
}

/// Writes down a line.
fn note(kind: &str, line: &str) {
    if let Some(mut file) = file(kind) {
        // One write, so that lines of several threads stay whole.
        file.write_all(format!("{line}\n").as_bytes()).unwrap();
    }
}

/// From now on this process's log and panics are kept. The log is the portal's own, at its most talkative.
pub fn begin() {
    static BEGUN: Once = Once::new();
    if folder().is_none() {
        return;
    }
    BEGUN.call_once(|| {
        let filter = signpost::logs::filter("debug");
        let log = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(|| file("log").unwrap());
        // A story that listens to the log itself has come first.
        drop(log.try_init());
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            // A story that fails tells what it saw; that is no panic of the portal.
            if !panic.location().is_some_and(|place| place.file().starts_with("tests/")) {
                note("panic", &panic.to_string());
            }
            before(panic);
        }));
    });
}

/// Where a page led to.
pub fn location(location: &str) {
    note("location", location);
}

/// What a form or an address of ours has in it that must not be found again.
pub fn used(kind: Secret, text: &str) {
    if folder().is_some() {
        note("secrets", &serde_json::to_string(&(format!("{kind:?}"), text)).unwrap());
    }
}

/// The secrets in a form that is posted to `path`.
pub fn posted(path: &str, fields: &[(String, String)]) {
    for (name, value) in fields {
        let is_sentence = value.trim().contains(' ') && value.len() >= 12;
        match name.as_str() {
            name if name.contains("password") => used(Secret::Password, value),
            "code" => used(Secret::Code, value),
            "email" => used(Secret::Address, value),
            "body" if path.contains("/notes") => used(Secret::Note, value),
            _ if is_sentence => used(Secret::Words, value),
            _ => {}
        }
    }
}
