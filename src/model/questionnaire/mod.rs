//! The questionnaire: its versions, their items and dimensions, and a student's way through one.
//!
//! `draft` written by admins, `seen` what one of them saw of it, `impact` what a draft would do to the results there are

pub mod change;
pub mod dimension;
pub mod draft;
pub mod edition;
pub mod fault;
pub mod impact;
pub mod item;
pub mod journey;
mod rows;
mod seen;
pub mod sheet;
pub mod version;

pub use draft::Draft;
pub use version::Version;
