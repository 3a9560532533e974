//! The student's side: asking for a call, when it is, calling it off, asking for another time.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;

use super::{PATH, WordsForm, moment};
use crate::{
    model::{
        assignment::MyAdvisor,
        error::Error,
        id::{FormKey, MeetingId},
        meeting::{Asked, DayPart, Meeting, NewAsk, REASON_LIMIT, Said, WORDS_LIMIT},
        person::Student,
    },
    web::{
        form::{Errors, FormData},
        guard::Conn,
        page::{Frame, Reply, html, ok, see_other},
        state,
    },
};

/// An ask as it is posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AskForm {
    reason: String,
    day_parts: Vec<String>,
    good_times: String,
    form_key: FormKey,
}

#[derive(Template)]
#[template(path = "meetings/mine.html")]
struct Mine {
    frame: Frame,
    meetings: Vec<Meeting>,
}

#[derive(Template)]
#[template(path = "meetings/new.html")]
struct New {
    frame: Frame,
    advisor: Option<MyAdvisor>,
    open: Option<Meeting>,
    form: AskForm,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "meetings/own.html")]
struct Own {
    frame: Frame,
    one: Meeting,
    form: WordsForm,
    errors: Errors,
    now: Timestamp,
    /// Whether it changed while the student wrote.
    is_overtaken: bool,
}

impl Own {
    fn of(one: Meeting, form: WordsForm, errors: Errors, frame: Frame) -> Self {
        Self { frame, one, form, errors, now: Timestamp::now(), is_overtaken: false }
    }

    /// The meeting as it stands now that somebody else was faster, with what was typed.
    async fn overtaken(student: &Student, id: MeetingId, form: WordsForm, frame: Frame, conn: &mut Conn) -> Reply {
        let one = Meeting::own_one(student, id, conn).await?;
        let page = Self { is_overtaken: true, ..Self::of(one, form, Errors::default(), frame) };
        html(StatusCode::CONFLICT, &page)
    }
}

pub(super) async fn index(student: &Student, frame: Frame, mut conn: Conn) -> Reply {
    let meetings = Meeting::own(student, &mut conn).await?;
    ok(&Mine { frame, meetings })
}

/// The form that asks for a call; while one waits, it says so instead.
///
/// # Errors
/// When the database is away.
pub async fn new(student: Student, frame: Frame, mut conn: Conn) -> Reply {
    ok(&new_page(&student, AskForm::default(), Errors::default(), frame, &mut conn).await?)
}

/// Asks for a call.
///
/// # Errors
/// When the database is away.
pub async fn create(student: Student, form: FormData<AskForm>, frame: Frame, mut conn: Conn) -> Reply {
    let FormData(form) = form;
    let mut errors = frame.errors();
    let reason = errors.take("reason", Said::required(&form.reason, REASON_LIMIT, "call-reason-missing"));
    let good_times = errors.take("good_times", Said::parse(&form.good_times, WORDS_LIMIT));
    let day_parts: Option<Vec<DayPart>> = form.day_parts.iter().map(|code| DayPart::parse(code)).collect();
    let day_parts = errors.take("day_parts", day_parts.ok_or("call-times-unknown"));
    if let (Some(reason), Some(good_times), Some(day_parts), true) = (reason, good_times, day_parts, errors.is_empty())
    {
        let ask = NewAsk { reason, day_parts, good_times };
        return match Meeting::ask(&student, &ask, form.form_key, &mut conn).await? {
            Asked::Noted => see_other(format!("{PATH}?done=call-asked")),
            Asked::AlreadyOpen => see_other(format!("{PATH}?done=call-open")),
        };
    }
    html(StatusCode::UNPROCESSABLE_ENTITY, &new_page(&student, form, errors, frame, &mut conn).await?)
}

async fn new_page(
    student: &Student,
    form: AskForm,
    errors: Errors,
    frame: Frame,
    conn: &mut Conn,
) -> crate::model::error::Result<New> {
    let advisor = MyAdvisor::of(student.student_id(), conn).await?;
    let open = Meeting::next_of(student, conn).await?.filter(Meeting::is_asked);
    Ok(New { frame, advisor, open, form, errors })
}

pub(super) async fn show(student: &Student, id: MeetingId, frame: Frame, mut conn: Conn) -> Reply {
    let one = Meeting::own_one(student, id, &mut conn).await?;
    ok(&Own::of(one, WordsForm::default(), Errors::default(), frame))
}

pub(super) async fn call_off(
    student: &Student,
    id: MeetingId,
    form: WordsForm,
    req: &HttpRequest,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let one = Meeting::own_one(student, id, &mut conn).await?;
    let mut errors = frame.errors();
    let words = errors.take("words", Said::parse(&form.words, WORDS_LIMIT));
    let (Some(words), true) = (words, errors.is_empty()) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &Own::of(one, form, errors, frame));
    };
    let post = &state::shared(req).post;
    match Meeting::call_off(student, id, &words, &frame.setting, post, &mut conn).await {
        Ok(()) => post.ring(),
        Err(Error::Conflict) => return Own::overtaken(student, id, form, frame, &mut conn).await,
        Err(error) => return Err(error.into()),
    }
    let done = if one.is_asked() { "call-withdrawn" } else { "meeting-cancelled" };
    see_other(format!("{PATH}?done={done}"))
}

/// Asks for another time.
///
/// # Errors
/// 404 for somebody else's; 409 when it is not ahead any more.
pub async fn ask_to_move(
    student: Student,
    id: Path<MeetingId>,
    form: FormData<WordsForm>,
    frame: Frame,
    mut conn: Conn,
) -> Reply {
    let FormData(form) = form;
    let one = Meeting::own_one(&student, *id, &mut conn).await?;
    let mut errors = frame.errors();
    let words = errors.take("words", Said::required(&form.words, WORDS_LIMIT, "call-move-missing"));
    let (Some(words), true) = (words, errors.is_empty()) else {
        return html(StatusCode::UNPROCESSABLE_ENTITY, &Own::of(one, form, errors, frame));
    };
    match Meeting::ask_to_move(&student, *id, &words, &mut conn).await {
        Ok(()) => see_other(format!("{}?done=move-asked", one.path())),
        Err(Error::Conflict) => Own::overtaken(&student, *id, form, frame, &mut conn).await,
        Err(error) => Err(error.into()),
    }
}

impl Mine {
    /// Whether an ask waits for its time.
    fn waits(&self) -> bool {
        self.meetings.iter().any(Meeting::is_asked)
    }
}

impl New {
    /// The parts of the day: code, words, whether it is ticked.
    fn parts(&self) -> Vec<(&'static str, String, bool)> {
        let part = |part: DayPart| {
            let words = self.frame.t.say(&format!("day-part-{}", part.code())).to_string();
            (part.code(), words, self.form.day_parts.iter().any(|code| code == part.code()))
        };
        DayPart::ALL.map(part).into()
    }
}

/// The parts of the day that suit, in words.
#[must_use]
pub fn times(one: &Meeting, frame: &Frame) -> String {
    let parts = one.day_parts().into_iter().map(|part| frame.t.say(&format!("day-part-{}", part.code())).to_string());
    parts.chain(Some(one.good_times.clone()).filter(|words| !words.is_empty())).collect::<Vec<_>>().join(" · ")
}
