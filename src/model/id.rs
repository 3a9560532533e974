//! Ids are uuid v7 with a type each, so that a note's id can never stand where a student's is wanted.

use diesel_derive_newtype::DieselNewType;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, DieselNewType)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id, later ids sort after earlier ones.
            #[must_use]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// Anybody with an account.
    PersonId,
    /// A person who is a student; the same uuid as their [`PersonId`].
    StudentId,
    /// One way through a questionnaire.
    AttemptId,
    /// A version of the questionnaire.
    QuestionnaireId,
    /// A version of the catalog.
    CatalogId,
    /// A stored outcome.
    ResultId,
    /// A letter in the outbox.
    LetterId,
    /// A student on the school's own list.
    RosterEntryId,
    /// A file that brings the list up to date.
    RosterImportId,
    /// An address that the mail server refused.
    SuppressionId,
    /// An advising note.
    NoteId,
    /// A note that is not written yet.
    DraftId,
    /// Something to do about a student.
    FollowUpId,
    /// A talk of a student and an advisor, asked for or set.
    MeetingId,
    /// An invitation.
    InvitationId,
    /// One revision of a claim.
    RevisionId,
    /// A family link.
    ShareId,
    /// A session: somebody signed in at one browser.
    SessionId,
    /// A change of somebody's email address.
    EmailChangeId,
    /// Students chosen on the caseload.
    SelectionId,
    /// Long work in batches.
    JobId,
    /// What a student asked for about their own record.
    RequestId,
    /// A filter of the queue under a name.
    SavedViewId,
    /// A form that creates something: the same key is the same act.
    FormKey,
}

impl FormKey {
    /// The key of saying just this with this form. Pressing twice says the same and is one act; whoever goes back in the
    /// browser, or has the form open twice, and says something else does another one, and its words are kept too.
    #[must_use]
    pub fn saying(self, said: &[&str]) -> Self {
        let mut hash = Sha256::new_with_prefix(self.0.as_bytes());
        for part in said {
            hash.update(part.len().to_be_bytes());
            hash.update(part.as_bytes());
        }
        let mut start = [0; 16];
        start.copy_from_slice(&hash.finalize()[..16]);
        Self(uuid::Builder::from_custom_bytes(start).into_uuid())
    }
}

impl From<StudentId> for PersonId {
    fn from(id: StudentId) -> Self {
        Self(id.0)
    }
}

impl PersonId {
    /// This person's id as a student's. Only for people whose role is known.
    pub(crate) fn as_student(self) -> StudentId {
        StudentId(self.0)
    }
}
