//! Every answer of a result with its points, for the student and for the advisor.

use crate::{
    model::{
        fit::{Contribution, Fit},
        questionnaire::sheet::Sheet,
    },
    web::page::Frame,
};

/// One answer with its points.
pub struct AnswerRow {
    /// Number and words of the question.
    pub question: String,
    /// The answer in the anchors' words, or that it was left out.
    pub answer: String,
    /// Its points, never negative.
    pub points: i16,
    /// The side they go to.
    pub side: Option<&'static str>,
}

/// Every question with its answer and its points, in the order they were asked.
pub fn answers(sheet: &Sheet, fit: &Fit, frame: &Frame) -> Vec<AnswerRow> {
    fit.contributions.iter().filter_map(|one| answer_row(sheet, one, frame)).collect()
}

/// One question with its answer and its points; nothing for one that the version does not have.
pub fn answer_row(sheet: &Sheet, one: &Contribution, frame: &Frame) -> Option<AnswerRow> {
    let item = sheet.item(&one.item)?;
    Some(AnswerRow {
        question: format!("{}. {}", item.position, item.text),
        answer: match &one.choice {
            Some(choice) => sheet.label_of(choice).to_owned(),
            None => frame.t.say("answer-missing").to_string(),
        },
        points: one.points.abs(),
        side: match one.points {
            0 => None,
            1.. => Some("hi"),
            _ => Some("him"),
        },
    })
}
