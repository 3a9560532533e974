//! Who did or read what about whom: one append-only row each, in the transaction of the act. Ids, no names, no text.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::{
    error::Result,
    id::{PersonId, StudentId},
};
use crate::schema::audit;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Staff opened a student's record.
    OpenedRecord,
    /// Staff looked through a list of students.
    ListedStudents,
    /// An advising note was written.
    WroteNote,
    /// An advisor gave advice on a result.
    GaveAdvice,
    /// A student was given an advisor.
    Assigned,
    /// A claim got a new revision.
    ChangedClaim,
    /// A page got a new revision.
    ChangedPage,
    /// Somebody was invited.
    Invited,
    /// Somebody's account was closed.
    Deactivated,
    /// Somebody took up an invitation.
    TookUpInvitation,
    /// Somebody changed their password.
    ChangedPassword,
    /// Somebody confirmed another address of their account.
    ChangedEmail,
    /// Somebody undid a change of address by the link in the old mailbox.
    UndidEmailChange,
    /// Somebody set up their second factor.
    SetUpSecondFactor,
    /// Somebody made new recovery codes.
    RenewedRecoveryCodes,
    /// A second factor was taken off.
    TookOffSecondFactor,
    /// A student took a copy of their own record.
    TookCopy,
    /// A student asked for something about their own record.
    MadeRequest,
    /// A student took a request back.
    WithdrewRequest,
    /// A student answered a denied correction; the statement stands beside the record.
    StatedRequest,
    /// A lead advisor looked through the requests.
    ListedRequests,
    /// A lead advisor decided on a request.
    DecidedRequest,
    /// A lead advisor released the notes of all levels to their student.
    ReleasedRecord,
    /// A lead advisor corrected a student's name.
    CorrectedName,
    /// A lead advisor noted what left the school about a student.
    RecordedDisclosure,
    /// A student was erased: by a lead advisor's decision, or by nobody when the time to keep them was over.
    Erased,
}

impl Action {
    /// The word in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::OpenedRecord => "record.opened",
            Self::ListedStudents => "students.listed",
            Self::WroteNote => "note.written",
            Self::GaveAdvice => "advice.given",
            Self::Assigned => "student.assigned",
            Self::ChangedClaim => "claim.changed",
            Self::ChangedPage => "page.changed",
            Self::Invited => "person.invited",
            Self::Deactivated => "person.deactivated",
            Self::TookUpInvitation => "invitation.taken",
            Self::ChangedPassword => "password.changed",
            Self::ChangedEmail => "email.changed",
            Self::UndidEmailChange => "email.undone",
            Self::SetUpSecondFactor => "second-factor.set",
            Self::RenewedRecoveryCodes => "second-factor.codes",
            Self::TookOffSecondFactor => "second-factor.off",
            Self::TookCopy => "copy.taken",
            Self::MadeRequest => "request.made",
            Self::WithdrewRequest => "request.withdrawn",
            Self::StatedRequest => "request.stated",
            Self::ListedRequests => "requests.listed",
            Self::DecidedRequest => "request.decided",
            Self::ReleasedRecord => "record.released",
            Self::CorrectedName => "name.corrected",
            Self::RecordedDisclosure => "disclosure.recorded",
            Self::Erased => "student.erased",
        }
    }
}

/// Writes one row. `subject` names the kind of thing, `subject_id` which one, `student` whose record it belongs to.
///
/// # Errors
/// When the row cannot be written; then the act must not happen either.
pub async fn record(
    actor: Option<PersonId>,
    action: Action,
    subject: &str,
    subject_id: Option<Uuid>,
    student: Option<StudentId>,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    diesel::insert_into(audit::table)
        .values((
            audit::id.eq(Uuid::now_v7()),
            audit::actor_id.eq(actor),
            audit::action.eq(action.code()),
            audit::subject.eq(subject),
            audit::subject_id.eq(subject_id),
            audit::student_id.eq(student),
        ))
        .execute(conn)
        .await?;
    Ok(())
}
