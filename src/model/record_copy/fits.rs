//! Answers and results in a copy, with the words of the questions as they were asked.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use serde::Serialize;

use crate::{
    language::Language,
    model::{
        error::Result,
        fit::{Contribution, Outcome},
        id::{AttemptId, QuestionnaireId, ResultId, StudentId},
        profile::Profile,
        questionnaire::{
            Version,
            item::{Answer, Choice},
            sheet::Sheet,
        },
    },
    schema::{advice, answer, attempt, result, saved_part},
};

/// One way through the questionnaire.
#[derive(Serialize)]
pub struct AttemptCopy {
    /// Which.
    pub id: AttemptId,
    /// The version of the questionnaire.
    pub questionnaire: i32,
    /// When it was begun.
    pub started_at: Timestamp,
    /// When something was saved last.
    pub saved_at: Timestamp,
    /// When it was handed in.
    pub submitted_at: Option<Timestamp>,
    /// The parts that were saved.
    pub saved_parts: Vec<i16>,
    /// Every answer, in the order of the questions.
    pub answers: Vec<AnswerCopy>,
}

/// One answer.
#[derive(Serialize)]
pub struct AnswerCopy {
    /// The question's name, such as `q07`.
    pub item: String,
    /// The question's place.
    pub number: i16,
    /// What was asked.
    pub question: String,
    /// What was said, in the words of the scale.
    pub answer: String,
    /// The same as a number from -2 to 2; nothing: "I don't know enough to say".
    pub value: Option<i16>,
    /// When.
    pub answered_at: Timestamp,
}

/// One result.
#[derive(Serialize)]
pub struct ResultCopy {
    /// Which.
    pub id: ResultId,
    /// The attempt it comes from.
    pub attempt_id: AttemptId,
    /// When.
    pub created_at: Timestamp,
    /// The version of the questionnaire.
    pub questionnaire: i32,
    /// The scoring rules.
    pub scoring: String,
    /// Such as `HI_LEAN`.
    pub outcome: String,
    /// Why it names no program.
    pub reason: Option<String>,
    /// What to know about the answers.
    pub flags: Vec<String>,
    /// Questions answered on the scale.
    pub answered: i16,
    /// Questions there were.
    pub item_count: i16,
    /// The points; with too few answers they are in a released copy only, since they could point the wrong way.
    pub points: Option<PointsCopy>,
    /// The part of the profile that was used, as it was.
    pub profile: Profile,
    /// The advisors' words on it, the newest first.
    pub advice: Vec<AdviceCopy>,
}

/// The points of a result.
#[derive(Serialize)]
pub struct PointsCopy {
    /// Toward health informatics.
    pub hi: i16,
    /// Toward health information management.
    pub him: i16,
    /// What each answer gave: positive toward health informatics.
    pub contributions: Vec<Contribution>,
}

/// Advice on a result.
#[derive(Serialize, Queryable)]
pub struct AdviceCopy {
    #[serde(skip)]
    result_id: ResultId,
    /// By whom.
    pub author: String,
    /// Such as `agree`.
    pub verdict: String,
    /// Why.
    pub reason: Option<String>,
    /// What the student reads.
    pub words: String,
    /// When.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
}

#[derive(Queryable)]
struct AttemptRow {
    id: AttemptId,
    questionnaire_id: QuestionnaireId,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    started_at: Timestamp,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    saved_at: Timestamp,
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    submitted_at: Option<Timestamp>,
}

/// What was said to one item, and when.
type Said = (AttemptId, String, Option<i16>, jiff_diesel::Timestamp);

pub(super) async fn attempts(
    student: StudentId,
    language: Language,
    conn: &mut AsyncPgConnection,
) -> Result<Vec<AttemptCopy>> {
    let rows: Vec<AttemptRow> = attempt::table
        .filter(attempt::student_id.eq(student))
        .order(attempt::started_at.desc())
        .select((attempt::id, attempt::questionnaire_id, attempt::started_at, attempt::saved_at, attempt::submitted_at))
        .load(conn)
        .await?;
    let said: Vec<Said> = answer::table
        .inner_join(attempt::table.on(attempt::id.eq(answer::attempt_id)))
        .filter(attempt::student_id.eq(student))
        .select((answer::attempt_id, answer::item, answer::value, answer::answered_at))
        .load(conn)
        .await?;
    let parts: Vec<(AttemptId, i16)> = saved_part::table
        .inner_join(attempt::table)
        .filter(attempt::student_id.eq(student))
        .order(saved_part::part)
        .select((saved_part::attempt_id, saved_part::part))
        .load(conn)
        .await?;
    let mut answers: HashMap<AttemptId, Vec<Said>> = HashMap::new();
    for one in said {
        answers.entry(one.0).or_default().push(one);
    }
    let mut copies = Vec::new();
    for row in rows {
        // Kept in the process once read: a version never changes.
        let version = Version::with_id(row.questionnaire_id, conn).await?.told(language, conn).await?;
        let said = answers.remove(&row.id).unwrap_or_default();
        copies.push(AttemptCopy {
            id: row.id,
            questionnaire: version.number,
            started_at: row.started_at,
            saved_at: row.saved_at,
            submitted_at: row.submitted_at,
            saved_parts: parts.iter().filter(|(id, _)| *id == row.id).map(|(_, part)| *part).collect(),
            answers: in_order(said, &version.sheet),
        });
    }
    Ok(copies)
}

fn in_order(said: Vec<Said>, sheet: &Sheet) -> Vec<AnswerCopy> {
    let copy = |(_, name, value, at): Said| {
        let item = sheet.item(&name)?;
        let choice = value.and_then(|value| i8::try_from(value).ok()).and_then(Answer::new);
        Some(AnswerCopy {
            number: item.position,
            question: item.text.clone(),
            answer: sheet.label_of(&choice.map_or(Choice::Unsure, Choice::Scale)).to_owned(),
            item: name,
            value,
            answered_at: at.to_jiff(),
        })
    };
    let mut answers: Vec<AnswerCopy> = said.into_iter().filter_map(copy).collect();
    answers.sort_by_key(|answer| answer.number);
    answers
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = result, check_for_backend(diesel::pg::Pg))]
struct ResultRow {
    id: ResultId,
    attempt_id: AttemptId,
    questionnaire_id: QuestionnaireId,
    scoring: String,
    outcome: String,
    reason: Option<String>,
    flags: Vec<String>,
    hi: i16,
    him: i16,
    answered: i16,
    item_count: i16,
    contributions: serde_json::Value,
    profile: serde_json::Value,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    created_at: Timestamp,
}

pub(super) async fn results(
    student: StudentId,
    is_released: bool,
    conn: &mut AsyncPgConnection,
) -> Result<Vec<ResultCopy>> {
    let rows: Vec<ResultRow> = result::table
        .filter(result::student_id.eq(student))
        .order(result::created_at.desc())
        .select(ResultRow::as_select())
        .load(conn)
        .await?;
    let mut given: Vec<AdviceCopy> = advice::table
        .inner_join(result::table)
        .filter(result::student_id.eq(student))
        .order((advice::created_at.desc(), advice::id.desc()))
        .select((advice::result_id, advice::author, advice::verdict, advice::reason, advice::words, advice::created_at))
        .load(conn)
        .await?;
    let mut copies = Vec::new();
    for row in rows {
        let version = Version::with_id(row.questionnaire_id, conn).await?;
        let (of_this, others) = given.into_iter().partition(|one| one.result_id == row.id);
        given = others;
        copies.push(copy(row, version.number, of_this, is_released)?);
    }
    Ok(copies)
}

fn copy(row: ResultRow, questionnaire: i32, advice: Vec<AdviceCopy>, is_released: bool) -> Result<ResultCopy> {
    let unreadable = |error: serde_json::Error| diesel::result::Error::DeserializationError(error.into());
    let has_points = is_released || row.outcome != Outcome::Insufficient.as_str();
    let contributions = serde_json::from_value(row.contributions).map_err(unreadable)?;
    Ok(ResultCopy {
        id: row.id,
        attempt_id: row.attempt_id,
        created_at: row.created_at,
        questionnaire,
        scoring: row.scoring,
        outcome: row.outcome,
        reason: row.reason,
        flags: row.flags,
        answered: row.answered,
        item_count: row.item_count,
        points: has_points.then_some(PointsCopy { hi: row.hi, him: row.him, contributions }),
        profile: serde_json::from_value(row.profile).map_err(unreadable)?,
        advice,
    })
}
