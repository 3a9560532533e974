//! The facts of the sample letters.

use jiff::{Timestamp, civil::date};
use uuid::Uuid;

use crate::model::{
    id::{MeetingId, RevisionId},
    letter::{
        CorrectionFacts, Figure, Letter, MeetingChange, MeetingFacts, NextStep, Owed, ProgramFit, RecommendationFacts,
        Sender,
    },
};

/// A figure with its source.
pub(in crate::mail) fn figure(label: &str, value: &str, statistic: &str, period: &str, checked: bool) -> Figure {
    Figure {
        label: label.into(),
        value: value.into(),
        statistic: statistic.into(),
        period: period.into(),
        source: "U.S. Bureau of Labor Statistics".into(),
        checked_on: checked.then(|| date(2026, 11, 22)),
        revision_id: RevisionId(Uuid::nil()),
        under_review: false,
    }
}

/// Eve: a clear result.
pub(in crate::mail) fn eve() -> RecommendationFacts {
    RecommendationFacts {
        called: Some("Eve".into()),
        outcome: "HIM_CLEAR".into(),
        reason: None,
        hi: 2,
        him: 64,
        answered: 24,
        item_count: 24,
        most: 96,
        missing: 0,
        strongest: vec![
            "Overseeing day-to-day operations".into(),
            "Leading people".into(),
            "Rules and compliance".into(),
        ],
        against: None,
        program: Some(ProgramFit {
            title: "Health Information Management, bachelor’s".into(),
            feasibility: "FITS".into(),
            years: 4,
            needs: None,
            warning: None,
        }),
        figures: vec![
            figure("Medical records specialists", "$51,140", "median", "May 2025", true),
            figure("Medical and health services managers", "$123,860", "median", "May 2025", true),
            figure("Growth of medical records specialists’ jobs", "8%", "projection", "2025–35", false),
        ],
        disclaimer: "National figures for all education and experience levels. They are not starting pay and not what \
                     our graduates earn."
            .into(),
        next_step: NextStep::TalkToAdvisor,
        advisor: Some(Sender { name: "Ada Bell".into(), email: "ada@harbor.example".into() }),
        include_scores: true,
        result_path: "/results/0193a0c0-0000-7000-8000-000000000001".into(),
        result_date: date(2026, 11, 22),
    }
}

/// Hana: too close to call, and no advisor.
pub(in crate::mail) fn hana() -> RecommendationFacts {
    RecommendationFacts {
        called: None,
        outcome: "EITHER".into(),
        reason: Some("BALANCED".into()),
        hi: 32,
        him: 13,
        against: None,
        program: None,
        figures: Vec::new(),
        advisor: None,
        ..eve()
    }
}

/// Jo: too few answers.
pub(in crate::mail) fn jo() -> RecommendationFacts {
    RecommendationFacts {
        outcome: "INSUFFICIENT".into(),
        hi: 68,
        him: 0,
        answered: 16,
        missing: 2,
        next_step: NextStep::FinishQuestions,
        ..eve()
    }
}

/// A meeting of Eve and Ada.
pub(in crate::mail) fn meeting(change: MeetingChange, is_to_staff: bool) -> MeetingFacts {
    MeetingFacts {
        meeting_id: MeetingId(Uuid::from_u128(0x0193_a0c0_0000_7000_8000_0000_0000_0007)),
        change,
        sequence: 0,
        at: Timestamp::constant(1_795_773_605, 0),
        starts_at: Timestamp::constant(1_796_157_000, 0),
        ends_at: Timestamp::constant(1_796_158_800, 0),
        local: date(2026, 12, 1).at(14, 30, 0, 0),
        zone: "CST".into(),
        place: "Room 4, second floor".into(),
        student: Sender { name: "Eve Hart".into(), email: "eve@students.harbor.example".into() },
        advisor: Sender { name: "Ada Bell".into(), email: "ada@harbor.example".into() },
        successor: (change == MeetingChange::TakenOver).then(|| "Bo Chen".into()),
        is_to_staff,
    }
}

/// What Ada owes.
pub(in crate::mail) fn digest() -> Letter {
    let owed = |student: &str, number: u8, day: i8| Owed {
        student: student.into(),
        path: format!("/students/0193a0c0-0000-7000-8000-00000000000{number}/follow-ups"),
        due_on: date(2026, 11, day),
    };
    let overdue = vec![owed("Eve Hart", 1, 24), owed("Gus Lind", 2, 26)];
    Letter::FollowUpDigest { day: date(2026, 11, 27), overdue, today: vec![owed("Eve Hart", 1, 27)], more: 2 }
}

/// Advice on Eve’s result.
pub(in crate::mail) fn advice(is_first: bool) -> Letter {
    Letter::AdviceChanged { author: "Ada Bell".into(), result_path: eve().result_path, is_first }
}

/// Words of Ada’s own.
pub(in crate::mail) fn message() -> Letter {
    let words = "We open the labs on 4 December.\nCome and look.\n\nYour <b>transcript</b> helps.".into();
    Letter::Message { author: "Ada Bell".into(), subject: "Open labs".into(), words }
}

/// A figure that was corrected.
pub(in crate::mail) fn correction() -> CorrectionFacts {
    CorrectionFacts {
        label: "Medical records specialists".into(),
        old_value: "$51,140".into(),
        old_basis: "a year, median, May 2025, U.S.".into(),
        told_on: date(2026, 11, 22),
        figure: figure("Medical records specialists", "$52,345", "median", "May 2025", true),
        basis: "a year, median, May 2025, U.S.".into(),
        disclaimer: eve().disclaimer,
        path: "/sources#pay.median.29-2072".into(),
    }
}

/// Students who were moved.
pub(in crate::mail) fn moved(came: usize, left: usize, to: Option<String>) -> Letter {
    Letter::StudentsMoved { by: "Lee Park".into(), came, left, to }
}
