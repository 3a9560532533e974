//! What admins keep: people, figures, pages. None of it reaches a student's record.

pub mod people;
