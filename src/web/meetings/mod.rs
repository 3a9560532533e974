//! Meetings: a student asks for a call, an advisor sets a time; both see when it is, and either may call it off.

mod about;
mod book;
mod slot;
mod student;

use actix_web::{
    HttpRequest,
    web::{Path, Query},
};
use jiff::Timestamp;
use serde::Deserialize;

pub use self::{
    about::{about, create_for},
    book::{give_time, settle},
    slot::durations,
    student::{ask_to_move, create, new},
};
use super::{
    error::Error,
    form::FormData,
    guard::Conn,
    page::{Frame, Reply},
};
use crate::model::{
    id::MeetingId,
    meeting::{Meeting, State},
    person::{Advisor, Party, Student},
};

/// The address of the list.
const PATH: &str = "/meetings";

/// Which week of an advisor's list.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    week: String,
}

/// A few words, as they are posted to cancel or to ask for another time.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct WordsForm {
    pub(super) words: String,
}

/// A student's own meetings; an advisor's week, and who waits.
///
/// # Errors
/// When the database is away.
pub async fn index(party: Party, asked: Query<Asked>, req: HttpRequest, frame: Frame, conn: Conn) -> Reply {
    match known(&party)? {
        Known::Student(student) => student::index(&student, frame, conn).await,
        Known::Advisor(advisor) => book::index(&advisor, &asked.week, &req, frame, conn).await,
    }
}

/// One meeting.
///
/// # Errors
/// 404 for somebody else's, and for that of a student out of reach.
pub async fn show(party: Party, id: Path<MeetingId>, req: HttpRequest, frame: Frame, conn: Conn) -> Reply {
    match known(&party)? {
        Known::Student(student) => student::show(&student, *id, frame, conn).await,
        Known::Advisor(advisor) => book::show(&advisor, *id, &req, frame, conn).await,
    }
}

/// Calls it off, whoever of the two does.
///
/// # Errors
/// 404 as [`show`]; 409 when it was held or missed.
pub async fn cancel(
    party: Party,
    id: Path<MeetingId>,
    form: FormData<WordsForm>,
    req: HttpRequest,
    frame: Frame,
    conn: Conn,
) -> Reply {
    let FormData(form) = form;
    match known(&party)? {
        Known::Student(student) => student::call_off(&student, *id, form, &req, frame, conn).await,
        Known::Advisor(advisor) => book::cancel(&advisor, *id, form, &req, frame, conn).await,
    }
}

enum Known {
    Student(Student),
    Advisor(Advisor),
}

fn known(party: &Party) -> Result<Known, Error> {
    let person = party.person();
    let student = Student::known(person.clone()).map(Known::Student);
    student.or_else(|| Advisor::known(person.clone()).map(Known::Advisor)).ok_or(Error::NotFound)
}

/// When a meeting is, such as `Tue 1 Dec 2026, 2:30 PM CST`.
#[must_use]
pub fn moment(at: &Timestamp, frame: &Frame) -> String {
    let local = frame.setting.local(*at);
    let (weekday, at) = (frame.language.weekday(local.date()), frame.language.moment(local.datetime()));
    format!("{weekday} {at} {}", local.strftime("%Z"))
}

/// What happened, in a line of a record.
#[must_use]
pub fn title(one: &Meeting, frame: &Frame) -> String {
    match (&one.starts_at, one.state()) {
        (Some(at), _) => format!("Meeting, {}", moment(at, frame)),
        (None, State::Asked) => "Asked for a call".to_owned(),
        (None, _) => "Had asked for a call".to_owned(),
    }
}
