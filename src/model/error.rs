//! How a rule or a query fails, in the model's own words. The web turns each into an answer.

/// Why something could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is not there, or it is not theirs: nobody can tell which.
    #[error("not found")]
    NotFound,
    /// Somebody else changed it meanwhile.
    #[error("changed meanwhile")]
    Conflict,
    /// The machine is full; trying again soon will work.
    #[error("busy")]
    Busy,
    /// Too often; try again after this many seconds.
    #[error("too many")]
    TooMany(u32),
    /// The database said no.
    #[error(transparent)]
    Database(#[from] diesel::result::Error),
}

impl Error {
    /// Whether this is the database refusing a second row with the same key.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        use diesel::result::{DatabaseErrorKind::UniqueViolation, Error::DatabaseError};
        matches!(self, Self::Database(DatabaseError(UniqueViolation, _)))
    }
}

/// What the model's methods return.
pub type Result<T> = std::result::Result<T, Error>;
