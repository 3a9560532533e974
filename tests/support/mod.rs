//! The stage of the stories: a portal of one's own in seconds, the cast, and what they see.

// The stage holds more than the plays of today need.
#![allow(dead_code, unused_imports)]

pub mod cast;
pub mod cluster;
mod form;
pub mod letter;
pub mod outcomes;
mod page;
mod portal;
pub mod smtp_sink;
mod student;
mod tables;
pub mod text;
pub mod traces;
mod upload;
mod visitor;
pub mod wire;
pub mod worked;

pub use cast::Member;
pub use cluster::connect;
pub use form::Form;
pub use letter::Letter;
pub use page::Page;
pub use portal::Portal;
pub use visitor::Visitor;

use jiff::SignedDuration;

/// For `portal.later(seconds(3))`.
pub fn seconds(count: i64) -> SignedDuration {
    SignedDuration::from_secs(count)
}

/// For `portal.later(minutes(31))`.
pub fn minutes(count: i64) -> SignedDuration {
    SignedDuration::from_mins(count)
}

/// For `portal.later(hours(3))`.
pub fn hours(count: i64) -> SignedDuration {
    SignedDuration::from_hours(count)
}

/// For `portal.later(days(8))`.
pub fn days(count: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * count)
}

/// The text files under a folder of the repository whose names end so, with their paths from its top.
pub fn files_under(folder: &str, end: &str) -> Vec<(String, String)> {
    let top = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![top.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(end) {
                let name = path.strip_prefix(top).unwrap().to_string_lossy().into_owned();
                found.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}
