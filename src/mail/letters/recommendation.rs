//! The recommendation letter: everything its templates show, worked out beforehand.

use askama::Template;

use super::{Parts, Sheet};
use crate::{
    model::letter::{Figure, NextStep, ProgramFit, RecommendationFacts},
    words::Words,
};

#[derive(Template)]
#[template(path = "letters/recommendation.html")]
struct Html<'a>(&'a Page<'a>);

#[derive(Template)]
#[template(path = "letters/recommendation.txt")]
struct Text<'a>(&'a Page<'a>);

struct Page<'a> {
    sheet: &'a Sheet<'a>,
    facts: &'a RecommendationFacts,
    subject: String,
    lead: String,
    hello: String,
    heading: String,
    band: String,
    scores: Option<String>,
    bars: Vec<Bar>,
    why: String,
    reasons: &'a [String],
    against: Option<String>,
    warning: Option<String>,
    program: Option<String>,
    figures: Vec<Group<'a>>,
    next: String,
    button: String,
    reply: Option<String>,
    because: String,
}

/// One side's points; the fuller side first.
struct Bar {
    is_hi: bool,
    name: String,
    points: String,
    percent: i16,
}

/// Figures over one source line.
struct Group<'a> {
    figures: &'a [Figure],
    source: String,
}

/// Writes the letter from its facts alone.
pub(super) fn write(sheet: &Sheet<'_>, facts: &RecommendationFacts) -> askama::Result<Parts> {
    let page = Page::of(sheet, facts);
    let (text, html) = (Text(&page).render()?, Html(&page).render()?);
    Ok((page.subject, text, html))
}

impl<'a> Page<'a> {
    fn of(sheet: &'a Sheet<'a>, facts: &'a RecommendationFacts) -> Self {
        let enough = !facts.is_insufficient();
        let t = sheet.t;
        Self {
            sheet,
            facts,
            subject: subject(sheet, facts),
            lead: sheet.say(match facts.named() {
                Some(_) => "letter-result-lead-named",
                None if enough => "letter-result-lead-either",
                None => "letter-result-lead-insufficient",
            }),
            hello: sheet.hello_to(facts.called.as_deref().unwrap_or(sheet.name)),
            heading: sheet.say(&key("letter-result-heading", code(facts, "EITHER"))),
            band: band(t, facts),
            scores: (enough && facts.include_scores).then(|| scores(t, facts)),
            bars: if enough && facts.include_scores { bars(sheet, facts) } else { Vec::new() },
            why: sheet.say(if facts.named().is_some() { "letter-result-why" } else { "letter-result-why-either" }),
            reasons: if enough { &facts.strongest } else { &[] },
            against: facts
                .against
                .as_ref()
                .filter(|_| enough)
                .map(|pole| t.say("letter-result-against").set("pole", pole).to_string()),
            warning: facts
                .program
                .as_ref()
                .filter(|_| enough)
                .and_then(|program| program.warning.as_ref())
                .map(|words| t.say("letter-result-warning").set("words", words).to_string()),
            program: facts.program.as_ref().filter(|_| enough).map(|program| feasibility(t, program)),
            figures: if enough { groups(t, &facts.figures) } else { Vec::new() },
            next: next(t, facts),
            button: sheet.say(if enough { "letter-result-button" } else { "letter-result-button-insufficient" }),
            reply: facts
                .advisor
                .as_ref()
                .map(|advisor| t.say("letter-result-reply").set("advisor", &advisor.name).to_string()),
            because: t
                .say("letter-result-because")
                .set("date", t.language().day(facts.result_date))
                .set("school", sheet.school)
                .to_string(),
        }
    }

    fn url(&self) -> String {
        format!("{}{}", self.sheet.base_url, self.facts.result_path)
    }
}

/// The key of the sentence for a code: `HI_CLEAR` is `…-hi-clear`.
fn key(sentence: &str, code: &str) -> String {
    format!("{sentence}-{}", code.to_lowercase().replace('_', "-"))
}

/// The outcome, with `CONFLICT` in place of an `EITHER` that is one; other kinds of either are `otherwise`.
fn code<'a>(facts: &'a RecommendationFacts, otherwise: &'a str) -> &'a str {
    match (facts.outcome.as_str(), facts.reason.as_deref()) {
        ("EITHER", Some("CONFLICT")) => "CONFLICT",
        ("EITHER", _) => otherwise,
        (outcome, _) => outcome,
    }
}

fn subject(sheet: &Sheet<'_>, facts: &RecommendationFacts) -> String {
    sheet.say(match (facts.named(), code(facts, "EITHER")) {
        _ if facts.is_insufficient() => "letter-result-subject-insufficient",
        // A school that keeps points out of mail does not want the outcome on a locked screen either.
        _ if !facts.include_scores => "letter-result-subject-plain",
        (Some("hi"), _) => "letter-result-subject-hi",
        (Some(_), _) => "letter-result-subject-him",
        (None, "CONFLICT") => "letter-result-subject-conflict",
        (None, _) => "letter-result-subject-either",
    })
}

fn band(t: &Words, facts: &RecommendationFacts) -> String {
    if facts.is_insufficient() {
        let answered = t.say("letter-result-answered").set("answered", facts.answered).set("items", facts.item_count);
        let missing = t.say("letter-result-missing").set("missing", facts.missing);
        return format!("{answered} {missing} {}", t.say("letter-result-no-advice"));
    }
    let code = code(facts, facts.reason.as_deref().unwrap_or("BALANCED"));
    t.say(&key("letter-result-band", code)).to_string()
}

fn scores(t: &Words, facts: &RecommendationFacts) -> String {
    let key = if facts.hi > facts.him { "letter-result-scores-hi" } else { "letter-result-scores" };
    let lead = (facts.hi - facts.him).abs();
    t.say(key).set("hi", facts.hi).set("him", facts.him).set("lead", lead).to_string()
}

fn bars(sheet: &Sheet<'_>, facts: &RecommendationFacts) -> Vec<Bar> {
    let full = facts.most.max(facts.hi).max(facts.him);
    let bar = |is_hi, key, points: i16| Bar {
        is_hi,
        name: sheet.say(key),
        points: sheet.t.say("letter-points").set("points", points).to_string(),
        percent: i16::try_from(i32::from(points) * 100 / i32::from(full)).unwrap_or(0),
    };
    let mut bars = vec![bar(true, "letter-hi", facts.hi), bar(false, "letter-him", facts.him)];
    if facts.him > facts.hi {
        bars.reverse();
    }
    bars
}

fn feasibility(t: &Words, program: &ProgramFit) -> String {
    let needs = program.needs.as_deref().map(|code| {
        let known = key("letter-needs", code);
        if t.knows(&known) { t.say(&known).to_string() } else { code.to_owned() }
    });
    let sentence = match (program.feasibility.as_str(), &needs) {
        ("BLOCKED", Some(_)) => "letter-result-blocked-needs".to_owned(),
        (code, _) => key("letter-result", code),
    };
    t.say(&sentence)
        .set("title", &program.title)
        .set("years", program.years)
        .set("needs", needs.as_deref().unwrap_or_default())
        .to_string()
}

fn groups<'a>(t: &Words, figures: &'a [Figure]) -> Vec<Group<'a>> {
    figures.chunk_by(Figure::shares_source).map(|figures| Group { figures, source: source(t, &figures[0]) }).collect()
}

pub(super) fn source(t: &Words, figure: &Figure) -> String {
    let line = if figure.checked_on.is_some() { "letter-figure-source" } else { "letter-figure-source-unchecked" };
    let statistic = key("letter-statistic", &figure.statistic);
    let statistic = if t.knows(&statistic) { format!("{}, ", t.say(&statistic)) } else { String::new() };
    let line = t
        .say(line)
        .set("period", &figure.period)
        .set("source", &figure.source)
        .set("checked", figure.checked_on.map(|date| t.language().day(date)).unwrap_or_default());
    format!("{statistic}{line}")
}

fn next(t: &Words, facts: &RecommendationFacts) -> String {
    let key = match facts.next_step {
        _ if facts.is_insufficient() => "letter-next-finish-questions",
        NextStep::FinishQuestions => "letter-next-finish-questions",
        NextStep::FillProfile => "letter-next-fill-profile",
        NextStep::TalkToAdvisor => "letter-next-talk-to-advisor",
        NextStep::FirstStep => "letter-next-first-step",
        NextStep::OtherPrograms => "letter-next-other-programs",
    };
    match &facts.advisor {
        Some(advisor) => t.say(key).set("advisor", &advisor.name).to_string(),
        None => {
            let nobody = format!("{key}-nobody");
            let key = if t.knows(&nobody) { nobody.as_str() } else { key };
            t.say(key).to_string()
        }
    }
}
