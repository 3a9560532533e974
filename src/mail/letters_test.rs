//! Every letter as it is stored, and the promises that hold for all of them.

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::{
    language::Language,
    mail::wrap::WIDTH,
    model::{
        id::{MeetingId, RevisionId},
        letter::{
            AccountChange, FactorChange, Figure, MeetingChange, MeetingFacts, NextStep, Owed, ProgramFit,
            RecommendationFacts,
        },
    },
};

const SCHOOL: &str = "Harbor State College";

fn head() -> Letterhead {
    Letterhead::new("https://signpost.harbor.example/", "signpost@harbor.example").unwrap()
}

fn written(letter: &Letter) -> Written {
    write(letter, "Eve Hart", SCHOOL, &head(), &Words::english()).unwrap()
}

fn recommendation(facts: RecommendationFacts) -> Letter {
    Letter::Recommendation(Box::new(facts))
}

fn figure(label: &str, value: &str, statistic: &str, period: &str, checked: bool) -> Figure {
    Figure {
        label: label.into(),
        value: value.into(),
        statistic: statistic.into(),
        period: period.into(),
        source: "U.S. Bureau of Labor Statistics".into(),
        checked_on: checked.then(|| date(2026, 11, 22)),
        revision_id: RevisionId(Uuid::nil()),
    }
}

fn eve() -> RecommendationFacts {
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

fn hana() -> RecommendationFacts {
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

fn jo() -> RecommendationFacts {
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

fn meeting(change: MeetingChange, is_to_staff: bool) -> MeetingFacts {
    MeetingFacts {
        meeting_id: MeetingId("0193a0c0-0000-7000-8000-000000000007".parse().unwrap()),
        change,
        sequence: 0,
        at: "2026-11-27T10:00:05Z".parse().unwrap(),
        starts_at: "2026-12-01T20:30:00Z".parse().unwrap(),
        ends_at: "2026-12-01T21:00:00Z".parse().unwrap(),
        local: date(2026, 12, 1).at(14, 30, 0, 0),
        zone: "CST".into(),
        place: "Room 4, second floor".into(),
        student: Sender { name: "Eve Hart".into(), email: "eve@students.harbor.example".into() },
        advisor: Sender { name: "Ada Bell".into(), email: "ada@harbor.example".into() },
        is_to_staff,
    }
}

fn digest() -> Letter {
    let owed = |student: &str, number: u8, day: i8| Owed {
        student: student.into(),
        path: format!("/students/0193a0c0-0000-7000-8000-00000000000{number}/follow-ups"),
        due_on: date(2026, 11, day),
    };
    let overdue = vec![owed("Eve Hart", 1, 24), owed("Gus Lind", 2, 26)];
    Letter::FollowUpDigest { day: date(2026, 11, 27), overdue, today: vec![owed("Eve Hart", 1, 27)], more: 2 }
}

fn advice(is_first: bool) -> Letter {
    Letter::AdviceChanged { author: "Ada Bell".into(), result_path: eve().result_path, is_first }
}

fn message() -> Letter {
    let words = "We open the labs on 4 December.\nCome and look.\n\nYour <b>transcript</b> helps.".into();
    Letter::Message { author: "Ada Bell".into(), subject: "Open labs".into(), words }
}

fn moved(came: usize, left: usize, to: Option<String>) -> Letter {
    Letter::StudentsMoved { by: "Lee Park".into(), came, left, to }
}

fn all() -> Vec<(&'static str, Letter)> {
    let to_a_student =
        Letter::Invitation { role: "student".into(), invited_by: "Sam Ortiz".into(), school: SCHOOL.into() };
    let invitation = Letter::Invitation { role: "lead".into(), invited_by: "Sam Ortiz".into(), school: SCHOOL.into() };
    let factor = |what| Letter::SecondFactorChanged { what, at: date(2026, 11, 22).at(14, 32, 0, 0) };
    let account = |what| Letter::AccountChanged { what, at: date(2026, 11, 22).at(14, 32, 0, 0) };
    let fay = RecommendationFacts {
        outcome: "HI_LEAN".into(),
        hi: 31,
        him: 2,
        strongest: vec!["Expert in your own work".into(), "Shaping technology".into(), "Analyzing evidence".into()],
        against: Some("Budgets and schedules".into()),
        program: Some(ProgramFit {
            title: "Health Informatics, certificate".into(),
            feasibility: "BLOCKED".into(),
            years: 0,
            needs: Some("bachelor".into()),
            warning: None,
        }),
        next_step: NextStep::FirstStep,
        ..eve()
    };
    vec![
        ("confirm", Letter::Confirm),
        ("already-registered", Letter::AlreadyRegistered),
        ("reset", Letter::Reset),
        ("invitation", invitation),
        ("password-changed", Letter::PasswordChanged),
        ("confirm-email", Letter::ConfirmEmail),
        ("email-changed", Letter::EmailChanged),
        ("sign-in-code", Letter::SignInCode),
        (
            "new-sign-in",
            Letter::NewSignIn { browser: "Firefox on Windows".into(), at: date(2026, 11, 22).at(14, 32, 0, 0) },
        ),
        ("account-made-lead", account(AccountChange::MadeLead)),
        ("account-reopened", account(AccountChange::Reopened)),
        ("second-factor-set-up", factor(FactorChange::SetUp)),
        ("second-factor-codes", factor(FactorChange::CodesRenewed)),
        ("second-factor-off", factor(FactorChange::TakenOff)),
        ("second-factor-off-by-admin", factor(FactorChange::TakenOffByAdmin)),
        ("request-decided", Letter::RequestDecided { about: "correction".into() }),
        ("shared-note", Letter::SharedNote { author: "Ada Bell".into() }),
        ("meeting-set", Letter::Meeting(Box::new(meeting(MeetingChange::Set, false)))),
        ("meeting-moved-to-the-advisor", Letter::Meeting(Box::new(meeting(MeetingChange::Moved, true)))),
        ("meeting-cancelled", Letter::Meeting(Box::new(meeting(MeetingChange::Cancelled, false)))),
        ("meeting-reminder", Letter::MeetingReminder(Box::new(meeting(MeetingChange::Set, false)))),
        ("follow-up-digest", digest()),
        ("advice-given", advice(true)),
        ("message", message()),
        ("students-moved", moved(3, 0, None)),
        ("students-moved-away", moved(0, 1, Some("Bo Chen".into()))),
        ("students-moved-queue", moved(0, 12, None)),
        ("advice-changed", advice(false)),
        ("invitation-student", to_a_student),
        ("recommendation-him-clear", recommendation(eve())),
        ("recommendation-hi-lean-blocked", recommendation(fay)),
        ("recommendation-either-no-advisor", recommendation(hana())),
        ("recommendation-insufficient", recommendation(jo())),
        ("recommendation-no-scores", recommendation(RecommendationFacts { include_scores: false, ..eve() })),
    ]
}

#[test]
fn every_letter_reads_as_it_was_agreed() {
    for (name, letter) in all() {
        let Written { from, subject, text, html, .. } = written(&letter);
        let top = format!("From: {} <{}>\nSubject: {subject}\n\n{text}", from.name, from.email);
        insta::assert_snapshot!(format!("{name}.txt"), top);
        insta::assert_snapshot!(format!("{name}.html"), html);
    }
}

#[test]
fn no_letter_shows_a_key_a_wide_line_or_a_script() {
    for (name, letter) in all() {
        let Written { subject, text, html, .. } = written(&letter);
        for part in [&subject, &text, &html] {
            assert!(!part.contains("letter-"), "{name} names a sentence that is missing: {part}");
            assert!(!part.contains("{ $") && !part.contains('!') || part == &html, "{name}: {part}");
        }
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH || line.starts_with("http")), "{name}:\n{text}");
        assert!(html.len() < 102 * 1024 && !html.contains("<script"), "{name}");
        let link = Letter::link_life(&letter).is_some();
        assert_eq!(text.contains(LINK_REMOVED), link, "{name}");
        assert_eq!(html.contains(LINK_REMOVED), link, "{name}");
    }
}

#[test]
fn every_outcome_and_reason_has_its_sentences() {
    for outcome in ["HI_CLEAR", "HI_LEAN", "HIM_LEAN", "HIM_CLEAR", "EITHER"] {
        for reason in ["CONFLICT", "BOTH_APPEAL", "NEITHER_APPEALS", "NO_OPINION", "BALANCED"] {
            for next_step in [NextStep::FillProfile, NextStep::OtherPrograms, NextStep::FirstStep] {
                for feasibility in ["FITS", "STRETCH", "OVER_TIME", "BLOCKED"] {
                    let facts = RecommendationFacts {
                        outcome: outcome.into(),
                        reason: (outcome == "EITHER").then(|| reason.into()),
                        next_step,
                        program: Some(ProgramFit {
                            title: "Certificate".into(),
                            feasibility: feasibility.into(),
                            years: 1,
                            needs: None,
                            warning: None,
                        }),
                        ..hana()
                    };
                    let text = written(&recommendation(facts)).text;
                    assert!(!text.contains("letter-") && !text.contains('$'), "{text}");
                }
            }
        }
    }
}

#[test]
fn without_scores_no_points_are_in_the_letter() {
    let Written { subject, text, html, .. } =
        written(&recommendation(RecommendationFacts { include_scores: false, ..eve() }));
    for part in [subject, text, html] {
        assert!(!part.contains("64") && !part.contains("points"), "{part}");
    }
}

#[test]
fn too_few_answers_recommend_nothing() {
    let Written { text, html, .. } = written(&recommendation(jo()));
    assert!(text.contains("2 more answers are needed"));
    for part in [text, html] {
        assert!(!part.contains("68") && !part.contains("$51,140") && !part.contains("Leading people"), "{part}");
    }
}

#[test]
fn what_people_typed_is_escaped_and_stays_on_its_line() {
    let t = Words::english();
    let letter = write(&Letter::Reset, "<b>Eve</b>\r\nBcc: all@harbor.example", "A & B", &head(), &t).unwrap();
    assert!(letter.html.contains("A &#38; B") && !letter.html.contains("<b>Eve"), "{}", letter.html);
    assert!(letter.text.starts_with("Hello <b>Eve</b> Bcc: all@harbor.example,\n"), "{}", letter.text);
    let confirm = write(&Letter::Confirm, "Buy at evil.example", "A", &head(), &t).unwrap();
    assert!(!confirm.text.contains("evil") && !confirm.html.contains("evil"));
}

#[test]
fn every_letter_is_whole_in_every_language() {
    let code =
        |letter: &Letter, language: Language| write(letter, "Eve Hart", SCHOOL, &head(), &Words::of(language)).unwrap();
    let letters = [
        Letter::Confirm,
        Letter::AlreadyRegistered,
        Letter::Reset,
        Letter::PasswordChanged,
        Letter::ConfirmEmail,
        Letter::EmailChanged,
        Letter::SignInCode,
        Letter::RequestDecided { about: "notes".into() },
        recommendation(RecommendationFacts { figures: vec![], disclaimer: String::new(), strongest: vec![], ..eve() }),
        recommendation(RecommendationFacts { figures: vec![], disclaimer: String::new(), strongest: vec![], ..hana() }),
        recommendation(jo()),
    ];
    for letter in &letters {
        let (english, spanish) = (code(letter, Language::English), code(letter, Language::Spanish));
        assert_ne!(english.subject, spanish.subject);
        assert!(english.html.contains("<html lang=\"en\"") && spanish.html.contains("<html lang=\"es\""));
        let left: Vec<_> = spanish
            .text
            .lines()
            .filter(|line| line.len() > 20 && !line.contains("http") && !line.starts_with(SCHOOL))
            .collect();
        let left: Vec<_> = left.into_iter().filter(|line| english.text.lines().any(|one| one == *line)).collect();
        assert!(left.is_empty(), "{} still says {left:#?}", letter.kind());
        assert!(!spanish.text.contains("letter-") && !spanish.text.contains("{ $"), "{}", spanish.text);
    }
}
