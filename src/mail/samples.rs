//! People who do not exist, for whom every letter must read well: a tie, nobody to ask, a long name, too few answers.

mod people;

use jiff::civil::date;

#[cfg(test)]
pub(super) use self::people::figure;
pub(super) use self::people::{advice, correction, digest, eve, hana, jo, meeting, message, moved};
use crate::model::letter::{
    AccountChange, FactorChange, Letter, MeetingChange, NextStep, ProgramFit, RecommendationFacts,
};

/// The school of the samples.
pub(super) const SCHOOL: &str = "Harbor State College";
/// As long as names come.
const LONG_NAME: &str = "Maximiliana Konstantinopoulou-Featherstonehaugh de la Vega y Núñez";

/// One letter to somebody who does not exist.
pub struct Sample {
    /// What is special about it.
    pub about: &'static str,
    /// To whom it goes.
    pub name: &'static str,
    /// Its facts.
    pub letter: Letter,
}

/// All kinds that a school may put in its own words: kind, what staff call it.
pub const KINDS: [(&str, &str); 24] = [
    ("recommendation", "Result, or answers still missing"),
    ("advice-changed", "Advice on a result"),
    ("shared-note", "A note for the student"),
    ("meeting", "A meeting was set, moved or cancelled"),
    ("meeting-reminder", "A meeting is a day away"),
    ("call-closed", "A call that does not come about"),
    ("message", "An advisor’s letter to several students"),
    ("request-decided", "Answer to a request about one’s data"),
    ("figure-corrected", "A figure was corrected"),
    ("outcome-question", "What became of the student"),
    ("invitation", "Invitation"),
    ("confirm", "Confirm the address"),
    ("already-registered", "There is an account already"),
    ("reset", "Set a new password"),
    ("password-changed", "The password was changed"),
    ("confirm-email", "Confirm a new address"),
    ("email-changed", "The address was changed"),
    ("sign-in-code", "A code for signing in"),
    ("new-sign-in", "New sign-in"),
    ("second-factor-changed", "The second step was changed"),
    ("account-changed", "The role was changed, or the account reopened"),
    ("students-moved", "To advisors: students were moved"),
    ("follow-up-digest", "To advisors: what is due"),
    ("mail-test", "To admins: mail works"),
];

fn one(about: &'static str, letter: Letter) -> Sample {
    Sample { about, name: "Eve Hart", letter }
}

fn long(letter: Letter) -> Sample {
    Sample { about: "A long name", name: LONG_NAME, letter }
}

/// The samples of a kind; none when there is no such kind.
#[must_use]
pub fn of(kind: &str) -> Vec<Sample> {
    match kind {
        "recommendation" => recommendations(),
        "confirm" => both(Letter::Confirm),
        "already-registered" => both(Letter::AlreadyRegistered),
        "reset" => both(Letter::Reset),
        "password-changed" => both(Letter::PasswordChanged),
        "confirm-email" => both(Letter::ConfirmEmail),
        "email-changed" => both(Letter::EmailChanged),
        "sign-in-code" => both(Letter::SignInCode),
        "mail-test" => both(Letter::MailTest),
        "invitation" | "new-sign-in" | "second-factor-changed" | "account-changed" => of_accounts(kind),
        _ => of_the_desk(kind),
    }
}

fn both(letter: Letter) -> Vec<Sample> {
    vec![one("Eve Hart", letter.clone()), long(letter)]
}

fn of_accounts(kind: &str) -> Vec<Sample> {
    let at = date(2026, 11, 22).at(14, 32, 0, 0);
    let invitation =
        |role: &str| Letter::Invitation { role: role.into(), invited_by: "Sam Ortiz".into(), school: SCHOOL.into() };
    match kind {
        "invitation" => {
            [("A student", "student"), ("An advisor", "advisor"), ("A lead advisor", "lead"), ("An admin", "admin")]
                .map(|(about, role)| one(about, invitation(role)))
                .into()
        }
        "new-sign-in" => both(Letter::NewSignIn { browser: "Firefox on Windows".into(), at }),
        "account-changed" => [
            ("An advisor now", AccountChange::MadeAdvisor),
            ("A lead advisor now", AccountChange::MadeLead),
            ("An admin now", AccountChange::MadeAdmin),
            ("Open again", AccountChange::Reopened),
        ]
        .map(|(about, what)| one(about, Letter::AccountChanged { what, at }))
        .into(),
        _ => [
            ("Set up", FactorChange::SetUp),
            ("New codes", FactorChange::CodesRenewed),
            ("Taken off", FactorChange::TakenOff),
            ("Taken off by an admin", FactorChange::TakenOffByAdmin),
        ]
        .map(|(about, what)| one(about, Letter::SecondFactorChanged { what, at }))
        .into(),
    }
}

fn of_the_desk(kind: &str) -> Vec<Sample> {
    let call = |advisor: &str| Letter::CallClosed { advisor: advisor.into(), path: "/meetings/1".into() };
    match kind {
        "request-decided" => [("All notes", "notes"), ("A correction", "correction"), ("Erasure", "erasure")]
            .map(|(about, what)| one(about, Letter::RequestDecided { about: what.into() }))
            .into(),
        "shared-note" => vec![
            one("Eve Hart", Letter::SharedNote { author: "Ada Bell".into() }),
            long(Letter::SharedNote { author: LONG_NAME.into() }),
        ],
        "outcome-question" => both(Letter::OutcomeQuestion { result_on: date(2026, 8, 24) }),
        "call-closed" => vec![one("Eve Hart", call("Ada Bell")), long(call(LONG_NAME))],
        "meeting" => [
            ("Set", MeetingChange::Set, false),
            ("Moved, to the advisor", MeetingChange::Moved, true),
            ("Cancelled", MeetingChange::Cancelled, false),
            ("Off, the record was erased", MeetingChange::Gone, true),
            ("Taken over by a colleague", MeetingChange::TakenOver, true),
        ]
        .map(|(about, change, to_staff)| one(about, Letter::Meeting(Box::new(meeting(change, to_staff)))))
        .into(),
        "meeting-reminder" => both(Letter::MeetingReminder(Box::new(meeting(MeetingChange::Set, false)))),
        "advice-changed" => vec![
            one("First advice", advice(true)),
            one("Other advice", advice(false)),
            long(Letter::AdviceChanged { author: LONG_NAME.into(), result_path: eve().result_path, is_first: false }),
        ],
        "message" => both(message()),
        "students-moved" => vec![
            one("Came", moved(3, 0, None)),
            one("One went to a colleague", moved(0, 1, Some("Bo Chen".into()))),
            one("Went to the queue", moved(1, 12, None)),
        ],
        "follow-up-digest" => both(digest()),
        "figure-corrected" => {
            let mut hidden = correction();
            hidden.figure.under_review = true;
            let corrected = |facts| Letter::FigureCorrected(Box::new(facts));
            vec![
                one("A corrected figure", corrected(correction())),
                one("Under review again", corrected(hidden)),
                long(corrected(correction())),
            ]
        }
        _ => Vec::new(),
    }
}

/// Every outcome, reason, next step and fit of a program, with and without an advisor: what one student has, another lacks.
fn recommendations() -> Vec<Sample> {
    let sample = |about, name, facts| Sample { about, name, letter: Letter::Recommendation(Box::new(facts)) };
    let program = |feasibility: &str, needs: Option<&str>| ProgramFit {
        title: "Health Informatics, certificate".into(),
        feasibility: feasibility.into(),
        years: 1,
        needs: needs.map(str::to_owned),
        warning: None,
    };
    let warned = ProgramFit {
        warning: Some("Graduates earned less than the limit.".into()),
        ..program("BLOCKED", Some("bachelor"))
    };
    let fay = RecommendationFacts {
        called: Some("Fay".into()),
        outcome: "HI_LEAN".into(),
        hi: 31,
        him: 1,
        strongest: vec!["Expert in your own work".into(), "Shaping technology".into(), "Analyzing evidence".into()],
        against: Some("Budgets and schedules".into()),
        program: Some(warned),
        next_step: NextStep::FirstStep,
        ..eve()
    };
    let mut hidden = eve();
    hidden.figures.iter_mut().for_each(|figure| figure.under_review = true);
    let long = RecommendationFacts { called: None, outcome: "HI_CLEAR".into(), hi: 64, him: 2, ..eve() };
    let alone = RecommendationFacts { advisor: None, outcome: "HIM_LEAN".into(), ..eve() };
    let mut all = vec![
        sample("A clear result (HIM)", "Eve Hart", eve()),
        sample("A tie, no advisor", "Hana Sato", hana()),
        sample("A lean (HI), a program that is not open", "Fay Moss", fay.clone()),
        sample("Too few answers", "Jo Lake", jo()),
        sample("A long name", LONG_NAME, long),
        sample("No points in letters", "Eve Hart", RecommendationFacts { include_scores: false, ..eve() }),
        sample("Figures under review", "Eve Hart", hidden),
        sample("No advisor, a lean (HIM)", "Eve Hart", alone),
    ];
    for (about, reason) in [
        ("Answers and plans apart", "CONFLICT"),
        ("Both appeal", "BOTH_APPEAL"),
        ("Neither appeals", "NEITHER_APPEALS"),
        ("No opinion", "NO_OPINION"),
    ] {
        let facts = RecommendationFacts { reason: Some(reason.into()), called: Some("Hana".into()), ..hana() };
        all.push(sample(about, "Hana Sato", facts));
    }
    for (with, without, next_step) in [
        ("Next: the profile", "Next: the profile, no advisor", NextStep::FillProfile),
        ("Next: a first step", "Next: a first step, no advisor", NextStep::FirstStep),
        ("Next: other programs", "Next: other programs, no advisor", NextStep::OtherPrograms),
        ("Next: the questions", "Next: the questions, no advisor", NextStep::FinishQuestions),
    ] {
        for (about, advisor) in [(with, eve().advisor), (without, None)] {
            let facts = RecommendationFacts { next_step, advisor, ..eve() };
            all.push(sample(about, "Eve Hart", facts));
        }
    }
    for (about, feasibility, needs) in [
        ("A program that fits", "FITS", None),
        ("A program that is a stretch", "STRETCH", None),
        ("A program that takes more years", "OVER_TIME", None),
        ("A program that is blocked", "BLOCKED", None),
        ("A program that asks for a degree", "BLOCKED", Some("associate")),
    ] {
        let facts = RecommendationFacts { program: Some(program(feasibility, needs)), ..fay.clone() };
        all.push(sample(about, "Fay Moss", facts));
    }
    all.push(sample("One answer missing", "Jo Lake", RecommendationFacts { missing: 1, called: None, ..jo() }));
    all
}
