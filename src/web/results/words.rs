//! Which sentences a result is told in. The rules are the model's; here each gets its key in the language file.

use crate::{
    model::fit::{Fit, Flag, Outcome, Reason, Side},
    words::Words,
};

/// The heading of a result.
pub fn heading_key(outcome: Outcome, is_conflict: bool) -> &'static str {
    match outcome {
        Outcome::HiClear => "result-hi-clear",
        Outcome::HiLean => "result-hi-lean",
        Outcome::HimClear => "result-him-clear",
        Outcome::HimLean => "result-him-lean",
        Outcome::Either if is_conflict => "result-conflict",
        Outcome::Either => "result-either",
        Outcome::Insufficient => "result-not-enough",
    }
}

/// The chip beside the points.
pub fn band(fit: &Fit) -> &'static str {
    match (fit.outcome, fit.reason) {
        (Outcome::Insufficient, _) => "not-enough",
        (_, Some(Reason::Conflict)) => "conflict",
        (Outcome::Either, _) => "either",
        (outcome, _) if outcome.is_clear() => "clear",
        _ => "lean",
    }
}

/// Why no program is named.
pub fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::Conflict => "reason-conflict",
        Reason::BothAppeal => "reason-both-appeal",
        Reason::NeitherAppeals => "reason-neither-appeals",
        Reason::NoOpinion => "reason-no-opinion",
        Reason::Balanced => "reason-balanced",
    }
}

/// What a reader should know about the answers, one sentence each. A flag that the reason says already is left out.
pub fn cautions(fit: &Fit, t: &Words) -> Vec<String> {
    let open = fit.item_count - fit.answered;
    fit.flags
        .iter()
        .filter_map(|flag| match flag {
            Flag::LowInterest if fit.reason == Some(Reason::NeitherAppeals) => None,
            Flag::LowInterest => Some(t.say("flag-low-interest").to_string()),
            Flag::LowVariation => Some(t.say("flag-low-variation").to_string()),
            Flag::ManyUnsure if fit.outcome == Outcome::Insufficient => None,
            Flag::ManyUnsure => Some(t.say("flag-many-unsure").set("open", open).to_string()),
            Flag::SupervisionConflict if fit.reason == Some(Reason::Conflict) => None,
            Flag::SupervisionConflict => match fit.outcome.side() {
                Some(Side::Hi) => Some(t.say("flag-supervision-hi").to_string()),
                Some(Side::Him) => Some(t.say("flag-supervision-him").to_string()),
                None => None,
            },
        })
        .collect()
}

/// The code of a side in class names and words.
pub fn code(side: Side) -> &'static str {
    match side {
        Side::Hi => "hi",
        Side::Him => "him",
    }
}
