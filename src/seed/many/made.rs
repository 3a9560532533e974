//! One made-up student with everything that happened so far, as rows of the tables.

use std::sync::Arc;

use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    dice::Dice,
    names::{name, plain},
};
use crate::model::{
    fit::{self, Outcome},
    id::QuestionnaireId,
    profile::{CreditUnit, Education, Pace, Profile, Supervise},
    questionnaire::{
        Version,
        item::{Answer, Choice},
        journey::Answers,
    },
};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

const NOTES: [&str; 6] = [
    "Talked about the first year. Works evenings and needs classes in the morning.",
    "Likes the idea of working with records, not sure about the statistics.",
    "Wants to know what transfers. Will bring the transcript.",
    "Spoke on the phone. Leads a team at a clinic and wants to go on doing so.",
    "Asked about pay in the first job. Looked at the figures together.",
    "Wants to finish while the children are in school. Half time at first.",
];
const TASKS: [&str; 5] = [
    "Send the course list",
    "Ask the registrar about credits",
    "Call about the evening classes",
    "Look at the new transcript",
    "Write to the clinic",
];
const REASONS: [&str; 4] = [
    "Can I lead a team with this degree?",
    "Which of my credits count?",
    "I would like to talk about money.",
    "I am between the two and need somebody to talk to.",
];

/// What all of them have in common.
pub(super) struct School {
    pub version: Arc<Version>,
    pub catalog: Option<Uuid>,
    pub hash: String,
    /// The first moment of today, in milliseconds.
    pub today: i64,
    /// Ids and names.
    pub advisors: Vec<(Uuid, String)>,
}

/// Rows by table, in the order of [`super::TABLES`], and answers by column.
#[derive(Default)]
pub(super) struct Rows {
    pub tables: [Vec<Value>; 14],
    pub attempts: Vec<Uuid>,
    pub items: Vec<String>,
    pub values: Vec<Option<i16>>,
}

/// A moment as Postgres reads it.
fn at(millis: i64) -> String {
    jiff::Timestamp::from_millisecond(millis).map(|moment| moment.to_string()).unwrap_or_default()
}

fn day(millis: i64) -> String {
    at(millis).chars().take(10).collect()
}

/// The n-th student of a school.
pub(super) fn student(n: i64, school: &School, rows: &mut Rows) {
    let mut dice = Dice::new(n.unsigned_abs());
    let dice = &mut dice;
    let age = 1 + dice.below(400);
    let came = school.today - age * DAY + dice.below(DAY);
    let id = dice.id(came);
    let (first, last) = name(dice);
    let email = format!("{}.{}.{n}@students.harbor.example", plain(first), plain(last));
    let which = usize::try_from(n).unwrap_or(0) % school.advisors.len().max(1);
    let Some((advisor, advisor_name)) = school.advisors.get(which) else { return };
    let stage = dice.below(100);
    let did = school.today - dice.below(age.min(if stage < 30 { 21 } else { 400 })) * DAY - dice.below(8) * HOUR;
    let did = did.max(came);
    let seen = if stage < 15 { dice.percent(60).then_some(came) } else { Some(did) };
    rows.tables[0].push(json!({"id": id, "role": "student", "full_name": format!("{first} {last}"), "email": email,
        "email_key": email, "password_hash": school.hash, "created_at": at(came), "last_seen_at": seen.map(at)}));
    rows.tables[2].push(json!({"id": dice.id(came), "student_id": id, "advisor_id": advisor, "since": at(came)}));
    let profile = profile(dice, first, stage);
    rows.tables[3].push(json!({"student_id": id, "called": first, "education": profile.education.map(Education::code),
        "credits": profile.credits, "unit": profile.unit.map(CreditUnit::code), "years": profile.years,
        "pace": profile.pace.map(Pace::code), "supervise": profile.supervise.map(Supervise::code),
        "saved_at": profile.education.map(|_| at(did))}));
    if dice.below(1000) < 3 {
        let letter = dice.id(came);
        rows.tables[11].push(json!({"id": letter, "kind": "password-changed", "person_id": id,
            "to_name": format!("{first} {last}"), "to_email": email, "locale": "en", "facts": {"kind": "password-changed"},
            "message_id": format!("<{letter}@harbor.example>"), "state": "failed", "tries": 1,
            "server_words": "550 5.1.1 No such user here", "created_at": at(did), "settled_at": at(did)}));
    }
    let mut student = json!({"person_id": id, "advisor_id": advisor, "created_at": at(came)});
    if stage >= 15 {
        let (answers, parts) = answers(dice, &school.version, stage >= 30);
        let attempt = dice.id(did);
        rows.tables[4].push(json!({"id": attempt, "student_id": id, "questionnaire_id": school.version.id,
            "started_at": at(did - HOUR), "saved_at": at(did), "submitted_at": (stage >= 30).then(|| at(did))}));
        for (item, choice) in answers.iter() {
            rows.attempts.push(attempt);
            rows.items.push(item.to_owned());
            rows.values.push(choice.answer().map(|answer| answer.value().into()));
        }
        rows.tables[5]
            .extend(parts.iter().map(|part| json!({"attempt_id": attempt, "part": part, "saved_at": at(did)})));
        if stage >= 30 {
            let made = Made { id, advisor: *advisor, advisor_name, did, school };
            made.result(attempt, &answers, &profile, &mut student, dice, rows);
        }
    }
    rows.tables[1].push(student);
}

fn profile(dice: &mut Dice, called: &str, stage: i64) -> Profile {
    let called = Some(called.to_owned());
    if stage < 15 || dice.percent(12) {
        return Profile { called, ..Profile::default() };
    }
    let credits = [0, 0, 12, 24, 40, 45, 60, 90, 96, 120, 180, 200];
    Profile {
        called,
        education: Some(dice.one_of(Education::ALL)),
        credits: Some(dice.one_of(&credits)),
        unit: Some(dice.one_of(&[CreditUnit::Quarter, CreditUnit::Quarter, CreditUnit::Semester])),
        years: i16::try_from(1 + dice.below(5)).ok(),
        pace: Some(dice.one_of(Pace::ALL)),
        supervise: Some(dice.one_of(Supervise::ALL)),
        ..Profile::default()
    }
}

/// Answers of somebody who leans one way: key times lean, and noise. Begun ones have the first parts.
fn answers(dice: &mut Dice, version: &Version, is_whole: bool) -> (Answers, Vec<i16>) {
    let lean = dice.lean() * 0.9;
    let careless = dice.percent(4);
    let all = version.sheet.parts();
    let most = if is_whole { all.len() } else { 1 + usize::try_from(dice.below(3)).unwrap_or(0) };
    let parts: Vec<i16> = all.into_iter().take(most).collect();
    let mut answers = Answers::default();
    for part in &parts {
        for item in version.sheet.items_of(*part) {
            let missing = if careless { 40 } else { 2 };
            if dice.percent(missing) {
                continue;
            }
            let pulled = f64::from(item.key.sign()) * lean + dice.lean() * 0.9 + 0.2;
            let nearest = [-2_i8, -1, 0, 1, 2]
                .into_iter()
                .min_by(|one, other| (f64::from(*one) - pulled).abs().total_cmp(&(f64::from(*other) - pulled).abs()));
            let choice = match nearest.and_then(Answer::new).filter(|_| !dice.percent(4)) {
                Some(answer) => Choice::Scale(answer),
                None => Choice::Unsure,
            };
            answers.set(item.name.clone(), choice);
        }
    }
    (answers, parts)
}

/// Somebody who handed in.
struct Made<'a> {
    id: Uuid,
    advisor: Uuid,
    advisor_name: &'a str,
    did: i64,
    school: &'a School,
}

impl Made<'_> {
    fn result(
        &self,
        attempt: Uuid,
        answers: &Answers,
        profile: &Profile,
        student: &mut Value,
        dice: &mut Dice,
        rows: &mut Rows,
    ) {
        let (school, did) = (self.school, self.did);
        let fit = fit::score(&school.version.sheet, answers, profile.supervision());
        let result = dice.id(did);
        let version: QuestionnaireId = school.version.id;
        let flags: Vec<_> = fit.flags.iter().map(|flag| flag.as_str()).collect();
        rows.tables[6].push(
            json!({"id": result, "attempt_id": attempt, "student_id": self.id, "questionnaire_id": version,
            "catalog_id": school.catalog, "scoring": school.version.sheet.scoring, "outcome": fit.outcome.as_str(),
            "reason": fit.reason.map(|reason| reason.as_str()), "flags": flags, "points": fit.points, "hi": fit.hi,
            "him": fit.him, "answered": fit.answered, "item_count": fit.item_count, "contributions": fit.contributions,
            "profile": profile.used(), "created_at": at(did)}),
        );
        student["newest_result_id"] = json!(result);
        student["newest_result_at"] = json!(at(did));
        let days = (school.today - did) / DAY;
        self.became(fit.outcome, days, student, dice, rows);
        if dice.percent(if days < 6 { 60 } else { 5 }) {
            return self.ask(dice, rows, student);
        }
        // Somebody dealt with it, some days later.
        let then = (did + (1 + dice.below(5)) * DAY).min(school.today - HOUR).max(did + HOUR);
        student["looked_at"] = json!(at(then));
        if dice.percent(70) {
            let agrees = dice.percent(80) && fit.outcome != Outcome::Insufficient;
            let verdict = if agrees { "agree" } else { dice.one_of(&["hi", "him", "either"]) };
            rows.tables[7].push(json!({"id": dice.id(then), "result_id": result, "author_id": self.advisor,
                "author": self.advisor_name, "verdict": verdict, "reason": (!agrees).then_some("experience"),
                "words": "We talked it over. Look at the next steps below.", "form_key": dice.id(then), "created_at": at(then)}));
        }
        if dice.percent(70) {
            let level = dice.one_of(&["advisors", "advisors", "student", "restricted"]);
            let met = dice.percent(80);
            rows.tables[8].push(json!({"id": dice.id(then), "student_id": self.id, "author_id": self.advisor,
                "author": self.advisor_name, "author_role": "advisor", "level": level, "body": dice.one_of(&NOTES),
                "contact_on": met.then(|| day(then)), "contact_how": met.then_some("in_person"), "topic": "program",
                "form_key": dice.id(then), "created_at": at(then)}));
            if met {
                student["last_contact_on"] = json!(day(then));
            }
        }
        if dice.percent(12) {
            let due = school.today + (dice.below(40) - 8) * DAY + HOUR;
            rows.tables[9].push(json!({"id": dice.id(then), "student_id": self.id, "owner_id": self.advisor,
                "author_id": self.advisor, "author": self.advisor_name, "words": dice.one_of(&TASKS), "due_on": day(due),
                "form_key": dice.id(then), "created_at": at(then)}));
            student["follow_up_due"] = json!(day(due));
        }
        self.ask(dice, rows, student);
    }

    /// After ninety days they were asked what they did, and some told. Most who tell did what their result named.
    fn became(&self, said: Outcome, days: i64, student: &mut Value, dice: &mut Dice, rows: &mut Rows) {
        if days <= 90 {
            return;
        }
        let asked = self.did + 90 * DAY;
        student["outcome_asked_at"] = json!(at(asked));
        if !dice.percent(40) {
            return;
        }
        let named = match said {
            Outcome::HiClear | Outcome::HiLean => "hi",
            Outcome::HimClear | Outcome::HimLean => "him",
            Outcome::Either | Outcome::Insufficient => dice.one_of(&["hi", "him"]),
        };
        let way = if dice.percent(60) { named } else { dice.one_of(&["hi", "him", "other", "not", "not", "unknown"]) };
        let told = (asked + (1 + dice.below(9)) * DAY).min(self.school.today - HOUR);
        rows.tables[13].push(json!({"id": dice.id(told), "student_id": self.id, "way": way, "told_on": day(told),
            "source": "student", "told_by": self.id, "form_key": dice.id(told), "created_at": at(told)}));
    }

    /// Some ask for a call.
    fn ask(&self, dice: &mut Dice, rows: &mut Rows, student: &mut Value) {
        if dice.percent(3) {
            let asked = (self.did + 2 * HOUR).min(self.school.today);
            rows.tables[10].push(json!({"id": dice.id(asked), "student_id": self.id, "state": "asked",
                "reason": dice.one_of(&REASONS), "asked_at": at(asked), "form_key": dice.id(asked), "created_at": at(asked)}));
            student["call_asked_at"] = json!(at(asked));
        }
    }
}
