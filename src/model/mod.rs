//! What the portal knows and allows. A method that takes `conn` talks to Postgres; one without it is a pure rule.

pub mod assignment;
pub mod audit;
pub mod deactivation;
pub mod email;
pub mod error;
pub mod fit;
pub mod id;
pub mod invitation;
pub mod letter;
pub mod outbox;
pub mod password;
pub mod pathway;
pub mod people;
pub mod person;
pub mod post;
pub mod profile;
pub mod questionnaire;
pub mod registration;
pub mod reset;
pub mod secret;
pub mod session;
pub mod setting;
pub mod throttle;
pub mod token;
