//! The tabs over the queue: named parts of it, each with its count.

use super::status::Status;

/// A tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// All of theirs; for a lead, all there are.
    #[default]
    Everyone,
    /// Those who wait for somebody: results nobody dealt with, asks, failed mail, promises and questionnaires left lying.
    NeedsYou,
    /// Those with a result that nobody has dealt with.
    New,
    /// Those who asked for a call.
    Calls,
    /// Those to whom something was promised by a day that is over.
    Overdue,
    /// Those who began and stopped.
    Stalled,
    /// Those whom nobody has.
    Unassigned,
    /// Those who were invited and have not come yet.
    Invited,
}

impl Tab {
    /// All of them, in their order.
    pub const ALL: [Self; 8] = [
        Self::Everyone,
        Self::NeedsYou,
        Self::New,
        Self::Calls,
        Self::Overdue,
        Self::Stalled,
        Self::Unassigned,
        Self::Invited,
    ];

    /// Its word in the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::NeedsYou => "needs-you",
            Self::New => "new",
            Self::Calls => "calls",
            Self::Overdue => "overdue",
            Self::Stalled => "stalled",
            Self::Unassigned => "unassigned",
            Self::Invited => "invited",
        }
    }

    /// What advisors read.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Everyone => "Everyone",
            Self::NeedsYou => "Needs you",
            Self::New => "New result",
            Self::Calls => "Asked for a call",
            Self::Overdue => "Overdue",
            Self::Stalled => "Stalled",
            Self::Unassigned => "Unassigned",
            Self::Invited => "Invited",
        }
    }

    /// The tab with this word.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.code() == code)
    }

    /// The groups of the queue's order it holds, first and last; nothing: all.
    pub(super) fn ranks(self) -> Option<(i16, i16)> {
        match self {
            Self::NeedsYou => Some((1, 5)),
            Self::New => Some((1, 1)),
            Self::Calls => Some((2, 2)),
            Self::Overdue => Some((4, 4)),
            Self::Stalled => Some((5, 5)),
            Self::Everyone | Self::Unassigned | Self::Invited => None,
        }
    }
}

impl Status {
    /// The group of the queue's order it is in, as `rank_of` in the database says.
    #[must_use]
    pub fn rank(self) -> i16 {
        match self {
            Self::NewResult | Self::CloseCall => 1,
            Self::AskedForCall => 2,
            Self::MailFailed => 3,
            Self::FollowUpOverdue => 4,
            Self::Stalled => 5,
            Self::MeetingSet => 6,
            Self::Changed => 7,
            Self::PlanAgreed => 8,
            Self::InProgress => 9,
            Self::NotStarted | Self::Invited => 10,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_is_read_back_and_others_are_unknown() {
        for tab in Tab::ALL {
            assert_eq!(Tab::parse(tab.code()), Some(tab));
        }
        assert_eq!(Tab::parse("mine"), None);
    }

    #[test]
    fn who_needs_somebody_comes_before_who_does_not() {
        use Status::*;
        let order = [NewResult, AskedForCall, MailFailed, FollowUpOverdue, Stalled, MeetingSet, Changed, PlanAgreed];
        assert!(order.windows(2).all(|pair| pair[0].rank() < pair[1].rank()));
        assert_eq!(CloseCall.rank(), NewResult.rank());
    }
}
