//! The parts of a result page that a shared one shows, too: where the points went, the drawings, the programs.

use super::{
    super::{
        chart::{self, Fits, Fly, FlyRow, Gauge},
        page::Frame,
    },
    words,
};
use crate::model::{
    fit::{Fit, Outcome, Side, explain},
    offer::Offer,
    pathway::{self, Feasibility},
    program::Notices,
    questionnaire::sheet::Sheet,
    result::StoredResult,
};

/// One program against the student's time.
pub(super) struct ProgramRow {
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) side: &'static str,
    pub(super) credits_left: Option<i32>,
    pub(super) years: Option<i32>,
    pub(super) code: String,
    pub(super) needs: Option<String>,
    /// Whether there is a page about it today.
    pub(super) has_page: bool,
    /// What must be said before a link to it.
    pub(super) warning: Option<String>,
}

/// The drawings of a result that has points.
pub(super) struct Drawings {
    pub(super) fits: Fits,
    pub(super) gauge: Gauge,
    pub(super) fly: Fly,
    /// "64 − 2 = 62."
    pub(super) sum: String,
    pub(super) side: Option<&'static str>,
    pub(super) lead: i16,
    pub(super) most: i16,
}

/// Where the points went and what moved them most, in one or two sentences.
pub(super) fn lead(sheet: &Sheet, fit: &Fit, frame: &Frame) -> String {
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

pub(super) fn drawings(sheet: &Sheet, fit: &Fit) -> Drawings {
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

pub(super) fn program_rows(offer: &Offer, result: &StoredResult, notices: &Notices, frame: &Frame) -> Vec<ProgramRow> {
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
            has_page: notices.has_page(&program.slug),
            warning: notices.warning(&program.slug).or(program.warning.as_deref()).map(str::to_owned),
        }
    };
    offer.programs.iter().map(row).collect()
}

/// When every program of the named field is closed or too long: said so, with a first step. It never flips the fit.
pub(super) fn blocked_leader(outcome: Outcome, programs: &[ProgramRow], frame: &Frame) -> Option<String> {
    let side = words::code(outcome.side()?);
    let mut of_side = programs.iter().filter(|program| program.side == side && program.code != "unknown").peekable();
    of_side.peek()?;
    let is_far = of_side.all(|program| program.code == "blocked" || program.code == "over_time");
    is_far.then(|| frame.t.say("result-far").set("side", side).to_string())
}
