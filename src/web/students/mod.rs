//! A student's record as their advisor reads it: the brief for a visit, the result, and everything that happened.

mod history;
pub mod print;
mod standing;

use actix_web::{HttpRequest, web::Path};
use askama::Template;
use jiff::{Timestamp, civil::Date};

pub use self::standing::Standing;
use self::{history::History, standing::Brief};
use super::{
    advice::{AdviceFields, AdviceForm},
    error::Error,
    fit_words::FitWords,
    form::Errors,
    glance,
    guard::Conn,
    notes::{NoteFields, NoteForm},
    page::{Frame, Reply, ok, see_other},
    results::answers::{AnswerRow, answers as answers_of},
    state,
};
use crate::model::{
    advice::Advice,
    advisee::{Advisee, Reason, Record},
    assignment,
    fit::Outcome,
    follow_up::{FollowUp, State as Promise},
    id::StudentId,
    note::seen,
    person::Advisor,
    request::Request,
    result::StoredResult,
    timeline::{Show as Kinds, Told, What},
};

#[derive(Template)]
#[template(path = "students/show.html")]
struct Show {
    frame: Frame,
    record: Record,
    standing: Option<Standing>,
    brief: Option<Brief>,
    latest: Option<Advice>,
    note: NoteFields,
    advice: Option<AdviceFields>,
    statements: Vec<Request>,
    to_do: Vec<FollowUp>,
    history: History,
}

#[derive(Template)]
#[template(path = "students/answers.html")]
struct Answers {
    frame: Frame,
    record: Record,
    standing: Standing,
    stem: String,
    answers: Vec<AnswerRow>,
}

/// The record.
///
/// # Errors
/// 404 for a student out of reach.
pub async fn show(advisor: Advisor, id: Path<StudentId>, req: HttpRequest, mut frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&advisor, *id, &mut conn).await?;
        return answer;
    }
    let record = Advisee::open(&advisor, *id, &mut conn).await?;
    let result = StoredResult::newest_of(record.id, &mut conn).await?;
    let latest = match &result {
        Some(result) => Advice::latest_on(result.id, &mut conn).await?,
        None => None,
    };
    let note = NoteFields::of(NoteForm::default(), Errors::default(), &record, &advisor, &mut conn).await?;
    let history = History::of(&record, &advisor, req.query_string(), &mut frame, &mut conn).await?;
    if history.has_notes {
        seen::mark(advisor.id(), record.id, &mut conn).await?;
    }
    let statements = Request::statements_in(record.id, &mut conn).await?;
    let to_do = FollowUp::open_about(&record, &mut conn).await?;
    let advised = result.as_ref().filter(|_| record.may_be_advised());
    ok(&Show {
        standing: result.as_ref().map(|result| Standing::of(result, &frame)),
        brief: result.as_ref().map(Brief::of),
        advice: advised.map(|result| AdviceFields::of(AdviceForm::beside(latest.as_ref()), Errors::default(), result)),
        latest,
        note,
        statements,
        to_do,
        history,
        frame,
        record,
    })
}

/// Every answer behind the newest result, with its points.
///
/// # Errors
/// 404 for a student out of reach, and for one without a result.
pub async fn answers(advisor: Advisor, id: Path<StudentId>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        Advisee::of(&advisor, *id, &mut conn).await?;
        return answer;
    }
    let record = Advisee::open_for(&advisor, *id, "answers", id.0, &mut conn).await?;
    let result = StoredResult::newest_of(record.id, &mut conn).await?.ok_or(Error::NotFound)?;
    let answers = answers_of(&result.version.sheet, &result.fit, &frame);
    let stem = result.version.sheet.stem.clone();
    ok(&Answers { standing: Standing::of(&result, &frame), frame, record, stem, answers })
}

/// Takes a student whom nobody has.
///
/// # Errors
/// 404 for a student out of reach; 409 when a colleague was quicker.
pub async fn take(advisor: Advisor, id: Path<StudentId>, req: HttpRequest, mut conn: Conn) -> Reply {
    let post = &state::shared(&req).post;
    let advisee = Advisee::of(&advisor, *id, &mut conn).await?;
    assignment::take(&advisor, &advisee, post, &mut conn).await?;
    post.ring();
    see_other(format!("{}?done=taken", advisee.path()))
}

/// Why somebody sees a record, in the header of each of its pages.
pub fn why(record: &Record, frame: &Frame) -> String {
    let called = record.called();
    match (record.reason, &record.advisor) {
        (Reason::Theirs(since), _) => {
            format!("You see this record because {called} is assigned to you since {}.", frame.day(&since))
        }
        (Reason::Unassigned, _) => format!("You see this record because {called} has no advisor yet."),
        (Reason::Lead, Some((_, advisor))) => {
            format!("You see this record because you are a lead advisor. {called}’s advisor is {advisor}.")
        }
        (Reason::Lead, None) => {
            format!("You see this record because you are a lead advisor. {called} has no advisor yet.")
        }
    }
}

/// What a page of a record is called in the way above it.
#[must_use]
pub fn tab_title(tab: &str) -> &'static str {
    match tab {
        "notes" => "Notes",
        "follow-ups" => "Follow-ups",
        "meetings" => "Meetings",
        "answers" => "Answers",
        "outcome" => "Outcome",
        "access" => "Access",
        "letters" => "Letters",
        "letter" => "One letter",
        "note" => "One note",
        "removal" => "Remove a note",
        _ => "Advice",
    }
}

/// What an advisor wants to know of a student before anything else.
pub fn facts(record: &Record, frame: &Frame) -> Vec<String> {
    let profile = &record.profile;
    let education = profile.education.map(|one| words(frame, "education", one.code()));
    let credits = profile.credits.map(|credits| {
        let unit = profile.unit.map_or("not_sure", |unit| unit.code());
        frame.t.say("credits-of").set("unit", unit).set("credits", credits).to_string()
    });
    credits.into_iter().chain(education.map(|words| words.to_lowercase())).collect()
}

/// The words of a choice of the profile.
fn words(frame: &Frame, group: &str, code: &str) -> String {
    frame.t.say(&format!("{group}-{}", code.replace('_', "-"))).to_string()
}

/// What the student told, label and words; what was left out is not listed.
fn profile_of(record: &Record, frame: &Frame) -> Vec<(&'static str, String)> {
    let profile = &record.profile;
    let choice = |group: &str, code: Option<&str>| code.map(|code| words(frame, group, code));
    let years = profile.years.map(|years| if years == 1 { "1 year".to_owned() } else { format!("{years} years") });
    let credits = profile.credits.map(|credits| {
        let unit = profile.unit.map_or("not_sure", |unit| unit.code());
        frame.t.say("credits-of").set("unit", unit).set("credits", credits).to_string()
    });
    let all = [
        ("Education", choice("education", profile.education.map(|one| one.code()))),
        ("Credits", credits),
        ("Would study", years),
        ("Pace", choice("pace", profile.pace.map(|one| one.code()))),
        ("Supervise", choice("supervise", profile.supervise.map(|one| one.code()))),
        ("Cost", choice("cost", profile.cost.map(|one| one.code()))),
        ("Work place", choice("setting", profile.setting.map(|one| one.code()))),
        ("Pay", choice("pay", profile.pay.map(|one| one.code()))),
    ];
    all.into_iter().filter_map(|(label, words)| Some((label, words?))).collect()
}

/// A result in one line of the timeline.
#[must_use]
pub fn told(told: &Told) -> String {
    FitWords::of(told.outcome, told.reason, told.points, told.answered, told.item_count).line()
}

impl Show {
    /// What the timeline can be asked for.
    fn kinds(&self) -> Vec<(&'static str, &'static str)> {
        Kinds::ALL.into_iter().map(|show| (show.code(), show.title())).collect()
    }

    fn today(&self) -> Date {
        self.frame.setting.local(Timestamp::now()).date()
    }
}
