//! Whoever answers the questionnaire: a student, or a visitor who tries it before registering.

use diesel_async::AsyncPgConnection;

use super::{
    attempt::Attempt,
    error::{Error, Result},
    id::{AttemptId, SessionId, StudentId},
    person::Student,
    result::{self, StoredResult},
    session::Anonymous,
    trial,
};

/// Whoever answers the questionnaire. The web makes one from the session, and nothing else does.
pub enum Respondent {
    /// Somebody with an account.
    Student(Student),
    /// Somebody without one. Before the first save there is not even a session.
    Visitor(Option<Anonymous>),
}

/// Whose an attempt is: a student's, or a browser's until it is kept or deleted.
#[derive(Clone, Copy)]
pub enum Owner {
    /// A student's.
    Student(StudentId),
    /// A visitor's, or of somebody who has signed in since and has not said whether to keep it.
    Session(SessionId),
}

impl From<&Student> for Owner {
    fn from(student: &Student) -> Self {
        Self::Student(student.student_id())
    }
}

impl Owner {
    /// The student, if it is one.
    pub(super) fn student(self) -> Option<StudentId> {
        match self {
            Self::Student(id) => Some(id),
            Self::Session(_) => None,
        }
    }

    /// The session, if it is one.
    pub(super) fn session(self) -> Option<SessionId> {
        match self {
            Self::Session(id) => Some(id),
            Self::Student(_) => None,
        }
    }
}

impl Respondent {
    /// Whose their attempts are; none while nothing can be theirs.
    #[must_use]
    pub fn owner(&self) -> Option<Owner> {
        match self {
            Self::Student(student) => Some(Owner::from(student)),
            Self::Visitor(Some(here)) => Some(Owner::Session(here.id)),
            Self::Visitor(None) => None,
        }
    }

    /// The student, if they are one.
    #[must_use]
    pub fn student(&self) -> Option<&Student> {
        match self {
            Self::Student(student) => Some(student),
            Self::Visitor(_) => None,
        }
    }

    /// Whether what they name may be theirs once they sign in: they have no attempt of their own here.
    #[must_use]
    pub fn may_be_signed_out(&self) -> bool {
        matches!(self, Self::Visitor(here) if here.is_none_or(|here| here.attempt.is_none()))
    }

    /// The attempt they are in the middle of.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open_attempt(&self, conn: &mut AsyncPgConnection) -> Result<Option<Attempt>> {
        match self.owner() {
            Some(owner) => Attempt::open_of(owner, conn).await,
            None => Ok(None),
        }
    }

    /// One of their own attempts.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else's.
    pub async fn attempt(&self, id: AttemptId, conn: &mut AsyncPgConnection) -> Result<Attempt> {
        Attempt::of(self.owner().ok_or(Error::NotFound)?, id, conn).await
    }

    /// The address of what they handed in last, if they have.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn handed_in(&self, conn: &mut AsyncPgConnection) -> Result<Option<String>> {
        match self {
            Self::Student(student) => {
                Ok(StoredResult::newest_of(student.student_id(), conn).await?.map(|result| result.path()))
            }
            Self::Visitor(Some(Anonymous { attempt: Some(attempt), .. })) => {
                let is_submitted = self.attempt(*attempt, conn).await?.submitted_at.is_some();
                Ok(is_submitted.then(|| result::path(trial::result_id(*attempt))))
            }
            Self::Visitor(_) => Ok(None),
        }
    }
}
