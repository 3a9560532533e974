//! What changed between two results of one student: the band, the points, the facts of the profile and the answers.

use super::{super::page::Frame, words};
use crate::model::{
    fit::{
        Outcome, Reason,
        difference::{self, Changed, Fact, Given},
    },
    profile::Profile,
    questionnaire::{item::Choice, sheet::Sheet},
    result::StoredResult,
};

/// The section on the page.
pub(super) struct Since {
    /// The day of the result before.
    pub(super) date: String,
    /// The address of the result before.
    pub(super) path: String,
    /// Band, points and facts: what it is, then, now.
    pub(super) facts: Vec<[String; 3]>,
    /// How many answers are other ones.
    pub(super) count: usize,
    /// Each of them: the question, then, now.
    pub(super) answers: Vec<[String; 3]>,
    /// How many questions are new or asked in other words.
    pub(super) others: usize,
}

/// What is different from the result before.
pub(super) fn since(before: &StoredResult, after: &StoredResult, frame: &Frame) -> Since {
    let (changed, others) = difference::answers(given(before), given(after));
    let mut rows = vec![
        (frame.t.say("since-band").to_string(), band(before, frame), band(after, frame)),
        (frame.t.say("since-points").to_string(), points(before, frame), points(after, frame)),
    ];
    for fact in difference::facts(&before.profile, &after.profile) {
        rows.push((name(fact, frame), value(fact, &before.profile, frame), value(fact, &after.profile, frame)));
    }
    rows.retain(|(_, then, now)| then != now);
    Since {
        date: frame.day(&before.created_at),
        path: before.path(),
        facts: rows.into_iter().map(|(what, then, now)| [what, then, now]).collect(),
        count: changed.len(),
        answers: changed.iter().filter_map(|one| answer(one, before, after, frame)).collect(),
        others,
    }
}

fn given(result: &StoredResult) -> Given<'_> {
    Given { sheet: &result.version.sheet, contributions: &result.fit.contributions }
}

fn band(result: &StoredResult, frame: &Frame) -> String {
    let is_conflict = result.fit.reason == Some(Reason::Conflict);
    frame.t.say(words::heading_key(result.fit.outcome, is_conflict)).to_string()
}

fn points(result: &StoredResult, frame: &Frame) -> String {
    match result.fit.outcome {
        Outcome::Insufficient => frame.t.say("results-no-points").to_string(),
        _ => frame.t.say("results-points").set("hi", result.fit.hi).set("him", result.fit.him).to_string(),
    }
}

fn answer(one: &Changed, before: &StoredResult, after: &StoredResult, frame: &Frame) -> Option<[String; 3]> {
    let item = after.version.sheet.item(&one.item)?;
    let label = |choice: Option<Choice>, sheet: &Sheet| match choice {
        Some(choice) => sheet.label_of(&choice).to_owned(),
        None => frame.t.say("answer-missing").to_string(),
    };
    let question = format!("{}. {}", item.position, item.text);
    Some([question, label(one.from, &before.version.sheet), label(one.to, &after.version.sheet)])
}

fn name(fact: Fact, frame: &Frame) -> String {
    let key = match fact {
        Fact::Education => "profile-education",
        Fact::Credits => "profile-credits",
        Fact::Years => "profile-years",
        Fact::Pace => "profile-pace",
        Fact::Cost => "profile-cost",
        Fact::Supervise => "since-supervise",
    };
    frame.t.say(key).to_string()
}

fn value(fact: Fact, profile: &Profile, frame: &Frame) -> String {
    let choice = |group: &str, code: &str| frame.t.say(&format!("{group}-{}", code.replace('_', "-"))).to_string();
    let told = match fact {
        Fact::Education => profile.education.map(|one| choice("education", one.code())),
        Fact::Credits => profile.credits.map(|credits| {
            let unit = profile.unit.map_or("not_sure", |unit| unit.code());
            frame.t.say("credits-of").set("unit", unit).set("credits", credits).to_string()
        }),
        Fact::Years => profile.years.map(|years| frame.t.say("time-years-of").set("years", years).to_string()),
        Fact::Pace => profile.pace.map(|one| choice("pace", one.code())),
        Fact::Cost => profile.cost.map(|one| choice("cost", one.code())),
        Fact::Supervise => profile.supervise.map(|one| choice("supervise", one.code())),
    };
    told.unwrap_or_else(|| frame.t.say("profile-empty").to_string())
}
