//! The questionnaire: its versions, their items and dimensions, and a student's way through one.

pub mod dimension;
pub mod fault;
pub mod item;
pub mod journey;
pub mod sheet;
pub mod version;

pub use version::Version;
