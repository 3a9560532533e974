//! Every letter as it is stored, and the promises that hold for all of them.

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::{
    language::Language,
    mail::{
        samples::{KINDS, SCHOOL, advice, correction, digest, eve, figure, hana, jo, meeting, message, moved},
        wrap::WIDTH,
    },
    model::{
        id::RevisionId,
        letter::{
            AccountChange, CorrectionFacts, FactorChange, MeetingChange, MeetingFacts, NextStep, ProgramFit,
            RecommendationFacts,
        },
    },
};

fn head() -> Letterhead {
    Letterhead::new("https://signpost.harbor.example/", "signpost@harbor.example").unwrap()
}

fn written(letter: &Letter) -> Written {
    write(letter, "Eve Hart", SCHOOL, &head(), &Words::english()).unwrap()
}

fn recommendation(facts: RecommendationFacts) -> Letter {
    Letter::Recommendation(Box::new(facts))
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
        ("mail-test", Letter::MailTest),
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
        ("meeting-taken-over", Letter::Meeting(Box::new(meeting(MeetingChange::TakenOver, true)))),
        (
            "meeting-gone",
            Letter::Meeting(Box::new(MeetingFacts {
                student: Sender { name: String::new(), email: String::new() },
                ..meeting(MeetingChange::Gone, true)
            })),
        ),
        (
            "call-closed",
            Letter::CallClosed {
                advisor: "Ada Bell".into(),
                path: "/meetings/0193a0c0-0000-7000-8000-000000000007".into(),
            },
        ),
        ("meeting-reminder", Letter::MeetingReminder(Box::new(meeting(MeetingChange::Set, false)))),
        ("follow-up-digest", digest()),
        ("advice-given", advice(true)),
        ("figure-corrected", Letter::FigureCorrected(Box::new(correction()))),
        ("message", message()),
        ("outcome-question", Letter::OutcomeQuestion { result_on: date(2026, 8, 24) }),
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
fn every_kind_of_letter_can_be_put_in_other_words() {
    for (name, letter) in all() {
        assert!(KINDS.iter().any(|(kind, _)| *kind == letter.kind()), "{name} has no samples in mail/samples.rs");
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
fn a_figure_under_review_shows_no_value() {
    let mut letter = recommendation(eve());
    assert_eq!(letter.revisions().len(), 1, "all of them are one revision here");
    letter.hide(&[RevisionId(Uuid::nil())]);
    let Written { text, html, .. } = written(&letter);
    assert!(text.contains("Figure under review") && html.contains("Figure under review"));
    assert!(!text.contains("$51,140") && !html.contains("$51,140"));
    assert!(letter.revisions().is_empty(), "nobody is told it");
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
        Letter::FigureCorrected(Box::new(CorrectionFacts {
            label: String::new(),
            old_value: String::new(),
            old_basis: String::new(),
            basis: String::new(),
            disclaimer: String::new(),
            figure: figure("", "", "none", "", true),
            ..correction()
        })),
        Letter::OutcomeQuestion { result_on: date(2026, 8, 24) },
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
