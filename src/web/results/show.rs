//! One result as its student reads it: the band in words, points to both sides, what moved it, every answer, and how the
//! programs fit the student's time. Everything on it can be checked by hand.

use actix_web::{HttpRequest, web::Path};
use askama::Template;

use super::{
    super::{
        error::Error,
        guard::Conn,
        page::{Frame, Reply, ok},
    },
    advice::AdviceCard,
    answers::{AnswerRow, answer_row, answers},
    around::Around,
    changes::{Changes, changes},
    jobs::{Jobs, jobs},
    parts::{Drawings, ProgramRow, drawings, lead, program_rows},
    since::{Since, since},
    tried,
    way::{Way, way},
    words,
};
use crate::model::{
    advice::Advice,
    assignment::MyAdvisor,
    fit::{Fit, Outcome, Reason, explain},
    id::{FormKey, ResultId},
    outbox::LetterState,
    person::Student,
    questionnaire::sheet::Sheet,
    respondent::Respondent,
    result::StoredResult,
    session::Anonymous,
};

/// The letter about this result.
struct LetterLine {
    state: &'static str,
    words: String,
    next_try: String,
}

#[derive(Template)]
#[template(path = "results/show.html")]
struct Show {
    frame: Frame,
    id: ResultId,
    name: String,
    date: String,
    version: i32,
    scoring: String,
    fit: Fit,
    heading: &'static str,
    band: &'static str,
    lead: String,
    reason: Option<String>,
    cautions: Vec<String>,
    pairs: Vec<[AnswerRow; 2]>,
    drawings: Option<Drawings>,
    stem: String,
    answers: Vec<AnswerRow>,
    changes: Option<Changes>,
    has_profile: bool,
    programs: Vec<ProgramRow>,
    cap: i16,
    no_credits: bool,
    unit_unsure: bool,
    unit: &'static str,
    way: Option<Way>,
    jobs: Option<Jobs>,
    since: Option<Since>,
    advisor: Option<MyAdvisor>,
    advice: Option<AdviceCard>,
    letter: Option<LetterLine>,
    form_key: FormKey,
    is_newest: bool,
}

/// The page. A visitor sees the band of what they tried.
///
/// # Errors
/// 404 for another person's result.
pub async fn show(respondent: Respondent, id: Path<ResultId>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    match &respondent {
        Respondent::Student(student) => whole(student, *id, &req, frame, &mut conn).await,
        visitor => tried::show(here(visitor)?, *id, frame, &mut conn).await,
    }
}

/// The browser of a visitor who has tried. What somebody names who has not may be theirs, once they sign in.
pub(super) fn here(visitor: &Respondent) -> Result<Anonymous, Error> {
    match visitor {
        Respondent::Visitor(Some(here)) if !visitor.may_be_signed_out() => Ok(*here),
        _ => Err(Error::SignedOut),
    }
}

async fn whole(student: &Student, id: ResultId, req: &HttpRequest, frame: Frame, conn: &mut Conn) -> Reply {
    let result = StoredResult::of(student, id, conn).await?.told(frame.language, conn).await?;
    let newest = StoredResult::newest_of(student.student_id(), conn).await?;
    let around = Around::of(result.catalog_id, frame.language, req, conn).await?;
    let Around { offer, notices, compared } = &*around;
    let before = result.before(conn).await?;
    let advisor = MyAdvisor::of(student.student_id(), conn).await?;
    let advice = Advice::latest_on(result.id, conn).await?;
    let letter = LetterState::of_result(result.id, conn).await?.into_iter().next();

    let (fit, sheet) = (&result.fit, &result.version.sheet);
    let is_conflict = fit.reason == Some(Reason::Conflict);
    let programs = offer.as_ref().map(|offer| program_rows(offer, &result, notices, &frame)).unwrap_or_default();
    let way = offer.as_ref().and_then(|offer| way(offer, result.fit.outcome, &result.profile, notices, &frame));
    let opened = way.as_ref().map(Way::programs).unwrap_or_default();
    ok(&Show {
        id: result.id,
        name: student.person().full_name.clone(),
        date: frame.day(&result.created_at),
        version: result.version.number,
        scoring: result.scoring.clone(),
        heading: words::heading_key(fit.outcome, is_conflict),
        band: words::band(fit),
        lead: lead(sheet, fit, &frame),
        reason: fit.reason.map(|reason| frame.t.say(words::reason_key(reason)).to_string()),
        cautions: words::cautions(fit, &frame.t),
        pairs: pairs(sheet, fit, &frame),
        drawings: (fit.outcome != Outcome::Insufficient).then(|| drawings(sheet, fit)),
        stem: sheet.stem.clone(),
        answers: answers(sheet, fit, &frame),
        changes: changes(&result, &frame),
        has_profile: programs.iter().any(|program| program.code != "unknown"),
        programs,
        jobs: offer.as_ref().and_then(|offer| jobs(offer, &opened, compared, &frame)),
        way,
        since: before.map(|before| since(&before, &result, &frame)),
        cap: offer.as_ref().map_or(0, |offer| offer.cap_percent),
        no_credits: result.profile.credits.is_none(),
        unit_unsure: result.profile.unit.is_none_or(|unit| unit.code() == "not_sure"),
        unit: frame.setting.unit().code(),
        advisor,
        advice: advice.map(|advice| AdviceCard::of(&advice, fit, &frame)),
        letter: letter.map(|letter| letter_line(&letter, &frame)),
        form_key: FormKey::new(),
        is_newest: newest.is_some_and(|newest| newest.id == result.id),
        fit: result.fit.clone(),
        frame,
    })
}

/// Answers about nearly the same thing that are far apart, as they were given.
fn pairs(sheet: &Sheet, fit: &Fit, frame: &Frame) -> Vec<[AnswerRow; 2]> {
    let given = |name: &str| fit.contributions.iter().find(|one| one.item == name);
    let row = |name: &str| answer_row(sheet, given(name)?, frame);
    let pairs = explain::inconsistent_pairs(sheet, fit);
    pairs.iter().filter_map(|pair| Some([row(&pair.first)?, row(&pair.second)?])).collect()
}

fn letter_line(letter: &LetterState, frame: &Frame) -> LetterLine {
    let at = letter.settled_at.map(|moment| frame.moment(&moment)).unwrap_or_default();
    let key = match letter.state.as_str() {
        "accepted" => "letter-line-accepted",
        "deferred" => "letter-line-deferred",
        "failed" => "letter-line-failed",
        "held" => "letter-line-held",
        _ => "letter-line-sending",
    };
    LetterLine {
        state: letter.state.as_str(),
        words: frame.t.say(key).set("at", at).set("email", &letter.to_email).to_string(),
        next_try: frame.time(&letter.next_try_at),
    }
}
