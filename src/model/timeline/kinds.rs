//! The kinds of entries in a timeline: where each is found, and under which name a reader asks for it.

/// One kind of entry. `rows` gives `at` and `id` of all of one student's; $1 is the student, $2 the reader, $3 whether that
/// is a lead.
pub(super) struct Branch {
    /// Of things that happened at once the greater one stands on top. It also says which kind a place is of.
    pub rank: i16,
    /// Its name in the query.
    pub code: &'static str,
    /// Its rows.
    pub rows: &'static str,
}

pub(super) const LETTER: i16 = 90;
pub(super) const ADVICE: i16 = 80;
pub(super) const NOTE: i16 = 70;
pub(super) const FOLLOW_UP: i16 = 65;
pub(super) const MEETING: i16 = 64;
pub(super) const OUTCOME: i16 = 62;
pub(super) const RESULT: i16 = 60;
pub(super) const ATTEMPT: i16 = 50;
pub(super) const ENDED: i16 = 40;
pub(super) const GIVEN: i16 = 30;
pub(super) const JOINED: i16 = 10;

static BRANCHES: [(Show, Branch); 11] = [
    (
        Show::Letters,
        Branch { rank: LETTER, code: "letters", rows: "select created_at as at, id from letter where person_id = $1" },
    ),
    (
        Show::Advice,
        Branch {
            rank: ADVICE,
            code: "advised",
            rows: "select advice.created_at as at, advice.id from advice join result on result.id = advice.result_id
                    where result.student_id = $1",
        },
    ),
    (
        Show::Notes,
        Branch {
            rank: NOTE,
            code: "notes",
            rows: "select created_at as at, id from note
                    where student_id = $1 and note_readable(level, author_id, $2, $3)",
        },
    ),
    (
        Show::FollowUps,
        Branch {
            rank: FOLLOW_UP,
            code: "follow_ups",
            rows: "select created_at as at, id from follow_up where student_id = $1",
        },
    ),
    (
        Show::Meetings,
        Branch {
            rank: MEETING,
            code: "meetings",
            rows: "select created_at as at, id from meeting where student_id = $1",
        },
    ),
    (
        Show::Outcomes,
        Branch {
            rank: OUTCOME,
            code: "outcomes",
            rows: "select created_at as at, id from outcome where student_id = $1",
        },
    ),
    (
        Show::Results,
        Branch { rank: RESULT, code: "results", rows: "select created_at as at, id from result where student_id = $1" },
    ),
    (
        Show::Results,
        Branch {
            rank: ATTEMPT,
            code: "attempts",
            rows: "select started_at as at, id from attempt where student_id = $1",
        },
    ),
    (
        Show::Advisors,
        Branch {
            rank: ENDED,
            code: "ended",
            rows: "select until as at, id from assignment where student_id = $1 and until is not null",
        },
    ),
    (
        Show::Advisors,
        Branch { rank: GIVEN, code: "given", rows: "select since as at, id from assignment where student_id = $1" },
    ),
    (
        Show::Advisors,
        Branch { rank: JOINED, code: "joined", rows: "select created_at as at, id from person where id = $1" },
    ),
];

/// The kinds that are shown.
pub(super) fn branches(show: Show) -> impl Iterator<Item = &'static Branch> {
    BRANCHES.iter().filter(move |(of, _)| show == Show::Everything || show == *of).map(|(_, branch)| branch)
}

/// What a reader asks to see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Every kind.
    #[default]
    Everything,
    /// Notes.
    Notes,
    /// Attempts and results.
    Results,
    /// Advice.
    Advice,
    /// Follow-ups.
    FollowUps,
    /// Meetings, from the day they were asked for or set.
    Meetings,
    /// What became of them.
    Outcomes,
    /// Letters.
    Letters,
    /// The account, and whose student they were.
    Advisors,
}

impl Show {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 9] = [
        Self::Everything,
        Self::Notes,
        Self::Results,
        Self::Advice,
        Self::FollowUps,
        Self::Meetings,
        Self::Outcomes,
        Self::Letters,
        Self::Advisors,
    ];

    /// Its value in an address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::Notes => "notes",
            Self::Results => "results",
            Self::Advice => "advice",
            Self::FollowUps => "follow-ups",
            Self::Meetings => "meetings",
            Self::Outcomes => "outcomes",
            Self::Letters => "letters",
            Self::Advisors => "advisors",
        }
    }

    /// What staff read.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Everything => "Everything",
            Self::Notes => "Notes",
            Self::Results => "Answers and results",
            Self::Advice => "Advice",
            Self::FollowUps => "Follow-ups",
            Self::Meetings => "Meetings",
            Self::Outcomes => "Outcomes",
            Self::Letters => "Letters",
            Self::Advisors => "Account and advisors",
        }
    }

    /// What an address asks for; nothing for what we do not know.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|show| show.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_kind_can_be_asked_for_and_no_two_share_a_rank() {
        let ranks: BTreeSet<_> = BRANCHES.iter().map(|(_, branch)| branch.rank).collect();
        assert_eq!(ranks.len(), BRANCHES.len());
        for show in Show::ALL {
            assert_eq!(Show::parse(show.code()), Some(show));
            assert!(branches(show).next().is_some(), "{show:?}");
        }
        assert_eq!(Show::parse("Notes"), None);
    }
}
