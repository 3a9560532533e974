//! What may be written down in the audit: a code for the table, words for admins.

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident: $code:literal, $words:literal;)*) => {
        /// What happened.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Action {
            $($(#[$doc])* $name),*
        }

        impl Action {
            /// All of them, in the order in which admins choose from them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The word in the table.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code),*
                }
            }

            /// What admins read.
            #[must_use]
            pub fn words(self) -> &'static str {
                match self {
                    $(Self::$name => $words),*
                }
            }
        }
    };
}

actions! {
    /// Staff opened a student's record.
    OpenedRecord: "record.opened", "Opened the record";
    /// Staff looked through a list of students.
    ListedStudents: "students.listed", "Looked through the caseload";
    /// An advising note was written.
    WroteNote: "note.written", "Wrote a note";
    /// The author of a note gave it another text.
    EditedNote: "note.edited", "Edited a note";
    /// The author of a note added to it.
    AddedToNote: "note.added", "Added to a note";
    /// A lead advisor removed a note.
    RemovedNote: "note.removed", "Removed a note";
    /// An advisor gave advice on a result.
    GaveAdvice: "advice.given", "Gave advice";
    /// It was told what became of a student.
    ToldOutcome: "outcome.told", "Told what became of a student";
    /// A letter to a student was sent again for a reason.
    ResentLetter: "letter.resent", "Sent a letter again";
    /// An admin set a letter free that was held back.
    ReleasedLetter: "letter.released", "Set a held letter free";
    /// An admin lifted that an address is not written to.
    LiftedSuppression: "suppression.lifted", "Had a refused address written to again";
    /// An admin sent a letter to themselves to see whether mail works.
    TestedMail: "mail.tested", "Sent a test letter";
    /// An advisor planned a follow-up.
    PlannedFollowUp: "follow-up.planned", "Planned a follow-up";
    /// An open follow-up was changed or given to a colleague.
    ChangedFollowUp: "follow-up.changed", "Changed a follow-up";
    /// A follow-up was done or cancelled.
    SettledFollowUp: "follow-up.settled", "Settled a follow-up";
    /// An advisor looked through their own follow-ups.
    ListedFollowUps: "follow-ups.listed", "Looked through their follow-ups";
    /// A student asked for a call.
    AskedForCall: "call.asked", "Asked for a call";
    /// A student took back the ask for a call.
    WithdrewCall: "call.withdrawn", "Took back the ask for a call";
    /// A student asked for another time of a meeting.
    AskedToMove: "meeting.move-asked", "Asked for another time";
    /// An advisor set a meeting.
    SetMeeting: "meeting.set", "Set a meeting";
    /// An advisor gave a meeting another time or place.
    MovedMeeting: "meeting.moved", "Moved a meeting";
    /// A meeting, or the ask for one, was cancelled.
    CancelledMeeting: "meeting.cancelled", "Cancelled a meeting";
    /// An advisor said how a meeting was.
    SettledMeeting: "meeting.settled", "Said whether a meeting was held";
    /// An advisor looked through the meetings.
    ListedMeetings: "meetings.listed", "Looked through the meetings";
    /// Staff took a list of students out of the portal as a file.
    ExportedStudents: "students.exported", "Took a list of students away";
    /// An advisor began work on many students at once.
    BeganJob: "job.begun", "Began a batch";
    /// An advisor wrote a letter in their own words to a student.
    WroteLetter: "letter.written", "Wrote a letter";
    /// A student was given an advisor.
    Assigned: "student.assigned", "Student went to an advisor";
    /// A student lost their advisor and waits for another.
    Unassigned: "student.unassigned", "Student went to the unassigned queue";

    /// Somebody was invited.
    Invited: "person.invited", "Sent an invitation";
    /// An open invitation was sent once more.
    InvitedAgain: "invitation.again", "Sent an invitation again";
    /// An open invitation was withdrawn.
    WithdrewInvitation: "invitation.withdrawn", "Withdrew an invitation";
    /// Somebody took up an invitation.
    TookUpInvitation: "invitation.taken", "Took up an invitation";
    /// Somebody on the staff became an advisor.
    MadeAdvisor: "role.advisor", "Made somebody an advisor";
    /// Somebody on the staff became a lead advisor.
    MadeLead: "role.lead", "Made somebody a lead advisor";
    /// Somebody on the staff became an admin.
    MadeAdmin: "role.admin", "Made somebody an admin";
    /// Somebody's account was closed.
    Deactivated: "person.deactivated", "Closed an account";
    /// Somebody's account was opened again.
    Reopened: "person.reopened", "Reopened an account";

    /// Somebody changed their password.
    ChangedPassword: "password.changed", "Changed their password";
    /// Somebody confirmed another address of their account.
    ChangedEmail: "email.changed", "Changed their email address";
    /// Somebody undid a change of address by the link in the old mailbox.
    UndidEmailChange: "email.undone", "Took their old email address back";
    /// Somebody set up their second factor.
    SetUpSecondFactor: "second-factor.set", "Set up their second step";
    /// Somebody made new recovery codes.
    RenewedRecoveryCodes: "second-factor.codes", "Made new recovery codes";
    /// A second factor was taken off.
    TookOffSecondFactor: "second-factor.off", "Took a second step off";

    /// A student took a copy of their own record.
    TookCopy: "copy.taken", "Took a copy of their own record";
    /// A student asked for something about their own record.
    MadeRequest: "request.made", "Asked for something about their own record";
    /// A student took a request back.
    WithdrewRequest: "request.withdrawn", "Took a request back";
    /// A student answered a denied correction; the statement stands beside the record.
    StatedRequest: "request.stated", "Answered a denied correction";
    /// A lead advisor looked through the requests.
    ListedRequests: "requests.listed", "Looked through the requests";
    /// A lead advisor decided on a request.
    DecidedRequest: "request.decided", "Decided on a request";
    /// A lead advisor released the notes of all levels to their student.
    ReleasedRecord: "record.released", "Released all notes to the student";
    /// A lead advisor corrected a student's name.
    CorrectedName: "name.corrected", "Corrected a name";
    /// A lead advisor noted what left the school about a student.
    RecordedDisclosure: "disclosure.recorded", "Noted what left the school";
    /// A student was erased: by a lead advisor's decision, or by nobody when the time to keep them was over.
    Erased: "student.erased", "Erased a student";

    /// An admin published content as it came with Signpost.
    PublishedDefaults: "defaults.published", "Published content as it came";
    /// A claim got a new revision.
    ChangedClaim: "claim.changed", "Changed a figure";
    /// An admin looked at who was told another figure by letter.
    ListedTold: "claim.told-listed", "Looked at who was told another figure";
    /// An admin had the correction of a figure written to those who were told another.
    SentCorrections: "claim.corrections-sent", "Sent the correction of a figure";
    /// A kind of letter got other words, or the shipped ones again.
    ChangedLetterWords: "letter-wording.changed", "Changed the words of a letter";
    /// An admin had a sample letter sent to themselves.
    TestedLetter: "letter-wording.tested", "Sent themselves a sample letter";
    /// A page got a new revision.
    ChangedPage: "page.changed", "Changed a page";
    /// A draft of a page got a day and hour on which it goes live.
    ScheduledPage: "page.scheduled", "Scheduled a page";
    /// A draft goes live by itself no more.
    UnscheduledPage: "page.unscheduled", "Took a page off the schedule";
    /// A draft went live at its time, by nobody.
    PublishedPage: "page.published", "Published a scheduled page";
    /// A page got another owner, or none.
    GavePage: "page.owner", "Gave a page to an owner";
    /// Somebody read a page and said that it is still true.
    AttestedPage: "page.attested", "Said that a page is still true";
    /// A page got its words in another language.
    TranslatedPage: "page.translated", "Translated a page";
    /// A claim got its words in another language.
    TranslatedClaim: "claim.translated", "Translated a figure";
    /// A draft of the questionnaire was made.
    DraftedQuestionnaire: "questionnaire.drafted", "Began a draft of the questions";
    /// A draft of the questionnaire was saved.
    EditedQuestionnaire: "questionnaire.edited", "Edited a draft of the questions";
    /// A draft of the questionnaire was tried on the results there are.
    TriedQuestionnaire: "questionnaire.tried", "Tried a draft of the questions";
    /// Students got a version of the questionnaire.
    PublishedQuestionnaire: "questionnaire.published", "Published the questions";
    /// The questionnaire in force retired without another one.
    RetiredQuestionnaire: "questionnaire.retired", "Retired the questions";
    /// A draft of the questionnaire was thrown away.
    RemovedQuestionnaire: "questionnaire.removed", "Threw away a draft of the questions";
    /// A draft of the catalog was made.
    DraftedCatalog: "catalog.drafted", "Began a draft of the programs";
    /// A draft of the catalog was saved.
    EditedCatalog: "catalog.edited", "Edited a draft of the programs";
    /// Readers got a version of the catalog.
    PublishedCatalog: "catalog.published", "Published the programs";
    /// The catalog in force retired without another one.
    RetiredCatalog: "catalog.retired", "Retired the programs";
    /// A draft of the catalog was thrown away.
    RemovedCatalog: "catalog.removed", "Threw away a draft of the programs";
    /// A source got its words in another language.
    TranslatedSource: "source.translated", "Translated a source";
    /// Small print got its words in another language.
    TranslatedSmallPrint: "disclaimer.translated", "Translated small print";
    /// An admin uploaded a file with the school's list of students.
    UploadedRoster: "roster.uploaded", "Uploaded a list of students";
    /// A student was put on the school's list, or changed there, by a file.
    ChangedRoster: "roster.changed", "Changed the list of students";
    /// An admin changed the school's settings.
    ChangedSettings: "settings.changed", "Changed the settings";
    /// An admin looked for people by name or address.
    SearchedPeople: "people.searched", "Searched people";
    /// An admin looked into the audit.
    SearchedAudit: "audit.searched", "Searched the audit";
}

impl Action {
    /// The action with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_actions_have_one_code_or_one_sentence() {
        let codes: BTreeSet<_> = Action::ALL.iter().map(|action| action.code()).collect();
        let words: BTreeSet<_> = Action::ALL.iter().map(|action| action.words()).collect();
        assert_eq!((codes.len(), words.len()), (Action::ALL.len(), Action::ALL.len()));
        assert!(Action::ALL.iter().all(|action| Action::parse(action.code()) == Some(*action)));
    }
}
