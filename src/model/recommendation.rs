//! The letter about a result: the facts it carries, copied so that the letter stays true whatever changes later.

use diesel::prelude::*;
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;

use super::{
    assignment::MyAdvisor,
    claim::{Claim, State},
    error::Result,
    fit::{Fit, Outcome, Reason, Side, explain},
    id::FormKey,
    letter::{Figure, Letter, NextStep, ProgramFit, RecommendationFacts, Sender},
    offer::Offer,
    outbox::NewLetter,
    pathway,
    person::Student,
    post::Post,
    questionnaire::{Version, sheet::Sheet},
    result::{NewResult, StoredResult},
    setting::Setting,
    throttle,
};
use crate::{language::Language, schema::letter};

/// Queues the letter about a new result, in the transaction that stores it.
///
/// # Errors
/// When the database fails; then there is no result either.
pub(super) async fn send(
    student: &Student,
    new: &NewResult<'_>,
    offer: Option<&Offer>,
    setting: &Setting,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<()> {
    let today = setting.local(Timestamp::now()).date();
    let language = Language::of(&student.person().locale);
    let version = Version::with_id(new.version.id, conn).await?.told(language, conn).await?;
    let (fit, sheet) = (new.fit, &version.sheet);
    let advisor = MyAdvisor::of(student.student_id(), conn).await?;
    let claims = Claim::tell(figures_for(fit, conn).await?, language, conn).await?;
    let best = best_program(fit, new, offer);
    let (strongest, against) = movers(fit, sheet);
    let facts = RecommendationFacts {
        called: Some(student.person().called.clone()),
        outcome: fit.outcome.as_str().to_owned(),
        reason: fit.reason.map(|reason| reason.as_str().to_owned()),
        hi: fit.hi,
        him: fit.him,
        answered: fit.answered,
        item_count: fit.item_count,
        most: sheet.max_points(),
        missing: (sheet.thresholds.min_answered - fit.answered).max(0),
        strongest,
        against,
        next_step: next_step(fit, best.as_ref(), new),
        program: best,
        disclaimer: disclaimers(&claims),
        figures: claims.iter().map(|claim| figure(claim, today)).collect(),
        advisor: advisor.as_ref().map(|one| Sender { name: one.full_name.clone(), email: one.email.clone() }),
        include_scores: setting.letters_scores,
        result_path: super::result::path(new.id),
        result_date: today,
    };
    let letter = Letter::Recommendation(Box::new(facts));
    let person = student.person();
    let new_letter = NewLetter {
        letter: &letter,
        person_id: Some(person.id),
        result_id: Some(new.id),
        to_name: &person.full_name,
        to_email: &person.email,
        reply_to: advisor.as_ref().map(|one| one.email.as_str()),
        locale: &person.locale,
        token: None,
        form_key: None,
    };
    post.put(new_letter, conn).await?;
    Ok(())
}

/// What came of sending a letter again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentAgain {
    /// It is on its way.
    Queued,
    /// Three times an hour are the most.
    TooMany,
    /// The letter is so old that its words are gone.
    Wordless,
}

/// Sends the letter about a result again, with the facts it had; three an hour at most. Says whether it is on its way.
///
/// # Errors
/// When the database fails.
pub async fn send_again(
    student: &Student,
    result: &StoredResult,
    form_key: FormKey,
    post: &Post,
    conn: &mut AsyncPgConnection,
) -> Result<SentAgain> {
    let person = student.person();
    conn.transaction(async |conn| {
        // The same press, sent twice: it is on its way already and is not one more of the three.
        let is_retry = letter::table.filter(letter::form_key.eq(form_key)).filter(letter::result_id.eq(result.id));
        if diesel::select(diesel::dsl::exists(is_retry)).get_result(conn).await? {
            return Ok(SentAgain::Queued);
        }
        if !throttle::may_write("recommendation", &person.id.to_string(), conn).await? {
            return Ok(SentAgain::TooMany);
        }
        let (facts, reply_to): (serde_json::Value, Option<String>) = letter::table
            .filter(letter::result_id.eq(result.id))
            .filter(letter::kind.eq("recommendation"))
            .order(letter::created_at)
            .select((letter::facts, letter::reply_to))
            .first(conn)
            .await?;
        // The words of old letters are taken out; the result itself says it all.
        let Ok(letter) = serde_json::from_value::<Letter>(facts) else { return Ok(SentAgain::Wordless) };
        let again = NewLetter {
            letter: &letter,
            person_id: Some(person.id),
            result_id: Some(result.id),
            to_name: &person.full_name,
            to_email: &person.email,
            reply_to: reply_to.as_deref(),
            locale: &person.locale,
            token: None,
            form_key: Some(form_key),
        };
        post.put(again, conn).await?;
        Ok(SentAgain::Queued)
    })
    .await
}

/// The strongest three poles toward the named side, and the strongest one against it. With no side named, the strongest
/// three of any.
fn movers(fit: &Fit, sheet: &Sheet) -> (Vec<String>, Option<String>) {
    let rows = explain::dimensions(sheet, fit);
    let poles = |side| explain::movers(&rows, side).into_iter().map(|mover| mover.pole).collect::<Vec<_>>();
    match fit.outcome.side() {
        Some(side) => (poles(side).into_iter().take(3).collect(), poles(side.other()).into_iter().next()),
        None => {
            let any = rows.iter().filter_map(|row| match row.side()? {
                Side::Hi => Some(row.hi_pole.clone()),
                Side::Him => Some(row.him_pole.clone()),
            });
            (any.take(3).collect(), None)
        }
    }
}

fn best_program(fit: &Fit, new: &NewResult<'_>, offer: Option<&Offer>) -> Option<ProgramFit> {
    let (program, feasibility) = pathway::best_of(fit.outcome.side()?, &offer?.programs, new.profile)?;
    Some(ProgramFit {
        title: program.title.clone(),
        feasibility: feasibility.as_str().to_owned(),
        years: feasibility.years().and_then(|years| i16::try_from(years).ok()).unwrap_or_default(),
        needs: match feasibility {
            pathway::Feasibility::Blocked { needs } => Some(needs.code().to_owned()),
            _ => None,
        },
        warning: program.warning.clone(),
    })
}

fn next_step(fit: &Fit, best: Option<&ProgramFit>, new: &NewResult<'_>) -> NextStep {
    let is_far = best.is_some_and(|best| matches!(best.feasibility.as_str(), "BLOCKED" | "OVER_TIME"));
    match (fit.outcome, fit.reason) {
        (Outcome::Insufficient, _) => NextStep::FinishQuestions,
        (_, Some(Reason::NeitherAppeals)) => NextStep::OtherPrograms,
        _ if is_far => NextStep::FirstStep,
        _ if new.profile.education.is_none() => NextStep::FillProfile,
        _ => NextStep::TalkToAdvisor,
    }
}

/// The figures of the comparison that speak of the named side's pay and growth; with no side named, both sides' pay.
/// Which ones they are is the editors' choice: they are the ones on the comparison page.
async fn figures_for(fit: &Fit, conn: &mut AsyncPgConnection) -> Result<Vec<Claim>> {
    if fit.outcome == Outcome::Insufficient {
        return Ok(Vec::new());
    }
    let mut claims = Claim::compared(conn).await?;
    let is_told = |claim: &Claim| claim.is_middle_pay() || claim.is_growth();
    claims.retain(|claim| match fit.outcome.side() {
        Some(Side::Hi) => claim.program == "hi" && is_told(claim),
        Some(Side::Him) => claim.program == "him" && is_told(claim),
        None => claim.is_middle_pay(),
    });
    Ok(claims)
}

/// A figure as a letter tells it.
pub(super) fn figure(claim: &Claim, today: jiff::civil::Date) -> Figure {
    Figure {
        label: claim.label_words().to_owned(),
        value: claim.value_words(),
        statistic: claim.statistic.code().to_owned(),
        period: claim.period_words(),
        source: claim.source.publisher.clone(),
        checked_on: claim.reviewed_on.filter(|_| claim.state(today) == State::Checked),
        revision_id: claim.id,
        under_review: claim.is_expired(today),
    }
}

fn disclaimers(claims: &[Claim]) -> String {
    let mut texts: Vec<&str> = claims.iter().filter_map(|claim| claim.disclaimer.as_deref()).collect();
    texts.sort_unstable();
    texts.dedup();
    texts.join(" ")
}
