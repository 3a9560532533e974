//! Stories with the cast, through the front door, one promise each. One binary, so that there is one link.
//!
//! `support` is the stage: a portal of one's own, people who visit it, the pages and letters they get.

mod support;

mod accounts;
mod admins;
mod advisors;
mod arrows;
mod audit;
mod bodies;
mod busy;
mod commands;
mod crates;
mod doors;
mod erasure;
mod headers;
mod honesty;
mod invitations;
mod kept;
mod language;
mod letters;
mod moves;
mod next_steps;
mod notes;
mod origin;
mod own_data;
mod packed;
mod passwords;
mod people;
mod profiles;
mod questions;
mod queue;
mod reading;
mod record;
mod redirects;
mod registrations;
mod requests;
mod results;
mod retention;
mod roles;
mod schema;
mod second_factor;
mod sentinel;
mod shares;
mod sign_in;
mod size;
mod smtp;
mod snapshots;
mod sudo;
mod templates;
mod traces;
mod translations;
mod trial;
mod upgrade;
mod versions;
mod words;
