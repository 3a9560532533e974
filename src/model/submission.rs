//! Handing an attempt in: one transaction makes the result, closes the attempt and queues the letter.

use diesel::{dsl::now, prelude::*};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};

use super::{
    attempt::answers_of,
    error::{Error, Result},
    fit,
    id::{AttemptId, QuestionnaireId, ResultId},
    offer::Offer,
    person::Student,
    post::Post,
    profile::Profile,
    questionnaire::Version,
    recommendation,
    result::{NewResult, StoredResult},
    setting::Setting,
    trial,
};
use crate::{
    language::Language,
    schema::{attempt, student as queue},
};

/// Hands it in. A double click, a retry or a second tab finds it submitted and gets the same result; one letter goes out.
///
/// # Errors
/// [`Error::NotFound`] for somebody else's attempt.
pub async fn submit(
    student: &Student,
    id: AttemptId,
    setting: &Setting,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<ResultId> {
    conn.transaction(async |conn| {
        // Held until the commit: a second press waits here and then finds the result.
        let is_submitted: bool = attempt::table
            .find(id)
            .filter(attempt::student_id.eq(student.student_id()))
            .select(attempt::submitted_at.is_not_null())
            .for_update()
            .first(conn)
            .await?;
        if is_submitted {
            return StoredResult::id_of(id, conn).await?.ok_or(Error::NotFound);
        }
        diesel::update(attempt::table.find(id)).set(attempt::submitted_at.eq(now)).execute(conn).await?;
        store(student, id, setting, post, conn).await
    })
    .await
}

/// Stores the result of a student's attempt that is closed now, and queues the letter. Part of a transaction.
pub(super) async fn store(
    student: &Student,
    id: AttemptId,
    setting: &Setting,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<ResultId> {
    let version: QuestionnaireId = attempt::table.find(id).select(attempt::questionnaire_id).first(conn).await?;
    let version = Version::with_id(version, conn).await?;
    let answers = answers_of(id, conn).await?;
    let (profile, _) = Profile::of(student.student_id(), conn).await?;
    let language = Language::of(&student.person().locale);
    let offer = match Offer::in_force(conn).await? {
        Some(offer) => Some(offer.told(language, conn).await?),
        None => None,
    };
    let fit = fit::score(&version.sheet, &answers, profile.supervision());

    let new = NewResult {
        id: trial::result_id(id),
        attempt_id: id,
        student_id: student.student_id(),
        version: &version,
        catalog_id: offer.as_ref().map(|offer| offer.catalog_id),
        fit: &fit,
        profile: &profile.used(),
    };
    new.store(conn).await?;
    diesel::update(queue::table.find(student.student_id()))
        .set((queue::newest_result_id.eq(new.id), queue::newest_result_at.eq(now)))
        .execute(conn)
        .await?;
    recommendation::send(student, &new, offer.as_ref(), setting, post, conn).await?;
    Ok(new.id)
}
