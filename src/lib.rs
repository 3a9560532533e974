//! Signpost: a counseling portal for a school's health programs.

pub mod mail;
pub mod model {
    //! What the portal knows and allows; no HTTP, no HTML, no SMTP.
    pub mod id;
    pub mod letter;
    pub mod outbox;
    pub mod secret;
}
pub mod schema;
pub mod words;
