//! HTTP in, HTML out. A handler is load, decide, answer; its first parameter says whom it serves.

pub mod admin;
pub mod assets;
pub mod body;
pub mod chart;
#[cfg(debug_assertions)]
pub mod dev;
pub mod error;
pub mod form;
pub mod guard;
pub mod headers;
pub mod health;
pub mod home;
pub mod icon;
pub mod invitations;
pub mod origin;
pub mod page;
pub mod passwords;
pub mod profiles;
pub mod questions;
pub mod registrations;
pub mod results;
pub mod routes;
pub mod session;
pub mod sign_in;
pub mod state;
