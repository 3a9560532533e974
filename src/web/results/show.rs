//! One result as its student reads it: the band in words, points to both sides, what moved it, every answer, and how the
//! programs fit the student's time. Everything on it can be checked by hand.

use actix_web::web::Path;
use askama::Template;

use super::{
    super::{
        chart::{self, Fits, Fly, FlyRow, Gauge},
        guard::Conn,
        page::{Frame, Reply, ok},
    },
    answers::{AnswerRow, answers},
    changes::{Changes, changes},
    words,
};
use crate::model::{
    advice::{Advice, Verdict},
    assignment::MyAdvisor,
    fit::{Fit, Outcome, Reason, Side, explain},
    id::{FormKey, ResultId},
    offer::Offer,
    outbox::LetterState,
    pathway::{self, Feasibility},
    person::Student,
    questionnaire::sheet::Sheet,
    result::StoredResult,
};

/// One program against the student's time.
struct ProgramRow {
    slug: String,
    title: String,
    side: &'static str,
    credits_left: Option<i32>,
    years: Option<i32>,
    code: String,
    needs: Option<String>,
}

/// The advisor's word on this result.
struct AdviceCard {
    heading: String,
    words: String,
    reason: Option<String>,
    author: String,
    day: String,
}

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
    pairs: Vec<(String, String)>,
    drawings: Option<Drawings>,
    answers: Vec<AnswerRow>,
    changes: Option<Changes>,
    has_profile: bool,
    programs: Vec<ProgramRow>,
    cap: i16,
    no_credits: bool,
    unit_unsure: bool,
    path_words: Option<String>,
    advisor: Option<MyAdvisor>,
    advice: Option<AdviceCard>,
    letter: Option<LetterLine>,
    form_key: FormKey,
    is_newest: bool,
}

/// The drawings of a result that has points.
struct Drawings {
    fits: Fits,
    gauge: Gauge,
    fly: Fly,
    /// "64 − 2 = 62."
    sum: String,
    side: Option<&'static str>,
    lead: i16,
    most: i16,
}

/// The page.
///
/// # Errors
/// 404 for another person's result.
pub async fn show(student: Student, id: Path<ResultId>, frame: Frame, mut conn: Conn) -> Reply {
    let result = StoredResult::of(&student, *id, &mut conn).await?;
    let newest = StoredResult::newest_of(student.student_id(), &mut conn).await?;
    let offer = match result.catalog_id {
        Some(catalog) => Offer::of_catalog(catalog, &mut conn).await?,
        None => None,
    };
    let advisor = MyAdvisor::of(student.student_id(), &mut conn).await?;
    let advice = Advice::latest_on(result.id, &mut conn).await?;
    let letter = LetterState::of_result(result.id, &mut conn).await?.into_iter().next();

    let (fit, sheet) = (&result.fit, &result.version.sheet);
    let is_conflict = fit.reason == Some(Reason::Conflict);
    let programs = offer.as_ref().map(|offer| program_rows(offer, &result, &frame)).unwrap_or_default();
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
        pairs: pairs(sheet, fit),
        drawings: (fit.outcome != Outcome::Insufficient).then(|| drawings(sheet, fit)),
        answers: answers(sheet, fit, &frame),
        changes: changes(&result, &frame),
        has_profile: programs.iter().any(|program| program.code != "unknown"),
        path_words: blocked_leader(fit.outcome, &programs, &frame),
        programs,
        cap: offer.as_ref().map_or(0, |offer| offer.cap_percent),
        no_credits: result.profile.credits.is_none(),
        unit_unsure: result.profile.unit.is_none_or(|unit| unit.code() == "not_sure"),
        advisor,
        advice: advice.map(|advice| advice_card(&advice, fit, &frame)),
        letter: letter.map(|letter| letter_line(&letter, &frame)),
        form_key: FormKey::new(),
        is_newest: newest.is_some_and(|newest| newest.id == result.id),
        fit: result.fit.clone(),
        frame,
    })
}

/// Where the points went and what moved them most, in one or two sentences.
fn lead(sheet: &Sheet, fit: &Fit, frame: &Frame) -> String {
    if fit.outcome == Outcome::Insufficient {
        let needed = sheet.thresholds.min_answered - fit.answered;
        let sentence = frame.t.say("lead-not-enough").set("answered", fit.answered).set("items", fit.item_count);
        return sentence.set("needed", needed).to_string();
    }
    let sentence = frame.t.say("lead-points").set("hi", fit.hi).set("him", fit.him).to_string();
    let Some(side) = fit.outcome.side() else { return sentence };
    let rows = explain::dimensions(sheet, fit);
    let poles: Vec<String> =
        explain::movers(&rows, side).into_iter().take(3).map(|mover| mover.pole.to_lowercase()).collect();
    match poles.as_slice() {
        [] => sentence,
        [one] => format!("{} {sentence}", frame.t.say("lead-moved-one").set("one", one)),
        [one, two] => format!("{} {sentence}", frame.t.say("lead-moved-two").set("one", one).set("two", two)),
        [one, two, three, ..] => {
            let moved = frame.t.say("lead-moved").set("one", one).set("two", two).set("three", three);
            format!("{moved} {sentence}")
        }
    }
}

fn drawings(sheet: &Sheet, fit: &Fit) -> Drawings {
    let most = sheet.max_points();
    let positive = |points: i16| u32::from(points.unsigned_abs());
    let side = fit.outcome.side().map(|side| match side {
        Side::Hi => chart::Side::Hi,
        Side::Him => chart::Side::Him,
    });
    let topic_most = sheet.dimensions.iter().map(|dimension| sheet.max_points_of(dimension)).max().unwrap_or(1);
    let rows = explain::dimensions(sheet, fit)
        .into_iter()
        .map(|row| FlyRow::new(row.hi_pole, row.him_pole, positive(row.hi), positive(row.him), positive(topic_most)))
        .collect();
    let limits = &sheet.thresholds;
    let (more, less) = if fit.points < 0 { (fit.him, fit.hi) } else { (fit.hi, fit.him) };
    Drawings {
        fits: Fits::new(positive(fit.hi), positive(fit.him), positive(most), side),
        gauge: Gauge::new(fit.points.into(), positive(limits.lean), positive(limits.clear), positive(most)),
        fly: Fly::new(rows),
        sum: format!("{more} − {less} = {}.", more - less),
        side: match fit.points {
            0 => None,
            1.. => Some("hi"),
            _ => Some("him"),
        },
        lead: fit.points.abs(),
        most,
    }
}

fn pairs(sheet: &Sheet, fit: &Fit) -> Vec<(String, String)> {
    let text = |name: &str| sheet.item(name).map(|item| item.text.clone()).unwrap_or_default();
    explain::inconsistent_pairs(sheet, fit).iter().map(|pair| (text(&pair.first), text(&pair.second))).collect()
}

fn program_rows(offer: &Offer, result: &StoredResult, frame: &Frame) -> Vec<ProgramRow> {
    let row = |program: &pathway::Program| {
        let feasibility = pathway::feasibility(program, &result.profile);
        let unit = frame.setting.unit();
        ProgramRow {
            slug: program.slug.clone(),
            title: program.title.clone(),
            side: words::code(program.field),
            credits_left: feasibility
                .and_then(Feasibility::remaining_q10)
                .map(|left| pathway::credits_left(left, unit)),
            years: feasibility.and_then(Feasibility::years),
            code: feasibility.map_or("unknown".to_owned(), |one| one.as_str().to_lowercase()),
            needs: match feasibility {
                Some(Feasibility::Blocked { needs }) => {
                    Some(frame.t.say(&format!("needs-{}", needs.code().replace('_', "-"))).to_string())
                }
                _ => None,
            },
        }
    };
    offer.programs.iter().map(row).collect()
}

/// When every program of the named field is closed or too long: said so, with a first step. It never flips the fit.
fn blocked_leader(outcome: Outcome, programs: &[ProgramRow], frame: &Frame) -> Option<String> {
    let side = words::code(outcome.side()?);
    let mut of_side = programs.iter().filter(|program| program.side == side && program.code != "unknown").peekable();
    of_side.peek()?;
    let is_far = of_side.all(|program| program.code == "blocked" || program.code == "over_time");
    is_far.then(|| frame.t.say("result-far").set("side", side).to_string())
}

/// The advisor's words stand above the points, never instead of them.
fn advice_card(advice: &Advice, fit: &Fit, frame: &Frame) -> AdviceCard {
    let named = fit.outcome.side().map_or("either", words::code);
    let verdict = match advice.verdict() {
        Verdict::Agree => named,
        other => other.code(),
    };
    AdviceCard {
        heading: frame.t.say("advice-heading").set("verdict", verdict).to_string(),
        words: advice.words.clone(),
        reason: advice
            .reason()
            .map(|reason| frame.t.say(&format!("advice-reason-{}", reason.code().replace('_', "-"))).to_string()),
        author: advice.author.clone(),
        day: frame.day(&advice.created_at),
    }
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
