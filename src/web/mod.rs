//! HTTP in, HTML out. A handler is load, decide, answer; its first parameter says whom it serves.

pub mod access;
pub mod account;
pub mod admin;
pub mod advice;
pub mod article;
pub mod assets;
pub mod body;
pub mod careers;
pub mod caseload;
pub mod chart;
pub mod comparison;
#[cfg(debug_assertions)]
pub mod dev;
#[cfg(debug_assertions)]
mod dev_letters;
pub mod error;
pub mod figures;
pub mod fit_words;
pub mod form;
pub mod glance;
pub mod guard;
pub mod headers;
pub mod health;
pub mod home;
pub mod icon;
pub mod invitations;
pub mod kept;
pub mod landing;
pub mod notes;
pub mod origin;
pub mod own_data;
pub mod page;
pub mod passwords;
pub mod profiles;
pub mod programs;
pub mod prose;
pub mod questions;
pub mod registrations;
pub mod requests;
pub mod results;
pub mod routes;
pub mod scoring;
pub mod session;
pub mod sign_in;
pub mod sources;
pub mod state;
pub mod students;
