//! The addresses of a record's pages.

use super::{Advisee, path};

impl Advisee {
    /// The address of the record.
    #[must_use]
    pub fn path(&self) -> String {
        path(self.id)
    }

    /// The address of the notes.
    #[must_use]
    pub fn notes_path(&self) -> String {
        format!("{}/notes", self.path())
    }

    /// Where drafts of notes go.
    #[must_use]
    pub fn drafts_path(&self) -> String {
        format!("{}/drafts", self.path())
    }

    /// The address of the advice.
    #[must_use]
    pub fn advice_path(&self) -> String {
        format!("{}/advice", self.path())
    }

    /// The address of what became of them.
    #[must_use]
    pub fn outcome_path(&self) -> String {
        format!("{}/outcome", self.path())
    }

    /// The address of the follow-ups.
    #[must_use]
    pub fn follow_ups_path(&self) -> String {
        crate::model::follow_up::path(self.id)
    }

    /// The address of the meetings.
    #[must_use]
    pub fn meetings_path(&self) -> String {
        format!("{}/meetings", self.path())
    }

    /// The address of all answers.
    #[must_use]
    pub fn answers_path(&self) -> String {
        format!("{}/answers", self.path())
    }

    /// The address of the letters.
    #[must_use]
    pub fn letters_path(&self) -> String {
        format!("{}/letters", self.path())
    }

    /// The address of the sheets for paper.
    #[must_use]
    pub fn print_path(&self) -> String {
        format!("{}/print", self.path())
    }

    /// The address of who opened the record, and what left the school.
    #[must_use]
    pub fn access_path(&self) -> String {
        format!("{}/access", self.path())
    }

    /// Where an advisor takes the student.
    #[must_use]
    pub fn assignment_path(&self) -> String {
        format!("{}/assignment", self.path())
    }
}
