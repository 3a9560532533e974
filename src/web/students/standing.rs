//! A student's newest result beside their record: where it stands, what to ask about, and every answer.

use super::super::{
    chart::{self, Fits},
    fit_words,
    page::Frame,
};
use crate::model::{
    fit::{Contribution, Fit, Flag, Outcome, Reason, Side, explain},
    questionnaire::sheet::Sheet,
    result::StoredResult,
};

/// Movers that a card names.
const MOVERS: usize = 2;

/// A result in a card.
pub struct Standing {
    /// Points to both sides; none with too few answers.
    pub fits: Option<Fits>,
    /// The chip.
    pub band: &'static str,
    /// Such as "HIM leads by 62."
    pub lead: String,
    /// What moved it most.
    pub moved: Option<String>,
    /// What to know about the answers, one sentence each.
    pub cautions: Vec<&'static str>,
    /// When it was handed in.
    pub date: String,
    /// The version of the questionnaire and the scoring rules.
    pub version: String,
}

impl Standing {
    /// The card of a result.
    #[must_use]
    pub fn of(result: &StoredResult, frame: &Frame) -> Self {
        let (fit, sheet) = (&result.fit, &result.version.sheet);
        let points = |points: i16| u32::from(points.unsigned_abs());
        let leads = fit.outcome.side().map(|side| match side {
            Side::Hi => chart::Side::Hi,
            Side::Him => chart::Side::Him,
        });
        let has_points = fit.outcome != Outcome::Insufficient;
        Self {
            fits: has_points.then(|| Fits::new(points(fit.hi), points(fit.him), points(sheet.max_points()), leads)),
            band: fit_words::band(fit.outcome, fit.reason),
            lead: lead(fit, sheet),
            moved: moved(fit, sheet),
            cautions: cautions(fit),
            date: frame.moment(&result.created_at),
            version: format!("Questions version {}, scoring {}", result.version.number, result.scoring),
        }
    }
}

fn lead(fit: &Fit, sheet: &Sheet) -> String {
    let needed = sheet.thresholds.min_answered;
    match (fit.outcome, fit.points) {
        (Outcome::Insufficient, _) => {
            format!("{} of {} answered. A result needs {needed}.", fit.answered, fit.item_count)
        }
        (_, 0) => "Both sides have the same points.".to_owned(),
        (_, 1..) => format!("HI leads by {}.", fit.points),
        (_, _) => format!("HIM leads by {}.", fit.points.unsigned_abs()),
    }
}

/// What moved a result toward the side that leads.
fn moved(fit: &Fit, sheet: &Sheet) -> Option<String> {
    let side = match fit.points {
        _ if fit.outcome == Outcome::Insufficient => return None,
        0 => return None,
        1.. => Side::Hi,
        _ => Side::Him,
    };
    let rows = explain::dimensions(sheet, fit);
    let named: Vec<String> = explain::movers(&rows, side)
        .into_iter()
        .take(MOVERS)
        .map(|mover| format!("{} ({})", mover.pole.to_lowercase(), mover.points))
        .collect();
    (!named.is_empty()).then(|| format!("Moved it most: {}.", named.join(", ")))
}

fn cautions(fit: &Fit) -> Vec<&'static str> {
    let reason = fit.reason.map(|reason| match reason {
        Reason::Conflict => "The answers name one program, the wish about supervising speaks for the other.",
        Reason::BothAppeal => "Likes most of what both careers do.",
        Reason::NeitherAppeals => "Likes little of what either career does: other programs may be worth a look.",
        Reason::NoOpinion => "Every answer is in the middle.",
        Reason::Balanced => "The answers pull both ways about the same.",
    });
    let flags = fit.flags.iter().filter_map(|flag| match flag {
        Flag::SupervisionConflict if fit.reason == Some(Reason::Conflict) => None,
        Flag::SupervisionConflict => Some("The wish about supervising speaks against it and lowered it one step."),
        Flag::LowInterest if fit.reason == Some(Reason::NeitherAppeals) => None,
        Flag::LowInterest => Some("Dislikes much of what both careers do."),
        Flag::LowVariation => Some("Nearly all answers are the same."),
        Flag::ManyUnsure if fit.outcome == Outcome::Insufficient => None,
        Flag::ManyUnsure => Some("Many questions have no answer on the scale."),
    });
    reason.into_iter().chain(flags).collect()
}

/// What to talk about, from the stored result.
pub struct Brief {
    /// The answers that gave the most points.
    pub decisive: Vec<String>,
    /// The topic where both sides are nearest to each other.
    pub closest: Option<String>,
    /// Answers to like questions that are far apart.
    pub pairs: Vec<String>,
}

impl Brief {
    /// The brief of a result.
    #[must_use]
    pub fn of(result: &StoredResult) -> Self {
        let (fit, sheet) = (&result.fit, &result.version.sheet);
        if fit.outcome == Outcome::Insufficient {
            // Points from too few answers could point the wrong way, so none are told.
            return Self { decisive: Vec::new(), closest: None, pairs: pairs(sheet, fit) };
        }
        let rows = explain::dimensions(sheet, fit);
        let closest = rows.last().map(|row| {
            let him_pole = row.him_pole.to_lowercase();
            format!("{} or {him_pole}: {} to {}", row.hi_pole, row.hi, row.him)
        });
        let decisive = explain::decisive(fit, 2).into_iter().filter_map(|one| said(sheet, one, true)).collect();
        Self { decisive, closest, pairs: pairs(sheet, fit) }
    }
}

fn pairs(sheet: &Sheet, fit: &Fit) -> Vec<String> {
    let answer = |name: &str| {
        let one = fit.contributions.iter().find(|one| one.item == name)?;
        said(sheet, one, false)
    };
    explain::inconsistent_pairs(sheet, fit)
        .iter()
        .filter_map(|pair| Some(format!("{}, and {}", answer(&pair.first)?, answer(&pair.second)?)))
        .collect()
}

/// An answer in a line, such as “Coach a team through its daily work”: strongly like, 6 points to HIM.
fn said(sheet: &Sheet, one: &Contribution, with_points: bool) -> Option<String> {
    let item = sheet.item(&one.item)?;
    let label = sheet.label_of(one.choice.as_ref()?).to_lowercase();
    let text = item.text.trim_end_matches('.');
    let side = if one.points > 0 { "HI" } else { "HIM" };
    let points = one.points.unsigned_abs();
    Some(match with_points {
        true => format!("“{text}”: {label}, {points} {} to {side}", if points == 1 { "point" } else { "points" }),
        false => format!("“{text}”: {label}"),
    })
}
