//! The people of the demo school, Harbor State College: one admin, one lead advisor, two advisors, four students who are
//! each somewhere else on their way.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection as _};
use serde::Deserialize;

use crate::{
    model::{
        assignment,
        attempt::Attempt,
        email::Email,
        error::{Error, Result},
        id::{PersonId, StudentId},
        person::{self, FullName, Person, Role, Student, first_word},
        post::Post,
        profile::{CreditUnit, Education, Pace, Profile, Supervise},
        questionnaire::{Version, item::Choice, journey::Answers},
        setting::Setting,
        submission,
    },
    schema::setting,
};

/// Name, address and role of everybody.
pub const EVERYBODY: [(&str, &str, Role); 8] = [
    ("Sam Ortiz", "sam@harbor.example", Role::Admin),
    ("Lee Park", "lee@harbor.example", Role::Lead),
    ("Ada Bell", "ada@harbor.example", Role::Advisor),
    ("Bo Chen", "bo@harbor.example", Role::Advisor),
    ("Eve Hart", "eve@students.harbor.example", Role::Student),
    ("Finn Reyes", "finn@students.harbor.example", Role::Student),
    ("Gus Lind", "gus@students.harbor.example", Role::Student),
    ("Hana Sato", "hana@students.harbor.example", Role::Student),
];

/// A worked example, as far as the demo uses it.
#[derive(Deserialize)]
struct Example {
    id: String,
    answers: BTreeMap<String, Option<Choice>>,
}

impl Example {
    fn answers(id: &str) -> Answers {
        let all: Vec<Self> =
            serde_json::from_str(include_str!("content/personas.json")).expect("a test reads this file");
        let answers =
            all.into_iter().find(|example| example.id == id).map(|example| example.answers).unwrap_or_default();
        answers.into_iter().filter_map(|(item, choice)| Some((item, choice?))).collect()
    }
}

/// Those whom the demo's advisors work for, and themselves.
pub struct AtWork {
    /// Ada, who has Eve and Gus.
    pub ada: Person,
    /// Bo, who has Finn.
    pub bo: Person,
    /// Handed in, and has advice.
    pub eve: StudentId,
    /// Began and stopped.
    pub finn: StudentId,
    /// Has done nothing yet.
    pub gus: StudentId,
}

/// Brings everybody in, in the seed's transaction.
pub async fn enter(password_hash: &str, post: &Post, conn: &mut AsyncPgConnection) -> Result<AtWork> {
    diesel::update(setting::table)
        .set((
            setting::school.eq("Harbor State College"),
            setting::zone.eq("America/Chicago"),
            setting::credit_unit.eq("quarter"),
        ))
        .execute(conn)
        .await?;
    let mut cast = Vec::new();
    for (name, email, role) in EVERYBODY {
        cast.push(account(name, email, role, password_hash, conn).await?);
    }
    let [_, _, ada, bo, eve, finn, gus, hana]: [Person; 8] = cast.try_into().map_err(|_| Error::Conflict)?;
    for advisor in [&ada, &bo] {
        assignment::set_up_desk(advisor.id, conn).await?;
    }
    for (student, advisor) in [(&eve, &ada), (&finn, &bo), (&gus, &ada), (&hana, &bo)] {
        assignment::give(student.id.as_student(), advisor.id, None, conn).await?;
    }
    let setting = Setting::load(conn).await?;
    let gus = gus.id.as_student();

    let eve = known(eve)?;
    Profile {
        education: Some(Education::SomeCollege),
        credits: Some(40),
        unit: Some(CreditUnit::Quarter),
        years: Some(4),
        pace: Some(Pace::Full),
        supervise: Some(Supervise::Yes),
        matters: Some("I want to run the front office one day, not only sit in it.".to_owned()),
        ..Profile::default()
    }
    .save(&eve, conn)
    .await?;
    hand_in(&eve, "P02", &setting, post, conn).await?;
    super::desk::of_ada(&ada, &eve, post, conn).await?;

    let hana = known(hana)?;
    Profile {
        education: Some(Education::SomeCollege),
        credits: Some(45),
        unit: Some(CreditUnit::Quarter),
        years: Some(3),
        pace: Some(Pace::Full),
        supervise: Some(Supervise::Maybe),
        ..Profile::default()
    }
    .save(&hana, conn)
    .await?;
    hand_in(&hana, "P12", &setting, post, conn).await?;

    let finn = known(finn)?;
    save_parts(&finn, &Example::answers("P06"), 2, conn).await?;
    move_back(conn).await?;
    Ok(AtWork { ada, bo, eve: eve.student_id(), finn: finn.student_id(), gus })
}

async fn account(name: &str, email: &str, role: Role, hash: &str, conn: &mut AsyncPgConnection) -> Result<Person> {
    let id = PersonId::new();
    let full_name = FullName::parse(name).map_err(|_| Error::Conflict)?;
    let address = Email::parse(email).map_err(|_| Error::Conflict)?;
    person::create(id, role, &full_name, &address, hash, "en", conn).await?;
    Ok(Person {
        id,
        role,
        called: first_word(name),
        full_name: name.to_owned(),
        email: email.to_owned(),
        locale: "en".to_owned(),
    })
}

fn known(person: Person) -> Result<Student> {
    Student::known(person).ok_or(Error::Conflict)
}

/// Saves the first parts of the questionnaire with a worked example's answers.
async fn save_parts(
    student: &Student,
    answers: &Answers,
    parts: usize,
    conn: &mut AsyncPgConnection,
) -> Result<Attempt> {
    let version = Version::published(conn).await?.ok_or(Error::NotFound)?;
    let mut attempt = Attempt::begin(student, version.id, conn).await?;
    for part in version.sheet.parts().into_iter().take(parts) {
        let items = version.sheet.items_of(part);
        let said: Vec<_> = items
            .iter()
            .filter_map(|item| answers.choice(&item.name).map(|choice| (item.name.clone(), choice)))
            .collect();
        attempt = attempt.save(Some(part), &said, conn).await?;
    }
    Ok(attempt)
}

async fn hand_in(
    student: &Student,
    example: &str,
    setting: &Setting,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let attempt = save_parts(student, &Example::answers(example), usize::MAX, conn).await?;
    submission::submit(student, attempt.id, setting, post, conn).await?;
    Ok(())
}

/// Lets the demo have a past: people came 12 days ago, Eve's result is 2 days old, Hana's one. That there is a note for Eve
/// was told her then: no letter says so today.
async fn move_back(conn: &mut AsyncPgConnection) -> Result<()> {
    conn.batch_execute(
        "update person set created_at = now() - interval '12 days';
         update student set created_at = now() - interval '12 days';
         update assignment set since = now() - interval '12 days';
         update desk set last_given_at = now() - interval '12 days';
         alter table result disable trigger result_stands;
         update result set created_at = now() - case when outcome = 'EITHER' then interval '1 day' else interval '2 days' end;
         alter table result enable trigger result_stands;
         update attempt set started_at = now() - interval '3 days',
                            saved_at = coalesce((select created_at from result where attempt_id = attempt.id), now() - interval '3 days'),
                            submitted_at = (select created_at from result where attempt_id = attempt.id);
         update answer set answered_at = now() - interval '3 days';
         update saved_part set saved_at = now() - interval '3 days';
         update student set newest_result_at = (select created_at from result where id = newest_result_id),
                            looked_at = looked_at - interval '1 day';
         update letter set created_at = (select created_at from result where id = result_id) where result_id is not null;
         update note set created_at = now() - interval '25 hours', changed_at = now() - interval '25 hours', contact_on = current_date - 1;
         delete from letter where kind in ('shared-note', 'advice-changed');
         update advice set created_at = now() - interval '1 day'",
    )
    .await?;
    Ok(())
}
