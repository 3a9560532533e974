//! A student's own copy to take home: a page one reads, and JSON for programs.

use actix_web::{HttpRequest, HttpResponse, http::header};
use askama::Template;
use serde::Serialize;

use super::super::{
    glance,
    guard::{Conn, Sudo},
    page::{Frame, Reply, ok},
};
use crate::model::{
    holdings::Holdings,
    person::Student,
    record_copy::{AnswerCopy, RecordCopy, ResultCopy},
    request::Request,
};

#[derive(Template)]
#[template(path = "own_data/copies.html")]
struct Index {
    frame: Frame,
    other_notes: i64,
    released_until: Option<String>,
}

/// A file and no page of the portal: it carries its few styles itself.
#[derive(Template)]
#[template(path = "own_data/copy.html")]
struct Readable {
    frame: Frame,
    copy: RecordCopy,
}

#[derive(Serialize)]
struct ForPrograms<'a> {
    notice: String,
    #[serde(flatten)]
    copy: &'a RecordCopy,
}

/// The ways to take it, behind the question whether it is still them: a download itself leads to no page one could ask on.
///
/// # Errors
/// When the database is away.
pub async fn index(Sudo(student): Sudo<Student>, frame: Frame, mut conn: Conn) -> Reply {
    let holdings = Holdings::of(student.student_id(), &mut conn).await?;
    let released = Request::released(student.student_id(), &mut conn).await?;
    let released_until = released.map(|(_, until)| frame.day(&until));
    ok(&Index { frame, other_notes: holdings.other_notes(), released_until })
}

/// The copy to read.
///
/// # Errors
/// When the database is away; then nothing was taken.
pub async fn html(Sudo(student): Sudo<Student>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let copy = RecordCopy::take(&student, &frame.setting, &mut conn).await?;
    let page = Readable { frame, copy };
    Ok(attached("html", "text/html; charset=utf-8", &page).body(page.render()?))
}

/// The copy for programs.
///
/// # Errors
/// When the database is away; then nothing was taken.
pub async fn json(Sudo(student): Sudo<Student>, req: HttpRequest, frame: Frame, mut conn: Conn) -> Reply {
    if let Some(answer) = glance::answer(&req) {
        return answer;
    }
    let copy = RecordCopy::take(&student, &frame.setting, &mut conn).await?;
    let page = Readable { frame, copy };
    let notice = page.frame.t.say("copy-notice").to_string();
    let whole = ForPrograms { notice, copy: &page.copy };
    let body = serde_json::to_vec_pretty(&whole).map_err(anyhow::Error::from)?;
    Ok(attached("json", "application/json; charset=utf-8", &page).body(body))
}

fn attached(end: &str, kind: &str, page: &Readable) -> actix_web::HttpResponseBuilder {
    let day = page.frame.setting.local(page.copy.made_at).date();
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(kind)
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"signpost-my-data-{day}.{end}\"")));
    answer
}

impl Readable {
    /// What the student told, label and words; what was left out is not listed.
    fn profile(&self) -> Vec<(String, String)> {
        let (t, told) = (&self.frame.t, &self.copy.profile.told);
        let choice = |group: &str, code: Option<&str>| {
            code.map(|code| t.say(&format!("{group}-{}", code.replace('_', "-"))).to_string())
        };
        let number = |number: Option<i16>| number.map(|number| number.to_string());
        let all = [
            ("profile-called", told.called.clone()),
            ("profile-education", choice("education", told.education.map(|one| one.code()))),
            ("profile-credits", number(told.credits)),
            ("profile-unit", choice("unit", told.unit.map(|one| one.code()))),
            ("profile-years", number(told.years)),
            ("profile-pace", choice("pace", told.pace.map(|one| one.code()))),
            ("profile-cost", choice("cost", told.cost.map(|one| one.code()))),
            ("profile-supervise", choice("supervise", told.supervise.map(|one| one.code()))),
            ("profile-setting", choice("setting", told.setting.map(|one| one.code()))),
            ("profile-pay", choice("pay", told.pay.map(|one| one.code()))),
            ("profile-matters", told.matters.clone()),
        ];
        all.into_iter().filter_map(|(key, words)| Some((t.say(key).to_string(), words?))).collect()
    }

    /// What the points of one answer are, in words.
    fn points_of(&self, result: &ResultCopy, answer: &AnswerCopy) -> String {
        let points = result
            .points
            .as_ref()
            .and_then(|points| points.contributions.iter().find(|one| one.item == answer.item).map(|one| one.points));
        match points {
            None => String::new(),
            Some(0) => self.frame.t.say("answers-to-none").to_string(),
            Some(points @ 1..) => self.frame.t.say("answers-to-hi").set("points", points).to_string(),
            Some(points) => self.frame.t.say("answers-to-him").set("points", points.unsigned_abs()).to_string(),
        }
    }

    /// The answers behind a result.
    fn answers_of(&self, result: &ResultCopy) -> &[AnswerCopy] {
        let attempt = self.copy.attempts.iter().find(|attempt| attempt.id == result.attempt_id);
        attempt.map_or(&[], |attempt| &attempt.answers)
    }

    /// The sentence of a stored outcome.
    fn heading(&self, result: &ResultCopy) -> String {
        let key = match (result.outcome.as_str(), result.reason.as_deref()) {
            ("HI_CLEAR", _) => "result-hi-clear",
            ("HI_LEAN", _) => "result-hi-lean",
            ("HIM_CLEAR", _) => "result-him-clear",
            ("HIM_LEAN", _) => "result-him-lean",
            ("EITHER", Some("CONFLICT")) => "result-conflict",
            ("EITHER", _) => "result-either",
            _ => "result-not-enough",
        };
        self.frame.t.say(key).to_string()
    }
}
