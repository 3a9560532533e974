//! What would change a result, in words: how firm it is, and the answers that decide it.

use crate::{
    model::{
        fit::{
            Outcome,
            counterfactual::{self, Change, MOST_CHANGES, WhatIf},
        },
        questionnaire::{item::Choice, sheet::Sheet},
        result::StoredResult,
    },
    web::{page::Frame, results::words},
};

/// The section on the page.
pub struct Changes {
    /// How many other answers it takes.
    pub firmness: String,
    /// Where fewer than four move it: what it would be then, and the answers.
    pub nearest: Option<Lines>,
    /// For a result that names a program: what would name the other one, or that nothing so small does.
    pub other: Option<String>,
    /// The answers that would.
    pub other_lines: Option<Lines>,
}

/// A sentence and the answers under it.
pub struct Lines {
    /// What the result would be.
    pub sentence: String,
    /// The answers, one each.
    pub answers: Vec<Line>,
}

/// One answer that would have to be another.
pub struct Line {
    /// Number and words of the question.
    pub question: String,
    /// The answer given.
    pub from: String,
    /// The other one.
    pub to: String,
}

/// The section for a result; none when there are too few answers for one.
pub fn changes(result: &StoredResult, frame: &Frame) -> Option<Changes> {
    let (sheet, fit, supervise) = (&result.version.sheet, &result.fit, result.profile.supervision());
    if fit.outcome == Outcome::Insufficient {
        return None;
    }
    let nearest = counterfactual::nearest(sheet, fit, supervise);
    let other = counterfactual::other_program(sheet, fit, supervise);
    let count = nearest.as_ref().map_or(MOST_CHANGES + 1, |found| found.changes.len());
    let named = fit.outcome.side().map(|side| words::code(side.other()));
    Some(Changes {
        firmness: frame.t.say("changes-firm").set("count", count).to_string(),
        nearest: nearest.map(|found| lines(&found, sheet, frame)),
        other: named
            .filter(|_| other.is_none())
            .map(|side| frame.t.say("changes-no-other").set("side", side).to_string()),
        other_lines: other.map(|found| lines(&found, sheet, frame)),
    })
}

fn lines(found: &WhatIf, sheet: &Sheet, frame: &Frame) -> Lines {
    let heading = frame.t.say(words::heading_key(found.outcome, false)).to_string();
    let sentence = frame.t.say("changes-then").set("count", found.changes.len()).set("heading", heading);
    let label = |answer| sheet.label_of(&Choice::Scale(answer)).to_owned();
    let line = |change: &Change| {
        let item = sheet.item(&change.item)?;
        let question = format!("{}. {}", item.position, item.text);
        Some(Line { question, from: label(change.from), to: label(change.to) })
    };
    Lines { sentence: sentence.to_string(), answers: found.changes.iter().filter_map(line).collect() }
}
