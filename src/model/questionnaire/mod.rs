//! Versions of the questionnaire: draft, published (immutable), retired.

pub mod dimension;
pub mod fault;
pub mod item;
pub mod journey;
pub mod sheet;
