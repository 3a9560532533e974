//! Signpost: a counseling portal for a school's health programs. This is the map; an arrow means "may import".
//!
//! `main → app → web → mail → model → schema, db`

/// Puts the parts together, starts the server and the carrier, stops them in order.
pub mod app;
/// What happens by itself, leased in Postgres so that of many instances one does it.
pub mod clockwork;
/// Every setting, with its default and what it is for; checked at start.
pub mod config;
/// Postgres: the machine's own or a given one, the pool, the migrations.
pub mod db;
/// Long work in batches, leased in Postgres so that no student is done twice.
pub mod foreman;
/// The languages people read here: their tags, days, times and numbers.
pub mod language;
/// The log, and what it never holds.
pub mod logs;
/// Letters to people: rendering them and carrying them to the mail server.
pub mod mail;
/// What the operator's monitoring reads.
pub mod metrics;
/// What the portal knows and allows. No HTTP, no HTML, no SMTP.
pub mod model;
/// The tables as diesel prints them.
pub mod schema;
/// The demo school and the default content.
pub mod seed;
/// HTTP in, HTML out.
pub mod web;
/// The sentences people read, by language.
pub mod words;
